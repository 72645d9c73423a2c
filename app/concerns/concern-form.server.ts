import { formText } from "~/form-text";
import { type ConcernKind, MESSAGE_MAX, SUBJECT_MAX } from "./concern";
import type { Site } from "./concern.schema";
import type { NewConcern } from "./concerns.server";
import { findSites, SITES_TO_CHOOSE_FROM, siteLine } from "./find-sites";

/** What stands in the form, as it was typed. */
export type Typed = { subject: string; text: string; aboutInvoice: boolean; site: string };
/** Keys of sentences, by field. */
export type ConcernErrors = Partial<Record<"subject" | "text" | "site", string>>;
/** How a site is asked for: not at all, from a list, or by typing. */
export type SiteChoice = { by: "none" } | { by: "list"; options: { value: string; label: string }[] } | { by: "typing" };

export const nothingTyped: Typed = { subject: "", text: "", aboutInvoice: false, site: "" };

/** How the form asks where an order goes. What was typed and fits several sites becomes a list of those. */
export function siteChoice(kind: ConcernKind, sites: Site[], typed: string): SiteChoice {
  if (kind !== "order_request" || sites.length === 0) return { by: "none" };
  if (sites.length <= SITES_TO_CHOOSE_FROM) return { by: "list", options: optionsOf(sites) };
  const found = sites.some(({ id }) => id === typed) ? sites.filter(({ id }) => id === typed) : typed === "" ? [] : findSites(sites, typed);
  return found.length >= 1 && found.length <= SITES_TO_CHOOSE_FROM ? { by: "list", options: optionsOf(found) } : { by: "typing" };
}

function optionsOf(sites: Site[]) {
  return sites.map((site) => ({ value: site.id, label: siteLine(site) }));
}

/** Reads the form for a new concern: what it asks for, or what was typed with what is wrong with it. */
export function readConcernForm(form: FormData, kind: ConcernKind, sites: Site[]): { concern: NewConcern } | { typed: Typed; errors: ConcernErrors } {
  const typed = {
    subject: formText(form, "subject").trim(),
    text: formText(form, "text").trim(),
    aboutInvoice: form.get("about_invoice") !== null,
    site: formText(form, "site").trim(),
  };
  const found = kind === "order_request" ? chosenSite(sites, typed.site) : null;
  const errors: ConcernErrors = {};
  if (typed.subject === "") errors.subject = "concerns_error_subject_missing";
  else if ([...typed.subject].length > SUBJECT_MAX) errors.subject = "concerns_error_subject_long";
  else if (hasControls(typed.subject)) errors.subject = "concerns_error_text_strange";
  const wrongText = textError(typed.text);
  if (wrongText) errors.text = wrongText;
  if (found && "error" in found) errors.site = found.error;
  if (Object.keys(errors).length > 0) return { typed, errors };
  const { subject, text, aboutInvoice } = typed;
  return { concern: { kind, subject, text, aboutInvoice, site: found && "site" in found ? found.site : null } };
}

/** What is wrong with a message, as the key of a sentence. */
export function textError(text: string): string | null {
  if (text === "") return "concerns_error_text_missing";
  // Browsers send a line's end as two characters, of which the database keeps one.
  if ([...text.replaceAll("\r\n", "\n")].length > MESSAGE_MAX) return "concerns_error_text_long";
  return hasControls(text.replace(/[\t\n\r]/g, "")) ? "concerns_error_text_strange" : null;
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function chosenSite(sites: Site[], typed: string): { site: string | null } | { error: string } {
  if (sites.length === 0) return { site: null };
  if (typed === "") return { error: "concerns_error_site_missing" };
  if (sites.some(({ id }) => id === typed)) return { site: typed };
  const [found, ...more] = findSites(sites, typed);
  if (!found) return { error: "concerns_error_site_unknown" };
  return more.length > 0 ? { error: more.length < SITES_TO_CHOOSE_FROM ? "concerns_error_site_several" : "concerns_error_site_many" } : { site: found.id };
}

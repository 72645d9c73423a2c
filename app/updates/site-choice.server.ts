import { z } from "zod";
import type { DetailKind } from "~/contact-details/contact-detail";
import { type DetailPage, siteName, type SiteOfCustomer } from "~/customers/detail-page.schema";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { parseJson } from "~/parse-json";
import { mayHaveSite, type SiteChoice } from "./detail-form";
import { type Site, siteSchema } from "./update.schema";

/** So many sites are offered to choose from; more are found by typing. */
export const few = 20;

/** The choice of a site as the page offers it; null where there is nothing to choose. */
export function siteChoice({ site, sites, siteCount }: Pick<DetailPage, "site" | "sites" | "siteCount">, kind: DetailKind): SiteChoice | null {
  if (!mayHaveSite(kind) || siteCount === 0) return null;
  const seen = site && named(site);
  const options = sites.map(named).map(({ id, name }) => ({ value: id, label: name }));
  return { seen, chosen: seen?.id ?? "", options, typed: siteCount > few ? (seen?.name ?? "") : null };
}

type Read = { choice: SiteChoice | null; value: Site | null; errors: Record<string, string> };

/** The site that was chosen or typed. Where what was typed fits several, the form asks which. */
export function readSite(form: FormData, stored: SiteChoice | null): Read {
  if (!stored) return { choice: null, value: null, errors: {} };
  const seen = siteSchema.nullable().catch(null).parse(parseJson(formText(form, "site_seen")));
  const choice: SiteChoice = { ...stored, seen, chosen: formText(form, "site"), typed: stored.typed === null ? null : formText(form, "site_typed") };
  const picked = stored.options.find(({ value }) => value === choice.chosen);
  const found = (value: Site | null): Read => ({ choice: { ...choice, chosen: value?.id ?? "" }, value, errors: {} });
  const { typed } = choice;
  if (typed === null) return found(picked ? { id: picked.value, name: picked.label } : null);
  if (typed.trim() === "") return found(null);
  if (seen?.name === typed) return found(seen);
  if (picked) return found({ id: picked.value, name: picked.label });
  return match(typed, choice, found);
}

function match(typed: string, choice: SiteChoice, found: (site: Site) => Read): Read {
  const exact = choice.options.filter(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
  const [only, ...more] = exact.length === 1 ? exact : choice.options;
  if (only && more.length === 0) return found({ id: only.value, name: only.label });
  const several = only !== undefined && choice.options.length <= few;
  const message = only ? m.account_site_several() : m.account_site_unknown();
  return { choice, value: null, errors: { [several ? "site" : "site_typed"]: message } };
}

/** What was typed to find a site, for the database to look it up. */
export function wantedSite(form: FormData): string {
  return formText(form, "site_typed").slice(0, 200);
}

/** A site that a page's address names. */
export function siteParameter(request: Request): string | undefined {
  return z.uuid().safeParse(new URL(request.url).searchParams.get("site")).data;
}

function named(site: SiteOfCustomer): Site {
  return { id: site.id, name: siteName(site) };
}

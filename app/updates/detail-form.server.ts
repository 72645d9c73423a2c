import { isDeepStrictEqual } from "node:util";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { countryChangedName } from "~/contact-details/address-fields";
import { type DetailKind, limits } from "~/contact-details/contact-detail";
import type { DetailValue } from "~/contact-details/contact-detail.schema";
import { checkText } from "~/contact-details/text";
import { valueSchema } from "~/contact-details/value.schema";
import type { DetailPage } from "~/customers/detail-page.schema";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { isManyKind } from "~/contact-details/many-kinds";
import { type DetailForm } from "./detail-form";
import type { EditField } from "./edit-field";
import { type Owner, readChanges, sentences, shown, withTyped } from "./edit-form.server";
import { readFrom } from "./from-day.server";
import { readSite, siteChoice } from "./site-choice.server";
import type { Change, Site } from "./update.schema";

/** `edit`: a detail, new or stored. `move`: the value that a stored one will have from a later day. */
export type Mode = "edit" | "move";
/** What the form needs to know: the detail, whose it is, and the sites that it may belong to. */
export type DetailFacts = Pick<DetailPage, "detail" | "site" | "siteCount" | "sites"> & { customer: Owner };
type DetailFormResult = { form: DetailForm } | { changes: Change[] };

/** The form over the detail as it is stored, or an empty one. */
export function detailForm(page: DetailFacts, kind: DetailKind, mode: Mode = "edit"): DetailForm {
  const { detail, customer } = page;
  const value = (mode === "move" ? detail?.upcoming?.value : detail?.value) ?? emptyValue(kind, customer.country);
  const placed = mode === "edit" && isManyKind(kind);
  return {
    field: fieldOf(page, kind, value),
    label: placed ? (detail?.label ?? "") : null,
    labelSeen: detail?.label ?? null,
    labelRequired: kind === "shipping_address" && detail === null && page.siteCount > 0,
    site: placed ? siteChoice(page, kind) : null,
    from: mayStartLater(page, kind) ? (mode === "move" && detail?.upcoming ? detail.upcoming.from : "") : null,
    errors: {},
  };
}

/** Reads a posted form: shown again with what was typed, or the change that it asks for; none where nothing was changed. */
export function readDetailForm(form: FormData, page: DetailFacts, kind: DetailKind, mode: Mode = "edit"): DetailFormResult {
  const stored = detailForm(page, kind, mode);
  if (form.has("changes")) return { form: formOver(stored, readChanges(form)[0], page) };
  const { customer } = page;
  const posted = parseWithZod(form, {
    schema: z.object({ detail: z.object({ value: valueSchema(kind, { customerKind: customer.kind, country: customer.country }) }) }),
    disableAutoCoercion: true,
  });
  const typed: DetailForm = {
    ...stored,
    field: withTyped(stored.field, posted.payload),
    label: stored.label === null ? null : formText(form, "label"),
    labelSeen: formText(form, "label_seen") || null,
    from: stored.from === null ? null : formText(form, "from"),
  };
  if (form.has(countryChangedName)) return { form: { ...typed, site: readSite(form, stored.site).choice } };
  const label = readLabel(typed);
  const site = readSite(form, stored.site);
  const from = readFrom(typed.from, mode === "move");
  const errors = { ...label.errors, ...(posted.status === "success" ? {} : sentences(posted.error)), ...site.errors, ...from.errors };
  const again = { ...typed, site: site.choice };
  if (posted.status !== "success" || Object.keys(errors).length > 0) return { form: { ...again, errors } };
  const change = changeOf(again, posted.value.detail.value, label.value, site.value, from.value);
  const onlyLater = change?.from && isDeepStrictEqual(change.value, change.seen);
  if (onlyLater) return { form: { ...again, errors: { from: mode === "move" ? m.account_from_as_now() : m.account_from_nothing() } } };
  const asPlanned = mode === "move" && isDeepStrictEqual(change?.value, page.detail?.upcoming?.value) && change?.from === page.detail?.upcoming?.from;
  return { changes: change && !asPlanned ? [change] : [] };
}

// An address or number to add counts at once, an email once it is proven, and a company's name once we have looked at it.
function mayStartLater({ detail, customer }: DetailFacts, kind: DetailKind): boolean {
  return detail !== null && kind !== "email" && !(kind === "name" && customer.kind === "company");
}

function emptyValue(kind: DetailKind, country: string): DetailValue {
  return kind.endsWith("_address") ? { country, lines: [], postcode: "", city: "", area: "" } : "";
}

function fieldOf({ detail, customer }: DetailFacts, kind: DetailKind, value: DetailValue): EditField {
  const typed = shown({ kind, value }, customer);
  return {
    name: "detail",
    detail: detail?.id ?? null,
    kind,
    label: detail?.label ?? null,
    site: null,
    typed: kind === "shipping_address" && typeof typed === "object" ? { contact: "", hints: "", ...typed } : typed,
    seen: detail?.value ?? null,
    version: detail?.version ?? null,
    remove: false,
  };
}

function readLabel({ label, labelRequired }: DetailForm): { value: string | null; errors: Record<string, string> } {
  if (label === null) return { value: null, errors: {} };
  const { value, error } = checkText(label, { max: limits.label });
  if (error) return { value: null, errors: { label: errorText(error) } };
  return value === "" && labelRequired ? { value, errors: { label: m.account_label_missing() } } : { value: value || null, errors: {} };
}

function changeOf({ field, label: asked, labelSeen, site: choice }: DetailForm, value: DetailValue, label: string | null, site: Site | null, from: string | null): Change | null {
  const { detail, kind, seen, version } = field;
  if (detail === null) return { op: "add", kind, label, value, site };
  const place = { label: asked === null ? field.label : label, ...(asked !== null && { labelSeen }), ...(choice && { site, siteSeen: choice.seen }) };
  const moved = (asked !== null && label !== labelSeen) || (choice !== null && site?.id !== choice.seen?.id);
  if (isDeepStrictEqual(value, seen) && !moved && !from) return null;
  return { op: "change", detail, kind, value, version: version ?? undefined, seen: seen ?? undefined, from, ...place };
}

// Back from the check page, with all that was typed; to call a plan off takes no typing.
function formOver(stored: DetailForm, change: Change | undefined, page: DetailFacts): DetailForm {
  if (!change?.value || change.op === "cancel") return stored;
  const { value, seen, version, label, labelSeen, site, siteSeen, from } = change;
  return {
    ...stored,
    field: { ...fieldOf(page, stored.field.kind, value), seen: seen ?? stored.field.seen, version: version ?? stored.field.version },
    label: stored.label === null ? null : (label ?? ""),
    labelSeen: labelSeen ?? null,
    site: stored.site && { ...stored.site, seen: siteSeen ?? null, chosen: site?.id ?? "", typed: stored.site.typed === null ? null : (site?.name ?? "") },
    from: stored.from === null ? null : (from ?? ""),
  };
}

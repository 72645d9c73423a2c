import { company } from "../../kartei.config";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { addressLines } from "./address-format";
import type { DetailKind, DetailValue, PersonName } from "./contact-detail.schema";
import { formatPhone } from "./phone";

/**
 * A value as people read it, one string a line. Phones are written as `viewerCountry` writes them;
 * an address names its country where that is not the company's. For loaders and mails: it brings the
 * phone metadata along.
 */
export function formatValue(kind: DetailKind, value: DetailValue, locale: Locale, viewerCountry: string): string[] {
  if (typeof value === "string") return [kind === "email" ? value : formatPhone(value, viewerCountry)];
  if ("country" in value) return [...addressLines(value, locale, company.defaultCountry), ...deliveryLines(value, locale)];
  return ["company" in value ? value.company : fullName(value, locale)];
}

/** Who receives at a site and how to deliver there, each on a line that says so. */
export function deliveryLines(value: DetailValue, locale: Locale): string[] {
  if (typeof value === "string" || !("country" in value)) return [];
  const { contact, hints } = value;
  return [
    ...(contact ? [m.details_contact_line({ name: contact }, { locale })] : []),
    ...(hints ? [m.details_hints_line({ hints }, { locale })] : []),
  ];
}

/** A person's name in the order of the reader's language: Hungarian puts the family name first. */
export function fullName({ given, family }: PersonName, locale: Locale): string {
  const inOrder = familyNameFirst(locale) ? [family, given] : [given, family];
  return inOrder.filter(Boolean).join(" ");
}

/** Whether the family name goes first, in names and in forms. */
export function familyNameFirst(locale: Locale): boolean {
  return locale === "hu";
}

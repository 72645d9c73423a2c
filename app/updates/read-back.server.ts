import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Address, DetailKind, DetailValue } from "~/contact-details/contact-detail.schema";
import type { Detail } from "~/contact-details/detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { detailHeading, kindLabel } from "~/contact-details/labels";
import { getLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { rowsOfChanges } from "./change-rows.server";
import { type ReadBackItem, tickName } from "./read-back";
import { type SpelledGroup, spellDigits, spellText } from "./spelling";
import type { Change } from "./update.schema";

type Customer = { country: string; locale: Locale };

/** What an agent reads back before it is saved: the record's name, then each change, spelled in the customer's language. */
export function readBackOf(changes: Change[], details: Detail[], customer: Customer): ReadBackItem[] {
  const name = details.find(({ kind }) => kind === "name");
  const items = changes.map((change, at) => itemOf(change, at, customer));
  if (!name) return items;
  return [{
    name: tickName("name"),
    heading: m.checks_read_back_whose(),
    lines: formatValue("name", name.value, getLocale(), customer.country),
    notes: [],
    spelled: spellValue("name", name.value, customer.locale),
  }, ...items];
}

/** The names of the boxes that are not ticked, with the sentence for each. */
export function missingTicks(items: ReadBackItem[], form: FormData): Record<string, string> {
  return Object.fromEntries(items.filter(({ name }) => !form.has(name)).map(({ name, heading }) => [name, m.checks_not_read_back({ detail: heading })]));
}

function itemOf(change: Change, at: number, customer: Customer): ReadBackItem {
  const { op, kind, value, seen, label } = change;
  const [row] = rowsOfChanges([change], customer.country);
  const said = op === "remove" || op === "cancel" ? undefined : (value ?? seen);
  return {
    name: tickName(String(at)),
    heading: op === "remove" ? m.checks_read_back_removed({ detail: detailHeading(kind, label ?? null) }) : op === "add" ? m.checks_read_back_added({ detail: kindLabel(kind) }) : detailHeading(kind, label ?? null),
    lines: (op === "remove" ? row?.before : row?.after) ?? [],
    notes: row?.notes ?? [],
    spelled: said === undefined ? [] : spellValue(kind, said, customer.locale),
  };
}

/** A value as it is spelled: a line for each thing that is said. Notes for whoever delivers are read out, not spelled. */
export function spellValue(kind: DetailKind, value: DetailValue, locale: Locale): SpelledGroup[][] {
  if (typeof value === "string") return [kind === "email" ? spellEmail(value, locale) : spellPhone(value)];
  if ("country" in value) return spellAddress(value, locale);
  if ("company" in value) return [spellText(value.company, locale)];
  const names = locale === "hu" ? [value.family, value.given] : [value.given, value.family];
  return names.filter(Boolean).map((name) => spellText(name, locale));
}

// "+49", "30", then pairs: country, area, and the rest as one says it.
function spellPhone(e164: string): SpelledGroup[] {
  const written = parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  return written.split(/[\s-]+/).map((part) => (part.startsWith("+") ? [{ sign: part, word: null }] : spellDigits(part.replace(/\D/g, ""))));
}

// What stands before the @, the @ itself, and what stands behind it.
function spellEmail(email: string, locale: Locale): SpelledGroup[] {
  const at = email.lastIndexOf("@");
  return [email.slice(0, at), "@", email.slice(at + 1)].flatMap((part) => spellText(part, locale));
}

function spellAddress({ lines, postcode, city, contact }: Address, locale: Locale): SpelledGroup[][] {
  return [...(contact ? [contact] : []), ...lines].filter(Boolean).map((line) => spellText(line, locale))
    .concat([[...spellText(postcode, locale), ...spellText(city, locale)]].filter((line) => line.length > 0));
}

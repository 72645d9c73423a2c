import { formatISO, isValid, parse } from "date-fns";
import { isCountry } from "~/contact-details/country";
import { locales } from "~/i18n/locale";
import type { ImportSettings } from "./import-fields";

/** What people and systems write into a column of few words, compared without case, accents and signs. Null where it says nothing we know. */
export function readKind(text: string): "person" | "company" | null {
  if (persons.has(essence(text))) return "person";
  return companies.has(essence(text)) ? "company" : null;
}

export function readContactBy(text: string): "email" | "post" | null {
  if (emails.has(essence(text))) return "email";
  return posts.has(essence(text)) ? "post" : null;
}

/** A language by its code ("de", "DE-at") or its name in any of ours. */
export function readLanguage(text: string): "de" | "en" | "hu" | null {
  return languages.get(essence(text.replace(/^([a-z]{2})[-_].*$/iu, "$1"))) ?? null;
}

/** A country by its code ("DE", "D") or its name in any of our languages, as ISO 3166-1 alpha-2. */
export function readCountry(text: string): string | null {
  const code = text.toUpperCase();
  if (isCountry(code)) return code;
  return countries().get(essence(text)) ?? signs[code] ?? null;
}

/**
 * An amount with or without grouping, decimal comma or point: "1.234,50", "1,234.50", "1 234,5 €". One mark before three
 * digits groups them where it can: "1.234" is a thousand and more, "0.125" is not. Null for another text and below zero.
 */
export function readAmount(text: string): number | null {
  if (text.length > 40) return null;
  const plain = text.replace(/[\s'’]|[€$£]|EUR|HUF|GBP|USD|Ft/giu, "");
  const [, whole, fraction] = grouped.exec(plain) ?? ungrouped.exec(plain) ?? [];
  if (whole === undefined) return null;
  const amount = Math.round(Number(`${whole.replace(/[.,]/g, "")}.${fraction ?? "0"}`) * 100) / 100;
  return amount < 1e10 ? amount : null;
}

const grouped = /^([1-9]\d{0,2}(?:(?:\.\d{3})+(?=,|$)|(?:,\d{3})+(?=\.|$)))(?:[.,](\d+))?$/;
const ungrouped = /^(\d+)(?:[.,](\d+))?$/;

/**
 * A day, or a moment of it, as an ISO date or timestamp: "2026-04-05", "2026-04-05T10:00:00Z", "5.4.2026", "2026. 04. 05.", and
 * with slashes in the order that the settings say. Null where the calendar has no such day, for times of day that there are
 * not, and before 1900, which is no day of anybody who is still a customer but some system's way to write "never".
 */
export function readDay(text: string, order: ImportSettings["dateOrder"]): string | null {
  if (text.length > 40) return null;
  if (isoDay.test(text)) return isDay(text.slice(0, 10)) && isValid(new Date(text.replace(" ", "T"))) ? text : null;
  const bare = text.replace(/[T ]\d{1,2}:\d{2}.*$/, "").replace(/\s/g, "").replace(/\.$/, "");
  const pattern = patterns[order].find(([shape]) => shape.test(bare))?.[1];
  if (!pattern) return null;
  const day = parse(bare, pattern, new Date(0));
  return isValid(day) && day.getFullYear() >= EARLIEST_YEAR ? formatISO(day, { representation: "date" }) : null;
}

function isDay(iso: string): boolean {
  return isValid(parse(iso, "yyyy-MM-dd", new Date(0))) && Number(iso.slice(0, 4)) >= EARLIEST_YEAR;
}

const EARLIEST_YEAR = 1900;
// The time zones that there are, which is also as far as PostgreSQL goes.
const isoDay = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;
const dotted: [RegExp, string][] = [[/^\d{1,2}\.\d{1,2}\.\d{4}$/, "d.M.yyyy"], [/^\d{4}\.\d{1,2}\.\d{1,2}$/, "yyyy.M.d"], [/^\d{4}\/\d{1,2}\/\d{1,2}$/, "yyyy/M/d"]];
const patterns: Record<ImportSettings["dateOrder"], [RegExp, string][]> = {
  dmy: [...dotted, [/^\d{1,2}\/\d{1,2}\/\d{4}$/, "d/M/yyyy"], [/^\d{1,2}-\d{1,2}-\d{4}$/, "d-M-yyyy"]],
  mdy: [...dotted, [/^\d{1,2}\/\d{1,2}\/\d{4}$/, "M/d/yyyy"], [/^\d{1,2}-\d{1,2}-\d{4}$/, "M-d-yyyy"]],
};

const words = (text: string) => new Set(text.split(" "));
const persons = words("person persons private privat privatperson privatkunde p maganszemely magan individual");
const companies = words("company companies business firma firmenkunde unternehmen geschaftskunde organisation organization c f ceg vallalat vallalkozas");
const emails = words("email mail emailben");
const posts = words("post letter brief postal posta level");
const languages = new Map<string, (typeof locales)[number]>([
  ["de", "de"], ["deutsch", "de"], ["german", "de"], ["nemet", "de"],
  ["en", "en"], ["englisch", "en"], ["english", "en"], ["angol", "en"],
  ["hu", "hu"], ["ungarisch", "hu"], ["hungarian", "hu"], ["magyar", "hu"],
]);

/** Signs once written before a postcode or on cars. */
const signs: Record<string, string> = { D: "DE", A: "AT", H: "HU", F: "FR", I: "IT", UK: "GB", GER: "DE", DEU: "DE", AUT: "AT", HUN: "HU", GBR: "GB", CHE: "CH" };

let byName: Map<string, string> | undefined;

function countries(): Map<string, string> {
  if (byName) return byName;
  byName = new Map();
  const codes = Array.from({ length: 26 * 26 }, (_, at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))).filter(isCountry);
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    for (const code of codes) byName.set(essence(names.of(code) ?? code), code);
  }
  return byName;
}

// "Geschäftskunde" → "geschaftskunde"
function essence(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}

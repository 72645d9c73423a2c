import type { CheckKind } from "./check-kinds";

/**
 * What a caller said, as an agent typed it, in the writing in which it is compared; null where it cannot be an answer at
 * all, so that a slip of the keys does not count as a wrong one.
 */
export function readAnswer(kind: CheckKind, typed: string): string | null {
  return readers[kind](typed.normalize("NFKC").trim());
}

const readers: Record<CheckKind, (typed: string) => string | null> = {
  caller_pin: (typed) => digitsOf(typed, 6),
  email_code: (typed) => digitsOf(typed, 8),
  birth_date: readBirthDate,
  postcode: (typed) => { const code = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""); return code.length >= 3 && code.length <= 10 ? code : null; },
  document_amount: readAmount,
  id_digits: (typed) => { const code = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""); return code.length === 4 ? code : null; },
};

function digitsOf(typed: string, count: number): string | null {
  const digits = typed.replace(/[\s-]/g, "");
  return new RegExp(`^\\d{${count}}$`).test(digits) ? digits : null;
}

// Day, month and year as people write them ("3.5.1961", "03/05/61", "03051961"), or beginning with the year ("1961. 05. 03.").
function readBirthDate(typed: string): string | null {
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(typed)?.slice(1);
  const parts = compact ?? typed.match(/\d+/g) ?? [];
  if (parts.length !== 3 || /\p{L}/u.test(typed)) return null;
  const [day = "", month = "", year = ""] = parts[0]?.length === 4 ? parts.toReversed() : parts;
  return dateOf(fullYear(year), Number(month), Number(day));
}

// Nobody is born in the future.
function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  const thisCentury = 2000 + Number(year);
  return thisCentury > new Date().getUTCFullYear() ? thisCentury - 100 : thisCentury;
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1880 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

// "1.234,50", "1,234.50", "1 234,5 €": the last separator with one or two digits after it is the decimal one.
function readAmount(typed: string): string | null {
  const plain = typed.replace(/[\s'€$£]|EUR|HUF|GBP|Ft/giu, "");
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const [, whole = "", cents] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  const digits = whole.replace(/[.,]/g, "");
  if (digits === "" || digits.length > 10) return null;
  return `${Number(digits)}.${(cents ?? "").padEnd(2, "0")}`;
}

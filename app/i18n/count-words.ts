import { getLocale, type Locale } from "./locale";
import { m } from "./messages";

/** Where the database stops counting. */
const COUNTED_TO = 10_000;

/** "312", or "10,000+" where counting stopped. */
export function countWord(count: number, locale: Locale = getLocale()): string {
  const number = new Intl.NumberFormat(locale).format(count);
  return count < COUNTED_TO ? number : `${number}+`;
}

/** The same in a sentence of its own: "312", or "10,000 or more". */
export function countOrMore(count: number): string {
  const number = new Intl.NumberFormat(getLocale());
  return count < COUNTED_TO ? number.format(count) : m.desk_count_or_more({ count: number.format(COUNTED_TO) });
}

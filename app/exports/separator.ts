import type { Separator } from "~/csv/csv";
import type { Locale } from "~/i18n/locale";

/** What Excel expects between the cells in a language: a semicolon where the comma is the decimal point. */
export function separatorFor(locale: Locale): Separator {
  return locale === "en" ? "," : ";";
}

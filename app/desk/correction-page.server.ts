import { countryOptions } from "~/contact-details/country";
import { getLocale } from "~/i18n/locale";
import { type CustomerRecord, headOf } from "./record.server";

/** What each page needs, besides the check of a caller, on which an agent corrects something of a record. */
export function correctionPage(record: CustomerRecord) {
  const locale = getLocale();
  return { head: headOf(record), locale, countries: countryOptions(locale) };
}

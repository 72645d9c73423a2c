import { countryOptions } from "~/contact-details/country";
import { formatValue } from "~/contact-details/format-detail";
import { kindLabel } from "~/contact-details/labels";
import { getLocale, languageName, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { NewDetail } from "./new-customer-form.server";
import type { TypedCustomer } from "./new-customer.schema";

/** What the form offers to choose from. */
export function newCustomerChoices() {
  const locale = getLocale();
  return { locale, countries: countryOptions(locale), languages: locales.map((value) => ({ value, label: languageName(value) })) };
}

/** What was typed as it will be stored, to read back. */
export function viewEntry({ channel, kind, locale, address }: TypedCustomer, details: NewDetail[]) {
  return [
    { label: m.finding_new_channel(), lines: [channel === "phone" ? m.finding_new_on_the_phone() : m.finding_new_in_person()] },
    { label: m.desk_fact_kind(), lines: [kind === "person" ? m.desk_kind_person() : m.desk_kind_company()] },
    ...details.map(({ kind, value }) => ({
      label: kindLabel(kind),
      lines: [...formatValue(kind, value, getLocale(), address.country), ...(kind === "email" ? [m.finding_new_email_waits()] : [])],
    })),
    { label: m.desk_fact_language(), lines: [languageName(locale)] },
  ];
}

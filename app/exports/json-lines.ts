import type { Detail } from "~/contact-details/detail.schema";
import type { ExportedCustomer } from "./export.schema";
import type { ExportFile } from "./export-file";

/** One JSON object for each customer (https://jsonlines.org), with all details, how each is known, and every value as it is stored. */
export const jsonLines: ExportFile = {
  head: "",
  lines: (customers) => customers.map((customer) => `${JSON.stringify(customerObject(customer))}\n`).join(""),
};

// The names are those of the CSV's columns. Other programs read them: a new one may be added, and none ever changes.
function customerObject({ accountNumber, kind, locale, contactBy, yearlySpend, birthDate, remindersOptOut, since, details }: ExportedCustomer) {
  return {
    account_number: accountNumber,
    kind,
    language: locale,
    yearly_spend: yearlySpend,
    birth_date: birthDate,
    contact_by: contactBy,
    reminders_opt_out: remindersOptOut,
    customer_since: since,
    details: details.map(detailObject),
  };
}

function detailObject({ id, kind, label, isPrimary, siteId, value, verified, freshness }: Detail) {
  return {
    detail_id: id,
    kind,
    label,
    primary: isPrimary,
    site_id: siteId,
    value,
    ...(kind === "email" && { verified }),
    known_since: freshness.knownSince,
    last_confirmed: freshness.confirmedAt,
    confirmed_by: freshness.confirmedBy,
    channel: freshness.channel,
    review_on: freshness.reviewOn,
    on_hold: freshness.hold,
  };
}

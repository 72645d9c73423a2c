import type { DetailKind } from "~/contact-details/contact-detail.schema";
import type { Detail } from "~/contact-details/detail.schema";
import { csvHead, csvLines, type Separator } from "~/csv/csv";
import { addressCells, lineCell, nameCells } from "./cells";
import { dayOf } from "./day-of";
import type { ExportedCustomer } from "./export.schema";
import type { ExportFile } from "./export-file";

/** The headings, in order. Other programs read files by them: a new one goes to the end, and none ever changes. */
export const customerColumns = [
  "account_number", "kind", "company", "given", "family", "street", "street2", "street3", "postcode", "city", "area", "country",
  "phone", "fax", "email", "language", "yearly_spend", "birth_date", "contact_by",
  "name_confirmed", "address_confirmed", "phone_confirmed", "fax_confirmed", "email_confirmed", "more_details",
] as const;

/**
 * One line for each customer, with the name, the billing address and the primary phone, fax and email, and the day on
 * which each was last confirmed. `more_details` counts what the line leaves out: sites and further numbers.
 */
export function customersCsv(separator: Separator): ExportFile {
  return {
    head: csvHead(customerColumns, separator),
    lines: (customers) => csvLines(customers.map(cellsOf), separator),
  };
}

function cellsOf({ details, ...customer }: ExportedCustomer): (string | null)[] {
  // The primary one comes first of its kind.
  const first = (kind: DetailKind) => details.find((detail) => detail.kind === kind);
  const [name, address, phone, fax, email] = [first("name"), first("billing_address"), first("phone"), first("fax"), first("email")];
  return [
    customer.accountNumber, customer.kind, ...nameCells(name?.value), ...addressCells(address?.value),
    ...[phone, fax, email].map((detail) => lineCell(detail?.value)),
    customer.locale, customer.yearlySpend.toFixed(2), customer.birthDate, customer.contactBy,
    ...[name, address, phone, fax, email].map(confirmedOn),
    String(details.length - [name, address, phone, fax, email].filter(Boolean).length),
  ];
}

function confirmedOn(detail: Detail | undefined): string | null {
  return dayOf(detail?.freshness.confirmedAt ?? null);
}

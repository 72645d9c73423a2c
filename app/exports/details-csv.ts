import type { Detail } from "~/contact-details/detail.schema";
import { fullName } from "~/contact-details/format-detail";
import { csvHead, csvLines, type Separator } from "~/csv/csv";
import { addressCells, deliveryCells, lineCell, nameCells } from "./cells";
import { dayOf } from "./day-of";
import type { ExportedCustomer } from "./export.schema";
import type { ExportFile } from "./export-file";

/** The headings, in order. Other programs read files by them: a new one goes to the end, and none ever changes. */
export const detailColumns = [
  "account_number", "customer_kind", "customer_name", "language", "yearly_spend", "contact_by",
  "detail_id", "kind", "label", "primary", "site_id", "site",
  "company", "given", "family", "street", "street2", "street3", "postcode", "city", "area", "country", "value", "verified",
  "known_since", "last_confirmed", "confirmed_by", "channel", "review_on", "on_hold",
  "contact", "hints",
] as const;

/**
 * One line for each detail, with its customer and how it is known. A name and an address stand in their parts; a phone,
 * a fax and an email in `value`. `site` is the label of the shipping address that the detail belongs to.
 */
export function detailsCsv(separator: Separator): ExportFile {
  return {
    head: csvHead(detailColumns, separator),
    lines: (customers) => csvLines(customers.flatMap(rowsOf), separator),
  };
}

function rowsOf(customer: ExportedCustomer): (string | null)[][] {
  const { accountNumber, kind, locale, yearlySpend, contactBy, details } = customer;
  const labels = new Map(details.map(({ id, label }) => [id, label]));
  const ofCustomer = [accountNumber, kind, nameOf(customer), locale, yearlySpend.toFixed(2), contactBy];
  return details.map((detail) => [...ofCustomer, ...placeCells(detail, labels), ...valueCells(detail), ...freshnessCells(detail), ...deliveryCells(detail.value)]);
}

function nameOf({ details, locale }: ExportedCustomer): string | null {
  const [company = null, given, family] = nameCells(details.find(({ kind }) => kind === "name")?.value);
  return company ?? fullName({ given: given ?? "", family: family ?? "" }, locale);
}

function placeCells({ id, kind, label, isPrimary, siteId }: Detail, labels: Map<string, string | null>): (string | null)[] {
  return [id, kind, label, String(isPrimary), siteId, siteId === null ? null : labels.get(siteId) ?? null];
}

function valueCells({ kind, value, verified }: Detail): (string | null)[] {
  return [...nameCells(value), ...addressCells(value), lineCell(value), kind === "email" ? String(verified) : null];
}

function freshnessCells({ freshness: { knownSince, confirmedAt, confirmedBy, channel, reviewOn, hold } }: Detail): (string | null)[] {
  return [knownSince, dayOf(confirmedAt), confirmedBy, channel, reviewOn, hold];
}

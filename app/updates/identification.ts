import { m } from "~/i18n/messages";

/** What a change was saved on: what a caller's check stood on, or what was shown across a counter. */
export const identifications = [
  "caller_pin", "email_code", "birth_date", "postcode", "document_amount", "id_digits", "override", "documents", "id_card",
] as const;
export type Identification = (typeof identifications)[number];

/** "Caller PIN, birth date", for the history. */
export function identificationText(by: Identification[]): string {
  return by.map((one) => labels[one]()).join(", ");
}

const labels = {
  caller_pin: m.checks_kind_caller_pin,
  email_code: m.checks_kind_email_code,
  birth_date: m.checks_kind_birth_date,
  postcode: m.checks_kind_postcode,
  document_amount: m.checks_kind_document_amount,
  id_digits: m.checks_kind_id_digits,
  override: m.checks_by_override,
  documents: m.checks_by_documents,
  id_card: m.checks_by_id_card,
};

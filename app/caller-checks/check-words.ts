import { m } from "~/i18n/messages";
import type { CheckKind } from "./check-kinds";

/** What is asked, as the panel and the policy name it. */
export function checkKindLabel(kind: CheckKind): string {
  return labels[kind]();
}

/** How an answer may be typed. */
export function checkKindHint(kind: CheckKind): string {
  return hints[kind]();
}

const labels = {
  caller_pin: m.checks_kind_caller_pin,
  email_code: m.checks_kind_email_code,
  birth_date: m.checks_kind_birth_date,
  postcode: m.checks_kind_postcode,
  document_amount: m.checks_kind_document_amount,
  id_digits: m.checks_kind_id_digits,
};

const hints = {
  caller_pin: m.checks_hint_caller_pin,
  email_code: m.checks_hint_email_code,
  birth_date: m.checks_hint_birth_date,
  postcode: m.checks_hint_postcode,
  document_amount: m.checks_hint_document_amount,
  id_digits: m.checks_hint_id_digits,
};

import { m } from "~/i18n/messages";
import type { Direction, NoteChannel, Outcome, Reason, Satisfaction } from "./note";

/** "Call received", "Letter sent". */
export function wayWord(channel: NoteChannel, direction: Direction): string {
  return ways[`${channel}-${direction}`]();
}

/** The same as the customer reads it: "You called us". */
export function wayForCustomer(channel: NoteChannel, direction: Direction): string {
  return waysForCustomer[`${channel}-${direction}`]();
}

/** "Invoice missing"; a reason that there is no more goes by its code. */
export function reasonWord(reason: string): string {
  return isReason(reason) ? reasonWords[reason]() : reason;
}

/** What is written in a note of a frequent reason; blanks are for the agent to fill. Null where nothing is ready. */
export function templateText(reason: Reason): string | null {
  return templates[reason]?.() ?? null;
}

export function outcomeWord(outcome: Outcome): string {
  return outcomeWords[outcome]();
}

export function satisfiedWord(satisfied: Satisfaction): string {
  return satisfiedWords[satisfied]();
}

function isReason(reason: string): reason is Reason {
  return reason in reasonWords;
}

const ways = {
  "phone-in": m.notes_way_phone_in,
  "phone-out": m.notes_way_phone_out,
  "in_person-in": m.notes_way_in_person_in,
  "in_person-out": m.notes_way_in_person_out,
  "chat-in": m.notes_way_chat_in,
  "chat-out": m.notes_way_chat_out,
  "letter-in": m.notes_way_letter_in,
  "letter-out": m.notes_way_letter_out,
  "fax-in": m.notes_way_fax_in,
  "fax-out": m.notes_way_fax_out,
  "email-in": m.notes_way_email_in,
  "email-out": m.notes_way_email_out,
};

const waysForCustomer = {
  "phone-in": m.notes_your_phone_in,
  "phone-out": m.notes_your_phone_out,
  "in_person-in": m.notes_your_in_person_in,
  "in_person-out": m.notes_your_in_person_out,
  "chat-in": m.notes_your_chat_in,
  "chat-out": m.notes_your_chat_out,
  "letter-in": m.notes_your_letter_in,
  "letter-out": m.notes_your_letter_out,
  "fax-in": m.notes_your_fax_in,
  "fax-out": m.notes_your_fax_out,
  "email-in": m.notes_your_email_in,
  "email-out": m.notes_your_email_out,
};

const reasonWords: Record<Reason, () => string> = {
  invoice_missing: m.notes_reason_invoice_missing,
  invoice_wrong: m.notes_reason_invoice_wrong,
  payment: m.notes_reason_payment,
  delivery_late: m.notes_reason_delivery_late,
  delivery_incomplete: m.notes_reason_delivery_incomplete,
  return: m.notes_reason_return,
  order: m.notes_reason_order,
  details_changed: m.notes_reason_details_changed,
  sign_in_help: m.notes_reason_sign_in_help,
  complaint: m.notes_reason_complaint,
  call_back: m.notes_reason_call_back,
  other: m.notes_reason_other,
};

const templates: Partial<Record<Reason, () => string>> = {
  invoice_missing: m.notes_template_invoice_missing,
  invoice_wrong: m.notes_template_invoice_wrong,
  payment: m.notes_template_payment,
  delivery_late: m.notes_template_delivery_late,
  delivery_incomplete: m.notes_template_delivery_incomplete,
  return: m.notes_template_return,
  order: m.notes_template_order,
  details_changed: m.notes_template_details_changed,
  sign_in_help: m.notes_template_sign_in_help,
  call_back: m.notes_template_call_back,
};

const outcomeWords: Record<Outcome, () => string> = {
  settled: m.notes_outcome_settled,
  promised: m.notes_outcome_promised,
  passed_on: m.notes_outcome_passed_on,
  open: m.notes_outcome_open,
  not_reached: m.notes_outcome_not_reached,
};

const satisfiedWords: Record<Satisfaction, () => string> = {
  yes: m.notes_satisfied_yes,
  no: m.notes_satisfied_no,
  not_asked: m.notes_satisfied_not_asked,
};

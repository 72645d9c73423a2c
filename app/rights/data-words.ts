import type { ConcernState } from "~/concerns/concern.schema";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;
type Words = Record<string, Message | undefined>;

/** What an update did with a detail; a word of the database's own where there is none yet. */
export function detailOpWord(op: string, locale: Locale): string {
  return word(ops, op, locale);
}

/** Where a login came from. */
export function originWord(origin: string, locale: Locale): string {
  return word(origins, origin, locale);
}

/** What a task was for, or how it ended. */
export function outcomeWord(outcome: string, locale: Locale): string {
  return word(outcomes, outcome, locale);
}

/** What a mail or letter was. */
export function sentWord(kind: string, locale: Locale): string {
  return word(mails, kind, locale);
}

export function documentWord(kind: "invoice" | "delivery_note", locale: Locale): string {
  return kind === "invoice" ? m.desk_document_invoice({}, { locale }) : m.desk_document_delivery_note({}, { locale });
}

/** How a concern stands. */
export function concernStateWord(state: ConcernState, locale: Locale): string {
  return word(states, state, locale);
}

/** What became of a promise. */
export function promiseStateWord(state: string, locale: Locale): string {
  return word(promises, state, locale);
}

function word(words: Words, code: string, locale: Locale): string {
  return words[code]?.({}, { locale }) ?? code;
}

const ops: Words = { add: m.rights_op_add, change: m.rights_op_change, remove: m.rights_op_remove, confirm: m.rights_op_confirm };

const promises: Words = { open: m.commitments_state_open, kept: m.commitments_state_kept, broken: m.commitments_state_broken, withdrawn: m.commitments_state_withdrawn };

const origins: Words = {
  import: m.rights_origin_import,
  activation: m.rights_origin_activation,
  invitation: m.rights_origin_invitation,
  replacement: m.rights_origin_replacement,
  email_change: m.rights_origin_email_change,
};

const outcomes: Words = {
  company_name_change: m.rights_task_name,
  sign_in_frozen: m.rights_task_frozen,
  concern_escalated: m.concerns_task_escalated,
  commitment_due: m.commitments_task_due,
  commitment_overdue: m.commitments_task_overdue,
  erasure_requested: m.rights_task_erasure,
  update_disputed: m.rights_task_disputed,
  done: m.rights_outcome_done,
  accepted: m.rights_outcome_accepted,
  declined: m.rights_outcome_declined,
  replaced: m.rights_outcome_replaced,
  used: m.rights_outcome_used,
  refused: m.rights_outcome_refused,
  withdrawn: m.rights_outcome_withdrawn,
};

const mails: Words = {
  receipt: m.desk_mail_receipt,
  email_changed: m.desk_mail_email_changed,
  reminder: m.desk_mail_reminder,
  name_request_refused: m.desk_mail_name_request_refused,
  concern_received: m.concerns_mail_received,
  concern_answered: m.concerns_mail_answered,
  erased: m.rights_mail_erased,
};

const states: Words = { open: m.concerns_state_open, in_progress: m.concerns_state_in_progress, answered: m.concerns_state_answered, closed: m.concerns_state_closed };

import type { CheckKind } from "~/caller-checks/check-kinds";
import type { CommitmentState } from "~/commitments/commitment";
import type { ConcernState } from "~/concerns/concern";
import type { UpdateItem } from "~/contact-details/contact-detail.schema";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Task } from "~/tasks/task.schema";
import type { loginOrigins, outcomes } from "./held-data.schema";

/** What a code of the database is called in the document, which may be in another language than the page. */
export type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** What an update did with a detail. */
export const detailOps: Record<UpdateItem["op"], Word> = {
  add: m.rights_op_add,
  change: m.rights_op_change,
  remove: m.rights_op_remove,
  confirm: m.rights_op_confirm,
  make_primary: m.rights_op_make_primary,
  place: m.rights_op_place,
  cancel: m.rights_op_cancel,
};

export const originWords: Record<(typeof loginOrigins)[number], Word> = {
  import: m.rights_origin_import,
  activation: m.rights_origin_activation,
  invitation: m.rights_origin_invitation,
  replacement: m.rights_origin_replacement,
  email_change: m.rights_origin_email_change,
};

export const causeWords: Record<Task["cause"], Word> = {
  company_name_change: m.rights_task_name,
  sign_in_frozen: m.rights_task_frozen,
  concern_escalated: m.concerns_task_escalated,
  commitment_due: m.commitments_task_due,
  commitment_overdue: m.commitments_task_overdue,
  erasure_requested: m.rights_task_erasure,
  update_disputed: m.rights_task_disputed,
};

export const outcomeWords: Record<(typeof outcomes)[number], Word> = {
  done: m.rights_outcome_done,
  refused: m.rights_outcome_refused,
  withdrawn: m.rights_outcome_withdrawn,
  accepted: m.rights_outcome_accepted,
  declined: m.rights_outcome_declined,
  replaced: m.rights_outcome_replaced,
  used: m.rights_outcome_used,
};

export const concernStates: Record<ConcernState, Word> = {
  open: m.concerns_state_open,
  in_progress: m.concerns_state_in_progress,
  answered: m.concerns_state_answered,
  closed: m.concerns_state_closed,
};

export const documentKinds: Record<"invoice" | "delivery_note", Word> = { invoice: m.desk_document_invoice, delivery_note: m.desk_document_delivery_note };

/** What a caller was asked. */
export const checkKindWords: Record<CheckKind, Word> = {
  caller_pin: m.checks_kind_caller_pin,
  email_code: m.checks_kind_email_code,
  birth_date: m.checks_kind_birth_date,
  postcode: m.checks_kind_postcode,
  document_amount: m.checks_kind_document_amount,
  id_digits: m.checks_kind_id_digits,
};

/** What became of a promise. */
export const promiseStates: Record<CommitmentState, Word> = {
  open: m.commitments_state_open,
  kept: m.commitments_state_kept,
  broken: m.commitments_state_broken,
  withdrawn: m.commitments_state_withdrawn,
};

import { m } from "~/i18n/messages";
import type { Tone } from "~/ui/tone";
import type { ConcernKind, ConcernState } from "./concern";

/** "Complaint". */
export function kindWord(kind: ConcernKind): string {
  return kinds[kind]();
}

/** What belongs to a kind, for choosing it. */
export function kindHint(kind: ConcernKind): string {
  return hints[kind]();
}

/** "Being worked on". */
export function stateWord(state: ConcernState): string {
  return states[state]();
}

export const stateTones: Record<ConcernState, Tone> = { open: "due_soon", in_progress: "due_soon", answered: "fresh", closed: "plain" };

const kinds = {
  question: m.concerns_kind_question,
  complaint: m.concerns_kind_complaint,
  suggestion: m.concerns_kind_suggestion,
  order_request: m.concerns_kind_order_request,
};

const hints = {
  question: m.concerns_kind_question_hint,
  complaint: m.concerns_kind_complaint_hint,
  suggestion: m.concerns_kind_suggestion_hint,
  order_request: m.concerns_kind_order_request_hint,
};

const states = {
  open: m.concerns_state_open,
  in_progress: m.concerns_state_in_progress,
  answered: m.concerns_state_answered,
  closed: m.concerns_state_closed,
};

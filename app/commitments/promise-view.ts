import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { calendarDay } from "~/i18n/times";
import { departmentWord } from "~/staff/department";
import type { Tone } from "~/ui/tone";
import type { CommitmentState } from "./commitment";
import type { CustomerPromise } from "./commitment.schema";

/** A promise made ready for a page. */
export function viewPromise({ id, what, dueOn, state, overdue, staff, department }: CustomerPromise) {
  return {
    id,
    what: what ?? m.commitments_erased(),
    due: calendarDay(dueOn, getLocale()),
    state: overdue ? m.commitments_state_overdue() : states[state](),
    tone: overdue ? "stale" as const : tones[state],
    who: staff ?? (department ? departmentWord(department) : ""),
  };
}
export type PromiseView = ReturnType<typeof viewPromise>;

const states: Record<CommitmentState, () => string> = {
  open: m.commitments_state_open,
  kept: m.commitments_state_kept,
  broken: m.commitments_state_broken,
  withdrawn: m.commitments_state_withdrawn,
};

const tones: Record<CommitmentState, Tone> = { open: "due_soon", kept: "fresh", broken: "stale", withdrawn: "plain" };

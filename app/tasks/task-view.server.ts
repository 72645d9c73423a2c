import type { DetailValue } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortDay, shortMoment } from "~/i18n/times";
import { departmentWord } from "~/staff/department";
import { roleWord } from "~/staff/role";
import { company } from "../../kartei.config";
import { dueWords } from "./due-words";
import type { FrozenLogin, Task, TaskMove } from "./task.schema";
import type { TaskView } from "./task-view";
import type { TaskPage } from "./tasks.server";

/** A task made ready for a page, at the moment `now`. */
export function viewTask(task: Task, now: Date): TaskView {
  const { id, accountNumber, customerName, dueAt, claimedBy, mine } = task;
  const locale = getLocale();
  return {
    id,
    accountNumber,
    customerName: customerName ?? accountNumber,
    due: dueWords(dueAt, now, locale),
    dueAt: shortMoment(dueAt, locale),
    overdue: new Date(dueAt) < now,
    role: roleWord(task.role),
    department: departmentWord(task.department),
    claimedBy,
    mine,
    ...askedFor(task),
  };
}

/** One task with what its page offers. */
export function viewTaskPage({ task, takers, frozenLogins, moves, me }: TaskPage, now: Date) {
  return {
    task: viewTask(task, now),
    supervises: me.role !== "agent",
    takers: takers.map(({ id, name, department }) => ({ value: id, label: `${name} · ${departmentWord(department)}` })),
    frozenLogins: frozenLogins.map(viewFrozenLogin),
    moves: moves.map(viewMove),
  };
}
export type TaskPageView = ReturnType<typeof viewTaskPage>;

// What is asked for, in words, with what its decision needs. `what` is the one thing that tells it from others of its cause.
function askedFor(task: Task) {
  switch (task.cause) {
    case "sign_in_frozen":
      return { cause: task.cause, title: m.desk_task_frozen(), what: task.proposal.reference, reference: task.proposal.reference };
    case "update_disputed":
      return { cause: task.cause, title: m.links_task_disputed(), what: task.proposal.reference, reference: task.proposal.reference, undone: task.proposal.undoneBy !== null };
    case "concern_escalated":
      return { cause: task.cause, title: m.concerns_task_escalated(), what: task.proposal.reference, reference: task.proposal.reference };
    case "erasure_requested":
      return { cause: task.cause, title: m.rights_task_erasure(), what: null };
    case "commitment_due":
    case "commitment_overdue":
      return { cause: task.cause, title: task.cause === "commitment_due" ? m.commitments_task_due() : m.commitments_task_overdue(), what: task.proposal.what, commitment: task.proposal.commitment };
    case "company_name_change": {
      const proposed = line(task.proposal.value);
      return { cause: task.cause, title: m.desk_task_name(), what: proposed, current: line(task.current.value), proposed, version: task.current.version };
    }
  }
}

function line(value: DetailValue): string {
  return formatValue("name", value, getLocale(), company.defaultCountry).join(", ");
}

function viewFrozenLogin({ id, name, email, role, since, otherFreeze }: FrozenLogin) {
  return {
    id,
    name: name || email,
    email,
    facts: [role === "owner" ? m.desk_login_owner() : m.desk_login_member(), m.tasks_login_since({ day: shortDay(since, getLocale()) })].join(" · "),
    otherFreeze,
  };
}

function viewMove({ act, at, by, from, to }: TaskMove) {
  return { when: shortMoment(at, getLocale()), told: moveWords[act]({ by, from: from ?? "", to: to ?? "" }) };
}

const moveWords: Record<TaskMove["act"], (who: { by: string; from: string; to: string }) => string> = {
  claimed: ({ by }) => m.tasks_move_claimed({ by }),
  released: ({ by, from }) => (by === from ? m.tasks_move_released({ by }) : m.tasks_move_released_for({ by, from })),
  handed: ({ by, to }) => m.tasks_move_handed({ by, to }),
  fell_back: ({ from }) => m.tasks_move_fell_back({ from }),
};

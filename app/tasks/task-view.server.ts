import type { DetailValue } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import { company } from "../../kartei.config";
import type { Task } from "./task.schema";
import type { TaskView } from "./task-item";

/** A task made ready for a page, at the moment `now`. */
export function viewTask(task: Task, now: Date): TaskView {
  const { id, accountNumber, customerName, dueAt } = task;
  return {
    id,
    accountNumber,
    customerName: customerName ?? accountNumber,
    due: shortMoment(dueAt, getLocale()),
    overdue: new Date(dueAt) < now,
    ...askedFor(task),
  };
}

function askedFor(task: Task) {
  switch (task.cause) {
    case "sign_in_frozen":
      return { cause: task.cause, title: m.desk_task_frozen(), reference: task.proposal.reference };
    case "update_disputed":
      return { cause: task.cause, title: m.links_task_disputed(), reference: task.proposal.reference, undone: task.proposal.undoneBy !== null };
    case "concern_escalated":
      return { cause: task.cause, title: m.concerns_task_escalated(), reference: task.proposal.reference };
    case "erasure_requested":
      return { cause: task.cause, title: m.rights_task_erasure() };
    case "commitment_due":
    case "commitment_overdue":
      return { cause: task.cause, title: task.cause === "commitment_due" ? m.commitments_task_due() : m.commitments_task_overdue(), commitment: task.proposal.commitment, what: task.proposal.what ?? m.commitments_erased() };
    case "company_name_change":
      return { cause: task.cause, title: m.desk_task_name(), current: line(task.current.value), proposed: line(task.proposal.value), version: task.current.version };
  }
}

function line(value: DetailValue): string {
  return formatValue("name", value, getLocale(), company.defaultCountry).join(", ");
}

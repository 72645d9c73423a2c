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
    ...(task.cause === "sign_in_frozen"
      ? { cause: task.cause, title: m.desk_task_frozen(), reference: task.proposal.reference }
      : { cause: task.cause, title: m.desk_task_name(), current: line(task.current.value), proposed: line(task.proposal.value), version: task.current.version }),
  };
}

function line(value: DetailValue): string {
  return formatValue("name", value, getLocale(), company.defaultCountry).join(", ");
}

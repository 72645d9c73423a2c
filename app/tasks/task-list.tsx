import { Link } from "@remix-run/react";
import type { RefObject } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import { ClaimButton } from "./claim-button";
import type { TaskView } from "./task-view";

/**
 * Open work, one row each, soonest due first: the arrows move through the rows and Enter opens one. `back` is the
 * list's own address, to which claiming leads back.
 */
export function TaskList({ list, tasks, back }: { list: RefObject<HTMLUListElement>; tasks: TaskView[]; back: string }) {
  return (
    <ul ref={list} aria-label={m.tasks_list_label()} className="border border-edge bg-card">
      {tasks.map((task) => <TaskRow key={task.id} task={task} back={back} />)}
    </ul>
  );
}

function TaskRow({ task, back }: { task: TaskView; back: string }) {
  const { id, title, what, accountNumber, customerName, due, dueAt, overdue, department, role } = task;
  return (
    <li data-task={id} className="relative grid items-baseline gap-x-4 border-t border-rule px-3 py-1.5 first:border-0 focus-within:bg-paper hover:bg-paper sm:grid-cols-[9rem_minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)_11rem]">
      <span className="tabular-nums" title={dueAt}>
        {due} {overdue && <Tag tone="stale">{m.desk_task_overdue()}</Tag>}
      </span>
      <span className="min-w-0">
        <Link to={paths.task(id)} className="font-semibold after:absolute after:inset-0">{title}</Link>
        {what && <bdi className="block truncate text-sm text-ink-soft">{what}</bdi>}
      </span>
      <span className="min-w-0"><bdi>{customerName}</bdi> <span className="text-sm text-ink-soft"><Reference>{accountNumber}</Reference></span></span>
      <span className="text-sm"><bdi>{department}</bdi><span className="block text-ink-soft">{role}</span></span>
      <span className="relative z-10 -my-1 justify-self-start text-sm"><Claimant task={task} back={back} /></span>
    </li>
  );
}

function Claimant({ task, back }: { task: TaskView; back: string }) {
  if (task.mine) return <span className="flex flex-wrap items-baseline gap-x-2">{m.tasks_with_you()} <ClaimButton act="release" task={task.id} title={task.title} customer={task.customerName} back={back} /></span>;
  if (task.claimedBy) return <bdi>{task.claimedBy}</bdi>;
  return <ClaimButton act="claim" task={task.id} title={task.title} customer={task.customerName} back={back} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { TaskItem } from "~/tasks/task-item";
import { viewTask } from "~/tasks/task-view.server";
import { readTasks } from "~/tasks/tasks.server";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_tasks_title()) }];

/** Open work, soonest due first. After a decision the address says `?closed`, or `?settled` where somebody was quicker. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { searchParams } = new URL(request.url);
  const { me, tasks } = await readTasks(db);
  const now = new Date();
  return { me, tasks: tasks.map((task) => viewTask(task, now)), closed: searchParams.has("closed"), settled: searchParams.has("settled") };
}

export default function Tasks() {
  const { me, tasks, closed, settled } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.desk_tasks_title()}</PageTitle>
      {closed && <Notice live tone="success" title={m.desk_task_closed()} />}
      {settled && <Notice live tone="warning" title={m.errors_task_is_closed()} />}
      {tasks.length === 0 && <EmptyState title={m.desk_tasks_empty_title()}>{m.desk_tasks_empty_text()}</EmptyState>}
      <div className="max-w-5xl">
        {tasks.map((task) => <TaskItem key={task.id} task={task} />)}
      </div>
    </DeskFrame>
  );
}

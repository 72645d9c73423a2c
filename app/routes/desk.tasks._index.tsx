import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { useArrowKeys } from "~/desk/use-arrow-keys";
import { useShortcut } from "~/ui/use-shortcut";
import { m } from "~/i18n/messages";
import { pressInRow } from "~/tasks/press-in-row";
import { listAddress, TaskFilter } from "~/tasks/task-filter";
import { TaskKeys } from "~/tasks/task-keys";
import { TaskList } from "~/tasks/task-list";
import { TaskNotice } from "~/tasks/task-notice";
import { readTaskFilter, readTaskNews } from "~/tasks/task-query.server";
import { viewTask } from "~/tasks/task-view.server";
import { readTasks } from "~/tasks/tasks.server";
import { WorkElsewhere } from "~/tasks/work-elsewhere";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_tasks_title()) }];

/** Open work of a filter, soonest due first, and what came of the last act: `?closed`, `?settled`, `?taken=` and the like. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { searchParams } = new URL(request.url);
  const filter = readTaskFilter(searchParams);
  const { me, tasks, elsewhere, ...counts } = await readTasks(db, filter);
  const now = new Date();
  const views = tasks.map((task) => viewTask(task, now));
  return { me, filter, counts, elsewhere, tasks: views, news: readTaskNews(searchParams, views) };
}

export default function Tasks() {
  const { me, filter, counts, elsewhere, tasks, news } = useLoaderData<typeof loader>();
  const list = useRef<HTMLUListElement>(null);
  useArrowKeys(list);
  useShortcut("c", () => { pressInRow(list.current, "claim"); });
  useShortcut("r", () => { pressInRow(list.current, "release"); });
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.desk_tasks_title()}</PageTitle>
      <TaskNotice news={news} />
      <TaskFilter filter={filter} counts={counts} />
      {tasks.length === 0
        ? <EmptyState title={m.desk_tasks_empty_title()}>{m.tasks_empty_text()}</EmptyState>
        : <><TaskKeys shown={tasks.length} count={counts.lists[filter.which]} /><TaskList list={list} tasks={tasks} back={listAddress(filter)} /></>}
      <WorkElsewhere elsewhere={elsewhere} />
    </DeskFrame>
  );
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { useShortcut } from "~/ui/use-shortcut";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { pressInRow } from "~/tasks/press-in-row";
import { TaskDecision } from "~/tasks/task-decision";
import { TaskNotice } from "~/tasks/task-notice";
import { TaskPage } from "~/tasks/task-page";
import { readTaskNews } from "~/tasks/task-query.server";
import { viewTaskPage } from "~/tasks/task-view.server";
import { readTask } from "~/tasks/tasks.server";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.page.task.title ?? m.desk_tasks_title()) }];

/** One open task; one that was closed meanwhile leads back to the list, which says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  try {
    const read = await readTask(db, parameter(params, "task"));
    const page = viewTaskPage(read, new Date());
    return { me: read.me, page, news: readTaskNews(new URL(request.url).searchParams, [page.task]) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "task_is_closed") throw redirect(`${paths.tasks()}?settled`);
    throw error;
  }
}

export default function Task() {
  const { me, page, news } = useLoaderData<typeof loader>();
  const whole = useRef<HTMLDivElement>(null);
  useShortcut("c", () => { pressInRow(whole.current, "claim"); });
  useShortcut("r", () => { pressInRow(whole.current, "release"); });
  return (
    <DeskFrame me={me}>
      <TaskNotice news={news} />
      <div ref={whole} data-task={page.task.id}><TaskPage page={page}><TaskDecision page={page} /></TaskPage></div>
    </DeskFrame>
  );
}

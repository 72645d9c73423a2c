import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { reasonName } from "~/tasks/reason-name";
import { TaskDecision } from "~/tasks/task-decision";
import { readDecision, saying } from "~/tasks/task-form.server";
import { TaskPage } from "~/tasks/task-page";
import { viewTaskPage } from "~/tasks/task-view.server";
import { closeTask, readTask } from "~/tasks/tasks.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_tasks_title()) }];

/** Reached by reloading: the task's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.task(parameter(params, "task")));
}

/** Closes a task; a reason that is missing and a name changed meanwhile are told beside the task. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const decision = readDecision(await request.formData(), task);
  const { status, message } = await closeTask(db, task, decision).then(
    ({ status }) => (status === "conflict" ? { status: 409, message: null } : { status: 200, message: null }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "task_is_closed") throw redirect(`${paths.tasks()}?settled`);
      if (error.code === "task_is_claimed") throw redirect(saying(paths.task(task), "taken", task));
      return { status: error.status, message: errorText(error.messageKey) };
    },
  );
  if (status === 200) return redirect(`${paths.tasks()}?closed`);
  const read = await readTask(db, task);
  return data({ me: read.me, page: viewTaskPage(read, new Date()), message, typed: decision.reason }, { status });
}

export default function TaskOutcome() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, page, message, typed } = answer;
  return (
    <DeskFrame me={me}>
      {message
        ? <ErrorSummary errors={[{ name: reasonName(page.task.id), message }]} />
        : <Notice live tone="warning" title={m.desk_task_name_changed_title()}><p>{m.desk_task_name_changed_text()}</p></Notice>}
      <TaskPage page={page}><TaskDecision page={page} typed={typed} error={message ?? undefined} /></TaskPage>
    </DeskFrame>
  );
}

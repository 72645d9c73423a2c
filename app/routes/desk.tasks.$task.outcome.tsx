import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { reasonName } from "~/tasks/reason-name";
import { TaskItem } from "~/tasks/task-item";
import { viewTask } from "~/tasks/task-view.server";
import { closeTask, readDecision, readTasks } from "~/tasks/tasks.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_tasks_title()) }];

/** The one task again, as it stands now, where its decision could not be taken. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, tasks } = await readTasks(db);
  const task = tasks.find(({ id }) => id === parameter(params, "task"));
  if (!task) throw redirect(paths.tasks());
  return { me, task: viewTask(task, new Date()) };
}

/** Closes a task; a reason that is missing and a name changed meanwhile are told beside the task. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const decision = readDecision(await request.formData(), task);
  try {
    const { status } = await closeTask(db, task, decision);
    if (status !== "conflict") return redirect(`${paths.tasks()}?closed`);
    return data({ changed: true, typed: decision.reason }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    return data({ message: errorText(error.messageKey), typed: decision.reason }, { status: error.status });
  }
}

export default function TaskOutcome() {
  const { me, task } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const message = answer && "message" in answer ? answer.message : undefined;
  return (
    <DeskFrame me={me}>
      {message && <ErrorSummary errors={[{ name: reasonName(task.id), message }]} />}
      <PageTitle>{m.desk_tasks_title()}</PageTitle>
      {answer && "changed" in answer && <Notice live tone="warning" title={m.desk_task_name_changed_title()}><p>{m.desk_task_name_changed_text()}</p></Notice>}
      <div className="max-w-5xl">
        <TaskItem task={task} typed={answer?.typed} error={message} />
      </div>
    </DeskFrame>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { RELEASE_REASON } from "~/tasks/sign-in-release";
import { TaskDecision } from "~/tasks/task-decision";
import { TaskPage } from "~/tasks/task-page";
import { viewTaskPage } from "~/tasks/task-view.server";
import { readTask, releaseSignIn } from "~/tasks/tasks.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_tasks_title()) }];

/** Reached by reloading: the task's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.task(parameter(params, "task")));
}

/** Lets the people ticked sign in again and ends the other logins that the freeze named; a missing reason is told beside it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const form = await request.formData();
  const letIn = form.getAll("login").filter((id) => typeof id === "string");
  const typed = formText(form, RELEASE_REASON).trim();
  try {
    await releaseSignIn(db, task, letIn, typed);
    return redirect(`${paths.tasks()}?closed`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    const read = await readTask(db, task);
    return data({ me: read.me, page: viewTaskPage(read, new Date()), message: errorText(error.messageKey), typed, letIn }, { status: error.status });
  }
}

export default function SignInReleased() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, page, message, typed, letIn } = answer;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={[{ name: RELEASE_REASON, message }]} />
      <TaskPage page={page}><TaskDecision page={page} typed={typed} error={message} letIn={letIn} /></TaskPage>
    </DeskFrame>
  );
}

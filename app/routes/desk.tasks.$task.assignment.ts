import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { formText } from "~/form-text";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { saying } from "~/tasks/task-form.server";
import { handTask } from "~/tasks/tasks.server";

/** Gives the task to a person; one who has left meanwhile gets nothing, and the page says so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const receiver = formText(await request.formData(), "receiver");
  try {
    await handTask(db, task, receiver);
    return redirect(saying(paths.task(task), "handed", task));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    if (error.code === "cannot_take_task") return redirect(saying(paths.task(task), "refused", task));
    throw error;
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.task(parameter(params, "task")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBack, saying } from "~/tasks/task-form.server";
import { claimTask } from "~/tasks/tasks.server";

/** Makes whoever presses the one who works on the task, and says so; or who was quicker. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const back = readBack(await request.formData(), paths.task(task));
  try {
    const { status } = await claimTask(db, task);
    return redirect(status === "taken" ? saying(paths.task(task), status, task) : saying(back, status, task));
  } catch (error) {
    if (error instanceof Refusal && error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    throw error;
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.task(parameter(params, "task")));
}

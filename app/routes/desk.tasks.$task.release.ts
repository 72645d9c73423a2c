import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBack, saying } from "~/tasks/task-form.server";
import { releaseTask } from "~/tasks/tasks.server";

/** Puts the task back on the list; one that somebody else has by now stays theirs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const task = parameter(params, "task");
  const back = readBack(await request.formData(), paths.task(task));
  try {
    await releaseTask(db, task);
    return redirect(saying(back, "released", task));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    if (error.code === "task_is_claimed") return redirect(saying(paths.task(task), "taken", task));
    throw error;
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.task(parameter(params, "task")));
}

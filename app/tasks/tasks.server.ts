import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { formText } from "~/form-text";
import { savedSchema } from "~/updates/update.schema";
import { reasonName } from "./reason-name";
import { taskSchema } from "./task.schema";

const tasksSchema = z.object({ me: meSchema, tasks: z.array(taskSchema) });

/** The open tasks, soonest due first, at most a hundred. */
export function readTasks(db: Db) {
  return db.call("desk_tasks", {}, tasksSchema);
}

const decisionSchema = z.object({
  outcome: z.enum(["accepted", "refused"]),
  reason: z.string().trim(),
  version: z.coerce.number().int().optional(),
});

/** What an agent decides on a task; `version` is that of the name beside which they saw the proposal. */
export type Decision = z.infer<typeof decisionSchema>;

/** What the form of a task says; throws 400 where no form of ours said it. */
export function readDecision(form: FormData, task: string): Decision {
  const { data } = decisionSchema.safeParse({
    outcome: form.get("outcome"),
    reason: formText(form, reasonName(task)),
    version: form.get("version") ?? undefined,
  });
  if (!data) throw new Response(null, { status: 400 });
  return data;
}

const closedSchema = z.union([savedSchema, z.object({ status: z.literal("closed") })]);

/** Closes a task. Where the name was changed since the agent saw it, the answer is a conflict and the task stays open. */
export function closeTask(db: Db, task: string, { outcome, reason, version }: Decision) {
  return db.call("close_task", { task, accepted: outcome === "accepted", reason, version }, closedSchema);
}

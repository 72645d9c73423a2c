import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { departmentSchema } from "~/staff/department.schema";
import { savedSchema } from "~/updates/update.schema";
import type { Decision } from "./task-form.server";
import { elsewhereSchema, frozenLoginSchema, taskCountsSchema, type TaskFilter, taskMoveSchema, taskSchema } from "./task.schema";

const tasksSchema = taskCountsSchema.extend({ me: meSchema, tasks: z.array(taskSchema), elsewhere: elsewhereSchema });

/** The open tasks of a filter, soonest due first, at most a hundred, and what waits in other lists. */
export function readTasks(db: Db, { which, department, role }: TaskFilter) {
  return db.call("desk_tasks", { which, department, for_role: role }, tasksSchema);
}

const taskPageSchema = z.object({
  me: meSchema,
  task: taskSchema,
  takers: z.array(z.object({ id: z.uuid(), name: z.string(), department: departmentSchema })),
  frozenLogins: z.array(frozenLoginSchema),
  moves: z.array(taskMoveSchema),
});
export type TaskPage = z.infer<typeof taskPageSchema>;

/** One open task; the database logs the look. For supervisors with who may take it over and which sign-ins are stopped. */
export function readTask(db: Db, task: string): Promise<TaskPage> {
  return db.call("desk_task", { task }, taskPageSchema);
}

/** Makes the reader the one who works on it, unless somebody else was quicker. */
export function claimTask(db: Db, task: string) {
  return db.call("claim_task", { task }, z.discriminatedUnion("status", [z.object({ status: z.literal("claimed") }), z.object({ status: z.literal("taken"), by: z.string() })]));
}

/** Puts it back on the list. */
export function releaseTask(db: Db, task: string) {
  return db.call("release_task", { task }, z.null());
}

/** Gives it to a person who may work on it. */
export function handTask(db: Db, task: string, receiver: string) {
  return db.call("hand_task", { task, receiver }, z.null());
}

const closedSchema = z.union([savedSchema, z.object({ status: z.literal("closed") })]);

/** Closes a task. Where the name was changed since the agent saw it, the answer is a conflict and the task stays open. */
export function closeTask(db: Db, task: string, { outcome, reason, version }: Decision) {
  return db.call("close_task", { task, accepted: outcome === "accepted", reason, version }, closedSchema);
}

/** Settles a freeze: the logins named sign in again, the others that it stopped end. */
export function releaseSignIn(db: Db, task: string, logins: string[], reason: string) {
  return db.call("release_sign_in", { task, let_in: logins, reason }, z.null());
}

import { z } from "zod";
import { detailValueSchema } from "~/contact-details/contact-detail.schema";
import { departmentSchema } from "~/staff/department.schema";
import { staffRoleSchema } from "~/staff/role.schema";
import { taskLists } from "./task-lists";

const task = {
  id: z.uuid(),
  accountNumber: z.string(),
  customerName: z.string().nullable(),
  createdAt: z.iso.datetime({ offset: true }),
  dueAt: z.iso.datetime({ offset: true }),
  /** Whose work it is. */
  role: staffRoleSchema,
  department: departmentSchema,
  /** Who works on it, by name. */
  claimedBy: z.string().nullable(),
  mine: z.boolean(),
};

/**
 * Open work for somebody at the desk, told apart by its cause; `current` is what a proposal would replace, with the
 * version it was read at. A room with causes of its own adds them here and to the switches over `cause`.
 */
export const taskSchema = z.discriminatedUnion("cause", [
  z.object({
    ...task,
    cause: z.literal("company_name_change"),
    proposal: z.object({ value: detailValueSchema }),
    current: z.object({ value: detailValueSchema, version: z.number().int() }),
  }),
  z.object({ ...task, cause: z.literal("sign_in_frozen"), proposal: z.object({ reference: z.string() }) }),
  z.object({ ...task, cause: z.literal("update_disputed"), proposal: z.object({ reference: z.string(), undoneBy: z.string().nullable() }) }),
  z.object({ ...task, cause: z.literal("concern_escalated"), proposal: z.object({ reference: z.string() }) }),
  z.object({ ...task, cause: z.literal("erasure_requested") }),
  z.object({ ...task, cause: z.literal("commitment_due"), proposal: z.object({ commitment: z.uuid(), what: z.string() }) }),
  z.object({ ...task, cause: z.literal("commitment_overdue"), proposal: z.object({ commitment: z.uuid(), what: z.string() }) }),
]);
export type Task = z.infer<typeof taskSchema>;

/** Whatever a task may be for. */
export const taskCauses = taskSchema.options.map(({ shape }) => shape.cause.value);

/** Which tasks a list shows: one of the lists, of one department or of all, for one role or for all. */
export const taskFilterSchema = z.object({
  which: z.enum(taskLists).catch("open"),
  department: z.string().regex(/^[a-z_]+$/).optional().catch(undefined),
  role: z.enum(["agent", "supervisor", "admin"]).optional().catch(undefined),
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

const count = z.number().int();

/** How many tasks each choice would show beside the other two that are chosen, counted up to 10,000. */
export const taskCountsSchema = z.object({
  lists: z.record(z.enum(taskLists), count),
  departments: z.array(departmentSchema.extend({ mine: z.boolean(), count })),
  allDepartments: count,
  roles: z.array(z.object({ role: z.enum(["agent", "supervisor", "admin"]), count })),
  allRoles: count,
});
export type TaskCounts = z.infer<typeof taskCountsSchema>;

/** How much waits in lists of its own. */
export const elsewhereSchema = z.object({ concerns: count, writtenChanges: count, letters: count, mails: count });
export type Elsewhere = z.infer<typeof elsewhereSchema>;

/** A login that a freeze stopped; `otherFreeze` while another one that is not settled names it too. */
export const frozenLoginSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["owner", "member"]),
  since: z.iso.datetime({ offset: true }),
  otherFreeze: z.boolean(),
});
export type FrozenLogin = z.infer<typeof frozenLoginSchema>;

/** Who took a task up, put it back or gave it to whom. */
export const taskMoveSchema = z.object({
  act: z.enum(["claimed", "released", "handed", "fell_back"]),
  at: z.iso.datetime({ offset: true }),
  by: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type TaskMove = z.infer<typeof taskMoveSchema>;

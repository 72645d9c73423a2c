import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { departmentSchema } from "~/staff/department.schema";
import { concernSchema, messageSchema } from "./concern.schema";

/** Which concerns the desk's list shows. */
export const concernLists = ["waiting", "mine", "answered", "closed"] as const;
export type ConcernList = (typeof concernLists)[number];

const deskConcernSchema = concernSchema.extend({ accountNumber: z.string(), customerName: z.string().nullable(), owner: z.string().nullable() });
export type DeskConcern = z.infer<typeof deskConcernSchema>;

const listSchema = z.object({ me: meSchema, departments: z.array(departmentSchema), concerns: z.array(deskConcernSchema) });

/** At most a hundred concerns of one department or of all, those on top that wait for an answer longest. */
export function readDeskConcerns(db: Db, which: ConcernList, department: string | undefined) {
  return db.call("desk_concerns", { which, department }, listSchema);
}

const pageSchema = z.object({
  me: meSchema,
  concern: deskConcernSchema.extend({ mine: z.boolean() }),
  departments: z.array(departmentSchema),
  messages: z.array(messageSchema),
});

/** One concern with all that was written; the database logs the look. */
export function readDeskConcern(db: Db, reference: string) {
  return db.call("desk_concern", { reference }, pageSchema);
}

/** Makes the reader the one who works on it. */
export function takeConcern(db: Db, reference: string) {
  return db.call("take_concern", { reference }, z.null());
}

/** Answers; the customer hears of it. */
export function answerConcern(db: Db, reference: string, text: string, requestId: string) {
  return db.call("answer_concern", { reference, body: text, request: requestId }, z.null());
}

/** Hands it to another department. */
export function handOverConcern(db: Db, reference: string, department: string) {
  return db.call("hand_over_concern", { reference, department }, z.null());
}

export function closeConcern(db: Db, reference: string) {
  return db.call("close_concern", { reference, closed: true }, z.null());
}

export function reopenConcern(db: Db, reference: string) {
  return db.call("close_concern", { reference, closed: false }, z.null());
}

import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";

const moment = z.iso.datetime({ offset: true });
const count = z.number().int();

const erasureSchema = z.object({
  me: meSchema,
  task: z.uuid(),
  accountNumber: z.string(),
  customerName: z.string().nullable(),
  askedAt: moment,
  dueAt: moment,
  askedBy: z.string().nullable(),
  counts: z.object({
    details: count, values: count, logins: count, concerns: count, messages: count, notes: count, sheets: count, tasks: count,
    updates: count, views: count, documents: count, lastDocument: z.iso.date().nullable(),
  }),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** A customer's request for erasure, with what it would empty and what would stay; for admins, the look is logged. */
export function readErasure(db: Db, task: string): Promise<Erasure> {
  return db.call("desk_erasure", { task }, erasureSchema);
}

/** Erases for good. The account number must be that of the customer who asked. */
export function eraseCustomer(db: Db, task: string, account: string) {
  return db.call("erase_customer", { task, account }, z.null());
}

/** Refuses the request for a reason, which the customer reads. */
export function refuseErasure(db: Db, task: string, reason: string) {
  return db.call("close_task", { task, accepted: false, reason }, z.unknown());
}

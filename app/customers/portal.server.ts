import { z } from "zod";
import { detailSchema, pendingEmailSchema } from "~/contact-details/detail.schema";
import type { Db } from "~/db/client.server";
import { updateSchema } from "~/updates/update.schema";
import { headSchema } from "./head.schema";

const overviewSchema = headSchema.extend({
  details: z.array(detailSchema),
  pendingEmails: z.array(pendingEmailSchema),
  nameRequest: z.string().nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Every detail of a customer, and what is still on its way. */
export function readOverview(db: Db, customer: string): Promise<Overview> {
  return db.call("account_overview", { customer }, overviewSchema);
}

const historySchema = headSchema.extend({ updates: z.array(updateSchema) });

/** Twenty updates before a moment (the newest without one). */
export function readHistory(db: Db, customer: string, before?: string) {
  return db.call("account_history", { customer, before }, historySchema);
}

const updatePageSchema = headSchema.extend({
  update: updateSchema,
  receiptBy: z.enum(["email", "letter"]).nullable(),
  pendingEmails: z.array(pendingEmailSchema),
});

/** One update by its reference, and what became of its receipt. */
export function readUpdate(db: Db, customer: string, reference: string) {
  return db.call("account_update", { customer, reference }, updatePageSchema);
}

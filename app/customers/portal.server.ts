import { z } from "zod";
import { type DetailKind, detailKinds } from "~/contact-details/contact-detail.schema";
import { type Detail, detailSchema, pendingEmailSchema } from "~/contact-details/detail.schema";
import type { Db } from "~/db/client.server";
import { updateSchema } from "~/updates/update.schema";
import { type DetailPage, detailPageSchema, sameAddressSchema } from "./detail-page.schema";
import { headSchema } from "./head.schema";

const overviewSchema = headSchema.extend({
  details: z.array(detailSchema),
  counts: z.partialRecord(z.enum(detailKinds), z.number()),
  due: z.number(),
  confirmable: z.object({ count: z.number(), seal: z.string() }),
  sameAsBilling: z.array(sameAddressSchema).nullable(),
  pendingEmails: z.array(pendingEmailSchema),
  nameRequest: z.string().nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** So many details of each kind are the first, which the overview shows; `private.first_details` has the same number. */
export const firstOfAKind = 12;

/** The first details of each kind, how many there are, and what is still on its way. */
export function readOverview(db: Db, customer: string): Promise<Overview> {
  return db.call("account_overview", { customer }, overviewSchema);
}

/** The same with the details that are due to be confirmed. */
export function readDue(db: Db, customer: string): Promise<Overview> {
  return db.call("account_overview", { customer, due: true }, overviewSchema);
}

const detailListSchema = headSchema.extend({
  found: z.number(),
  total: z.number(),
  page: z.number(),
  details: z.array(detailSchema.extend({ site: z.string(), belongings: z.number() })),
});
export type DetailList = z.infer<typeof detailListSchema>;

/** One page of the details of a kind: all of them, or those that match `wanted`. */
export function readDetails(db: Db, customer: string, kind: DetailKind, wanted: string, page: number): Promise<DetailList> {
  return db.call("account_details", { customer, kind, wanted, page }, detailListSchema);
}

/** One detail with all that its page needs; `wanted` is what was typed to find its site. */
export function readDetail(db: Db, customer: string, detail: string, wanted = ""): Promise<DetailPage & { detail: Detail }> {
  return db.call("account_detail", { customer, detail, wanted }, detailPageSchema.extend({ detail: detailSchema }));
}

/** What the page of a detail to add needs; `site` is where it shall belong. */
export function readNewDetail(db: Db, customer: string, site: string | undefined, wanted = ""): Promise<DetailPage> {
  return db.call("account_detail", { customer, site, wanted }, detailPageSchema);
}

const historySchema = headSchema.extend({ updates: z.array(updateSchema), receipts: z.array(z.string()) });

/** Twenty updates before a moment (the newest without one), and the references of those that have a receipt. */
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

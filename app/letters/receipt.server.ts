import { addressSchema } from "~/contact-details/contact-detail.schema";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import { updateSchema } from "~/updates/update.schema";

const receiptSchema = headSchema.extend({ update: updateSchema, address: addressSchema.nullable() });

/** The receipt of an update once more, and where a letter to its customer goes. 404 where the update has none. */
export function readReceipt(db: Db, customer: string, reference: string) {
  return db.call("account_receipt", { customer, reference }, receiptSchema);
}

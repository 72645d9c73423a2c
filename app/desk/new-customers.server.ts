import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "./me.schema";
import type { NewDetail } from "./new-customer-form.server";
import type { TypedCustomer } from "./new-customer.schema";
import { foundSchema, viewFound } from "./search.server";

const alikeSchema = z.object({ me: meSchema, hits: z.array(foundSchema) });
const enteredSchema = z.discriminatedUnion("status", [
  z.object({ status: z.enum(["saved", "repeated"]), account: z.string(), reference: z.string(), proofs: z.array(z.uuid()) }),
  z.object({ status: z.literal("alike") }),
  z.object({ status: z.literal("limited"), retryAt: z.iso.datetime({ offset: true }) }),
]);

/** Who enters, and who the customer may be already: the same number, email, or name at the same postcode. Without details, nobody. */
export async function findAlike(db: Db, details: NewDetail[]) {
  const { me, hits } = await db.call("customers_alike", { details }, alikeSchema);
  return { me, hits: hits.map(viewFound) };
}

/**
 * Enters a customer, unless somebody like them is not among those `seen` (account numbers). An email address waits for its
 * code: its id is among the `proofs`.
 */
export function enterCustomer(db: Db, { kind, channel, locale, address }: TypedCustomer, details: NewDetail[], seen: string[], requestId: string) {
  return db.call("enter_customer", { kind, country: address.country, locale, channel, details, seen, request: requestId }, enteredSchema);
}

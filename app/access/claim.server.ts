import { z } from "zod";
import type { Db } from "~/db/client.server";

const claimSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("opened"), customer: z.uuid() }),
  z.object({ state: z.literal("wrong") }),
  z.object({ state: z.literal("locked"), retryAt: z.iso.datetime({ offset: true }) }),
]);

/**
 * Opens the customer of an account number to somebody whose proven address an import brought. Five numbers an hour may be
 * tried, whoever's they are.
 */
export function claimAccount(db: Db, account: string): Promise<z.infer<typeof claimSchema>> {
  return db.call("claim_account", { account }, claimSchema);
}

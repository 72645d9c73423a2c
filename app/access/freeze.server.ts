import { z } from "zod";
import type { Db } from "~/db/client.server";

/** The two addresses (for masking) that a link freezes, and whether that is done. Opening it changes nothing. */
export function readFreezeLink(db: Db, link: string, token: string) {
  return db.call("freeze_link", { link, token }, z.object({ addresses: z.array(z.string()), used: z.boolean() }));
}

/** Freezes sign-in at both addresses and calls an agent. */
export async function freezeSignIn(db: Db, link: string, token: string): Promise<void> {
  await db.call("freeze_sign_in", { link, token }, z.null());
}

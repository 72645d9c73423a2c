import { z } from "zod";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import { digitsHmac, makePin } from "./digits-hmac.server";

const moment = z.iso.datetime({ offset: true });

/** Whether a PIN may be shown; it rests for fourteen days after an email address has changed. */
const pinSchema = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["offered", "off"]) }),
  z.object({ state: z.literal("resting"), from: moment }),
  z.object({ state: z.literal("limited"), retryAt: moment }),
  z.object({ state: z.literal("shown"), expiresAt: moment }),
]);
export type PinState = z.infer<typeof pinSchema>;

const pinPageSchema = headSchema.extend({ pin: pinSchema });

/** The page before a PIN is shown. */
export function readPinPage(db: Db, customer: string) {
  return db.call("account_caller_pin", { customer }, pinPageSchema);
}

/** Makes a PIN, which is known to this answer alone: `shown` is what to read out, where one was made. */
export async function showPin(db: Db, customer: string) {
  const { pin, shown } = makePin();
  return { ...await db.call("show_caller_pin", { customer, pin_hmac: digitsHmac(pin) }, pinPageSchema), shown };
}

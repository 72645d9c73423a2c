import { z } from "zod";
import { type Db, publicDb } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
import { activationCodeHash } from "./activation-code.server";

const moment = z.iso.datetime({ offset: true });

const orderedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("taken") }),
  z.object({ state: z.literal("limited"), retryAt: moment }),
]);

/** Orders the letter with an activation code; the answer does not tell whether there is such an account. */
export function orderActivationLetter(account: string, request: Request): Promise<z.infer<typeof orderedSchema>> {
  return publicDb(request).call("order_activation_letter", { account }, orderedSchema);
}

const deskOrderSchema = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["ordered", "has_login", "address_unfit"]) }),
  z.object({ state: z.literal("limited"), retryAt: moment }),
]);
export type DeskOrder = z.infer<typeof deskOrderSchema>;

/** Orders the same letter in the name of a member of staff, who learns what became of it. */
export function orderLetterFromDesk(db: Db, account: string): Promise<DeskOrder> {
  return db.call("desk_activation_letter", { account }, deskOrderSchema);
}

const triedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("sent"), activation: z.uuid(), request: z.uuid() }),
  z.object({ state: z.enum(["wrong", "over", "has_login"]) }),
  z.object({ state: z.enum(["limited", "locked"]), retryAt: moment }),
]);

/** Compares the code from a letter; where it is right, a code to prove the address is on its way to `email`. */
export function tryActivation({ account, code, email }: { account: string; code: string; email: string }, locale: Locale, request: Request): Promise<z.infer<typeof triedSchema>> {
  return publicDb(request).call("try_activation", { account, code_hash: activationCodeHash(code), email, locale }, triedSchema);
}

const finishedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("opened"), customer: z.uuid() }),
  z.object({ state: z.literal("gone") }),
]);

/** Uses the letter's code up for whoever has proved the address that came with it. Returns the customer, or null where it opens no more. */
export async function finishActivation(db: Db, activation: string): Promise<string | null> {
  const finished = await db.call("finish_activation", { activation }, finishedSchema);
  return finished.state === "opened" ? finished.customer : null;
}

import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import type { CheckKind } from "./check-kinds";
import { checkPageSchema, type CheckPolicy, policySchema } from "./caller-check.schema";
import { digitsHmac } from "./digits-hmac.server";

const moment = z.iso.datetime({ offset: true });

/** What a caller's answer came to, with the check as it is then. */
const answeredSchema = checkPageSchema.extend({ outcome: z.enum(["right", "wrong", "locked", "passed"]) });
export type Answered = z.infer<typeof answeredSchema>;

/** The reader's check of a customer, by account number. */
export function readCheck(db: Db, account: string) {
  return db.call("desk_caller_check", { account }, checkPageSchema);
}

/** Has what a caller said compared; PINs and ID digits leave this server as HMACs. */
export function answerCheck(db: Db, account: string, kind: CheckKind, answer: string): Promise<Answered> {
  const sent = kind === "caller_pin" || kind === "id_digits" ? digitsHmac(answer) : answer;
  return db.call("answer_caller_check", { account, kind, answer: sent }, answeredSchema);
}

const sentSchema = z.discriminatedUnion("outcome", [
  checkPageSchema.extend({ outcome: z.enum(["sent", "locked", "right", "passed"]) }),
  checkPageSchema.extend({ outcome: z.literal("limited"), retryAt: moment }),
]);
export type CodeSent = z.infer<typeof sentSchema>;

/** Mails a code to an address on file, for the caller to read out. */
export function sendCallerCode(db: Db, account: string, address: string): Promise<CodeSent> {
  return db.call("send_caller_code", { account, address }, sentSchema);
}

/** Ends the reader's passed check: the call is over. */
export function endCheck(db: Db, account: string) {
  return db.call("end_caller_check", { account }, checkPageSchema);
}

/** Passes a colleague's check, or one's own, with a reason; for supervisors. */
export function overrideCheck(db: Db, account: string, agent: string, reason: string) {
  return db.call("override_caller_check", { account, agent, reason }, checkPageSchema);
}

/** Records the last four characters of an ID number, as an HMAC. */
export function recordIdDigits(db: Db, account: string, digits: string) {
  return db.call("record_id_digits", { account, digits_hmac: digitsHmac(digits) }, checkPageSchema);
}

const policyPageSchema = z.object({ me: meSchema, policy: policySchema.extend({ changedAt: moment.nullable(), changedBy: z.string().nullable() }) });

/** The policy, with who changed it last; for admins. */
export function readPolicy(db: Db) {
  return db.call("desk_caller_policy", {}, policyPageSchema);
}

export async function savePolicy(db: Db, policy: CheckPolicy): Promise<void> {
  await db.call("save_caller_policy", { policy }, z.null());
}

import { z } from "zod";
import { meSchema } from "~/desk/me.schema";
import { clockSchema } from "~/notes/note.schema";
import { checkKinds } from "./check-kinds";

const moment = z.iso.datetime({ offset: true });

/** The reader's own check of a customer. No answer stands in it, only whether what was said was right. */
export const callerCheckSchema = z.object({
  asOf: moment,
  state: z.enum(["open", "passed", "locked"]),
  points: z.number().int(),
  needed: z.number().int(),
  expiresAt: moment.nullable(),
  lockedUntil: moment.nullable(),
  /** What a passed check stands on. */
  by: z.array(z.enum([...checkKinds, "override"])).nullable(),
  kinds: z.array(z.object({ kind: z.enum(checkKinds), points: z.number().int(), answer: z.enum(["right", "wrong"]).nullable() })),
  /** When the PIN is shown again, where an email address has changed lately. */
  pinFrom: moment.nullable(),
  addresses: z.array(z.string()),
  /** The last code that was mailed for this check. */
  code: z.object({ request: z.uuid(), email: z.string(), at: moment }).nullable(),
  mayRecordDigits: z.boolean(),
  /** For supervisors: from how many points on they may pass a check, and whose. */
  override: z.object({ from: z.number().int(), agents: z.array(z.object({ id: z.uuid(), name: z.string(), points: z.number().int() })) }).nullable(),
});
export type CallerCheck = z.infer<typeof callerCheckSchema>;

/** A check with whose it is, for the pages beside the record. */
export const checkPageSchema = z.object({ me: meSchema, accountNumber: z.string(), name: z.string().nullable(), note: clockSchema.nullable(), check: callerCheckSchema });
export type CheckedCustomer = z.infer<typeof checkPageSchema>;

/** What may be asked, what it counts, and what follows. */
export const policySchema = z.object({
  pointsNeeded: z.number().int().min(1).max(9),
  wrongAnswers: z.number().int().min(1).max(20),
  lockMinutes: z.number().int().min(1).max(10_080),
  holdsMinutes: z.number().int().min(1).max(480),
  /** Null where no supervisor may pass a check. */
  overrideFrom: z.number().int().min(0).max(9).nullable(),
  kinds: z.array(z.object({ kind: z.enum(checkKinds), points: z.number().int().min(1).max(9), asked: z.boolean() })),
});
export type CheckPolicy = z.infer<typeof policySchema>;

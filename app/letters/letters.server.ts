import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { batchSchema, printedEnvelopeSchema, waitingEnvelopeSchema } from "./letter.schema";

const lettersSchema = z.object({
  me: meSchema,
  waiting: z.number().int(),
  envelopes: z.array(waitingEnvelopeSchema),
  batches: z.array(batchSchema),
});

/** The first hundred envelopes that wait, how many letters there are (up to 10,000), and what is at a printer. */
export function readLetters(db: Db) {
  return db.call("desk_letters", {}, lettersSchema);
}

/** Takes the envelopes that these letters belong to; `batch` is null where somebody else was quicker with all of them. */
export function claimLetters(db: Db, letters: string[]) {
  return db.call("claim_letters", { letters }, z.object({ batch: z.uuid().nullable(), envelopes: z.number().int() }));
}

/** A batch for its page; 404 once it is settled. */
export function readBatch(db: Db, batch: string) {
  return db.call("letter_batch", { batch }, z.object({ me: meSchema, batch: batchSchema }));
}

/** The envelopes of a batch with what their letters say, for whoever took it and for a supervisor. */
export function readPrintedEnvelopes(db: Db, batch: string) {
  return db.call("letters_to_print", { batch }, z.array(printedEnvelopeSchema));
}

/** Lets the codes and links of a batch's letters work from now on. */
export async function armLetters(db: Db, batch: string, hashes: { letter: string; tokenHash: string | null; codeHash: string }[]): Promise<void> {
  await db.call("arm_letters", { batch, hashes }, z.null());
}

/** "Printed and sent": returns how many letters. Throws a `Refusal` (409) once somebody has settled the batch. */
export function markSent(db: Db, batch: string): Promise<number> {
  return db.call("letters_sent", { batch }, z.number().int());
}

/** "Not printed": the letters wait again. Throws a `Refusal` (409) once somebody has settled the batch. */
export function putBack(db: Db, batch: string): Promise<number> {
  return db.call("letters_put_back", { batch }, z.number().int());
}

import { z } from "zod";
import { dbAs } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { verifyCode } from "./code.server";

const acceptedSchema = z.object({ outcome: z.enum(["right", "locked", "over"]) });

/**
 * Trades the code that a caller read out for a right answer. It opens a session of the address, which is the database's
 * proof, opens nothing else and ends with the answer. "wrong" where Auth does not know the code, or mailed it for something else.
 */
export async function acceptCallerCode({ email, request: asked }: { email: string; request: string }, code: string, request: Request) {
  const verified = await verifyCode(email, code, { caller: asked }, request);
  if ("refused" in verified) return "wrong";
  try {
    return (await dbAs(verified.token, request).call("accept_caller_code", { request: asked }, acceptedSchema)).outcome;
  } catch (error) {
    await verified.end();
    if (error instanceof Refusal && error.status === 404) return "wrong";
    throw error;
  }
}

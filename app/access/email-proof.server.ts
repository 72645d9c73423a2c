import { z } from "zod";
import { dbAs, publicDb } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
import { networkOf } from "~/network.server";
import { savedSchema } from "~/updates/update.schema";
import { codeAnswer, verifyCode } from "./code.server";

const proofSchema = z.object({
  state: z.enum(["open", "done", "gone"]),
  email: z.string(),
  customer: z.uuid(),
  accountNumber: z.string(),
  reference: z.string().nullable(),
  byStaff: z.boolean(),
});

/** A new address that waits for its code, found by the proof's id. The address is for masking, not for showing. */
export function readProof(proof: string) {
  return publicDb().call("email_proof", { proof }, proofSchema);
}

/** Mails a fresh code for an address that waits. */
export function resendProofCode(proof: string, locale: Locale, request: Request) {
  return publicDb().call("resend_proof_code", { proof, locale, network: networkOf(request) }, codeAnswer);
}

const acceptedSchema = savedSchema.and(z.object({ movedLogin: z.boolean().default(false) }));

/**
 * Trades the code from the new address for its change. The code opens a session of the new address, which is the
 * database's proof; the caller may keep it (`setCookie`) only where the person's login moved along, else it is ended.
 */
export async function proveEmail(proof: string, email: string, code: string) {
  const verified = await verifyCode(email, code, null);
  if ("refused" in verified) return verified;
  const accepted = await dbAs(verified.token).call("accept_email", { proof }, acceptedSchema);
  if (!accepted.movedLogin) await verified.end();
  return { accepted, setCookie: accepted.movedLogin ? verified.setCookie : [] };
}

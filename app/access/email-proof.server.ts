import { z } from "zod";
import { dbAs, publicDb } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
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
export function readProof(proof: string, request: Request) {
  return publicDb(request).call("email_proof", { proof }, proofSchema);
}

/** Mails a fresh code for an address that waits. */
export function resendProofCode(proof: string, locale: Locale, request: Request) {
  return publicDb(request).call("resend_proof_code", { proof, locale }, codeAnswer);
}

const acceptedSchema = savedSchema.and(z.object({ movedLogin: z.boolean().default(false) }));

/**
 * Trades the code from the new address for its change. The code opens a session of the new address, which is the
 * database's proof; the caller may keep it (`setCookie`) only where the person's login moved along, else it is ended.
 */
export async function proveEmail(proof: string, email: string, code: string, request: Request) {
  const verified = await verifyCode(email, code, { proof }, request);
  if ("refused" in verified) return verified;
  let keep = false;
  try {
    const accepted = await dbAs(verified.token, request).call("accept_email", { proof }, acceptedSchema);
    keep = accepted.movedLogin;
    return { accepted, setCookie: keep ? verified.setCookie : [] };
  } finally {
    if (!keep) await verified.end();
  }
}

import { z } from "zod";
import { publicDb } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
import { authClient } from "./auth-client.server";

/** A code asked for is either on its way, as `request`, or has to wait until `retryAt`. */
export const codeAnswer = z.discriminatedUnion("state", [
  z.object({ state: z.literal("queued"), request: z.uuid() }),
  z.object({ state: z.literal("limited"), retryAt: z.iso.datetime({ offset: true }) }),
]);
export type CodeAnswer = z.infer<typeof codeAnswer>;

/** Asks for a sign-in code for an address; the answer tells nothing about whether it is known. */
export function requestCode(email: string, locale: Locale, request: Request): Promise<CodeAnswer> {
  return publicDb(request).call("request_code", { email, locale }, codeAnswer);
}

/**
 * What a code was asked for, where its tries are counted: a request to sign in, the proof of a new address, or the check of
 * a caller, whose request it is (`caller`) though the session is nobody's who is signed in here.
 */
export type CodePurpose = { request: string } | { proof: string } | { caller: string };

/** A session opened by a code: its token, its cookies, and the way to end it again. */
export type Verified = { token: string; setCookie: string[]; end: () => Promise<unknown> } | { refused: "wrong" | "locked" };

/**
 * Trades a code for a session, whose cookies the caller hands on. Tries are counted in the database before Auth is
 * asked. Auth does not tell a wrong code from an expired or used one, so neither do we.
 */
export async function verifyCode(email: string, code: string, purpose: CodePurpose, request: Request): Promise<Verified> {
  const counted = "caller" in purpose ? { request: purpose.caller } : purpose;
  const { state } = await publicDb(request).call("count_code_try", { email, ...counted }, z.object({ state: z.enum(["go", "locked"]) }));
  if (state === "locked") return { refused: "locked" };
  const { auth, setCookie } = authClient("request" in purpose ? request.headers.get("cookie") : null);
  let { data, error } = await auth.verifyOtp({ email, token: code, type: "email" });
  // Supabase Lite knows this code under an older name only.
  if (error?.code === "validation_failed") ({ data, error } = await auth.verifyOtp({ email, token: code, type: "magiclink" }));
  if (error && (error.status === undefined || error.status >= 500)) throw error;
  if (error || !data.session) return { refused: "wrong" };
  return { token: data.session.access_token, setCookie, end: () => auth.signOut({ scope: "local" }) };
}

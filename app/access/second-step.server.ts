import { authClient } from "./auth-client.server";

/** How a second step is named at Auth; one of a name there may be for each person. */
const NAME = "Kartei";

/** A second step that is being set up: its id at Auth, and what an authenticator app takes, as an address and to be typed. */
export type Enrolment = { factor: string; uri: string; secret: string };

/** The second step that the signed-in person has set up (its id at Auth), or null. Asks Auth. */
export async function readSecondStep(request: Request): Promise<string | null> {
  const { auth } = authClient(request.headers.get("cookie"));
  const { data, error } = await auth.mfa.listFactors();
  if (error) throw error;
  return data.totp[0]?.id ?? null;
}

/** Begins to set a second step up; one that was begun before and never used gives way. Null where Auth says no. */
export async function beginEnrolment(request: Request, issuer: string): Promise<Enrolment | null> {
  const { auth } = authClient(request.headers.get("cookie"));
  const { data: factors, error: unread } = await auth.mfa.listFactors();
  if (unread) throw unread;
  for (const { id, status } of factors.all) if (status === "unverified") await auth.mfa.unenroll({ factorId: id });
  const { data, error } = await auth.mfa.enroll({ factorType: "totp", friendlyName: NAME, issuer });
  if (!error) return { factor: data.id, uri: data.totp.uri, secret: data.totp.secret };
  if (error.status && error.status < 500) return null;
  throw error;
}

/**
 * Takes the second step with a code of the app. Returns the cookies of the session, which has taken it from then on, or
 * null where the code is wrong. Auth counts the tries; it ends the person's other sessions when a step is set up.
 */
export async function takeSecondStep(request: Request, factor: string, code: string): Promise<string[] | null> {
  const { auth, setCookie } = authClient(request.headers.get("cookie"));
  const { error } = await auth.mfa.challengeAndVerify({ factorId: factor, code });
  if (!error) return setCookie;
  if (error.status && error.status < 500) return null;
  throw error;
}

/** Removes the second step; Auth lets only a session do so that has taken it. False where it says no. */
export async function removeSecondStep(request: Request, factor: string): Promise<boolean> {
  const { auth } = authClient(request.headers.get("cookie"));
  const { error } = await auth.mfa.unenroll({ factorId: factor });
  if (error && (!error.status || error.status >= 500)) throw error;
  return !error;
}

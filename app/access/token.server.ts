import { combineChunks, parseCookieHeader, stringFromBase64URL } from "@supabase/ssr";
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from "jose";
import { jwtSecret, supabase } from "~/env.server";
import { SESSION_COOKIE } from "./auth-client.server";

const BASE64 = "base64-";

/** The access token in a request's cookies, unverified; null when signed out. */
export async function readToken(cookieHeader: string | null): Promise<string | null> {
  const cookies = new Map(parseCookieHeader(cookieHeader ?? "").map(({ name, value }) => [name, value]));
  const stored = await combineChunks(SESSION_COOKIE, (name) => cookies.get(name));
  if (!stored?.startsWith(BASE64)) return null;
  try {
    const session = JSON.parse(stringFromBase64URL(stored.slice(BASE64.length))) as { access_token?: unknown };
    return typeof session.access_token === "string" ? session.access_token : null;
  } catch {
    return null;
  }
}

/** Seconds until a token runs out, by its own word; 0 for something that is no token. */
export function secondsLeft(token: string): number {
  try {
    return (decodeJwt(token).exp ?? 0) - Date.now() / 1000;
  } catch {
    return 0;
  }
}

/**
 * Whether Auth signed the token and it still runs: checked here, without a round trip, by the shared secret or by
 * Auth's published keys. Whether its session still exists is the database's to say, on each statement.
 */
export async function isGenuine(token: string): Promise<boolean> {
  const secret = jwtSecret();
  try {
    await (secret ? jwtVerify(token, await (sharedKey ??= keyOf(secret))) : verifyByPublishedKeys(token));
    return true;
  } catch (error) {
    // Keys that could not be fetched say nothing about the token: nobody is signed out for that.
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
    return false;
  }
}

let sharedKey: Promise<CryptoKey> | undefined;

// Made ready once; jose would import a plain secret for each token.
function keyOf(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

let publishedKeys: ReturnType<typeof createRemoteJWKSet> | undefined;

async function verifyByPublishedKeys(token: string): Promise<void> {
  publishedKeys ??= createRemoteJWKSet(new URL("/auth/v1/.well-known/jwks.json", supabase().url));
  try {
    await jwtVerify(token, publishedKeys);
  } catch (error) {
    // A server that signs with a secret we were not given publishes no key: then only it can tell.
    if (!(error instanceof errors.JWKSNoMatchingKey) && !(error instanceof errors.JOSENotSupported)) throw error;
    await askAuth(token);
  }
}

async function askAuth(token: string): Promise<void> {
  const { url, publishableKey } = supabase();
  const answer = await fetch(new URL("/auth/v1/user", url), {
    headers: { apikey: publishableKey, authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new errors.JWTInvalid("Auth does not know this token");
}

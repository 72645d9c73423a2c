import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { callKey, siteIsSecure } from "~/env.server";
import { paths } from "~/paths";

// Enough to sign in first.
const MINUTES = 10;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The number that a call comes from, between the address that the phone system opens and the desk, which forgets it:
 * sealed (AES-256-GCM), so that neither an address, nor a log, nor a browser's store of cookies tells it.
 */
export async function readCall(request: Request): Promise<string | null> {
  const sealed: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof sealed === "string" && sealed !== "" ? unseal(sealed) : null;
}

/** The `Set-Cookie` value; null forgets. */
export function writeCall(number: string | null): Promise<string> {
  return cookie().serialize(number === null ? "" : seal(number), { maxAge: number === null ? 0 : MINUTES * 60 });
}

function cookie() {
  return createCookie("kartei-call", { httpOnly: true, sameSite: "lax", path: paths.desk(), secure: siteIsSecure() });
}

function seal(text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

// What somebody tampered with is none.
function unseal(sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function key(): Buffer {
  return Buffer.from(callKey(), "hex");
}

import { hkdfSync } from "node:crypto";

/**
 * A key of 32 bytes, in hexadecimal, for one purpose. It tells nothing of the secret nor of other purposes' keys
 * (RFC 5869, HKDF with SHA-256). Runs on the server only.
 */
export function deriveKey(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", `kartei/${purpose}`, 32)).toString("hex");
}

import { createHash, randomBytes } from "node:crypto";

/** A token for another system: 256 random bits, with a beginning by which scanners for leaked secrets know it. */
export function makeToken(): string {
  return `kartei_${randomBytes(32).toString("base64url")}`;
}

/** What the database keeps of a token, in hexadecimal; its bits are too many to be guessed from it. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

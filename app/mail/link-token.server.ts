import { createHash, createHmac } from "node:crypto";
import { linkKey } from "~/env.server";
import { typableCode } from "~/typable-code.server";

/** The token in a link: an HMAC of the link's id, so that the database alone can make none. */
export function linkToken(linkId: string): string {
  return createHmac("sha256", linkKey()).update(linkId).digest("base64url");
}

/** What the database keeps of a token, in hexadecimal. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The code that stands for a link on paper, in groups; made from its id like the token, and never the same secret. */
export function linkCode(linkId: string): string {
  return typableCode(linkKey(), `code of ${linkId}`);
}

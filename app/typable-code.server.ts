import { createHash, createHmac } from "node:crypto";

/** Without look-alikes: no 0 O, no 1 I L, no U beside V. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/**
 * A code that is typed from paper, such as "K7MX-4QPD-9RTW": an HMAC of `id` under a key outside the database, so that
 * the database alone can make none. Twelve of thirty characters are 58 bits.
 */
export function typableCode(key: string, id: string): string {
  let rest = BigInt(`0x${createHmac("sha256", key).update(id).digest("hex")}`);
  let code = "";
  while (code.length < LENGTH) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))] ?? "";
    rest /= BigInt(ALPHABET.length);
  }
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as people type it off a letter, in capitals and without blanks and dashes; null where it cannot be one. */
export function readTypableCode(typed: string): string | null {
  const code = typed.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  return code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : null;
}

/** What the database keeps of a code, in hexadecimal; the same however it is grouped. */
export function typableCodeHash(code: string): string {
  return createHash("sha256").update(code.replaceAll("-", "")).digest("hex");
}

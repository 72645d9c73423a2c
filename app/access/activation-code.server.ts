import { activationKey } from "~/env.server";
import { typableCode, typableCodeHash } from "~/typable-code.server";

/** The code that the letter of an activation brings, such as "K7MX-4QPD-9RTW". */
export function activationCode(activationId: string): string {
  return typableCode(activationKey(), activationId);
}

/** What the database keeps of a code once its letter is printed. */
export function activationCodeHash(code: string): string {
  return typableCodeHash(code);
}

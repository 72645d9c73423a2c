import { m } from "./messages";

// A sentence about an error has nothing to fill in.
const messages: Record<string, ((inputs: never) => string) | undefined> = m;

/**
 * The sentence for an error key such as `details_error_phone_invalid`, in the request's language.
 * Zod's messages and the database's error map carry keys, never sentences; an unknown key is a
 * programming error and is thrown.
 */
export function errorText(key: string): string {
  const message = messages[key];
  if (!message) throw new Error(`No message for the error key "${key}"`);
  return message({} as never);
}

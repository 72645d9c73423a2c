import { limits } from "./contact-detail";
import { type Checked, checkText } from "./text";

// RFC 5321's dot-atom, with the letters of all scripts (RFC 6531); quoted local parts are not in use.
const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const address = new RegExp(`^${atom}(?:\\.${atom})*@((?:${label}\\.)+(?!\\p{N}+$)${label})$`, "u");

/**
 * One email address as typed, trimmed; capital letters stay. Refused are control characters (so
 * nothing can be smuggled into a mail's header), display names, lists, and domains that DNS could
 * not hold. Whether mail arrives is for a code sent there to prove.
 */
export function checkEmail(typed: string): Checked<string> {
  const text = checkText(typed, { max: limits.email, missing: "details_error_required_email" });
  if (text.error) return text;
  if (/[<>"]/.test(text.value)) return { error: "details_error_email_address_only" };
  const domain = address.exec(text.value)?.[1];
  if (!domain || !fitsDns(domain)) return { error: "details_error_email_invalid" };
  return byteLength(text.value) > limits.email ? { error: "details_error_too_long" } : text;
}

// In the ASCII form that DNS holds (IDNA), a label has at most 63 characters and a name 253.
function fitsDns(domain: string): boolean {
  if (!URL.canParse(`https://${domain}`)) return false;
  const { hostname } = new URL(`https://${domain}`);
  return hostname.length <= 253 && hostname.split(".").every((label) => label.length <= 63);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What two writings of one address have in common; the database compares by `lower(email)`. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

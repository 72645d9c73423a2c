import type { Address, DetailKind, DetailValue } from "./contact-detail.schema";
import { callingCode } from "./phone";

const dots = "•••";

/**
 * A value that its owner recognises and nobody else learns: for mails and for pages opened by a link.
 * Kept are the first letter of each name, of an email's local part and domain, and the domain's end;
 * a phone's country code and last two digits; a postcode's first two characters and the city. The
 * dots are as many whatever they hide.
 */
export function maskValue(kind: DetailKind, value: DetailValue): string {
  if (typeof value === "string") return kind === "email" ? maskEmail(value) : maskPhone(value);
  if ("country" in value) return maskAddress(value);
  const names = "company" in value ? [value.company] : [value.given, value.family];
  return names.filter(Boolean).map(maskWord).join(" ");
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  return `${maskWord(email.slice(0, at))}@${maskWord(domain)}${domain.slice(domain.lastIndexOf("."))}`;
}

function maskPhone(e164: string): string {
  return `${callingCode(e164)} ${dots} ••${e164.slice(-2)}`;
}

function maskAddress({ postcode, city }: Address): string {
  const code = postcode && `${postcode.slice(0, 2)}${dots}`;
  return ["••••", [code, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

function maskWord(word: string): string {
  const [first] = new Intl.Segmenter().segment(word);
  return `${first?.segment ?? ""}${dots}`;
}

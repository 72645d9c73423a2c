import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { limits } from "./contact-detail";
import { type Checked, checkText, type ErrorKey } from "./text";

// This file carries the phone metadata (150 KB): pages format in their loaders, so that no browser loads it.

const extension = /(?:;ext=|#|(?<!\p{L})(?:ext|extn|extension|x|durchwahl|dw|nst|nebenstelle|mellék)\.?)[\s:]*\d+\s*$/iu;
const international = /^\s*(?:\+|00)/;

/**
 * A phone or fax number in any writing, as E.164 ("+49301234560"). Without a country code it is read
 * as a number of `country`. A number that no country has assigned (Google's libphonenumber) is
 * refused, and so is one with an extension, which E.164 cannot hold.
 */
export function checkPhone(typed: string, country: string, missing: ErrorKey): Checked<string> {
  const text = checkText(typed.replace(/\p{Cf}/gu, ""), { max: limits.phone, missing });
  if (text.error) return text;
  const plain = text.value.normalize("NFKC");
  if (extension.test(plain)) return { error: "details_error_phone_extension" };
  const phone = readPhone(plain, country);
  return phone?.isValid() ? { value: phone.number } : { error: "details_error_phone_invalid" };
}

function readPhone(text: string, country: string): PhoneNumber | undefined {
  const defaultCountry = isSupportedCountry(country) ? country : undefined;
  // "00" is how most of the world dials abroad, also where the default country does it otherwise.
  const plus = international.test(text) ? text.replace(international, "+") : text;
  return parsePhoneNumberFromString(plus, { defaultCountry, extract: false });
}

/** An E.164 number as `viewerCountry` writes its own numbers, or in international writing if it is from elsewhere. */
export function formatPhone(e164: string, viewerCountry: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.country === viewerCountry ? phone.formatNational() : phone.formatInternational();
}

/** The link that dials an E.164 number (RFC 3966). */
export function phoneHref(e164: string): string {
  return `tel:${e164}`;
}

/** The country calling code of an E.164 number, with its plus: "+49". */
export function callingCode(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  return phone ? `+${phone.countryCallingCode}` : "+";
}

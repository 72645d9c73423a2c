import { formatAddress } from "localized-address-format";
import { postcodeValidator, postcodeValidatorExistsForCountry } from "postcode-validator";
import { limits } from "./contact-detail";
import { type Checked, checkText, type ErrorKey } from "./text";

// Where a country's own writing breaks a code in two: after so many characters (from the end if negative), by what.
const breaks: Record<string, readonly [number, string]> = {
  GB: [-3, " "],
  GG: [-3, " "],
  IM: [-3, " "],
  JE: [-3, " "],
  IE: [3, " "],
  CA: [3, " "],
  CZ: [3, " "],
  GR: [3, " "],
  SE: [3, " "],
  SK: [3, " "],
  NL: [4, " "],
  BR: [5, "-"],
  JP: [3, "-"],
  PL: [2, "-"],
  PT: [4, "-"],
  US: [5, "-"],
};

// Signs once written before a code ("D-10243"), where they differ from the ISO code.
const signs: Record<string, string> = { AT: "A", BE: "B", DE: "D", ES: "E", FR: "F", HU: "H", IT: "I", LI: "FL", LU: "L" };

// Where postcode-validator knows only codes that the country's post has since replaced or added to.
const changed = "EG KH NI PE SO SV";

const explained = [
  "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FR", "GB", "HR", "HU", "IE", "IT", "LI", "LU", "NL", "PL", "RO", "SE", "SI", "SK", "US",
] as const;

/**
 * A postcode in `country`'s own writing: "sw1a1aa" in GB → "SW1A 1AA", "d02x285" in IE → "D02 X285",
 * "D-10243" in DE → "10243". One that the country cannot have is refused with a sentence that names
 * the country where we have one. "" is accepted.
 */
export function checkPostcode(typed: string, country: string): Checked<string> {
  const text = checkText(typed.normalize("NFKC"), { max: limits.postcode });
  if (text.error || text.value === "") return text;
  const value = broken(withoutSign(text.value.toUpperCase().replace(/\p{Pd}/gu, "-"), country), country);
  return fits(value, country) ? { value } : { error: postcodeError(country) };
}

function withoutSign(code: string, country: string): string {
  const bare = code.replace(new RegExp(`^(?:${country}|${signs[country] ?? country})[ -]?(?=\\d)`), "");
  return formatAddsSign(country) || !fits(broken(code, country), country) ? bare : code;
}

// "CH-8001": the country's address format puts the sign there by itself.
function formatAddsSign(country: string): boolean {
  return formatAddress({ postalCountry: country, postalCode: "1" }).some((line) => /^[A-Z]{1,2}[ -]?1$/.test(line));
}

function broken(code: string, country: string): string {
  const [place, separator] = breaks[country] ?? [0, ""];
  if (place === 0) return code;
  const compact = code.replace(/[ -]/g, "");
  return [compact.slice(0, place), compact.slice(place)].filter(Boolean).join(separator);
}

function fits(code: string, country: string): boolean {
  const known = postcodeValidatorExistsForCountry(country) && !changed.includes(country);
  return known ? postcodeValidator(code, country) : /^[A-Z0-9][A-Z0-9 -]*$/.test(code);
}

function postcodeError(country: string): ErrorKey {
  const known = explained.find((code) => code === country);
  return known ? `details_error_postcode_${lower(known)}` : "details_error_postcode_other";
}

function lower<T extends string>(code: T): Lowercase<T> {
  return code.toLowerCase() as Lowercase<T>;
}

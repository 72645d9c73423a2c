const FEWEST_DIGITS = 5;
const MAX_LENGTH = 60;

/**
 * The number that a phone system tells: "+4930231250", "tel:+49-30-231250", "sip:0049302312@pbx.example". Null where the
 * caller withholds it. A "+" that was not escaped arrives as a blank.
 */
export function readCaller(from: string | null): string | null {
  const [number = ""] = (from ?? "").trim().replace(/^(?:tel|sips?):/i, "").split(/[@;]/);
  if (number.length > MAX_LENGTH || !/^[+\d\s()/.-]+$/.test(number)) return null;
  return number.replace(/\D/g, "").length >= FEWEST_DIGITS ? number : null;
}

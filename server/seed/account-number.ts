const smallest = 1_000_000;
const available = 9_000_000;
/** Shares no factor with `available`, so that stepping by it meets every number once. */
const stride = 5_170_333;
const offset = 3_141_592;

/**
 * The account number of the customer made as number `serial`: seven digits that look unordered
 * and a Luhn check digit (ISO/IEC 7812-1, annex B). Different serials never give the same one.
 * Throws a RangeError outside 0 … 8,999,999.
 */
export function accountNumber(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= available) {
    throw new RangeError(`There is no account number for customer ${serial}`);
  }
  const digits = String(smallest + ((offset + serial * stride) % available));
  return digits + luhnDigit(digits);
}

function luhnDigit(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

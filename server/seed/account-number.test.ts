import { describe, expect, test } from "vitest";
import { accountNumber } from "./account-number.ts";

describe("an account number", () => {
  const numbers = Array.from({ length: 20_000 }, (_, serial) => accountNumber(serial));

  test("has eight digits and begins with none of the zeros that spreadsheets drop", () => {
    for (const number of numbers) expect(number).toMatch(/^[1-9]\d{7}$/);
  });

  test("ends with a Luhn check digit", () => {
    for (const number of numbers) expect(luhnSum(number) % 10).toBe(0);
  });

  test("is nobody else's, up to the last one there is", () => {
    expect(new Set([...numbers, accountNumber(8_999_999)]).size).toBe(20_001);
  });

  test.each([-1, 0.5, 9_000_000, Number.NaN])("does not exist for customer %s", (serial) => {
    expect(() => accountNumber(serial)).toThrow(RangeError);
  });
});

/** The sum as ISO/IEC 7812-1 describes it: from the right, each second digit doubled, digits added. */
function luhnSum(number: string): number {
  const digits = [...number].toReversed().map(Number);
  const addends = digits.flatMap((digit, place) => (place % 2 === 1 ? [...String(digit * 2)].map(Number) : [digit]));
  return addends.reduce((sum, addend) => sum + addend, 0);
}

import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { postcodeValidator } from "postcode-validator";
import { describe, expect, test } from "vitest";
import { customers } from "./customers.ts";
import type { SeedDetail } from "./seed-customer.ts";

const details: SeedDetail[] = [...customers(6000, { seed: 3, today: "2026-03-31" })].flatMap((customer) => customer.details);

describe("phones and faxes", () => {
  const numbers = details.filter((detail) => detail.kind === "phone" || detail.kind === "fax");

  test("are valid and written as E.164", () => {
    for (const { value } of numbers) {
      const parsed = parsePhoneNumberFromString(value);
      expect(parsed?.isValid() && parsed.number, value).toBe(value);
    }
  });

  test("are mobiles where the label says so, else landlines", () => {
    for (const { value, label } of numbers) {
      const expected = label === "Mobil" || label === "Mobile" ? "MOBILE" : "FIXED_LINE";
      expect(parsePhoneNumberFromString(value)?.getType(), value).toBe(expected);
    }
  });
});

test("postcodes are those of their country", () => {
  for (const detail of details) {
    if (detail.kind !== "billing_address" && detail.kind !== "shipping_address") continue;
    const { postcode, country } = detail.value;
    expect(postcodeValidator(postcode, country), `${postcode} ${country}`).toBe(true);
  }
});

test("emails can be written to and are nobody's", () => {
  for (const detail of details) {
    if (detail.kind === "email") expect(detail.value).toMatch(/^[A-Za-z][a-z0-9.-]*@([a-z0-9-]+\.)?example\.(com|org|net)$/);
  }
});

test("names, streets and towns leave no pattern unfilled", () => {
  const values = details.filter(({ kind }) => kind !== "email").map(({ value }) => JSON.stringify(value));
  for (const value of values) expect(value).not.toMatch(/[{<]\w+[}>]|[#@_]|undefined/);
});

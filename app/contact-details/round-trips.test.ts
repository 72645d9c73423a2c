import fc from "fast-check";
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import type { Address } from "./contact-detail.schema";
import { countryOptions } from "./country";
import { checkPhone, formatPhone } from "./phone";
import { valueSchema } from "./value.schema";

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const codes = countryOptions("en").map(({ value }) => value);

describe("what was stored comes back into its form, and is stored as it was:", () => {
  const schema = valueSchema("shipping_address", { customerKind: "company", country: "DE" });
  const typed = fc.record({
    country: fc.constantFrom(...codes),
    lines: fc.array(text, { minLength: 1, maxLength: 3 }),
    postcode: fc.constantFrom("", "10243", "1051", "SW1A 1AA", "d02x285"),
    city: text,
    area: text,
    contact: text,
    hints: fc.string({ unit: "grapheme", maxLength: 120 }),
  });

  it("a shipping address of any country", () => {
    let accepted = 0;
    fc.assert(fc.property(typed, (address) => {
      const first = schema.safeParse(address);
      if (!first.success) return;
      accepted += 1;
      expect(schema.parse({ contact: "", hints: "", ...(first.data as Address) })).toEqual(first.data);
    }), { numRuns: 1000 });
    expect(accepted).toBeGreaterThan(100);
  });

  it("a billing address, which has nobody who receives there", () => {
    const billing = valueSchema("billing_address", { customerKind: "company", country: "DE" });
    fc.assert(fc.property(typed, (address) => {
      const first = billing.safeParse(address);
      if (!first.success) return;
      expect(first.data).not.toHaveProperty("contact");
      expect(first.data).not.toHaveProperty("hints");
      expect(billing.parse(first.data)).toEqual(first.data);
    }), { numRuns: 300 });
  });

  it("a phone number, whoever's country it is written for", () => {
    const countries = getCountries();
    const number = fc.record({ of: fc.constantFrom(...countries), digits: fc.stringMatching(/^[1-9]\d{5,10}$/), viewer: fc.constantFrom(...countries) });
    let accepted = 0;
    fc.assert(fc.property(number, ({ of, digits, viewer }) => {
      const { value } = checkPhone(`+${getCountryCallingCode(of)}${digits}`, viewer, "details_error_required_phone");
      if (value === undefined) return;
      accepted += 1;
      expect(checkPhone(formatPhone(value, viewer), viewer, "details_error_required_phone")).toEqual({ value });
    }), { numRuns: 4000 });
    expect(accepted).toBeGreaterThan(100);
  });
});

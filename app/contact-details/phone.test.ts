import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/examples.mobile.json";
import { describe, expect, it } from "vitest";
import { callingCode, checkPhone, formatPhone, phoneHref } from "./phone";

const check = (typed: string, country = "DE") => checkPhone(typed, country, "details_error_required_phone");

describe("a typed phone number", () => {
  it.each([
    ["030/1234-56", "DE", "+4930123456"],
    ["(030) 12 34 56", "DE", "+4930123456"],
    ["030\u00a0123456", "DE", "+4930123456"],
    ["０３０１２３４５６", "DE", "+4930123456"],
    ["\u202a030 123456\u202c", "DE", "+4930123456"],
    ["+49 (0) 30 123456", "DE", "+4930123456"],
    ["0049 30 123456", "DE", "+4930123456"],
    ["0049 30 123456", "US", "+4930123456"],
    ["+49 30 123456", "HU", "+4930123456"],
    ["+36 (06 30) 123 4567", "HU", "+36301234567"],
    ["06 30 123 4567", "HU", "+36301234567"],
    ["06-1/234-5678", "HU", "+3612345678"],
    ["020 7946 0018", "GB", "+442079460018"],
    ["0660 1234567", "AT", "+436601234567"],
  ])("%s in %s is %s", (typed, country, value) => {
    expect(check(typed, country)).toEqual({ value });
  });

  it.each(["12", "+999 123 456 789", "+1 123 456 7890", "+44 999 999 9999", "0000000000", "call me", "+49 30 123456 or so", "030 12<b>3456", "📞 030 123456", "030;drop"])(
    "%s is no number",
    (typed) => {
      expect(check(typed)).toEqual({ error: "details_error_phone_invalid" });
    },
  );

  it.each(["030 123456 ext. 12", "030 123456 x12", "030 123456 Durchwahl 12", "+36 1 234 5678 mellék: 4", "030 123456 #12", "tel:+4930123456;ext=7"])(
    "%s has an extension",
    (typed) => {
      expect(check(typed)).toEqual({ error: "details_error_phone_extension" });
    },
  );

  it("must be given, be short, and have no control characters", () => {
    expect(check(" ")).toEqual({ error: "details_error_required_phone" });
    expect(check("0".repeat(61))).toEqual({ error: "details_error_too_long" });
    expect(check("030\r\n123456")).toEqual({ error: "details_error_control_characters" });
  });

  it("comes back from how it is shown, in every country, anywhere", () => {
    const country = fc.constantFrom(...getCountries());
    fc.assert(
      fc.property(country, country, (home, viewer) => {
        const number = getExampleNumber(home, examples)?.number ?? "";
        expect(check(formatPhone(number, viewer), viewer)).toEqual({ value: number });
      }),
    );
  });

  it("is E.164 or refused, whatever was typed", () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789+-/() ") }));
    fc.assert(
      fc.property(typed, (text) => {
        const { value, error } = check(text);
        if (error === undefined) expect(value).toMatch(/^\+[1-9]\d{5,14}$/);
      }),
    );
  });
});

describe("a stored phone number", () => {
  it("is national at home and international elsewhere", () => {
    expect(formatPhone("+4930123456", "DE")).toBe("030 123456");
    expect(formatPhone("+4930123456", "AT")).toBe("+49 30 123456");
    expect(formatPhone("+36301234567", "HU")).toBe("06 30 123 4567");
  });

  it("dials, and tells its country code", () => {
    expect(phoneHref("+4930123456")).toBe("tel:+4930123456");
    expect(callingCode("+4930123456")).toBe("+49");
  });
});

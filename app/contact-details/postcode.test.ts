import { describe, expect, it } from "vitest";
import { checkPostcode } from "./postcode";

describe("a typed postcode", () => {
  it.each([
    ["10243", "DE", "10243"],
    ["D-10243", "DE", "10243"],
    ["１０２４３", "DE", "10243"],
    ["A-1010", "AT", "1010"],
    ["H-1051", "HU", "1051"],
    ["CH-8001", "CH", "8001"],
    ["sw1a 1aa", "GB", "SW1A 1AA"],
    ["SW1A1AA", "GB", "SW1A 1AA"],
    ["m1 1ae", "GB", "M1 1AE"],
    ["d02x285", "IE", "D02 X285"],
    ["D6W-XY00", "IE", "D6W XY00"],
    ["1012js", "NL", "1012 JS"],
    ["k1a0b1", "CA", "K1A 0B1"],
    ["SE-111 52", "SE", "111 52"],
    ["L-1648", "LU", "1648"],
    ["fl-9490", "LI", "9490"],
    ["1000-001", "PT", "1000-001"],
    ["1000", "PT", "1000"],
    ["1540023", "JP", "154-0023"],
    ["205000003", "US", "20500-0003"],
    ["ad500", "AD", "AD500"],
    ["LV-1010", "LV", "LV-1010"],
    ["5734356", "EG", "5734356"],
    ["", "DE", ""],
  ])("%s in %s is %s", (typed, country, value) => {
    expect(checkPostcode(typed, country)).toEqual({ value });
    expect(checkPostcode(value, country)).toEqual({ value });
  });

  it.each([
    ["1010", "DE", "details_error_postcode_de"],
    ["10243", "AT", "details_error_postcode_at"],
    ["10243", "HU", "details_error_postcode_hu"],
    ["SW1A 1AA", "IE", "details_error_postcode_ie"],
    ["10243", "GB", "details_error_postcode_gb"],
    ["9500", "LI", "details_error_postcode_li"],
    ["12", "IS", "details_error_postcode_other"],
    ["<b>", "DE", "details_error_postcode_de"],
    ["1\n2", "DE", "details_error_control_characters"],
    ["1".repeat(21), "DE", "details_error_too_long"],
  ])("%j in %s is refused", (typed, country, error) => {
    expect(checkPostcode(typed, country)).toEqual({ error });
  });
});

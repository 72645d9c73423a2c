import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddress } from "./address";
import { addressLines, addressParts, postalLines } from "./address-format";
import { areaLabel, postcodeLabel } from "./address-labels";
import { countryName, countryOptions } from "./country";

const berlin = { country: "DE", lines: ["Warschauer Str. 1"], postcode: "10243", city: "Berlin", area: "" };
const budapest = { country: "HU", lines: ["Váci utca 1."], postcode: "1051", city: "Budapest", area: "" };

const partsOf = (country: string) => addressParts(country).map(({ part, required }) => part + (required ? "!" : ""));
const errorsOf = (change: Partial<typeof berlin>) =>
  Object.fromEntries(checkAddress({ ...berlin, ...change }).problems.map(({ path, error }) => [path.join("."), error]));

describe("the parts of an address", () => {
  it.each([
    ["DE", ["lines!", "postcode!", "city!"]],
    ["HU", ["city!", "lines!", "postcode!"]],
    ["GB", ["lines!", "city!", "postcode!"]],
    ["IE", ["lines!", "city!", "area", "postcode"]],
    ["US", ["lines!", "city!", "area!", "postcode!"]],
    ["SG", ["lines!", "postcode!"]],
    ["AE", ["lines!", "area!"]],
    ["AO", ["lines!", "city!"]],
  ])("of %s come in its order", (country, parts) => {
    expect(partsOf(country)).toEqual(parts);
  });

  it("are named as the country names them", () => {
    expect([postcodeLabel("IE"), postcodeLabel("GB"), postcodeLabel("DE")]).toEqual(["Eircode", "Postcode", "Postcode (PLZ)"]);
    expect([areaLabel("IE"), areaLabel("US"), areaLabel("ES")]).toEqual(["County", "State", "Province"]);
  });
});

describe("a typed address", () => {
  it("comes out in its country's writing, without empty lines and foreign parts", () => {
    const typed = { country: "GB", lines: ["", " 10  Downing Street"], postcode: "sw1a2aa", city: "London", area: "Pest" };
    expect(checkAddress(typed)).toEqual({
      address: { country: "GB", lines: ["10 Downing Street"], postcode: "SW1A 2AA", city: "London", area: "" },
      problems: [],
    });
  });

  it("gets all its messages at once, each at its field", () => {
    expect(errorsOf({ lines: ["", ""], postcode: "1010", city: "" })).toEqual({
      "lines.0": "details_error_required_street",
      postcode: "details_error_postcode_de",
      city: "details_error_required_city",
    });
    expect(errorsOf({ lines: ["a", "b\t", "c".repeat(101)] })).toEqual({
      "lines.1": "details_error_control_characters",
      "lines.2": "details_error_too_long",
    });
  });

  it("has a country, three lines at most, and an area where the country needs one", () => {
    expect(errorsOf({ country: "XX" })).toEqual({ country: "details_error_required_country" });
    expect(errorsOf({ lines: ["a", "b", "c", "d"] })).toEqual({ "lines.3": "details_error_too_many_lines" });
    expect(errorsOf({ country: "US" })).toEqual({ area: "details_error_required_area" });
    expect(errorsOf({ postcode: "" })).toEqual({ postcode: "details_error_required_postcode" });
    expect(errorsOf({ country: "IE", postcode: "" })).toEqual({});
  });

  it("comes out unchanged or is refused, in every country, and stays as it came out", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    const country = fc.constantFrom(...countryOptions("en").map(({ value }) => value));
    const typed = fc.record({ country, lines: fc.array(text, { maxLength: 4 }), postcode: fc.constantFrom("", "10243", "1051"), city: text, area: text });
    fc.assert(
      fc.property(typed, (address) => {
        const checked = checkAddress(address);
        if (checked.problems.length > 0) return;
        expect(checkAddress(checked.address)).toEqual(checked);
        const shown = addressLines(checked.address, "en", "DE").join("\n");
        for (const part of [...checked.address.lines, checked.address.city, checked.address.area]) expect(shown).toContain(part);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a written address", () => {
  it("has the country's order, and its name only abroad", () => {
    expect(addressLines(berlin, "de", "DE")).toEqual(["Warschauer Str. 1", "10243 Berlin"]);
    expect(addressLines(budapest, "de", "DE")).toEqual(["Budapest", "Váci utca 1.", "1051", "Ungarn"]);
  });

  it("names recipient and, in capitals, country on an envelope", () => {
    expect(postalLines(budapest, "Szabó Anna", "hu", "DE")).toEqual(["Szabó Anna", "Budapest", "Váci utca 1.", "1051", "MAGYARORSZÁG"]);
    expect(postalLines(berlin, "Anna Weber", "de", "DE")).toEqual(["Anna Weber", "Warschauer Str. 1", "10243 Berlin"]);
  });

  it("begins with the largest part in Japanese script only", () => {
    const tokyo = { country: "JP", lines: ["千代田区千代田1-1"], postcode: "100-0001", city: "", area: "東京都" };
    expect(addressLines(tokyo, "en", "JP")).toEqual(["〒100-0001", "東京都", "千代田区千代田1-1"]);
    const latin = { ...tokyo, lines: ["1-1 Chiyoda"], area: "Tokyo" };
    expect(addressLines(latin, "en", "JP")).toEqual(["1-1 Chiyoda, Tokyo", "100-0001"]);
  });
});

describe("the countries", () => {
  it("begin with the frequent ones, go on by name, and have a name each", () => {
    const options = countryOptions("hu");
    expect(options.slice(0, 6).map(({ label }) => label)).toEqual(["Németország", "Ausztria", "Svájc", "Magyarország", "Egyesült Királyság", "Afganisztán"]);
    expect(new Set(options.map(({ value }) => value)).size).toBe(250);
    expect(options.filter(({ value, label }) => value === label)).toEqual([]);
    expect(countryName("DE", "hu")).toBe("Németország");
  });
});

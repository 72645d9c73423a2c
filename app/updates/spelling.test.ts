import { expect, test } from "vitest";
import { spellValue } from "./read-back.server";
import { spellDigits, spellText } from "./spelling";

const said = (groups: { sign: string; word: string | null }[][]) => groups.map((group) => group.map(({ sign, word }) => word ?? sign).join(" "));

test("a name is spelled by the alphabet of the language", () => {
  expect(said(spellText("Wójcik", "en"))).toEqual(["Whiskey Oscar with an acute accent Juliett Charlie India Kilo"]);
  expect(said(spellText("Größe", "de"))).toEqual(["Goslar Rostock Umlaut Offenbach Eszett Essen"]);
  expect(said(spellText("Törő", "hu"))).toEqual(["Tamás Ödön Róbert hosszú ő"]);
  expect(said(spellText("Łukasz", "de"))[0]).toMatch(/^Leipzig mit /);
});

test("what everybody writes alike is said as it is", () => {
  expect(said(spellText("Torgauer Straße 231 a", "de"))).toEqual(["Tübingen Offenbach Rostock Goslar Aachen Unna Essen Rostock", "Straße", "231", "Aachen"]);
});

test("letters of other scripts stand for themselves", () => {
  expect(spellText("Юл", "de")).toEqual([[{ sign: "Ю", word: null }, { sign: "л", word: null }]]);
});

test.each([["1", ["1"]], ["231", ["231"]], ["1234", ["12", "34"]], ["23125", ["23", "125"]], ["23125014", ["23", "12", "50", "14"]]])("the digits %s are grouped as one says them", (digits, groups) => {
  expect(spellDigits(digits).map(({ sign }) => sign)).toEqual(groups);
});

test("a phone number: country, area, then pairs", () => {
  expect(spellValue("phone", "+493023125014", "de").map(said)).toEqual([["+49", "30", "23 12 50 14"]]);
});

test("an email with its signs named", () => {
  expect(spellValue("email", "a.b-1@x.de", "de").map(said)).toEqual([["Aachen Punkt Berlin Bindestrich 1", "At-Zeichen", "Xanten Punkt Düsseldorf Essen"]]);
});

test("an address line by line, with the postcode grouped", () => {
  const address = { country: "GB", lines: ["17 Low Road"], postcode: "SW1A 1AA", city: "Ely", area: "" };
  expect(spellValue("billing_address", address, "en").map(said)).toEqual([
    ["17", "Lima Oscar Whiskey", "Road"],
    ["Sierra Whiskey 1 Alfa", "1 Alfa Alfa", "Echo Lima Yankee"],
  ]);
});

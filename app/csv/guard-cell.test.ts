import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardCell, unguardCell } from "./guard-cell";

const formulas = [
  "=1+1", "+49301234567", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠SUM(A1)",
  " =1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\u202e=1", "\u0000=1", '"=1', "'=1", "''=1", ' " \' =1', '=HYPERLINK("https://evil.example","Gewinn")',
];
const plain = ["", " ", "Anna", "'t Hooft", "O’Brien", "“Zum Hirschen”", "a=1", "1-2", "04347", "שרה", "👩‍👩‍👧", "''", "'"];

/** Texts of any characters, and many of those that matter here. */
const texts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("'", '"', "=", "+", "-", "@", " ", "\t", "\r", "\n", "\u200b", "＝", "a") }));

describe("a cell", () => {
  test.each(formulas)("%j is shown as text", (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  test.each(plain)("%j stays as it is", (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  test("comes back as it went out, whatever it is", () => {
    fc.assert(fc.property(texts, (text) => unguardCell(guardCell(text)) === text), { numRuns: 5000 });
  });

  test("never begins a formula, whatever it is", () => {
    fc.assert(fc.property(texts, (text) => !/^\s*[=+\-@＝＋－＠]/u.test(guardCell(text))), { numRuns: 5000 });
  });
});

import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvHead, csvLines, separators } from "./csv";
import { unguardCell } from "./guard-cell";

const read = (file: string) => Papa.parse<string[]>(file, { skipEmptyLines: false }).data.slice(0, -1);

test.each(separators)("a file is read back as it was written, with «%s» between the cells", (separator) => {
  const rows = fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 }), { minLength: 1 });

  fc.assert(fc.property(rows, (written) => {
    const file = csvHead(["first", "second"], separator) + csvLines(written, separator);
    const [, ...cells] = Papa.parse<string[]>(file, { delimiter: separator, newline: "\r\n" }).data.slice(0, -1);
    expect(cells.map((row) => row.map(unguardCell))).toEqual(written);
  }));
});

test("a file begins with the byte order mark and its headings", () => {
  expect(csvHead(["account_number", "kind"], ";")).toBe("\ufeffaccount_number;kind\r\n");
});

test("cells that hold separators, quotation marks and line breaks stay one cell", () => {
  const row = ["a,b;c", 'said "so"', "two\nlines", " edge "];

  expect(read(csvLines([row], ","))).toEqual([row]);
});

test("what is unknown leaves its cell empty, and no rows make no line", () => {
  expect(csvLines([["1", null, "3"]], ",")).toBe("1,,3\r\n");
  expect(csvLines([], ",")).toBe("");
});

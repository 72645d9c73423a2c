import { expect, test } from "vitest";
import { readAnswer } from "./read-answer";

test.each([
  ["3.5.1961", "1961-05-03"],
  ["03/05/61", "1961-05-03"],
  ["03051961", "1961-05-03"],
  ["1961. 05. 03.", "1961-05-03"],
  ["1961-05-03", "1961-05-03"],
  ["3 5 1961", "1961-05-03"],
])("a birth date written %s", (typed, date) => {
  expect(readAnswer("birth_date", typed)).toBe(date);
});

test.each(["", "31.2.1961", "1961", "3. Mai 1961", "3.5", "0.0.0"])("%j is no birth date", (typed) => {
  expect(readAnswer("birth_date", typed)).toBeNull();
});

test.each([
  ["52,30", "52.30"],
  ["52.3", "52.30"],
  ["1.234,50 €", "1234.50"],
  ["1,234.50", "1234.50"],
  ["12 345 Ft", "12345.00"],
  ["1.234", "1234.00"],
  ["0,99", "0.99"],
])("an amount written %s", (typed, amount) => {
  expect(readAnswer("document_amount", typed)).toBe(amount);
});

test.each(["", "about fifty", ",", "12345678901"])("%j is no amount", (typed) => {
  expect(readAnswer("document_amount", typed)).toBeNull();
});

test("digits are read however they are grouped, and full-width ones too", () => {
  expect(readAnswer("caller_pin", "048 213")).toBe("048213");
  expect(readAnswer("caller_pin", "０４８２１３")).toBe("048213");
  expect(readAnswer("email_code", "1234-5678")).toBe("12345678");
  expect(readAnswer("caller_pin", "04821")).toBeNull();
  expect(readAnswer("id_digits", "x1-2y")).toBe("X12Y");
});

test("a postcode is compared without what people leave out", () => {
  expect(readAnswer("postcode", "sw1a 1aa")).toBe("SW1A1AA");
  expect(readAnswer("postcode", "10 243")).toBe("10243");
  expect(readAnswer("postcode", "?")).toBeNull();
});

import { expect, it } from "vitest";
import { supportHours } from "./support-hours";

const hours = { weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" };

it.each([
  ["en", "Monday–Friday, 08:00–18:00"],
  ["de", "Montag–Freitag, 08:00–18:00"],
  ["hu", "hétfő–péntek, 08:00–18:00"],
])("names the days in %s", (locale, words) => {
  expect(supportHours(hours, locale)).toBe(words);
});

it("names a single day once", () => {
  expect(supportHours({ ...hours, weekdays: [7] }, "en")).toBe("Sunday, 08:00–18:00");
});

import { expect, test } from "vitest";
import { dueWords } from "./due-words";

const now = new Date("2026-12-01T10:00:00Z");

test.each([
  ["2026-12-01T10:40:00Z", "in 40 Minuten", "in 40 minutes", "40 perc múlva"],
  ["2026-12-01T13:00:00Z", "in 3 Stunden", "in 3 hours", "3 óra múlva"],
  ["2026-12-03T10:00:00Z", "übermorgen", "in 2 days", "holnapután"],
  ["2026-11-30T22:00:00Z", "vor 12 Stunden", "12 hours ago", "12 órával ezelőtt"],
  ["2026-11-26T10:00:00Z", "vor 5 Tagen", "5 days ago", "5 nappal ezelőtt"],
])("%s is told in words", (moment, de, en, hu) => {
  expect(dueWords(moment, now, "de")).toBe(de);
  expect(dueWords(moment, now, "en")).toBe(en);
  expect(dueWords(moment, now, "hu")).toBe(hu);
});

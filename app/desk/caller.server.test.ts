import { expect, test } from "vitest";
import { readCaller } from "./caller.server";

test.each([
  ["+493023125014", "+493023125014"],
  [" 493023125014", "493023125014"],
  ["0049 (30) 231/250-14", "0049 (30) 231/250-14"],
  ["tel:+49-30-23125014", "+49-30-23125014"],
  ["sip:00493023125014@pbx.example;user=phone", "00493023125014"],
])("%j is the number %s", (from, number) => {
  expect(readCaller(from)).toBe(number);
});

test.each([null, "", "anonymous", "unknown", "1234", "Weber", "%2B49", "9".repeat(61), "'; drop table customers; --"])("%j is nobody's number", (from) => {
  expect(readCaller(from)).toBeNull();
});

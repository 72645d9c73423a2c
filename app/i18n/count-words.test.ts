import { expect, test } from "vitest";
import { countOrMore, countWord } from "./count-words";

test("a count says when the database stopped counting", () => {
  expect(countWord(9999, "de")).toBe("9.999");
  expect(countWord(10_000, "de")).toBe("10.000+");
  expect(countWord(10_000, "en")).toBe("10,000+");
  expect(countOrMore(10_000)).toBe("10,000 or more");
});

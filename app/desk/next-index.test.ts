import { expect, test } from "vitest";
import { nextIndex } from "./next-index";

test("down enters the list and goes on to its end", () => {
  expect(nextIndex(-1, "ArrowDown", 3)).toBe(0);
  expect(nextIndex(0, "ArrowDown", 3)).toBe(1);
  expect(nextIndex(2, "ArrowDown", 3)).toBe(2);
});

test("up goes back to the first, and nowhere from outside", () => {
  expect(nextIndex(2, "ArrowUp", 3)).toBe(1);
  expect(nextIndex(0, "ArrowUp", 3)).toBeNull();
  expect(nextIndex(-1, "ArrowUp", 3)).toBeNull();
});

test("other keys and empty lists lead nowhere", () => {
  expect(nextIndex(0, "Enter", 3)).toBeNull();
  expect(nextIndex(-1, "ArrowDown", 0)).toBeNull();
});

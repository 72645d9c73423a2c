import { describe, expect, test } from "vitest";
import { readPlace, writePlace } from "./queue-place";

const customer = "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10";

describe("a place in the queue", () => {
  test("survives the address bar to the last digit", () => {
    const place = { rank: -14.937_261_840_229_315, customer };
    expect(readPlace(new URLSearchParams(writePlace(place)))).toEqual(place);
  });

  test("is the beginning where the query names none, or half of one", () => {
    expect(writePlace(undefined)).toBe("");
    expect(readPlace(new URLSearchParams())).toBeUndefined();
    expect(readPlace(new URLSearchParams({ rank: "3" }))).toBeUndefined();
    expect(readPlace(new URLSearchParams({ customer }))).toBeUndefined();
  });

  test.each(["NaN", "Infinity", "best"])("is not read from the rank %s", (rank) => {
    expect(readPlace(new URLSearchParams({ rank, customer }))).toBeUndefined();
  });
});

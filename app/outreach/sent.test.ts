import { describe, expect, test } from "vitest";
import { readSent, writeSent } from "./sent";

describe("what was sent", () => {
  test("is told to the next page by its address", () => {
    const sent = { emails: 12, letters: 0, skipped: 3 };
    expect(readSent(new URLSearchParams(writeSent(sent)))).toEqual(sent);
  });

  test.each(["", "emails=1&letters=2", "emails=1&letters=2&skipped=-1", "emails=x&letters=2&skipped=0"])("is not read from %j", (query) => {
    expect(readSent(new URLSearchParams(query))).toBeUndefined();
  });
});

import { expect, test } from "vitest";
import { refuseCode } from "./typed-code-answer.server";

test("too many codes: the answer says when to try again, in words and to programs", () => {
  const retryAt = new Date(Date.now() + 600_000).toISOString();
  const { data, init } = refuseCode({ state: "limited", retryAt }, "ABCD");
  expect(init?.status).toBe(429);
  expect(data).toMatchObject({ typed: "ABCD", retryAt });
});

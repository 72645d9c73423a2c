import { expect, it } from "vitest";
import { errorTrace } from "./error-trace.server";

const typed = "Zaunkönig 4711";

it("tells what an error is and where it arose", () => {
  const trace = errorTrace(Object.assign(new TypeError("no such thing"), { code: "ERR_INVALID_URL" }));
  expect(trace).toMatchObject({ error: "TypeError", code: "ERR_INVALID_URL" });
  expect(trace.at[0]).toContain("error-trace.test.ts");
});

it.each([
  ["in a message", new Error(`invalid input: "${typed}"`)],
  ["in a message that looks like a place", new Error(`invalid\n    at ${typed} (file.ts:1:1)\nrest`)],
  ["in a code", Object.assign(new Error("x"), { code: typed })],
  ["in a cause", new Error("failed", { cause: new SyntaxError(`Unexpected token in ${typed}`) })],
  ["in a parser's message", thrownBy(() => JSON.parse(`{${typed}`))],
  ["in what is thrown", typed],
])("keeps what was typed to itself: %s", (_, error) => {
  expect(JSON.stringify(errorTrace(error))).not.toContain("Zaunkönig");
});

it("follows the causes", () => {
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(errorTrace(new Error("fetch failed", { cause })).cause).toMatchObject({ error: "Error", code: "ECONNREFUSED" });
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

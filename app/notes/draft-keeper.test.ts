import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKeeper, type Keeping, type SendAnswer, type Typed } from "./draft-keeper";
import type { Draft } from "./note.schema";
import { emptyFields } from "./note-fields";

const typed = (done: string): Typed => ({ way: "phone-in", fields: { ...emptyFields(null), done } });
const theirs = { version: 7, fields: { ...emptyFields(null), done: "anderswo" } } as Draft;

/** A keeper whose server gives `answers` one after the other, with what it was sent and what it told. */
function keeperWith(...answers: SendAnswer[]) {
  const sent: [string, number][] = [];
  const told: Keeping[] = [];
  let shelved: string | null = null;
  const keeper = createKeeper({
    version: 1,
    heirOf: "old",
    send: (one, version) => {
      sent.push([one.fields.done, version]);
      return Promise.resolve(answers.shift() ?? { status: "typed", version: version + 1 });
    },
    shelf: { put: ({ fields }) => { shelved = fields.done; }, clear: () => { shelved = null; } },
    tell: (keeping) => told.push(keeping),
  });
  return { keeper, sent, told, shelved: () => shelved };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe("what is typed", () => {
  test("is on the shelf at once, on the server after a pause, and then off the shelf", async () => {
    const { keeper, sent, told, shelved } = keeperWith();
    keeper.typed(typed("a"));
    keeper.typed(typed("ab"));
    expect([sent, shelved()]).toEqual([[], "ab"]);
    await vi.runAllTimersAsync();
    expect([sent, shelved(), told.at(-1)]).toEqual([[["ab", 1]], null, "kept"]);
  });

  test("while the server answers is sent after that answer, over the new version", async () => {
    const { keeper, sent, shelved } = keeperWith();
    keeper.typed(typed("a"));
    const first = keeper.flush();
    keeper.typed(typed("ab"));
    await keeper.flush();
    await first;
    expect(sent).toEqual([["a", 1]]);
    expect(shelved()).toBe("ab");
    await vi.runAllTimersAsync();
    expect(sent).toEqual([["a", 1], ["ab", 2]]);
    expect(shelved()).toBeNull();
  });

  test.each(["unreachable", "signed_out"] as const)("stays on the shelf while the server is %s, and is sent once it is back", async (status) => {
    const { keeper, sent, told, shelved } = keeperWith({ status }, { status });
    keeper.typed(typed("a"));
    await vi.advanceTimersByTimeAsync(1000);
    expect([told.at(-1), shelved()]).toEqual([status === "unreachable" ? "offline" : status, "a"]);
    await vi.runAllTimersAsync();
    expect([sent.length, told.at(-1), shelved()]).toEqual([3, "kept", null]);
  });
});

describe("where another page has typed since", () => {
  test("nothing is sent before somebody chooses, and nothing leaves the shelf", async () => {
    const { keeper, sent, told, shelved } = keeperWith({ status: "behind", draft: theirs });
    keeper.typed(typed("a"));
    await vi.runAllTimersAsync();
    keeper.typed(typed("ab"));
    await vi.runAllTimersAsync();
    expect([sent, told.at(-1), shelved()]).toEqual([[["a", 1]], { behind: theirs }, "ab"]);
  });

  test("but it was the page whose words this one has taken over, they are sent over its version", async () => {
    const { keeper, sent, told } = keeperWith({ status: "behind", draft: { ...theirs, typedIn: "old" } });
    keeper.typed(typed("a"));
    await vi.runAllTimersAsync();
    expect([sent, told.at(-1)]).toEqual([[["a", 1], ["a", 7]], "kept"]);
  });

  test("one's own words are sent over the other's version", async () => {
    const { keeper, sent } = keeperWith({ status: "behind", draft: theirs });
    keeper.typed(typed("a"));
    await vi.runAllTimersAsync();
    keeper.goOnFrom(7, typed("ab"));
    await vi.runAllTimersAsync();
    expect(sent.at(-1)).toEqual(["ab", 7]);
  });

  test("giving way leaves nothing unsent", async () => {
    const { keeper, sent, told, shelved } = keeperWith({ status: "behind", draft: theirs });
    keeper.typed(typed("a"));
    await vi.runAllTimersAsync();
    keeper.goOnFrom(7, null);
    await vi.runAllTimersAsync();
    expect([sent.length, told.at(-1), shelved()]).toEqual([1, "kept", null]);
    keeper.typed(typed("b"));
    await vi.runAllTimersAsync();
    expect(sent.at(-1)).toEqual(["b", 7]);
  });
});

test("a note that is saved or thrown away takes no more, and leaves nothing on the shelf", async () => {
  const { keeper, sent, told, shelved } = keeperWith({ status: "gone" });
  keeper.typed(typed("a"));
  await vi.runAllTimersAsync();
  keeper.typed(typed("ab"));
  await vi.runAllTimersAsync();
  keeper.halt(typed("abc"));
  expect([sent.length, told.at(-1), shelved()]).toEqual([1, "gone", null]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetHere, forgetOthers, keepHere, keptHere } from "./kept-here";

const DAY = 24 * 60 * 60 * 1000;
const values = (person: string, beginning = "") => keptHere(person, beginning).map(({ value }) => value);

/** A browser's storage, as far as it is used. */
function storage() {
  const items = new Map<string, string>();
  return {
    get length() { return items.size; },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => { items.set(key, value); },
    removeItem: (key: string) => { items.delete(key); },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", storage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is kept", () => {
  test("comes back to the same person by the beginning of its name, the newest first", () => {
    keepHere("jana", "note.1.a", "alt");
    vi.advanceTimersByTime(1);
    keepHere("jana", "note.1.b", "neu");
    keepHere("jana", "note.2.a", "anderswo");
    keepHere("tobias", "note.1.a", "fremd");
    expect(values("jana", "note.1.")).toEqual(["neu", "alt"]);
  });

  test("is thrown away by the beginning of its name", () => {
    keepHere("jana", "note.1.a", "weg");
    keepHere("jana", "note.2.a", "da");
    forgetHere("jana", "note.1.");
    expect(values("jana")).toEqual(["da"]);
  });

  test("goes after a week in which nobody came back for it", () => {
    keepHere("jana", "alt", 1);
    vi.advanceTimersByTime(6 * DAY);
    expect(values("jana")).toEqual([1]);
    keepHere("jana", "neu", 2);
    vi.advanceTimersByTime(DAY);
    expect(values("jana")).toEqual([2]);
    forgetOthers("jana");
    expect(localStorage.length).toBe(1);
  });

  test("goes when another person comes, and wholly when nobody is left; what is not ours stays", () => {
    localStorage.setItem("other", "1");
    localStorage.setItem("kartei.jana.broken", "{");
    keepHere("jana", "note.1.a", "x");
    keepHere("tobias", "note.1.a", "y");
    forgetOthers("tobias");
    expect([values("jana"), values("tobias"), localStorage.length]).toEqual([[], ["y"], 2]);
    forgetOthers(null);
    expect([values("tobias"), localStorage.getItem("other")]).toEqual([[], "1"]);
  });
});

test("a browser that refuses keeps nothing and breaks nothing", () => {
  vi.stubGlobal("localStorage", new Proxy({}, { get() { throw new DOMException("refused", "SecurityError"); } }));
  keepHere("jana", "a", 1);
  forgetHere("jana", "a");
  forgetOthers(null);
  expect(keptHere("jana", "")).toEqual([]);
});

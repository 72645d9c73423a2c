import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reportMinutes } from "./minutes.ts";
import type { SendReport } from "./minutes.ts";

beforeEach(() => { vi.useFakeTimers({ now: new Date("2026-11-25T12:00:20Z") }); });
afterEach(() => { vi.useRealTimers(); });

/** Reports on a count that the test raises, to a database that can be down. */
function reporter() {
  const state = { count: 0, down: false };
  const arrived: [minute: string, requests: number, leaving: boolean][] = [];
  const send: SendReport = (minute, { requests = 0 }, leaving) => {
    if (state.down) return Promise.reject(new Error("down"));
    arrived.push([minute.toISOString().slice(11, 16), requests, leaving]);
    return Promise.resolve();
  };
  const take = () => {
    const requests = state.count;
    state.count = 0;
    return { requests };
  };
  return { state, arrived, reports: reportMinutes(take, send) };
}

it("reports at once, at the end of each minute, and when it ends", async () => {
  const { state, arrived, reports } = reporter();
  state.count = 3;
  await vi.advanceTimersByTimeAsync(41_000);
  state.count = 5;
  await reports[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(120_000);

  expect(arrived).toEqual([["12:00", 0, false], ["12:00", 3, false], ["12:01", 5, true]]);
});

it("tells of the minutes in which the database was down as soon as it answers", async () => {
  const { state, arrived, reports } = reporter();
  await vi.advanceTimersByTimeAsync(0);
  state.down = true;
  for (const count of [1, 2, 3]) {
    state.count = count;
    await vi.advanceTimersByTimeAsync(60_000);
  }
  state.down = false;
  await vi.advanceTimersByTimeAsync(60_000);
  await reports[Symbol.asyncDispose]();

  expect(arrived.slice(1)).toEqual([["12:00", 1, false], ["12:01", 2, false], ["12:02", 3, false], ["12:03", 0, false], ["12:04", 0, true]]);
});

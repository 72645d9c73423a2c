import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countDurations } from "./durations";
import { viewSystem } from "./system-view.server";
import type { System } from "./system.server";

const now = "2026-11-25T12:00:30+00:00";
const me = { id: randomUUID(), name: "Oliver", role: "admin" } as const;
const worker = { kind: "worker", release: "1+a", startedAt: now, seenAt: now, works: true } as const;
const empty: System = { me, now, migrations: [], queues: [], processes: [], requests: [], sends: [] };
const minute = (at: string, requests: number, errors = 0) => ({ at, requests, errors, durations: countDurations(Array<number>(requests).fill(40)) });

describe("workers", () => {
  it.each([
    ["none has reported", [], true],
    ["the only one claims nothing", [{ ...worker, works: false }], true],
    ["one of two works", [{ ...worker, works: false }, worker], false],
  ])("are missed or not: %s", (_, processes, missed) => {
    expect(viewSystem({ ...empty, processes }).noWorker).toBe(missed);
  });
});

describe("the chart of requests", () => {
  const chartOf = (requests: System["requests"]) => viewSystem({ ...empty, requests }).charts[0];
  const shapesOf = (requests: System["requests"], shape: string) => chartOf(requests)?.shapes.filter((one) => one.shape === shape);

  it("shows a time in which no server reported as a gap, not as nothing to do", () => {
    const requests = [minute("2026-11-25T10:00:00+00:00", 0), minute("2026-11-25T11:00:00+00:00", 5)];
    expect(shapesOf(requests, "gap")).toHaveLength(3);
    expect(chartOf(requests)?.table.rows.at(-1)).toContain("No server reported");
  });

  it("marks a minute with a single error", () => {
    expect(shapesOf([minute("2026-11-25T11:00:00+00:00", 5000, 1)], "bar")).toHaveLength(1);
    expect(shapesOf([minute("2026-11-25T11:00:00+00:00", 5000)], "bar")).toEqual([]);
  });
});

it("tells errors and the time of most requests of the last hour", () => {
  const { tiles } = viewSystem({ ...empty, requests: [minute("2026-11-25T10:30:00+00:00", 9, 9), minute("2026-11-25T11:30:00+00:00", 20, 2)] });
  expect(tiles.map(({ count }) => count)).toEqual(["0", "0", "20", "2", expect.stringMatching(/^[345]\d ms$/)]);
});

import { expect, test } from "vitest";
import { findSheet, viewQueue } from "./queue-view.server";

const sheet = {
  id: "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10",
  sheet: 1042,
  channel: "invoice",
  receivedOn: "2026-11-20",
  state: "to_settle",
  dispute: "keyed_differently",
} as const;

const settled = {
  ...sheet,
  id: "1b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10",
  state: "applied",
  settledAt: "2026-11-21T08:30:00Z",
  settledBy: "Jana Krüger",
  accountNumber: "10004217",
  reference: "K7M4-RX92",
  reason: null,
  emailWaits: false,
} as const;

const queue = viewQueue({ toCheck: [], toSettle: [], mine: [sheet], settled: [settled] }, "de");

test("a sheet is told by its number, its kind and the day it came", () => {
  expect(queue.mine).toEqual([{ id: sheet.id, sheet: "1042", channel: "Rechnung", received: "20.11.2026", state: "to_settle", dispute: "keyed_differently" }]);
});

test("the sheet just worked on is found, whatever became of it", () => {
  expect(findSheet(queue, sheet.id)).toBe(queue.mine[0]);
  expect(findSheet(queue, settled.id)).toMatchObject({ reference: "K7M4-RX92", settled: "21.11.26, 09:30" });
  expect(findSheet(queue, null)).toBeUndefined();
});

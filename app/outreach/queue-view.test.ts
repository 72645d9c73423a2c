import { describe, expect, test } from "vitest";
import { viewRow } from "./queue-view.server";

const freshness = {
  confirmedAt: "2024-03-01T10:00:00Z",
  confirmedBy: "customer",
  confirmedByYou: false,
  channel: "online",
  knownSince: "2024-03-01",
  reviewOn: "2025-03-01",
  hold: null,
} as const;

const row = {
  id: "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10",
  rank: 1,
  accountNumber: "10004217",
  name: "Anna Weber",
  yearlySpend: 12_400.5,
  medium: "email",
  staleCount: 3,
  stale: [{ kind: "phone", label: "Empfang", freshness }, { kind: "email", label: null, freshness }],
} as const;

describe("a row of the queue", () => {
  const view = viewRow({ ...row, stale: [...row.stale] }, "de", new Date("2026-11-21T12:00:00Z"));

  test("says what is stale with the same mark as the record", () => {
    expect(view.stale.map(({ heading }) => heading)).toEqual(["Phone · Empfang", "Email"]);
    expect(view.stale[0]?.reading).toMatchObject({ state: "stale", fraction: 0 });
  });

  test("counts the stale details that are not listed", () => {
    expect(view.more).toBe(1);
  });

  test("rounds the spend to whole units of the company's currency", () => {
    expect(view.spend.replace(/\s/g, " ")).toBe("12.401 €");
  });

  test("goes by its account number where there is no name", () => {
    expect(viewRow({ ...row, stale: [], name: null }, "de", new Date()).name).toBe("10004217");
  });
});

import { describe, expect, it } from "vitest";
import { addCounts, countDurations, durationOf } from "./durations";

it("counts each duration once", () => {
  expect(countDurations([0, 5, 6, 9999, 10_001]).reduce((sum, count) => sum + count, 0)).toBe(5);
});

describe("the duration within which a share lies", () => {
  it.each([
    [0.5, [12, 12, 12, 12], 10, 15],
    [0.95, [...Array<number>(95).fill(8), ...Array<number>(5).fill(900)], 5, 10],
    [0.95, [...Array<number>(94).fill(8), ...Array<number>(6).fill(900)], 750, 1000],
    [0.95, [60_000], 10_000, 10_000],
  ])("is for %d of some of them between its bounds", (share, durations, low, high) => {
    const duration = durationOf(share, countDurations(durations));
    expect(duration).toBeGreaterThanOrEqual(low);
    expect(duration).toBeLessThanOrEqual(high);
  });

  it("is unknown where nothing was counted", () => {
    expect(durationOf(0.5, countDurations([]))).toBeNull();
  });

  it("is the same for lists that were added up", () => {
    const [one, other] = [countDurations([3, 40, 40]), countDurations([700, 700, 12])];
    expect(durationOf(0.9, addCounts([one, other]))).toBe(durationOf(0.9, countDurations([3, 40, 40, 700, 700, 12])));
  });
});

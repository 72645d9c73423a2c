import { expect, test } from "vitest";
import { clockText, readClock } from "./clock-reading";

const at = (seconds: number) => new Date(Date.UTC(2026, 11, 1, 9, 0, seconds)).toISOString();
const call = { channel: "phone", calledAt: at(0), answeredAt: null, endedAt: null, heldSeconds: 0, heldSince: null } as const;

test.each([
  ["rings", call, 5, { state: "ringing", seconds: 5, held: 0, holding: 0 }],
  ["is answered", { ...call, answeredAt: at(10) }, 70, { state: "talking", seconds: 60, held: 0, holding: 0 }],
  ["is on hold for the second time", { ...call, answeredAt: at(10), heldSeconds: 30, heldSince: at(100) }, 112, { state: "held", seconds: 102, held: 42, holding: 12 }],
  ["has ended and stands still", { ...call, answeredAt: at(10), heldSeconds: 30, endedAt: at(130) }, 900, { state: "ended", seconds: 120, held: 30, holding: 0 }],
  ["was a letter", { ...call, channel: "letter", calledAt: null }, 5, { state: "none", seconds: 0, held: 0, holding: 0 }],
] as const)("a contact that %s", (_, clock, now, reading) => { expect(readClock(clock, Date.parse(at(now)))).toEqual(reading); });

test.each([[0, "0:00"], [65, "1:05"], [3723, "1:02:03"]])("%s seconds are %s", (seconds, text) => { expect(clockText(seconds)).toBe(text); });

import type { Clock } from "./note.schema";

/** How a contact stands: nothing noted, ringing, talking, on hold, ended; or a kind of contact that has no clock. */
export type ClockState = "none" | "idle" | "ringing" | "talking" | "held" | "ended";

/** `seconds` since the call began or was answered, or all of it once ended; `held` on hold in all, `holding` of it just now. */
export type ClockReading = { state: ClockState; seconds: number; held: number; holding: number };

/** Reads a clock at a moment of the database's time, in milliseconds. */
export function readClock(clock: Pick<Clock, "channel" | "calledAt" | "answeredAt" | "endedAt" | "heldSeconds" | "heldSince">, now: number): ClockReading {
  const { calledAt, answeredAt, endedAt, heldSeconds, heldSince } = clock;
  const secondsSince = (moment: string | null) => (moment === null ? 0 : Math.max(0, Math.round(((endedAt ? Date.parse(endedAt) : now) - Date.parse(moment)) / 1000)));
  const holding = endedAt ? 0 : secondsSince(heldSince);
  return { state: stateOf(clock), seconds: secondsSince(answeredAt ?? calledAt), held: heldSeconds + holding, holding };
}

function stateOf({ channel, calledAt, answeredAt, endedAt, heldSince }: Parameters<typeof readClock>[0]): ClockState {
  if (!["phone", "chat", "in_person"].includes(channel)) return "none";
  if (endedAt) return "ended";
  if (heldSince) return "held";
  if (answeredAt) return "talking";
  return calledAt ? "ringing" : "idle";
}

/** "4:05", "1:02:03". */
export function clockText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(String) as [string, string, string];
  return hours === "0" ? `${minutes}:${rest.padStart(2, "0")}` : `${hours}:${minutes.padStart(2, "0")}:${rest.padStart(2, "0")}`;
}

import type { CheckKind } from "./check-kinds";
import type { CallerCheck } from "./caller-check.schema";

/** A check as its panel shows it. */
export type CheckView = Omit<CallerCheck, "expiresAt" | "lockedUntil" | "pinFrom" | "code"> & {
  secondsLeft: number | null;
  lockedUntil: string | null;
  pinFrom: string | null;
  code: { email: string; at: string } | null;
};

/** What came of an act on the panel: the check then, a sentence, and what was typed where it has to be typed again. */
export type CheckAct = { check: CheckView; about: CheckKind | "override" | "digits" | "end"; good: boolean; message: string; typed?: string };

import type { SpelledGroup } from "./spelling";

/** One thing to read back: its tick's form name, the value large, and spelled. */
export type ReadBackItem = { name: string; heading: string; lines: string[]; notes: string[]; spelled: SpelledGroup[][] };

/** The form name of a tick. */
export const tickName = (what: string) => `read.${what}`;

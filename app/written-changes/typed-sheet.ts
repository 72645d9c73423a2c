import type { PaperChannel } from "./keyed-change";

/** What the form about the paper itself shows: `receivedOn` as "2026-11-21". */
export type TypedSheet = { channel: PaperChannel; receivedOn: string; documentNumber: string };

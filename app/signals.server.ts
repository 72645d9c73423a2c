import { channel } from "node:diagnostics_channel";

// What the site and the worker tell the process around them, which counts it: they need not know who listens. Only
// names, counts and times are told, never a value. Imports nothing of ours, because server/ reads it unbundled.

/** One round trip to the database. */
export interface DatabaseCall {
  /** The function called. */
  name: string;
  /** `refused` is an answer too; `failed` is a defect, or no answer at all. */
  outcome: "answered" | "refused" | "failed";
  ms: number;
}

/** Mails that a worker has claimed, by kind. */
export type MailsClaimed = Record<string, number>;

/** What a worker made of a mail that it had claimed. */
export interface MailHandled {
  /** The row of the outbox. */
  id: string;
  kind: string;
  /** `retried` comes back later; `released` goes to another worker, untried. */
  outcome: "sent" | "retried" | "failed" | "uncertain" | "cancelled" | "released";
  ms: number;
}

export const databaseCalls = channel("kartei:database-call");
export const mailsClaimed = channel("kartei:mails-claimed");
export const mailsHandled = channel("kartei:mail-handled");

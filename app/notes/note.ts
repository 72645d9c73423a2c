/** How a contact reached us or left us. */
export const noteChannels = ["phone", "in_person", "chat", "letter", "fax", "email"] as const;
export type NoteChannel = (typeof noteChannels)[number];
export const directions = ["in", "out"] as const;
export type Direction = (typeof directions)[number];

/** Why there was a contact; the commonest first. */
export const reasons = [
  "invoice_missing", "invoice_wrong", "payment", "delivery_late", "delivery_incomplete", "return", "order", "details_changed", "sign_in_help",
  "complaint", "call_back", "other",
] as const;
export type Reason = (typeof reasons)[number];
export const outcomes = ["settled", "promised", "passed_on", "open", "not_reached"] as const;
export type Outcome = (typeof outcomes)[number];
export const satisfactions = ["yes", "no", "not_asked"] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** The longest that each may be, as the database has it. */
export const TEXT_MAX = 4000;
export const SHARED_MAX = 2000;
export const ROWS_MAX = 10;

/** What stands in the form of a note, as it was typed. `by` is "staff:<id>" or "department:<code>", `concern` a reference or "new". */
export type NoteFields = {
  reason: string;
  done: string;
  outcome: string;
  satisfied: string;
  internal: string;
  share: boolean;
  shared: string;
  participants: { name: string; spelling: string }[];
  promises: { what: string; due: string; by: string }[];
  concern: string;
  concernKind: string;
  concernSubject: string;
  concernDepartment: string;
};

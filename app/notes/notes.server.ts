import { z } from "zod";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { departmentSchema } from "~/staff/department.schema";
import type { Direction, NoteChannel, NoteFields } from "./note";
import { clockSchema, contactSchema, draftSchema, noteSchema, typedSchema } from "./note.schema";

/** Begins a note about a customer, or finds the one that the agent has begun already. */
export function startNote(db: Db, account: string, channel: NoteChannel, direction: Direction) {
  return db.call("start_note", { account, channel, direction }, z.uuid());
}

const draftPageSchema = z.object({
  me: meSchema,
  accountNumber: z.string(),
  customerName: z.string().nullable(),
  customerKind: z.enum(["person", "company"]),
  today: z.iso.date(),
  draft: draftSchema.nullable(),
  leftDrafts: z.array(z.object({ id: z.uuid(), by: z.string(), startedAt: z.iso.datetime({ offset: true }) })),
  concerns: z.array(z.object({ reference: z.string(), subject: z.string().nullable() })),
  departments: z.array(departmentSchema),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type DraftPage = z.infer<typeof draftPageSchema>;

/** The agent's draft about a customer, and what its form offers; the database logs the look. */
export function readDraftPage(db: Db, account: string): Promise<DraftPage> {
  return db.call("desk_note_draft", { account }, draftPageSchema);
}

/** Keeps what was typed in the page `tab`, which had seen `version`. */
export function typeNote(db: Db, draft: string, { tab, version, channel, direction, fields }: { tab: string; version: number; channel: NoteChannel; direction: Direction; fields: NoteFields }) {
  return db.call("type_note", { draft, tab, version, channel, direction, fields }, typedSchema);
}

/** Notes a moment of the contact; null where the draft is none any more. */
export function timeNote(db: Db, draft: string, act: string) {
  return db.call("time_note", { draft, act }, clockSchema.nullable());
}

/** Goes on with what somebody who has left was writing; returns the customer's account number. */
export function takeOverNote(db: Db, draft: string) {
  return db.call("take_over_note", { draft }, z.string());
}

/** Deletes drafts in which nobody has typed for ninety days. Returns how many. */
export function forgetDrafts(db: Db) {
  return db.call("note_forget", {}, z.number().int());
}

/** Throws a draft away. */
export function discardNote(db: Db, draft: string) {
  return db.call("discard_note", { draft }, z.null());
}

/** A note as it is saved, checked. */
export type ReadyNote = {
  channel: NoteChannel;
  direction: Direction;
  reason: string;
  done: string;
  outcome: string;
  satisfied: string;
  internal: string | null;
  shared: string | null;
  participants: { name: string; spelling: string | null }[];
  promises: { what: string; due: string; staff?: string; department?: string }[];
  concern: string | null;
  newConcern: { kind: string; subject: string; department: string } | null;
};

const savedSchema = z.discriminatedUnion("status", [
  z.object({ status: z.enum(["saved", "repeated"]) }),
  z.object({ status: z.literal("behind"), draft: draftSchema }),
]);

/** Saves a draft as a note, once. */
export function saveNote(db: Db, draft: string, { tab, version }: { tab: string; version: number }, note: ReadyNote) {
  return db.call("save_note", { draft, tab, version, note }, savedSchema);
}

/** Adds to a saved note; `shared` has its customer read it. */
export function addAddendum(db: Db, note: string, { text, shared }: { text: string; shared: boolean }, requestId: string) {
  return db.call("add_addendum", { note, body: text, shared, request: requestId }, z.null());
}

const whose = { me: meSchema, accountNumber: z.string(), customerName: z.string().nullable() };
const notesSchema = z.object({ ...whose, notes: z.array(noteSchema) });

/** A customer's notes, newest first, fifty before a moment; with a query those in which all its words stand. The database logs the look. */
export function readNotes(db: Db, account: string, { query, before }: { query?: string; before?: string } = {}) {
  return db.call("desk_notes", { account, query, before }, notesSchema);
}

const notePageSchema = z.object({ ...whose, erased: z.boolean(), note: noteSchema });

/** One note; the database logs the look. */
export function readNote(db: Db, note: string) {
  return db.call("desk_note", { note }, notePageSchema);
}

const contactsSchema = headSchema.extend({ contacts: z.array(contactSchema) });

/** A customer's contacts with us as the customer reads them, newest first, fifty before a moment. */
export function readContacts(db: Db, customer: string, before?: string) {
  return db.call("account_contacts", { customer, before }, contactsSchema);
}

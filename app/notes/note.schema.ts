import { z } from "zod";
import { promiseSchema } from "~/commitments/commitment.schema";
import { directions, noteChannels, outcomes, satisfactions } from "./note";
import { storedFields } from "./note-fields";

const moment = z.iso.datetime({ offset: true });

/** The moments of a contact noted so far, and the database's time when they were read. */
export const clockSchema = z.object({
  id: z.uuid(),
  channel: z.enum(noteChannels),
  direction: z.enum(directions),
  calledAt: moment.nullable(),
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  heldSeconds: z.number(),
  heldSince: moment.nullable(),
  now: moment,
});
export type Clock = z.infer<typeof clockSchema>;

/** A note that is being written. `typedIn` names the page that typed last. */
export const draftSchema = z.object({
  clock: clockSchema,
  /** What was typed; null before anything was. */
  fields: z.unknown().transform(storedFields),
  version: z.number().int(),
  typedIn: z.uuid().nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** What became of keeping what was typed. */
export const typedSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("typed"), version: z.number().int() }),
  z.object({ status: z.literal("gone") }),
  z.object({ status: z.literal("behind"), draft: draftSchema }),
]);

const addendumSchema = z.object({ text: z.string().nullable(), shared: z.boolean(), at: moment, by: z.string() });

/** A saved note as staff read it; the texts are null once erased. */
export const noteSchema = z.object({
  id: z.uuid(),
  channel: z.enum(noteChannels),
  direction: z.enum(directions),
  at: moment,
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  heldSeconds: z.number().nullable(),
  reason: z.string(),
  outcome: z.enum(outcomes),
  satisfied: z.enum(satisfactions),
  participants: z.array(z.object({ name: z.string(), spelling: z.string().nullable() })),
  done: z.string().nullable(),
  internal: z.string().nullable(),
  shared: z.string().nullable(),
  by: z.string(),
  concern: z.object({ reference: z.string(), subject: z.string().nullable() }).nullable(),
  promises: z.array(promiseSchema),
  addenda: z.array(addendumSchema),
});
export type Note = z.infer<typeof noteSchema>;

/** A contact as its customer reads it. */
export const contactSchema = noteSchema.pick({ id: true, channel: true, direction: true, at: true, heldSeconds: true, by: true, shared: true, promises: true, addenda: true });
export type Contact = z.infer<typeof contactSchema>;

import { z } from "zod";
import { channels, detailKinds, detailValueSchema, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { identifications } from "./identification";

/** One saved set of changes as pages show it; `actor` is as its reader sees it. */
export const updateSchema = z.object({
  reference: z.string(),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "customer", "staff", "link", "import"]),
  actorName: z.string().nullable(),
  identifiedBy: z.array(z.enum(identifications)).nullable(),
  /** The reference of the update that this one took back. */
  undoes: z.string().nullish(),
  /** The reference of the one that took this one back. */
  undoneBy: z.string().nullish(),
  items: z.array(updateItemSchema),
});
export type Update = z.infer<typeof updateSchema>;

/** A site as forms name it: which, and what it is called. */
export const siteSchema = z.object({ id: z.uuid(), name: z.string() });
export type Site = z.infer<typeof siteSchema>;

/**
 * One change that a form asks for. `seen` is the value that stood there, for telling what was touched; so are `labelSeen`
 * and `siteSeen`, without which a change leaves the detail where it is. `from` is the day on which it begins to count. With
 * `cancel`, `seen` and `from` are what was planned, and `value` is what stays.
 */
export const changeSchema = z.object({
  op: z.enum(["add", "change", "remove", "make_primary", "cancel"]),
  detail: z.uuid().optional(),
  kind: z.enum(detailKinds),
  label: z.string().nullish(),
  value: detailValueSchema.optional(),
  version: z.number().int().optional(),
  seen: detailValueSchema.optional(),
  labelSeen: z.string().nullish(),
  site: siteSchema.nullish(),
  siteSeen: siteSchema.nullish(),
  from: z.iso.date().nullish(),
});
export type Change = z.infer<typeof changeSchema>;
export const changesSchema = z.array(changeSchema).max(200);

/** A detail that somebody else saved since it was seen: both values, and the version to answer with. */
export const conflictSchema = z.object({
  detail: z.uuid(),
  kind: z.enum(detailKinds),
  op: z.enum(["change", "remove", "confirm", "make_primary", "place", "cancel"]),
  label: z.string().nullable(),
  version: z.number(),
  yours: detailValueSchema.nullable(),
  theirs: detailValueSchema.nullable(),
  /** The day ahead from which yours was to count. */
  from: z.iso.date().nullish(),
  /** What is planned now. */
  upcoming: z.object({ value: detailValueSchema, from: z.iso.date() }).nullish(),
  channel: z.enum(channels),
  at: z.iso.datetime({ offset: true }),
  by: z.enum(["customer", "staff", "import"]),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** What became of a save. A conflict, or too many codes until `retryAt`, saved nothing; `proofs` wait for a code each. */
export const savedSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("conflict"), conflicts: z.array(conflictSchema) }),
  z.object({ status: z.literal("limited"), retryAt: z.iso.datetime({ offset: true }) }),
  z.object({
    status: z.enum(["saved", "repeated", "unchanged"]),
    reference: z.string().nullish(),
    proofs: z.array(z.uuid()).default([]),
    nameRequested: z.boolean().default(false),
  }),
]);
export type Saved = z.infer<typeof savedSchema>;

import { z } from "zod";
import { detailKinds, detailValueSchema, freshnessSchema } from "~/contact-details/contact-detail.schema";
import { meSchema } from "~/desk/me.schema";
import { keyedKinds, modes, paperChannels } from "./keyed-change";

const states = z.enum(["to_check", "to_settle", "applied", "rejected"]);

/** A sheet as lists show it: nothing of what was keyed. `dispute` is why a third person has to look. */
const sheetSchema = z.object({
  id: z.uuid(),
  sheet: z.number().int(),
  channel: z.enum(paperChannels),
  receivedOn: z.iso.date(),
  state: states,
  dispute: z.enum(["keyed_differently", "changed_meanwhile"]).nullable(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** A sheet that is done: whose it was where it was applied, and why not where it was rejected. */
const settledSheetSchema = sheetSchema.extend({
  settledAt: z.iso.datetime({ offset: true }),
  settledBy: z.string(),
  accountNumber: z.string().nullable(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  /** A new email address counts only after the customer has entered the code sent to it. */
  emailWaits: z.boolean(),
});
export type SettledSheet = z.infer<typeof settledSheetSchema>;

export const queueSchema = z.object({
  me: meSchema,
  toCheck: z.array(sheetSchema),
  toSettle: z.array(sheetSchema),
  mine: z.array(sheetSchema),
  settled: z.array(settledSheetSchema),
});
export type Queue = z.infer<typeof queueSchema>;

export const sheetToCheckSchema = sheetSchema.extend({ me: meSchema });

/** One change that a person read on the paper; "replace" means the primary detail of its kind. */
const keyedChangeSchema = z.object({ kind: z.enum(keyedKinds), mode: z.enum(modes), value: detailValueSchema });
export type KeyedChange = z.infer<typeof keyedChangeSchema>;

/** What one person keyed. `overtaken` says that the detail was given another value since. */
const keyingSchema = z.object({
  by: z.string(),
  keyedAt: z.iso.datetime({ offset: true }),
  accountNumber: z.string(),
  customerKind: z.enum(["person", "company"]),
  customerName: z.string().nullable(),
  country: z.string(),
  changes: z.array(keyedChangeSchema.extend({ overtaken: z.boolean() })),
});
export type Keying = z.infer<typeof keyingSchema>;

/** A primary detail as it counts today, at one of the accounts that were keyed. */
const currentDetailSchema = z.object({
  accountNumber: z.string(),
  kind: z.enum(detailKinds),
  detail: z.uuid(),
  version: z.number().int(),
  value: detailValueSchema,
  freshness: freshnessSchema,
});
export type CurrentDetail = z.infer<typeof currentDetailSchema>;

export const sheetToSettleSchema = sheetToCheckSchema.extend({
  documentNumber: z.string().nullable(),
  keyings: z.array(keyingSchema),
  now: z.array(currentDetailSchema),
});
export type SheetToSettle = z.infer<typeof sheetToSettleSchema>;

/** What a form must know of an account to read a name or a number as its customer writes it. */
export const keyingCustomerSchema = z.object({ kind: z.enum(["person", "company"]), country: z.string() }).nullable();
export type KeyingCustomer = z.infer<typeof keyingCustomerSchema>;

/** Where a sheet stands after somebody's work on it. */
export const resultSchema = z.object({ id: z.uuid(), sheet: z.number().int(), state: states });

/** The same for a settlement, which a customer's own change may have overtaken; then nothing was stored. */
export const settlementSchema = z.union([resultSchema, z.object({ state: z.literal("overtaken") })]);

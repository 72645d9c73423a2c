import { z } from "zod";
import { departmentSchema } from "~/staff/department.schema";

export const concernKinds = ["question", "complaint", "suggestion", "order_request"] as const;
export type ConcernKind = (typeof concernKinds)[number];
export const concernStates = ["open", "in_progress", "answered", "closed"] as const;
export type ConcernState = (typeof concernStates)[number];

/** The longest a subject and a message may be, as the database has it. */
export const SUBJECT_MAX = 150;
export const MESSAGE_MAX = 4000;

const moment = z.iso.datetime({ offset: true });

/** A matter of a customer's, as lists show it; the subject is null once it was erased. */
export const concernSchema = z.object({
  reference: z.string(),
  kind: z.enum(concernKinds),
  aboutInvoice: z.boolean(),
  subject: z.string().nullable(),
  state: z.enum(concernStates),
  createdAt: moment,
  movedAt: moment,
  escalatedAt: moment.nullable(),
  department: departmentSchema,
  site: z.string().nullable(),
});
export type Concern = z.infer<typeof concernSchema>;

/** What somebody wrote on a concern; `by` is as its reader sees it, the text null once erased. */
export const messageSchema = z.object({
  text: z.string().nullable(),
  at: moment,
  shared: z.boolean(),
  by: z.enum(["you", "customer", "staff"]),
  name: z.string().nullable(),
});
export type Message = z.infer<typeof messageSchema>;

/** Where an order may go. */
export const siteSchema = z.object({ id: z.uuid(), label: z.string().nullable(), place: z.string() });
export type Site = z.infer<typeof siteSchema>;

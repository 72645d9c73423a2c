import { z } from "zod";
import { departmentSchema } from "~/staff/department.schema";
import { concernKinds, concernStates } from "./concern";

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

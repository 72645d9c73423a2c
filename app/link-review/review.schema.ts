import { z } from "zod";
import { detailKinds, detailValueSchema } from "~/contact-details/contact-detail.schema";
import { updateSchema } from "~/updates/update.schema";

/** A stale detail that a link asks about. Its value is for masking; only the server sees it. */
const askedSchema = z.object({
  id: z.uuid(),
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  value: detailValueSchema,
  version: z.number().int(),
  confirmedAt: z.iso.datetime({ offset: true }).nullable(),
  onHold: z.boolean(),
  correctable: z.boolean(),
});
export type Asked = z.infer<typeof askedSchema>;

export const reviewSchema = z.object({
  customer: z.object({ id: z.uuid(), kind: z.enum(["person", "company"]), country: z.string() }),
  used: z.boolean(),
  details: z.array(askedSchema),
  updates: z.array(updateSchema),
});
export type ReviewLink = z.infer<typeof reviewSchema>;

const seen = { detail: z.uuid(), version: z.number().int() };

/** The one answer that a link takes: what is still right, and what is new. */
export const answersSchema = z.object({
  confirmed: z.array(z.object(seen)).max(50),
  corrected: z.array(z.object({ ...seen, value: detailValueSchema })).max(50),
});
export type Answers = z.infer<typeof answersSchema>;

/** What became of an answer. A conflict uses nothing up: somebody saved or confirmed a detail meanwhile. */
export const answeredSchema = z.object({ status: z.enum(["saved", "used", "conflict"]) });

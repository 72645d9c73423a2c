import { z } from "zod";
import { detailValueSchema } from "~/contact-details/contact-detail.schema";

const task = {
  id: z.uuid(),
  accountNumber: z.string(),
  customerName: z.string().nullable(),
  dueAt: z.iso.datetime({ offset: true }),
};

/** Open work for somebody at the desk; `current` is what a proposal would replace, with the version it was read at. */
export const taskSchema = z.discriminatedUnion("cause", [
  z.object({
    ...task,
    cause: z.literal("company_name_change"),
    proposal: z.object({ value: detailValueSchema }),
    current: z.object({ value: detailValueSchema, version: z.number().int() }),
  }),
  z.object({ ...task, cause: z.literal("sign_in_frozen"), proposal: z.object({ reference: z.string() }) }),
  z.object({ ...task, cause: z.literal("update_disputed"), proposal: z.object({ reference: z.string(), undoneBy: z.string().nullable() }) }),
  z.object({ ...task, cause: z.literal("concern_escalated"), proposal: z.object({ reference: z.string() }) }),
  z.object({ ...task, cause: z.literal("erasure_requested") }),
  z.object({ ...task, cause: z.enum(["commitment_due", "commitment_overdue"]), proposal: z.object({ commitment: z.uuid(), what: z.string().nullable() }) }),
]);
export type Task = z.infer<typeof taskSchema>;

import { z } from "zod";
import { detailKinds, freshnessSchema } from "~/contact-details/contact-detail.schema";
import { meSchema } from "~/desk/me.schema";

const staleDetailSchema = z.object({ kind: z.enum(detailKinds), label: z.string().nullable(), freshness: freshnessSchema });

/** A customer to ask: the details most overdue, how many are in all, and the way in which a reminder would go. */
const queueRowSchema = z.object({
  id: z.uuid(),
  rank: z.number(),
  accountNumber: z.string(),
  name: z.string().nullable(),
  yearlySpend: z.number(),
  medium: z.enum(["email", "letter"]),
  staleCount: z.number(),
  stale: z.array(staleDetailSchema),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

/** A page of the queue; `stale` and `waiting` (reminded, no answer yet) count the whole of it and stop at 10,000. */
export const queueSchema = z.object({
  me: meSchema,
  rows: z.array(queueRowSchema),
  stale: z.number(),
  waiting: z.number(),
});

/** What became of a selection: `skipped` were asked lately or have answered meanwhile. */
export const sentSchema = z.object({ emails: z.number().int(), letters: z.number().int(), skipped: z.number().int() });
export type Sent = z.infer<typeof sentSchema>;

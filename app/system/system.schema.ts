import { z } from "zod";

/** What waits in a queue: `count` stops at 10,000. */
export const queueSchema = z.object({
  queue: z.enum(["outbox", "tasks", "written_changes", "webhooks", "imports"]),
  kind: z.string(),
  state: z.string(),
  count: z.number().int(),
  oldest: z.iso.datetime({ offset: true }).nullable(),
});
export type Queue = z.infer<typeof queueSchema>;

export const outcomes = ["sent", "retried", "failed", "uncertain", "cancelled"] as const;
export type MailOutcome = (typeof outcomes)[number];

/** How many mails ended how. */
export const sendsSchema = z.record(z.enum(outcomes), z.number().int());

/** A server or worker that reported lately; a worker works while it claims. */
export const processSchema = z.object({
  kind: z.enum(["web", "worker"]),
  release: z.string(),
  startedAt: z.iso.datetime({ offset: true }),
  seenAt: z.iso.datetime({ offset: true }),
  works: z.boolean(),
});
export type SeenProcess = z.infer<typeof processSchema>;

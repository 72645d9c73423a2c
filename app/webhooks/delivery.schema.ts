import { z } from "zod";
import { webhookBodySchema } from "./event.schema";

const { type, timestamp, data } = webhookBodySchema.shape;

/** What `webhook_claim` returns: deliveries under a lease. What one says is read one by one, so that none spoils the rest. */
export const leasedSchema = z.array(z.looseObject({ id: z.uuid(), lease: z.uuid(), endpoint: z.uuid() }));
export type Leased = z.infer<typeof leasedSchema>[number];

/** A claimed delivery with all that is needed to send it. */
export const claimedSchema = z.object({
  id: z.uuid(),
  endpoint: z.uuid(),
  url: z.string(),
  rotations: z.array(z.number().int()).min(1),
  event: type,
  timestamp,
  change: data,
});

import { z } from "zod";
import { webhookEvents } from "./events";

const moment = z.iso.datetime({ offset: true });

/** Where webhooks are posted to. */
export const endpointSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  /** Which of its secrets signs; rises with each new one. */
  rotation: z.number().int(),
  rotatedAt: moment.nullable(),
  createdAt: moment,
  failingSince: moment.nullable(),
  offSince: moment.nullable(),
  offReason: z.enum(["by_hand", "failing", "gone"]).nullable(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const deliveryStates = ["queued", "claimed", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One event for one endpoint, and how far it got. */
export const deliverySchema = z.object({
  id: z.uuid(),
  event: z.enum([...webhookEvents, "endpoint.test"]),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** The last answer's HTTP status, or why there was none. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  createdAt: moment,
  nextAttemptAt: moment.nullable(),
  settledAt: moment.nullable(),
  reference: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

import { z } from "zod";
import { changeSchema } from "~/change-feed/change.schema";
import { webhookEvents } from "./events";

/** What a webhook's body says; beside it, the headers carry id, time and signature. */
export const webhookBodySchema = z.object({
  type: z.enum([...webhookEvents, "endpoint.test"]),
  timestamp: z.iso.datetime({ offset: true }).describe("When it happened; the header `webhook-timestamp` says when this try was made."),
  data: changeSchema.nullable().describe("The change as the feed tells it; null in a test."),
});

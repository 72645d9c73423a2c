import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { outcomes, processSchema, queueSchema } from "./system.schema";

const moment = z.iso.datetime({ offset: true });

/** What all servers answered in a minute; `durations` as `countDurations` counts them. */
const requestsSchema = z.object({ at: moment, requests: z.number(), errors: z.number(), durations: z.array(z.number()) });
export type RequestsOfMinute = z.infer<typeof requestsSchema>;

const sendsSchema = z.record(z.enum(outcomes), z.number()).and(z.object({ at: moment }));
export type SendsOfHour = z.infer<typeof sendsSchema>;

const systemSchema = z.object({
  me: meSchema,
  now: moment,
  migrations: z.array(z.string()),
  queues: z.array(queueSchema),
  processes: z.array(processSchema),
  requests: z.array(requestsSchema),
  sends: z.array(sendsSchema),
});
export type System = z.infer<typeof systemSchema>;

/**
 * How Kartei runs: what waits now, who was seen lately, three hours of requests by minute and a day of mails by hour. A
 * minute in which no server reported is missing. For admins.
 */
export function readSystem(db: Db): Promise<System> {
  return db.call("desk_system", {}, systemSchema);
}

import type { Db } from "~/db/client.server";
import { queueSchema, sentSchema } from "./outreach.schema";
import type { QueuePlace } from "./queue-place";

/** Fifty customers with stale details, best to ask first; `after` is the last row of the page before. */
export function readQueue(db: Db, after: QueuePlace | undefined) {
  return db.call("outreach_queue", { after_rank: after?.rank, after_customer: after?.customer }, queueSchema);
}

/** Queues one reminder for each of the customers, at most 200; whoever was asked lately is skipped. */
export function sendReminders(db: Db, customers: string[]) {
  return db.call("send_reminders", { customers }, sentSchema);
}

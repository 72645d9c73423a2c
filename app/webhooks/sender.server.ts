import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Db, workerDb } from "~/db/client.server";
import { claimedSchema, type Leased, leasedSchema } from "./delivery.schema";
import { type Outcome, post } from "./post.server";
import { signatureHeaders } from "./secret.server";

const PER_ENDPOINT = 20;
const AT_ONCE = 10;
/** Seconds for which a claimed batch is ours. */
const LEASE_SECONDS = 120;
const IDLE_MS = 500;
const AFTER_TROUBLE_MS = 5_000;
const FORGETTING_MS = 3_600_000;

/**
 * Sends what waits for the endpoints until `signal` ends it, beside any number of other workers. Each endpoint is sent
 * to on its own, so that a slow one holds up none but itself. What a worker leaves when it dies is sent again under the
 * same `webhook-id` once its lease has run out.
 */
export async function sendWebhooks({ signal }: { signal: AbortSignal }): Promise<void> {
  const db = workerDb();
  const busy = new Map<string, Promise<void>>();
  let forgetAt = Date.now();
  while (!signal.aborted) {
    try {
      if (Date.now() >= forgetAt) forgetAt = await forget(db);
      const claimed = await db.call("webhook_claim", { per_endpoint: PER_ENDPOINT, lease_seconds: LEASE_SECONDS, busy: [...busy.keys()] }, leasedSchema);
      for (const [endpoint, batch] of Map.groupBy(claimed, (one) => one.endpoint)) {
        busy.set(endpoint, sendBatch(endpoint, batch, db, signal).finally(() => busy.delete(endpoint)));
      }
      await Promise.race([rest(IDLE_MS, signal), ...busy.values()]);
    } catch (error) {
      report(error);
      await rest(AFTER_TROUBLE_MS, signal);
    }
  }
  await Promise.all(busy.values());
}

/** Deletes some of what is long settled; returns when to come again. */
async function forget(db: Db): Promise<number> {
  const forgotten = await db.call("webhook_forget", {}, z.number());
  return Date.now() + (forgotten > 0 ? IDLE_MS : FORGETTING_MS);
}

/** Sends one endpoint's deliveries, some at once, and tells the database what became of them. Never rejects. */
async function sendBatch(endpoint: string, batch: Leased[], db: Db, signal: AbortSignal): Promise<void> {
  const results: (Outcome & { id: string; lease: string })[] = [];
  const waiting = batch.values();
  const lane = async () => {
    for (const { id, lease, ...rest } of waiting) {
      const outcome = await send({ id, ...rest }, signal);
      if (outcome) results.push({ id, lease, ...outcome });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (results.length > 0) await db.call("webhook_mark", { endpoint, results }, z.number());
  } catch (error) {
    report(error);
  }
}

async function send(leased: object, signal: AbortSignal): Promise<Outcome | null> {
  const { data: claimed } = claimedSchema.safeParse(leased);
  if (!claimed) return { status: null, error: "unreadable" };
  const { id, endpoint, rotations, url, event, timestamp, change } = claimed;
  const body = JSON.stringify({ type: event, timestamp, data: change });
  return signal.aborted ? null : post(url, body, signatureHeaders({ id, endpoint, rotations, body }, new Date()), signal);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function report(error: unknown): void {
  console.error(JSON.stringify({ level: "error", what: "webhooks", error: String(error) }));
}

import { setTimeout as sleep } from "node:timers/promises";
import { workerDb } from "~/db/client.server";
import { errorTrace } from "~/error-trace.server";
import { forgetDrafts } from "./notes.server";

const LOOK_EVERY_MS = 3_600_000;

/** Forgets drafts that nobody has gone on with, until `signal` ends it. Any number of workers may. */
export async function watchDrafts({ signal }: { signal: AbortSignal }): Promise<void> {
  const db = workerDb();
  while (!signal.aborted) {
    try {
      await forgetDrafts(db);
    } catch (error) {
      console.error(JSON.stringify({ time: new Date().toISOString(), what: "error", ...errorTrace(error) }));
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

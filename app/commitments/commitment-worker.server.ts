import { setTimeout as sleep } from "node:timers/promises";
import { workerDb } from "~/db/client.server";
import { errorTrace } from "~/error-trace.server";
import { remindOfCommitments } from "./commitments.server";

/** Days are what counts here, so a look now and then is enough. */
const LOOK_EVERY_MS = 60_000;

/** Reminds of promises and escalates what is overdue until `signal` ends it. Any number of workers may: the database opens each task once. */
export async function watchCommitments({ signal }: { signal: AbortSignal }): Promise<void> {
  const db = workerDb();
  const stopping = () => signal.aborted;
  while (!stopping()) {
    try {
      // More at once than one look takes are taken by the next, at once.
      let opened = 1;
      while (!stopping() && opened > 0) opened = await remindOfCommitments(db);
    } catch (error) {
      console.error(JSON.stringify({ time: new Date().toISOString(), what: "error", ...errorTrace(error) }));
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

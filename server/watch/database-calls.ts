import { AsyncLocalStorage } from "node:async_hooks";
import { databaseCalls } from "../../app/signals.server.ts";
import type { DatabaseCall } from "../../app/signals.server.ts";

/** What one request asked of the database. */
export interface Tally {
  calls: number;
  ms: number;
}

const tallies = new AsyncLocalStorage<Tally>();

/** Runs a request; its calls of the database are added to `tally` as long as `watchDatabaseCalls` listens. */
export function tallied(tally: Tally, run: () => void): void {
  tallies.run(tally, run);
}

/** Adds each call of the database to its request's tally and hands it to `observe`, until disposed. */
export function watchDatabaseCalls(observe: (call: DatabaseCall) => void): Disposable {
  const listen = (message: unknown) => {
    const call = message as DatabaseCall;
    const tally = tallies.getStore();
    if (tally) {
      tally.calls += 1;
      tally.ms += call.ms;
    }
    observe(call);
  };
  databaseCalls.subscribe(listen);
  return { [Symbol.dispose]: () => { databaseCalls.unsubscribe(listen); } };
}

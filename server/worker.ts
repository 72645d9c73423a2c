import { takeEnvironment } from "./config/take-environment.ts";
import { tellReady } from "./run/children.ts";
import { runMain } from "./run/main.ts";
import { stopSignal } from "./run/stop-signal.ts";
import { takeBuild } from "./run/take-build.ts";
import { identityOf } from "./watch/identity.ts";
import { watchWorker } from "./watch/watch-worker.ts";
import { readWorkerSettings } from "./watch/worker-settings.ts";

/** The mail in hand may take as long as Resend is waited for (20 s), and some to be marked. */
const PATIENCE_MS = 25_000;

/**
 * `npm run worker`: one more worker, and the one that `npm start` begins; mails, webhooks and imports, until it is
 * told to stop. Any number may run at once.
 */
await runMain(async () => {
  await takeEnvironment("worker");
  const signal = stopSignal(PATIENCE_MS);
  const build = await takeBuild();
  const identity = identityOf("worker", build);
  await using _watch = await watchWorker(build, identity, readWorkerSettings(process.env));
  tellReady();
  await build.entry.module.runWorker({ signal, worker: identity.id });
  if (!signal.aborted) throw new Error("The worker ended by itself");
});

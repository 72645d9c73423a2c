import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./config/config.ts";
import { tellReady } from "./run/children.ts";
import { runMain } from "./run/main.ts";
import { stopSignal } from "./run/stop-signal.ts";
import type { SiteBuild } from "./web/build.ts";

/** The worker; sends what the outbox holds until it is told to stop. Any number may run at once. */
await runMain(async () => {
  const signal = stopSignal();
  const { entry } = (await import(pathToFileURL(join(projectRoot, "build/server/index.js")).href)) as SiteBuild;
  tellReady();
  await entry.module.runWorker({ signal });
  if (!signal.aborted) throw new Error("The worker ended by itself");
});

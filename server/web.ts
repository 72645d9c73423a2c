import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./config/config.ts";
import { tellReady } from "./run/children.ts";
import { reasonOf, runMain, StartError } from "./run/main.ts";
import { aborted, stopSignal } from "./run/stop-signal.ts";
import { createWebApp } from "./web/app.ts";
import type { SiteBuild } from "./web/build.ts";
import { listen } from "./web/listen.ts";
import { readWebSettings } from "./web/settings.ts";

/** The web server; reads its environment and the build, and serves until it is told to stop. */
await runMain(async () => {
  const signal = stopSignal();
  const settings = readWebSettings(process.env);
  const build = (await import(pathToFileURL(join(projectRoot, "build/server/index.js")).href)) as SiteBuild;
  await using _server = await listen(createWebApp(settings, { build: () => Promise.resolve(build) }), settings).catch((error: unknown) => {
    throw new StartError(`PORT ${settings.port} cannot be listened on (${reasonOf(error)}).`);
  });
  tellReady();
  await aborted(signal);
});

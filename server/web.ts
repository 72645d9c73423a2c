import { takeEnvironment } from "./config/take-environment.ts";
import { tellReady } from "./run/children.ts";
import { reasonOf, runMain, StartError } from "./run/main.ts";
import { aborted, stopSignal } from "./run/stop-signal.ts";
import { takeBuild } from "./run/take-build.ts";
import { watchWeb } from "./watch/watch-web.ts";
import { createWebApp } from "./web/app.ts";
import { listen } from "./web/listen.ts";
import { readWebSettings } from "./web/settings.ts";

/** `npm run web`: one more web server, and the one that `npm start` begins; serves until it is told to stop. */
await runMain(async () => {
  await takeEnvironment("web");
  const settings = readWebSettings(process.env);
  const signal = stopSignal(settings.drainMs + settings.finishMs + 2000);
  const build = await takeBuild();
  await using watch = watchWeb(build, settings, signal);
  const app = createWebApp(settings, { build: () => Promise.resolve(build) }, watch);
  await using _server = await listen(app, settings, signal).catch((error: unknown) => {
    throw new StartError(`PORT ${settings.port} cannot be listened on (${reasonOf(error)}).`);
  });
  tellReady(`ready http://localhost:${settings.port}`);
  await aborted(signal);
});

import { createServer } from "vite";
import { projectRoot } from "./config/config.ts";
import { reasonOf } from "./run/main.ts";
import { identityOf } from "./watch/identity.ts";
import { watchWeb } from "./watch/watch-web.ts";
import { watchWorker } from "./watch/watch-worker.ts";
import { readWorkerSettings } from "./watch/worker-settings.ts";
import { createWebApp } from "./web/app.ts";
import type { SiteBuild } from "./web/build.ts";
import { listen } from "./web/listen.ts";
import { readWebSettings } from "./web/settings.ts";

/** The web server with hot reload, and the worker, in this process. */
export interface DevServer extends AsyncDisposable {
  ready: Promise<void>;
  /** Resolves with a sentence when the worker ends by itself. */
  ended: Promise<string>;
}

/** Starts the web server with Vite in the build's place. `environment` goes over this process's own. */
export async function startDevServer(environment: NodeJS.ProcessEnv): Promise<DevServer> {
  takeEnvironment({ ...environment, NODE_ENV: "development" });
  await using starting = new AsyncDisposableStack();
  const own = process.listeners("SIGTERM");
  const vite = await createServer({ root: projectRoot, server: { middlewareMode: true } });
  starting.defer(() => vite.close());
  // Remix's compiler within Vite would end the process at once and leave PostgreSQL behind.
  for (const listener of process.listeners("SIGTERM")) if (!own.includes(listener)) process.off("SIGTERM", listener);
  const build = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as SiteBuild;
  const settings = readWebSettings(process.env);
  const stopping = new AbortController();
  const site = await build();
  const watch = starting.use(watchWeb(site, settings, stopping.signal));
  starting.use(await listen(createWebApp(settings, { build, middleware: vite.middlewares }, watch), settings, stopping.signal));
  const worker = identityOf("worker", site);
  starting.use(await watchWorker(site, worker, readWorkerSettings(process.env)));
  starting.defer(() => { stopping.abort(); });
  const ended = site.entry.module.runWorker({ signal: stopping.signal, worker: worker.id }).then(
    () => "the worker stopped unexpectedly.",
    (error: unknown) => `the worker failed: ${reasonOf(error)}.`,
  );
  const running = starting.move();
  return { ready: Promise.resolve(), ended, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function takeEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

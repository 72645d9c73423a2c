import { createServer } from "vite";
import { projectRoot } from "./config/config.ts";
import { reasonOf } from "./run/main.ts";
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
  starting.use(await listen(createWebApp(settings, { build, middleware: vite.middlewares }), settings));
  const stopping = new AbortController();
  starting.defer(() => { stopping.abort(); });
  const { entry } = await build();
  const ended = entry.module.runWorker({ signal: stopping.signal }).then(
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

import { parseArgs } from "node:util";
import { assertSafeAuth } from "./backend/auth-settings.ts";
import { configureDatabase } from "./backend/configure.ts";
import { startBackend } from "./backend/start-backend.ts";
import { readConfig } from "./config/config.ts";
import type { Config, SupabaseConfig } from "./config/config.ts";
import { supabaseServices, webEnvironment, workerEnvironment } from "./config/services.ts";
import type { Services } from "./config/services.ts";
import { buildIfStale } from "./run/build.ts";
import { firstOf, startChild } from "./run/children.ts";
import { runMain, StartError } from "./run/main.ts";
import { assertPortFree } from "./run/ports.ts";
import { stopSignal } from "./run/stop-signal.ts";
import { finishMs } from "./web/settings.ts";

/** `npm start`, and with `--dev` `npm run dev`: the backend (unless it runs elsewhere), the web server and the worker. */
await runMain(async () => {
  const { values: { dev } } = parseArgs({ options: { dev: { type: "boolean", default: false } } });
  const config = readConfig();
  const signal = stopSignal(stopMs(config) + 2000);
  try {
    await run(config, dev, signal);
  } catch (error) {
    // Whatever a stop cuts short ends with an error that nobody needs to hear of.
    if (!signal.aborted) throw error;
  }
});

async function run(config: Config, dev: boolean, signal: AbortSignal): Promise<void> {
  await assertPortFree(config.port, config.host);
  if (!dev) await buildIfStale(signal);
  await using running = new AsyncDisposableStack();
  const backend = config.mode === "supabase" ? await reachSupabase(config) : running.use(await startBackend(config));
  signal.throwIfAborted();
  if (backend.inboxUrl) console.log(`inbox ${backend.inboxUrl}`);
  const parts = dev ? [await startDev(config, backend.services, running)] : startProduction(config, backend.services, running);
  void Promise.all(parts.map((part) => part.ready)).then(() => { console.log(`ready http://localhost:${config.port}`); });
  const sentence = await firstOf(signal, [...backend.ended, ...parts.map((part) => part.ended)]);
  if (sentence) throw new StartError(sentence);
}

interface Part {
  ready: Promise<void>;
  ended: Promise<string>;
}

async function reachSupabase(config: SupabaseConfig): Promise<{ services: Services; inboxUrl: null; ended: Promise<string>[] }> {
  const services = supabaseServices(config);
  await assertSafeAuth(services.supabaseUrl, services.publishableKey);
  await configureDatabase(services.supabaseUrl, services.secretKey, services.karteiSecret);
  return { services, inboxUrl: null, ended: [] };
}

function startProduction(config: Config, services: Services, running: AsyncDisposableStack): Part[] {
  return [
    running.use(startChild("the worker", new URL("worker.ts", import.meta.url), workerEnvironment(config, services))),
    running.use(startChild("the web server", new URL("web.ts", import.meta.url), webEnvironment(config, services), stopMs(config))),
  ];
}

// A web server may go on for a while before it stops, and then let requests finish.
function stopMs({ drainMs }: Config): number {
  return drainMs + finishMs(drainMs) + 1000;
}

// Only development needs Vite, which production may be installed without.
async function startDev(config: Config, services: Services, running: AsyncDisposableStack): Promise<Part> {
  const { startDevServer } = await import("./dev.ts");
  return running.use(await startDevServer(workerEnvironment(config, services)));
}

import { freePort } from "../../server/run/ports.ts";
import { startFile } from "./process.ts";
import type { Started } from "./process.ts";
import { startBackend } from "./product.ts";
import type { OwnProduct } from "./product.ts";
import { startProxy } from "./proxy.ts";

/** One of several servers or workers. */
export interface Member {
  /** Asks it to stop, waits until it has, and starts another in its place, until the proxy knows it. */
  restart: () => Promise<void>;
}

/** A backend with two web servers behind a proxy, and two workers: the whole product, reached at the proxy. */
export type Two = OwnProduct & { servers: Member[]; workers: Member[] };

/** A stopping server goes on until the proxy's probe has surely seen it. */
const DRAIN_MS = "500";

/** Starts them with the commands that one would use, each by itself. */
export async function startTwo(): Promise<Two> {
  await using starting = new AsyncDisposableStack();
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  const backend = starting.use(await startBackend({ env: { SITE_URL: siteUrl, SEND_EMAIL_HOOK_URL: `${siteUrl}/hooks/send-email` } }));
  const beside = { DATA_DIR: backend.dataDir, DRAIN_MS, TRUST_PROXY: "loopback" };
  const ports = [await freePort(), await freePort()];
  const proxy = starting.use(await startProxy(port, ports));
  const startServer = (own: number) => startMember("server/web.ts", { ...beside, PORT: String(own) }, () => proxy.untilReady(own), starting);
  const startWorker = () => startMember("server/worker.ts", beside, () => Promise.resolve(), starting);
  const servers = await Promise.all(ports.map(startServer));
  const workers = await Promise.all([startWorker(), startWorker()]);
  const running = starting.move();
  return { ...backend, servers, workers, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function startMember(file: string, env: Record<string, string>, untilReady: () => Promise<void>, starting: AsyncDisposableStack): Promise<Member> {
  let current: Started = await startFile(file, env);
  await untilReady();
  starting.defer(async () => { await current.end(); });
  return {
    restart: async () => {
      await current.end();
      current = await startFile(file, env);
      await untilReady();
    },
  };
}

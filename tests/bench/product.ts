import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../server/config/config.ts";
import { freePort } from "../../server/run/ports.ts";
import { startBackend } from "../support/product.ts";
import type { Product } from "../support/product.ts";

/** A backend with the web server in front, each a process of its own, and no worker: nothing sends meanwhile. */
export interface BenchProduct extends Product, AsyncDisposable {
  /** Starts one more web server, which reaches PostgREST at another address; for counting what it asks. */
  webAt: (apiUrl: string) => Promise<WebServer>;
}

interface WebServer extends AsyncDisposable {
  url: string;
}

/** Starts both over a database; throws when one does not start. */
export async function startBenchProduct(databaseUrl: string): Promise<BenchProduct> {
  await using starting = new AsyncDisposableStack();
  const backend = starting.use(await startBackend({ env: { DATABASE_URL: databaseUrl } }));
  const webAt = (apiUrl: string) => startWeb(backend, apiUrl);
  const web = starting.use(await webAt(backend.apiUrl));
  const running = starting.move();
  return { ...backend, siteUrl: web.url, webAt, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function startWeb({ publishableKey, jwtSecret, karteiSecret, inboxUrl }: Product, apiUrl: string): Promise<WebServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(join(projectRoot, "server/web.ts"), {
    env: {
      PATH: process.env.PATH, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", SITE_URL: url, LOG: "off", SUPABASE_URL: apiUrl,
      SUPABASE_PUBLISHABLE_KEY: publishableKey, SUPABASE_JWT_SECRET: jwtSecret, KARTEI_SECRET: karteiSecret,
      RESEND_API_KEY: "re_bench", RESEND_BASE_URL: inboxUrl,
    },
    execArgv: (process.env.WEB_NODE_OPTIONS ?? "").split(" ").filter((option) => option !== ""),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  await Promise.race([once(child, "message"), exited.then(() => { throw new Error("The web server did not start; is there a build?"); })]);
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

/** A folder for as long as it is used. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "kartei-bench-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) };
}

import { spawn } from "node:child_process";
import type { ChildProcess, ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { projectRoot, variables } from "../../server/config/config.ts";
import { readRun } from "../../server/config/run-file.ts";
import { loadSecrets } from "../../server/config/secrets.ts";
import { freePort } from "../../server/run/ports.ts";

/** Where a running Kartei is reached, and every key to it. */
export interface Product {
  siteUrl: string;
  /** Auth and PostgREST. */
  apiUrl: string;
  /** The API of the Resend emulator; its page is below, at /inbox. */
  inboxUrl: string;
  /** The database's owner may connect here. */
  databaseUrl: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  karteiSecret: string;
}

/** The environment variables in which a run hands its product to the runs inside it. */
const variableOf: Record<keyof Product, string> = {
  siteUrl: "KARTEI_SITE_URL",
  apiUrl: "KARTEI_API_URL",
  inboxUrl: "KARTEI_INBOX_URL",
  databaseUrl: "KARTEI_DATABASE_URL",
  publishableKey: "KARTEI_PUBLISHABLE_KEY",
  secretKey: "KARTEI_SECRET_KEY",
  jwtSecret: "KARTEI_JWT_SECRET",
  karteiSecret: "KARTEI_ROOT_SECRET",
};
const fields = Object.keys(variableOf) as (keyof Product)[];

/** The environment that lets `useProduct` find this product. */
export function productEnvironment(product: Product): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [variableOf[field], product[field]]));
}

/** The product that an outer run has started, or one of our own, which disposing stops. */
export async function useProduct(): Promise<Product & AsyncDisposable> {
  if (!process.env[variableOf.siteUrl]) return startProduct();
  const given = Object.fromEntries(fields.map((field) => [field, process.env[variableOf[field]] ?? ""])) as unknown as Product;
  return { ...given, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** Starts the whole product, built and with its demo data, on free ports and a data folder of its own. */
export function startProduct(): Promise<Product & AsyncDisposable> {
  return start("server/start.ts", {});
}

/** Starts only the backend, over another database of a running product: nothing sends what its outbox holds. */
export function startBackend(databaseUrl: string): Promise<Product & AsyncDisposable> {
  return start("server/backend.ts", { DATABASE_URL: databaseUrl });
}

async function start(file: string, env: Record<string, string>): Promise<Product & AsyncDisposable> {
  await using starting = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "kartei-test-"));
  // On a busy machine PostgreSQL may still be writing its last words.
  starting.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 }));
  const child = spawn(process.execPath, [file], {
    cwd: projectRoot,
    env: { ...process.env, ...unset(variables), ...env, DATA_DIR: dataDir, PORT: String(await freePort()), LOG: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  starting.defer(() => stop(child));
  await untilReady(child);
  const product = await readProduct(dataDir, env.DATABASE_URL);
  const running = starting.move();
  return { ...product, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

// Empty counts as unset, and an empty variable is not filled from a file `.env` either.
function unset(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

// Lite prints every refusal, which tests cause by the hundred: what is printed counts only where the start fails.
async function untilReady(child: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  const lines: string[] = [];
  createInterface(child.stderr).on("line", (line) => { if (lines.length < 100) lines.push(line); });
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith("ready ")) {
      child.stdout.resume();
      return;
    }
    lines.push(line);
  }
  throw new Error(`Kartei did not start:\n${lines.join("\n")}`);
}

async function readProduct(dataDir: string, databaseUrl?: string): Promise<Product> {
  const run = readRun(dataDir);
  if (!run?.inboxUrl) throw new Error(`No Kartei runs on ${dataDir}`);
  const { publishableKey, secretKey, jwtSecret, karteiSecret, databasePassword } = await loadSecrets(dataDir);
  return {
    siteUrl: run.siteUrl,
    apiUrl: run.apiUrl,
    inboxUrl: new URL(run.inboxUrl).origin,
    databaseUrl: databaseUrl ?? `postgres://postgres:${databasePassword}@127.0.0.1:${run.postgresPort}/postgres`,
    publishableKey, secretKey, jwtSecret, karteiSecret,
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRun } from "../../server/config/run-file.ts";
import { loadSecrets } from "../../server/config/secrets.ts";
import { freePort } from "../../server/run/ports.ts";
import { startFile } from "./process.ts";

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

/** A product of one's own, with the data folder that further servers and workers find it by. */
export type OwnProduct = Product & AsyncDisposable & { dataDir: string };

/** How to start it: further variables, and who hears what it prints. */
interface Options {
  env?: Record<string, string>;
  onLine?: (line: string) => void;
}

/** Starts the whole product, built and with its demo data, on free ports and a data folder of its own. */
export function startProduct(options: Options = {}): Promise<OwnProduct> {
  return start("server/start.ts", options);
}

/**
 * Starts only the backend: with `DATABASE_URL`, over another database of a running product, else over one of its own.
 * Nothing serves its pages or sends what its outbox holds.
 */
export function startBackend(options: Options = {}): Promise<OwnProduct> {
  return start("server/backend.ts", options);
}

async function start(file: string, { env = {}, onLine }: Options): Promise<OwnProduct> {
  await using starting = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "kartei-test-"));
  // On a busy machine PostgreSQL may still be writing its last words.
  starting.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 }));
  starting.use(await startFile(file, { DATA_DIR: dataDir, PORT: String(await freePort()), ...env }, onLine));
  const product = await readProduct(dataDir, env.DATABASE_URL);
  const running = starting.move();
  return { ...product, dataDir, [Symbol.asyncDispose]: () => running.disposeAsync() };
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

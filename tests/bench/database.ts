import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { projectRoot } from "../../server/config/config.ts";
import { freePort } from "../../server/run/ports.ts";
import { startBackend } from "../support/product.ts";
import { temporaryFolder } from "./product.ts";

interface BenchDatabase extends AsyncDisposable {
  url: string;
  /** How many it holds. */
  customers: number;
  /** How long filling it took; null where it was filled already. */
  seconds: number | null;
}

/**
 * A database with so many made-up customers at least: that of `DATABASE_URL`, filled where it holds no more than a
 * demo, or a new one in an embedded PostgreSQL, which goes when it is disposed.
 */
export async function benchDatabase(customers: number): Promise<BenchDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    const seconds = await fill(given, customers);
    return { url: given, seconds, customers: await customersIn(given), [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  await using starting = new AsyncDisposableStack();
  const cluster = starting.use(await startBackend());
  const url = cluster.databaseUrl.replace(/[^/]+$/, "bench");
  const sql = postgres(cluster.databaseUrl, { max: 1 });
  await sql`create database bench`;
  await sql.end();
  const seconds = await fill(url, customers);
  const running = starting.move();
  return { url, seconds, customers: await customersIn(url), [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function fill(url: string, customers: number): Promise<number | null> {
  if ((await customersIn(url)) >= customers) return null;
  await using folder = await temporaryFolder();
  const began = performance.now();
  const child = spawn(process.execPath, ["server/seed.ts", "--customers", String(customers)], {
    cwd: projectRoot, env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder.path, PORT: String(await freePort()) }, stdio: "inherit",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The database was not filled");
  return (performance.now() - began) / 1000;
}

async function customersIn(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  try {
    const [table] = await sql<{ there: boolean }[]>`select to_regclass('public.customers') is not null as there`;
    if (!table?.there) return 0;
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from public.customers`;
    return row?.count ?? 0;
  } finally {
    await sql.end();
  }
}

import { parseArgs } from "node:util";
import postgres from "postgres";
import { withBackend } from "./backend/with-backend.ts";
import { readConfig } from "./config/config.ts";
import type { Config } from "./config/config.ts";
import { readRun } from "./config/run-file.ts";
import { reasonOf, runMain, StartError } from "./run/main.ts";
import { isOfTheDemo } from "./seed/demo-size.ts";
import { loadCustomers } from "./seed/load.ts";
import { seedConnection } from "./seed/seed-connection.ts";

const usage = "write: npm run seed -- --customers NUMBER [--add]";
const mostCustomers = 1_000_000;

/** `npm run seed -- --customers N`: fills the database up to N made-up customers. */
await runMain(async () => {
  const began = performance.now();
  const { count, add } = readCommand(process.argv.slice(2));
  const config = readConfig();
  assertNobodyWorks(config);
  await withBackend(config, async ({ databaseUrl }) => {
    if (!databaseUrl) throw new StartError("SUPABASE_URL is set; set DATABASE_URL to a database that may be filled with made-up customers.");
    await fill(databaseUrl, count, add, began);
  });
});

function readCommand(args: string[]): { count: number; add: boolean } {
  const { customers, add } = parse(args);
  const count = Number(customers);
  if (!Number.isInteger(count) || count < 1 || count > mostCustomers) {
    throw new StartError(`--customers must be a whole number from 1 to ${mostCustomers}; ${usage}`);
  }
  return { count, add };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { customers: { type: "string" }, add: { type: "boolean", default: false } } }).values;
  } catch {
    throw new StartError(usage);
  }
}

// While indexes and constraints are dropped, nothing keeps the promises of the tables.
function assertNobodyWorks(config: Config): void {
  if (config.mode !== "supabase" && readRun(config.dataDir)) {
    throw new StartError(`Kartei runs on ${config.dataDir}; stop it, so that nobody writes while the tables are filled.`);
  }
}

async function fill(databaseUrl: string, count: number, add: boolean, began: number): Promise<void> {
  const sql = seedConnection(databaseUrl);
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    if (!add) await assertNoMoreThanTheDemo(sql);
    const added = await loadCustomers(sql, { count, tell: (line) => { console.log(`${seconds().padStart(8)}  ${line}`); } });
    console.log(`${added.toLocaleString("en")} customers added in ${seconds()}; the database takes ${await sizeOf(sql)}.`);
  } catch (error) {
    if (error instanceof postgres.PostgresError) throw new StartError(`the database refused (${reasonOf(error)}); unless told otherwise at the next start, nothing was added.`);
    throw error;
  } finally {
    await sql.end();
  }
}

async function assertNoMoreThanTheDemo(sql: postgres.Sql): Promise<void> {
  const present = await sql<{ number: string }[]>`select account_number as number from public.customers limit 1000`;
  if (present.every(({ number }) => isOfTheDemo(number))) return;
  throw new StartError("the database holds more customers than the demo's; add --add to have made-up ones beside them, or start over with npm run reset.");
}

async function sizeOf(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ size: string }[]>`select pg_size_pretty(pg_database_size(current_database())) as size`;
  return row?.size ?? "unknown";
}

import postgres from "postgres";
import { assertWhole } from "../seed/definitions.ts";
import { demoSize } from "../seed/demo-size.ts";
import { loadCustomers } from "../seed/load.ts";
import { openDemoTasks } from "../seed/tasks.ts";

/** Fills an embedded database that has no customers yet with the demo's. */
export async function loadDemoOnce(databaseUrl: string): Promise<void> {
  await withOwner(databaseUrl, async (sql) => {
    const [customer] = await sql`select from public.customers limit 1`;
    if (customer) return;
    await loadCustomers(sql, { count: demoSize });
    await openDemoTasks(sql);
  });
}

/** Throws a `StartError` when the database was left half filled by a seed that was cut short. */
export async function assertSeedFinished(databaseUrl: string): Promise<void> {
  await withOwner(databaseUrl, assertWhole);
}

async function withOwner(databaseUrl: string, use: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await use(sql);
  } finally {
    await sql.end();
  }
}

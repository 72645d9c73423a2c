import postgres from "postgres";
import { loadDemo } from "../seed/load.ts";

/** Fills an embedded database that has no customers yet with the demo's. */
export async function loadDemoOnce(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [customer] = await sql`select from public.customers limit 1`;
    if (!customer) await loadDemo(sql);
  } finally {
    await sql.end();
  }
}

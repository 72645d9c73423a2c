import { existsSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { stopLeftoverPostgres } from "./backend/postgres.ts";
import { readConfig } from "./config/config.ts";
import { takeLock } from "./run/lock.ts";
import { reasonOf, runMain, StartError } from "./run/main.ts";

/** Everything that Kartei keeps in a database lies in these schemas. */
const schemas = ["public", "private", "auth", "supabase_migrations"];

/** `npm run reset`: throws the data away, so that the next start begins anew. */
await runMain(async () => {
  const { values: { yes } } = parseArgs({ options: { yes: { type: "boolean", default: false } } });
  const config = readConfig();
  if (config.mode === "supabase") throw new StartError("SUPABASE_URL is set; the data of a Supabase is not thrown away from here.");
  if (config.databaseUrl) await resetOwn(config.dataDir, config.databaseUrl, yes);
  else await resetEmbedded(config.dataDir);
});

async function resetEmbedded(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) {
    console.log(`There is nothing in ${dataDir}.`);
    return;
  }
  using _lock = takeLock(dataDir);
  await stopLeftoverPostgres(dataDir);
  rmSync(dataDir, { recursive: true });
  console.log(`${dataDir} is deleted; npm start begins anew.`);
}

async function resetOwn(dataDir: string, databaseUrl: string, yes: boolean): Promise<void> {
  const { host, pathname } = new URL(databaseUrl);
  const target = `the schemas ${schemas.join(", ")} of ${host}${pathname} (DATABASE_URL), with all that is in them`;
  if (!yes) throw new StartError(`this would delete ${target}; add -- --yes if that is what you want.`);
  using _lock = takeLock(dataDir);
  await dropSchemas(databaseUrl);
  console.log(`Deleted ${target}; npm start begins anew.`);
}

async function dropSchemas(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (transaction) => {
      for (const schema of schemas) await transaction`drop schema if exists ${sql(schema)} cascade`;
      await transaction`create schema public`;
    });
  } catch (error) {
    throw new StartError(`DATABASE_URL: the schemas cannot be deleted (${reasonOf(error)}).`);
  } finally {
    await sql.end();
  }
}

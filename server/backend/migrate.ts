import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { projectRoot } from "../config/config.ts";
import { reasonOf, StartError } from "../run/main.ts";

interface Migration {
  /** The digits that the file's name begins with; files apply in their order. */
  version: string;
  name: string;
  text: string;
}

/** Any number that no other program locks; two starts on one database migrate one after the other. */
const lockKey = 5_278_341;

/**
 * Applies the files of `supabase/migrations` that the database has not had yet, each in a transaction, through
 * the history table of the Supabase CLI. Auth's schema must exist before, and no request must have been answered
 * yet. Throws a `StartError` when a file fails, or when one that was applied has changed or gone since.
 */
export async function migrate(databaseUrl: string, folder = join(projectRoot, "supabase/migrations")): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await createHistory(sql);
    const files = readMigrations(folder);
    const applied = await readHistory(sql);
    assertUnchanged(files, applied);
    for (const file of files.filter(({ version }) => !applied.has(version))) await apply(sql, file);
  } finally {
    await sql.end();
  }
}

async function createHistory(sql: postgres.Sql): Promise<void> {
  await sql`create schema if not exists supabase_migrations`;
  await sql`create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text)`;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d+_.+\.sql$/.test(file))
    .toSorted()
    .map((file) => {
      const [version = "", ...words] = file.replace(/\.sql$/, "").split("_");
      return { version, name: words.join("_"), text: readFileSync(join(folder, file), "utf8") };
    });
}

async function readHistory(sql: postgres.Sql): Promise<Map<string, string>> {
  const rows = await sql<{ version: string; statements: string[] | null }[]>`
    select version, statements from supabase_migrations.schema_migrations`;
  return new Map(rows.map(({ version, statements }) => [version, (statements ?? []).join("\n")]));
}

function assertUnchanged(files: Migration[], applied: Map<string, string>): void {
  const known = new Map(files.map((file) => [file.version, file]));
  for (const [version, text] of applied) {
    const file = known.get(version);
    if (!file) throw new StartError(`the database has had a migration ${version} that supabase/migrations lacks; npm run reset starts over with an empty one.`);
    if (essence(file.text) !== essence(text)) {
      throw new StartError(`the migration ${version}_${file.name}.sql has changed since it was applied; npm run reset starts over with an empty database.`);
    }
  }
}

// The Supabase CLI stores a file split into statements, without what stood between them.
function essence(text: string): string {
  return text.replaceAll(/[\s;]/g, "");
}

async function apply(sql: postgres.Sql, { version, name, text }: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into supabase_migrations.schema_migrations (version, statements, name)
        values (${version}, ${[text]}, ${name})`;
    });
  } catch (error) {
    throw new StartError(`the migration ${version}_${name}.sql failed: ${reasonOf(error)}${lineOf(error, text)}.`);
  }
}

function lineOf(error: unknown, text: string): string {
  if (!(error instanceof postgres.PostgresError)) return "";
  const place = error.position ? ` (line ${text.slice(0, Number(error.position)).split("\n").length})` : "";
  return error.where ? `${place}, in ${error.where.split("\n")[0] ?? ""}` : place;
}

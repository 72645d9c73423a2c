import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { pgtap } from "@electric-sql/pglite/pgtap";
import { App, generateApiKey } from "@supabase/lite";
import { createPgliteConnection } from "@supabase/lite/pglite";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../server/config/config.ts";

const extensions = { pgtap, pg_trgm, unaccent, citext, pgcrypto, btree_gin, btree_gist };

/** One line of a TAP report. */
export interface TapResult {
  name: string;
  ok: boolean;
  /** What pgTAP says about a failure. */
  diagnostics: string;
}

/**
 * A database with roles, extensions, Auth's tables and pgTAP, but none of our migrations. pgTAP's functions stand in
 * the schema `tap`, made before the migrations take away what everybody may execute.
 */
export async function emptyDatabase(): Promise<PGlite> {
  const connection = await createPgliteConnection({ url: "memory://", pgliteOptions: { extensions } });
  await runFile(connection.driver, join(projectRoot, "server/backend/bootstrap.sql"));
  await connection.driver.exec("create schema tap; grant usage on schema tap to public; create extension pgtap schema tap");
  await createAuthSchema(connection);
  return connection.driver;
}

/** Another database with the same content. */
export async function copyOf(database: PGlite): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await database.dumpDataDir("none"), extensions });
}

/** Applies our migrations in order. */
export async function migrate(database: PGlite): Promise<void> {
  const folder = join(projectRoot, "supabase/migrations");
  for (const file of readdirSync(folder).toSorted()) await runFile(database, join(folder, file));
}

/** Runs a file of SQL. */
export async function runFile(database: PGlite, file: string): Promise<void> {
  await database.exec(readFileSync(file, "utf8"));
}

/** Runs a pgTAP file, which rolls itself back, and reads its report. A file that breaks off is one more failure. */
export async function runStory(database: PGlite, file: string): Promise<TapResult[]> {
  try {
    const answers = await database.exec(readFileSync(file, "utf8"));
    const lines = answers.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row as object).map(String)));
    return readTap(lines.flatMap((line) => line.split("\n")));
  } catch (error) {
    await database.exec("rollback");
    return [{ name: "runs to its end", ok: false, diagnostics: String(error) }];
  } finally {
    await database.exec("reset role; reset all");
  }
}

async function createAuthSchema(connection: Awaited<ReturnType<typeof createPgliteConnection>>): Promise<void> {
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: "x".repeat(32),
      publishable_key: (await generateApiKey("publishable")).key,
      secret_key: (await generateApiKey("secret")).key,
    },
  });
  await app.ensureSystemSchema();
}

// See https://testanything.org/tap-specification.html; a line "# …" speaks of the result above it or of the whole.
function readTap(lines: string[]): TapResult[] {
  const planned = Number(lines.map((line) => /^1\.\.(\d+)$/.exec(line)?.[1]).find(Boolean) ?? -1);
  const results: TapResult[] = [];
  for (const line of lines) {
    const [, not, name] = /^(not )?ok \d+(?: - (.*))?$/.exec(line) ?? [];
    const last = results.at(-1);
    if (/^(not )?ok /.test(line)) results.push({ name: name ?? "unnamed", ok: !not, diagnostics: "" });
    else if (line.startsWith("#") && last) last.diagnostics += `${line}\n`;
  }
  const complete = results.length === planned;
  return complete ? results : [...results, { name: "keeps to its plan", ok: false, diagnostics: `planned ${planned}, ran ${results.length}` }];
}

import { readFileSync } from "node:fs";
import postgres from "postgres";
import { reasonOf, StartError } from "../run/main.ts";
import { owner, superuser } from "./postgres.ts";
import type { Secrets } from "../config/secrets.ts";

const statements = readFileSync(new URL("bootstrap.sql", import.meta.url), "utf8");
const silent = { onnotice: () => undefined };

/** Prepares the embedded database and returns the address of its owner, who has no superuser's rights. */
export async function bootstrapEmbedded(port: number, secrets: Secrets): Promise<string> {
  const sql = postgres({ ...silent, host: "127.0.0.1", port, user: superuser, password: secrets.databaseAdminPassword, database: "postgres", max: 1 });
  try {
    await createOwner(sql, secrets.databasePassword);
    await sql.unsafe(statements);
    await sql`grant usage, create on schema extensions to ${sql(owner)}`;
    await sql`grant anon, authenticated, service_role to ${sql(owner)} with admin option`;
  } finally {
    await sql.end();
  }
  return `postgres://${owner}:${secrets.databasePassword}@127.0.0.1:${port}/postgres`;
}

/**
 * Prepares one's own PostgreSQL as far as the user of `DATABASE_URL` may.
 * Throws a `StartError` that names it when the server cannot be reached, is too old or refuses.
 */
export async function bootstrapOwn(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { ...silent, max: 1, connect_timeout: 10 });
  try {
    const version = await serverVersion(sql);
    if (version < 150_000) throw new StartError("DATABASE_URL leads to a PostgreSQL older than 15, which Kartei needs at least.");
    await prepare(sql, version);
    await assertExtensions(sql);
  } finally {
    await sql.end();
  }
}

// The same rights as the role of that name on hosted Supabase. The password is ours: hexadecimal.
async function createOwner(sql: postgres.Sql, password: string): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = ${owner}`;
  if (!found) await sql`create role ${sql(owner)} login createdb createrole bypassrls`;
  await sql.unsafe(`alter role ${owner} password '${password}'`);
  await sql`alter database postgres owner to ${sql(owner)}`;
}

// As PostgreSQL counts: 170010 for 17.10.
async function serverVersion(sql: postgres.Sql): Promise<number> {
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    return row?.version ?? 0;
  } catch (error) {
    throw new StartError(`DATABASE_URL leads to no database that answers (${reasonOf(error)}).`);
  }
}

async function prepare(sql: postgres.Sql, version: number): Promise<void> {
  try {
    await sql.unsafe(statements);
    await grantRoles(sql, version);
  } catch (error) {
    throw new StartError(
      `the user of DATABASE_URL may not prepare the database (${reasonOf(error)}); let a superuser run server/backend/bootstrap.sql on it and grant anon, authenticated and service_role to that user.`,
    );
  }
}

// Requests switch to these roles, so the user must be able to. What is granted is left alone: granting may be forbidden.
async function grantRoles(sql: postgres.Sql, version: number): Promise<void> {
  const ability = version < 160_000 ? "member" : "set";
  const missing = await sql<{ name: string }[]>`
    select rolname as name from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role') and not pg_has_role(current_user, oid, ${ability})`;
  for (const { name } of missing) await sql`grant ${sql(name)} to current_user`;
}

async function assertExtensions(sql: postgres.Sql): Promise<void> {
  const [misplaced] = await sql<{ name: string; schema: string }[]>`
    select extname as name, nspname as schema
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
    where extname in ('pg_trgm', 'unaccent', 'citext', 'pgcrypto', 'btree_gin', 'btree_gist') and nspname <> 'extensions'`;
  if (misplaced) {
    throw new StartError(
      `in the database of DATABASE_URL the extension ${misplaced.name} lies in the schema ${misplaced.schema}; let its owner run: alter extension ${misplaced.name} set schema extensions.`,
    );
  }
}

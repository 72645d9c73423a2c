import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Bench } from "./context.ts";
import { temporaryFolder } from "./product.ts";
import { drawSavers } from "./savers.ts";

const run = promisify(execFile);

/** Debian's; others have it on their PATH. */
const candidates = ["/usr/lib/postgresql/17/bin/pgbench", "/usr/lib/postgresql/16/bin/pgbench", "/usr/lib/postgresql/15/bin/pgbench", "/usr/bin/pgbench"];

const people = 5000;
/** The embedded PostgreSQL takes 40 connections, of which PostgREST's stand-in holds ten. */
const mostClients = 20;

// As PostgREST does: one transaction that takes on the caller's role and claims and calls. Whose turn it is is drawn
// first, with the version that their detail has by then.
const script = `
\\set who random(1, ${people})
select quote_literal(s.claims) as claims, quote_literal(s.customer) as customer, quote_literal(s.detail) as detail, d.version as seen
from bench.savers s join public.contact_details d on d.id = s.detail where s.id = :who \\gset
begin;
select set_config('role', 'authenticated', true), set_config('request.jwt.claims', :claims, true), set_config('request.headers', '{}', true);
select public.save_details(:customer, jsonb_build_array(jsonb_build_object('op', 'change', 'detail', :detail, 'kind', 'phone',
  'value', '+4930' || (10000000 + random() * 89999999)::int, 'version', :seen)), gen_random_uuid());
commit;
`;

/** Saves a second of the same function without anything in front, at most 20 side by side; null where there is no pgbench. */
export async function savesByPgbench(bench: Bench, concurrency: number): Promise<number | null> {
  const pgbench = candidates.find((path) => existsSync(path));
  if (!pgbench) return null;
  await using folder = await temporaryFolder();
  await prepare(bench);
  try {
    const file = join(folder.path, "save.sql");
    await writeFile(file, script);
    const { stdout } = await run(pgbench, [
      "--no-vacuum", "--client", String(Math.min(concurrency, mostClients)), "--jobs", "1", "--time", String(bench.seconds), "--file", file, bench.product.databaseUrl,
    ]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  } finally {
    await bench.sql`drop schema bench cascade`;
  }
}

async function prepare({ sql, product }: Bench): Promise<void> {
  const savers = await drawSavers(sql, product, people);
  await sql`drop schema if exists bench cascade`;
  await sql`create schema bench`;
  await sql`create table bench.savers (id int primary key, claims text, customer uuid, detail uuid)`;
  await sql`
    insert into bench.savers
    select row_number() over (), * from unnest(${savers.map(({ claims }) => JSON.stringify(claims))}::text[],
      ${savers.map(({ customer }) => customer)}::uuid[], ${savers.map(({ detail }) => detail)}::uuid[])`;
}

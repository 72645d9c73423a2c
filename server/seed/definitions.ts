import type { Sql, TransactionSql } from "postgres";
import { StartError } from "../run/main.ts";

/** The tables that many rows come into; what they promise is dropped before and built again after. */
const tables = [
  "public.customers", "public.logins", "public.contact_details", "public.contact_detail_values", "public.updates", "public.update_items",
  "public.documents", "private.search_words", "private.customer_words", "private.search_keys", "private.outreach_queue",
];

/** Where the definitions wait to be built again. It exists only between the two. */
const waiting = "private.dropped_definitions";

/**
 * Drops indexes, keys, exclusions and references of the tables, also references to them from others, and notes in
 * the same transaction how each is built again, in PostgreSQL's own words.
 */
export async function dropDefinitions(tx: TransactionSql): Promise<void> {
  // With nothing on the path PostgreSQL writes every name with its schema.
  await tx`set local search_path = ''`;
  await tx.unsafe(`
    create table ${waiting} (id int generated always as identity, tables text[] not null, stage int not null, build text not null);
    alter table ${waiting} enable row level security`);
  const dropped = await tx<{ drop: string }[]>`
    with filled as (select t::regclass::oid as oid from unnest(${tables}::text[]) t),
    definition as (
      select case c.contype when 'f' then 2 else 1 end as stage, array[c.conrelid, nullif(c.confrelid, 0)] as rels,
        format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
          || case c.contype when 'f' then ' not valid' else '' end as build,
        format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop
      from pg_constraint c
      where c.contype in ('p', 'u', 'x', 'f') and (c.conrelid in (select oid from filled) or c.confrelid in (select oid from filled))
      union all
      select 1, array[i.indrelid], pg_get_indexdef(i.indexrelid), format('drop index %s', i.indexrelid::regclass)
      from pg_index i
      where i.indrelid in (select oid from filled) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
    ), noted as (
      insert into private.dropped_definitions (tables, stage, build)
      select array(select distinct r::regclass::text from unnest(rels) r where r is not null), stage, build from definition
      union all
      select array[c.conrelid::regclass::text], 3, format('alter table %s validate constraint %I', c.conrelid::regclass, c.conname)
      from pg_constraint c
      where c.contype = 'f' and (c.conrelid in (select oid from filled) or c.confrelid in (select oid from filled))
    )
    select drop from definition order by stage desc`;
  for (const { drop } of dropped) await tx.unsafe(drop);
}

interface Waiting {
  id: number;
  build: string;
}

/** Builds again the indexes and keys of values, among them the exclusion of overlapping ones. */
export async function buildExclusions(sql: Sql): Promise<void> {
  await build(sql, await sql<Waiting[]>`
    select id, build from private.dropped_definitions where stage = 1 and 'public.contact_detail_values' = any (tables) order by id`);
}

/** Builds again the indexes and keys of all other tables. */
export async function buildIndexes(sql: Sql): Promise<void> {
  await build(sql, await sql<Waiting[]>`
    select id, build from private.dropped_definitions where stage = 1 and 'public.contact_detail_values' <> all (tables) order by id`);
}

/**
 * Builds again the references, which rest on the keys, and checks them after they all stand, since only then two
 * connections may check at once. Then nothing waits any more.
 */
export async function buildReferences(sql: Sql): Promise<void> {
  await build(sql, await sql<Waiting[]>`select id, build from private.dropped_definitions where stage = 2 order by id`);
  const checks = await sql<(Waiting & { items: boolean })[]>`
    select id, build, 'public.update_items' = any (tables) as items from private.dropped_definitions order by id`;
  await Promise.all([
    build(sql, checks.filter(({ items }) => items)),
    build(sql, checks.filter(({ items }) => !items)),
  ]);
  await sql.unsafe(`drop table ${waiting}`);
  // Until the server counts them by itself, everything would be planned for empty tables.
  await sql.unsafe(`analyze ${tables.join(", ")}`);
}

async function build(sql: Sql, definitions: readonly Waiting[]): Promise<void> {
  for (const { id, build } of definitions) {
    await sql.begin(async (tx) => {
      await tx`set local maintenance_work_mem = '512MB'`;
      // Each connection has a core; helpers would take the exclusion's, which everything waits for.
      await tx`set local max_parallel_maintenance_workers = 0`;
      await tx.unsafe(build);
      await tx`delete from private.dropped_definitions where id = ${id}`;
    });
  }
}

/** Throws a `StartError` where building was cut short: the tables do not keep their promises then. */
export async function assertWhole(sql: Sql): Promise<void> {
  const [found] = await sql<{ unfinished: boolean }[]>`select to_regclass(${waiting}) is not null as unfinished`;
  if (found?.unfinished) {
    throw new StartError("npm run seed was cut short, so the database lacks indexes and constraints; npm run reset starts over with an empty one.");
  }
}

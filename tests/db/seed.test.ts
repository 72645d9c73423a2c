import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../server/config/config.ts";
import { freePort } from "../../server/run/ports.ts";
import { copyInto } from "../../server/seed/copy-into.ts";
import { copyText } from "../../server/seed/copy-text.ts";
import { assertWhole } from "../../server/seed/definitions.ts";
import { loadCustomers } from "../../server/seed/load.ts";
import { referenceOf } from "../../server/seed/reference.ts";
import { product, sql as productSql } from "../support/backend.ts";
import { startBackend } from "../support/product.ts";

/* Copies of one migrated, empty database, each filled in another way. */
const prefix = `seed_${randomUUID().slice(0, 8)}`;
const urlOf = (name: string) => product.databaseUrl.replace(/[^/]+$/, `${prefix}_${name}`);
const opened: Sql[] = [];

async function copy(name: string): Promise<Sql> {
  await productSql`create database ${productSql(`${prefix}_${name}`)} template ${productSql(`${prefix}_empty`)}`;
  const sql = postgres(urlOf(name), { max: 3, onnotice: () => undefined });
  opened.push(sql);
  return sql;
}

beforeAll(async () => {
  await productSql`create database ${productSql(`${prefix}_empty`)}`;
  const backend = await startBackend({ env: { DATABASE_URL: urlOf("empty") } });
  await backend[Symbol.asyncDispose]();
});

afterAll(async () => {
  for (const sql of opened) await sql.end();
});

/** What a seed fills, with ids replaced by what they stand for; the requests' ids are anything. */
const contents: Record<string, string> = {
  customers: "select to_jsonb(c) - 'id' as row from public.customers c",
  logins: "select to_jsonb(l) - array['id', 'customer_id', 'created_at'] || jsonb_build_object('customer', c.account_number) as row from public.logins l join public.customers c on c.id = l.customer_id",
  details: `select to_jsonb(d) - array['id', 'customer_id', 'site_id', 'confirmed_login']
      || jsonb_build_object('customer', c.account_number, 'site', s.label, 'login', l.email, 'value', v.value, 'valid', v.valid, 'known', v.known_since, 'update', u.reference) as row
    from public.contact_details d join public.customers c on c.id = d.customer_id join public.contact_detail_values v on v.detail_id = d.id
    join public.updates u on u.id = v.update_id
    left join public.contact_details s on s.id = d.site_id left join public.logins l on l.id = d.confirmed_login`,
  updates: `select to_jsonb(u) - array['id', 'customer_id', 'actor_login', 'actor_staff', 'request_id', 'feed_epoch', 'feed_xid', 'feed_number']
      || jsonb_build_object('customer', c.account_number, 'login', l.email, 'staff', s.email) as row
    from public.updates u join public.customers c on c.id = u.customer_id
    left join public.logins l on l.id = u.actor_login left join public.staff s on s.id = u.actor_staff`,
  items: `select to_jsonb(i) - array['id', 'update_id', 'detail_id'] || jsonb_build_object('update', u.reference, 'value', v.value) as row
    from public.update_items i join public.updates u on u.id = i.update_id join public.contact_detail_values v on v.detail_id = i.detail_id`,
  documents: "select to_jsonb(d) - array['id', 'customer_id'] || jsonb_build_object('customer', c.account_number) as row from public.documents d join public.customers c on c.id = d.customer_id",
  search_words: "select to_jsonb(w) as row from private.search_words w",
  customer_words: "select jsonb_build_object('customer', c.account_number, 'words', w.words) as row from private.customer_words w join public.customers c on c.id = w.customer_id",
  search_keys: "select to_jsonb(k) - array['detail_id', 'customer_id'] || jsonb_build_object('customer', c.account_number) as row from private.search_keys k join public.customers c on c.id = k.customer_id",
  outreach_queue: "select to_jsonb(q) - 'customer_id' || jsonb_build_object('customer', c.account_number) as row from private.outreach_queue q join public.customers c on c.id = q.customer_id",
};

async function rowsOf(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql.unsafe<{ row: string }[]>(`select row::text from (${contents[table]}) r order by row::text collate "C"`);
  return rows.map(({ row }) => row);
}

/** Every index and constraint of ours, in PostgreSQL's words. */
async function promisesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ promise: string }[]>`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as promise from pg_constraint
    where connamespace in ('public'::regnamespace, 'private'::regnamespace)
    union select indexdef from pg_indexes where schemaname in ('public', 'private') order by 1`;
  return rows.map(({ promise }) => promise);
}

const referenceTaken = async (sql: Sql) => {
  const [row] = await sql<{ taken: boolean }[]>`
    with next as materialized (select private.next_reference() as reference) select exists (select from public.updates join next using (reference)) as taken`;
  return row?.taken;
};

/** Runs the command until it says that the first rows are written, and kills it. */
async function killedSeed(databaseUrl: string, customers: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "kartei-seed-"));
  const child = spawn(process.execPath, ["server/seed.ts", "--customers", String(customers)], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(await freePort()) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  for await (const line of createInterface(child.stdout)) {
    if (line.includes("written")) child.kill("SIGKILL");
  }
  await exited;
  await rm(dataDir, { recursive: true });
}

describe("many customers at once", () => {
  let plain: Sql;
  let bulk: Sql;
  let before: string[];
  let added: number[];

  beforeAll(async () => {
    plain = await copy("plain");
    bulk = await copy("bulk");
    before = await promisesOf(bulk);
    // A demo is there, as in every embedded database, and of its customers one more.
    for (const sql of [plain, bulk]) await loadCustomers(sql, { count: 300, inBulk: false });
    added = [await loadCustomers(plain, { count: 1200, inBulk: false }), await loadCustomers(bulk, { count: 1200, inBulk: true })];
  });

  test("come beside those who are there", () => {
    expect(added).toEqual([900, 900]);
  });

  test.each(Object.keys(contents))("give the same %s as a few at a time", async (table) => {
    const expected = await rowsOf(plain, table);

    expect(expected.length).toBeGreaterThan(500);
    expect(await rowsOf(bulk, table)).toEqual(expected);
  });

  test("leave every index and every constraint as it was", async () => {
    expect(await promisesOf(bulk)).toEqual(before);
    await expect(assertWhole(bulk)).resolves.toBeUndefined();
  });

  test("leave no reference to be given twice", async () => {
    expect(await referenceTaken(plain)).toBe(false);
    expect(await referenceTaken(bulk)).toBe(false);
  });

  test("are asked about again when the review policy says", async () => {
    const [row] = await bulk<{ wrong: number }[]>`
      select count(*)::int as wrong from private.current_details d where d.review_on <> private.review_day(d.kind, d.confirmed_at, d.known_since)`;

    expect(row?.wrong).toBe(0);
  });

  test("have a history that says what their details say", async () => {
    const [row] = await bulk<{ unproven: number; unsaid: number }[]>`
      select count(*) filter (where d.confirmed_by in ('customer', 'staff') and d.channel <> 'import' and not exists (
          select from public.update_items i join public.updates u on u.id = i.update_id
          where i.detail_id = d.id and i.op = 'confirm' and u.occurred_at = d.confirmed_at and u.channel = d.channel))::int as unproven,
        count(*) filter (where not exists (select from public.update_items i where i.detail_id = d.id and i.op = 'add' and i.after = d.value))::int as unsaid
      from private.current_details d`;

    expect(row).toEqual({ unproven: 0, unsaid: 0 });
  });

  test("are not made twice", async () => {
    expect(await loadCustomers(bulk, { count: 1200, inBulk: true })).toBe(0);
    expect(await promisesOf(bulk)).toEqual(before);
  });
});

test("references are spelled as the database spells them", async () => {
  const sql = await copy("spelled");
  const rows = await sql<{ reference: string }[]>`select private.next_reference() as reference from generate_series(1, 300)`;

  expect(rows.map(({ reference }) => reference)).toEqual(Array.from({ length: 300 }, (_, place) => referenceOf(place + 1)));
});

test("any text comes through COPY as it is", async () => {
  const typed = ["", "\\N", "\\.", "a\tb\nc\rd\\e\\\\f", "O’Neill \"Ő\" 🙂 \u202e", null];
  const rows = typed.map((text, place) => ({ place, text, json: { text } }));
  const written = await productSql.begin(async (tx) => {
    await tx`create temp table typed (place int, text text, json jsonb) on commit drop`;
    await copyInto(tx, "typed", ["place", "text", "json"], [new TextEncoder().encode(copyText(rows, ["place", "text", "json"]))]);
    return tx<typeof rows>`select place, text, json from typed order by place`;
  });

  expect([...written]).toEqual(rows);
});

describe("cut short", () => {
  test("while the rows come in, nothing has happened", async () => {
    const sql = await copy("cut");
    await loadCustomers(sql, { count: 300, inBulk: false });
    const before = await promisesOf(sql);
    await killedSeed(urlOf("cut"), 30_000);

    expect(await promisesOf(sql)).toEqual(before);
    expect(await sql`select from public.customers`).toHaveLength(300);
    await expect(assertWhole(sql)).resolves.toBeUndefined();
  });

  test("while indexes are built, the next start says what helps", async () => {
    const sql = await copy("half");
    await loadCustomers(sql, { count: 10, inBulk: false });
    // Another customer's document has the number that a made-up one is about to get.
    await sql`
      insert into public.documents (customer_id, number, kind, issued_on, amount, currency, address_as_issued)
      select c.id, 'RE-2024-' || n, 'invoice', current_date, 1, 'EUR', '{}' from (select id from public.customers limit 1) c, generate_series(100000, 110000) n
      on conflict do nothing`;

    await expect(loadCustomers(sql, { count: 1000, inBulk: true })).rejects.toThrow(/npm run reset/);
    await expect(assertWhole(sql)).rejects.toThrow(/npm run reset/);
    await expect(startBackend({ env: { DATABASE_URL: urlOf("half") } })).rejects.toThrow(/npm run reset/);
  });
});

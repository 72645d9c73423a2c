import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Sql } from "postgres";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { product, sql as productSql, workerAccess } from "../support/backend.ts";
import { apply, askForCheck, csvOf, importOf, personLine, reaches, receive, undo } from "../support/imports.ts";
import { startBackend } from "../support/product.ts";
import { startResendStandIn } from "../support/resend-stand-in.ts";
import { startWorker } from "../support/worker.ts";

/* A backend of its own, whose imports nobody does anything for but the workers that a test starts. */
const name = `imports_${randomUUID().replaceAll("-", "")}`;
const databaseUrl = product.databaseUrl.replace(/[^/]+$/, name);
await productSql`create database ${productSql(name)}`;
const backend = await startBackend({ env: { DATABASE_URL: databaseUrl } });
const sql: Sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
const key = workerAccess(backend);
const resend = await startResendStandIn();

afterAll(async () => {
  await sql.end();
  await resend[Symbol.asyncDispose]();
  await backend[Symbol.asyncDispose]();
});

const CHUNKS = 6;

function work() {
  const worker = startWorker(backend, resend.url);
  onTestFinished(() => worker[Symbol.asyncDispose]());
  return worker;
}

/** Lines for so many chunks, and their file received. */
async function received(chunks = CHUNKS) {
  const lines = Array.from({ length: chunks * 1000 }, () => personLine());
  return { lines, accounts: lines.map(({ account_number }) => account_number), id: await receive(key, csvOf(lines)) };
}

/** The same, checked by a worker that is gone again. */
async function checked(chunks = CHUNKS) {
  const file = await received(chunks);
  const worker = work();
  await askForCheck(key, file.id);
  await reaches(key, file.id, "checked");
  await worker[Symbol.asyncDispose]();
  return file;
}

const progressOf = async (id: string) => (await importOf(key, id)).progress;
const chunkApplied = (id: string) => vi.waitFor(async () => {
  expect((await progressOf(id)).applied).toBeGreaterThan(0);
}, { timeout: 30_000, interval: 20 });

/** How often each of these accounts was imported: customers, and details and updates of theirs, that are not one, three and one. */
async function otherThanOnce(accounts: string[]): Promise<unknown[]> {
  const rows = await sql`
    select c.account_number, (select count(*)::int from public.updates u where u.customer_id = c.id) as updates,
      (select count(*)::int from public.contact_details d where d.customer_id = c.id and d.removed_at is null) as details
    from public.customers c where c.account_number = any (${accounts}) and c.withdrawn_at is null`;
  expect(rows).toHaveLength(accounts.length);
  return rows.filter(({ updates, details }) => updates !== 1 || details !== 3);
}

describe("a worker that is killed", () => {
  test("in the middle of applying leaves no line out and doubles none", async () => {
    const { id, accounts } = await checked();
    const first = work();
    await key.call("import_apply", { import: id });
    await chunkApplied(id);
    await first.kill();
    const { applied } = await progressOf(id);
    expect(applied).toBeLessThan(CHUNKS);

    work();
    const { progress } = await reaches(key, id, "applied");
    expect(progress).toMatchObject({ chunks: CHUNKS, applied: CHUNKS, new: accounts.length, bad: 0 });
    expect(await otherThanOnce(accounts)).toEqual([]);
  });

  test("in the middle of a check leaves it to the next when its lease has run out", async () => {
    const { id, accounts } = await received();
    await askForCheck(key, id);
    const first = work();
    await vi.waitFor(async () => { expect((await progressOf(id)).checked).toBeGreaterThan(0); }, { timeout: 30_000, interval: 20 });
    await first.kill();
    expect((await importOf(key, id)).import.state).toBe("checking");
    await sql`update private.imports set lease_until = now() - interval '1 second' where id = ${id}`;

    work();
    const { progress, problems } = await reaches(key, id, "checked");
    expect(progress).toMatchObject({ chunks: CHUNKS, new: accounts.length, bad: 0 });
    expect(problems.filter(({ bad }) => bad)).toEqual([]);
    await key.call("import_cancel", { import: id });
  });

  test("in the middle of undoing leaves the rest to the next", async () => {
    const { id, accounts } = await checked();
    const first = work();
    await apply(key, id);
    await key.call("import_undo", { import: id });
    await vi.waitFor(async () => { expect((await progressOf(id)).undone).toBeGreaterThan(0); }, { timeout: 30_000, interval: 20 });
    await first.kill();
    work();
    await reaches(key, id, "undone");

    const [left] = await sql`select count(*)::int as customers from public.customers where account_number = any (${accounts}) and withdrawn_at is null`;
    const [details] = await sql`select count(*)::int as count from public.contact_details d join public.customers c on c.id = d.customer_id where c.account_number = any (${accounts}) and d.removed_at is null`;
    expect([left?.customers, details?.count]).toEqual([0, 0]);
  });
});

test("two workers at once import each line once", async () => {
  const { id, accounts } = await checked();
  work();
  work();
  await apply(key, id);

  expect(await otherThanOnce(accounts)).toEqual([]);
});

describe("a pause", () => {
  test("stops after the chunks at hand, and the import goes on from there", async () => {
    const { id, accounts } = await checked();
    work();
    await key.call("import_apply", { import: id });
    await chunkApplied(id);
    await key.call("import_pause", { import: id });
    await chunksAtHandAreDone(id);
    const { applied } = await progressOf(id);
    expect(applied).toBeLessThan(CHUNKS);
    expect(await key.call("import_next", { lease_seconds: 1 })).toEqual({ act: "none" });
    expect((await importOf(key, id)).import.state).toBe("paused");

    await apply(key, id);
    expect(await otherThanOnce(accounts)).toEqual([]);
  });

  test("and an undo at once take back the chunks that were still at hand", async () => {
    const { id, accounts } = await checked();
    work();
    await key.call("import_apply", { import: id });
    await chunkApplied(id);
    await key.call("import_pause", { import: id });
    await undo(key, id);

    const { progress } = await importOf(key, id);
    expect(progress.undone).toBe(progress.applied);
    const rows = await sql`select id from public.customers where account_number = any (${accounts}) and withdrawn_at is null`;
    expect(rows).toEqual([]);
  });

  test("comes by itself when the base fails at the same lines five times", async () => {
    const { id } = await checked(1);
    await key.call("import_apply", { import: id });
    for (let times = 0; times < 5; times += 1) await key.call("import_failed");
    expect((await importOf(key, id)).import).toMatchObject({ state: "paused", failed: true });

    work();
    expect((await apply(key, id)).import.failed).toBe(false);
  });
});

test("a check at which the base fails five times asks for the columns again, and touches no other import", async () => {
  const [one, other] = [await received(1), await received(1)];
  for (const { id } of [one, other]) await askForCheck(key, id);
  for (let times = 0; times < 5; times += 1) await key.call("import_failed", { import: one.id });

  expect((await importOf(key, one.id)).import).toMatchObject({ state: "mapping", failed: true });
  expect((await importOf(key, other.id)).import).toMatchObject({ state: "checking", failed: false });
  for (const { id } of [one, other]) await key.call("import_cancel", { import: id });
});

test("the result of a check that comes twice, or too late, counts once", async () => {
  const { id } = await received(1);
  await askForCheck(key, id);
  const { lease, place } = await key.call<{ lease: string; place: number }>("import_next", { lease_seconds: 60 });
  const result = (token: string) => key.call<{ act: string }>("import_checked", { import: id, lease: token, place, lines: [], problems: [], lease_seconds: 60 });

  expect(await result(randomUUID())).toEqual({ act: "none" });
  expect((await progressOf(id)).checked).toBe(0);
  await result(lease);
  await result(lease);
  expect(await progressOf(id)).toMatchObject({ checked: 1, bad: 1000 });
});

test("a file that broke off on the way is forgotten after a day, and what an undone or applied one holds after thirty", async () => {
  const { id } = await key.call<{ import: string }>("import_open", { file_name: "x", encoding: "utf-8", separator: ";", header: ["a"] }).then(({ import: opened }) => ({ id: opened }));
  await key.call("import_receive", { import: id, place: 0, first_line: 2, rows: [["1"]] });
  await sql`update private.imports set created_at = now() - interval '25 hours' where id = ${id}`;
  await sql`update private.imports set finished_at = now() - interval '31 days' where state in ('applied', 'undone')`;
  await key.call("import_forget");

  await expect(importOf(key, id)).rejects.toMatchObject({ status: 404 });
  const [left] = await sql`select count(*)::int as chunks from private.import_chunks c join private.imports i on i.id = c.import_id where i.state in ('applied', 'undone')`;
  expect(left?.chunks).toBe(0);
});

/** Waits until no worker holds a chunk. */
async function chunksAtHandAreDone(id: string): Promise<void> {
  await sql`select from private.import_chunks where import_id = ${id} for share`;
}

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import type { Sql } from "postgres";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "../../server/config/config.ts";
import { product, sql as productSql } from "../support/backend.ts";
import { csvOf, personLine } from "../support/imports.ts";
import type { Line } from "../support/imports.ts";
import { startBackend } from "../support/product.ts";

/* A backend of its own, where no worker but the command itself does anything. */
const name = `command_${randomUUID().replaceAll("-", "")}`;
const databaseUrl = product.databaseUrl.replace(/[^/]+$/, name);
await productSql`create database ${productSql(name)}`;
const backend = await startBackend({ env: { DATABASE_URL: databaseUrl } });
const sql: Sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
const folder = await mkdtemp(join(tmpdir(), "kartei-import-"));

afterAll(async () => {
  await sql.end();
  await backend[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const env = {
  PATH: process.env.PATH, NODE_ENV: "production" as const, SITE_URL: backend.siteUrl, SUPABASE_URL: backend.apiUrl, SUPABASE_JWT_SECRET: backend.jwtSecret,
  SUPABASE_PUBLISHABLE_KEY: backend.publishableKey, SUPABASE_SECRET_KEY: backend.secretKey, KARTEI_SECRET: backend.karteiSecret,
  RESEND_API_KEY: "re_test", RESEND_BASE_URL: backend.inboxUrl, SEND_EMAIL_HOOK_SECRET: `v1,whsec_${Buffer.alloc(32).toString("base64")}`,
};

function start(...args: string[]) {
  return spawn(process.execPath, ["server/import.ts", ...args], { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs `npm run import` to its end. */
async function command(...args: string[]): Promise<{ code: number; out: string }> {
  const child = start(...args);
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit") as Promise<[number]>]);
  return { code, out: out + errors };
}

async function fileOf(lines: Line[]): Promise<string> {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, csvOf(lines));
  return path;
}

async function customersOf(lines: Line[]): Promise<number> {
  const accounts = lines.map(({ account_number }) => account_number ?? "");
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from public.customers where account_number = any (${accounts}) and withdrawn_at is null`;
  return row?.count ?? 0;
}

test("checks a file, tells bad lines and writes them beside it, imports the others when told to, and does nothing when called again", async () => {
  const lines = [personLine(), personLine({ phone: "4711" }), personLine()];
  const path = await fileOf(lines);

  const dry = await command(path, "--dry-run");
  expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^checked: 3 lines in .*: 2 new, 0 changed, 0 confirmed, 0 unchanged, 1 bad/m) as string });
  expect(await readFile(`${path}.bad.csv`, "utf8")).toMatch(/\n\d{8},Ada,Muster,Boxhagener Straße 41,10245,Berlin,4711,3,/);
  expect(await customersOf(lines)).toBe(0);

  const refused = await command(path);
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("nothing was imported, because of 1 bad lines") as string });
  expect(await customersOf(lines)).toBe(0);

  const done = await command(path, "--leave-out-bad-lines");
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/^applied: 3 lines in .*: 2 new/m) as string });
  expect(await customersOf(lines)).toBe(2);

  const again = await command(path, "--leave-out-bad-lines");
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^applied: 3 lines in .*: 0 new, 0 changed, 0 confirmed, 2 unchanged, 1 bad/m) as string });
});

test("follows what it is told anew when called again after a dry run", async () => {
  const line = personLine({ confirmed: "2024-05-06", phone: "030 23125014" });
  await command(await fileOf([line]));
  const other = await fileOf([{ ...line, confirmed: "2024-05-05", phone: "030 23125015" }]);

  expect((await command(other, "--dry-run")).out).toContain("0 changed, 0 confirmed, 1 unchanged");
  expect((await command(other, "--file-wins", "--dry-run")).out).toContain("1 changed");
  expect((await command(other, "--file-wins")).out).toMatch(/^applied: .*1 changed/m);
});

test("goes on where it was cut short, and each line comes once", { timeout: 120_000 }, async () => {
  const lines = Array.from({ length: 8_000 }, () => personLine());
  const path = await fileOf(lines);
  const child = start(path);
  const exited = once(child, "exit");
  await expect.poll(() => customersOf(lines), { timeout: 40_000, interval: 20 }).toBeGreaterThan(0);
  // What the database has in hand at that moment it still finishes: two chunks of a thousand at most.
  child.kill("SIGKILL");
  await exited;
  expect(await customersOf(lines)).toBeLessThan(8_000);

  expect((await command(path, "--dry-run")).code).toBe(0);
  expect(await customersOf(lines)).toBeLessThan(8_000);
  expect(await command(path)).toMatchObject({ code: 0, out: expect.stringMatching(/^applied: 8000 lines .*: 8000 new/m) as string });
  expect(await customersOf(lines)).toBe(8_000);
  const [twice] = await sql`select count(*)::int as count from public.updates u join public.customers c on c.id = u.customer_id where c.account_number = any (${lines.map(({ account_number }) => account_number)})`;
  expect(twice?.count).toBe(8_000);
});

test("says how it is called when it is called otherwise", async () => {
  const path = await fileOf([personLine()]);
  for (const args of [[], [path, "--language", "fr"], [path, "--country", "Deutschland"], [path, "--dates", "ymd"], [path, "--unknown"], [path, path]]) {
    expect(await command(...args), args.join(" ")).toMatchObject({ code: 1, out: expect.stringContaining("npm run import -- FILE.csv") as string });
  }
  expect((await command(join(folder, "none.csv"))).out).toContain("there is no file");
  expect((await command(path, "--columns", "account_number,nothing")).out).toContain('no column is called "nothing"');
  expect((await command(path, "--columns", "account_number,company")).out).toContain("7 columns");
  expect((await command(path, "--columns", "phone,given,family,street,postcode,city,phone")).out).toContain("twice");
});

test("tells what is no CSV file", async () => {
  const path = join(folder, "kunden.xlsx");
  await writeFile(path, Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(100)]));

  const { code, out } = await command(path);
  expect(code).toBe(1);
  expect(out).toMatch(/workbook/);
  expect(out).not.toContain("    at ");
});

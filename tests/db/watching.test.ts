import postgres from "postgres";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { hashOfToken, makeToken } from "~/make-token.server";
import { freePort } from "../../server/run/ports.ts";
import { actors } from "../support/actors.ts";
import { startFile } from "../support/process.ts";
import { startProduct } from "../support/product.ts";
import { cookieHeader } from "../support/session-cookies.ts";

/* A product of its own, which says on its outputs what it would say in production. */
const METRICS_TOKEN = "a-token-of-some-length";
const printed: string[] = [];
const product = await startProduct({ env: { LOG: "on", METRICS_TOKEN }, onLine: (line) => { printed.push(line); } });
const sql = postgres(product.databaseUrl, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await sql.end();
  await product[Symbol.asyncDispose]();
});

const telltale = "Zaunkoenig4711";
const cookie = await cookieHeader(actors.jana, product);
const open = (path: string, init: RequestInit = {}) => fetch(product.siteUrl + path, { redirect: "manual", ...init });
const post = (path: string, fields: Record<string, string>) => open(path, { method: "POST", headers: { cookie, origin: product.siteUrl }, body: new URLSearchParams(fields) });

const lineSchema = z.looseObject({ what: z.string(), id: z.string().optional() });
const lines = () => printed.filter((line) => line.startsWith("{")).map((line) => lineSchema.parse(JSON.parse(line)));
const lineOf = (answer: Response) => expect.poll(() => lines().find(({ id }) => id === answer.headers.get("x-request-id")), { timeout: 5000 });

describe("a request's line", () => {
  test("names the route, not the path, and counts what was asked of the database", async () => {
    const record = await open("/desk/customers/41415928?from=search", { headers: { cookie } });
    await lineOf(record).toMatchObject({ what: "request", method: "GET", route: "/desk/customers/:account", status: 200, calls: 1, callsMs: expect.any(Number) as number });
    await lineOf(await open("/sign-in")).toMatchObject({ route: "/sign-in", calls: 0 });
    await lineOf(await open(`/${telltale}`)).toMatchObject({ route: null, status: 404 });
  });

  test("says nothing of what was typed, nor does any other line", async () => {
    const before = printed.length;
    const typed = [
      await open(`/account/${telltale}?q=${telltale}`, { headers: { cookie } }),
      await open(`/desk/customers/${telltale}`, { headers: { cookie } }),
      await open(`/account/${telltale}%E0%A4%A`),
      await open(`/freeze/${telltale}/${telltale}`),
      await post("/desk", { q: telltale }),
      await post("/sign-in", { email: `${telltale}@` }),
      await post(`/desk/tasks/${telltale}/outcome`, { outcome: "refused", reason: telltale }),
      await open("/hooks/send-email", { method: "POST", body: telltale }),
    ];
    for (const answer of typed) await lineOf(answer).toBeDefined();

    expect(printed.slice(before).join("\n")).not.toContain(telltale);
    expect(printed.join("\n")).not.toMatch(/@(?:kartei\.)?example/);
  });
});

describe("a statement that the database refuses", () => {
  const rest = (path: string, body: object) => fetch(`${product.apiUrl}/rest/v1/${path}`, {
    method: "POST", body: JSON.stringify(body),
    headers: { apikey: product.secretKey, authorization: `Bearer ${product.secretKey}`, "content-type": "application/json" },
  });

  test("leaves its function and its code, and no trace of its values", async () => {
    const refused = await rest("rpc/outbox_arm_link", { id: telltale, lease: telltale, token_hash: telltale });
    expect(await refused.text()).toContain(telltale);

    await expect.poll(() => lines().find(({ what, path }) => what === "api" && path === "/rest/v1/rpc/outbox_arm_link"), { timeout: 5000 })
      .toMatchObject({ code: "22P02" });
    expect(printed.join("\n")).not.toContain(telltale);
  });

  test("and where it is a defect, neither does the server that asked", async () => {
    await sql`create or replace function public.desk_recent() returns jsonb language plpgsql security definer set search_path = '' as $$
      begin raise exception using errcode = 'P0001', message = 'Zaunkoenig4711', detail = 'Zaunkoenig4711'; end $$`;
    const answer = await open("/desk", { headers: { cookie } });
    expect(answer.status).toBe(500);

    await expect.poll(() => lines().find(({ what }) => what === "defect"), { timeout: 5000 }).toMatchObject({ function: "desk_recent" });
    expect(printed.join("\n")).not.toContain(telltale);
  });
});

test("a worker tells what it claims and what became of each mail, by kind", async () => {
  await post("/sign-in", { email: "nobody@example.org" });

  await expect.poll(() => lines().find(({ what }) => what === "mail"), { timeout: 20_000 }).toMatchObject({ kind: "code", outcome: "sent" });
  expect(lines().find(({ what }) => what === "claim")).toMatchObject({ code: 1 });
});

describe("metrics", () => {
  const scrape = (authorization?: string) => open("/metrics", authorization ? { headers: { authorization } } : {});

  test("are there for the bearer of the token alone", async () => {
    for (const authorization of [undefined, METRICS_TOKEN, `Bearer ${METRICS_TOKEN}x`, "Bearer ", `Basic ${METRICS_TOKEN}`]) {
      expect((await scrape(authorization)).status).toBe(404);
    }
    expect((await scrape(`Bearer ${METRICS_TOKEN}`)).status).toBe(200);
  });

  test("are there for the bearer of an access token that was made for them", async () => {
    const token = makeToken();
    const other = makeToken();
    await sql`select private.keep_token('Prometheus', 'metrics', ${hashOfToken(token)}, null), private.keep_token('ERP', 'changes', ${hashOfToken(other)}, null)`;

    expect((await scrape(`Bearer ${token}`)).status).toBe(200);
    for (const refused of [other, makeToken()]) expect((await scrape(`Bearer ${refused}`)).status).toBe(404);
  });

  test("count requests by route, calls by function, and what waits", async () => {
    await open("/desk/customers/41415928", { headers: { cookie } });
    const text = await (await scrape(`Bearer ${METRICS_TOKEN}`)).text();

    expect(text).toMatch(/^kartei_requests_total\{route="\/desk\/customers\/:account",method="GET",status="2xx"\} [1-9]/m);
    expect(text).toMatch(/^kartei_request_seconds_bucket\{le="10",route="\/desk\/customers\/:account"\} [1-9]/m);
    expect(text).toMatch(/^kartei_database_call_seconds_count\{function="desk_record",outcome="answered"\} [1-9]/m);
    expect(text).toMatch(/^kartei_queue_depth\{queue="tasks",kind="task",state="open"\} \d/m);
    expect(text).toMatch(/^kartei_processes\{kind="worker",works="yes"\} 1/m);
    expect(text).toMatch(/^kartei_database_up 1/m);
    expect(text).not.toContain("41415928");
  });
});

describe("a server's probes", () => {
  const ready = async (url: string) => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, await answer.text()];
  };

  test("say that it is up, and ready", async () => {
    expect(await (await open("/healthz")).text()).toBe("ok");
    expect(await ready(product.siteUrl)).toEqual([200, "ready"]);
  });

  test("turn away where a migration of the build is missing", async () => {
    const [first] = await sql`delete from supabase_migrations.schema_migrations where version = '20261121000100' returning *`;
    await expect.poll(() => ready(product.siteUrl), { timeout: 10_000 }).toEqual([503, "migrations_missing"]);
    await sql`insert into supabase_migrations.schema_migrations ${sql(first ?? {})}`;
    await expect.poll(() => ready(product.siteUrl), { timeout: 10_000 }).toEqual([200, "ready"]);
  });

  test("turn away at once when it stops, while it still answers", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await startFile("server/web.ts", { DATA_DIR: product.dataDir, PORT: String(port), DRAIN_MS: "5000" });
    onTestFinished(() => server[Symbol.asyncDispose]());
    await expect.poll(() => ready(url), { timeout: 10_000 }).toEqual([200, "ready"]);
    const ended = server.end();

    await expect.poll(() => ready(url), { timeout: 5000, interval: 20 }).toEqual([503, "stopping"]);
    const page = await fetch(`${url}/sign-in`);
    expect([page.status, page.headers.get("connection")]).toEqual([200, "close"]);
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
  });

  test("turn away when the database is gone", async () => {
    const other = await startProduct();
    const port = await freePort();
    const server = await startFile("server/web.ts", { DATA_DIR: other.dataDir, PORT: String(port) });
    onTestFinished(() => server[Symbol.asyncDispose]());
    await other[Symbol.asyncDispose]();

    await expect.poll(() => ready(`http://127.0.0.1:${port}`), { timeout: 15_000 }).toEqual([503, "database_unreachable"]);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});

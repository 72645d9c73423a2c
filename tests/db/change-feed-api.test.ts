import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../server/config/config.ts";
import { actor, anybody, product, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { type Change, newToken } from "../support/feed.ts";
import { change, correctOnCall } from "../support/saving.ts";

const { token, hash, id } = await newToken("changes");
const address = `${product.siteUrl}/api/changes`;

interface Page { changes: Change[]; cursor: string; more: boolean }

function ask(query = "", bearer: string | null = token, init: RequestInit = {}): Promise<Response> {
  return fetch(`${address}${query}`, { ...init, headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` } });
}

test("another system reads the whole feed page by page, and then what is new", async () => {
  const references = new Set<string>();
  let page = (await (await ask("?limit=400")).json()) as Page;
  let pages = 1;
  for (const { reference } of page.changes) references.add(reference);
  while (page.more) {
    page = (await (await ask(`?limit=400&cursor=${page.cursor}`)).json()) as Page;
    pages += 1;
    for (const { reference } of page.changes) references.add(reference);
  }
  expect(pages).toBeGreaterThan(1);
  expect(references.size).toBeGreaterThanOrEqual(500);

  const customer = await newCustomer();
  const { reference } = await correctOnCall(actor("jana"), customer, [change(customer.detail.phone, "+4930111111")]);
  const fresh = (await (await ask(`?cursor=${page.cursor}`)).json()) as Page;
  expect(fresh.changes.find((one) => one.reference === reference)).toMatchObject({ accountNumber: customer.accountNumber, items: [{ value: "+4930111111" }] });
});

test("an answer is JSON that no one keeps", async () => {
  const answer = await ask("?limit=1");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
});

describe("the feed is refused", () => {
  test.each([
    ["without a token", "", null, 401, "token_missing"],
    ["to a wrong token", "", "kartei_wrong", 401, "token_unknown"],
    ["to a token's hash", "", hash, 401, "token_unknown"],
    ["to a cursor of somebody's own making", "?cursor=abc", token, 400, "bad_cursor"],
    ["to an empty cursor", "?cursor=", token, 400, "bad_cursor"],
    ["to a cursor with more in it", `?cursor=${Buffer.from("1.1.1'; --").toString("base64url")}`, token, 400, "bad_cursor"],
    ["to a cursor with a zero byte", `?cursor=${Buffer.from("1.1.1\0").toString("base64url")}`, token, 400, "bad_cursor"],
    ["to too many at once", "?limit=1001", token, 400, "bad_limit"],
    ["to none at all", "?limit=0", token, 400, "bad_limit"],
    ["to half a limit", "?limit=1.5", token, 400, "bad_limit"],
  ] as const)("%s", async (_, query, bearer, status, code) => {
    const answer = await ask(query, bearer);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ type: "about:blank", status, code });
    expect(answer.headers.get("www-authenticate")?.startsWith("Bearer") ?? false).toBe(status === 401);
  });

  test("to a token that was made for something else", async () => {
    const metrics = await newToken("metrics");
    const answer = await ask("", metrics.token);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "token_out_of_scope" });
  });

  test("to a token as soon as it is revoked", async () => {
    const short = await newToken("changes");
    expect((await ask("?limit=1", short.token)).status).toBe(200);
    await actor("oliver").call("revoke_token", { token: short.id });
    expect((await ask("?limit=1", short.token)).status).toBe(401);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("to %s", async (method) => {
    const answer = await ask("", token, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
  });

  test("straight at PostgREST, whoever has the token or its hash", async () => {
    for (const shown of [hash, token]) {
      await expect(anybody.call("changes", { token_hash: shown, after: null, how_many: 1 })).rejects.toMatchObject({ status: 403, code: "not_the_server" });
      await expect(actor("oliver").call("changes", { token_hash: shown, after: null, how_many: 1 })).rejects.toMatchObject({ status: 403 });
    }
    const { body } = await anybody.rest("updates?select=reference", { headers: { authorization: `Bearer ${token}` } });
    expect(Array.isArray(body) ? body : []).toEqual([]);
  });
});

test("HEAD answers as GET does, without the body", async () => {
  const answer = await ask("", token, { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("");
});

test("a token's use is seen, the token itself never again", async () => {
  await ask("?limit=1");
  const page = await actor("oliver").call<{ tokens: { id: string; lastUsedAt: string | null }[] }>("interfaces_overview");
  expect(page.tokens.find((one) => one.id === id)?.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(page)).not.toContain(hash);
  expect(JSON.stringify(await sql`select t::text from private.access_tokens t`)).not.toContain(token);
});

test("the database keeps no token under a name that is taken, nor a hash that is none", async () => {
  const oliver = actor("oliver");
  const name = `twice ${randomUUID()}`;
  const make = (token_hash: string) => oliver.call("create_token", { name, scope: "changes", token_hash });
  await make("a".repeat(32) + randomUUID().replaceAll("-", ""));
  await expect(make("b".repeat(32) + randomUUID().replaceAll("-", ""))).rejects.toMatchObject({ status: 409, code: "token_name_taken" });
  await expect(make("not a hash")).rejects.toMatchObject({ status: 422 });
  await expect(oliver.call("create_token", { name: "x", scope: "everything", token_hash: "c".repeat(64) })).rejects.toMatchObject({ status: 422 });
});

test("a command makes a token that works, and ends it", async () => {
  const name = `command ${randomUUID()}`;
  const run = (...args: string[]) => promisify(execFile)(process.execPath, ["server/token.ts", ...args], {
    cwd: projectRoot,
    env: { ...process.env, SUPABASE_URL: product.apiUrl, SUPABASE_PUBLISHABLE_KEY: product.publishableKey, SUPABASE_SECRET_KEY: product.secretKey, RESEND_API_KEY: "re_test", DATABASE_URL: "" },
  });
  const made = (await run("add", name, "--scope", "changes")).stdout.trim();
  expect((await ask("?limit=1", made)).status).toBe(200);
  await expect(run("add", name, "--scope", "changes")).rejects.toMatchObject({ stderr: expect.stringContaining("there is one with this name") as string });
  await run("revoke", name);
  expect((await ask("?limit=1", made)).status).toBe(401);
  await expect(run("revoke", name)).rejects.toMatchObject({ stderr: expect.stringContaining("there is no token") as string });
  await expect(run("add", name, "--scope", "everything")).rejects.toMatchObject({ stderr: expect.stringContaining("write: npm run token") as string });
});

test("the OpenAPI document is served as it was checked", async () => {
  const answer = await fetch(`${product.siteUrl}/api/openapi.json`);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  const document = (await answer.json()) as Parameters<typeof SwaggerParser.validate>[0];
  await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ servers: [{ url: product.siteUrl }] });
});

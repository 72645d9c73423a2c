import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { actors } from "../support/actors.ts";
import { putLoad } from "../support/load.ts";
import type { Visitor } from "../support/load.ts";
import { cookieHeader } from "../support/session-cookies.ts";
import { startTwo } from "../support/two.ts";

const two = await startTwo();
const sql = postgres(two.databaseUrl, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await sql.end();
  await two[Symbol.asyncDispose]();
});

async function visitor(email: string): Promise<Visitor> {
  const [login] = await sql<{ customer: string }[]>`select customer_id as customer from public.logins where email = ${email}`;
  return { customer: login?.customer ?? "", cookie: await cookieHeader(email, two) };
}

// Starting four processes takes its time on a machine that is busy otherwise.
test("two servers restarted one after the other under load fail no request, and each save is stored once", { timeout: 180_000 }, async () => {
  const visitors = [await visitor(actors.anna), await visitor(actors.eszter), await visitor(actors.katharina), await visitor("m.klein11@freenet.example.org")];
  const end = new AbortController();
  const load = putLoad(two.siteUrl, visitors, 25, end.signal);
  for (const member of [...two.servers, ...two.workers]) await member.restart();
  end.abort();
  const { requests, failures, saves } = await load;

  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(60);
  const stored = await sql<{ request: string; times: number }[]>`
    select request_id as request, count(*)::int as times from public.updates where request_id = any (${saves}) group by 1`;
  expect(stored.filter(({ times }) => times !== 1)).toEqual([]);
  expect(stored.map(({ request }) => request).toSorted()).toEqual(saves.toSorted());
  expect(saves.length).toBeGreaterThan(25);
  const [faxes] = await sql<{ count: number }[]>`
    select count(*)::int as count from public.update_items i join public.updates u on u.id = i.update_id where u.request_id = any (${saves})`;
  expect(faxes?.count).toBe(saves.length);
});

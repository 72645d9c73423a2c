import { type Bench, concurrencies, type Metrics, rounded } from "./context.ts";
import { runLoad } from "./load.ts";
import { drawQueries } from "./queries.ts";
import { openSessions } from "./sessions.ts";

/**
 * Pages that agents live in, through the whole site, at 1, 8 and 32 side by side:
 * `record.site.cN` records shown a second, each of another customer; `search.site.cN` searches a second by all kinds
 * of queries in turn; with `.p50ms` and `.p95ms`, how long the page takes to come.
 */
export async function measureReads({ product, sql, seconds, searches }: Bench): Promise<Metrics> {
  const metrics: Metrics = {};
  const [agent] = await openSessions(sql, product.jwtSecret, ["agent@kartei.example.com"]);
  const accounts = await sql<{ number: string }[]>`select account_number as number from public.customers tablesample system (5) limit 20000`;
  const queries = Object.values(await drawQueries(sql, searches, 11)).flat();
  const headers = { cookie: agent?.cookie ?? "", origin: product.siteUrl, "accept-encoding": "gzip" };
  let turn = 0;
  const next = <Item>(items: readonly Item[]) => items[(turn++ * 7919) % items.length] as Item;
  const acts = {
    record: () => fetch(`${product.siteUrl}/desk/customers/${next(accounts).number}`, { headers }),
    // The page itself, not a redirect to a record whose number was typed.
    search: () => fetch(`${product.siteUrl}/desk?index`, { method: "POST", headers, redirect: "manual", body: new URLSearchParams({ query: next(queries) }) }),
  };
  for (const [name, act] of Object.entries(acts)) {
    for (const concurrency of concurrencies) {
      const { perSecond, p50, p95 } = await runLoad({ concurrency, seconds }, () => () => answered(act));
      metrics[`${name}.site.c${concurrency}`] = rounded(perSecond);
      metrics[`${name}.site.c${concurrency}.p50ms`] = rounded(p50);
      metrics[`${name}.site.c${concurrency}.p95ms`] = rounded(p95);
    }
  }
  return metrics;
}

async function answered(act: () => Promise<Response>): Promise<void> {
  const answer = await act();
  await answer.arrayBuffer();
  if (answer.status !== 200 && answer.status !== 302) throw new Error(`${answer.url} answered ${answer.status}`);
}

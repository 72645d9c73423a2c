import postgres from "postgres";
import { percentile } from "./clock.ts";
import { type Bench, type Metrics, rounded } from "./context.ts";
import { drawQueries, queryKinds } from "./queries.ts";
import { openSessions } from "./sessions.ts";

/**
 * How long `desk_search` takes in PostgreSQL for an agent, one search after the other, for each kind of query:
 * `search.KIND.p50ms` and `search.KIND.p95ms`, and `search.outreach_queue.p95ms` for the first page of the queue. The
 * first pass over the queries is not counted, so the caches are as warm as on a day of work.
 */
export async function measureSearch({ product, sql, searches }: Bench): Promise<Metrics> {
  const metrics: Metrics = {};
  const queries = await drawQueries(sql, searches);
  const [agent, outreach] = await openSessions(sql, product.jwtSecret, ["agent@kartei.example.com", "outreach@kartei.example.com"]);
  const desk = postgres(product.databaseUrl, { max: 1, onnotice: () => undefined });
  const become = async (claims: object | undefined) => {
    await desk`reset role`;
    await desk`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, false)`;
    await desk`set role authenticated`;
  };
  try {
    await become(agent?.claims);
    for (const kind of queryKinds) {
      const search = (query: string) => timed(() => desk`select public.desk_search(${query})`);
      for (const query of queries[kind]) await search(query);
      const times: number[] = [];
      for (const query of queries[kind]) times.push(await search(query));
      metrics[`search.${kind}.p50ms`] = rounded(percentile(times, 0.5));
      metrics[`search.${kind}.p95ms`] = rounded(percentile(times, 0.95));
    }
    await become(outreach?.claims);
    const pages: number[] = [];
    for (let page = 0; page < 50; page++) pages.push(await timed(() => desk`select public.outreach_queue()`));
    metrics["search.outreach_queue.p95ms"] = rounded(percentile(pages, 0.95));
  } finally {
    await desk.end();
  }
  return metrics;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

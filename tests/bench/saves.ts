import { type Bench, concurrencies, type Metrics, rounded } from "./context.ts";
import { runLoad } from "./load.ts";
import { savesByPgbench } from "./pgbench.ts";
import { drawSavers, publishableClient, saveByRpc, saveThroughSite } from "./savers.ts";

/**
 * Saves a second, each of another customer and each changing a phone, at 1, 8 and 32 side by side:
 * `save.site.cN` the POST that the browser sends from "check your answers", through the whole site;
 * `save.rpc.cN` the same change by supabase-js, straight at PostgREST;
 * `save.pgbench.cN` the same function under pgbench, as the role and with the claims that PostgREST would set: the
 * limit, missing where there is no pgbench;
 * `save.ratio.cN` site by rpc, which must not fall below 0.6; `save.site.cN.p95ms` how long a person waits.
 */
export async function measureSaves(bench: Bench): Promise<Metrics> {
  const metrics: Metrics = {};
  for (const concurrency of concurrencies) {
    const rpc = await load(bench, concurrency, "rpc");
    const site = await load(bench, concurrency, "site");
    const pgbench = await savesByPgbench(bench, concurrency);
    metrics[`save.site.c${concurrency}`] = rounded(site.perSecond);
    metrics[`save.site.c${concurrency}.p95ms`] = rounded(site.p95);
    metrics[`save.rpc.c${concurrency}`] = rounded(rpc.perSecond);
    metrics[`save.ratio.c${concurrency}`] = rounded(site.perSecond / rpc.perSecond);
    if (pgbench !== null) metrics[`save.pgbench.c${concurrency}`] = rounded(pgbench);
  }
  return metrics;
}

/** More than can be saved in a second here. */
const savesPerSecond = 500;

async function load({ product, sql, seconds }: Bench, concurrency: number, way: "site" | "rpc") {
  const savers = await drawSavers(sql, product, Math.min(20_000, savesPerSecond * seconds));
  const db = publishableClient(product);
  return runLoad({ concurrency, seconds }, () => {
    const saver = savers.pop();
    if (!saver) return undefined;
    return way === "site" ? saveThroughSite(product.siteUrl, saver) : saveByRpc(db, saver);
  });
}

import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { projectRoot } from "../../server/config/config.ts";
import { buildIfStale } from "../../server/run/build.ts";
import { stopSignal } from "../../server/run/stop-signal.ts";
import type { Bench, Metrics } from "./context.ts";
import { rounded } from "./context.ts";
import { benchDatabase } from "./database.ts";
import { measureFootprint } from "./footprint.ts";
import { measureImport } from "./import.ts";
import { measurePages } from "./pages.ts";
import { startBenchProduct } from "./product.ts";
import { measureReads } from "./reads.ts";
import { measureSaves } from "./saves.ts";
import { measureSearch } from "./search.ts";

// `npm run bench [-- --quick] [-- --only saves,search]`: how fast Kartei is on this machine, with a million customers or, quick,
// with a hundred thousand. What each figure means stands where it is measured. With DATABASE_URL it runs on that database.

const measurements = { saves: measureSaves, reads: measureReads, search: measureSearch, import: measureImport, pages: measurePages };
type Part = keyof typeof measurements | "footprint";
const parts: Part[] = ["saves", "reads", "search", "import", "pages", "footprint"];

const signal = stopSignal();
const { values: { quick, only } } = parseArgs({ options: { quick: { type: "boolean", default: false }, only: { type: "string" } } });
const chosen = only ? parts.filter((part) => only.split(",").includes(part)) : parts;
const size = quick
  ? { customers: 100_000, seconds: 3, searches: 40, lines: 10_000 }
  : { customers: 1_000_000, seconds: 20, searches: 200, lines: 1_000_000 };

await buildIfStale(signal);
const metrics = await measureAll();
const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
const results = { at: new Date().toISOString(), machine, load: loadavg().map(rounded), metrics };
writeFileSync(join(projectRoot, "tests/bench/results.json"), `${JSON.stringify(results, null, 2)}\n`);
console.log(`\n${machine}; load ${results.load.join(" ")}\n${tableOf(metrics)}`);
process.exit(0);

async function measureAll(): Promise<Metrics> {
  await using database = await benchDatabase(size.customers);
  await using product = await startBenchProduct(database.url);
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  const bench: Bench = { product, sql, ...size };
  const metrics: Metrics = { customers: database.customers };
  if (database.seconds !== null) metrics["seed.seconds"] = rounded(database.seconds);
  for (const part of chosen) {
    signal.throwIfAborted();
    console.log(`● ${part}, load ${loadavg()[0]?.toFixed(1) ?? "unknown"}`);
    Object.assign(metrics, part === "footprint" ? await measureFootprint() : await measurements[part](bench));
  }
  await sql.end();
  return metrics;
}

function tableOf(metrics: Metrics): string {
  const width = Math.max(...Object.keys(metrics).map((name) => name.length));
  return Object.entries(metrics).map(([name, value]) => `${name.padEnd(width)} ${String(value).padStart(12)}`).join("\n");
}

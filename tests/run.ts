import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopSignal } from "../server/run/stop-signal.ts";
import { ensureChromium } from "./support/chromium.ts";
import { run } from "./support/command.ts";
import { productEnvironment, startProduct } from "./support/product.ts";
import { countPlaywright, countVitest } from "./support/reports.ts";
import type { Counts } from "./support/reports.ts";

// `npm test`: every check there is, one after the other. The last line says how many passed and failed.

/** The steps. Each counts what it tested; one that only passes or fails counts as one. */
const steps: [name: string, step: (report: string) => Promise<Counts>][] = [
  ["types", () => check("typecheck")],
  ["lint and the walls of the house", () => check("lint")],
  ["unused code", () => check("knip")],
  ["unit and pgTAP", (report) => vitest(report, "unit", "pgtap")],
  ["database", (report) => vitest(report, "db")],
  ["browser", playwright],
];

const signal = stopSignal();

const { passed, failed } = await runAll();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function runAll(): Promise<Counts> {
  await using finished = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "kartei-reports-"));
  finished.defer(() => rm(folder, { recursive: true, force: true }));
  const total: Counts = { passed: 0, failed: 0 };
  for (const [name, step] of steps) {
    const counts = await count(name, () => step(join(folder, `${name}.json`)));
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}

// A step that breaks is a failure as well, and the others go on.
async function count(name: string, step: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n● ${name}`);
  const began = Date.now();
  const counts = await step().catch((error: unknown): Counts => {
    signal.throwIfAborted();
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  console.log(`● ${name}: ${counts.passed} passed, ${counts.failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
  return counts;
}

async function check(script: string): Promise<Counts> {
  const succeeded = await run("npm", ["run", "--silent", script], {}, signal);
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(file: string, ...projects: string[]): Promise<Counts> {
  const succeeded = await run("vitest", [
    "run", ...projects.flatMap((project) => ["--project", project]), "--reporter=default", "--reporter=json", `--outputFile.json=${file}`,
  ], {}, signal);
  return atLeastOneFailed(succeeded, await countVitest(file));
}

async function playwright(file: string): Promise<Counts> {
  await ensureChromium(signal);
  // The demo data as it comes: what the database tests leave behind would stand in its lists.
  await using product = await startProduct();
  const succeeded = await run("playwright", ["test", "--reporter=list,json"], { ...productEnvironment(product), PLAYWRIGHT_JSON_OUTPUT_FILE: file }, signal);
  return atLeastOneFailed(succeeded, await countPlaywright(file));
}

function atLeastOneFailed(succeeded: boolean, { passed, failed }: Counts): Counts {
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

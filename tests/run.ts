import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { stopSignal } from "../server/run/stop-signal.ts";
import { ensureChromium } from "./support/chromium.ts";
import { run } from "./support/command.ts";
import { productEnvironment, startProduct } from "./support/product.ts";
import type { OwnProduct } from "./support/product.ts";
import { countPlaywright, countVitest } from "./support/reports.ts";
import type { Counts } from "./support/reports.ts";
import { startTwo } from "./support/two.ts";

// `npm test`: every check there is, one after the other. `npm run test:two`: all browser tests on two servers and two
// workers. It ends with what failed, once more, and a last line that says how many passed and failed.

/** What somebody does in several requests, which land on different servers; the rest asks the same of one as of two. */
const journeys = ["customer-journey", "sign-in", "session-renewal", "email-change", "conflict", "repeats", "outreach", "written-changes"];

type Step = [name: string, step: (report: string) => Promise<Counts>];

/** The steps. Each counts what it tested; one that only passes or fails counts as one. */
const everything: Step[] = [
  ["types", () => check("typecheck")],
  ["lint and the walls of the house", () => check("lint")],
  ["unused code", () => check("knip")],
  ["unit and pgTAP", (report) => vitest(report, "unit", "pgtap")],
  ["database", (report) => vitest(report, "db")],
  ["browser", (report) => playwright(report, startProduct)],
  ["browser, the journeys on two servers and two workers", (report) => playwright(report, startTwo, journeys)],
];
const onTwo: Step[] = [["browser, on two servers and two workers", (report) => playwright(report, startTwo)]];

const { values: { two } } = parseArgs({ options: { two: { type: "boolean", default: false } } });
const signal = stopSignal();

const { passed, failures } = await runAll();
for (const failure of failures) {
  console.log(`\n✘ ${failure}`);
}
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);

async function runAll(): Promise<Counts> {
  await using finished = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "kartei-reports-"));
  finished.defer(() => rm(folder, { recursive: true, force: true }));
  const total: Counts = { passed: 0, failures: [] };
  for (const [name, step] of two ? onTwo : everything) {
    const { passed, failures } = await count(name, () => step(join(folder, `${name}.json`)));
    total.passed += passed;
    total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
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
    return { passed: 0, failures: [String(error)] };
  });
  console.log(`● ${name}: ${counts.passed} passed, ${counts.failures.length} failed, ${counts.shaky ? `${counts.shaky} of the passed only when tried again, ` : ""}${Math.round((Date.now() - began) / 1000)} s`);
  return counts;
}

async function check(script: string): Promise<Counts> {
  const succeeded = await run("npm", ["run", "--silent", script], {}, signal);
  return succeeded ? { passed: 1, failures: [] } : { passed: 0, failures: [`npm run ${script}`] };
}

async function vitest(file: string, ...projects: string[]): Promise<Counts> {
  const succeeded = await run("vitest", [
    "run", ...projects.flatMap((project) => ["--project", project]), "--reporter=default", "--reporter=json", `--outputFile.json=${file}`,
  ], {}, signal);
  return atLeastOneFailed(succeeded, await countVitest(file));
}

async function playwright(file: string, start: () => Promise<OwnProduct>, files: string[] = []): Promise<Counts> {
  await ensureChromium(signal);
  // The demo data as it comes: what other tests leave behind would stand in its lists.
  await using product = await start();
  const succeeded = await run("playwright", ["test", ...files.map((name) => `tests/e2e/${name}.ts`), "--reporter=list,json"], { ...productEnvironment(product), PLAYWRIGHT_JSON_OUTPUT_FILE: file }, signal);
  return atLeastOneFailed(succeeded, await countPlaywright(file));
}

function atLeastOneFailed(succeeded: boolean, counts: Counts): Counts {
  return succeeded || counts.failures.length > 0 ? counts : { ...counts, failures: ["no test failed, and still it did not end well"] };
}

import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many tests passed and failed; `shaky` is how many of those that passed did so only when tried again. */
export interface Counts {
  passed: number;
  failed: number;
  shaky?: number;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads Vitest's JSON report. A file that fails before any of its tests counts as one failure. */
export async function countVitest(file: string): Promise<Counts> {
  const report = vitestSchema.parse(await readJson(file));
  const broken = report.testResults.filter(({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"));
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Reads Playwright's JSON report. Errors outside of any test count as failures. */
export async function countPlaywright(file: string): Promise<Counts> {
  const { stats, errors } = playwrightSchema.parse(await readJson(file));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, shaky: stats.flaky };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

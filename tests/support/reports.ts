import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many tests passed and failed. */
export interface Counts {
  passed: number;
  failed: number;
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

/** Reads Playwright's JSON report. Errors outside of any test count as failures, and so do flaky tests. */
export async function countPlaywright(file: string): Promise<Counts> {
  const { stats, errors } = playwrightSchema.parse(await readJson(file));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

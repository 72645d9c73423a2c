import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { z } from "zod";

/** How many tests passed, and each failure in words; `shaky` is how many of those that passed did so only when tried again. */
export interface Counts {
  passed: number;
  failures: string[];
  shaky?: number;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    message: z.string(),
    assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) })),
  })),
});

const errorSchema = z.object({ message: z.string().optional() });
const specSchema = z.object({
  ok: z.boolean(),
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(errorSchema) })) })),
});
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number() }),
  errors: z.array(errorSchema),
  suites: z.array(suiteSchema),
});

/** Reads Vitest's JSON report. A file that fails before any of its tests counts as one failure. */
export async function countVitest(file: string): Promise<Counts> {
  const report = vitestSchema.parse(await readJson(file));
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((assertion) => assertion.status === "failed");
    if (status === "failed" && failed.length === 0) {
      return [`${relative(".", name)}: ${message}`];
    }
    return failed.map(({ fullName, failureMessages }) => `${relative(".", name)} › ${fullName}: ${failureMessages.join("\n")}`);
  });
  return { passed: report.numPassedTests, failures };
}

/** Reads Playwright's JSON report. Errors outside of any test count as failures. */
export async function countPlaywright(file: string): Promise<Counts> {
  const { stats, errors, suites } = playwrightSchema.parse(await readJson(file));
  const failures = [
    ...suites.flatMap(specsOf).filter(({ ok }) => !ok).map(({ title, file, line, tests }) =>
      `${file}:${line} › ${title}: ${tests.flatMap(({ results }) => results.at(-1)?.errors ?? []).map(({ message }) => message).join("\n")}`),
    ...errors.map(({ message }) => message ?? "an error without words"),
  ];
  return { passed: stats.expected + stats.flaky, shaky: stats.flaky, failures };
}

function specsOf(suite: z.infer<typeof suiteSchema>): z.infer<typeof specSchema>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

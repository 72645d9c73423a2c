import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { lockHolder } from "../run/lock.ts";

const runSchema = z.object({
  siteUrl: z.string(),
  apiUrl: z.string(),
  inboxUrl: z.string().nullable(),
  /** Of the embedded PostgreSQL; null for one's own. */
  postgresPort: z.number().nullable(),
});

/** Where the parts of a running Kartei listen; in `run.json` of its data folder, without secrets. */
export type Run = z.infer<typeof runSchema>;

/** Tells other commands where we listen, until disposed. */
export function writeRun(dataDir: string, run: Run): Disposable {
  const file = join(dataDir, "run.json");
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return { [Symbol.dispose]: () => { rmSync(file, { force: true }); } };
}

/** Where the Kartei that runs on this data folder listens, or null when none does. */
export function readRun(dataDir: string): Run | null {
  if (!lockHolder(dataDir)) return null;
  try {
    return runSchema.parse(JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8")));
  } catch {
    return null;
  }
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../config/config.ts";

/** Why a server should get no requests. */
export type Unready = "stopping" | "database_unreachable" | "database_refuses" | "migrations_missing";

/** However often a probe asks, the database is asked at most once in this time, in milliseconds. */
const CACHED_MS = 1000;

/**
 * Tells why this server should get no requests, or null when it may: the database answers us, and has had every
 * migration that this build brings (more may be applied already where a newer build is on its way).
 */
export function readiness(readApplied: () => Promise<string[]>, stopping: AbortSignal): () => Promise<Unready | null> {
  const expected = bundledMigrations();
  const ask = cached(async () => {
    try {
      return lacks(expected, await readApplied());
    } catch (error) {
      return reasonOf(error);
    }
  });
  return () => (stopping.aborted ? Promise.resolve("stopping") : ask());
}

function bundledMigrations(): string[] {
  return readdirSync(join(projectRoot, "supabase/migrations")).flatMap((file) => /^(\d+)_.+\.sql$/.exec(file)?.[1] ?? []);
}

function lacks(expected: string[], applied: string[]): Unready | null {
  const had = new Set(applied);
  return expected.every((version) => had.has(version)) ? null : "migrations_missing";
}

// A database that answers no knows neither the function nor our secret: another one, or not configured yet.
function reasonOf(error: unknown): Unready {
  const status = error instanceof Error && "status" in error ? error.status : 503;
  return status === 503 ? "database_unreachable" : "database_refuses";
}

/**
 * The answer of `ask`, asked anew when the last is older than `CACHED_MS`, one question at a time. Where the next answer
 * takes longer than that, the last one stands until it comes: a database that is slow for all servers at once must not
 * take all of them from the proxy.
 */
function cached<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { answer: T; at: number } | undefined;
  let asking: Promise<T> | undefined;
  const askOnce = async () => {
    try {
      const answer = await ask();
      known = { answer, at: Date.now() };
      return answer;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (known && Date.now() - known.at < CACHED_MS) return known.answer;
    asking ??= askOnce();
    return known ? Promise.race([asking, sleep(CACHED_MS, known.answer, { ref: false })]) : asking;
  };
}

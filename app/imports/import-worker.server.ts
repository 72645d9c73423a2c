import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Db, workerDb } from "~/db/client.server";
import { checkLine } from "./check-line.server";
import { rowsSchema, settingsSchema, storedColumnsSchema } from "./import.schema";

/** Chunks under way at once in one worker: as many as a small database machine has processors. */
const LANES = 2;
/** Seconds for which an import's check is ours; a chunk takes a tenth of a second. */
const LEASE_SECONDS = 60;
const IDLE_MS = 1_000;
const AFTER_TROUBLE_MS = 5_000;
const FORGET_EVERY_MS = 3_600_000;

const checkSchema = z.object({
  act: z.literal("check"),
  import: z.uuid(),
  lease: z.uuid(),
  place: z.number().int(),
  firstLine: z.number().int(),
  rows: rowsSchema,
  columns: storedColumnsSchema,
  settings: settingsSchema,
});
const workSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("none") }),
  z.object({ act: z.enum(["applied", "undone"]) }),
  checkSchema,
]);
type Work = z.infer<typeof workSchema>;

/**
 * Does what imports ask for until `signal` ends it: checks their rows here, and has the database apply and undo their
 * chunks. Any number of workers may run: the database hands each chunk to one of them, and one that died leaves its
 * chunk as it was.
 */
export async function runImports({ signal }: { signal: AbortSignal }): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, () => runLane(workerDb(), signal)));
}

async function runLane(db: Db, signal: AbortSignal): Promise<void> {
  let forgotten = 0;
  let work: Work = { act: "none" };
  while (!signal.aborted) {
    try {
      work = work.act === "check" ? await check(work, db) : await nextWork(db);
      if (work.act !== "none") continue;
      if (Date.now() - forgotten > FORGET_EVERY_MS) {
        await db.call("import_forget", {}, z.null());
        forgotten = Date.now();
      }
      await rest(IDLE_MS, signal);
    } catch (error) {
      console.error(JSON.stringify({ level: "error", what: "import worker", error: String(error) }));
      await db.call("import_failed", work.act === "check" ? { import: work.import } : {}, z.null()).catch(() => undefined);
      work = { act: "none" };
      await rest(AFTER_TROUBLE_MS, signal);
    }
  }
}

function nextWork(db: Db): Promise<Work> {
  return db.call("import_next", { lease_seconds: LEASE_SECONDS }, workSchema);
}

/** Checks a chunk and gets the next one in the same round trip. */
function check({ import: id, lease, place, firstLine, rows, columns, settings }: Extract<Work, { act: "check" }>, db: Db): Promise<Work> {
  const results = rows.map((cells, at) => checkLine(cells, firstLine + at, columns, settings));
  return db.call("import_checked", {
    import: id,
    lease,
    place,
    lines: results.flatMap(({ checked }) => checked ?? []),
    problems: results.flatMap(({ problems }) => problems),
    lease_seconds: LEASE_SECONDS,
  }, workSchema);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

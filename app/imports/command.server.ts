import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Db, workerDb } from "~/db/client.server";
import { type Columns, guessColumns, type ImportSettings } from "./import-fields";
import { type ImportDetail, importDetailSchema, type ImportState } from "./import.schema";
import { badLinesCsv } from "./bad-lines.server";
import { actOnImport, checkImport } from "./imports.server";
import { runImports } from "./import-worker.server";
import { receiveFile } from "./receive.server";
import { uploadError } from "./upload.server";

const LOOK_EVERY_MS = 500;

/** What `npm run import` was asked to do. */
export type ImportOrder = {
  path: string;
  /** SHA-256 of the file, by which an import that was cut short is found again. */
  hash: string;
  /** Null takes what the header says, or what was chosen for the same header before. */
  columns: Columns | null;
  settings: ImportSettings;
  /** Only check. */
  dryRun: boolean;
  /** Import the good lines of a file that has bad ones. */
  leaveOutBadLines: boolean;
};

/** Why an order cannot be carried out, in one sentence. Known by its name, since the command runs outside the bundle. */
class OrderRefused extends Error {
  override name = "OrderRefused";
}

/**
 * Imports a file from the command line, with this process as one more worker: receives, checks, and unless told
 * otherwise applies it. A second call with the same file goes on where the first was cut short. `report` hears how far
 * it is twice a second. Returns the import as it is at the end: applied, or checked where it is not to be applied. Throws
 * `OrderRefused`.
 */
export async function importFile(order: ImportOrder, report: (detail: ImportDetail) => void, signal: AbortSignal): Promise<ImportDetail> {
  const db = workerDb();
  const working = new AbortController();
  const work = runImports({ signal: AbortSignal.any([signal, working.signal]) });
  try {
    const id = await db.call("import_of_file", { file_hash: order.hash }, z.uuid().nullable()) ?? await receive(db, order);
    const checked = await check(db, id, order, report, signal);
    const { state } = checked.import;
    if (order.dryRun || state === "mapping" || (state === "checked" && !mayApply(checked, order))) return checked;
    if (state === "checked" || state === "paused") await actOnImport(db, id, "apply");
    return await until(db, id, ["applied", "undone", "paused", "cancelled"], report, signal);
  } finally {
    working.abort();
    await work;
  }
}

function receive(db: Db, { path, hash }: ImportOrder): Promise<string> {
  return receiveFile(db, createReadStream(path), basename(path), hash).catch((error: unknown) => {
    throw new OrderRefused(uploadError(error));
  });
}

async function check(db: Db, id: string, { columns, settings }: ImportOrder, report: (detail: ImportDetail) => void, signal: AbortSignal): Promise<ImportDetail> {
  const { import: found } = await read(db, id);
  const asked = columns ?? found.columns ?? guessColumns(found.header);
  if (asked.length !== found.header.length) throw new OrderRefused(`the file has ${found.header.length} columns, and --columns names ${asked.length}.`);
  if (found.state === "mapping" || (found.state === "checked" && !isDeepStrictEqual([asked, settings], [found.columns, found.settings]))) {
    await checkImport(db, id, asked, settings);
  }
  return until(db, id, ["mapping", "checked", "applying", "paused", "undoing", "applied", "undone"], report, signal);
}

function mayApply({ progress }: ImportDetail, { leaveOutBadLines }: ImportOrder): boolean {
  return progress.bad === 0 || leaveOutBadLines;
}

async function until(db: Db, id: string, states: ImportState[], report: (detail: ImportDetail) => void, signal: AbortSignal): Promise<ImportDetail> {
  for (;;) {
    const detail = await read(db, id);
    report(detail);
    if (states.includes(detail.import.state)) return detail;
    signal.throwIfAborted();
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

function read(db: Db, id: string): Promise<ImportDetail> {
  return db.call("desk_import", { import: id }, importDetailSchema);
}

/** The bad lines of an import as CSV, piece by piece, for the command line. */
export function badLinesOf(id: string): AsyncIterable<string> {
  return badLinesCsv(workerDb(), id);
}

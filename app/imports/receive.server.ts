import { z } from "zod";
import type { Db } from "~/db/client.server";
import { type CsvFile, readCsv, UnreadableFile } from "./csv-rows.server";

/** Lines of a chunk: as many as are applied in one transaction, well within the 8 seconds that hosted Supabase gives. */
const CHUNK_LINES = 1000;

/**
 * Hands a file to the database, chunk after chunk, in constant memory. Line numbers count rows as a spreadsheet does,
 * empty ones too. Returns the import's id. Throws an `UnreadableFile`; what was received until then is cancelled or, where
 * the connection broke, forgotten later.
 */
export async function receiveFile(db: Db, bytes: AsyncIterable<Uint8Array>, fileName: string, fileHash?: string): Promise<string> {
  const file = await readCsv(bytes, CHUNK_LINES);
  const id = await open(db, file, fileName, fileHash);
  try {
    await receiveRows(db, id, file);
  } catch (error) {
    if (error instanceof UnreadableFile) await db.call("import_cancel", { import: id }, z.null());
    throw error;
  }
  return id;
}

async function receiveRows(db: Db, id: string, { headerLine, batches, encoding }: CsvFile): Promise<void> {
  let place = 0;
  let firstLine = headerLine + 1;
  for await (const rows of batches) {
    await db.call("import_receive", { import: id, place, first_line: firstLine, rows: rows.map(storable) }, z.null());
    place += 1;
    firstLine += rows.length;
  }
  await db.call("import_received", { import: id, encoding: encoding() }, z.null());
}

async function open(db: Db, { encoding, separator, header }: CsvFile, fileName: string, fileHash?: string): Promise<string> {
  const opened = z.object({ import: z.uuid() });
  const [name = ""] = storable([fileName.slice(-255)]);
  return (await db.call("import_open", { file_name: name, encoding: encoding(), separator, header: storable(header), file_hash: fileHash }, opened)).import;
}

// PostgreSQL stores no NUL, and JSON no half of a surrogate pair: both become the sign for "unreadable", which the check tells.
function storable(cells: string[]): string[] {
  return cells.map((cell) => cell.replaceAll("\u0000", "\ufffd").toWellFormed());
}

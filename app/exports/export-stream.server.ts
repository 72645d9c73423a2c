import type { Db } from "~/db/client.server";
import type { ExportFile } from "./export-file";
import { endExport, readPage } from "./exports.server";

/**
 * The file of an export that was begun. A page is asked for when whoever reads the stream wants more, so no more than one
 * is held at a time. The log is closed when the last page was taken, when the reader goes away, and when the database
 * hands out no more; then the stream breaks, so that half a file is not taken for the whole.
 */
export function exportStream(db: Db, id: string, file: ExportFile): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let text = file.head;
  let more = true;
  let left = false;
  return new ReadableStream({
    async pull(controller) {
      try {
        // A page without a line (its customers have no details) is no reason to stop.
        while (text === "" && more) {
          const page = await readPage(db, id);
          text = file.lines(page.customers);
          more = page.more;
        }
      } catch (error) {
        if (!left) await closeLog(db, id, false);
        throw new Error(`The export ${id} broke off: ${error instanceof Response ? error.status : String(error)}`, { cause: error });
      }
      if (left) return;
      if (text === "") {
        await closeLog(db, id, true);
        controller.close();
      } else {
        controller.enqueue(encoder.encode(text));
        text = "";
      }
    },
    async cancel() {
      left = true;
      await closeLog(db, id, false);
    },
  }, { highWaterMark: 0 });
}

// Whoever may no longer export cannot close it either; the log then tells by itself that it broke off.
async function closeLog(db: Db, id: string, completed: boolean): Promise<void> {
  await endExport(db, id, completed).catch((error: unknown) => {
    console.error(JSON.stringify({ level: "warn", what: "export log", export: id, error: String(error) }));
  });
}

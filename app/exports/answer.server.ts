import type { Separator } from "~/csv/csv";
import type { Db } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
import { customersCsv } from "./customers-csv";
import { dayOf } from "./day-of";
import { detailsCsv } from "./details-csv";
import type { Format, Scope } from "./export";
import type { ExportFile } from "./export-file";
import { exportStream } from "./export-stream.server";
import { beginExport, type ExportWish } from "./exports.server";
import { jsonLines } from "./json-lines";
import { separatorFor } from "./separator";

/** Begins the export and answers with its file, which is written while it is sent. */
export async function answerWithExport(db: Db, wish: ExportWish, locale: Locale): Promise<Response> {
  const id = await beginExport(db, wish);
  const { write, type, ending } = files[wish.format];
  const name = `${names[wish.scope]}-${dayOf(new Date().toISOString())}.${ending}`;
  return new Response(exportStream(db, id, write(wish.separator ?? separatorFor(locale))), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const csv = "text/csv; charset=utf-8";

const files: Record<Format, { write: (separator: Separator) => ExportFile; type: string; ending: string }> = {
  customers_csv: { write: customersCsv, type: csv, ending: "csv" },
  details_csv: { write: detailsCsv, type: csv, ending: "details.csv" },
  json_lines: { write: () => jsonLines, type: "application/x-ndjson; charset=utf-8", ending: "jsonl" },
};

const names: Record<Scope, string> = { all: "customers", search: "customers-found", outreach: "customers-to-ask" };

import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { csvHead, csvLines } from "~/csv/csv";
import { unguardCell } from "~/csv/guard-cell";
import type { Db } from "~/db/client.server";
import { readProblems } from "./imports.server";
import { problemText } from "./problem-text.server";

/** The bad lines of an import as a download. The first piece is read before the answer begins, so that a refusal is one. */
export async function badLinesFile(db: Db, id: string): Promise<Response> {
  const pieces = badLinesCsv(db, id);
  const first = await pieces.next();
  const all = async function* () {
    yield first.value ?? "";
    yield* pieces;
  };
  return new Response(createReadableStreamFromReadable(Readable.from(all())), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="bad-lines.csv"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/**
 * The bad lines of an import as CSV, piece by piece: the file's own columns, so that a mended file can be imported as it
 * is, and behind them the line's number and what is wrong with it. Several faults of a line stand in one row.
 */
export async function* badLinesCsv(db: Db, id: string): AsyncGenerator<string> {
  let begun = false;
  let open: { line: number; cells: string[]; reasons: string[] } | null = null;
  const row = (last: NonNullable<typeof open>, width: number) =>
    csvLines([[...pad(last.cells, width), String(last.line), last.reasons.join("; ")]], ",");
  for await (const { header, problems } of readProblems(db, id)) {
    const pieces: string[] = [];
    if (!begun) pieces.push(csvHead([...header, "line", "problem"], ","));
    begun = true;
    for (const problem of problems) {
      if (open && open.line !== problem.line) {
        pieces.push(row(open, header.length));
        open = null;
      }
      open ??= { line: problem.line, cells: problem.cells, reasons: [] };
      open.reasons.push(problemText(problem));
    }
    if (problems.length === 0 && open) pieces.push(row(open, header.length));
    yield pieces.join("");
  }
}

// A guard that the file had comes off before it is guarded again: reading takes off one.
function pad(cells: string[], width: number): string[] {
  return [...cells.map(unguardCell), ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
}

import Papa from "papaparse";
import { guardCell } from "./guard-cell";

/** What stands between two cells: spreadsheets in countries with decimal commas expect a semicolon. */
export const separators = [",", ";"] as const;
export type Separator = (typeof separators)[number];

// By this Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK = "\ufeff";

/** How a file of these columns begins: the byte order mark and the line of headings. */
export function csvHead(columns: readonly string[], separator: Separator): string {
  return BYTE_ORDER_MARK + lines([columns], separator);
}

/**
 * Lines of a file as RFC 4180 has them, each with its end; null leaves a cell empty. Whatever looks like a formula is
 * guarded (guard-cell.ts) and otherwise comes out as it is.
 */
export function csvLines(rows: readonly (readonly (string | null)[])[], separator: Separator): string {
  return lines(rows.map((row) => row.map((cell) => guardCell(cell ?? ""))), separator);
}

function lines(rows: readonly (readonly string[])[], delimiter: Separator): string {
  return rows.length === 0 ? "" : `${Papa.unparse(rows as string[][], { delimiter, newline: "\r\n" })}\r\n`;
}

/** A value as a row has it; objects and arrays become jsonb. */
export type Cell = string | number | boolean | object | null | undefined;

/**
 * Rows in the text format of `COPY … FROM STDIN` (PostgreSQL's manual, COPY, "Text Format"), each row ended by a
 * newline. An object that stands in several rows of one call is written out once and then remembered.
 */
export function copyText<Column extends string>(rows: readonly Readonly<Partial<Record<Column, Cell>>>[], columns: readonly Column[]): string {
  const written = new Map<object, string>();
  let text = "";
  for (const row of rows) {
    let separator = "";
    for (const column of columns) {
      text += separator + cellText(row[column], written);
      separator = "\t";
    }
    text += "\n";
  }
  return text;
}

function cellText(cell: Cell, written: Map<object, string>): string {
  if (cell === null || cell === undefined) return "\\N";
  if (typeof cell === "string") return escaped(cell);
  if (typeof cell !== "object") return String(cell);
  const known = written.get(cell);
  if (known !== undefined) return known;
  const text = escaped(JSON.stringify(cell));
  written.set(cell, text);
  return text;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

// Hardly any text holds one of these, and looking is cheaper than replacing.
function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;
}

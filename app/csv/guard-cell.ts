/**
 * What a spreadsheet might run: after blanks, invisible characters and quotation marks, a character that begins a
 * formula, also in its full width. See https://owasp.org/www-community/attacks/CSV_Injection. That an apostrophe may
 * stand before it keeps the two functions exact: what `guardCell` has made counts as such a text itself.
 */
const formula = /^[\s\p{Cc}\p{Cf}"']*[=+\-@\t\r\n＝＋－＠]/u;

/** A cell that a spreadsheet shows and does not run: an apostrophe goes before what looks like a formula. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes off exactly the apostrophe that `guardCell` has put on: `unguardCell(guardCell(text)) === text` for every text. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

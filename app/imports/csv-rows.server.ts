import { analyse } from "chardet";
import Papa from "papaparse";

type UnreadableKey = "imports_error_spreadsheet" | "imports_error_not_text" | "imports_error_empty" | "imports_error_too_many_columns" | "imports_error_endless_line";

/** Why a file is no CSV that can be read: a key of the catalogue, and the row that it is about where it is about one. */
export class UnreadableFile extends Error {
  readonly messageKey: UnreadableKey;
  readonly line: number | null;

  constructor(messageKey: UnreadableKey, line: number | null = null) {
    super(line === null ? messageKey : `${messageKey}, line ${line}`);
    this.messageKey = messageKey;
    this.line = line;
  }
}

/** A file being read: how it is written, its header, and its rows in batches, each read when it is asked for. */
export interface CsvFile {
  /** As far as it is read: a file may go on in plain letters for long before one tells. */
  encoding: () => string;
  separator: string;
  header: string[];
  /** The row in which the header stands, counted from 1 as spreadsheets do. */
  headerLine: number;
  /** Every row after the header, so that counting them tells their numbers; of an empty line nothing but an empty row. */
  batches: AsyncIterable<string[][]>;
}

/** As much as is looked at to find out the separator and whether it is text at all. */
const HEAD_BYTES = 65_536;
/** No customer's line is as long (in UTF-16 units), nor is a batch much longer. Where a quotation mark never ends, a row goes on to the end of the file. */
const LONGEST_ROW = 100_000;
const LONGEST_BATCH = 1_000_000;
const MOST_COLUMNS = 200;

/** What may stand between two cells. */
const separators = [",", ";", "\t", "|"];

/**
 * Reads a CSV file of any size in constant memory. Its encoding (UTF-8, UTF-16, Windows-1252, Windows-1250, …) and
 * separator are found out. Throws an `UnreadableFile`, also while its batches are read.
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>, batchSize: number): Promise<CsvFile> {
  const source = bytes[Symbol.asyncIterator]();
  const head = await readHead(source);
  const decoder = new Decoder();
  const text = decoder.decode(head);
  const separator = separatorOf(text);
  const rows = parse(decodeAll(text, source, decoder), separator, newlineOf(text));
  const { header, headerLine } = await readHeader(rows);
  return { encoding: () => decoder.encoding, separator, header, headerLine, batches: inBatches(rows, batchSize) };
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  // A workbook of Excel or LibreOffice is a ZIP archive, an old one an OLE document.
  if (head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" || head.subarray(0, 4).toString("hex") === "d0cf11e0") {
    throw new UnreadableFile("imports_error_spreadsheet");
  }
  const wide = /^(?:fffe|feff)/.test(head.subarray(0, 2).toString("hex"));
  if (!wide && head.includes(0)) throw new UnreadableFile("imports_error_not_text");
  return head;
}

/** Decodes as ASCII until a byte comes that is none; the piece it stands in tells the encoding. */
class Decoder {
  #decoder: TextDecoder | undefined;

  get encoding(): string {
    return this.#decoder?.encoding ?? "utf-8";
  }

  decode(bytes: Uint8Array): string {
    if (!this.#decoder && bytes.some((byte) => byte > 127)) this.#decoder = new TextDecoder(encodingOf(bytes));
    return this.#decoder ? this.#decoder.decode(bytes, { stream: true }) : Buffer.from(bytes).toString("latin1");
  }

  end(): string {
    return this.#decoder?.decode() ?? "";
  }
}

// chardet speaks of ISO; what Windows writes in its place holds the same letters and some more.
const windows: Record<string, string> = { "ISO-8859-1": "windows-1252", "ISO-8859-2": "windows-1250", "ISO-8859-9": "windows-1254" };

function encodingOf(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return "utf-8";
  if (isHungarian(bytes)) return "windows-1250";
  const names = analyse(bytes).map(({ name }) => name).filter((name) => name !== "UTF-8" && name !== "ASCII");
  const name = names.find((each) => /^(?:ISO-8859|windows|UTF-16|KOI8)/i.test(each)) ?? "ISO-8859-1";
  return windows[name] ?? name;
}

// A few broken letters make no file of another encoding: they are told line by line. The last may be cut in two.
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken === 0 || (text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0) > broken;
}

// õ and û of Windows-1252 stand where ő and ű do in Windows-1250. Beside no letters but those that Hungarian or German
// have, they are Hungarian; chardet needs more text to see it.
function isHungarian(bytes: Uint8Array): boolean {
  const letters = new TextDecoder("windows-1252").decode(bytes).match(/[À-ÿŒœŠšŽžŸ]/g) ?? [];
  return letters.some((letter) => "ÕÛõû".includes(letter)) && letters.every((letter) => "ÁÉÍÓÖÕÚÜÛÄßáéíóöõúüûä".includes(letter));
}

// A heading hardly holds one of them, other than an address or an amount below it.
function separatorOf(text: string): string {
  const columns = (delimiter: string) => Papa.parse<string[]>(text, { delimiter, preview: 20 }).data.find(isHeading)?.length ?? 0;
  return separators.reduce((best, other) => (columns(other) > columns(best) ? other : best));
}

function newlineOf(text: string): "\n" | "\r\n" | "\r" {
  return Papa.parse(text, { delimiter: ",", preview: 1 }).meta.linebreak as "\n" | "\r\n" | "\r";
}

async function readHeader(rows: AsyncIterator<string[]>): Promise<Pick<CsvFile, "header" | "headerLine">> {
  for (let headerLine = 1; ; headerLine += 1) {
    const row = await rows.next();
    if (row.done) throw new UnreadableFile("imports_error_empty");
    if (!isHeading(row.value)) continue;
    if (row.value.length > MOST_COLUMNS) throw new UnreadableFile("imports_error_too_many_columns");
    return { header: row.value.map((heading) => heading.trim()), headerLine };
  }
}

function isHeading(row: string[]): boolean {
  return row.some((cell) => /[\p{L}\p{N}]/u.test(cell));
}

async function* decodeAll(head: string, source: AsyncIterator<Uint8Array>, decoder: Decoder): AsyncGenerator<string> {
  yield head;
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const text = decoder.decode(next.value);
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

/** One row after the other; what is not yet a whole row waits for the next piece. */
async function* parse(text: AsyncIterable<string>, delimiter: string, newline: "\n" | "\r\n" | "\r"): AsyncGenerator<string[]> {
  const parser = new Papa.Parser({ delimiter, newline });
  let line = 0;
  let rest = "";
  for await (const piece of text) {
    rest += piece;
    const { data, meta } = parser.parse(rest, 0, true) as Papa.ParseResult<string[]>;
    for (const row of data) {
      line += 1;
      yield emptied(row);
    }
    rest = rest.slice(meta.cursor);
    if (rest.length > LONGEST_ROW) throw new UnreadableFile("imports_error_endless_line", line + 1);
  }
  if (rest === "") return;
  for (const row of (parser.parse(rest, 0, false) as Papa.ParseResult<string[]>).data) yield emptied(row);
}

function emptied(row: string[]): string[] {
  return row.every((cell) => cell.trim() === "") ? [] : row;
}

async function* inBatches(rows: AsyncIterable<string[]>, size: number): AsyncGenerator<string[][]> {
  let batch: string[][] = [];
  let length = 0;
  // Empty lines count only where another follows.
  let empty = 0;
  for await (const row of rows) {
    if (row.length === 0) {
      empty += 1;
      continue;
    }
    for (; empty > 0; empty -= 1) {
      batch.push([]);
      if (batch.length === size) {
        yield batch;
        batch = [];
      }
    }
    batch.push(row);
    length += row.reduce((sum, cell) => sum + cell.length, 0);
    if (batch.length < size && length < LONGEST_BATCH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

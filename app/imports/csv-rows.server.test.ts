import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv-rows.server";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** Writes text as Windows does in a language, for the letters given. */
function windows(text: string, encoding: "windows-1252" | "windows-1250"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text].map((letter) => byteOf.get(letter) ?? 63));
}

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Uint8Array, pieceSize?: number, batchSize = 1000) {
  const { encoding, batches, ...file } = await readCsv(inPieces(bytes, pieceSize), batchSize);
  const sizes: number[] = [];
  const rows: string[][] = [];
  for await (const batch of batches) {
    sizes.push(batch.length);
    rows.push(...batch);
  }
  return { ...file, encoding: encoding(), rows, sizes };
}

const german = "Kundennummer;Vorname;Nachname;Straße\r\n10000001;Jörg;Müßig;Süßer Weg 1\r\n10000002;Änne;Öztürk;Große Allee 2\r\n";
const hungarian = "Ügyfélszám;Vezetéknév;Keresztnév;Utca\r\n10000001;Erdős;Fűző;Kőrösi utca 1\r\n10000002;Gyűrű;Ödön;Szőlő utca 22\r\n10000003;Nagy;Győző;Ősz utca 3\r\n";

describe("the encoding", () => {
  it.each([
    ["UTF-8", utf8(german), "utf-8", german],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${german}`), "utf-8", german],
    ["UTF-16 little endian", utf16(german), "utf-16le", german],
    ["Windows-1252", windows(german, "windows-1252"), "windows-1252", german],
    ["Windows-1252 with an euro sign and quotes", windows(`${german}10000003;„Zoë“;O’Brien;5 €\r\n`, "windows-1252"), "windows-1252", `${german}10000003;„Zoë“;O’Brien;5 €\r\n`],
    ["Windows-1250 in Hungarian", windows(hungarian, "windows-1250"), "windows-1250", hungarian],
    ["plain letters", utf8("a;b\r\n1;2\r\n"), "utf-8", "a;b\r\n1;2\r\n"],
  ])("of %s is found out", async (_, bytes, encoding, text) => {
    const file = await read(bytes);

    expect(file.encoding).toBe(encoding);
    expect([file.header, ...file.rows]).toEqual(text.trimEnd().split("\r\n").map((line) => line.split(";")));
  });

  it("of one short Hungarian line, too", async () => {
    const file = await read(windows("ügyfélszám;név\r\n1;Erdős Ernő\r\n", "windows-1250"));

    expect(file.rows).toEqual([["1", "Erdős Ernő"]]);
  });

  it("of French names among German ones is not taken for Hungarian", async () => {
    const text = `${german}10000003;Hélène;Dûchêne;Am Bühl 4\r\n`;

    expect((await read(windows(text, "windows-1252"))).rows.at(-1)).toEqual(["10000003", "Hélène", "Dûchêne", "Am Bühl 4"]);
  });

  it("is told by the first letter that is none of ASCII, also after 64 KB of those", async () => {
    const plain = "10000001;Anna\r\n".repeat(6000);
    for (const [last, encoding] of [[utf8("10000002;Jörg\r\n"), "utf-8"], [windows("10000002;Jörg\r\n", "windows-1252"), "windows-1252"]] as const) {
      const file = await read(Buffer.concat([utf8(`number;name\r\n${plain}`), last]));
      expect(file.rows).toHaveLength(6001);
      expect(file.rows.at(-1)).toEqual(["10000002", "Jörg"]);
      expect(file.encoding).toBe(encoding);
    }
  });

  it("of UTF-8 is not mistaken because of a broken letter", async () => {
    const file = await read(Buffer.concat([utf8(german), Buffer.from([0x31, 0x3b, 0xff, 0x0d, 0x0a])]));

    expect(file.rows).toEqual([["10000001", "Jörg", "Müßig", "Süßer Weg 1"], ["10000002", "Änne", "Öztürk", "Große Allee 2"], ["1", "\ufffd"]]);
  });

  it("may cut a letter in two wherever a piece ends", async () => {
    const bytes = utf8("Name;Stadt\r\n\"Zoë; 👩‍👩‍👧\r\n\"\"Ő\"\"\";Köln\r\n");
    for (let size = 1; size < bytes.length; size += 1) {
      expect((await read(bytes, size)).rows, `pieces of ${size}`).toEqual([["Zoë; 👩‍👩‍👧\r\n\"Ő\"", "Köln"]]);
    }
  });
});

describe("the separator", () => {
  it.each([[",", "comma"], [";", "semicolon"], ["\t", "tab"], ["|", "bar"]])("%s is found out", async (separator) => {
    const file = await read(utf8(["number", "name", "city"].join(separator) + "\n" + ["1", "Anna", "Köln"].join(separator) + "\n"));

    expect(file).toMatchObject({ separator, header: ["number", "name", "city"], rows: [["1", "Anna", "Köln"]] });
  });

  it("is that of the header, whatever addresses and amounts below it hold, and however long their lines are", async () => {
    const { separator, rows } = await read(utf8("Nummer;Anschrift;Umsatz\n1;Hof, Haus 2, links;1.234,50\n2;Weg 1, Hof;2,5;;\n3\n"));

    expect(separator).toBe(";");
    expect(rows).toEqual([["1", "Hof, Haus 2, links", "1.234,50"], ["2", "Weg 1, Hof", "2,5", "", ""], ["3"]]);
  });

  it("is not needed where there is one column", async () => {
    expect(await read(utf8("account_number\n12345678\n"))).toMatchObject({ header: ["account_number"], rows: [["12345678"]] });
  });
});

describe("rows", () => {
  it("come back as they were written, whatever stands in them and wherever pieces end", async () => {
    const cell = fc.string({ unit: "binary", maxLength: 20 }).map((text) => text.replaceAll(/[\0\ufeff]/g, ""));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(table, fc.constantFrom(",", ";", "\t", "|"), fc.integer({ min: 1, max: 50 }), async (cells, delimiter, size) => {
      const rows = cells.map((row, at) => [String(at), ...row]);
      const text = Papa.unparse([["number", "one", "two", "three"], ...rows], { delimiter, newline: "\r\n", quotes: true });
      expect((await read(utf8(text), size)).rows).toEqual(rows);
    }), { numRuns: 300 });
  });

  it.each(["\n", "\r\n", "\r"])("end with %j", async (newline) => {
    expect((await read(utf8(["a;b", "1;\"x\"", "2;y", ""].join(newline)))).rows).toEqual([["1", "x"], ["2", "y"]]);
  });

  it("keep their numbers: of an empty line an empty row is left, of those at the end nothing", async () => {
    const file = await read(utf8("\n;;\nnumber;name;x\n1;a;\n\n;;\n2;b;\n\n;;\n"));

    expect(file.headerLine).toBe(3);
    expect(file.rows).toEqual([["1", "a", ""], [], [], ["2", "b", ""]]);
  });

  it("come in batches, smaller ones where they are long", async () => {
    const short = await read(utf8(`a\n${"1\n".repeat(25)}`), 7, 10);
    const long = await read(utf8(`a\n${`${"x".repeat(60_000)}\n`.repeat(40)}`), undefined, 1000);

    expect(short.sizes).toEqual([10, 10, 5]);
    expect(long.rows).toHaveLength(40);
    expect(Math.max(...long.sizes)).toBeLessThanOrEqual(17);
  });

  it("are none in a file that holds only a header", async () => {
    expect(await read(utf8("account_number;name"))).toMatchObject({ header: ["account_number", "name"], rows: [] });
  });
});

describe("no CSV", () => {
  it.each([
    ["nothing", new Uint8Array(), "imports_error_empty"],
    ["only a byte order mark", utf8("\ufeff"), "imports_error_empty"],
    ["only empty lines", utf8(" \n;;\n\r\n"), "imports_error_empty"],
    ["a workbook", Buffer.from("504b030414000600", "hex"), "imports_error_spreadsheet"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "imports_error_spreadsheet"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "imports_error_not_text"],
    ["201 columns", utf8(Array.from({ length: 201 }, (_, at) => `c${at}`).join(";")), "imports_error_too_many_columns"],
  ])("%s", async (_, bytes, messageKey) => {
    await expect(read(bytes)).rejects.toMatchObject({ messageKey });
  });

  it("is a file in which a quotation mark never ends, which is told with its line before 10 MB of it are read", async () => {
    let sent = 0;
    async function* endless() {
      yield utf8("number;name\n1;a\n2;\"b\n");
      for (; sent < 10_000_000; sent += 65_536) yield await Promise.resolve(utf8("3;c\n".repeat(16_384)));
    }
    const { batches } = await readCsv(endless(), 1000);
    const reading = (async () => { for await (const batch of batches) expect(batch).toBeDefined(); })();

    await expect(reading).rejects.toMatchObject({ messageKey: "imports_error_endless_line", line: 3 });
    expect(sent).toBeLessThan(1_000_000);
  });

  it("but 200 columns are one", async () => {
    expect((await read(utf8(Array.from({ length: 200 }, (_, at) => `c${at}`).join(";")))).header).toHaveLength(200);
  });
});

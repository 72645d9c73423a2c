import { describe, expect, it, test } from "vitest";
import { locales } from "~/i18n/locale";
import { exampleLetters } from "~letters/examples";
import { type Letter, letterSchema } from "~letters/index";
import { company } from "../../kartei.config";
import { qrOf, readPdf } from "../../tests/support/pdf.ts";
import { type Envelope, renderDocument, renderEnvelopes, renderLetter } from "./print.server";

const berlin = { country: "DE", lines: ["Boxhagener Straße 41"], postcode: "10245", city: "Berlin", area: "" };
const budapest = { country: "HU", lines: ["Kossuth Lajos utca 5."], postcode: "1055", city: "Budapest", area: "" };

const envelope = (letters: Letter[], more: Partial<Envelope> = {}): Envelope => ({
  locale: "de", recipient: { name: "Anna Weber", address: berlin }, accountNumber: "10004711", date: "2026-12-01T09:00:00Z", letters, ...more,
});
const receipt: Letter = exampleLetters.receipt;

/** A receipt in which a person typed `typed` wherever they can. */
const receiptOf = (typed: string): Letter => ({
  ...exampleLetters.receiptCopy,
  recipientName: typed,
  actorName: typed,
  items: [{ op: "add", kind: "shipping_address", label: typed, before: null, after: { ...berlin, lines: [typed] } }],
});

const everything = Object.entries<Letter>(exampleLetters).flatMap(([name, letter]) => locales.map((locale) => ({ name, locale, letter: { ...letter, locale } })));

describe.each(everything)("the letter $name in $locale", ({ letter, locale }) => {
  it("is one by its schema, tagged, in its language, with a title, and says nothing unmeant", async () => {
    expect(letterSchema.parse(letter)).toEqual(letter);
    const { letter: _, ...rest } = { ...envelope([], { locale }), letter };
    const read = await readPdf(await renderLetter({ ...rest, letter }));

    expect(read).toMatchObject({ language: locale, tagged: true });
    expect(read.title).toMatch(/^\P{Cc}{5,80}$/u);
    expect(read.roles.flat()).toContain("H1");
    expect(read.pages.join(" ")).not.toMatch(/letters_|mail_|details_|undefined|\[object/);
    expect(read.pages[0]).toContain(company.legalFooter);
  });
});

test("every letter reads differently in every language", async () => {
  for (const letter of Object.values<Letter>(exampleLetters)) {
    const texts = await Promise.all(locales.map(async (locale) => (await readPdf(await renderEnvelopes([envelope([{ ...letter, locale }], { locale })], locale))).pages.join(" ")));
    expect(new Set(texts).size).toBe(locales.length);
  }
});

describe("an envelope", () => {
  it("has its recipient in the window of DIN 5008, form B, below who sends it", async () => {
    const long = { ...budapest, lines: ["c/o Donaudampfschifffahrtsgesellschaftskapitänswitwe", "Gebäude 17, Aufgang C, vierter Stock", "Hinterhaus", "Kossuth Lajos utca 5."] };
    for (const address of [berlin, budapest, long]) {
      const { placed: [page = []] } = await readPdf(await renderEnvelopes([envelope([receipt], { recipient: { name: "Bárány és Társai Nemzetközi Szállítmányozási Kft.", address } })], "de"));
      const window = page.filter(({ x, y }) => x > 20 && x < 105 && y > 45 && y < 90);

      expect(window.at(0)?.text).toContain("Kartonagenweg 7");
      expect(window.map(({ text }) => text).join(" ")).toContain(address.postcode);
      expect(window.length).toBeGreaterThan(3);
      for (const { x, width } of window) expect(x + width).toBeLessThan(105);
      // nothing of the letter itself looks through the window
      expect(page.filter(({ x, y }) => x < 105 && y > 90 && y < 100)).toEqual([]);
    }
  });

  it("that goes abroad names the country in capitals, in the language of the post that takes it", async () => {
    const abroad = await readPdf(await renderEnvelopes([envelope([receipt], { locale: "hu", recipient: { name: "Nagy Eszter", address: budapest } })], "hu"));
    const home = await readPdf(await renderEnvelopes([envelope([receipt])], "de"));

    expect(abroad.placed[0]?.some(({ text }) => text === "UNGARN")).toBe(true);
    expect(home.pages[0]).not.toContain("DEUTSCHLAND");
  });

  it("holds several letters, counts its pages, and leaves the next envelope a new one", async () => {
    const { pages } = await readPdf(await renderEnvelopes([envelope([receipt, exampleLetters.reminder]), envelope([exampleLetters.activationCode])], "de"));

    expect(pages).toHaveLength(3);
    expect(pages.map((page) => /Seite \d von \d/.exec(page)?.[0])).toEqual(["Seite 1 von 2", "Seite 2 von 2", "Seite 1 von 1"]);
    expect(pages.map((page) => page.includes("Anna Weber Boxhagener Straße 41 10245 Berlin"))).toEqual([true, false, true]);
  });
});

describe("the way to act", () => {
  it("is a QR code that a camera reads, and the same to be typed", async () => {
    const pdf = await renderEnvelopes([envelope([receipt])], "de");
    expect(await qrOf(pdf, 1)).toBe("https://kartei.example.com/l/ABCD-EFGH-JKMN");

    const { pages: [page], roles } = await readPdf(pdf);
    expect(page).toContain("kartei.example.com/l");
    expect(page).toContain("ABCD-EFGH-JKMN");
    expect(roles.flat()).toContain("Figure");
  });

  it.each(["AJAJ-EJVJ-TJTJ", "NNVD-WND6-KEJH", "CABF-AJQ8-72CX"])("has a code that is copied in one piece, whatever its letters: %s", async (code) => {
    const letter: Letter = { ...exampleLetters.changeAnnounced, stop: { ...exampleLetters.changeAnnounced.stop, code } };
    expect((await readPdf(await renderEnvelopes([envelope([letter])], "de"))).pages[0]).toContain(code);
  });

  it("is missing from a copy, which is nobody's key", async () => {
    const pdf = await renderEnvelopes([envelope([exampleLetters.receiptCopy])], "de");
    expect(await qrOf(pdf, 1)).toBeNull();
    expect((await readPdf(pdf)).pages[0]).toContain("Reference Q2HT-9WVC");
  });
});

describe("old values", () => {
  it("stay covered, in each letter that says what changed", async () => {
    for (const letter of [receipt, exampleLetters.changeAnnounced]) {
      const text = (await readPdf(await renderEnvelopes([envelope([letter])], "de"))).pages.join(" ");
      expect(text).toMatch(/••/);
      expect(text).not.toMatch(/Lindenallee|12345678|12345699/);
    }
  });
});

describe("what a person typed", () => {
  const visible = (text: string) => text.normalize("NFC").replace(/\p{Cf}/gu, "").replace(/\s+/g, " ").trim();

  it.each([
    "#import \"x\": *_bold_* `raw` $x^2$ @ref <label> \\ // /* */ [c] {d}",
    "=HYPERLINK(\"http://x.example\")",
    "<script>alert(1)</script> &amp; </p>",
    "O'Neill & \"Söhne\" -- -> ... Łódź Győr",
    "👩‍👩‍👧 🎉",
    "Zero\u200Bwidth\u200Dand\u2060soft\u00ADhyphen\uFEFF",
    "שלום",
    "  two  blanks  ",
    "{name} {{x}} %s ${y}",
  ])("comes out as it was typed, and is run by nobody: %s", async (typed) => {
    const { pages } = await readPdf(await renderEnvelopes([envelope([receiptOf(typed)], { recipient: { name: typed, address: berlin } })], "de"));

    // the window, the greeting, who entered it, and the new value; beside them the label, in whose narrow column it may break
    expect(visible(pages.join(" ")).split(visible(typed)).length - 1).toBeGreaterThanOrEqual(4);
  });

  it("comes out in Arabic, whose dots are signs of their own in the font", async () => {
    const typed = "مرحبا بالعالم";
    const { pages } = await readPdf(await renderEnvelopes([envelope([receiptOf(typed)])], "de"));

    const lettersIn = (text: string) => new Set(text.match(/\p{Script=Arabic}/gu));
    expect(lettersIn(pages.join(" "))).toEqual(lettersIn(typed));
  });

  it("does not turn the words around it", async () => {
    const { pages } = await readPdf(await renderEnvelopes([envelope([{ ...exampleLetters.concernAnswered, recipientName: "\u202Eabc" }])], "de"));
    expect(pages[0]).toContain("Hello cba,");
  });

  it("is never lost with its letter, even where no font shows it", async () => {
    const read = await readPdf(await renderEnvelopes([envelope([receiptOf("漢字 and more")])], "de"));
    expect(read.tagged).toBe(true);
    expect(read.pages[0]).toContain("and more");
  });
});

describe("a document", () => {
  it("has its sections as headings, and tables and lists as such", async () => {
    const read = await readPdf(await renderDocument({
      locale: "de",
      title: "Alles über Sie",
      intro: [{ type: "paragraph", text: "Stand heute" }],
      sections: [
        { heading: "Kontaktdaten", blocks: [{ type: "table", head: ["Angabe", "Wert"], rows: [["Telefon", "#1*2*"]] }] },
        { heading: "Anmeldungen", blocks: [{ type: "list", items: ["anna.weber@example.com"] }, { type: "facts", rows: [{ label: "Seit", lines: ["2024"] }] }] },
      ],
    }));

    expect(read).toMatchObject({ title: "Alles über Sie", language: "de", tagged: true });
    expect(read.pages[0]).toContain("Telefon #1*2*");
    for (const role of ["H1", "H2", "Table", "TH", "L"]) expect(read.roles.flat(), role).toContain(role);
  });
});

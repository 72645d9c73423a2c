import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, readContactBy, readCountry, readDay, readKind, readLanguage } from "./read-cell.server";

describe("an amount", () => {
  it.each([
    ["0", 0], ["12", 12], ["1234", 1234], ["1234.5", 1234.5], ["1234,5", 1234.5], ["12.345", 12_345], ["12,345", 12_345],
    ["1.234,50", 1234.5], ["1,234.50", 1234.5], ["1.234.567", 1_234_567], ["1,234,567.89", 1_234_567.89],
    ["1 234,5 €", 1234.5], ["1\u00a0234,50\u00a0€", 1234.5], ["€ 1'234.50", 1234.5], ["1’234.50 CHF".replace(" CHF", ""), 1234.5],
    ["12 000 Ft", 12_000], ["EUR 5", 5], ["0.125", 0.13], ["0,999", 1], ["1234.567", 1234.57], ["9999999999.99", 9_999_999_999.99],
  ])("%s is %d", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each(["", "-1", "−1", "1.2.3", "1,2,3", "1..5", "1.234,5,6", "1.23.456", "12.34,567.8", ",5", "5,", "1e3", "NaN", "abc", "12 Stück", "10000000000", "9999999999.999", "١٢", "9".repeat(400)])("«%s» is none", (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it.each([["de-DE", "EUR"], ["en-GB", "GBP"], ["hu-HU", "HUF"]])("comes back from how %s writes it", (locale, currency) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, style: "currency", currency });
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
      expect(readAmount(format.format(cents / 100))).toBe(cents / 100);
    }));
  });
});

describe("a day", () => {
  it.each([
    ["2026-04-05", "2026-04-05"], ["5.4.2026", "2026-04-05"], ["05.04.2026", "2026-04-05"], ["2026. 04. 05.", "2026-04-05"], ["2026.4.5", "2026-04-05"],
    ["2026/04/05", "2026-04-05"], ["5. 4. 2026", "2026-04-05"], ["05.04.2026 13:30", "2026-04-05"], ["2026. 04. 05. 13:30:00", "2026-04-05"],
    ["2024-02-29", "2024-02-29"], ["29.2.2000", "2000-02-29"], ["31.12.1999", "1999-12-31"], ["1.1.1900", "1900-01-01"],
    ["2026-04-05T10:00:00Z", "2026-04-05T10:00:00Z"], ["2026-04-05 10:00", "2026-04-05 10:00"], ["2026-04-05T10:00:00.123+02:00", "2026-04-05T10:00:00.123+02:00"],
  ])("%s is %s", (text, day) => {
    expect(readDay(text, "dmy")).toBe(day);
    expect(readDay(text, "mdy")).toBe(day);
  });

  it.each([["4/5/2026", "2026-05-04", "2026-04-05"], ["04-05-2026", "2026-05-04", "2026-04-05"], ["31/1/2026", "2026-01-31", null], ["1/31/2026", null, "2026-01-31"]])("%s follows the settings", (text, dmy, mdy) => {
    expect(readDay(text, "dmy")).toBe(dmy);
    expect(readDay(text, "mdy")).toBe(mdy);
  });

  it.each([
    "", "2026-02-29", "2026-02-30", "2026-02-31 10:00", "2026-13-01", "2026-00-10", "2026-04-00", "29.2.2025", "29.2.1900", "31.4.2026", "32.1.2026", "1.13.2026", "0.1.2026",
    "0000-01-01", "0000-05-05", "1.1.0000", "1.1.0999", "1899-12-31", "1.1.26", "2026-4-5", "5.4.", "gestern", "2026-04-05T25:00", "2026-04-05T10:61",
    "2026-04-05T10:00:00+16:00", "2026-04-05T10:00:00+23:59", "45022", "1775347200", "+002026-04-05", "2026-04-05; drop", `2026-04-05T10:00:00.${"1".repeat(100)}`,
  ])("«%s» is none", (text) => {
    expect(readDay(text, "dmy")).toBeNull();
  });

  it("is understood however people write it", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = "", month = "", day = ""] = iso.split("-");
      for (const written of [`${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year}`, `${year}. ${month}. ${day}.`, `${day}/${month}/${year}`, iso]) {
        expect(readDay(written, "dmy")).toBe(iso);
      }
    }));
  });
});

describe("a country", () => {
  it.each([
    ["DE", "DE"], ["de", "DE"], ["D", "DE"], ["Deutschland", "DE"], ["germany", "DE"], ["NÉMETORSZÁG", "DE"], ["A", "AT"], ["Österreich", "AT"], ["Ausztria", "AT"],
    ["Magyarország", "HU"], ["Ungarn", "HU"], ["UK", "GB"], ["Vereinigtes Königreich", "GB"], ["Côte d’Ivoire", "CI"], ["Schweiz", "CH"], ["CHE", "CH"],
  ])("%s is %s", (text, code) => {
    expect(readCountry(text)).toBe(code);
  });

  it.each(["", "XX", "Bayern", "49", "DEU1", "🇩🇪"])("«%s» is none", (text) => {
    expect(readCountry(text)).toBeNull();
  });
});

describe("words", () => {
  it.each([["de", "de"], ["DE-at", "de"], ["de_DE.UTF-8", "de"], ["Deutsch", "de"], ["German", "de"], ["német", "de"], ["en-GB", "en"], ["Englisch", "en"], ["Magyar", "hu"], ["ungarisch", "hu"], ["fr", null], ["Dezember", null], ["Huhn", null], ["", null]])("language %s: %s", (text, locale) => {
    expect(readLanguage(text)).toBe(locale);
  });

  it.each([["Firma", "company"], ["Geschäftskunde", "company"], ["cég", "company"], ["Privat", "person"], ["magánszemély", "person"], ["P", "person"], ["Hund", null]])("kind %s: %s", (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  it.each([["E-Mail", "email"], ["email", "email"], ["Brief", "post"], ["Posta", "post"], ["Taube", null]])("contact by %s: %s", (text, by) => {
    expect(readContactBy(text)).toBe(by);
  });
});

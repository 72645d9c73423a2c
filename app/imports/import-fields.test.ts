import { describe, expect, it } from "vitest";
import { customerColumns } from "~/exports/customers-csv";
import { guessColumns } from "./import-fields";

describe("the columns under a header", () => {
  it("are all known in a file of our own export, but for the count of what it leaves out", () => {
    const guessed = guessColumns([...customerColumns]);

    expect(guessed).toEqual(customerColumns.map((column) => (column === "more_details" ? null : column)));
  });

  it.each([
    [["Kunden-Nr.", "Firma", "Straße / Haus-Nr.", "PLZ", "Ort", "Telefon", "Handy", "E-Mail", "Zuletzt bestätigt"], ["account_number", "company", "street", "postcode", "city", "phone", "phone2", "email", "confirmed"]],
    [["KUNDENNUMMER", "Vorname", "Nachname", "Geburtsdatum", "Jahresumsatz", "Land", "Sprache"], ["account_number", "given", "family", "birth_date", "yearly_spend", "country", "language"]],
    [["Ügyfélszám", "Vezetéknév", "Keresztnév", "Irányítószám", "Település", "Utca", "Telefonszám", "E-mail cím", "Utolsó megerősítés"], ["account_number", "family", "given", "postcode", "city", "street", "phone", "email", "confirmed"]],
    [["Customer number", "Company name", "Address line 1", "ZIP code", "Town", "Mobile phone"], ["account_number", "company", "street", "postcode", "city", "phone2"]],
    [["Geprüft am", "Überprüft am"], ["confirmed", null]],
  ])("are guessed from %j", (header, columns) => {
    expect(guessColumns(header)).toEqual(columns);
  });

  it("hold each field at most once, and nothing under headings that nobody knows", () => {
    expect(guessColumns(["Telefon", "Tel.", "Bemerkung", "", "phone", "constructor", "__proto__"])).toEqual(["phone", null, null, null, null, null, null]);
  });
});

import { describe, expect, it } from "vitest";
import { guardCell } from "~/csv/guard-cell";
import { checkLine } from "./check-line.server";
import type { ImportField, ImportSettings } from "./import-fields";

type Cells = Partial<Record<ImportField, string>>;

const settings: ImportSettings = { country: "DE", locale: "en", dateOrder: "dmy", newerWins: true, leaveOutLookalikes: false };
const person: Cells = { account_number: "12345678", given: "Zoë", family: "Öztürk" };

/** Checks the line 7 of a file that has just the columns of these cells. */
function check(cells: Cells, more: Partial<ImportSettings> = {}) {
  return checkLine(Object.values(cells), 7, Object.keys(cells) as ImportField[], { ...settings, ...more });
}

const detailsOf = (cells: Cells) => check({ ...person, ...cells }).checked?.details.slice(1);
const codesOf = (cells: Cells) => check({ ...person, ...cells }).problems.map(({ code, field }) => [code, field]);
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

describe("a good line", () => {
  it("becomes what is stored", () => {
    const { checked, problems } = check({
      ...person, account_number: " 1234-5678 ", street: "Süße Allee 1", postcode: "10115", city: "Berlin", phone: "030 23125014", phone2: "+36 30 123 4567",
      fax: "030/23125015", email: "Zoe@Example.org", site: "Lager", site_street: "Fő utca 2", site_postcode: "1011", site_city: "Budapest", site_country: "Ungarn",
      language: "Deutsch", birth_date: "29.2.2000", yearly_spend: "1.234,50", contact_by: "Brief", confirmed: "1.2.2024", email_confirmed: "2025-03-04",
    });

    expect(problems).toEqual([]);
    expect(checked).toEqual({
      line: 7, account: "12345678", kind: "person", locale: "de", localeIfNew: "de", country: "DE", birthDate: "2000-02-29", yearlySpend: 1234.5, contactBy: "post",
      details: [
        { kind: "name", value: { given: "Zoë", family: "Öztürk" }, label: null, confirmedAt: "2024-02-01" },
        { kind: "billing_address", value: { country: "DE", lines: ["Süße Allee 1"], postcode: "10115", city: "Berlin", area: "" }, label: null, confirmedAt: "2024-02-01" },
        { kind: "shipping_address", value: { country: "HU", lines: ["Fő utca 2"], postcode: "1011", city: "Budapest", area: "" }, label: "Lager", confirmedAt: "2024-02-01" },
        { kind: "phone", value: "+493023125014", label: null, confirmedAt: "2024-02-01" },
        { kind: "phone", value: "+36301234567", label: null, confirmedAt: "2024-02-01" },
        { kind: "fax", value: "+493023125015", label: null, confirmedAt: "2024-02-01" },
        { kind: "email", value: "Zoe@Example.org", label: null, confirmedAt: "2025-03-04" },
      ],
    });
  });

  it("says nothing by empty cells, and of a customer who exists need not tell the name", () => {
    const { checked } = check({ account_number: "12345678", company: " ", given: "", phone: "030 23125014", email: "", yearly_spend: "", language: "", confirmed: "" });

    expect(checked).toEqual({
      line: 7, account: "12345678", kind: null, locale: null, localeIfNew: "de", country: "DE", birthDate: null, yearlySpend: null, contactBy: null,
      details: [{ kind: "phone", value: "+493023125014", label: null, confirmedAt: null }],
    });
  });

  it.each([[{ company: "Muster GmbH" }, "company", { company: "Muster GmbH" }], [{ kind: "Firma", company: "Muster GmbH" }, "company", { company: "Muster GmbH" }], [{ family: "Wulandari" }, "person", { given: "", family: "Wulandari" }]])("%j is a %s", (cells, kind, name) => {
    const { checked } = check({ account_number: "12345678", ...cells });

    expect(checked).toMatchObject({ kind, details: [{ kind: "name", value: name }] });
  });

  it("takes the language of the country where the line tells none, else that of the settings, and only for new customers", () => {
    for (const [country, locale] of [["AT", "de"], ["HU", "hu"], ["GB", "en"], ["FR", "en"]] as const) {
      expect(check({ ...person, country }).checked).toMatchObject({ country, locale: null, localeIfNew: locale });
    }
  });

  it("has the apostrophe of an export taken off, and one of its own left on", () => {
    for (const family of ["=1+1", "'=1+1", "-Ödön", "'t Hooft", "＠SUM(A1)"]) {
      expect(check({ ...person, family: guardCell(family) }).checked?.details[0]?.value).toEqual({ given: "Zoë", family });
    }
    expect(detailsOf({ phone: guardCell("+493023125014") })).toMatchObject([{ value: "+493023125014" }]);
  });

  it("names a number once that it holds twice", () => {
    expect(detailsOf({ phone: "030 23125014", phone2: "+49 (30) 231250-14", fax: "030 23125014" })).toMatchObject([{ kind: "phone" }, { kind: "fax" }]);
  });

  it("keeps right-to-left letters, joiners, emoji and markup as they are", () => {
    const name = { given: "שרה\u200f", family: "<b>O’Brien</b> 👩‍👩‍👧" };

    expect(check({ ...person, ...name }).checked?.details[0]?.value).toEqual(name);
  });

  it("may end in empty cells that the header does not have", () => {
    expect(checkLine(["12345678", "Zoë", "", " "], 2, ["account_number", "family"], settings).problems).toEqual([]);
  });

  it("is told apart from an empty one, which is nothing", () => {
    expect(checkLine([], 2, ["account_number"], settings)).toEqual({ checked: null, problems: [] });
  });
});

describe("a bad line", () => {
  it.each<[string, Cells, string, ImportField | null]>([
    ["no account number", { account_number: " " }, "account_missing", "account_number"],
    ["seven digits", { account_number: "1234567" }, "account_shape", "account_number"],
    ["letters", { account_number: "K1234567" }, "account_shape", "account_number"],
    ["digits that are none of ASCII", { account_number: "１２３４５６７８" }, "account_shape", "account_number"],
    ["another kind", { kind: "Hund" }, "kind_unknown", "kind"],
    ["a company without its name", { kind: "company" }, "details_error_required_company", "company"],
    ["a person without a name", { kind: "person", company: "Muster", given: "", family: "" }, "details_error_required_name", "family"],
    ["no country", { country: "Atlantis" }, "country_unknown", "country"],
    ["no country of a site", { site_country: "Atlantis" }, "site_country_unknown", "site_country"],
    ["no language of ours", { language: "Klingonisch" }, "language_unknown", "language"],
    ["no amount", { yearly_spend: "viel" }, "yearly_spend_unknown", "yearly_spend"],
    ["a negative amount", { yearly_spend: "-5" }, "yearly_spend_unknown", "yearly_spend"],
    ["no way to write", { contact_by: "Taube" }, "contact_by_unknown", "contact_by"],
    ["no day", { birth_date: "30.2.2000" }, "day_unknown", "birth_date"],
    ["a day to come", { confirmed: tomorrow }, "day_in_the_future", "confirmed"],
    ["a street without a town", { street: "Allee 1", postcode: "10115" }, "details_error_required_city", "city"],
    ["a town without a street", { postcode: "10115", city: "Berlin" }, "details_error_required_street", "street"],
    ["a site's name without its address", { site: "Lager" }, "site_without_address", "site_street"],
    ["no phone number", { phone: "4711" }, "details_error_phone_invalid", "phone"],
    ["no second one", { phone2: "kein Telefon" }, "details_error_phone_invalid", "phone2"],
    ["no fax number", { fax: "+49" }, "details_error_phone_invalid", "fax"],
    ["no email address", { email: "zoe@" }, "details_error_email_invalid", "email"],
    ["a header smuggled into one", { email: "zoe@example.org\r\nBcc: x@example.org" }, "details_error_control_characters", "email"],
    ["a letter that could not be read", { family: "M\ufffdller" }, "unreadable", "family"],
    ["a control character", { family: "Mül\u0007ler" }, "details_error_control_characters", "family"],
    ["two lines in one", { given: "Zoë\nMaria" }, "details_error_control_characters", "given"],
    ["too much", { family: "x".repeat(100_000) }, "details_error_too_long", "family"],
    ["a number too long to be one", { yearly_spend: "1,".repeat(50_000) }, "yearly_spend_unknown", "yearly_spend"],
  ])("%s", (_, cells, code, field) => {
    const { checked, problems } = check({ ...person, ...cells });

    expect(checked).toBeNull();
    expect(problems).toContainEqual({ line: 7, bad: true, code, field });
  });

  it("has more cells than the header", () => {
    expect(checkLine(["12345678", "Zoë", "x"], 2, ["account_number", "family"], settings).problems).toEqual([{ line: 2, bad: true, code: "too_many_cells", field: null }]);
  });

  it("tells all that is wrong with it, each thing once", () => {
    expect(codesOf({ account_number: "", phone: "x", phone2: "030 23125014", email: "y", confirmed: "32.1.2026" })).toEqual([
      ["account_missing", "account_number"], ["day_unknown", "confirmed"], ["details_error_phone_invalid", "phone"], ["details_error_email_invalid", "email"],
    ]);
  });

  it("is told only by columns that are not left out", () => {
    expect(checkLine(["12345678", "Zoë", "M\ufffdller"], 2, ["account_number", "family", null], settings).problems).toEqual([]);
  });
});

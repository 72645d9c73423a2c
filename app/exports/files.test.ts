import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Detail } from "~/contact-details/detail.schema";
import { separators } from "~/csv/csv";
import { unguardCell } from "~/csv/guard-cell";
import { customersCsv } from "./customers-csv";
import { detailsCsv } from "./details-csv";
import type { ExportedCustomer } from "./export.schema";
import type { ExportFile } from "./export-file";
import { jsonLines } from "./json-lines";

const head = "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a1";
const strange = '=HYPERLINK("https://evil.example";"Gewinn"), שרה\u200f 👩‍👩‍👧';

function detail(id: number, kind: Detail["kind"], value: Detail["value"], more: Partial<Detail> = {}, confirmedAt: string | null = "2026-03-01T23:30:00+00:00"): Detail {
  return {
    id: `${head}${id}`, kind, label: null, siteId: null, isPrimary: true, version: 1, value, verified: kind === "email", ...more,
    freshness: { confirmedAt, confirmedBy: "customer", confirmedByYou: false, channel: "online", knownSince: "2020-02-02", reviewOn: "2027-03-02", hold: null },
  };
}

const address = { country: "DE", lines: ["Am Kai 1", "'=1+1"], postcode: "04347", city: "Köln", area: "" };

const company: ExportedCustomer = {
  accountNumber: "10000412", kind: "company", locale: "de", contactBy: "post", yearlySpend: 1234.5, birthDate: null,
  remindersOptOut: true, since: "2019-01-01T00:00:00+00:00",
  details: [
    detail(1, "name", { company: strange }),
    detail(2, "billing_address", address, {}, null),
    detail(3, "shipping_address", { ...address, city: "Leipzig" }, { label: "Lager; „Süd“" }),
    detail(4, "phone", "+493023125014", { siteId: `${head}3` }),
    detail(5, "phone", "+493023125015", { isPrimary: false }),
    detail(6, "email", "-kauf@example.org"),
  ],
};
const person: ExportedCustomer = {
  ...company, accountNumber: "10000413", kind: "person", locale: "hu", birthDate: "1987-04-12", contactBy: "email", yearlySpend: 0,
  details: [detail(7, "name", { given: "Eszter", family: "Nagy" })],
};

/** The lines by their headings, as a program reads them. */
function read({ head, lines }: ExportFile): Record<string, string>[] {
  const file = head + lines([company]) + lines([person]);
  return Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true, transform: (cell) => unguardCell(cell) }).data;
}

describe.each(separators)("with «%s» between the columns", (separator) => {
  test("a customer's line has the primary values and when each was last confirmed, by the company's day", () => {
    expect(read(customersCsv(separator))).toEqual([
      {
        account_number: "10000412", kind: "company", company: strange, given: "", family: "", street: "Am Kai 1", street2: "'=1+1", street3: "",
        postcode: "04347", city: "Köln", area: "", country: "DE", phone: "+493023125014", fax: "", email: "-kauf@example.org", language: "de",
        yearly_spend: "1234.50", birth_date: "", contact_by: "post", name_confirmed: "2026-03-02", address_confirmed: "",
        phone_confirmed: "2026-03-02", fax_confirmed: "", email_confirmed: "2026-03-02", more_details: "2",
      },
      expect.objectContaining({ account_number: "10000413", given: "Eszter", family: "Nagy", birth_date: "1987-04-12", street: "", more_details: "0" }) as unknown,
    ]);
  });

  test("a detail's line has its customer, its place, its value and how it is known", () => {
    const lines = read(detailsCsv(separator));

    expect(lines.map(({ account_number, customer_name, kind }) => [account_number, customer_name, kind])).toEqual([
      ...company.details.map(({ kind }) => ["10000412", strange, kind]),
      ["10000413", "Nagy Eszter", "name"],
    ]);
    expect(lines[1]).toMatchObject({ street: "Am Kai 1", street2: "'=1+1", postcode: "04347", value: "", known_since: "2020-02-02", last_confirmed: "" });
    expect(lines[3]).toMatchObject({
      detail_id: `${head}4`, value: "+493023125014", primary: "true", verified: "", site_id: `${head}3`, site: "Lager; „Süd“",
      last_confirmed: "2026-03-02", confirmed_by: "customer", channel: "online", review_on: "2027-03-02", on_hold: "",
    });
    expect(lines[4]).toMatchObject({ value: "+493023125015", primary: "false", site: "" });
    expect(lines[5]).toMatchObject({ value: "-kauf@example.org", verified: "true" });
  });

  test.each([["customers", customersCsv], ["details", detailsCsv]] as const)("no cell of the %s begins a formula", (_, file) => {
    const cells = Papa.parse<string[]>(file(separator).lines([company, person]), { delimiter: separator }).data.flat();

    expect(cells.filter((cell) => /^[\s'"]*[=+\-@]/.test(cell) && !cell.startsWith("'"))).toEqual([]);
    expect(cells).toContain("'+493023125014");
  });
});

test("JSON Lines has one object for each customer, with all details and each value as it is stored", () => {
  const lines = (jsonLines.head + jsonLines.lines([company]) + jsonLines.lines([person])).trimEnd().split("\n");
  const [first, second] = lines.map((line) => JSON.parse(line) as { account_number: string; details: { value: unknown }[] });

  expect(lines).toHaveLength(2);
  expect(first).toMatchObject({ account_number: "10000412", language: "de", yearly_spend: 1234.5, contact_by: "post", reminders_opt_out: true });
  expect(first?.details.map(({ value }) => value)).toEqual(company.details.map(({ value }) => value));
  expect(first?.details[3]).toEqual({
    detail_id: `${head}4`, kind: "phone", label: null, primary: true, site_id: `${head}3`, value: "+493023125014", known_since: "2020-02-02",
    last_confirmed: "2026-03-01T23:30:00+00:00", confirmed_by: "customer", channel: "online", review_on: "2027-03-02", on_hold: null,
  });
  expect(second).toMatchObject({ account_number: "10000413", birth_date: "1987-04-12", details: [{ value: { given: "Eszter", family: "Nagy" } }] });
});

import { describe, expect, test } from "vitest";
import { compareKeyings } from "./comparison.server";
import { agreedKeying, prefillKeying } from "./prefill.server";
import type { CurrentDetail, KeyedChange, Keying } from "./written-change.schema";

const moment = new Date("2026-11-21T12:00:00Z");
const phone: KeyedChange = { kind: "phone", mode: "replace", value: "+493055501234" };
const email: KeyedChange = { kind: "email", mode: "add", value: "Anna@example.com" };

function keying(changes: KeyedChange[], more: Partial<Keying> = {}): Keying {
  return {
    by: "Jana Krüger",
    keyedAt: "2026-11-20T09:00:00Z",
    accountNumber: "10004217",
    customerKind: "person",
    customerName: "Anna Weber",
    country: "DE",
    changes: changes.map((change) => ({ ...change, overtaken: false })),
    ...more,
  };
}

const current: CurrentDetail = {
  accountNumber: "10004217",
  kind: "phone",
  detail: "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10",
  version: 3,
  value: "+493055509999",
  freshness: { confirmedAt: null, confirmedBy: null, confirmedByYou: false, channel: "import", knownSince: "2020-01-01", reviewOn: "2020-01-01", hold: null },
};

function compare(one: Keying, other: Keying, now: CurrentDetail[] = []) {
  return compareKeyings([one, other], now, "de", moment);
}

describe("two keyings side by side", () => {
  test("differ where one value differs, and only there", () => {
    const rows = compare(keying([phone, email]), keying([{ ...phone, value: "+493055501243" }, email]));
    expect(rows.map(({ differs }) => differs)).toEqual([false, true, false]);
    expect(rows[1]?.cells.map((cell) => cell?.lines)).toEqual([["030 55501234"], ["030 55501243"]]);
  });

  test("differ where one of them left a question empty", () => {
    const rows = compare(keying([phone, email]), keying([phone]));
    expect(rows[2]).toMatchObject({ differs: true, cells: [{ lines: ["Anna@example.com"], mode: "add" }, null] });
  });

  test("differ in whether a number replaces or is added", () => {
    expect(compare(keying([phone]), keying([{ ...phone, mode: "add" }]))[1]).toMatchObject({ differs: true });
  });

  test("agree on an email address whatever its case", () => {
    expect(compare(keying([email]), keying([{ ...email, value: "anna@EXAMPLE.com" }]))[1]).toMatchObject({ differs: false });
  });

  test("name the accounts, and whose value counts today, where they differ in whose sheet it is", () => {
    const rows = compare(keying([phone]), keying([phone], { accountNumber: "10009999", customerName: null }), [current]);
    expect(rows[0]).toMatchObject({ differs: true, cells: [{ lines: ["10004217", "Anna Weber"] }, { lines: ["10009999"] }] });
    expect(rows[1]?.now).toMatchObject([{ account: "10004217", lines: ["030 55509999"] }]);
  });

  test("say when the detail was changed after it was keyed", () => {
    const overtaken = keying([phone]);
    overtaken.changes = [{ ...phone, overtaken: true }];
    expect(compare(overtaken, keying([phone]), [current])[1]).toMatchObject({ overtaken: true, differs: false, now: [{ account: null }] });
  });
});

describe("the third person's form", () => {
  test("begins with what both agree on", () => {
    const agreed = agreedKeying([keying([phone, email]), keying([phone], { accountNumber: "10009999" })]);
    expect(agreed).toMatchObject({ accountNumber: "", changes: [phone] });
  });

  test("is filled as the customer's country writes", () => {
    expect(prefillKeying(keying([phone, { ...email, kind: "fax", value: "+3615550187" }]))).toMatchObject({
      account: "10004217",
      phone: { value: "030 55501234", mode: "replace" },
      fax: { value: "+36 1 555 0187", mode: "add" },
      email: { value: "" },
    });
  });

  test("takes a name and an address apart", () => {
    const address = { country: "AT", lines: ["Ring 1"], postcode: "1010", city: "Wien", area: "" };
    const typed = prefillKeying(keying([
      { kind: "name", mode: "replace", value: { company: "Nordlicht GmbH" } },
      { kind: "billing_address", mode: "replace", value: address },
    ]));
    expect(typed.name).toEqual({ given: "", family: "", company: "Nordlicht GmbH" });
    expect(typed.billing_address).toEqual(address);
  });
});

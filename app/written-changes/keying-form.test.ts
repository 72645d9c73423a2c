import { describe, expect, test } from "vitest";
import { readKeying, typedKeying } from "./keying-form.server";

const person = { kind: "person", country: "DE" } as const;
const company = { kind: "company", country: "HU" } as const;

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  const empty = { account: "10004217", "billing_address.country": "DE", "phone.mode": "replace", "fax.mode": "replace", "email.mode": "replace" };
  for (const [name, value] of Object.entries({ ...empty, ...fields })) data.set(name, value);
  return data;
}

describe("a keyed sheet", () => {
  test("has only what is filled", () => {
    expect(readKeying(form({ "phone.value": "030 55501234" }), person)).toEqual({
      account: "10004217",
      changes: [{ kind: "phone", mode: "replace", value: "+493055501234" }],
    });
  });

  test("reads a number as the customer's country writes it", () => {
    const { changes } = readKeying(form({ "fax.value": "06 1 555 0187", "fax.mode": "add" }), company) as { changes: unknown };
    expect(changes).toEqual([{ kind: "fax", mode: "add", value: "+3615550187" }]);
  });

  test("takes the blanks of a printed account number", () => {
    expect(readKeying(form({ account: " 1000 4217 ", "email.value": "a@example.com" }), person)).toMatchObject({ account: "10004217" });
  });

  test("replaces name and address whole", () => {
    const fields = {
      "name.given": "Anna",
      "name.family": "Winter",
      "billing_address.lines[0]": "Lindenstraße 12",
      "billing_address.lines[1]": "",
      "billing_address.postcode": "10969",
      "billing_address.city": "Berlin",
    };
    expect(readKeying(form(fields), person)).toMatchObject({
      changes: [
        { kind: "name", mode: "replace", value: { given: "Anna", family: "Winter" } },
        { kind: "billing_address", mode: "replace", value: { country: "DE", lines: ["Lindenstraße 12"], postcode: "10969", city: "Berlin", area: "" } },
      ],
    });
  });

  test("is refused when nothing is filled, though the address has its country", () => {
    expect(readKeying(form({}), person)).toEqual({ errors: { "": "paper_error_nothing_keyed" } });
  });

  test("is told all that is wrong at once, an unknown account as well", () => {
    const { errors } = readKeying(form({ "phone.value": "12", "billing_address.postcode": "1" }), null) as { errors: object };
    expect(Object.keys(errors)).toEqual(
      expect.arrayContaining(["account", "phone.value", "billing_address.lines[0]", "billing_address.postcode", "billing_address.city"]));
    expect(errors).toMatchObject({ account: "paper_error_account_unknown", "phone.value": "details_error_phone_invalid" });
  });

  test("names the account as missing where none was typed", () => {
    expect(readKeying(form({ account: " ", "email.value": "a@example.com" }), null)).toEqual({ errors: { account: "paper_error_account_missing" } });
  });

  test("does not put a company's name on a person's account, nor the other way round", () => {
    expect(readKeying(form({ "name.company": "Nordlicht GmbH" }), person)).toMatchObject({ errors: { "name.company": "paper_error_account_of_a_person" } });
    expect(readKeying(form({ "name.family": "Winter" }), company)).toMatchObject({ errors: { "name.family": "paper_error_account_of_a_company" } });
  });
});

test("what was typed is shown again as it was", () => {
  const typed = typedKeying(form({ "phone.value": "<b>12</b>", "phone.mode": "add", "billing_address.lines[2]": "hinten" }));
  expect(typed.phone).toEqual({ value: "<b>12</b>", mode: "add" });
  expect(typed.billing_address.lines).toEqual(["", "", "hinten"]);
  expect(typedKeying(form({ "billing_address.lines[0]": "vorn", "billing_address.lines[1]": "" })).billing_address.lines).toEqual(["vorn"]);
});

import { expect, test } from "vitest";
import { prefilled, readNewCustomer } from "./new-customer-form.server";

test.each([
  ["anna@example.org", { email: "anna@example.org" }],
  ["030 / 231 250-14", { phone: "030 / 231 250-14" }],
  ["Anna Maria Weber", { kind: "person", name: { given: "Anna Maria", family: "Weber" } }],
  ["Wulandari", { kind: "person", name: { given: "", family: "Wulandari" } }],
  ["Nordlicht Handels GmbH", { kind: "company", name: { company: "Nordlicht Handels GmbH" } }],
  ["Holzbau Mühlbauer e. K.", { kind: "company" }],
  ["Agnes Bartók", { kind: "person", name: { given: "Agnes", family: "Bartók" } }],
  ["12", { phone: "", name: { family: "" } }],
])("%j is typed into the field where it belongs", (query, expected) => {
  expect(prefilled(query)).toMatchObject(expected);
});

const filled = {
  kind: "person", channel: "in_person", locale: "hu", "name.given": "Anna", "name.family": "Weber", "address.country": "DE",
  "address.lines[0]": "Boxhagener Straße 41", "address.lines[1]": "", "address.postcode": "10245", "address.city": "Berlin",
};

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...fields })) form.set(name, value);
  return readNewCustomer(form);
}

test("what is right becomes details, and what was left empty none", () => {
  expect(read({ phone: "030 23125014" })).toMatchObject({
    errors: {},
    typed: { channel: "in_person", locale: "hu" },
    details: [
      { kind: "name", value: { given: "Anna", family: "Weber" } },
      { kind: "billing_address", value: { country: "DE", lines: ["Boxhagener Straße 41"], postcode: "10245", city: "Berlin", area: "" } },
      { kind: "phone", value: "+493023125014" },
    ],
  });
});

test("a number is one of the address's country", () => {
  const { details } = read({ "address.country": "HU", "address.postcode": "1114", "address.city": "Budapest", phone: "06 20 555 0142" });
  expect(details?.at(-1)).toEqual({ kind: "phone", value: "+36205550142" });
});

test("each input that is wrong gets its sentence, and what was typed stays", () => {
  const { errors, details, typed } = read({ kind: "company", "address.lines[0]": " ", "address.postcode": "123", phone: "12", email: "anna@" });
  expect(Object.keys(errors).toSorted()).toEqual(["address.lines[0]", "address.postcode", "email", "name.company", "phone"]);
  expect(details).toBeNull();
  expect(typed).toMatchObject({ phone: "12", email: "anna@", address: { postcode: "123" } });
});

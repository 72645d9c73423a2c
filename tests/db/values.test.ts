import { describe, expect, test } from "vitest";
import { actor } from "../support/backend.ts";
import { berlin, newCustomer } from "../support/customers.ts";
import { details, shown, values } from "../support/overview.ts";
import { add, change, correctOnCall, remove, save } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");
const person = (given: unknown, family: unknown = "Weber") => ({ given, family });
const long = (length: number) => "x".repeat(length);

describe("straight at PostgREST, no value of the wrong shape is saved:", () => {
  const numbers = ["", "12345", "+0123456", "+49 30 123456", "+49301234567890123", "030123456", "+49\u0660301234", 493012345, null, {}, ["+493012345"], true];
  const emails = [
    "", "a@b", "a b@example.com", "<a@example.com>", "a@@example.com", "a@example.com\nBcc: b@example.com", "a@example.com\r\n", "a@example.com ",
    "\"a\"@example.com", "a@example.com,b@example.com", `${long(250)}@example.com`, "a@example.", 5, null, {}, ["a@example.com"],
  ];
  const names = [
    person("", ""), person(" ", " "), person("Anna\nWeber"), person("An\tna"), person("A\u0007"), person("A\u0085"), person(long(150), long(51)),
    person(5), person({}), person(["Anna"]), person(null), { given: "Anna" }, {}, { ...person("Anna"), title: "Dr" }, { company: "Muster" }, "Anna Weber", [], null,
  ];
  const addresses = [
    { ...berlin, country: "de" }, { ...berlin, country: "Germany" }, { ...berlin, country: null }, { ...berlin, lines: [] }, { ...berlin, lines: [" "] },
    { ...berlin, lines: ["1", "2", "3", "4"] }, { ...berlin, lines: "Boxhagener Straße 41" }, { ...berlin, lines: [{ street: 1 }] }, { ...berlin, lines: ["1", 2] },
    { ...berlin, lines: ["1\n2"] }, { ...berlin, city: 5 }, { ...berlin, city: { name: "Berlin" } }, { ...berlin, postcode: 10245 }, { ...berlin, postcode: ["10245"] },
    { ...berlin, area: null }, { ...berlin, city: undefined }, { ...berlin, more: 1 }, { ...berlin, city: long(1500) }, "Berlin", null, [],
  ];

  test.each(numbers)("phone %j", (value) => refused("phone", value));
  test.each(numbers.slice(0, 4))("fax %j", (value) => refused("fax", value));
  test.each(emails)("email %j", (value) => refused("email", value));
  test.each(names)("name %j", (value) => refused("name", value));
  test.each(addresses)("billing address %j", (value) => refused("billing_address", value));
  test.each(addresses)("shipping address %j", (value) => refused("shipping_address", value));

  async function refused(kind: Parameters<typeof add>[0], value: unknown): Promise<void> {
    const customer = await newCustomer({ owners: [anna.email] });
    const seen = kind === "name" || kind === "billing_address" ? customer.detail[kind] : null;
    const wish = seen ? change(seen, value) : add(kind, value);

    await expect(save(anna, customer, [wish])).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
    await expect(correctOnCall(jana, customer, [wish])).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
  }
});

describe("no form of the wrong shape is saved:", () => {
  const forms = {
    "no list": { op: "add" }, "a word": "add", "no operation": [{ kind: "phone", value: "+4930222222" }],
    "an operation that there is not": [{ op: "drop", kind: "phone", value: "+4930222222" }],
    "nothing of a kind": [{ op: "add", value: "+4930222222" }],
    "a label that is too long": [add("phone", "+4930222222", long(101))],
    "a label with a line break": [add("phone", "+4930222222", "Büro\nBcc: x")],
    "a label with a control character": [add("phone", "+4930222222", "B\u0007")],
  };

  test.each(Object.entries(forms))("%s", async (_, changes) => {
    const customer = await newCustomer({ owners: [anna.email] });
    const before = await details(anna, customer);

    await expect(save(anna, customer, changes as object[])).rejects.toMatchObject({ status: expect.toBeOneOf([404, 422]) as number });
    expect(await details(anna, customer)).toEqual(before);
  });

  test("an unknown kind", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const attempt = save(anna, customer, [{ op: "add", kind: "password", value: "x" }]);

    await expect(attempt).rejects.toMatchObject({ status: 400 });
  });

  test("the name and the billing address cannot be removed", async () => {
    const customer = await newCustomer({ owners: [anna.email] });

    await expect(save(anna, customer, [remove(customer.detail.name)])).rejects.toMatchObject({ status: 422 });
    await expect(save(anna, customer, [remove(customer.detail.billing_address)])).rejects.toMatchObject({ status: 422 });
  });

  test("a second name or billing address", async () => {
    const customer = await newCustomer({ owners: [anna.email] });

    await expect(save(anna, customer, [add("name", person("Anna"))])).rejects.toMatchObject({ status: expect.toBeOneOf([409, 422]) as number });
    await expect(save(anna, customer, [add("billing_address", berlin)])).rejects.toMatchObject({ status: expect.toBeOneOf([409, 422]) as number });
  });

  test("a good change beside a bad one", async () => {
    const customer = await newCustomer({ owners: [anna.email] });

    await expect(save(anna, customer, [change(customer.detail.phone, "+4930222222"), add("fax", "nonsense")])).rejects.toMatchObject({ status: 422 });
    expect(await values(anna, customer, "phone")).toEqual(["+493023125014"]);
  });

  test("another customer's detail, of whatever kind it is said to be", async () => {
    const [mine, theirs] = [await newCustomer({ owners: [anna.email] }), await newCustomer()];
    for (const kind of [undefined, "phone", "email", "name"]) {
      const attempt = save(anna, mine, [{ ...change(theirs.detail.phone, "+4930666666"), kind }]);
      await expect(attempt).rejects.toMatchObject({ status: 404, code: "not_found" });
    }
  });

  test("the same detail twice", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const attempt = save(anna, customer, [change(customer.detail.phone, "+4930111111"), change(customer.detail.phone, "+4930222222")]);

    await expect(attempt).rejects.toMatchObject({ status: expect.toBeOneOf([409, 422]) as number });
    expect(await values(anna, customer, "phone")).toEqual(["+493023125014"]);
  });
});

describe("every string comes back as it was typed:", () => {
  const strings = [
    "Ömer Çağlayan", "שלום עולם", "محمد \u202eعلي", "a\u200bb\u200dc\ufeff", "👩‍👩‍👧‍👦 🏴‍☠️", "<script>alert(1)</script>", "<b>&amp;</b>", "'; drop table customers; --", "${7*7} {{7*7}} %s %00",
    "=1+1", "@SUM(A1)", "-2+3", "C:\\new\\table\\u0041", "\"quoted\" 'too'", "e\u0301 é", "İıŞş", "𝕏𝔜", "null", "O’Neill – Söhne…", "\u2028line",
  ];

  test.each(strings)("%j", async (text) => {
    const customer = await newCustomer({ owners: [anna.email] });
    const address = { ...berlin, lines: [text, "2", "3"], city: text, area: text };
    const outcome = await save(anna, customer, [
      change(customer.detail.name, person(text, text)), change(customer.detail.billing_address, address), add("phone", "+4930222222", text.trim()),
    ]);

    expect(outcome.status).toBe("saved");
    const record = await jana.call<{ details: { kind: string; value: unknown; label: string | null }[] }>("desk_record", { account: customer.accountNumber });
    for (const { value } of [await shown(anna, customer, "name"), record.details.find(({ kind }) => kind === "name")].filter((detail) => detail !== undefined)) {
      expect(value).toEqual(person(text, text));
    }
    expect((await shown(anna, customer, "billing_address")).value).toEqual(address);
    expect(record.details.map(({ label }) => label)).toContain(text.trim());
  });
});

import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { open } from "../support/concerns.ts";
import { berlin, importDetails, newCustomer } from "../support/customers.ts";
import { signedInOwner } from "../support/email-change.ts";
import { erase } from "../support/rights.ts";
import { change, correctOnCall, remove } from "../support/saving.ts";

const jana = actor("jana");

interface Hit { accountNumber: string; name: string; matched: string; matchedText: string | null }
const hits = async (query: string) => (await jana.call<{ hits: Hit[] }>("desk_search", { query })).hits;
const found = async (query: string) => (await hits(query)).map(({ accountNumber }) => accountNumber);
/** The first two neighbours that differ change places. */
function swapFirstUnequal(number: string): string {
  const at = [...number].findIndex((digit, place) => digit !== number[place + 1]);
  return number.slice(0, at) + String(number[at + 1]) + String(number[at]) + number.slice(at + 2);
}
const digits = (count: number) => String(randomInt(10 ** (count - 1), 10 ** count));

describe("by account number", () => {
  test.each([["as it is", (n: string) => n], ["with blanks", (n: string) => ` ${n.slice(0, 4)} ${n.slice(4)} `], ["with a dash", (n: string) => `${n.slice(0, 4)}-${n.slice(4)}`]])("%s", async (_, written) => {
    const customer = await newCustomer();

    expect((await found(written(customer.accountNumber)))[0]).toBe(customer.accountNumber);
  });
});

describe("by an account number with a slip", () => {
  // Apart from those of the other tests, which follow one another.
  const customer = newCustomer().then(async ({ id }) => {
    const accountNumber = String(randomInt(10_000_000, 80_000_000));
    await sql`update public.customers set account_number = ${accountNumber} where id = ${id}`;
    return { accountNumber };
  });
  const slips: [string, (n: string) => string][] = [
    ["two digits swapped", (n) => swapFirstUnequal(n)],
    ["the last digit wrong", (n) => n.slice(0, 7) + String((Number(n[7]) + 3) % 10)],
    ["the first digit wrong", (n) => String((Number(n[0]) + 5) % 10) + n.slice(1)],
    ["a digit missing", (n) => n.slice(0, 3) + n.slice(4)],
    ["a digit too many", (n) => `${n.slice(0, 5)}7${n.slice(5)}`],
  ];
  test.each(slips)("%s", async (_, written) => {
    const { accountNumber } = await customer;

    expect(await hits(written(accountNumber))).toContainEqual(expect.objectContaining({ accountNumber, matched: "account_number_like", matchedText: accountNumber }));
  });

  test("but who has the number typed is alone", async () => {
    const { accountNumber } = await customer;
    const neighbour = String(Number(accountNumber) + 1);
    await sql`insert into public.customers (account_number, kind, country) values (${neighbour}, 'person', 'DE') on conflict do nothing`;

    expect((await hits(accountNumber)).filter(({ matched }) => matched.startsWith("account_number"))).toMatchObject([{ accountNumber, matched: "account_number" }]);
  });

  test("two slips are one too many", async () => {
    const { accountNumber } = await customer;
    const far = [...accountNumber].map((digit, at) => (at < 3 ? String((Number(digit) + 4) % 10) : digit)).join("");

    expect(await found(far)).not.toContain(accountNumber);
  });
});

describe("by what was written to them", () => {
  const inGroups = [
    ["as it stands", (said: string) => said], ["without its dashes", (said: string) => said.replaceAll("-", "")],
    ["in small letters", (said: string) => said.toLowerCase()], ["with blanks", (said: string) => ` ${said.replaceAll("-", " ")} `],
  ] as const;

  const updated = (async () => {
    const customer = await newCustomer();
    const { reference } = await correctOnCall(jana, customer, [change(customer.detail.phone, "+493023125777")]);
    return { customer, reference: reference ?? "" };
  })();
  test.each(inGroups)("an update's reference %s", async (_, written) => {
    const { customer, reference } = await updated;

    expect(await hits(written(reference))).toMatchObject([{ accountNumber: customer.accountNumber, matched: "update", matchedText: reference }]);
  });

  const asked = (async () => {
    const { owner, customer } = await signedInOwner();
    return { customer, reference: (await open(owner, customer)).reference };
  })();
  test.each(inGroups)("a concern's reference %s", async (_, written) => {
    const { customer, reference } = await asked;

    expect(await hits(written(reference))).toMatchObject([{ accountNumber: customer.accountNumber, matched: "concern", matchedText: reference }]);
  });

  const billed = (async () => {
    const customer = await newCustomer();
    const number = `RE-2026-${randomInt(10 ** 8)}x`;
    await sql`insert into public.documents (customer_id, number, kind, issued_on, amount, currency, address_as_issued) values (${customer.id}, ${number}, 'invoice', '2026-01-31', 9, 'EUR', '{}')`;
    return { customer, number };
  })();
  test.each(inGroups)("a document's number %s", async (_, written) => {
    const { customer, number } = await billed;

    expect(await hits(written(number))).toMatchObject([{ accountNumber: customer.accountNumber, matched: "document", matchedText: number }]);
  });

  test("a reference with a letter wrong is nobody's", async () => {
    const { reference } = await updated;

    expect(await found(reference.slice(0, -1) + (reference.endsWith("Z") ? "Y" : "Z"))).toEqual([]);
  });
});

describe("by phone", () => {
  const own = digits(8);
  const german = newCustomer({ details: [{ kind: "phone", value: `+4930${own}` }] });
  test.each([
    `+4930${own}`, `004930${own}`, `0049 30 ${own}`, `030${own}`, `030/${own}`, `030 / ${own.slice(0, 4)} ${own.slice(4)}`, `(030) ${own}`, `(0 30) ${own}`,
    `+49 (0)30 ${own}`, `+49 (0) 30 ${own}`, `0049(0)30-${own}`, `+49-30-${own}`, `+49.30.${own}`, `030 ${own.slice(0, 2)} ${own.slice(2, 4)} ${own.slice(4, 6)} ${own.slice(6)}`,
    `49 30 ${own}`, own, own.slice(-6), own.slice(-5), `${own.slice(-6, -3)} ${own.slice(-3)}`, `Tel. 030/${own}`, `030 \u2013 ${own}`, `030\u00a0${own}`,
  ])("%s", async (written) => {
    expect(await found(written)).toContain((await german).accountNumber);
  });

  const mobile = digits(7);
  const hungarian = newCustomer({ details: [{ kind: "phone", value: `+3620${mobile}` }] });
  test.each([`+3620${mobile}`, `06 20 ${mobile}`, `06-20/${mobile.slice(0, 3)}-${mobile.slice(3)}`, `0036 20 ${mobile}`, `(06 20) ${mobile}`, mobile.slice(-6)])("Hungarian %s", async (written) => {
    expect(await found(written)).toContain((await hungarian).accountNumber);
  });

  const uk = digits(7);
  const british = newCustomer({ details: [{ kind: "phone", value: `+44117${uk}` }] });
  test.each([`+44 117 ${uk}`, `0117 ${uk}`, `+44 (0)117 ${uk}`, `0044 117 ${uk}`])("British %s", async (written) => {
    expect(await found(written)).toContain((await british).accountNumber);
  });

  test("by fax as well", async () => {
    const fax = digits(8);
    const customer = await newCustomer({ details: [{ kind: "fax", value: `+4940${fax}` }] });

    expect(await found(`040/${fax}`)).toContain(customer.accountNumber);
  });

  test("by its last digits where the first of them are noughts", async () => {
    const end = digits(4);
    const customer = await newCustomer({ details: [{ kind: "phone", value: `+493077700${end}` }] });

    expect(await found(`00${end}`)).toContain(customer.accountNumber);
  });

  test("by any of several, and by one that is on hold", async () => {
    const [first, second] = [digits(8), digits(8)];
    const customer = await newCustomer({ details: [{ kind: "phone", value: `+4930${first}` }, { kind: "phone", value: `+4930${second}` }] });
    await sql`update public.contact_details set hold_reason = 'number_dead' where customer_id = ${customer.id} and kind = 'phone'`;

    for (const number of [first, second]) expect(await found(`030${number}`)).toContain(customer.accountNumber);
  });

  describe("by one that they had before", () => {
    const [old, given] = [digits(8), digits(8)];
    const moved = (async () => {
      const customer = await newCustomer({ details: [{ kind: "phone", value: `+4930${old}` }, { kind: "fax", value: `+4930${given}` }] });
      await correctOnCall(jana, customer, [change(customer.detail.phone, `+4930${digits(8)}`), remove(customer.detail.fax)]);
      return customer;
    })();
    test.each([["replaced", `030${old}`, old], ["removed", `030${given}`, given], ["its end", given.slice(-7), given]])("%s: where nobody has it now", async (_, written, number) => {
      const { accountNumber } = await moved;

      expect(await hits(written)).toContainEqual(expect.objectContaining({ accountNumber, matched: "former_number", matchedText: `+4930${number}` }));
    });

    test("not where somebody else has it now", async () => {
      const handedOn = digits(8);
      const before = await newCustomer({ details: [{ kind: "phone", value: `+4930${handedOn}` }] });
      await correctOnCall(jana, before, [change(before.detail.phone, `+4930${digits(8)}`)]);
      const now = await newCustomer({ details: [{ kind: "phone", value: `+4930${handedOn}` }] });

      expect(await hits(`030${handedOn}`)).toMatchObject([{ accountNumber: now.accountNumber, matched: "number" }]);
    });

    test("not once they were erased", async () => {
      const { owner, customer } = await signedInOwner();
      const gone = digits(8);
      await importDetails(customer.id, [{ kind: "fax", value: `+4930${gone}` }]);
      const [fax] = await sql<{ detail: string; version: number }[]>`select id as detail, version from public.contact_details where customer_id = ${customer.id} and kind = 'fax'`;
      if (!fax) throw new Error("there is no fax");
      await correctOnCall(jana, customer, [remove(fax)]);
      expect(await found(`030${gone}`)).toContain(customer.accountNumber);
      await erase(owner, customer);

      expect(await found(`030${gone}`)).toEqual([]);
      expect(await sql`select from private.search_keys where customer_id = ${customer.id}`).toHaveLength(0);
    });
  });
});

describe("at a call", () => {
  const call = async (number: string) => (await jana.call<{ hits: Hit[] }>("desk_call", { number })).hits;

  test("who has the whole number goes before those whose number only ends so", async () => {
    const own = digits(7);
    const short = await newCustomer({ details: [{ kind: "phone", value: `+3612${own}` }] });
    await newCustomer({ details: [{ kind: "phone", value: `+49303612${own}` }] });

    expect(await call(`+3612${own}`)).toMatchObject([{ accountNumber: short.accountNumber, matched: "number" }]);
  });

  test("whoever shares a number is found, and a name is nobody's", async () => {
    const own = digits(8);
    const both = await Promise.all([1, 2].map(() => newCustomer({ details: [{ kind: "phone", value: `+4930${own}` }] })));

    expect((await call(`+4930${own}`)).map(({ accountNumber }) => accountNumber).toSorted()).toEqual(both.map(({ accountNumber }) => accountNumber).toSorted());
    expect(await call("Muster")).toEqual([]);
  });

  test.each(["anna", "clara", "stranger"] as const)("%s is told nothing", async (name) => {
    await expect(actor(name).call("desk_call", { number: "+493023125014" })).rejects.toMatchObject({ status: 403 });
  });
});

describe("by name", () => {
  const person = newCustomer({ details: [{ kind: "name", value: { given: "Zölestine", family: "Überschär-Kowalczyk" } }] });
  test.each([
    "Zölestine Überschär-Kowalczyk", "überschär", "ueberschaer", "Uberschar", "UEBERSCHÄR", "Kowalczyk Zölestine", "Zoelestine", "Kowalczik", "Kowalzcyk", "Übershär", "Zölestin Kowal", "  kowalczyk   ",
  ])("%s", async (written) => {
    expect(await found(written)).toContain((await person).accountNumber);
  });

  const company = newCustomer({ kind: "company", details: [
    { kind: "name", value: { company: "Xylophon & Öttinger Präzision GmbH" } },
    { kind: "shipping_address", value: { ...berlin, postcode: "04179" }, label: "Lager Quirlbach" },
  ] });
  test("says whether the name or the site was met", async () => {
    const { accountNumber } = await company;
    const met = async (query: string) => (await hits(query)).find((hit) => hit.accountNumber === accountNumber);

    expect(await met("Xylofon")).toMatchObject({ matched: "name", matchedText: null });
    expect(await met("Lager Quirlbch")).toMatchObject({ matched: "site", matchedText: "Lager Quirlbach" });
  });
  test.each(["Xylophon", "Xylofon", "öttinger xylophon", "Oettinger Praezision", "xylop", "Quirlbach", "Lager Quirlbch"])("of a company or its site: %s", async (written) => {
    expect(await found(written)).toContain((await company).accountNumber);
  });

  test("of a single word, and in Hungarian order", async () => {
    const single = await newCustomer({ details: [{ kind: "name", value: { given: "Wxyulandari", family: "" } }] });
    const hungarian = await newCustomer({ locale: "hu", details: [{ kind: "name", value: { given: "Zsófika", family: "Őszirózsay" } }] });

    expect((await hits("wxyulandari"))[0]).toMatchObject({ accountNumber: single.accountNumber, name: "Wxyulandari" });
    expect((await hits("osziroszay zsofika"))[0]).toMatchObject({ accountNumber: hungarian.accountNumber, name: "Őszirózsay Zsófika" });
  });

  describe("by the beginnings of two words", () => {
    const company = newCustomer({ kind: "company", details: [{ kind: "name", value: { company: "Zwqzylin Besenbinderei OHG" } }] });
    const letters = [..."abcdefghijklmnopqrst"];
    const others = Promise.all(["k", "l", "m"].map((second) =>
      newCustomer({ kind: "company", details: [{ kind: "name", value: { company: letters.map((letter) => `Zwq${second}${letter}`).join(" ") } }] })));

    test.each(["zwqz besenb", "zwq besenb", "Besenbinderei zwq", "besenbindrei zwq"])("%s", async (written) => {
      await others;

      expect(await found(written)).toContain((await company).accountNumber);
    });
  });

  test("the likeliest comes first", async () => {
    const exact = await newCustomer({ details: [{ kind: "name", value: { given: "Quentin", family: "Brandenwitz" } }] });
    const alike = await newCustomer({ details: [{ kind: "name", value: { given: "Quentin", family: "Brandenwietz" } }] });

    const order = await found("Quentin Brandenwitz");
    expect(order.indexOf(exact.accountNumber)).toBeLessThan(order.indexOf(alike.accountNumber));
  });
});

describe("by email", () => {
  const box = randomUUID().slice(0, 8);
  const customer = newCustomer({ details: [{ kind: "email", value: `Rechnung_${box}@Example.org` }] });
  test.each([`rechnung_${box}@example.org`, `RECHNUNG_${box}@EXAMPLE.ORG`, `rechnung_${box}@`, `rechnung_${box}@exa`])("%s", async (written) => {
    expect(await found(written)).toContain((await customer).accountNumber);
  });

  test.each([`rechnung%${box}@`, `rechnung-${box}@`, "%@", "_@"])("where %s stands for itself alone", async (written) => {
    expect(await found(written)).not.toContain((await customer).accountNumber);
  });
});

describe("by postcode", () => {
  const british = newCustomer({ details: [{ kind: "billing_address", value: { country: "GB", lines: ["40 Canal Street"], postcode: "ZE3 9JW", city: "Lerwick", area: "" } }] });
  test.each(["ZE3 9JW", "ZE39JW", "ze3 9jw", " ze39jw "])("%s", async (written) => {
    expect(await found(written)).toContain((await british).accountNumber);
  });

  test.each([["DE", "01099"], ["AT", "6991"], ["HU", "9999"]])("of %s: %s", async (country, postcode) => {
    const customer = await newCustomer({ details: [{ kind: "shipping_address", value: { ...berlin, country, postcode } }] });

    expect(await found(postcode)).toContain(customer.accountNumber);
  });
});

describe("what nobody can mean", () => {
  test.each(["", " ", "%", "'", "\\", "&|!", "()", "🙂", "a", "\u202e", "x'); select pg_sleep(9); --", "((((((", "+", "0"])("%j finds nothing and breaks nothing", async (written) => {
    expect(await found(written)).toEqual([]);
  });

  test("more than two hundred characters are refused", async () => {
    await expect(found("x".repeat(201))).rejects.toMatchObject({ status: 422, code: "search_too_long" });
  });

  test("at most twenty are shown", async () => {
    expect((await hits("GmbH")).length).toBeLessThanOrEqual(20);
  });
});

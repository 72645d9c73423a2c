import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor } from "../support/backend.ts";
import { berlin, newCustomer } from "../support/customers.ts";
import { change, correctOnCall } from "../support/saving.ts";

const jana = actor("jana");

interface Hit { accountNumber: string; name: string; matched: string }
const hits = async (query: string) => (await jana.call<{ hits: Hit[] }>("desk_search", { query })).hits;
const found = async (query: string) => (await hits(query)).map(({ accountNumber }) => accountNumber);
const digits = (count: number) => String(randomInt(10 ** (count - 1), 10 ** count));

describe("by account number", () => {
  test.each([["as it is", (n: string) => n], ["with blanks", (n: string) => ` ${n.slice(0, 4)} ${n.slice(4)} `], ["with a dash", (n: string) => `${n.slice(0, 4)}-${n.slice(4)}`]])("%s", async (_, written) => {
    const customer = await newCustomer();

    expect((await found(written(customer.accountNumber)))[0]).toBe(customer.accountNumber);
  });
});

describe("by phone", () => {
  const own = digits(8);
  const german = newCustomer({ details: [{ kind: "phone", value: `+4930${own}` }] });
  test.each([
    `+4930${own}`, `004930${own}`, `0049 30 ${own}`, `030${own}`, `030/${own}`, `030 / ${own.slice(0, 4)} ${own.slice(4)}`, `(030) ${own}`, `(0 30) ${own}`,
    `+49 (0)30 ${own}`, `+49 (0) 30 ${own}`, `0049(0)30-${own}`, `+49-30-${own}`, `+49.30.${own}`, `030 ${own.slice(0, 2)} ${own.slice(2, 4)} ${own.slice(4, 6)} ${own.slice(6)}`,
    `49 30 ${own}`, own, own.slice(-6), `${own.slice(-6, -3)} ${own.slice(-3)}`,
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

  test("not by the number they had before", async () => {
    const old = digits(8);
    const customer = await newCustomer({ details: [{ kind: "phone", value: `+4930${old}` }] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, `+4930${digits(8)}`)]);

    expect(await found(`030${old}`)).not.toContain(customer.accountNumber);
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

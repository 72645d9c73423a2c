import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, type Person, sql } from "../support/backend.ts";
import { berlin, newCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { outboxOf } from "../support/outbox.ts";

const jana = actor("jana");

interface Entered { status: string; account: string; reference: string; proofs: string[]; hits: { accountNumber: string; matched: string }[] }
interface Wish { kind?: string; channel?: string; seen?: string[]; request?: string; locale?: string; country?: string; details?: object[] }

const word = () => `Zw${randomUUID().slice(0, 8).replaceAll(/[0-9-]/g, "q")}`;
const somebody = (more: object[] = [], family = word()) => [{ kind: "name", value: { given: "Ida", family } }, { kind: "billing_address", value: berlin }, ...more];
const phone = () => `+4930${randomInt(10 ** 7, 10 ** 8)}`;
const enter = (who: Person, wish: Wish = {}) => who.call<Entered>("enter_customer", {
  kind: "person", country: "DE", locale: "de", channel: "phone", details: somebody(), seen: [], request: randomUUID(), ...wish,
});
const luhn = (number: string) => [...number].toReversed().reduce((sum, digit, at) => {
  const weighted = Number(digit) * (at % 2 === 1 ? 2 : 1);
  return sum + (weighted > 9 ? weighted - 9 : weighted);
}, 0) % 10 === 0;

describe("somebody new", () => {
  test("gets an account number from the database, and stands on record at once", async () => {
    const [number, family] = [phone(), word()];
    const { status, account, reference, proofs } = await enter(jana, { details: somebody([{ kind: "phone", value: number }], family) });

    expect({ status, proofs }).toEqual({ status: "saved", proofs: [] });
    expect(account).toMatch(/^[1-9]\d{7}$/);
    expect(luhn(account)).toBe(true);
    const record = await jana.call<{ customer: object; updates: object[]; logins: object[] }>("desk_record", { account });
    expect(record).toMatchObject({ customer: { name: `Ida ${family}`, kind: "person" }, logins: [], updates: [{ reference, channel: "phone", actor: "staff" }] });
    expect((await jana.call<{ hits: { accountNumber: string }[] }>("desk_search", { query: number })).hits[0]).toMatchObject({ accountNumber: account });
  });

  test("gets a receipt by post, since nothing else of theirs is proven", async () => {
    const email = someAddress();
    const { account, proofs } = await enter(jana, { channel: "in_person", details: somebody([{ kind: "email", value: email }]) });
    const [customer] = await sql<{ id: string }[]>`select id from public.customers where account_number = ${account}`;

    expect(proofs).toHaveLength(1);
    expect((await outboxOf(customer?.id ?? "")).filter(({ kind }) => kind === "receipt")).toMatchObject([{ medium: "letter" }]);
    expect(await sql`select from public.contact_details where customer_id = ${customer?.id ?? ""} and kind = 'email'`).toHaveLength(0);
    expect(await sql`select from public.logins where customer_id = ${customer?.id ?? ""}`).toHaveLength(0);
    expect(await sql`select channel from public.updates where customer_id = ${customer?.id ?? ""}`).toEqual([{ channel: "in_person" }]);
  });

  test("is entered once by a form that is sent twice", async () => {
    const wish = { request: randomUUID(), details: somebody([{ kind: "email", value: someAddress() }]) };
    const first = await enter(jana, wish);

    expect(await enter(jana, wish)).toEqual({ ...first, status: "repeated" });
    await expect(enter(actor("tobias"), wish)).rejects.toMatchObject({ status: 422 });
  });

  test("never gets a number that somebody has", async () => {
    const next = async () => String((await sql<{ number: string }[]>`select private.next_account_number() as number`)[0]?.number);
    const taken = await next();
    await sql`insert into public.customers (account_number, kind, country) values (${taken}, 'person', 'DE')`;
    await sql`select setval('private.account_numbers', (select last_value - 1 from private.account_numbers), true)`;

    expect(await next()).not.toBe(taken);
  });
});

describe("somebody who may be known already", () => {
  test.each([
    ["the same number", async () => { const value = phone(); return { known: await newCustomer({ details: [{ kind: "phone", value }] }), details: somebody([{ kind: "phone", value }]), matched: "number" }; }],
    ["the same email, in other letters", async () => { const value = someAddress(); return { known: await newCustomer({ details: [{ kind: "email", value }] }), details: somebody([{ kind: "email", value: value.toUpperCase() }]), matched: "email" }; }],
    ["the same name at the same postcode", async () => {
      const family = word();
      return { known: await newCustomer({ details: [{ kind: "name", value: { given: "Ida", family: `${family}ä` } }] }), details: somebody([], `${family.toUpperCase()}AE`), matched: "name" };
    }],
  ])("by %s is not entered before somebody has looked", async (_, alike) => {
    const { known, details, matched } = await alike();
    expect((await jana.call<Entered>("customers_alike", { details })).hits).toMatchObject([{ accountNumber: known.accountNumber, matched }]);
    const refused = await enter(jana, { details });
    expect(refused).toMatchObject({ status: "alike", hits: [{ accountNumber: known.accountNumber, matched }] });

    expect(await enter(jana, { details, seen: [known.accountNumber] })).toMatchObject({ status: "saved" });
  });

  test("the same name elsewhere is somebody else", async () => {
    const family = word();
    await newCustomer({ details: [{ kind: "name", value: { given: "Ida", family } }, { kind: "billing_address", value: { ...berlin, postcode: "04347" } }] });

    expect(await enter(jana, { details: somebody([], family) })).toMatchObject({ status: "saved" });
  });

  test("two who enter the same caller at once do not both get through", async () => {
    const details = somebody([{ kind: "phone", value: phone() }]);
    const both = await Promise.all([jana, actor("tobias")].map((who) => enter(who, { details })));

    expect(both.map(({ status }) => status).toSorted()).toEqual(["alike", "saved"]);
  });
});

describe("what no form sends", () => {
  test.each([
    { channel: "online" }, { channel: "import" }, { kind: null }, { locale: "fr" }, { country: "Germany" }, { request: null }, { seen: null }, { details: [] }, { details: somebody().slice(0, 1) },
    { details: somebody([{ kind: "name", value: { given: "x", family: "y" } }]) }, { details: somebody([{ kind: "fax", value: "+493023125014" }]) },
    { details: somebody([{ kind: "phone", value: "030" }]) }, { kind: "company" },
  ])("is refused: %o", async (wrong) => {
    await expect(enter(jana, wrong as Wish)).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
  });

  test.each(["anna", "clara", "stranger"] as const)("nor may %s enter anybody, or ask who is alike", async (name) => {
    await expect(enter(actor(name))).rejects.toMatchObject({ status: 403 });
    await expect(actor(name).call("customers_alike", { details: somebody() })).rejects.toMatchObject({ status: 403 });
  });
});

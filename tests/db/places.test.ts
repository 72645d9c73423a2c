import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { berlin, importDetails, leipzig, newCustomer, type TestCustomer, write } from "../support/customers.ts";
import { details, shown, values } from "../support/overview.ts";
import { change, confirm, save, type Outcome } from "../support/saving.ts";

const anna = actor("anna");
const katharina = actor("katharina");
const delivery = { contact: "Ute Berg", hints: "Tor 3" };

type Overview = { counts: Record<string, number>; due: number; confirmable: { count: number; seal: string }; sameAsBilling: { id: string }[] };
const overview = (customer: TestCustomer) => anna.call<Overview>("account_overview", { customer: customer.id });
const everything = (customer: TestCustomer, seal: string, request: string = randomUUID()) =>
  anna.call<Outcome>("confirm_everything", { customer: customer.id, seal, request });

async function withSites(...sites: object[]): Promise<TestCustomer> {
  return newCustomer({
    kind: "company",
    owners: [anna.email],
    details: sites.map((value, at) => ({ kind: "shipping_address" as const, value, label: `Werk ${at + 1}`, confirmedAt: "2020-01-01" })),
  });
}

describe("billing is not shipping:", () => {
  test("a new billing address leaves a site that said the same as it was, and the other way round", async () => {
    const company = await withSites({ ...berlin, ...delivery });
    expect((await overview(company)).sameAsBilling).toMatchObject([{ id: company.detail.shipping_address.detail }]);
    await save(anna, company, [change(company.detail.billing_address, leipzig)]);
    expect(await values(anna, company, "shipping_address")).toEqual([{ ...berlin, ...delivery }]);
    expect((await overview(company)).sameAsBilling).toEqual([]);

    await save(anna, company, [change(company.detail.shipping_address, { ...leipzig, lines: ["Am Markt 1"] })]);
    expect(await values(anna, company, "billing_address")).toEqual([leipzig]);
  });

  test("both change in one update, with one receipt, where somebody says so", async () => {
    const company = await withSites({ ...berlin, ...delivery });
    const { reference } = await save(anna, company, [change(company.detail.billing_address, leipzig), change(company.detail.shipping_address, { ...leipzig, ...delivery })]);
    const [row] = await sql<{ items: number; receipts: number }[]>`
      select (select count(*)::int from public.update_items i where i.update_id = u.id) as items,
        (select count(*)::int from public.receipts r where r.update_id = u.id) as receipts
      from public.updates u where u.reference = ${reference}`;
    expect(row).toEqual({ items: 2, receipts: 1 });
  });
});

describe("who receives and how to deliver", () => {
  test("stay when a file brings the same address, or another for the same site", async () => {
    const company = await withSites({ ...berlin, ...delivery });
    const lines = (value: object) => [{ line: 1, account: company.accountNumber, details: [{ kind: "shipping_address", value, label: "Werk 1", confirmedAt: null }] }];
    const changes = (value: object) => sql<{ op: string; value: unknown }[]>`
      select op, value from private.import_changes(${sql.json(lines(value) as never)}, false)`;
    expect(await changes(berlin)).toMatchObject([{ op: "same" }]);
    expect(await changes(leipzig)).toMatchObject([{ op: "change", value: { ...leipzig, ...delivery } }]);
  });
});

describe("a new label or site", () => {
  test("confirms nothing, releases no hold and takes no proof from an email", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "email", value: "a@example.com", confirmedAt: "2020-01-01" }] });
    await sql`update public.contact_details set hold_reason = 'email_bounced' where id = ${customer.detail.email.detail}`;
    const before = await shown(anna, customer, "email");
    const saved = await save(anna, customer, [{ ...change(customer.detail.email, "a@example.com"), label: "Büro" }]);

    expect(saved).toMatchObject({ status: "saved", proofs: [] });
    expect(await shown(anna, customer, "email")).toEqual({ ...before, label: "Büro", version: before.version + 1 });
  });

  test("meets somebody else's change as a conflict", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [change(customer.detail.phone, "+4930222222")]);
    const late = await save(anna, customer, [{ ...change(customer.detail.phone, "+493023125014"), label: "Büro" }]);
    expect(late).toMatchObject({ status: "conflict", conflicts: [{ theirs: "+4930222222" }] });
  });
});

describe("the first of its kind", () => {
  test("is told to the address that was first, where nobody signs in", async () => {
    const customer = await newCustomer({ details: [{ kind: "email", value: "alt@example.com" }, { kind: "email", value: "neu@example.com" }] });
    const [second] = await sql<{ id: string }[]>`select id from public.contact_details where customer_id = ${customer.id} and kind = 'email' and not is_primary`;
    const { reference } = await write({ customer: customer.id, channel: "online", login: (await loginless(customer)), changes: [{ op: "make_primary", detail_id: second?.id, version: 1 }] });
    const told = await sql<{ value: string }[]>`
      select v.value #>> '{}' as value from private.outbox o join public.updates u on u.id = o.update_id
      join public.contact_detail_values v on v.id = o.to_value where u.reference = ${reference} order by 1`;
    expect(told.map(({ value }) => value)).toEqual(["alt@example.com", "neu@example.com"]);
  });

  test("does not become fresher by being put first", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+4930111111" }, { kind: "phone", value: "+4930222222", confirmedAt: "2020-01-01" }] });
    const second = (await details(anna, customer)).find(({ value }) => value === "+4930222222");
    await save(anna, customer, [{ op: "make_primary", detail: second?.id, version: second?.version }]);
    const after = (await details(anna, customer)).find(({ id }) => id === second?.id);
    expect(after).toMatchObject({ isPrimary: true, version: 2, freshness: second?.freshness });
  });
});

describe("everything is right", () => {
  test("confirms two thousand details, as they were seen, without a receipt", async () => {
    const company = await newCustomer({ kind: "company", owners: [anna.email] });
    await importDetails(company.id, Array.from({ length: 1997 }, (_, at) => ({ kind: "fax" as const, value: `+4930${1_000_000 + at}`, confirmedAt: "2020-01-01" })));
    const { confirmable, counts } = await overview(company);
    expect(confirmable.count).toBe(2000);
    expect(counts).toMatchObject({ fax: 1997, phone: 1 });
    const { status, reference } = await everything(company, confirmable.seal);

    expect(status).toBe("saved");
    expect((await overview(company)).due).toBe(0);
    expect(await sql`select from public.receipts r join public.updates u on u.id = r.update_id where u.reference = ${reference}`).toHaveLength(0);
  });

  test("pressed twice acts once", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const [{ confirmable: { seal } }, request] = [await overview(customer), randomUUID()];
    const [first, second] = await Promise.all([everything(customer, seal, request), everything(customer, seal, request)]);
    expect([first.status, second.status].toSorted()).toEqual(["repeated", "saved"]);
    expect(first.reference).toBe(second.reference);
  });

  test("confirms nothing once a detail was changed, added or held", async () => {
    const changes: ((customer: TestCustomer) => Promise<unknown>)[] = [
      (customer) => save(anna, customer, [change(customer.detail.phone, "+4930222222")]),
      (customer) => save(anna, customer, [{ op: "add", kind: "fax", value: "+4930222222" }]),
      (customer) => sql`update public.contact_details set hold_reason = 'number_dead' where id = ${customer.detail.phone.detail}`,
    ];
    for (const meanwhile of changes) {
      const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "name", value: { given: "Ada", family: "M" }, confirmedAt: "2020-01-01" }] });
      const { confirmable } = await overview(customer);
      await meanwhile(customer);
      expect(await everything(customer, confirmable.seal)).toMatchObject({ status: "conflict" });
      expect((await shown(anna, customer, "name")).freshness.confirmedAt).toContain("2020");
    }
  });

  test("leaves out what is on hold, which cannot be confirmed by itself either", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }] });
    await sql`update public.contact_details set hold_reason = 'number_dead' where id = ${customer.detail.phone.detail}`;
    const { confirmable } = await overview(customer);
    expect(confirmable.count).toBe(2);
    await everything(customer, confirmable.seal);
    expect((await shown(anna, customer, "phone")).freshness).toMatchObject({ hold: "number_dead", confirmedAt: expect.stringContaining("2020") as string });
    await expect(confirm(anna, customer, [customer.detail.phone])).rejects.toMatchObject({ status: 422, code: "detail_on_hold" });
  });

  test("is for the customer's own people", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const { confirmable: { seal } } = await overview(customer);
    await expect(katharina.call("confirm_everything", { customer: customer.id, seal, request: randomUUID() })).rejects.toMatchObject({ status: 404 });
  });
});

describe("the pages of details", () => {
  const found = (customer: TestCustomer, wanted: string, page = 1) =>
    anna.call<{ found: number; total: number; details: { label: string }[] }>("account_details", { customer: customer.id, kind: "shipping_address", wanted, page });

  test("find a site by its words in any spelling, page by page", async () => {
    const company = await withSites(...Array.from({ length: 25 }, (_, at) => ({ ...berlin, lines: [`Müllerstraße ${at + 1}`] })), { ...leipzig, contact: "Ute Berg" });
    expect(await found(company, "")).toMatchObject({ found: 26, total: 26 });
    expect((await found(company, "mullerstrasse")).found).toBe(25);
    expect((await found(company, "müllerstraße berlin")).found).toBe(25);
    expect(await found(company, "BERG")).toMatchObject({ found: 1, details: [{ label: "Werk 26" }] });
    expect((await found(company, "", 2)).details).toHaveLength(6);
    expect((await found(company, "", 99)).details).toEqual([]);
    expect((await found(company, "%_'")).found).toBe(0);
    await expect(found(company, "x".repeat(201))).rejects.toMatchObject({ status: 422, code: "search_too_long" });
  });

  test("find a number by its digits, however it is written", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const phones = (wanted: string) => anna.call<{ found: number }>("account_details", { customer: customer.id, kind: "phone", wanted });
    for (const wanted of ["030 2312", "(030) 23125-014", "+49 30", "5014"]) expect(await phones(wanted)).toMatchObject({ found: 1 });
    expect(await phones("999")).toMatchObject({ found: 0 });
  });

  test("are the customer's own people's", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    for (const [name, args] of [["account_details", { kind: "phone" }], ["account_detail", { detail: customer.detail.phone.detail }]] as const) {
      await expect(katharina.call(name, { customer: customer.id, ...args })).rejects.toMatchObject({ status: 404 });
    }
    const own = await newCustomer({ owners: [katharina.email] });
    await expect(katharina.call("account_detail", { customer: own.id, detail: customer.detail.phone.detail })).rejects.toMatchObject({ status: 404 });
    expect(await katharina.call("account_detail", { customer: own.id, site: customer.detail.billing_address.detail })).toMatchObject({ site: null });
  });
});

/** A login that has ended: it acted, and there is nobody to write to. */
async function loginless(customer: TestCustomer): Promise<string> {
  const [row] = await sql<{ id: string }[]>`insert into public.logins (customer_id, email, role, origin, ended_at)
    values (${customer.id}, ${`${randomUUID()}@example.org`}, 'member', 'import', now()) returning id`;
  return row?.id ?? "";
}

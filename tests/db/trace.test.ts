import { describe, expect, test } from "vitest";
import { actor, product, sql, workerAccess } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { shown } from "../support/overview.ts";
import { add, change, confirm, correctOnCall, remove, save } from "../support/saving.ts";
import { cookieHeader } from "../support/session-cookies.ts";

const anna = actor("anna");
const eszter = actor("eszter");
const jana = actor("jana");

interface History { updates: { reference: string; channel: string; actor: string; actorName: string; identifiedBy: string[] | null; occurredAt: string; items: object[] }[] }
const history = async (customer: { id: string }, who = anna) => (await who.call<History>("account_history", { customer: customer.id })).updates;

describe("an update tells", () => {
  test("who, when, through which channel, before and after", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const before = Date.now();
    const { reference } = await save(anna, customer, [
      change(customer.detail.phone, "+4930111111"),
      add("phone", "+4930222222", "Büro"),
    ]);

    const [latest] = await history(customer);
    expect(latest).toMatchObject({
      reference, channel: "online", actor: "you", identifiedBy: null,
      items: [
        { op: "change", kind: "phone", before: "+493023125014", after: "+4930111111" },
        { op: "add", kind: "phone", label: "Büro", before: null, after: "+4930222222" },
      ],
    });
    expect(Math.abs(Date.parse(latest?.occurredAt ?? "") - before)).toBeLessThan(10_000);
  });

  test("on whose word an agent made it", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    const [latest] = await history(customer);
    expect(latest).toMatchObject({ channel: "phone", actor: "staff", actorName: "Jana Krüger", identifiedBy: ["postcode", "document_amount"] });
  });

  test("what was removed, and what was only confirmed", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await confirm(anna, customer, [customer.detail.phone]);
    await save(anna, customer, [remove(customer.detail.phone)]);

    const [removed, confirmed] = await history(customer);
    expect(removed?.items).toMatchObject([{ op: "remove", before: "+493023125014", after: null }]);
    expect(confirmed?.items).toMatchObject([{ op: "confirm", before: "+493023125014", after: "+493023125014" }]);
  });

  test("each customer the actor as they see them", async () => {
    const customer = await newCustomer({ owners: [anna.email, eszter.email] });
    await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);

    expect((await history(customer, eszter))[0]).toMatchObject({ actor: "customer", actorName: anna.email });
  });
});

test("history is leafed through, newest first and nothing twice", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  for (let version = 1; version <= 23; version++) await save(anna, customer, [change({ ...customer.detail.phone, version }, `+49301111${100 + version}`)]);

  const newest = await history(customer);
  const older = await anna.call<History>("account_history", { customer: customer.id, before: newest.at(-1)?.occurredAt });

  const all = [...newest, ...older.updates];
  expect([newest.length, all.length]).toEqual([20, 24]);
  expect(new Set(all.map(({ reference }) => reference)).size).toBe(24);
  expect(all.map(({ occurredAt }) => occurredAt)).toEqual(all.map(({ occurredAt }) => occurredAt).toSorted().toReversed());
});

describe("an agent", () => {
  test.each([null, "", "guessed", "caller_pin"])("cannot save at the counter when %j was shown", async (identifiedBy) => {
    const customer = await newCustomer({ owners: [anna.email] });
    const attempt = jana.call("correct_at_counter", {
      account: customer.accountNumber, changes: [change(customer.detail.phone, "+4930111111")], identified_by: identifiedBy, request: crypto.randomUUID(),
    });

    await expect(attempt).rejects.toMatchObject({ status: 422, code: "caller_not_identified" });
  });

  test("leaves a trace when looking at a record", async () => {
    const customer = await newCustomer();
    await jana.call("desk_record", { account: customer.accountNumber });

    expect(await sql`select s.email from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = ${customer.id}`)
      .toEqual([{ email: jana.email }]);
  });

  test.each([
    ["nothing was read back", { presence: "phone" }, 422],
    ["nobody was checked", { presence: "phone", "read.name": "on", "read.0": "on" }, 422],
    ["somebody was quicker", { presence: "id_card" }, 409],
  ])("leaves one where a save is refused because %s", async (_, fields, status) => {
    const customer = await newCustomer();
    const { siteUrl } = product;
    const changes = JSON.stringify([{ ...change({ ...customer.detail.phone, version: status === 409 ? 7 : 1 }, "+4930111111"), kind: "phone", seen: "+493023125014" }]);
    const answer = await fetch(`${siteUrl}/desk/customers/${customer.accountNumber}/updates`, {
      method: "POST", headers: { cookie: await cookieHeader(jana.email, product), origin: siteUrl }, body: new URLSearchParams({ request_id: crypto.randomUUID(), changes, ...fields }),
    });

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(customer.accountNumber);
    expect(await sql`select from public.record_views where customer_id = ${customer.id}`).toHaveLength(1);
  });
});

describe("history is append-only", () => {
  const rewritings = { updates: { channel: "online" }, update_items: { after: null }, receipts: { locale: "hu" }, contact_detail_values: { value: "+491" }, record_views: { viewed_at: "2020-01-01" } };

  test.each(Object.entries(rewritings))("for the secret key: %s", async (table, rewriting) => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);
    await jana.call("desk_record", { account: customer.accountNumber });
    const key = workerAccess();

    const removed = await key.rest(table, { method: "DELETE" });
    const rewritten = await key.rest(table, { method: "PATCH", body: JSON.stringify(rewriting) });

    expect([removed.status, rewritten.status]).toEqual([403, 403]);
  });

  test.each(Object.keys(rewritings))("for the owner: %s", async (table) => {
    await expect(sql`delete from public.${sql(table)}`).rejects.toThrow("history_is_append_only");
    await expect(sql`truncate public.${sql(table)} cascade`).rejects.toThrow("history_is_append_only");
  });
});

describe("a confirmation", () => {
  test("makes a detail fresh and changes nothing else of it", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+493023125014", label: "Büro", confirmedAt: null }] });
    const before = await shown(anna, customer, "phone");
    expect(before.freshness).toMatchObject({ confirmedAt: null });

    await anna.call("confirm_details", { customer: customer.id, request: crypto.randomUUID(), details: [{ ...customer.detail.phone, label: "Umgetauft", value: "+491", kind: "fax" }] });

    const after = await shown(anna, customer, "phone");
    expect(after).toEqual({ ...before, freshness: after.freshness });
    expect(after.freshness).toMatchObject({ confirmedBy: "customer", confirmedByYou: true, channel: "online" });
  });

  test("of a value that has changed since it was seen is a conflict", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await confirm(anna, customer, [customer.detail.phone])).toMatchObject({ status: "conflict" });
  });
});

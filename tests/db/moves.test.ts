import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { addLogin, berlin, leipzig, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { outboxOf } from "../support/outbox.ts";
import { shown } from "../support/overview.ts";
import type { ShownDetail } from "../support/overview.ts";
import { change, confirm, correctOnCall, remove, save } from "../support/saving.ts";
import type { Outcome, Seen } from "../support/saving.ts";

const anna = actor("anna");
const bjoern = actor("bjoern");
const jana = actor("jana");

type Planned = ShownDetail & { upcoming: { value: unknown; from: string; reference: string } | null };

/** A day so many days from today, in the company's time zone. */
async function dayAhead(days: number): Promise<string> {
  const [row] = await sql<{ day: string }[]>`select (private.today() + ${days}::int)::text as day`;
  return row?.day ?? "";
}

/** Lets as many days pass for a detail: everything that is written about it moves into the past. */
async function letPass(detail: string, days: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`alter table public.contact_detail_values disable trigger values_only_end`;
    // the earliest first, so that none meets another on its way
    const rows = await tx<{ id: string }[]>`select id from public.contact_detail_values where detail_id = ${detail} and not isempty(valid) order by lower(valid)`;
    for (const { id } of rows) {
      await tx`update public.contact_detail_values set known_since = known_since - ${days}::int,
        valid = daterange(lower(valid) - ${days}::int, upper(valid) - ${days}::int) where id = ${id}`;
    }
    await tx`update private.moves set starts_on = starts_on - ${days}::int, review_on = review_on - ${days}::int,
      confirmed_at = confirmed_at - make_interval(days => ${days}) where detail_id = ${detail}`;
    await tx`update public.contact_details set review_on = review_on - ${days}::int,
      confirmed_at = confirmed_at - make_interval(days => ${days}) where id = ${detail}`;
    await tx`alter table public.contact_detail_values enable trigger values_only_end`;
  });
}

const move = async (seen: Seen, value: unknown, days = 30) => ({ ...change(seen, value), from: await dayAhead(days) });
const cancel = (customer: TestCustomer, detail: string, person = anna): Promise<Outcome> =>
  person.call("cancel_move", { customer: customer.id, detail, request: randomUUID() });
const address = (customer: TestCustomer) => shown(anna, customer, "billing_address") as Promise<Planned>;

/** Anna's customer, who moves to Leipzig in thirty days. */
async function moving() {
  const customer = await newCustomer({ owners: [anna.email] });
  const saved = await save(anna, customer, [await move(customer.detail.billing_address, leipzig)]);
  return { customer, saved, detail: customer.detail.billing_address.detail };
}

describe("a move", () => {
  test("shows beside the value that counts until its day", async () => {
    const { customer, saved } = await moving();

    expect(saved.status).toBe("saved");
    expect(await address(customer)).toMatchObject({ value: berlin, version: 2, upcoming: { value: leipzig, from: await dayAhead(30), reference: saved.reference } });
  });

  test("says nothing about how the old value is known; on its day the new one is known by who planned it", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "billing_address", value: berlin, confirmedAt: "2020-03-01T12:00:00Z" }] });
    await sql`update public.contact_details set hold_reason = 'letter_returned' where id = ${customer.detail.billing_address.detail}`;
    const before = await address(customer);
    await save(anna, customer, [await move(customer.detail.billing_address, leipzig)]);

    expect((await address(customer)).freshness).toEqual(before.freshness);
    await letPass(customer.detail.billing_address.detail, 30);
    expect(await address(customer)).toMatchObject({ value: leipzig, upcoming: null, freshness: { confirmedBy: "customer", confirmedByYou: true, channel: "online", hold: null } });
  });

  test("keeps its own freshness when the old value is confirmed before its day, and loses it to whoever confirms after", async () => {
    const { customer, detail } = await moving();
    await correctOnCall(jana, customer, [change({ detail, version: 2 }, { ...berlin, lines: ["Boxhagener Straße 42"] })]);
    expect((await address(customer)).freshness).toMatchObject({ confirmedBy: "staff", channel: "phone" });
    expect((await address(customer)).upcoming).toMatchObject({ value: leipzig });

    await letPass(detail, 30);
    expect(await address(customer)).toMatchObject({ value: leipzig, freshness: { confirmedBy: "customer", channel: "online" } });

    await sql`update public.contact_details set hold_reason = 'letter_returned' where id = ${detail}`;
    await confirm(anna, customer, [{ detail, version: 3 }]);
    const { freshness } = await address(customer);
    expect(Date.now() - Date.parse(freshness.confirmedAt ?? "")).toBeLessThan(60_000);
    expect(freshness.hold).toBeNull();
    expect(await sql`select from private.moves where detail_id = ${detail}`).toEqual([]);
  });

  test("meets a newer edit as a conflict, and a newer edit meets it", async () => {
    const { customer } = await moving();
    const seen = customer.detail.billing_address;
    expect(await save(anna, customer, [change(seen, leipzig)])).toMatchObject({ status: "conflict", conflicts: [{ theirs: berlin, upcoming: { value: leipzig } }] });

    await save(anna, customer, [change({ ...seen, version: 2 }, { ...berlin, city: "Bernau" })]);
    expect(await save(anna, customer, [await move({ ...seen, version: 2 }, leipzig, 40)])).toMatchObject({ status: "conflict" });
  });

  test("is replaced by another, which gives the old value its days back", async () => {
    const { customer, detail } = await moving();
    const rostock = { ...leipzig, city: "Rostock" };
    await save(anna, customer, [await move({ detail, version: 2 }, rostock, 60)]);

    expect(await address(customer)).toMatchObject({ value: berlin, upcoming: { value: rostock, from: await dayAhead(60) } });
    await letPass(detail, 45);
    expect(await address(customer)).toMatchObject({ value: berlin });
  });

  test("planned again as it is changes nothing", async () => {
    const { customer, detail } = await moving();
    expect(await save(anna, customer, [await move({ detail, version: 2 }, leipzig)])).toMatchObject({ status: "unchanged" });
  });

  test("is over when its value counts at once, and when the detail goes", async () => {
    const { customer, detail } = await moving();
    await save(anna, customer, [change({ detail, version: 2 }, leipzig)]);
    expect(await address(customer)).toMatchObject({ value: leipzig, upcoming: null });

    await save(anna, customer, [await move(customer.detail.phone, "+4930111111")]);
    await save(anna, customer, [remove({ ...customer.detail.phone, version: 2 })]);
    expect(await sql`select from private.moves m join public.contact_details d on d.id = m.detail_id where d.customer_id = ${customer.id}`).toEqual([]);
  });

  test.each([-1, 0.5, 367])("cannot be planned for day %d", async (days) => {
    const customer = await newCustomer({ owners: [anna.email] });
    const from = Number.isInteger(days) ? await dayAhead(days) : "2026-02-31";
    await expect(save(anna, customer, [{ ...change(customer.detail.phone, "+4930111111"), from }])).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
  });

  test("to today, from a form that lay open over midnight, counts at once", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [await move(customer.detail.billing_address, leipzig, 0)]);
    expect(await address(customer)).toMatchObject({ value: leipzig, upcoming: null });
  });

  test("is not for email addresses, nor for what is added or removed", async () => {
    const customer = await newCustomer({ details: [{ kind: "email", value: "old@example.org" }] });
    const from = await dayAhead(30);
    const plan = (asked: object) => sql`select * from private.write_update((null, (select id from public.staff limit 1), null)::private.actor, 'phone',
      array(select c from jsonb_populate_recordset(null::private.detail_change, ${sql.json([{ customer_id: customer.id, request_id: randomUUID(), verified: true, valid_from: from, ...asked }])}) c))`;
    await expect(plan({ op: "change", detail_id: customer.detail.email.detail, version: 1, value: "new@example.org" })).rejects.toThrow("value_not_acceptable");
    await expect(plan({ op: "add", kind: "phone", value: "+4930111111" })).rejects.toThrow("value_not_acceptable");
    await expect(plan({ op: "remove", detail_id: customer.detail.phone.detail, version: 1 })).rejects.toThrow("value_not_acceptable");
  });

  test("is found by both numbers from the start", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+4930987650001" }] });
    await save(anna, customer, [await move(customer.detail.phone, "+4930987650002")]);
    for (const typed of ["987650001", "987650002"]) {
      const { hits } = await jana.call<{ hits: { accountNumber: string }[] }>("desk_search", { query: typed });
      expect(hits.map(({ accountNumber }) => accountNumber)).toContain(customer.accountNumber);
    }
  });

  test("keeps a stale customer out of the outreach queue, before its day and after", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "billing_address", value: berlin, confirmedAt: "2019-03-01T12:00:00Z" }] });
    const due = async () => (await sql<{ due: boolean }[]>`select review_on <= private.today() as due from private.outreach_queue where customer_id = ${customer.id}`)[0]?.due;
    expect(await due()).toBe(true);
    await save(anna, customer, [await move(customer.detail.billing_address, leipzig)]);

    expect(await due()).toBe(false);
    const [row] = await sql<{ stale: number }[]>`select (private.outreach_row(q)->>'staleCount')::int as stale from private.outreach_queue q where customer_id = ${customer.id}`;
    expect(row?.stale).toBe(0);
    await cancel(customer, customer.detail.billing_address.detail);
    expect(await due()).toBe(true);
  });
});

describe("cancelling a move", () => {
  test("is an update of its own, and the old value counts on", async () => {
    const { customer, detail } = await moving();
    const cancelled = await cancel(customer, detail);

    expect(cancelled.status).toBe("saved");
    expect(await address(customer)).toMatchObject({ value: berlin, version: 3, upcoming: null });
    const { updates } = await anna.call<{ updates: { reference: string; items: object[] }[] }>("account_history", { customer: customer.id });
    expect(updates[0]).toMatchObject({ reference: cancelled.reference, items: [{ op: "cancel", before: leipzig, after: berlin, from: await dayAhead(30) }] });
    expect(updates[1]).toMatchObject({ items: [{ op: "change", before: berlin, after: leipzig, from: await dayAhead(30), cancelled: true }] });
    await letPass(detail, 45);
    expect(await address(customer)).toMatchObject({ value: berlin });
  });

  test("twice, or where nothing is planned, changes nothing", async () => {
    const { customer, detail } = await moving();
    await Promise.all([cancel(customer, detail), cancel(customer, detail)]);
    expect((await address(customer)).version).toBe(3);
    expect(await cancel(customer, detail)).toMatchObject({ status: "unchanged" });
  });

  test("by an agent needs a passed check, counts as it was seen, and meets what was planned anew as a conflict", async () => {
    const { customer, detail } = await moving();
    const calledOff = { op: "cancel", detail, version: 2 };
    await expect(jana.call("correct_on_call", { account: customer.accountNumber, changes: [calledOff], request: randomUUID() }))
      .rejects.toMatchObject({ code: "caller_not_checked" });
    await save(anna, customer, [await move({ detail, version: 2 }, { ...leipzig, city: "Rostock" }, 60)]);
    expect(await correctOnCall(jana, customer, [calledOff])).toMatchObject({ status: "conflict", conflicts: [{ yours: berlin, theirs: { city: "Rostock" } }] });

    expect(await correctOnCall(jana, customer, [{ ...calledOff, version: 3 }])).toMatchObject({ status: "saved" });
    expect(await address(customer)).toMatchObject({ value: berlin, upcoming: null });
  });

  test("is not for strangers", async () => {
    const { customer, detail } = await moving();
    const other = await newCustomer({ owners: [bjoern.email] });
    await expect(cancel(customer, detail, bjoern)).rejects.toMatchObject({ status: 404 });
    await expect(cancel(other, detail, bjoern)).rejects.toMatchObject({ status: 404 });
    expect(await address(customer)).toMatchObject({ upcoming: { value: leipzig } });
  });

  test("happens too when the planned value becomes the one that counts", async () => {
    const { customer, detail } = await moving();
    await save(anna, customer, [await move({ detail, version: 2 }, berlin, 40)]);
    expect(await address(customer)).toMatchObject({ value: berlin, upcoming: null });
  });
});

describe("the mails about a move", () => {
  const mails = (customer: TestCustomer) => sql<{ kind: string; state: string; on_the_day: boolean; link: string | null }[]>`
    select o.kind, o.state::text, o.next_attempt_at = private.midnight(private.today() + 30) and o.due_at = o.next_attempt_at as on_the_day, l.purpose as link
    from private.outbox o left join private.links l on l.id = o.link_id and l.purpose = 'stop' where o.customer_id = ${customer.id} order by o.created_at, o.kind`;

  test("the notice goes at once with a link that holds until the day, the receipt on the day", async () => {
    const { customer } = await moving();
    expect(await mails(customer)).toMatchObject([
      { kind: "change_announced", on_the_day: false, link: "stop" },
      { kind: "receipt", state: "queued", on_the_day: true, link: null },
    ]);
    expect(await sql`select expires_at = private.midnight(private.today() + 30) as until_the_day from private.links where customer_id = ${customer.id} and purpose = 'stop'`)
      .toEqual([{ until_the_day: true }]);
    expect(await sql`select from public.receipts where customer_id = ${customer.id}`).toHaveLength(1);
  });

  test("the receipt goes at once where something of the update counts at once", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [await move(customer.detail.billing_address, leipzig), change(customer.detail.phone, "+4930111111")]);
    expect((await mails(customer)).map(({ kind, on_the_day }) => ({ kind, on_the_day }))).toEqual([
      { kind: "change_announced", on_the_day: false }, { kind: "receipt", on_the_day: false }]);
  });

  test("go to the same people; by post, the notice to the old address and the receipt to both", async () => {
    const customer = await newCustomer();
    await correctOnCall(jana, customer, [await move(customer.detail.billing_address, leipzig)]);
    expect((await outboxOf(customer.id)).map(({ kind, medium, to }) => `${kind} by ${medium} to ${to}`)).toEqual([
      "change_announced by letter to Berlin", "receipt by letter to Berlin", "receipt by letter to Leipzig"]);

    const company = await newCustomer({ kind: "company", owners: [anna.email] });
    await addLogin(company.id, "second@example.org", "owner");
    await save(anna, company, [await move(company.detail.billing_address, leipzig)]);
    expect((await outboxOf(company.id)).map(({ kind, to }) => `${kind} to ${to}`)).toEqual(["change_announced", "receipt"]
      .flatMap((kind) => [anna.email, "second@example.org"].toSorted().map((to) => `${kind} to ${to}`)));
  });

  test("do not go any more when the move is cancelled; the cancelling has a receipt of its own", async () => {
    const { customer, detail, saved } = await moving();
    await cancel(customer, detail);
    const states = await sql<{ reference: string; kind: string; state: string }[]>`select u.reference, o.kind, o.state::text from private.outbox o
      join public.updates u on u.id = o.update_id where o.customer_id = ${customer.id} and o.kind = 'receipt'`;
    expect(states).toHaveLength(2);
    expect(states.find(({ reference }) => reference === saved.reference)?.state).toBe("cancelled");
    expect(states.find(({ reference }) => reference !== saved.reference)?.state).not.toBe("cancelled");
  });

  test("still go when only a part of what was planned is cancelled", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const { reference } = await save(anna, customer, [await move(customer.detail.billing_address, leipzig), await move(customer.detail.phone, "+4930111111", 20)]);
    await cancel(customer, customer.detail.phone.detail);
    expect(await sql`select o.state::text from private.outbox o join public.updates u on u.id = o.update_id where u.reference = ${reference} and o.kind = 'receipt'`)
      .toEqual([{ state: "queued" }]);
    await cancel(customer, customer.detail.billing_address.detail);
    expect(await sql`select o.state::text from private.outbox o join public.updates u on u.id = o.update_id where u.reference = ${reference} and o.kind = 'receipt'`)
      .toEqual([{ state: "cancelled" }]);
  });
});

test("history is not rewritten: only days ahead are given back", async () => {
  const { customer, detail } = await moving();
  await letPass(detail, 31);
  await expect(sql`update public.contact_detail_values set valid = daterange(lower(valid), null) where detail_id = ${detail} and value->>'city' = 'Berlin'`)
    .rejects.toThrow("history_is_append_only");
  expect(await address(customer)).toMatchObject({ value: leipzig });
});

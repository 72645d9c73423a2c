import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import type { NewCustomer, TestCustomer } from "../support/customers.ts";
import { outboxOf } from "../support/outbox.ts";
import { change, confirm, correctOnCall } from "../support/saving.ts";

const anna = actor("anna");
const clara = actor("clara");
const miriam = actor("miriam");
const jana = actor("jana");

interface Row { id: string; rank: number; medium: string; reviewOn: string; stale: { kind: string }[] }
interface Sent { emails: number; letters: number; skipped: number }
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Somebody with one phone number, last confirmed so many days ago; worth so much that they stand on the first page. */
function stale(days = 2000, more: NewCustomer = {}): Promise<TestCustomer> {
  const confirmedAt = daysAgo(days);
  return newCustomer({ yearlySpend: 5_000_000_000, owners: [anna.email], ...more, details: [{ kind: "phone", value: "+493023125014", confirmedAt }, ...(more.details ?? [])] });
}

const firstPage = async () => (await clara.call<{ rows: Row[] }>("outreach_queue")).rows;
const rowOf = async (customer: TestCustomer) => (await firstPage()).find(({ id }) => id === customer.id);
const remind = (...customers: TestCustomer[]) => clara.call<Sent>("send_reminders", { customers: customers.map(({ id }) => id) });
const email = { kind: "email", value: "anna.weber@example.com" } as const;

/** The order in which some customers stand on the first page, as their places in `customers`. */
async function order(customers: TestCustomer[]): Promise<number[]> {
  const ids = (await firstPage()).map(({ id }) => id);
  return customers.map((_, at) => at).toSorted((a, b) => ids.indexOf(customers[a]?.id ?? "") - ids.indexOf(customers[b]?.id ?? ""));
}

describe("the queue", () => {
  test("holds who is stale, and what of theirs is", async () => {
    const customer = await stale();

    expect(await rowOf(customer)).toMatchObject({ medium: "letter", stale: [{ kind: "phone" }] });
  });

  test("holds nobody whose details are fresh", async () => {
    const customer = await newCustomer({ yearlySpend: 5_000_000_000 });

    expect(await rowOf(customer)).toBeUndefined();
  });

  test("has the more valuable first", async () => {
    const [less, more] = [await stale(2000, { yearlySpend: 2_000_000_000 }), await stale(2000, { yearlySpend: 8_000_000_000 })];

    expect(await order([less, more])).toEqual([1, 0]);
  });

  test("has the longer overdue first", async () => {
    const [later, earlier] = [await stale(1800), await stale(2200)];

    expect(await order([later, earlier])).toEqual([1, 0]);
  });

  test("has first who can be reached by email", async () => {
    const [post, mail] = [await stale(2000), await stale(2000, { details: [email] })];

    expect(await order([post, mail])).toEqual([1, 0]);
  });

  test("weighs half a year like double the spend", async () => {
    const customers = [await stale(1900, { yearlySpend: 4_000_000_000 }), await stale(1900 + 190, { yearlySpend: 2_000_000_000 })];
    const others = [await stale(1900, { yearlySpend: 4_000_000_000 }), await stale(1900 + 170, { yearlySpend: 2_000_000_000 })];

    expect(await order(customers)).toEqual([1, 0]);
    expect(await order(others)).toEqual([0, 1]);
  });

  test("goes on after the last row of a page", async () => {
    const [first, second] = await firstPage();
    const next = await clara.call<{ rows: Row[] }>("outreach_queue", { after_rank: first?.rank, after_customer: first?.id });

    expect(next.rows[0]?.id).toBe(second?.id);
  });

  test("shows every customer once when one leafs through it", async () => {
    const seen: string[] = [];
    let page = await firstPage();
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      page = (await clara.call<{ rows: Row[] }>("outreach_queue", { after_rank: last?.rank, after_customer: last?.id })).rows;
    }

    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("a reminder", () => {
  test("goes out by email, else by letter, once each", async () => {
    const [mail, post] = [await stale(2000, { details: [email], locale: "hu" }), await stale()];

    expect(await remind(mail, post)).toEqual({ emails: 1, letters: 1, skipped: 0 });
    expect(await outboxOf(mail.id)).toMatchObject([{ kind: "reminder", medium: "email", to: email.value, locale: "hu" }]);
    expect(await outboxOf(post.id)).toMatchObject([{ kind: "reminder", medium: "letter", to: "Berlin" }]);
  });

  test("goes out once when two press at the same moment", async () => {
    const customer = await stale(2000, { details: [email] });
    const sent = await Promise.all([clara, miriam].map((who) => who.call<Sent>("send_reminders", { customers: [customer.id] })));

    expect(sent.reduce((sum, { emails }) => sum + emails, 0)).toBe(1);
    expect(await outboxOf(customer.id)).toHaveLength(1);
  });

  test("takes the customer out of the queue for thirty days", async () => {
    const customer = await stale();
    await remind(customer);
    expect(await rowOf(customer)).toBeUndefined();
    expect(await remind(customer)).toEqual({ emails: 0, letters: 0, skipped: 1 });

    await sql`update private.outreach_queue set reminded_at = reminded_at - interval '31 days' where customer_id = ${customer.id}`;
    expect(await rowOf(customer)).toBeDefined();
  });

  test("is not sent to who is fresh, who wishes none, or who does not exist", async () => {
    const [fresh, silent] = [await newCustomer(), await stale()];
    await sql`update public.customers set reminders_opt_out = true where id = ${silent.id}`;

    expect(await remind(fresh, silent, { ...fresh, id: crypto.randomUUID() })).toEqual({ emails: 0, letters: 0, skipped: 3 });
  });

  test("cannot be sent to nobody, nor to more than two hundred at once", async () => {
    await expect(remind()).rejects.toMatchObject({ status: 422, code: "nothing_selected" });
    const customer = await newCustomer();
    await expect(remind(...Array.from({ length: 201 }, () => customer))).rejects.toMatchObject({ status: 422 });
  });
});

describe("who answers", () => {
  const reminders = (customer: TestCustomer) => sql`select answered_at is not null as answered from public.reminders where customer_id = ${customer.id}`;

  test("«still right» leaves the queue, and the reminder counts as answered", async () => {
    const customer = await stale();
    await remind(customer);
    await confirm(anna, customer, [customer.detail.phone]);

    await sql`update private.outreach_queue set reminded_at = null where customer_id = ${customer.id}`;
    expect(await rowOf(customer)).toBeUndefined();
    expect(await reminders(customer)).toEqual([{ answered: true }]);
  });

  test("with a correction on the phone leaves it too", async () => {
    const customer = await stale();
    await remind(customer);
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    await sql`update private.outreach_queue set reminded_at = null where customer_id = ${customer.id}`;
    expect(await rowOf(customer)).toBeUndefined();
    expect(await reminders(customer)).toEqual([{ answered: true }]);
  });

  test("for one of two stale details stays in it for the other", async () => {
    const customer = await stale(2000, { details: [{ kind: "fax", value: "+493023125015", confirmedAt: daysAgo(1500) }] });
    await confirm(anna, customer, [customer.detail.phone]);

    expect(await rowOf(customer)).toMatchObject({ stale: [{ kind: "fax" }] });
  });
});

import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { addLogin, newCustomer, write } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { values } from "../support/overview.ts";
import { change, remove, save } from "../support/saving.ts";
import type { Seen } from "../support/saving.ts";

const anna = actor("anna");

/** What counted for a detail so many days from today, in the company's time zone. */
async function valueOn(detail: string, day: number): Promise<unknown> {
  const [row] = await sql`select value from public.contact_detail_values where detail_id = ${detail} and valid @> private.today() + ${day}::int`;
  return row?.value ?? null;
}

/** A customer of Anna's with a phone number that has counted for ten days. */
async function withPhone(): Promise<{ customer: TestCustomer; login: string; phone: Seen }> {
  const customer = await newCustomer({ without: ["phone"] });
  const login = await addLogin(customer.id, anna.email, "owner");
  const [row] = await sql<Seen[]>`
    with made as (
      insert into public.contact_details (customer_id, kind, is_primary, channel, review_on) values (${customer.id}, 'phone', true, 'import', private.today())
      returning id, version
    ), valued as (
      insert into public.contact_detail_values (detail_id, value, valid, known_since)
      select id, '"+493023125014"', daterange(private.today() - 10, null), private.today() - 10 from made
    )
    select id as detail, version from made`;
  if (!row) throw new Error("no phone was made");
  return { customer, login, phone: row };
}

async function changeFrom(day: number, { customer, login, phone }: Awaited<ReturnType<typeof withPhone>>, value: string, version = 1) {
  const [row] = await sql<{ day: string }[]>`select (private.today() + ${day}::int)::text as day`;
  return write({ customer: customer.id, channel: "online", login, changes: [{ op: "change", detail_id: phone.detail, version, value, valid_from: row?.day }] });
}

describe("a value", () => {
  test("counts from today; the one before it until yesterday", async () => {
    const { customer, phone } = await withPhone();
    await save(anna, customer, [change(phone, "+4930111111")]);

    const { detail } = phone;
    expect(await valueOn(detail, -10)).toBe("+493023125014");
    expect(await valueOn(detail, -1)).toBe("+493023125014");
    expect(await valueOn(detail, 0)).toBe("+4930111111");
    expect(await valueOn(detail, 1000)).toBe("+4930111111");
    expect(await valueOn(detail, -11)).toBeNull();
  });

  test("replaced on the day it began leaves no day to itself, but stays in the history", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const { phone } = customer.detail;
    for (const [at, value] of ["+4930111111", "+4930222222", "+4930333333"].entries()) {
      await save(anna, customer, [change({ ...phone, version: at + 1 }, value)]);
    }

    expect(await values(anna, customer, "phone")).toEqual(["+4930333333"]);
    expect(await sql`select value, isempty(valid) as empty from public.contact_detail_values where detail_id = ${phone.detail} order by id`).toEqual([
      { value: "+493023125014", empty: true }, { value: "+4930111111", empty: true },
      { value: "+4930222222", empty: true }, { value: "+4930333333", empty: false },
    ]);
  });

  test("removed today still counted yesterday", async () => {
    const { customer, phone } = await withPhone();
    await save(anna, customer, [remove(phone)]);

    expect(await valueOn(phone.detail, -1)).toBe("+493023125014");
    expect(await valueOn(phone.detail, 0)).toBeNull();
    expect(await values(anna, customer, "phone")).toEqual([]);
  });

  test("never shares a day with another, whoever writes it", async () => {
    const customer = await newCustomer();
    await expect(sql`insert into public.contact_detail_values (detail_id, value, valid, known_since)
      values (${customer.detail.phone.detail}, '"+491"', daterange(private.today() + 5, private.today() + 6), private.today())`)
      .rejects.toThrow("one_value_of_a_detail_at_a_time");
  });
});

describe("a change from a future day", () => {
  test("splits the range at once; until then the old value counts", async () => {
    const known = await withPhone();
    expect(await changeFrom(30, known, "+4930111111")).toMatchObject({ status: "saved" });

    const { detail } = known.phone;
    expect(await values(anna, known.customer, "phone")).toEqual(["+493023125014"]);
    expect([await valueOn(detail, -10), await valueOn(detail, 29), await valueOn(detail, 30)]).toEqual(["+493023125014", "+493023125014", "+4930111111"]);
  });

  test("stays where it is when today's value is corrected before", async () => {
    const known = await withPhone();
    await changeFrom(30, known, "+4930111111");
    await save(anna, known.customer, [change({ ...known.phone, version: 2 }, "+4930222222")]);

    const { detail } = known.phone;
    expect([await valueOn(detail, -1), await valueOn(detail, 0), await valueOn(detail, 29), await valueOn(detail, 30)])
      .toEqual(["+493023125014", "+4930222222", "+4930222222", "+4930111111"]);
  });

  test("is replaced by another, from a later day or an earlier one", async () => {
    const known = await withPhone();
    await changeFrom(30, known, "+4930111111");
    await changeFrom(60, known, "+4930222222", 2);

    const { detail } = known.phone;
    expect([await valueOn(detail, 30), await valueOn(detail, 59), await valueOn(detail, 60)]).toEqual(["+493023125014", "+493023125014", "+4930222222"]);

    await changeFrom(10, known, "+4930333333", 3);
    expect([await valueOn(detail, 9), await valueOn(detail, 10), await valueOn(detail, 60)]).toEqual(["+493023125014", "+4930333333", "+4930333333"]);
  });

  test("never comes when the detail is removed before", async () => {
    const known = await withPhone();
    await changeFrom(30, known, "+4930111111");
    await save(anna, known.customer, [remove({ ...known.phone, version: 2 })]);

    expect(await valueOn(known.phone.detail, 30)).toBeNull();
  });

  test("cannot lie in the past", async () => {
    await expect(changeFrom(-1, await withPhone(), "+4930111111")).rejects.toThrow("value_not_acceptable");
  });
});

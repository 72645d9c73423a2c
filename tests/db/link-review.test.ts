import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, siteFrom, sql } from "../support/backend.ts";
import { berlin, importDetails, leipzig, newCustomer } from "../support/customers.ts";
import type { NewDetail, TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf } from "../support/outbox.ts";
import { change, confirm, correctOnCall } from "../support/saving.ts";

const anna = actor("anna");
const clara = actor("clara");
const jana = actor("jana");
const site = siteFrom(randomUUID());
const longAgo = "2020-01-01T12:00:00Z";

/** Somebody whose every detail is stale, and the link of a reminder to them, as its mail would bring it. */
async function reminded(details: NewDetail[] = []) {
  const customer = await newCustomer({
    owners: [anna.email],
    details: [
      { kind: "name", value: { given: "Ada", family: "Muster" }, confirmedAt: longAgo }, { kind: "billing_address", value: berlin, confirmedAt: longAgo },
      { kind: "phone", value: "+493023125014", confirmedAt: longAgo }, { kind: "email", value: anna.email, confirmedAt: longAgo }, ...details,
    ],
  });
  return { customer, ...(await linkFor(customer)) };
}

async function linkFor(customer: TestCustomer, purpose = "review"): Promise<{ link: string; token: string }> {
  const token = randomUUID();
  const [row] = await sql<{ id: string }[]>`
    insert into private.links (purpose, customer_id, token_hash, expires_at)
    values (${purpose}, ${customer.id}, ${createHash("sha256").update(token).digest("hex")}, now() + interval '30 days') returning id`;
  return { link: row?.id ?? "", token };
}

interface Shown { used: boolean; details: { id: string; kind: string; value: unknown; version: number; onHold: boolean; correctable: boolean }[]; updates: { actor: string; items: { op: string; kind: string; from?: string }[] }[] }
type Held = { link: string; token: string };
const open = ({ link, token }: Held) => site.call<Shown>("review_link", { link, token });
const answer = ({ link, token }: Held, confirmed: object[], corrected: object[] = []) => site.call<{ status: string }>("answer_review", { link, token, confirmed, corrected });
const corrected = (seen: { detail: string; version: number }, value: unknown) => ({ ...seen, value });
const current = async (customer: TestCustomer, kind: string) =>
  (await sql<{ value: unknown }[]>`select value from private.current_details where customer_id = ${customer.id} and kind = ${kind}`)[0]?.value;

describe.concurrent("the link in a reminder", () => {
  test("shows what is stale and nothing else, and changes nothing by being opened", async () => {
    const held = await reminded();
    await importDetails(held.customer.id, [{ kind: "fax", value: "+493023125015" }]);

    expect((await open(held)).details.map(({ kind }) => kind)).toEqual(["name", "billing_address", "phone", "email"]);
    expect(await open(held)).toMatchObject({ used: false, updates: [] });
    expect(await sql`select from public.updates where actor_link = ${held.link}`).toHaveLength(0);
  });

  test("opens with its own token alone, through our own server alone, and for no other purpose", async () => {
    const held = await reminded();
    const { link } = held;

    for (const wrong of [{ link, token: "x" }, { link: randomUUID(), token: held.token }]) {
      await expect(open(wrong)).rejects.toMatchObject({ status: 404, code: "link_unknown" });
      await expect(answer(wrong, [held.customer.detail.phone])).rejects.toMatchObject({ status: 404 });
    }
    await expect(anybody.call("review_link", { link, token: held.token })).rejects.toMatchObject({ code: "not_the_server" });
    await expect(anybody.call("answer_review", { link, token: held.token, confirmed: [held.customer.detail.phone], corrected: [] })).rejects.toMatchObject({ code: "not_the_server" });
    await expect(site.call("undo_link", { link, token: held.token })).rejects.toMatchObject({ status: 404 });
    await expect(site.call("freeze_sign_in", { link, token: held.token })).rejects.toMatchObject({ status: 404 });
  });

  test("holds for thirty days, and is in the mail that the worker sends", async () => {
    const address = someAddress();
    const customer = await newCustomer({ yearlySpend: 1_000_000, details: [{ kind: "email", value: address, confirmedAt: longAgo }] });
    await clara.call("send_reminders", { customers: [customer.id] });

    const [, link = "", token = ""] = /\/review\/([^/\s]+)\/([^/\s"]+)/.exec((await mailFromWorker(address)).text) ?? [];
    expect((await open({ link, token })).details).toMatchObject([{ kind: "email" }]);
    const [row] = await sql<{ days: number; text: string }[]>`select extract(epoch from expires_at - now()) / 86400 as days, l::text as text from private.links l where id = ${link}`;
    expect(Number(row?.days)).toBeCloseTo(30, 1);
    expect(row?.text).not.toContain(token);

    await sql`update private.links set expires_at = now() - interval '1 second' where id = ${link}`;
    await expect(open({ link, token })).rejects.toMatchObject({ status: 410, code: "link_expired" });
    await expect(answer({ link, token }, [customer.detail.email])).rejects.toMatchObject({ status: 410 });
  });
});

describe.concurrent("an answer by link", () => {
  test("confirms what is still right, without a receipt, and leaves the rest", async () => {
    const held = await reminded();
    const { customer } = held;

    expect(await answer(held, [customer.detail.name, customer.detail.phone, customer.detail.email])).toEqual({ status: "saved" });

    const fresh = await sql<{ kind: string }[]>`select kind from public.contact_details where customer_id = ${customer.id} and confirmed_by = 'customer' and confirmed_at > now() - interval '1 minute' order by kind`;
    expect(fresh.map(({ kind }) => kind)).toEqual(["name", "phone", "email"]);
    expect(await outboxOf(customer.id)).toEqual([]);
    expect(await open(held)).toMatchObject({ used: true, details: [], updates: [{ actor: "link", items: [{ op: "confirm" }, { op: "confirm" }, { op: "confirm" }] }] });
  });

  test("corrects a number at once, with a receipt to the people on file", async () => {
    const held = await reminded();
    const { customer } = held;

    await answer(held, [], [corrected(customer.detail.phone, "+4930111111")]);

    expect(await current(customer, "phone")).toBe("+4930111111");
    expect(await outboxOf(customer.id)).toMatchObject([{ kind: "receipt", to: anna.email }]);
    const { updates } = await anna.call<{ updates: { actor: string; channel: string }[] }>("account_history", { customer: customer.id });
    expect(updates[0]).toMatchObject({ actor: "link", channel: "online" });
  });

  test("corrects an address from seven days ahead, and tells the people on file now, who can stop it", async () => {
    const held = await reminded();
    const { customer } = held;

    await answer(held, [], [corrected(customer.detail.billing_address, leipzig)]);

    expect(await current(customer, "billing_address")).toEqual(berlin);
    const [later] = await sql<{ value: unknown; days: number }[]>`
      select v.value, lower(v.valid) - private.today() as days from public.contact_detail_values v
      where v.detail_id = ${customer.detail.billing_address.detail} and lower(v.valid) > private.today()`;
    expect(later).toEqual({ value: leipzig, days: 7 });
    expect(await outboxOf(customer.id)).toMatchObject([{ kind: "change_announced", to: anna.email }, { kind: "receipt", to: anna.email }]);
    expect(await sql`select from private.links where customer_id = ${customer.id} and purpose = 'stop'`).toHaveLength(1);
  });

  test("may do all three at once; numbers do not wait for the address", async () => {
    const held = await reminded();
    const { phone, billing_address, name } = held.customer.detail;

    await answer(held, [name], [corrected(phone, "+4930111111"), corrected(billing_address, leipzig)]);

    expect(await current(held.customer, "phone")).toBe("+4930111111");
    expect(await current(held.customer, "billing_address")).toEqual(berlin);
    expect(new Set((await open(held)).updates.flatMap(({ items }) => items.map(({ op, kind }) => `${op} ${kind}`)))).toEqual(new Set(["confirm name", "change phone", "change billing_address"]));
  });

  test("keeps at a site who receives there and how to deliver", async () => {
    const held = await reminded([{ kind: "shipping_address", value: { ...berlin, contact: "Tor 3", hints: "Hupen" }, label: "Lager", confirmedAt: longAgo }]);

    await answer(held, [], [corrected(held.customer.detail.shipping_address, leipzig)]);

    const [later] = await sql<{ value: unknown }[]>`select value from public.contact_detail_values v where v.detail_id = ${held.customer.detail.shipping_address.detail} and lower(v.valid) > private.today()`;
    expect(later?.value).toEqual({ ...leipzig, contact: "Tor 3", hints: "Hupen" });
  });

  test("is taken once, also of two at the same moment", async () => {
    const held = await reminded();
    const { customer } = held;
    const outcomes = await Promise.all([answer(held, [], [corrected(customer.detail.phone, "+4930111111")]), answer(held, [], [corrected(customer.detail.phone, "+4930222222")])]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["saved", "used"]);
    expect(await answer(held, [customer.detail.name])).toEqual({ status: "used" });
    expect(await sql`select from public.updates where actor_link = ${held.link}`).toHaveLength(1);
  });

  test("that types what is there already confirms it", async () => {
    const held = await reminded();
    await answer(held, [], [corrected(held.customer.detail.phone, "+493023125014"), corrected(held.customer.detail.billing_address, berlin)]);

    expect((await open(held)).updates).toMatchObject([{ items: [{ op: "confirm" }, { op: "confirm" }] }]);
  });

  test.each<[string, (customer: TestCustomer) => Promise<unknown>]>([
    ["was saved", (customer) => correctOnCall(jana, customer, [change(customer.detail.phone, "+4930333333")])],
    ["was confirmed", (customer) => confirm(anna, customer, [customer.detail.phone])],
  ])("about a detail that %s meanwhile saves nothing and uses nothing up", async (_, meanwhile) => {
    const held = await reminded();
    await meanwhile(held.customer);

    expect(await answer(held, [held.customer.detail.name], [corrected(held.customer.detail.phone, "+4930111111")])).toEqual({ status: "conflict" });
    expect((await open(held)).used).toBe(false);
    expect(await sql`select from public.updates where actor_link = ${held.link}`).toHaveLength(0);
  });

  test("corrects no email, no name, and nobody else's details", async () => {
    const [held, other] = [await reminded(), await newCustomer()];
    const { email, name, phone } = held.customer.detail;

    for (const wrong of [
      [corrected(email, "thief@example.org")], [corrected(name, { given: "Eva", family: "Dieb" })], [corrected(other.detail.phone, "+4930666666")],
      [corrected(phone, "no number")], [corrected(phone, null)], [corrected(phone, "+4930111111"), corrected(phone, "+4930222222")], [{ detail: phone.detail, version: phone.version }],
    ]) await expect(answer(held, [], wrong)).rejects.toMatchObject({ status: 422 });
    await expect(answer(held, [])).rejects.toMatchObject({ status: 422 });
    await expect(answer(held, [phone], [corrected(phone, "+4930111111")])).rejects.toMatchObject({ status: 422 });
    await expect(answer(held, [other.detail.phone])).rejects.toMatchObject({ status: 422 });
    expect((await open(held)).used).toBe(false);
  });

  test("cannot confirm what evidence speaks against, only correct it", async () => {
    const held = await reminded();
    const { phone } = held.customer.detail;
    await sql`update public.contact_details set hold_reason = 'dead' where id = ${phone.detail}`;

    await expect(answer(held, [phone])).rejects.toMatchObject({ status: 422 });
    await expect(answer(held, [], [corrected(phone, "+493023125014")])).rejects.toMatchObject({ status: 422 });
    expect(await answer(held, [], [corrected(phone, "+4930111111")])).toEqual({ status: "saved" });
  });

  test("opens no session: the details stay shut to whoever has only the link", async () => {
    const held = await reminded();

    await expect(site.call("account_overview", { customer: held.customer.id })).rejects.toMatchObject({ status: 401 });
    await expect(site.call("save_details", { customer: held.customer.id, changes: [], request: randomUUID() })).rejects.toMatchObject({ status: 401 });
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";

const anna = actor("anna");
const eszter = actor("eszter");
const stranger = actor("stranger");
const staff = (["jana", "clara", "miriam", "oliver"] as const).map((name) => [name, actor(name)] as const);

const customer = await newCustomer({ owners: [eszter.email], details: [{ kind: "email", value: "private@example.org" }] });

const tables = (await sql<{ name: string }[]>`
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p') order by 1`).map(({ name }) => name);
const privateTables = (await sql<{ name: string }[]>`
  select relname as name from pg_class where relnamespace = 'private'::regnamespace and relkind in ('r', 'v', 'p') order by 1`).map(({ name }) => name);

interface Door { name: Parameters<Person["call"]>[0]; args: Record<string, unknown> }

/** Every function that a session may call, with arguments that lead to a real customer wherever there are such. */
const doors = (await sql<{ name: Door["name"]; names: string[] | null; types: string[] }[]>`
  select proname as name, proargnames as names, array(select replace(format_type(t, null), 'public.', '') from unnest(proargtypes) t) as types
  from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'EXECUTE') order by 1`)
  .map(({ name, names, types }): Door => ({ name, args: Object.fromEntries(types.map((type, at) => [names?.[at] ?? "", argument(names?.[at] ?? "", type)])) }));

function argument(name: string, type: string): unknown {
  if (name === "customer") return customer.id;
  if (name === "customers") return [customer.id];
  if (name === "account") return customer.accountNumber;
  if (name === "changes") return [{ op: "change", ...customer.detail.phone, value: "+4930666666" }];
  if (name === "details") return [customer.detail.phone];
  if (name === "identified_by") return "callback";
  if (name === "locale") return "de";
  const samples: Record<string, unknown> = {
    uuid: randomUUID(), "uuid[]": [randomUUID()], text: "x", "text[]": ["x"], jsonb: [], boolean: true, integer: 1, "double precision": 0,
    "timestamp with time zone": new Date(), date: "2026-01-31", channel: "invoice", customer_kind: "person",
  };
  return samples[type];
}

async function rows(who: Pick<Person, "rest">, path: string): Promise<unknown[]> {
  const { status, body } = await who.rest(path);
  if (status >= 400) return [];
  return body as unknown[];
}

describe("a stranger with a valid session", () => {
  // The review policy is for everybody signed in: after how many months each kind is asked about.
  test.each(tables.filter((table) => table !== "review_policy"))("sees no row of %s", async (table) => {
    expect(await rows(stranger, `${table}?select=*`)).toEqual([]);
  });

  test.each(doors.filter(({ name }) => !["my_access", "set_language"].includes(name)))("is refused by $name", async ({ name, args }) => {
    await expect(stranger.call(name, args)).rejects.toMatchObject({ status: expect.toBeOneOf([403, 404]) as number });
  });

  test("changes nobody's language", async () => {
    await stranger.call("set_language", { locale: "hu" });

    expect(await sql`select locale from public.customers where id = ${customer.id}`).toMatchObject([{ locale: "de" }]);
  });
});

describe("somebody without a session", () => {
  test.each(tables)("sees no row of %s", async (table) => {
    expect(await rows(anybody, `${table}?select=*`)).toEqual([]);
  });

  test.each(doors)("is refused by $name", async ({ name, args }) => {
    await expect(anybody.call(name, args)).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
  });
});

describe.each(staff)("%s's token", (name, member) => {
  test.each(tables.filter((table) => !["staff", "review_policy"].includes(table)))("lists nothing of %s", async (table) => {
    expect(await rows(member, `${table}?select=*`)).toEqual([]);
  });

  test("shows of the staff its bearer alone", async () => {
    expect(await rows(member, "staff?select=email")).toEqual([{ email: member.email }]);
  });

  test("opens no customer's portal", async () => {
    await expect(member.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404, code: "not_found" });
  });
});

describe("outreach staff", () => {
  const theirs = new Set<string>(["my_access", "set_language", "outreach_queue", "send_reminders", "desk_security"]);

  test.each(doors.filter(({ name }) => !theirs.has(name)))("is refused by $name", async ({ name, args }) => {
    await expect(actor("clara").call(name, args)).rejects.toMatchObject({ status: expect.toBeOneOf([403, 404]) as number });
  });
});

describe("a customer", () => {
  const own = ["customers?select=id", "logins?select=customer_id", "documents?select=customer_id", "contact_details?select=customer_id", "updates?select=customer_id", "receipts?select=customer_id"];

  test.each(own)("sees their own rows alone: %s", async (path) => {
    const theirs = new Set((await anna.call<{ customers: { id: string }[] }>("my_access")).customers.map(({ id }) => id));
    const found = (await rows(anna, path)) as { id?: string; customer_id?: string }[];

    expect(found.filter((row) => !theirs.has(row.id ?? row.customer_id ?? ""))).toEqual([]);
  });

  test("cannot read another's by id", async () => {
    const values = await sql<{ id: string }[]>`select v.id from public.contact_detail_values v join public.contact_details d on d.id = v.detail_id where d.customer_id = ${customer.id}`;
    const updates = await sql<{ id: string }[]>`select id from public.updates where customer_id = ${customer.id}`;

    expect(await rows(anna, `customers?id=eq.${customer.id}`)).toEqual([]);
    expect(await rows(anna, `contact_details?id=eq.${customer.detail.phone.detail}`)).toEqual([]);
    expect(await rows(anna, `contact_detail_values?id=in.(${values.map(({ id }) => id).join(",")})`)).toEqual([]);
    expect(await rows(anna, `updates?id=eq.${updates[0]?.id ?? ""}&select=*,update_items(*)`)).toEqual([]);
    expect(await rows(anna, `update_items?update_id=eq.${updates[0]?.id ?? ""}`)).toEqual([]);
    await expect(anna.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    await expect(anna.call("account_history", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test.each(doors.filter(({ name }) => /^(?:desk_|outreach_|send_|decide_|close_|correct_|key|check_written|settle_|reject_|written_)/.test(name)))("is refused by the desk's $name", async ({ name, args }) => {
    await expect(anna.call(name, args)).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });
});

describe("tables", () => {
  const people = [["anna", anna], ["jana", actor("jana")], ["stranger", stranger], ["somebody without a session", anybody]] as const;

  test.each(tables.flatMap((table) => people.map(([name, who]) => ({ table, name, who }))))("$table takes nothing from $name", async ({ table, who }) => {
    const headers = { prefer: "return=representation" };
    const added = await who.rest(table, { method: "POST", body: "{}", headers });
    const removed = await who.rest(table, { method: "DELETE", headers });

    expect(added.status).toBeGreaterThanOrEqual(400);
    if (removed.status < 400) expect(removed.body).toEqual([]);
  });

  test("a customer cannot write to their own rows", async () => {
    const mine = await newCustomer({ owners: [anna.email] });
    const headers = { prefer: "return=representation" };
    const attempts = await Promise.all([
      anna.rest(`contact_details?id=eq.${mine.detail.phone.detail}`, { method: "PATCH", body: JSON.stringify({ version: 9 }), headers }),
      anna.rest(`contact_detail_values?detail_id=eq.${mine.detail.phone.detail}`, { method: "PATCH", body: JSON.stringify({ value: "+491" }), headers }),
      anna.rest(`customers?id=eq.${mine.id}`, { method: "PATCH", body: JSON.stringify({ yearly_spend: 0 }), headers }),
      anna.rest(`logins?customer_id=eq.${mine.id}`, { method: "PATCH", body: JSON.stringify({ role: "owner" }), headers }),
    ]);

    for (const { status, body } of attempts) if (status < 400) expect(body).toEqual([]);
    expect(await sql`select version from public.contact_details where id = ${mine.detail.phone.detail}`).toMatchObject([{ version: 1 }]);
  });

  test.each(privateTables)("private.%s cannot be named", async (table) => {
    for (const [, who] of people) {
      expect((await who.rest(`${table}?select=*`)).status).toBeGreaterThanOrEqual(400);
      expect((await who.rest(`${table}?select=*`, { headers: { "accept-profile": "private" } })).status).toBeGreaterThanOrEqual(400);
    }
  });

  test("the write function cannot be called, by whatever name", async () => {
    for (const [, who] of people) {
      const attempt = await who.rest("rpc/write_update", { method: "POST", body: "{}", headers: { "content-profile": "private" } });
      expect(attempt.status).toBeGreaterThanOrEqual(400);
    }
  });
});

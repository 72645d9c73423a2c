import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, person, product, siteFrom, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { addLogin, newCustomer, write } from "../support/customers.ts";
import type { NewCustomer, TestCustomer } from "../support/customers.ts";
import { codeLine } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { shown } from "../support/overview.ts";
import { change, correctOnCall, save } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

const jana = actor("jana");

type Claim = { state: "opened"; customer: string } | { state: "wrong" } | { state: "locked"; retryAt: string };
const claim = (who: Pick<Person, "call">, account: string) => who.call<Claim>("claim_account", { account });
const mayClaim = async (who: Person) => (await who.call<{ mayClaim: boolean }>("my_access")).mayClaim;
const someAddress = () => `${randomUUID()}@example.org`;
const wrong = { state: "wrong" };

/** A customer with an address that an import brought, and whoever reads the mail there, signed in. */
async function imported(email = someAddress(), more: NewCustomer = {}): Promise<{ customer: TestCustomer; holder: Person }> {
  const customer = await newCustomer(more);
  await importEmail(customer, email);
  return { customer, holder: person(await signIn(product, email.toLowerCase())) };
}

async function importEmail(customer: TestCustomer, email: string): Promise<void> {
  await write({ customer: customer.id, channel: "import", withReceipt: false, changes: [{ op: "add", kind: "email", value: email, confirmed_at: null }] });
}

function loginsAt(customer: TestCustomer) {
  return sql<{ email: string; role: string; origin: string }[]>`select email, role, origin from public.logins where customer_id = ${customer.id}`;
}

describe("whoever proves an imported address and knows the account number", () => {
  test("opens the account: the address counts as verified, and becomes the owner's login", async () => {
    const email = someAddress();
    const { customer, holder } = await imported(email.toUpperCase());
    expect(await holder.call("my_access")).toMatchObject({ customers: [], mayClaim: true });

    expect(await claim(holder, customer.accountNumber)).toEqual({ state: "opened", customer: customer.id });
    expect(await loginsAt(customer)).toEqual([{ email, role: "owner", origin: "import" }]);
    expect(await shown(holder, customer, "email")).toMatchObject({ value: email.toUpperCase(), verified: true, freshness: { confirmedByYou: true, channel: "online" } });
    expect(await holder.call("my_access")).toMatchObject({ customers: [{ id: customer.id }], mayClaim: false });
    expect((await save(holder, customer, [change(customer.detail.phone, "+493023125001")])).status).toBe("saved");
  });

  test("is sent a code when asking for one", async () => {
    const email = someAddress();
    await importEmail(await newCustomer(), email);
    await siteFrom(randomUUID()).call("request_code", { email, locale: "de" });

    expect((await mailFromWorker(email)).text).toMatch(codeLine);
  });

  test("opens it once: of two addresses the first, at the same moment too", async () => {
    const { customer, holder } = await imported();
    const other = someAddress();
    await importEmail(customer, other);
    const second = person(await signIn(product, other));
    const claims = await Promise.all([claim(holder, customer.accountNumber), claim(second, customer.accountNumber)]);

    expect(claims.map(({ state }) => state).toSorted()).toEqual(["opened", "wrong"]);
    expect(await loginsAt(customer)).toHaveLength(1);
  });

  test("opens one customer after the other where several have the address", async () => {
    const email = someAddress();
    const { customer, holder } = await imported(email);
    const other = await newCustomer();
    await importEmail(other, email);

    expect(await claim(holder, other.accountNumber)).toMatchObject({ state: "opened", customer: other.id });
    expect(await claim(holder, customer.accountNumber)).toMatchObject({ state: "opened", customer: customer.id });
  });

  test("may be wrong five times; then only time helps, also with the right number", async () => {
    const { customer, holder } = await imported();
    for (let times = 0; times < 5; times += 1) expect(await claim(holder, "00000000")).toEqual(wrong);
    const locked = await claim(holder, customer.accountNumber);
    expect(locked).toMatchObject({ state: "locked" });
    const wait = Date.parse("retryAt" in locked ? locked.retryAt : "") - Date.now();
    expect(wait).toBeGreaterThan(59 * 60_000);
    expect(wait).toBeLessThan(61 * 60_000);
    expect(await loginsAt(customer)).toEqual([]);

    await sql`update private.account_number_tries set tried_at = tried_at - interval '61 minutes' where email = ${holder.email}`;
    expect(await claim(holder, customer.accountNumber)).toMatchObject({ state: "opened" });
  });

  test("cannot try more by asking at the same moment, or from another session", async () => {
    const email = someAddress();
    const { customer, holder } = await imported(email);
    const again = person(await signIn(product, email));
    const claims = await Promise.all(Array.from({ length: 8 }, (_, at) => claim(at % 2 === 0 ? holder : again, "00000000")));

    expect(claims.filter(({ state }) => state === "wrong")).toHaveLength(5);
    expect(await claim(again, customer.accountNumber)).toMatchObject({ state: "locked" });
  });

  test("spends only their own tries", async () => {
    const [one, other] = [await imported(), await imported()];
    for (let times = 0; times < 6; times += 1) await claim(one.holder, other.customer.accountNumber);

    expect(await claim(other.holder, other.customer.accountNumber)).toMatchObject({ state: "opened" });
  });
});

const notFound = { status: 404, code: "not_found" };

describe("nothing opens", () => {
  test("with somebody else's number", async () => {
    const [one, other] = [await imported(), await imported()];

    expect(await claim(one.holder, other.customer.accountNumber)).toEqual(wrong);
    expect(await loginsAt(other.customer)).toEqual([]);
  });

  test.each<[string, string | null]>([["nothing", null], ["an empty text", ""], ["a pattern", "%"], ["a list", "00000000' or '1'='1"], ["a long text", "1".repeat(100_000)]])("with %s for a number", async (_, account) => {
    const { holder } = await imported();

    expect(await holder.call("claim_account", { account })).toEqual(wrong);
  });

  test("to a stranger who knows the number, or nobody at all", async () => {
    const { customer } = await imported();

    await expect(claim(actor("stranger"), customer.accountNumber)).rejects.toMatchObject(notFound);
    await expect(claim(anybody, customer.accountNumber)).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
    expect(await loginsAt(customer)).toEqual([]);
  });

  test("at a customer where somebody else signs in already", async () => {
    const { customer, holder } = await imported(someAddress(), { owners: [someAddress()] });

    expect(await mayClaim(holder)).toBe(false);
    await expect(claim(holder, customer.accountNumber)).rejects.toMatchObject(notFound);
  });

  test.each(["frozen_at", "ended_at"])("where the address had a login that is over (%s)", async (column) => {
    const email = someAddress();
    const { customer, holder } = await imported(email);
    await addLogin(customer.id, email, "owner");
    await sql`update public.logins set ${sql(column)} = now() where customer_id = ${customer.id}`;

    expect(await mayClaim(holder)).toBe(false);
    await expect(claim(holder, customer.accountNumber)).rejects.toMatchObject(notFound);
    await expect(holder.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("at a customer who was withdrawn", async () => {
    const { customer, holder } = await imported();
    await sql`update public.customers set withdrawn_at = now() where id = ${customer.id}`;

    expect(await mayClaim(holder)).toBe(false);
    await expect(claim(holder, customer.accountNumber)).rejects.toMatchObject(notFound);
  });

  test("at an address that was removed or is on hold", async () => {
    const [one, other] = [await imported(), await imported()];
    const [detail] = await sql<{ id: string }[]>`select id from public.contact_details where customer_id = ${one.customer.id} and kind = 'email'`;
    await correctOnCall(jana, one.customer, [{ op: "remove", detail: detail?.id, version: 1 }]);
    await sql`update public.contact_details set hold_reason = 'bounced' where customer_id = ${other.customer.id} and kind = 'email'`;

    for (const { customer, holder } of [one, other]) {
      expect(await mayClaim(holder)).toBe(false);
      await expect(claim(holder, customer.accountNumber)).rejects.toMatchObject(notFound);
    }
  });

  test("after signing out", async () => {
    const { customer, holder } = await imported();
    await sql`delete from auth.sessions s using auth.users u where u.id = s.user_id and u.email = ${holder.email}`;

    await expect(claim(holder, customer.accountNumber)).rejects.toMatchObject({ status: 401, code: "signed_out" });
  });

  test("of a customer's details before the number was told", async () => {
    const { customer, holder } = await imported();

    await expect(holder.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    for (const table of ["customers", "contact_details", "contact_detail_values", "updates", "logins"]) {
      expect((await holder.rest(`${table}?select=*`)).body, table).toEqual([]);
    }
  });
});

test("an address that no import brought gets no code, however often it stands in a customer's details", async () => {
  const email = someAddress();
  await newCustomer({ owners: [someAddress()], details: [{ kind: "email", value: email }] });
  await siteFrom(randomUUID()).call("request_code", { email, locale: "de" });

  expect((await mailFromWorker(email)).text).not.toMatch(codeLine);
});

import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { activationCodeHash } from "~/access/activation-code.server";
import { actor, anybody, person, product, siteFrom, sql } from "../support/backend.ts";
import { addLogin, leipzig, newCustomer } from "../support/customers.ts";
import type { NewCustomer, TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { codeIn } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf } from "../support/outbox.ts";
import { change, correctOnCall } from "../support/saving.ts";
import { signIn, trade } from "../support/sign-in.ts";

const jana = actor("jana");
const longAgo = "2020-01-01T12:00:00Z";
const house = { kind: "billing_address", value: leipzig, confirmedAt: longAgo } as const;

/** A customer at whom nobody can sign in, and whose billing address is known for years. */
const customerWithout = (more: NewCustomer = {}) => newCustomer({ details: [house], ...more });
const order = (account: string, network = randomUUID()) => siteFrom(network).call<{ state: string }>("order_activation_letter", { account });
const orderAtDesk = (customer: TestCustomer) => jana.call<{ state: string; retryAt?: string }>("desk_activation_letter", { account: customer.accountNumber });
const letters = async (customer: TestCustomer) => (await outboxOf(customer.id)).filter(({ kind }) => kind === "activation_code");
const someNumber = () => String(randomInt(10_000_000, 20_000_000));

const CODE = "K7MX4QPD9RTW";
/** As printing does. */
async function print(customer: TestCustomer, code = CODE): Promise<string> {
  const [row] = await sql<{ id: string; armed: boolean }[]>`
    select a.id, private.arm_activation(a.id, ${activationCodeHash(code)}) as armed from private.activations a where a.customer_id = ${customer.id} and a.settled_at is null`;
  expect(row?.armed).toBe(true);
  return row?.id ?? "";
}

interface Tried { state: string; activation?: string; request?: string; retryAt?: string }
const tryCode = (account: string, code: string, email = someAddress(), network = randomUUID()) =>
  siteFrom(network).call<Tried>("try_activation", { account, code_hash: activationCodeHash(code), email, locale: "de" });

async function withLetter(more: NewCustomer = {}): Promise<TestCustomer> {
  const customer = await customerWithout(more);
  await order(customer.accountNumber);
  await print(customer);
  return customer;
}

describe.concurrent("the letter with a code", () => {
  test("goes to the billing address of a customer at whom nobody can sign in, and waits to be printed", async () => {
    const customer = await customerWithout({ locale: "hu" });

    expect(await order(customer.accountNumber)).toEqual({ state: "taken" });
    expect(await letters(customer)).toEqual([{ kind: "activation_code", medium: "letter", to: "Leipzig", state: "waiting", locale: "hu" }]);
  });

  test("is answered alike for a number that nobody has", async () => {
    expect(await order(someNumber())).toEqual({ state: "taken" });
  });

  test.each<[string, NewCustomer]>([
    ["whose address is known for less than 30 days", { details: [{ ...house, confirmedAt: new Date(Date.now() - 20 * 86_400_000).toISOString() }] }],
    ["where an owner can sign in", { owners: ["somebody@example.org"] }],
    ["where a member can sign in", { members: ["somebody@example.org"] }],
  ])("goes to no customer %s, with the same answer", async (_, more) => {
    const customer = await customerWithout(more);

    expect(await order(customer.accountNumber)).toEqual({ state: "taken" });
    expect(await letters(customer)).toEqual([]);
  });

  test("does not follow an address that was changed within 30 days", async () => {
    const customer = await customerWithout();
    await correctOnCall(jana, customer, [change(customer.detail.billing_address, { ...leipzig, lines: ["Diebesgasse 1"] })]);

    await order(customer.accountNumber);

    expect(await letters(customer)).toEqual([]);
  });

  test("goes to no address that evidence speaks against, nor to a frozen customer", async () => {
    const [held, frozen] = [await customerWithout(), await customerWithout({ owners: ["somebody@example.org"] })];
    await sql`update public.contact_details set hold_reason = 'returned' where customer_id = ${held.id} and kind = 'billing_address'`;
    await sql`update public.logins set frozen_at = now() where customer_id = ${frozen.id}`;

    await Promise.all([order(held.accountNumber), order(frozen.accountNumber)]);

    expect([await letters(held), await letters(frozen)]).toEqual([[], []]);
  });

  test("goes once in seven days and three times in ninety", async () => {
    const customer = await customerWithout();
    const back = (days: number) => sql`update private.activations set ordered_at = ordered_at - make_interval(days => ${days}) where customer_id = ${customer.id}`;
    await Promise.all([order(customer.accountNumber), order(customer.accountNumber)]);
    expect(await letters(customer)).toHaveLength(1);

    await back(8);
    await order(customer.accountNumber);
    await back(8);
    await order(customer.accountNumber);
    await back(8);
    await order(customer.accountNumber);
    expect(await letters(customer)).toHaveLength(3);
    expect(await orderAtDesk(customer)).toMatchObject({ state: "limited", retryAt: expect.any(String) as string });
    await back(70);
    await order(customer.accountNumber);
    expect(await letters(customer)).toHaveLength(4);
  });

  test("is ordered by an agent too, who learns what became of it; the order names them", async () => {
    const [customer, taken] = [await customerWithout(), await customerWithout({ owners: ["somebody@example.org"] })];
    await order(customer.accountNumber);

    expect(await orderAtDesk(customer)).toEqual({ state: "ordered" });
    expect(await orderAtDesk(taken)).toEqual({ state: "has_login" });
    expect(await orderAtDesk(await newCustomer())).toEqual({ state: "address_unfit" });
    expect(await jana.call("desk_record", { account: customer.accountNumber })).toMatchObject({ activation: { state: "waiting", orderedBy: "Jana Krüger" } });
    await expect(actor("anna").call("desk_activation_letter", { account: customer.accountNumber })).rejects.toMatchObject({ status: 403 });
    await expect(actor("clara").call("desk_activation_letter", { account: customer.accountNumber })).rejects.toMatchObject({ status: 403 });
  });

  test("is counted for each network: twenty an hour", async () => {
    const network = randomUUID();
    for (let count = 0; count < 20; count += 1) expect(await order(someNumber(), network)).toEqual({ state: "taken" });

    expect(await order(someNumber(), network)).toMatchObject({ state: "limited", retryAt: expect.any(String) as string });
  });

  test("is ordered through our own server alone", async () => {
    await expect(anybody.call("order_activation_letter", { account: someNumber() })).rejects.toMatchObject({ code: "not_the_server" });
    await expect(anybody.call("try_activation", { account: someNumber(), code_hash: "x", email: someAddress(), locale: "de" })).rejects.toMatchObject({ code: "not_the_server" });
  });
});

describe.concurrent("the code", () => {
  test("opens the account to the address that came with it, once that is proven, and is then used up", async () => {
    const customer = await withLetter();
    const address = someAddress();
    const tried = await tryCode(customer.accountNumber, CODE, address);
    expect(tried).toMatchObject({ state: "sent" });
    expect(await sql`select from public.logins where customer_id = ${customer.id}`).toHaveLength(0);

    const bearer = person(await trade(product, address, codeIn(await mailFromWorker(address))));
    const finish = () => bearer.call("finish_activation", { activation: tried.activation });
    expect(await finish()).toEqual({ state: "opened", customer: customer.id });
    expect(await finish()).toEqual({ state: "opened", customer: customer.id });

    expect(await bearer.call("account_overview", { customer: customer.id })).toMatchObject({ you: { email: address, role: "owner" } });
    expect(await sql`select from public.logins where customer_id = ${customer.id} and origin = 'activation'`).toHaveLength(1);
    expect(await tryCode(customer.accountNumber, CODE)).toEqual({ state: "wrong" });
  });

  test("tells the billing address by post that somebody can now sign in", async () => {
    const customer = await withLetter();
    const bearer = person(await signIn(product, someAddress()));
    const { activation } = await tryCode(customer.accountNumber, CODE, bearer.email);
    await bearer.call("finish_activation", { activation });

    expect((await outboxOf(customer.id)).filter(({ kind }) => kind === "sign_in_opened")).toMatchObject([{ medium: "letter", to: "Leipzig", state: "waiting" }]);
  });

  test("opens nothing to an address that did not come with it", async () => {
    const customer = await withLetter();
    const { activation } = await tryCode(customer.accountNumber, CODE);

    await expect(actor("stranger").call("finish_activation", { activation })).rejects.toMatchObject({ status: 404 });
    expect(await sql`select from public.logins where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("does not work before its letter is printed", async () => {
    const customer = await customerWithout();
    await order(customer.accountNumber);

    expect(await tryCode(customer.accountNumber, CODE)).toEqual({ state: "wrong" });
  });

  test("is kept as a hash", async () => {
    const customer = await withLetter();

    const [row] = await sql`select a::text as text from private.activations a where a.customer_id = ${customer.id}`;
    expect(row?.text).not.toContain(CODE);
  });

  test("is locked by five wrong tries for an hour, and names when that ends", async () => {
    const customer = await withLetter();
    for (const state of ["wrong", "wrong", "wrong", "wrong", "locked"]) expect(await tryCode(customer.accountNumber, "222222222222")).toMatchObject({ state });
    const { state, retryAt } = await tryCode(customer.accountNumber, CODE);
    expect({ state, minutes: Math.round((Date.parse(retryAt ?? "") - Date.now()) / 60_000) }).toEqual({ state: "locked", minutes: 60 });
    expect(await jana.call("desk_record", { account: customer.accountNumber })).toMatchObject({ activation: { state: "locked" } });

    await sql`update private.wrong_answers set locked_until = now() where who = ${customer.id}`;
    expect(await tryCode(customer.accountNumber, "222222222222")).toEqual({ state: "wrong" });
    expect(await tryCode(customer.accountNumber, CODE)).toMatchObject({ state: "sent" });
  });

  test("tried five times at once is locked as well", async () => {
    const customer = await withLetter();
    await Promise.all(Array.from({ length: 6 }, () => tryCode(customer.accountNumber, "222222222222")));

    expect(await tryCode(customer.accountNumber, CODE)).toMatchObject({ state: "locked" });
  });

  test("cannot be told from one that does not exist", async () => {
    const nobody = someNumber();

    for (const state of ["wrong", "wrong", "wrong", "wrong", "locked", "locked"]) expect(await tryCode(nobody, CODE)).toMatchObject({ state });
    expect(Date.parse((await tryCode(nobody, CODE)).retryAt ?? "")).toBeGreaterThan(Date.now() + 59 * 60_000);
  });

  test("is tried at most thirty times an hour from one network", async () => {
    const network = randomUUID();
    for (let count = 0; count < 30; count += 1) expect(await tryCode(someNumber(), CODE, someAddress(), network)).toEqual({ state: "wrong" });

    expect(await tryCode(someNumber(), CODE, someAddress(), network)).toMatchObject({ state: "limited", retryAt: expect.any(String) as string });
  });

  test("holds for thirty days from printing", async () => {
    const customer = await withLetter();
    const [row] = await sql<{ days: number }[]>`select extract(epoch from expires_at - now()) / 86400 as days from private.activations where customer_id = ${customer.id}`;
    expect(Number(row?.days)).toBeCloseTo(30, 1);

    await sql`update private.activations set expires_at = now() - interval '1 second' where customer_id = ${customer.id}`;
    expect(await tryCode(customer.accountNumber, CODE)).toEqual({ state: "over" });
  });

  test("ends when the customer no longer lives where the letter went", async () => {
    const customer = await withLetter();
    await correctOnCall(jana, customer, [change(customer.detail.billing_address, { ...leipzig, lines: ["Neue Straße 1"] })]);

    expect(await tryCode(customer.accountNumber, CODE)).toEqual({ state: "over" });
  });

  test("takes over no account at which somebody can sign in by now", async () => {
    const customer = await withLetter();
    const bearer = person(await signIn(product, someAddress()));
    const { activation } = await tryCode(customer.accountNumber, CODE, bearer.email);
    await addLogin(customer.id, "owner@example.org", "owner");

    expect(await bearer.call("finish_activation", { activation })).toEqual({ state: "gone" });
    expect(await tryCode(customer.accountNumber, CODE)).toEqual({ state: "has_login" });
    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("waits an hour for the address to prove itself", async () => {
    const customer = await withLetter();
    const bearer = person(await signIn(product, someAddress()));
    const { activation } = await tryCode(customer.accountNumber, CODE, bearer.email);
    await sql`update private.activations set pending_until = now() where customer_id = ${customer.id}`;

    expect(await bearer.call("finish_activation", { activation })).toEqual({ state: "gone" });
  });

  test("is not armed for a letter that was replaced, or whose address is gone", async () => {
    const customer = await customerWithout();
    await order(customer.accountNumber);
    const [first] = await sql<{ id: string }[]>`select id from private.activations where customer_id = ${customer.id}`;
    await orderAtDesk(customer);

    const [row] = await sql`select private.arm_activation(${first?.id ?? ""}, 'hash') as armed`;
    expect(row?.armed).toBe(false);
  });
});

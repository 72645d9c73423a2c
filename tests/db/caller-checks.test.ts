import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { activationCodeHash } from "~/access/activation-code.server";
import type { CallerCheck, CheckPolicy } from "~/caller-checks/caller-check.schema";
import { actor, anybody, person, product, siteFrom, sql, workerAccess } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { passCheck } from "../support/caller-checks.ts";
import { berlin, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { propose, prove, signedInOwner, someAddress } from "../support/email-change.ts";
import { codeIn } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { erase, takeData } from "../support/rights.ts";
import { change } from "../support/saving.ts";
import { signIn, trade } from "../support/sign-in.ts";

const jana = actor("jana");
const tobias = actor("tobias");
const miriam = actor("miriam");
const oliver = actor("oliver");
const anna = actor("anna");
const clara = actor("clara");

interface Page { check: CallerCheck; outcome: string; retryAt?: string }

const BORN = "1961-05-03";

/** A customer about whom everything can be asked, with an owner who can sign in. */
async function known(): Promise<{ customer: TestCustomer; owner: Person }> {
  const { owner, customer } = await signedInOwner();
  await sql`update public.customers set birth_date = ${BORN} where id = ${customer.id}`;
  await sql`insert into public.documents (customer_id, number, kind, issued_on, amount, currency, address_as_issued)
    values (${customer.id}, ${randomUUID()}, 'invoice', '2026-03-01', 52.3, 'EUR', '{}'), (${customer.id}, ${randomUUID()}, 'invoice', '2026-01-01', 99, 'EUR', '{}')`;
  return { owner, customer };
}

const answer = (who: Person, { accountNumber }: TestCustomer, kind: string, said: string) =>
  who.call<Page>("answer_caller_check", { account: accountNumber, kind, answer: said });
const checkOf = async (who: Person, { accountNumber }: TestCustomer) => (await who.call<Page>("desk_caller_check", { account: accountNumber })).check;
const correct = (who: Person, customer: TestCustomer, request = randomUUID()) =>
  who.call("correct_on_call", { account: customer.accountNumber, changes: [change(customer.detail.phone, "+4930111111")], request });
const notChecked = { status: 422, code: "caller_not_checked" };

/** Answers all that counts in part. */
async function passInParts(who: Person, customer: TestCustomer): Promise<Page> {
  await answer(who, customer, "birth_date", BORN);
  await answer(who, customer, "postcode", berlin.postcode);
  return answer(who, customer, "document_amount", "52.30");
}

const hmac = (of: string) => of.repeat(64).slice(0, 64);

describe.concurrent("a change on a call", () => {
  test("is refused without a check, also straight at PostgREST, and an email is not even proposed", async () => {
    const { customer } = await known();

    await expect(correct(jana, customer)).rejects.toMatchObject(notChecked);
    const attempt = jana.call("correct_on_call", { account: customer.accountNumber, changes: [change(customer.detail.email, someAddress())], request: randomUUID() });
    await expect(attempt).rejects.toMatchObject(notChecked);
    expect(await sql`select from private.email_proofs where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("is saved once the check is passed, and says what it stood on", async () => {
    const { customer } = await known();
    expect(await passInParts(jana, customer)).toMatchObject({ outcome: "right", check: { state: "passed", points: 3, by: ["birth_date", "postcode", "document_amount"] } });

    expect(await correct(jana, customer)).toMatchObject({ status: "saved" });
    expect(await sql`select channel::text, identified_by from public.updates where customer_id = ${customer.id} and channel = 'phone'`)
      .toEqual([{ channel: "phone", identified_by: ["birth_date", "postcode", "document_amount"] }]);
  });

  test("is refused on another agent's check, and on one of another customer", async () => {
    const [{ customer }, { customer: other }] = await Promise.all([known(), known()]);
    await passInParts(tobias, customer);
    await passInParts(jana, other);

    await expect(correct(jana, customer)).rejects.toMatchObject(notChecked);
    expect((await checkOf(jana, customer)).state).toBe("open");
  });

  test("is refused on a check that ran out, was not passed, or was ended with the call", async () => {
    const [{ customer: over }, { customer: half }, { customer: ended }] = await Promise.all([known(), known(), known()]);
    await passInParts(jana, over);
    await sql`update private.caller_checks set expires_at = now() where customer_id = ${over.id}`;
    await answer(jana, half, "birth_date", BORN);
    await passInParts(jana, ended);
    await jana.call("end_caller_check", { account: ended.accountNumber });

    for (const customer of [over, half, ended]) await expect(correct(jana, customer)).rejects.toMatchObject(notChecked);
  });

  test("takes no check at the counter, where something is shown", async () => {
    const { customer } = await known();
    const at = (what: string | null) => jana.call("correct_at_counter", { account: customer.accountNumber, changes: [change(customer.detail.phone, "+4930111111")], identified_by: what, request: randomUUID() });

    await expect(at("birth_date")).rejects.toMatchObject({ status: 422, code: "caller_not_identified" });
    expect(await at("id_card")).toMatchObject({ status: "saved" });
    expect(await sql`select channel::text, identified_by from public.updates where customer_id = ${customer.id} and actor_staff is not null`)
      .toEqual([{ channel: "in_person", identified_by: ["id_card"] }]);
  });
});

describe.concurrent("a record", () => {
  interface Shown { customer: { birthDate: string | null }; documents: { amount: number | null }[] }
  const shown = async (who: Person, { accountNumber }: TestCustomer) => {
    const { customer: { birthDate }, documents } = await who.call<Shown>("desk_record", { account: accountNumber });
    return { birthDate, amounts: documents.map(({ amount }) => amount) };
  };

  test("does not tell what callers are asked, until the agent's own check is passed", async () => {
    const { customer } = await known();
    await passInParts(tobias, customer);

    expect(await shown(jana, customer)).toEqual({ birthDate: null, amounts: [null, null] });
    expect(await shown(tobias, customer)).toEqual({ birthDate: BORN, amounts: [52.3, 99] });
  });

  test("of an erased customer, of whom nobody is asked, shows the documents that are kept", async () => {
    const { customer, owner } = await known();
    await erase(owner, customer);

    expect(await shown(jana, customer)).toEqual({ birthDate: null, amounts: [52.3, 99] });
  });
});

describe.concurrent("a check", () => {
  test.each<[string, Person]>([["a customer", anna], ["outreach staff", clara]])("is nothing for %s", async (_, who) => {
    const { customer } = await known();

    await expect(answer(who, customer, "postcode", "10245")).rejects.toMatchObject({ status: 403 });
    await expect(checkOf(who, customer)).rejects.toMatchObject({ status: 403 });
    await expect(who.call("send_caller_code", { account: customer.accountNumber, address: "x" })).rejects.toMatchObject({ status: 403 });
    await expect(who.call("override_caller_check", { account: customer.accountNumber, agent: randomUUID(), reason: "x" })).rejects.toMatchObject({ status: 403 });
    await expect(who.call("record_id_digits", { account: customer.accountNumber, digits_hmac: hmac("a") })).rejects.toMatchObject({ status: 403 });
  });

  test("is nothing without a session", async () => {
    await expect(anybody.call("answer_caller_check", { account: "90000000", kind: "postcode", answer: "1" })).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
  });

  test("tells right from wrong and never what would be right, and keeps nothing of what was typed", async () => {
    const { customer } = await known();
    const wrong = await answer(jana, customer, "birth_date", "1901-01-17");
    const right = await answer(jana, customer, "postcode", berlin.postcode);

    expect(wrong).toMatchObject({ outcome: "wrong", check: { points: 0 } });
    expect(right).toMatchObject({ outcome: "right", check: { points: 1, needed: 3 } });
    expect(right.check.kinds.map(({ kind, answer: how }) => [kind, how])).toEqual(
      [["caller_pin", null], ["email_code", null], ["birth_date", "wrong"], ["postcode", "right"], ["document_amount", null]]);
    expect(JSON.stringify([wrong, right])).not.toMatch(/1961|52\.3|10245/);
    const rows = await sql<{ row: string }[]>`select a::text as row from private.caller_check_answers a join private.caller_checks c on c.id = a.check_id where c.customer_id = ${customer.id}`;
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/1901|10245/);
  });

  test("asks only what is on file", async () => {
    const customer = await newCustomer();

    expect((await checkOf(jana, customer)).kinds.map(({ kind }) => kind)).toEqual(["postcode"]);
    await expect(answer(jana, customer, "birth_date", BORN)).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
    await expect(answer(jana, customer, "id_digits", hmac("a"))).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
    await expect(answer(jana, customer, "shoe_size", "43")).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
  });

  test("counts each kind once, and the amount of the last document alone", async () => {
    const { customer } = await known();
    await answer(jana, customer, "postcode", berlin.postcode);

    expect(await answer(jana, customer, "postcode", berlin.postcode)).toMatchObject({ outcome: "right", check: { points: 1 } });
    expect(await answer(jana, customer, "document_amount", "99")).toMatchObject({ outcome: "wrong" });
    expect(await answer(jana, customer, "document_amount", "52.3")).toMatchObject({ outcome: "right" });
  });

  test("stands in the customer's copy of all data; of an erased customer stays who asked what", async () => {
    const { customer, owner } = await known();
    await answer(jana, customer, "birth_date", "1901-01-17");
    await miriam.call("override_caller_check", { account: customer.accountNumber, agent: await staffId(miriam), reason: "Stimme erkannt" });
    await owner.call("show_caller_pin", { customer: customer.id, pin_hmac: hmac("b") });

    const held = await takeData(owner, customer);
    expect(held.callerChecks).toMatchObject([
      { by: "Jana Krüger", passedAt: null, answers: [{ kind: "birth_date", correct: false }] },
      { by: "Miriam Seidel", overriddenBy: "Miriam Seidel", reason: "Stimme erkannt", answers: [] },
    ]);
    expect(held.callerPins).toMatchObject([{ usedAt: null }]);

    await erase(owner, customer);
    expect(await sql`select s.name, c.override_reason from private.caller_checks c join public.staff s on s.id = c.staff_id where c.customer_id = ${customer.id} order by begun_at`)
      .toEqual([{ name: "Jana Krüger", override_reason: null }, { name: "Miriam Seidel", override_reason: null }]);
    expect(await sql`select from private.caller_pins where customer_id = ${customer.id}`).toHaveLength(0);
    expect(await sql`select from private.wrong_answers where who = ${customer.id}`).toHaveLength(0);
  });
});

describe.concurrent("a look at a check", () => {
  const looks = (customer: TestCustomer) => sql`select s.email, v.page from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = ${customer.id}`;
  const acts: Record<string, (account: string, address: string) => Promise<unknown>> = {
    "reading it": (account) => miriam.call("desk_caller_check", { account }),
    "an answer": (account) => miriam.call("answer_caller_check", { account, kind: "postcode", answer: "99999" }),
    "a code": (account, address) => miriam.call("send_caller_code", { account, address }),
    "its end": (account) => miriam.call("end_caller_check", { account }),
    "a supervisor's word": async (account) => miriam.call("override_caller_check", { account, agent: await staffId(miriam), reason: "Stimme erkannt" }),
  };

  test.each(Object.entries(acts))("is logged for %s", async (_, act) => {
    const { customer, owner } = await known();
    await act(customer.accountNumber, owner.email);

    expect(await looks(customer)).toEqual([{ email: miriam.email, page: "caller_check" }]);
  });

  test("is logged once however many answers are given, and stands in the customer's copy", async () => {
    const { customer, owner } = await known();
    await passInParts(jana, customer);
    await checkOf(tobias, customer);

    expect(await looks(customer)).toHaveLength(2);
    expect((await takeData(owner, customer)).recordViews).toMatchObject([{ by: "Jana Krüger", page: "caller_check" }, { page: "caller_check" }]);
  });
});

// Somebody is deactivated while their act is under way: it waits for that, and then does nothing.
describe.concurrent("an agent who is deactivated meanwhile", () => {
  const doors: Record<string, (agent: Person, account: string) => Promise<unknown>> = {
    "has nothing compared": (agent, account) => agent.call("answer_caller_check", { account, kind: "postcode", answer: berlin.postcode }),
    "has no code sent": (agent, account) => agent.call("send_caller_code", { account, address: "ada@example.org" }),
    "ends no check": (agent, account) => agent.call("end_caller_check", { account }),
    "passes nobody's": (agent, account) => agent.call("override_caller_check", { account, agent: randomUUID(), reason: "darum" }),
    "records no digits": (agent, account) => agent.call("record_id_digits", { account, digits_hmac: hmac("a") }),
  };

  test.each(Object.entries(doors))("%s", async (_, act) => {
    const email = someAddress();
    await workerAccess().call("staff_add", { email, role: "supervisor", name: "Geht" });
    const [agent, customer] = [person(await signIn(product, email)), await newCustomer()];
    const acting = await sql.begin(async (tx) => {
      const [holder] = await tx<{ pid: number }[]>`update public.staff set active = false where email = ${email} returning pg_backend_pid() as pid`;
      const waiting = act(agent, customer.accountNumber).then(() => "done", (error: unknown) => error);
      await expect.poll(() => sql`select from pg_stat_activity where ${holder?.pid ?? 0} = any (pg_blocking_pids(pid))`, { timeout: 10_000 }).not.toHaveLength(0);
      return { waiting };
    });

    expect(await acting.waiting).toMatchObject({ status: 403 });
    expect(await sql`select from private.caller_checks where customer_id = ${customer.id}`).toHaveLength(0);
  });
});

async function staffId(who: Person): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from public.staff where email = ${who.email}`;
  return row?.id ?? "";
}

describe.concurrent("wrong answers", () => {
  const wrongly = (who: Person, customer: TestCustomer) => answer(who, customer, "postcode", "99999");

  test("lock the check for an hour whoever gave them, and nothing is compared meanwhile", async () => {
    const { customer } = await known();
    for (const who of [jana, tobias, jana, tobias]) expect(await wrongly(who, customer)).toMatchObject({ outcome: "wrong", check: { state: "open" } });
    const { check } = await wrongly(jana, customer);
    expect({ state: check.state, minutes: Math.round((Date.parse(check.lockedUntil ?? "") - Date.now()) / 60_000) }).toEqual({ state: "locked", minutes: 60 });

    expect(await answer(tobias, customer, "postcode", berlin.postcode)).toMatchObject({ outcome: "locked", check: { points: 0 } });
    expect(await sql`select from private.caller_check_answers a join private.caller_checks c on c.id = a.check_id where c.customer_id = ${customer.id}`).toHaveLength(5);
  });

  test("at the same moment count each", async () => {
    const { customer } = await known();
    for (let made = 0; made < 3; made += 1) await wrongly(jana, customer);

    await Promise.all([wrongly(jana, customer), wrongly(tobias, customer)]);

    expect(await sql`select wrong from private.wrong_answers where who = ${customer.id}`).toEqual([{ wrong: 5 }]);
    expect((await checkOf(miriam, customer)).state).toBe("locked");
  });

  test("are forgotten once the check is passed, and begin anew after a lock", async () => {
    const { customer } = await known();
    for (let made = 0; made < 4; made += 1) await wrongly(jana, customer);
    await passInParts(jana, customer);
    expect(await sql`select from private.wrong_answers where who = ${customer.id}`).toHaveLength(0);

    for (let made = 0; made < 5; made += 1) await wrongly(tobias, customer);
    await sql`update private.wrong_answers set locked_until = now() where who = ${customer.id}`;
    expect(await wrongly(tobias, customer)).toMatchObject({ outcome: "wrong", check: { state: "open" } });
  });

  test("and wrong codes from a letter lock each other's way", async () => {
    const longAgo = "2020-01-01T12:00:00Z";
    const customer = await newCustomer({ details: [{ kind: "billing_address", value: berlin, confirmedAt: longAgo }] });
    const tryCode = (code: string) => siteFrom(randomUUID()).call<{ state: string; retryAt?: string }>("try_activation", { account: customer.accountNumber, code_hash: activationCodeHash(code), email: someAddress(), locale: "de" });
    await siteFrom(randomUUID()).call("order_activation_letter", { account: customer.accountNumber });
    await sql`select private.arm_activation(a.id, ${activationCodeHash("K7MX4QPD9RTW")}) from private.activations a where a.customer_id = ${customer.id}`;

    for (let made = 0; made < 3; made += 1) expect(await tryCode("222222222222")).toMatchObject({ state: "wrong" });
    expect(await wrongly(jana, customer)).toMatchObject({ outcome: "wrong" });
    expect(await wrongly(jana, customer)).toMatchObject({ check: { state: "locked" } });

    expect(await tryCode("K7MX4QPD9RTW")).toMatchObject({ state: "locked", retryAt: expect.any(String) as string });
  });
});

describe.concurrent("a caller PIN", () => {
  const show = (who: Person, customer: TestCustomer, of = "a") => who.call<{ pin: { state: string; from?: string; expiresAt?: string } }>("show_caller_pin", { customer: customer.id, pin_hmac: hmac(of) });

  test("passes the check by itself, once, for the customer it was shown to", async () => {
    const [{ customer, owner }, { customer: other }] = await Promise.all([known(), known()]);
    expect(await show(owner, customer)).toMatchObject({ pin: { state: "shown" } });

    expect(await answer(jana, other, "caller_pin", hmac("a"))).toMatchObject({ outcome: "wrong" });
    expect(await answer(jana, customer, "caller_pin", hmac("a"))).toMatchObject({ outcome: "right", check: { state: "passed", by: ["caller_pin"] } });
    expect(await answer(tobias, customer, "caller_pin", hmac("a"))).toMatchObject({ outcome: "wrong" });
  });

  test("holds for ten minutes, and until another is shown", async () => {
    const [{ customer, owner }, { customer: second, owner: other }] = await Promise.all([known(), known()]);
    const { pin } = await show(owner, customer);
    expect(Math.round((Date.parse(pin.expiresAt ?? "") - Date.now()) / 60_000)).toBe(10);
    await sql`update private.caller_pins set expires_at = now() where customer_id = ${customer.id}`;
    await show(other, second);
    await show(other, second, "b");

    expect(await answer(jana, customer, "caller_pin", hmac("a"))).toMatchObject({ outcome: "wrong" });
    expect(await answer(jana, second, "caller_pin", hmac("a"))).toMatchObject({ outcome: "wrong" });
    expect(await answer(jana, second, "caller_pin", hmac("b"))).toMatchObject({ outcome: "right" });
  });

  test("is not shown, and no longer taken, for fourteen days after an email address has changed; nor goes a code there", async () => {
    const { customer, owner } = await known();
    await show(owner, customer);
    const address = someAddress();
    const { bearer } = await prove(await propose(owner, customer, change(customer.detail.email, address)), address);

    await expect(answer(jana, customer, "caller_pin", hmac("a"))).rejects.toMatchObject({ code: "check_not_possible" });
    const { pin } = await show(bearer, customer);
    expect({ state: pin.state, days: Math.round((Date.parse(pin.from ?? "") - Date.now()) / 86_400_000) }).toEqual({ state: "resting", days: 14 });
    expect(await checkOf(jana, customer)).toMatchObject({ addresses: [], pinFrom: expect.any(String) as string });
    await expect(jana.call("send_caller_code", { account: customer.accountNumber, address })).rejects.toMatchObject({ code: "check_not_possible" });
  });

  test("is kept as a hash that differs from customer to customer", async () => {
    const [{ customer, owner }, { customer: second, owner: other }] = await Promise.all([known(), known()]);
    await Promise.all([show(owner, customer), show(other, second)]);

    const rows = await sql<{ pin_hash: string }[]>`select pin_hash from private.caller_pins where customer_id in (${customer.id}, ${second.id})`;
    expect(new Set(rows.map(({ pin_hash }) => pin_hash)).size).toBe(2);
    expect(rows.map(({ pin_hash }) => pin_hash)).not.toContain(hmac("a"));
  });

  test("counts no more once its login is ended, and is shown to nobody else", async () => {
    const { customer, owner } = await known();
    await show(owner, customer);
    await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id}`;

    await expect(answer(jana, customer, "caller_pin", hmac("a"))).rejects.toMatchObject({ code: "check_not_possible" });
    await expect(show(anna, customer)).rejects.toMatchObject({ status: 404 });
    await expect(show(jana, customer)).rejects.toMatchObject({ status: 404 });
  });

  test("is shown ten times an hour", async () => {
    const { customer, owner } = await known();
    for (let made = 0; made < 10; made += 1) await show(owner, customer, String(made % 10));

    expect(await show(owner, customer)).toMatchObject({ pin: { state: "limited" } });
  });
});

describe.concurrent("a code by email", () => {
  const send = (who: Person, customer: TestCustomer, address: string) => who.call<Page>("send_caller_code", { account: customer.accountNumber, address });

  test("to an address on file passes the check, by the session that it opens", async () => {
    const { customer, owner } = await known();
    const seen = 1; // the code of signing in
    expect(await send(jana, customer, owner.email)).toMatchObject({ outcome: "sent", check: { code: { email: owner.email } } });
    const mail = await mailFromWorker(owner.email, seen);
    expect(mail.text).toContain("Nennen Sie den Code niemandem");
    const { check } = await jana.call<Page>("desk_caller_check", { account: customer.accountNumber });
    const bearer = person(await trade(product, owner.email, codeIn(mail)));

    expect(await bearer.call("accept_caller_code", { request: check.code?.request })).toEqual({ outcome: "right" });
    expect(await checkOf(jana, customer)).toMatchObject({ state: "passed", by: ["email_code"] });
    expect((await checkOf(tobias, customer)).state).toBe("open");
  });

  test("opens nothing to whoever heard it, and the owner's own session stays", async () => {
    const { customer, owner } = await known();
    await send(jana, customer, owner.email);
    const bearer = person(await trade(product, owner.email, codeIn(await mailFromWorker(owner.email, 1))));

    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 401 });
    expect((await bearer.rest(`contact_details?customer_id=eq.${customer.id}`)).body).toEqual([]);
    expect(await owner.call("account_overview", { customer: customer.id })).toMatchObject({ you: { email: owner.email } });
  });

  test("goes to an address that nobody signs in with, too, and to no other", async () => {
    const address = someAddress();
    const customer = await newCustomer({ details: [{ kind: "email", value: address }] });

    await expect(send(jana, customer, someAddress())).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
    await send(jana, customer, address);
    const { check } = await jana.call<Page>("desk_caller_check", { account: customer.accountNumber });
    const bearer = person(await trade(product, address, codeIn(await mailFromWorker(address))));
    expect(await bearer.call("accept_caller_code", { request: check.code?.request })).toEqual({ outcome: "right" });
  });

  test("is right by no agent's word, and not from a session of the owner's own", async () => {
    const { customer, owner } = await known();
    await send(jana, customer, owner.email);
    const { check } = await jana.call<Page>("desk_caller_check", { account: customer.accountNumber });

    expect(await answer(jana, customer, "email_code", "12345678")).toMatchObject({ outcome: "wrong" });
    await expect(owner.call("accept_caller_code", { request: check.code?.request })).rejects.toMatchObject({ status: 404 });
    await expect(jana.call("accept_caller_code", { request: check.code?.request })).rejects.toMatchObject({ status: 404 });
  });

  test("does not keep its owner from signing in afterwards", async () => {
    const { customer, owner } = await known();
    await send(jana, customer, owner.email);
    await mailFromWorker(owner.email, 1);
    await siteFrom(randomUUID()).call("request_code", { email: owner.email, locale: "de" });
    const mail = await mailFromWorker(owner.email, 2);
    await vi.waitUntil(async () => (await sql`select from private.outbox o join private.code_requests r on r.id = o.code_request_id
      where r.email = ${owner.email} and r.purpose = 'sign_in' and o.state = 'sent'`).length === 1, { timeout: 20_000 });
    const session = person(await trade(product, owner.email, codeIn(mail)));

    expect(await session.call("account_overview", { customer: customer.id })).toMatchObject({ you: { email: owner.email } });
  });
});

describe.concurrent("a supervisor", () => {
  const override = (who: Person, customer: TestCustomer, agent: string, reason: string) =>
    who.call<Page>("override_caller_check", { account: customer.accountNumber, agent, reason });

  test("passes the check of an agent who has the record open, with a reason, also while it is locked", async () => {
    const { customer } = await known();
    await jana.call("desk_record", { account: customer.accountNumber });
    for (let made = 0; made < 5; made += 1) await answer(jana, customer, "postcode", "99999");
    const { override: may } = await checkOf(miriam, customer);
    expect(may?.agents.map(({ name }) => name)).toEqual(["Miriam Seidel", "Jana Krüger"]);

    await override(miriam, customer, await staffId(jana), "Ausweis per Fax gesehen");

    expect(await correct(jana, customer)).toMatchObject({ status: "saved" });
    expect(await sql`select identified_by from public.updates where customer_id = ${customer.id} and channel = 'phone'`).toEqual([{ identified_by: ["override"] }]);
    await expect(correct(miriam, customer)).rejects.toMatchObject(notChecked);
  });

  test("gives a reason, names somebody at the record, and is a supervisor", async () => {
    const { customer } = await known();

    await expect(override(miriam, customer, await staffId(miriam), " ")).rejects.toMatchObject({ status: 422, code: "reason_missing" });
    await expect(override(miriam, customer, await staffId(tobias), "darum")).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
    await expect(override(jana, customer, await staffId(jana), "darum")).rejects.toMatchObject({ status: 403 });
    expect((await checkOf(jana, customer)).override).toBeNull();
  });
});

const read = async () => (await oliver.call<{ policy: CheckPolicy }>("desk_caller_policy")).policy;

// Alone, for it is everybody's.
describe("the policy", () => {
  let before: CheckPolicy;
  beforeAll(async () => { before = await read(); });
  afterAll(async () => { await oliver.call("save_caller_policy", { policy: before }); });
  const save = (changes: Partial<CheckPolicy>) => oliver.call("save_caller_policy", { policy: { ...before, ...changes } });

  test("is an admin's alone", async () => {
    for (const who of [jana, miriam, actor("clara"), actor("anna")]) {
      await expect(who.call("desk_caller_policy")).rejects.toMatchObject({ status: 403 });
      await expect(who.call("save_caller_policy", { policy: before })).rejects.toMatchObject({ status: 403 });
    }
  });

  test.each<[string, Partial<Record<keyof CheckPolicy, unknown>>]>([
    ["needs no point", { pointsNeeded: 0 }],
    ["locks for ever", { lockMinutes: 100_000 }],
    ["is no number", { wrongAnswers: "viele" }],
    ["leaves something out", { holdsMinutes: null }],
  ])("is refused where it %s", async (_, wrong) => {
    await expect(save(wrong as Partial<CheckPolicy>)).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
  });

  test("is refused where nobody could pass", async () => {
    await expect(save({ kinds: before.kinds.map((kind) => ({ ...kind, asked: kind.kind === "postcode" })) })).rejects.toMatchObject({ status: 422, code: "check_cannot_be_passed" });
    expect(await read()).toEqual(before);
  });

  test("decides what is asked, what it takes, and whether a supervisor may do without", async () => {
    const customer = await newCustomer();
    await save({ pointsNeeded: 2, overrideFrom: null, kinds: before.kinds.map((kind) => ({ ...kind, points: 2, asked: kind.kind !== "email_code" })) });

    expect(await jana.call("answer_caller_check", { account: customer.accountNumber, kind: "postcode", answer: berlin.postcode })).toMatchObject({ check: { state: "passed", needed: 2 } });
    await expect(miriam.call("override_caller_check", { account: customer.accountNumber, agent: randomUUID(), reason: "darum" })).rejects.toMatchObject({ status: 422, code: "override_not_allowed" });
    expect(await oliver.call("desk_caller_policy")).toMatchObject({ policy: { changedBy: "Oliver Grant" } });
  });

  test("lets ID digits be recorded on a passed check and compared, where it asks for them", async () => {
    const customer = await newCustomer();
    const digits = "ab".repeat(32);
    const record = () => jana.call<{ check: { kinds: { kind: string }[] } }>("record_id_digits", { account: customer.accountNumber, digits_hmac: digits });
    await expect(record()).rejects.toMatchObject({ code: "caller_not_checked" });
    await passCheck(sql, jana.email, customer.accountNumber);
    await save({});
    await expect(record()).rejects.toMatchObject({ code: "check_not_possible" });

    await save({ kinds: before.kinds.map((kind) => ({ ...kind, asked: true })) });
    expect((await record()).check.kinds.map(({ kind }) => kind)).toContain("id_digits");
    expect(await actor("tobias").call("answer_caller_check", { account: customer.accountNumber, kind: "id_digits", answer: digits })).toMatchObject({ outcome: "right" });
    expect(await sql`select from private.caller_id_digits where digits_hash = ${digits}`).toHaveLength(0);
  });
});

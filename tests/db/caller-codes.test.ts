import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CallerCheck } from "~/caller-checks/caller-check.schema";
import { actor, person, product, siteFrom, sql, workerAccess } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { passCheck } from "../support/caller-checks.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { signedInOwner, someAddress } from "../support/email-change.ts";
import { codeIn } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { authOf, signIn, trade } from "../support/sign-in.ts";
import type { Session } from "../support/sign-in.ts";

const jana = actor("jana");
const oliver = actor("oliver");

interface Page { check: CallerCheck; outcome: string; retryAt?: string }

const send = (who: Pick<Person, "call">, { accountNumber }: TestCustomer, address: string) => who.call<Page>("send_caller_code", { account: accountNumber, address });
const checkOf = async (who: Person, { accountNumber }: TestCustomer) => (await who.call<Page>("desk_caller_check", { account: accountNumber })).check;
const accept = (session: Session, request = "") => person(session).call<{ outcome: string }>("accept_caller_code", { request });
const refused = { status: 401, code: "signed_out" };

/** A customer nobody signs in for, with an address on file. */
async function reachable(): Promise<{ customer: TestCustomer; address: string }> {
  const address = someAddress();
  return { address, customer: await newCustomer({ details: [{ kind: "email", value: address }] }) };
}

/** An agent of one test alone. */
async function newAgent(): Promise<Person & { id: string }> {
  const email = someAddress();
  const id = await workerAccess().call<string>("staff_add", { email, role: "agent", name: "Neu" });
  return { ...person(await signIn(product, email)), id };
}

/** The session that a code opens which an agent had sent, and the request of that code. */
async function readOut(who: Person, customer: TestCustomer, address: string, seen = 0) {
  const { check } = await send(who, customer, address);
  return { session: await trade(product, address, codeIn(await mailFromWorker(address, seen))), request: check.code?.request };
}

describe.concurrent("a session that a code opened which was read out", () => {
  test("opens nothing for as long as Auth keeps it", async () => {
    const [{ customer, owner }, other] = await Promise.all([signedInOwner(), reachable()]);
    const { session } = await readOut(jana, customer, owner.email, 1);
    await sql`update private.caller_code_sessions s set opened_at = now() - interval '8 days' from private.code_requests r
      where r.id = s.request_id and r.email = ${owner.email}`;
    await send(jana, other.customer, other.address);

    await expect(person(session).call("account_overview", { customer: customer.id })).rejects.toMatchObject(refused);
  });

  test("ends with the answer that it gives", async () => {
    const { customer, address } = await reachable();
    const { session, request } = await readOut(jana, customer, address);
    expect(await accept(session, request)).toEqual({ outcome: "right" });

    const { error } = await authOf(product).refreshSession({ refresh_token: session.refreshToken });
    expect(error).not.toBeNull();
    await expect(accept(session, request)).rejects.toMatchObject({ status: 404 });
  });

  test("opens nothing where another code of the same check has counted", async () => {
    const { customer, owner } = await signedInOwner();
    const first = await readOut(jana, customer, owner.email, 1);
    await send(jana, customer, owner.email);
    const second = codeIn(await mailFromWorker(owner.email, 2));
    expect(await accept(first.session, first.request)).toEqual({ outcome: "right" });

    const late = person(await trade(product, owner.email, second));
    await expect(late.call("account_overview", { customer: customer.id })).rejects.toMatchObject(refused);
  });

  test("opens nothing where the code was made long after it was asked for", async () => {
    const { customer, owner } = await signedInOwner();
    await send(jana, customer, owner.email);
    const code = codeIn(await mailFromWorker(owner.email, 1));
    await sql`update private.code_requests set requested_at = requested_at - interval '21 minutes' where email = ${owner.email}`;

    const late = person(await trade(product, owner.email, code));
    await expect(late.call("account_overview", { customer: customer.id })).rejects.toMatchObject(refused);
  });
});

describe.concurrent("a code", () => {
  test("is not sent once the check is passed, nor where one has counted already", async () => {
    const [passed, answered] = await Promise.all([reachable(), reachable()]);
    await passCheck(sql, jana.email, passed.customer.accountNumber);
    await sql`with half as (
        insert into private.caller_checks (customer_id, staff_id) select ${answered.customer.id}, s.id from public.staff s where s.email = ${jana.email} returning id)
      insert into private.caller_check_answers (check_id, kind, correct, points) select id, 'email_code', true, 1 from half`;

    expect(await send(jana, passed.customer, passed.address)).toMatchObject({ outcome: "passed" });
    expect(await send(jana, answered.customer, answered.address)).toMatchObject({ outcome: "right" });
    expect(await sql`select from private.code_requests where email in (${passed.address}, ${answered.address})`).toHaveLength(0);
  });

  test("does not go to an address at which sign-in is frozen, and counts no more from there", async () => {
    const [{ customer, owner }, asked] = await Promise.all([signedInOwner(), signedInOwner()]);
    const { session, request } = await readOut(jana, asked.customer, asked.owner.email, 1);
    await sql`update public.logins set frozen_at = now() where customer_id in (${customer.id}, ${asked.customer.id})`;

    expect((await checkOf(jana, customer)).addresses).toEqual([]);
    await expect(send(jana, customer, owner.email)).rejects.toMatchObject({ status: 422, code: "check_not_possible" });
    expect(await accept(session, request)).toEqual({ outcome: "over" });
  });

  test("counts nothing for an agent who is deactivated meanwhile", async () => {
    const [{ customer, address }, agent] = await Promise.all([reachable(), newAgent()]);
    const { session, request } = await readOut(agent, customer, address);
    await oliver.call("set_staff_active", { member: agent.id, active: false });

    expect(await accept(session, request)).toEqual({ outcome: "over" });
    expect(await sql`select from private.caller_checks where customer_id = ${customer.id} and passed_at is not null`).toHaveLength(0);
  });
});

describe.concurrent("codes that staff have sent", () => {
  const codesFrom = (from: string, count: number) => sql`insert into private.code_requests (email, purpose, locale, asked_from)
    select n || '@example.org', 'sign_in', 'de', ${from} from generate_series(1, ${count}::int) n`;

  test("are not counted with those of their network", async () => {
    const [{ customer, address }, network] = [await reachable(), randomUUID()];
    await codesFrom(network, 60);

    expect(await send(siteFrom(network, jana), customer, address)).toMatchObject({ outcome: "sent" });
  });

  test("leave their network's to customers", async () => {
    const [{ customer, address }, network] = [await reachable(), randomUUID()];
    await codesFrom(network, 59);
    await send(siteFrom(network, jana), customer, address);

    expect(await siteFrom(network).call("request_code", { email: someAddress(), locale: "de" })).toMatchObject({ state: "queued" });
  });

  test("are limited to sixty an hour for each of them, wherever they sit", async () => {
    const [{ customer, address }, agent] = await Promise.all([reachable(), newAgent()]);
    await codesFrom(`staff ${agent.id}`, 60);

    expect(await send(agent, customer, address)).toMatchObject({ outcome: "limited", retryAt: expect.any(String) as string });
    expect(await send(siteFrom(randomUUID(), agent), customer, address)).toMatchObject({ outcome: "limited" });
    expect(await send(jana, customer, address)).toMatchObject({ outcome: "sent" });
  });

  test("are limited to six an hour for an address", async () => {
    const { customer, address } = await reachable();
    for (let made = 0; made < 6; made += 1) await send(made % 2 === 0 ? jana : actor("tobias"), customer, address);

    expect(await send(jana, customer, address)).toMatchObject({ outcome: "limited" });
  });
});

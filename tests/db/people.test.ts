import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, person, product, siteFrom, sql } from "../support/backend.ts";
import { addLogin, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { codeIn, mailsTo } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf } from "../support/outbox.ts";
import { answer, invitationsFor, invite, peopleOf } from "../support/people.ts";
import { change, save } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

const anna = actor("anna");
const bjoern = actor("bjoern");
const eszter = actor("eszter");

const signedIn = async (address = someAddress()) => person(await signIn(product, address));
const company = () => newCustomer({ kind: "company", owners: [anna.email], members: [bjoern.email] });
const loginOf = async (customer: TestCustomer, email: string) => (await peopleOf(anna, customer)).people.find((one) => one.email === email)?.id ?? "";
const remove = (who: typeof anna, customer: TestCustomer, login: string) => who.call("remove_login", { customer: customer.id, login });
const kinds = async (customer: TestCustomer) => (await outboxOf(customer.id)).map(({ kind, to }) => `${kind} to ${to}`);

async function joined(customer: TestCustomer, role = "member") {
  const guest = await signedIn();
  await invite(anna, customer, guest.email, { role });
  const [invitation] = await invitationsFor(guest);
  await answer(guest, invitation?.id ?? "");
  return guest;
}

describe.concurrent("the people of a customer", () => {
  test("are seen by everybody who acts for it, the reader first", async () => {
    const customer = await company();

    expect((await peopleOf(bjoern, customer)).people).toMatchObject([{ email: bjoern.email, you: true, role: "member" }, { email: anna.email, you: false, role: "owner", lastOwner: true }]);
  });

  test("are nobody else's to see", async () => {
    const customer = await company();

    await expect(peopleOf(eszter, customer)).rejects.toMatchObject({ status: 404 });
    await expect(anybody.call("account_people", { customer: customer.id })).rejects.toMatchObject({ status: 401 });
  });
});

describe.concurrent("an invitation", () => {
  test("opens nothing until it is accepted by whoever proved the address", async () => {
    const customer = await company();
    const guest = await signedIn();
    expect(await invite(anna, customer, guest.email)).toEqual({ state: "invited" });

    await expect(guest.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    const [invitation] = await invitationsFor(guest);
    expect(invitation).toMatchObject({ customer: "Muster & Söhne GmbH", role: "member", invitedBy: anna.email });
    expect(await answer(guest, invitation?.id ?? "")).toEqual({ state: "accepted", customer: customer.id });

    expect(await guest.call("account_overview", { customer: customer.id })).toMatchObject({ you: { name: "Birgit Sommer", role: "member" } });
    expect(await invitationsFor(guest)).toEqual([]);
  });

  test("is somebody else's to nobody", async () => {
    const customer = await company();
    const guest = await signedIn();
    await invite(anna, customer, guest.email);
    const [invitation] = await invitationsFor(guest);

    expect(await invitationsFor(eszter)).toEqual([]);
    await expect(answer(eszter, invitation?.id ?? "")).rejects.toMatchObject({ status: 404 });
    await expect(eszter.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("lets its address ask for a sign-in code, which an unknown one gets none of", async () => {
    const customer = await company();
    const address = someAddress();
    await invite(anna, customer, address);
    await mailFromWorker(address);

    await siteFrom(randomUUID()).call("request_code", { email: address, locale: "de" });

    expect(codeIn(await mailFromWorker(address, 1))).toMatch(/^\d{8}$/);
  });

  test("tells by email who invites and for whom, with no token in its link", async () => {
    const customer = await company();
    const address = someAddress();
    await invite(anna, customer, address);

    const mail = await mailFromWorker(address);

    expect(mail.text).toContain("Muster & Söhne GmbH");
    expect(mail.text).toContain(anna.email);
    expect(mail.text).toMatch(/\/sign-in\s/);
  });

  test("is an owner's to send and to withdraw, not a member's", async () => {
    const customer = await company();
    await invite(anna, customer, someAddress());
    const [open] = (await peopleOf(anna, customer)).invitations;

    await expect(invite(bjoern, customer, someAddress())).rejects.toMatchObject({ status: 403 });
    await expect(bjoern.call("withdraw_invitation", { customer: customer.id, invitation: open?.id })).rejects.toMatchObject({ status: 403 });
    await expect(invite(eszter, customer, someAddress())).rejects.toMatchObject({ status: 404 });
    expect((await peopleOf(anna, customer)).invitations).toHaveLength(1);
  });

  test("of another customer cannot be withdrawn", async () => {
    const [own, other] = [await company(), await newCustomer({ owners: [eszter.email] })];
    await invite(eszter, other, someAddress());
    const [theirs] = (await peopleOf(eszter, other)).invitations;

    await expect(anna.call("withdraw_invitation", { customer: own.id, invitation: theirs?.id })).rejects.toMatchObject({ status: 404 });
    expect((await peopleOf(eszter, other)).invitations).toHaveLength(1);
  });

  test.each([
    ["withdrawn", (customer: TestCustomer, id: string) => anna.call("withdraw_invitation", { customer: customer.id, invitation: id })],
    ["run out", (_: TestCustomer, id: string) => sql`update private.invitations set expires_at = now() where id = ${id}`],
    ["from somebody who was frozen since", (customer: TestCustomer) => sql`update public.logins set frozen_at = now() where customer_id = ${customer.id} and email = ${anna.email}`],
    ["from somebody who is no owner any more", (customer: TestCustomer) => sql`update public.logins set role = 'member' where customer_id = ${customer.id} and email = ${anna.email}`],
  ])("that is %s opens nothing", async (_, end) => {
    const customer = await company();
    const guest = await signedIn();
    await invite(anna, customer, guest.email);
    const [invitation] = await invitationsFor(guest);
    await end(customer, invitation?.id ?? "");

    expect(await invitationsFor(guest)).toEqual([]);
    expect(await answer(guest, invitation?.id ?? "")).toEqual({ state: "gone" });
    await expect(guest.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("holds for fourteen days", async () => {
    const customer = await company();
    await invite(anna, customer, someAddress());

    const [row] = await sql<{ days: number }[]>`select extract(epoch from expires_at - now()) / 86400 as days from private.invitations where customer_id = ${customer.id}`;
    expect(Number(row?.days)).toBeCloseTo(14, 1);
  });

  test("declined opens nothing, and one may be invited again", async () => {
    const customer = await company();
    const guest = await signedIn();
    await invite(anna, customer, guest.email);
    const [first] = await invitationsFor(guest);
    expect(await answer(guest, first?.id ?? "", false)).toMatchObject({ state: "declined" });
    await expect(guest.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });

    await invite(anna, customer, guest.email);
    expect(await invitationsFor(guest)).toHaveLength(1);
  });

  test("sent twice by one form is one, with one mail; sent anew it takes the place of the first", async () => {
    const customer = await company();
    const address = someAddress();
    const request = randomUUID();
    await Promise.all([invite(anna, customer, address, { request }), invite(anna, customer, address, { request })]);
    expect(await sql`select from private.outbox where customer_id = ${customer.id} and kind = 'member_invited'`).toHaveLength(1);

    await invite(anna, customer, address, { role: "owner" });
    expect((await peopleOf(anna, customer)).invitations).toMatchObject([{ email: address, role: "owner" }]);
  });

  test("to somebody who is there already is refused as a value", async () => {
    const customer = await company();

    expect(await invite(anna, customer, bjoern.email.toUpperCase())).toEqual({ state: "here_already" });
  });

  test("does not let the frozen back in", async () => {
    const customer = await company();
    const guest = await signedIn();
    await invite(anna, customer, guest.email);
    const [invitation] = await invitationsFor(guest);
    await addLogin(customer.id, guest.email, "owner");
    await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id} and email = ${guest.email}`;

    expect(await answer(guest, invitation?.id ?? "")).toEqual({ state: "gone" });
    await expect(guest.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("as an owner makes a member an owner, once", async () => {
    const customer = await company();
    const guest = await signedIn();
    await invite(anna, customer, guest.email, { role: "owner" });
    const [invitation] = await invitationsFor(guest);
    await addLogin(customer.id, guest.email, "member");
    await Promise.all([answer(guest, invitation?.id ?? ""), answer(guest, invitation?.id ?? "")]);

    expect((await peopleOf(guest, customer)).people).toMatchObject([{ email: guest.email, role: "owner" }, { email: anna.email }, { email: bjoern.email }]);
  });

  test("goes on standing when who invited moves to another address", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const guest = await signedIn();
    await invite(anna, customer, guest.email);
    const mine = await loginOf(customer, anna.email);
    const [proof] = await sql<{ moved: string }[]>`
      with made as (insert into private.email_proofs (customer_id, email, actor_login, channel, moves_login, request_id)
        values (${customer.id}, ${someAddress()}, ${mine}, 'online', ${mine}, gen_random_uuid()) returning *)
      select private.move_login(made::private.email_proofs) as moved from made`;
    expect(proof?.moved).not.toBe(mine);

    expect(await invitationsFor(guest)).toHaveLength(1);
  });

  test.each([
    ["no address", { email: "Birgit" }], ["two addresses", { email: "a@example.org,b@example.org" }], ["no name", { name: "  " }],
    ["a name with a line break", { name: "Birgit\nBcc: all@example.org" }], ["a role there is not", { role: "admin" }], ["a name too long", { name: "x".repeat(101) }],
  ])("with %s is refused", async (_, wrong) => {
    const customer = await company();
    const { email = someAddress(), ...more } = wrong as { email?: string; name?: string; role?: string };

    await expect(invite(anna, customer, email, more)).rejects.toMatchObject({ status: 422 });
  });

  test("is counted: ten an hour, and never more than twenty open", async () => {
    const customer = await company();
    for (let count = 0; count < 10; count += 1) expect(await invite(anna, customer, someAddress())).toEqual({ state: "invited" });
    expect(await invite(anna, customer, someAddress())).toMatchObject({ state: "limited", retryAt: expect.any(String) as string });

    await sql`delete from private.tries where what = 'invite'`;
    for (let count = 0; count < 10; count += 1) await invite(anna, customer, someAddress());
    expect(await invite(anna, customer, someAddress())).toEqual({ state: "too_many_open" });
    expect((await peopleOf(anna, customer)).invitations).toHaveLength(20);
  });
});

describe.concurrent("whoever joins", () => {
  test("is told of to the owners, and to nobody else", async () => {
    const customer = await company();
    await joined(customer);

    expect((await kinds(customer)).filter((kind) => kind.startsWith("member_joined"))).toEqual([`member_joined to ${anna.email}`]);
  });

  test("stands by name beside what they change, in the history, at the desk and in the owner's receipt", async () => {
    const owner = await signedIn();
    const customer = await newCustomer({ kind: "company", owners: [anna.email, owner.email] });
    const guest = await joined(customer);
    await save(guest, customer, [change(customer.detail.phone, "+4930111111")]);

    const { updates } = await anna.call<{ updates: { actor: string; actorName: string }[] }>("account_history", { customer: customer.id });
    expect(updates[0]).toMatchObject({ actor: "customer", actorName: "Birgit Sommer" });
    const record = await actor("jana").call<{ updates: { actorName: string }[] }>("desk_record", { account: customer.accountNumber });
    expect(record.updates[0]).toMatchObject({ actorName: "Birgit Sommer" });
    await expect.poll(async () => (await mailsTo(product, owner.email)).some(({ subject, text }) => subject.startsWith("Ihre Kontaktdaten") && text.includes("Birgit Sommer")), { timeout: 40_000 }).toBe(true);
  });
});

describe.concurrent("a removal", () => {
  test("ends the login at once, with the session that it holds, and tells the person and the other owners", async () => {
    const customer = await newCustomer({ owners: [anna.email, eszter.email] });
    const guest = await joined(customer);
    await remove(anna, customer, await loginOf(customer, guest.email));

    await expect(guest.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    expect((await kinds(customer)).filter((kind) => kind.startsWith("member_removed")).toSorted()).toEqual([`member_removed to ${eszter.email}`, `member_removed to ${guest.email}`].toSorted());
    expect(await sql`select from public.logins l join public.logins b on b.id = l.ended_by where l.customer_id = ${customer.id} and l.email = ${guest.email} and b.email = ${anna.email}`).toHaveLength(1);
  });

  test("is an owner's; a member may remove nobody but themselves", async () => {
    const customer = await company();

    await expect(remove(bjoern, customer, await loginOf(customer, anna.email))).rejects.toMatchObject({ status: 403 });
    await remove(bjoern, customer, await loginOf(customer, bjoern.email));
    expect((await peopleOf(anna, customer)).people).toHaveLength(1);
  });

  test("of the last owner is refused, also where the other one is frozen", async () => {
    const customer = await newCustomer({ owners: [anna.email, eszter.email], members: [bjoern.email] });
    const mine = await loginOf(customer, anna.email);
    await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id} and email = ${eszter.email}`;

    await expect(remove(anna, customer, mine)).rejects.toMatchObject({ status: 409, code: "last_owner" });
    await sql`update public.logins set frozen_at = null where customer_id = ${customer.id}`;
    await remove(anna, customer, mine);
    expect((await peopleOf(eszter, customer)).people.map(({ email }) => email)).toEqual([eszter.email, bjoern.email]);
  });

  test("by two owners of each other leaves one", async () => {
    const customer = await newCustomer({ owners: [anna.email, eszter.email] });
    const [first, second] = [await loginOf(customer, anna.email), await loginOf(customer, eszter.email)];

    const outcomes = await Promise.allSettled([remove(anna, customer, second), remove(eszter, customer, first)]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sql`select from public.logins where customer_id = ${customer.id} and ended_at is null`).toHaveLength(1);
  });

  test("takes the invitations along that stood on the removed person's word", async () => {
    const customer = await newCustomer({ owners: [anna.email, eszter.email] });
    const guest = await signedIn();
    await invite(eszter, customer, guest.email);
    const [invitation] = await invitationsFor(guest);
    await remove(anna, customer, await loginOf(customer, eszter.email));

    expect((await peopleOf(anna, customer)).invitations).toEqual([]);
    expect(await answer(guest, invitation?.id ?? "")).toEqual({ state: "gone" });
  });

  test("reaches nobody of another customer", async () => {
    const [own, other] = [await company(), await newCustomer({ owners: [anna.email, eszter.email] })];
    const theirs = (await peopleOf(eszter, other)).people.find(({ you }) => you)?.id ?? "";

    await expect(remove(anna, own, theirs)).rejects.toMatchObject({ status: 404 });
    await expect(remove(actor("stranger"), other, theirs)).rejects.toMatchObject({ status: 404 });
    expect((await peopleOf(eszter, other)).people).toHaveLength(2);
  });
});

test("one address may act for fifty customers, and finds them by name", async () => {
  const busy = await signedIn();
  for (let count = 0; count < 50; count += 1) await newCustomer({ owners: [busy.email], kind: "company", details: [{ kind: "name", value: { company: `Filiale ${String(99 - count)}` } }] });

  const { customers } = await busy.call<{ customers: { name: string; place: string }[] }>("my_access");

  expect(customers).toHaveLength(50);
  expect(customers.map(({ name }) => name)).toEqual(customers.map(({ name }) => name).toSorted());
  expect(customers[0]?.place).toBe("Berlin");
});

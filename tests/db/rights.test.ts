import { describe, expect, test } from "vitest";
import { heldDataSchema } from "~/rights/held-data.schema";
import { actor, person, product, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { open } from "../support/concerns.ts";
import { addLogin, berlin, importDetails, leipzig, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { propose, signedInOwner, someAddress } from "../support/email-change.ts";
import { outboxOf } from "../support/outbox.ts";
import { takeData } from "../support/rights.ts";
import { add, change, correctOnCall, save } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

const jana = actor("jana");
const clara = actor("clara");
const wish = (who: Person, { id }: TestCustomer, wishes: object) => who.call("save_wishes", { customer: id, locale: "de", contact_by: "email", reminders: true, ...wishes });

async function memberOf(customer: TestCustomer): Promise<Person> {
  const address = someAddress();
  await addLogin(customer.id, address, "member");
  return person(await signIn(product, address));
}

describe.concurrent("wishes", () => {
  test("are the owners' to set, and leave a trace", async () => {
    const { owner, customer } = await signedInOwner();
    const member = await memberOf(customer);
    const { owner: stranger } = await signedInOwner();
    await expect(wish(member, customer, { locale: "hu" })).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    await expect(wish(stranger, customer, { locale: "hu" })).rejects.toMatchObject({ status: 404 });
    await wish(owner, customer, { locale: "hu", contact_by: "post", reminders: false });
    await wish(owner, customer, { locale: "hu", contact_by: "post", reminders: false });
    const { wishes } = await takeData(owner, customer);
    expect(wishes.map(({ before, after }) => [before, after])).toEqual([[{ locale: "de", contactBy: "email", reminders: true }, { locale: "hu", contactBy: "post", reminders: false }]]);
  });

  test.each([{ locale: "fr" }, { contact_by: "pigeon" }, { reminders: null }, { locale: null }])("refuse what no form sends: %o", async (wrong) => {
    const { owner, customer } = await signedInOwner();
    await expect(wish(owner, customer, wrong)).rejects.toMatchObject({ status: 422 });
  });

  test("offer email only where an address reaches somebody", async () => {
    const owner = person(await signIn(product, someAddress()));
    const customer = await newCustomer({ owners: [owner.email], contactBy: "post" });
    await expect(wish(owner, customer, {})).rejects.toMatchObject({ status: 422, code: "no_mailbox" });
    await importDetails(customer.id, [{ kind: "email", value: owner.email }]);
    await wish(owner, customer, {});
    expect((await owner.call<{ wishes: object }>("account_rights", { customer: customer.id })).wishes).toMatchObject({ contactBy: "email" });
  });

  test("without reminders keep a customer out of the queue, and never from a receipt", async () => {
    const { owner, customer } = await signedInOwner();
    await sql`update public.contact_details set review_on = current_date - 10 where customer_id = ${customer.id}`;
    await wish(owner, customer, { locale: "en" });
    expect(await sql`select from private.outreach_queue where customer_id = ${customer.id}`).toHaveLength(1);
    await wish(owner, customer, { reminders: false });
    expect(await sql`select from private.outreach_queue where customer_id = ${customer.id}`).toHaveLength(0);
    expect(await clara.call("send_reminders", { customers: [customer.id] })).toMatchObject({ emails: 0, letters: 0, skipped: 1 });
    await save(owner, customer, [change(customer.detail.phone, "+493023125999")]);
    expect((await outboxOf(customer.id)).filter(({ kind }) => kind === "receipt")).toMatchObject([{ to: owner.email, locale: "de" }]);
  });

  test("for post send what staff change as a letter", async () => {
    const { owner, customer } = await signedInOwner();
    await wish(owner, customer, { contact_by: "post" });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+493023125998")]);
    expect((await outboxOf(customer.id)).filter(({ kind }) => kind === "receipt")).toMatchObject([{ medium: "letter", to: berlin.city }]);
  });
});

describe.concurrent("the copy of everything", () => {
  test("holds what was stored, in the shape that is promised", async () => {
    const { owner, customer } = await signedInOwner();
    await importDetails(customer.id, [{ kind: "shipping_address", value: leipzig, label: "Lager" }]);
    await save(owner, customer, [change(customer.detail.phone, "+493023125997"), add("fax", "+493023125996", "Büro")]);
    await propose(owner, customer, add("email", someAddress()));
    const { reference } = await open(owner, customer, { body: "Wort für Wort" });
    await jana.call("desk_record", { account: customer.accountNumber });
    await owner.call("request_erasure", { customer: customer.id });

    const { status, ...held } = await takeData(owner, customer);
    expect(status).toBe("taken");
    expect(heldDataSchema.parse(held)).toEqual(held);
    expect(held.details.find(({ kind }) => kind === "phone")?.values.map(({ value }) => value)).toEqual(["+493023125014", "+493023125997"]);
    expect(held.updates.at(-1)?.items).toHaveLength(2);
    expect(held.updates.at(-1)?.receiptAt).not.toBeNull();
    expect(held.logins).toMatchObject([{ email: owner.email, role: "owner" }]);
    expect(held.emailProofs).toHaveLength(1);
    expect(held.concerns).toMatchObject([{ reference, messages: [{ text: "Wort für Wort" }] }]);
    expect(held.tasks).toMatchObject([{ cause: "erasure_requested" }]);
    expect(held.recordViews).toMatchObject([{ by: "Jana Krüger" }]);
    expect(held.sent.map(({ kind }) => kind)).toContain("receipt");
    expect(held.downloads).toMatchObject([{ format: "json" }]);
  });

  test("is for owners, of their own customer", async () => {
    const { owner, customer } = await signedInOwner();
    const { owner: stranger } = await signedInOwner();
    await expect(takeData(await memberOf(customer), customer)).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    await expect(takeData(stranger, customer)).rejects.toMatchObject({ status: 404 });
    await expect(takeData(jana, customer)).rejects.toMatchObject({ status: 404 });
    expect(await sql`select from private.data_downloads where customer_id = ${customer.id}`).toHaveLength(0);
    await takeData(owner, customer);
    expect(await sql`select from private.data_downloads where customer_id = ${customer.id}`).toHaveLength(1);
  });

  test("tells no secret and nothing of others", async () => {
    const { owner, customer } = await signedInOwner();
    const { owner: other, customer: others } = await signedInOwner();
    await save(other, others, [change(others.detail.phone, "+493023125995")]);
    await save(owner, customer, [change(customer.detail.phone, "+493023125994")]);
    const text = JSON.stringify(await takeData(owner, customer));
    expect(text).not.toContain(other.email);
    expect(text).not.toContain("+493023125995");
    expect(text).not.toMatch(/hash|token|secret|lease|network/i);
  });

  test("may be taken ten times a day", async () => {
    const { owner, customer } = await signedInOwner();
    for (let taken = 0; taken < 10; taken++) expect((await takeData(owner, customer)).status).toBe("taken");
    const refused = await takeData(owner, customer);
    expect(refused.status).toBe("limited");
    expect(new Date(refused.retryAt).getTime()).toBeGreaterThan(Date.now());
    expect(await sql`select from private.data_downloads where customer_id = ${customer.id}`).toHaveLength(10);
  });

  test("is logged for good", async () => {
    const { owner, customer } = await signedInOwner();
    await takeData(owner, customer);
    await expect(sql`delete from private.data_downloads where customer_id = ${customer.id}`).rejects.toThrow("history_is_append_only");
    await wish(owner, customer, { locale: "en" });
    await expect(sql`update private.wishes set after = before where customer_id = ${customer.id}`).rejects.toThrow("history_is_append_only");
  });
});

describe.concurrent("asking for erasure", () => {
  const tasksOf = ({ id }: TestCustomer) => sql<{ role: string; outcome: string | null }[]>`select role, outcome from public.tasks where customer_id = ${id} and cause = 'erasure_requested' order by created_at`;
  const ask = (who: Person, { id }: TestCustomer) => who.call("request_erasure", { customer: id });

  test("is an owner's wish, opens one task for an admin, and can be taken back", async () => {
    const { owner, customer } = await signedInOwner();
    await expect(ask(await memberOf(customer), customer)).rejects.toMatchObject({ status: 403 });
    await Promise.all([ask(owner, customer), ask(owner, customer)]);
    expect(await tasksOf(customer)).toEqual([{ role: "admin", outcome: null }]);
    await owner.call("withdraw_erasure", { customer: customer.id });
    await owner.call("withdraw_erasure", { customer: customer.id });
    expect(await tasksOf(customer)).toEqual([{ role: "admin", outcome: "withdrawn" }]);
    await ask(owner, customer);
    expect(await tasksOf(customer)).toHaveLength(2);
  });

  test("may be refused for a reason, which the customer reads", async () => {
    const { owner, customer } = await signedInOwner();
    await ask(owner, customer);
    const [task] = await sql<{ id: string }[]>`select id from public.tasks where customer_id = ${customer.id}`;
    const oliver = actor("oliver");
    await expect(oliver.call("close_task", { task: task?.id, accepted: true })).rejects.toMatchObject({ status: 422 });
    await expect(actor("miriam").call("close_task", { task: task?.id, accepted: false, reason: "nein" })).rejects.toMatchObject({ status: 403 });
    await oliver.call("close_task", { task: task?.id, accepted: false, reason: "Eine Rechnung ist offen." });
    expect(await owner.call("account_rights", { customer: customer.id })).toMatchObject({ erasure: { outcome: "refused", reason: "Eine Rechnung ist offen." } });
  });
});


import { randomUUID } from "node:crypto";
import type { PendingQuery, Row } from "postgres";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { passCheck } from "../support/caller-checks.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { propose, prove, signedInOwner, someAddress } from "../support/email-change.ts";
import { receiptsOf } from "../support/outbox.ts";
import { values } from "../support/overview.ts";
import { add, change, confirm, correctOnCall, save } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");

const newOne = () => newCustomer({ owners: [anna.email] });
const reverse = (who: Person, customer: TestCustomer, reference: string | null, word = "id_card", request = randomUUID()) =>
  who.call<{ status: string; reference?: string }>("reverse_update", { account: customer.accountNumber, reference, word_of: word, request });
const look = (customer: TestCustomer, reference: string | null, who = jana) =>
  who.call<{ reversal: { state: string }; ownMistake: string; update: object }>("desk_reversal", { account: customer.accountNumber, reference });
/** An update as it would stand there had it been saved otherwise. */
const rewritten = ({ id }: TestCustomer, reference: string, as: PendingQuery<Row[]>) => sql.begin(async (tx) => {
  await tx`alter table public.updates disable trigger user`;
  await tx`update public.updates set ${as} where customer_id = ${id} and reference = ${reference}`;
  await tx`alter table public.updates enable trigger user`;
});

describe.concurrent("taking an update back at the desk", () => {
  test("brings back what was before as one update, with a receipt, and both tell of each other", async () => {
    const customer = await newOne();
    const before = await values(anna, customer, "phone");
    const { reference } = await save(anna, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930222222")]);
    expect(await look(customer, reference)).toMatchObject({ reversal: { state: "possible" } });

    const reversed = await reverse(jana, customer, reference);

    expect(reversed).toMatchObject({ status: "saved" });
    expect([await values(anna, customer, "phone"), await values(anna, customer, "fax")]).toEqual([before, []]);
    const { updates } = await anna.call<{ updates: object[] }>("account_history", { customer: customer.id });
    expect(updates.slice(0, 2)).toMatchObject([{ reference: reversed.reference, undoes: reference, channel: "in_person", identifiedBy: ["id_card"], actorName: "Jana Krüger" }, { reference, undoneBy: reversed.reference }]);
    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`, `email to ${anna.email}`]);
    expect(await look(customer, reference)).toMatchObject({ reversal: { state: "undone" } });
  });

  test("on a call takes a passed check of this agent", async () => {
    const customer = await newOne();
    const { reference } = await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);
    await passCheck(sql, actor("tobias").email, customer.accountNumber);
    await expect(reverse(jana, customer, reference, "phone")).rejects.toMatchObject({ status: 422, code: "caller_not_checked" });

    await passCheck(sql, jana.email, customer.accountNumber);
    expect(await reverse(jana, customer, reference, "phone")).toMatchObject({ status: "saved" });
  });

  test("as our own mistake is for what this agent saved alone, keeps the channel, and is no contact", async () => {
    const customer = await newOne();
    const { reference: theirs } = await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);
    const { reference: ours } = await correctOnCall(jana, customer, [add("fax", "+4930222222")]);
    const lastContact = async () => (await jana.call<{ lastContact: object }>("desk_record", { account: customer.accountNumber })).lastContact;
    const contact = await lastContact();

    await expect(reverse(jana, customer, theirs, "us")).rejects.toMatchObject({ status: 422, code: "caller_not_identified" });
    expect(await look(customer, theirs)).toMatchObject({ ownMistake: "customers" });
    expect(await look(customer, ours)).toMatchObject({ ownMistake: "possible" });
    const { reference } = await reverse(jana, customer, ours, "us");
    expect(await sql`select channel::text, identified_by from public.updates where reference = ${reference ?? ""}`).toEqual([{ channel: "phone", identified_by: null }]);
    expect(await lastContact()).toEqual(contact);
  });

  test.each<[string, (customer: TestCustomer, reference: string) => Promise<unknown>]>([
    ["others", async () => undefined],
    ["old", (customer, reference) => rewritten(customer, reference, sql`occurred_at = now() - interval '25 hours', actor_staff = (select id from public.staff where email = ${jana.email})`)],
    ["paper", async (customer, reference) => {
      const [sheet] = await sql<{ id: string }[]>`insert into public.written_changes (channel, received_on, state, settled_by, settled_at)
        select 'form', private.today(), 'applied', id, now() from public.staff where email = ${jana.email} returning id`;
      await rewritten(customer, reference, sql`written_change_id = ${sheet?.id ?? ""}, actor_staff = (select id from public.staff where email = ${jana.email})`);
    }],
  ])("as our own mistake is a supervisor's where an agent may not (%s), which the page says", async (why, make) => {
    const customer = await newOne();
    const { reference } = await correctOnCall(actor("tobias"), customer, [add("fax", "+4930222222")]);
    await make(customer, reference ?? "");

    expect(await look(customer, reference)).toMatchObject({ ownMistake: why });
    await expect(reverse(jana, customer, reference, "us")).rejects.toMatchObject({ status: 422, code: "not_your_mistake" });
    expect(await values(anna, customer, "fax")).toEqual(["+4930222222"]);
    expect(await look(customer, reference, actor("miriam"))).toMatchObject({ ownMistake: "possible" });
    expect(await reverse(actor("miriam"), customer, reference, "us")).toMatchObject({ status: "saved" });
  });

  test("does nothing where something was saved since, and says which", async () => {
    const customer = await newOne();
    const { reference } = await save(anna, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930222222")]);
    await save(anna, customer, [change({ ...customer.detail.phone, version: 2 }, "+4930333333")]);

    expect(await look(customer, reference)).toMatchObject({ reversal: { state: "changed", changed: [{ kind: "phone", label: null }] } });
    expect(await reverse(jana, customer, reference)).toEqual({ status: "impossible" });
    expect([await values(anna, customer, "phone"), await values(anna, customer, "fax")]).toEqual([["+4930333333"], ["+4930222222"]]);
  });

  test("twice at once, or sent twice, takes back once", async () => {
    const customer = await newOne();
    const { reference } = await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);
    const request = randomUUID();

    const [one, two] = await Promise.all([reverse(jana, customer, reference, "id_card", request), reverse(jana, customer, reference, "id_card", request)]);
    expect(one).toEqual(two);
    expect(await reverse(jana, customer, reference)).toEqual({ status: "impossible" });
    expect(await sql`select from public.updates where customer_id = ${customer.id} and undoes is not null`).toHaveLength(1);
  });

  test("is not for a change of email address, nor for what was only confirmed", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference: confirmed } = await confirm(owner, customer, [customer.detail.phone]);
    const address = someAddress();
    const { accepted } = await prove(await propose(owner, customer, change(customer.detail.email, address)), address);

    expect(await look(customer, accepted.reference)).toMatchObject({ reversal: { state: "email" } });
    expect(await reverse(jana, customer, accepted.reference)).toEqual({ status: "impossible" });
    expect(await look(customer, confirmed)).toMatchObject({ reversal: { state: "nothing" } });
  });

  test("is not for what a record began with", async () => {
    const customer = await newOne();
    const [{ reference } = { reference: null }] = await sql<{ reference: string }[]>`
      select u.reference from public.updates u join public.update_items i on i.update_id = u.id
      where u.customer_id = ${customer.id} and i.kind = 'name' and i.op = 'add'`;
    expect(await look(customer, reference)).toMatchObject({ reversal: { state: "beginning" } });
    expect(await reverse(jana, customer, reference)).toEqual({ status: "impossible" });
  });

  test("is for the desk alone, and for the customer whose update it is", async () => {
    const [customer, other] = [await newOne(), await newOne()];
    const { reference } = await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);

    for (const who of [anna, actor("clara")]) await expect(reverse(who, customer, reference)).rejects.toMatchObject({ status: 403 });
    await expect(reverse(jana, other, reference)).rejects.toMatchObject({ status: 404 });
    await expect(reverse(jana, customer, reference, "hearsay")).rejects.toMatchObject({ status: 422, code: "caller_not_identified" });
  });
});

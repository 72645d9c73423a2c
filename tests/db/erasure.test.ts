import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, product, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { open, write } from "../support/concerns.ts";
import { addLogin, importDetails, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { propose, signedInOwner, someAddress } from "../support/email-change.ts";
import { nextMail } from "../support/inbox.ts";
import { outboxOf } from "../support/outbox.ts";
import { askForErasure, erase, rareWord, tablesWith } from "../support/rights.ts";
import { add, change, correctOnCall, save } from "../support/saving.ts";

const oliver = actor("oliver");
const jana = actor("jana");
const tobias = actor("tobias");

/** A customer about whom something stands everywhere, each with a word that stands nowhere else. */
async function marked(): Promise<{ owner: Person; customer: TestCustomer; words: string[] }> {
  const { owner, customer } = await signedInOwner();
  const [old, name, street, label, subject, text, answer, mailbox, reason, site] = Array.from({ length: 10 }, rareWord) as [string, ...string[]];
  await save(owner, customer, [change(customer.detail.name, { given: old, family: "Alt" })]);
  await save(owner, customer, [
    change({ ...customer.detail.name, version: 2 }, { given: name, family: "Neu" }),
    change(customer.detail.billing_address, { country: "DE", lines: [street], postcode: "10245", city: "Berlin", area: "" }),
    add("fax", "+493023125993", label),
  ]);
  await importDetails(customer.id, [{ kind: "shipping_address", value: { country: "DE", lines: ["Hof 1"], postcode: "04347", city: "Leipzig", area: "" }, label: site }]);
  await propose(owner, customer, add("email", `${mailbox}@example.org`));
  const { reference } = await open(owner, customer, { kind: "complaint", subject, body: text });
  await write(owner, customer, reference, "mehr");
  await jana.call("answer_concern", { reference, body: answer, request: randomUUID() });
  await sql`insert into public.tasks (cause, customer_id, department_id, proposal, due_at, closed_at, outcome, reason)
    select 'sign_in_frozen', ${customer.id}, 1, jsonb_build_object('reference', ${reason ?? ""}::text), now(), now(), 'done', ${reason ?? ""}`;
  return { owner, customer, words: [old, name, street, label, subject, text, answer, mailbox, reason, site].map(String) };
}

describe("erasure", () => {
  test("leaves nothing of what was typed anywhere, and who, when and which channel stay", async () => {
    const { owner, customer, words } = await marked();
    for (const word of words) expect(await tablesWith(word), word).not.toEqual([]);
    const [before] = await sql`select count(*)::int as updates, array_agg(channel order by u.occurred_at) as channels from public.updates u where customer_id = ${customer.id}`;

    await erase(owner, customer);

    for (const word of words) expect(await tablesWith(word), word).toEqual([]);
    const [after] = await sql`select count(*)::int as updates, array_agg(channel order by u.occurred_at) as channels from public.updates u where customer_id = ${customer.id}`;
    expect(after).toEqual({ updates: Number(before?.updates) + 1, channels: [...(before?.channels as string[] | undefined ?? []), "online"] });
    expect(await sql`select from public.update_items i join public.updates u on u.id = i.update_id where u.customer_id = ${customer.id}
      and (i.before is not null or i.after is not null or i.label is not null)`).toHaveLength(0);
    const [record] = await sql`select e.counts, s.email from private.erasures e join public.staff s on s.id = e.erased_by where e.customer_id = ${customer.id} order by erased_at limit 1`;
    expect(record).toMatchObject({ email: oliver.email, counts: { concerns: 1, messages: 3 } });
  });

  test("forgets what a site was called before, and a line of an import in which the account number stands in groups", async () => {
    const { owner, customer } = await signedInOwner();
    const [called, cell] = [rareWord(), rareWord()];
    await importDetails(customer.id, [{ kind: "shipping_address", value: { country: "DE", lines: ["Hof 1"], postcode: "04347", city: "Leipzig", area: "" }, label: called }]);
    const [site] = await sql<{ detail: string; version: number }[]>`select id as detail, version from public.contact_details where customer_id = ${customer.id} and kind = 'shipping_address'`;
    await save(owner, customer, [{ op: "change", ...site, kind: "shipping_address", value: { country: "DE", lines: ["Hof 1"], postcode: "04347", city: "Leipzig", area: "" }, label: "Lager" }]);
    const grouped = customer.accountNumber.replace(/(.{4})/, "$1 ");
    await sql`with i as (insert into private.imports (file_name, encoding, separator, header, state) values ('x.csv', 'utf-8', ',', '{a,b}', 'cancelled') returning id)
      insert into private.import_problems (import_id, line, place, bad, code, cells) select id, 2, 1, true, 'refused', ${sql.json([grouped, cell])} from i`;
    expect(await tablesWith(cell)).toEqual(["private.import_problems"]);
    await erase(owner, customer);
    expect(await tablesWith(called)).toEqual([]);
    expect(await tablesWith(cell)).toEqual([]);
  });

  test("leaves a sheet to be settled that somebody else was read from as well", async () => {
    const { owner, customer } = await signedInOwner();
    const other = await newCustomer();
    const read = (account: string) => ({ account, changes: [{ kind: "phone", mode: "replace", value: "+4930111111" }], request: randomUUID() });
    const { id } = await jana.call<{ id: string }>("key_written_change", { channel: "invoice", received_on: "2026-01-31", document_number: "RE-1", ...read(customer.accountNumber) });
    await tobias.call("check_written_change", { written_change: id, ...read(other.accountNumber) });
    await erase(owner, customer);
    expect(await sql`select state, document_number from public.written_changes where id = ${id}`).toEqual([{ state: "to_settle", document_number: "RE-1" }]);
    expect(await sql`select changes from public.written_change_keyings where written_change_id = ${id} and customer_id = ${customer.id}`).toEqual([{ changes: [] }]);
  });

  test("tells the owner by a last mail, whose address is gone once it has left", async () => {
    const { owner, customer } = await signedInOwner();
    await erase(owner, customer);
    // the first is the code of signing in
    const { text } = await nextMail(product, owner.email, 1);
    expect(text).toContain(customer.accountNumber);
    expect(text).toContain("§ 147 AO");
    await expect.poll(() => tablesWith(owner.email), { timeout: 20_000 }).toEqual([]);
  });

  test("tells by post where post is preferred, and forgets that address once the letter is settled", async () => {
    const { owner, customer } = await signedInOwner();
    const street = rareWord();
    await save(owner, customer, [change(customer.detail.billing_address, { country: "DE", lines: [street], postcode: "10245", city: "Berlin", area: "" })]);
    await sql`update public.customers set contact_by = 'post' where id = ${customer.id}`;
    await erase(owner, customer);
    const last = (await outboxOf(customer.id)).filter(({ kind }) => kind === "erased");
    expect(last).toMatchObject([{ medium: "letter", state: "waiting", to: "Berlin" }]);
    expect(await tablesWith(street)).toEqual(["contact_detail_values"]);
    await sql`update private.outbox set state = 'sent', sent_at = now() where customer_id = ${customer.id} and kind = 'erased'`;
    expect(await tablesWith(street)).toEqual([]);
  });

  test("ends every sign-in at once, but not at another customer", async () => {
    const { owner, customer } = await signedInOwner();
    const other = await newCustomer({ owners: [owner.email] });
    await erase(owner, customer);
    await expect(owner.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    expect((await owner.rest("contact_details?select=*&customer_id=eq." + customer.id)).body).toEqual([]);
    expect(await owner.call("account_overview", { customer: other.id })).toMatchObject({ customer: { id: other.id } });
  });

  test("ends the session of whoever has no other business here", async () => {
    const { owner, customer } = await signedInOwner();
    await erase(owner, customer);
    await expect(owner.call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("keeps documents with the address they were issued to", async () => {
    const { owner, customer } = await signedInOwner();
    const address = { country: "DE", lines: [rareWord()], postcode: "10245", city: "Berlin", area: "" };
    await sql`insert into public.documents (customer_id, number, kind, issued_on, amount, currency, address_as_issued)
      values (${customer.id}, ${rareWord()}, 'invoice', '2025-03-01', 12.5, 'EUR', ${sql.json(address)})`;
    await erase(owner, customer);
    expect(await sql`select address_as_issued from public.documents where customer_id = ${customer.id}`).toMatchObject([{ address_as_issued: address }]);
  });

  test("stops what waits, and every link and proof", async () => {
    const { owner, customer } = await marked();
    await sql`insert into private.links (purpose, customer_id, token_hash, expires_at) values ('review', ${customer.id}, ${rareWord()}, now() + interval '1 day')`;
    await sql`update private.outbox set state = 'failed' where customer_id = ${customer.id} and kind = 'receipt'`;
    await erase(owner, customer);
    expect(await sql`select kind from private.outbox where customer_id = ${customer.id} and state not in ('sent', 'cancelled') and kind <> 'erased'`).toHaveLength(0);
    expect(await sql`select from private.links where customer_id = ${customer.id} and (token_hash is not null or code_hash is not null or used_at is null)`).toHaveLength(0);
    expect(await sql`select from private.email_proofs where customer_id = ${customer.id} and settled_at is null`).toHaveLength(0);
    expect(await sql`select from public.concerns where customer_id = ${customer.id} and state <> 'closed'`).toHaveLength(0);
  });

  test("leaves a customer whom staff find by the account number alone, as erased, and cannot change", async () => {
    const { owner, customer, words } = await marked();
    await sql`update public.customers set birth_date = '1961-05-03', yearly_spend = 900 where id = ${customer.id}`;
    await erase(owner, customer);
    expect(await sql`select birth_date, yearly_spend::int from public.customers where id = ${customer.id}`).toEqual([{ birth_date: null, yearly_spend: 0 }]);
    for (const typed of [words[1], "+493023125014", owner.email]) {
      const { hits } = await jana.call<{ hits: { accountNumber: string }[] }>("desk_search", { query: typed });
      expect(hits.filter(({ accountNumber }) => accountNumber === customer.accountNumber)).toEqual([]);
    }
    expect(await jana.call("desk_search", { query: customer.accountNumber })).toMatchObject({ hits: [{ accountNumber: customer.accountNumber, name: null, erased: true }] });
    expect(await jana.call<{ customer: { erasedAt: string } }>("desk_record", { account: customer.accountNumber })).toMatchObject({ details: [], logins: [], customer: { name: null } });
    await expect(correctOnCall(jana, customer, [add("phone", "+493023125992")])).rejects.toMatchObject({ status: 404 });
    await expect(importDetails(customer.id, [{ kind: "phone", value: "+493023125992" }])).rejects.toThrow("value_not_acceptable");
    expect(await sql`select from private.outreach_queue where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("happens by an admin's hand, with the account number typed, once", async () => {
    const { owner, customer } = await signedInOwner();
    const task = await askForErasure(owner, customer);
    for (const who of [jana, actor("miriam"), owner]) {
      await expect(who.call("erase_customer", { task, account: customer.accountNumber })).rejects.toMatchObject({ status: 403 });
      await expect(who.call("desk_erasure", { task })).rejects.toMatchObject({ status: 403 });
    }
    for (const account of ["00000000", "", null]) await expect(oliver.call("erase_customer", { task, account })).rejects.toMatchObject({ status: 422, code: "account_differs" });
    const both = await Promise.allSettled([1, 2].map(() => oliver.call("erase_customer", { task, account: customer.accountNumber })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sql`select from public.updates where customer_id = ${customer.id} and actor_staff is not null`).toHaveLength(1);
  });

  test("does not happen once the customer has taken the wish back", async () => {
    const { owner, customer } = await signedInOwner();
    const task = await askForErasure(owner, customer);
    await owner.call("withdraw_erasure", { customer: customer.id });
    await expect(oliver.call("erase_customer", { task, account: customer.accountNumber })).rejects.toMatchObject({ status: 409, code: "task_is_closed" });
    expect(await owner.call("account_overview", { customer: customer.id })).toMatchObject({ customer: { id: customer.id } });
  });

  test("tells each owner, and forgets each address with its own mail", async () => {
    const { owner, customer } = await signedInOwner();
    const second = someAddress();
    await addLogin(customer.id, second, "owner");
    await erase(owner, customer);
    await expect.poll(() => tablesWith(second), { timeout: 30_000 }).toEqual([]);
  });
});

describe("history", () => {
  test.each([
    ["an item", (id: string) => sql`update public.update_items i set before = null, after = null from public.updates u where u.id = i.update_id and u.customer_id = ${id}`],
    ["a value", (id: string) => sql`update public.contact_detail_values v set value = 'null' from public.contact_details d where d.id = v.detail_id and d.customer_id = ${id}`],
    ["a message", (id: string) => sql`update public.concern_messages w set text = null from public.concerns c where c.id = w.concern_id and c.customer_id = ${id}`],
  ])("lets %s be emptied by nothing but an erasure, also for the tables' owner", async (_, rewrite) => {
    const { owner, customer } = await signedInOwner();
    await open(owner, customer);
    await expect(rewrite(customer.id)).rejects.toThrow("history_is_append_only");
  });

  test("an erasure's own record is never rewritten, and lets nothing but emptying through", async () => {
    const { owner, customer } = await signedInOwner();
    await erase(owner, customer);
    await expect(sql`update private.erasures set counts = '{}' where customer_id = ${customer.id}`).rejects.toThrow("history_is_append_only");
    await expect(sql`delete from private.erasures where customer_id = ${customer.id}`).rejects.toThrow("history_is_append_only");
    const { customer: other } = await signedInOwner();
    await expect(sql.begin(async (tx) => {
      await tx`insert into private.erasures (customer_id, erased_by) select ${other.id}, id from public.staff limit 1`;
      await tx`update public.update_items i set before = '"x"', after = '"y"' from public.updates u where u.id = i.update_id and u.customer_id = ${other.id}`;
    })).rejects.toThrow("history_is_append_only");
  });
});

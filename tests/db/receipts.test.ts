import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { addLogin, importDetails, leipzig, newCustomer } from "../support/customers.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf, receiptsOf } from "../support/outbox.ts";
import { add, change, confirm, correctOnCall, save } from "../support/saving.ts";

const anna = actor("anna");
const bjoern = actor("bjoern");
const jana = actor("jana");
const receiptsCount = async (customer: string) => (await sql`select from public.receipts where customer_id = ${customer}`).length;

describe("who gets the receipt", () => {
  test("the one who acted", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930111112")]);

    expect(await receiptsCount(customer.id)).toBe(1);
    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
  });

  test("the one who acted and every owner, but no other member", async () => {
    const customer = await newCustomer({ kind: "company", owners: [anna.email, "second@example.org"], members: [bjoern.email, "third@example.org"] });
    await save(bjoern, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await receiptsCount(customer.id)).toBe(1);
    expect(await receiptsOf(customer.id)).toEqual([anna.email, bjoern.email, "second@example.org"].toSorted().map((to) => `email to ${to}`));
  });

  test("the owners, when an agent acted", async () => {
    const customer = await newCustomer({ owners: [anna.email], members: [bjoern.email] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
  });

  test("nobody whose login is frozen or ended", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await addLogin(customer.id, "frozen@example.org", "owner");
    await addLogin(customer.id, "ended@example.org", "owner");
    await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id} and email = 'frozen@example.org'`;
    await sql`update public.logins set ended_at = now() where customer_id = ${customer.id} and email = 'ended@example.org'`;
    await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
  });

  test("the primary email, where nobody signs in", async () => {
    const customer = await newCustomer({ details: [{ kind: "email", value: "first@example.org" }, { kind: "email", value: "second@example.org" }] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await receiptsOf(customer.id)).toEqual(["email to first@example.org"]);
  });

  test("the billing address by letter, where there is no email", async () => {
    const customer = await newCustomer();
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await outboxOf(customer.id)).toMatchObject([{ kind: "receipt", medium: "letter", to: "Berlin", state: "waiting" }]);
  });

  test("the old and the new address by letter, when it changed", async () => {
    const customer = await newCustomer();
    await correctOnCall(jana, customer, [change(customer.detail.billing_address, leipzig)]);

    expect(await receiptsCount(customer.id)).toBe(1);
    expect(await receiptsOf(customer.id)).toEqual(["letter to Berlin", "letter to Leipzig"]);
  });

  test("the old and the new address also when it changed twice on one day", async () => {
    const customer = await newCustomer();
    const { billing_address: seen } = customer.detail;
    await correctOnCall(jana, customer, [change(seen, leipzig)]);
    await correctOnCall(jana, customer, [change({ ...seen, version: 2 }, { ...leipzig, city: "Rostock" })]);

    expect(await receiptsOf(customer.id)).toEqual(["letter to Berlin", "letter to Leipzig", "letter to Leipzig", "letter to Rostock"]);
  });

  test("the billing address, where the customer prefers post and an agent acted", async () => {
    const customer = await newCustomer({ contactBy: "post", owners: [anna.email], details: [{ kind: "email", value: "first@example.org" }] });
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    expect(await receiptsOf(customer.id)).toEqual(["letter to Berlin"]);
  });
});

describe("exactly one receipt", () => {
  test("for an update, also when it is sent twice at once", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const request = randomUUID();
    await Promise.all(Array.from({ length: 4 }, () => save(anna, customer, [change(customer.detail.phone, "+4930111111")], request)));

    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
  });

  test("cannot become two, whoever writes it", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [change(customer.detail.phone, "+4930111111")]);

    await expect(sql`insert into public.receipts select * from public.receipts where customer_id = ${customer.id}`).rejects.toThrow("receipts_pkey");
    await expect(sql`insert into private.outbox (kind, medium, locale, customer_id, update_id, to_login, state)
      select kind, medium, locale, customer_id, update_id, to_login, 'queued' from private.outbox where customer_id = ${customer.id}`)
      .rejects.toThrow("one_copy_of_a_receipt_per_recipient");
  });

  test.each([["de", "Telefon"], ["en", "Phone"], ["hu", "Telefon"]] as const)("reaches the inbox in the customer's language (%s) with its reference and no old number", async (locale, word) => {
    const address = `${randomUUID()}@example.org`;
    const customer = await newCustomer({ locale, details: [{ kind: "email", value: address }] });
    const { reference } = await correctOnCall(jana, customer, [change(customer.detail.phone, "+493055501111")]);

    const mail = await mailFromWorker(address);
    expect(`${mail.subject} ${mail.text}`).toContain(reference);
    expect(mail.text).toContain(word);
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.text.replaceAll(/\D/g, "")).not.toContain("23125014");
  });
});

describe("no receipt", () => {
  test("for a bare confirmation", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    expect(await confirm(anna, customer, [customer.detail.phone])).toMatchObject({ status: "saved" });

    expect(await outboxOf(customer.id)).toEqual([]);
    expect(await receiptsCount(customer.id)).toBe(0);
  });

  test("for an import", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await importDetails(customer.id, [{ kind: "fax", value: "+4930111113" }]);

    expect(await outboxOf(customer.id)).toEqual([]);
  });

  test("where nothing changed", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await save(anna, customer, [change(customer.detail.phone, "+493023125014")]);

    expect(await outboxOf(customer.id)).toEqual([]);
  });
});

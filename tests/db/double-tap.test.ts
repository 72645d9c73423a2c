import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { values } from "../support/overview.ts";
import { add, change, confirm, correctOnCall, save } from "../support/saving.ts";

const anna = actor("anna");
const bjoern = actor("bjoern");
const jana = actor("jana");

const updates = async (customer: string) =>
  (await sql<{ reference: string }[]>`select reference from public.updates where customer_id = ${customer} and channel <> 'import'`).map(({ reference }) => reference);

test("the same request again returns the first result and saves nothing", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const request = randomUUID();
  const first = await save(anna, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930222222")], request);
  const second = await save(anna, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930222222")], request);

  expect(second).toMatchObject({ status: "repeated", reference: first.reference });
  expect(await updates(customer.id)).toEqual([first.reference]);
  expect(await values(anna, customer, "fax")).toEqual(["+4930222222"]);
});

test("six taps at the same moment are one update with one reference", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const request = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => save(anna, customer, [add("fax", "+4930222222")], request)));

  expect(outcomes.filter(({ status }) => status === "saved")).toHaveLength(1);
  expect(new Set(outcomes.map(({ reference }) => reference)).size).toBe(1);
  expect(await values(anna, customer, "fax")).toEqual(["+4930222222"]);
});

test("an agent's double tap is one update too", async () => {
  const customer = await newCustomer();
  const request = randomUUID();
  const taps = await Promise.all([1, 2].map(() => correctOnCall(jana, customer, [add("fax", "+4930222222")], request)));

  expect(new Set(taps.map(({ reference }) => reference)).size).toBe(1);
  expect(await updates(customer.id)).toHaveLength(1);
});

test("a double tap on «still right» confirms once", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const request = randomUUID();
  await Promise.all([1, 2].map(() => confirm(anna, customer, [customer.detail.phone], request)));

  expect(await updates(customer.id)).toHaveLength(1);
});

test("a double tap on a new email address asks for one proof and sends one code", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const address = `${randomUUID()}@example.org`;
  const request = randomUUID();
  const first = await save(anna, customer, [add("email", address)], request);
  const second = await save(anna, customer, [add("email", address)], request);

  expect(second.proofs).toEqual(first.proofs);
  expect(await sql`select from private.email_proofs where customer_id = ${customer.id} and settled_at is null`).toHaveLength(1);
  expect(await sql`select from private.code_requests where email = ${address}`).toHaveLength(1);
});

test("somebody else cannot use a request that was saved", async () => {
  const customer = await newCustomer({ owners: [anna.email], members: [bjoern.email] });
  const request = randomUUID();
  await save(anna, customer, [change(customer.detail.phone, "+4930111111")], request);

  await expect(save(bjoern, customer, [add("fax", "+4930222222")], request)).rejects.toMatchObject({ status: 409 });
  expect(await values(anna, customer, "fax")).toEqual([]);
  expect(await updates(customer.id)).toHaveLength(1);
});

test("the same request for another customer is another request", async () => {
  const [one, other] = [await newCustomer({ owners: [anna.email] }), await newCustomer({ owners: [anna.email] })];
  const request = randomUUID();
  const first = await save(anna, one, [add("fax", "+4930222222")], request);
  const second = await save(anna, other, [add("fax", "+4930222222")], request);

  expect([first.status, second.status]).toEqual(["saved", "saved"]);
  expect(first.reference).not.toBe(second.reference);
});

test("references can be read out: eight characters without look-alikes", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const { reference } = await save(anna, customer, [add("fax", "+4930222222")]);

  expect(reference).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
});

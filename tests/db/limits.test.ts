import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { actor, person, product } from "../support/backend.ts";
import { importDetails, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { values } from "../support/overview.ts";
import { add, change, remove, save } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

const anna = actor("anna");

/** Fills a customer up to so many details; three are there from the beginning. */
async function filled(kind: "person" | "company", count: number): Promise<TestCustomer> {
  const customer = await newCustomer({ kind, owners: [anna.email] });
  await importDetails(customer.id, Array.from({ length: count - 3 }, (_, at) => ({ kind: "fax" as const, value: `+4930${1_000_000 + at}` })));
  return customer;
}

test.each([["person", 100], ["company", 2000]] as const)("a %s may have %i details", async (kind, limit) => {
  const customer = await filled(kind, limit - 1);
  await save(anna, customer, [add("phone", "+4930222222")]);

  await expect(save(anna, customer, [add("phone", "+4930333333")])).rejects.toMatchObject({ status: 422, code: "too_many_details" });
  expect(await values(anna, customer, "phone")).toHaveLength(2);
});

test("two that come at once do not pass the limit together", async () => {
  const customer = await filled("person", 99);
  const outcomes = await Promise.allSettled([save(anna, customer, [add("phone", "+4930222222")]), save(anna, customer, [add("phone", "+4930333333")])]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("at the limit one may still change, and add after removing", async () => {
  const customer = await filled("person", 100);
  expect(await save(anna, customer, [change(customer.detail.phone, "+4930222222")])).toMatchObject({ status: "saved" });
  await save(anna, customer, [remove({ ...customer.detail.phone, version: 2 })]);

  expect(await save(anna, customer, [add("phone", "+4930333333")])).toMatchObject({ status: "saved" });
});

test("a new email address does not pass it either", async () => {
  const address = `${randomUUID()}@example.org`;
  const bearer = person(await signIn(product, address));
  const customer = await filled("person", 99);
  const { proofs: [proof] } = await save(anna, customer, [add("email", address)]);
  await save(anna, customer, [add("phone", "+4930222222")]);

  await expect(bearer.call("accept_email", { proof })).rejects.toMatchObject({ status: 422, code: "too_many_details" });
  expect(await values(anna, customer, "email")).toEqual([]);
});

test.each([["none", 0], ["too many", 201]])("a form with %s changes is refused", async (_, count) => {
  const customer = await newCustomer({ owners: [anna.email] });

  await expect(save(anna, customer, Array.from({ length: count }, () => add("fax", "+4930222222")))).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
});

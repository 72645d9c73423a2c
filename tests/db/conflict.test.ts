import { expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { details, shown, values } from "../support/overview.ts";
import { add, change, confirm, correctOnCall, remove, save } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");

test("the second to save a detail is shown both values and nothing of theirs is kept", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const { phone, billing_address } = customer.detail;
  await correctOnCall(jana, customer, [change(phone, "+4930111111")]);

  const second = await save(anna, customer, [
    change(phone, "+4930222222"),
    change(billing_address, { country: "DE", lines: ["Anderswo 1"], postcode: "10115", city: "Berlin", area: "" }),
  ]);

  expect(second.status).toBe("conflict");
  expect(second.conflicts).toMatchObject([{ yours: "+4930222222", theirs: "+4930111111", version: 2, by: "staff", channel: "phone" }]);
  expect(await values(anna, customer, "phone")).toEqual(["+4930111111"]);
  expect((await shown(anna, customer, "billing_address")).version).toBe(1);
});

test("answering with the version that was shown saves", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const { phone } = customer.detail;
  await correctOnCall(jana, customer, [change(phone, "+4930111111")]);
  const [conflict] = (await save(anna, customer, [change(phone, "+4930222222")])).conflicts ?? [];

  await save(anna, customer, [change({ ...phone, version: conflict?.version ?? 0 }, "+4930222222")]);

  expect(await values(anna, customer, "phone")).toEqual(["+4930222222"]);
});

test("two who save the same value do not meet", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

  expect(await save(anna, customer, [change(customer.detail.phone, "+4930111111")])).toMatchObject({ status: "unchanged" });
});

test("of eight saves at the same moment one wins and seven are told", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const attempts = Array.from({ length: 8 }, (_, at) =>
    at % 2 ? save(anna, customer, [change(customer.detail.phone, `+493011111${at}`)]) : correctOnCall(jana, customer, [change(customer.detail.phone, `+493011111${at}`)]));

  const outcomes = await Promise.all(attempts);

  expect(outcomes.filter(({ status }) => status === "saved")).toHaveLength(1);
  expect(outcomes.filter(({ status }) => status === "conflict")).toHaveLength(7);
  expect((await shown(anna, customer, "phone")).version).toBe(2);
});

test("removing what somebody else changed is a conflict too", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

  expect(await save(anna, customer, [remove(customer.detail.phone)])).toMatchObject({ status: "conflict" });
  expect(await values(anna, customer, "phone")).toEqual(["+4930111111"]);
});

test("changing what somebody else removed is a conflict", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  await correctOnCall(jana, customer, [remove(customer.detail.phone)]);

  expect(await save(anna, customer, [change(customer.detail.phone, "+4930222222")])).toMatchObject({ status: "conflict", conflicts: [{ yours: "+4930222222" }] });
});

test("a confirmation raises no version, so it is in nobody's way", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const { phone } = customer.detail;
  await confirm(anna, customer, [phone]);

  expect(await correctOnCall(jana, customer, [change(phone, "+4930111111")])).toMatchObject({ status: "saved" });
});

test("details that were not touched are not confirmed", async () => {
  const customer = await newCustomer({ owners: [anna.email] });
  const before = await details(anna, customer);

  await save(anna, customer, [add("phone", "+4930333333")]);

  const after = await details(anna, customer);
  for (const detail of before) expect(after).toContainEqual(detail);
});

test("a value that was already so is no update", async () => {
  const customer = await newCustomer({ owners: [anna.email] });

  expect(await save(anna, customer, [change(customer.detail.phone, "+493023125014")])).toMatchObject({ status: "unchanged" });
  const [{ count } = { count: null }] = await sql`select count(*)::int from public.updates where customer_id = ${customer.id} and channel <> 'import'`;
  expect(count).toBe(0);
});

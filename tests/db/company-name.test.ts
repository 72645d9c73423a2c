import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf, receiptsOf } from "../support/outbox.ts";
import { values } from "../support/overview.ts";
import { change, correctOnCall, save } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");
const tobias = actor("tobias");

interface Task { id: string; cause: string; accountNumber: string; proposal: { value: { company: string } } }
const company = (name: string) => ({ company: name });
const openTasks = async (customer: TestCustomer) => (await jana.call<{ tasks: Task[] }>("desk_tasks")).tasks.filter(({ accountNumber }) => accountNumber === customer.accountNumber);

async function requested(name = "Neu & Co KG") {
  const customer = await newCustomer({ kind: "company", owners: [anna.email] });
  const outcome = await save(anna, customer, [change(customer.detail.name, company(name))]);
  const [task] = await openTasks(customer);
  return { customer, outcome, task: task?.id ?? "" };
}

test("a company's new name waits for an agent", async () => {
  const { customer, outcome } = await requested();

  expect(outcome).toMatchObject({ status: "unchanged", nameRequested: true });
  expect(await values(anna, customer, "name")).toEqual([company("Muster & Söhne GmbH")]);
  expect(await openTasks(customer)).toMatchObject([{ cause: "company_name_change", proposal: { value: company("Neu & Co KG") } }]);
  expect(await anna.call("account_overview", { customer: customer.id })).toMatchObject({ nameRequest: "Neu & Co KG" });
});

test("a person changes their name at once", async () => {
  const customer = await newCustomer({ owners: [anna.email] });

  expect(await save(anna, customer, [change(customer.detail.name, { given: "Ada", family: "Lovelace" })])).toMatchObject({ status: "saved", nameRequested: false });
});

test("what is asked for beside the name is saved at once", async () => {
  const customer = await newCustomer({ kind: "company", owners: [anna.email] });
  const outcome = await save(anna, customer, [change(customer.detail.name, company("Neu & Co KG")), change(customer.detail.phone, "+4930111111")]);

  expect(outcome).toMatchObject({ status: "saved", nameRequested: true });
  expect(await values(anna, customer, "phone")).toEqual(["+4930111111"]);
});

test("accepted, it counts, and the customer gets the receipt", async () => {
  const { customer, task } = await requested();
  expect(await jana.call("close_task", { task, accepted: true })).toMatchObject({ status: "saved" });

  expect(await values(anna, customer, "name")).toEqual([company("Neu & Co KG")]);
  expect(await openTasks(customer)).toEqual([]);
  expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
});

test("refused, it does not, and who asked is told why", async () => {
  const address = `${randomUUID()}@example.org`;
  const { customer, task } = await requested();
  await sql`update public.logins set email = ${address} where customer_id = ${customer.id}`;
  await jana.call("close_task", { task, accepted: false, reason: "Es fehlt der Handelsregisterauszug." });

  expect(await outboxOf(customer.id)).toMatchObject([{ kind: "name_request_refused", to: address }]);
  expect((await mailFromWorker(address)).text).toContain("Es fehlt der Handelsregisterauszug.");
});

test("is not refused without a reason", async () => {
  const { task } = await requested();

  await expect(jana.call("close_task", { task, accepted: false, reason: "  " })).rejects.toMatchObject({ status: 422, code: "reason_missing" });
});

test("is decided by one agent, also when two decide at once", async () => {
  const { customer, task } = await requested();
  const outcomes = await Promise.allSettled([jana, tobias].map((agent) => agent.call("close_task", { task, accepted: true })));

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409, code: "task_is_closed" } });
  expect(await receiptsOf(customer.id)).toHaveLength(1);
});

test("asked for twice is one task with the later name", async () => {
  const { customer } = await requested();
  await save(anna, customer, [change(customer.detail.name, company("Noch neuer KG"))]);

  expect(await openTasks(customer)).toMatchObject([{ proposal: { value: company("Noch neuer KG") } }]);
});

test("does not overwrite a name that was changed meanwhile", async () => {
  const { customer, task } = await requested();
  await correctOnCall(tobias, customer, [change(customer.detail.name, company("Inzwischen AG"))]);

  expect(await jana.call("close_task", { task, accepted: true })).toMatchObject({ status: "conflict" });
  expect(await values(anna, customer, "name")).toEqual([company("Inzwischen AG")]);
  expect(await openTasks(customer)).toHaveLength(1);
});

test("of the wrong shape is refused", async () => {
  const customer = await newCustomer({ kind: "company", owners: [anna.email] });

  for (const value of [company(""), company("a\nb"), { given: "A", family: "B" }, company("x".repeat(201)), { company: 5 }, {}]) {
    await expect(save(anna, customer, [change(customer.detail.name, value)])).rejects.toMatchObject({ status: 422 });
  }
  expect(await openTasks(customer)).toEqual([]);
});

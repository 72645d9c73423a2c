import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { open } from "../support/concerns.ts";
import { newCustomer, type TestCustomer } from "../support/customers.ts";
import { propose, signedInOwner, someAddress } from "../support/email-change.ts";
import { add, change, correctOnCall, save } from "../support/saving.ts";

const jana = actor("jana");
const tobias = actor("tobias");

interface Pulse { stamp: string; update: { by: string; name: string | null; kinds: string[]; channel: string } | null }
const pulse = ({ accountNumber }: TestCustomer) => jana.call<Pulse>("record_pulse", { account: accountNumber });
const views = async ({ id }: TestCustomer) => (await sql`select from public.record_views where customer_id = ${id}`).length;

test("a record that nobody touches stays as it was shown, and asking is no look at it", async () => {
  const { customer } = await signedInOwner();
  const { stamp } = await jana.call<{ stamp: string }>("desk_record", { account: customer.accountNumber });

  expect((await pulse(customer)).stamp).toBe(stamp);
  expect((await pulse(customer)).stamp).toBe(stamp);
  expect(await views(customer)).toBe(1);
});

describe("a record shows that", () => {
  test.each([
    ["the customer changed something", "customer", async (owner, customer) => { await save(owner, customer, [change(customer.detail.phone, "+493023125097")]); }],
    ["the customer proposed an email address", "import", async (owner, customer) => { await propose(owner, customer, add("email", someAddress())); }],
    ["the customer wrote", "import", async (owner, customer) => { await open(owner, customer); }],
    ["a colleague changed something", "staff", async (_, customer) => { await correctOnCall(tobias, customer, [change(customer.detail.phone, "+493023125096")]); }],
    ["sign-in was frozen", "import", async (_, customer) => { await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id}`; }],
  ] as [string, string, (...people: [Awaited<ReturnType<typeof signedInOwner>>["owner"], TestCustomer]) => Promise<void>][])("%s", async (_, by, act) => {
    const { owner, customer } = await signedInOwner();
    const before = await pulse(customer);
    await act(owner, customer);
    const after = await pulse(customer);

    expect(after.stamp).not.toBe(before.stamp);
    expect(after.update?.by).toBe(by);
  });
});

test("who, when and of which kinds is told, and no value", async () => {
  const customer = await newCustomer();
  await correctOnCall(tobias, customer, [change(customer.detail.phone, "+493023125095")]);
  const told = await pulse(customer);

  expect(told.update).toMatchObject({ by: "staff", name: "Tobias Brandt", kinds: ["phone"], channel: "phone" });
  expect(JSON.stringify(told)).not.toContain("23125");
});

test.each(["anna", "clara", "stranger"] as const)("%s hears nothing", async (name) => {
  const customer = await newCustomer();
  await expect(actor(name).call("record_pulse", { account: customer.accountNumber })).rejects.toMatchObject({ status: 403 });
});

test("the last contact is the last word of ours with the customer, not a sheet of paper", async () => {
  const { owner, customer } = await signedInOwner();
  const contact = async () => (await jana.call<{ lastContact: { channel: string } | null }>("desk_record", { account: customer.accountNumber })).lastContact;
  expect(await contact()).toBeNull();
  await correctOnCall(tobias, customer, [change(customer.detail.phone, "+493023125094")]);
  await save(owner, customer, [change({ ...customer.detail.phone, version: 2 }, "+493023125093")]);

  expect(await contact()).toMatchObject({ channel: "phone" });
});

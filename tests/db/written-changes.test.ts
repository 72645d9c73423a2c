import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { leipzig, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { receiptsOf } from "../support/outbox.ts";
import { shown, values } from "../support/overview.ts";
import { change, correctOnCall } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");
const tobias = actor("tobias");
const gergo = actor("gergo");

interface Sheet { id: string; sheet: number; state: "to_check" | "to_settle" | "applied" | "rejected" }
const replace = (kind: string, value: unknown) => ({ kind, mode: "replace", value });
const onThePaper = (customer: TestCustomer, changes: object[]) => ({ account: customer.accountNumber, changes, request: randomUUID() });

function key(who: Person, customer: TestCustomer, changes: object[], more: object = {}): Promise<Sheet> {
  return who.call("key_written_change", { channel: "invoice", received_on: "2026-01-31", document_number: "RE-1", ...onThePaper(customer, changes), ...more });
}

function check(who: Person, sheet: Sheet, customer: TestCustomer, changes: object[]): Promise<Sheet> {
  return who.call("check_written_change", { written_change: sheet.id, ...onThePaper(customer, changes) });
}

function settle(who: Person, sheet: Sheet, customer: TestCustomer, changes: object[], seen = {}): Promise<Sheet> {
  return who.call("settle_written_change", { written_change: sheet.id, ...onThePaper(customer, changes), seen });
}

const phone = replace("phone", "+4930111111");
const misread = replace("phone", "+4930111117");

async function disputed(): Promise<{ customer: TestCustomer; sheet: Sheet }> {
  const customer = await newCustomer({ owners: [anna.email] });
  const sheet = await key(jana, customer, [misread]);
  return { customer, sheet: await check(tobias, sheet, customer, [phone]) };
}

describe("what two people read alike", () => {
  test("is applied once the second has keyed it, as found on that kind of paper, and the customer is told", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const sheet = await key(jana, customer, [phone, replace("billing_address", leipzig)]);
    expect(sheet.state).toBe("to_check");
    expect(await values(anna, customer, "phone")).toEqual(["+493023125014"]);

    expect(await check(tobias, sheet, customer, [replace("billing_address", leipzig), phone])).toMatchObject({ state: "applied" });

    expect(await values(anna, customer, "phone")).toEqual(["+4930111111"]);
    expect((await shown(anna, customer, "billing_address")).freshness).toMatchObject({ channel: "invoice", confirmedBy: "staff" });
    expect(await receiptsOf(customer.id)).toEqual([`email to ${anna.email}`]);
  });

  test("changes the billing address alone, not a site's", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "shipping_address", value: { ...leipzig, city: "Taucha" } }] });
    await check(tobias, await key(jana, customer, [replace("billing_address", leipzig)]), customer, [replace("billing_address", leipzig)]);

    expect(await values(anna, customer, "shipping_address")).toEqual([{ ...leipzig, city: "Taucha" }]);
  });

  test("waits for its code where it is an email address", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const email = replace("email", someAddress());
    await check(tobias, await key(jana, customer, [email]), customer, [email]);

    expect(await values(anna, customer, "email")).toEqual([]);
    expect(await sql`select channel::text from private.email_proofs where customer_id = ${customer.id}`).toEqual([{ channel: "invoice" }]);
  });

  test("is settled by a third person where the customer changed it meanwhile", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const sheet = await key(jana, customer, [phone]);
    await correctOnCall(gergo, customer, [change(customer.detail.phone, "+4930222222")]);

    expect(await check(tobias, sheet, customer, [phone])).toMatchObject({ state: "to_settle" });
    expect(await values(anna, customer, "phone")).toEqual(["+4930222222"]);
  });
});

describe("what two people read differently", () => {
  test("is not applied", async () => {
    const { customer, sheet } = await disputed();

    expect(sheet.state).toBe("to_settle");
    expect(await values(anna, customer, "phone")).toEqual(["+493023125014"]);
    expect(await receiptsOf(customer.id)).toEqual([]);
  });

  test("is settled by a third", async () => {
    const { customer, sheet } = await disputed();
    const seen = { [customer.detail.phone.detail]: customer.detail.phone.version };

    expect(await settle(gergo, sheet, customer, [phone], seen)).toMatchObject({ state: "applied" });
    expect(await values(anna, customer, "phone")).toEqual(["+4930111111"]);
  });

  test("or rejected by them, with a reason", async () => {
    const { customer, sheet } = await disputed();
    await expect(gergo.call("reject_written_change", { written_change: sheet.id, reason: " " })).rejects.toMatchObject({ status: 422, code: "reason_missing" });

    expect(await gergo.call("reject_written_change", { written_change: sheet.id, reason: "Nicht zu lesen." })).toMatchObject({ state: "rejected" });
    expect(await values(anna, customer, "phone")).toEqual(["+493023125014"]);
  });

  test("is not settled over a value that changed while the third looked at it", async () => {
    const { customer, sheet } = await disputed();
    const seen = { [customer.detail.phone.detail]: customer.detail.phone.version };
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930222222")]);

    expect(await settle(gergo, sheet, customer, [phone], seen)).toMatchObject({ state: "overtaken" });
    expect(await values(anna, customer, "phone")).toEqual(["+4930222222"]);
  });
});

describe("never the same person twice:", () => {
  const twice = { status: 403, code: "keyed_by_you" };

  test("who keyed does not check", async () => {
    const customer = await newCustomer();
    await expect(check(jana, await key(jana, customer, [phone]), customer, [phone])).rejects.toMatchObject(twice);
  });

  test("who keyed or checked does not settle or reject", async () => {
    const { customer, sheet } = await disputed();
    for (const who of [jana, tobias]) {
      await expect(settle(who, sheet, customer, [phone])).rejects.toMatchObject(twice);
      await expect(who.call("reject_written_change", { written_change: sheet.id, reason: "Meins." })).rejects.toMatchObject(twice);
      await expect(who.call("written_change_to_settle", { written_change: sheet.id })).rejects.toMatchObject(twice);
    }
  });

  test("not in the table either", async () => {
    const { sheet } = await disputed();
    await expect(sql`insert into public.written_change_keyings
      select written_change_id, 3, staff_id, customer_id, changes, gen_random_uuid(), now() from public.written_change_keyings where written_change_id = ${sheet.id} and round = 1`)
      .rejects.toThrow("never_the_same_person_twice");
  });
});

describe("the second keys blind:", () => {
  test("nothing of what was keyed is told before a third has to look", async () => {
    const customer = await newCustomer();
    const sheet = await key(jana, customer, [phone]);
    const told = await Promise.all([
      tobias.call("written_change_to_check", { written_change: sheet.id }),
      tobias.call("written_change_to_settle", { written_change: sheet.id }),
      tobias.call("written_changes_queue"),
    ]);

    expect(JSON.stringify(told)).not.toContain("111111");
    expect(JSON.stringify(told)).not.toContain(customer.accountNumber);
  });
});

describe("at the same moment", () => {
  test("two who check one sheet are one check", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const sheet = await key(jana, customer, [phone]);
    const outcomes = await Promise.allSettled([tobias, gergo].map((who) => check(who, sheet, customer, [phone])));

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await receiptsOf(customer.id)).toHaveLength(1);
  });

  test("two presses on one form are one sheet", async () => {
    const customer = await newCustomer();
    const request = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => key(jana, customer, [phone], { request })));

    expect(second?.id).toBe(first?.id);
  });
});

describe("a sheet is refused", () => {
  const cases: [string, object, object[], string][] = [
    ["from no paper", { channel: "phone" }, [phone], "value_not_acceptable"],
    ["from the future", { received_on: "2126-01-31" }, [phone], "received_in_the_future"],
    ["for no account", { account: "00000000" }, [phone], "account_unknown"],
    ["with nothing on it", {}, [], "nothing_keyed"],
    ["with a value of the wrong shape", {}, [replace("phone", "nonsense")], "value_not_acceptable"],
    ["with one kind twice", {}, [phone, misread], "value_not_acceptable"],
    ["with a second name", {}, [{ kind: "name", mode: "add", value: { given: "A", family: "B" } }], "value_not_acceptable"],
  ];

  test.each(cases)("%s", async (_, more, changes, code) => {
    await expect(key(jana, await newCustomer(), changes, more)).rejects.toMatchObject({ status: 422, code });
  });
});

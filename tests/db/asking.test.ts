import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, type Person, sql } from "../support/backend.ts";
import { passCheck } from "../support/caller-checks.ts";
import { importDetails, newCustomer, type NewDetail, type TestCustomer } from "../support/customers.ts";
import { signedInOwner } from "../support/email-change.ts";
import { erase, takeData } from "../support/rights.ts";
import { change, correctOnCall, remove } from "../support/saving.ts";

const jana = actor("jana");
const tobias = actor("tobias");

type Question = { detail: string; version: number };
interface Shown { questions: Question[]; details: { id: string; kind: string; freshness: { confirmedBy: string; channel: string; confirmedAt: string } }[] }

const shown = (who: Person, { accountNumber }: TestCustomer) => who.call<Shown>("desk_record", { account: accountNumber });
const asked = async (who: Person, customer: TestCustomer) => (await shown(who, customer)).questions;
const say = (who: Person, { accountNumber }: TestCustomer, question: Question, request: string = randomUUID()) =>
  who.call<{ status: string }>("confirm_on_call", { account: accountNumber, ...question, request });
const right = async (who: Person, customer: TestCustomer, question: Question, request?: string) => {
  await passCheck(sql, who.email, customer.accountNumber);
  return say(who, customer, question, request);
};
const declined = (who: Person, { accountNumber }: TestCustomer, { detail }: Question) => who.call("decline_question", { account: accountNumber, detail });

const yearsAgo = (years: number) => new Date(Date.now() - years * 366 * 86_400_000).toISOString();
const stale: NewDetail[] = [
  { kind: "name", value: { given: "Ada", family: "Muster" }, confirmedAt: yearsAgo(9) },
  { kind: "billing_address", value: { country: "DE", lines: ["Hof 1"], postcode: "04347", city: "Leipzig", area: "" }, confirmedAt: new Date().toISOString() },
  { kind: "phone", value: "+493023125014", confirmedAt: yearsAgo(4) },
  { kind: "phone", value: "+493023125015", confirmedAt: yearsAgo(3) },
  { kind: "fax", value: "+493023125016", confirmedAt: yearsAgo(2) },
  { kind: "email", value: "ada@example.org", confirmedAt: yearsAgo(1.2) },
];
const kindOf = async ({ detail }: Question) => (await sql<{ kind: string }[]>`select kind from public.contact_details where id = ${detail}`)[0]?.kind;
const first = ([question]: Question[]) => {
  if (!question) throw new Error("nothing is asked");
  return question;
};

describe("what is asked", () => {
  test("is what is longest overdue, three details at most", async () => {
    const customer = await newCustomer({ details: stale });

    expect(await Promise.all((await asked(jana, customer)).map(kindOf))).toEqual(["name", "phone", "phone"]);
  });

  test("is nothing that is fresh, that evidence speaks against, or of which it is known what comes instead", async () => {
    expect(await asked(jana, await newCustomer())).toEqual([]);

    const customer = await newCustomer({ details: stale.slice(1, 4), without: ["name"] });
    await importDetails(customer.id, [{ kind: "name", value: { given: "Ada", family: "Muster" } }]);
    const [phone, other] = await asked(jana, customer);
    await sql`update public.contact_details set hold_reason = 'number_dead' where id = ${phone?.detail ?? ""}`;
    const tomorrow = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 10);
    await correctOnCall(jana, customer, [{ ...change(other ?? { detail: "", version: 0 }, "+493023125099"), from: tomorrow }]);
    expect(await asked(jana, customer)).toEqual([]);
  });

  test("ends with three answers in a call, for whoever asked", async () => {
    const customer = await newCustomer({ details: stale });
    for (let answer = 0; answer < 3; answer++) await right(jana, customer, first(await asked(jana, customer)));

    expect(await asked(jana, customer)).toEqual([]);
    expect(await Promise.all((await asked(tobias, customer)).map(kindOf))).toEqual(["fax", "email"]);
    await sql`insert into private.declined_questions (customer_id, detail_id, staff_id, at) select ${customer.id}, id, (select id from public.staff where email = ${tobias.email}), now() - interval '2 hours'
      from public.contact_details where customer_id = ${customer.id} and kind = 'billing_address'`;
    expect(await asked(tobias, customer)).toHaveLength(2);
  });
});

test("a question that was answered by a correction or a removal is one of the three", async () => {
  const customer = await newCustomer({ details: stale });
  const [name, phone, other] = await asked(jana, customer);
  await right(jana, customer, first([name ?? { detail: "", version: 0 }]));
  await correctOnCall(jana, customer, [change(phone ?? { detail: "", version: 0 }, "+493023125098"), remove(other ?? { detail: "", version: 0 })]);

  expect(await asked(jana, customer)).toEqual([]);
  expect(await asked(tobias, customer)).toHaveLength(2);
});

describe("\"right\"", () => {
  test("makes a detail fresh, by staff, on the phone, without a receipt", async () => {
    const customer = await newCustomer({ details: stale });
    const question = first(await asked(jana, customer));

    expect(await right(jana, customer, question)).toMatchObject({ status: "saved" });
    const { details, questions } = await shown(jana, customer);
    expect(details.find(({ id }) => id === question.detail)?.freshness).toMatchObject({ confirmedBy: "staff", channel: "phone" });
    expect(questions.map(({ detail }) => detail)).not.toContain(question.detail);
    const [update] = await sql`select u.channel, s.email, i.op from public.updates u join public.update_items i on i.update_id = u.id join public.staff s on s.id = u.actor_staff where u.customer_id = ${customer.id}`;
    expect(update).toEqual({ channel: "phone", email: jana.email, op: "confirm" });
    expect(await sql`select from public.receipts where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("counts only once it is known who is calling", async () => {
    const customer = await newCustomer({ details: stale });
    const question = first(await asked(jana, customer));

    await expect(say(jana, customer, question)).rejects.toMatchObject({ status: 422, code: "caller_not_checked" });
    await passCheck(sql, tobias.email, customer.accountNumber);
    await expect(say(jana, customer, question)).rejects.toMatchObject({ status: 422, code: "caller_not_checked" });
    expect(await right(jana, customer, question)).toMatchObject({ status: "saved" });
  });

  test("said twice by one press is said once", async () => {
    const customer = await newCustomer({ details: stale });
    const [question, request] = [first(await asked(jana, customer)), randomUUID()];
    await right(jana, customer, question, request);

    expect(await right(jana, customer, question, request)).toMatchObject({ status: "repeated" });
    expect(await sql`select from public.updates where customer_id = ${customer.id} and actor_staff is not null`).toHaveLength(1);
  });

  test("about what was changed meanwhile confirms nothing", async () => {
    const { owner, customer } = await signedInOwner();
    await sql`update public.contact_details set review_on = current_date - 10 where customer_id = ${customer.id} and kind = 'phone'`;
    const question = first(await asked(jana, customer));
    await owner.call("save_details", { customer: customer.id, changes: [change(customer.detail.phone, "+493023125098")], request: randomUUID() });

    expect(await right(jana, customer, question)).toMatchObject({ status: "conflict" });
  });

  test("about what evidence speaks against is refused", async () => {
    const customer = await newCustomer({ details: stale });
    const question = first(await asked(jana, customer));
    await sql`update public.contact_details set hold_reason = 'number_dead' where id = ${question.detail}`;

    await expect(right(jana, customer, question)).rejects.toMatchObject({ status: 422, code: "detail_on_hold" });
  });
});

describe("\"not now\"", () => {
  test("is respected for thirty days, by everybody", async () => {
    const customer = await newCustomer({ details: stale });
    const question = first(await asked(jana, customer));
    await declined(jana, customer, question);
    await declined(jana, customer, question);

    expect(await sql`select from private.declined_questions where customer_id = ${customer.id}`).toHaveLength(1);
    expect((await asked(tobias, customer)).map(({ detail }) => detail)).not.toContain(question.detail);
    await sql`update private.declined_questions set at = now() - interval '31 days' where customer_id = ${customer.id}`;
    expect(await asked(tobias, customer)).toContainEqual(question);
  });

  test("stands in the customer's copy of everything, and goes with an erasure", async () => {
    const { owner, customer } = await signedInOwner();
    await declined(jana, customer, customer.detail.phone);
    expect((await takeData(owner, customer)).declinedQuestions).toMatchObject([{ by: "Jana Krüger", kind: "phone" }]);
    await erase(owner, customer);

    expect(await sql`select from private.declined_questions where customer_id = ${customer.id}`).toHaveLength(0);
  });
});

describe("answers", () => {
  test.each(["anna", "clara", "stranger"] as const)("are not %s's to give", async (name) => {
    const customer = await newCustomer({ details: stale });
    await expect(say(actor(name), customer, customer.detail.phone)).rejects.toMatchObject({ status: 403 });
    await expect(declined(actor(name), customer, customer.detail.phone)).rejects.toMatchObject({ status: 403 });
  });

  test("about somebody else's detail, or of somebody erased, find nothing", async () => {
    const [customer, other] = [await newCustomer({ details: stale }), await newCustomer()];
    await expect(right(jana, customer, other.detail.phone)).rejects.toMatchObject({ status: 404 });
    await expect(declined(jana, customer, other.detail.phone)).rejects.toMatchObject({ status: 404 });
    const gone = await signedInOwner();
    await erase(gone.owner, gone.customer);
    await expect(right(jana, gone.customer, gone.customer.detail.phone)).rejects.toMatchObject({ status: 404 });
  });
});

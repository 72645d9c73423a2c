import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { open, write } from "../support/concerns.ts";
import type { TestCustomer } from "../support/customers.ts";
import { addLogin, berlin, importDetails, leipzig } from "../support/customers.ts";
import { signedInOwner } from "../support/email-change.ts";
import { mailFromWorker } from "../support/mail.ts";
import { outboxOf } from "../support/outbox.ts";

const jana = actor("jana");
const tobias = actor("tobias");
const miriam = actor("miriam");
const clara = actor("clara");

interface Page {
  concern: { state: string; department: { code: string }; escalatedAt: string | null; owner: string | null; site: string | null };
  messages: { text: string; by: string }[];
}
const pageOf = (who: Person, customer: TestCustomer, reference: string) => who.call<Page>("account_concern", { customer: customer.id, reference });
const atDesk = (reference: string) => jana.call<Page>("desk_concern", { reference });
const answer = (who: Person, reference: string, body = "So ist es.", request: string = randomUUID()) => who.call("answer_concern", { reference, body, request });
const rows = (customer: TestCustomer) => sql<{ id: string }[]>`select id from public.concerns where customer_id = ${customer.id}`;

describe.concurrent("a concern", () => {
  test.each([
    ["a question", { kind: "question" }, "customer_service"],
    ["a question about an invoice", { kind: "question", about_invoice: true }, "billing"],
    ["a complaint", { kind: "complaint" }, "customer_service"],
    ["a suggestion", { kind: "suggestion" }, "customer_service"],
    ["an order", { kind: "order_request" }, "logistics"],
  ])("that is %s belongs to the right department", async (_, wish, department) => {
    const { owner, customer } = await signedInOwner();
    const { status, reference } = await open(owner, customer, wish);
    expect(status).toBe("opened");
    expect((await pageOf(owner, customer, reference)).concern).toMatchObject({ state: "open", department: { code: department } });
  });

  test("sent twice, even at the same moment, is one, and one mail goes to whoever sent it", async () => {
    const { owner, customer } = await signedInOwner();
    const request = randomUUID();
    const answers = await Promise.all([open(owner, customer, { request }), open(owner, customer, { request })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["opened", "repeated"]);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(await rows(customer)).toHaveLength(1);
    const mails = (await outboxOf(customer.id)).filter(({ kind }) => kind === "concern_received");
    expect(mails).toMatchObject([{ medium: "email", to: owner.email }]);
  });

  test("is confirmed by mail with its reference and the very words", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { subject: "Kisten <b>fehlen</b>", body: "Zwei\nZeilen & =1+1" });
    const mail = await mailFromWorker(owner.email, 1);
    expect(mail.subject).toContain(reference);
    expect(mail.text).toContain("Kisten <b>fehlen</b>");
    expect(mail.text).toMatch(/Zwei\n\s*Zeilen & =1\+1/);
    expect(mail.html).not.toContain("<b>fehlen</b>");
  });

  test("of an order names a shipping address of the customer and no other", async () => {
    const { owner, customer } = await signedInOwner();
    const { customer: stranger } = await signedInOwner();
    for (const one of [customer, stranger]) await importDetails(one.id, [{ kind: "shipping_address", value: leipzig, label: "Lager" }]);
    const siteOf = async ({ id }: TestCustomer) => (await sql<{ id: string }[]>`
      select id from public.contact_details where customer_id = ${id} and kind = 'shipping_address'`)[0]?.id ?? "";
    const { reference } = await open(owner, customer, { kind: "order_request", site: await siteOf(customer) });
    expect((await pageOf(owner, customer, reference)).concern.site).toBe("Lager");
    for (const wish of [{ kind: "order_request", site: await siteOf(stranger) }, { kind: "order_request", site: customer.detail.billing_address.detail }, { kind: "question", site: await siteOf(customer) }]) {
      await expect(open(owner, customer, wish)).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
    }
  });

  test.each([
    ["no text", { body: " \n " }], ["no subject", { subject: "" }], ["4,001 characters", { body: "x".repeat(4001) }],
    ["a subject of 151", { subject: "x".repeat(151) }], ["a control character", { body: "a\u0007b" }], ["an unknown kind", { kind: "praise" }], ["a subject of two lines", { subject: "a\nb" }],
  ])("with %s is refused, and nothing is kept", async (_, wish) => {
    const { owner, customer } = await signedInOwner();
    await expect(open(owner, customer, wish)).rejects.toMatchObject({ status: 422 });
    expect(await rows(customer)).toEqual([]);
  });

  test("keeps 4,000 characters as they were typed", async () => {
    const { owner, customer } = await signedInOwner();
    const body = `שלום‏ \u200B👩‍👩‍👧 =SUM(A1) <script>alert(1)</script>\n\ttab ${"ä".repeat(3900)}`;
    const { reference } = await open(owner, customer, { body });
    expect((await pageOf(owner, customer, reference)).messages).toMatchObject([{ text: body, by: "you" }]);
  });

  test("is its customer's alone, at the doors and straight at PostgREST", async () => {
    const { owner, customer } = await signedInOwner();
    const { owner: stranger, customer: other } = await signedInOwner();
    const { reference } = await open(owner, customer);
    for (const call of [
      () => pageOf(stranger, customer, reference), () => pageOf(stranger, other, reference), () => write(stranger, other, reference), () => write(stranger, customer, reference),
      () => open(stranger, customer), () => stranger.call("escalate_concern", { customer: other.id, reference }), () => stranger.call("account_concerns", { customer: customer.id }),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 404, code: "not_found" });
    }
    for (const table of ["concerns", "concern_messages"]) {
      expect((await owner.rest(`${table}?select=*`)).body).toHaveLength(1);
      expect((await stranger.rest(`${table}?select=*`)).body).toEqual([]);
      expect((await anybody.rest(`${table}?select=*`)).body).not.toHaveLength(1);
      const request = randomUUID();
      await owner.rest(`${table}?select=*`, { method: "PATCH", body: JSON.stringify({ request_id: request }) });
      expect((await owner.rest(`${table}?request_id=eq.${request}`)).body).toEqual([]);
    }
    for (const call of [
      () => owner.call("desk_concern", { reference }), () => owner.call("desk_concerns"), () => answer(owner, reference), () => owner.call("take_concern", { reference }),
      () => owner.call("close_concern", { reference, closed: true }), () => owner.call("hand_over_concern", { reference, department: "billing" }), () => clara.call("desk_concern", { reference }),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    }
  });

  test("does not show its customer what staff write for themselves", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await sql`insert into public.concern_messages (concern_id, author_staff, shared, text, request_id)
      select c.id, s.id, false, 'unter uns', gen_random_uuid() from public.concerns c, public.staff s where c.reference = ${reference} and s.email = ${jana.email}`;
    expect((await pageOf(owner, customer, reference)).messages).toHaveLength(1);
    expect((await owner.rest("concern_messages?select=*")).body).toHaveLength(1);
    expect((await atDesk(reference)).messages).toHaveLength(2);
  });
});

describe.concurrent("limits", () => {
  test("ten may be open; closing one makes room", async () => {
    const { owner, customer } = await signedInOwner();
    const opened = await Promise.all(Array.from({ length: 11 }, () => open(owner, customer)));
    expect(opened.filter(({ status }) => status === "too_many_open")).toHaveLength(1);
    expect(await rows(customer)).toHaveLength(10);
    const { reference = "" } = opened.find(({ status }) => status === "opened") ?? {};
    await jana.call("close_concern", { reference, closed: true });
    expect((await open(owner, customer)).status).toBe("opened");
    expect((await write(owner, customer, reference)).status).toBe("too_many_open");
  });

  test("twenty messages a day, and it says when there is room again", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    const request = randomUUID();
    await write(owner, customer, reference, "einmal", request);
    expect((await write(owner, customer, reference, "einmal", request)).status).toBe("repeated");
    for (let sent = 2; sent < 20; sent++) expect((await write(owner, customer, reference)).status).toBe("written");
    const refused = await write(owner, customer, reference);
    expect(refused.status).toBe("limited");
    expect(new Date(refused.retryAt).getTime()).toBeGreaterThan(Date.now() + 20 * 3_600_000);
    expect((await open(owner, customer)).status).toBe("limited");
    expect((await pageOf(owner, customer, reference)).messages).toHaveLength(20);
  });
});

describe.concurrent("at the desk", () => {
  test("whoever takes it works on it, whoever answers too, and the customer hears by email", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await tobias.call("take_concern", { reference });
    expect((await atDesk(reference)).concern).toMatchObject({ state: "in_progress", owner: "Tobias Brandt" });
    const request = randomUUID();
    await answer(jana, reference, "Sie ist unterwegs.", request);
    await answer(jana, reference, "Sie ist unterwegs.", request);
    expect((await atDesk(reference)).concern).toMatchObject({ state: "answered", owner: "Jana Krüger" });
    expect((await pageOf(owner, customer, reference)).messages.map(({ by }) => by)).toEqual(["you", "staff"]);
    const mail = await mailFromWorker(owner.email, 2);
    expect(mail.text).toContain("Sie ist unterwegs.");
    expect(mail.text).toContain(`/account/${customer.id}/concerns/${reference}`);
    await write(owner, customer, reference);
    expect((await pageOf(owner, customer, reference)).concern.state).toBe("in_progress");
  });

  test("the answer waits as a letter where post is preferred", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await sql`update public.customers set contact_by = 'post' where id = ${customer.id}`;
    await answer(jana, reference);
    const told = (await outboxOf(customer.id)).filter(({ kind }) => kind === "concern_answered");
    expect(told).toMatchObject([{ medium: "letter", state: "waiting", to: berlin.city }]);
  });

  test("the answer goes to whoever asked, and to the owners once that person may not sign in any more", async () => {
    const { owner, customer } = await signedInOwner();
    const second = `${randomUUID()}@example.org`;
    await addLogin(customer.id, second, "owner");
    const { reference } = await open(owner, customer);
    await answer(jana, reference, "eins");
    await sql`update public.logins set ended_at = now() where customer_id = ${customer.id} and email = ${owner.email}`;
    await answer(jana, reference, "zwei");
    const told = (await outboxOf(customer.id)).filter(({ kind }) => kind === "concern_answered").map(({ to }) => to);
    expect(told.toSorted()).toEqual([owner.email, second].toSorted());
  });

  test("another department gets it with nobody on it", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await jana.call("take_concern", { reference });
    await jana.call("hand_over_concern", { reference, department: "logistics" });
    expect((await atDesk(reference)).concern).toMatchObject({ state: "open", department: { code: "logistics" }, owner: null });
    await expect(jana.call("hand_over_concern", { reference, department: "nowhere" })).rejects.toMatchObject({ status: 422 });
  });

  test("a closed one takes no answer until it is opened again, by staff or by the customer's writing", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await jana.call("close_concern", { reference, closed: true });
    for (const call of [() => answer(jana, reference), () => jana.call("take_concern", { reference }), () => jana.call("hand_over_concern", { reference, department: "billing" })]) {
      await expect(call()).rejects.toMatchObject({ status: 409, code: "concern_is_closed" });
    }
    await write(owner, customer, reference);
    expect((await atDesk(reference)).concern.state).toBe("open");
    await jana.call("close_concern", { reference, closed: true });
    await jana.call("close_concern", { reference, closed: false });
    expect((await atDesk(reference)).concern.state).toBe("open");
  });

  test("each look is logged", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer);
    await atDesk(reference);
    expect(await sql`select from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = ${customer.id} and s.email = ${jana.email}`).toHaveLength(1);
  });

  test("what was written is never rewritten", async () => {
    const { owner, customer } = await signedInOwner();
    await open(owner, customer);
    const mine = sql`select id from public.concerns where customer_id = ${customer.id}`;
    await expect(sql`update public.concern_messages set text = 'anders' where concern_id in (${mine})`).rejects.toThrow("history_is_append_only");
    await expect(sql`delete from public.concern_messages where concern_id in (${mine})`).rejects.toThrow("history_is_append_only");
  });
});

describe.concurrent("raising a complaint", () => {
  const escalate = (who: Person, customer: TestCustomer, reference: string) => who.call<{ dueAt: string | null }>("escalate_concern", { customer: customer.id, reference });
  const tasksOf = (customer: TestCustomer) => sql<{ role: string; closed: boolean }[]>`
    select role, closed_at is not null as closed from public.tasks where customer_id = ${customer.id} and cause = 'concern_escalated'`;

  test("opens one task for a supervisor, once, who settles it by answering", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { kind: "complaint" });
    const due = await Promise.all([escalate(owner, customer, reference), escalate(owner, customer, reference)]);
    expect(due.filter(({ dueAt }) => dueAt !== null)).toHaveLength(1);
    expect(await tasksOf(customer)).toEqual([{ role: "supervisor", closed: false }]);
    await answer(jana, reference);
    expect(await tasksOf(customer)).toMatchObject([{ closed: false }]);
    await answer(miriam, reference);
    expect(await tasksOf(customer)).toMatchObject([{ closed: true }]);
    expect((await escalate(owner, customer, reference)).dueAt).toBeNull();
    expect(await tasksOf(customer)).toHaveLength(1);
  });

  test("is for complaints alone", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { kind: "question" });
    await expect(escalate(owner, customer, reference)).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    expect(await tasksOf(customer)).toEqual([]);
  });

  test("opens an answered one again and puts it before the others", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { kind: "complaint" });
    await answer(jana, reference);
    await escalate(owner, customer, reference);
    expect((await atDesk(reference)).concern.state).toBe("in_progress");
    const { concerns } = await miriam.call<{ concerns: { escalatedAt: string | null }[] }>("desk_concerns");
    const places = concerns.map(({ escalatedAt }) => escalatedAt !== null);
    expect(places).toEqual(places.toSorted((a, b) => Number(b) - Number(a)));
    expect(places[0]).toBe(true);
  });

  test("shows the task to supervisors and admins, and lets no agent close it", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { kind: "complaint" });
    await escalate(owner, customer, reference);
    const [task] = await sql<{ id: string }[]>`select id from public.tasks where customer_id = ${customer.id}`;
    const listed = async (who: Person) => (await who.call<{ tasks: { id: string }[] }>("desk_tasks")).tasks.some(({ id }) => id === task?.id);
    expect(await listed(miriam)).toBe(true);
    expect(await listed(jana)).toBe(false);
    await expect(jana.call("close_task", { task: task?.id, accepted: true })).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });
});

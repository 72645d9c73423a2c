import { describe, expect, test } from "vitest";
import { actor, type Person, sql, workerAccess } from "../support/backend.ts";
import { newCustomer, type TestCustomer } from "../support/customers.ts";
import { dayIn, promised, saveDraft, start } from "../support/notes.ts";
import { newStaff } from "../support/staff.ts";

const jana = actor("jana");
const tobias = actor("tobias");
const gergo = actor("gergo");
const miriam = actor("miriam");
const oliver = actor("oliver");
const clara = actor("clara");

interface Page { commitment: { state: string; maySettle: boolean; overdue: boolean; settled: { by: string; reason: string | null } | null } }
const pageOf = (who: Person, commitment: string) => who.call<Page>("desk_commitment", { commitment });
const settle = (who: Person, commitment: string, act: string, reason?: string) => who.call("settle_commitment", { commitment, act, reason });
const list = async (who: Person, which: string) => {
  const { commitments, counts } = await who.call<{ commitments: { id: string }[]; counts: Record<string, number> }>("desk_commitments", { which });
  return { ids: commitments.map(({ id }) => id), counts };
};
const draftPage = (customer: TestCustomer) => jana.call<{ staff: { id: string }[] }>("desk_note_draft", { account: customer.accountNumber });
const idsOf = async (who: Person) => (await sql<{ id: string }[]>`select id from public.staff where email = ${who.email}`).map(({ id }) => id);
const remind = () => workerAccess().call<number>("remind_of_commitments");
const tasksOf = (commitment: string) => sql<{ cause: string; role: string; claimed: string | null; outcome: string | null }[]>`
  select t.cause, t.role, s.email as claimed, t.outcome from public.tasks t left join public.staff s on s.id = t.claimed_by where t.proposal->>'commitment' = ${commitment} order by t.created_at, t.cause`;

describe.concurrent("what becomes of a promise", () => {
  test("is said once; said again by the same person it changes nothing, by another it is refused", async () => {
    const promise = await promised(jana, await newCustomer());
    await settle(jana, promise, "kept");
    await settle(jana, promise, "kept");
    for (const [who, act] of [[jana, "broken"], [miriam, "kept"]] as const) {
      await expect(settle(who, promise, act, "doch nicht")).rejects.toMatchObject({ status: 409, code: "commitment_is_settled" });
    }
    expect((await pageOf(jana, promise)).commitment).toMatchObject({ state: "kept", maySettle: false, settled: { by: "Jana Krüger", reason: null } });
  });

  test("by two at the same moment counts once", async () => {
    const promise = await promised(jana, await newCustomer());
    const answers = await Promise.allSettled([settle(jana, promise, "kept"), settle(miriam, promise, "broken", "zu spät")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sql`select from public.commitment_acts where commitment_id = ${promise}`).toHaveLength(1);
  });

  test.each(["broken", "withdrawn"])("needs a reason where it was %s", async (act) => {
    const promise = await promised(jana, await newCustomer());
    await expect(settle(jana, promise, act, "  ")).rejects.toMatchObject({ status: 422, code: "reason_missing" });
    await expect(settle(jana, promise, act, "x".repeat(501))).rejects.toMatchObject({ status: 422, code: "reason_too_long" });
    await settle(jana, promise, act, "Der Kunde wollte es nicht mehr.");
    expect((await pageOf(jana, promise)).commitment).toMatchObject({ state: act, settled: { reason: "Der Kunde wollte es nicht mehr." } });
  });

  test("may be said by the person, their department's agents and supervisors, and by nobody else", async () => {
    const customer = await newCustomer();
    // Demo agents' departments may be moved by tests of the staff pages; these are the ones as seeded.
    const [mine, billing] = [await promised(tobias, customer), await promised(tobias, customer, { department: "billing" })];
    for (const promise of [mine, billing]) expect((await pageOf(oliver, promise)).commitment.maySettle).toBe(true);
    await expect(settle(clara, mine, "kept")).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    const inBilling = await sql<{ email: string }[]>`select s.email from public.staff s join public.departments d on d.id = s.department_id where d.code = 'billing' and s.role = 'agent'`;
    const outsider = [jana, tobias, gergo].find(({ email }) => inBilling.every((one) => one.email !== email)) ?? jana;
    await expect(settle(outsider, billing, "kept")).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    await settle(tobias, mine, "kept");
    await settle(miriam, billing, "kept");
  });

  test("is never rewritten, nor is the promise", async () => {
    const promise = await promised(jana, await newCustomer());
    await settle(jana, promise, "broken", "vergessen");
    for (const change of [
      sql`update public.commitments set what = 'anderes' where id = ${promise}`, sql`update public.commitments set due_on = due_on + 1 where id = ${promise}`,
      sql`update public.commitments set state = 'kept' where id = ${promise}`, sql`delete from public.commitments where id = ${promise}`,
      sql`update public.commitment_acts set reason = 'anders' where commitment_id = ${promise}`, sql`delete from public.commitment_acts where commitment_id = ${promise}`,
    ]) {
      await expect(change).rejects.toThrow("history_is_append_only");
    }
  });
});

describe("the lists", () => {
  test("show the reader's own, the department's, what is due today and what is overdue, with counts", async () => {
    const customer = await newCustomer();
    const [late, today, later] = [await promised(jana, customer, { days: -2 }), await promised(jana, customer, { days: 0 }), await promised(jana, customer, { days: 9 })];
    const mine = await list(jana, "mine");
    expect(mine.ids.filter((id) => [late, today, later].includes(id))).toEqual([late, today, later]);
    expect(mine.counts.mine).toBeGreaterThanOrEqual(3);
    expect((await list(jana, "today")).ids).toContain(today);
    expect((await list(jana, "today")).ids).not.toContain(late);
    expect((await list(jana, "overdue")).ids).toContain(late);
    expect((await list(jana, "overdue")).ids).not.toContain(today);
    for (const which of ["today", "overdue"]) expect((await list(oliver, which)).ids).toContain(which === "today" ? today : late);
    expect((await list(jana, "team")).ids).toContain(later);
    await settle(jana, later, "kept");
    expect((await list(jana, "mine")).ids).not.toContain(later);
    await expect(list(clara, "mine")).rejects.toMatchObject({ status: 403 });
    await expect(list(jana, "all")).rejects.toMatchObject({ status: 422 });
  });
});

test("a list goes on after its first hundred, and says how many there are", async () => {
  const [customer, agent] = [await newCustomer(), await newStaff("agent")];
  await promised(agent, customer);
  await sql`insert into public.commitments (customer_id, note_id, what, due_on, staff_id, made_by)
    select customer_id, note_id, what, due_on + n % 7, staff_id, made_by from public.commitments c, generate_series(1, 149) n where c.staff_id = ${agent.id}`;
  const page = (after: object = {}) => agent.call<{ commitments: { id: string; dueOn: string }[]; counts: { mine: number } }>("desk_commitments", { which: "mine", ...after });
  const first = await page();
  const last = first.commitments.at(-1);
  const second = await page({ after_day: last?.dueOn, after_id: last?.id });

  expect([first.commitments.length, second.commitments.length]).toEqual([100, 50]);
  expect([first.counts.mine, second.counts.mine]).toEqual([150, 150]);
  expect(new Set([...first.commitments, ...second.commitments].map(({ id }) => id)).size).toBe(150);
  await expect(page({ after_day: last?.dueOn })).rejects.toMatchObject({ status: 422 });
});

describe("outreach staff", () => {
  test("are nobody to promise something to customers, and neither is who has left", async () => {
    const [customer, left] = [await newCustomer(), await newStaff("agent")];
    await sql`update public.staff set active = false where id = ${left.id}`;
    const { staff } = await draftPage(customer);
    expect(staff.map(({ id }) => id)).toContain((await idsOf(jana))[0]);
    const refused = [...await idsOf(clara), left.id];
    for (const id of refused) {
      expect(staff.map((one) => one.id)).not.toContain(id);
      const draft = await start(jana, customer);
      await expect(saveDraft(jana, draft, { promises: [{ what: "Zurückrufen", due: await dayIn(1), staff: id }] })).rejects.toMatchObject({ status: 422, code: "cannot_promise" });
    }
    expect(await sql`select from public.commitments where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("who promised something as agents leave it to their department", async () => {
    const [customer, mover] = [await newCustomer(), await newStaff("agent")];
    const promise = await promised(mover, customer, { days: 1 });
    await sql`update public.staff set role = 'outreach' where id = ${mover.id}`;
    await remind();
    expect(await tasksOf(promise)).toEqual([{ cause: "commitment_due", role: "agent", claimed: null, outcome: null }]);
    await settle(jana, promise, "kept");
  });
});

describe("the worker", () => {
  test("gives nothing to somebody who is leaving at that moment", async () => {
    const [customer, leaver] = [await newCustomer(), await newStaff("agent")];
    const promise = await promised(leaver, customer, { days: 1 });
    await sql.begin(async (tx) => {
      await tx`select from public.staff where id = ${leaver.id} for no key update`;
      await remind();
      expect(await tasksOf(promise)).toEqual([]);
      await tx`update public.staff set active = false where id = ${leaver.id}`;
    });
    await remind();
    expect(await tasksOf(promise)).toEqual([{ cause: "commitment_due", role: "agent", claimed: null, outcome: null }]);
  });

  test("reminds the person once before the day, and tells a supervisor once it is over, however often it looks", async () => {
    const customer = await newCustomer();
    const [far, tomorrow, late, team] = [
      await promised(jana, customer, { days: 5 }), await promised(jana, customer, { days: 1 }), await promised(jana, customer, { days: -1 }), await promised(jana, customer, { days: 0, department: "billing" }),
    ];
    await Promise.all([remind(), remind(), remind()]);
    expect(await remind()).toBe(0);
    expect(await tasksOf(far)).toEqual([]);
    expect(await tasksOf(tomorrow)).toEqual([{ cause: "commitment_due", role: "agent", claimed: jana.email, outcome: null }]);
    expect(await tasksOf(team)).toEqual([{ cause: "commitment_due", role: "agent", claimed: null, outcome: null }]);
    expect(await tasksOf(late)).toEqual([{ cause: "commitment_overdue", role: "supervisor", claimed: null, outcome: null }]);
    await settle(jana, late, "kept");
    await settle(jana, tomorrow, "withdrawn", "Der Kunde hat selbst angerufen.");
    expect((await tasksOf(late))[0]?.outcome).toBe("done");
    expect((await tasksOf(tomorrow))[0]?.outcome).toBe("withdrawn");
    await remind();
    expect(await tasksOf(late)).toHaveLength(1);
  });

  test("is asked by the worker alone", async () => {
    for (const who of [jana, miriam, oliver]) await expect(who.call("remind_of_commitments")).rejects.toMatchObject({ status: expect.toSatisfy((status: number) => status >= 400 && status < 500) as number });
  });
});

test("the record shows open promises, soonest due first, and the last one broken", async () => {
  const customer = await newCustomer();
  const [later, late, broken] = [await promised(jana, customer, { days: 4 }), await promised(jana, customer, { days: -4 }), await promised(jana, customer)];
  await settle(jana, broken, "broken", "vergessen");
  const { promises } = await tobias.call<{ promises: { open: { id: string; overdue: boolean }[]; lastBroken: { id: string } | null } }>("desk_record", { account: customer.accountNumber });
  expect(promises.open.map(({ id, overdue }) => [id, overdue])).toEqual([[late, true], [later, false]]);
  expect(promises.lastBroken?.id).toBe(broken);
});

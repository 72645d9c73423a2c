import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, product, siteFrom, sql } from "../support/backend.ts";
import { addLogin, newCustomer } from "../support/customers.ts";
import { freezeLink, liveLogins, propose, prove, signedInOwner, someAddress } from "../support/email-change.ts";
import { mailCalled } from "../support/inbox.ts";
import { change } from "../support/saving.ts";
import { newStaff } from "../support/staff.ts";
import { type ListedTask, newTask, taskState } from "../support/tasks.ts";

const jana = actor("jana");
const tobias = actor("tobias");
const miriam = actor("miriam");
const oliver = actor("oliver");
const clara = actor("clara");
const anna = actor("anna");
const site = siteFrom(randomUUID());

type Lists = { tasks: ListedTask[]; lists: Record<string, number>; departments: { code: string; mine: boolean; count: number }[]; roles: { role: string }[]; elsewhere: Record<string, number> };

const claim = (who: typeof jana, task: string) => who.call<{ status: string; by?: string }>("claim_task", { task });

describe("the list of tasks", () => {
  test("shows each role what it may work on", async () => {
    const tasks = { agent: await newTask(), supervisor: await newTask({ role: "supervisor" }), admin: await newTask({ role: "admin" }) };
    const seen = async (who: typeof jana) => {
      const { tasks: listed } = await who.call<Lists>("desk_tasks");
      return Object.entries(tasks).filter(([, { task }]) => listed.some(({ id }) => id === task)).map(([role]) => role);
    };

    expect(await seen(jana)).toEqual(["agent"]);
    expect(await seen(miriam)).toEqual(["agent", "supervisor"]);
    expect(await seen(oliver)).toEqual(["agent", "supervisor", "admin"]);
    for (const who of [clara, anna]) await expect(who.call("desk_tasks")).rejects.toMatchObject({ status: 403 });
    await expect(anybody.call("desk_tasks")).rejects.toMatchObject({ status: 401 });
  });

  test("lists nothing straight at PostgREST", async () => {
    await newTask();
    for (const who of [jana, miriam, oliver, anna]) expect((await who.rest("tasks?select=*")).body).toEqual([]);
  });

  test("is filtered by claim, time, department and role, and counts what each filter shows", async () => {
    const free = await newTask({ department: "logistics" });
    const late = await newTask({ department: "logistics", due: "-1 hour", role: "supervisor" });
    await claim(miriam, free.task);
    const ids = async (args: object) => (await miriam.call<Lists>("desk_tasks", args)).tasks.map(({ id }) => id);
    const ours = new Set([free.task, late.task]);
    const of = async (args: object) => (await ids(args)).filter((id) => ours.has(id));

    expect(await of({ department: "logistics" })).toEqual([late.task, free.task]);
    expect(await of({ which: "mine", department: "logistics" })).toEqual([free.task]);
    expect(await of({ which: "unclaimed", department: "logistics" })).toEqual([late.task]);
    expect(await of({ which: "overdue", department: "logistics" })).toEqual([late.task]);
    expect(await of({ department: "logistics", for_role: "supervisor" })).toEqual([late.task]);
    expect(await of({ department: "billing" })).toEqual([]);
    const counted = await miriam.call<Lists>("desk_tasks", { department: "logistics" });
    for (const which of ["open", "mine", "unclaimed", "overdue"]) expect(counted.lists[which], which).toBe((await ids({ which, department: "logistics" })).length);
    expect(counted.departments[0]).toMatchObject({ code: "customer_service", mine: true });
    expect(counted.roles.map(({ role }) => role)).toEqual(["agent", "supervisor"]);
  });

  test("tells what waits elsewhere, the outbox's doubts to supervisors alone", async () => {
    await sql`insert into private.outbox (kind, medium, locale, to_staff, state) select 'webhook_off', 'email', 'de', s.id, 'uncertain' from public.staff s where s.email = ${oliver.email}`;
    expect((await jana.call<Lists>("desk_tasks")).elsewhere).toMatchObject({ mails: 0 });
    expect((await miriam.call<Lists>("desk_tasks")).elsewhere.mails).toBeGreaterThan(0);
  });
});

describe("claiming", () => {
  test("at the same moment gives the task to one and tells the other who has it", async () => {
    const { task } = await newTask();
    const outcomes = await Promise.all([claim(jana, task), claim(tobias, task)]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["claimed", "taken"]);
    const winner = outcomes[0].status === "claimed" ? jana : tobias;
    expect(outcomes.find(({ status }) => status === "taken")?.by).toBe(winner === jana ? "Jana Krüger" : "Tobias Brandt");
    expect((await taskState(task)).claimant).toBe(winner.email);
  });

  test("twice by the same person is once", async () => {
    const { task } = await newTask();
    await claim(jana, task);
    expect(await claim(jana, task)).toEqual({ status: "claimed" });
    expect(await sql`select act from private.task_moves where task_id = ${task}`).toEqual([{ act: "claimed" }]);
  });

  test("keeps everybody else's hands off, but a supervisor's", async () => {
    const { task } = await newTask();
    await claim(jana, task);
    for (const [name, args] of [["close_task", { task, accepted: true }], ["release_task", { task }]] as const) {
      await expect(tobias.call(name, args), name).rejects.toMatchObject({ status: 409, code: "task_is_claimed" });
    }
    expect(await taskState(task)).toMatchObject({ claimant: jana.email, outcome: null });
    await miriam.call("release_task", { task });
    expect((await taskState(task)).claimant).toBeNull();
  });

  test("is implied by deciding", async () => {
    const { task } = await newTask();
    await jana.call("close_task", { task, accepted: true, reason: "geklärt" });
    expect(await taskState(task)).toEqual({ claimant: jana.email, outcome: "done", reason: "geklärt" });
  });

  test("is for the roles that may work on it", async () => {
    const { task } = await newTask({ role: "supervisor" });
    for (const who of [jana, clara, anna]) {
      for (const name of ["claim_task", "release_task", "desk_task"] as const) await expect(who.call(name, { task }), name).rejects.toMatchObject({ status: 403 });
    }
    await expect(miriam.call("claim_task", { task: randomUUID() })).rejects.toMatchObject({ status: 404 });
  });

  test("is over once the task is closed", async () => {
    const { task } = await newTask();
    await jana.call("close_task", { task, accepted: true });
    for (const name of ["claim_task", "release_task", "desk_task"] as const) {
      await expect(miriam.call(name, { task }), name).rejects.toMatchObject({ status: 409, code: "task_is_closed" });
    }
  });
});

describe("handing to a person", () => {
  test("is a supervisor's, whoever has it, and is remembered", async () => {
    const { task } = await newTask();
    const receiver = await newStaff("agent");
    await claim(jana, task);
    await expect(tobias.call("hand_task", { task, receiver: receiver.id })).rejects.toMatchObject({ status: 403 });

    await miriam.call("hand_task", { task, receiver: receiver.id });

    expect((await taskState(task)).claimant).toBe(receiver.email);
    const { moves } = await miriam.call<{ moves: object[] }>("desk_task", { task });
    expect(moves).toMatchObject([{ act: "handed", by: "Miriam Seidel", from: "Jana Krüger", to: receiver.name }, { act: "claimed", by: "Jana Krüger" }]);
  });

  test("goes to nobody who may not work on it, or has left", async () => {
    const { task } = await newTask({ role: "supervisor" });
    const [agent, gone] = [await newStaff("agent"), await newStaff("supervisor")];
    await oliver.call("set_staff_active", { member: gone.id, active: false });
    const outreach = await newStaff("outreach");
    for (const receiver of [agent.id, gone.id, outreach.id, randomUUID()]) {
      await expect(miriam.call("hand_task", { task, receiver })).rejects.toMatchObject({ status: 422, code: "cannot_take_task" });
    }
  });

  test("cannot be rewritten afterwards", async () => {
    const { task } = await newTask();
    await claim(jana, task);
    await expect(sql`update private.task_moves set act = 'released' where task_id = ${task}`).rejects.toThrow("history_is_append_only");
  });
});

test("a look at a task is a look at its customer", async () => {
  const { task, customer } = await newTask();
  await jana.call("desk_task", { task });
  expect(await sql`select v.page, s.email from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = ${customer.id}`).toEqual([{ page: "task", email: jana.email }]);
});

describe("a sign-in that was stopped", () => {
  async function frozen() {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const { bearer } = await prove(await propose(owner, customer, change(customer.detail.email, address)), address);
    const { link, token } = await freezeLink(owner.email, 1);
    await site.call("freeze_sign_in", { link, token });
    const [task] = await sql<{ id: string }[]>`select id from public.tasks where customer_id = ${customer.id} and cause = 'sign_in_frozen'`;
    const [login] = await sql<{ id: string }[]>`select id from public.logins where customer_id = ${customer.id} and email = ${address}`;
    return { customer, old: owner.email, address, bearer, task: String(task?.id), login: String(login?.id) };
  }
  const release = (who: typeof jana, task: string, letIn: string[], reason = "Personalausweis gezeigt") => who.call("release_sign_in", { task, let_in: letIn, reason });

  test("is opened again for exactly those that the freeze named", async () => {
    const { customer, address, task, login } = await frozen();
    const other = await addLogin(customer.id, someAddress(), "member");
    await sql`update public.logins set frozen_at = now() where id = ${other}`;
    await expect(release(miriam, task, [login, other])).rejects.toMatchObject({ status: 422 });
    expect(await liveLogins(customer)).toEqual([]);

    await release(miriam, task, [login]);

    expect(await liveLogins(customer)).toEqual([address]);
    expect(await sql`select frozen_at is not null as frozen from public.logins where id = ${other}`).toEqual([{ frozen: true }]);
    expect(await taskState(task)).toEqual({ claimant: miriam.email, outcome: "done", reason: "Personalausweis gezeigt" });
  });

  test("tells both addresses, and asks for a new code", async () => {
    const { bearer, address, old, task, login } = await frozen();
    await release(miriam, task, [login]);

    for (const to of [old, address]) expect((await mailCalled(product, to, "Die Anmeldung ist wieder möglich")).text).not.toContain(address);
    await expect(bearer.call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("ends for whoever is not let in, so that a letter may open the account", async () => {
    const { customer, task } = await frozen();
    await release(miriam, task, []);
    expect(await sql`select private.has_login(${customer.id}) as any`).toEqual([{ any: false }]);
  });

  test("is a supervisor's to open, with a reason", async () => {
    const { customer, task, login } = await frozen();
    for (const who of [jana, clara, anna]) await expect(release(who, task, [login])).rejects.toMatchObject({ status: 403 });
    await expect(release(miriam, task, [login], "  ")).rejects.toMatchObject({ status: 422, code: "reason_missing" });
    const disputed = await newTask();
    await expect(release(miriam, disputed.task, [])).rejects.toMatchObject({ status: 422 });
    expect(await liveLogins(customer)).toEqual([]);
  });

  test("stays so while another stop names it", async () => {
    const { customer, task, login } = await frozen();
    await sql`insert into public.tasks (cause, customer_id, department_id, proposal, due_at) select 'sign_in_frozen', ${customer.id}, 1, proposal, now() from public.tasks where id = ${task}`;
    await expect(release(miriam, task, [login])).rejects.toMatchObject({ status: 422 });
    await release(miriam, task, []);
    expect(await sql`select ended_at from public.logins where id = ${login}`).toEqual([{ ended_at: null }]);
  });
});

test("a task of somebody else's customer does not tell a customer anything", async () => {
  const { task } = await newTask();
  await newCustomer({ owners: [anna.email] });
  await expect(anna.call("close_task", { task, accepted: true })).rejects.toMatchObject({ status: 403 });
});

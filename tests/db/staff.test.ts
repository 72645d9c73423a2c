import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, person, product, sql } from "../support/backend.ts";
import { open } from "../support/concerns.ts";
import { newCustomer } from "../support/customers.ts";
import { mailCalled } from "../support/inbox.ts";
import { promised } from "../support/notes.ts";
import { cookieHeader } from "../support/session-cookies.ts";
import { signIn } from "../support/sign-in.ts";
import { newStaff } from "../support/staff.ts";
import { newTask, taskState } from "../support/tasks.ts";
import { company } from "../../kartei.config.ts";

const jana = actor("jana");
const miriam = actor("miriam");
const oliver = actor("oliver");
const clara = actor("clara");
const anna = actor("anna");

type Change = { act: string; by: string | null; whom: string; before: object | null; after: object };
type Listed = { id: string; email: string; active: boolean; lastSeenAt: string | null };

const someAddress = () => `${randomUUID()}@kartei.example.com`;
const invite = (email: string, wish: object = {}) => oliver.call<{ status: string; member: string }>("invite_staff", { email, name: "Petra Lang", role: "agent", department: "billing", locale: "hu", ...wish });
const changesOf = async (member: string) => (await oliver.call<{ changes: Change[] }>("desk_staff_member", { member })).changes;

describe("inviting", () => {
  test("adds somebody, mails them in their language, and their first code lets them in", async () => {
    const email = someAddress();
    const { status, member } = await invite(email.toUpperCase());
    expect(status).toBe("invited");

    const mail = await mailCalled(product, email, `Hozzáférése a(z) ${company.name} kartotékjához`);
    expect(mail.text).toContain("Oliver Grant");
    expect(mail.text).toContain(email);
    const petra = person(await signIn(product, email));
    expect(await petra.call("desk_tasks")).toMatchObject({ me: { name: "Petra Lang", role: "agent" } });
    expect(await changesOf(member)).toMatchObject([{ act: "invited", by: "Oliver Grant", whom: "Petra Lang", before: null, after: { role: "agent" } }]);
  });

  test("adds nobody at an address that is a member's already, at work or not", async () => {
    expect(await invite(jana.email)).toMatchObject({ status: "here_already" });
    const { id, email } = await newStaff("agent");
    await oliver.call("set_staff_active", { member: id, active: false });
    expect(await invite(email)).toEqual({ status: "left", member: id });
    expect(await sql`select active from public.staff where id = ${id}`).toEqual([{ active: false }]);
  });

  test("can be done again, once in ten minutes, until the person has been here", async () => {
    const email = someAddress();
    const { member } = await invite(email);
    const again = () => oliver.call("invite_again", { member });
    const mails = () => sql`select from private.outbox where kind = 'staff_invited' and to_staff = ${member}`;
    expect(await again()).toEqual({ status: "just_invited" });
    expect(await mails()).toHaveLength(1);

    await sql.begin(async (tx) => {
      await tx`alter table private.staff_changes disable trigger staff_changes_are_append_only`;
      await tx`update private.staff_changes set at = at - interval '11 minutes' where staff_id = ${member}`;
      await tx`alter table private.staff_changes enable trigger staff_changes_are_append_only`;
    });
    expect(await Promise.all([again(), again()])).toEqual(expect.arrayContaining([{ status: "invited" }, { status: "just_invited" }]));
    expect(await mails()).toHaveLength(2);
    expect(await changesOf(member)).toMatchObject([{ act: "invited" }, { act: "invited" }]);

    await signIn(product, email);
    expect(await again()).toEqual({ status: "here_already" });
    await expect(oliver.call("invite_again", { member: randomUUID() })).rejects.toMatchObject({ status: 404 });
  });

  test("refuses what no form of ours says", async () => {
    for (const wrong of [{ name: " " }, { name: "A\nB" }, { department: "nowhere" }, { locale: "fr" }, { email: "keine Adresse" }, { name: "x".repeat(101) }]) {
      await expect(oliver.call("invite_staff", { email: someAddress(), name: "P", role: "agent", department: "billing", locale: "de", ...wrong }), JSON.stringify(wrong)).rejects.toMatchObject({ status: 422 });
    }
  });
});

test("everything about staff is an admin's, also straight at PostgREST", async () => {
  const member = (await newStaff("agent")).id;
  for (const who of [jana, miriam, clara, anna]) {
    for (const [name, args] of [["desk_staff", {}], ["desk_staff_member", { member }], ["invite_staff", { email: someAddress(), name: "P", role: "admin", department: "billing", locale: "de" }],
      ["invite_again", { member }], ["change_staff", { member, name: "P", role: "admin", department: "billing" }], ["set_staff_active", { member, active: false }], ["add_department", { name: "X" }],
      ["rename_department", { code: "billing", name: "X" }], ["require_second_step", { required: true }]] as const) {
      await expect(who.call(name, args), name).rejects.toMatchObject({ status: 403 });
    }
    expect((await who.rest("staff?select=*")).body).toHaveLength(who === anna ? 0 : 1);
    expect((await who.rest("departments?select=*")).body).toEqual([]);
  }
  await expect(anybody.call("desk_staff")).rejects.toMatchObject({ status: 401 });
  await jana.rest(`staff?email=eq.${jana.email}`, { method: "PATCH", body: '{"role": "admin"}' });
  expect(await sql`select role from public.staff where email = ${jana.email}`).toEqual([{ role: "agent" }]);
});

describe("deactivating", () => {
  test("ends a live session with its next request, and every way back", async () => {
    const agent = await newStaff("agent");
    await agent.call("desk_recent");
    await oliver.call("set_staff_active", { member: agent.id, active: false });

    await expect(agent.call("desk_recent")).rejects.toMatchObject({ status: 401 });
    expect((await agent.rest("staff?select=*")).body).toEqual([]);
    const again = person(await signIn(product, agent.email));
    await expect(again.call("desk_recent")).rejects.toMatchObject({ status: 403 });
    await oliver.call("set_staff_active", { member: agent.id, active: true });
    await again.call("desk_recent");
    expect((await changesOf(agent.id)).map(({ act }) => act)).toEqual(["reactivated", "deactivated", "added"]);
  });

  test("shows what they have in hand before, and gives it back", async () => {
    const agent = await newStaff("agent");
    const { task } = await newTask();
    await agent.call("claim_task", { task });
    const customer = await newCustomer({ owners: [anna.email] });
    const { reference } = await open(anna, customer, {});
    await agent.call("take_concern", { reference });
    const promise = await promised(agent, customer);
    expect(await oliver.call("desk_staff_member", { member: agent.id })).toMatchObject({ inHand: { tasks: [{ id: task }], concerns: [{ reference }], promises: [{ id: promise }] } });

    await oliver.call("set_staff_active", { member: agent.id, active: false });

    expect((await taskState(task)).claimant).toBeNull();
    expect(await sql`select owner_id, state from public.concerns where reference = ${reference}`).toEqual([{ owner_id: null, state: "open" }]);
    expect(await sql`select act from private.task_moves where task_id = ${task} order by id`).toEqual([{ act: "claimed" }, { act: "fell_back" }]);
    expect(await jana.call("claim_task", { task })).toEqual({ status: "claimed" });
  });

  test("and claiming at the same moment leave no task with somebody who has left", async () => {
    for (let round = 0; round < 5; round += 1) {
      const agent = await newStaff("agent");
      const tasks = await Promise.all([newTask(), newTask(), newTask()]);
      await Promise.allSettled([...tasks.map(({ task }) => agent.call("claim_task", { task })), oliver.call("set_staff_active", { member: agent.id, active: false })]);
      expect(await sql`select active from public.staff where id = ${agent.id}`).toEqual([{ active: false }]);
      expect(await sql`select from public.tasks where claimed_by = ${agent.id} and closed_at is null`).toHaveLength(0);
    }
  });
});

describe("another role", () => {
  test("counts at once, and gives back what it may not work on", async () => {
    const supervisor = await newStaff("supervisor");
    const [high, low] = [await newTask({ role: "supervisor" }), await newTask()];
    for (const { task } of [high, low]) await supervisor.call("claim_task", { task });

    await oliver.call("change_staff", { member: supervisor.id, name: "Neuer Name", role: "agent", department: "logistics" });

    await expect(supervisor.call("desk_task", { task: high.task })).rejects.toMatchObject({ status: 403 });
    expect((await taskState(high.task)).claimant).toBeNull();
    expect((await taskState(low.task)).claimant).toBe(supervisor.email);
    expect((await changesOf(supervisor.id))[0]).toMatchObject({
      act: "changed", by: "Oliver Grant",
      before: { name: supervisor.name, role: "supervisor", department: { code: "customer_service" } },
      after: { name: "Neuer Name", role: "agent", department: { code: "logistics" } },
    });
  });

  test("that is the same is no change", async () => {
    const { id, name } = await newStaff("agent");
    await oliver.call("change_staff", { member: id, name, role: "agent", department: "customer_service" });
    expect((await changesOf(id)).map(({ act }) => act)).toEqual(["added"]);
  });
});

test("what was done about staff cannot be rewritten", async () => {
  for (const rewrite of [sql`update private.staff_changes set act = 'added'`, sql`delete from private.staff_changes`, sql`truncate private.staff_changes`]) {
    await expect(rewrite).rejects.toThrow("history_is_append_only");
  }
});

describe("departments", () => {
  test("are added and renamed, once a name, and the new name stands in lists", async () => {
    const name = `Zoll & Export ${randomUUID().slice(0, 8)}`;
    await oliver.call("add_department", { name });
    for (const again of [name, name.toUpperCase()]) await expect(oliver.call("add_department", { name: again })).rejects.toMatchObject({ status: 409, code: "department_exists" });
    const find = async () => (await oliver.call<{ departments: { code: string; name: string | null; members: number }[] }>("desk_staff")).departments.find((one) => one.name?.startsWith(name));
    const added = await find();
    expect(added).toMatchObject({ name, members: 0 });
    expect(added?.code).toMatch(/^zoll_export/);
    await oliver.call("rename_department", { code: added?.code, name: `${name} neu` });
    expect(await find()).toMatchObject({ code: added?.code, name: `${name} neu` });
    await expect(oliver.call("rename_department", { code: "nowhere", name: "X" })).rejects.toMatchObject({ status: 422 });
  });

  test("that have no letters of ours get a code all the same", async () => {
    const name = `قسم ${randomUUID().replaceAll(/[a-z-]/g, "")}`;
    await oliver.call("add_department", { name });
    expect(await sql`select code from public.departments where name = ${name}`).toMatchObject([{ code: expect.stringMatching(/^[a-z_]+$/) as string }]);
  });
});

describe("looks at records", () => {
  test("are listed for supervisors, newest first, and stand in the customer's copy of everything", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    await jana.call("desk_record", { account: customer.accountNumber });
    const { reference } = await open(anna, customer, {});
    await clara.call("desk_concern", { reference }).catch(() => undefined);
    await miriam.call("desk_concern", { reference });

    const { views } = await miriam.call<{ views: object[] }>("desk_record_views", { account: customer.accountNumber });
    expect(views).toMatchObject([{ page: "concern", by: "Miriam Seidel", role: "supervisor" }, { page: "record", by: "Jana Krüger", role: "agent" }]);
    expect(await anna.call("take_data", { customer: customer.id, format: "json" })).toMatchObject({ recordViews: [{ by: "Jana Krüger", page: "record" }, { by: "Miriam Seidel", page: "concern" }] });
    for (const who of [jana, clara, anna]) await expect(who.call("desk_record_views", { account: customer.accountNumber })).rejects.toMatchObject({ status: 403 });
    await expect(miriam.call("desk_record_views", { account: "00000000" })).rejects.toMatchObject({ status: 404 });
  });

  test("are listed for each member of staff, for admins", async () => {
    const agent = await newStaff("agent");
    const customer = await newCustomer();
    await agent.call("desk_record", { account: customer.accountNumber });
    expect(await oliver.call("desk_staff_member", { member: agent.id })).toMatchObject({ views: [{ accountNumber: customer.accountNumber, page: "record" }], member: { active: true } });
    const { staff } = await oliver.call<{ staff: Listed[] }>("desk_staff");
    expect(staff.find(({ id }) => id === agent.id)?.lastSeenAt).not.toBeNull();
  });

  test("begin with the newest where an address names no moment", async () => {
    const agent = await newStaff("agent");
    const customer = await newCustomer();
    await agent.call("desk_record", { account: customer.accountNumber });
    const headers = { cookie: await cookieHeader(oliver.email, product) };
    for (const [path, shown] of [[`customers/${customer.accountNumber}/views`, agent.name], [`admin/staff/${agent.id}`, customer.accountNumber], ["admin/exports", ""]] as const) {
      const answer = await fetch(`${product.siteUrl}/desk/${path}?before=yesterday`, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain(shown);
    }
  });
});

describe("where Auth knows no second step", () => {
  test("none is asked for, and none can be required", async () => {
    expect(await oliver.call("desk_security")).toMatchObject({ offered: false, required: false, taken: false, missing: false });
    await expect(oliver.call("require_second_step", { required: true })).rejects.toMatchObject({ status: 409, code: "second_step_not_offered" });
    await expect(anna.call("desk_security")).rejects.toMatchObject({ status: 403 });
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, person, product, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { passCheck } from "../support/caller-checks.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { promised, saveDraft, savedNote, start } from "../support/notes.ts";
import { add, change, correctOnCall } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";
import { newStaff } from "../support/staff.ts";
import { newTask, taskState } from "../support/tasks.ts";

/** How many wait for a lock of this session, or for somebody who does. */
const waitingFor = (pid: number) => sql`select from pg_stat_activity a where ${pid} = any (pg_blocking_pids(a.pid))
  or exists (select from unnest(pg_blocking_pids(a.pid)) b where ${pid} = any (pg_blocking_pids(b)))`;

// Whoever acts waits for the customer's lock. What was done meanwhile counts: a login that ended has nothing left to say.
describe("a login that ends while its act waits for the customer's lock", () => {
  const doors: Record<string, (owner: Person, customer: TestCustomer) => Promise<unknown>> = {
    "saves nothing": (owner, { id, detail }) => owner.call("save_details", { customer: id, changes: [change(detail.phone, "+4930111111")], request: randomUUID() }),
    "proposes no address": (owner, { id }) => owner.call("save_details", { customer: id, changes: [add("email", someAddress())], request: randomUUID() }),
    "confirms nothing": (owner, { id, detail }) => owner.call("confirm_details", { customer: id, details: [detail.phone], request: randomUUID() }),
    "confirms nothing as a whole": (owner, { id }) => owner.call("confirm_everything", { customer: id, seal: "x", request: randomUUID() }),
    "calls nothing off": (owner, { id, detail }) => owner.call("cancel_move", { customer: id, detail: detail.phone.detail, request: randomUUID() }),
    "opens no concern": (owner, { id }) => owner.call("open_concern", { customer: id, kind: "question", about_invoice: false, site: null, subject: "Frage", body: "Wann?", request: randomUUID() }),
  };

  test.each(Object.entries(doors))("%s", async (_, act) => {
    const address = someAddress();
    const customer = await newCustomer({ owners: [address, someAddress()] });
    const owner = person(await signIn(product, address));
    const acting = await sql.begin(async (tx) => {
      const [holder] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid from public.customers where id = ${customer.id} for no key update`;
      const waiting = act(owner, customer).then(() => "done", (error: unknown) => error);
      await expect.poll(() => sql`select from pg_stat_activity where ${holder?.pid ?? 0} = any (pg_blocking_pids(pid))`, { timeout: 20_000 }).not.toHaveLength(0);
      await tx`update public.logins set ended_at = now() where customer_id = ${customer.id} and email = ${address}`;
      return { waiting };
    });
    expect(await acting.waiting).toMatchObject({ status: 404 });
    expect(await sql`select from public.updates where customer_id = ${customer.id} and channel = 'online'`).toHaveLength(0);
    expect(await sql`select from private.email_proofs where customer_id = ${customer.id}`).toHaveLength(0);
    expect(await sql`select from public.concerns where customer_id = ${customer.id}`).toHaveLength(0);
  });
});

// Whoever acts at the desk locks their own row, and then the customer's; so does a deactivation.
describe("a member of staff who is deactivated while their act waits", () => {
  const doors: Record<string, (agent: Person & { id: string }, customer: TestCustomer) => Promise<() => Promise<unknown>> | (() => Promise<unknown>)> = {
    "corrects nothing on a call": (agent, { accountNumber: account, detail }) => () => agent.call("correct_on_call", { account, changes: [change(detail.phone, "+4930111111")], request: randomUUID() }),
    "corrects nothing at the counter": (agent, { accountNumber: account, detail }) => () => agent.call("correct_at_counter", { account, changes: [change(detail.phone, "+4930111111")], identified_by: "id_card", request: randomUUID() }),
    "takes nothing back": async (agent, customer) => {
      const { reference } = await correctOnCall(actor("jana"), customer, [add("fax", "+4930222222")]);
      return () => agent.call("reverse_update", { account: customer.accountNumber, reference, word_of: "id_card", request: randomUUID() });
    },
    "confirms nothing": (agent, { accountNumber: account, detail }) => () => agent.call("confirm_on_call", { account, ...detail.phone, request: randomUUID() }),
    "keeps no answer": (agent, { accountNumber: account, detail }) => () => agent.call("decline_question", { account, detail: detail.phone.detail }),
    "begins no note": (agent, customer) => () => start(agent, customer),
    "saves no note": async (agent, customer) => {
      const draft = await start(agent, customer);
      return () => saveDraft(agent, draft);
    },
    "adds nothing to a note": async (agent, customer) => {
      const note = await savedNote(agent, customer);
      return () => agent.call("add_addendum", { note, body: "Nachtrag", shared: false, request: randomUUID() });
    },
    "settles no promise": async (agent, customer) => {
      const commitment = await promised(agent, customer);
      return () => agent.call("settle_commitment", { commitment, act: "kept" });
    },
    "enters nobody": (agent) => () => agent.call("enter_customer", { kind: "person", country: "DE", locale: "de", channel: "phone", seen: [], request: agent.id,
      details: [{ kind: "name", value: { given: "Ada", family: `Probe${agent.id.slice(0, 8)}` } }, { kind: "billing_address", value: { country: "DE", lines: ["Hof 1"], postcode: "04347", city: "Leipzig", area: "" } }] }),
  };

  test.each(Object.entries(doors))("%s", async (_, prepare) => {
    const [agent, customer] = [await newStaff("agent"), await newCustomer()];
    await passCheck(sql, agent.email, customer.accountNumber);
    const act = await prepare(agent, customer);
    const kept = () => sql`select (select count(*) from public.updates where customer_id = ${customer.id}) as updates, (select count(*) from private.note_drafts where customer_id = ${customer.id}) as drafts,
      (select count(*) from public.notes where customer_id = ${customer.id}) as notes, (select count(*) from public.note_addenda where customer_id = ${customer.id}) as addenda,
      (select count(*) from public.commitments where customer_id = ${customer.id} and state = 'open') as promises, (select count(*) from private.declined_questions where customer_id = ${customer.id}) as declined,
      (select count(*) from public.customers where id = ${agent.id}) as entered`;
    const before = await kept();
    const acting = await sql.begin(async (tx) => {
      const [holder] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid from public.staff where id = ${agent.id} for no key update`;
      let over = false;
      const waiting = act().then(() => "done", (error: unknown) => error).finally(() => { over = true; });
      await expect.poll(async () => over || (await waitingFor(holder?.pid ?? 0)).length > 0, { timeout: 20_000 }).toBe(true);
      await tx`update public.staff set active = false where id = ${agent.id}`;
      return { waiting };
    });
    expect(await acting.waiting).toMatchObject({ status: 403 });
    expect(await kept()).toEqual(before);
  });

  test("holds no task that is handed to them meanwhile, and nobody waits for nobody", async () => {
    const { task, customer } = await newTask();
    const leaver = await newStaff("agent");
    await sql`insert into public.tasks (cause, customer_id, department_id, due_at, claimed_by) select cause, customer_id, department_id, due_at, ${leaver.id} from public.tasks where id = ${task}`;
    const acting = await sql.begin(async (tx) => {
      const [holder] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid from public.customers where id = ${customer.id} for no key update`;
      const handing = actor("miriam").call("hand_task", { task, receiver: leaver.id }).then(() => "done", (error: unknown) => error);
      await expect.poll(() => waitingFor(holder?.pid ?? 0), { timeout: 20_000 }).toHaveLength(1);
      const leaving = actor("oliver").call("set_staff_active", { member: leaver.id, active: false }).then(() => "done", (error: unknown) => error);
      await expect.poll(() => waitingFor(holder?.pid ?? 0), { timeout: 20_000 }).toHaveLength(2);
      return { handing, leaving };
    });
    expect(await Promise.all([acting.handing, acting.leaving])).toEqual(["done", "done"]);
    expect((await taskState(task)).claimant).toBeNull();
    expect(await sql`select from public.tasks where claimed_by = ${leaver.id}`).toHaveLength(0);
  });
});

test("an agent's proposal of an address does not outlive the customer's erasure", async () => {
  const customer = await newCustomer({ owners: [someAddress()] });
  await sql`update public.customers set erased_at = now() where id = ${customer.id}`;
  await expect(sql`select private.propose_emails((null, (select id from public.staff limit 1), null)::private.actor, 'phone', array['caller_pin'],
    array[(${customer.id}::uuid, gen_random_uuid(), 'add', null, 'email', '"spaet@example.org"', null, null, null, null, false, null)::private.detail_change])`).rejects.toThrow(/customer_is_erased/);
});

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { person, product, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { add, change } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

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

test("an agent's proposal of an address does not outlive the customer's erasure", async () => {
  const customer = await newCustomer({ owners: [someAddress()] });
  await sql`update public.customers set erased_at = now() where id = ${customer.id}`;
  await expect(sql`select private.propose_emails((null, (select id from public.staff limit 1), null)::private.actor, 'phone', array['caller_pin'],
    array[(${customer.id}::uuid, gen_random_uuid(), 'add', null, 'email', '"spaet@example.org"', null, null, null, null, false, null)::private.detail_change])`).rejects.toThrow(/customer_is_erased/);
});

import { randomUUID } from "node:crypto";
import type { HeldData } from "~/rights/held-data.schema";
import { actor, type Person, sql } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";

type Taken = HeldData & { status: "taken" | "limited"; retryAt: string };

/** A copy of everything held about a customer. */
export function takeData(who: Person, customer: TestCustomer): Promise<Taken> {
  return who.call("take_data", { customer: customer.id, format: "json" });
}

/** Asks for erasure as an owner; returns the task. */
export async function askForErasure(owner: Person, customer: TestCustomer): Promise<string> {
  await owner.call("request_erasure", { customer: customer.id });
  const [task] = await sql<{ id: string }[]>`select id from public.tasks where customer_id = ${customer.id} and cause = 'erasure_requested' and closed_at is null`;
  if (!task) throw new Error("no task was opened");
  return task.id;
}

/** Has an admin erase the customer who asked. */
export async function erase(owner: Person, customer: TestCustomer): Promise<void> {
  await actor("oliver").call("erase_customer", { task: await askForErasure(owner, customer), account: customer.accountNumber });
}

/**
 * Every table of ours in which a text stands anywhere, as JSON of whole rows reads it. What tests look for must be
 * strange enough to stand nowhere else.
 */
export async function tablesWith(text: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'auth') and c.relkind = 'r' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** A word that stands nowhere yet. */
export const rareWord = () => `zq${randomUUID().replaceAll("-", "")}`;

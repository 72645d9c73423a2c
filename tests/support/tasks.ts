import { sql } from "./backend.ts";
import { newCustomer, type TestCustomer } from "./customers.ts";

export type ListedTask = { id: string; cause: string; accountNumber: string; claimedBy: string | null; mine: boolean; role: string; department: { code: string } };

/** A task of one test alone: an update that its customer objects to, unless told otherwise. */
export async function newTask({ cause = "update_disputed", role = "agent", department = "customer_service", due = "1 day" } = {}): Promise<{ task: string; customer: TestCustomer }> {
  const customer = await newCustomer();
  const [row] = await sql<{ id: string }[]>`
    insert into public.tasks (cause, customer_id, department_id, role, proposal, due_at)
    select ${cause}, ${customer.id}, d.id, ${role}::public.staff_role, '{"reference": "K7MX-4QPD", "undoneBy": null}', now() + ${due}::interval
    from public.departments d where d.code = ${department} returning id`;
  if (!row) throw new Error("no task was made");
  return { task: row.id, customer };
}

/** Who has a task, and how it ended. */
export async function taskState(task: string): Promise<{ claimant: string | null; outcome: string | null; reason: string | null }> {
  const [row] = await sql<{ claimant: string | null; outcome: string | null; reason: string | null }[]>`
    select s.email as claimant, t.outcome, t.reason from public.tasks t left join public.staff s on s.id = t.claimed_by where t.id = ${task}`;
  if (!row) throw new Error("there is no such task");
  return row;
}

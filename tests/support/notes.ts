import { randomUUID } from "node:crypto";
import { type Person, sql } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";

/** A saved note as the form sends it. */
export const aNote = {
  channel: "phone", direction: "in", reason: "invoice_missing", done: "Noch einmal geschickt.", outcome: "settled", satisfied: "yes",
  internal: null, shared: null, participants: [], promises: [], concern: null, newConcern: null,
};

export const start = (who: Person, customer: TestCustomer, way: object = {}) => who.call<string>("start_note", { account: customer.accountNumber, ...way });

export const saveDraft = (who: Person, draft: string, note: object = {}, version = 1) =>
  who.call<{ status: string; draft?: { version: number; fields: { done: string } } }>("save_note", { draft, tab: randomUUID(), version, note: { ...aNote, ...note } });

/** A note that `who` has saved about a customer; returns its id. */
export async function savedNote(who: Person, customer: TestCustomer, note: object = {}): Promise<string> {
  const draft = await start(who, customer);
  await saveDraft(who, draft, note);
  return draft;
}

/** The company's day, so many days from today. */
export async function dayIn(days: number): Promise<string> {
  const [row] = await sql<{ day: string }[]>`select (private.today() + ${days}::int)::text as day`;
  return row?.day ?? "";
}

/** A promise to a customer, as a note makes it, due so many days from today; those before today are made behind the doors. */
export async function promised(who: Person, customer: TestCustomer, { what = "Zurückrufen", days = 3, department, staff = who.email }: { what?: string; days?: number; department?: string; staff?: string } = {}): Promise<string> {
  const note = await savedNote(who, customer);
  const [row] = await sql<{ id: string }[]>`
    insert into public.commitments (customer_id, note_id, what, due_on, staff_id, department_id, made_by)
    select ${customer.id}, ${note}, ${what}, private.today() + ${days}::int,
      case when ${department ?? null}::text is null then (select id from public.staff where email = ${staff}) end,
      (select id from public.departments where code = ${department ?? null}), s.id
    from public.staff s where s.email = ${who.email} returning id`;
  return row?.id ?? "";
}

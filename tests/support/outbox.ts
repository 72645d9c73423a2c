import type { Sql } from "postgres";
import { sql } from "./backend.ts";

/** A row of the outbox with whom it is for: an email address, or the town of a letter. */
export interface OutboxRow {
  kind: string;
  medium: string;
  to: string;
  state: string;
  locale: string;
}

/** What the outbox holds for a customer, sorted by kind and recipient. */
export async function outboxOf(customer: string, db: Sql = sql): Promise<OutboxRow[]> {
  return db<OutboxRow[]>`
    select o.kind, o.medium, o.state::text, o.locale, coalesce(l.email, v.value->>'city', v.value #>> '{}') as to
    from private.outbox o left join public.logins l on l.id = o.to_login left join public.contact_detail_values v on v.id = o.to_value
    where o.customer_id = ${customer} order by o.kind, "to"`;
}

/** The receipts among them: "email to anna@…", "letter to Berlin". */
export async function receiptsOf(customer: string): Promise<string[]> {
  const rows = await outboxOf(customer);
  return rows.filter(({ kind }) => kind === "receipt").map(({ medium, to }) => `${medium} to ${to}`);
}

import type { JSONValue, Sql } from "postgres";
import type { SeedRows } from "./rows.ts";

/**
 * Writes a chunk of made-up customers in one transaction. It goes around the write function, because it makes up a
 * past that nobody lived: updates with dates of their own. Search and queue are then brought up as after any write.
 */
export async function loadRows(sql: Sql, rows: SeedRows): Promise<void> {
  const json = (list: object[]) => sql.json(list as unknown as JSONValue);
  await sql.begin(async (tx) => {
    await tx`
      insert into public.customers (id, account_number, kind, locale, country, birth_date, yearly_spend, contact_by, reminders_opt_out, created_at)
      select r.id, r.account_number, r.kind, r.locale, r.country, r.birth_date, r.yearly_spend, r.contact_by, r.reminders_opt_out, r.created_at
      from jsonb_populate_recordset(null::public.customers, ${json(rows.customers)}) r`;
    await tx`
      insert into public.logins (id, customer_id, email, name, role, origin)
      select r.id, r.customer_id, lower(r.email), r.name, r.role, r.origin
      from jsonb_populate_recordset(null::public.logins, ${json(rows.logins)}) r`;
    await tx`
      insert into public.contact_details (id, customer_id, kind, label, site_id, is_primary, verified_at, confirmed_at, confirmed_by,
        confirmed_login, channel, review_on, created_at)
      select r.id, r.customer_id, r.kind, r.label, r.site_id, r.is_primary, r.verified_at, r.confirmed_at, r.confirmed_by,
        r.confirmed_login, r.channel, private.review_day(r.kind, r.confirmed_at, k.known_since), r.created_at
      from jsonb_array_elements(${json(rows.details)}) element,
        jsonb_populate_record(null::public.contact_details, element) r,
        jsonb_to_record(element) as k(known_since date)
      order by r.site_id nulls first`;
    await tx`
      insert into public.updates (id, reference, customer_id, channel, actor_login, actor_staff, request_id, occurred_at)
      select r.id, private.next_reference(), r.customer_id, r.channel, r.actor_login, r.actor_staff, r.request_id, r.occurred_at
      from jsonb_populate_recordset(null::public.updates, ${json(rows.updates)}) r`;
    await tx`
      insert into public.update_items (update_id, detail_id, kind, op, label, before, after, version)
      select r.update_id, r.detail_id, r.kind, r.op, r.label, r.before, r.after, 1
      from jsonb_populate_recordset(null::public.update_items, ${json(rows.items)}) r`;
    await tx`
      insert into public.contact_detail_values (detail_id, value, valid, known_since)
      select r.detail_id, r.value, daterange(r.known_since, null), r.known_since
      from jsonb_populate_recordset(null::public.contact_detail_values, ${json(rows.values)}) r`;
    await tx`
      insert into public.documents (customer_id, number, kind, issued_on, amount, currency, address_as_issued)
      select r.customer_id, r.number, r.kind, r.issued_on, r.amount, r.currency, r.address_as_issued
      from jsonb_populate_recordset(null::public.documents, ${json(rows.documents)}) r`;
    await tx`
      select private.index_customers(ids), private.rank_customers(ids)
      from (select array_agg((c->>'id')::uuid) as ids from jsonb_array_elements(${json(rows.customers)}) c) s`;
  });
}

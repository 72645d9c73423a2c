import type { ReservedSql } from "postgres";

/** Notes all current values in a table of the session's own, from which `fillSearch` takes them. */
export async function gatherCurrentDetails(session: ReservedSql): Promise<void> {
  await session`set work_mem = '256MB'`;
  // The planner takes hardly any value for a current one, and would look up each by itself, as the view
  // `private.current_details` has it do; here all are joined at once.
  await session`set enable_nestloop = off`;
  await session`
    create temp table current_details as
    select d.customer_id, d.id, d.kind, d.label, v.value, d.review_on, d.hold_reason
    from public.contact_details d
    join public.contact_detail_values v on v.detail_id = d.id and v.valid @> (select private.today())
    where d.removed_at is null`;
}

/**
 * Brings search and queue up to all customers at once, as `private.index_customers` and `private.rank_customers` do
 * for a few: each distinct word is spelled once instead of once for each customer who has it. Expects the tables'
 * indexes and references to be dropped; ends what `gatherCurrentDetails` began.
 */
export async function fillSearch(session: ReservedSql): Promise<void> {
  await session`truncate private.search_keys, private.search_words, private.customer_words`;
  await fillKeys(session);
  await fillWords(session);
  await fillQueue(session);
  await session`drop table current_details, parts, spelled`;
  await session`reset all`;
}

async function fillKeys(session: ReservedSql): Promise<void> {
  await session`
    insert into private.search_keys (detail_id, kind, key, customer_id)
    select id, 'number', reverse(regexp_replace(value #>> '{}', '\\D', '', 'g')), customer_id
    from current_details where kind in ('phone', 'fax')
    union all
    select id, 'email', lower(value #>> '{}'), customer_id from current_details where kind = 'email'
    union all
    select id, 'postcode', upper(regexp_replace(value->>'postcode', '[\\s-]', '', 'g')), customer_id
    from current_details where kind in ('billing_address', 'shipping_address') and value->>'postcode' <> ''`;
}

async function fillWords(session: ReservedSql): Promise<void> {
  await session`
    create temp table parts as
    select customer_id, string_to_table(concat_ws(' ', label,
      case when kind = 'name' then concat_ws(' ', value->>'given', value->>'family', value->>'company') end), ' ') as part
    from current_details where kind in ('name', 'shipping_address')`;
  await session`
    create temp table spelled as
    select part, private.words(part) as words from (select distinct part from parts) p`;
  await session`
    insert into private.search_words (word) select distinct unnest(words) from spelled`;
  await session`
    insert into private.customer_words (customer_id, words)
    select customer_id, array_to_tsvector(coalesce(array_agg(word) filter (where word is not null), '{}'))
    from parts join spelled using (part) left join lateral unnest(spelled.words) word on true
    group by customer_id`;
}

async function fillQueue(session: ReservedSql): Promise<void> {
  await session`
    insert into private.outreach_queue (customer_id, rank, review_on)
    select c.id,
      ln(1 + c.yearly_spend) + max(case when d.kind = 'email' and d.hold_reason is null then 1 else 0 end)
        - (min(d.review_on) - date '2000-01-01') * ln(2) / 180,
      min(d.review_on)
    from public.customers c join current_details d on d.customer_id = c.id
    where not c.reminders_opt_out and not exists (select from private.outreach_queue q where q.customer_id = c.id)
    group by c.id, c.yearly_spend`;
}

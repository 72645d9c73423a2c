-- Outreach staff's doors: the queue, and reminders to those selected from it.

-- One page of customers with stale details, best to ask first, after the rank and id of the last row seen.
-- Whoever was reminded within 30 days is left out until then.
create function public.outreach_queue(after_rank double precision default null, after_customer uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('outreach', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || jsonb_build_object(
    'rows', (select coalesce(jsonb_agg(private.outreach_row(q) order by q.rank desc, q.customer_id), '[]')
      from (select * from private.outreach_queue q
        where (after_rank is null or (q.rank, q.customer_id) < (after_rank, after_customer))
          and q.review_on <= private.today() and (q.reminded_at is null or q.reminded_at < now() - interval '30 days')
        order by q.rank desc, q.customer_id desc limit 50) q),
    'waiting', (select count(*) from (select from private.outreach_queue q
      where q.reminded_at >= now() - interval '30 days' and q.review_on <= private.today() limit 10000) w),
    'stale', (select count(*) from (select from private.outreach_queue q
      where q.review_on <= private.today() limit 10000) s));
end $$;
grant execute on function public.outreach_queue(double precision, uuid) to authenticated;

-- A customer of the queue as its list shows them, with the freshness of each stale detail.
create function private.outreach_row(q private.outreach_queue) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'rank', q.rank, 'accountNumber', c.account_number, 'kind', c.kind,
    'name', private.customer_name(c.id), 'locale', c.locale, 'yearlySpend', c.yearly_spend, 'reviewOn', q.review_on,
    'remindedAt', q.reminded_at,
    'medium', (select case when c.contact_by = 'email' and exists (select from private.current_details d
      where d.customer_id = c.id and d.kind = 'email' and d.hold_reason is null) then 'email' else 'letter' end),
    'stale', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'label', d.label,
        'freshness', private.detail_json(d)->'freshness') order by d.review_on), '[]')
      from private.current_details d where d.customer_id = c.id and d.review_on <= private.today()))
  from public.customers c where c.id = q.customer_id;
$$;

-- Sends one reminder to each selected customer who is still stale, wishes to be asked and was not asked lately;
-- by email where there is one, else as a letter that waits. Returns {"emails", "letters", "skipped"}.
create function public.send_reminders(customers uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  sender public.staff := private.require_staff('outreach', 'supervisor', 'admin');
  emails int;
  letters int;
begin
  if cardinality(customers) not between 1 and 200 then perform private.refuse('PT422', 'nothing_selected'); end if;
  -- The lock makes two people who press at once send one reminder.
  perform from private.outreach_queue q where q.customer_id = any (customers) order by q.customer_id for update;
  with chosen as (
    update private.outreach_queue q set reminded_at = now()
    from public.customers c
    where q.customer_id = any (customers) and c.id = q.customer_id and not c.reminders_opt_out
      and q.review_on <= private.today() and (q.reminded_at is null or q.reminded_at < now() - interval '30 days')
    returning c.*
  ), addressed as (
    select c.id as customer_id, c.locale, coalesce(e.value_id, b.value_id) as value_id,
      case when e.value_id is null then 'letter' else 'email' end as medium
    from chosen c
    left join private.current_details e on e.customer_id = c.id and e.kind = 'email' and e.is_primary
      and e.hold_reason is null and c.contact_by = 'email'
    left join private.current_details b on b.customer_id = c.id and b.kind = 'billing_address'
  ), reminded as (
    insert into public.reminders (customer_id, medium, sent_by)
    select customer_id, medium, sender.id from addressed where value_id is not null
    returning id, customer_id, medium
  ), queued as (
    insert into private.outbox (kind, medium, locale, customer_id, reminder_id, to_value, state)
    select 'reminder', a.medium, a.locale, a.customer_id, r.id, a.value_id,
      case a.medium when 'letter' then 'waiting'::private.outbox_state else 'queued' end
    from addressed a join reminded r using (customer_id)
    returning medium
  )
  select count(*) filter (where medium = 'email'), count(*) filter (where medium = 'letter') into emails, letters from queued;
  return jsonb_build_object('emails', emails, 'letters', letters, 'skipped', cardinality(customers) - emails - letters);
end $$;
grant execute on function public.send_reminders(uuid[]) to authenticated;

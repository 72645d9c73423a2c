-- Outreach staff's doors: the queue, and reminders to those selected from it.

-- serves the queue's count of stale customers
create index outreach_due on private.outreach_queue (review_on);
-- serves the queue's count of customers who were reminded and have not answered
create index outreach_reminded on private.outreach_queue (reminded_at) where reminded_at is not null;

-- Since when a reminder keeps its customer out of the queue.
create function private.reminded_since() returns timestamptz
language sql stable set search_path = '' as $$
  select now() - interval '30 days';
$$;

-- One page of customers with stale details, best to ask first, after the rank and id of the last row seen.
-- Whoever was reminded within 30 days is left out until then. Counts stop at 10,000.
create function public.outreach_queue(after_rank double precision default null, after_customer uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('outreach', 'supervisor', 'admin');
  today date := private.today();
  lately timestamptz := private.reminded_since();
begin
  return private.desk_head(reader) || jsonb_build_object(
    'rows', (select coalesce(jsonb_agg(private.outreach_row(q) order by q.rank desc, q.customer_id desc), '[]')
      from (select * from private.outreach_queue q
        where (q.rank, q.customer_id) < (coalesce(after_rank, 'infinity'), coalesce(after_customer, uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          and q.review_on <= today and (q.reminded_at is null or q.reminded_at < lately)
        order by q.rank desc, q.customer_id desc limit 50) q),
    'waiting', (select count(*) from (select from private.outreach_queue q
      where q.reminded_at >= lately and q.review_on <= today limit 10000) w),
    'stale', (select count(*) from (select from private.outreach_queue q
      where q.review_on <= today limit 10000) s));
end $$;
grant execute on function public.outreach_queue(double precision, uuid) to authenticated;

-- The value of the email address to which a customer's reminder goes; null where it goes by post.
create function private.mailbox_to_remind(c public.customers) returns bigint
language plpgsql stable set search_path = '' as $$
begin
  return (select d.value_id from private.current_details d
    where d.customer_id = c.id and d.kind = 'email' and d.is_primary and d.hold_reason is null and c.contact_by = 'email');
end $$;

-- A customer of the queue as its list shows them: the four details most overdue, each with its freshness, and how many there are.
create function private.outreach_row(q private.outreach_queue) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with due as (
      select d, row_number() over (order by d.review_on, d.kind, d.id) as place
      from private.current_details d where d.customer_id = q.customer_id and private.is_due(d)
    )
    select jsonb_build_object('id', c.id, 'rank', q.rank, 'accountNumber', c.account_number,
      'name', private.customer_name(c.id), 'yearlySpend', c.yearly_spend,
      'medium', case when private.mailbox_to_remind(c) is null then 'letter' else 'email' end,
      'staleCount', (select count(*) from due),
      'stale', (select coalesce(jsonb_agg(jsonb_build_object('kind', (d).kind, 'label', (d).label,
          'freshness', private.detail_json(d)->'freshness') order by place), '[]')
        from due where place <= 4))
    from public.customers c where c.id = q.customer_id);
end $$;

-- Sends one reminder to each selected customer who is still stale, wishes to be asked and was not asked lately;
-- by email where there is one, else as a letter that waits. Returns {"emails", "letters", "skipped"}.
create function public.send_reminders(customers uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  sender public.staff := private.require_staff('outreach', 'supervisor', 'admin');
  today date := private.today();
  lately timestamptz := private.reminded_since();
  emails int;
  letters int;
begin
  if coalesce(cardinality(customers), 0) not between 1 and 200 then perform private.refuse('PT422', 'nothing_selected'); end if;
  -- The lock makes two people who press at once send one reminder.
  perform from private.outreach_queue q where q.customer_id = any (customers) order by q.customer_id for update;
  with chosen as (
    update private.outreach_queue q set reminded_at = now()
    from public.customers c
    where q.customer_id = any (customers) and c.id = q.customer_id and not c.reminders_opt_out
      and q.review_on <= today and (q.reminded_at is null or q.reminded_at < lately)
    returning c.id as customer_id, c.locale, private.mailbox_to_remind(c) as mailbox
  ), addressed as (
    select c.customer_id, c.locale, coalesce(c.mailbox, house.value_id) as value_id,
      case when c.mailbox is null then 'letter' else 'email' end as medium
    from chosen c
    left join private.current_details house on house.customer_id = c.customer_id and house.kind = 'billing_address'
  ), reminded as (
    insert into public.reminders (customer_id, medium, sent_by)
    select customer_id, medium, sender.id from addressed where value_id is not null
    returning id, customer_id
  ), queued as (
    insert into private.outbox (kind, medium, locale, customer_id, reminder_id, link_id, to_value, state)
    select 'reminder', a.medium, a.locale, a.customer_id, r.id, private.review_link_for(a.customer_id), a.value_id,
      case a.medium when 'letter' then 'waiting'::private.outbox_state else 'queued' end
    from addressed a join reminded r using (customer_id)
    returning medium
  )
  select count(*) filter (where medium = 'email'), count(*) filter (where medium = 'letter') into emails, letters from queued;
  return jsonb_build_object('emails', emails, 'letters', letters, 'skipped', cardinality(customers) - emails - letters);
end $$;
grant execute on function public.send_reminders(uuid[]) to authenticated;

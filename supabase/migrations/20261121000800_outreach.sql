-- Whose details have gone stale, best to ask first, and the reminders sent to them.

create table public.reminders (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  medium text not null check (medium in ('email', 'letter')),
  sent_by uuid not null references public.staff,
  created_at timestamptz not null default now(),
  answered_at timestamptz
);
alter table public.reminders enable row level security;
create index reminders_of_customer on public.reminders (customer_id, created_at desc);

alter table private.outbox add constraint a_mail_that_reminds foreign key (reminder_id) references public.reminders;

-- One row per customer who may be asked. The order is by value, reach and days overdue; because each day overdue
-- adds the same to everybody, "now" cancels out and the stored rank never needs recomputing. Derived, as search is.
create table private.outreach_queue (
  customer_id uuid primary key,
  rank double precision not null,
  review_on date not null,
  reminded_at timestamptz
);
alter table private.outreach_queue enable row level security;
-- serves the pages of the queue, which step over those not to be asked now without looking at their rows
create index outreach_best_first on private.outreach_queue (rank, customer_id) include (review_on, reminded_at);

-- Restamps the queue for customers whose details, spend or wishes changed; whoever has none or wants none leaves it.
-- A detail with a move counts as due when the value to come will be: whoever has told us what comes is not asked about
-- what goes, and the row is right before the day and after it.
create function private.rank_customers(customers uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  with ranked as materialized (
    select c.id,
      -- 1 for a customer who can be asked by email at once; half a year overdue weighs as much as double the spend
      ln(1 + c.yearly_spend) + max(case when d.kind = 'email' and d.hold_reason is null then 1 else 0 end)
        - (min(coalesce(m.review_on, d.review_on)) - date '2000-01-01') * ln(2) / 180 as rank,
      min(coalesce(m.review_on, d.review_on)) as review_on
    from public.customers c
    join public.contact_details d on d.customer_id = c.id and d.removed_at is null
    left join private.moves m on m.detail_id = d.id
    where c.id = any (customers) and not c.reminders_opt_out
    group by c.id
  ), gone as (
    delete from private.outreach_queue q where q.customer_id = any (customers)
      and not exists (select from ranked r where r.id = q.customer_id)
  )
  insert into private.outreach_queue (customer_id, rank, review_on)
  select id, rank, review_on from ranked
  on conflict (customer_id) do update set rank = excluded.rank, review_on = excluded.review_on
  where (outreach_queue.rank, outreach_queue.review_on) is distinct from (excluded.rank, excluded.review_on);
end $$;

-- An answer closes the customer's open reminders.
create function private.close_reminders(customers uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.reminders set answered_at = now() where customer_id = any (customers) and answered_at is null;
end $$;

-- Work for a role or department.

create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  cause text not null check (cause in ('company_name_change', 'sign_in_frozen', 'update_disputed', 'concern_escalated', 'erasure_requested',
    'commitment_due', 'commitment_overdue')),
  customer_id uuid not null references public.customers,
  department_id int not null references public.departments,
  role public.staff_role not null default 'agent',
  -- What is asked for, e.g. the new company name with the version that the customer saw.
  proposal jsonb,
  asked_by uuid references public.logins,
  due_at timestamptz not null,
  claimed_by uuid references public.staff,
  closed_at timestamptz,
  closed_by uuid references public.staff,
  outcome text check (outcome in ('done', 'refused', 'withdrawn')),
  reason text check (length(reason) <= 500),
  created_at timestamptz not null default now(),
  constraint a_closed_task_has_an_outcome check ((closed_at is null) = (outcome is null))
);
alter table public.tasks enable row level security;
-- serves the task list
create index open_tasks on public.tasks (due_at) where closed_at is null;
create index tasks_of_customer on public.tasks (customer_id, created_at desc);
create unique index one_open_name_request_per_customer on public.tasks (customer_id)
  where cause = 'company_name_change' and closed_at is null;

create unique index one_open_erasure_request_per_customer on public.tasks (customer_id)
  where cause = 'erasure_requested' and closed_at is null;

-- A promise reminds once and is escalated once, however often the worker looks.
create unique index one_task_of_each_cause_per_commitment on public.tasks ((proposal->>'commitment'), cause)
  where cause in ('commitment_due', 'commitment_overdue');

alter table private.outbox add constraint a_mail_about_a_task foreign key (task_id) references public.tasks;

-- Opens a task for customer service, due in `days`.
create function private.open_task(cause text, customer uuid, days int, proposal jsonb default null, asked_by uuid default null)
returns uuid
language sql security definer set search_path = '' as $$
  insert into public.tasks (cause, customer_id, department_id, proposal, asked_by, due_at)
  select $1, $2, d.id, $4, $5, now() + make_interval(days => $3)
  from public.departments d where d.code = 'customer_service'
  returning id;
$$;

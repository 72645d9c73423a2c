-- Work for a role or department.

-- What a task may be about. A room that opens tasks of its own adds its causes here.
create table private.task_causes (
  cause text primary key check (cause ~ '^[a-z_]+$'),
  -- whose work it is where nobody says otherwise
  role public.staff_role not null default 'agent',
  -- carried out on a page of its own, so that a task's own page can only refuse it
  has_own_page boolean not null default false
);
alter table private.task_causes enable row level security;
insert into private.task_causes (cause, role, has_own_page) values
  ('company_name_change', 'agent', false), ('sign_in_frozen', 'agent', false), ('update_disputed', 'agent', false),
  ('concern_escalated', 'supervisor', false), ('erasure_requested', 'admin', true),
  ('commitment_due', 'agent', true), ('commitment_overdue', 'supervisor', true);

create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  cause text not null references private.task_causes,
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
create index open_tasks_of_department on public.tasks (department_id, due_at) where closed_at is null;
-- serves the task list as well, and by itself how many tasks each of its filters shows
create index open_tasks_of_role on public.tasks (role, due_at) include (department_id, claimed_by) where closed_at is null;
-- serves what a member of staff has claimed
create index open_tasks_of_claimant on public.tasks (claimed_by, due_at) where closed_at is null and claimed_by is not null;
create index tasks_of_customer on public.tasks (customer_id, created_at desc);
create unique index one_open_name_request_per_customer on public.tasks (customer_id)
  where cause = 'company_name_change' and closed_at is null;

create unique index one_open_erasure_request_per_customer on public.tasks (customer_id)
  where cause = 'erasure_requested' and closed_at is null;

-- A promise reminds once and is escalated once, however often the worker looks.
create unique index one_task_of_each_cause_per_commitment on public.tasks ((proposal->>'commitment'), cause)
  where cause in ('commitment_due', 'commitment_overdue');

alter table private.outbox add constraint a_mail_about_a_task foreign key (task_id) references public.tasks;

-- Who took a task up, put it back or gave it to whom, and what fell back to the list when somebody left.
create table private.task_moves (
  id bigint primary key generated always as identity,
  task_id uuid not null references public.tasks,
  act text not null check (act in ('claimed', 'released', 'handed', 'fell_back')),
  by_staff uuid not null references public.staff,
  -- whose it was before
  from_staff uuid references public.staff,
  -- whose it is from then on
  to_staff uuid references public.staff,
  at timestamptz not null default now(),
  constraint a_move_leads_somewhere check ((act in ('claimed', 'handed')) = (to_staff is not null))
);
alter table private.task_moves enable row level security;
create index moves_of_task on private.task_moves (task_id, id);
create trigger task_moves_are_append_only before update or delete on private.task_moves
  for each row execute function private.refuse_rewriting();
create trigger task_moves_are_not_truncated before truncate on private.task_moves
  for each statement execute function private.refuse_rewriting();

-- Opens a task for customer service, due in `days`.
create function private.open_task(cause text, customer uuid, days int, proposal jsonb default null, asked_by uuid default null)
returns uuid
language sql security definer set search_path = '' as $$
  insert into public.tasks (cause, customer_id, department_id, role, proposal, asked_by, due_at)
  select $1, $2, d.id, c.role, $4, $5, now() + make_interval(days => $3)
  from public.departments d, private.task_causes c where d.code = 'customer_service' and c.cause = $1
  returning id;
$$;

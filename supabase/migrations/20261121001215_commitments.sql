-- Promises made to customers: what, by when, by whom; kept, broken or withdrawn.

create table public.commitments (
  id uuid primary key default private.new_id(),
  customer_id uuid not null references public.customers,
  note_id uuid not null references public.notes,
  -- null once erased
  what text check (length(what) between 1 and 300),
  due_on date not null,
  staff_id uuid references public.staff,
  department_id int references public.departments,
  made_by uuid not null references public.staff,
  made_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'withdrawn')),
  settled_at timestamptz,
  constraint a_person_or_a_department_promises check (num_nonnulls(staff_id, department_id) = 1),
  constraint what_is_settled_has_its_moment check ((state = 'open') = (settled_at is null))
);
alter table public.commitments enable row level security;
create index commitments_of_note on public.commitments (note_id);
-- serves the record
create index commitments_of_customer on public.commitments (customer_id, state, due_on);
-- serve the lists of a person, of a team, and of what is due, and the worker's look
create index open_commitments_of_staff on public.commitments (staff_id, due_on) where state = 'open';
create index open_commitments_of_department on public.commitments (department_id, due_on) where state = 'open';
create index open_commitments_by_day on public.commitments (due_on) where state = 'open';

-- A promise is never rewritten: it is settled once, and an erasure may empty its words.
create function private.guard_commitment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  may_change text[] := case when tg_op = 'UPDATE' and old.state = 'open' then '{state,settled_at}'::text[] else '{}' end
    || case when tg_op = 'UPDATE' and new.what is null and private.erasing() then '{what}'::text[] else '{}' end;
begin
  if tg_op <> 'UPDATE' or to_jsonb(new) - may_change <> to_jsonb(old) - may_change then
    perform private.refuse('PT403', 'history_is_append_only');
  end if;
  return new;
end $$;
create trigger commitments_are_settled_once before update or delete on public.commitments
  for each row execute function private.guard_commitment();
create trigger commitments_are_not_truncated before truncate on public.commitments
  for each statement execute function private.refuse_rewriting();

-- What became of a promise, by whom and why.
create table public.commitment_acts (
  id bigint primary key generated always as identity,
  commitment_id uuid not null references public.commitments,
  act text not null check (act in ('kept', 'broken', 'withdrawn')),
  staff_id uuid not null references public.staff,
  -- null once erased
  reason text check (length(reason) between 1 and 500),
  at timestamptz not null default now()
);
alter table public.commitment_acts enable row level security;
create unique index a_commitment_is_settled_once on public.commitment_acts (commitment_id);
create trigger acts_are_append_only before update or delete on public.commitment_acts
  for each row execute function private.refuse_rewriting_but_erasing('reason');
create trigger acts_are_not_truncated before truncate on public.commitment_acts
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- making */

-- Whether something may be promised by somebody: who still works here, and not outreach staff, who have no list of promises
-- and speak with customers of stale details alone.
create function private.may_promise(s public.staff) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return s.active and s.role <> 'outreach';
end $$;

-- Keeps the promises of a note: at most ten, each [{"what", "due", "staff" or "department"}], due from today to two years on.
create function private.make_promises(note uuid, customer uuid, agent uuid, promises jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  p jsonb;
  due date;
begin
  if coalesce(jsonb_typeof(promises), 'array') <> 'array' or jsonb_array_length(coalesce(promises, '[]')) > 10 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  for p in select e from jsonb_array_elements(promises) e loop
    perform private.check_text(p->>'what', 300);
    due := (p->>'due')::date;
    if due is null or due < private.today() or due > private.today() + 731 then perform private.refuse('PT422', 'due_day_not_acceptable'); end if;
    if p->>'staff' is not null and not exists (select from public.staff s where s.id = (p->>'staff')::uuid and private.may_promise(s)) then
      perform private.refuse('PT422', 'cannot_promise');
    end if;
    insert into public.commitments (customer_id, note_id, what, due_on, staff_id, department_id, made_by)
    values (customer, note, p->>'what', due, (p->>'staff')::uuid,
      (select d.id from public.departments d where d.code = p->>'department'), agent);
  end loop;
exception when check_violation or invalid_text_representation or invalid_datetime_format or datetime_field_overflow then
  perform private.refuse('PT422', 'value_not_acceptable');
end $$;

/* ---------------------------------------------------------------- reading */

-- A promise as everybody reads it, its customer too: without the reason of what became of it.
create function private.promise_json(c public.commitments) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('id', c.id, 'what', c.what, 'dueOn', c.due_on, 'state', c.state, 'overdue', c.state = 'open' and c.due_on < private.today(), 'settledAt', c.settled_at,
    'staff', (select s.name from public.staff s where s.id = c.staff_id),
    'department', private.department_json(c.department_id));
end $$;

create function private.promises_json(note uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(private.promise_json(c) order by c.due_on, c.id), '[]') from public.commitments c where c.note_id = note);
end $$;

-- The department that answers for a promise: its own, or that of the person.
create function private.department_of(c public.commitments) returns int
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(c.department_id, (select s.department_id from public.staff s where s.id = c.staff_id));
end $$;

-- Whether somebody may say what became of a promise: the person, the department's agents, supervisors.
create function private.may_settle(s public.staff, c public.commitments) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return s.role in ('supervisor', 'admin')
    or s.role = 'agent' and (s.id is not distinct from c.staff_id or s.department_id = private.department_of(c));
end $$;

-- A promise as staff read it.
create function private.commitment_json(c public.commitments, reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.promise_json(c) || jsonb_build_object('note', c.note_id,
    'maySettle', c.state = 'open' and private.may_settle(reader, c), 'madeAt', c.made_at,
    'madeBy', (select s.name from public.staff s where s.id = c.made_by),
    'settled', (select jsonb_build_object('by', s.name, 'reason', a.reason, 'at', a.at)
      from public.commitment_acts a join public.staff s on s.id = a.staff_id where a.commitment_id = c.id),
    'accountNumber', u.account_number, 'customerName', private.customer_name(u.id))
  from public.customers u where u.id = c.customer_id;
end $$;

-- What the record shows on top: open promises, soonest due first, and the last one broken within a year.
create function private.record_commitments(customer uuid, reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'open', (select coalesce(jsonb_agg(private.commitment_json(c, reader) order by c.due_on, c.id), '[]')
      from public.commitments c where c.customer_id = customer and c.state = 'open'),
    'lastBroken', (select private.commitment_json(c, reader) from public.commitments c
      where c.customer_id = customer and c.state = 'broken' and c.settled_at > now() - interval '1 year'
      order by c.settled_at desc limit 1));
end $$;

-- Open promises, soonest due first: the reader's own ('mine'), those of the reader's department and its people ('team'), and
-- what is due today or overdue, which supervisors see of all departments. From after a day and a promise of that day on.
create function private.commitments_listed(reader public.staff, which text, most int, after_day date default '-infinity',
  after_id uuid default '00000000-0000-0000-0000-000000000000') returns setof public.commitments
language plpgsql stable set search_path = '' as $$
declare
  everybodys boolean := reader.role in ('supervisor', 'admin') and which <> 'team';
  colleagues uuid[] := array(select s.id from public.staff s where s.department_id = reader.department_id);
  days daterange := case which when 'today' then daterange(private.today(), private.today(), '[]')
    when 'overdue' then daterange(null, private.today()) else '(,)' end;
begin
  if which = 'mine' then
    return query select * from public.commitments c where c.staff_id = reader.id and c.state = 'open'
      and (c.due_on, c.id) > (after_day, after_id) order by c.due_on, c.id limit most;
  elsif everybodys then
    return query select * from public.commitments c where c.state = 'open' and days @> c.due_on
      and (lower(days) is null or c.due_on >= lower(days)) and (upper(days) is null or c.due_on < upper(days))
      and (c.due_on, c.id) > (after_day, after_id) order by c.due_on, c.id limit most;
  else
    return query select * from public.commitments c where c.state = 'open' and days @> c.due_on
      and (c.department_id = reader.department_id or c.staff_id = any (colleagues))
      and (c.due_on, c.id) > (after_day, after_id) order by c.due_on, c.id limit most;
  end if;
end $$;

-- The page of promises: a hundred of a list, from after a day and a promise of that day on, and how many there are in each,
-- counted up to a thousand.
create function public.desk_commitments(which text default 'mine', after_day date default null, after_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  if which is null or which not in ('mine', 'team', 'today', 'overdue') or num_nulls(after_day, after_id) = 1 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return private.desk_head(reader) || jsonb_build_object(
    'commitments', (select coalesce(jsonb_agg(private.commitment_json(c, reader) order by c.due_on, c.id), '[]')
      from private.commitments_listed(reader, which, 100, coalesce(after_day, '-infinity'),
        coalesce(after_id, '00000000-0000-0000-0000-000000000000')) c),
    'counts', (select jsonb_object_agg(l.list, (select count(*) from private.commitments_listed(reader, l.list, 1000)))
      from unnest(array['mine', 'team', 'today', 'overdue']) l(list)),
    'drafts', private.open_drafts(reader.id));
end $$;
grant execute on function public.desk_commitments(text, date, uuid) to authenticated;

-- The notes that somebody has begun and not saved, newest first.
create function private.open_drafts(staff uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('accountNumber', u.account_number, 'customerName', private.customer_name(u.id),
      'startedAt', d.started_at) order by d.started_at desc), '[]')
    from private.note_drafts d join public.customers u on u.id = d.customer_id where d.staff_id = staff);
end $$;

-- One promise; the look at its customer is logged.
create function public.desk_commitment(commitment uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.commitments;
begin
  select * into c from public.commitments o where o.id = commitment;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, c.customer_id, 'commitment');
  return private.desk_head(reader) || jsonb_build_object('commitment', private.commitment_json(c, reader));
end $$;
grant execute on function public.desk_commitment(uuid) to authenticated;

/* ---------------------------------------------------------------- settling */

-- Says what became of a promise: kept, broken or withdrawn, the latter two with a reason. The tasks that it opened are done
-- with it. Said again by the same person it changes nothing; a promise that somebody else has settled: PT409.
create function public.settle_commitment(commitment uuid, act text, reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.serve((select o.customer_id from public.commitments o where o.id = commitment), 'agent', 'supervisor', 'admin');
  c public.commitments;
  why text := nullif(trim(coalesce(reason, '')), '');
begin
  if act is null or act not in ('kept', 'broken', 'withdrawn') then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  select * into c from public.commitments o where o.id = commitment for update;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if not private.may_settle(worker, c) then perform private.refuse('PT403', 'not_allowed'); end if;
  if c.state = act and exists (select from public.commitment_acts a where a.commitment_id = c.id and a.staff_id = worker.id) then return; end if;
  if c.state <> 'open' then perform private.refuse('PT409', 'commitment_is_settled'); end if;
  if act <> 'kept' and why is null then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(why) > 500 then perform private.refuse('PT422', 'reason_too_long'); end if;
  if why is not null then perform private.check_text(why, 500); end if;
  insert into public.commitment_acts (commitment_id, act, staff_id, reason) values (c.id, act, worker.id, why);
  update public.commitments o set state = act, settled_at = now() where o.id = c.id;
  update public.tasks t set closed_at = now(), closed_by = worker.id, outcome = case act when 'withdrawn' then 'withdrawn' else 'done' end
  where t.cause in ('commitment_due', 'commitment_overdue') and t.proposal->>'commitment' = c.id::text and t.closed_at is null;
end $$;
grant execute on function public.settle_commitment(uuid, text, text) to authenticated;

/* ---------------------------------------------------------------- reminding */

-- Opens a task for each promise that is due tomorrow or today, for the person or the department, and one for supervisors
-- once its day is over: each once, which an index of tasks keeps. The promise of somebody who has left, or does outreach now,
-- is for the agents of their department. The worker asks every few moments; two at once do no harm.
create function public.remind_of_commitments() returns int
language plpgsql security definer set search_path = '' as $$
declare
  here uuid[];
  opened int;
  escalated int;
begin
  -- A deactivation waits until the tasks are there to fall back; whoever is leaving at this moment is left for the next look.
  here := array(select s.id from public.staff s where s.id in (
      select o.staff_id from public.commitments o where o.state = 'open' and o.due_on between private.today() and private.today() + 1)
    order by s.id for share skip locked);
  insert into public.tasks (cause, customer_id, department_id, role, proposal, claimed_by, due_at)
  select 'commitment_due', c.customer_id, private.department_of(c), coalesce(s.role, 'agent'), private.task_of_commitment(c), s.id,
    private.midnight(c.due_on + 1) - interval '1 minute'
  from (select * from public.commitments o where o.state = 'open' and o.due_on between private.today() and private.today() + 1
    and (o.staff_id is null or o.staff_id = any (here))
    and not exists (select from public.tasks t where t.cause = 'commitment_due' and t.proposal->>'commitment' = o.id::text)
    order by o.due_on limit 500 for no key update of o skip locked) c
  left join public.staff s on s.id = c.staff_id and private.may_promise(s)
  on conflict do nothing;
  get diagnostics opened = row_count;
  insert into public.tasks (cause, customer_id, department_id, role, proposal, due_at)
  select 'commitment_overdue', c.customer_id, private.department_of(c), 'supervisor', private.task_of_commitment(c), private.end_of_working_days(1)
  from (select * from public.commitments o where o.state = 'open' and o.due_on < private.today()
    and not exists (select from public.tasks t where t.cause = 'commitment_overdue' and t.proposal->>'commitment' = o.id::text)
    order by o.due_on limit 500 for no key update of o skip locked) c
  on conflict do nothing;
  get diagnostics escalated = row_count;
  return opened + escalated;
end $$;
grant execute on function public.remind_of_commitments() to service_role;

-- What a task says of its promise.
create function private.task_of_commitment(c public.commitments) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.promise_json(c) - 'id' - 'state' - 'overdue' - 'settledAt' || jsonb_build_object('commitment', c.id);
end $$;

/* ---------------------------------------------------------------- erasing */

-- Empties what was promised to a customer and why it was not kept; what was open is open no more.
create function private.empty_commitments(customer uuid, worker uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.commitment_acts a set reason = null from public.commitments c where c.id = a.commitment_id and c.customer_id = customer;
  insert into public.commitment_acts (commitment_id, act, staff_id)
  select c.id, 'withdrawn', worker from public.commitments c where c.customer_id = customer and c.state = 'open';
  update public.commitments c set what = null, state = case c.state when 'open' then 'withdrawn' else c.state end, settled_at = coalesce(c.settled_at, now())
  where c.customer_id = customer;
end $$;

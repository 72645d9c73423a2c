-- The desk's doors to tasks: one list over all causes, who works on which, and how one ends.

/* ---------------------------------------------------------------- whose work */

-- The roles whose tasks somebody of `role` may work on: a supervisor stands in for agents and outreach, an admin for all.
create function private.works_for(role public.staff_role) returns public.staff_role[]
language plpgsql immutable set search_path = '' as $$
begin
  return case role when 'admin' then '{agent, outreach, supervisor, admin}' when 'supervisor' then '{agent, outreach, supervisor}'
    else array[role] end::public.staff_role[];
end $$;

-- Whether somebody of this role may work on a task meant for `wanted`.
create function private.may_work(role public.staff_role, wanted public.staff_role) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return wanted = any (private.works_for(role));
end $$;

-- Whether somebody may decide on tasks that others have claimed.
create function private.supervises(role public.staff_role) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return role in ('supervisor', 'admin');
end $$;

/* ---------------------------------------------------------------- one list */

-- A task as lists and the record show it. `current` is what a proposal would replace, with the version to accept it with;
-- `mine` is whether `reader` has claimed it.
create function private.task_json(t public.tasks, reader uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('id', t.id, 'cause', t.cause, 'proposal', t.proposal, 'dueAt', t.due_at, 'createdAt', t.created_at,
      'accountNumber', c.account_number, 'customerName', private.customer_name(c.id),
      'role', t.role, 'department', private.department_json(t.department_id),
      'claimedBy', (select s.name from public.staff s where s.id = t.claimed_by), 'mine', coalesce(t.claimed_by = reader, false),
      'current', (select jsonb_build_object('value', d.value, 'version', d.version)
        from private.current_details d where d.id = (t.proposal->>'detail')::uuid))
    from public.customers c where c.id = t.customer_id);
end $$;

-- Whether a task belongs to one of the lists that the desk may ask for.
create function private.is_task_list(which text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return which in ('open', 'mine', 'unclaimed', 'overdue');
end $$;

-- The first `most` open tasks that `reader` may work on, soonest due first: all of them, or those that the reader has
-- claimed ('mine'), nobody has claimed ('unclaimed'), or whose time is over ('overdue'); of one department or of all, for
-- one role or for all. Planned for the values asked for, so that each filter finds its index; who works
-- for one role alone asks for that one.
create function private.open_tasks(reader public.staff, which text, department int, for_role public.staff_role, most int)
returns setof public.tasks
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  roles public.staff_role[] := private.works_for(reader.role);
begin
  if cardinality(roles) = 1 then for_role := coalesce(for_role, roles[1]); end if;
  return query select * from public.tasks t
  where t.closed_at is null and t.role = any (roles)
    and (department is null or t.department_id = department) and (for_role is null or t.role = for_role)
    and case which when 'mine' then t.claimed_by = reader.id when 'unclaimed' then t.claimed_by is null
      when 'overdue' then t.due_at < now() else true end
  order by t.due_at, t.id limit most;
end $$;

-- How many open tasks each filter would show `reader` beside the other two chosen, all counted in one look at the index of
-- roles. Other processes would not be worth their start.
create function private.count_tasks(reader public.staff, which text, department int, for_role public.staff_role) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0 as $$
declare
  roles public.staff_role[] := private.works_for(reader.role);
begin
  return (with counted as materialized (
      select t.department_id, t.role, count(*) as open, count(*) filter (where t.claimed_by = reader.id) as mine,
        count(*) filter (where t.claimed_by is null) as unclaimed, count(*) filter (where t.due_at < now()) as overdue
      from public.tasks t where t.closed_at is null and t.role = any (roles) group by t.department_id, t.role),
    listed as materialized (
      select c.department_id, c.role, case which when 'mine' then c.mine when 'unclaimed' then c.unclaimed
        when 'overdue' then c.overdue else c.open end as shown from counted c)
    select jsonb_build_object(
      'lists', (select jsonb_build_object('open', coalesce(sum(c.open), 0), 'mine', coalesce(sum(c.mine), 0),
          'unclaimed', coalesce(sum(c.unclaimed), 0), 'overdue', coalesce(sum(c.overdue), 0))
        from counted c where (department is null or c.department_id = department) and (for_role is null or c.role = for_role)),
      'departments', (select jsonb_agg(private.department_json(d.id) || jsonb_build_object('mine', d.id = reader.department_id,
          'count', (select coalesce(sum(l.shown), 0) from listed l where l.department_id = d.id and (for_role is null or l.role = for_role)))
        order by d.id <> reader.department_id, d.id) from public.departments d),
      'allDepartments', (select coalesce(sum(l.shown), 0) from listed l where for_role is null or l.role = for_role),
      'roles', (select jsonb_agg(jsonb_build_object('role', r,
          'count', (select coalesce(sum(l.shown), 0) from listed l where l.role = r and (department is null or l.department_id = department))))
        from unnest(roles) r where r <> 'outreach'),
      'allRoles', (select coalesce(sum(l.shown), 0) from listed l where department is null or l.department_id = department)));
end $$;

-- What is work as well and has a list of its own, with how many wait there (up to 10,000).
create function private.work_elsewhere(reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'concerns', (select count(*) from (select from public.concerns c where c.state in ('open', 'in_progress') limit 10000) n),
    'writtenChanges', (select count(*) from (select from public.written_changes w where w.state in ('to_check', 'to_settle')
      and not exists (select from public.written_change_keyings k where k.written_change_id = w.id and k.staff_id = reader.id) limit 10000) n),
    'letters', (select count(*) from (select from private.outbox o
      where o.medium = 'letter' and o.state = 'waiting' and o.due_at <= now() limit 10000) n),
    'mails', case when private.supervises(reader.role) then (select count(*) from (select from private.outbox o
      where o.state in ('failed', 'uncertain') and o.kind <> 'code' limit 10000) n) else 0 end);
end $$;

-- All work that waits for somebody of the reader's role: a list of open tasks (the first hundred), how many each filter
-- would show beside the other two chosen, and what waits in lists of its own.
create function public.desk_tasks(which text default 'open', department text default null, for_role public.staff_role default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  of_department int := (select d.id from public.departments d where d.code = desk_tasks.department);
begin
  if not coalesce(private.is_task_list(which), false) or desk_tasks.department is not null and of_department is null then
    perform private.refuse('PT404', 'not_found');
  end if;
  return private.desk_head(reader) || jsonb_build_object(
    'tasks', (select coalesce(jsonb_agg(private.task_json(t, reader.id) order by t.due_at, t.id), '[]')
      from private.open_tasks(reader, which, of_department, for_role, 100) t),
    'elsewhere', private.work_elsewhere(reader)) || private.count_tasks(reader, which, of_department, for_role);
end $$;
grant execute on function public.desk_tasks(text, text, public.staff_role) to authenticated;

/* ---------------------------------------------------------------- one task */

-- Who may take a task over: those at work whose role may work on it, but for who has it.
create function private.task_takers(t public.tasks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'department', private.department_json(s.department_id))
      order by s.department_id <> t.department_id, s.name), '[]')
    from public.staff s where s.active and s.role <> 'outreach' and private.may_work(s.role, t.role) and s.id is distinct from t.claimed_by);
end $$;

-- The logins that a freeze named and that are still stopped, for the supervisor who decides on them.
create function private.frozen_logins(t public.tasks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'email', l.email, 'role', l.role, 'since', l.created_at,
      'otherFreeze', private.other_freeze(t, l.id)) order by l.created_at), '[]')
    from public.logins l where l.customer_id = t.customer_id and l.ended_at is null and l.frozen_at is not null
      and t.cause = 'sign_in_frozen' and t.proposal->'logins' ? l.id::text);
end $$;

-- Whether another freeze that is still open names a login as well: then it stays stopped until that one is settled too.
create function private.other_freeze(t public.tasks, login uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from public.tasks o where o.customer_id = t.customer_id and o.cause = 'sign_in_frozen' and o.closed_at is null
    and o.id <> t.id and o.proposal->'logins' ? login::text);
end $$;

-- One open task with what its page needs: who may take it over and which sign-ins wait (for supervisors), and who had it.
-- The look is logged. PT409 where it is closed.
create function public.desk_task(task uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  t public.tasks := (select o from public.tasks o where o.id = task);
begin
  perform private.check_task(reader, t);
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, t.customer_id, 'task');
  return private.desk_head(reader) || jsonb_build_object('task', private.task_json(t, reader.id),
    'takers', case when private.supervises(reader.role) then private.task_takers(t) else '[]' end,
    'frozenLogins', case when private.supervises(reader.role) then private.frozen_logins(t) else '[]' end,
    'moves', (select coalesce(jsonb_agg(jsonb_build_object('act', m.act, 'at', m.at, 'by', b.name, 'from', f.name, 'to', r.name) order by m.id desc), '[]')
      from private.task_moves m join public.staff b on b.id = m.by_staff
      left join public.staff f on f.id = m.from_staff left join public.staff r on r.id = m.to_staff where m.task_id = t.id));
end $$;
grant execute on function public.desk_task(uuid) to authenticated;

-- Refuses a task that is none (404), that is not for somebody of this role (403), or that is closed (409).
create function private.check_task(worker public.staff, t public.tasks) returns void
language plpgsql stable set search_path = '' as $$
begin
  if t.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if not private.may_work(worker.role, t.role) then perform private.refuse('PT403', 'not_allowed'); end if;
  if t.closed_at is not null then perform private.refuse('PT409', 'task_is_closed'); end if;
end $$;

/* ---------------------------------------------------------------- who works on it */

-- Who asks, with the locks of whoever acts on a task, which are those of whoever serves its customer.
create function private.work_on_task(task uuid, variadic roles public.staff_role[]) returns public.staff
language plpgsql set search_path = '' as $$
begin
  return private.serve((select o.customer_id from public.tasks o where o.id = task), variadic roles);
end $$;

-- The task under its lock, if `worker` may act on it: nobody else has claimed it, or the worker supervises.
create function private.task_in_hand(worker public.staff, task uuid) returns public.tasks
language plpgsql set search_path = '' as $$
declare
  t public.tasks;
begin
  select * into t from public.tasks o where o.id = task for update;
  perform private.check_task(worker, t);
  if t.claimed_by <> worker.id and not private.supervises(worker.role) then perform private.refuse('PT409', 'task_is_claimed'); end if;
  return t;
end $$;

-- Gives a task to somebody, or to nobody, and remembers it.
create function private.move_task(t public.tasks, act text, by_staff uuid, to_staff uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.tasks o set claimed_by = to_staff where o.id = t.id;
  insert into private.task_moves (task_id, act, by_staff, from_staff, to_staff) values (t.id, act, by_staff, t.claimed_by, to_staff);
end $$;

-- Claims a task. Of two at the same moment one gets it; the other is told who has it: {"status": "taken", "by"}. Claiming
-- what one has claimed changes nothing.
create function public.claim_task(task uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.work_on_task(task, 'agent', 'supervisor', 'admin');
  t public.tasks;
begin
  select * into t from public.tasks o where o.id = task for update;
  perform private.check_task(worker, t);
  if t.claimed_by is not null and t.claimed_by <> worker.id then
    return jsonb_build_object('status', 'taken', 'by', (select s.name from public.staff s where s.id = t.claimed_by));
  end if;
  if t.claimed_by is null then perform private.move_task(t, 'claimed', worker.id, worker.id); end if;
  return '{"status": "claimed"}';
end $$;
grant execute on function public.claim_task(uuid) to authenticated;

-- Puts a task back on the list: one's own, or as a supervisor somebody else's. What nobody has stays so.
create function public.release_task(task uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.work_on_task(task, 'agent', 'supervisor', 'admin');
  t public.tasks := private.task_in_hand(worker, task);
begin
  if t.claimed_by is not null then perform private.move_task(t, 'released', worker.id, null); end if;
end $$;
grant execute on function public.release_task(uuid) to authenticated;

-- Gives a task to a person who may work on it; for supervisors. PT422 where that person may not, or has left.
create function public.hand_task(task uuid, receiver uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('supervisor', 'admin');
  t public.tasks;
  s public.staff;
begin
  -- Both before the customer, as a deactivation does it, which waits for this or was first; and admins before all others, as
  -- whoever administers does it.
  perform from public.staff o where o.id in (worker.id, receiver) order by not (o.active and o.role = 'admin'), o.id for share;
  worker := private.work_on_task(task, 'supervisor', 'admin');
  t := private.task_in_hand(worker, task);
  select * into s from public.staff o where o.id = receiver;
  if s.id is null or not s.active or s.role = 'outreach' or not private.may_work(s.role, t.role) then
    perform private.refuse('PT422', 'cannot_take_task');
  end if;
  if t.claimed_by is distinct from s.id then perform private.move_task(t, 'handed', worker.id, s.id); end if;
end $$;
grant execute on function public.hand_task(uuid, uuid) to authenticated;

/* ---------------------------------------------------------------- how it ends */

-- Ends a task; who acts on one that nobody has claimed has claimed it by that.
create function private.end_task(t public.tasks, worker uuid, accepted boolean, reason text) returns void
language plpgsql set search_path = '' as $$
begin
  if t.claimed_by is null then perform private.move_task(t, 'claimed', worker, worker); end if;
  update public.tasks o set closed_at = now(), closed_by = worker, reason = nullif(trim(end_task.reason), ''),
    outcome = case when accepted then 'done' else 'refused' end
  where o.id = t.id;
end $$;

-- Closes an open task, by whoever has claimed it or a supervisor; a company's name change is applied by `accepted` or told
-- to the customer as refused. `version` is that of the name beside which the agent saw the proposal; without it, the one
-- that the customer saw. Returns the write's result; {"status": "closed"} where nothing was to be written. A task closed
-- meanwhile, or claimed by somebody else: PT409.
create function public.close_task(task uuid, accepted boolean, reason text default null, version int default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.work_on_task(task, 'agent', 'supervisor', 'admin');
  t public.tasks := private.task_in_hand(worker, task);
  result jsonb := '{"status": "closed"}';
begin
  if accepted is null or accepted and (select c.has_own_page from private.task_causes c where c.cause = t.cause) then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if not accepted and length(trim(coalesce(reason, ''))) = 0 then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(reason) > 500 then perform private.refuse('PT422', 'reason_too_long'); end if;

  if t.cause = 'company_name_change' and accepted then
    result := private.write_one((null, worker.id, null)::private.actor, 'online', array[(t.customer_id, t.id, 'change',
      (t.proposal->>'detail')::uuid, 'name', t.proposal->'value', null, null,
      coalesce(close_task.version, (t.proposal->>'version')::int), null, false, null)::private.detail_change]);
    if result->>'status' = 'conflict' then return result; end if;
  elsif t.cause = 'company_name_change' then
    insert into private.outbox (kind, medium, locale, customer_id, task_id, to_login, state)
    select 'name_request_refused', 'email', c.locale, c.id, t.id, l.id, 'queued'
    from public.customers c join public.logins l on l.id = t.asked_by and l.ended_at is null where c.id = t.customer_id;
  end if;
  perform private.end_task(t, worker.id, accepted, reason);
  return result;
end $$;
grant execute on function public.close_task(uuid, boolean, text, int) to authenticated;

-- Settles a freeze once the customer has proved who they are: those of the logins that it named and that `let_in` lists
-- may sign in again, with a new code; the others end, so that a letter can open the account where nobody is left. A login
-- that another open freeze names as well stays stopped until that one is settled. For supervisors, with the reason. The people let in get word, and so does the old address.
create function public.release_sign_in(task uuid, let_in uuid[], reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.work_on_task(task, 'supervisor', 'admin');
  t public.tasks := private.task_in_hand(worker, task);
  named uuid[] := array(select (l->>'id')::uuid from jsonb_array_elements(private.frozen_logins(t)) l where not (l->>'otherFreeze')::boolean);
  chosen uuid[] := coalesce(let_in, '{}');
begin
  if t.cause <> 'sign_in_frozen' or not chosen <@ named then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if length(trim(coalesce(reason, ''))) = 0 then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(reason) > 500 then perform private.refuse('PT422', 'reason_too_long'); end if;
  -- whoever is signed in under one of them comes in by a new code as well
  delete from auth.sessions s where s.user_id in (select a.id from auth.users a join public.logins l on l.email = a.email where l.id = any (named));
  update public.logins l set frozen_at = null where l.id = any (chosen);
  update public.logins l set ended_at = now() where l.id = any (named) and l.id <> all (chosen);
  update private.invitations i set settled_at = now(), outcome = 'withdrawn'
  where i.invited_by = any (named) and i.invited_by <> all (chosen) and i.settled_at is null;
  perform private.tell_sign_in_released(t, chosen);
  perform private.end_task(t, worker.id, true, reason);
end $$;
grant execute on function public.release_sign_in(uuid, uuid[], text) to authenticated;

-- Queues word to the people who may sign in again, and of each to the address that the freeze came from.
create function private.tell_sign_in_released(t public.tasks, logins uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  insert into private.outbox (kind, medium, locale, customer_id, task_id, about_login, to_login, to_value, state)
  select 'sign_in_released', 'email', c.locale, c.id, t.id, l.id, told.to_login, told.to_value, 'queued'
  from public.customers c join public.logins l on l.id = any (logins),
  lateral (select l.id as to_login, null::bigint as to_value
    union all
    select null, o.to_value from public.updates u join private.outbox o on o.update_id = u.id
    join public.contact_detail_values v on v.id = o.to_value
    where u.customer_id = c.id and u.reference = t.proposal->>'reference' and o.kind = 'email_changed' and o.medium = 'email'
      and lower(v.value #>> '{}') <> l.email) told
  where c.id = t.customer_id;
end $$;

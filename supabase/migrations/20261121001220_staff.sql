-- Who works at the desk: invited, changed, deactivated by admins; departments; the second step of signing in; and who has
-- looked at whose record.

-- What was done about staff, departments and the second step, by whom and from what to what. `changed_by` is null for the
-- server's command line and the demo data.
create table private.staff_changes (
  id bigint primary key generated always as identity,
  act text not null check (act in ('added', 'invited', 'changed', 'deactivated', 'reactivated', 'department_added', 'department_renamed',
    'second_step_required', 'second_step_optional')),
  staff_id uuid references public.staff,
  department_id int references public.departments,
  changed_by uuid references public.staff,
  before jsonb,
  after jsonb,
  at timestamptz not null default now(),
  constraint a_change_is_about_one_thing check (num_nonnulls(staff_id, department_id) <= 1)
);
alter table private.staff_changes enable row level security;
create index staff_changes_of_member on private.staff_changes (staff_id, id desc) where staff_id is not null;
create trigger staff_changes_are_append_only before update or delete on private.staff_changes
  for each row execute function private.refuse_rewriting();
create trigger staff_changes_are_not_truncated before truncate on private.staff_changes
  for each statement execute function private.refuse_rewriting();

-- What changes of a member of staff are told by.
create function private.staff_facts(s public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('name', s.name, 'role', s.role, 'department', private.department_json(s.department_id), 'locale', s.locale);
end $$;

create function private.record_staff_change(act text, s public.staff, before jsonb, changed_by uuid) returns void
language plpgsql set search_path = '' as $$
begin
  insert into private.staff_changes (act, staff_id, changed_by, before, after) values (act, s.id, changed_by, before, private.staff_facts(s));
end $$;

/* ---------------------------------------------------------------- admins */

-- Waits for whoever else changes who administers, so that no two of them each take the other for the one who stays.
create function private.lock_admins() returns void
language plpgsql set search_path = '' as $$
begin
  perform from public.staff s where s.role = 'admin' and s.active order by s.id for no key update;
end $$;

-- The admin who asks, asked for again under the lock.
create function private.administer() returns public.staff
language plpgsql set search_path = '' as $$
begin
  perform private.require_staff('admin');
  perform private.lock_admins();
  return private.require_staff('admin');
end $$;

-- Refuses where nobody would administer without `s`.
create function private.keep_an_admin(s public.staff) returns void
language plpgsql set search_path = '' as $$
begin
  if s.role = 'admin' and s.active and not exists (select from public.staff o where o.role = 'admin' and o.active and o.id <> s.id) then
    perform private.refuse('PT409', 'last_admin');
  end if;
end $$;

-- Adds a member of staff, or changes their role and name and lets them in again; for `npm run staff` and the demo data.
create function public.staff_add(email text, role public.staff_role, name text,
  department text default 'customer_service', locale text default 'de') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  s public.staff;
  before jsonb;
begin
  perform private.lock_admins();
  select * into s from public.staff o where o.email = lower(trim(staff_add.email)) for no key update;
  if s.id is null then
    insert into public.staff (email, role, name, department_id, locale)
    select lower(trim(staff_add.email)), staff_add.role, staff_add.name, d.id, staff_add.locale
    from public.departments d where d.code = department returning * into s;
    perform private.record_staff_change('added', s, null, null);
    return s.id;
  end if;
  if staff_add.role <> 'admin' then perform private.keep_an_admin(s); end if;
  before := private.staff_facts(s);
  update public.staff o set role = staff_add.role, name = staff_add.name, active = true where o.id = s.id returning * into s;
  if private.staff_facts(s) <> before then perform private.record_staff_change('changed', s, before, null); end if;
  return s.id;
end $$;
grant execute on function public.staff_add(text, public.staff_role, text, text, text) to service_role;

/* ---------------------------------------------------------------- reading */

-- When somebody was last here: signed in, had their session renewed, or looked at a record; null where never.
create function private.last_seen(s public.staff) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
begin
  return greatest(
    (select greatest(u.last_sign_in_at, (select max(x.updated_at) from auth.sessions x where x.user_id = u.id))
      from auth.users u where u.email = s.email limit 1),
    (select v.viewed_at from public.record_views v where v.staff_id = s.id order by v.viewed_at desc limit 1));
end $$;

-- A member of staff in a list.
create function private.staff_json(s public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.staff_facts(s) || jsonb_build_object('id', s.id, 'email', s.email, 'active', s.active, 'since', s.created_at,
    'lastSeenAt', private.last_seen(s));
end $$;

-- A change as pages tell it.
create function private.staff_change_json(c private.staff_changes) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('act', c.act, 'at', c.at, 'before', c.before, 'after', c.after,
    'by', (select s.name from public.staff s where s.id = c.changed_by),
    'whom', (select s.name from public.staff s where s.id = c.staff_id));
end $$;

-- All staff, those at work first, the departments with how many work there, the rule about the second step, and what admins
-- did last.
create function public.desk_staff() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || jsonb_build_object(
    'staff', (select jsonb_agg(private.staff_json(s) || jsonb_build_object('you', s.id = reader.id) order by s.active desc, lower(s.name), s.email) from public.staff s),
    'departments', (select jsonb_agg(private.department_json(d.id) || jsonb_build_object('members',
        (select count(*) from public.staff s where s.department_id = d.id and s.active)) order by d.id) from public.departments d),
    'secondStep', (select jsonb_build_object('offered', private.second_step_offered(), 'required', s.second_step_required) from private.settings s),
    'changes', (select coalesce(jsonb_agg(private.staff_change_json(c) order by c.id desc), '[]')
      from (select * from private.staff_changes order by id desc limit 30) c));
end $$;
grant execute on function public.desk_staff() to authenticated;

-- A member of staff by id, or 404.
create function private.staff_member(member uuid) returns public.staff
language plpgsql stable set search_path = '' as $$
declare
  s public.staff := (select o from public.staff o where o.id = member);
begin
  if s.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return s;
end $$;

-- What somebody has in hand: their open tasks, the concerns that they work on and the promises that they made (the first
-- fifty of each), and the notes that they have not saved, which others must take up when they leave. A room in which people hold something of their own adds it here.
create function private.work_in_hand(s public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'tasks', (select coalesce(jsonb_agg(private.task_json(t) order by t.due_at), '[]')
      from (select * from public.tasks o where o.claimed_by = s.id and o.closed_at is null order by o.due_at limit 50) t),
    'concerns', (select coalesce(jsonb_agg(private.desk_concern_json(c) order by c.escalated_at, c.moved_at), '[]')
      from (select * from public.concerns o where o.owner_id = s.id and o.state in ('open', 'in_progress') order by o.escalated_at, o.moved_at limit 50) c),
    'promises', (select coalesce(jsonb_agg(private.commitment_json(c, s) order by c.due_on, c.id), '[]')
      from (select * from public.commitments o where o.staff_id = s.id and o.state = 'open' order by o.due_on, o.id limit 50) c),
    'drafts', private.open_drafts(s.id));
end $$;

-- One member of staff: who they are, what they have in hand, what was changed about them, and whose records they looked at
-- (a hundred before a moment).
create function public.desk_staff_member(member uuid, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
  s public.staff := private.staff_member(member);
begin
  return private.desk_head(reader) || jsonb_build_object(
    'member', private.staff_json(s) || jsonb_build_object('you', s.id = reader.id),
    'departments', private.departments_json(), 'inHand', private.work_in_hand(s),
    'changes', (select coalesce(jsonb_agg(private.staff_change_json(c) order by c.id desc), '[]')
      from (select * from private.staff_changes o where o.staff_id = s.id order by o.id desc limit 50) c),
    'views', (select coalesce(jsonb_agg(jsonb_build_object('at', v.viewed_at, 'page', v.page, 'accountNumber', c.account_number,
        'customerName', private.customer_name(c.id)) order by v.viewed_at desc), '[]')
      from (select * from public.record_views o where o.staff_id = s.id and o.viewed_at < coalesce(before, 'infinity')
        order by o.viewed_at desc limit 100) v join public.customers c on c.id = v.customer_id));
end $$;
grant execute on function public.desk_staff_member(uuid, timestamptz) to authenticated;

-- Who looked at a customer's pages, a hundred looks before a moment, newest first; for supervisors.
create function public.desk_record_views(account text, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('supervisor', 'admin');
  c public.customers := (select o from public.customers o where o.account_number = account and o.withdrawn_at is null);
begin
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.desk_head(reader) || jsonb_build_object('accountNumber', c.account_number, 'customerName', private.customer_name(c.id),
    'views', (select coalesce(jsonb_agg(jsonb_build_object('at', v.viewed_at, 'page', v.page, 'by', s.name, 'role', s.role) order by v.viewed_at desc), '[]')
      from (select * from public.record_views o where o.customer_id = c.id and o.viewed_at < coalesce(before, 'infinity')
        order by o.viewed_at desc limit 100) v join public.staff s on s.id = v.staff_id));
end $$;
grant execute on function public.desk_record_views(text, timestamptz) to authenticated;

/* ---------------------------------------------------------------- inviting and changing */

-- The department of a code, for a form that names one.
create function private.department_of(code text) returns int
language plpgsql stable set search_path = '' as $$
declare
  found_department int := (select d.id from public.departments d where d.code = department_of.code);
begin
  if found_department is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  return found_department;
end $$;

-- A name as one line, trimmed.
create function private.one_line(typed text, longest int) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if coalesce(length(trim(typed)), 0) not between 1 and longest or typed ~ '[\u0001-\u001f\u007f-\u009f]' then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return trim(typed);
end $$;

-- Mails somebody the way to sign in, on an admin's word.
create function private.send_invitation(s public.staff, admin public.staff) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.record_staff_change('invited', s, null, admin.id);
  insert into private.outbox (kind, medium, locale, to_staff, state) values ('staff_invited', 'email', s.locale, s.id, 'queued');
end $$;

-- Adds a member of staff and mails them the way to sign in, in their language. Returns {"status": "invited", "member"} or,
-- where the address is a member's already, {"status": "here_already" | "left", "member"}: one who left is let in again on
-- their own page. A form sent twice finds the first one's.
create function public.invite_staff(email text, name text, role public.staff_role, department text, locale text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  address text := lower(trim(invite_staff.email));
  of_department int := private.department_of(invite_staff.department);
  called text := private.one_line(invite_staff.name, 100);
  s public.staff;
begin
  if invite_staff.role is null or invite_staff.locale is null or invite_staff.locale not in ('de', 'en', 'hu')
    or not coalesce(private.has_shape('email', 'person', to_jsonb(address)), false) or length(address) > 254
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  insert into public.staff (email, name, role, department_id, locale)
  values (address, called, invite_staff.role, of_department, invite_staff.locale)
  on conflict on constraint staff_email_key do nothing returning * into s;
  if s.id is null then
    select * into s from public.staff o where o.email = address;
    return jsonb_build_object('status', case when s.active then 'here_already' else 'left' end, 'member', s.id);
  end if;
  perform private.send_invitation(s, admin);
  return jsonb_build_object('status', 'invited', 'member', s.id);
end $$;
grant execute on function public.invite_staff(text, text, public.staff_role, text, text) to authenticated;

-- Mails the invitation once more to somebody who has not been here yet. Returns {"status"}: invited; just_invited, where the
-- last one is less than ten minutes old and nothing is sent; here_already, for whoever has signed in or left.
create function public.invite_again(member uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  s public.staff := private.lock_member(member);
begin
  if not s.active or private.last_seen(s) is not null then return '{"status": "here_already"}'; end if;
  if exists (select from private.staff_changes c where c.staff_id = s.id and c.act = 'invited' and c.at > now() - interval '10 minutes') then
    return '{"status": "just_invited"}';
  end if;
  perform private.send_invitation(s, admin);
  return '{"status": "invited"}';
end $$;
grant execute on function public.invite_again(uuid) to authenticated;

-- What an invitation says: {"to", "name", "role", "invitedBy"}; not "open" where the person has left again meanwhile.
create function private.staff_invitation(o private.outbox) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('to', s.email, 'name', s.name, 'role', s.role, 'open', s.active,
      'invitedBy', (select b.name from private.staff_changes c join public.staff b on b.id = c.changed_by
        where c.staff_id = s.id and c.act = 'invited' order by c.id desc limit 1))
    from public.staff s where s.id = o.to_staff);
end $$;

-- Changes a member's name, role and department. The last admin keeps the role (PT409). Tasks that they may no longer work
-- on fall back to the list.
create function public.change_staff(member uuid, name text, role public.staff_role, department text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  s public.staff := private.lock_member(member);
  before jsonb := private.staff_facts(s);
  of_department int := private.department_of(change_staff.department);
  called text := private.one_line(change_staff.name, 100);
begin
  if change_staff.role is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if change_staff.role <> 'admin' then perform private.keep_an_admin(s); end if;
  update public.staff o set name = called, role = change_staff.role, department_id = of_department where o.id = s.id returning * into s;
  if private.staff_facts(s) = before then return; end if;
  perform private.record_staff_change('changed', s, before, admin.id);
  perform private.let_go(s, admin.id);
end $$;
grant execute on function public.change_staff(uuid, text, public.staff_role, text) to authenticated;

-- A member of staff under their lock: who claims or is given a task at this moment waits for us, or we for them.
create function private.lock_member(member uuid) returns public.staff
language plpgsql set search_path = '' as $$
begin
  perform from public.staff o where o.id = member for no key update;
  return private.staff_member(member);
end $$;

-- Lets a member of staff in no more, or again; at once: their sessions end, and what they had in hand is for others to take.
-- The last admin stays (PT409). What is so already stays so.
create function public.set_staff_active(member uuid, active boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  s public.staff := private.lock_member(member);
begin
  if set_staff_active.active is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if s.active = set_staff_active.active then return; end if;
  if not set_staff_active.active then perform private.keep_an_admin(s); end if;
  update public.staff o set active = set_staff_active.active where o.id = s.id returning * into s;
  perform private.record_staff_change(case when s.active then 'reactivated' else 'deactivated' end, s, private.staff_facts(s), admin.id);
  if s.active then return; end if;
  delete from auth.sessions x where x.user_id in (select u.id from auth.users u where u.email = s.email);
  perform private.let_go(s, admin.id);
end $$;
grant execute on function public.set_staff_active(uuid, boolean) to authenticated;

-- Takes from somebody what they may not work on any more: claimed tasks fall back to the list, and concerns in hand to their
-- department. Their customers are locked in one go, in the order of ids.
create function private.let_go(s public.staff, by_staff uuid) returns void
language plpgsql set search_path = '' as $$
declare
  t public.tasks;
  keeps boolean := s.active and s.role <> 'outreach';
begin
  perform from public.customers c where c.id in (
    select o.customer_id from public.tasks o where o.claimed_by = s.id and o.closed_at is null
    union select o.customer_id from public.concerns o where o.owner_id = s.id and o.state in ('open', 'in_progress'))
  order by c.id for no key update;
  for t in select * from public.tasks o where o.claimed_by = s.id and o.closed_at is null
    and not (keeps and private.may_work(s.role, o.role)) order by o.id for update
  loop
    perform private.move_task(t, 'fell_back', by_staff, null);
  end loop;
  update public.concerns o set owner_id = null, state = 'open'
  where o.owner_id = s.id and o.state in ('open', 'in_progress') and not keeps;
end $$;

/* ---------------------------------------------------------------- departments */

-- A code for a department that an admin names: its letters, else a number spelled in letters.
create function private.code_for(name text) returns text
language plpgsql stable set search_path = '' as $$
declare
  spelled text := trim(both '_' from left(regexp_replace(extensions.unaccent(lower(name)), '[^a-z]+', '_', 'g'), 40));
begin
  if spelled = '' or exists (select from public.departments d where d.code = spelled) then
    spelled := concat_ws('_', nullif(spelled, ''), translate((select max(id) + 1 from public.departments)::text, '0123456789', 'abcdefghij'));
  end if;
  return spelled;
end $$;

-- Adds a department. PT409 where one is called so already.
create function public.add_department(name text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  called text := private.one_line(add_department.name, 60);
  made int;
begin
  insert into public.departments (code, name) values (private.code_for(called), called) on conflict do nothing returning id into made;
  if made is null then perform private.refuse('PT409', 'department_exists'); end if;
  insert into private.staff_changes (act, department_id, changed_by, after) values ('department_added', made, admin.id, private.department_json(made));
end $$;
grant execute on function public.add_department(text) to authenticated;

-- Gives a department another name; what stands with it stays. PT409 where another one is called so.
create function public.rename_department(code text, name text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  renamed int := private.department_of(rename_department.code);
  called text := private.one_line(rename_department.name, 60);
  before jsonb := private.department_json(renamed);
begin
  if exists (select from public.departments d where lower(d.name) = lower(called) and d.id <> renamed) then
    perform private.refuse('PT409', 'department_exists');
  end if;
  if before->>'name' = called then return; end if;
  update public.departments d set name = called where d.id = renamed;
  insert into private.staff_changes (act, department_id, changed_by, before, after)
  values ('department_renamed', renamed, admin.id, before, private.department_json(renamed));
end $$;
grant execute on function public.rename_department(text, text) to authenticated;

/* ---------------------------------------------------------------- the second step of signing in */

-- The page on which somebody sets their second step up or takes it, before they may see anything else: whether Auth offers
-- one, whether all must have it, and whether this session has taken it.
create function public.desk_security() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.current_staff();
begin
  if reader.id is null then perform private.refuse('PT403', 'not_allowed'); end if;
  return private.desk_head(reader) || (select jsonb_build_object('offered', private.second_step_offered(), 'required', s.second_step_required,
      'taken', coalesce(auth.jwt()->>'aal', '') = 'aal2', 'missing', private.lacks_second_step())
    from private.settings s);
end $$;
grant execute on function public.desk_security() to authenticated;

-- Asks all staff for the second step, or leaves it to each of them. Who asks for it has taken it themselves (PT409), so that
-- nobody shuts the door with the key inside.
create function public.require_second_step(required boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.staff := private.administer();
  before boolean := (select s.second_step_required from private.settings s);
begin
  if required is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if required and not private.second_step_offered() then perform private.refuse('PT409', 'second_step_not_offered'); end if;
  if required and coalesce(auth.jwt()->>'aal', '') <> 'aal2' then perform private.refuse('PT409', 'second_step_not_taken'); end if;
  if required = before then return; end if;
  update private.settings s set second_step_required = required;
  insert into private.staff_changes (act, changed_by) values (case when required then 'second_step_required' else 'second_step_optional' end, admin.id);
end $$;
grant execute on function public.require_second_step(boolean) to authenticated;

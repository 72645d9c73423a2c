-- Who is asking: proven addresses, staff, and counted tries at sign-in.

/* ---------------------------------------------------------------- Auth without passwords */

-- Kartei knows people by a code sent to their address and by nothing else. A password set by whoever signed up
-- first would outlive the moment at which the true owner proves the address, and a change of `auth.users.email`
-- confirms itself in the wrong mailbox: both are shut here, whatever Auth server stands in front.
create function private.guard_auth_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.encrypted_password := null;
  if tg_op = 'UPDATE' and (
    lower(new.email) is distinct from lower(old.email)
    or (coalesce(new.email_change, '') <> '' and new.email_change is distinct from old.email_change))
  then perform private.refuse('PT403', 'address_changes_go_through_kartei');
  end if;
  return new;
end $$;
create trigger no_passwords_and_no_change_of_address
  before insert or update on auth.users for each row execute function private.guard_auth_user();

-- The proven, lower-cased address of the caller, or null. The token's claim of an address is never believed,
-- and its session must still exist, so that sign-out and deactivation count at once.
create function private.current_email() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select lower(u.email)
    from auth.users u
    join auth.sessions s on s.user_id = u.id
    where u.id = (auth.jwt()->>'sub')::uuid
      and s.id::text = auth.jwt()->>'session_id'
      and u.email_confirmed_at is not null
      -- another provider's word for an address is not a code that was sent there
      and not u.is_sso_user and u.deleted_at is null and (u.banned_until is null or u.banned_until < now())
      and (s.not_after is null or s.not_after > now())
      -- a code that somebody read out to an agent opens nothing
      and not exists (select from private.caller_code_sessions c where c.session_id = s.id));
end $$;
grant execute on function private.current_email() to authenticated;

/* ---------------------------------------------------------------- staff */

create table public.departments (
  id int generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z_]+$'),
  -- as an admin named it; those that there are from the start have none, and the pages have a word for their code
  name text check (length(name) between 1 and 60)
);
alter table public.departments enable row level security;
create unique index one_department_of_a_name on public.departments (lower(name));
insert into public.departments (code) values ('customer_service'), ('billing'), ('logistics');

-- A department as pages show it: {"code", "name"}.
create function private.department_json(department int) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('code', d.code, 'name', d.name) from public.departments d where d.id = department);
end $$;

-- All departments, to choose from.
create function private.departments_json() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_agg(private.department_json(d.id) order by d.id) from public.departments d);
end $$;

create table public.staff (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null,
  role public.staff_role not null,
  department_id int not null references public.departments,
  locale text not null default 'de' check (locale in ('de', 'en', 'hu')),
  active boolean not null default true,
  created_at timestamptz not null default now()
);
alter table public.staff enable row level security;

create policy "a member of staff sees their own row" on public.staff
  for select to authenticated using (active and email = (select private.current_email()));
grant select on public.staff to authenticated;

-- Whether the Auth server offers a second step of signing in: those that do keep its factors here, and Lite has no such table.
create function private.second_step_offered() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return to_regclass('auth.mfa_factors') is not null;
end $$;

-- Whether a member of staff has yet to take the second step: Auth offers it, and either all must take it or they have set it
-- up. Auth says in the token's `aal` that it was taken.
create function private.lacks_second_step() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.second_step_offered() or coalesce(auth.jwt()->>'aal', '') = 'aal2' then return false; end if;
  return (select s.second_step_required from private.settings s) or exists (select from auth.mfa_factors f
    where f.user_id = (auth.jwt()->>'sub')::uuid and f.status::text = 'verified');
end $$;

-- The caller as staff, whatever their role; null for everybody else. For the page of the second step; all others go
-- through require_staff.
create function private.current_staff() returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
  address text := private.current_email();
begin
  if address is null then perform private.refuse('PT401', 'signed_out'); end if;
  return (select s from public.staff s where s.email = address and s.active);
end $$;

-- The caller as staff in one of `roles`; refuses everybody else, and whoever has yet to take the second step.
create function private.require_staff(variadic roles public.staff_role[]) returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
  found_staff public.staff := private.current_staff();
begin
  if found_staff.id is null or not found_staff.role = any (roles) then
    perform private.refuse('PT403', 'not_allowed');
  end if;
  if private.lacks_second_step() then perform private.refuse('PT403', 'second_step_missing'); end if;
  return found_staff;
end $$;

-- Who works at the desk, for the head of every staff page.
create function private.desk_head(s public.staff) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('me', jsonb_build_object('id', s.id, 'name', s.name, 'role', s.role));
$$;

/* ---------------------------------------------------------------- sign-in */

-- One row for each code somebody asked for, whether or not the address is known: timing tells nothing.
create table private.code_requests (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and length(email) <= 254),
  purpose text not null check (purpose in ('sign_in', 'prove_email', 'check_caller')),
  proof_id uuid,
  locale text not null check (locale in ('de', 'en', 'hu')),
  -- with whose codes it is counted (private.asked_from)
  asked_from text not null,
  requested_at timestamptz not null default now(),
  -- when Auth last made a code for it
  code_made_at timestamptz,
  tries int not null default 0
);
alter table private.code_requests enable row level security;
create index code_requests_by_email on private.code_requests (email, purpose, requested_at desc);
create index code_requests_by_age on private.code_requests (requested_at);
create index code_requests_by_asker on private.code_requests (asked_from, requested_at desc);

-- With whose codes those of this call are counted: a member of staff's own, since a call centre sits behind one address; else
-- their network's.
create function private.asked_from() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select 'staff ' || s.id from public.staff s where s.email = private.current_email() and s.active), private.caller_network());
end $$;

-- When the `allowed`-th latest of `moments` within the last hour falls out of that hour; null while there is room.
create function private.retry_at(moments timestamptz[], allowed int) returns timestamptz
language sql stable set search_path = '' as $$
  select m + interval '1 hour' from unnest(moments) m where m > now() - interval '1 hour'
  order by m desc offset allowed - 1 limit 1;
$$;

-- Whether too many codes for `purpose` were asked for `email`, or by the member of staff or from the network that asks, within
-- an hour: the time to try again, or null. Each purpose counts for itself, so that proposals of an address never lock out its
-- owner. Waits for other requests about the same address and from the same asker, so that a burst is counted one by one.
create function private.code_limit(email text, purpose text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  asker text := private.asked_from();
begin
  perform pg_advisory_xact_lock(hashtextextended(lock, 0))
  from (select unnest(array[asker, email]) as lock order by 1) locks;
  return greatest(
    private.retry_at(array(select requested_at from private.code_requests c
      where c.email = code_limit.email and c.purpose = code_limit.purpose
        and requested_at > now() - interval '1 hour'), 6),
    private.retry_at(array(select requested_at from private.code_requests c
      where c.asked_from = asker and asker <> 'direct' and requested_at > now() - interval '1 hour'), 60));
end $$;

-- Counts one try at a code before Auth is asked about it: at the code of `request` for `email`, or at the latest for
-- `proof`. Returns {"state": "go"} or {"state": "locked"}: after five tries, or where no code was asked for, only a new
-- code helps. Tries count where the code was asked for, so that nobody spends another person's.
create function public.count_code_try(email text, request uuid default null, proof uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  counted int;
begin
  perform private.require_server();
  update private.code_requests set tries = tries + 1
  where id = (select c.id from private.code_requests c
    where c.email = lower(trim(count_code_try.email)) and requested_at > now() - interval '1 hour'
      and (c.id = request or c.proof_id = proof)
    order by requested_at desc limit 1)
  returning tries into counted;
  return jsonb_build_object('state', case when counted <= 5 then 'go' else 'locked' end);
end $$;
grant execute on function public.count_code_try(text, uuid, uuid) to anon, authenticated;

/* ---------------------------------------------------------------- counted tries */

-- What is counted of somebody, whatever it is: codes typed from paper, letters ordered, links opened. `who` is a hash,
-- so that no address or network stands here.
create table private.tries (
  what text not null,
  who bytea not null,
  tried_at timestamptz not null default clock_timestamp(),
  forget_at timestamptz not null
);
alter table private.tries enable row level security;
create index tries_of_somebody on private.tries (what, who, tried_at desc);
create index tries_to_forget on private.tries (forget_at);

-- Counts one try of `who` (an address, a network, an account) at `what` and returns null; or, where `allowed` were made
-- within `span` already, counts nothing and returns when to try again. All servers count here. Tries of the same person
-- at the same moment wait for each other, so that a burst is counted one by one.
create function private.count_try(what text, who text, allowed int, span interval) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  hashed bytea := sha256(convert_to(lower(who), 'utf8'));
  oldest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(count_try.what || encode(hashed, 'hex'), 0));
  -- Only what nobody else is about to forget: waiting for their rows could end in waiting for each other.
  delete from private.tries where ctid = any (array(
    select t.ctid from private.tries t where t.forget_at < now() limit 100 for update skip locked));
  select t.tried_at into oldest from private.tries t
  where t.what = count_try.what and t.who = hashed and t.tried_at > clock_timestamp() - span
  order by t.tried_at desc offset allowed - 1 limit 1;
  if oldest is not null then return oldest + span; end if;
  insert into private.tries (what, who, forget_at) values (count_try.what, hashed, clock_timestamp() + span);
  return null;
end $$;

-- Who is calling: what an agent asks before anything is told or changed on a call, and what came of it. What was typed is
-- never kept, only whether it was right. Without a passed check of its agent no change on a call is saved.

/* ---------------------------------------------------------------- policy */

-- What may be asked, and how many points a right answer counts. A PIN and a code each reach what is needed by themselves;
-- what others can know counts in part. An ID number's digits are asked only where a company wants them.
create table private.caller_check_kinds (
  kind text primary key check (kind in ('caller_pin', 'email_code', 'birth_date', 'postcode', 'document_amount', 'id_digits')),
  place smallint not null unique,
  points smallint not null check (points between 1 and 9),
  asked boolean not null default true
);
alter table private.caller_check_kinds enable row level security;
insert into private.caller_check_kinds (kind, place, points, asked) values
  ('caller_pin', 1, 3, true), ('email_code', 2, 3, true), ('birth_date', 3, 1, true), ('postcode', 4, 1, true),
  ('document_amount', 5, 1, true), ('id_digits', 6, 1, false);

create table private.caller_check_policy (
  only_row boolean primary key default true check (only_row),
  points_needed smallint not null default 3 check (points_needed between 1 and 9),
  -- so many wrong answers lock a customer's check, by phone and by letter, for so long
  wrong_answers smallint not null default 5 check (wrong_answers between 1 and 20),
  lock_minutes int not null default 60 check (lock_minutes between 1 and 10080),
  -- how long a check holds once it is passed, and how long one may take
  holds_minutes int not null default 30 check (holds_minutes between 1 and 480),
  -- the points that must have been reached before a supervisor may pass a check with a reason; null where none may
  override_from smallint default 0 check (override_from between 0 and 9),
  changed_by uuid references public.staff,
  changed_at timestamptz
);
alter table private.caller_check_policy enable row level security;
insert into private.caller_check_policy default values;

-- The policy as its page gets it.
create function private.caller_policy_json() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('pointsNeeded', p.points_needed, 'wrongAnswers', p.wrong_answers, 'lockMinutes', p.lock_minutes,
    'holdsMinutes', p.holds_minutes, 'overrideFrom', p.override_from,
    'changedAt', p.changed_at, 'changedBy', (select s.name from public.staff s where s.id = p.changed_by),
    'kinds', (select jsonb_agg(jsonb_build_object('kind', k.kind, 'points', k.points, 'asked', k.asked) order by k.place)
      from private.caller_check_kinds k))
  from private.caller_check_policy p;
$$;

create function public.desk_caller_policy() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || jsonb_build_object('policy', private.caller_policy_json());
end $$;
grant execute on function public.desk_caller_policy() to authenticated;

-- Sets the policy: {"pointsNeeded", "wrongAnswers", "lockMinutes", "holdsMinutes", "overrideFrom", "kinds": [{"kind",
-- "points", "asked"}]}. One that nobody could pass is refused. Checks under way go on by the new one.
create function public.save_caller_policy(policy jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('admin');
begin
  perform from private.caller_check_policy for update;
  begin
    update private.caller_check_policy set points_needed = (policy->>'pointsNeeded')::smallint,
      wrong_answers = (policy->>'wrongAnswers')::smallint, lock_minutes = (policy->>'lockMinutes')::int,
      holds_minutes = (policy->>'holdsMinutes')::int, override_from = (policy->>'overrideFrom')::smallint,
      changed_by = worker.id, changed_at = now();
    update private.caller_check_kinds k set points = w.points, asked = w.asked
    from jsonb_to_recordset(policy->'kinds') as w(kind text, points smallint, asked boolean) where w.kind = k.kind;
  -- a number out of its range, or none at all
  exception when check_violation or not_null_violation or data_exception then
    perform private.refuse('PT422', 'value_not_acceptable');
  end;
  if (select coalesce(sum(k.points), 0) from private.caller_check_kinds k where k.asked)
    < (select p.points_needed from private.caller_check_policy p)
  then perform private.refuse('PT422', 'check_cannot_be_passed'); end if;
end $$;
grant execute on function public.save_caller_policy(jsonb) to authenticated;

/* ---------------------------------------------------------------- wrong answers */

-- Wrong answers about a customer, whoever gave them and wherever: on the phone, or as codes typed from a letter. `who` is a
-- customer's id; or an account number at which no letter is awaited, which counts in the same way for itself.
create table private.wrong_answers (
  who text primary key,
  wrong int not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
alter table private.wrong_answers enable row level security;
create index wrong_answers_to_forget on private.wrong_answers (last_at);

-- When the lock of `who` ends; null where nothing is locked.
create function private.locked_until(who text) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return (select w.locked_until from private.wrong_answers w where w.who = locked_until.who and w.locked_until > clock_timestamp());
end $$;

-- Counts a wrong answer; returns when the lock ends that it brought, or null. Two at the same moment wait for each other's
-- row and count two. A day without one, or a lock that is over, begins anew.
create function private.count_wrong_answer(who text) returns timestamptz
language plpgsql set search_path = '' as $$
declare
  policy private.caller_check_policy;
  counted int;
  until timestamptz;
begin
  select * into policy from private.caller_check_policy;
  delete from private.wrong_answers where ctid = any (array(
    select w.ctid from private.wrong_answers w where w.last_at < now() - interval '8 days' limit 20 for update skip locked));
  insert into private.wrong_answers as w (who, wrong, last_at) values (count_wrong_answer.who, 1, clock_timestamp())
  on conflict on constraint wrong_answers_pkey do update set
    wrong = case when w.locked_until <= clock_timestamp() or w.last_at < clock_timestamp() - interval '1 day' then 1 else w.wrong + 1 end,
    last_at = clock_timestamp(),
    locked_until = case when w.locked_until > clock_timestamp() then w.locked_until end
  returning w.wrong into counted;
  if counted < policy.wrong_answers then return null; end if;
  update private.wrong_answers w set locked_until = coalesce(w.locked_until, clock_timestamp() + make_interval(mins => policy.lock_minutes))
  where w.who = count_wrong_answer.who returning w.locked_until into until;
  return until;
end $$;

/* ---------------------------------------------------------------- PINs */

-- A PIN that somebody signed in was shown, to be read out within ten minutes; kept as a hash of an HMAC whose key the
-- database does not have.
create table private.caller_pins (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  login_id uuid not null references public.logins,
  pin_hash text not null,
  shown_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at timestamptz
);
alter table private.caller_pins enable row level security;
create index pins_of_customer on private.caller_pins (customer_id, shown_at desc);

-- What the database keeps of an HMAC of few digits: another one for each customer, so that equal ones do not show.
create function private.hash_of_digits(customer uuid, hmac text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(customer || ' ' || hmac, 'utf8')), 'hex');
$$;

-- Until when an email address of a customer counts as changed lately: fourteen days, while the old address may still object.
-- Who came in by it could read a PIN off the portal. Null where none did.
create function private.email_changed_until(customer uuid) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return (select max(u.occurred_at) + interval '14 days' from public.updates u
    where u.customer_id = customer and u.occurred_at > now() - interval '14 days' and u.channel <> 'import'
      and exists (select from public.update_items i where i.update_id = u.id and i.kind = 'email' and i.op in ('add', 'change', 'remove')));
end $$;

-- Whether the PIN may be shown: {"state": "offered"}, {"state": "off"} by policy, or {"state": "resting", "from"}.
create function private.pin_offer(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  changed timestamptz := private.email_changed_until(customer);
begin
  if not (select k.asked from private.caller_check_kinds k where k.kind = 'caller_pin') then return '{"state": "off"}'; end if;
  if changed is not null then return jsonb_build_object('state', 'resting', 'from', changed); end if;
  return '{"state": "offered"}';
end $$;

-- The page that shows a PIN, before it does.
create function public.account_caller_pin(customer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object('pin', private.pin_offer(customer));
end $$;
grant execute on function public.account_caller_pin(uuid) to authenticated;

-- Takes the HMAC of a PIN that is about to be shown; an earlier one of the same login ends. Ten an hour.
-- Returns as account_caller_pin, with "pin" also {"state": "shown", "expiresAt"} or {"state": "limited", "retryAt"}.
create function public.show_caller_pin(customer uuid, pin_hmac text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  answer jsonb := private.pin_offer(customer);
  retry timestamptz;
begin
  if pin_hmac is null or pin_hmac !~ '^[0-9a-f]{64}$' then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if answer->>'state' = 'offered' then
    retry := private.count_try('caller pin', mine.id::text, 10, interval '1 hour');
    if retry is not null then answer := jsonb_build_object('state', 'limited', 'retryAt', retry);
    else
      update private.caller_pins p set expires_at = now() where p.customer_id = customer and p.login_id = mine.id and p.expires_at > now();
      insert into private.caller_pins (customer_id, login_id, pin_hash) values (customer, mine.id, private.hash_of_digits(customer, pin_hmac));
      answer := jsonb_build_object('state', 'shown', 'expiresAt', now() + interval '10 minutes');
    end if;
  end if;
  return private.portal_head(mine) || jsonb_build_object('pin', answer);
end $$;
grant execute on function public.show_caller_pin(uuid, text) to authenticated;

-- Uses up the PIN that was read out; false where there is none like it.
create function private.use_pin(customer uuid, hmac text) returns boolean
language plpgsql set search_path = '' as $$
begin
  update private.caller_pins p set used_at = now()
  where p.customer_id = customer and p.used_at is null and p.expires_at > clock_timestamp()
    and p.pin_hash = private.hash_of_digits(customer, hmac)
    and exists (select from public.logins l where l.id = p.login_id and l.ended_at is null and l.frozen_at is null);
  return found;
end $$;

/* ---------------------------------------------------------------- digits of an ID number */

-- The last four characters of the number of an identity document, as a hash of an HMAC.
create table private.caller_id_digits (
  customer_id uuid primary key references public.customers,
  digits_hash text not null,
  recorded_by uuid not null references public.staff,
  recorded_at timestamptz not null default now()
);
alter table private.caller_id_digits enable row level security;

/* ---------------------------------------------------------------- checks */

-- A check that one agent makes about one customer: passed when the points of its right answers are reached, or by a supervisor.
create table private.caller_checks (
  id uuid primary key default private.new_id(),
  customer_id uuid not null references public.customers,
  staff_id uuid not null references public.staff,
  begun_at timestamptz not null default now(),
  passed_at timestamptz,
  expires_at timestamptz,
  overridden_by uuid references public.staff,
  override_reason text check (length(override_reason) <= 500),
  constraint a_passed_check_runs_out check ((passed_at is null) = (expires_at is null)),
  constraint only_a_passed_check_is_overridden check (overridden_by is null or passed_at is not null)
);
alter table private.caller_checks enable row level security;
create index checks_of_agent_and_customer on private.caller_checks (customer_id, staff_id, begun_at desc);

create table private.caller_check_answers (
  id bigint primary key generated always as identity,
  check_id uuid not null references private.caller_checks,
  kind text not null references private.caller_check_kinds,
  correct boolean not null,
  points smallint not null,
  answered_at timestamptz not null default clock_timestamp(),
  constraint a_wrong_answer_counts_nothing check (correct or points = 0)
);
alter table private.caller_check_answers enable row level security;
create index answers_of_check on private.caller_check_answers (check_id);
create unique index each_kind_counts_once on private.caller_check_answers (check_id, kind) where correct;
create trigger answers_are_append_only before update or delete on private.caller_check_answers
  for each row execute function private.refuse_rewriting();
create trigger answers_are_not_truncated before truncate on private.caller_check_answers
  for each statement execute function private.refuse_rewriting();

-- The passed check of this agent for this customer that still holds, or null.
create function private.passed_check(customer uuid, agent uuid) returns private.caller_checks
language plpgsql stable set search_path = '' as $$
declare
  passed private.caller_checks;
begin
  select * into passed from private.caller_checks c
  where c.customer_id = customer and c.staff_id = agent and c.expires_at > clock_timestamp()
  order by c.begun_at desc limit 1;
  return passed;
end $$;

-- The check of this agent that is under way, or null.
create function private.open_check(customer uuid, agent uuid) returns private.caller_checks
language plpgsql stable set search_path = '' as $$
declare
  latest private.caller_checks;
begin
  select * into latest from private.caller_checks c where c.customer_id = customer and c.staff_id = agent order by c.begun_at desc limit 1;
  if latest.passed_at is null and latest.begun_at > now() - (select make_interval(mins => p.holds_minutes) from private.caller_check_policy p) then
    return latest;
  end if;
  return null;
end $$;

-- Whether a check has a right answer of a kind.
create function private.is_answered(check_id uuid, kind text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from private.caller_check_answers a
    where a.check_id = is_answered.check_id and a.kind = is_answered.kind and a.correct);
end $$;

-- The check of this agent that is under way; a new one where there is none.
create function private.begin_check(customer uuid, agent uuid) returns private.caller_checks
language plpgsql set search_path = '' as $$
declare
  current private.caller_checks := private.open_check(customer, agent);
begin
  if current.id is null then
    insert into private.caller_checks (customer_id, staff_id) values (customer, agent) returning * into current;
  end if;
  return current;
end $$;

-- What a passed check stands on: the kinds that were right, and "override" where a supervisor passed it.
create function private.identified_by(passed private.caller_checks) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select k.kind from private.caller_check_answers a join private.caller_check_kinds k on k.kind = a.kind
      where a.check_id = passed.id and a.correct order by k.place)
    || case when passed.overridden_by is not null then array['override'] else '{}' end;
end $$;

-- The check on whose word an agent changes something on a call; refuses where there is none.
create function private.require_check(customer uuid, agent uuid) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  passed private.caller_checks := private.passed_check(customer, agent);
begin
  if passed.id is null then perform private.refuse('PT422', 'caller_not_checked'); end if;
  return private.identified_by(passed);
end $$;

/* ---------------------------------------------------------------- what can be asked */

-- The addresses on file to which a code may go, but those of the last fourteen days, since whoever brought one in would get the
-- code, and those at which sign-in is frozen.
create function private.caller_addresses(customer uuid) returns setof text
language sql stable set search_path = '' as $$
  select l.email from public.logins l
  where l.customer_id = customer and l.ended_at is null and l.frozen_at is null
    and not (l.origin = 'email_change' and l.created_at > now() - interval '14 days')
  union
  select lower(d.value #>> '{}') from private.current_details d
  where d.customer_id = customer and d.kind = 'email' and d.hold_reason is null
    and not exists (select from public.logins l
      where l.customer_id = customer and l.email = lower(d.value #>> '{}') and l.ended_at is null and l.frozen_at is not null)
    and not exists (select from public.contact_detail_values v join public.updates u on u.id = v.update_id
      where v.id = d.value_id and u.channel <> 'import' and u.occurred_at > now() - interval '14 days');
$$;

-- Whether the record keeps back from an agent what a caller is asked about: until their own check is passed, since it would
-- tell the answer. An erased customer is asked nothing.
create function private.keeps_back(c public.customers, kind text, agent uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return c.erased_at is null and private.may_be_asked(c, kind) and (private.passed_check(c.id, agent)).id is null;
end $$;

-- The amounts of the last document; several where as many were issued on its day.
create function private.last_amounts(customer uuid) returns setof numeric
language sql stable set search_path = '' as $$
  select d.amount from public.documents d
  where d.customer_id = customer and d.issued_on = (select max(l.issued_on) from public.documents l where l.customer_id = customer);
$$;

-- The postcode of the billing address, in capitals and without what people leave out; null where there is none.
create function private.billing_postcode(customer uuid) returns text
language sql stable set search_path = '' as $$
  select nullif(upper(regexp_replace(d.value->>'postcode', '[^[:alnum:]]', '', 'g')), '') from private.current_details d
  where d.customer_id = $1 and d.kind = 'billing_address';
$$;

-- Whether a kind is asked, and there is something to compare an answer with.
create function private.may_be_asked(c public.customers, kind text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if not coalesce((select k.asked from private.caller_check_kinds k where k.kind = may_be_asked.kind), false) then return false; end if;
  return case kind
    when 'caller_pin' then private.email_changed_until(c.id) is null
      and exists (select from public.logins l where l.customer_id = c.id and l.ended_at is null and l.frozen_at is null)
    when 'email_code' then exists (select from private.caller_addresses(c.id))
    when 'birth_date' then c.birth_date is not null
    when 'postcode' then private.billing_postcode(c.id) is not null
    when 'document_amount' then exists (select from private.last_amounts(c.id))
    when 'id_digits' then exists (select from private.caller_id_digits d where d.customer_id = c.id)
  end;
end $$;

-- Whether an answer is right. PIN and ID digits come as HMACs; a PIN is used up. A code is never compared here: Auth has it.
create function private.is_right(c public.customers, kind text, answer text) returns boolean
language plpgsql set search_path = '' as $$
begin
  return coalesce(case kind
    when 'caller_pin' then private.use_pin(c.id, answer)
    when 'birth_date' then c.birth_date = private.day_written(answer)
    when 'postcode' then private.billing_postcode(c.id) = upper(regexp_replace(answer, '[^[:alnum:]]', '', 'g'))
    when 'document_amount' then case when answer ~ '^[0-9]{1,10}(\.[0-9]{1,2})?$' then exists (
      select from private.last_amounts(c.id) a where a = answer::numeric) end
    when 'id_digits' then exists (select from private.caller_id_digits d where d.customer_id = c.id and d.digits_hash = private.hash_of_digits(c.id, answer))
    else false
  end, false);
end $$;

/* ---------------------------------------------------------------- the panel on the record */

-- The check of the reader for a customer: what has been reached of what is needed, what can be asked and how it went, never
-- an answer. {"state": open|passed|locked, "points", "needed", "expiresAt", "lockedUntil", "by", "kinds": [{"kind", "points",
-- "answer": right|wrong|null}], "pinFrom", "addresses", "code": {"request", "email", "at"}, "mayRecordDigits", "override"}.
create function private.record_caller_check(customer uuid, reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  c public.customers := (select o from public.customers o where o.id = customer);
  policy private.caller_check_policy := (select p from private.caller_check_policy p);
  passed private.caller_checks := private.passed_check(customer, reader.id);
  shown uuid := coalesce(passed.id, (private.open_check(customer, reader.id)).id);
  locked timestamptz := private.locked_until(customer::text);
  right_kinds text[] := array(select a.kind from private.caller_check_answers a where a.check_id = shown and a.correct);
begin
  return jsonb_build_object(
    'asOf', clock_timestamp(),
    'state', case when passed.id is not null then 'passed' when locked is not null then 'locked' else 'open' end,
    'points', private.points_of(shown), 'needed', policy.points_needed,
    'expiresAt', passed.expires_at, 'lockedUntil', locked,
    'by', case when passed.id is not null then private.identified_by(passed) end,
    'kinds', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'points', k.points, 'answer',
        case when k.kind = any (right_kinds) then 'right'
          when exists (select from private.caller_check_answers a where a.check_id = shown and a.kind = k.kind) then 'wrong' end) order by k.place), '[]')
      from private.caller_check_kinds k where private.may_be_asked(c, k.kind)),
    'pinFrom', case when private.pin_offer(customer)->>'state' = 'resting' then private.email_changed_until(customer) end,
    'addresses', (select coalesce(jsonb_agg(a order by a), '[]') from private.caller_addresses(customer) a),
    'code', (select jsonb_build_object('request', r.id, 'email', r.email, 'at', r.requested_at) from private.code_requests r
      where r.caller_check_id = shown and passed.id is null and r.requested_at > now() - interval '1 hour'
      order by r.requested_at desc limit 1),
    'mayRecordDigits', passed.id is not null and (select k.asked from private.caller_check_kinds k where k.kind = 'id_digits'),
    'override', private.override_json(customer, reader, policy));
end $$;

create function private.points_of(check_id uuid) returns int
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(sum(a.points), 0) from private.caller_check_answers a where a.check_id = points_of.check_id);
end $$;

-- For whom a supervisor may pass a check: whoever of the desk has looked at the record within half an hour, the reader first.
-- {"from": points, "agents": [{"id", "name", "points"}]}; null for others than supervisors, and where policy lets none.
create function private.override_json(customer uuid, reader public.staff, policy private.caller_check_policy) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if reader.role not in ('supervisor', 'admin') or policy.override_from is null then return null; end if;
  return jsonb_build_object('from', policy.override_from, 'agents', (
    select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'points', private.points_of((private.open_check(customer, s.id)).id))
      order by s.id <> reader.id, s.name)
    from public.staff s where s.active and s.role in ('agent', 'supervisor', 'admin') and (s.id = reader.id or s.id in (
      select v.staff_id from public.record_views v where v.customer_id = customer and v.viewed_at > now() - interval '30 minutes'))));
end $$;

-- The member of staff who serves the customer of an account number, under the locks of private.serve.
create function private.serve_account(account text, variadic roles public.staff_role[]) returns public.staff
language plpgsql set search_path = '' as $$
begin
  return private.serve((select c.id from public.customers c where c.account_number = account), variadic roles);
end $$;

-- The customer of an account number whom the desk serves; asked for after private.serve_account, as they are under its locks.
create function private.customer_to_check(account text) returns public.customers
language plpgsql set search_path = '' as $$
declare
  found_customer public.customers;
begin
  select * into found_customer from public.customers c
  where c.account_number = account and c.withdrawn_at is null and c.erased_at is null;
  if found_customer.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return found_customer;
end $$;

-- The page of a check by itself: whose, and the panel.
create function private.check_page(c public.customers, reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.desk_head(reader) || jsonb_build_object('accountNumber', c.account_number, 'name', private.customer_name(c.id),
    'note', private.running_note(c.id, reader.id), 'check', private.record_caller_check(c.id, reader));
end $$;

-- The same for whoever acts on it. A look is logged once in half an hour, however many answers are given.
create function private.show_check(c public.customers, reader public.staff) returns jsonb
language plpgsql set search_path = '' as $$
begin
  insert into public.record_views (staff_id, customer_id, page)
  select reader.id, c.id, 'caller_check' where not exists (select from public.record_views v where v.customer_id = c.id
    and v.staff_id = reader.id and v.page = 'caller_check' and v.viewed_at > now() - interval '30 minutes');
  return private.check_page(c, reader);
end $$;

-- The page of a check; the look is logged.
create function public.desk_caller_check(account text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
begin
  select * into c from public.customers o where o.account_number = account and o.withdrawn_at is null and o.erased_at is null;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.show_check(c, reader);
end $$;
grant execute on function public.desk_caller_check(text) to authenticated;

/* ---------------------------------------------------------------- answering */

-- Takes what the caller said. Wrong answers are counted for the customer, and right ones for the check of this agent. A code
-- by email is right by accept_caller_code alone; here it comes when Auth did not know it.
-- Returns the page with "outcome": right, wrong, locked (not compared), passed (nothing left to ask).
create function public.answer_caller_check(account text, kind text, answer text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
  current private.caller_checks;
begin
  if (private.passed_check(c.id, agent.id)).id is not null then return private.show_check(c, agent) || '{"outcome": "passed"}'; end if;
  if length(answer) > 200 or not coalesce(private.may_be_asked(c, answer_caller_check.kind), false) then
    perform private.refuse('PT422', 'check_not_possible');
  end if;
  if private.locked_until(c.id::text) is not null then return private.show_check(c, agent) || '{"outcome": "locked"}'; end if;
  current := private.begin_check(c.id, agent.id);
  if private.is_answered(current.id, answer_caller_check.kind) then
    return private.show_check(c, agent) || '{"outcome": "right"}';
  end if;
  if private.is_right(c, answer_caller_check.kind, answer) then
    perform private.count_right_answer(current, answer_caller_check.kind);
    return private.show_check(c, agent) || '{"outcome": "right"}';
  end if;
  insert into private.caller_check_answers (check_id, kind, correct, points) values (current.id, answer_caller_check.kind, false, 0);
  perform private.count_wrong_answer(c.id::text);
  return private.show_check(c, agent) || '{"outcome": "wrong"}';
end $$;
grant execute on function public.answer_caller_check(text, text, text) to authenticated;

-- Adds a right answer; the one that reaches what is needed passes the check and forgets the wrong ones.
create function private.count_right_answer(current private.caller_checks, kind text) returns void
language plpgsql set search_path = '' as $$
declare
  policy private.caller_check_policy := (select p from private.caller_check_policy p);
begin
  insert into private.caller_check_answers (check_id, kind, correct, points)
  select current.id, k.kind, true, k.points from private.caller_check_kinds k where k.kind = count_right_answer.kind
  on conflict do nothing;
  if private.points_of(current.id) < policy.points_needed then return; end if;
  update private.caller_checks c set passed_at = now(), expires_at = now() + make_interval(mins => policy.holds_minutes)
  where c.id = current.id and c.passed_at is null;
  delete from private.wrong_answers w where w.who = current.customer_id::text;
end $$;

-- Ends the reader's passed check, when the call is over.
create function public.end_caller_check(account text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
begin
  update private.caller_checks k set expires_at = clock_timestamp()
  where k.customer_id = c.id and k.staff_id = agent.id and k.expires_at > clock_timestamp();
  return private.show_check(c, agent);
end $$;
grant execute on function public.end_caller_check(text) to authenticated;

-- Passes the check of a colleague, or the supervisor's own, with a reason, as far as policy lets them.
create function public.override_caller_check(account text, agent uuid, reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  supervisor public.staff := private.serve_account(account, 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
  policy private.caller_check_policy := (select p from private.caller_check_policy p);
  current private.caller_checks;
begin
  if policy.override_from is null then perform private.refuse('PT422', 'override_not_allowed'); end if;
  if length(trim(coalesce(reason, ''))) = 0 then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(reason) > 500 then perform private.refuse('PT422', 'reason_too_long'); end if;
  if not exists (select from jsonb_array_elements(private.override_json(c.id, supervisor, policy)->'agents') a where (a->>'id')::uuid = agent) then
    perform private.refuse('PT422', 'check_not_possible');
  end if;
  if private.points_of((private.open_check(c.id, agent)).id) < policy.override_from then perform private.refuse('PT422', 'override_too_early'); end if;
  current := private.begin_check(c.id, agent);
  update private.caller_checks k set passed_at = now(), expires_at = now() + make_interval(mins => policy.holds_minutes),
    overridden_by = supervisor.id, override_reason = trim(reason)
  where k.id = current.id;
  return private.show_check(c, supervisor);
end $$;
grant execute on function public.override_caller_check(text, uuid, text) to authenticated;

-- Records the HMAC of the last digits of an identity document, read out or shown by somebody who is known: on a call that
-- takes a passed check.
create function public.record_id_digits(account text, digits_hmac text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
begin
  perform private.require_check(c.id, agent.id);
  if not (select k.asked from private.caller_check_kinds k where k.kind = 'id_digits') then perform private.refuse('PT422', 'check_not_possible'); end if;
  if digits_hmac is null or digits_hmac !~ '^[0-9a-f]{64}$' then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  insert into private.caller_id_digits (customer_id, digits_hash, recorded_by)
  values (c.id, private.hash_of_digits(c.id, digits_hmac), agent.id)
  on conflict (customer_id) do update set digits_hash = excluded.digits_hash, recorded_by = excluded.recorded_by, recorded_at = now();
  return private.show_check(c, agent);
end $$;
grant execute on function public.record_id_digits(text, text) to authenticated;

/* ---------------------------------------------------------------- a code by email */

alter table private.code_requests add column caller_check_id uuid references private.caller_checks;
create index codes_of_check on private.code_requests (caller_check_id) where caller_check_id is not null;

-- Sessions that were opened by a code which somebody read out to an agent. They prove that the code came back, and open
-- nothing (private.current_email): else whoever hears the code could sign in with it.
create table private.caller_code_sessions (
  session_id uuid primary key,
  request_id uuid not null,
  opened_at timestamptz not null default now()
);
alter table private.caller_code_sessions enable row level security;

-- Marks such a session at its birth: Auth knows one code for each address, and the last one that it made was for a check. What
-- the code was made for is what its mail said (code_mail_context). Auth keeps a code for ten minutes, as we set it, and never
-- for more than an hour.
create function private.mark_caller_code_session() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.caller_code_sessions (session_id, request_id)
  select new.id, r.id
  from auth.users u
  join private.code_requests r on r.email = lower(u.email) and r.purpose = 'check_caller' and r.code_made_at > now() - interval '1 hour'
  where u.id = new.user_id
    -- the next code that leaves takes its place
    and not exists (select from private.code_requests n join private.outbox m on m.code_request_id = n.id
      where n.email = r.email and n.purpose <> 'check_caller' and n.code_made_at > r.code_made_at and m.state = 'sent')
  order by r.code_made_at desc limit 1
  on conflict do nothing;
  return null;
end $$;
create trigger a_code_that_was_read_out_opens_nothing after insert on auth.sessions
  for each row execute function private.mark_caller_code_session();

-- Forgets marks whose session Auth keeps no more. While it does, however long, the mark stays: without it the session would
-- be like any other.
create function private.forget_code_sessions() returns void
language plpgsql set search_path = '' as $$
begin
  -- only what nobody else is about to forget: waiting for their rows could end in waiting for each other
  delete from private.caller_code_sessions where ctid = any (array(
    select c.ctid from private.caller_code_sessions c where not exists (select from auth.sessions s where s.id = c.session_id)
    limit 100 for update skip locked));
end $$;

-- Whether the code of a request is still awaited: its check is not passed, no code has counted there yet, the address is one to
-- which it may go, and the agent still works at the desk.
create function private.awaits_code(r private.code_requests) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from private.caller_checks k join public.staff s on s.id = k.staff_id
    where k.id = r.caller_check_id and k.passed_at is null and s.active and s.role in ('agent', 'supervisor', 'admin')
    and not private.is_answered(k.id, 'email_code') and r.email in (select private.caller_addresses(k.customer_id)));
end $$;

-- Mails a code to an address on file, which the caller shall read out. The code is Auth's and never ours.
-- Returns the page with "outcome": sent, locked, passed or right (nothing left to ask), or {"outcome": "limited", "retryAt"}.
create function public.send_caller_code(account text, address text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
  current private.caller_checks;
  asked jsonb;
begin
  if (private.passed_check(c.id, agent.id)).id is not null then return private.show_check(c, agent) || '{"outcome": "passed"}'; end if;
  if not private.may_be_asked(c, 'email_code') or not exists (select from private.caller_addresses(c.id) a where a = lower(trim(address))) then
    perform private.refuse('PT422', 'check_not_possible');
  end if;
  if private.locked_until(c.id::text) is not null then return private.show_check(c, agent) || '{"outcome": "locked"}'; end if;
  perform private.forget_code_sessions();
  current := private.begin_check(c.id, agent.id);
  if private.is_answered(current.id, 'email_code') then return private.show_check(c, agent) || '{"outcome": "right"}'; end if;
  asked := private.queue_code(address, 'check_caller', null, c.locale);
  if asked->>'state' = 'limited' then return private.show_check(c, agent) || jsonb_build_object('outcome', 'limited', 'retryAt', asked->'retryAt'); end if;
  update private.code_requests r set caller_check_id = current.id where r.id = (asked->>'request')::uuid;
  return private.show_check(c, agent) || '{"outcome": "sent"}';
end $$;
grant execute on function public.send_caller_code(text, text) to authenticated;

-- Counts the code of `request` as a right answer. The caller's session is the proof: it was opened by that code, and ends here,
-- whatever comes of it. Returns {"outcome": right|locked|over}; 404 for any other session.
create function public.accept_caller_code(request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked private.code_requests;
  current private.caller_checks;
begin
  select r.* into asked from private.caller_code_sessions s
  join auth.sessions a on a.id = s.session_id
  join private.code_requests r on r.id = s.request_id
  where s.session_id = (auth.jwt()->>'session_id')::uuid and s.request_id = request;
  select * into current from private.caller_checks k where k.id = asked.caller_check_id;
  if current.id is null then perform private.refuse('PT404', 'not_found'); end if;
  -- the agent's own row first, as private.serve does; sessions last, as whatever ends those of a customer does
  perform from public.staff s where s.id = current.staff_id for share;
  perform from public.customers c where c.id = current.customer_id for no key update;
  delete from auth.sessions a where a.id = (auth.jwt()->>'session_id')::uuid;
  if private.locked_until(current.customer_id::text) is not null then return '{"outcome": "locked"}'; end if;
  if not private.awaits_code(asked) or (private.open_check(current.customer_id, current.staff_id)).id is distinct from current.id then
    return '{"outcome": "over"}';
  end if;
  perform private.count_right_answer(current, 'email_code');
  return '{"outcome": "right"}';
end $$;
grant execute on function public.accept_caller_code(uuid) to authenticated;

/* ---------------------------------------------------------------- the customer's copy, and erasure */

-- Checks with their answers, PINs that were shown, and whether digits of an ID number are kept.
create function private.held_caller_checks(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'callerChecks', (select coalesce(jsonb_agg(jsonb_build_object('at', c.begun_at, 'by', s.name, 'passedAt', c.passed_at,
        'overriddenBy', (select o.name from public.staff o where o.id = c.overridden_by), 'reason', c.override_reason,
        'answers', (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'correct', a.correct, 'at', a.answered_at) order by a.id), '[]')
          from private.caller_check_answers a where a.check_id = c.id)) order by c.begun_at), '[]')
      from private.caller_checks c join public.staff s on s.id = c.staff_id where c.customer_id = customer),
    'callerPins', (select coalesce(jsonb_agg(jsonb_build_object('at', p.shown_at, 'to', l.name, 'usedAt', p.used_at) order by p.shown_at), '[]')
      from private.caller_pins p join public.logins l on l.id = p.login_id where p.customer_id = customer),
    'idDigitsSince', (select d.recorded_at from private.caller_id_digits d where d.customer_id = customer));
$$;

-- Of the checks of an erased customer stays who asked what and when.
create function private.empty_caller_checks(customer uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from private.caller_pins p where p.customer_id = customer;
  delete from private.caller_id_digits d where d.customer_id = customer;
  delete from private.wrong_answers w where w.who = customer::text;
  update private.caller_checks c set override_reason = null where c.customer_id = customer;
end $$;

-- Changes found on paper: keyed by one person, checked blind by a second, settled by a third where the two differ.
-- Nobody reads what somebody else keyed before that third person does.

create table public.written_changes (
  id uuid primary key default gen_random_uuid(),
  -- What the first person writes on the paper, so that the second finds the sheet: short enough for a felt pen.
  sheet_number int not null unique generated always as identity (start with 1001),
  channel public.channel not null,
  received_on date not null,
  keyed_on date not null default private.today(),
  document_number text check (length(document_number) between 1 and 60),
  state text not null default 'to_check' check (state in ('to_check', 'to_settle', 'applied', 'rejected')),
  -- Why a third person has to look.
  dispute text check (dispute in ('keyed_differently', 'changed_meanwhile')),
  update_reference text,
  settled_by uuid references public.staff,
  settled_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  constraint only_paper_is_keyed check (channel in ('invoice', 'form', 'letter', 'fax')),
  constraint paper_is_received_before_it_is_keyed check (received_on <= keyed_on),
  constraint a_dispute_has_a_cause check (state <> 'to_settle' or dispute is not null),
  constraint a_settled_sheet_names_who_settled_it
    check ((state in ('applied', 'rejected')) = (num_nonnulls(settled_by, settled_at) = 2)),
  constraint a_rejection_has_a_reason check ((state = 'rejected') = (reason is not null))
);
alter table public.written_changes enable row level security;
-- serves the paper desk's list of what waits
create index written_changes_waiting on public.written_changes (received_on, sheet_number)
  where state in ('to_check', 'to_settle');
-- serves the paper desk's list of what was settled lately
create index written_changes_settled on public.written_changes (settled_at desc) where settled_at is not null;

-- What one person read on the paper. Round 1 keys, 2 checks, 3 settles. `changes` is
-- [{"kind", "mode": replace|add, "value", "detail", "version"}] in the order of kinds; detail and version are those of
-- the primary detail that a "replace" met at that moment, and null where there was none.
create table public.written_change_keyings (
  written_change_id uuid not null references public.written_changes,
  round int not null check (round between 1 and 3),
  staff_id uuid not null references public.staff,
  customer_id uuid not null references public.customers,
  changes jsonb not null,
  request_id uuid not null,
  keyed_at timestamptz not null default now(),
  constraint one_keying_per_round primary key (written_change_id, round),
  constraint never_the_same_person_twice unique (written_change_id, staff_id),
  constraint a_keying_is_sent_once unique (staff_id, request_id)
);
alter table public.written_change_keyings enable row level security;

create trigger keyings_are_append_only before update or delete on public.written_change_keyings
  for each row execute function private.refuse_rewriting_but_erasing('changes');
create trigger keyings_are_not_truncated before truncate on public.written_change_keyings
  for each statement execute function private.refuse_rewriting();

alter table public.updates add constraint an_update_from_paper
  foreign key (written_change_id) references public.written_changes;
alter table private.email_proofs add constraint a_proof_from_paper
  foreign key (written_change_id) references public.written_changes;

/* ---------------------------------------------------------------- reading what was keyed */

-- What a form must know to read a number or a name as this customer writes it: {"kind", "country"}; null when there is
-- no such account.
create function public.keying_customer(account text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff('agent', 'supervisor', 'admin');
  return (select jsonb_build_object('kind', kind, 'country', country) from public.customers where account_number = account and withdrawn_at is null and erased_at is null);
end $$;
grant execute on function public.keying_customer(text) to authenticated;

-- Finds what each keyed change would replace. `seen` is {detail: version} of what the person was shown; without it, they
-- were shown nothing and count as having read the details now. Version 0 stands for a detail that was not among those shown.
create function private.resolve_keyed(customer uuid, keyed jsonb, seen jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('kind', k.kind, 'mode', k.mode, 'value', k.value, 'detail', d.id,
    'version', case when seen is null then d.version else coalesce((seen->>d.id::text)::int, 0) end) order by k.kind)
  from jsonb_to_recordset(keyed) as k(kind public.detail_kind, mode text, value jsonb)
  left join private.current_details d
    on d.customer_id = customer and d.kind = k.kind and d.is_primary and k.mode = 'replace';
$$;

-- Refuses what no honest form sends: nothing, one kind twice, a second name, values of the wrong shape.
create function private.check_keyed(c public.customers, keyed jsonb) returns void
language plpgsql stable set search_path = '' as $$
begin
  if jsonb_typeof(keyed) is distinct from 'array' or jsonb_array_length(keyed) = 0 then
    perform private.refuse('PT422', 'nothing_keyed');
  end if;
  if exists (select from jsonb_to_recordset(keyed) as k(kind public.detail_kind, mode text, value jsonb)
      where coalesce(k.kind = 'shipping_address', true) or not coalesce(k.mode in ('replace', 'add'), false)
        or k.mode = 'add' and k.kind in ('name', 'billing_address') or not private.has_shape(k.kind, c.kind, k.value))
    or exists (select from jsonb_to_recordset(keyed) as k(kind public.detail_kind) group by k.kind having count(*) > 1)
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
end $$;

-- A keying made of what a form sent, not yet stored; refuses unknown accounts and what check_keyed refuses.
create function private.read_keying(sheet uuid, round int, worker uuid, account text, keyed jsonb, request uuid,
  seen jsonb default null) returns public.written_change_keyings
language plpgsql stable set search_path = '' as $$
declare
  c public.customers;
begin
  if request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  select * into c from public.customers where account_number = account and withdrawn_at is null and erased_at is null;
  if c.id is null then perform private.refuse('PT422', 'account_unknown'); end if;
  perform private.check_keyed(c, keyed);
  return (sheet, round, worker, c.id, private.resolve_keyed(c.id, keyed, seen), request, now())::public.written_change_keyings;
end $$;

-- Whether two people read the same: one customer, the same kinds with the same values, and "replace" or "add" alike,
-- which makes no difference where there was nothing to replace. Emails are compared without case.
create function private.keyed_alike(one public.written_change_keyings, other public.written_change_keyings) returns boolean
language sql stable set search_path = '' as $$
  select one.customer_id = other.customer_id and not exists (
    select from jsonb_to_recordset(one.changes) as a(kind text, mode text, value jsonb, detail uuid)
    full join jsonb_to_recordset(other.changes) as b(kind text, mode text, value jsonb, detail uuid) using (kind)
    where case kind when 'email' then lower(a.value::text) is distinct from lower(b.value::text)
        else a.value is distinct from b.value end
      or a.mode <> b.mode and num_nonnulls(a.detail, b.detail) > 0);
$$;

-- Whether a detail has been given another value since it was keyed over.
create function private.is_overtaken(change jsonb) returns boolean
language sql stable set search_path = '' as $$
  select change->>'detail' is not null and not exists (
    select from private.current_details d where d.id = (change->>'detail')::uuid
      and (d.version = (change->>'version')::int or d.value = change->'value'));
$$;

/* ---------------------------------------------------------------- from keying to applied */

-- The sheet, for a member of staff who has not keyed it; refuses whoever has.
create function private.sheet_for(sheet uuid, reader uuid) returns public.written_changes
language plpgsql stable set search_path = '' as $$
declare
  w public.written_changes;
begin
  select * into w from public.written_changes where id = sheet;
  if w.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if exists (select from public.written_change_keyings k where k.written_change_id = sheet and k.staff_id = reader) then
    perform private.refuse('PT403', 'keyed_by_you');
  end if;
  return w;
end $$;

-- The same, locked until the end of the transaction; PT409 where somebody else has brought it out of `due_state` already.
create function private.lock_written_change(sheet uuid, worker uuid, due_state text) returns public.written_changes
language plpgsql set search_path = '' as $$
declare
  w public.written_changes;
begin
  perform from public.written_changes where id = sheet for update;
  w := private.sheet_for(sheet, worker);
  if w.state <> due_state then perform private.refuse('PT409', 'written_change_is_settled'); end if;
  return w;
end $$;

-- Applies a keying in the name of `worker`, unless one of the details was changed since: then nothing is applied.
-- New email addresses wait for their code. What the customer has already is not added again.
-- Returns {"status": applied|overtaken}.
create function private.apply_keying(w public.written_changes, k public.written_change_keyings, worker uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  actor private.actor := (null, worker, null);
  wanted private.detail_change[];
  plain private.detail_change[];
  result jsonb := '{}';
begin
  -- After the sheet's own lock; nobody takes the two the other way round.
  perform from public.customers c where c.id = k.customer_id for no key update;
  if exists (select from jsonb_array_elements(k.changes) e where private.is_overtaken(e)) then
    return '{"status": "overtaken"}';
  end if;
  wanted := array(
    select (k.customer_id, w.id, case when e.detail is null then 'add' else 'change' end, e.detail, e.kind,
      private.with_delivery(e.kind, e.value, (select d.value from private.current_details d where d.id = e.detail)),
      null, null, e.version, null, false, null)::private.detail_change
    from jsonb_to_recordset(k.changes) as e(kind public.detail_kind, value jsonb, detail uuid, version int)
    where e.detail is not null or not exists (select from private.current_details d
      where d.customer_id = k.customer_id and d.kind = e.kind and d.value = e.value));
  if private.proofs_limit(wanted) is not null then perform private.refuse('PT429', 'too_many_proposals'); end if;
  plain := array(select c from unnest(wanted) c where not private.needs_proof(c));
  if plain <> '{}' then result := private.write_one(actor, w.channel, plain, true, null, w.id); end if;
  perform private.propose_emails(actor, w.channel, null, array(select c from unnest(wanted) c where private.needs_proof(c)), w.id);
  update public.written_changes set state = 'applied', update_reference = result->>'reference',
    settled_by = worker, settled_at = now()
  where id = w.id;
  return '{"status": "applied"}';
end $$;

-- Where a sheet stands after somebody's work on it, for the page that tells them.
create function private.written_change_result(sheet uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', w.id, 'sheet', w.sheet_number, 'state', w.state) from public.written_changes w where w.id = sheet;
$$;

-- The sheet that this person's form was already sent for, or null. Waits for the first of two presses at once.
create function private.sheet_of_request(worker uuid, request uuid) returns uuid
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(worker::text || request::text, 0));
  return (select written_change_id from public.written_change_keyings k where k.staff_id = worker and k.request_id = request);
end $$;

/* ---------------------------------------------------------------- doors */

-- The first keying. `changes` is [{"kind", "mode", "value"}]. Returns {"id", "sheet", "state"}.
create function public.key_written_change(channel public.channel, received_on date, document_number text, account text,
  changes jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  sheet uuid := private.sheet_of_request(worker.id, request);
  mine public.written_change_keyings;
begin
  if sheet is not null then return private.written_change_result(sheet); end if;
  if channel is null or channel not in ('invoice', 'form', 'letter', 'fax') or length(trim(document_number)) > 60 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if received_on is null or received_on > private.today() then perform private.refuse('PT422', 'received_in_the_future'); end if;
  mine := private.read_keying(gen_random_uuid(), 1, worker.id, account, changes, request);
  insert into public.written_changes (id, channel, received_on, document_number)
  values (mine.written_change_id, channel, received_on, nullif(trim(document_number), ''));
  insert into public.written_change_keyings select mine.*;
  return private.written_change_result(mine.written_change_id);
end $$;
grant execute on function public.key_written_change(public.channel, date, text, text, jsonb, uuid) to authenticated;

-- The second keying, by another person who has not seen the first. Where both agree it is applied at once; where they
-- differ, or the customer's details were changed meanwhile, a third person settles it.
create function public.check_written_change(written_change uuid, account text, changes jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  w public.written_changes;
  earlier public.written_change_keyings;
  mine public.written_change_keyings;
  agreed boolean;
begin
  if private.sheet_of_request(worker.id, request) = written_change then return private.written_change_result(written_change); end if;
  w := private.lock_written_change(written_change, worker.id, 'to_check');
  mine := private.read_keying(w.id, 2, worker.id, account, changes, request);
  insert into public.written_change_keyings select mine.*;
  select * into earlier from public.written_change_keyings k where k.written_change_id = w.id and k.round = 1;
  agreed := private.keyed_alike(earlier, mine);
  if not agreed or private.apply_keying(w, earlier, worker.id)->>'status' = 'overtaken' then
    update public.written_changes set state = 'to_settle',
      dispute = case when agreed then 'changed_meanwhile' else 'keyed_differently' end
    where id = w.id;
  end if;
  return private.written_change_result(w.id);
end $$;
grant execute on function public.check_written_change(uuid, text, jsonb, uuid) to authenticated;

-- The third person's word, on one of the accounts that were keyed or on another. `seen` is {detail: version} of what their
-- page showed; when one of those details was changed since, nothing is stored and {"state": "overtaken"} comes back.
create function public.settle_written_change(written_change uuid, account text, changes jsonb, seen jsonb, request uuid)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  w public.written_changes;
  mine public.written_change_keyings;
begin
  if private.sheet_of_request(worker.id, request) = written_change then return private.written_change_result(written_change); end if;
  w := private.lock_written_change(written_change, worker.id, 'to_settle');
  mine := private.read_keying(w.id, 3, worker.id, account, changes, request,
    case when private.was_keyed(w.id, account) then coalesce(seen, '{}') end);
  if private.apply_keying(w, mine, worker.id)->>'status' = 'overtaken' then return '{"state": "overtaken"}'; end if;
  insert into public.written_change_keyings select mine.*;
  return private.written_change_result(w.id);
end $$;
grant execute on function public.settle_written_change(uuid, text, jsonb, jsonb, uuid) to authenticated;

-- Whether one of a sheet's keyings is for this account, so that its details were shown to the third person.
create function private.was_keyed(sheet uuid, account text) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from public.written_change_keyings k join public.customers c on c.id = k.customer_id
    where k.written_change_id = sheet and c.account_number = account);
$$;

-- The third person's word that the sheet is not to be applied.
create function public.reject_written_change(written_change uuid, reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  w public.written_changes := private.lock_written_change(written_change, worker.id, 'to_settle');
begin
  if length(trim(coalesce(reason, ''))) = 0 then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(trim(reason)) > 500 then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  update public.written_changes wc set state = 'rejected', reason = trim(reject_written_change.reason),
    settled_by = worker.id, settled_at = now()
  where wc.id = w.id;
  return private.written_change_result(w.id);
end $$;
grant execute on function public.reject_written_change(uuid, text) to authenticated;

/* ---------------------------------------------------------------- what the paper desk sees */

-- A sheet as lists show it: nothing of what was keyed.
create function private.written_change_json(w public.written_changes) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', w.id, 'sheet', w.sheet_number, 'channel', w.channel, 'receivedOn', w.received_on,
    'state', w.state, 'dispute', w.dispute);
$$;

-- A settled sheet: whose it was, and what became of it.
create function private.settled_change_json(w public.written_changes) returns jsonb
language sql stable set search_path = '' as $$
  select private.written_change_json(w) || jsonb_build_object('settledAt', w.settled_at, 'settledBy', s.name,
    'reference', w.update_reference, 'reason', w.reason,
    'emailWaits', exists (select from private.email_proofs p
      where p.written_change_id = w.id and p.settled_at is null and p.expires_at > now()),
    'accountNumber', (select c.account_number from public.written_change_keyings k join public.customers c on c.id = k.customer_id
      where k.written_change_id = w.id and w.state = 'applied' order by k.round desc limit 1))
  from public.staff s where s.id = w.settled_by;
$$;

-- What waits for the reader (to check, to settle), what of theirs waits for others, and what was settled lately.
create function public.written_changes_queue() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || (
    select jsonb_build_object(
      'toCheck', coalesce(jsonb_agg(private.written_change_json(q.w) order by (q.w).received_on, (q.w).sheet_number)
        filter (where not mine and (q.w).state = 'to_check'), '[]'),
      'toSettle', coalesce(jsonb_agg(private.written_change_json(q.w) order by (q.w).received_on, (q.w).sheet_number)
        filter (where not mine and (q.w).state = 'to_settle'), '[]'),
      'mine', coalesce(jsonb_agg(private.written_change_json(q.w) order by (q.w).sheet_number desc) filter (where mine), '[]'))
    from (select w, exists (select from public.written_change_keyings k
        where k.written_change_id = w.id and k.staff_id = reader.id) as mine
      from public.written_changes w where w.state in ('to_check', 'to_settle')
      order by w.received_on, w.sheet_number limit 500) q
  ) || jsonb_build_object('settled', (select coalesce(jsonb_agg(private.settled_change_json(w) order by w.settled_at desc), '[]')
    from (select * from public.written_changes where settled_at is not null order by settled_at desc limit 20) w));
end $$;
grant execute on function public.written_changes_queue() to authenticated;

-- What the second person sees before keying: the sheet, and nothing of what the first one read on it.
create function public.written_change_to_check(written_change uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  w public.written_changes := private.sheet_for(written_change, reader.id);
begin
  return private.desk_head(reader) || private.written_change_json(w);
end $$;
grant execute on function public.written_change_to_check(uuid) to authenticated;

-- What one person keyed: for whom, by whom, and each value with whether its detail was changed since.
create function private.keying_json(k public.written_change_keyings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('by', s.name, 'keyedAt', k.keyed_at, 'accountNumber', c.account_number, 'customerKind', c.kind,
    'customerName', private.customer_name(c.id), 'country', c.country,
    'changes', (select jsonb_agg(jsonb_build_object('kind', e->'kind', 'mode', e->'mode', 'value', e->'value',
      'overtaken', private.is_overtaken(e))) from jsonb_array_elements(k.changes) e))
  from public.staff s, public.customers c where s.id = k.staff_id and c.id = k.customer_id;
$$;

-- Both keyings beside what counts now, for the third person only; the look at the customers' details is logged.
-- While there is nothing to settle, nothing of what was keyed is told.
create function public.written_change_to_settle(written_change uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  w public.written_changes := private.sheet_for(written_change, reader.id);
  keyings public.written_change_keyings[] := array(select k from public.written_change_keyings k
    where k.written_change_id = w.id and w.state = 'to_settle' order by k.round);
begin
  insert into public.record_views (staff_id, customer_id, page) select distinct reader.id, k.customer_id, 'written_change' from unnest(keyings) k;
  return private.desk_head(reader) || private.written_change_json(w) || jsonb_build_object(
    'documentNumber', case when keyings <> '{}' then w.document_number end,
    'keyings', (select coalesce(jsonb_agg(private.keying_json(k) order by k.round), '[]') from unnest(keyings) k),
    'now', (select coalesce(jsonb_agg(jsonb_build_object('accountNumber', c.account_number, 'kind', d.kind, 'detail', d.id,
        'version', d.version, 'value', d.value, 'freshness', private.detail_json(d)->'freshness') order by c.account_number, d.kind), '[]')
      from private.current_details d join public.customers c on c.id = d.customer_id
      where d.is_primary and d.customer_id in (select k.customer_id from unnest(keyings) k) and d.kind <> 'shipping_address'));
end $$;
grant execute on function public.written_change_to_settle(uuid) to authenticated;

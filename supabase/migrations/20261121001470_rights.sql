-- What customers decide about their data: how we talk to them, a copy of everything, and erasure.

-- Each copy that somebody took of everything held about a customer.
create table private.data_downloads (
  id bigint primary key generated always as identity,
  customer_id uuid not null references public.customers,
  login_id uuid not null references public.logins,
  format text not null check (format in ('json', 'pdf')),
  at timestamptz not null default now()
);
alter table private.data_downloads enable row level security;
create index downloads_of_customer on private.data_downloads (customer_id, at desc);
create trigger downloads_are_append_only before update or delete on private.data_downloads
  for each row execute function private.refuse_rewriting();
create trigger downloads_are_not_truncated before truncate on private.data_downloads
  for each statement execute function private.refuse_rewriting();

-- Each change of how we talk to a customer: who wished what, when.
create table private.wishes (
  id bigint primary key generated always as identity,
  customer_id uuid not null references public.customers,
  login_id uuid not null references public.logins,
  before jsonb not null,
  after jsonb not null,
  at timestamptz not null default now()
);
alter table private.wishes enable row level security;
create index wishes_of_customer on private.wishes (customer_id, at desc);
create trigger wishes_are_append_only before update or delete on private.wishes
  for each row execute function private.refuse_rewriting();
create trigger wishes_are_not_truncated before truncate on private.wishes
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- how we talk to a customer */

-- Whether a customer has an email address on file that mail reaches.
create function private.has_mailbox(customer uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from private.current_details d where d.customer_id = customer and d.kind = 'email' and d.hold_reason is null);
end $$;

-- A customer's wishes as pages and the trace know them.
create function private.wishes_json(c public.customers) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('locale', c.locale, 'contactBy', c.contact_by, 'reminders', not c.reminders_opt_out);
$$;

-- The settings page: wishes, the last copies taken, and how an erasure stands that was asked for.
create function public.account_rights(customer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'wishes', (select private.wishes_json(c) from public.customers c where c.id = customer),
    'hasMailbox', private.has_mailbox(customer),
    'downloads', (select coalesce(jsonb_agg(jsonb_build_object('at', d.at, 'format', d.format, 'by', l.name) order by d.at desc), '[]')
      from (select * from private.data_downloads o where o.customer_id = customer order by o.at desc limit 5) d
      join public.logins l on l.id = d.login_id),
    'erasure', (select jsonb_build_object('askedAt', t.created_at, 'dueAt', t.due_at, 'outcome', t.outcome, 'reason', t.reason)
      from public.tasks t where t.customer_id = customer and t.cause = 'erasure_requested' and t.outcome is distinct from 'done'
      order by t.created_at desc limit 1));
end $$;
grant execute on function public.account_rights(uuid) to authenticated;

-- Keeps how a customer wishes to be talked to: language, email or post, reminders or none. For owners. Email only where
-- there is an address that mail reaches (PT422); receipts come either way.
create function public.save_wishes(customer uuid, locale text, contact_by text, reminders boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_owner(customer);
  c public.customers;
  before jsonb;
begin
  select * into c from public.customers u where u.id = customer;
  before := private.wishes_json(c);
  if reminders is null or locale is null or locale not in ('de', 'en', 'hu') or contact_by is null or contact_by not in ('email', 'post') then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if contact_by = 'email' and c.contact_by <> 'email' and not private.has_mailbox(customer) then
    perform private.refuse('PT422', 'no_mailbox');
  end if;
  update public.customers u set locale = save_wishes.locale, contact_by = save_wishes.contact_by, reminders_opt_out = not reminders
  where u.id = customer returning * into c;
  if private.wishes_json(c) = before then return; end if;
  insert into private.wishes (customer_id, login_id, before, after) values (customer, mine.id, before, private.wishes_json(c));
  perform private.rank_customers(array[customer]);
end $$;
grant execute on function public.save_wishes(uuid, text, text, boolean) to authenticated;

/* ---------------------------------------------------------------- a copy of everything */

-- Details, also removed ones, with every value they had.
create function private.held_details(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'label', d.label, 'siteId', d.site_id, 'isPrimary', d.is_primary,
    'channel', d.channel, 'verifiedAt', d.verified_at, 'confirmedAt', d.confirmed_at, 'confirmedBy', d.confirmed_by,
    'reviewOn', d.review_on, 'onHold', d.hold_reason, 'addedAt', d.created_at, 'removedAt', d.removed_at,
    'values', (select coalesce(jsonb_agg(jsonb_build_object('value', v.value, 'validFrom', lower(v.valid), 'validUntil', upper(v.valid) - 1,
        'knownSince', v.known_since, 'update', (select u.reference from public.updates u where u.id = v.update_id)) order by v.id), '[]')
      from public.contact_detail_values v where v.detail_id = d.id)) order by d.kind, d.created_at, d.id), '[]')
  from public.contact_details d where d.customer_id = customer;
$$;

-- Updates with what they changed, oldest first, and whether a receipt was made.
create function private.held_updates(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.update_json(u) || jsonb_build_object('receiptAt',
    (select r.created_at from public.receipts r where r.update_id = u.id)) order by u.occurred_at), '[]')
  from public.updates u where u.customer_id = customer;
$$;

-- Who may or might sign in, who was invited to, and addresses that were to be proven.
create function private.held_access(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'logins', (select coalesce(jsonb_agg(jsonb_build_object('email', l.email, 'name', l.name, 'role', l.role, 'origin', l.origin,
        'since', l.created_at, 'frozenAt', l.frozen_at, 'endedAt', l.ended_at) order by l.created_at), '[]')
      from public.logins l where l.customer_id = customer),
    'emailProofs', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'channel', p.channel, 'askedAt', p.created_at,
        'expiresAt', p.expires_at, 'settledAt', p.settled_at, 'accepted', p.result is not null) order by p.created_at), '[]')
      from private.email_proofs p where p.customer_id = customer),
    'invitations', (select coalesce(jsonb_agg(jsonb_build_object('email', i.email, 'name', i.name, 'role', i.role, 'at', i.created_at,
        'expiresAt', i.expires_at, 'outcome', i.outcome) order by i.created_at), '[]')
      from private.invitations i where i.customer_id = customer),
    'activationLetters', (select coalesce(jsonb_agg(jsonb_build_object('at', a.ordered_at, 'byStaff', a.ordered_by is not null,
        'outcome', a.outcome) order by a.ordered_at), '[]')
      from private.activations a where a.customer_id = customer));
$$;

-- What the customer wrote and what was done about it.
create function private.held_matters(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'concerns', (select coalesce(jsonb_agg(private.concern_json(c) || jsonb_build_object('messages', private.messages_json(c.id, null))
      order by c.created_at), '[]') from public.concerns c where c.customer_id = customer),
    'tasks', (select coalesce(jsonb_agg(jsonb_build_object('cause', t.cause, 'createdAt', t.created_at, 'dueAt', t.due_at,
        'closedAt', t.closed_at, 'outcome', t.outcome, 'reason', t.reason) order by t.created_at), '[]')
      from public.tasks t where t.customer_id = customer),
    'declinedQuestions', (select coalesce(jsonb_agg(jsonb_build_object('at', q.at, 'by', s.name, 'kind', d.kind) order by q.at), '[]')
      from private.declined_questions q join public.staff s on s.id = q.staff_id join public.contact_details d on d.id = q.detail_id
      where q.customer_id = customer),
    'writtenChanges', (select coalesce(jsonb_agg(jsonb_build_object('sheet', w.sheet_number, 'channel', w.channel, 'receivedOn', w.received_on,
        'state', w.state, 'documentNumber', w.document_number, 'reason', w.reason, 'keyedAt', k.keyed_at,
        'changes', (select jsonb_agg(jsonb_build_object('kind', e->'kind', 'value', e->'value')) from jsonb_array_elements(k.changes) e))
        order by k.keyed_at), '[]')
      from public.written_change_keyings k join public.written_changes w on w.id = k.written_change_id where k.customer_id = customer));
$$;

-- What left the house, who looked, and who took a copy.
create function private.held_traces(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'sent', (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'medium', o.medium, 'state', o.state, 'createdAt', o.created_at,
        'sentAt', o.sent_at) order by o.created_at), '[]') from private.outbox o where o.customer_id = customer and o.kind <> 'code'),
    'reminders', (select coalesce(jsonb_agg(jsonb_build_object('medium', r.medium, 'at', r.created_at, 'answeredAt', r.answered_at)
      order by r.created_at), '[]') from public.reminders r where r.customer_id = customer),
    'recordViews', (select coalesce(jsonb_agg(jsonb_build_object('at', v.viewed_at, 'by', s.name, 'page', v.page) order by v.viewed_at), '[]')
      from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = customer),
    'wishes', (select coalesce(jsonb_agg(jsonb_build_object('at', w.at, 'by', l.name, 'before', w.before, 'after', w.after) order by w.at), '[]')
      from private.wishes w join public.logins l on l.id = w.login_id where w.customer_id = customer),
    'downloads', (select coalesce(jsonb_agg(jsonb_build_object('at', d.at, 'by', l.name, 'format', d.format) order by d.at), '[]')
      from private.data_downloads d join public.logins l on l.id = d.login_id where d.customer_id = customer));
$$;

-- Everything held about a customer, for its owners; no hash, no key, nobody else's data. The copy is logged and counted:
-- ten a day, then {"status": "limited", "retryAt"}. docs/personal-data.md describes what it returns.
create function public.take_data(customer uuid, format text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_owner(customer);
  retry timestamptz;
begin
  if format is null or format not in ('json', 'pdf') then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  retry := private.count_try('data_download', customer::text, 10, interval '1 day');
  if retry is not null then return jsonb_build_object('status', 'limited', 'retryAt', retry); end if;
  insert into private.data_downloads (customer_id, login_id, format) values (customer, mine.id, take_data.format);
  return (select jsonb_build_object('status', 'taken', 'format', 'kartei-customer-data', 'version', 1, 'createdAt', now(),
      'customer', jsonb_build_object('accountNumber', c.account_number, 'kind', c.kind, 'country', c.country, 'birthDate', c.birth_date,
        'yearlySpend', c.yearly_spend, 'since', c.created_at, 'wishes', private.wishes_json(c)),
      'details', private.held_details(c.id), 'updates', private.held_updates(c.id),
      'documents', (select coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'kind', d.kind, 'issuedOn', d.issued_on, 'amount', d.amount,
          'currency', d.currency, 'address', d.address_as_issued) order by d.issued_on, d.number), '[]')
        from public.documents d where d.customer_id = c.id))
      || private.held_access(c.id) || private.held_matters(c.id) || private.held_traces(c.id) || private.held_caller_checks(c.id)
    from public.customers c where c.id = customer);
end $$;
grant execute on function public.take_data(uuid, text) to authenticated;

/* ---------------------------------------------------------------- asking for erasure */

-- Asks for erasure: a task for an admin, one at a time. For owners; asking again changes nothing.
create function public.request_erasure(customer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_owner(customer);
begin
  insert into public.tasks (cause, customer_id, department_id, role, asked_by, due_at)
  select 'erasure_requested', customer, d.id, 'admin', mine.id, now() + interval '14 days'
  from public.departments d where d.code = 'customer_service'
  on conflict (customer_id) where cause = 'erasure_requested' and closed_at is null do nothing;
end $$;
grant execute on function public.request_erasure(uuid) to authenticated;

-- Takes the wish back, while nothing was erased; where there is none, nothing happens.
create function public.withdraw_erasure(customer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_owner(customer);
begin
  update public.tasks t set closed_at = now(), outcome = 'withdrawn'
  where t.customer_id = customer and t.cause = 'erasure_requested' and t.closed_at is null;
end $$;
grant execute on function public.withdraw_erasure(uuid) to authenticated;

-- What an erasure would empty and what would stay, in numbers.
create function private.erasure_counts(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'details', (select count(*) from public.contact_details d where d.customer_id = customer and d.removed_at is null),
    'values', (select count(*) from public.contact_detail_values v join public.contact_details d on d.id = v.detail_id where d.customer_id = customer),
    'logins', (select count(*) from public.logins l where l.customer_id = customer),
    'concerns', (select count(*) from public.concerns c where c.customer_id = customer),
    'messages', (select count(*) from public.concern_messages w join public.concerns c on c.id = w.concern_id where c.customer_id = customer),
    'sheets', (select count(*) from public.written_change_keyings k where k.customer_id = customer),
    'tasks', (select count(*) from public.tasks t where t.customer_id = customer),
    'updates', (select count(*) from public.updates u where u.customer_id = customer),
    'views', (select count(*) from public.record_views v where v.customer_id = customer),
    'documents', (select count(*) from public.documents d where d.customer_id = customer),
    'lastDocument', (select max(d.issued_on) from public.documents d where d.customer_id = customer));
end $$;

-- The admin's page about a request for erasure; the look is logged.
create function public.desk_erasure(task uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
  t public.tasks;
begin
  select * into t from public.tasks o where o.id = task and o.cause = 'erasure_requested' and o.closed_at is null;
  if t.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, t.customer_id, 'erasure');
  return private.desk_head(reader) || (select jsonb_build_object('task', t.id, 'accountNumber', c.account_number,
      'customerName', private.customer_name(c.id), 'askedAt', t.created_at, 'dueAt', t.due_at,
      'askedBy', (select l.name from public.logins l where l.id = t.asked_by), 'counts', private.erasure_counts(c.id))
    from public.customers c where c.id = t.customer_id);
end $$;
grant execute on function public.desk_erasure(uuid) to authenticated;

-- Erases the customer who asked, once an admin has typed the account number. A wrong number (PT422) and a request that
-- was settled meanwhile (PT409) erase nothing.
create function public.erase_customer(task uuid, account text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('admin');
  t public.tasks;
begin
  perform from public.customers c where c.id = (select o.customer_id from public.tasks o where o.id = task) for no key update;
  select * into t from public.tasks o where o.id = task and o.cause = 'erasure_requested' for update;
  if t.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if t.closed_at is not null then perform private.refuse('PT409', 'task_is_closed'); end if;
  if account is distinct from (select c.account_number from public.customers c where c.id = t.customer_id) then
    perform private.refuse('PT422', 'account_differs');
  end if;
  perform private.erase(t.customer_id, worker.id, t.asked_by);
end $$;
grant execute on function public.erase_customer(uuid, text) to authenticated;

/* ---------------------------------------------------------------- erasing */

-- Empties all that we need not keep of a customer: values, labels, texts, logins, what is searched by. Who, when and by
-- which channel stay, and so do documents with the address they were issued to. Only here is a row of private.erasures
-- written, without which the history's triggers let nothing be emptied.
create function private.erase(customer uuid, worker uuid, asked_by uuid) returns void
language plpgsql set search_path = '' as $$
declare
  counted jsonb := private.erasure_counts(customer);
  addresses text[] := private.addresses_ever(customer);
  erasure uuid;
begin
  update public.customers c set erased_at = now(), birth_date = null, yearly_spend = 0, reminders_opt_out = true
  where c.id = customer and c.erased_at is null;
  if not found then perform private.refuse('PT409', 'customer_is_erased'); end if;
  insert into private.erasures (customer_id, erased_by, asked_by) values (customer, worker, asked_by) returning id into erasure;

  perform private.settle_outgoing(customer);
  perform private.queue_erased(customer);
  perform private.remove_all_details(customer, worker);
  perform private.empty_history(customer);
  perform private.empty_matters(customer, worker);
  perform private.empty_caller_checks(customer);
  perform private.end_access(customer, addresses);
  update private.erasures e set counts = counted where e.id = erasure;
end $$;

-- Nothing of what waits leaves any more, and no link or proof opens anything.
create function private.settle_outgoing(customer uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update private.outbox o set state = 'cancelled', lease_token = null, lease_until = null, last_error = null
  where o.customer_id = customer and o.state not in ('sent', 'cancelled');
  update private.links l set token_hash = null, code_hash = null, expires_at = now(), used_at = coalesce(l.used_at, now()),
    addresses = case when l.addresses is not null then array['', ''] end
  where l.customer_id = customer;
  delete from private.code_requests r using private.email_proofs p where p.id = r.proof_id and p.customer_id = customer;
  delete from private.code_requests r using private.caller_checks k where k.id = r.caller_check_id and k.customer_id = customer;
  -- the address gives way to the row's own id: it is unique for each request
  update private.email_proofs p set email = p.id::text, label = null, settled_at = coalesce(p.settled_at, now()),
    result = p.result - 'conflicts'
  where p.customer_id = customer;
end $$;

-- Queues the last word, to the owners, else to the primary email, else by post. The address it goes to is read when it
-- leaves and is therefore emptied only then (forget_last_address); all else is gone at once.
create function private.queue_erased(customer uuid) returns void
language plpgsql set search_path = '' as $$
declare
  c public.customers := (select t from public.customers t where t.id = customer);
  people uuid[] := array(select l.id from public.logins l where c.contact_by = 'email' and l.customer_id = customer
    and l.role = 'owner' and l.ended_at is null and l.frozen_at is null);
  mailbox bigint := case when people = '{}' then private.mailbox_to_remind(c) end;
begin
  insert into private.outbox (kind, medium, locale, customer_id, to_login, to_value, state)
  select 'erased', t.medium, c.locale, c.id, t.login, t.value_id, case t.medium when 'letter' then 'waiting'::private.outbox_state else 'queued' end
  from (select 'email' as medium, p as login, null::bigint as value_id from unnest(people) p
    union all select 'email', null, mailbox where mailbox is not null
    union all select 'letter', null, d.value_id from private.current_details d
      where people = '{}' and mailbox is null and d.customer_id = c.id and d.kind = 'billing_address') t;
end $$;

-- The words that search may know a customer's names and sites by, those of today and those of before.
create function private.words_ever(customer uuid) returns text[]
language sql stable set search_path = '' as $$
  select private.words(string_agg(said, ' ')) from (
    select concat_ws(' ', d.label,
      case when d.kind = 'name' then concat_ws(' ', v.value->>'given', v.value->>'family', v.value->>'company') end) as said
    from public.contact_details d join public.contact_detail_values v on v.detail_id = d.id where d.customer_id = customer
    union
    select concat_ws(' ', i.label, i.label_before) from public.updates u join public.update_items i on i.update_id = u.id
    where u.customer_id = customer) s;
$$;

-- Removes every detail as an update of its own, which also tells other systems; search and the outreach queue follow.
create function private.remove_all_details(customer uuid, worker uuid) returns void
language plpgsql set search_path = '' as $$
declare
  spoken text[] := private.words_ever(customer);
  request uuid := gen_random_uuid();
  changes private.detail_change[] := array(
    select jsonb_populate_record(null::private.detail_change, jsonb_build_object('customer_id', customer, 'request_id', request,
      'op', 'remove', 'detail_id', d.id, 'version', d.version, 'verified', false))
    from public.contact_details d where d.customer_id = customer and d.removed_at is null);
begin
  perform from private.write_update((null, worker, null)::private.actor, 'online', changes, false);
  perform private.index_customers(array[customer]);
  perform private.rank_customers(array[customer]);
  delete from private.search_words w where w.word = any (spoken)
    and not exists (select from private.customer_words c where c.words @@ quote_literal(w.word)::tsquery);
end $$;

-- Empties every value there was and every before and after, but for the address that the last word still goes to.
create function private.empty_history(customer uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.contact_details d set label = null, hold_reason = null where d.customer_id = customer;
  update public.contact_detail_values v set value = 'null' from public.contact_details d
  where d.id = v.detail_id and d.customer_id = customer and not exists (select from private.last_words(customer) o where o.to_value = v.id);
  update public.update_items i set before = null, after = null, label = null, label_before = null from public.updates u
  where u.id = i.update_id and u.customer_id = customer;
end $$;

-- The mails and letters that tell a customer of their erasure and have not left yet.
create function private.last_words(customer uuid) returns setof private.outbox
language sql stable set search_path = '' as $$
  select * from private.outbox o where o.customer_id = customer and o.kind = 'erased' and o.state not in ('sent', 'cancelled');
$$;

-- Empties what the customer and others wrote: concerns, paper, tasks, lines of imports. What was open is closed.
create function private.empty_matters(customer uuid, worker uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from private.declined_questions q where q.customer_id = customer;
  update public.concern_messages w set text = null from public.concerns c where c.id = w.concern_id and c.customer_id = customer;
  update public.concerns c set subject = null, state = 'closed', moved_at = now() where c.customer_id = customer;
  update public.written_changes w set document_number = null, reason = case when w.state in ('rejected', 'to_check', 'to_settle') then '-' end,
    state = case when w.state in ('to_check', 'to_settle') then 'rejected' else w.state end,
    settled_by = coalesce(w.settled_by, worker), settled_at = coalesce(w.settled_at, now())
  where w.id in (select k.written_change_id from public.written_change_keyings k where k.customer_id = customer)
    -- a sheet that somebody else was read from as well stays theirs, to be settled
    and not exists (select from public.written_change_keyings o where o.written_change_id = w.id and o.customer_id <> customer);
  update public.written_change_keyings k set changes = '[]' where k.customer_id = customer;
  update public.tasks t set proposal = null, reason = null, outcome = coalesce(t.outcome, 'done'),
    closed_by = case when t.closed_at is null then worker else t.closed_by end, closed_at = coalesce(t.closed_at, now())
  where t.customer_id = customer;
  -- an account number may be written in groups
  delete from private.import_problems p using public.customers c where c.id = customer
    and exists (select from jsonb_array_elements_text(p.cells) cell where regexp_replace(cell, '[\s-]', '', 'g') = c.account_number);
end $$;

-- Every address that Auth may know because of a customer: of those who sign in, and of those who were sent a code.
create function private.addresses_ever(customer uuid) returns text[]
language sql stable set search_path = '' as $$
  select array(select l.email from public.logins l where l.customer_id = customer
    union select lower(p.email) from private.email_proofs p where p.customer_id = customer
    union select i.email from private.invitations i where i.customer_id = customer
    union select lower(v.value #>> '{}') from public.contact_details d join public.contact_detail_values v on v.detail_id = d.id
      where d.customer_id = customer and d.kind = 'email' and jsonb_typeof(v.value) = 'string'
    union select a.pending_email from private.activations a where a.customer_id = customer and a.pending_email is not null);
$$;

-- Ends every sign-in and forgets by which address and name it was, but where the last word still goes there.
create function private.end_access(customer uuid, addresses text[]) returns void
language plpgsql set search_path = '' as $$
begin
  update public.logins l set ended_at = coalesce(l.ended_at, now()) where l.customer_id = customer;
  update public.logins l set email = '', name = '' where l.customer_id = customer
    and not exists (select from private.last_words(customer) o where o.to_login = l.id);
  update private.invitations i set email = '', name = '', settled_at = coalesce(i.settled_at, now()), outcome = coalesce(i.outcome, 'withdrawn')
  where i.customer_id = customer;
  update private.activations a set pending_email = null, code_hash = null, expires_at = null, settled_at = coalesce(a.settled_at, now()),
    outcome = coalesce(a.outcome, 'replaced')
  where a.customer_id = customer;
  perform private.forget_people(addresses);
end $$;

-- Removes from Auth whoever has no other business here, with their sessions, its log of them, and requests for codes.
create function private.forget_people(addresses text[]) returns void
language plpgsql set search_path = '' as $$
declare
  gone text[] := array(select a from unnest(addresses) a where a <> ''
    and not exists (select from public.logins l where l.email = a and l.ended_at is null)
    and not exists (select from public.staff s where s.email = a));
begin
  delete from private.code_requests r where r.email = any (gone);
  delete from private.account_number_tries t where t.email = any (gone);
  delete from auth.audit_log_entries a using auth.users u where lower(u.email) = any (gone) and a.payload->>'actor_id' = u.id::text;
  delete from auth.sessions s using auth.users u where u.id = s.user_id and lower(u.email) = any (gone);
  delete from auth.users u where lower(u.email) = any (gone);
end $$;

-- Empties the address to which the last word went, once it has left or nobody will send it any more. A trigger, because
-- three doors settle a mail (the worker's, the printer's and the supervisor's) and none may forget this.
create function private.forget_last_address() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  erasure uuid;
begin
  insert into private.erasures (customer_id, erased_by, asked_by)
  select e.customer_id, e.erased_by, e.asked_by from private.erasures e where e.customer_id = new.customer_id order by e.erased_at limit 1
  returning id into erasure;
  update public.contact_detail_values v set value = 'null' where v.id = new.to_value;
  update public.logins l set email = '', name = '' where l.id = new.to_login;
  update private.erasures e set counts = '{"addresses": 1}' where e.id = erasure;
  return null;
end $$;
create trigger the_last_address_is_forgotten after update of state on private.outbox for each row
  when (new.kind = 'erased' and new.state in ('sent', 'cancelled') and old.state <> new.state)
  execute function private.forget_last_address();

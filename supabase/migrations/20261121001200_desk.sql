-- The agents' doors: find a customer, see the record, correct a detail on a call, work off tasks.

/* ---------------------------------------------------------------- search */

create type private.search_hit as (customer_id uuid, score real, matched text, matched_text text);

-- Customers by a number in any writing: the digits typed must be the end of the stored ones. The trunk prefix
-- (0; 06 in Hungary) and the international 00 are taken off, since stored numbers begin with the country's code.
create function private.find_by_number(typed text) returns setof private.search_hit
language sql stable set search_path = '' as $$
  with digits as (select regexp_replace(replace(typed, '(0)', ''), '\D', '', 'g') as d),
  ends as (
    select distinct e from digits, unnest(array[regexp_replace(d, '^0+', ''), regexp_replace(d, '^06', '')]) e
    where length(e) between 5 and 15
  )
  select (k.customer_id, 0.9, 'number', '+' || reverse(k.key))::private.search_hit
  from ends, private.search_keys k
  where k.kind = 'number' and k.key like reverse(ends.e) || '%'
  limit 50;
$$;

-- Customers by words of their name, company or site labels. Each typed word may be misspelt or cut short.
create function private.find_by_words(typed text) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
declare
  typed_words text[] := array(select distinct w from regexp_split_to_table(extensions.unaccent(lower(typed)), '[^[:alnum:]]+') w
    where length(w) > 1 limit 6);
  wanted text;
  candidates text[];
  narrowed uuid[];
begin
  if typed_words = '{}' then return; end if;
  foreach wanted in array (select array_agg(w order by length(w) desc) from unnest(typed_words) w) loop
    candidates := array(
      select s.word from private.search_words s where s.word like wanted || '%' order by length(s.word) limit 40);
    candidates := candidates || array(
      select s.word from private.search_words s
      where s.word operator(extensions.%) wanted and extensions.similarity(s.word, wanted) > 0.35
      order by extensions.similarity(s.word, wanted) desc limit 30);
    if narrowed is null then
      narrowed := array(select c.customer_id from private.customer_words c where c.words && candidates limit 2000);
    else
      narrowed := array(select c.customer_id from private.customer_words c
        where c.customer_id = any (narrowed) and c.words && candidates);
    end if;
    if narrowed = '{}' then return; end if;
  end loop;
  return query
    select c.customer_id, (select avg(best)::real from unnest(typed_words) t,
        lateral (select max(extensions.similarity(w, t)) as best from unnest(c.words) w) b) * 0.8::real,
      'name', null::text
    from private.customer_words c where c.customer_id = any (narrowed)
    order by 2 desc, 1 limit 50;
end $$;

-- All hits for whatever was typed, best first, one for each customer.
create function private.find_customers(typed text) returns setof private.search_hit
language sql stable set search_path = '' as $$
  with cleaned as (select trim(typed) as t, upper(regexp_replace(typed, '[\s-]', '', 'g')) as compact),
  hits as (
    select (c.id, 1.0, 'account_number', c.account_number)::private.search_hit as hit
    from cleaned join public.customers c on c.account_number = cleaned.compact
    union all
    select (k.customer_id, case when k.key = lower(t) then 1.0 else 0.85 end, 'email', k.key)::private.search_hit
    from cleaned join private.search_keys k on k.kind = 'email' and k.key like
      replace(replace(replace(lower(t), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    where position('@' in t) > 0
    union all
    select (k.customer_id, 0.7, 'postcode', k.key)::private.search_hit
    from cleaned join private.search_keys k on k.kind = 'postcode' and k.key = compact
    where compact ~ '[0-9]' and length(compact) between 4 and 8
    union all
    select h from cleaned, lateral private.find_by_number(t) h
    where t ~ '^[+(]?[0-9][-0-9\s()/.+]{4,24}$'
    union all
    select h from cleaned, lateral private.find_by_words(t) h
    where t ~ '[[:alpha:]]' and position('@' in t) = 0
  )
  select distinct on ((hit).customer_id) (hit).* from (select hit from hits limit 500) h
  order by (hit).customer_id, (hit).score desc;
$$;

-- A customer in a list to choose from.
create function private.hit_json(c public.customers) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('accountNumber', c.account_number, 'name', private.customer_name(c.id),
    'place', (select concat_ws(' ', d.value->>'postcode', d.value->>'city') from private.current_details d
      where d.customer_id = c.id and d.kind = 'billing_address'),
    'stale', exists (select from private.outreach_queue q where q.customer_id = c.id and q.review_on <= private.today()));
$$;

-- The desk's search: at most twenty customers, likeliest first, with what matched. Searches are POST and not logged.
create function public.desk_search(query text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  if length(query) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  return private.desk_head(reader) || (select jsonb_build_object('hits', coalesce(jsonb_agg(
      private.hit_json(c) || jsonb_build_object('matched', h.matched, 'matchedText', h.matched_text)
      order by h.score desc, c.account_number), '[]'))
    from (select * from private.find_customers(query) f order by f.score desc limit 20) h
    join public.customers c on c.id = h.customer_id);
end $$;
grant execute on function public.desk_search(text) to authenticated;

/* ---------------------------------------------------------------- the record */

-- Everything about a customer on one screen; the look is logged.
create function public.desk_record(account text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
begin
  select * into c from public.customers where account_number = account;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id) values (reader.id, c.id);
  return private.desk_head(reader) || jsonb_build_object(
    'customer', jsonb_build_object('accountNumber', c.account_number, 'kind', c.kind, 'name', private.customer_name(c.id),
      'country', c.country, 'locale', c.locale, 'birthDate', c.birth_date, 'yearlySpend', c.yearly_spend,
      'contactBy', c.contact_by, 'since', c.created_at),
    'details', private.details_json(c.id),
    'updates', private.history_json(c.id, null, null, 20),
    'pendingEmails', private.pending_emails(c.id),
    'logins', (select coalesce(jsonb_agg(jsonb_build_object('email', l.email, 'name', l.name, 'role', l.role,
        'frozen', l.frozen_at is not null) order by l.role desc, l.email), '[]')
      from public.logins l where l.customer_id = c.id and l.ended_at is null),
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'kind', d.kind, 'issuedOn', d.issued_on,
        'amount', d.amount, 'currency', d.currency) order by d.issued_on desc), '[]')
      from (select * from public.documents where customer_id = c.id order by issued_on desc limit 5) d),
    'tasks', (select coalesce(jsonb_agg(private.task_json(t) order by t.due_at), '[]')
      from public.tasks t where t.customer_id = c.id and t.closed_at is null),
    'reminders', (select coalesce(jsonb_agg(jsonb_build_object('sentAt', r.created_at, 'medium', r.medium,
        'answeredAt', r.answered_at) order by r.created_at desc), '[]')
      from (select * from public.reminders where customer_id = c.id order by created_at desc limit 5) r));
end $$;
grant execute on function public.desk_record(text) to authenticated;

-- The records this member of staff looked at last, for the empty search page.
create function public.desk_recent() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || (select jsonb_build_object('recent', coalesce(jsonb_agg(
      private.hit_json(c) || jsonb_build_object('viewedAt', r.at) order by r.at desc), '[]'))
    from (select customer_id, max(viewed_at) as at
      from (select customer_id, viewed_at from public.record_views where staff_id = reader.id order by viewed_at desc limit 100) v
      group by customer_id order by 2 desc limit 8) r
    join public.customers c on c.id = r.customer_id);
end $$;
grant execute on function public.desk_recent() to authenticated;

-- Corrects details while the customer is on the phone. `identified_by` says how the caller was identified.
-- Returns what save_details returns.
create function public.correct_on_call(account text, changes jsonb, identified_by text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.require_staff('agent', 'supervisor', 'admin');
  customer uuid := (select id from public.customers where account_number = account);
  actor private.actor := (null, agent.id);
  asked private.detail_change[];
  plain private.detail_change[];
  result jsonb := '{"status": "unchanged"}';
begin
  if customer is null then perform private.refuse('PT404', 'not_found'); end if;
  if identified_by is null or identified_by not in ('callback', 'account_details', 'documents', 'known_voice') then
    perform private.refuse('PT422', 'caller_not_identified');
  end if;
  asked := private.read_changes(customer, request, changes);
  perform from public.customers c where c.id = customer for no key update;
  result := coalesce(private.proofs_limit(asked), result);
  if result->>'status' = 'limited' then return result; end if;
  plain := array(select c from unnest(asked) c where not private.needs_proof(c));
  if plain <> '{}' then result := private.write_one(actor, 'phone', plain, true, identified_by); end if;
  if result->>'status' = 'conflict' then return result; end if;
  return result || jsonb_build_object('proofs', private.propose_emails(actor, 'phone', identified_by,
    array(select c from unnest(asked) c where private.needs_proof(c))));
end $$;
grant execute on function public.correct_on_call(text, jsonb, text, uuid) to authenticated;

/* ---------------------------------------------------------------- tasks */

-- A task as lists and the record show it. `current` is what a proposal would replace, with the version to accept it with.
create function private.task_json(t public.tasks) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', t.id, 'cause', t.cause, 'proposal', t.proposal, 'dueAt', t.due_at, 'createdAt', t.created_at,
    'accountNumber', c.account_number, 'customerName', private.customer_name(c.id),
    'current', (select jsonb_build_object('value', d.value, 'version', d.version)
      from private.current_details d where d.id = (t.proposal->>'detail')::uuid))
  from public.customers c where c.id = t.customer_id;
$$;

-- Open tasks, soonest due first.
create function public.desk_tasks() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || (select jsonb_build_object('tasks', coalesce(jsonb_agg(private.task_json(t) order by t.due_at), '[]'))
    from (select * from public.tasks where closed_at is null order by due_at limit 100) t);
end $$;
grant execute on function public.desk_tasks() to authenticated;

-- Closes an open task; a company's name change is applied by `accepted` or told to the customer as refused.
-- `version` is that of the name beside which the agent saw the proposal; without it, the one that the customer saw.
-- Returns the write's result; {"status": "closed"} where nothing was to be written. A task closed meanwhile: PT409.
create function public.close_task(task uuid, accepted boolean, reason text default null, version int default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  t public.tasks;
  result jsonb := '{"status": "closed"}';
begin
  if accepted is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  perform from public.customers c where c.id = (select o.customer_id from public.tasks o where o.id = task) for no key update;
  select * into t from public.tasks where id = task for update;
  if t.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if t.closed_at is not null then perform private.refuse('PT409', 'task_is_closed'); end if;
  if not accepted and length(trim(coalesce(reason, ''))) = 0 then perform private.refuse('PT422', 'reason_missing'); end if;
  if length(reason) > 500 then perform private.refuse('PT422', 'reason_too_long'); end if;

  if t.cause = 'company_name_change' and accepted then
    result := private.write_one((null, worker.id)::private.actor, 'online', array[(t.customer_id, t.id, 'change',
      (t.proposal->>'detail')::uuid, 'name', t.proposal->'value', null, null,
      coalesce(close_task.version, (t.proposal->>'version')::int), null, false, null)::private.detail_change]);
    if result->>'status' = 'conflict' then return result; end if;
  elsif t.cause = 'company_name_change' then
    insert into private.outbox (kind, medium, locale, customer_id, task_id, to_login, state)
    select 'name_request_refused', 'email', c.locale, c.id, t.id, l.id, 'queued'
    from public.customers c join public.logins l on l.id = t.asked_by and l.ended_at is null where c.id = t.customer_id;
  end if;
  update public.tasks set closed_at = now(), closed_by = worker.id, reason = nullif(trim(close_task.reason), ''),
    outcome = case when accepted then 'done' else 'refused' end
  where id = task;
  return result;
end $$;
grant execute on function public.close_task(uuid, boolean, text, int) to authenticated;

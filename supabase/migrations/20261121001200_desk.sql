-- The agents' doors: find a customer, see the record, correct a detail on a call, work off tasks.

/* ---------------------------------------------------------------- search */

create type private.search_hit as (customer_id uuid, score real, matched text, matched_text text);

-- At most `most` keys of a kind that begin with `beginning`, the first ones. Written as a range, since LIKE finds its way
-- through an index only with a pattern that is known when the query is planned; nothing sorts after U+10FFFF.
create function private.keys_from(kind text, beginning text, most int) returns setof private.search_keys
language sql stable set search_path = '' as $$
  select * from private.search_keys k
  where k.kind = $1 and k.key operator(pg_catalog.~>=~) beginning and k.key operator(pg_catalog.~<~) (beginning || chr(1114111))
  order by k.key using operator(pg_catalog.~<~) limit most;
$$;

-- What somebody says that is exactly one thing: an account number, the reference of an update or a concern, the number of a
-- document; blanks, dashes and capitals do not matter. Only where nobody has the account number: those that it may be
-- meant for. An erased customer is found by the account number alone.
create function private.find_by_key(typed text, most int) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
declare
  compact text := upper(regexp_replace(typed, '[^[:alnum:]]', '', 'g'));
  spelled text := overlay(compact placing '-' from 5 for 0);
begin
  if length(compact) not between 4 and 40 or compact !~ '[0-9]' and compact !~ '^[A-HJKMNP-TV-Z]{8}$' then return; end if;
  if compact ~ '^[0-9]{7,9}$' and typed !~ '^[+(]' then
    return query select c.id, 1.0::real, 'account_number', c.account_number
      from public.customers c where c.account_number = compact and c.withdrawn_at is null;
    if not found then return query select * from private.find_by_slip(compact, most); end if;
  end if;
  if compact ~ '^[2-9A-HJKMNP-TV-Z]{8}$' then
    return query select c.id, 1.0::real, o.matched, o.reference
      from (select u.customer_id, 'update' as matched, u.reference from public.updates u where u.reference = spelled
        union all select m.customer_id, 'concern', m.reference from public.concerns m where m.reference = spelled) o
      join public.customers c on c.id = o.customer_id and c.withdrawn_at is null and c.erased_at is null;
  end if;
  return query select c.id, 1.0::real, 'document', d.number
    from public.documents d join public.customers c on c.id = d.customer_id and c.withdrawn_at is null and c.erased_at is null
    where upper(regexp_replace(d.number, '[^[:alnum:]]', '', 'g')) = compact limit most;
end $$;

-- Account numbers that differ from the digits typed by one slip: two neighbours swapped, one digit wrong, missing or too
-- many. They are written out, at most eighty, and each is looked up by its key.
create function private.find_by_slip(digits text, most int) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.id, max(v.score)::real, 'account_number_like', c.account_number
    from (
      select overlay(digits placing reverse(substr(digits, place, 2)) from place) as number, 0.8 as score
        from generate_series(1, length(digits) - 1) place where length(digits) = 8
      union all select overlay(digits placing digit::text from place for 1), 0.7
        from generate_series(1, length(digits)) place, generate_series(0, 9) digit where length(digits) = 8
      union all select overlay(digits placing digit::text from place for 0), 0.65
        from generate_series(1, length(digits) + 1) place, generate_series(0, 9) digit where length(digits) = 7
      union all select overlay(digits placing '' from place for 1), 0.65
        from generate_series(1, length(digits)) place where length(digits) = 9) v
    join lateral (select * from public.customers o where o.account_number = v.number limit 1) c on c.withdrawn_at is null and c.erased_at is null
    group by c.id, c.account_number order by 2 desc, c.account_number limit most;
end $$;

-- Customers by a number in any writing: the digits typed must be the end of the stored ones. The trunk prefix
-- (0; 06 in Hungary) and the international 00 are taken off, since stored numbers begin with the country's code; but the
-- last digits of a number may begin with a nought as well. A whole number is likeliest; of its last digits, the more the
-- likelier. Where nobody has it now, those who had it.
create function private.find_by_number(typed text, most int) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
declare
  digits text := regexp_replace(replace(typed, '(0)', ''), '\D', '', 'g');
  ends text[] := array(select distinct e from unnest(array[digits, regexp_replace(digits, '^0+', ''), regexp_replace(digits, '^06', '')]) e
    where length(e) between 5 and 15);
begin
  for former in 0..1 loop
    return query
      select k.customer_id, (case when length(k.key) = length(e) then 0.98 else 0.55 + least(length(e), 11) * 0.03 end
          - former * 0.2 - row_number() over (partition by e) * 0.001)::real,
        case former when 0 then 'number' else 'former_number' end, '+' || reverse(k.key)
      from unnest(ends) e, private.keys_from(case former when 0 then 'number' else 'former_number' end, reverse(e), most) k;
    exit when found;
  end loop;
end $$;

-- Known words that `typed` may stand for: the likest ones, and those in which two neighbouring letters changed places,
-- which trigrams do not tell.
create function private.like_words(typed text) returns setof text
language sql stable set search_path = '' as $$
  select typed
  union
  (select s.word from private.search_words s
    where s.word operator(extensions.%) typed
    order by extensions.similarity(s.word, typed) desc limit 30)
  union
  select s.word from private.search_words s where s.word = any (array(
    select overlay(typed placing reverse(substr(typed, place, 2)) from place) from generate_series(1, length(typed) - 1) place));
$$;

-- Known words that begin with `beginning`: at most 51, which stands for more than 50.
create function private.words_from(beginning text) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select s.word from private.search_words s
    where s.word operator(pg_catalog.~>=~) beginning and s.word operator(pg_catalog.~<~) (beginning || chr(1114111)) limit 51);
end $$;

-- The words that one typed word may stand for, as a part of a tsquery, ever more generously: 1 as typed, 2 also cut
-- short, 3 also misspelt. Where few words begin with it they are listed: the index meets two lists of words by
-- stepping from one to the other, and reads through all customers for ":*".
create function private.word_choice(typed text, generosity int) returns text
language plpgsql stable set search_path = '' as $$
declare
  longer text[] := case when generosity > 1 then private.words_from(typed) else '{}' end;
begin
  return '(' || quote_literal(typed) || case when cardinality(longer) > 50 then ':*' else '' end || (
    select coalesce(string_agg('|' || quote_literal(w), ''), '') from (
      select w from unnest(longer) w where cardinality(longer) <= 50
      union select l from private.like_words(typed) l where generosity > 2) w(w)
    where w <> typed) || ')';
end $$;

-- Customers by words of their name, company or site labels. Each typed word may be misspelt or cut short, which counts
-- less and is tried only while fewer than a page's hits are found.
create function private.find_by_words(typed text, most int) returns setof private.search_hit
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
declare
  typed_words text[] := array(select distinct w from regexp_split_to_table(extensions.unaccent(lower(typed)), '[^[:alnum:]]+') w
    where length(w) > 1 limit 6);
  wanted tsquery;
  found_hits int := 0;
  more int;
begin
  if typed_words = '{}' then return; end if;
  for generosity in 1..3 loop
    -- By itself, so that it is found out once and not again by the planner.
    wanted := (select string_agg(private.word_choice(t, generosity), '&')::tsquery from unnest(typed_words) t);
    return query
      select c.customer_id, (1.1 - generosity * 0.1)::real * (select avg(best)::real * 0.8::real from unnest(typed_words) t,
          lateral (select max(extensions.similarity(w, t)) as best from unnest(tsvector_to_array(c.words)) w) b),
        'name', null::text
      from (select * from private.customer_words c where c.words @@ wanted limit most * 4) c
      order by 2 desc limit most;
    get diagnostics more = row_count;
    found_hits := found_hits + more;
    exit when found_hits >= 20;
  end loop;
end $$;

-- Customers by a postcode, those whose billing or shipping address has it.
create function private.find_by_postcode(typed text, most int) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
begin
  return query select k.customer_id, (0.7 - row_number() over () * 0.001)::real, 'postcode', k.key
    from (select * from private.search_keys k where k.kind = 'postcode' and k.key = upper(regexp_replace(typed, '[\s-]', '', 'g')) limit most) k;
end $$;

-- Hits for whatever was typed, one for each customer; of each way to find them at most `most`. What is somebody's number or
-- address is nobody's name.
create function private.find_customers(typed text, most int default 50) returns setof private.search_hit
language plpgsql stable set search_path = '' as $$
declare
  said text := trim(regexp_replace(translate(typed, chr(160) || chr(8239), '  '), '[\u2010-\u2015]', '-', 'g'));
  -- a name for the thing may stand before it, as people paste it
  number text := regexp_replace(said, '^(tel|telefon|phone|mobil|handy|fax)?[.: ]*', '', 'i');
  hits private.search_hit[] := array(select h from private.find_by_key(said, most) h);
begin
  if number ~ '^[+(]?[0-9][-0-9\s()/.+]{4,24}$' then hits := hits || array(select h from private.find_by_number(number, most) h); end if;
  if said ~ '[0-9]' and length(regexp_replace(said, '[\s-]', '', 'g')) between 4 and 8 then
    hits := hits || array(select h from private.find_by_postcode(said, most) h);
  end if;
  if position('@' in said) > 0 then
    hits := hits || array(select (k.customer_id, case when k.key = lower(said) then 1.0 else 0.85 end, 'email', k.key)::private.search_hit
      from private.keys_from('email', lower(said), most) k);
  elsif hits = '{}' and said ~ '[[:alpha:]]' then
    hits := array(select h from private.find_by_words(said, most) h);
  end if;
  return query select distinct on (h.customer_id) h.* from unnest(hits) h order by h.customer_id, h.score desc;
end $$;

-- The site whose label is more like what was typed than the customer's name is; null where the name is.
create function private.matched_site(customer uuid, typed text) returns text
language plpgsql stable set search_path = '' as $$
declare
  wanted text := extensions.unaccent(lower(typed));
  of_name real := extensions.word_similarity(wanted, extensions.unaccent(lower(coalesce(private.customer_name(customer), ''))));
begin
  if of_name > 0.9 then return null; end if;
  return (select s.label
    from (select d.label, extensions.word_similarity(wanted, extensions.unaccent(lower(d.label))) as likeness
      from public.contact_details d where d.customer_id = customer and d.kind = 'shipping_address' and d.removed_at is null
        and d.label is not null limit 300) s
    where s.likeness > of_name order by s.likeness desc, s.label limit 1);
end $$;

-- A customer in a list to choose from.
create function private.hit_json(c public.customers) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('accountNumber', c.account_number, 'name', private.customer_name(c.id), 'erased', c.erased_at is not null,
    'place', (select concat_ws(' ', d.value->>'postcode', d.value->>'city') from private.current_details d
      where d.customer_id = c.id and d.kind = 'billing_address'),
    'stale', exists (select from private.outreach_queue q where q.customer_id = c.id and q.review_on <= private.today()));
end $$;

-- The likeliest twenty of some hits, with what matched. What was typed names a site where a name was found by it.
create function private.hits_json(hits private.search_hit[], typed text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(private.hit_json(c) || jsonb_build_object(
      'matched', case when s.site is null then h.matched else 'site' end, 'matchedText', coalesce(s.site, h.matched_text))
      order by h.score desc, c.account_number), '[]')
    from (select o.* from unnest(hits) o order by o.score desc limit 20) h
    join public.customers c on c.id = h.customer_id
    cross join lateral (select case h.matched when 'name' then private.matched_site(c.id, typed) end as site) s);
end $$;

-- The desk's search: at most twenty customers, likeliest first, with what matched. Searches are POST and not logged.
create function public.desk_search(query text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  if length(query) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  return private.desk_head(reader) || jsonb_build_object('hits',
    private.hits_json(array(select f from private.find_customers(query) f), query));
end $$;
grant execute on function public.desk_search(text) to authenticated;

-- Whose number a call comes from, as search's hits. Where somebody has the whole number, nobody whose number only ends so.
create function public.desk_call(number text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  digits text := ltrim(regexp_replace(number, '\D', '', 'g'), '0');
  hits private.search_hit[];
begin
  if length(number) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  hits := array(select h from (select distinct on (f.customer_id) f.* from private.find_by_number(number, 50) f
    order by f.customer_id, f.score desc) h);
  if exists (select from unnest(hits) h where h.matched_text = '+' || digits) then
    hits := array(select h from unnest(hits) h where h.matched_text = '+' || digits);
  end if;
  return private.desk_head(reader) || jsonb_build_object('hits', private.hits_json(hits, ''));
end $$;
grant execute on function public.desk_call(text) to authenticated;

/* ---------------------------------------------------------------- the record */

-- Everything about a customer on one screen, but what a caller has yet to say; the look is logged.
create function public.desk_record(account text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
  hides_amounts boolean;
begin
  select * into c from public.customers where account_number = account and withdrawn_at is null;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id) values (reader.id, c.id);
  hides_amounts := private.keeps_back(c, 'document_amount', reader.id);
  return private.desk_head(reader) || jsonb_build_object(
    'customer', jsonb_build_object('accountNumber', c.account_number, 'kind', c.kind, 'name', private.customer_name(c.id),
      'country', c.country, 'locale', c.locale, 'birthDate', case when not private.keeps_back(c, 'birth_date', reader.id) then c.birth_date end,
      'yearlySpend', c.yearly_spend, 'contactBy', c.contact_by, 'since', c.created_at, 'erasedAt', c.erased_at),
    'stamp', private.record_stamp(c.id),
    'details', private.details_json(c.id),
    'questions', private.questions(c.id, reader.id),
    'updates', private.history_json(c.id, null, null, 20),
    'lastContact', private.last_contact(c.id),
    'pendingEmails', private.pending_emails(c.id),
    'callerCheck', private.record_caller_check(c.id, reader),
    'logins', (select coalesce(jsonb_agg(jsonb_build_object('email', l.email, 'name', l.name, 'role', l.role,
        'frozen', l.frozen_at is not null) order by l.role desc, l.email), '[]')
      from public.logins l where l.customer_id = c.id and l.ended_at is null),
    'activation', private.activation_json(c.id),
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'kind', d.kind, 'issuedOn', d.issued_on,
        'amount', case when not hides_amounts then d.amount end, 'currency', d.currency)
        order by d.issued_on desc), '[]')
      from (select * from public.documents where customer_id = c.id order by issued_on desc limit 5) d),
    'tasks', (select coalesce(jsonb_agg(private.task_json(t) order by t.due_at), '[]')
      from public.tasks t where t.customer_id = c.id and t.closed_at is null and private.may_work(reader.role, t.role)
        -- promises stand on the record themselves
        and t.cause not in ('commitment_due', 'commitment_overdue')),
    'concerns', private.record_concerns(c.id),
    'note', private.running_note(c.id, reader.id),
    'notes', private.record_notes(c.id),
    'promises', private.record_commitments(c.id, reader),
    'reminders', (select coalesce(jsonb_agg(jsonb_build_object('sentAt', r.created_at, 'medium', r.medium,
        'answeredAt', r.answered_at) order by r.created_at desc), '[]')
      from (select * from public.reminders where customer_id = c.id order by created_at desc limit 5) r));
end $$;
grant execute on function public.desk_record(text) to authenticated;

-- What changes when anything does that a record shows and somebody else may do meanwhile: looked up by the customer's keys.
-- It tells changes apart, not what they are.
create function private.record_stamp(customer uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  return concat_ws(' ',
    (select u.reference from public.updates u where u.customer_id = customer order by u.occurred_at desc, u.id desc limit 1),
    (select count(*) || '.' || coalesce(max(p.created_at)::text, '') from private.email_proofs p where p.customer_id = customer and p.settled_at is null),
    (select count(*) || '.' || count(l.frozen_at) || '.' || coalesce(max(l.created_at)::text, '') from public.logins l
      where l.customer_id = customer and l.ended_at is null),
    (select max(m.moved_at) from public.concerns m where m.customer_id = customer),
    (select count(*) || '.' || coalesce(max(n.saved_at)::text, '') from public.notes n where n.customer_id = customer),
    (select string_agg(k.state || k.open, '.') from (select c.state, count(*) as open from public.commitments c
      where c.customer_id = customer group by c.state order by c.state) k),
    (select count(*) || '.' || count(t.closed_at) from public.tasks t where t.customer_id = customer),
    (select count(d.hold_reason) from public.contact_details d where d.customer_id = customer and d.removed_at is null));
end $$;

-- Whether a record is still as it was shown: its stamp, and the last update in short, without values. Asked every few
-- seconds while the record is open, and no look at it.
create function public.record_pulse(account text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  customer uuid := (select id from public.customers where account_number = account and withdrawn_at is null);
begin
  if customer is null then perform private.refuse('PT404', 'not_found'); end if;
  return jsonb_build_object('stamp', private.record_stamp(customer), 'update',
    (select jsonb_build_object('reference', u.reference, 'occurredAt', u.occurred_at, 'channel', u.channel,
        'by', case when u.actor_staff is not null then 'staff' when u.channel = 'import' then 'import' else 'customer' end,
        'name', (select s.name from public.staff s where s.id = u.actor_staff),
        'kinds', (select jsonb_agg(distinct i.kind) from public.update_items i where i.update_id = u.id))
      from public.updates u where u.customer_id = customer order by u.occurred_at desc, u.id desc limit 1));
end $$;
grant execute on function public.record_pulse(text) to authenticated;

-- When and how somebody of ours last spoke with the customer, as the notes and the history tell; null for never. What was
-- keyed from paper is no contact, and neither is a call that reached nobody, nor what we took back as a mistake of our own.
create function private.last_contact(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('at', o.at, 'channel', o.channel) from (
      (select u.occurred_at as at, u.channel from public.updates u
        where u.customer_id = customer and u.actor_staff is not null and u.channel in ('phone', 'in_person', 'chat')
          and (u.undoes is null or u.identified_by is not null)
        order by u.occurred_at desc limit 1)
      union all
      (select n.occurred_at, n.channel from public.notes n where n.customer_id = customer and n.outcome <> 'not_reached'
        order by n.occurred_at desc limit 1)) o
    order by o.at desc limit 1);
end $$;

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

-- Corrects details while the customer is on the phone, on the word of the agent's own passed check.
-- Returns what save_details returns.
create function public.correct_on_call(account text, changes jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
begin
  return private.correct_for(c, agent, 'phone', private.require_check(c.id, agent.id), changes, request);
end $$;
grant execute on function public.correct_on_call(text, jsonb, uuid) to authenticated;

-- Corrects details across a counter; `identified_by` says what was shown there: id_card or documents.
create function public.correct_at_counter(account text, changes jsonb, identified_by text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
begin
  if identified_by is null or identified_by not in ('documents', 'id_card') then
    perform private.refuse('PT422', 'caller_not_identified');
  end if;
  return private.correct_for(c, agent, 'in_person', array[identified_by], changes, request);
end $$;
grant execute on function public.correct_at_counter(text, jsonb, text, uuid) to authenticated;

-- What both doors do, under the customer's lock.
create function private.correct_for(c public.customers, agent public.staff, channel public.channel, identified_by text[],
  changes jsonb, request uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  actor private.actor := (null, agent.id, null);
  asked private.detail_change[] := private.read_changes(c.id, request, changes);
  plain private.detail_change[] := array(select a from unnest(asked) a where not private.needs_proof(a));
  result jsonb := coalesce(private.proofs_limit(asked), '{"status": "unchanged"}');
begin
  if result->>'status' = 'limited' then return result; end if;
  if plain <> '{}' then result := private.write_one(actor, channel, plain, true, identified_by); end if;
  if result->>'status' = 'conflict' then return result; end if;
  return result || jsonb_build_object('proofs', private.propose_emails(actor, channel, identified_by,
    array(select a from unnest(asked) a where private.needs_proof(a))));
end $$;

/* ---------------------------------------------------------------- taking an update back */

-- Whether an update can be taken back, and if not, why: {"state": possible|undone|email|changed|nothing|beginning}, with the headings
-- ("changed": [{"kind", "label"}]) of what was saved since.
create function private.reversal_json(u public.updates) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  since jsonb := (select jsonb_agg(distinct jsonb_build_object('kind', i.kind, 'label', d.label))
    from public.update_items i join public.contact_details d on d.id = i.detail_id
    where i.update_id = u.id and i.op <> 'confirm' and d.version <> i.version);
begin
  return case
    when not exists (select from public.update_items i where i.update_id = u.id and i.op <> 'confirm') then '{"state": "nothing"}'
    when exists (select from public.update_items i where i.update_id = u.id and i.kind = 'name' and i.op = 'add') then '{"state": "beginning"}'
    when exists (select from public.updates b where b.undoes = u.id) and since is not null then '{"state": "undone"}'
    when exists (select from public.update_items i where i.update_id = u.id and i.kind = 'email' and i.op = 'change') then '{"state": "email"}'
    when since is not null then jsonb_build_object('state', 'changed', 'changed', since)
    else '{"state": "possible"}'
  end::jsonb;
end $$;

-- Whether somebody may take an update back as a mistake of the desk's own, on nobody's word: what they saved themselves within
-- the last day. Supervisors may whatever staff saved. "possible", or why not: no member of staff saved it ("customers"), it
-- came from paper, which two have checked ("paper"), it was saved by somebody else ("others") or longer ago ("old").
create function private.own_mistake(u public.updates, worker public.staff) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case when u.actor_staff is null then 'customers'
    when private.supervises(worker.role) then 'possible'
    when u.written_change_id is not null then 'paper'
    when u.actor_staff <> worker.id then 'others'
    when u.occurred_at < now() - interval '24 hours' then 'old'
    else 'possible' end;
end $$;

-- The page that asks before an update is taken back; the look is logged.
create function public.desk_reversal(account text, reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
  u public.updates;
begin
  select * into c from public.customers o where o.account_number = account and o.withdrawn_at is null and o.erased_at is null;
  select * into u from public.updates o where o.customer_id = c.id and o.reference = desk_reversal.reference;
  if u.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id) values (reader.id, c.id);
  return private.check_page(c, reader) || jsonb_build_object('country', c.country, 'update', private.update_json(u),
    'ownMistake', private.own_mistake(u, reader), 'reversal', private.reversal_json(u));
end $$;
grant execute on function public.desk_reversal(text, text) to authenticated;

-- Takes an update back as one of its own, on somebody's word: `word_of` is "phone" (a passed check of this agent), "id_card" or
-- "documents" (across a counter); or "us", where the desk itself had made the mistake. That one keeps the channel by which
-- reached us what we got wrong, and has nobody's word.
-- Returns {"status": "saved", "reference"}, or {"status": "impossible"} where something was saved since.
create function public.reverse_update(account text, reference text, word_of text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  c public.customers := private.customer_to_check(account);
  u public.updates;
  word text[];
  earlier text;
begin
  select * into u from public.updates o where o.customer_id = c.id and o.reference = reverse_update.reference;
  if u.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if word_of is null or word_of not in ('phone', 'id_card', 'documents', 'us') or word_of = 'us' and u.actor_staff is null then
    perform private.refuse('PT422', 'caller_not_identified');
  end if;
  -- sent twice, it was taken back by the first
  select o.reference into earlier from public.updates o where o.customer_id = c.id and o.request_id = request and o.undoes = u.id and o.actor_staff = agent.id;
  if earlier is not null then return jsonb_build_object('status', 'saved', 'reference', earlier); end if;
  if word_of = 'us' and private.own_mistake(u, agent) <> 'possible' then perform private.refuse('PT422', 'not_your_mistake'); end if;
  word := case word_of when 'phone' then private.require_check(c.id, agent.id) when 'us' then null else array[word_of] end;
  earlier := private.undo_update(u, (null, agent.id, null)::private.actor,
    case word_of when 'phone' then 'phone' when 'us' then u.channel else 'in_person' end::public.channel, request, word);
  return case when earlier is null then '{"status": "impossible"}' else jsonb_build_object('status', 'saved', 'reference', earlier) end;
end $$;
grant execute on function public.reverse_update(text, text, text, uuid) to authenticated;

-- The one way in: every change of a contact detail, from every channel, ends in private.write_update.

-- Who acts: somebody signed in, staff, or the holder of a signed link that a mail or letter brought.
create type private.actor as (login_id uuid, staff_id uuid, link_id uuid);

-- One change that somebody asks for. `detail_id` is null for an addition (an import names new sites itself); `version` is the one that the person saw;
-- a null `label` or `site_id` leaves a change's detail where it is, '' and the id of all zeros take them away;
-- `valid_from` null means today, a day ahead makes a change a move; `verified` says that control of an email address was proven;
-- `confirmed_at` is read for imports only, everybody else confirms now.
create type private.detail_change as (
  customer_id uuid, request_id uuid, op text, detail_id uuid, kind public.detail_kind, value jsonb, label text,
  site_id uuid, version int, valid_from date, verified boolean, confirmed_at timestamptz
);

-- A change beside what it meets: the detail's version and value, and what follows from that.
create type private.planned_change as (
  customer_id uuid, request_id uuid, op text, detail_id uuid, kind public.detail_kind, value jsonb, label text,
  site_id uuid, valid_from date, verified boolean, confirmed_at timestamptz,
  seen_version int, version int, before jsonb, replaced_value bigint, replaced_until date, known_since date,
  verdict text, update_id uuid, replaces uuid, label_before text, site_before uuid, ended_move bigint, was jsonb
);

-- Whether `value` has the shape of its kind and the customer's kind. Zod says the same to people, with sentences;
-- this guards against everything that does not come through the site. In plpgsql, whose expressions cost a tenth of an
-- SQL function's: an import asks four times a line.
create function private.has_shape(kind public.detail_kind, customer_kind public.customer_kind, value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  written text := value::text;
begin
  -- control characters, as they are or as jsonb escapes them
  if written is null or length(written) > 1500 or written ~ '[\u007f-\u009f]'
    or position('\' in written) > 0 and written ~ '(^|[^\\])(\\\\)*\\[bfnrtu]'
  then return false; end if;
  return coalesce(case
    when kind in ('name', 'billing_address', 'shipping_address') and jsonb_typeof(value) <> 'object' then false
    when kind = 'name' and customer_kind = 'company' then
      jsonb_typeof(value->'company') = 'string' and length(trim(value->>'company')) between 1 and 200 and value - 'company' = '{}'
    when kind = 'name' then
      jsonb_typeof(value->'given') = 'string' and jsonb_typeof(value->'family') = 'string'
      and value - array['given', 'family'] = '{}'
      and length(trim((value->>'given') || (value->>'family'))) between 1 and 200
    when kind in ('billing_address', 'shipping_address') then
      value ?& array['country', 'lines', 'postcode', 'city', 'area']
      and jsonb_typeof(value->'country') = 'string' and jsonb_typeof(value->'postcode') = 'string'
      and jsonb_typeof(value->'city') = 'string' and jsonb_typeof(value->'area') = 'string'
      and value - array['country', 'lines', 'postcode', 'city', 'area']
        - case kind when 'shipping_address' then array['contact', 'hints'] else '{}' end = '{}'
      and (not value ? 'contact' or jsonb_typeof(value->'contact') = 'string' and length(trim(value->>'contact')) between 1 and 100)
      and (not value ? 'hints' or jsonb_typeof(value->'hints') = 'string' and length(trim(value->>'hints')) between 1 and 300)
      and value->>'country' ~ '^[A-Z]{2}$' and jsonb_typeof(value->'lines') = 'array'
      and jsonb_array_length(value->'lines') between 1 and 3
      and not jsonb_path_exists(value, 'strict $.lines[*] ? (@.type() != "string")')
      and length(trim(value->'lines'->>0)) > 0
    when kind in ('phone', 'fax') then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^\+[1-9][0-9]{3,14}$'
    when kind = 'email' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 254
      and value #>> '{}' ~ '^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]+$'
  end, false);
end $$;

-- What a change is about to take from a detail beside its value and its place: {"hold", "primary"} as they were, and of a
-- cancelled move the day ("from"); null for nothing.
create function private.what_goes(op text, d public.contact_details, planned_for date) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if op not in ('change', 'remove', 'cancel') then return null; end if;
  return nullif(jsonb_strip_nulls(jsonb_build_object(
      'hold', case when op <> 'cancel' then d.hold_reason end,
      'primary', case when op = 'remove' and d.is_primary then true end,
      'from', case when op = 'cancel' then planned_for end)), '{}');
end $$;

-- An address from a source that knows nothing of who receives there and how to deliver: it keeps what `before` says of that.
create function private.with_delivery(kind public.detail_kind, value jsonb, before jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if kind <> 'shipping_address' or before is null then return value; end if;
  return jsonb_strip_nulls(jsonb_build_object('contact', before->'contact', 'hints', before->'hints')) || value;
end $$;

-- Looks at each change beside the detail as it is now, under the customers' locks. A change that leaves the value is the op
-- 'place': a new label or another site, which says nothing about whether the value is right.
-- A change to the value that counts already, from a day ahead, cancels what was planned. `ended_move` is the planned value
-- that is not to come: where another is planned, where today's value is changed to it, where it is cancelled or the detail
-- goes. A correction of today's value leaves it standing.
-- The op 'restore' brings back a detail that was removed, with the value that it then had.
-- Verdicts: go; same (nothing to do); conflict (somebody else saved this detail since it was seen);
-- missing (no such detail of this customer, which nobody is told apart from another customer's).
create function private.plan_changes(changes private.detail_change[]) returns private.planned_change[]
language plpgsql stable set search_path = '' as $$
declare
  uuid_nil constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  return (select array_agg((
    c.customer_id, c.request_id, s.op, coalesce(d.id, case when c.op = 'add' then coalesce(c.detail_id, private.new_id()) end),
    coalesce(d.kind, c.kind), case s.op when 'cancel' then v.value else c.value end, s.label, s.site_id, s.starts_on, c.verified, c.confirmed_at,
    c.version, coalesce(d.version, 0), case s.op when 'cancel' then planned.value else v.value end, v.id,
    case when s.starts_on is null and s.op = 'change' and c.value is distinct from planned.value then upper(v.valid) end, v.known_since,
    case
      when c.op = 'add' then case when d.id is null and c.kind is not null and (c.site_id is null or site.id is not null
        or exists (select from unnest(changes) s where s.detail_id = c.site_id and s.kind = 'shipping_address'))
        then 'go' else 'missing' end
      when d.id is null or c.op = 'change' and c.site_id <> uuid_nil and site.id is null then 'missing'
      when d.removed_at is null and case s.op
          when 'place' then true
          when 'change' then s.starts_on = m.starts_on and c.value = planned.value
          when 'cancel' then m.detail_id is null end
        and s.label is not distinct from d.label and s.site_id is not distinct from d.site_id then 'same'
      when c.op = 'make_primary' and d.is_primary then 'same'
      when (d.removed_at is null) = (c.op = 'restore') or d.version is distinct from c.version then 'conflict'
      else 'go'
    end, null::uuid,
    case when c.op = 'make_primary' then (select o.id from public.contact_details o
      where o.customer_id = c.customer_id and o.kind = d.kind and o.is_primary and o.removed_at is null) end,
    d.label, d.site_id,
    case when s.op in ('remove', 'cancel') or s.starts_on is not null or s.op = 'change' and c.value = planned.value then m.value_id end,
    private.what_goes(s.op, d, m.starts_on))::private.planned_change
    order by c.customer_id, c.place)
  from (select u.*, ordinality as place from unnest(changes) with ordinality as u(customer_id, request_id, op, detail_id,
      kind, value, label, site_id, version, valid_from, verified, confirmed_at, ordinality)) c
  left join public.contact_details d on d.id = c.detail_id and d.customer_id = c.customer_id
  left join public.contact_detail_values v on v.detail_id = d.id and v.valid @> (select private.today())
  left join private.moves m on m.detail_id = d.id and m.starts_on > (select private.today())
  left join public.contact_detail_values planned on planned.id = m.value_id
  cross join lateral (select
    case when c.op <> 'change' or c.value is distinct from v.value then c.op
      when c.valid_from > (select private.today()) and m.detail_id is not null then 'cancel' else 'place' end as op,
    case when c.op <> 'change' or c.value is distinct from v.value then nullif(c.valid_from, (select private.today())) end as starts_on,
    case c.op when 'add' then nullif(c.label, '') when 'change' then nullif(coalesce(c.label, d.label), '') else d.label end as label,
    case c.op when 'add' then c.site_id when 'change' then nullif(coalesce(c.site_id, d.site_id), uuid_nil)
      -- a site that is gone and does not come back with it
      when 'restore' then (select o.id from public.contact_details o where o.id = d.site_id
        and (o.removed_at is null or exists (select from unnest(changes) r where r.detail_id = o.id and r.op = 'restore')))
      else d.site_id end as site_id) s
  left join public.contact_details site on site.id = c.site_id and site.customer_id = c.customer_id
    and site.kind = 'shipping_address' and site.removed_at is null);
end $$;

-- What the second of two people is shown: the value saved meanwhile and what is planned, by whom and how, with the version
-- to answer with.
create function private.conflict_json(p private.planned_change) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('detail', p.detail_id, 'kind', p.kind, 'op', p.op, 'label', p.label, 'version', p.version,
    'yours', p.value, 'theirs', p.before, 'from', p.valid_from, 'upcoming', private.upcoming_json(p.detail_id), 'channel', u.channel, 'at', u.occurred_at,
    'by', case when u.actor_staff is not null then 'staff' when u.channel = 'import' then 'import' else 'customer' end)
  from (select i.update_id from public.update_items i where i.detail_id = p.detail_id and i.op <> 'confirm'
    order by i.id desc limit 1) last
  join public.updates u on u.id = last.update_id;
$$;

-- Refuses what no honest form sends: foreign details, values of the wrong shape, a detail or a customer's request
-- twice in one set, two primaries of a kind, a second name or billing address, more details than the limits allow, the
-- removal of a site while something still belongs to it, a move of an email address (which its code makes count) or to a
-- day that is over or further than a year ahead.
create function private.check_plan(plan private.planned_change[]) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select from unnest(plan) p where p.verdict = 'missing') then
    perform private.refuse('PT404', 'not_found');
  end if;
  if exists (select from unnest(plan) p left join public.customers c on c.id = p.customer_id
    where p.op in ('add', 'change', 'restore') and not private.has_shape(p.kind, c.kind, p.value)
      or p.op is null or p.op not in ('add', 'change', 'remove', 'confirm', 'make_primary', 'place', 'cancel', 'restore')
      or p.op = 'make_primary' and p.kind in ('name', 'billing_address')
      or p.op in ('add', 'change', 'place') and p.site_id is not null and p.kind not in ('phone', 'fax', 'email')
      or length(p.label) > 100 or p.label ~ '[\u0001-\u001f\u007f-\u009f]'
      or p.op = 'add' and p.kind in ('name', 'billing_address') and exists (
        select from private.current_details d where d.customer_id = p.customer_id and d.kind = p.kind)
      or p.op = 'remove' and p.kind in ('name', 'billing_address') and c.withdrawn_at is null and c.erased_at is null
      or c.erased_at is not null and p.op <> 'remove'
      or p.valid_from is not null and (p.op <> 'change' or p.kind = 'email'
        or p.valid_from not between (select private.today()) and (select private.today() + interval '1 year')))
    or exists (select from unnest(plan) p group by p.detail_id having count(*) > 1)
    or exists (select from unnest(plan) p where p.op = 'make_primary' group by p.customer_id, p.kind having count(*) > 1)
    or exists (select from unnest(plan) p group by p.customer_id having count(distinct p.request_id) > 1)
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if exists (select from unnest(plan) p join public.contact_details d
    on d.customer_id = p.customer_id and d.site_id = p.detail_id and d.removed_at is null
    where p.op = 'remove' and not exists (select from unnest(plan) o where o.detail_id = d.id
      and (o.op = 'remove' or o.op in ('change', 'place') and o.site_id is distinct from p.detail_id)))
    or exists (select from unnest(plan) p join unnest(plan) o on o.site_id = p.detail_id and o.op in ('add', 'change', 'place')
      where p.op = 'remove')
  then perform private.refuse('PT422', 'site_has_details');
  end if;
  if exists (
    select from (select p.customer_id, count(*) as added from unnest(plan) p where p.op in ('add', 'restore') group by 1) a
    join public.customers c on c.id = a.customer_id
    where a.added + (select count(*) from public.contact_details d where d.customer_id = c.id and d.removed_at is null)
      > case c.kind when 'person' then 100 else 2000 end)
  then perform private.refuse('PT422', 'too_many_details');
  end if;
end $$;

-- Takes over the moves whose day has come: from here on the detail's row speaks for the value that counts. What spoke
-- against the value before goes with it. Whatever stamps a detail calls this first.
create function private.settle_moves(details uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  with come as (
    delete from private.moves m where m.detail_id = any (details) and m.starts_on <= private.today() returning *
  )
  update public.contact_details d set confirmed_at = c.confirmed_at, confirmed_by = c.confirmed_by,
    confirmed_login = c.confirmed_login, channel = c.channel, review_on = c.review_on, hold_reason = null
  from come c where d.id = c.detail_id;
end $$;

-- Ends a planned value before its day comes, and the mails about it that have not left: nothing is told twice.
create function private.end_move(planned bigint) returns void
language plpgsql set search_path = '' as $$
declare
  told uuid;
begin
  delete from private.moves m where m.value_id = planned;
  update public.contact_detail_values v set valid = 'empty' where v.id = planned returning v.update_id into told;
  update private.outbox o set state = 'cancelled'
  where o.update_id = told and o.kind in ('receipt', 'change_announced') and o.state in ('queued', 'waiting')
    and not exists (select from public.update_items i where i.update_id = told and not private.is_cancelled(i));
end $$;

-- Keeps what is planned, with its own freshness: it is due for review as if it was confirmed on its first day.
create function private.plan_moves(plan private.planned_change[], actor private.actor, channel public.channel) returns void
language sql set search_path = '' as $$
  insert into private.moves (detail_id, value_id, starts_on, confirmed_at, confirmed_by, confirmed_login, channel, review_on)
  select p.detail_id, v.id, p.valid_from, now(), case when actor.staff_id is not null then 'staff' else 'customer' end,
    actor.login_id, plan_moves.channel, private.review_day(p.kind, private.midnight(p.valid_from), p.valid_from)
  from unnest(plan) p
  join public.contact_detail_values v on v.detail_id = p.detail_id and v.update_id = p.update_id
  where p.valid_from is not null;
$$;

-- Stores the planned values: closes the range of what is replaced, splitting it where the new value starts later, and gives
-- it back the days that a move does not take.
create function private.store_values(plan private.planned_change[]) returns void
language plpgsql set search_path = '' as $$
declare
  today date := private.today();
  each private.planned_change;
begin
  -- One by one, as in store_details.
  foreach each in array array(select p from unnest(plan) p where p.op in ('change', 'remove', 'cancel')) loop
    if each.ended_move is not null then perform private.end_move(each.ended_move); end if;
    update public.contact_detail_values v
    set valid = daterange(lower(v.valid), case when each.op <> 'cancel' then coalesce(each.valid_from, today) end)
    where v.id = each.replaced_value;
  end loop;

  insert into public.contact_detail_values (detail_id, value, valid, known_since, update_id)
  select p.detail_id, p.value, daterange(coalesce(p.valid_from, today), p.replaced_until),
    coalesce(p.confirmed_at::date, today), p.update_id
  from unnest(plan) p where p.op in ('add', 'change', 'restore');
end $$;

-- Restamps versions and freshness. Confirming raises no version. What is planned or cancelled for a day ahead raises it, so
-- that it meets a newer edit as a conflict, and leaves alone how the value that counts until then is known.
create function private.store_details(plan private.planned_change[], actor private.actor, channel public.channel) returns void
language plpgsql set search_path = '' as $$
declare
  today date := private.today();
  each private.planned_change;
  lost private.planned_change[] := '{}';
  word_of text := case when channel = 'import' then 'import' when actor.staff_id is not null then 'staff' else 'customer' end;
begin
  insert into public.contact_details (id, customer_id, kind, label, site_id, is_primary, verified_at,
    confirmed_at, confirmed_by, confirmed_login, channel, review_on)
  select p.detail_id, p.customer_id, p.kind, p.label, p.site_id,
    row_number() over (partition by p.customer_id, p.kind order by p.place) = 1 and not exists (
      select from public.contact_details d where d.customer_id = p.customer_id and d.kind = p.kind
        and d.is_primary and d.removed_at is null),
    case when p.verified then now() end,
    s.confirmed_at, case when s.confirmed_at is not null then word_of end, actor.login_id, store_details.channel,
    -- as private.review_day says it, with the policy looked up once
    case when s.confirmed_at is null then today else (s.confirmed_at + make_interval(months => policy.months))::date end
  from (select row_number() over () as place, u.* from unnest(plan) u) p
  join public.review_policy policy on policy.kind = p.kind,
  lateral (select case when store_details.channel = 'import' then p.confirmed_at else now() end as confirmed_at) s
  where p.op = 'add'
  order by p.site_id nulls first;

  -- Found one by one through their key. As a join, these would be planned by what the tables held when they were last
  -- counted, and in a database that is being filled that plan may compare each detail with the whole set.
  foreach each in array array(select p from unnest(plan) p where p.op not in ('add', 'make_primary', 'place')) loop
    if each.valid_from is not null or each.op = 'cancel' then
      update public.contact_details d set version = d.version + 1, label = each.label, site_id = each.site_id where d.id = each.detail_id;
      continue;
    end if;
    update public.contact_details d set
      version = d.version + case when each.op = 'confirm' then 0 else 1 end,
      label = each.label,
      site_id = each.site_id,
      verified_at = case when each.verified then now() when each.op <> 'change' then d.verified_at end,
      confirmed_at = s.confirmed_at,
      confirmed_by = case when s.confirmed_at is not null then word_of end,
      confirmed_login = actor.login_id,
      channel = case when each.op = 'remove' then d.channel else store_details.channel end,
      review_on = private.review_day(d.kind, s.confirmed_at, coalesce(each.known_since, today)),
      hold_reason = case when each.op = 'change' then null else d.hold_reason end,
      is_primary = d.is_primary and each.op <> 'remove',
      removed_at = case when each.op = 'remove' then now() end
    from public.contact_details o,
    -- an import never makes a detail older than it is known to be
    lateral (select case when store_details.channel = 'import' and each.op = 'confirm' then greatest(each.confirmed_at, o.confirmed_at)
      when store_details.channel = 'import' then each.confirmed_at else now() end as confirmed_at) s
    where d.id = each.detail_id and o.id = each.detail_id;
    if each.op = 'restore' then perform private.stand_again(each); end if;
    continue when each.op <> 'remove';
    update private.email_proofs e set settled_at = now() where e.detail_id = each.detail_id and e.settled_at is null;
    lost := lost || each;
  end loop;

  -- the oldest of those left takes the place of a removed primary
  foreach each in array lost loop
    update public.contact_details d set is_primary = true
    where d.id = (select o.id from public.contact_details o
        where o.customer_id = each.customer_id and o.kind = each.kind and o.removed_at is null order by o.created_at, o.id limit 1)
      and not exists (select from public.contact_details o
        where o.customer_id = each.customer_id and o.kind = each.kind and o.is_primary and o.removed_at is null);
  end loop;
  foreach each in array array(select p from unnest(plan) p where p.op = 'place') loop
    update public.contact_details d set version = d.version + 1, label = each.label, site_id = each.site_id where d.id = each.detail_id;
  end loop;
  foreach each in array array(select p from unnest(plan) p where p.op = 'make_primary') loop
    perform private.make_primary(each);
  end loop;
end $$;

-- A detail that comes back stands first again if it did, or if nothing stands first now.
create function private.stand_again(p private.planned_change) returns void
language plpgsql set search_path = '' as $$
declare
  first_before boolean := (select coalesce((i.was->>'primary')::boolean, false) from public.update_items i
    where i.detail_id = p.detail_id and i.op = 'remove' order by i.id desc limit 1);
begin
  update public.contact_details d set is_primary = false
  where first_before and d.customer_id = p.customer_id and d.kind = p.kind and d.is_primary and d.removed_at is null;
  update public.contact_details d set is_primary = true
  where d.id = p.detail_id and not exists (select from public.contact_details o
    where o.customer_id = p.customer_id and o.kind = p.kind and o.is_primary and o.removed_at is null);
end $$;

-- Puts a detail first among those of its kind. Says nothing about whether its value is right, so its freshness stays; the
-- one that stood there keeps its version, for nothing that it says has changed.
create function private.make_primary(p private.planned_change) returns void
language plpgsql set search_path = '' as $$
begin
  update public.contact_details d set is_primary = false
  where d.customer_id = p.customer_id and d.kind = p.kind and d.is_primary and d.removed_at is null;
  update public.contact_details d set is_primary = true, version = d.version + 1 where d.id = p.detail_id;
end $$;

-- Keeps the numbers that are replaced or removed as such, for search: people call from them long after.
create function private.remember_numbers(plan private.planned_change[]) returns void
language sql set search_path = '' as $$
  insert into private.search_keys (detail_id, kind, key, customer_id)
  select p.detail_id, 'former_number', reverse(regexp_replace(p.before #>> '{}', '\D', '', 'g')), p.customer_id
  from unnest(plan) p where p.kind in ('phone', 'fax') and p.op in ('change', 'remove') and p.before is not null
  on conflict do nothing;
$$;

-- Saves sets of changes: one update for each customer among `changes`, or for that customer nothing at all.
-- Nobody may execute it directly; its doors take actor and channel from the token, the staff role or the row they act on.
-- For each customer returns status: saved, unchanged (every value was already so), conflict (with both values;
-- nothing is saved), repeated (this request id was saved before: its first result). Refuses with PT404 and PT422
-- what no honest form sends.
create function private.write_update(actor private.actor, channel public.channel, changes private.detail_change[],
  with_receipt boolean default true, identified_by text[] default null, written_change uuid default null, undoes uuid default null)
returns table (customer_id uuid, status text, update_id uuid, reference text, conflicts jsonb)
-- Every statement in here looks up what it needs by its key, for three changes as for four thousand: there is nothing to
-- gain from planning it anew for each set, which would take longer than a save itself.
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  plan private.planned_change[];
  earlier public.updates[];
  conflicted uuid[];
  written uuid[];
  touched uuid[];
  moving boolean;
begin
  -- In the order of ids, so that two sets never wait for each other; every function that changes something of a
  -- customer takes this lock first.
  perform from public.customers c where c.id in (select c.customer_id from unnest(changes) c) order by c.id for no key update;

  -- Looked up one by one through their index: in a set of thousands any other plan reads all updates there are.
  earlier := array(select u
    from (select distinct c.customer_id, c.request_id from unnest(changes) c) asked,
      lateral (select * from public.updates u where u.customer_id = asked.customer_id and u.request_id = asked.request_id limit 1) u
    where u.actor_login is not distinct from actor.login_id and u.actor_staff is not distinct from actor.staff_id
      and u.actor_link is not distinct from actor.link_id);
  return query select e.customer_id, 'repeated', e.id, e.reference, null::jsonb from unnest(earlier) e;
  changes := array(select c from unnest(changes) c where not exists (
    select from unnest(earlier) e where e.customer_id = c.customer_id and e.request_id = c.request_id));
  if changes = '{}' then return; end if;

  perform private.settle_moves(array(select c.detail_id from unnest(changes) c));
  plan := private.plan_changes(changes);
  perform private.check_plan(plan);

  return query
    select p.customer_id, 'conflict', null::uuid, null::text, jsonb_agg(private.conflict_json(p))
    from unnest(plan) p where p.verdict = 'conflict' group by p.customer_id;
  return query
    select p.customer_id, 'unchanged', null::uuid, null::text, null::jsonb
    from unnest(plan) p group by p.customer_id having every(p.verdict = 'same');

  conflicted := array(select p.customer_id from unnest(plan) p where p.verdict = 'conflict');
  plan := array(select p from unnest(plan) p where p.verdict = 'go' and p.customer_id <> all (conflicted));
  if plan = '{}' then return; end if;

  with saved as (
    insert into public.updates (reference, customer_id, channel, actor_login, actor_staff, actor_link, identified_by, request_id, written_change_id, undoes)
    select private.next_reference(), p.customer_id, write_update.channel, actor.login_id, actor.staff_id, actor.link_id,
      write_update.identified_by, p.request_id, write_update.written_change, write_update.undoes
    from unnest(plan) p group by p.customer_id, p.request_id
    returning *
  )
  select array_agg(s.id), array_agg(s.customer_id) into written, touched from saved s;
  -- not as a join, which need not keep the order: the first of a kind to be added becomes its primary
  plan := array(select (p.customer_id, p.request_id, p.op, p.detail_id, p.kind, p.value, p.label, p.site_id, p.valid_from,
      p.verified, p.confirmed_at, p.seen_version, p.version, p.before, p.replaced_value, p.replaced_until, p.known_since,
      p.verdict, (select u.id from public.updates u where u.customer_id = p.customer_id and u.request_id = p.request_id),
      p.replaces, p.label_before, p.site_before, p.ended_move, p.was)::private.planned_change
    from unnest(plan) p);

  perform private.store_details(plan, actor, channel);
  perform private.store_values(plan);
  insert into public.update_items (update_id, detail_id, kind, op, label, before, after, version, label_before, site_before, site_id, replaces,
    valid_from, was)
  select p.update_id, p.detail_id, p.kind, case p.op when 'restore' then 'add' else p.op end, p.label, p.before,
    case when p.op in ('confirm', 'make_primary', 'place') then p.before when p.op <> 'remove' then p.value end,
    p.version + case p.op when 'confirm' then 0 else 1 end, p.label_before, p.site_before, p.site_id, p.replaces,
    coalesce(p.valid_from, (p.was->>'from')::date), nullif(p.was - 'from', '{}')
  from unnest(plan) p;
  moving := exists (select from unnest(plan) p where p.valid_from is not null);
  if moving then perform private.plan_moves(plan, actor, channel); end if;

  perform private.close_reminders(touched);
  if with_receipt then
    perform private.queue_receipts(array(select distinct p.update_id from unnest(plan) p where p.op <> 'confirm'));
    if moving then perform private.announce_moves(written); end if;
  end if;
  perform private.remember_numbers(plan);
  perform private.index_customers(touched, array(select (p.detail_id, p.customer_id, p.kind, p.label, p.value)::private.indexed_detail
    from unnest(plan) p where p.op = 'add' and p.valid_from is null));
  perform private.rank_customers(touched);

  return query
    select u.customer_id, 'saved', u.id, u.reference, null::jsonb from public.updates u where u.id = any (written);
end $$;

-- The changes of one form: [{"op": add|change|remove|make_primary|cancel, "detail", "kind", "value", "label", "site", "version",
-- "from"}]. Without "label" or "site" a changed detail stays where it is; null or "" takes them away. `from` is the day ahead
-- from which a change counts; a form that lay open over midnight counts at once.
create function private.read_changes(customer uuid, request uuid, changes jsonb) returns private.detail_change[]
language plpgsql stable set search_path = '' as $$
begin
  if request is null or jsonb_typeof(changes) is distinct from 'array' or jsonb_array_length(changes) not between 1 and 200
    or exists (select from jsonb_array_elements(changes) c where coalesce(c->>'op', '') not in ('add', 'change', 'remove', 'make_primary', 'cancel')
      or c->>'from' is not null and private.day_written(c->>'from') is null)
  then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return array(select (customer, request, c.op, case when c.op <> 'add' then c.detail end, c.kind, c.value,
      case when one ? 'label' then trim(coalesce(c.label, '')) end,
      case when one ? 'site' and c.op = 'change' then coalesce(c.site, '00000000-0000-0000-0000-000000000000') else c.site end,
      c.version, private.day_written(c."from"), false, null)::private.detail_change
    from jsonb_array_elements(changes) one,
      jsonb_to_record(one) as c(op text, detail uuid, kind public.detail_kind, value jsonb, label text, site uuid, version int, "from" text));
end $$;

-- A day as a form writes it ("2026-12-01"); null for what is none.
create function private.day_written(written text) returns date
language plpgsql immutable set search_path = '' as $$
declare
  parts int[] := regexp_match(written, '^(\d{4})-(\d{2})-(\d{2})$')::int[];
begin
  if parts is null or not parts[2] between 1 and 12 or not parts[3] between 1 and 31 or parts[1] = 0 then return null; end if;
  -- the 31st of a month of thirty days runs over into the next
  return (select day::date from (select make_date(parts[1], parts[2], 1) + parts[3] - 1 as day) d where extract(month from day) = parts[2]);
end $$;

-- The single result of a write as a page gets it: {"status", "reference", "conflicts"}.
create function private.write_one(actor private.actor, channel public.channel, changes private.detail_change[],
  with_receipt boolean default true, identified_by text[] default null, written_change uuid default null) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('status', status, 'reference', reference, 'conflicts', conflicts)
  from private.write_update(actor, channel, changes, with_receipt, identified_by, written_change) limit 1;
$$;

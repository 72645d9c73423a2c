-- The one way in: every change of a contact detail, from every channel, ends in private.write_update.

create type private.actor as (login_id uuid, staff_id uuid);

-- One change that somebody asks for. `detail_id` is null for an addition (an import names new sites itself); `version` is the one that the person saw;
-- `valid_from` null means today; `verified` says that control of an email address was proven;
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
  verdict text, update_id uuid
);

-- Whether all of `parts` are texts.
create function private.are_texts(variadic parts jsonb[]) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(bool_and(coalesce(jsonb_typeof(part) = 'string', false)), false) from unnest(parts) part;
$$;

-- Whether `value` has the shape of its kind and the customer's kind. Zod says the same to people, with sentences;
-- this guards against everything that does not come through the site.
create function private.has_shape(kind public.detail_kind, customer_kind public.customer_kind, value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(case
    -- control characters, as they are or as jsonb escapes them
    when value::text ~ '[\u007f-\u009f]' or value::text ~ '(^|[^\\])(\\\\)*\\[bfnrtu]' then false
    when length(value::text) > 1500 then false
    when kind = 'name' and customer_kind = 'company' then
      private.are_texts(value->'company') and length(trim(value->>'company')) between 1 and 200 and value - 'company' = '{}'
    when kind = 'name' then
      private.are_texts(value->'given', value->'family') and value - array['given', 'family'] = '{}'
      and length(trim((value->>'given') || (value->>'family'))) between 1 and 200
    when kind in ('billing_address', 'shipping_address') then
      private.are_texts(value->'country', value->'postcode', value->'city', value->'area')
      and value - array['country', 'lines', 'postcode', 'city', 'area'] = '{}'
      and value->>'country' ~ '^[A-Z]{2}$' and jsonb_typeof(value->'lines') = 'array'
      and jsonb_array_length(value->'lines') between 1 and 3
      and private.are_texts(variadic array(select jsonb_array_elements(value->'lines'))) and length(trim(value->'lines'->>0)) > 0
    when kind in ('phone', 'fax') then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^\+[1-9][0-9]{3,14}$'
    when kind = 'email' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 254
      and value #>> '{}' ~ '^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]+$'
  end, false);
$$;

-- Looks at each change beside the detail as it is now, under the customers' locks.
-- Verdicts: go; same (nothing to do); conflict (somebody else saved this detail since it was seen);
-- missing (no such detail of this customer, which nobody is told apart from another customer's).
create function private.plan_changes(changes private.detail_change[]) returns private.planned_change[]
language sql stable set search_path = '' as $$
  select array_agg((
    c.customer_id, c.request_id, c.op, coalesce(d.id, case when c.op = 'add' then coalesce(c.detail_id, gen_random_uuid()) end),
    coalesce(d.kind, c.kind), c.value, case c.op when 'add' then c.label when 'change' then coalesce(c.label, d.label) else d.label end,
    coalesce(c.site_id, d.site_id), c.valid_from, c.verified, c.confirmed_at,
    c.version, coalesce(d.version, 0), v.value, v.id, upper(v.valid), v.known_since,
    case
      when c.op = 'add' then case when d.id is null and c.kind is not null and (c.site_id is null or site.id is not null
        or exists (select from unnest(changes) s where s.detail_id = c.site_id and s.kind = 'shipping_address'))
        then 'go' else 'missing' end
      when d.id is null then 'missing'
      when c.op = 'change' and c.value = v.value and d.removed_at is null and coalesce(c.label, d.label) is not distinct from d.label
        then 'same'
      when d.removed_at is not null or d.version is distinct from c.version then 'conflict'
      else 'go'
    end, null::uuid)::private.planned_change
    order by c.customer_id, c.place)
  from (select u.*, ordinality as place from unnest(changes) with ordinality as u(customer_id, request_id, op, detail_id,
      kind, value, label, site_id, version, valid_from, verified, confirmed_at, ordinality)) c
  left join public.contact_details d on d.id = c.detail_id and d.customer_id = c.customer_id
  left join public.contact_detail_values v on v.detail_id = d.id and v.valid @> coalesce(c.valid_from, private.today())
  left join public.contact_details site on site.id = c.site_id and site.customer_id = c.customer_id
    and site.kind = 'shipping_address' and site.removed_at is null;
$$;

-- What the second of two people is shown: the value saved meanwhile, by whom and how, with the version to answer with.
create function private.conflict_json(p private.planned_change) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('detail', p.detail_id, 'kind', p.kind, 'op', p.op, 'label', p.label, 'version', p.version,
    'yours', p.value, 'theirs', p.before, 'channel', u.channel, 'at', u.occurred_at,
    'by', case when u.actor_staff is not null then 'staff' when u.actor_login is not null then 'customer' else 'import' end)
  from (select i.update_id from public.update_items i where i.detail_id = p.detail_id and i.op <> 'confirm'
    order by i.id desc limit 1) last
  join public.updates u on u.id = last.update_id;
$$;

-- Refuses what no honest form sends: foreign details, values of the wrong shape, a detail or a customer's request
-- twice in one set, a second name or billing address, more details than the limits allow.
create function private.check_plan(plan private.planned_change[]) returns void
language plpgsql stable set search_path = '' as $$
begin
  if exists (select from unnest(plan) p where p.verdict = 'missing') then
    perform private.refuse('PT404', 'not_found');
  end if;
  if exists (select from unnest(plan) p join public.customers c on c.id = p.customer_id
    where p.op in ('add', 'change') and not private.has_shape(p.kind, c.kind, p.value)
      or p.op is null or p.op not in ('add', 'change', 'remove', 'confirm')
      or length(p.label) > 100 or p.label ~ '[\u0001-\u001f\u007f-\u009f]'
      or p.op = 'add' and p.kind in ('name', 'billing_address') and exists (
        select from private.current_details d where d.customer_id = p.customer_id and d.kind = p.kind)
      or p.op = 'remove' and p.kind in ('name', 'billing_address')
      or p.valid_from < private.today())
    or exists (select from unnest(plan) p group by p.detail_id having count(*) > 1)
    or exists (select from unnest(plan) p group by p.customer_id having count(distinct p.request_id) > 1)
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if exists (select from unnest(plan) p join public.contact_details d on d.site_id = p.detail_id and d.removed_at is null
    where p.op = 'remove' and not exists (select from unnest(plan) o where o.op = 'remove' and o.detail_id = d.id))
  then perform private.refuse('PT422', 'site_has_details');
  end if;
  if exists (
    select from (select p.customer_id, count(*) as added from unnest(plan) p where p.op = 'add' group by 1) a
    join public.customers c on c.id = a.customer_id
    where a.added + (select count(*) from public.contact_details d where d.customer_id = c.id and d.removed_at is null)
      > case c.kind when 'person' then 100 else 2000 end)
  then perform private.refuse('PT422', 'too_many_details');
  end if;
end $$;

-- Stores the planned values: closes the range of what is replaced, splitting it where the new value starts later.
create function private.store_values(plan private.planned_change[]) returns void
language plpgsql set search_path = '' as $$
declare
  today date := private.today();
begin
  update public.contact_detail_values v set valid = daterange(lower(v.valid), coalesce(p.valid_from, today))
  from unnest(plan) p where v.id = p.replaced_value and p.op in ('change', 'remove');

  -- what was to come after a removed detail never comes
  update public.contact_detail_values v set valid = 'empty'
  from unnest(plan) p where v.detail_id = p.detail_id and p.op = 'remove' and lower(v.valid) >= coalesce(p.valid_from, today);

  insert into public.contact_detail_values (detail_id, value, valid, known_since, update_id)
  select p.detail_id, p.value, daterange(coalesce(p.valid_from, today), p.replaced_until),
    coalesce(p.confirmed_at::date, today), p.update_id
  from unnest(plan) p where p.op in ('add', 'change');
end $$;

-- Restamps versions and freshness. Confirming raises no version.
create function private.store_details(plan private.planned_change[], actor private.actor, channel public.channel) returns void
language plpgsql set search_path = '' as $$
declare
  word_of text := case when channel = 'import' then 'import' when actor.login_id is not null then 'customer' else 'staff' end;
begin
  insert into public.contact_details (id, customer_id, kind, label, site_id, is_primary, verified_at,
    confirmed_at, confirmed_by, confirmed_login, channel, review_on)
  select p.detail_id, p.customer_id, p.kind, p.label, p.site_id,
    row_number() over (partition by p.customer_id, p.kind order by p.place) = 1 and not exists (
      select from public.contact_details d where d.customer_id = p.customer_id and d.kind = p.kind
        and d.is_primary and d.removed_at is null),
    case when p.verified then now() end,
    s.confirmed_at, case when s.confirmed_at is not null then word_of end, actor.login_id, store_details.channel,
    private.review_day(p.kind, s.confirmed_at, private.today())
  from (select row_number() over () as place, u.* from unnest(plan) u) p,
  lateral (select case when store_details.channel = 'import' then p.confirmed_at else now() end as confirmed_at) s
  where p.op = 'add'
  order by p.site_id nulls first;

  update public.contact_details d set
    version = d.version + case when p.op = 'confirm' then 0 else 1 end,
    label = p.label,
    site_id = p.site_id,
    verified_at = case when p.op = 'change' then case when p.verified then now() end else d.verified_at end,
    confirmed_at = s.confirmed_at,
    confirmed_by = case when s.confirmed_at is not null then word_of end,
    confirmed_login = actor.login_id,
    channel = case when p.op = 'remove' then d.channel else store_details.channel end,
    review_on = private.review_day(d.kind, s.confirmed_at, coalesce(p.known_since, private.today())),
    hold_reason = case when p.op = 'change' then null else d.hold_reason end,
    is_primary = d.is_primary and p.op <> 'remove',
    removed_at = case when p.op = 'remove' then now() end
  from unnest(plan) p join public.contact_details o on o.id = p.detail_id,
  -- an import never makes a detail older than it is known to be
  lateral (select case when store_details.channel = 'import' and p.op = 'confirm' then greatest(p.confirmed_at, o.confirmed_at)
    when store_details.channel = 'import' then p.confirmed_at else now() end as confirmed_at) s
  where d.id = p.detail_id and p.op <> 'add';

  update private.email_proofs e set settled_at = now()
  from unnest(plan) p where e.detail_id = p.detail_id and p.op = 'remove' and e.settled_at is null;

  -- the oldest of those left takes the place of a removed primary
  update public.contact_details d set is_primary = true
  from (select distinct on (d.customer_id, d.kind) d.id from public.contact_details d
    join unnest(plan) p on p.customer_id = d.customer_id and p.kind = d.kind and p.op = 'remove'
    where d.removed_at is null and not exists (select from public.contact_details o
      where o.customer_id = d.customer_id and o.kind = d.kind and o.is_primary and o.removed_at is null)
    order by d.customer_id, d.kind, d.created_at, d.id) heir
  where d.id = heir.id;
end $$;

-- Saves sets of changes: one update for each customer among `changes`, or for that customer nothing at all.
-- Nobody may execute it directly; its doors take actor and channel from the token, the staff role or the row they act on.
-- For each customer returns status: saved, unchanged (every value was already so), conflict (with both values;
-- nothing is saved), repeated (this request id was saved before: its first result). Refuses with PT404 and PT422
-- what no honest form sends.
create function private.write_update(actor private.actor, channel public.channel, changes private.detail_change[],
  with_receipt boolean default true, identified_by text default null, written_change uuid default null)
returns table (customer_id uuid, status text, update_id uuid, reference text, conflicts jsonb)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  plan private.planned_change[];
  written uuid[];
  touched uuid[];
begin
  -- In the order of ids, so that two sets never wait for each other; every function that changes something of a
  -- customer takes this lock first.
  perform from public.customers c where c.id in (select c.customer_id from unnest(changes) c) order by c.id for no key update;

  return query
    select u.customer_id, 'repeated', u.id, u.reference, null::jsonb
    from public.updates u
    where (u.customer_id, u.request_id) in (select c.customer_id, c.request_id from unnest(changes) c)
      and u.actor_login is not distinct from actor.login_id and u.actor_staff is not distinct from actor.staff_id;
  changes := array(select c from unnest(changes) c where not exists (
    select from public.updates u where u.customer_id = c.customer_id and u.request_id = c.request_id
      and u.actor_login is not distinct from actor.login_id and u.actor_staff is not distinct from actor.staff_id));
  if changes = '{}' then return; end if;

  plan := private.plan_changes(changes);
  perform private.check_plan(plan);

  return query
    select p.customer_id, 'conflict', null::uuid, null::text, jsonb_agg(private.conflict_json(p))
    from unnest(plan) p where p.verdict = 'conflict' group by p.customer_id;
  return query
    select p.customer_id, 'unchanged', null::uuid, null::text, null::jsonb
    from unnest(plan) p group by p.customer_id having every(p.verdict = 'same');

  plan := array(select p from unnest(plan) p where p.verdict = 'go' and not exists (
    select from unnest(plan) o where o.customer_id = p.customer_id and o.verdict = 'conflict'));
  if plan = '{}' then return; end if;

  with saved as (
    insert into public.updates (reference, customer_id, channel, actor_login, actor_staff, identified_by, request_id, written_change_id)
    select private.next_reference(), p.customer_id, write_update.channel, actor.login_id, actor.staff_id,
      write_update.identified_by, min(p.request_id::text)::uuid, write_update.written_change
    from unnest(plan) p group by p.customer_id
    returning *
  )
  select array_agg(s.id), array_agg(s.customer_id) into written, touched from saved s;
  plan := array(select (p.customer_id, p.request_id, p.op, p.detail_id, p.kind, p.value, p.label, p.site_id, p.valid_from,
      p.verified, p.confirmed_at, p.seen_version, p.version, p.before, p.replaced_value, p.replaced_until, p.known_since,
      p.verdict, u.id)::private.planned_change
    from unnest(plan) p join public.updates u on u.customer_id = p.customer_id and u.id = any (written));

  perform private.store_details(plan, actor, channel);
  perform private.store_values(plan);
  insert into public.update_items (update_id, detail_id, kind, op, label, before, after, version)
  select p.update_id, p.detail_id, p.kind, p.op, p.label, p.before,
    case p.op when 'confirm' then p.before when 'remove' then null else p.value end,
    p.version + case p.op when 'confirm' then 0 else 1 end
  from unnest(plan) p;

  perform private.close_reminders(touched);
  if with_receipt then
    perform private.queue_receipts(array(select distinct p.update_id from unnest(plan) p where p.op <> 'confirm'));
  end if;
  perform private.index_customers(touched);
  perform private.rank_customers(touched);

  return query
    select u.customer_id, 'saved', u.id, u.reference, null::jsonb from public.updates u where u.id = any (written);
end $$;

-- The changes of one form: [{"op": add|change|remove, "detail", "kind", "value", "label", "site", "version"}].
create function private.read_changes(customer uuid, request uuid, changes jsonb) returns private.detail_change[]
language plpgsql immutable set search_path = '' as $$
begin
  if request is null or jsonb_typeof(changes) is distinct from 'array' or jsonb_array_length(changes) not between 1 and 200
    or exists (select from jsonb_array_elements(changes) c where coalesce(c->>'op', '') not in ('add', 'change', 'remove'))
  then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return array(select (customer, request, c.op, case when c.op <> 'add' then c.detail end, c.kind, c.value, nullif(trim(c.label), ''), c.site, c.version,
      null, false, null)::private.detail_change
    from jsonb_to_recordset(changes) as c(op text, detail uuid, kind public.detail_kind, value jsonb, label text, site uuid, version int));
end $$;

-- The single result of a write as a page gets it: {"status", "reference", "conflicts"}.
create function private.write_one(actor private.actor, channel public.channel, changes private.detail_change[],
  with_receipt boolean default true, identified_by text default null, written_change uuid default null) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('status', status, 'reference', reference, 'conflicts', conflicts)
  from private.write_update(actor, channel, changes, with_receipt, identified_by, written_change) limit 1;
$$;

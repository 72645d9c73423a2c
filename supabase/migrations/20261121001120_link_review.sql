-- Answering a reminder without signing in: the signed link in a mail or letter lets its holder say that stale details
-- are still right, and correct numbers and addresses by typing new ones. Emails, names and logins need a full sign-in.

-- Days after which an address that was changed from a link counts, if nobody on file has stopped it.
create function private.days_to_oppose() returns int
language sql immutable set search_path = '' as $$ select 7; $$;

-- Makes the links of reminders, in their order; each holds for thirty days from the moment its reminder leaves.
create function private.review_link_for(customer uuid) returns uuid
language sql set search_path = '' as $$
  insert into private.links (purpose, customer_id) values ('review', customer) returning id;
$$;

-- What a link asks about: details past their review day, and those that evidence speaks against, unless a change of theirs
-- is planned; the first fifty, since whoever has more looks them through signed in.
create function private.details_to_review(customer uuid) returns setof private.current_details
language sql stable set search_path = '' as $$
  select * from private.current_details d
  where d.customer_id = customer and (private.is_due(d) or d.hold_reason is not null and private.upcoming_json(d.id) is null)
  order by d.kind, d.label nulls first, d.created_at, d.id limit 50;
$$;

-- Whether a detail may be corrected from a link.
create function private.is_correctable(kind public.detail_kind) returns boolean
language sql immutable set search_path = '' as $$
  select kind in ('phone', 'fax', 'billing_address', 'shipping_address');
$$;

-- What the page of a link shows: the stale details, whose values are for masking and not for showing; once it is used,
-- what was done with it. Opening changes nothing: mail scanners open links.
create function public.review_link(link uuid, token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'review');
begin
  return (select jsonb_build_object(
    'customer', jsonb_build_object('id', c.id, 'kind', c.kind, 'country', c.country),
    'used', l.used_at is not null,
    'details', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'label', d.label, 'value', d.value,
        'version', d.version, 'confirmedAt', d.confirmed_at, 'onHold', d.hold_reason is not null,
        'correctable', private.is_correctable(d.kind))), '[]')
      from private.details_to_review(c.id) d where l.used_at is null),
    'updates', (select coalesce(jsonb_agg(private.update_json(u) order by u.occurred_at, u.id), '[]')
      from public.updates u where u.actor_link = l.id))
  from public.customers c where c.id = l.customer_id);
end $$;
grant execute on function public.review_link(uuid, text) to anon, authenticated;

-- Whether somebody has saved or confirmed one of these details since the person saw it.
create function private.review_is_over(customer uuid, answered jsonb) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from jsonb_to_recordset(answered) as a(detail uuid, version int)
    join public.contact_details d on d.id = a.detail and d.customer_id = customer
    where not exists (select from private.details_to_review(customer) r where r.id = d.id and r.version = a.version));
end $$;

-- The changes that an answer asks for, at most one for each detail that the link asks about. `confirmed` is
-- [{"detail", "version"}], `corrected` [{"detail", "version", "value"}]; typing what is there already confirms it. What
-- is on hold cannot be confirmed. Refuses everything else, as no honest form sends it.
create function private.review_changes(customer uuid, confirmed jsonb, corrected jsonb) returns private.detail_change[]
language plpgsql stable set search_path = '' as $$
declare
  asked private.detail_change[];
begin
  asked := array(
    select (customer, null, case when a.value is null or a.value = d.value then 'confirm' else 'change' end, d.id, d.kind, a.value,
      null, null, a.version, null, false, null)::private.detail_change
    from (select c.detail, c.version, null::jsonb as value from jsonb_to_recordset(confirmed) as c(detail uuid, version int)
      union all
      -- who receives at a site and how to deliver there was not asked about, and stays
      select c.detail, c.version, private.with_delivery(r.kind, c.value, r.value)
      from jsonb_to_recordset(corrected) as c(detail uuid, version int, value jsonb)
      join private.details_to_review(customer) r on r.id = c.detail where c.value <> 'null') a
    join private.details_to_review(customer) d on d.id = a.detail
      and case when a.value is null or a.value = d.value then d.hold_reason is null else private.is_correctable(d.kind) end);
  if cardinality(asked) <> jsonb_array_length(confirmed) + jsonb_array_length(corrected)
    or exists (select from unnest(asked) a group by a.detail_id having count(*) > 1)
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  return asked;
end $$;

-- Saves the one answer that a link takes, under the customer's lock: confirmations and numbers at once, addresses from
-- seven days ahead, so that the people on file, who are told now, can stop them. The holder of the link is the actor.
-- Returns {"status": saved|used|conflict}; a detail that was saved or confirmed meanwhile is a conflict, which uses
-- nothing up.
create function public.answer_review(link uuid, token text, confirmed jsonb, corrected jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'review');
  actor private.actor := (null, null, link);
  asked private.detail_change[];
begin
  if jsonb_typeof(confirmed) is distinct from 'array' or jsonb_typeof(corrected) is distinct from 'array'
    or jsonb_array_length(confirmed || corrected) not between 1 and 50
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  perform from public.customers c where c.id = l.customer_id for no key update;
  if l.used_at is not null or exists (select from private.links o where o.id = l.id and o.used_at is not null) then
    return '{"status": "used"}';
  end if;
  if private.review_is_over(l.customer_id, confirmed || corrected) then return '{"status": "conflict"}'; end if;
  asked := private.review_changes(l.customer_id, confirmed, corrected);
  update private.links o set used_at = now() where o.id = l.id;
  perform private.save_review(actor, array(select a from unnest(asked) a where a.op = 'confirm' or a.kind in ('phone', 'fax')), null);
  perform private.save_review(actor, array(select a from unnest(asked) a where a.op = 'change' and a.kind not in ('phone', 'fax')),
    private.today() + private.days_to_oppose());
  return '{"status": "saved"}';
end $$;
grant execute on function public.answer_review(uuid, text, jsonb, jsonb) to anon, authenticated;

-- Saves what counts from one day on as one update; nothing where there is nothing.
create function private.save_review(actor private.actor, changes private.detail_change[], starts_on date) returns void
language plpgsql set search_path = '' as $$
declare
  request uuid := gen_random_uuid();
begin
  if changes = '{}' then return; end if;
  perform private.write_one(actor, 'online', array(
    select (c.customer_id, request, c.op, c.detail_id, c.kind, c.value, null, null, c.version, starts_on, false, null)::private.detail_change
    from unnest(changes) c), exists (select from unnest(changes) c where c.op <> 'confirm'));
end $$;

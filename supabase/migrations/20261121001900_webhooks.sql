-- Webhooks: what changed, posted to other systems as it happens (https://www.standardwebhooks.com).

-- Where events are posted to. The secret that signs them is an HMAC of the endpoint's id and `rotation` under a key
-- outside the database. Each endpoint follows the change feed from a place of its own, so an update is queued for it by
-- being written at all: a write costs nothing more, and an update that is rolled back is never told.
create table private.webhook_endpoints (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 100 and name !~ '[\u0001-\u001f\u007f-\u009f]'),
  url text not null check (length(url) <= 500 and url ~ '^https?://[^\s]+$'),
  events text[] not null
    check (cardinality(events) > 0 and events <@ array['details.changed', 'details.confirmed', 'details.imported']),
  rotation int not null default 1,
  rotated_at timestamptz,
  place private.feed_position not null,
  created_by uuid not null references public.staff,
  created_at timestamptz not null default now(),
  -- Since when every try has failed, and until when it is left in peace; null after a success.
  failing_since timestamptz,
  rests_until timestamptz,
  off_since timestamptz,
  off_reason text check (off_reason in ('by_hand', 'failing', 'gone')),
  constraint what_is_off_has_a_reason check ((off_since is null) = (off_reason is null))
);
alter table private.webhook_endpoints enable row level security;

alter table private.outbox add constraint a_mail_about_a_webhook
  foreign key (webhook_endpoint_id) references private.webhook_endpoints;

-- One event for one endpoint; its id is the `webhook-id`, the same at every try. Not in the outbox: a mail is tried for
-- a day under a key that Resend forgets, has no endpoint to be fair to, and there are a million of these after an import.
create table private.webhook_deliveries (
  id uuid primary key default gen_random_uuid(),
  number bigint not null unique generated always as identity,
  endpoint_id uuid not null references private.webhook_endpoints,
  event text not null check (event in ('details.changed', 'details.confirmed', 'details.imported', 'endpoint.test')),
  update_id uuid references public.updates,
  state text not null default 'queued' check (state in ('queued', 'claimed', 'delivered', 'failed')),
  attempts int not null default 0,
  -- Of a claimed one: when its lease runs out, and it is due again.
  next_attempt_at timestamptz not null default now(),
  lease_token uuid,
  last_status int,
  last_error text check (length(last_error) <= 200),
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  constraint a_test_is_about_no_update check ((update_id is null) = (event = 'endpoint.test')),
  constraint an_update_is_told_once_per_endpoint unique (endpoint_id, update_id)
);
alter table private.webhook_deliveries enable row level security;
-- serves the claim
create index webhook_deliveries_due on private.webhook_deliveries (endpoint_id, next_attempt_at, number)
  where state in ('queued', 'claimed');
-- serve the endpoint's page, the replay of what failed, and forgetting
create index webhook_deliveries_newest on private.webhook_deliveries (endpoint_id, number desc);
create index webhook_deliveries_settled on private.webhook_deliveries (endpoint_id, state, settled_at);

/* ---------------------------------------------------------------- queueing and sending */

-- What an update is called among the events.
create function private.event_of(u public.updates) returns text
language sql stable set search_path = '' as $$
  select case when u.channel = 'import' then 'details.imported'
    when exists (select from public.update_items i where i.update_id = u.id and i.op <> 'confirm') then 'details.changed'
    else 'details.confirmed' end;
$$;

-- Brings each endpoint up to `how_many` updates forward in the feed. One that another worker is busy with is left to that
-- one; one that has a thousand deliveries due waits, so that an import of a million becomes a short queue and not a
-- million rows.
create function private.queue_webhooks(how_many int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  horizon private.feed_position := private.feed_horizon();
  e private.webhook_endpoints;
begin
  for e in select * from private.webhook_endpoints where off_since is null order by id for no key update skip locked loop
    continue when (select count(*) >= 1000 from (select from private.webhook_deliveries
      where endpoint_id = e.id and state = 'queued' and next_attempt_at <= now() limit 1000) due);
    with page as (
      select u.id, u.feed_epoch, u.feed_xid, u.feed_number, private.event_of(u) as event
      from private.feed_page(e.place, horizon, how_many) u
    ), queued as (
      insert into private.webhook_deliveries (endpoint_id, event, update_id)
      select e.id, event, id from page where event = any (e.events) order by feed_epoch, feed_xid, feed_number
    )
    update private.webhook_endpoints set place = (latest.feed_epoch, latest.feed_xid, latest.feed_number)::private.feed_position
    from (select * from page order by feed_epoch desc, feed_xid desc, feed_number desc limit 1) latest
    where webhook_endpoints.id = e.id;
  end loop;
end $$;

-- A delivery as its worker needs it; the values it tells are read here and stored nowhere else. During the day after a
-- rotation the secret before it signs as well.
create function private.webhook_json(d private.webhook_deliveries) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', d.id, 'lease', d.lease_token, 'endpoint', e.id, 'url', e.url, 'event', d.event,
    'rotations', case when e.rotated_at > now() - interval '1 day' then jsonb_build_array(e.rotation, e.rotation - 1)
      else jsonb_build_array(e.rotation) end,
    'timestamp', coalesce((select u.occurred_at from public.updates u where u.id = d.update_id), d.created_at),
    'change', (select private.change_json(u) from public.updates u where u.id = d.update_id))
  from private.webhook_endpoints e where e.id = d.endpoint_id;
$$;

-- Claims due deliveries for `lease_seconds`, at most `per_endpoint` for each endpoint that is on and not among `busy` (those
-- that the caller is still sending to), so that none waits for another. An endpoint that fails is tried with one at a
-- time, ever more rarely, so that an outage does not use up the tries of all that waits.
create function public.webhook_claim(per_endpoint int, lease_seconds int, busy uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  claimed private.webhook_deliveries[];
begin
  perform private.queue_webhooks(200);
  with due as (
    select d.id from private.webhook_endpoints e cross join lateral (
      select id from private.webhook_deliveries
      where endpoint_id = e.id and state in ('queued', 'claimed') and next_attempt_at <= now()
      order by next_attempt_at, number limit case when e.failing_since is null then least(per_endpoint, 100) else 1 end
      for update skip locked) d
    where e.off_since is null and coalesce(e.rests_until, '-infinity') <= now() and e.id <> all (busy)
  ), taken as (
    update private.webhook_deliveries d set state = 'claimed', attempts = attempts + 1, lease_token = gen_random_uuid(),
      next_attempt_at = now() + make_interval(secs => lease_seconds)
    from due where due.id = d.id
    returning d.*
  )
  select array_agg(t::private.webhook_deliveries) into claimed from taken t;
  return (select coalesce(jsonb_agg(private.webhook_json(d) order by d.number), '[]') from unnest(claimed) d);
end $$;
grant execute on function public.webhook_claim(int, int, uuid[]) to service_role;

-- How long to wait after the try with this number, until the tenth, three days after the first: the schedule that the
-- specification suggests, with up to a tenth more so that a crowd does not come back as one. Null: it was the last.
create function private.webhook_pause(attempt int) returns interval
language sql volatile set search_path = '' as $$
  select (array['5 seconds', '5 minutes', '30 minutes', '2 hours', '5 hours', '10 hours', '14 hours', '20 hours',
    '24 hours']::interval[])[attempt] * (1 + random() / 10);
$$;

-- Takes what became of claimed deliveries of one endpoint: [{"id", "lease", "status", "error"}]. Returns how many of
-- these the caller still held; news about the others does not count. An endpoint that answers 410, or that has failed
-- for three days without one success, is switched off.
create function public.webhook_mark(endpoint uuid, results jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  told record;
begin
  -- Before its deliveries, as everybody does who locks both.
  perform from private.webhook_endpoints e where e.id = endpoint for no key update;
  with result as (
    select r.*, coalesce(r.status between 200 and 299, false) as delivered
    from jsonb_to_recordset(results) as r(id uuid, lease uuid, status int, error text)
  ), marked as (
    update private.webhook_deliveries d set
      state = case when r.delivered then 'delivered' when d.attempts < 10 then 'queued' else 'failed' end,
      next_attempt_at = now() + coalesce(private.webhook_pause(d.attempts), interval '0'),
      settled_at = case when r.delivered or d.attempts >= 10 then now() end,
      last_status = r.status, last_error = left(r.error, 200), lease_token = null
    from result r
    where d.id = r.id and d.lease_token = r.lease and d.endpoint_id = webhook_mark.endpoint and d.state = 'claimed'
    returning r.delivered, r.status
  )
  select count(*)::int as held, coalesce(bool_or(delivered), false) as some_delivered, coalesce(bool_or(status = 410), false) as gone
  into told from marked;
  if told.held > 0 then
    update private.webhook_endpoints e set
      failing_since = case when not told.some_delivered then coalesce(e.failing_since, now()) end,
      rests_until = case when not told.some_delivered then now() + least(interval '10 minutes', (now() - coalesce(e.failing_since, now())) / 10) end
    where e.id = endpoint and (e.failing_since is not null or not told.some_delivered);
    perform private.switch_webhook_off(endpoint, told.gone);
  end if;
  return told.held;
end $$;
grant execute on function public.webhook_mark(uuid, jsonb) to service_role;

-- Switches an endpoint off that is gone or has failed for three days, and tells the admins by email.
create function private.switch_webhook_off(endpoint uuid, gone boolean) returns void
language sql security definer set search_path = '' as $$
  with off as (
    update private.webhook_endpoints e set off_since = now(), off_reason = case when gone then 'gone' else 'failing' end
    where e.id = endpoint and e.off_since is null and (gone or e.failing_since < now() - interval '3 days')
    returning e.id
  )
  insert into private.outbox (kind, medium, locale, webhook_endpoint_id, to_staff, state)
  select 'webhook_off', 'email', s.locale, off.id, s.id, 'queued'
  from off cross join public.staff s where s.role = 'admin' and s.active;
$$;

-- What the mail about an endpoint that was switched off says.
create function private.webhook_off_content(o private.outbox) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('to', s.email, 'recipientName', s.name, 'endpointId', e.id, 'endpointName', e.name,
    'reason', e.off_reason)
  from private.webhook_endpoints e, public.staff s where e.id = o.webhook_endpoint_id and s.id = o.to_staff;
$$;

-- Forgets deliveries thirty days after they arrived or failed, some at a time.
create function public.webhook_forget() returns int
language sql security definer set search_path = '' as $$
  with old as (
    delete from private.webhook_deliveries where id in (
      select d.id from private.webhook_endpoints e, unnest(array['delivered', 'failed']) s(state), lateral (
        select id from private.webhook_deliveries
        where endpoint_id = e.id and state = s.state and settled_at < now() - interval '30 days' limit 500) d)
    returning 1
  )
  select count(*)::int from old;
$$;
grant execute on function public.webhook_forget() to service_role;

/* ---------------------------------------------------------------- the admin's pages */

-- An endpoint as the pages show it.
create function private.endpoint_json(e private.webhook_endpoints) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'name', e.name, 'url', e.url, 'events', e.events, 'rotation', e.rotation,
    'rotatedAt', e.rotated_at, 'createdAt', e.created_at, 'failingSince', e.failing_since, 'offSince', e.off_since,
    'offReason', e.off_reason);
$$;

-- The tokens, live ones first, and the endpoints.
create function public.interfaces_overview() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || jsonb_build_object(
    'tokens', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'scope', t.scope,
        'createdAt', t.created_at, 'createdBy', (select s.name from public.staff s where s.id = t.created_by),
        'lastUsedAt', t.last_used_at, 'revokedAt', t.revoked_at) order by t.revoked_at desc nulls first, t.created_at desc), '[]')
      from (select * from private.access_tokens order by revoked_at desc nulls first, created_at desc limit 100) t),
    'endpoints', (select coalesce(jsonb_agg(private.endpoint_json(e) order by e.created_at), '[]') from private.webhook_endpoints e));
end $$;
grant execute on function public.interfaces_overview() to authenticated;

-- The endpoint with this id, locked for an admin who changes something about it; refuses everybody else, and other ids.
create function private.require_endpoint(endpoint uuid) returns private.webhook_endpoints
language plpgsql security definer set search_path = '' as $$
declare
  found_endpoint private.webhook_endpoints;
begin
  perform private.require_staff('admin');
  select * into found_endpoint from private.webhook_endpoints e where e.id = endpoint for no key update;
  if found_endpoint.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return found_endpoint;
end $$;

-- One endpoint with how many deliveries stand in each state (counted up to 10,000), and the newest hundred.
create function public.webhook_endpoint(endpoint uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
  e private.webhook_endpoints;
begin
  select * into e from private.webhook_endpoints w where w.id = endpoint;
  if e.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.desk_head(reader) || jsonb_build_object('endpoint', private.endpoint_json(e),
    'counts', (select jsonb_object_agg(s.state, (select count(*) from (select from private.webhook_deliveries d
        where d.endpoint_id = e.id and d.state = s.state limit 10000) n))
      from unnest(array['queued', 'claimed', 'delivered', 'failed']) s(state)),
    'deliveries', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'event', d.event, 'state', d.state,
        'attempts', d.attempts, 'status', d.last_status, 'error', d.last_error, 'createdAt', d.created_at,
        'nextAttemptAt', case d.state when 'queued' then d.next_attempt_at end, 'settledAt', d.settled_at,
        'reference', (select u.reference from public.updates u where u.id = d.update_id)) order by d.number desc), '[]')
      from (select * from private.webhook_deliveries where endpoint_id = e.id order by number desc limit 100) d));
end $$;
grant execute on function public.webhook_endpoint(uuid) to authenticated;

-- Makes an endpoint, which gets what happens from now on; at most twenty, since each is a copy of the traffic.
create function public.create_webhook(name text, url text, events text[]) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  maker public.staff := private.require_staff('admin');
  made uuid;
begin
  if length(trim(coalesce(name, ''))) not between 1 and 100 or name ~ '[\u0001-\u001f\u007f-\u009f]'
    or url is null or length(url) > 500 or url !~ '^https?://[^\s]+$' or coalesce(cardinality(events), 0) = 0
    or not events <@ array['details.changed', 'details.confirmed', 'details.imported']
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  lock table private.webhook_endpoints in share row exclusive mode;
  if (select count(*) from private.webhook_endpoints) >= 20 then perform private.refuse('PT422', 'too_many_endpoints'); end if;
  insert into private.webhook_endpoints (name, url, events, place, created_by)
  values (trim(create_webhook.name), create_webhook.url, create_webhook.events, private.feed_horizon(), maker.id)
  returning id into made;
  return made;
end $$;
grant execute on function public.create_webhook(text, text, text[]) to authenticated;

-- Has a new secret sign from now on, and for a day the old one beside it.
create function public.rotate_webhook(endpoint uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.webhook_endpoints := private.require_endpoint(endpoint);
begin
  if e.rotated_at > now() - interval '1 day' then perform private.refuse('PT409', 'rotated_lately'); end if;
  update private.webhook_endpoints set rotation = rotation + 1, rotated_at = now() where id = e.id;
end $$;
grant execute on function public.rotate_webhook(uuid) to authenticated;

-- Switches an endpoint off, or on again: it then gets what happened meanwhile as well.
create function public.switch_webhook(endpoint uuid, turn_on boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.webhook_endpoints := private.require_endpoint(endpoint);
begin
  if turn_on is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  update private.webhook_endpoints set failing_since = null, rests_until = null,
    off_since = case when not turn_on then coalesce(off_since, now()) end,
    off_reason = case when not turn_on then coalesce(off_reason, 'by_hand') end
  where id = e.id;
end $$;
grant execute on function public.switch_webhook(uuid, boolean) to authenticated;

-- Sends an event that says nothing but that it is a test.
create function public.test_webhook(endpoint uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.webhook_endpoints := private.require_endpoint(endpoint);
begin
  if e.off_since is not null then perform private.refuse('PT409', 'webhook_is_off'); end if;
  insert into private.webhook_deliveries (endpoint_id, event) values (e.id, 'endpoint.test');
  update private.webhook_endpoints set rests_until = null where id = e.id;
end $$;
grant execute on function public.test_webhook(uuid) to authenticated;

-- Sends one delivery again, arrived or not, under the same id; one that is under way is left alone (PT409).
create function public.replay_webhook(endpoint uuid, delivery uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.webhook_endpoints := private.require_endpoint(endpoint);
begin
  update private.webhook_deliveries set state = 'queued', attempts = 0, next_attempt_at = now(), settled_at = null
  where id = delivery and endpoint_id = e.id and state in ('delivered', 'failed');
  if not found then perform private.refuse('PT409', 'delivery_is_under_way'); end if;
  update private.webhook_endpoints set rests_until = null where id = e.id;
end $$;
grant execute on function public.replay_webhook(uuid, uuid) to authenticated;

-- Sends again what failed since a moment, oldest first and at most 10,000 at once; returns how many.
create function public.replay_failed_webhooks(endpoint uuid, since timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
declare
  e private.webhook_endpoints := private.require_endpoint(endpoint);
  again int;
begin
  update private.webhook_deliveries set state = 'queued', attempts = 0, next_attempt_at = now(), settled_at = null
  where id in (select id from private.webhook_deliveries d where d.endpoint_id = e.id and d.state = 'failed'
    and d.settled_at >= since order by d.settled_at limit 10000);
  get diagnostics again = row_count;
  update private.webhook_endpoints set rests_until = null where id = e.id;
  return again;
end $$;
grant execute on function public.replay_failed_webhooks(uuid, timestamptz) to authenticated;

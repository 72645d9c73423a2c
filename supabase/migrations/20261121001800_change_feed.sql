-- What changed, for other systems: the feed that they read with a token of their own.

/* ---------------------------------------------------------------- tokens */

-- A token lets another system in, for one scope. It is shown once, when it is made; here is only its hash.
create table private.access_tokens (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 100 and name !~ '[\u0001-\u001f\u007f-\u009f]'),
  scope text not null check (scope in ('changes', 'metrics')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Null for one made by a command on the server.
  created_by uuid references public.staff,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
alter table private.access_tokens enable row level security;
create unique index one_live_token_per_name on private.access_tokens (lower(name)) where revoked_at is null;

-- The live token with this hash, for a call that our own server passes on; refuses every other (PT401), and one that
-- was made for something else (PT403). Straight at PostgREST a token opens nothing.
create function private.token_of(hash text, scope text) returns private.access_tokens
language plpgsql security definer set search_path = '' as $$
declare
  found_token private.access_tokens;
begin
  perform private.require_server();
  select * into found_token from private.access_tokens t where t.token_hash = hash and t.revoked_at is null;
  if found_token.id is null then perform private.refuse('PT401', 'token_unknown'); end if;
  if found_token.scope <> token_of.scope then perform private.refuse('PT403', 'token_out_of_scope'); end if;
  -- To the minute is exact enough to see that a token is in use, and most calls then write nothing.
  update private.access_tokens t set last_used_at = now()
  where t.id = found_token.id and coalesce(t.last_used_at, '-infinity') < now() - interval '1 minute';
  return found_token;
end $$;

-- Keeps a new token's hash; refuses a name that a live token has (PT409).
create function private.keep_token(name text, scope text, token_hash text, made_by uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  if length(trim(coalesce(name, ''))) not between 1 and 100 or name ~ '[\u0001-\u001f\u007f-\u009f]'
    or scope is null or scope not in ('changes', 'metrics') or token_hash is null or token_hash !~ '^[0-9a-f]{64}$'
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  insert into private.access_tokens (name, scope, token_hash, created_by)
  values (trim(keep_token.name), keep_token.scope, keep_token.token_hash, made_by)
  on conflict do nothing returning id into made;
  if made is null then perform private.refuse('PT409', 'token_name_taken'); end if;
  return made;
end $$;

-- Makes a token on the admin's page, which knows the token itself and shows it once.
create function public.create_token(name text, scope text, token_hash text) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  return private.keep_token(name, scope, token_hash, (private.require_staff('admin')).id);
end $$;
grant execute on function public.create_token(text, text, text) to authenticated;

-- Ends a token; one that has ended stays ended since then.
create function public.revoke_token(token uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_staff('admin');
  update private.access_tokens set revoked_at = coalesce(revoked_at, now()) where id = token;
  if not found then perform private.refuse('PT404', 'not_found'); end if;
end $$;
grant execute on function public.revoke_token(uuid) to authenticated;

-- The same two for `npm run token`, where a token is ended by its name.
create function public.token_add(name text, scope text, token_hash text) returns uuid
language sql security definer set search_path = '' as $$
  select private.keep_token(name, scope, token_hash, null);
$$;
grant execute on function public.token_add(text, text, text) to service_role;

create function public.token_revoke(name text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update private.access_tokens t set revoked_at = now()
  where lower(t.name) = lower(trim(token_revoke.name)) and t.revoked_at is null;
  return found;
end $$;
grant execute on function public.token_revoke(text) to service_role;

/* ---------------------------------------------------------------- the order of the feed */

-- A sequence alone is no order to follow: who takes number 7 may commit after 8 was read, and 7 would be passed over.
-- `feed_xid` is never below the id of the transaction that writes the update, so every update that can still appear
-- lies at or above the oldest transaction under way (the horizon), and what lies below it is all there. Nor is it below
-- any transaction that had ended when the update was written, so two updates of one customer, whose writers wait for
-- each other, stand in the order in which they were made. (Writers must be READ COMMITTED, as PostgREST's are.)
alter table public.updates
  add column feed_epoch bigint not null default 1,
  add column feed_xid bigint not null default greatest(
    pg_current_xact_id()::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1),
  add column feed_number bigint not null generated always as identity;
-- serves the change feed
create unique index updates_in_feed_order on public.updates (feed_epoch, feed_xid, feed_number);

-- Where somebody stands in the feed: just behind this update.
create type private.feed_position as (epoch bigint, xid bigint, number bigint);

-- Transaction ids mean something in one cluster of PostgreSQL only. Where the data has moved to another, a new epoch
-- begins, and all that came along is older.
create table private.feed_state (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null,
  cluster text not null
);
alter table private.feed_state enable row level security;

-- The cluster we run on; a restore to an earlier moment and a promoted standby count as others (by their timeline).
create function private.this_cluster() returns text
language sql stable set search_path = '' as $$
  select s.system_identifier || '/' || c.timeline_id from pg_control_system() s, pg_control_checkpoint() c;
$$;
insert into private.feed_state (epoch, cluster) values (1, private.this_cluster());

-- Begins a new epoch of the feed where the data has moved; called at every start, before anybody writes. An epoch is
-- named by its second, so that one begun after a restore is later than those that were lost. The column's default
-- costs a write nothing; changing it waits for writes under way, so that an old epoch is complete.
create function public.begin_feed_epoch_if_moved() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  next_epoch bigint := extract(epoch from clock_timestamp())::bigint;
begin
  -- locked, so that of several starts at once one begins it
  if (select cluster = private.this_cluster() from private.feed_state for update) then return false; end if;
  execute format('alter table public.updates alter column feed_epoch set default %s', next_epoch);
  update private.feed_state set epoch = next_epoch, cluster = private.this_cluster();
  return true;
end $$;
grant execute on function public.begin_feed_epoch_if_moved() to service_role;

-- Up to here the feed is complete. Taken in a statement before the one that reads: the other way round, an update that
-- commits in between would be missed.
create function private.feed_horizon() returns private.feed_position
language sql volatile set search_path = '' as $$
  select (epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, 0)::private.feed_position from private.feed_state;
$$;

-- At most `how_many` updates behind `place` that are safe to tell, in the feed's order.
create function private.feed_page(place private.feed_position, horizon private.feed_position, how_many int) returns setof public.updates
language sql stable set search_path = '' as $$
  select * from public.updates u
  where (u.feed_epoch, u.feed_xid, u.feed_number) > (place.epoch, place.xid, place.number)
    and (u.feed_epoch, u.feed_xid, u.feed_number) < (horizon.epoch, horizon.xid, horizon.number)
  order by u.feed_epoch, u.feed_xid, u.feed_number limit how_many;
$$;

-- The same, but no more updates once they have 5,000 items together: a company may have 2,000 details.
create function private.light_page(place private.feed_position, horizon private.feed_position, how_many int) returns public.updates[]
language sql stable set search_path = '' as $$
  select array(select u from (
    select u, sum(i.items) over (order by u.feed_epoch, u.feed_xid, u.feed_number) - i.items as items_before
    from private.feed_page(place, horizon, how_many) u,
      lateral (select count(*) as items from public.update_items where update_id = u.id) i) page
  where items_before < 5000 order by (u).feed_epoch, (u).feed_xid, (u).feed_number);
$$;

/* ---------------------------------------------------------------- reading it */

-- A change as other systems get it: what holds now, and not what held before, which they have or need not know. No
-- name of staff. `validFrom` is null where the value was replaced before a day had passed with it. (No joins: right after
-- an import, before the tables are analyzed, the planner would hash a whole table for each update.)
create function private.change_json(u public.updates) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'reference', u.reference, 'occurredAt', u.occurred_at, 'channel', u.channel,
    'accountNumber', (select c.account_number from public.customers c where c.id = u.customer_id),
    'actor', case when num_nonnulls(u.actor_login, u.actor_link) > 0 then 'customer' when u.actor_staff is not null then 'staff' else 'import' end,
    'items', (select coalesce(jsonb_agg(jsonb_build_object('detail', i.detail_id, 'kind', i.kind, 'op', i.op, 'label', i.label,
        'site', (select d.site_id from public.contact_details d where d.id = i.detail_id), 'version', i.version, 'value', i.after,
        'validFrom', case when i.op in ('add', 'change') then (select lower(v.valid) from public.contact_detail_values v
          where v.detail_id = i.detail_id and v.update_id = u.id) end) order by i.id), '[]')
      from public.update_items i where i.update_id = u.id));
$$;

-- A cursor as text: "epoch.xid.number"; null is the feed's beginning, "now" its end. Refuses what is none (PT400).
create function private.read_cursor(after text, horizon private.feed_position) returns private.feed_position
language plpgsql stable set search_path = '' as $$
declare
  parts text[] := regexp_match(after, '^([0-9]{1,18})\.([0-9]{1,18})\.([0-9]{1,18})$');
begin
  if after is null then return (0, 0, 0)::private.feed_position; end if;
  if after = 'now' then return horizon; end if;
  if parts is null or parts[1]::bigint > horizon.epoch then perform private.refuse('PT400', 'bad_cursor'); end if;
  return (parts[1], parts[2], parts[3])::private.feed_position;
end $$;

-- One page of the feed behind the cursor `after`, for the bearer of a token with the scope "changes". Returns {"changes", "cursor",
-- "more", "heldBackSince"}: the cursor to go on from, whether there is more already, and since when a change waits for a
-- transaction that is still under way, or null.
create function public.changes(token_hash text, after text, how_many int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  horizon private.feed_position := private.feed_horizon();
  place private.feed_position;
  page public.updates[];
  latest public.updates;
  more boolean;
begin
  perform private.token_of(token_hash, 'changes');
  place := private.read_cursor(after, horizon);
  if how_many is null or how_many not between 1 and 1000 then perform private.refuse('PT400', 'bad_limit'); end if;
  page := private.light_page(place, horizon, how_many);
  latest := page[cardinality(page)];
  if latest.id is not null then place := (latest.feed_epoch, latest.feed_xid, latest.feed_number)::private.feed_position; end if;
  more := exists (select from private.feed_page(place, horizon, 1));
  -- Behind the last page lies the horizon; from there the next question finds only what is new.
  if not more then place := greatest(place, horizon); end if;
  return jsonb_build_object(
    'changes', (select coalesce(jsonb_agg(private.change_json(u) order by u.feed_epoch, u.feed_xid, u.feed_number), '[]') from unnest(page) u),
    'cursor', concat_ws('.', place.epoch, place.xid, place.number),
    'more', more,
    'heldBackSince', (select u.occurred_at from public.updates u
      where (u.feed_epoch, u.feed_xid, u.feed_number) >= (horizon.epoch, horizon.xid, horizon.number)
      order by u.feed_epoch, u.feed_xid, u.feed_number limit 1));
end $$;
grant execute on function public.changes(text, text, int) to anon;

-- Watching Kartei run: whether the database is what a build expects, what waits in the queues and since when, and what
-- each server and worker counted minute by minute, so that one page tells of all of them. Counts only; nothing personal.

-- Servers and workers, as they report themselves. One that stops in order takes its leave; one that dies is no longer seen.
create table private.processes (
  id uuid primary key,
  kind text not null check (kind in ('web', 'worker')),
  release text not null check (length(release) <= 100),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- A worker that runs but no longer claims does not work.
  claimed_at timestamptz
);
alter table private.processes enable row level security;

-- What a process counted in a minute. A worker has no response times, a server sends no mails.
create table private.minutes (
  minute timestamptz not null,
  process_id uuid not null,
  requests int not null default 0,
  -- Answers of 500 and above.
  errors int not null default 0,
  -- How many requests took how long; what each place stands for, app/system/durations.ts knows.
  durations int[],
  sent int not null default 0,
  retried int not null default 0,
  failed int not null default 0,
  uncertain int not null default 0,
  cancelled int not null default 0,
  primary key (minute, process_id)
);
alter table private.minutes enable row level security;

-- serve the counts of what waits, and since when
create index outbox_waiting on private.outbox (state, kind, due_at) where state not in ('sent', 'cancelled');
create index tasks_waiting on public.tasks (created_at) where closed_at is null;
create index written_changes_by_state on public.written_changes (state, keyed_on) where state in ('to_check', 'to_settle');

/* ---------------------------------------------------------------- for our own servers */

-- The versions of the migrations that the database has had, for a server to compare with those of its build.
create function public.watch_migrations() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_server();
  return private.applied_migrations();
end $$;
grant execute on function public.watch_migrations() to anon;

create function private.applied_migrations() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(version order by version), '[]') from supabase_migrations.schema_migrations);
end $$;

-- Takes all that a process counted in `minute`, once the minute is over or the process ends; a report that comes again
-- replaces the first. `figures` names columns of private.minutes. What is older than two days is forgotten.
create function public.watch_report(process uuid, kind text, release text, minute timestamptz, figures jsonb, leaving boolean default false)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  nothing private.minutes := (date_trunc('minute', minute), process, 0, 0, null, 0, 0, 0, 0, 0);
  counted private.minutes := jsonb_populate_record(nothing, figures - array['minute', 'process_id']);
begin
  perform private.require_server();
  delete from private.minutes m where m.minute < now() - interval '2 days'
    or m.minute = counted.minute and m.process_id = process;
  insert into private.minutes select (counted).*;

  insert into private.processes as p (id, kind, release) values (process, watch_report.kind, watch_report.release)
  on conflict on constraint processes_pkey do update set seen_at = now();
  delete from private.processes p where p.id = process and leaving or p.seen_at < now() - interval '2 days';
end $$;
grant execute on function public.watch_report(uuid, text, text, timestamptz, jsonb, boolean) to anon;

-- What waits in the queues, the mails sent within the last hour by outcome, and the processes seen lately.
create function public.watch_queues() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_server();
  return jsonb_build_object('queues', private.queues(), 'processes', private.processes_seen(),
    'sends', (select jsonb_build_object('sent', coalesce(sum(sent), 0), 'retried', coalesce(sum(retried), 0), 'failed', coalesce(sum(failed), 0),
        'uncertain', coalesce(sum(uncertain), 0), 'cancelled', coalesce(sum(cancelled), 0))
      from private.minutes m where m.minute > now() - interval '1 hour'));
end $$;
grant execute on function public.watch_queues() to anon;

-- Refuses (401, 403) whoever shows another token than one made for reading the metrics.
create function public.watch_admit(token_hash text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.token_of(token_hash, 'metrics');
end $$;
grant execute on function public.watch_admit(text) to anon;

-- A worker's sign of life, with its claim; written at most every ten seconds.
create function private.worker_claims(worker uuid) returns void
language sql security definer set search_path = '' as $$
  update private.processes set seen_at = now(), claimed_at = now()
  where id = worker and (claimed_at is null or claimed_at < now() - interval '10 seconds');
$$;

/* ---------------------------------------------------------------- what waits */

-- Unsettled mails by kind and state; those whose day is still to come wait for nobody. The pairs there are, are found by stepping through the index instead of through the mails.
create function private.waiting_mails() returns table (queue text, kind text, state text, count bigint, oldest timestamptz)
language sql stable security definer set search_path = '' as $$
  with recursive found as (
    (select o.state, o.kind from private.outbox o where o.state not in ('sent', 'cancelled') order by o.state, o.kind limit 1)
    union all
    select next.state, next.kind from found f, lateral (
      select o.state, o.kind from private.outbox o
      where o.state not in ('sent', 'cancelled') and (o.state, o.kind) > (f.state, f.kind) order by o.state, o.kind limit 1) next)
  select 'outbox', f.kind, f.state::text,
    (select count(*) from (select from private.outbox o
      where o.state = f.state and o.kind = f.kind and o.state not in ('sent', 'cancelled') and o.due_at <= now() limit 10000) n),
    (select o.due_at from private.outbox o
      where o.state = f.state and o.kind = f.kind and o.state not in ('sent', 'cancelled') and o.due_at <= now() order by o.due_at limit 1)
  from found f;
$$;

-- [{"queue", "kind", "state", "count", "oldest"}] of all that is not settled: counted up to 10,000, `oldest` by index.
create function private.queues() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(q) order by q.queue, q.kind, q.state), '[]') from (
    select * from private.waiting_mails()
    union all
    select 'tasks', 'task', 'open', (select count(*) from (select from public.tasks where closed_at is null limit 10000) n),
      (select created_at from public.tasks where closed_at is null order by created_at limit 1)
    union all
    select 'written_changes', 'written_change', s.state,
      (select count(*) from (select from public.written_changes w where w.state = s.state and w.state in ('to_check', 'to_settle') limit 10000) n),
      (select keyed_on::timestamp at time zone (select time_zone from private.settings) from public.written_changes w
        where w.state = s.state and w.state in ('to_check', 'to_settle') order by keyed_on limit 1)
    from (values ('to_check'), ('to_settle')) s(state)
    union all
    select 'webhooks', 'webhook', 'queued',
      (select count(*) from (select from private.webhook_deliveries where state in ('queued', 'claimed') limit 10000) n),
      (select min(d.created_at) from private.webhook_endpoints e, lateral (select created_at from private.webhook_deliveries w
        where w.endpoint_id = e.id and w.state in ('queued', 'claimed') order by next_attempt_at, number limit 1) d)
    union all
    select 'imports', 'import_chunk', s.state, coalesce((select least(count(*), 10000) from private.imports i
        join private.import_chunks c on c.import_id = i.id and c.state = s.chunk where i.state::text = s.state), 0),
      (select min(i.created_at) from private.imports i where i.state::text = s.state)
    from (values ('checking', 'received'), ('applying', 'checked'), ('undoing', 'applied')) s(state, chunk)) q;
$$;

-- Who reported within the last two minutes, oldest first; a worker counts as working while it claims.
create function private.processes_seen() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'release', release, 'startedAt', started_at,
    'seenAt', seen_at, 'works', kind = 'web' or coalesce(claimed_at > now() - interval '1 minute', false)) order by kind, started_at), '[]')
  from private.processes where seen_at > now() - interval '2 minutes 10 seconds';
$$;

/* ---------------------------------------------------------------- for admins */

-- The durations that all servers counted in a minute, added up place by place.
create function private.durations_of(minute timestamptz) returns bigint[]
language sql stable security definer set search_path = '' as $$
  select array_agg(d.total order by d.place) from (
    select place, sum(n)::bigint as total
    from private.minutes m, unnest(m.durations) with ordinality t(n, place) where m.minute = durations_of.minute group by place) d;
$$;

-- The operations page: what waits now, who runs, and the last hours over all servers. A minute in which no server
-- reported is missing, not zero.
create function public.desk_system() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || jsonb_build_object('now', now(), 'migrations', private.applied_migrations(),
    'queues', private.queues(), 'processes', private.processes_seen(),
    'requests', (select coalesce(jsonb_agg(jsonb_build_object('at', r.minute, 'requests', r.requests, 'errors', r.errors,
        'durations', private.durations_of(r.minute)) order by r.minute), '[]')
      from (select m.minute, sum(m.requests) as requests, sum(m.errors) as errors from private.minutes m
        where m.durations is not null and m.minute > now() - interval '3 hours' group by m.minute) r),
    'sends', (select coalesce(jsonb_agg(to_jsonb(s) order by s.at), '[]')
      from (select date_trunc('hour', m.minute) as at, sum(m.sent) as sent, sum(m.retried) as retried, sum(m.failed) as failed,
          sum(m.uncertain) as uncertain, sum(m.cancelled) as cancelled
        from private.minutes m where m.durations is null and m.minute > date_trunc('hour', now()) - interval '23 hours 1 second' group by 1) s));
end $$;
grant execute on function public.desk_system() to authenticated;

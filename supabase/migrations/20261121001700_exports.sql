-- Exports: many customers handed out as a file, page by page, and the log of who took what.

-- One row for each export. It says how far the file got while it is written, so that what was handed out before a
-- connection or a server broke is known as well.
create table private.exports (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references public.staff,
  scope text not null check (scope in ('all', 'search', 'outreach')),
  format text not null check (format in ('customers_csv', 'details_csv', 'json_lines')),
  -- Whom a search found, likeliest first. What was searched for is kept nowhere.
  found uuid[],
  customers int not null default 0,
  -- The last customer handed out: of an export of all, everybody up to this account number.
  last_account text,
  last_customer uuid references public.customers,
  last_rank double precision,
  began_at timestamptz not null default now(),
  read_at timestamptz not null default now(),
  ended_at timestamptz,
  completed boolean,
  constraint only_a_search_finds check ((found is not null) = (scope = 'search')),
  constraint an_ended_export_says_how check ((ended_at is null) = (completed is null))
);
alter table private.exports enable row level security;
-- serves the log, newest first
create index exports_newest on private.exports (began_at desc);
-- serves the limit on exports under way
create index exports_under_way on private.exports (staff_id) where ended_at is null;

-- An export only goes on until it ends; who took what, and when, stays.
create function private.refuse_rewriting_exports() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'UPDATE' or old.ended_at is not null or new.customers < old.customers
    or (new.id, new.staff_id, new.scope, new.format, new.found, new.began_at)
      is distinct from (old.id, old.staff_id, old.scope, old.format, old.found, old.began_at)
  then perform private.refuse('PT403', 'history_is_append_only');
  end if;
  return new;
end $$;
create trigger exports_only_go_on before update or delete on private.exports
  for each row execute function private.refuse_rewriting_exports();
create trigger exports_are_not_truncated before truncate on private.exports
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- who may, and how it stands */

-- Who may take customers out of the house as a file: all of them, those found by a search, the outreach queue.
create function private.exporters(scope text) returns public.staff_role[]
language sql immutable set search_path = '' as $$
  select (case scope when 'all' then '{admin}' when 'search' then '{supervisor,admin}'
    when 'outreach' then '{outreach,supervisor,admin}' else '{}' end)::public.staff_role[];
$$;

-- How an export stands: completed, broken_off or running. One whose server died, or whose reader was deactivated
-- meanwhile, broke off without anybody to say so.
create function private.export_state(e private.exports) returns text
language sql stable set search_path = '' as $$
  select case when e.completed then 'completed'
    when e.ended_at is not null or e.read_at < now() - interval '15 minutes'
      or not exists (select from public.staff s where s.id = e.staff_id and s.active) then 'broken_off'
    else 'running' end;
$$;

-- The caller's own export, locked; asked for each page, so that whoever may no longer export gets none. Refuses with
-- PT404 somebody else's.
create function private.my_export(export uuid) returns private.exports
language plpgsql security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff(
    variadic private.exporters((select e.scope from private.exports e where e.id = export)));
  mine private.exports;
begin
  select * into mine from private.exports e where e.id = export and e.staff_id = reader.id for update;
  if mine.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return mine;
end $$;

/* ---------------------------------------------------------------- the file, page by page */

-- Begins an export and logs it; returns its id. `query` is what to search for, where `scope` is 'search': the thousand
-- likeliest are taken. A member of staff has at most three under way (PT429).
create function public.begin_export(scope text, format text, query text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff(variadic private.exporters(scope));
  begun uuid;
begin
  if format is null or format not in ('customers_csv', 'details_csv', 'json_lines')
    or scope = 'search' and coalesce(trim(query), '') = ''
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if length(query) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  -- Two that begin at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('export by ' || reader.id, 0));
  if (select count(*) from private.exports e
    where e.staff_id = reader.id and e.ended_at is null and private.export_state(e) = 'running') >= 3
  then perform private.refuse('PT429', 'exports_under_way');
  end if;
  insert into private.exports (staff_id, scope, format, found) values (reader.id, scope, format,
    case scope when 'search' then array(
      select f.customer_id from private.find_customers(query, 1000) f join public.customers c on c.id = f.customer_id
      order by f.score desc, c.account_number limit 1000) end)
  returning id into begun;
  return begun;
end $$;
grant execute on function public.begin_export(text, text, text) to authenticated;

-- The customers that come next in an export, in its order: all by account number, the found likeliest first,
-- the queue's best to ask first (`rank` is theirs alone).
create function private.next_of_export(e private.exports, how_many int)
returns table (place bigint, customer_id uuid, account_number text, rank double precision)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  today date := private.today();
  lately timestamptz := private.reminded_since();
begin
  if e.scope = 'all' then
    return query select row_number() over (order by c.account_number), c.id, c.account_number, null::double precision
      from (select id, account_number from public.customers where withdrawn_at is null and erased_at is null and account_number > coalesce(e.last_account, '')
        order by account_number limit how_many) c;
  elsif e.scope = 'search' then
    return query select f.place, c.id, c.account_number, null::double precision
      from unnest(e.found[e.customers + 1 : e.customers + how_many]) with ordinality f(id, place)
      join public.customers c on c.id = f.id;
  else
    return query select row_number() over (order by q.rank desc, q.customer_id desc), c.id, c.account_number, q.rank
      from (select * from private.outreach_queue
        where (rank, customer_id)
            < (coalesce(e.last_rank, 'infinity'), coalesce(e.last_customer, uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          and review_on <= today and (reminded_at is null or reminded_at < lately)
        order by rank desc, customer_id desc limit how_many) q
      join public.customers c on c.id = q.customer_id;
  end if;
end $$;

-- Customers with all their details and how each is known, in the order of `customers`.
create function private.export_json(customers uuid[]) returns jsonb
language sql stable set search_path = '' as $$
  with details as (
    select d.customer_id, jsonb_agg(private.detail_json(d)
      order by d.kind, not d.is_primary, d.label nulls first, d.created_at, d.id) as list
    from private.current_details d where d.customer_id = any (customers) group by d.customer_id
  )
  select coalesce(jsonb_agg(jsonb_build_object('accountNumber', c.account_number, 'kind', c.kind, 'locale', c.locale,
      'contactBy', c.contact_by, 'yearlySpend', c.yearly_spend, 'birthDate', c.birth_date,
      'remindersOptOut', c.reminders_opt_out, 'since', c.created_at, 'details', coalesce(d.list, '[]')) order by p.place), '[]')
  from unnest(customers) with ordinality p(id, place)
  join public.customers c on c.id = p.id
  left join details d on d.customer_id = p.id;
$$;

-- The next page of the caller's own export: {"customers": […], "more"}. It remembers its place itself, so a page is
-- handed out once. Refuses with PT409 an export that is over.
create function public.export_page(export uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  most constant int := 500;
  e private.exports := private.my_export(export);
  page uuid[];
  accounts text[];
  ranks double precision[];
begin
  if private.export_state(e) <> 'running' then perform private.refuse('PT409', 'export_is_over'); end if;
  select coalesce(array_agg(n.customer_id order by n.place), '{}'), array_agg(n.account_number order by n.place),
    array_agg(n.rank order by n.place)
  into page, accounts, ranks from private.next_of_export(e, most) n;
  update private.exports set customers = customers + cardinality(page), read_at = now(),
    last_account = coalesce(accounts[cardinality(page)], last_account),
    last_customer = coalesce(page[cardinality(page)], last_customer),
    last_rank = coalesce(ranks[cardinality(page)], last_rank)
  where id = e.id;
  return jsonb_build_object('customers', private.export_json(page), 'more', cardinality(page) = most);
end $$;
grant execute on function public.export_page(uuid) to authenticated;

-- Closes the caller's own export in the log; one that is closed already stays as it is.
create function public.end_export(export uuid, completed boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.exports := private.my_export(export);
begin
  update private.exports set ended_at = now(), completed = coalesce(end_export.completed, false)
  where id = e.id and ended_at is null;
end $$;
grant execute on function public.end_export(uuid, boolean) to authenticated;

/* ---------------------------------------------------------------- the log */

-- The exports of everybody, newest first, fifty from `before` on.
create function public.desk_exports(before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || (select jsonb_build_object('exports', coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'by', s.name, 'scope', e.scope, 'format', e.format, 'beganAt', e.began_at, 'endedAt', e.ended_at,
      'state', private.export_state(e), 'customers', e.customers, 'lastAccount', e.last_account) order by e.began_at desc), '[]'))
    from (select * from private.exports where began_at < coalesce(before, 'infinity') order by began_at desc limit 50) e
    join public.staff s on s.id = e.staff_id);
end $$;
grant execute on function public.desk_exports(timestamptz) to authenticated;

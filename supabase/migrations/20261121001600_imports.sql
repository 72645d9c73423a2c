-- Data in: a file of customers is received in chunks, checked (the dry run), applied through the write function, and may
-- be undone as a whole while nothing was built on it. A chunk is the unit of everything: it is applied in one transaction
-- together with the word that it was, so a kill loses no line and doubles none.

create type private.import_state as enum
  ('receiving', 'mapping', 'checking', 'checked', 'applying', 'paused', 'applied', 'cancelled', 'undoing', 'undone');

create table private.imports (
  id uuid primary key default private.new_id(),
  file_name text not null check (length(file_name) between 1 and 255),
  -- SHA-256 of the file where it is known, by which the command line finds an import that it began
  file_hash text,
  encoding text not null,
  separator text not null,
  header text[] not null check (cardinality(header) between 1 and 200),
  -- what each column holds, by the names of app/imports/import.schema.ts; null for a column that is left out
  columns jsonb,
  -- {"country", "locale", "dateOrder", "newerWins", "leaveOutLookalikes"}
  settings jsonb,
  state private.import_state not null default 'receiving',
  lines int not null default 0,
  created_by uuid references public.staff,
  created_at timestamptz not null default now(),
  applied_from timestamptz,
  finished_at timestamptz,
  -- the request under which undoing saves, as the import's own id is that of the import
  undo_request uuid not null default gen_random_uuid(),
  lease_token uuid,
  lease_until timestamptz,
  -- failed attempts at one chunk, one after the other; the fifth pauses the import
  failures smallint not null default 0
);
alter table private.imports enable row level security;
create index imports_newest on private.imports (created_at desc);
-- serves the workers' question whether there is anything to do
create index imports_under_way on private.imports (created_at) where state in ('checking', 'applying', 'undoing');
-- Two at once would meet on the same customers and wait for each other.
create unique index one_import_changes_customers_at_a_time on private.imports ((true)) where state in ('applying', 'undoing');

create table private.import_chunks (
  import_id uuid not null references private.imports on delete cascade,
  place int not null,
  first_line int not null,
  -- as received: an array of arrays of texts; kept until the chunk is applied, so that it can be checked again
  rows jsonb,
  -- as checked: [{"line", "account", "kind", …, "details": [{"kind", "value", "label", "confirmedAt"}]}], the good lines alone
  lines jsonb,
  -- {"new", "changed", "confirmed", "unchanged", "kept", "bad"}: how many lines would do what, or did
  counts jsonb,
  state text not null default 'received' check (state in ('received', 'checked', 'applied', 'undone')),
  -- what undoing needs: the customers, those of them that the chunk created, and what the others' rows said before
  customers uuid[],
  created uuid[],
  before jsonb,
  primary key (import_id, place)
);
alter table private.import_chunks enable row level security;
-- written once, read a few times and dropped: not worth packing
alter table private.import_chunks alter column rows set storage external, alter column lines set storage external;
-- serves the workers: the next chunk of an import
create index import_chunks_to_apply on private.import_chunks (import_id, place) where state = 'checked';
create index import_chunks_to_undo on private.import_chunks (import_id, place) where state = 'applied';

-- What is to be said about a line: a bad one is left out; a remark is for the admin to read.
create table private.import_problems (
  import_id uuid not null references private.imports on delete cascade,
  line int not null,
  place smallint not null,
  bad boolean not null,
  code text not null,
  -- the field (a name of app/imports/import.schema.ts) that it is about
  field text,
  -- what the code speaks of: the line that had the account number before, the account that looks alike
  about text,
  cells jsonb not null,
  primary key (import_id, line, place)
);
alter table private.import_problems enable row level security;
-- serves the first of either kind
create index import_problems_by_kind on private.import_problems (import_id, bad, line, place);

-- Which line brought an account number first.
create table private.import_accounts (
  import_id uuid not null references private.imports on delete cascade,
  account_number text not null,
  line int not null,
  primary key (import_id, account_number)
);
alter table private.import_accounts enable row level security;

/* ---------------------------------------------------------------- what lines mean beside what is there */

create type private.import_change as (line int, customer_id uuid, op text, detail_id uuid, kind public.detail_kind,
  value jsonb, label text, version int, confirmed_at timestamptz);

-- By what two values count as the same: an address that differs only in capital letters reaches the same mailbox, and a
-- file says nothing of who receives at a site and how to deliver there.
create function private.import_key(kind public.detail_kind, value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return case kind when 'email' then to_jsonb(lower(value #>> '{}')) when 'shipping_address' then value - array['contact', 'hints']
    else value end;
end $$;

-- What the details of checked lines ask of customers that exist: add, change, confirm, same (nothing to do), or keep:
-- a proven email is never replaced by a file, and with `newer_wins` nothing that was confirmed later than the file says.
-- A detail is found by its value, else by its place: the one name and billing address, a site by its label, the primary
-- of the others (for a second of a kind in one line, the first that is not primary).
create function private.import_changes(lines jsonb, newer_wins boolean) returns setof private.import_change
language sql stable set search_path = '' as $$
  with asked as (
    select l.line, c.id as customer_id, d.kind, d.value, d.label, d."confirmedAt" as confirmed_at,
      row_number() over (partition by l.line, d.kind order by d.nth) as nth,
      array_agg(private.import_key(d.kind, d.value)) over (partition by l.line, d.kind) as siblings
    from jsonb_to_recordset(lines) as l(line int, account text, details jsonb)
    cross join lateral (select id from public.customers c where c.account_number = l.account limit 1) c,
    rows from (jsonb_to_recordset(l.details) as (kind public.detail_kind, value jsonb, label text, "confirmedAt" timestamptz))
      with ordinality as d(kind, value, label, "confirmedAt", nth)
  )
  select (a.line, a.customer_id,
    case
      when d.id is null then 'add'
      when d.same then case when a.confirmed_at > coalesce(d.confirmed_at, '-infinity') then 'confirm' else 'same' end
      when d.verified_at is not null then 'keep'
      when newer_wins and d.confirmed_at >= coalesce(a.confirmed_at, '-infinity') then 'keep'
      else 'change'
    end,
    d.id, a.kind, private.with_delivery(a.kind, a.value, d.value), a.label, d.version, a.confirmed_at)::private.import_change
  from asked a
  left join lateral (
    select d.*, private.import_key(d.kind, d.value) = private.import_key(a.kind, a.value) as same from private.current_details d
    where d.customer_id = a.customer_id and d.kind = a.kind and (
      private.import_key(d.kind, d.value) = private.import_key(a.kind, a.value)
      or private.import_key(d.kind, d.value) <> all (a.siblings) and case
        when a.kind in ('name', 'billing_address') then true
        when a.kind = 'shipping_address' then lower(d.label) = lower(a.label)
        else d.is_primary = (a.nth = 1) end)
    order by same desc, d.is_primary desc, d.created_at, d.id limit 1) d on true;
$$;

-- For each line what applying it would do to its customer: new, changed, confirmed or unchanged; and whether a value of
-- ours is kept. A line whose account does not exist is new.
create function private.import_verdicts(lines jsonb, newer_wins boolean)
returns table (line int, account text, verdict text, kept boolean)
language sql stable set search_path = '' as $$
  select l.line, l.account, case
      when c.id is null or c.withdrawn_at is not null then 'new'
      when coalesce(m.changed, false) or (coalesce(l.locale, c.locale),
          case c.kind when 'person' then coalesce(l."birthDate", c.birth_date) end, coalesce(l."yearlySpend", c.yearly_spend), coalesce(l."contactBy", c.contact_by))
        is distinct from (c.locale, c.birth_date, c.yearly_spend, c.contact_by) then 'changed'
      when coalesce(m.confirmed, false) then 'confirmed'
      else 'unchanged' end,
    coalesce(m.kept, false)
  from jsonb_to_recordset(lines) as l(line int, account text, locale text, "birthDate" date, "yearlySpend" numeric, "contactBy" text)
  left join lateral (select * from public.customers c where c.account_number = l.account limit 1) c on true
  left join (
    select i.line, bool_or(i.op in ('add', 'change')) as changed, bool_or(i.op = 'confirm') as confirmed, bool_or(i.op = 'keep') as kept
    from private.import_changes(lines, newer_wins) i group by i.line) m on m.line = l.line;
$$;

-- An existing customer whom a line with a new account number may mean: the same email, or the same number and a word of
-- the name. One for each such line.
create function private.import_lookalikes(lines jsonb) returns table (line int, account text)
language sql stable set search_path = '' as $$
  select distinct on (l.line) l.line, c.account_number
  from jsonb_to_recordset(lines) as l(line int, account text, details jsonb),
    jsonb_to_recordset(l.details) as d(kind text, value jsonb),
    lateral (select * from private.search_keys k
      where d.kind = 'email' and k.kind = 'email' and k.key = lower(d.value #>> '{}')
        or d.kind in ('phone', 'fax') and k.kind = 'number' and k.key = reverse(substr(d.value #>> '{}', 2)) limit 20) k
    join public.customers c on c.id = k.customer_id
  where not exists (select from public.customers o where o.account_number = l.account and o.withdrawn_at is null)
    and (k.kind = 'email' or exists (
      select from private.customer_words w, jsonb_to_recordset(l.details) as n(kind text, value jsonb)
      where n.kind = 'name' and w.customer_id = c.id and w.words @@ (select string_agg(quote_literal(word), '|')::tsquery
        from unnest(private.words(coalesce(n.value->>'family', '') || ' ' || coalesce(n.value->>'company', ''))) word)))
  order by l.line, k.kind, c.account_number;
$$;

/* ---------------------------------------------------------------- the admin's acts */

-- The admin who imports; null for the command line, which has the secret key. Refuses everybody else.
create function private.require_importer() returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
  nobody public.staff;
begin
  if current_setting('role', true) = 'service_role' then return nobody; end if;
  return private.require_staff('admin');
end $$;

-- The import in one of `states`, locked; 404 where there is none, 409 in another state. The lock is one that chunks at hand
-- need not wait for, whose foreign keys look at the import: so that a pause need not wait for them, and an undo may.
create function private.import_in(import uuid, variadic states private.import_state[]) returns private.imports
language plpgsql set search_path = '' as $$
declare
  i private.imports;
begin
  select * into i from private.imports where id = import for no key update;
  if i.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if not i.state = any (states) then perform private.refuse('PT409', 'import_is_elsewhere'); end if;
  return i;
end $$;

-- Opens an import; its rows follow. The columns of the last file with the same header are remembered, also for its file of
-- bad lines, which has two columns more.
-- Returns {"import": uuid, "columns": […] or null}.
create function public.import_open(file_name text, encoding text, separator text, header text[], file_hash text default null)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  importer public.staff := private.require_importer();
  remembered jsonb;
  opened uuid;
begin
  if coalesce(length(file_name), 0) not between 1 and 255 or coalesce(cardinality(header), 0) not between 1 and 200 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  select i.columns || case when i.header = import_open.header then '[]' else '[null, null]'::jsonb end into remembered
  from private.imports i
  where i.columns is not null and import_open.header in (i.header, i.header || array['line', 'problem'])
  order by i.created_at desc limit 1;
  insert into private.imports (file_name, file_hash, encoding, separator, header, columns, created_by)
  values (file_name, file_hash, encoding, separator, header, remembered, importer.id) returning id into opened;
  return jsonb_build_object('import', opened, 'columns', remembered);
end $$;
grant execute on function public.import_open(text, text, text, text[], text) to authenticated, service_role;

-- Takes the next rows, at most 2,000: an array of arrays of texts, an empty one for an empty line. A place that was taken
-- before is not taken twice.
create function public.import_receive(import uuid, place int, first_line int, rows jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_importer();
  perform private.import_in(import, 'receiving');
  if jsonb_typeof(rows) is distinct from 'array' or jsonb_array_length(rows) not between 1 and 2000
    or jsonb_path_exists(rows, 'strict $[*] ? (@.type() != "array")')
    or jsonb_path_exists(rows, 'strict $[*][*] ? (@.type() != "string")', silent => true)
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  insert into private.import_chunks (import_id, place, first_line, rows) values (import, place, first_line, rows) on conflict do nothing;
end $$;
grant execute on function public.import_receive(uuid, int, int, jsonb) to authenticated, service_role;

-- How many of a chunk's rows are lines: empty ones only keep the others' numbers.
create function private.line_count(rows jsonb) returns int
language sql immutable set search_path = '' as $$ select count(*)::int from jsonb_array_elements(rows) r where r <> '[]'; $$;

-- Says that all rows have come, and as which encoding they were read in the end: a file may begin with 64 KB of plain
-- letters. A file that broke off on the way never gets here and is forgotten.
create function public.import_received(import uuid, encoding text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_importer();
  perform private.import_in(import, 'receiving');
  update private.imports i set state = 'mapping', encoding = import_received.encoding,
    lines = (select coalesce(sum(private.line_count(c.rows)), 0) from private.import_chunks c where c.import_id = import)
  where i.id = import;
end $$;
grant execute on function public.import_received(uuid, text) to authenticated, service_role;

-- Has the rows checked by these columns and settings; may be asked again with others until the import is applied.
create function public.import_check(import uuid, columns jsonb, settings jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  asked private.imports;
begin
  perform private.require_importer();
  asked := private.import_in(import, 'mapping', 'checking', 'checked');
  -- what a worker could not read would keep it busy for good
  if jsonb_typeof(columns) is distinct from 'array' or jsonb_array_length(columns) <> cardinality(asked.header)
    or jsonb_path_exists(columns, 'strict $[*] ? (@.type() != "string" && @ != null)') or length(columns::text) > 20000
    or not coalesce(settings->>'country' ~ '^[A-Z]{2}$' and settings->>'locale' in ('de', 'en', 'hu')
      and settings->>'dateOrder' in ('dmy', 'mdy') and jsonb_typeof(settings->'newerWins') = 'boolean'
      and jsonb_typeof(settings->'leaveOutLookalikes') = 'boolean' and length(settings::text) <= 1000, false)
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  delete from private.import_problems where import_id = import;
  delete from private.import_accounts where import_id = import;
  update private.import_chunks set state = 'received', lines = null, counts = null where import_id = import and state <> 'received';
  update private.imports i set columns = import_check.columns, settings = import_check.settings, state = 'checking',
    lease_token = null, lease_until = null, failures = 0
  where i.id = import;
end $$;
grant execute on function public.import_check(uuid, jsonb, jsonb) to authenticated, service_role;

-- Begins to apply a checked import, or goes on with a paused one. One import at a time.
create function public.import_apply(import uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_importer();
  perform private.import_in(import, 'checked', 'paused');
  update private.imports set state = 'applying', applied_from = coalesce(applied_from, now()), failures = 0 where id = import;
exception when unique_violation then
  perform private.refuse('PT409', 'another_import_runs');
end $$;
grant execute on function public.import_apply(uuid) to authenticated, service_role;

-- Stops after the chunk at hand; import_apply goes on.
create function public.import_pause(import uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_importer();
  perform private.import_in(import, 'applying');
  update private.imports set state = 'paused' where id = import;
end $$;
grant execute on function public.import_pause(uuid) to authenticated, service_role;

-- Gives up an import of which nothing was applied, and forgets its rows.
create function public.import_cancel(import uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_importer();
  perform private.import_in(import, 'receiving', 'mapping', 'checking', 'checked');
  update private.imports set state = 'cancelled', finished_at = now() where id = import;
  delete from private.import_chunks where import_id = import;
  delete from private.import_problems where import_id = import;
  delete from private.import_accounts where import_id = import;
end $$;
grant execute on function public.import_cancel(uuid) to authenticated, service_role;

/* ---------------------------------------------------------------- the workers' acts */

-- The next piece of work, for any number of workers: applies or undoes a chunk of the import that is at it, or hands out a
-- chunk to check, with a lease on the import. Returns {"act": none | applied | undone | check, …}.
create function public.import_next(lease_seconds int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i private.imports;
  done jsonb;
begin
  select * into i from private.imports where state in ('applying', 'undoing') limit 1;
  if i.state = 'applying' then done := private.apply_next(i); end if;
  if i.state = 'undoing' then done := private.undo_next(i); end if;
  if done->>'act' <> 'none' then return done; end if;

  select * into i from private.imports
  where state = 'checking' and (lease_until is null or lease_until < now())
  order by created_at limit 1 for update skip locked;
  if i.id is null then return '{"act": "none"}'; end if;
  update private.imports set lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => lease_seconds)
  where id = i.id returning * into i;
  return private.chunk_to_check(i);
end $$;
grant execute on function public.import_next(int) to service_role;

-- The first chunk that waits for its check, as the worker gets it; where none is left, the import is checked.
create function private.chunk_to_check(i private.imports) returns jsonb
language plpgsql set search_path = '' as $$
declare
  c private.import_chunks;
begin
  select * into c from private.import_chunks where import_id = i.id and state = 'received' order by place limit 1;
  if c.import_id is null then
    update private.imports set state = 'checked', lease_token = null, lease_until = null where id = i.id;
    return '{"act": "none"}';
  end if;
  return jsonb_build_object('act', 'check', 'import', i.id, 'lease', i.lease_token, 'place', c.place, 'firstLine', c.first_line,
    'rows', c.rows, 'columns', i.columns, 'settings', i.settings);
end $$;

-- Takes the result of a check: the good lines and what is to be said about others, [{"line", "bad", "code", "field"}].
-- Adds what only the base knows: account numbers that came before in this file, customers of another kind, new ones without
-- a name, look-alikes, values that are kept. Returns the next chunk to check as import_next does; {"act": "none"} where the lease has gone.
create function public.import_checked(import uuid, lease uuid, place int, lines jsonb, problems jsonb, lease_seconds int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i private.imports;
  c private.import_chunks;
  newer_wins boolean;
begin
  select * into i from private.imports where id = import and state = 'checking' and lease_token = lease for update;
  if i.id is null then return '{"act": "none"}'; end if;
  newer_wins := coalesce((i.settings->>'newerWins')::boolean, true);
  select * into c from private.import_chunks k where k.import_id = import and k.place = import_checked.place and k.state = 'received';
  if c.import_id is null then return private.chunk_to_check(i); end if;

  with known as (
    insert into private.import_accounts (import_id, account_number, line)
    select distinct on (l.account) import, l.account, l.line
    from jsonb_to_recordset(lines) as l(line int, account text) order by l.account, l.line
    on conflict do nothing returning account_number, line
  ), found as (
    select p.line, p.bad, p.code, p.field, null as about from jsonb_to_recordset(problems) as p(line int, bad boolean, code text, field text)
    union all
    select l.line, true, 'account_twice', 'account_number', coalesce(k.line, (select a.line from private.import_accounts a
      where a.import_id = import and a.account_number = l.account))::text
    from jsonb_to_recordset(lines) as l(line int, account text) left join known k on k.account_number = l.account
    where k.line is distinct from l.line
    union all
    select l.line, true, 'kind_differs', 'kind', null
    from jsonb_to_recordset(lines) as l(line int, account text, kind public.customer_kind)
    join public.customers u on u.account_number = l.account and u.withdrawn_at is null and u.kind <> l.kind
    union all
    select l.line, true, 'customer_erased', null, null
    from jsonb_to_recordset(lines) as l(line int, account text)
    join public.customers u on u.account_number = l.account and u.erased_at is not null
    union all
    select l.line, true, 'name_missing', null, null
    from jsonb_to_recordset(lines) as l(line int, account text, details jsonb)
    where not exists (select from public.customers u where u.account_number = l.account and u.withdrawn_at is null)
      and not l.details @> '[{"kind": "name"}]'
    union all
    select l.line, coalesce((i.settings->>'leaveOutLookalikes')::boolean, false), 'looks_like', null, l.account
    from private.import_lookalikes(lines) l
    union all
    select v.line, false, 'kept', null, null from private.import_verdicts(lines, newer_wins) v where v.kept
  )
  insert into private.import_problems (import_id, line, place, bad, code, field, about, cells)
  select import, f.line, row_number() over (partition by f.line order by f.bad desc, f.code), f.bad, f.code, f.field, f.about,
    coalesce(c.rows->(f.line - c.first_line), '[]')
  from found f where f.bad or not exists (select from found b where b.line = f.line and b.bad);

  lines := (select coalesce(jsonb_agg(l order by (l->>'line')::int), '[]') from jsonb_array_elements(lines) l
    where not exists (select from private.import_problems p
      where p.import_id = import and p.line = (l->>'line')::int and p.bad));
  update private.import_chunks k set state = 'checked', lines = import_checked.lines,
    counts = private.import_counts(import_checked.lines, newer_wins)
      || jsonb_build_object('bad', private.line_count(c.rows) - jsonb_array_length(import_checked.lines))
  where k.import_id = import and k.place = import_checked.place;
  update private.imports set lease_until = now() + make_interval(secs => lease_seconds), failures = 0 where id = import;
  return private.chunk_to_check(i);
end $$;
grant execute on function public.import_checked(uuid, uuid, int, jsonb, jsonb, int) to service_role;

-- How many lines would do what.
create function private.import_counts(lines jsonb, newer_wins boolean) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('new', count(*) filter (where verdict = 'new'), 'changed', count(*) filter (where verdict = 'changed'),
    'confirmed', count(*) filter (where verdict = 'confirmed'), 'unchanged', count(*) filter (where verdict = 'unchanged'),
    'kept', count(*) filter (where kept))
  from private.import_verdicts(lines, newer_wins);
$$;

-- A worker's word that its act failed as a whole (a time-out, say): checking a chunk of `import`, or with null applying or
-- undoing one. After five in a row the import pauses, or asks for its columns again, for an admin to see; until then it is
-- simply tried again.
create function public.import_failed(import uuid default null) returns void
language sql security definer set search_path = '' as $$
  update private.imports i set failures = i.failures + 1, state = case when i.failures < 4 then i.state
    when i.state = 'applying' then 'paused' when i.state = 'checking' then 'mapping' else i.state end,
    lease_token = null, lease_until = null
  where case when import is null then i.state in ('applying', 'undoing') else i.id = import and i.state = 'checking' end;
$$;
grant execute on function public.import_failed(uuid) to service_role;

/* ---------------------------------------------------------------- applying */

-- Applies the next chunk of an import, beside other workers that apply others.
create function private.apply_next(i private.imports) returns jsonb
language plpgsql set search_path = '' as $$
declare
  c private.import_chunks;
begin
  select * into c from private.import_chunks where import_id = i.id and state = 'checked' order by place limit 1 for update skip locked;
  -- Looked at once more now that the chunk is ours: whoever pauses and then undoes waits for the chunks that others hold.
  perform from private.imports where id = i.id and state = 'applying';
  if not found then return '{"act": "none"}'; end if;
  if c.import_id is null then return private.finish_import(i, 'checked', 'applied'); end if;

  perform private.apply_chunk(i, c);
  if i.failures > 0 then update private.imports set failures = 0 where id = i.id; end if;
  perform private.recount_tables(c.place);
  return jsonb_build_object('act', 'applied', 'import', i.id, 'place', c.place);
end $$;

-- Has the tables counted while the first import fills them, each time that they have grown thirtyfold: plans made for small
-- tables read large ones from end to end, and the server's own counting looks only once a minute.
create function private.recount_tables(chunks int) returns void
language plpgsql set search_path = '' as $$
begin
  if (select reltuples from pg_catalog.pg_class where oid = 'public.customers'::regclass) * 30 > chunks * 1000 then return; end if;
  analyze public.customers (id, account_number), public.contact_details (id, customer_id, kind, is_primary, removed_at),
    public.contact_detail_values (id, detail_id), public.updates (id, customer_id, request_id), public.update_items (update_id, detail_id),
    private.search_keys (detail_id, kind, customer_id), private.customer_words (customer_id), private.outreach_queue (customer_id);
end $$;

-- Ends an import when no chunk is in state `left_over` any more; another worker may still hold the last one.
create function private.finish_import(i private.imports, left_over text, ended private.import_state) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if exists (select from private.import_chunks where import_id = i.id and state = left_over) then return '{"act": "none"}'; end if;
  update private.imports set state = ended, finished_at = now() where id = i.id and state in ('applying', 'undoing');
  delete from private.import_accounts where import_id = i.id;
  return jsonb_build_object('act', ended, 'import', i.id, 'place', null);
end $$;

-- Applies a chunk as a whole; should the base refuse it, line by line, so that one line that became impossible since the
-- check leaves only itself out. What is no line's fault is raised, and the chunk is tried again.
create function private.apply_chunk(i private.imports, c private.import_chunks) returns void
language plpgsql set search_path = '' as $$
declare
  -- unpacked once, and not by each statement that reads it
  checked jsonb := c.lines #> '{}';
  one jsonb;
  spared jsonb := '[]';
begin
  -- Taken here as well, so that they are held from the first line to the last also where lines are applied one by one.
  perform from public.customers u where u.account_number in (select l.account from jsonb_to_recordset(checked) as l(account text))
  order by u.id for no key update;
  begin
    perform private.apply_lines(i, c.place, checked);
  exception when others then
    if sqlstate !~ '^(PT4|22|23)' then raise; end if;
    for one in select * from jsonb_array_elements(checked) loop
      begin
        perform private.apply_lines(i, c.place, jsonb_build_array(one));
        spared := spared || one;
      exception when others then
        if sqlstate !~ '^(PT4|22|23)' then raise; end if;
        insert into private.import_problems (import_id, line, place, bad, code, cells)
        -- of who was erased meanwhile nothing is kept again
        values (i.id, (one->>'line')::int, 100, true, 'refused',
          case when sqlerrm = 'customer_is_erased' then '[]' else c.rows->((one->>'line')::int - c.first_line) end);
      end;
    end loop;
    update private.import_chunks k set counts = k.counts || jsonb_build_object('bad',
      (k.counts->>'bad')::int + jsonb_array_length(checked) - jsonb_array_length(spared))
    where k.import_id = i.id and k.place = c.place;
  end;
  update private.import_chunks set state = 'applied', rows = null, lines = null where import_id = i.id and place = c.place;
end $$;

-- Creates the customers that are new, brings the others' rows up to the lines, and hands all details to the write
-- function as one set under the import's id. Remembers in the chunk what undoing needs.
create function private.apply_lines(i private.imports, chunk_place int, lines jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  newer_wins boolean := coalesce((i.settings->>'newerWins')::boolean, true);
  accounts text[] := array(select l.account from jsonb_to_recordset(lines) as l(account text));
  known uuid[];
  made uuid[];
  back uuid[] := '{}';
  earlier jsonb := '{}';
  changes private.detail_change[];
begin
  known := array(select c.id from public.customers c where c.account_number = any (accounts) order by c.id for no key update);
  if known <> '{}' then
    earlier := (select coalesce(jsonb_object_agg(c.id, private.customer_columns(c)), '{}')
      from public.customers c where c.id = any (known) and c.withdrawn_at is null);
  end if;

  with inserted as (
    insert into public.customers (account_number, kind, locale, country, birth_date, yearly_spend, contact_by)
    select l.account, l.kind, coalesce(l.locale, l."localeIfNew"), l.country, l."birthDate", coalesce(l."yearlySpend", 0),
      coalesce(l."contactBy", 'email')
    from jsonb_to_recordset(lines) as l(account text, kind public.customer_kind, locale text, "localeIfNew" text, country text,
      "birthDate" date, "yearlySpend" numeric, "contactBy" text)
    where not exists (select from public.customers c where c.account_number = l.account)
    returning id
  )
  select coalesce(array_agg(id), '{}') into made from inserted;

  -- A first import meets nobody: then its details need not be looked for either.
  if known = '{}' then
    changes := array(select (c.id, i.id, 'add', null, d.kind, d.value, d.label, null, null, null, false, d."confirmedAt")::private.detail_change
      from jsonb_to_recordset(lines) as l(account text, details jsonb)
      cross join lateral (select id from public.customers c where c.account_number = l.account limit 1) c,
      jsonb_to_recordset(l.details) as d(kind public.detail_kind, value jsonb, label text, "confirmedAt" timestamptz));
  else
    back := private.meet_known(known, lines);
    changes := array(select (m.customer_id, i.id, m.op, m.detail_id, m.kind, case m.op when 'confirm' then null else m.value end,
        case m.op when 'add' then m.label end, null, m.version, null, false, m.confirmed_at)::private.detail_change
      from private.import_changes(lines, newer_wins) m where m.op in ('add', 'change', 'confirm'));
  end if;
  update private.import_chunks c set customers = coalesce(c.customers, '{}') || known || made,
    created = coalesce(c.created, '{}') || made || back,
    before = jsonb_build_object('customers', coalesce(c.before->'customers', '[]') || private.changed_customers(earlier),
      'details', coalesce(c.before->'details', '[]') || private.details_before(changes))
  where c.import_id = i.id and c.place = chunk_place;
  perform private.write_update((null, null, null)::private.actor, 'import', changes, false);
  -- yearly spend is part of the rank, also where no detail changed
  if known <> '{}' then perform private.rank_customers(known); end if;
end $$;

-- Brings the rows of customers that exist up to their lines. Returns those who had been withdrawn and come back.
create function private.meet_known(known uuid[], lines jsonb) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  back uuid[] := array(select c.id from public.customers c where c.id = any (known) and c.withdrawn_at is not null);
begin
  -- who was erased since the check; the line alone is left out
  if exists (select from public.customers c where c.id = any (known) and c.erased_at is not null) then
    perform private.refuse('PT409', 'customer_is_erased');
  end if;
  perform private.bring_back(back, lines);
  -- what a line without a kind says of a birth date is no business of a company's
  update public.customers c set locale = coalesce(l.locale, c.locale),
    birth_date = case c.kind when 'person' then coalesce(l."birthDate", c.birth_date) end,
    yearly_spend = coalesce(l."yearlySpend", c.yearly_spend), contact_by = coalesce(l."contactBy", c.contact_by)
  from jsonb_to_recordset(lines) as l(account text, locale text, "birthDate" date, "yearlySpend" numeric, "contactBy" text)
  where c.id = any (known) and c.account_number = l.account
    and (c.locale, c.birth_date, c.yearly_spend, c.contact_by) is distinct from (coalesce(l.locale, c.locale),
      case c.kind when 'person' then coalesce(l."birthDate", c.birth_date) end, coalesce(l."yearlySpend", c.yearly_spend), coalesce(l."contactBy", c.contact_by));
  return back;
end $$;

-- Lets customers whom an undone import had withdrawn come back as the new ones that their lines say they are.
create function private.bring_back(customers uuid[], lines jsonb) returns void
language sql set search_path = '' as $$
  update public.customers c set withdrawn_at = null, kind = l.kind, locale = coalesce(l.locale, l."localeIfNew"),
    country = l.country, birth_date = l."birthDate", yearly_spend = coalesce(l."yearlySpend", 0),
    contact_by = coalesce(l."contactBy", 'email')
  from jsonb_to_recordset(lines) as l(account text, kind public.customer_kind, locale text, "localeIfNew" text, country text,
    "birthDate" date, "yearlySpend" numeric, "contactBy" text)
  where c.id = any (customers) and c.account_number = l.account;
$$;

-- A customer's own columns that a file may change.
create function private.customer_columns(c public.customers) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('locale', c.locale, 'birth_date', c.birth_date, 'yearly_spend', c.yearly_spend, 'contact_by', c.contact_by);
$$;

-- Of customers as they were, {"<id>": columns}, those that say something else now: [{"id", "was", "set"}].
create function private.changed_customers(earlier jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'was', e.value, 'set', private.customer_columns(c))), '[]')
  from jsonb_each(earlier) e join public.customers c on c.id = e.key::uuid where private.customer_columns(c) <> e.value;
$$;

-- What the freshness of the details says that `changes` are about to touch.
create function private.details_before(changes private.detail_change[]) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'verified_at', d.verified_at, 'confirmed_at', d.confirmed_at,
    'confirmed_by', d.confirmed_by, 'confirmed_login', d.confirmed_login, 'channel', d.channel, 'review_on', d.review_on,
    'hold_reason', d.hold_reason, 'known_since', d.known_since)), '[]')
  from unnest(changes) c join private.current_details d on d.id = c.detail_id where c.op <> 'add';
$$;

/* ---------------------------------------------------------------- undoing */

-- How long an applied import can be undone; then what undoing needs is forgotten.
create function private.import_memory() returns interval
language sql immutable set search_path = '' as $$ select interval '30 days'; $$;

-- Those of `customers` on which something was built since the import saved them: a later update, somebody who may sign
-- in, a task, an address on proof, a note or what is being written of one, paper, a reminder.
create function private.built_on(i private.imports, customers uuid[]) returns setof uuid
language sql stable set search_path = '' as $$
  select mine.customer_id from public.updates mine
  where mine.customer_id = any (customers) and mine.request_id = i.id and (
    -- items are numbered under the customer's lock; the moment at which a transaction began tells no order
    exists (select from public.updates u join public.update_items m on m.update_id = u.id
      where u.customer_id = mine.customer_id and u.request_id not in (i.id, i.undo_request)
        and m.id > (select max(own.id) from public.update_items own where own.update_id = mine.id))
    or exists (select from public.logins l where l.customer_id = mine.customer_id and l.created_at >= mine.occurred_at)
    or exists (select from public.tasks t where t.customer_id = mine.customer_id and t.created_at >= mine.occurred_at)
    or exists (select from public.reminders r where r.customer_id = mine.customer_id and r.created_at >= mine.occurred_at)
    or exists (select from private.email_proofs e where e.customer_id = mine.customer_id and e.created_at >= mine.occurred_at)
    or exists (select from public.notes n where n.customer_id = mine.customer_id and n.saved_at >= mine.occurred_at)
    or exists (select from private.note_drafts d where d.customer_id = mine.customer_id and d.typed_at >= mine.occurred_at)
    or exists (select from public.written_change_keyings k where k.customer_id = mine.customer_id and k.keyed_at >= mine.occurred_at));
$$;

-- Up to ten customers of the whole import on which something was built. Asked from the other side, from what is newer than
-- the import: there is little of that, where a look at each of a million customers takes longer than a request may.
create function private.built_on_since(i private.imports) returns setof uuid
language sql stable set search_path = '' as $$
  with newer as (
    select u.customer_id, u.id as update_id, null::timestamptz as at from public.updates u
    where u.id >= (lpad(to_hex((extract(epoch from i.applied_from) * 1000)::bigint - 1), 12, '0') || repeat('0', 20))::uuid
      and u.request_id not in (i.id, i.undo_request)
    union all select l.customer_id, null, l.created_at from public.logins l where l.created_at >= i.applied_from
    union all select t.customer_id, null, t.created_at from public.tasks t where t.created_at >= i.applied_from
    union all select r.customer_id, null, r.created_at from public.reminders r where r.created_at >= i.applied_from
    union all select e.customer_id, null, e.created_at from private.email_proofs e where e.created_at >= i.applied_from
    union all select n.customer_id, null, n.saved_at from public.notes n where n.saved_at >= i.applied_from
    union all select d.customer_id, null, d.typed_at from private.note_drafts d where d.typed_at >= i.applied_from
    union all select k.customer_id, null, k.keyed_at from public.written_change_keyings k where k.keyed_at >= i.applied_from
  )
  select distinct n.customer_id from newer n
  join public.updates mine on mine.customer_id = n.customer_id and mine.request_id = i.id
  where n.at >= mine.occurred_at
    or exists (select from public.update_items m where m.update_id = n.update_id
      and m.id > (select max(own.id) from public.update_items own where own.update_id = mine.id))
  limit 10;
$$;

-- Begins to undo an import as a whole; refuses with the first few account numbers where something was built on it.
create function public.import_undo(import uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i private.imports;
  taken text[];
begin
  perform private.require_importer();
  i := private.import_in(import, 'applied', 'paused');
  -- A pause leaves the chunks at hand to be finished: they are undone as well.
  perform from private.import_chunks k where k.import_id = import and k.state = 'checked' for share;
  if i.finished_at < now() - private.import_memory() then perform private.refuse('PT409', 'import_too_old'); end if;
  taken := array(select u.account_number from private.built_on_since(i) b join public.customers u on u.id = b);
  if taken <> '{}' then return jsonb_build_object('state', 'built_on', 'accounts', taken); end if;
  begin
    update private.imports set state = 'undoing' where id = import;
  exception when unique_violation then
    perform private.refuse('PT409', 'another_import_runs');
  end;
  return '{"state": "undoing", "accounts": []}';
end $$;
grant execute on function public.import_undo(uuid) to authenticated, service_role;

-- Undoes the next chunk.
create function private.undo_next(i private.imports) returns jsonb
language plpgsql set search_path = '' as $$
declare
  c private.import_chunks;
begin
  select * into c from private.import_chunks where import_id = i.id and state = 'applied' order by place limit 1 for update skip locked;
  if c.import_id is null then return private.finish_import(i, 'applied', 'undone'); end if;
  perform private.undo_chunk(i, c);
  return jsonb_build_object('act', 'undone', 'import', i.id, 'place', c.place);
end $$;

-- Takes a chunk back as updates of its own: what was added goes, what was changed gets its value back, and the freshness
-- of both is as it was. Customers that the import created are withdrawn. Where something was built on a customer since
-- undoing began, that customer is kept and told.
create function private.undo_chunk(i private.imports, c private.import_chunks) returns void
language plpgsql set search_path = '' as $$
declare
  kept uuid[];
  going uuid[];
  leaving uuid[];
begin
  perform from public.customers u where u.id = any (c.customers) order by u.id for no key update;
  kept := array(select private.built_on(i, c.customers));
  going := array(select u from unnest(c.customers) u where u <> all (kept));
  leaving := array(select u from unnest(c.created) u where u <> all (kept));
  update public.customers u set withdrawn_at = now() where u.id = any (leaving);

  perform private.write_update((null, null, null)::private.actor, 'import', array(
    select (d.customer_id, i.undo_request, 'remove', d.id, null, null, null, null, d.version, null, false, null)::private.detail_change
    from public.contact_details d where d.customer_id = any (leaving) and d.removed_at is null
    union all
    select (u.customer_id, i.undo_request, case m.op when 'add' then 'remove' else 'change' end, m.detail_id, null, m.before, null,
      null, m.version, null, false, b.known_since)::private.detail_change
    from unnest(going) g
    join public.updates u on u.customer_id = g and u.request_id = i.id
    join public.update_items m on m.update_id = u.id and m.op in ('add', 'change')
    left join jsonb_to_recordset(c.before->'details') as b(id uuid, known_since date) on b.id = m.detail_id
    where g <> all (leaving)), false);

  update public.contact_details d set verified_at = b.verified_at, confirmed_at = b.confirmed_at, confirmed_by = b.confirmed_by,
    confirmed_login = b.confirmed_login, channel = b.channel, review_on = b.review_on, hold_reason = b.hold_reason
  from jsonb_populate_recordset(null::public.contact_details, c.before->'details') b
  where d.id = b.id and d.customer_id = any (going);
  -- of their own columns those that still say what the import made them say
  update public.customers u set locale = n.locale, birth_date = n.birth_date, yearly_spend = n.yearly_spend, contact_by = n.contact_by
  from jsonb_to_recordset(c.before->'customers') as b(id uuid, was jsonb, set jsonb)
  join public.customers o on o.id = b.id
  cross join lateral jsonb_populate_record(o, (select coalesce(jsonb_object_agg(w.key, w.value), '{}') from jsonb_each(b.was) w
    where private.customer_columns(o)->w.key = b.set->w.key)) n
  where u.id = o.id and u.id = any (going);
  perform private.rank_customers(going);

  insert into private.import_problems (import_id, line, place, bad, code, about, cells)
  select i.id, 0, coalesce((select max(p.place) from private.import_problems p where p.import_id = i.id and p.line = 0), 0)
    + row_number() over (), false, 'not_undone', u.account_number, '[]'
  from public.customers u where u.id = any (kept);
  update private.import_chunks k set state = 'undone', before = null, customers = null, created = null
  where k.import_id = i.id and k.place = c.place;
end $$;

-- Forgets rows that nothing needs any more: of imports ended for longer than they can be undone, of files that broke off on
-- the way, and of those that nobody wanted applied for as long. Called by idle workers.
create function public.import_forget() returns void
language sql security definer set search_path = '' as $$
  delete from private.import_chunks c using private.imports i
  where i.id = c.import_id and i.finished_at < now() - private.import_memory();
  delete from private.import_problems p using private.imports i
  where i.id = p.import_id and i.finished_at < now() - private.import_memory();
  delete from private.imports where state = 'receiving' and created_at < now() - interval '1 day'
    or state in ('mapping', 'checked') and created_at < now() - private.import_memory();
$$;
grant execute on function public.import_forget() to service_role;

/* ---------------------------------------------------------------- what the admin sees */

-- How far an import is: lines by what they would do or did, and how many chunks are checked, applied and undone.
create function private.import_progress(i private.imports) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('chunks', count(*), 'checked', count(*) filter (where c.state <> 'received'),
    'applied', count(*) filter (where c.state in ('applied', 'undone')), 'undone', count(*) filter (where c.state = 'undone'),
    'new', coalesce(sum((c.counts->>'new')::int), 0), 'changed', coalesce(sum((c.counts->>'changed')::int), 0),
    'confirmed', coalesce(sum((c.counts->>'confirmed')::int), 0), 'unchanged', coalesce(sum((c.counts->>'unchanged')::int), 0),
    'kept', coalesce(sum((c.counts->>'kept')::int), 0), 'bad', coalesce(sum((c.counts->>'bad')::int), 0))
  from private.import_chunks c where c.import_id = i.id;
$$;

-- An import as lists show it.
create function private.import_json(i private.imports) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'fileName', i.file_name, 'state', i.state, 'lines', i.lines, 'createdAt', i.created_at,
    'startedAt', i.applied_from, 'finishedAt', i.finished_at, 'by', (select s.name from public.staff s where s.id = i.created_by));
$$;

-- The latest fifty imports.
create function public.desk_imports() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('admin');
begin
  return private.desk_head(reader) || jsonb_build_object('imports',
    (select coalesce(jsonb_agg(private.import_json(i) order by i.created_at desc), '[]')
      from (select * from private.imports order by created_at desc limit 50) i));
end $$;
grant execute on function public.desk_imports() to authenticated;

-- One import: how it was read, how far it is, its first rows, and of bad lines and of remarks the first hundred.
create function public.desk_import(import uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_importer();
  i private.imports;
begin
  select * into i from private.imports where id = import;
  if i.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return coalesce(private.desk_head(reader), '{}') || jsonb_build_object(
    'import', private.import_json(i) || jsonb_build_object('failed', i.failures >= 5, 'encoding', i.encoding, 'separator', i.separator, 'header', to_jsonb(i.header),
      'columns', i.columns, 'settings', i.settings, 'undoableUntil', i.finished_at + private.import_memory(),
      'sample', (select coalesce(jsonb_path_query_array(c.rows, '$[0 to 4]'), '[]') from private.import_chunks c
        where c.import_id = i.id and c.place = 0)),
    'progress', private.import_progress(i),
    'problems', private.import_problems_first(i.id, true) || private.import_problems_first(i.id, false));
end $$;
grant execute on function public.desk_import(uuid) to authenticated, service_role;

-- What is to be said about a line, as pages and files get it.
create function private.problem_json(p private.import_problems) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('line', p.line, 'place', p.place, 'bad', p.bad, 'code', p.code, 'field', p.field, 'about', p.about,
    'cells', p.cells);
$$;

-- The first hundred bad things, or remarks, in the order of the file. A hundred thousand remarks hide no bad line.
create function private.import_problems_first(import uuid, bad boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.problem_json(p) order by p.line, p.place), '[]')
  from (select * from private.import_problems p where p.import_id = import and p.bad = import_problems_first.bad
    order by p.line, p.place limit 100) p;
$$;

-- What is wrong with lines in the order of the file, a thousand at a time after the last one seen, with the header.
create function public.import_problems(import uuid, after_line int default -1, after_place int default 0) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i private.imports;
begin
  perform private.require_importer();
  select * into i from private.imports where id = import;
  if i.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return jsonb_build_object('header', to_jsonb(i.header), 'fileName', i.file_name,
    'problems', (select coalesce(jsonb_agg(private.problem_json(p) order by p.line, p.place), '[]')
      from (select * from private.import_problems p
        where p.import_id = import and p.bad and (p.line, p.place) > (after_line, after_place)
        order by p.line, p.place limit 1000) p));
end $$;
grant execute on function public.import_problems(uuid, int, int) to authenticated, service_role;

-- The import of a file that the command line began before and that is not at its end; null where there is none.
create function public.import_of_file(file_hash text) returns uuid
language sql stable security definer set search_path = '' as $$
  select i.id from private.imports i
  where i.file_hash = import_of_file.file_hash and i.state in ('mapping', 'checking', 'checked', 'applying', 'paused', 'undoing')
  order by i.created_at desc limit 1;
$$;
grant execute on function public.import_of_file(text) to service_role;

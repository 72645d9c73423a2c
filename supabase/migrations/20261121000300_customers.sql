-- Customers, the people who may act for them, and the documents issued to them.

create table public.customers (
  id uuid primary key default private.new_id(),
  account_number text not null unique check (account_number ~ '^[0-9]{8}$'),
  kind public.customer_kind not null,
  locale text not null default 'de' check (locale in ('de', 'en', 'hu')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  birth_date date,
  yearly_spend numeric(12, 2) not null default 0 check (yearly_spend >= 0),
  contact_by text not null default 'email' check (contact_by in ('email', 'post')),
  reminders_opt_out boolean not null default false,
  created_at timestamptz not null default now(),
  -- created by an import that was undone: the row stays for the history, but nobody finds it any more
  withdrawn_at timestamptz,
  -- what we need not keep was emptied; the row stays for documents and the trace
  erased_at timestamptz,
  constraint only_persons_have_a_birth_date check (birth_date is null or kind = 'person')
);
alter table public.customers enable row level security;

-- A person's proven address with access to a customer; stored apart from `email` details,
-- so that a change of contact details never opens a door.
create table public.logins (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  email text not null check (email = lower(email)),
  name text not null default '',
  role text not null check (role in ('owner', 'member')),
  origin text not null check (origin in ('import', 'activation', 'invitation', 'replacement', 'email_change')),
  created_at timestamptz not null default now(),
  frozen_at timestamptz,
  ended_at timestamptz
);
alter table public.logins enable row level security;
create unique index one_live_login_per_address_and_customer on public.logins (customer_id, email) where ended_at is null;
create index logins_by_email on public.logins (email) where ended_at is null;

create table public.documents (
  id bigint generated always as identity primary key,
  customer_id uuid not null references public.customers,
  number text not null unique,
  kind text not null check (kind in ('invoice', 'delivery_note')),
  issued_on date not null,
  amount numeric(12, 2) not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  address_as_issued jsonb not null
);
alter table public.documents enable row level security;
create index documents_of_customer on public.documents (customer_id, issued_on desc);
-- serves search, where a number is said without its dashes and blanks
create index documents_by_number on public.documents (upper(regexp_replace(number, '[^[:alnum:]]', '', 'g')));

/* ---------------------------------------------------------------- who may see what */

-- The caller's live logins: the address proven in this session, matched to logins and to nothing else.
create function private.my_logins() returns setof public.logins
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select * from public.logins
  where email = (select private.current_email()) and ended_at is null and frozen_at is null;
end $$;

-- The customers that the caller may act for.
create function private.my_customers() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select customer_id from private.my_logins();
$$;
grant execute on function private.my_customers() to authenticated;

-- The caller's login at `customer`; 401 when signed out, 404 for somebody else's customer.
create function private.require_login(customer uuid) returns public.logins
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins;
begin
  if private.current_email() is null then perform private.refuse('PT401', 'signed_out'); end if;
  select * into mine from private.my_logins() l where l.customer_id = customer;
  if mine.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return mine;
end $$;

-- The caller's login at `customer`, with the customer's lock, for whatever changes something: who was removed, frozen or
-- erased while waiting for it has no login any more.
create function private.act_for(customer uuid) returns public.logins
language plpgsql set search_path = '' as $$
begin
  -- before as well, so that nobody makes others wait for a customer of theirs
  perform private.require_login(customer);
  perform from public.customers c where c.id = customer for no key update;
  return private.require_login(customer);
end $$;

-- The same for staff: who acts on a customer at the desk, asked for again under the locks of whoever acts, their own row
-- first and then the customer. A deactivation, which takes the same two in the same order, either waits for what they do
-- or goes before it.
create function private.serve(customer uuid, variadic roles public.staff_role[]) returns public.staff
language plpgsql set search_path = '' as $$
declare
  worker public.staff := private.require_staff(variadic roles);
begin
  perform from public.staff s where s.id = worker.id for share;
  perform from public.customers c where c.id = customer for no key update;
  return private.require_staff(variadic roles);
end $$;

create policy "people see the customers they act for" on public.customers
  for select to authenticated using (id = any (array(select private.my_customers())));
create policy "people see who else acts for their customer" on public.logins
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
create policy "people see their customer's documents" on public.documents
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
grant select on public.customers, public.logins, public.documents to authenticated;

-- Every look of staff at a page about one customer, and which page; for supervisors and for the customer's own download.
create table public.record_views (
  id bigint generated always as identity primary key,
  staff_id uuid not null references public.staff,
  customer_id uuid not null references public.customers,
  page text not null default 'record' check (page in ('record', 'concern', 'task', 'written_change', 'erasure', 'note', 'commitment', 'caller_check')),
  viewed_at timestamptz not null default now()
);
alter table public.record_views enable row level security;
create index record_views_of_customer on public.record_views (customer_id, viewed_at desc);
create index recent_records_of_staff on public.record_views (staff_id, viewed_at desc);
create trigger views_are_append_only before update or delete on public.record_views
  for each row execute function private.refuse_rewriting();
create trigger views_are_not_truncated before truncate on public.record_views
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- erasing */

-- Each run of private.erase: whose data, by whom, and how much was emptied. The history's triggers let a value be emptied
-- only in the transaction that wrote a row here and has not counted yet, and nobody but private.erase writes one.
create table private.erasures (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  erased_by uuid not null references public.staff,
  asked_by uuid references public.logins,
  erased_at timestamptz not null default now(),
  -- {"details", "values", …}: null while the erasure runs, and so never in a committed row
  counts jsonb,
  transaction_id xid8 not null default pg_current_xact_id()
);
alter table private.erasures enable row level security;
create index erasures_under_way on private.erasures (transaction_id) where counts is null;
create index erasures_of_customer on private.erasures (customer_id);

-- Whether this transaction is an erasure under way.
create function private.erasing() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from private.erasures e where e.transaction_id = pg_current_xact_id_if_assigned() and e.counts is null);
end $$;

-- An erasure records itself once and for all; only its own counting comes after.
create function private.refuse_rewriting_erasures() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'UPDATE' or old.counts is not null or new.counts is null or to_jsonb(new) - 'counts' <> to_jsonb(old) - 'counts' then
    perform private.refuse('PT403', 'history_is_append_only');
  end if;
  return new;
end $$;
create trigger erasures_are_append_only before update or delete on private.erasures
  for each row execute function private.refuse_rewriting_erasures();
create trigger erasures_are_not_truncated before truncate on private.erasures
  for each statement execute function private.refuse_rewriting();

-- Keeps a table append-only but for an erasure, which may set the columns named to null (an array of changes: to none).
create function private.refuse_rewriting_but_erasing() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'UPDATE' or to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv or not private.erasing()
    or exists (select from jsonb_each(to_jsonb(new)) c where c.key = any (tg_argv) and c.value not in ('null', '[]'))
  then perform private.refuse('PT403', 'history_is_append_only');
  end if;
  return new;
end $$;

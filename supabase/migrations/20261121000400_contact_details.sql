-- Contact details, their values over time, and the trace of every change.

-- How long a detail counts as fresh after it was last confirmed.
create table public.review_policy (
  kind public.detail_kind primary key,
  months int not null check (months between 1 and 120)
);
alter table public.review_policy enable row level security;
insert into public.review_policy values
  ('name', 36), ('billing_address', 24), ('shipping_address', 24), ('phone', 12), ('fax', 12), ('email', 12);

-- One thing that the customer is known or reached by. Its value stands in contact_detail_values.
create table public.contact_details (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  kind public.detail_kind not null,
  label text check (length(label) <= 100),
  site_id uuid references public.contact_details,
  is_primary boolean not null default false,
  version int not null default 1,
  verified_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text check (confirmed_by in ('customer', 'staff', 'import')),
  confirmed_login uuid references public.logins,
  channel public.channel not null,
  review_on date not null,
  hold_reason text,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint only_emails_are_verified check (verified_at is null or kind = 'email'),
  constraint a_site_is_not_its_own_site check (site_id is distinct from id)
);
alter table public.contact_details enable row level security;
-- serves every page of one customer
create index details_of_customer on public.contact_details (customer_id) where removed_at is null;
create unique index one_current_name_per_customer
  on public.contact_details (customer_id) where kind = 'name' and removed_at is null;
create unique index one_current_billing_address_per_customer
  on public.contact_details (customer_id) where kind = 'billing_address' and removed_at is null;
create unique index one_primary_of_each_kind_per_customer
  on public.contact_details (customer_id, kind) where is_primary and removed_at is null;

-- A value counts on the days of `valid`; a value replaced on the day it began has an empty range.
create table public.contact_detail_values (
  id bigint generated always as identity primary key,
  detail_id uuid not null references public.contact_details,
  value jsonb not null,
  valid daterange not null,
  known_since date not null,
  update_id uuid,
  constraint one_value_of_a_detail_at_a_time
    exclude using gist (detail_id extensions.gist_uuid_ops with =, valid with &&)
);
alter table public.contact_detail_values enable row level security;

-- One saved set of changes by one actor through one channel.
create table public.updates (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  customer_id uuid not null references public.customers,
  channel public.channel not null,
  actor_login uuid references public.logins,
  actor_staff uuid references public.staff,
  identified_by text check (identified_by in ('callback', 'account_details', 'documents', 'id_card', 'known_voice')),
  written_change_id uuid,
  request_id uuid not null,
  occurred_at timestamptz not null default now(),
  constraint one_actor_unless_imported check (num_nonnulls(actor_login, actor_staff) = 1 or channel = 'import'),
  constraint a_request_is_saved_once unique (customer_id, request_id)
);
alter table public.updates enable row level security;
-- serves history, newest first
create index updates_of_customer on public.updates (customer_id, occurred_at desc);

create table public.update_items (
  id bigint generated always as identity primary key,
  update_id uuid not null references public.updates,
  detail_id uuid not null references public.contact_details,
  kind public.detail_kind not null,
  op text not null check (op in ('add', 'change', 'remove', 'confirm')),
  label text,
  before jsonb,
  after jsonb,
  version int not null
);
alter table public.update_items enable row level security;
create index items_of_update on public.update_items (update_id);
create index items_of_detail on public.update_items (detail_id, id desc);

alter table public.contact_detail_values
  add constraint a_value_comes_from_an_update foreign key (update_id) references public.updates;

create trigger updates_are_append_only before update or delete on public.updates
  for each row execute function private.refuse_rewriting();
create trigger updates_are_not_truncated before truncate on public.updates
  for each statement execute function private.refuse_rewriting();
create trigger items_are_append_only before update or delete on public.update_items
  for each row execute function private.refuse_rewriting();
create trigger items_are_not_truncated before truncate on public.update_items
  for each statement execute function private.refuse_rewriting();

-- A stored value stays; only the days on which it counts may become fewer.
create function private.refuse_rewriting_values() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'UPDATE' or not old.valid @> new.valid
    or (new.id, new.detail_id, new.value, new.known_since, new.update_id)
      is distinct from (old.id, old.detail_id, old.value, old.known_since, old.update_id)
  then perform private.refuse('PT403', 'history_is_append_only');
  end if;
  return new;
end $$;
create trigger values_only_end before update or delete on public.contact_detail_values
  for each row execute function private.refuse_rewriting_values();
create trigger values_are_not_truncated before truncate on public.contact_detail_values
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- who may see what */

create policy "people see their customer's details" on public.contact_details
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
create policy "people see the values of their customer's details" on public.contact_detail_values
  for select to authenticated using (detail_id = any (array(
    select id from public.contact_details where customer_id = any (array(select private.my_customers())))));
create policy "people see their customer's updates" on public.updates
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
create policy "people see what their customer's updates changed" on public.update_items
  for select to authenticated using (update_id = any (array(
    select id from public.updates where customer_id = any (array(select private.my_customers())))));
create policy "everybody signed in sees the review policy" on public.review_policy
  for select to authenticated using (true);
grant select on public.contact_details, public.contact_detail_values, public.updates, public.update_items,
  public.review_policy to authenticated;

/* ---------------------------------------------------------------- reading */

-- Every live detail with the value that counts today. The one place that says what "current" is.
create view private.current_details with (security_invoker = true) as
  select d.*, v.id as value_id, v.value, v.known_since
  from public.contact_details d
  join public.contact_detail_values v on v.detail_id = d.id and v.valid @> (select private.today())
  where d.removed_at is null;

-- The day on which a detail is due to be asked about; a detail that was never confirmed is due since it is known.
create function private.review_day(kind public.detail_kind, confirmed_at timestamptz, known_since date) returns date
language sql stable set search_path = '' as $$
  select case when confirmed_at is null then known_since
    else (confirmed_at + make_interval(months => p.months))::date end
  from public.review_policy p where p.kind = $1;
$$;

-- A detail as pages get it: value, place, version and freshness. `viewer` is the login that looks, if one does.
create function private.detail_json(d private.current_details, viewer uuid default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', d.id, 'kind', d.kind, 'label', d.label, 'siteId', d.site_id, 'isPrimary', d.is_primary,
    'version', d.version, 'value', d.value, 'verified', d.verified_at is not null,
    'freshness', jsonb_build_object(
      'confirmedAt', d.confirmed_at, 'confirmedBy', d.confirmed_by,
      'confirmedByYou', coalesce(d.confirmed_login = viewer, false),
      'channel', d.channel, 'knownSince', d.known_since, 'reviewOn', d.review_on, 'hold', d.hold_reason));
$$;

-- All details of a customer in the order in which pages show them.
create function private.details_json(customer uuid, viewer uuid default null) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.detail_json(d, viewer)
    order by d.kind, not d.is_primary, d.label nulls first, d.created_at, d.id), '[]')
  from private.current_details d where d.customer_id = customer;
$$;

-- One update as pages show it: reference, when, channel, who, and what changed.
create function private.update_json(u public.updates, viewer uuid default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'reference', u.reference, 'occurredAt', u.occurred_at, 'channel', u.channel,
    'actor', case when u.actor_login = viewer then 'you' when u.actor_login is not null then 'customer'
      when u.actor_staff is not null then 'staff' else 'import' end,
    'actorName', coalesce((select l.name from public.logins l where l.id = u.actor_login),
      (select s.name from public.staff s where s.id = u.actor_staff)),
    'identifiedBy', u.identified_by,
    'items', (select coalesce(jsonb_agg(jsonb_build_object('op', i.op, 'kind', i.kind, 'label', i.label,
        'before', i.before, 'after', i.after) order by i.id), '[]')
      from public.update_items i where i.update_id = u.id));
$$;

-- A customer's updates, newest first, from `before` on (for "older").
create function private.history_json(customer uuid, viewer uuid, before timestamptz, how_many int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.update_json(u, viewer) order by u.occurred_at desc), '[]')
  from (select * from public.updates where customer_id = customer and occurred_at < coalesce(before, 'infinity')
    order by occurred_at desc limit how_many) u;
$$;

-- The customer's current name in one line, as it stands on lists and in greetings.
create function private.customer_name(customer uuid) returns text
language sql stable set search_path = '' as $$
  select coalesce(value->>'company', nullif(trim(concat_ws(' ',
    case when c.locale = 'hu' then value->>'family' else value->>'given' end,
    case when c.locale = 'hu' then value->>'given' else value->>'family' end)), ''))
  from private.current_details d join public.customers c on c.id = d.customer_id
  where d.customer_id = customer and d.kind = 'name';
$$;

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
  id uuid primary key default private.new_id(),
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
-- name and billing address, of which there is one anyhow, need no second entry
create unique index one_primary_of_each_kind_per_customer
  on public.contact_details (customer_id, kind) where is_primary and removed_at is null and kind not in ('name', 'billing_address');

-- A value counts on the days of `valid`; a value replaced on the day it began has an empty range.
create table public.contact_detail_values (
  id bigint generated always as identity primary key,
  detail_id uuid not null references public.contact_details,
  value jsonb not null,
  valid daterange not null,
  known_since date not null,
  -- an update that has an item for this detail, which the item's foreign keys vouch for; null for what the demo data made up
  update_id uuid,
  constraint one_value_of_a_detail_at_a_time
    exclude using gist (detail_id extensions.gist_uuid_ops with =, valid with &&)
);
alter table public.contact_detail_values enable row level security;

-- A value that somebody has said will count from a day ahead, with its own freshness: until that day the detail's row
-- speaks of the value that counts now, and from that day on this row speaks, without anything that runs at midnight.
-- The next save of the detail after its day takes it over (private.settle_moves).
create table private.moves (
  detail_id uuid primary key references public.contact_details,
  value_id bigint not null unique references public.contact_detail_values,
  starts_on date not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null check (confirmed_by in ('customer', 'staff', 'import')),
  confirmed_login uuid references public.logins,
  channel public.channel not null,
  review_on date not null
);
alter table private.moves enable row level security;

-- One saved set of changes by one actor through one channel.
create table public.updates (
  id uuid primary key default private.new_id(),
  reference text not null unique,
  customer_id uuid not null references public.customers,
  channel public.channel not null,
  actor_login uuid references public.logins,
  actor_staff uuid references public.staff,
  -- whoever held a signed link; its table comes with the outbox
  actor_link uuid,
  -- on a call what its check stands on, across a counter what was shown
  identified_by text[] check (identified_by <@ array['caller_pin', 'email_code', 'birth_date', 'postcode', 'document_amount', 'id_digits',
    'override', 'documents', 'id_card']),
  written_change_id uuid,
  -- the update that this one takes back
  undoes uuid references public.updates,
  request_id uuid not null,
  occurred_at timestamptz not null default now(),
  constraint one_actor_unless_imported check (num_nonnulls(actor_login, actor_staff, actor_link) = 1 or channel = 'import'),
  constraint a_request_is_saved_once unique (customer_id, request_id)
);
alter table public.updates enable row level security;
-- serves history, newest first
create index updates_of_customer on public.updates (customer_id, occurred_at desc);
-- serves what took an update back
create index updates_undoing on public.updates (undoes) where undoes is not null;

create table public.update_items (
  id bigint generated always as identity,
  update_id uuid not null references public.updates,
  detail_id uuid not null references public.contact_details,
  kind public.detail_kind not null,
  op text not null check (op in ('add', 'change', 'remove', 'confirm', 'make_primary', 'place', 'cancel')),
  label text,
  before jsonb,
  after jsonb,
  version int not null,
  -- where the detail stood before, and which site it belongs to since
  label_before text,
  site_before uuid references public.contact_details,
  site_id uuid references public.contact_details,
  -- the detail that was primary until this one became so
  replaces uuid references public.contact_details,
  -- the day ahead from which the value was to count; null for at once
  valid_from date,
  -- what else was so before and is not after, for taking the update back: {"hold", "primary"}
  was jsonb,
  -- serves the latest change of a detail; an id is given once, so the pair is as good a key, and one index less to fill
  primary key (detail_id, id)
);
alter table public.update_items enable row level security;
create index items_of_update on public.update_items (update_id);

create trigger updates_are_append_only before update or delete on public.updates
  for each row execute function private.refuse_rewriting();
create trigger updates_are_not_truncated before truncate on public.updates
  for each statement execute function private.refuse_rewriting();
create trigger items_are_append_only before update or delete on public.update_items
  for each row execute function private.refuse_rewriting_but_erasing('label', 'label_before', 'before', 'after');
create trigger items_are_not_truncated before truncate on public.update_items
  for each statement execute function private.refuse_rewriting();

-- A stored value stays; only the days on which it counts may become fewer, or days ahead be given back to it: those
-- that it lost to a move that is not to come. An erasure may empty it.
create function private.refuse_rewriting_values() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.value = 'null' and to_jsonb(new) - 'value' = to_jsonb(old) - 'value' and private.erasing() then return new; end if;
  if tg_op <> 'UPDATE'
    or not old.valid @> new.valid
      and (lower(old.valid) is distinct from lower(new.valid) or coalesce(upper(old.valid) <= private.today(), true))
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

-- Every live detail with the value that counts today. The one place that says what "current" is. Where the day of a move
-- has come, its freshness is the move's, and what spoke against the value before speaks no more. The limit changes no result; it has each detail's value looked up by its detail, where a guess at how many values count today (nearly all
-- do, which no statistics tell of a range) would read all values there are.
create view private.current_details with (security_invoker = true) as
  select d.id, d.customer_id, d.kind, d.label, d.site_id, d.is_primary, d.version, d.verified_at,
    coalesce(m.confirmed_at, d.confirmed_at) as confirmed_at,
    case when m.detail_id is null then d.confirmed_by else m.confirmed_by end as confirmed_by,
    case when m.detail_id is null then d.confirmed_login else m.confirmed_login end as confirmed_login,
    coalesce(m.channel, d.channel) as channel, coalesce(m.review_on, d.review_on) as review_on,
    case when m.detail_id is null then d.hold_reason end as hold_reason,
    d.created_at, d.removed_at, v.id as value_id, v.value, v.known_since
  from public.contact_details d
  cross join lateral (select * from public.contact_detail_values v
    where v.detail_id = d.id and v.valid @> (select private.today()) limit 1) v
  left join private.moves m on m.detail_id = d.id and m.starts_on <= (select private.today())
  where d.removed_at is null;

-- What will count for a detail from a day ahead: {"value", "from", "reference"}; null where nothing is planned.
create function private.upcoming_json(detail uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('value', v.value, 'from', m.starts_on, 'reference', u.reference)
    from private.moves m
    join public.contact_detail_values v on v.id = m.value_id
    join public.updates u on u.id = v.update_id
    where m.detail_id = detail and m.starts_on > private.today());
end $$;

-- The day on which a detail is due to be asked about; a detail that was never confirmed is due since it is known.
create function private.review_day(kind public.detail_kind, confirmed_at timestamptz, known_since date) returns date
language sql stable set search_path = '' as $$
  select case when confirmed_at is null then known_since
    else (confirmed_at + make_interval(months => p.months))::date end
  from public.review_policy p where p.kind = $1;
$$;

-- Whether a detail is to be asked about today: its review is due, and nobody has told what comes instead.
create function private.is_due(d private.current_details) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return d.review_on <= private.today()
    and not exists (select from private.moves m where m.detail_id = d.id and m.starts_on > private.today());
end $$;

-- A detail as pages get it: value, what is planned, place, version and freshness. `viewer` is the login that looks, if
-- one does.
create function private.detail_json(d private.current_details, viewer uuid default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', d.id, 'kind', d.kind, 'label', d.label, 'siteId', d.site_id, 'isPrimary', d.is_primary,
    'version', d.version, 'value', d.value, 'verified', d.verified_at is not null,
    'upcoming', private.upcoming_json(d.id),
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

-- Whether what an item planned for a day ahead was taken back before that day.
create function private.is_cancelled(i public.update_items) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return i.op = 'change' and i.valid_from is not null and not exists (select from public.contact_detail_values v
    where v.detail_id = i.detail_id and v.update_id = i.update_id and not isempty(v.valid));
end $$;

-- One change as pages and mails show it. `labelBefore` and `siteBefore` say where the detail stood until a change of it.
create function private.item_json(i public.update_items) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('op', i.op, 'kind', i.kind, 'label', i.label, 'before', i.before, 'after', i.after)
    || case when i.valid_from is null then '{}' else jsonb_strip_nulls(jsonb_build_object('from', i.valid_from,
      'cancelled', case when private.is_cancelled(i) then true end)) end
    || case when i.op not in ('change', 'place') or i.label_before is not distinct from i.label then '{}'
      else jsonb_build_object('labelBefore', coalesce(i.label_before, '')) end
    || case when i.op not in ('change', 'place') or i.site_before is not distinct from i.site_id then '{}'
      else jsonb_build_object('site', private.site_name(i.site_id), 'siteBefore', private.site_name(i.site_before)) end;
end $$;

-- What a site is called: its label, else its street and city; "" for none.
create function private.site_name(site uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((select coalesce(d.label, (select concat_ws(', ', v.value->'lines'->>0, nullif(v.value->>'city', ''))
      from public.contact_detail_values v where v.detail_id = d.id order by v.id desc limit 1))
    from public.contact_details d where d.id = site), '');
end $$;

-- One update as pages show it: reference, when, channel, who, the references of what it takes back and of what took it back
-- in the end, and what changed.
create function private.update_json(u public.updates, viewer uuid default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'reference', u.reference, 'occurredAt', u.occurred_at, 'channel', u.channel,
    'actor', case when u.actor_login = viewer then 'you' when u.actor_login is not null then 'customer'
      when u.actor_staff is not null then 'staff' when u.actor_link is not null then 'link' else 'import' end,
    'actorName', coalesce((select coalesce(nullif(l.name, ''), l.email) from public.logins l where l.id = u.actor_login),
      (select s.name from public.staff s where s.id = u.actor_staff)),
    'identifiedBy', u.identified_by,
    'undoes', (select b.reference from public.updates b where b.id = u.undoes),
    'undoneBy', (select b.reference from public.updates b where b.undoes = u.id order by b.occurred_at desc limit 1),
    'items', (select coalesce(jsonb_agg(private.item_json(i) order by i.id), '[]')
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
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(value->>'company', nullif(trim(concat_ws(' ',
      case when c.locale = 'hu' then value->>'family' else value->>'given' end,
      case when c.locale = 'hu' then value->>'given' else value->>'family' end)), ''))
    from private.current_details d join public.customers c on c.id = d.customer_id
    where d.customer_id = customer and d.kind = 'name');
end $$;

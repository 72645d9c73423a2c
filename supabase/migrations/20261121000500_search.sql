-- What agents find customers by. Kept by the write function, read only through desk_search. Derived rows, written anew
-- with each change and never without their customer: foreign keys would only slow the change down.

-- Distinct words of all names, companies and site labels: typos are looked up here, where there are few rows.
create table private.search_words (
  word text primary key
);
alter table private.search_words enable row level security;
create index search_words_by_likeness on private.search_words using gin (word extensions.gin_trgm_ops);
create index search_words_by_beginning on private.search_words (word text_pattern_ops);

create table private.customer_words (
  customer_id uuid primary key,
  words tsvector not null
);
alter table private.customer_words enable row level security;
create index customers_by_word on private.customer_words using gin (words);

-- Phones and faxes as reversed digits (people know the end of a number), emails in lower case, postcodes without blanks.
-- A former number is one that was replaced or removed: who still calls from it is found where nobody has it now.
create table private.search_keys (
  detail_id uuid not null,
  kind text not null check (kind in ('number', 'former_number', 'email', 'postcode')),
  key text not null,
  customer_id uuid not null,
  primary key (detail_id, kind, key)
);
alter table private.search_keys enable row level security;
create index search_keys_by_beginning on private.search_keys (kind, key text_pattern_ops);
create index search_keys_of_customer on private.search_keys (customer_id);

-- The words of a text as they are searched: without case and accents, and where German writes an umlaut
-- as two letters, that spelling as well (Müller: muller, mueller).
create function private.words(typed text) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  spelled text := lower(typed);
begin
  if spelled ~ '[äöü]' then
    spelled := spelled || ' ' || replace(replace(replace(spelled, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');
  end if;
  return array(select distinct w from unnest(regexp_split_to_array(extensions.unaccent(spelled), '[^[:alnum:]]+')) w where w <> '');
end $$;

-- What search wants to know of a detail.
create type private.indexed_detail as (id uuid, customer_id uuid, kind public.detail_kind, label text, value jsonb);

-- Brings the search tables in line with what the customers' details say now and will say from a day ahead; of a customer
-- without a name none are left, and of an erased one no former number either. Both values of a move are found from the moment at which it is planned, and the old one
-- until the next save, so that nothing needs to run at midnight.
-- Who has nothing but what was just `added` is indexed from that: looking up each value would take an import a tenth longer.
create function private.index_customers(customers uuid[], added private.indexed_detail[] default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  fresh uuid[] := array(select a.customer_id from unnest(added) a group by a.customer_id having count(*) =
    (select count(*) from public.contact_details d where d.customer_id = a.customer_id and d.removed_at is null));
  others uuid[] := case when fresh = '{}' then customers else array(select c from unnest(customers) c except select f from unnest(fresh) f) end;
begin
  delete from private.search_keys k where k.customer_id = any (customers)
    and (k.kind <> 'former_number' or exists (select from public.customers c where c.id = k.customer_id and c.erased_at is not null));
  with current as materialized (
    select a.id, a.customer_id, a.kind, a.label, a.value from unnest(added) a where a.customer_id in (select f from unnest(fresh) f)
    union all
    select d.id, d.customer_id, d.kind, d.label, v.value
    from public.contact_details d
    -- today's and one to come; the limit changes no result, as in current_details
    cross join lateral (select value from public.contact_detail_values v
      where v.detail_id = d.id and v.valid && daterange((select private.today()), null) limit 2) v
    where d.customer_id = any (others) and d.removed_at is null
  ), keys as (
    insert into private.search_keys (detail_id, kind, key, customer_id)
    select d.id,
      case when d.kind in ('phone', 'fax') then 'number' when d.kind = 'email' then 'email' else 'postcode' end,
      case when d.kind in ('phone', 'fax') then reverse(regexp_replace(d.value #>> '{}', '\D', '', 'g'))
        when d.kind = 'email' then lower(d.value #>> '{}')
        else upper(regexp_replace(d.value->>'postcode', '[\s-]', '', 'g')) end,
      d.customer_id
    from current d
    where d.kind <> 'name' and (d.kind not in ('billing_address', 'shipping_address') or d.value->>'postcode' <> '')
    on conflict do nothing
  ), spelled as (
    select d.customer_id, private.words(string_agg(coalesce(d.label, '') || ' ' ||
      case when d.kind = 'name' then concat_ws(' ', d.value->>'given', d.value->>'family', d.value->>'company')
      else '' end, ' ')) as words
    from current d where d.kind in ('name', 'shipping_address')
    group by d.customer_id
  ), new_words as (
    insert into private.search_words (word)
    select distinct w from spelled, unnest(words) w order by w
    on conflict do nothing
  ), nameless as (
    delete from private.customer_words w where w.customer_id = any (customers)
      and not exists (select from spelled s where s.customer_id = w.customer_id)
  )
  insert into private.customer_words (customer_id, words) select customer_id, array_to_tsvector(words) from spelled
  on conflict (customer_id) do update set words = excluded.words where customer_words.words <> excluded.words;
end $$;

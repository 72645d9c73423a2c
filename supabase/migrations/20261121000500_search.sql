-- What agents find customers by. Kept by the write function, read only through desk_search.

-- Distinct words of all names, companies and site labels: typos are looked up here, where there are few rows.
create table private.search_words (
  word text primary key
);
alter table private.search_words enable row level security;
create index search_words_by_likeness on private.search_words using gin (word extensions.gin_trgm_ops);

create table private.customer_words (
  customer_id uuid primary key references public.customers,
  words tsvector not null
);
alter table private.customer_words enable row level security;
create index customers_by_word on private.customer_words using gin (words);

-- Phones and faxes as reversed digits (people know the end of a number), emails in lower case, postcodes without blanks.
create table private.search_keys (
  detail_id uuid not null references public.contact_details,
  kind text not null check (kind in ('number', 'email', 'postcode')),
  key text not null,
  customer_id uuid not null references public.customers,
  primary key (detail_id, kind)
);
alter table private.search_keys enable row level security;
create index search_keys_by_beginning on private.search_keys (kind, key text_pattern_ops);
create index search_keys_of_customer on private.search_keys (customer_id);

-- The words of a text as they are searched: without case and accents, and where German writes an umlaut
-- as two letters, that spelling as well (Müller: muller, mueller).
create function private.words(typed text) returns text[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(distinct w), '{}')
  from unnest(array[
    extensions.unaccent(lower(typed)),
    extensions.unaccent(replace(replace(replace(lower(typed), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))]) spelling,
  lateral regexp_split_to_table(spelling, '[^[:alnum:]]+') w
  where w <> '';
$$;

-- Brings the search tables in line with what the customers' details say now.
create function private.index_customers(customers uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.search_keys k where k.customer_id = any (customers);
  insert into private.search_keys (detail_id, kind, key, customer_id)
  select d.id,
    case when d.kind in ('phone', 'fax') then 'number' when d.kind = 'email' then 'email' else 'postcode' end,
    case when d.kind in ('phone', 'fax') then reverse(regexp_replace(d.value #>> '{}', '\D', '', 'g'))
      when d.kind = 'email' then lower(d.value #>> '{}')
      else upper(regexp_replace(d.value->>'postcode', '[\s-]', '', 'g')) end,
    d.customer_id
  from private.current_details d
  where d.customer_id = any (customers) and d.kind <> 'name'
    and (d.kind not in ('billing_address', 'shipping_address') or d.value->>'postcode' <> '');

  with spelled as (
    select d.customer_id, private.words(string_agg(coalesce(d.label, '') || ' ' ||
      case when d.kind = 'name' then concat_ws(' ', d.value->>'given', d.value->>'family', d.value->>'company')
      else '' end, ' ')) as words
    from private.current_details d
    where d.customer_id = any (customers) and d.kind in ('name', 'shipping_address')
    group by d.customer_id
  ), new_words as (
    insert into private.search_words (word)
    select distinct w from spelled, unnest(words) w order by w
    on conflict do nothing
  )
  insert into private.customer_words (customer_id, words) select customer_id, array_to_tsvector(words) from spelled
  on conflict (customer_id) do update set words = excluded.words where customer_words.words <> excluded.words;
end $$;

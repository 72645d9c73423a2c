-- A caller or visitor whom nobody has on record yet.

/* ---------------------------------------------------------------- account numbers */

create sequence private.account_numbers;

-- An account number that nobody has: seven digits that look unordered and a check digit by Luhn's formula (ISO/IEC 7812-1,
-- annex B). The sequence is spread by a multiplication modulo 9,000,000, which is one to one because the factor shares no
-- divisor with it. Numbers that a file brought may stand in the way, and are stepped over.
create function private.next_account_number() returns text
language plpgsql volatile set search_path = '' as $$
declare
  number text;
begin
  loop
    number := private.with_check_digit((1000000 + mod(nextval('private.account_numbers')::numeric * 3618409 + 4256233, 9000000))::bigint::text);
    exit when not exists (select from public.customers c where c.account_number = number);
  end loop;
  return number;
end $$;

-- Digits with Luhn's check digit behind them.
create function private.with_check_digit(digits text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  total int := (select sum(case when weighted > 9 then weighted - 9 else weighted end)
    from (select substr(digits, place, 1)::int * case when (length(digits) - place) % 2 = 0 then 2 else 1 end as weighted
      from generate_series(1, length(digits)) place) w);
begin
  return digits || (10 - total % 10) % 10;
end $$;

/* ---------------------------------------------------------------- who it may be already */

-- Customers who may be the one whose details these are ([{"kind", "value"}]): the same number, now or before, the same email,
-- or all words of the name at the same postcode. The likeliest first, ten at most.
create function private.lookalikes(details jsonb) returns setof private.search_hit
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
declare
  named jsonb := (select d.value from jsonb_to_recordset(details) as d(kind text, value jsonb) where d.kind = 'name' limit 1);
  -- each word of the name in any of its spellings
  wanted tsquery := (select string_agg((select '(' || string_agg(quote_literal(w), '|') || ')' from unnest(private.words(said)) w), '&')::tsquery
    from regexp_split_to_table(concat_ws(' ', named->>'given', named->>'family', named->>'company'), '\s+') said);
  postcode text := (select upper(regexp_replace(d.value->>'postcode', '[\s-]', '', 'g'))
    from jsonb_to_recordset(details) as d(kind text, value jsonb) where d.kind = 'billing_address' limit 1);
begin
  return query
    select (h.hit).* from (
      select distinct on ((o.hit).customer_id) o.hit from (
        select (k.customer_id, case k.kind when 'email' then 1.0 when 'number' then 0.9 else 0.6 end, k.kind,
            case k.kind when 'email' then k.key else '+' || reverse(k.key) end)::private.search_hit as hit
          from jsonb_to_recordset(details) as d(kind text, value jsonb)
          cross join lateral (select * from private.search_keys k
            where d.kind = 'email' and k.kind = 'email' and k.key = lower(d.value #>> '{}')
              or d.kind = 'phone' and k.kind in ('number', 'former_number') and k.key = reverse(substr(d.value #>> '{}', 2)) limit 10) k
        union all
        select (w.customer_id, 0.8, 'name', null)::private.search_hit
          from (select c.customer_id from private.customer_words c where c.words @@ wanted limit 2000) w
          where postcode <> '' and exists (select from private.search_keys k
            where k.customer_id = w.customer_id and k.kind = 'postcode' and k.key = postcode)) o
      order by (o.hit).customer_id, (o.hit).score desc) h
    order by (h.hit).score desc limit 10;
end $$;

-- Who may be the customer whom somebody is about to enter, as search's hits.
create function public.customers_alike(details jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  if jsonb_typeof(details) is distinct from 'array' or jsonb_array_length(details) > 10 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return private.desk_head(reader) || jsonb_build_object('hits', private.hits_json(array(select h from private.lookalikes(details) h), ''));
end $$;
grant execute on function public.customers_alike(jsonb) to authenticated;

/* ---------------------------------------------------------------- entering */

-- Enters a customer who calls or stands at the counter, with the details that they give ([{"kind", "value"}]: a name, a
-- billing address, perhaps a phone and an email). The database gives the account number. An email address waits for the code
-- sent to it, as everywhere, and nobody may sign in by it. Whoever may be the same customer must be among those `seen`
-- (account numbers): two people who enter the same caller at once do not both get through.
-- Returns {"status": saved|repeated, "account", "reference", "proofs"} or, with nothing entered, {"status": "alike", "hits"}
-- and {"status": "limited", "retryAt"} after too many codes for the email address.
create function public.enter_customer(kind public.customer_kind, country text, locale text, channel public.channel, details jsonb,
  seen text[], request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve(null, 'agent', 'supervisor', 'admin');
  actor private.actor := (null, agent.id, null);
  asked private.detail_change[];
  alike private.search_hit[];
  earlier public.updates;
  saved jsonb;
  limited jsonb;
begin
  if request is null or seen is null or channel is null or channel not in ('phone', 'in_person') or locale is null or locale not in ('de', 'en', 'hu')
    or country is null or country !~ '^[A-Z]{2}$' or kind is null or jsonb_typeof(details) is distinct from 'array'
    or jsonb_array_length(details) not between 2 and 10
    or (select count(*) filter (where d->>'kind' = 'name') <> 1 or count(*) filter (where d->>'kind' = 'billing_address') <> 1
      or count(*) filter (where coalesce(d->>'kind', '') not in ('name', 'billing_address', 'phone', 'email')) > 0 from jsonb_array_elements(details) d)
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;

  -- One after the other, so that each sees whom the one before has entered.
  perform pg_advisory_xact_lock(hashtextextended('new customer', 0));
  -- The request's id is the new customer's: sent twice, it enters one.
  select * into earlier from public.updates u where u.customer_id = request and u.request_id = request and u.actor_staff = agent.id;
  if earlier.id is not null then
    return (select jsonb_build_object('status', 'repeated', 'account', c.account_number, 'reference', earlier.reference,
      'proofs', (select coalesce(jsonb_agg(p.id), '[]') from private.email_proofs p where p.customer_id = c.id and p.request_id = request))
      from public.customers c where c.id = request);
  end if;
  if exists (select from public.customers c where c.id = request) then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  alike := array(select h from private.lookalikes(details) h join public.customers c on c.id = h.customer_id where c.account_number <> all (seen));
  if alike <> '{}' then return jsonb_build_object('status', 'alike', 'hits', private.hits_json(alike, '')); end if;

  asked := array(select (request, request, 'add', null, d.kind, d.value, null, null, null, null, false, null)::private.detail_change
    from jsonb_to_recordset(details) as d(kind public.detail_kind, value jsonb));
  limited := private.proofs_limit(asked);
  if limited is not null then return limited; end if;
  insert into public.customers (id, account_number, kind, locale, country)
  values (request, private.next_account_number(), enter_customer.kind, enter_customer.locale, enter_customer.country);
  saved := private.write_one(actor, enter_customer.channel, array(select a from unnest(asked) a where not private.needs_proof(a)));
  return jsonb_build_object('status', 'saved', 'account', (select c.account_number from public.customers c where c.id = request),
    'reference', saved->>'reference',
    'proofs', private.propose_emails(actor, enter_customer.channel, null, array(select a from unnest(asked) a where private.needs_proof(a))));
end $$;
grant execute on function public.enter_customer(public.customer_kind, text, text, public.channel, jsonb, text[], uuid) to authenticated;

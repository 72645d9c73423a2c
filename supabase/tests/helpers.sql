-- For the stories: people to play them. Loaded after the migrations; every story rolls back what it did.
create schema tests;

-- Makes a customer as an import does, with a name, a billing address, a phone and an email; returns its id.
create function tests.customer(account text, kind public.customer_kind default 'person') returns uuid
language plpgsql set search_path = '' as $$
declare
  made uuid := gen_random_uuid();
begin
  insert into public.customers (id, account_number, kind, country) values (made, account, kind, 'DE');
  perform private.write_update((null, null, null)::private.actor, 'import', array(
    select (made, '00000000-0000-0000-0000-000000000001', 'add', null, d.kind, d.value, null, null, null, null, false, null)::private.detail_change
    from (values
      ('name'::public.detail_kind, case kind when 'person' then '{"given": "Ada", "family": "Muster"}' else '{"company": "Muster GmbH"}' end::jsonb),
      ('billing_address', '{"country": "DE", "lines": ["Boxhagener Straße 41"], "postcode": "10245", "city": "Berlin", "area": ""}'),
      ('phone', '"+493023125014"'),
      ('email', to_jsonb(account || '@example.com'))) d(kind, value)), false);
  return made;
end $$;

create function tests.login(customer uuid, email text, role text default 'owner') returns uuid
language sql set search_path = '' as $$
  insert into public.logins (customer_id, email, role, origin) values (customer, email, role, 'import') returning id;
$$;

-- Goes on as the bearer of a session of `email`, until `reset role`.
create function tests.sign_in(email text) returns void
language plpgsql set search_path = '' as $$
declare
  person uuid;
  session uuid := gen_random_uuid();
begin
  select id into person from auth.users u where u.email = sign_in.email;
  if person is null then
    insert into auth.users (id, email, email_confirmed_at) values (gen_random_uuid(), email, now()) returning id into person;
  end if;
  insert into auth.sessions (id, user_id) values (session, person);
  perform set_config('request.jwt.claims', jsonb_build_object('sub', person, 'role', 'authenticated', 'session_id', session)::text, true);
  perform set_config('role', 'authenticated', true);
end $$;

-- The change of a customer's only detail of a kind, as a form sends it.
create function tests.change(customer uuid, kind public.detail_kind, value jsonb) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_array(jsonb_build_object('op', 'change', 'detail', d.id, 'version', d.version, 'value', value))
  from public.contact_details d where d.customer_id = customer and d.kind = change.kind and d.removed_at is null limit 1;
$$;

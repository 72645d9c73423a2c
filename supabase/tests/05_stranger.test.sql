-- Somebody whose address Auth knows and Kartei does not; and somebody without any session.
begin;
set local search_path = tap, public, extensions;
select plan(12);

select set_config('my.customer', tests.customer('90000001')::text, true);
select tests.login(current_setting('my.customer')::uuid, 'anna@example.com');
select tests.sign_in('stranger@example.org');

select is(public.my_access(), '{"email": "stranger@example.org", "staff": null, "mayClaim": false, "customers": [], "invitations": []}', 'A stranger may come in to nothing');
select is_empty('select 1 from public.customers', 'sees no customer');
select is_empty('select 1 from public.contact_detail_values', 'no value');
select is_empty('select 1 from public.staff', 'no staff');
select throws_ok($$ select public.account_overview(current_setting('my.customer')::uuid) $$, 'PT404', 'not_found', 'no account');
select throws_ok($$ select public.desk_search('Muster') $$, 'PT403', 'not_allowed', 'no desk');

reset role;
select tests.sign_in('anna90000001@example.org');
select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || '{"email": "anna@example.com"}')::text, true);
select is(public.my_access()->>'email', 'anna90000001@example.org', 'A token''s word on its address is not believed');

reset role;
update auth.users set email_confirmed_at = null where email = 'stranger@example.org';
select tests.sign_in('stranger@example.org');
select throws_ok($$ select public.my_access() $$, 'PT401', 'signed_out', 'An address that was never proven is nobody');

reset role;
set local role anon;
select set_config('request.jwt.claims', '{"role": "anon"}', true);
select throws_ok($$ select * from public.customers $$, '42501', null, 'Without a session there is no table');
select throws_ok($$ select public.my_access() $$, '42501', null, 'and no door');
select throws_ok($$ select public.request_code('anna@example.com', 'de') $$, 'PT403', 'not_the_server', 'save those of our own server');
select set_config('request.headers', '{"x-kartei-server": "guessed"}', true);
select throws_ok($$ select public.request_code('anna@example.com', 'de') $$, 'PT403', 'not_the_server', 'whose secret cannot be guessed');

select * from finish();
rollback;

-- Anna acts for her own customer, sees nobody else's, and changes nothing but through the doors.
begin;
set local search_path = tap, public, extensions;
select plan(20);

select set_config('my.own', tests.customer('90000001')::text, true);
select set_config('my.other', tests.customer('90000002')::text, true);
select tests.login(current_setting('my.own')::uuid, 'anna@example.com');
select tests.login(current_setting('my.other')::uuid, 'berta@example.com');
select set_config('my.change', tests.change(current_setting('my.own')::uuid, 'phone', '"+4930111111"')::text, true);
select set_config('my.theft', tests.change(current_setting('my.other')::uuid, 'phone', '"+4930666666"')::text, true);

select tests.sign_in('anna@example.com');

select results_eq('select account_number from public.customers', array['90000001'], 'Anna sees her customer alone');
select results_eq('select email from public.logins', array['anna@example.com'], 'and who acts for it');
select results_eq('select count(*)::int from public.contact_details', array[4], 'and its details');
select results_eq('select count(*)::int from public.contact_detail_values', array[4], 'and their values');
select is_empty('select 1 from public.staff', 'but nobody of the staff');

select throws_ok($$ update public.contact_details set version = 9 $$, '42501', null, 'She cannot write to a table');
select throws_ok($$ insert into public.logins (customer_id, email, role, origin) values (current_setting('my.other')::uuid, 'anna@example.com', 'owner', 'import') $$,
  '42501', null, 'nor give herself a login');
select throws_ok($$ select private.write_update((null, null, null)::private.actor, 'import', '{}') $$, '42501', null, 'nor call the write function');
select throws_ok($$ select * from private.outbox $$, '42501', null, 'nor read what is private');
select throws_ok($$ select public.outbox_claim(1, 1) $$, '42501', null, 'nor take the worker''s mails');

select throws_ok($$ select public.account_overview(current_setting('my.other')::uuid) $$, 'PT404', 'not_found', 'Another customer does not exist for her');
select throws_ok($$ select public.save_details(current_setting('my.other')::uuid, current_setting('my.theft')::jsonb, gen_random_uuid()) $$,
  'PT404', 'not_found', 'not to save');
select throws_ok($$ select public.save_details(current_setting('my.own')::uuid, current_setting('my.theft')::jsonb, gen_random_uuid()) $$,
  'PT404', 'not_found', 'nor may her own form carry another customer''s detail');
select throws_ok($$ select public.desk_search('Muster') $$, 'PT403', 'not_allowed', 'The desk is shut');
select throws_ok($$ select public.outreach_queue() $$, 'PT403', 'not_allowed', 'and so is outreach');

select is(public.save_details(current_setting('my.own')::uuid, current_setting('my.change')::jsonb, gen_random_uuid())->>'status', 'saved', 'She saves her own');
select results_eq($$ select value #>> '{}' from public.contact_detail_values v join public.contact_details d on d.id = v.detail_id
    where d.kind = 'phone' and v.valid @> private.today() $$, array['+4930111111'], 'and sees it');
select results_eq($$ select channel::text from public.updates order by 1 desc $$, array['online', 'import'], 'with its history');

reset role;
update public.logins set frozen_at = now() where email = 'anna@example.com';
set local role authenticated;
select is_empty('select 1 from public.customers', 'A frozen login shows nothing');

reset role;
update public.logins set frozen_at = null where email = 'anna@example.com';
delete from auth.sessions;
set local role authenticated;
select throws_ok($$ select public.account_overview(current_setting('my.own')::uuid) $$, 'PT401', 'signed_out', 'An ended session is over, whatever its token says');

select * from finish();
rollback;

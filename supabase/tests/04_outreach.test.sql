-- Clara asks the customers whose details are stale, and sees no more than that needs.
begin;
set local search_path = tap, public, extensions;
select plan(9);

select set_config('my.customer', tests.customer('90000001')::text, true);
select tests.login(current_setting('my.customer')::uuid, 'anna@example.com');
select public.staff_add('clara@kartei.example.com', 'outreach', 'Clara');
select tests.sign_in('clara@kartei.example.com');

select is_empty('select 1 from public.customers', 'Clara lists no customers');
select throws_ok('select 1 from public.reminders', '42501', null, 'and no reminders');
select throws_ok($$ select public.desk_record('90000001') $$, 'PT403', 'not_allowed', 'Records are not hers to open');
select throws_ok($$ select public.desk_search('Muster') $$, 'PT403', 'not_allowed', 'nor to search');

select is(jsonb_path_query_first(public.outreach_queue(), '$.rows[*] ? (@.accountNumber == "90000001").medium') #>> '{}', 'email', 'She sees who is stale');
select is(public.send_reminders(array[current_setting('my.customer')::uuid]) - 'skipped', '{"emails": 1, "letters": 0}', 'reminds them by email');
select is(public.send_reminders(array[current_setting('my.customer')::uuid]), '{"emails": 0, "letters": 0, "skipped": 1}', 'and not twice');
select is(jsonb_path_exists(public.outreach_queue(), '$.rows[*] ? (@.accountNumber == "90000001")'), false, 'Who was reminded waits outside the queue');

reset role;
select results_eq($$ select o.kind || ' ' || o.state from private.outbox o where o.customer_id = current_setting('my.customer')::uuid $$,
  array['reminder queued'], 'One mail is on its way');

select * from finish();
rollback;

-- Jana finds customers through the desk's doors; the tables show her nothing, and each look is logged.
begin;
set local search_path = tap, public, extensions;
select plan(18);

select set_config('my.customer', tests.customer('90000001')::text, true);
select set_config('my.change', tests.change(current_setting('my.customer')::uuid, 'phone', '"+4930111111"')::text, true);
update public.customers set birth_date = '1961-05-03' where account_number = '90000001';
update private.caller_check_policy set points_needed = 2;
select public.staff_add('Jana@kartei.example.com', 'agent', 'Jana');
select tests.sign_in('jana@kartei.example.com');

select is_empty('select 1 from public.customers', 'Jana lists no customers');
select is_empty('select 1 from public.contact_details', 'no details');
select is_empty('select 1 from public.contact_detail_values', 'no values');
select is_empty('select 1 from public.updates', 'no history');
select is_empty('select 1 from public.logins', 'no logins');
select results_eq('select name from public.staff', array['Jana'], 'of the staff she sees herself');

select is(public.desk_search('90000001')->'hits'->0->>'accountNumber', '90000001', 'She finds a customer');
select is(public.desk_record('90000001')->'customer'->>'accountNumber', '90000001', 'opens the record');
select throws_ok($$ select public.correct_on_call('90000001', current_setting('my.change')::jsonb, gen_random_uuid()) $$,
  'PT422', 'caller_not_checked', 'changes nothing before the caller is checked');
select is(public.answer_caller_check('90000001', 'postcode', '10243')->>'outcome', 'wrong', 'hears that an answer is wrong');
select is(public.answer_caller_check('90000001', 'postcode', '10 245')->>'outcome', 'right', 'that another is right');
select is(public.answer_caller_check('90000001', 'birth_date', '1961-05-03')->'check'->>'state', 'passed', 'that it is enough');
select is(public.correct_on_call('90000001', current_setting('my.change')::jsonb, gen_random_uuid())->>'status', 'saved', 'and corrects it then');
select throws_ok($$ select public.correct_at_counter('90000001', current_setting('my.change')::jsonb, null, gen_random_uuid()) $$,
  'PT422', 'caller_not_identified', 'At the counter something must be shown');
select throws_ok($$ select public.outreach_queue() $$, 'PT403', 'not_allowed', 'Outreach is not her work');
select throws_ok($$ select public.decide_on_mail(gen_random_uuid(), true) $$, 'PT403', 'not_allowed', 'nor are the outbox''s doubts');

reset role;
select results_eq($$ select s.name || ': ' || v.page from public.record_views v join public.staff s on s.id = v.staff_id
    where v.customer_id = current_setting('my.customer')::uuid order by v.id $$,
  array['Jana: record', 'Jana: caller_check'], 'Her look at each page is logged');
update public.staff set active = false where name = 'Jana';
set local role authenticated;
select throws_ok($$ select public.desk_record('90000001') $$, 'PT403', 'not_allowed', 'Deactivated, she is refused at once');

select * from finish();
rollback;

-- Who administers, and the second step of signing in where Auth offers one.
begin;
set local search_path = tap, public, extensions;
select plan(24);

select public.staff_add('ada@kartei.example.com', 'admin', 'Ada');
select public.staff_add('jana@kartei.example.com', 'agent', 'Jana');
select set_config('my.ada', (select id::text from public.staff where name = 'Ada'), true);
select set_config('my.jana', (select id::text from public.staff where name = 'Jana'), true);

select tests.sign_in('ada@kartei.example.com');
select throws_ok($$ select public.set_staff_active(current_setting('my.ada')::uuid, false) $$, 'PT409', 'last_admin', 'The last admin does not shut themselves out');
select throws_ok($$ select public.change_staff(current_setting('my.ada')::uuid, 'Ada', 'agent', 'billing') $$, 'PT409', 'last_admin', 'nor step down');
select lives_ok($$ select public.change_staff(current_setting('my.ada')::uuid, 'Ada L.', 'admin', 'billing') $$, 'but may change their name');
select lives_ok($$ select public.change_staff(current_setting('my.jana')::uuid, 'Jana', 'admin', 'billing') $$, 'With a second admin');
select lives_ok($$ select public.set_staff_active(current_setting('my.ada')::uuid, false) $$, 'the first may go');
select throws_ok($$ select public.desk_staff() $$, 'PT401', 'signed_out', 'and is out at once');
reset role;
select throws_ok($$ select public.staff_add('jana@kartei.example.com', 'agent', 'Jana') $$, 'PT409', 'last_admin', 'Nor does the command line take the last admin away');
select results_eq($$ select act from private.staff_changes where staff_id = current_setting('my.ada')::uuid order by id $$, array['added', 'changed', 'deactivated'], 'Each act is remembered');

select tests.sign_in('jana@kartei.example.com');
select lives_ok($$ select public.desk_tasks() $$, 'Where Auth offers no second step, nobody is asked for one');
reset role;
-- as hosted Auth has it, and Lite has not
create table auth.mfa_factors (id uuid primary key default gen_random_uuid(), user_id uuid not null, status text not null);
set local role authenticated;
select lives_ok($$ select public.desk_tasks() $$, 'nor where it does, and Jana has set none up');
select throws_ok($$ select public.require_second_step(true) $$, 'PT409', 'second_step_not_taken', 'She cannot require of others what she has not done');
reset role;
insert into auth.mfa_factors (user_id, status) select id, 'unverified' from auth.users where email = 'jana@kartei.example.com';
set local role authenticated;
select lives_ok($$ select public.desk_tasks() $$, 'One that she only began to set up asks nothing');
reset role;
update auth.mfa_factors set status = 'verified';
set local role authenticated;
select throws_ok($$ select public.desk_tasks() $$, 'PT403', 'second_step_missing', 'Once it is set up, a session that has not taken it sees nothing');
select throws_ok($$ select public.desk_staff() $$, 'PT403', 'second_step_missing', 'of any page');
select is(public.desk_security()->>'missing', 'true', 'but the page on which she takes it');

reset role;
select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || '{"aal": "aal2"}')::text, true);
set local role authenticated;
select lives_ok($$ select public.desk_tasks() $$, 'After it she works as before');
select lives_ok($$ select public.require_second_step(true) $$, 'and may require it of all');

reset role;
select public.staff_add('kim@kartei.example.com', 'agent', 'Kim');
select tests.sign_in('kim@kartei.example.com');
select throws_ok($$ select public.desk_tasks() $$, 'PT403', 'second_step_missing', 'Kim, who has none, is asked to set it up');
select is(public.desk_security()->>'missing', 'true', 'and may');
reset role;
select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || '{"aal": "aal1"}')::text, true);
set local role authenticated;
select throws_ok($$ select public.desk_search('x') $$, 'PT403', 'second_step_missing', 'A session of the first step only stays one');
reset role;
alter table auth.mfa_factors rename to no_factors;
set local role authenticated;
select lives_ok($$ select public.desk_tasks() $$, 'A server that offers none any more shuts nobody out');
reset role;
select set_config('my.customer', tests.customer('90000008')::text, true);
select tests.login(current_setting('my.customer')::uuid, 'ada.muster@example.com');
alter table auth.no_factors rename to mfa_factors;
select tests.sign_in('ada.muster@example.com');
select lives_ok($$ select public.account_overview(current_setting('my.customer')::uuid) $$, 'Customers are asked for none');
select throws_ok($$ select public.desk_security() $$, 'PT403', 'not_allowed', 'and have no such page');
reset role;
select results_eq($$ select act from private.staff_changes where staff_id is null and department_id is null $$, array['second_step_required'], 'The rule and who made it are remembered');

select * from finish();
rollback;

-- What tables keep by themselves, also from the owner and from functions that run as the owner.
begin;
set local search_path = tap, public, extensions;
select plan(20);

select set_config('my.customer', tests.customer('90000001')::text, true);
select set_config('my.company', tests.customer('90000002', 'company')::text, true);
select set_config('my.login', tests.login(current_setting('my.customer')::uuid, 'anna@example.com')::text, true);

/* history is append-only */
select throws_ok('update public.updates set occurred_at = now()', 'PT403', 'history_is_append_only', 'No update is rewritten');
select throws_ok('delete from public.updates', 'PT403', 'history_is_append_only', 'none is deleted');
select throws_ok('truncate public.updates cascade', 'PT403', 'history_is_append_only', 'none is emptied');
select throws_ok('update public.update_items set after = null', 'PT403', 'history_is_append_only', 'No item is rewritten');
select throws_ok('delete from public.update_items', 'PT403', 'history_is_append_only', 'none is deleted');
select throws_ok('truncate public.update_items', 'PT403', 'history_is_append_only', 'none is emptied');
grant all on public.updates, public.update_items to service_role;
set local role service_role;
select throws_ok('update public.updates set occurred_at = now()', 'PT403', 'history_is_append_only', 'not by the service role, even with every right on the table');
select throws_ok('delete from public.update_items', 'PT403', 'history_is_append_only', 'nor its items');
reset role;

/* people without passwords */
insert into auth.users (id, email, encrypted_password) values ('00000000-0000-0000-0000-0000000000aa', 'berta@example.com', 'hash');
select results_eq($$ select encrypted_password::text from auth.users where email = 'berta@example.com' $$, array[null::text], 'A password is emptied when somebody signs up');
update auth.users set encrypted_password = 'hash' where email = 'berta@example.com';
select results_eq($$ select encrypted_password::text from auth.users where email = 'berta@example.com' $$, array[null::text], 'and whenever one is set');
select throws_ok($$ update auth.users set email = 'anna@example.com' where email = 'berta@example.com' $$,
  'PT403', 'address_changes_go_through_kartei', 'An identity never changes its address');
select throws_ok($$ update auth.users set email_change = 'anna@example.com' where email = 'berta@example.com' $$,
  'PT403', 'address_changes_go_through_kartei', 'nor begins to');

/* constraints, named after the rule they keep */
create function tests.broken_rule(statement text) returns text language plpgsql set search_path = '' as $$
declare
  rule text;
begin
  execute statement;
  return 'none';
exception when integrity_constraint_violation then
  get stacked diagnostics rule = constraint_name;
  return rule;
end $$;
create function tests.detail(kind text, more text default '') returns text language sql set search_path = '' as $$
  select format('insert into public.contact_details (customer_id, kind, channel, review_on%s) select %L, %L, ''online'', now()%s',
    case when more = '' then '' else ', ' || split_part(more, '=', 1) end, current_setting('my.customer'), kind,
    case when more = '' then '' else ', ' || split_part(more, '=', 2) end);
$$;

select is(tests.broken_rule(tests.detail('name')), 'one_current_name_per_customer', 'One current name');
select is(tests.broken_rule(tests.detail('billing_address')), 'one_current_billing_address_per_customer', 'One current billing address');
select is(tests.broken_rule(tests.detail('phone', 'is_primary=true')), 'one_primary_of_each_kind_per_customer', 'One primary of each kind');
select is(tests.broken_rule(tests.detail('phone', 'verified_at=now()')), 'only_emails_are_verified', 'Only emails are verified');
select is(tests.broken_rule($$ insert into public.contact_detail_values (detail_id, value, valid, known_since)
    select detail_id, '"+491"', daterange(private.today() + 5, null), now() from public.contact_detail_values limit 1 $$),
  'one_value_of_a_detail_at_a_time', 'One value at a time');
select is(tests.broken_rule($$ insert into public.logins (customer_id, email, role, origin) values (current_setting('my.customer')::uuid, 'anna@example.com', 'member', 'import') $$),
  'one_live_login_per_address_and_customer', 'One login for each address');
select is(tests.broken_rule($$ insert into public.updates (reference, customer_id, channel, request_id) values ('X', current_setting('my.customer')::uuid, 'online', gen_random_uuid()) $$),
  'one_actor_unless_imported', 'Every update but an import has an actor');
select is(tests.broken_rule($$ update public.customers set birth_date = '2000-01-01' where id = current_setting('my.company')::uuid $$),
  'only_persons_have_a_birth_date', 'A company has no birth date');

select * from finish();
rollback;

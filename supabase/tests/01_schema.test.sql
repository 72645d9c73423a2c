-- What holds for the whole schema, right after the migrations and before any request.
begin;
set local search_path = tap, public, extensions;
select plan(17);

create temporary view ours as
  select p.oid, n.nspname as schema, p.proname as name, p.proconfig, p.prosecdef
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private');
create temporary view our_tables as
  select c.oid, n.nspname as schema, c.relname as name, c.relkind, c.relrowsecurity, c.reloptions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S');

select is_empty($$ select schema, name from our_tables where relkind in ('r', 'p') and not relrowsecurity $$,
  'every table has row level security');
select is_empty($$ select schema, name from our_tables where relkind in ('v', 'm') and not coalesce(reloptions::text like '%security_invoker=true%', false) $$,
  'every view looks with the eyes of its reader');
select is_empty($$ select schema, name from our_tables where relkind in ('m', 'f') $$,
  'nothing is kept in a form that row level security does not reach');
select is_empty($$ select schema, name from ours where not coalesce('search_path=""' = any (proconfig), false) $$,
  'every function has a fixed, empty search path');
select is_empty($$ select polname from pg_policy where polcmd <> 'r' $$,
  'no policy lets anybody write: functions are the only doors');
select is_empty($$ select polname from pg_policy where polroles <> array['authenticated'::regrole::oid] $$,
  'no policy shows anything to somebody without a session');

select is_empty($$ select name from our_tables, unnest(array['anon', 'authenticated', 'service_role']) r
    where relkind <> 'S' and has_table_privilege(r, oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') $$,
  'nobody of the API may write to a table');
select is_empty($$ select name from our_tables, unnest(array['anon', 'authenticated', 'service_role']) r
    where relkind = 'S' and has_sequence_privilege(r, oid, 'USAGE, SELECT, UPDATE') $$,
  'nobody of the API may turn a sequence');
select is_empty($$ select name from our_tables, unnest(array['anon', 'service_role']) r where relkind <> 'S' and has_table_privilege(r, oid, 'SELECT') $$,
  'anon and the worker read no table');
select set_eq($$ select name::text from our_tables where relkind <> 'S' and has_table_privilege('authenticated', oid, 'SELECT') $$,
  array['contact_detail_values', 'contact_details', 'customers', 'documents', 'logins', 'receipts', 'review_policy', 'staff', 'update_items', 'updates'],
  'authenticated may ask only the tables whose policies answer');

select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('anon', oid, 'EXECUTE') $$,
  array['code_mail_context', 'count_code_try', 'email_proof', 'freeze_link', 'freeze_sign_in', 'request_code', 'resend_proof_code'],
  'anon may execute the doors before sign-in and nothing else');
select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('authenticated', oid, 'EXECUTE') $$,
  array['accept_email', 'account_history', 'account_overview', 'account_update', 'check_written_change', 'close_task',
    'confirm_details', 'correct_on_call', 'count_code_try', 'decide_on_mail', 'desk_outbox', 'desk_recent', 'desk_record',
    'desk_search', 'desk_tasks', 'email_proof', 'freeze_link', 'freeze_sign_in', 'key_written_change', 'keying_customer',
    'my_access', 'outreach_queue', 'reject_written_change', 'request_code', 'resend_proof_code', 'save_details',
    'send_reminders', 'set_language', 'settle_written_change', 'written_change_to_check', 'written_change_to_settle',
    'written_changes_queue'],
  'authenticated may execute the doors of the portal and the desk and nothing else');
select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('service_role', oid, 'EXECUTE') $$,
  array['configure', 'outbox_arm_link', 'outbox_claim', 'outbox_mark', 'staff_add'],
  'the secret key opens the doors of the start and the worker and nothing else');
select set_eq($$ select r || ' ' || name from ours, unnest(array['anon', 'authenticated', 'service_role']) r
    where schema = 'private' and has_function_privilege(r, oid, 'EXECUTE') $$,
  array['authenticated current_email', 'authenticated my_customers', 'authenticated today'],
  'of the private functions only what policies need may be executed');
select set_eq($$ select r from unnest(array['anon', 'authenticated', 'service_role']) r where has_schema_privilege(r, 'private', 'USAGE') $$,
  array['authenticated'], 'anon and the worker cannot name a private thing');
select is_empty($$ select r from unnest(array['anon', 'authenticated', 'service_role']) r, unnest(array['public', 'private']) s
    where has_schema_privilege(r, s, 'CREATE') $$,
  'nobody of the API may make anything of their own');
select is_empty($$ select name from ours where schema = 'public' and not prosecdef $$,
  'every door runs as the owner, since its caller may touch nothing');

select * from finish();
rollback;

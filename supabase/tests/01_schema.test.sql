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
  array['concern_messages', 'concerns', 'contact_detail_values', 'contact_details', 'customers', 'documents', 'logins', 'receipts', 'review_policy', 'staff', 'update_items', 'updates'],
  'authenticated may ask only the tables whose policies answer');

select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('anon', oid, 'EXECUTE') $$,
  array['order_activation_letter', 'try_activation', 'review_link', 'answer_review', 'changes', 'code_mail_context', 'count_code_try', 'email_proof', 'freeze_link', 'freeze_sign_in', 'link_by_code', 'request_code', 'resend_proof_code',
    'stop_by_link', 'stop_link', 'undo_by_link', 'undo_link', 'watch_admit', 'watch_migrations', 'watch_queues', 'watch_report'],
  'anon may execute the doors before sign-in and nothing else');
select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('authenticated', oid, 'EXECUTE') $$,
  array['account_contacts', 'add_addendum', 'desk_commitment', 'desk_commitments', 'desk_note', 'desk_note_draft', 'desk_notes', 'discard_note', 'take_over_note', 'save_note', 'settle_commitment', 'start_note', 'time_note', 'type_note',
    'account_concern', 'account_concerns', 'account_new_concern', 'account_rights', 'answer_concern', 'close_concern', 'desk_concern', 'desk_concerns', 'desk_erasure', 'erase_customer', 'escalate_concern', 'hand_over_concern', 'open_concern', 'request_erasure', 'save_wishes', 'take_concern', 'take_data', 'withdraw_erasure', 'write_on_concern', 
    'account_receipt', 'arm_letters', 'claim_letters', 'desk_letters', 'letter_batch', 'letters_put_back', 'letters_sent',
    'letters_to_print', 'link_by_code',
    'stop_by_link', 'stop_link', 'undo_by_link', 'undo_link', 'accept_email', 'cancel_move', 'account_detail', 'account_details', 'account_history', 'account_overview', 'account_update', 'claim_account', 'desk_import', 'desk_imports',
    'import_apply', 'import_cancel', 'import_check', 'import_open', 'import_pause', 'import_problems', 'import_receive', 'import_received', 'import_undo', 'begin_export', 'check_written_change', 'close_task',
    'confirm_details', 'confirm_everything', 'correct_on_call', 'correct_at_counter', 'desk_reversal', 'reverse_update',
    'accept_caller_code', 'account_caller_pin', 'answer_caller_check', 'desk_caller_check', 'desk_caller_policy', 'end_caller_check', 'override_caller_check',
    'record_id_digits', 'save_caller_policy', 'send_caller_code', 'show_caller_pin', 'count_code_try', 'decide_on_mail', 'desk_exports', 'desk_outbox', 'desk_recent', 'desk_record',
    'desk_search', 'desk_call', 'record_pulse', 'confirm_on_call', 'decline_question', 'customers_alike', 'enter_customer', 'desk_system', 'desk_tasks', 'email_proof', 'end_export', 'export_page', 'freeze_link', 'freeze_sign_in', 'key_written_change', 'keying_customer',
    'my_access', 'outreach_queue', 'reject_written_change', 'request_code', 'resend_proof_code', 'save_details',
    'send_reminders', 'set_language', 'settle_written_change', 'written_change_to_check', 'written_change_to_settle',
    'written_changes_queue',
    'account_people', 'account_person', 'invite_person', 'withdraw_invitation', 'remove_login', 'answer_invitation',
    'order_activation_letter', 'desk_activation_letter', 'try_activation', 'finish_activation', 'review_link', 'answer_review',
    'create_token', 'create_webhook', 'interfaces_overview', 'replay_failed_webhooks', 'replay_webhook', 'revoke_token',
    'rotate_webhook', 'switch_webhook', 'test_webhook', 'webhook_endpoint',
    'desk_task', 'claim_task', 'release_task', 'hand_task', 'release_sign_in',
    'desk_staff', 'desk_staff_member', 'desk_record_views', 'invite_staff', 'invite_again', 'change_staff', 'set_staff_active',
    'add_department', 'rename_department', 'desk_security', 'require_second_step'],
  'authenticated may execute the doors of the portal and the desk and nothing else');
select set_eq($$ select name::text from ours where schema = 'public' and has_function_privilege('service_role', oid, 'EXECUTE') $$,
  array['configure', 'desk_import', 'import_apply', 'import_cancel', 'import_check', 'import_checked', 'import_failed', 'import_forget',
    'import_next', 'import_of_file', 'import_open', 'import_pause', 'import_problems', 'import_receive', 'import_received', 'import_undo',
    'remind_of_commitments', 'note_forget', 'outbox_arm_link', 'outbox_claim', 'outbox_mark', 'staff_add',
    'begin_feed_epoch_if_moved', 'token_add', 'token_revoke', 'webhook_claim', 'webhook_forget', 'webhook_mark'],
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

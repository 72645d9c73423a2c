-- Jana notes a call and promises something; Anna reads what is for her, and the tables show neither of them anything.
begin;
set local search_path = tap, public, extensions;
select plan(16);

select set_config('my.customer', tests.customer('90000001')::text, true);
select tests.login(current_setting('my.customer')::uuid, 'anna@example.com');
select public.staff_add('jana@kartei.example.com', 'agent', 'Jana');
select public.staff_add('clara@kartei.example.com', 'outreach', 'Clara');

select tests.sign_in('jana@kartei.example.com');
select set_config('my.note', public.start_note('90000001')::text, true);
select is(public.start_note('90000001')::text, current_setting('my.note'), 'Jana begins one note, however often she presses');
select is(public.type_note(current_setting('my.note')::uuid, gen_random_uuid(), 1, 'phone', 'in', '{"done": "halb"}')->>'status', 'typed', 'What she types is kept');
select is(public.type_note(current_setting('my.note')::uuid, gen_random_uuid(), 1, 'phone', 'in', '{"done": "alt"}')->>'status', 'behind', 'An older state does not overwrite it');
select isnt(public.time_note(current_setting('my.note')::uuid, 'held')->>'heldSince', null, 'She puts Anna on hold');
select is(public.save_note(current_setting('my.note')::uuid, gen_random_uuid(), 2, jsonb_build_object('channel', 'phone', 'direction', 'in', 'reason', 'payment',
  'done', 'Geklärt.', 'outcome', 'promised', 'satisfied', 'yes', 'internal', 'unter uns', 'shared', 'für Anna',
  'promises', jsonb_build_array(jsonb_build_object('what', 'Zurückrufen', 'due', (private.today() + 1)::text, 'department', 'customer_service'))))->>'status', 'saved', 'and saves');
select is(public.save_note(current_setting('my.note')::uuid, gen_random_uuid(), 2, '{}')->>'status', 'repeated', 'once');
select throws_ok('select * from public.notes', '42501', null, 'The table of notes shows her nothing');
select throws_ok('select * from public.commitments', '42501', null, 'nor that of promises');
select throws_ok('select * from private.note_drafts', '42501', null, 'Drafts are out of reach');

reset role;
select tests.sign_in('anna@example.com');
select is(public.account_contacts(current_setting('my.customer')::uuid)->'contacts'->0->>'shared', 'für Anna', 'Anna reads what is for her');
select is(public.account_contacts(current_setting('my.customer')::uuid)->'contacts'->0->'promises'->0->>'what', 'Zurückrufen', 'and what was promised');
select unalike(public.account_contacts(current_setting('my.customer')::uuid)::text, '%unter uns%', 'and nothing that is not');
select throws_ok('select * from public.notes', '42501', null, 'The table shows her nothing either');
select throws_ok($$ select public.desk_notes('90000001') $$, 'PT403', 'not_allowed', 'The desk is not hers');

reset role;
select tests.sign_in('clara@kartei.example.com');
select throws_ok($$ select public.desk_notes('90000001') $$, 'PT403', 'not_allowed', 'nor Clara''s');
reset role;
select throws_ok($$ update public.notes set done = 'anders' $$, 'PT403', 'history_is_append_only', 'Nobody rewrites a note');

select * from finish();
rollback;

-- A company with several sites: which stands first, what belongs where, and what one press confirms.
begin;
set local search_path = tap, public, extensions;
select plan(31);

create function tests.id_of(label text) returns uuid language sql stable set search_path = '' as $$
  select d.id from public.contact_details d where d.customer_id = current_setting('my.company')::uuid and d.label = id_of.label and d.removed_at is null;
$$;
-- One change of a detail by its label, as a form sends it.
create function tests.one(op text, label text, more jsonb default '{}') returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_array(jsonb_build_object('op', op, 'detail', d.id, 'version', d.version) || more)
  from public.contact_details d where d.id = tests.id_of(one.label);
$$;
create function tests.saves(changes jsonb) returns text language sql set search_path = '' as $$
  select public.save_details(current_setting('my.company')::uuid, changes, gen_random_uuid())->>'status';
$$;
create function tests.place(street text) returns jsonb language sql immutable set search_path = '' as $$
  select jsonb_build_object('country', 'DE', 'lines', jsonb_build_array(street), 'postcode', '04347', 'city', 'Leipzig', 'area', '');
$$;
grant usage on schema tests to authenticated;
grant execute on all functions in schema tests to authenticated;

select set_config('my.company', tests.customer('90000011', 'company')::text, true);
select set_config('my.other', tests.customer('90000012', 'company')::text, true);
select set_config('my.person', tests.customer('90000013')::text, true);
select tests.login(current_setting('my.company')::uuid, 'einkauf@example.com');
select tests.sign_in('einkauf@example.com');

/* sites with somebody who receives there */
select is(tests.saves(jsonb_build_array(
  jsonb_build_object('op', 'add', 'kind', 'shipping_address', 'label', 'Leipzig', 'value', tests.place('Torgauer Straße 231') || '{"contact": "Ute Berg", "hints": "Tor 3"}'),
  jsonb_build_object('op', 'add', 'kind', 'shipping_address', 'label', 'Halle', 'value', tests.place('Merseburger Straße 9')))), 'saved',
  'A site says who receives there and how to deliver');
select is((select value from public.contact_detail_values where detail_id = tests.id_of('Leipzig'))->>'hints', 'Tor 3', 'and keeps it');
select throws_ok(format('select tests.saves(%L)', jsonb_build_array(jsonb_build_object('op', 'add', 'kind', 'shipping_address', 'value', tests.place('x') || v))),
  'PT422', 'value_not_acceptable', 'A site with ' || left(v::text, 30) || ' is refused')
from jsonb_array_elements(jsonb_build_array('{"contact": ""}'::jsonb, '{"hints": " "}', '{"contact": 5}', '{"hints": ["x"]}', '{"door": "3"}',
  jsonb_build_object('hints', repeat('x', 301)), jsonb_build_object('contact', repeat('x', 101)))) v;
select throws_ok(format('select tests.saves(%L)', tests.change(current_setting('my.company')::uuid, 'billing_address', tests.place('x') || '{"contact": "Ute"}')),
  'PT422', 'value_not_acceptable', 'A billing address has nobody who receives there');

/* what stands first */
select is((select is_primary from public.contact_details where id = tests.id_of('Leipzig')), true, 'The first site stands first');
select is(tests.saves(tests.one('make_primary', 'Halle')), 'saved', 'until another is put first');
select results_eq($$ select label from public.contact_details where kind = 'shipping_address' and is_primary and customer_id = current_setting('my.company')::uuid $$,
  array['Halle'], 'and only one does');
select results_eq($$ select op, replaces = tests.id_of('Leipzig'), before = after, version from public.update_items where detail_id = tests.id_of('Halle') order by id desc limit 1 $$,
  $$ values ('make_primary', true, true, 2) $$, 'the history says which stood there before');
select is(tests.saves(tests.one('make_primary', 'Halle')), 'unchanged', 'Twice is once');
select is(tests.saves(tests.one('make_primary', 'Leipzig', '{"version": 7}')), 'conflict', 'Who saw another version is asked');
select throws_ok(format('select public.save_details(%L, %L, gen_random_uuid())', current_setting('my.company'), jsonb_build_array((tests.change(current_setting('my.company')::uuid, 'billing_address', null)->0) || '{"op": "make_primary"}')),
  'PT422', 'value_not_acceptable', 'The one billing address is not made first');
select throws_ok(format('select tests.saves(%L)', tests.one('make_primary', 'Halle') || tests.one('make_primary', 'Leipzig')), 'PT422', 'value_not_acceptable', 'Two of a kind are not made first at once');

/* what belongs where */
select is(tests.saves(jsonb_build_array(jsonb_build_object('op', 'add', 'kind', 'phone', 'label', 'Tor', 'value', '+493419876543', 'site', tests.id_of('Leipzig')))), 'saved', 'A phone belongs to a site');
select throws_ok(format('select tests.saves(%L)', jsonb_build_array(jsonb_build_object('op', 'add', 'kind', 'shipping_address', 'value', tests.place('y'), 'site', tests.id_of('Leipzig')))),
  'PT422', 'value_not_acceptable', 'a site does not');
select throws_ok(format('select tests.saves(%L)', tests.one('change', 'Tor', jsonb_build_object('value', '+493419876543', 'site', (select id from public.contact_details where customer_id = current_setting('my.company')::uuid and kind = 'billing_address')))),
  'PT404', 'not_found', 'What is no site is not found');
select is(tests.saves(tests.one('change', 'Tor', jsonb_build_object('value', '+493419876543', 'label', 'Pforte', 'site', null))), 'saved', 'Its label and site change without its value');
select results_eq($$ select op, label, label_before, site_id, site_before from public.update_items where detail_id = tests.id_of('Pforte') order by id desc limit 1 $$,
  $$ values ('place', 'Pforte', 'Tor', null::uuid, tests.id_of('Leipzig')) $$, 'which the history tells');
select is((select count(*)::int from public.contact_detail_values where detail_id = tests.id_of('Pforte')), 1, 'and its value is the same as before');
select is(tests.saves(tests.one('change', 'Pforte', '{"value": "+493419876544"}')), 'saved', 'A change that says nothing of its place');
select isnt(tests.id_of('Pforte'), null, 'leaves it there');
select is(tests.saves(tests.one('change', 'Pforte', jsonb_build_object('value', '+493419876544', 'site', tests.id_of('Leipzig')))), 'saved', 'It comes back to its site');
select throws_ok(format('select tests.saves(%L)', tests.one('remove', 'Leipzig')), 'PT422', 'site_has_details', 'A site to which something belongs is not removed by itself');
select throws_ok(format('select tests.saves(%L)', tests.one('remove', 'Leipzig') || tests.one('change', 'Pforte', jsonb_build_object('value', '+493419876544', 'label', 'Hof'))),
  'PT422', 'site_has_details', 'nor while it stays there');
select is(tests.saves(tests.one('remove', 'Leipzig') || tests.one('change', 'Pforte', jsonb_build_object('value', '+493419876544', 'site', null))), 'saved', 'It goes when what belongs to it stays without it');
select is((select site_id from public.contact_details where id = tests.id_of('Pforte')), null, 'on its own');

select * from finish();
rollback;

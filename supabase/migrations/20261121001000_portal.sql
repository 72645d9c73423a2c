-- The customer's doors: what the portal's pages read and save.

-- Everybody who may come in by the caller's address, right after sign-in: where to send them.
create function public.my_access() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  address text := private.current_email();
begin
  if address is null then perform private.refuse('PT401', 'signed_out'); end if;
  return jsonb_build_object(
    'email', address,
    'staff', (select jsonb_build_object('name', s.name, 'role', s.role, 'locale', s.locale)
      from public.staff s where s.email = address and s.active),
    'customers', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'accountNumber', c.account_number,
        'name', private.customer_name(c.id), 'place', (select d.value->>'city' from private.current_details d
          where d.customer_id = c.id and d.kind = 'billing_address'), 'locale', c.locale)
        order by lower(private.customer_name(c.id)), c.account_number), '[]')
      from private.my_logins() l join public.customers c on c.id = l.customer_id),
    'invitations', private.invitations_json(address),
    'mayClaim', exists (select from private.claimable(address)));
end $$;
grant execute on function public.my_access() to authenticated;

/* ---------------------------------------------------------------- first sign-in at an imported address */

-- The email details that an import brought for `address` and that nobody proved, of customers at whom nobody could ever
-- sign in: whoever proves the address and knows the account number may.
create function private.claimable(address text) returns setof public.contact_details
language sql stable set search_path = '' as $$
  select d.* from private.search_keys k
  join public.contact_details d on d.id = k.detail_id
  join public.customers c on c.id = d.customer_id and c.withdrawn_at is null
  where k.kind = 'email' and k.key = address and d.channel = 'import' and d.verified_at is null and d.removed_at is null
    and d.hold_reason is null and not exists (select from public.logins l where l.customer_id = d.customer_id);
$$;

create table private.account_number_tries (
  email text not null,
  tried_at timestamptz not null default now()
);
alter table private.account_number_tries enable row level security;
create index account_number_tries_by_email on private.account_number_tries (email, tried_at desc);

-- Opens the customer of that account number to the caller, whose address an import brought: the address counts as
-- verified and becomes the owner's login. Five numbers an hour; 404 where there is nothing to open.
-- Returns {"state": "opened", "customer"}, {"state": "wrong"} or {"state": "locked", "retryAt"}.
create function public.claim_account(account text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text := private.current_email();
  retry timestamptz;
  claimed public.contact_details;
  mine uuid;
begin
  if address is null then perform private.refuse('PT401', 'signed_out'); end if;
  if not exists (select from private.claimable(address)) then perform private.refuse('PT404', 'not_found'); end if;
  perform pg_advisory_xact_lock(hashtextextended('account number ' || address, 0));
  retry := private.retry_at(array(select t.tried_at from private.account_number_tries t
    where t.email = address and t.tried_at > now() - interval '1 hour'), 5);
  if retry is not null then return jsonb_build_object('state', 'locked', 'retryAt', retry); end if;
  delete from private.account_number_tries where tried_at < now() - interval '1 day';
  insert into private.account_number_tries (email) values (address);

  select d.* into claimed from private.claimable(address) d join public.customers c on c.id = d.customer_id
  where c.account_number = account limit 1;
  if claimed.id is null then return '{"state": "wrong"}'; end if;
  perform from public.customers c where c.id = claimed.customer_id for no key update;
  -- once more under the lock: of two people who know the number, one is first
  select d.* into claimed from private.claimable(address) d where d.id = claimed.id;
  if claimed.id is null then return '{"state": "wrong"}'; end if;
  insert into public.logins (customer_id, email, name, role, origin)
  values (claimed.customer_id, address, coalesce(private.customer_name(claimed.customer_id), ''), 'owner', 'import') returning id into mine;
  perform private.write_update((mine, null, null)::private.actor, 'online', array[(claimed.customer_id, gen_random_uuid(), 'confirm',
    claimed.id, null, null, null, null, claimed.version, null, true, null)::private.detail_change], false);
  return jsonb_build_object('state', 'opened', 'customer', claimed.customer_id);
end $$;
grant execute on function public.claim_account(text) to authenticated;

-- Who is looked at and who looks, for the head of every page of the portal.
create function private.portal_head(mine public.logins) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'customer', jsonb_build_object('id', c.id, 'accountNumber', c.account_number, 'kind', c.kind,
      'name', private.customer_name(c.id), 'country', c.country, 'locale', c.locale),
    'you', jsonb_build_object('email', mine.email, 'name', mine.name, 'role', mine.role),
    'severalCustomers', (select count(*) > 1 from private.my_logins()))
  from public.customers c where c.id = mine.customer_id;
$$;

-- Of each kind the details that stand first, so that a page stays small however many there are; with `due` only those
-- that are due to be confirmed.
create function private.first_details(customer uuid, viewer uuid, due boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.detail_json(f.d, viewer)
    order by (f.d).kind, not (f.d).is_primary, (f.d).label nulls first, (f.d).created_at, (f.d).id), '[]')
  from (select d, row_number() over (partition by d.kind
      order by not d.is_primary, d.site_id is not null, d.label nulls first, d.created_at, d.id) as nth
    from private.current_details d
    where d.customer_id = customer and (not due or d.hold_reason is null and private.is_due(d))) f
  where f.nth <= 12;
$$;

-- What one press would confirm: all details that are not on hold, each in the version that it has now.
create function private.confirmable(customer uuid) returns table (detail uuid, version int)
language sql stable set search_path = '' as $$
  select d.id, d.version from private.current_details d where d.customer_id = customer and d.hold_reason is null order by d.id;
$$;

-- Those details and versions as one word: two thousand ids would not fit into a page.
create function private.confirmable_seal(customer uuid) returns text
language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(coalesce(string_agg(c.detail || ' ' || c.version, ',' order by c.detail), ''), 'utf8')), 'hex')
  from private.confirmable(customer) c;
$$;

-- How many details there are of each kind, how many of them are due and how many one press would confirm.
create function private.details_counted(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'counts', coalesce(jsonb_object_agg(k.kind, k.here), '{}'),
    'due', coalesce(sum(k.due), 0),
    'confirmable', jsonb_build_object('count', coalesce(sum(k.confirmable), 0), 'seal', private.confirmable_seal(customer)))
  from (select d.kind, count(*) as here, count(*) filter (where d.hold_reason is null) as confirmable,
      count(*) filter (where d.hold_reason is null and private.is_due(d)) as due
    from private.current_details d where d.customer_id = customer group by d.kind) k;
$$;

-- An address without who receives there and how to deliver: what makes two addresses the same place.
create function private.place_of(value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return value - array['contact', 'hints'];
end $$;

-- The other addresses that say the same as this one, which its change may be meant for too.
create function private.same_addresses(address private.current_details) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'label', o.label, 'version', o.version, 'value', o.value)
    order by o.kind, o.label nulls first, o.created_at, o.id), '[]')
  from (select d.* from private.current_details d
    where address.kind in ('billing_address', 'shipping_address') and d.customer_id = address.customer_id
      and d.kind in ('billing_address', 'shipping_address') and d.id <> address.id
      and private.place_of(d.value) = private.place_of(address.value)
    order by d.created_at, d.id limit 100) o;
$$;

-- The overview and the form over all: the first details of each kind, how many there are, and what is still on its way.
-- With `due`, the details that are due.
create function public.account_overview(customer uuid, due boolean default false) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || private.details_counted(customer) || jsonb_build_object(
    'details', private.first_details(customer, mine.id, account_overview.due),
    'sameAsBilling', (select private.same_addresses(d) from private.current_details d
      where d.customer_id = customer and d.kind = 'billing_address'),
    'pendingEmails', private.pending_emails(customer),
    'nameRequest', (select t.proposal->'value'->>'company' from public.tasks t
      where t.customer_id = customer and t.cause = 'company_name_change' and t.closed_at is null));
end $$;
grant execute on function public.account_overview(uuid, boolean) to authenticated;

-- Whether a detail is what somebody types to find it: each word is part of its label, its value or its site's label, or
-- the digits are part of its number.
create function private.is_wanted(d private.current_details, site_label text, wanted text) returns boolean
language plpgsql stable set search_path = '' as $$
declare
  written text := extensions.unaccent(lower(concat_ws(' ', d.label, site_label, case jsonb_typeof(d.value) when 'string' then d.value #>> '{}'
    else concat_ws(' ', d.value->>'contact', array_to_string(array(select jsonb_array_elements_text(d.value->'lines')), ' '),
      d.value->>'postcode', d.value->>'city') end)));
begin
  if wanted ~ '^[-+()/. 0-9]*[0-9][-+()/. 0-9]*$' and jsonb_typeof(d.value) = 'string' then
    return position(ltrim(regexp_replace(wanted, '\D', '', 'g'), '0') in written) > 0;
  end if;
  return not exists (select from regexp_split_to_table(extensions.unaccent(lower(trim(wanted))), '\s+') w where position(w in written) = 0);
end $$;

-- The details of one kind, 20 a page, those that `wanted` finds where something is typed.
create function public.account_details(customer uuid, kind public.detail_kind, wanted text default '', page int default 1) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  mine public.logins := private.require_login(customer);
  hits private.current_details[];
  per_page constant int := 20;
  shown int := least(greatest(coalesce(account_details.page, 1), 1), 1000);
begin
  if length(wanted) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  hits := array(select d from private.current_details d
    left join public.contact_details s on s.id = d.site_id
    where d.customer_id = account_details.customer and d.kind = account_details.kind
      and (coalesce(wanted, '') = '' or private.is_wanted(d, s.label, account_details.wanted))
    order by not d.is_primary, d.label nulls first, d.created_at, d.id);
  return private.portal_head(mine) || jsonb_build_object('found', cardinality(hits), 'page', shown,
    'total', (select count(*) from private.current_details d where d.customer_id = account_details.customer and d.kind = account_details.kind),
    'details', (select coalesce(jsonb_agg(private.detail_json(hits[nth], mine.id) || jsonb_build_object(
        'site', private.site_name((hits[nth]).site_id), 'belongings', (select count(*) from public.contact_details b
          where b.customer_id = account_details.customer and b.site_id = (hits[nth]).id and b.removed_at is null)) order by nth), '[]')
      from generate_series((shown - 1) * per_page + 1, least(shown * per_page, cardinality(hits))) nth));
end $$;
grant execute on function public.account_details(uuid, public.detail_kind, text, int) to authenticated;

-- The sites to choose from for what may belong to one: all where there are few, else those that `wanted` finds.
create function private.site_choice(customer uuid, wanted text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  few constant int := 20;
  sites int := (select count(*) from public.contact_details d
    where d.customer_id = customer and d.kind = 'shipping_address' and d.removed_at is null);
begin
  return jsonb_build_object('siteCount', sites, 'sites', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label,
      'value', s.value) order by s.label nulls first, s.created_at, s.id), '[]')
    from (select d.* from private.current_details d where d.customer_id = site_choice.customer and d.kind = 'shipping_address'
      and (sites <= few or coalesce(wanted, '') <> '' and private.is_wanted(d, null, wanted))
      order by d.label nulls first, d.created_at, d.id limit few + 1) s));
end $$;

-- The page of one detail, or of one to add (without `detail`): the detail, what belongs to it, the addresses that say the
-- same, and the sites that it may belong to. `site` is the one chosen already, `wanted` what was typed to find another.
create function public.account_detail(customer uuid, detail uuid default null, site uuid default null, wanted text default '') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  mine public.logins := private.require_login(customer);
  found_detail private.current_details;
begin
  if length(wanted) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  if account_detail.detail is not null then
    select * into found_detail from private.current_details d where d.customer_id = account_detail.customer and d.id = account_detail.detail;
    if found_detail.id is null then perform private.refuse('PT404', 'not_found'); end if;
  end if;
  return private.portal_head(mine) || private.site_choice(customer, wanted) || jsonb_build_object(
    'detail', case when found_detail.id is not null then private.detail_json(found_detail, mine.id) end,
    'site', (select jsonb_build_object('id', s.id, 'label', s.label, 'value', s.value) from private.current_details s
      where s.customer_id = account_detail.customer and s.kind = 'shipping_address' and s.id = coalesce(account_detail.site, found_detail.site_id)),
    'sameAddresses', coalesce(private.same_addresses(found_detail), '[]'),
    'belongingsCount', (select count(*) from public.contact_details b
      where b.customer_id = account_detail.customer and b.site_id = found_detail.id and b.removed_at is null),
    'belongings', (select coalesce(jsonb_agg(private.detail_json(b.d, mine.id) order by (b.d).kind, (b.d).label nulls first, (b.d).created_at), '[]')
      from (select d from private.current_details d where d.customer_id = account_detail.customer and d.site_id = found_detail.id
        order by d.kind, d.label nulls first, d.created_at limit 190) b));
end $$;
grant execute on function public.account_detail(uuid, uuid, uuid, text) to authenticated;

-- Twenty updates before a moment, newest first, and which of them have a receipt.
create function public.account_history(customer uuid, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'updates', private.history_json(customer, mine.id, before, 20),
    'receipts', (select coalesce(jsonb_agg(u.reference), '[]')
      from (select * from public.updates where customer_id = customer and occurred_at < coalesce(before, 'infinity')
        order by occurred_at desc limit 20) u
      where exists (select from public.receipts r where r.update_id = u.id)));
end $$;
grant execute on function public.account_history(uuid, timestamptz) to authenticated;

-- One update by its reference, with what became of its receipt, for the confirmation page.
create function public.account_update(customer uuid, reference text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
  found_update public.updates;
begin
  select * into found_update from public.updates u where u.customer_id = customer and u.reference = account_update.reference;
  if found_update.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.portal_head(mine) || jsonb_build_object(
    'update', private.update_json(found_update, mine.id),
    'receiptBy', (select case when bool_or(o.medium = 'email') then 'email' else 'letter' end
      from private.outbox o where o.update_id = found_update.id and o.kind = 'receipt'),
    'pendingEmails', private.pending_emails(customer));
end $$;
grant execute on function public.account_update(uuid, text) to authenticated;

-- Saves what a customer changed online. Email addresses wait for a code sent to them; a company's new name waits for
-- an agent; everything else is saved at once. A conflict or too many codes save nothing of all this.
-- Returns {"status": saved|unchanged|conflict|repeated|limited, "reference", "conflicts", "retryAt", "proofs": [uuid],
-- "nameRequested"}.
create function public.save_details(customer uuid, changes jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  actor private.actor := (mine.id, null, null);
  asked private.detail_change[] := private.read_changes(customer, request, changes);
  is_company boolean := (select kind = 'company' from public.customers where id = customer);
  plain private.detail_change[] := array(select c from unnest(asked) c where not private.needs_proof(c)
    and not (is_company and private.kind_of(c) is not distinct from 'name' and c.op = 'change'));
  result jsonb := '{"status": "unchanged"}';
begin
  result := coalesce(private.proofs_limit(asked), result);
  if result->>'status' = 'limited' then return result; end if;
  if plain <> '{}' then result := private.write_one(actor, 'online', plain); end if;
  if result->>'status' = 'conflict' then return result; end if;
  return result || jsonb_build_object(
    'proofs', private.propose_emails(actor, 'online', null, array(select c from unnest(asked) c where private.needs_proof(c))),
    'nameRequested', is_company and private.request_company_name(mine, array(select c from unnest(asked) c
      where private.kind_of(c) = 'name' and c.op = 'change')));
end $$;
grant execute on function public.save_details(uuid, jsonb, uuid) to authenticated;

-- The kind a change is about: its own when it adds, the detail's when it changes one.
create function private.kind_of(c private.detail_change) returns public.detail_kind
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((select d.kind from public.contact_details d where d.id = c.detail_id and d.customer_id = c.customer_id), c.kind);
end $$;

-- Opens a task for the company's new name, or rewrites the one that is open. The name meant is the customer's own,
-- whatever the form says. Returns whether one was asked for.
create function private.request_company_name(mine public.logins, asked private.detail_change[]) returns boolean
language plpgsql set search_path = '' as $$
declare
  wish private.detail_change := asked[1];
  current private.current_details;
  asked_for jsonb;
begin
  select * into current from private.current_details d where d.customer_id = mine.customer_id and d.kind = 'name';
  if wish.value is null or wish.value = current.value then return false; end if;
  if not private.has_shape('name', 'company', wish.value) then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  asked_for := jsonb_build_object('detail', current.id, 'version', current.version, 'value', wish.value);
  update public.tasks set proposal = asked_for, asked_by = mine.id
  where customer_id = mine.customer_id and cause = 'company_name_change' and closed_at is null;
  if not found then perform private.open_task('company_name_change', mine.customer_id, 3, asked_for, mine.id); end if;
  return true;
end $$;

-- "Still right": makes details fresh. `details` is [{"detail", "version"}] as the person saw them; no receipt. What evidence
-- speaks against is corrected, not confirmed.
create function public.confirm_details(customer uuid, details jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
begin
  if request is null or jsonb_typeof(details) is distinct from 'array' or jsonb_array_length(details) not between 1 and 2000 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if exists (select from jsonb_to_recordset(details) as c(detail uuid) join private.current_details d on d.id = c.detail
    where d.customer_id = confirm_details.customer and d.hold_reason is not null)
  then perform private.refuse('PT422', 'detail_on_hold'); end if;
  return private.write_one((mine.id, null, null)::private.actor, 'online', array(
    select (customer, request, 'confirm', d.detail, null, null, null, null, d.version, null, false, null)::private.detail_change
    from jsonb_to_recordset(details) as d(detail uuid, version int)), false);
end $$;
grant execute on function public.confirm_details(uuid, jsonb, uuid) to authenticated;

-- "Everything is right": confirms all details that are not on hold, unless one of them has changed since the person saw
-- them, which `seal` tells: then nothing is confirmed, and the status is conflict.
create function public.confirm_everything(customer uuid, seal text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  confirmed private.detail_change[];
begin
  if request is null or seal is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if private.confirmable_seal(customer) <> seal then return '{"status": "conflict", "conflicts": []}'; end if;
  confirmed := array(select (customer, request, 'confirm', c.detail, null, null, null, null, c.version, null, false, null)::private.detail_change
    from private.confirmable(customer) c);
  if confirmed = '{}' then return '{"status": "unchanged"}'; end if;
  return private.write_one((mine.id, null, null)::private.actor, 'online', confirmed, false);
end $$;
grant execute on function public.confirm_everything(uuid, text, uuid) to authenticated;

-- Remembers the language somebody chose: staff for themselves, an owner for the customer's mails and letters.
create function public.set_language(locale text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine uuid[] := array(select l.customer_id from private.my_logins() l where l.role = 'owner');
begin
  if locale is null or locale not in ('de', 'en', 'hu') then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  perform from public.customers c where c.id = any (mine) order by c.id for no key update;
  with changed as (
    update public.customers c set locale = set_language.locale from public.customers before
    where c.id = any (mine) and before.id = c.id and before.locale <> set_language.locale
    returning before as was, c as is_now
  )
  insert into private.wishes (customer_id, login_id, before, after)
  select l.customer_id, l.id, private.wishes_json(n.was), private.wishes_json(n.is_now)
  from changed n join private.my_logins() l on l.customer_id = (n.is_now).id;
  update public.staff s set locale = set_language.locale where s.email = private.current_email() and s.active;
end $$;
grant execute on function public.set_language(text) to authenticated;

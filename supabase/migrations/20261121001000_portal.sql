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
        'name', private.customer_name(c.id), 'locale', c.locale) order by c.account_number), '[]')
      from private.my_logins() l join public.customers c on c.id = l.customer_id));
end $$;
grant execute on function public.my_access() to authenticated;

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

-- The overview and the forms: every detail, and what is still on its way.
create function public.account_overview(customer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'details', private.details_json(customer, mine.id),
    'pendingEmails', private.pending_emails(customer),
    'nameRequest', (select t.proposal->'value'->>'company' from public.tasks t
      where t.customer_id = customer and t.cause = 'company_name_change' and t.closed_at is null));
end $$;
grant execute on function public.account_overview(uuid) to authenticated;

-- Twenty updates before a moment, newest first.
create function public.account_history(customer uuid, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object('updates', private.history_json(customer, mine.id, before, 20));
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
  mine public.logins := private.require_login(customer);
  actor private.actor := (mine.id, null);
  asked private.detail_change[] := private.read_changes(customer, request, changes);
  is_company boolean := (select kind = 'company' from public.customers where id = customer);
  plain private.detail_change[] := array(select c from unnest(asked) c where not private.needs_proof(c)
    and not (is_company and private.kind_of(c) is not distinct from 'name' and c.op = 'change'));
  result jsonb := '{"status": "unchanged"}';
begin
  perform from public.customers c where c.id = customer for no key update;
  result := coalesce(private.proofs_limit(asked), result);
  if result->>'status' = 'limited' then return result; end if;
  if plain <> '{}' then result := private.write_one(actor, 'online', plain); end if;
  if result->>'status' = 'conflict' then return result; end if;
  return result || jsonb_build_object(
    'proofs', private.propose_emails(actor, 'online', null, array(select c from unnest(asked) c where private.needs_proof(c))),
    'nameRequested', private.request_company_name(mine, array(select c from unnest(asked) c
      where is_company and private.kind_of(c) = 'name' and c.op = 'change')));
end $$;
grant execute on function public.save_details(uuid, jsonb, uuid) to authenticated;

-- The kind a change is about: its own when it adds, the detail's when it changes one.
create function private.kind_of(c private.detail_change) returns public.detail_kind
language sql stable set search_path = '' as $$
  select coalesce((select d.kind from public.contact_details d where d.id = c.detail_id and d.customer_id = c.customer_id), c.kind);
$$;

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

-- "Still right": makes details fresh. `details` is [{"detail", "version"}] as the person saw them; no receipt.
create function public.confirm_details(customer uuid, details jsonb, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  if request is null or jsonb_typeof(details) is distinct from 'array' or jsonb_array_length(details) not between 1 and 2000 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  return private.write_one((mine.id, null)::private.actor, 'online', array(
    select (customer, request, 'confirm', d.detail, null, null, null, null, d.version, null, false, null)::private.detail_change
    from jsonb_to_recordset(details) as d(detail uuid, version int)), false);
end $$;
grant execute on function public.confirm_details(uuid, jsonb, uuid) to authenticated;

-- Remembers the language somebody chose: staff for themselves, an owner for the customer's mails and letters.
create function public.set_language(locale text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if locale is null or locale not in ('de', 'en', 'hu') then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  update public.customers c set locale = set_language.locale
  from private.my_logins() l where l.customer_id = c.id and l.role = 'owner';
  update public.staff s set locale = set_language.locale where s.email = private.current_email() and s.active;
end $$;
grant execute on function public.set_language(text) to authenticated;

-- A new email address counts only after a code sent to it came back.

create table private.email_proofs (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  detail_id uuid references public.contact_details,
  version int,
  email text not null,
  label text,
  -- as in private.detail_change; looked at when the address counts
  site_id uuid,
  actor_login uuid references public.logins,
  actor_staff uuid references public.staff,
  channel public.channel not null,
  identified_by text[],
  moves_login uuid references public.logins,
  written_change_id uuid,
  request_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  settled_at timestamptz,
  result jsonb
);
alter table private.email_proofs enable row level security;
create unique index one_open_proof_per_detail on private.email_proofs (detail_id) where settled_at is null;
-- a form sent twice proposes once
create unique index one_proof_per_request on private.email_proofs
  (customer_id, request_id, coalesce(detail_id::text, lower(email)));
create index open_proofs_of_customer on private.email_proofs (customer_id) where settled_at is null;
create index proofs_of_login on private.email_proofs (actor_login, created_at desc);

alter table private.code_requests add constraint a_code_for_a_proof foreign key (proof_id) references private.email_proofs;

-- Whether a change brings in an email address that nobody has proven yet; one that only gets a label or a site needs no proof.
create function private.needs_proof(c private.detail_change) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return c.op in ('add', 'change') and private.kind_of(c) is not distinct from 'email' and not exists (
    select from private.current_details d where c.op = 'change' and d.id = c.detail_id and d.customer_id = c.customer_id and d.value = c.value);
end $$;

-- Addresses that wait for their code, for the pages of their customer.
create function private.pending_emails(customer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('proof', p.id, 'detail', p.detail_id, 'email', p.email) order by p.created_at), '[]')
  from private.email_proofs p
  where p.customer_id = customer and p.settled_at is null and p.expires_at > now();
$$;

-- Whether the codes that `changes` need would be too many: {"status": "limited", "retryAt"}, else null.
create function private.proofs_limit(changes private.detail_change[]) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return (select jsonb_build_object('status', 'limited', 'retryAt', retry)
  from (select max(private.code_limit(lower(c.value #>> '{}'), 'prove_email')) as retry
    from unnest(changes) c where private.needs_proof(c) and c.value is not null) l
  where retry is not null);
end $$;

-- Opens a proof for each email change and mails its code; a new proposal for the same detail replaces the old one.
-- When the person who acts signs in with the very address they replace, their login will move along.
-- Returns the proofs' ids. Refuses values of the wrong shape, foreign details, and more than ten proposals an hour.
create function private.propose_emails(actor private.actor, channel public.channel, identified_by text[],
  changes private.detail_change[], written_change uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked record;
  proof uuid;
  proofs jsonb := '[]';
begin
  if changes = '{}' then return proofs; end if;
  perform from public.customers u where u.id in (select c.customer_id from unnest(changes) c) order by u.id for no key update;
  -- read under the lock: what waited while somebody was erased would keep their address
  if exists (select from public.customers u where u.id in (select c.customer_id from unnest(changes) c) and u.erased_at is not null) then
    perform private.refuse('PT409', 'customer_is_erased');
  end if;
  for asked in
    select c.*, d.id as found_id, d.value as old_value, u.locale, u.kind as customer_kind, l.id as login_id
    from unnest(changes) c
    join public.customers u on u.id = c.customer_id
    left join private.current_details d on d.id = c.detail_id and d.customer_id = c.customer_id and d.kind = 'email'
    left join public.logins l on l.id = actor.login_id and l.email = lower(d.value #>> '{}')
  loop
    if asked.op = 'change' and asked.found_id is null then perform private.refuse('PT404', 'not_found'); end if;
    if asked.op = 'change' and asked.version is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
    if not private.has_shape('email', asked.customer_kind, asked.value) then perform private.refuse('PT422', 'value_not_acceptable'); end if;
    continue when asked.op = 'change' and asked.value = asked.old_value;
    continue when asked.op = 'add' and exists (select from private.current_details d where d.customer_id = asked.customer_id
      and d.kind = 'email' and lower(d.value #>> '{}') = lower(asked.value #>> '{}'));
    select p.id into proof from private.email_proofs p where p.customer_id = asked.customer_id and p.request_id = asked.request_id
      and coalesce(p.detail_id::text, lower(p.email)) = coalesce(asked.found_id::text, lower(asked.value #>> '{}'));
    if found then
      proofs := proofs || to_jsonb(proof);
      continue;
    end if;
    if (select count(*) >= 10 from private.email_proofs p where p.customer_id = asked.customer_id
      and p.created_at > now() - interval '1 hour') then perform private.refuse('PT429', 'too_many_proposals'); end if;

    update private.email_proofs set settled_at = now()
    where detail_id = asked.found_id and settled_at is null;
    insert into private.email_proofs (customer_id, detail_id, version, email, label, site_id, actor_login, actor_staff,
      channel, identified_by, moves_login, written_change_id, request_id)
    values (asked.customer_id, asked.found_id, asked.version, asked.value #>> '{}', asked.label, asked.site_id,
      actor.login_id, actor.staff_id, channel, identified_by, asked.login_id, written_change, asked.request_id)
    returning id into proof;
    perform private.queue_code(asked.value #>> '{}', 'prove_email', proof, asked.locale);
    proofs := proofs || to_jsonb(proof);
  end loop;
  return proofs;
end $$;

-- What the page that takes the code shows, found by the proof's unguessable id.
-- Returns {"state": open|done|gone, "email", "reference", "locale"}; the email is for masking, not for showing.
create function public.email_proof(proof uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  found_proof private.email_proofs;
begin
  perform private.require_server();
  select * into found_proof from private.email_proofs p where p.id = proof;
  if found_proof.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return jsonb_build_object('email', found_proof.email, 'customer', found_proof.customer_id,
    'reference', found_proof.result->>'reference',
    'byStaff', found_proof.actor_staff is not null,
    'accountNumber', (select account_number from public.customers where id = found_proof.customer_id),
    'state', case when found_proof.result is not null then 'done'
      when found_proof.settled_at is not null or found_proof.expires_at < now() then 'gone' else 'open' end);
end $$;
grant execute on function public.email_proof(uuid) to anon, authenticated;

-- Mails a fresh code for an open proof, within the limits. Returns as queue_code does.
create function public.resend_proof_code(proof uuid, locale text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  found_proof private.email_proofs;
begin
  perform private.require_server();
  select * into found_proof from private.email_proofs p
  where p.id = proof and p.settled_at is null and p.expires_at > now();
  if found_proof.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.queue_code(found_proof.email, 'prove_email', proof, locale);
end $$;
grant execute on function public.resend_proof_code(uuid, text) to anon, authenticated;

-- Makes the proven address count. The caller's session is the proof: it was opened by the code sent to that address.
-- Returns what write_update returns, with "movedLogin" telling whether the caller may go on with this session.
create function public.accept_email(proof uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  p private.email_proofs;
  old_value bigint;
  current_version int;
  actor private.actor;
  saved jsonb;
begin
  perform from public.customers c where c.id = (select e.customer_id from private.email_proofs e where e.id = proof) for no key update;
  select * into p from private.email_proofs e where e.id = proof for update;
  if p.id is null or lower(p.email) is distinct from private.current_email() then perform private.refuse('PT404', 'not_found'); end if;
  if p.result is not null then return p.result; end if;
  if p.settled_at is not null or p.expires_at < now() then perform private.refuse('PT410', 'proof_is_over'); end if;
  actor := (p.actor_login, p.actor_staff, null);
  if p.actor_login is not null and not exists (select from public.logins l
    where l.id = p.actor_login and l.ended_at is null and l.frozen_at is null)
  then perform private.refuse('PT410', 'proof_is_over'); end if;

  select d.value_id, d.version into old_value, current_version from private.current_details d where d.id = p.detail_id;
  if current_version = p.version then actor := (private.move_login(p), p.actor_staff, null); end if;
  saved := private.write_one(actor, p.channel, array[(p.customer_id, p.id,
    case when p.detail_id is null then 'add' else 'change' end, p.detail_id, 'email', to_jsonb(p.email), p.label,
    p.site_id, p.version, null, true, null)::private.detail_change], false, p.identified_by, p.written_change_id);
  if saved->>'status' = 'saved' then perform private.tell_about_new_email(p, saved->>'reference', old_value);
  elsif actor.login_id is distinct from p.actor_login then perform private.refuse('PT410', 'proof_is_over'); -- nor does the login move
  end if;
  if saved->>'status' = 'conflict' then
    update private.email_proofs set settled_at = now() where id = p.id;
    return saved;
  end if;

  update private.email_proofs set settled_at = now(), result = saved || jsonb_build_object('movedLogin', p.moves_login is not null)
  where id = p.id returning result into saved;
  return saved;
end $$;
grant execute on function public.accept_email(uuid) to authenticated;

-- Lets the person who replaced the address they sign in with sign in with the new one, and no longer with the old.
-- Returns the login in whose name the change is saved: the moved one, else the one that asked, else null (staff).
create function private.move_login(p private.email_proofs) returns uuid
language plpgsql set search_path = '' as $$
declare
  moved uuid;
begin
  if p.moves_login is null then return p.actor_login; end if;
  if exists (select from public.logins l where l.customer_id = p.customer_id and l.email = lower(p.email)
    and l.ended_at is null and l.frozen_at is not null) then perform private.refuse('PT410', 'proof_is_over'); end if;
  update public.logins set ended_at = now() where id = p.moves_login;
  insert into public.logins (customer_id, email, name, role, origin)
  select l.customer_id, lower(p.email), l.name, l.role, 'email_change' from public.logins l where l.id = p.moves_login
  on conflict (customer_id, email) where ended_at is null do update
    set role = case when excluded.role = 'owner' then 'owner' else logins.role end
  returning id into moved;
  -- whom they have invited stands on their word as before
  update private.invitations set invited_by = moved where invited_by = p.moves_login and settled_at is null;
  return moved;
end $$;

-- The receipt, and word to where the change would be noticed by somebody else: the old address gets a link that
-- freezes sign-in; where there was no old address, the billing address gets a letter.
create function private.tell_about_new_email(p private.email_proofs, reference text, old_value bigint) returns void
language plpgsql set search_path = '' as $$
declare
  told public.updates;
  link uuid;
  words text := (select c.locale from public.customers c where c.id = p.customer_id);
begin
  select * into told from public.updates u where u.reference = tell_about_new_email.reference;
  if old_value is not null then
    insert into private.links (purpose, customer_id, update_id, addresses)
    select 'freeze', p.customer_id, told.id, array[lower(v.value #>> '{}'), lower(p.email)]
    from public.contact_detail_values v where v.id = old_value
    returning id into link;
  end if;
  -- after the link, which the receipt carries as well
  perform private.queue_receipts(array[told.id]);
  if old_value is not null then
    insert into private.outbox (kind, medium, locale, customer_id, update_id, link_id, to_value, state)
    values ('email_changed', 'email', words, p.customer_id, told.id, link, old_value, 'queued');
  elsif not exists (select from private.current_details d
    where d.customer_id = p.customer_id and d.kind = 'email' and lower(d.value #>> '{}') <> lower(p.email))
  then
    insert into private.outbox (kind, medium, locale, customer_id, update_id, to_value, state)
    select 'email_changed', 'letter', words, p.customer_id, told.id, d.value_id, 'waiting'
    from private.current_details d where d.customer_id = p.customer_id and d.kind = 'billing_address';
  end if;
end $$;

/* ---------------------------------------------------------------- freezing sign-in */

-- The live link that belongs to a token and opens this, or refusal. Opening changes nothing: mail scanners open links.
create function private.live_link(link uuid, token text, purpose text) returns private.links
language plpgsql stable set search_path = '' as $$
declare
  found_link private.links;
begin
  perform private.require_server();
  select * into found_link from private.links l
  where l.id = link and l.purpose = live_link.purpose and l.token_hash = encode(sha256(convert_to(token, 'utf8')), 'hex');
  if found_link.id is null then perform private.refuse('PT404', 'link_unknown'); end if;
  if found_link.used_at is null and found_link.expires_at < now() then perform private.refuse('PT410', 'link_expired'); end if;
  return found_link;
end $$;

-- What the freeze page shows before anybody presses: the two addresses (for masking) and whether it is done already.
create function public.freeze_link(link uuid, token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('addresses', l.addresses, 'used', l.used_at is not null) from private.live_link(link, token, 'freeze') l;
$$;
grant execute on function public.freeze_link(uuid, text) to anon, authenticated;

-- Freezes sign-in at both addresses of an email change, at those that replaced the new one since, and for whoever made
-- the change; opens a task, which names those logins, also where another freeze has stopped one of them before. Pressing
-- twice changes nothing more.
create function public.freeze_sign_in(link uuid, token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  found_link private.links := private.live_link(link, token, 'freeze');
  named uuid[];
begin
  perform from public.customers c where c.id = found_link.customer_id for no key update;
  update private.links set used_at = now() where id = found_link.id and used_at is null;
  if not found then return; end if;
  with recursive chain as (
    select l.update_id, l.addresses from private.links l where l.id = found_link.id
    union
    select n.update_id, n.addresses from chain c
    join private.links n on n.customer_id = found_link.customer_id and n.addresses[1] = any (c.addresses)
    where (select occurred_at from public.updates where id = n.update_id) >= (select occurred_at from public.updates where id = c.update_id)
  )
  select array_agg(l.id order by l.created_at) into named from public.logins l
  where l.customer_id = found_link.customer_id and l.ended_at is null
    and (l.email in (select unnest(addresses) from chain)
      or l.id in (select u.actor_login from chain c join public.updates u on u.id = c.update_id));
  update public.logins l set frozen_at = now() where l.id = any (named) and l.frozen_at is null;
  update private.email_proofs set settled_at = now() where customer_id = found_link.customer_id and settled_at is null;
  perform private.open_task('sign_in_frozen', found_link.customer_id, 1, jsonb_build_object('logins', coalesce(to_jsonb(named), '[]'),
    'reference', (select reference from public.updates where id = found_link.update_id)));
end $$;
grant execute on function public.freeze_sign_in(uuid, text) to anon, authenticated;

-- Several people for one customer: owners invite, whoever proves the invited address answers, and people leave.

alter table public.logins add column ended_by uuid references public.logins;

-- A login comes from an invitation only when the invited person, signed in by a code to that address, accepts it.
create table private.invitations (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) <= 100),
  role text not null check (role in ('owner', 'member')),
  invited_by uuid not null references public.logins,
  request_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  settled_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn', 'replaced')),
  login_id uuid references public.logins,
  constraint a_settled_invitation_has_an_outcome check ((settled_at is null) = (outcome is null)),
  constraint an_accepted_invitation_made_a_login check (login_id is null or outcome = 'accepted'),
  constraint a_form_invites_once unique (customer_id, request_id)
);
alter table private.invitations enable row level security;
create unique index one_open_invitation_per_address_and_customer on private.invitations (customer_id, email) where settled_at is null;
-- serves sign-in, which looks for invitations of an address
create index open_invitations_of_address on private.invitations (email) where settled_at is null;

-- Mails about people: what they say is read from these rows when they leave.
alter table private.outbox add column invitation_id uuid references private.invitations,
  add column about_login uuid references public.logins,
  drop constraint somebody_is_addressed,
  add constraint somebody_is_addressed check (num_nonnulls(to_login, to_staff, to_value, code_request_id, invitation_id) = 1);

-- Invitations that can still be answered. One counts on the word of an owner, so it ends with theirs: whoever was
-- removed or frozen has nobody following them in.
create function private.open_invitations(customer uuid default null, address text default null) returns setof private.invitations
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select i.* from private.invitations i
  join public.logins o on o.id = i.invited_by and o.ended_at is null and o.frozen_at is null and o.role = 'owner'
  where (i.customer_id = customer or i.email = address) and i.settled_at is null and i.expires_at > now();
end $$;

-- Whether `login` is all that is left of the owners who can sign in: without it nobody could act for the customer.
create function private.is_last_owner(login public.logins) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return login.role = 'owner' and login.frozen_at is null and not exists (select from public.logins o
    where o.customer_id = login.customer_id and o.role = 'owner' and o.id <> login.id and o.ended_at is null and o.frozen_at is null);
end $$;

-- The owner who asks, and the customer's lock; 403 for a member.
create function private.require_owner(customer uuid) returns public.logins
language plpgsql set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
begin
  if mine.role <> 'owner' then perform private.refuse('PT403', 'not_allowed'); end if;
  return mine;
end $$;

-- A person who may sign in, as the page of people shows them.
create function private.login_json(l public.logins, viewer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', l.id, 'name', l.name, 'email', l.email, 'role', l.role, 'since', l.created_at,
    'frozen', l.frozen_at is not null, 'you', l.id = viewer, 'lastOwner', private.is_last_owner(l));
$$;

-- Who may sign in for a customer, you first, and who is invited.
create function public.account_people(customer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'people', (select jsonb_agg(private.login_json(l, mine.id) order by l.id = mine.id desc, l.role desc, l.name, l.email)
      from public.logins l where l.customer_id = customer and l.ended_at is null),
    'invitations', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'email', i.email, 'role', i.role,
        'invitedAt', i.created_at, 'expiresAt', i.expires_at) order by i.created_at desc), '[]')
      from private.open_invitations(customer) i));
end $$;
grant execute on function public.account_people(uuid) to authenticated;

-- Invites an address to act for a customer; only owners may. One more invitation of the same address takes the place of
-- the first. Returns {"state": "invited"}, {"state": "here_already"}, {"state": "too_many_open"} (twenty) or, after ten
-- within an hour, {"state": "limited", "retryAt"}.
create function public.invite_person(customer uuid, email text, name text, role text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.require_owner(customer);
  address text := lower(trim(invite_person.email));
  called text := trim(invite_person.name);
  retry timestamptz;
  invited uuid;
begin
  if request is null or invite_person.role is null or invite_person.role not in ('owner', 'member')
    or not private.has_shape('email', 'person', to_jsonb(address))
    or called is null or length(called) not between 1 and 100 or called ~ '[\u0001-\u001f\u007f-\u009f]'
  then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if exists (select from private.invitations i where i.customer_id = customer and i.request_id = request) then
    return '{"state": "invited"}';
  end if;
  if exists (select from public.logins l where l.customer_id = customer and l.email = address and l.ended_at is null) then
    return '{"state": "here_already"}';
  end if;
  if (select count(*) >= 20 from private.open_invitations(customer) i where i.email <> address) then
    return '{"state": "too_many_open"}';
  end if;
  retry := private.count_try('invite', customer::text, 10, interval '1 hour');
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;

  update private.invitations i set settled_at = now(), outcome = 'replaced'
  where i.customer_id = customer and i.email = address and i.settled_at is null;
  insert into private.invitations (customer_id, email, name, role, invited_by, request_id)
  values (customer, address, called, invite_person.role, mine.id, request) returning id into invited;
  insert into private.outbox (kind, medium, locale, customer_id, invitation_id, state)
  select 'member_invited', 'email', c.locale, c.id, invited, 'queued' from public.customers c where c.id = customer;
  return '{"state": "invited"}';
end $$;
grant execute on function public.invite_person(uuid, text, text, text, uuid) to authenticated;

-- Takes an invitation back; only owners may. One that is settled already stays as it is.
create function public.withdraw_invitation(customer uuid, invitation uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_owner(customer);
  if not exists (select from private.invitations i where i.id = invitation and i.customer_id = customer) then
    perform private.refuse('PT404', 'not_found');
  end if;
  update private.invitations set settled_at = now(), outcome = 'withdrawn' where id = invitation and settled_at is null;
end $$;
grant execute on function public.withdraw_invitation(uuid, uuid) to authenticated;

-- What the page before a removal shows: the person, and whether the caller may remove them. An owner may remove
-- everybody, a member only themselves.
create function public.account_person(customer uuid, login uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
  shown public.logins;
begin
  select * into shown from public.logins l where l.id = login and l.customer_id = customer and l.ended_at is null;
  if shown.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if mine.role <> 'owner' and shown.id <> mine.id then perform private.refuse('PT403', 'not_allowed'); end if;
  return private.portal_head(mine) || jsonb_build_object('person', private.login_json(shown, mine.id));
end $$;
grant execute on function public.account_person(uuid, uuid) to authenticated;

-- Ends a login at once, with the invitations that stood on its word. An owner may remove everybody, a member only
-- themselves; the last owner who can sign in stays. The other owners and the removed person get word. A login that has
-- ended already stays as it is.
create function public.remove_login(customer uuid, login uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  gone public.logins;
begin
  select * into gone from public.logins l where l.id = login and l.customer_id = customer;
  if gone.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if mine.role <> 'owner' and gone.id <> mine.id then perform private.refuse('PT403', 'not_allowed'); end if;
  if gone.ended_at is not null then return; end if;
  if private.is_last_owner(gone) then perform private.refuse('PT409', 'last_owner'); end if;

  update public.logins set ended_at = now(), ended_by = mine.id where id = gone.id;
  update private.invitations set settled_at = now(), outcome = 'withdrawn' where invited_by = gone.id and settled_at is null;
  perform private.tell_owners('member_removed', gone.id, mine.id);
  if gone.id <> mine.id then
    insert into private.outbox (kind, medium, locale, customer_id, about_login, to_login, state)
    select 'member_removed', 'email', c.locale, c.id, gone.id, gone.id, 'queued' from public.customers c where c.id = customer;
  end if;
end $$;
grant execute on function public.remove_login(uuid, uuid) to authenticated;

-- Mails all owners who can sign in, but for `except_login`, that somebody joined or left.
create function private.tell_owners(kind text, about uuid, except_login uuid) returns void
language sql set search_path = '' as $$
  insert into private.outbox (kind, medium, locale, customer_id, about_login, to_login, state)
  select $1, 'email', c.locale, c.id, about, o.id, 'queued'
  from public.logins l
  join public.customers c on c.id = l.customer_id
  join public.logins o on o.customer_id = c.id and o.role = 'owner' and o.ended_at is null and o.frozen_at is null
  where l.id = about and o.id is distinct from except_login;
$$;

/* ---------------------------------------------------------------- answering */

-- Invitations that an address may answer, as the page after sign-in shows them.
create function private.invitations_json(address text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'customer', coalesce(private.customer_name(c.id), c.account_number),
      'invitedBy', coalesce(nullif(o.name, ''), o.email), 'role', i.role, 'expiresAt', i.expires_at) order by i.created_at), '[]')
  from private.open_invitations(null, address) i
  join public.customers c on c.id = i.customer_id
  join public.logins o on o.id = i.invited_by;
$$;

-- Accepts or declines an invitation to the caller's proven address. Accepting makes the login; whoever was a member and
-- is invited as an owner becomes one. Pressing twice changes nothing more.
-- Returns {"state": accepted|declined|gone, "customer"}; 404 for an invitation of somebody else.
create function public.answer_invitation(invitation uuid, accept boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text := private.current_email();
  i private.invitations;
begin
  if address is null then perform private.refuse('PT401', 'signed_out'); end if;
  if accept is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  perform from public.customers c where c.id = (select v.customer_id from private.invitations v
    where v.id = invitation and v.email = address) for no key update;
  select * into i from private.invitations v where v.id = invitation and v.email = address for update;
  if i.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if i.outcome in ('accepted', 'declined') then return jsonb_build_object('state', i.outcome, 'customer', i.customer_id); end if;
  if not exists (select from private.open_invitations(i.customer_id) o where o.id = i.id)
    or exists (select from public.logins l where l.customer_id = i.customer_id and l.email = address
      and l.ended_at is null and l.frozen_at is not null)
  then return '{"state": "gone"}'; end if;

  if accept then perform private.join_customer(i);
  else update private.invitations set settled_at = now(), outcome = 'declined' where id = i.id;
  end if;
  return jsonb_build_object('state', case when accept then 'accepted' else 'declined' end, 'customer', i.customer_id);
end $$;
grant execute on function public.answer_invitation(uuid, boolean) to authenticated;

-- Makes the login of an accepted invitation and tells the owners.
create function private.join_customer(i private.invitations) returns void
language plpgsql set search_path = '' as $$
declare
  joined uuid;
begin
  insert into public.logins (customer_id, email, name, role, origin) values (i.customer_id, i.email, i.name, i.role, 'invitation')
  on conflict (customer_id, email) where ended_at is null do update
    set role = case when excluded.role = 'owner' then 'owner' else logins.role end
  returning id into joined;
  update private.invitations set settled_at = now(), outcome = 'accepted', login_id = joined where id = i.id;
  perform private.tell_owners('member_joined', joined, joined);
end $$;

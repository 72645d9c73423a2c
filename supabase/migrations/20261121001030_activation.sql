-- First sign-in without an email on file: an account number and a code from a letter open an account at which nobody
-- can sign in. Where somebody can, no letter takes it over: people who lost their address call.

create table private.activations (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers,
  -- the billing address to which the letter goes
  address_value bigint not null references public.contact_detail_values,
  -- null for whoever typed the account number on the page
  ordered_by uuid references public.staff,
  ordered_at timestamptz not null default now(),
  -- set when the letter is printed; until then no code works
  code_hash text,
  expires_at timestamptz,
  -- the address that came with the right code and is to prove itself by a code of its own
  pending_email text check (pending_email = lower(pending_email)),
  pending_until timestamptz,
  settled_at timestamptz,
  outcome text check (outcome in ('used', 'replaced')),
  login_id uuid references public.logins,
  constraint a_settled_activation_has_an_outcome check ((settled_at is null) = (outcome is null)),
  constraint a_printed_code_runs_out check ((code_hash is null) = (expires_at is null))
);
alter table private.activations enable row level security;
create unique index one_open_activation_per_customer on private.activations (customer_id) where settled_at is null;
create index activations_of_customer on private.activations (customer_id, ordered_at desc);
-- serves sign-in, where the worker asks whether a code is awaited
create index activations_that_wait on private.activations (pending_email) where pending_email is not null and settled_at is null;

alter table private.outbox add column activation_id uuid references private.activations;

-- Activations in progress that wait for `address` to prove itself.
create function private.activations_of(address text) returns setof private.activations
language sql stable set search_path = '' as $$
  select * from private.activations a where a.pending_email = address and a.settled_at is null and a.pending_until > now();
$$;

-- Whether the address to which the letter went is the customer's billing address still, and mail reaches it.
create function private.still_lives_there(a private.activations) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from private.current_details d where d.customer_id = a.customer_id and d.kind = 'billing_address'
    and d.value_id = a.address_value and d.hold_reason is null);
end $$;

-- Whether anybody may sign in for a customer, or could before they were frozen.
create function private.has_login(customer uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from public.logins l where l.customer_id = customer and l.ended_at is null);
end $$;

-- Queues the letter for a customer under their lock, where a letter may go: nobody can sign in, and the billing address
-- is known for thirty days without a change, so that whoever turns it to their own house gets no code there. An import's
-- word on since when it is known counts. At most one letter in seven days (agents may send one more) and three in ninety.
-- Returns {"state": ordered|has_login|address_unfit} or {"state": "limited", "retryAt"}.
create function private.order_letter(c public.customers, by_staff uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  house private.current_details;
  retry timestamptz;
  made uuid;
begin
  perform from public.customers o where o.id = c.id for no key update;
  if private.has_login(c.id) then return '{"state": "has_login"}'; end if;
  select * into house from private.current_details d where d.customer_id = c.id and d.kind = 'billing_address' and d.hold_reason is null;
  if house.id is null or not exists (select from public.contact_detail_values v
    where v.id = house.value_id and least(lower(v.valid), v.known_since) <= private.today() - 30)
  then return '{"state": "address_unfit"}'; end if;
  retry := greatest(
    (select max(a.ordered_at) + interval '7 days' from private.activations a
      where a.customer_id = c.id and by_staff is null and a.ordered_at > now() - interval '7 days'),
    (select a.ordered_at + interval '90 days' from private.activations a
      where a.customer_id = c.id and a.ordered_at > now() - interval '90 days' order by a.ordered_at desc offset 2 limit 1));
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;

  update private.activations set settled_at = now(), outcome = 'replaced' where customer_id = c.id and settled_at is null;
  insert into private.activations (customer_id, address_value, ordered_by)
  values (c.id, house.value_id, by_staff) returning id into made;
  insert into private.outbox (kind, medium, locale, customer_id, activation_id, to_value, state)
  values ('activation_code', 'letter', c.locale, c.id, made, house.value_id, 'waiting');
  return '{"state": "ordered"}';
end $$;

-- Orders the letter from the page before sign-in. The answer is the same whatever becomes of it: taken, or, after twenty
-- within an hour from one network, {"state": "limited", "retryAt"}. That few cannot tell by the clock either.
create function public.order_activation_letter(account text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  retry timestamptz;
  c public.customers;
begin
  perform private.require_server();
  retry := private.count_try('activation letter', private.caller_network(), 20, interval '1 hour');
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;
  select * into c from public.customers o where o.account_number = account and o.withdrawn_at is null;
  if c.id is not null then perform private.order_letter(c, null); end if;
  return '{"state": "taken"}';
end $$;
grant execute on function public.order_activation_letter(text) to anon, authenticated;

-- Orders the letter from the record, in the name of the member of staff. Returns what order_letter returns.
create function public.desk_activation_letter(account text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
begin
  select * into c from public.customers o where o.account_number = account and o.withdrawn_at is null;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.order_letter(c, agent.id);
end $$;
grant execute on function public.desk_activation_letter(text) to authenticated;

-- The newest letter with an activation code, as the record shows it: its state and who ordered it; null without one.
create function private.activation_json(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('orderedAt', a.ordered_at, 'orderedBy', (select s.name from public.staff s where s.id = a.ordered_by),
    'state', case when a.outcome is not null then a.outcome when a.code_hash is null then 'waiting'
      when a.expires_at < now() then 'expired' when private.locked_until(customer::text) is not null then 'locked' else 'printed' end)
  from private.activations a where a.customer_id = customer order by a.ordered_at desc limit 1);
end $$;

-- Lets the code of a letter work, from the moment it is printed and for thirty days; for whoever prints. False where
-- the letter should not go out any more: it was replaced, or nobody gets mail there now.
create function private.arm_activation(activation uuid, code_hash text) returns boolean
language plpgsql set search_path = '' as $$
begin
  update private.activations a set code_hash = arm_activation.code_hash, expires_at = now() + interval '30 days'
  where a.id = activation and a.settled_at is null and private.still_lives_there(a);
  return found;
end $$;

/* ---------------------------------------------------------------- using the code */

-- Compares a code with the letter of an account number. Right, it mails a code to the address that shall sign in, which
-- has to prove itself; nothing is used up yet. Wrong ones count with the wrong answers that callers gave about this
-- customer, and as many lock both ways. An account number without a letter counts in the same way for itself, so that nobody
-- learns which is which. Thirty tries an hour from one network.
-- Returns {"state": "sent", "activation", "request"}, {"state": wrong|over|has_login}, {"state": "locked", "retryAt"}, or
-- {"state": "limited", "retryAt"} for too many tries or codes.
create function public.try_activation(account text, code_hash text, email text, locale text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text := lower(trim(try_activation.email));
  retry timestamptz;
  a private.activations;
  mine text := 'no letter ' || coalesce(account, '');
  locked timestamptz;
  asked jsonb;
begin
  perform private.require_server();
  if not private.has_shape('email', 'person', to_jsonb(address)) then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  retry := private.count_try('activation', private.caller_network(), 30, interval '1 hour');
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;
  perform from public.customers c where c.account_number = account for no key update;
  select o.* into a from private.activations o join public.customers c on c.id = o.customer_id
  where c.account_number = account and c.withdrawn_at is null and o.settled_at is null and o.code_hash is not null for update of o;
  -- both are asked, whichever counts: whether there is a letter must not show by a lock
  locked := greatest(private.locked_until(mine), private.locked_until((select c.id::text from public.customers c where c.account_number = account)));
  if locked is null and a.code_hash is distinct from try_activation.code_hash then
    locked := private.count_wrong_answer(coalesce(a.customer_id::text, mine));
    if locked is null then return '{"state": "wrong"}'; end if;
  end if;
  if locked is not null then return jsonb_build_object('state', 'locked', 'retryAt', locked); end if;
  if a.expires_at < now() or not private.still_lives_there(a) then return '{"state": "over"}'; end if;
  if private.has_login(a.customer_id) then return '{"state": "has_login"}'; end if;
  asked := private.queue_code(address, 'sign_in', null, try_activation.locale);
  if asked->>'state' = 'limited' then return asked; end if;
  update private.activations o set pending_email = address, pending_until = now() + interval '1 hour' where o.id = a.id;
  return jsonb_build_object('state', 'sent', 'activation', a.id, 'request', asked->'request');
end $$;
grant execute on function public.try_activation(text, text, text, text) to anon, authenticated;

-- Uses the code up: makes the caller, whose session proves the address that came with it, the owner. The billing
-- address gets word by post, since nobody else could know. Pressing twice changes nothing more.
-- Returns {"state": "opened", "customer"} or {"state": "gone"}; 404 for whoever did not bring the code.
create function public.finish_activation(activation uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text := private.current_email();
  a private.activations;
  mine uuid;
begin
  if address is null then perform private.refuse('PT401', 'signed_out'); end if;
  perform from public.customers c where c.id = (select o.customer_id from private.activations o
    where o.id = activation and o.pending_email = address) for no key update;
  select * into a from private.activations o where o.id = activation and o.pending_email = address for update;
  if a.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if a.outcome = 'used' then return jsonb_build_object('state', 'opened', 'customer', a.customer_id); end if;
  if a.settled_at is not null or a.pending_until < now() or private.has_login(a.customer_id)
    or not private.still_lives_there(a)
  then return '{"state": "gone"}'; end if;

  insert into public.logins (customer_id, email, name, role, origin)
  values (a.customer_id, address, coalesce(private.customer_name(a.customer_id), ''), 'owner', 'activation') returning id into mine;
  update private.activations o set settled_at = now(), outcome = 'used', login_id = mine where o.id = a.id;
  insert into private.outbox (kind, medium, locale, customer_id, about_login, to_value, state)
  select 'sign_in_opened', 'letter', c.locale, c.id, mine, a.address_value, 'waiting' from public.customers c where c.id = a.customer_id;
  return jsonb_build_object('state', 'opened', 'customer', a.customer_id);
end $$;
grant execute on function public.finish_activation(uuid) to authenticated;

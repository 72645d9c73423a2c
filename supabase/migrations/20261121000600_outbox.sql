-- Everything that leaves: receipts, codes, reminders, letters. A row names what to say and to whom, by ids;
-- values are read when a worker claims it, so nothing personal is stored twice.

-- One receipt per update, however many people get a copy.
create table public.receipts (
  update_id uuid primary key references public.updates,
  customer_id uuid not null references public.customers,
  locale text not null,
  created_at timestamptz not null default now()
);
alter table public.receipts enable row level security;
create policy "people see their customer's receipts" on public.receipts
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
grant select on public.receipts to authenticated;
create trigger receipts_are_append_only before update or delete on public.receipts
  for each row execute function private.refuse_rewriting();
create trigger receipts_are_not_truncated before truncate on public.receipts
  for each statement execute function private.refuse_rewriting();

-- A link in a mail. Its token is an HMAC of the id under a key outside the database; here is only the token's hash,
-- set when the mail is sent, and the link is used up by the POST that acts. On paper it has a code that can be typed,
-- which is made and kept in the same way. What it opens: `freeze` stops sign-in at both addresses of an email change,
-- `undo` takes an update back, `stop` cancels a change before its day comes, `review` lets its holder confirm and correct.
create table private.links (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('freeze', 'undo', 'stop', 'review')),
  customer_id uuid not null references public.customers,
  update_id uuid references public.updates,
  addresses text[],
  -- the session in which the update was made, which an objection ends
  session_id uuid,
  token_hash text,
  code_hash text unique,
  expires_at timestamptz,
  used_at timestamptz,
  constraint a_freeze_names_both_addresses check (purpose <> 'freeze' or cardinality(addresses) = 2),
  constraint only_a_review_is_about_no_update check (update_id is not null or purpose = 'review')
);
alter table private.links enable row level security;
create index links_of_customer on private.links (customer_id);
create index links_of_update on private.links (update_id) where update_id is not null;
alter table public.updates add constraint an_actor_with_a_link foreign key (actor_link) references private.links;

create type private.outbox_state as enum ('queued', 'claimed', 'sent', 'failed', 'uncertain', 'cancelled', 'waiting');

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('code', 'receipt', 'change_announced', 'email_changed', 'reminder', 'name_request_refused',
    'member_invited', 'member_joined', 'member_removed', 'activation_code', 'sign_in_opened', 'concern_received', 'concern_answered', 'erased', 'webhook_off', 'sign_in_released', 'staff_invited')),
  medium text not null check (medium in ('email', 'letter')),
  locale text not null check (locale in ('de', 'en', 'hu')),
  customer_id uuid references public.customers,
  update_id uuid references public.updates,
  reminder_id uuid,
  task_id uuid,
  code_request_id uuid references private.code_requests on delete cascade,
  link_id uuid references private.links,
  webhook_endpoint_id uuid,
  to_login uuid references public.logins,
  to_staff uuid references public.staff,
  to_value bigint references public.contact_detail_values,
  state private.outbox_state not null,
  -- A code is awaited by somebody at a screen; ten thousand reminders must not stand before it.
  urgency smallint not null generated always as
    (case kind when 'code' then 0 when 'email_changed' then 1 when 'reminder' then 9 else 5 end) stored,
  attempts int not null default 0,
  -- the moment from which it is to leave: of the receipt of something planned, the day on which it counts
  due_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  first_claimed_at timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  sent_at timestamptz,
  provider_id text,
  last_error text,
  created_at timestamptz not null default now(),
  -- Letters wait, visibly, until somebody takes them to a printer; no worker sends them.
  constraint letters_wait_and_emails_are_sent check (state <> case medium when 'letter' then 'queued' else 'waiting' end::private.outbox_state),
  constraint somebody_is_addressed check (num_nonnulls(to_login, to_staff, to_value, code_request_id) = 1)
);
alter table private.outbox enable row level security;
create unique index one_copy_of_a_receipt_per_recipient on private.outbox
  (update_id, kind, coalesce(to_login::text, to_value::text)) where update_id is not null;
-- serves the claim
create index outbox_due on private.outbox (urgency, next_attempt_at) where state in ('queued', 'claimed') and medium = 'email';
create index outbox_unsettled on private.outbox (first_claimed_at)
  where state in ('queued', 'claimed') and first_claimed_at is not null and medium = 'email';
-- serves forgetting old requests for codes
create index outbox_of_code on private.outbox (code_request_id) where code_request_id is not null;
-- serves the outbox page
create index outbox_newest on private.outbox (created_at desc);
create index outbox_of_customer on private.outbox (customer_id, created_at desc);

-- Queues the receipts of updates: to the person who acted and the owners, else the primary email, else by post
-- (a changed billing address: to the old and the new one). People who prefer post get it by post
-- unless they acted online themselves. Each carries the link that takes the update back, or after a change of email address
-- the one that freezes sign-in; what takes an update back carries none.
-- Each look-up goes by a customer's key. PostgreSQL would join whole tables where it has not counted them yet, as after a
-- large load (54 ms a receipt instead of 0.3).
create function private.queue_receipts(update_ids uuid[]) returns void
language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  with receipt as (
    insert into public.receipts (update_id, customer_id, locale)
    select u.id, c.id, c.locale from public.updates u join public.customers c on c.id = u.customer_id
    where u.id = any (update_ids)
    returning *
  ), undo as (
    insert into private.links (purpose, customer_id, update_id, session_id)
    -- of whoever acted: an address is proven in a session of its own, which need not be theirs
    select 'undo', u.customer_id, u.id, case when exists (select from private.my_logins() l where l.id = u.actor_login)
      then (auth.jwt()->>'session_id')::uuid end
    from receipt r join public.updates u on u.id = r.update_id
    where u.undoes is null
      and not exists (select from public.update_items i where i.update_id = u.id and i.kind = 'email' and i.op = 'change')
    returning id, update_id
  ), people as (
    select distinct on (r.update_id, l.email) r.update_id, l.id as login
    from receipt r
    join public.updates u on u.id = r.update_id
    join public.customers c on c.id = r.customer_id
    join public.logins l on l.customer_id = r.customer_id and l.ended_at is null and l.frozen_at is null
    where l.id = u.actor_login or (l.role = 'owner' and (c.contact_by = 'email' or u.actor_login is not null))
    order by r.update_id, l.email
  ), mailbox as (
    select r.update_id, d.value_id from receipt r
    join public.customers c on c.id = r.customer_id and c.contact_by = 'email'
    join private.current_details d on d.customer_id = r.customer_id and d.kind = 'email' and d.hold_reason is null
      and (d.is_primary or exists (select from public.update_items i where i.update_id = r.update_id and i.replaces = d.id))
    where not exists (select from people p where p.update_id = r.update_id)
  ), house as (
    select distinct on (r.update_id, v.value) r.update_id, v.id as value_id from receipt r
    join public.contact_details d on d.customer_id = r.customer_id and d.kind = 'billing_address' and d.removed_at is null
    join public.contact_detail_values v on v.detail_id = d.id
    left join public.update_items i on i.update_id = r.update_id and i.detail_id = d.id and i.before = v.value
    where not exists (select from people p where p.update_id = r.update_id)
      and not exists (select from mailbox m where m.update_id = r.update_id)
      and (v.valid @> private.today() or v.update_id = r.update_id
        or i.id is not null and (isempty(v.valid) or upper(v.valid) = private.today()))
  )
  insert into private.outbox (kind, medium, locale, customer_id, update_id, link_id, to_login, to_value, state)
  select 'receipt', t.medium, r.locale, r.customer_id, r.update_id,
    coalesce(undo.id, (select l.id from private.links l where l.update_id = r.update_id and l.purpose = 'freeze' limit 1)), t.login, t.value_id,
    case t.medium when 'letter' then 'waiting'::private.outbox_state else 'queued' end
  from receipt r
  join (select update_id, 'email' as medium, login, null::bigint as value_id from people
    union all select update_id, 'email', null, value_id from mailbox
    union all select update_id, 'letter', null, value_id from house) t using (update_id)
  left join undo using (update_id)
  on conflict do nothing;
end $$;

-- Of updates that plan something for a day ahead: tells those who will get the receipt at once, with a link that stops it
-- until that day. The receipt itself waits for the first day on which something of the update counts.
create function private.announce_moves(update_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  told record;
  link uuid;
begin
  for told in
    select i.update_id, u.customer_id, max(i.valid_from) as last_day,
      case when every(i.valid_from is not null) then min(i.valid_from) end as first_day
    from public.update_items i join public.updates u on u.id = i.update_id
    where i.update_id = any (update_ids) and i.op <> 'cancel' group by i.update_id, u.customer_id
    having bool_or(i.valid_from is not null)
  loop
    insert into private.links (purpose, customer_id, update_id, expires_at)
    values ('stop', told.customer_id, told.update_id, private.midnight(told.last_day)) returning id into link;
    -- not at the address to which they move: nobody may live there yet
    insert into private.outbox (kind, medium, locale, customer_id, update_id, link_id, to_login, to_value, state)
    select 'change_announced', o.medium, o.locale, o.customer_id, o.update_id, link, o.to_login, o.to_value, o.state
    from private.outbox o where o.update_id = told.update_id and o.kind = 'receipt'
      and (o.to_value is null or not exists (select from private.moves m where m.value_id = o.to_value));
    update private.outbox o set due_at = private.midnight(told.first_day), next_attempt_at = private.midnight(told.first_day)
    where o.update_id = told.update_id and o.kind = 'receipt' and told.first_day is not null;
  end loop;
end $$;

-- Queues a code mail for an address, known or not, within the limits of code_limit.
-- Returns {"state": "queued", "request": uuid} or {"state": "limited", "retryAt": …}.
create function private.queue_code(email text, purpose text, proof uuid, locale text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text := lower(trim(queue_code.email));
  retry timestamptz := private.code_limit(address, purpose);
  request uuid;
begin
  delete from private.code_requests where requested_at < now() - interval '1 day';
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;
  insert into private.code_requests (email, purpose, proof_id, locale, asked_from)
  values (address, purpose, proof, locale, private.asked_from()) returning id into request;
  insert into private.outbox (kind, medium, locale, code_request_id, state)
  values ('code', 'email', locale, request, 'queued');
  return jsonb_build_object('state', 'queued', 'request', request);
end $$;

-- Asks for a sign-in code. The answer is the same for every address; the worker finds out who it is.
create function public.request_code(email text, locale text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_server();
  return private.queue_code(email, 'sign_in', null, locale);
end $$;
grant execute on function public.request_code(text, text) to anon, authenticated;

-- What the mail that carries a code needs beside it: Auth knows neither language nor purpose. The request that a worker
-- has just put to Auth goes before others for the same address. Keeps that a code was made for it.
create function public.code_mail_context(email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked private.code_requests;
begin
  perform private.require_server();
  select c.* into asked from private.code_requests c join private.outbox o on o.code_request_id = c.id
  where c.email = lower(code_mail_context.email) and (o.state = 'claimed' or c.requested_at > now() - interval '10 minutes')
  order by o.state = 'claimed' desc, c.requested_at desc limit 1;
  update private.code_requests c set code_made_at = clock_timestamp() where c.id = asked.id;
  return jsonb_build_object('locale', coalesce(asked.locale, 'en'), 'purpose', coalesce(asked.purpose, 'sign_in'),
    'proofId', asked.proof_id);
end $$;
grant execute on function public.code_mail_context(text) to anon;

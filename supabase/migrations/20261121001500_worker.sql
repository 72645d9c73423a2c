-- The worker's doors to the outbox, and the page where staff see it.

-- An update as mails tell it, without what was planned and taken back before its day: with whom they greet, and with the
-- link to object by ("linkId"), which holds until "validUntil".
create function private.update_mail(u public.updates, o private.outbox) returns jsonb
language sql stable set search_path = '' as $$
  select told || jsonb_build_object(
    'items', (select coalesce(jsonb_agg(i order by place), '[]') from jsonb_array_elements(told->'items') with ordinality items(i, place)
      where not coalesce((i->>'cancelled')::boolean, false) and (o.kind <> 'change_announced' or i->>'op' = 'change' and i ? 'from')),
    'recipientName', coalesce(private.customer_name(c.id), c.account_number), 'accountNumber', c.account_number,
    'linkId', o.link_id,
    'validUntil', coalesce((select l.expires_at from private.links l where l.id = o.link_id and l.purpose = 'stop'), o.first_claimed_at + interval '14 days'))
  from public.customers c, lateral (select private.update_json(u, o.to_login) as told) t where c.id = u.customer_id;
$$;

-- What a mail says, read when it is claimed. Addresses and values appear here and in the mail, nowhere else.
create function private.outbox_content(o private.outbox) returns jsonb
language sql stable set search_path = '' as $$
  select case o.kind
    when 'code' then (
      select jsonb_build_object('to', r.email, 'purpose', r.purpose,
        'tooLate', r.requested_at < now() - interval '10 minutes',
        'known', case r.purpose
          when 'prove_email' then exists (select from private.email_proofs p
            where p.id = r.proof_id and p.settled_at is null and p.expires_at > now())
          when 'check_caller' then private.awaits_code(r)
          else exists (select from public.logins l where l.email = r.email and l.ended_at is null and l.frozen_at is null)
            or exists (select from public.staff s where s.email = r.email and s.active)
            or exists (select from private.claimable(r.email))
            or exists (select from private.open_invitations(null, r.email))
            or exists (select from private.activations_of(r.email)) end)
      from private.code_requests r where r.id = o.code_request_id)
    when 'receipt' then (
      select private.update_mail(u, o) || jsonb_build_object('linkDoes', (select l.purpose from private.links l where l.id = o.link_id))
      from public.updates u where u.id = o.update_id)
    when 'change_announced' then (select private.update_mail(u, o) from public.updates u where u.id = o.update_id)
    when 'email_changed' then coalesce(
      (select jsonb_build_object('linkId', l.id, 'old', l.addresses[1], 'new', l.addresses[2],
        'validUntil', o.first_claimed_at + interval '14 days')
      from private.links l where l.id = o.link_id),
      -- a first address, told by letter: there is none to freeze beside it
      (select jsonb_build_object('new', i.after #>> '{}') from public.update_items i
      where i.update_id = o.update_id and i.kind = 'email' order by i.id limit 1))
    when 'reminder' then (
      select jsonb_build_object('customerId', o.customer_id, 'linkId', o.link_id,
        'validUntil', o.first_claimed_at + interval '30 days', 'recipientName', coalesce(private.customer_name(o.customer_id), ''),
        'details', jsonb_agg(jsonb_build_object('kind', d.kind, 'label', d.label, 'value', d.value,
          'confirmedAt', d.confirmed_at) order by d.kind, d.created_at))
      from private.current_details d where d.customer_id = o.customer_id and private.is_due(d))
    when 'member_invited' then (
      select jsonb_build_object('to', i.email, 'invitedName', i.name, 'invitedBy', coalesce(nullif(l.name, ''), l.email),
        'customerName', coalesce(private.customer_name(c.id), c.account_number), 'role', i.role, 'validUntil', i.expires_at,
        'open', exists (select from private.open_invitations(c.id) v where v.id = i.id))
      from private.invitations i join public.logins l on l.id = i.invited_by join public.customers c on c.id = i.customer_id
      where i.id = o.invitation_id)
    when 'member_joined' then (
      select jsonb_build_object('customerId', c.id, 'name', coalesce(nullif(l.name, ''), l.email), 'email', l.email, 'role', l.role,
        'customerName', coalesce(private.customer_name(c.id), c.account_number))
      from public.logins l join public.customers c on c.id = l.customer_id where l.id = o.about_login)
    when 'member_removed' then (
      select jsonb_build_object('name', coalesce(nullif(l.name, ''), l.email), 'email', l.email, 'you', l.id = o.to_login,
        'removedBy', case when by_whom.id <> l.id then coalesce(nullif(by_whom.name, ''), by_whom.email) end,
        'customerName', coalesce(private.customer_name(c.id), c.account_number))
      from public.logins l join public.customers c on c.id = l.customer_id
      left join public.logins by_whom on by_whom.id = l.ended_by where l.id = o.about_login)
    when 'activation_code' then (
      select jsonb_build_object('activationId', a.id, 'accountNumber', c.account_number,
        'recipientName', coalesce(private.customer_name(c.id), ''), 'open', a.settled_at is null and private.still_lives_there(a))
      from private.activations a join public.customers c on c.id = a.customer_id where a.id = o.activation_id)
    when 'sign_in_opened' then (
      select jsonb_build_object('accountNumber', c.account_number, 'recipientName', coalesce(private.customer_name(c.id), ''),
        'email', l.email, 'openedAt', l.created_at)
      from public.logins l join public.customers c on c.id = l.customer_id where l.id = o.about_login)
    when 'name_request_refused' then (
      select jsonb_build_object('newName', t.proposal->'value'->>'company', 'reason', t.reason)
      from public.tasks t where t.id = o.task_id)
    when 'erased' then (
      select jsonb_build_object('accountNumber', c.account_number, 'erasedOn', (c.erased_at at time zone s.time_zone)::date)
      from public.customers c, private.settings s where c.id = o.customer_id)
    when 'sign_in_released' then (
      select jsonb_build_object('recipientName', coalesce(private.customer_name(l.customer_id), ''), 'email', l.email)
      from public.logins l where l.id = o.about_login)
    when 'staff_invited' then private.staff_invitation(o)
    when 'concern_received' then private.concern_mail(o.concern_message_id)
    when 'concern_answered' then private.concern_mail(o.concern_message_id)
  end || jsonb_strip_nulls(jsonb_build_object('to', coalesce(
    (select l.email from public.logins l where l.id = o.to_login),
    (select v.value #>> '{}' from public.contact_detail_values v where v.id = o.to_value),
    (select s.email from public.staff s where s.id = o.to_staff))));
$$;

-- Claims up to `batch` due mails for `lease_seconds`. Another worker's rows are skipped; a row whose lease ran out is
-- claimed again under the same id, which is also the idempotency key. Resend forgets a key after 24 hours: a row whose
-- fate is unknown for nearly as long becomes `uncertain`, for a person to decide. `worker` is who claims, by its own word.
create function public.outbox_claim(batch int, lease_seconds int, worker uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  claimed private.outbox[];
begin
  perform private.worker_claims(worker);
  update private.outbox set state = 'uncertain', lease_token = null, lease_until = null
  where medium = 'email' and state in ('queued', 'claimed') and first_claimed_at < now() - interval '23 hours'
    and (state = 'queued' or lease_until < now());

  with due as (
    select id from private.outbox
    where medium = 'email' and state in ('queued', 'claimed') and next_attempt_at <= now() and (state = 'queued' or lease_until < now())
    order by urgency, next_attempt_at limit least(batch, 100)
    for update skip locked
  ), taken as (
    update private.outbox o set state = 'claimed', attempts = attempts + 1, lease_token = gen_random_uuid(),
      lease_until = now() + make_interval(secs => lease_seconds), first_claimed_at = coalesce(first_claimed_at, now())
    from due where due.id = o.id
    returning o.*
  )
  select array_agg(t::private.outbox) into claimed from taken t;

  return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'lease', o.lease_token, 'kind', o.kind,
    'locale', o.locale, 'content', case o.kind when 'webhook_off' then private.webhook_off_content(o) else private.outbox_content(o) end) order by o.urgency, o.next_attempt_at), '[]') from unnest(claimed) o);
end $$;
grant execute on function public.outbox_claim(int, int, uuid) to service_role;

-- Keeps the hashes of a link's token and typable code just before its mail leaves; it holds for fourteen days from the
-- first try, that of a reminder for thirty, and one that stops a change until its day. (Letters arm theirs when they are
-- printed, for thirty days.)
create function public.outbox_arm_link(id uuid, lease uuid, token_hash text, code_hash text default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update private.links l set token_hash = outbox_arm_link.token_hash, code_hash = coalesce(outbox_arm_link.code_hash, l.code_hash),
    expires_at = case l.purpose when 'stop' then l.expires_at else greatest(l.expires_at, o.first_claimed_at
      + case l.purpose when 'review' then interval '30 days' else interval '14 days' end) end
  from private.outbox o
  where o.id = outbox_arm_link.id and o.lease_token = lease and o.link_id = l.id;
  return found;
end $$;
grant execute on function public.outbox_arm_link(uuid, uuid, text, text) to service_role;

-- Marks a claimed mail: sent; retry (after `retry_seconds`, doubled with each attempt up to an hour, until its key is
-- nearly forgotten); wait (the receiver asked for `retry_seconds`; that is no attempt); failed; uncertain; cancelled.
-- Returns false when the lease is no longer the caller's, whose news then does not count.
create function public.outbox_mark(id uuid, lease uuid, outcome text, provider_id text default null,
  error text default null, retry_seconds int default 30) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o set
    state = case when outcome in ('retry', 'wait') then 'queued' else outcome end::private.outbox_state,
    attempts = o.attempts - case when outcome = 'wait' then 1 else 0 end,
    next_attempt_at = now() + make_interval(secs => case outcome when 'wait' then retry_seconds
      when 'retry' then least(3600, retry_seconds * power(2, least(o.attempts, 10) - 1)) else 0 end),
    sent_at = case when outcome = 'sent' then now() end,
    provider_id = outbox_mark.provider_id, last_error = left(error, 300), lease_token = null, lease_until = null
  where o.id = outbox_mark.id and o.lease_token = lease and o.state = 'claimed';
  return found;
end $$;
grant execute on function public.outbox_mark(uuid, uuid, text, text, text, int) to service_role;

-- serves the outbox page; what was sent is counted up to its limit without an index
create index outbox_by_state on private.outbox (state, created_at) where state <> 'sent';

-- A mail as staff see it: what, about whom and how far it got, without its address.
create function private.outbox_json(o private.outbox) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', o.id, 'kind', o.kind, 'medium', o.medium, 'state', o.state,
    'attempts', o.attempts, 'createdAt', o.created_at, 'sentAt', o.sent_at, 'error', o.last_error,
    'accountNumber', (select c.account_number from public.customers c where c.id = o.customer_id),
    'reference', (select u.reference from public.updates u where u.id = o.update_id));
$$;

-- The outbox as staff see it: how many in each state (up to 10,000), the oldest hundred that wait for somebody's word,
-- and the newest hundred. A code is not sent again by hand: whoever waits for it asks for another.
create function public.desk_outbox() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || jsonb_build_object(
    'counts', (select jsonb_object_agg(s.state, (select count(*) from (select from private.outbox o
        where o.state = s.state and o.kind <> 'code' limit 10000) n))
      from unnest(enum_range(null::private.outbox_state)) s(state)),
    'stuck', (select coalesce(jsonb_agg(private.outbox_json(o) order by o.created_at), '[]')
      from (select * from private.outbox where state in ('failed', 'uncertain') and kind <> 'code'
        order by created_at limit 100) o),
    'rows', (select coalesce(jsonb_agg(private.outbox_json(o) order by o.created_at desc), '[]')
      from (select * from private.outbox where kind <> 'code' order by created_at desc limit 100) o));
end $$;
grant execute on function public.desk_outbox() to authenticated;

-- A supervisor's word on a mail that failed or whose fate is unknown: send it again, or let it be.
create function public.decide_on_mail(mail uuid, send_again boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_staff('supervisor', 'admin');
  update private.outbox set state = case when send_again then 'queued' else 'cancelled' end::private.outbox_state,
    attempts = 0, next_attempt_at = now(), first_claimed_at = null
  where id = mail and state in ('failed', 'uncertain');
  if not found then perform private.refuse('PT409', 'mail_is_settled'); end if;
end $$;
grant execute on function public.decide_on_mail(uuid, boolean) to authenticated;

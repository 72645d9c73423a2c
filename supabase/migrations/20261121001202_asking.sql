-- Ask now: up to three details that went stale are offered during a call, each with its three answers: right, changed, or
-- "not now", which is respected for a month.

-- That a customer would not say on a call whether a detail is right.
create table private.declined_questions (
  id bigint primary key generated always as identity,
  customer_id uuid not null references public.customers,
  detail_id uuid not null references public.contact_details,
  staff_id uuid not null references public.staff,
  at timestamptz not null default now()
);
alter table private.declined_questions enable row level security;
create index declined_questions_of_customer on private.declined_questions (customer_id, at desc);

-- For how long one is not asked again what one would not say.
create function private.asked_again_after() returns interval
language sql immutable set search_path = '' as $$ select interval '30 days'; $$;

-- How many questions a member of staff has had answered by a customer within the hour that a call may last: what they would
-- not say, what was right, and what was put right, though its new address may wait for a code yet.
create function private.questions_answered(customer uuid, asker uuid) returns int
language plpgsql stable set search_path = '' as $$
begin
  return (select count(*) from private.declined_questions q
      where q.customer_id = customer and q.staff_id = asker and q.at > now() - interval '1 hour')
    + (select count(*) from (
      select i.detail_id from public.updates u join public.update_items i on i.update_id = u.id
        where u.customer_id = customer and u.actor_staff = asker and u.channel = 'phone' and i.op in ('confirm', 'change', 'remove')
          and u.undoes is null and u.occurred_at > now() - interval '1 hour'
      union select p.detail_id from private.email_proofs p
        where p.customer_id = customer and p.actor_staff = asker and p.channel = 'phone' and p.settled_at is null and p.detail_id is not null
          and p.created_at > now() - interval '1 hour') a);
end $$;

-- What to ask during the call: the details longest overdue, at most three in a call. What evidence speaks against is not
-- among them: no "right" would bring the mail there, so the record's warnings ask for its correction.
create function private.questions(customer uuid, asker uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  room int := 3 - private.questions_answered(customer, asker);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('detail', q.id, 'version', q.version) order by q.review_on, not q.is_primary, q.kind, q.id), '[]')
    from (select d.* from private.current_details d
      where d.customer_id = questions.customer and d.hold_reason is null and d.review_on <= private.today() and private.is_due(d)
        and not exists (select from private.declined_questions n where n.customer_id = questions.customer and n.detail_id = d.id
          and n.at > now() - private.asked_again_after())
      order by d.review_on, not d.is_primary, d.kind, d.id limit greatest(room, 0)) q);
end $$;

-- "Right", said on a call by somebody who passed the agent's check: makes the detail fresh as it was read out. Returns {"status": saved|repeated|conflict}; what
-- evidence speaks against is corrected, not confirmed (PT422).
create function public.confirm_on_call(account text, detail uuid, version int, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  customer uuid := private.customer_to_ask(account, detail);
begin
  if request is null or version is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if exists (select from private.current_details d where d.id = confirm_on_call.detail and d.hold_reason is not null) then
    perform private.refuse('PT422', 'detail_on_hold');
  end if;
  return private.write_one((null, agent.id, null)::private.actor, 'phone', array[
    (customer, request, 'confirm', confirm_on_call.detail, null, null, null, null, confirm_on_call.version, null, false, null)::private.detail_change], false,
    private.require_check(customer, agent.id));
end $$;
grant execute on function public.confirm_on_call(text, uuid, int, uuid) to authenticated;

-- "Not now": the detail is not asked about on calls for a month. Said twice, it counts once.
create function public.decline_question(account text, detail uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.serve_account(account, 'agent', 'supervisor', 'admin');
  customer uuid := private.customer_to_ask(account, detail);
begin
  insert into private.declined_questions (customer_id, detail_id, staff_id)
  select customer, decline_question.detail, agent.id
  where not exists (select from private.declined_questions q where q.customer_id = customer and q.detail_id = decline_question.detail
    and q.at > now() - interval '1 hour');
end $$;
grant execute on function public.decline_question(text, uuid) to authenticated;

-- The customer of an account number, under their lock, with a live detail of theirs; 404 for anything else.
create function private.customer_to_ask(account text, detail uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  customer uuid := (select c.id from public.customers c where c.account_number = account);
begin
  perform from public.customers c where c.id = customer for no key update;
  if not exists (select from public.customers c join private.current_details d on d.customer_id = c.id
    where c.id = customer and c.withdrawn_at is null and c.erased_at is null and d.id = detail)
  then perform private.refuse('PT404', 'not_found'); end if;
  return customer;
end $$;

-- A customer's matters: questions, complaints, suggestions, order requests; what both sides wrote, and who works on them.

create table public.concerns (
  id uuid primary key default private.new_id(),
  reference text not null unique,
  customer_id uuid not null references public.customers,
  kind text not null check (kind in ('question', 'complaint', 'suggestion', 'order_request')),
  about_invoice boolean not null default false,
  -- where an order is to go
  site_id uuid references public.contact_details,
  -- null once erased
  subject text check (length(subject) between 1 and 150),
  department_id int not null references public.departments,
  owner_id uuid references public.staff,
  state text not null default 'open' check (state in ('open', 'in_progress', 'answered', 'closed')),
  asked_by uuid not null references public.logins,
  request_id uuid not null,
  created_at timestamptz not null default now(),
  -- of the last message or change of state
  moved_at timestamptz not null default now(),
  escalated_at timestamptz,
  constraint a_concern_is_sent_once unique (customer_id, request_id),
  constraint only_complaints_are_escalated check (escalated_at is null or kind = 'complaint'),
  constraint only_orders_go_to_a_site check (site_id is null or kind = 'order_request')
);
alter table public.concerns enable row level security;
-- serves the customer's list and the count of open ones
create index concerns_of_customer on public.concerns (customer_id, created_at desc);
-- serves the desk's list: what somebody must do, escalated first
create index concerns_to_answer on public.concerns (escalated_at, moved_at) where state in ('open', 'in_progress');
-- serve what a member of staff took, what was answered, and what was closed last
create index concerns_of_owner on public.concerns (owner_id, escalated_at, moved_at) where state <> 'closed';
create index concerns_answered on public.concerns (escalated_at, moved_at) where state = 'answered';
create index concerns_closed on public.concerns (moved_at desc) where state = 'closed';

-- What was written on a concern, by whom. What is not shared is for staff alone.
create table public.concern_messages (
  id bigint primary key generated always as identity,
  concern_id uuid not null references public.concerns,
  author_login uuid references public.logins,
  author_staff uuid references public.staff,
  shared boolean not null default true,
  -- null once erased
  text text check (length(text) between 1 and 4000),
  request_id uuid not null,
  at timestamptz not null default now(),
  constraint one_author check (num_nonnulls(author_login, author_staff) = 1),
  constraint customers_write_in_the_open check (shared or author_staff is not null),
  constraint a_message_is_sent_once unique (concern_id, request_id)
);
alter table public.concern_messages enable row level security;
create index messages_of_concern on public.concern_messages (concern_id, id);
create trigger messages_are_append_only before update or delete on public.concern_messages
  for each row execute function private.refuse_rewriting_but_erasing('text');
create trigger messages_are_not_truncated before truncate on public.concern_messages
  for each statement execute function private.refuse_rewriting();

create policy "people see their customer's concerns" on public.concerns
  for select to authenticated using (customer_id = any (array(select private.my_customers())));
create policy "people see what was written on their customer's concerns" on public.concern_messages
  for select to authenticated using (shared and concern_id = any (array(
    select id from public.concerns where customer_id = any (array(select private.my_customers())))));
grant select on public.concerns, public.concern_messages to authenticated;

-- The message that a mail confirms or carries.
alter table private.outbox add column concern_message_id bigint references public.concern_messages;
create unique index one_mail_per_message_and_recipient on private.outbox
  (concern_message_id, coalesce(to_login::text, to_value::text)) where concern_message_id is not null;

/* ---------------------------------------------------------------- reading */

-- A concern as lists show it.
create function private.concern_json(c public.concerns) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('reference', c.reference, 'kind', c.kind, 'aboutInvoice', c.about_invoice, 'subject', c.subject,
    'state', c.state, 'createdAt', c.created_at, 'movedAt', c.moved_at, 'escalatedAt', c.escalated_at,
    'department', private.department_json(c.department_id),
    'site', (select coalesce(d.label, (select concat_ws(', ', v.value->'lines'->>0, v.value->>'city')
        from private.current_details v where v.id = d.id)) from public.contact_details d where d.id = c.site_id));
end $$;

-- What was written on a concern, oldest first: to a customer's person (`viewer`) only what is shared.
create function private.messages_json(concern uuid, viewer uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('text', w.text, 'at', w.at, 'shared', w.shared,
    'by', case when w.author_staff is not null then 'staff' when w.author_login = viewer then 'you' else 'customer' end,
    'name', coalesce((select l.name from public.logins l where l.id = w.author_login),
      (select s.name from public.staff s where s.id = w.author_staff))) order by w.id), '[]')
  from public.concern_messages w where w.concern_id = concern and (w.shared or viewer is null);
$$;

-- How many concerns a customer may have that wait for us.
create function private.open_concerns_allowed() returns int
language sql immutable set search_path = '' as $$ select 10; $$;

create function private.open_concerns(customer uuid) returns int
language plpgsql stable set search_path = '' as $$
begin
  return (select count(*) from public.concerns c where c.customer_id = customer and c.state in ('open', 'in_progress'));
end $$;

-- The day on which `days` working days are over (Monday to Friday; holidays differ from place to place), at its end.
create function private.end_of_working_days(days int) returns timestamptz
language sql stable set search_path = '' as $$
  select (d::date + 1)::timestamp at time zone (select time_zone from private.settings) - interval '1 minute'
  from generate_series(private.today() + interval '1 day', private.today() + interval '30 days', interval '1 day') d
  where extract(isodow from d) < 6 order by d offset days - 1 limit 1;
$$;

-- The customer's concerns, newest first, fifty before a moment.
create function public.account_concerns(customer uuid, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'mayOpen', private.open_concerns(customer) < private.open_concerns_allowed(),
    'concerns', (select coalesce(jsonb_agg(private.concern_json(c) order by c.created_at desc), '[]')
      from (select * from public.concerns o where o.customer_id = customer and o.created_at < coalesce(before, 'infinity')
        order by o.created_at desc limit 50) c));
end $$;
grant execute on function public.account_concerns(uuid, timestamptz) to authenticated;

-- What the form for a new concern offers: whether there is room for one, and the sites an order may go to.
create function public.account_new_concern(customer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'mayOpen', private.open_concerns(customer) < private.open_concerns_allowed(),
    'sites', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'label', d.label,
        'place', concat_ws(', ', d.value->'lines'->>0, concat_ws(' ', d.value->>'postcode', d.value->>'city')))
        order by not d.is_primary, d.label nulls last, d.id), '[]')
      from private.current_details d where d.customer_id = customer and d.kind = 'shipping_address'));
end $$;
grant execute on function public.account_new_concern(uuid) to authenticated;

-- One concern with what was written; what a customer may do about it follows from its state.
create function public.account_concern(customer uuid, reference text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
  c public.concerns := private.concern_of(customer, reference);
begin
  return private.portal_head(mine) || jsonb_build_object('concern', private.concern_json(c),
    'messages', private.messages_json(c.id, mine.id),
    'supervisorBy', (select t.due_at from public.tasks t
      where t.customer_id = customer and t.cause = 'concern_escalated' and t.closed_at is null and t.proposal->>'reference' = c.reference));
end $$;
grant execute on function public.account_concern(uuid, text) to authenticated;

-- A customer's concern by its reference; 404 for what is not theirs.
create function private.concern_of(customer uuid, reference text) returns public.concerns
language plpgsql stable set search_path = '' as $$
declare
  c public.concerns;
begin
  select * into c from public.concerns o where o.customer_id = customer and o.reference = concern_of.reference;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return c;
end $$;

/* ---------------------------------------------------------------- what a customer writes */

-- Refuses a text that is empty, too long or carries control characters other than line breaks and tabs.
create function private.check_text(typed text, longest int) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if coalesce(length(typed), 0) not between 1 and longest or typed !~ '\S' or typed ~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]' then
    perform private.refuse('PT422', 'text_not_acceptable');
  end if;
end $$;

-- When a customer may write again after twenty messages within a day; null, and the message counted, while there is room.
create function private.count_message(customer uuid) returns timestamptz
language sql security definer set search_path = '' as $$
  select private.count_try('concern_message', customer::text, 20, interval '1 day');
$$;

-- Opens a concern of the department that its kind belongs to. Returns {"status": opened|repeated, "reference"}, or, with
-- nothing opened, {"status": "limited", "retryAt"} after too many messages and {"status": "too_many_open"}.
create function public.open_concern(customer uuid, kind text, about_invoice boolean, site uuid, subject text, body text, request uuid)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  department text := case when kind = 'order_request' then 'logistics' when about_invoice then 'billing' else 'customer_service' end;
  c public.concerns;
  retry timestamptz;
begin
  select * into c from public.concerns o where o.customer_id = customer and o.request_id = request;
  if c.id is not null then return jsonb_build_object('status', 'repeated', 'reference', c.reference); end if;
  perform private.check_text(subject, 150);
  perform private.check_text(body, 4000);
  if request is null or kind is null or kind not in ('question', 'complaint', 'suggestion', 'order_request') or subject ~ '[\r\n]'
    or site is not null and (kind <> 'order_request' or not exists (select from private.current_details d
      where d.id = site and d.customer_id = customer and d.kind = 'shipping_address'))
  then perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if private.open_concerns(customer) >= private.open_concerns_allowed() then return '{"status": "too_many_open"}'; end if;
  retry := private.count_message(customer);
  if retry is not null then return jsonb_build_object('status', 'limited', 'retryAt', retry); end if;

  insert into public.concerns (reference, customer_id, kind, about_invoice, site_id, subject, department_id, asked_by, request_id)
  select private.next_reference(), customer, open_concern.kind, coalesce(open_concern.about_invoice, false) and open_concern.kind <> 'order_request',
    site, trim(open_concern.subject), d.id, mine.id, request
  from public.departments d where d.code = department returning * into c;
  perform private.confirm_message(c, mine, private.write_message(c, mine.id, null, body, request));
  return jsonb_build_object('status', 'opened', 'reference', c.reference);
end $$;
grant execute on function public.open_concern(uuid, text, boolean, uuid, text, text, uuid) to authenticated;

-- Keeps a message and moves its concern; returns the message's id.
create function private.write_message(c public.concerns, login uuid, staff uuid, body text, request uuid) returns bigint
language plpgsql set search_path = '' as $$
declare
  written bigint;
begin
  insert into public.concern_messages (concern_id, author_login, author_staff, text, request_id)
  values (c.id, login, staff, replace(body, E'\r\n', E'\n'), request) returning id into written;
  update public.concerns o set moved_at = now(),
    state = case when staff is not null then 'answered' when o.owner_id is null then 'open' else 'in_progress' end
  where o.id = c.id;
  return written;
end $$;

-- Queues the confirmation with the reference, to the person who wrote: they are at a screen, whoever prefers post too.
create function private.confirm_message(c public.concerns, writer public.logins, message bigint) returns void
language sql set search_path = '' as $$
  insert into private.outbox (kind, medium, locale, customer_id, concern_message_id, to_login, state)
  select 'concern_received', 'email', u.locale, u.id, message, writer.id, 'queued' from public.customers u where u.id = c.customer_id;
$$;

-- Writes on a concern again; an answered or closed one is open again. Returns {"status": written|repeated} or, with
-- nothing written, {"status": "limited", "retryAt"}, and {"status": "too_many_open"} where a closed one finds no room.
create function public.write_on_concern(customer uuid, reference text, body text, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  c public.concerns;
  retry timestamptz;
begin
  c := private.concern_of(customer, reference);
  if exists (select from public.concern_messages w where w.concern_id = c.id and w.request_id = request) then
    return '{"status": "repeated"}';
  end if;
  perform private.check_text(body, 4000);
  if request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if c.state = 'closed' and private.open_concerns(customer) >= private.open_concerns_allowed() then
    return '{"status": "too_many_open"}';
  end if;
  retry := private.count_message(customer);
  if retry is not null then return jsonb_build_object('status', 'limited', 'retryAt', retry); end if;
  perform private.write_message(c, mine.id, null, body, request);
  return '{"status": "written"}';
end $$;
grant execute on function public.write_on_concern(uuid, text, text, uuid) to authenticated;

-- Raises a complaint to a supervisor, once: a task for them, due within two working days. A second press changes nothing.
-- Returns {"dueAt"}; 403 for what is no complaint. Each complaint can be raised but once, so a closed one finds room.
create function public.escalate_concern(customer uuid, reference text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
  c public.concerns;
  due timestamptz := private.end_of_working_days(2);
begin
  c := private.concern_of(customer, reference);
  if c.kind <> 'complaint' then perform private.refuse('PT403', 'not_allowed'); end if;
  if c.escalated_at is not null then return jsonb_build_object('dueAt', null); end if;
  update public.concerns o set escalated_at = now(), moved_at = now(),
    state = case when o.state in ('answered', 'closed') then case when o.owner_id is null then 'open' else 'in_progress' end else o.state end
  where o.id = c.id;
  insert into public.tasks (cause, customer_id, department_id, role, proposal, asked_by, due_at)
  values ('concern_escalated', customer, c.department_id, 'supervisor', jsonb_build_object('reference', c.reference), mine.id, due);
  return jsonb_build_object('dueAt', due);
end $$;
grant execute on function public.escalate_concern(uuid, text) to authenticated;

/* ---------------------------------------------------------------- the desk */

-- A concern in a staff list: whose it is, who works on it.
create function private.desk_concern_json(c public.concerns) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.concern_json(c) || (select jsonb_build_object('accountNumber', u.account_number, 'customerName', private.customer_name(u.id),
      'owner', (select s.name from public.staff s where s.id = c.owner_id))
    from public.customers u where u.id = c.customer_id);
end $$;

-- The open concerns of a customer, for the record.
create function private.record_concerns(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(private.concern_json(c) order by c.escalated_at, c.created_at), '[]')
    from public.concerns c where c.customer_id = customer and c.state <> 'closed');
end $$;

-- At most a hundred concerns: those to be answered (`which` = 'waiting'), those the reader took ('mine'), those answered
-- and not closed ('answered'), or the last closed ('closed'); of one department or of all. Escalated ones stand on top,
-- then those that wait longest.
create function public.desk_concerns(which text default 'waiting', department text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  of_department int := (select d.id from public.departments d where d.code = desk_concerns.department);
  found_concerns public.concerns[] := case when which = 'closed' then array(
      select c from public.concerns c where c.state = 'closed' and (of_department is null or c.department_id = of_department)
      order by c.moved_at desc limit 100)
    when which = 'answered' then array(
      select c from public.concerns c where c.state = 'answered' and (of_department is null or c.department_id = of_department)
      order by c.escalated_at, c.moved_at limit 100)
    when which = 'mine' then array(
      select c from public.concerns c where c.owner_id = reader.id and c.state <> 'closed' and (of_department is null or c.department_id = of_department)
      order by c.escalated_at, c.moved_at limit 100)
    else array(
      select c from public.concerns c where c.state in ('open', 'in_progress') and (of_department is null or c.department_id = of_department)
      order by c.escalated_at, c.moved_at limit 100) end;
begin
  return private.desk_head(reader) || jsonb_build_object(
    'departments', private.departments_json(),
    'concerns', (select coalesce(jsonb_agg(private.desk_concern_json(c) order by case which when 'closed' then null else c.escalated_at end,
        case which when 'closed' then null else c.moved_at end, c.moved_at desc), '[]') from unnest(found_concerns) c));
end $$;
grant execute on function public.desk_concerns(text, text) to authenticated;

-- A concern by its reference, for staff; 404 where there is none.
create function private.concern_at_desk(reference text) returns public.concerns
language plpgsql stable set search_path = '' as $$
declare
  c public.concerns;
begin
  select * into c from public.concerns o where o.reference = concern_at_desk.reference;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return c;
end $$;

-- One concern with all that was written; the look at the customer is logged.
create function public.desk_concern(reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.concerns := private.concern_at_desk(reference);
begin
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, c.customer_id, 'concern');
  return private.desk_head(reader) || jsonb_build_object(
    'concern', private.desk_concern_json(c) || jsonb_build_object('mine', coalesce(c.owner_id = reader.id, false)),
    'departments', private.departments_json(),
    'messages', private.messages_json(c.id, null));
end $$;
grant execute on function public.desk_concern(text) to authenticated;

-- A concern under its customer's lock.
create function private.work_on_concern(reference text) returns public.concerns
language plpgsql set search_path = '' as $$
declare
  c public.concerns := private.concern_at_desk(reference);
begin
  perform from public.customers u where u.id = c.customer_id for no key update;
  return private.concern_at_desk(reference);
end $$;

-- Takes a concern: the caller is who works on it, whoever did before.
create function public.take_concern(reference text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.concerns := private.work_on_concern(reference);
begin
  if c.state = 'closed' then perform private.refuse('PT409', 'concern_is_closed'); end if;
  update public.concerns o set owner_id = worker.id, state = case when o.state = 'open' then 'in_progress' else o.state end
  where o.id = c.id;
end $$;
grant execute on function public.take_concern(text) to authenticated;

-- Answers a concern; who answers works on it from now on. The customer hears by email, or by post where that is preferred.
-- A supervisor's answer settles an escalation. A form sent twice answers once.
create function public.answer_concern(reference text, body text, request uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.concerns := private.work_on_concern(reference);
begin
  if exists (select from public.concern_messages w where w.concern_id = c.id and w.request_id = request) then return; end if;
  perform private.check_text(body, 4000);
  if request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if c.state = 'closed' then perform private.refuse('PT409', 'concern_is_closed'); end if;
  update public.concerns o set owner_id = worker.id where o.id = c.id;
  perform private.tell_answer(c, private.write_message(c, null, worker.id, body, request));
  if worker.role in ('supervisor', 'admin') then
    update public.tasks t set closed_at = now(), closed_by = worker.id, outcome = 'done'
    where t.customer_id = c.customer_id and t.cause = 'concern_escalated' and t.closed_at is null and t.proposal->>'reference' = c.reference;
  end if;
end $$;
grant execute on function public.answer_concern(text, text, uuid) to authenticated;

-- Queues word of an answer: to whoever asked, else to the owners, else to the primary email; by post where that is
-- preferred or nothing else reaches anybody.
create function private.tell_answer(c public.concerns, message bigint) returns void
language plpgsql set search_path = '' as $$
declare
  u public.customers := (select t from public.customers t where t.id = c.customer_id);
  people uuid[] := array(select l.id from public.logins l where u.contact_by = 'email' and l.customer_id = u.id and l.ended_at is null and l.frozen_at is null
    and (l.id = c.asked_by or l.role = 'owner' and not exists (select from public.logins a
      where a.id = c.asked_by and a.ended_at is null and a.frozen_at is null)));
  mailbox bigint := case when people = '{}' then private.mailbox_to_remind(u) end;
begin
  insert into private.outbox (kind, medium, locale, customer_id, concern_message_id, to_login, to_value, state)
  select 'concern_answered', t.medium, u.locale, u.id, message, t.login, t.value_id,
    case t.medium when 'letter' then 'waiting'::private.outbox_state else 'queued' end
  from (select 'email' as medium, p as login, null::bigint as value_id from unnest(people) p
    union all select 'email', null, mailbox where mailbox is not null
    union all select 'letter', null, d.value_id from private.current_details d
      where people = '{}' and mailbox is null and d.customer_id = u.id and d.kind = 'billing_address') t;
end $$;

-- Hands a concern to another department, where nobody has taken it yet.
create function public.hand_over_concern(reference text, department text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.concerns := private.work_on_concern(reference);
  receiver int := (select d.id from public.departments d where d.code = hand_over_concern.department);
begin
  if receiver is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  if c.state = 'closed' then perform private.refuse('PT409', 'concern_is_closed'); end if;
  if c.department_id = receiver then return; end if;
  update public.concerns o set department_id = receiver, owner_id = null, moved_at = now(),
    state = case when o.state = 'in_progress' then 'open' else o.state end
  where o.id = c.id;
end $$;
grant execute on function public.hand_over_concern(text, text) to authenticated;

-- Closes a concern, or opens a closed one again. What is so already stays so.
create function public.close_concern(reference text, closed boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  worker public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.concerns := private.work_on_concern(reference);
begin
  if closed is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  update public.concerns o set moved_at = now(),
    state = case when close_concern.closed then 'closed' when o.owner_id is null then 'open' else 'in_progress' end
  where o.id = c.id and (o.state = 'closed') <> close_concern.closed;
end $$;
grant execute on function public.close_concern(text, boolean) to authenticated;

-- What a mail about a message says: {"reference", "kind", "subject", "text", "customerId", "recipientName", "answeredBy"}.
create function private.concern_mail(message bigint) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('reference', c.reference, 'concernKind', c.kind, 'subject', c.subject, 'text', w.text,
      'customerId', c.customer_id, 'recipientName', coalesce(private.customer_name(c.customer_id), ''),
      'answeredBy', (select s.name from public.staff s where s.id = w.author_staff))
    from public.concern_messages w join public.concerns c on c.id = w.concern_id where w.id = message);
end $$;

-- Notes on contacts with customers: the draft that an agent fills during a call, with its clock, and the note it becomes.

/* ---------------------------------------------------------------- tables */

-- What an agent is writing about a customer right now. It is kept with each few words typed, so that a lost tab loses
-- nothing. Nobody else reads it, unless its writer has left and somebody takes it over.
create table private.note_drafts (
  -- also the id of the note that it becomes: saving twice saves once
  id uuid primary key default private.new_id(),
  customer_id uuid not null references public.customers,
  staff_id uuid not null references public.staff,
  channel public.channel not null check (channel in ('phone', 'in_person', 'fax', 'letter', 'email', 'chat')),
  direction text not null check (direction in ('in', 'out')),
  started_at timestamptz not null default now(),
  called_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  held_seconds int not null default 0,
  held_since timestamptz,
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object' and pg_column_size(fields) <= 65536),
  -- raised with each keeping; `typed_in` is the page that did it
  version int not null default 1,
  typed_in uuid,
  typed_at timestamptz not null default now(),
  constraint one_open_draft_per_agent_and_customer unique (staff_id, customer_id)
);
alter table private.note_drafts enable row level security;
create index drafts_of_customer on private.note_drafts (customer_id);

-- A saved note. It has no policy: staff and customers read it through functions, since only `shared` is for the customer.
create table public.notes (
  id uuid primary key,
  customer_id uuid not null references public.customers,
  staff_id uuid not null references public.staff,
  channel public.channel not null check (channel in ('phone', 'in_person', 'fax', 'letter', 'email', 'chat')),
  direction text not null check (direction in ('in', 'out')),
  occurred_at timestamptz not null,
  called_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  held_seconds int check (held_seconds >= 0),
  reason text not null check (reason ~ '^[a-z_]{1,40}$'),
  outcome text not null check (outcome in ('settled', 'promised', 'passed_on', 'open', 'not_reached')),
  satisfied text not null check (satisfied in ('yes', 'no', 'not_asked')),
  -- [{"name", "spelling"}]; empty, and the texts null, once erased
  participants jsonb not null default '[]',
  done text check (length(done) between 1 and 4000),
  internal text check (length(internal) between 1 and 4000),
  shared text check (length(shared) between 1 and 2000),
  words tsvector,
  concern_id uuid,
  saved_at timestamptz not null default now(),
  constraint only_calls_have_a_clock check (channel in ('phone', 'chat', 'in_person')
    or num_nonnulls(called_at, answered_at, ended_at, held_seconds) = 0)
);
alter table public.notes enable row level security;
-- serves the record, the customer's page and the page of all notes, newest first
create index notes_of_customer on public.notes (customer_id, occurred_at desc);
-- serves the look at what was built on an import
create index notes_by_moment on public.notes (saved_at);
-- serves the search in one customer's notes
create index notes_by_word on public.notes using gin (customer_id, words);
-- serves a concern's page
create index notes_of_concern on public.notes (concern_id) where concern_id is not null;
create trigger notes_are_append_only before update or delete on public.notes
  for each row execute function private.refuse_rewriting_but_erasing('participants', 'done', 'internal', 'shared', 'words');
create trigger notes_are_not_truncated before truncate on public.notes
  for each statement execute function private.refuse_rewriting();

-- What corrects a saved note or adds to it.
create table public.note_addenda (
  id bigint primary key generated always as identity,
  note_id uuid not null references public.notes,
  -- that of the note, for the search
  customer_id uuid not null references public.customers,
  staff_id uuid not null references public.staff,
  shared boolean not null,
  -- null once erased
  text text check (length(text) between 1 and 4000),
  words tsvector,
  request_id uuid not null,
  at timestamptz not null default now(),
  constraint an_addendum_is_saved_once unique (note_id, request_id)
);
alter table public.note_addenda enable row level security;
create index addenda_by_word on public.note_addenda using gin (customer_id, words);
create trigger addenda_are_append_only before update or delete on public.note_addenda
  for each row execute function private.refuse_rewriting_but_erasing('text', 'words');
create trigger addenda_are_not_truncated before truncate on public.note_addenda
  for each statement execute function private.refuse_rewriting();

/* ---------------------------------------------------------------- the draft */

-- A draft's clock: the moments noted so far, and the database's own time to count from.
create function private.clock_json(d private.note_drafts) returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object('id', d.id, 'channel', d.channel, 'direction', d.direction, 'calledAt', d.called_at,
    'answeredAt', d.answered_at, 'endedAt', d.ended_at, 'heldSeconds', d.held_seconds, 'heldSince', d.held_since, 'now', clock_timestamp());
$$;

-- A draft with what was typed.
create function private.draft_json(d private.note_drafts) returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object('clock', private.clock_json(d), 'fields', d.fields, 'version', d.version, 'typedIn', d.typed_in);
$$;

-- The clock of the draft that a member of staff has open on a customer, for the bar on the record; null without one.
create function private.running_note(customer uuid, staff uuid) returns jsonb
language plpgsql volatile set search_path = '' as $$
begin
  return (select private.clock_json(d) from private.note_drafts d where d.staff_id = staff and d.customer_id = customer);
end $$;

-- Refuses a customer about whom nothing may be noted: 404 for whoever is not there, 409 for who was erased. Asked under the
-- customer's lock.
create function private.check_contacted(customer uuid) returns void
language plpgsql stable set search_path = '' as $$
declare
  c public.customers := (select u from public.customers u where u.id = customer and u.withdrawn_at is null);
begin
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  if c.erased_at is not null then perform private.refuse('PT409', 'customer_is_erased'); end if;
end $$;

-- Begins a note, or finds the one begun already. Who is called speaks from the first moment; who calls waits for an answer.
create function public.start_note(account text, channel public.channel default 'phone', direction text default 'in') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  customer uuid := (select u.id from public.customers u where u.account_number = account);
  agent public.staff := private.serve(customer, 'agent', 'supervisor', 'admin');
  called boolean := start_note.channel in ('phone', 'chat', 'in_person');
  spoken boolean := called and (start_note.direction = 'in' or start_note.channel = 'in_person');
  started uuid;
begin
  perform private.check_contacted(customer);
  if start_note.direction not in ('in', 'out') or start_note.channel not in ('phone', 'in_person', 'fax', 'letter', 'email', 'chat') then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  insert into private.note_drafts (customer_id, staff_id, channel, direction, called_at, answered_at)
  values (customer, agent.id, start_note.channel, start_note.direction, case when called then now() end, case when spoken then now() end)
  on conflict on constraint one_open_draft_per_agent_and_customer do nothing;
  select d.id into started from private.note_drafts d where d.staff_id = agent.id and d.customer_id = customer;
  return started;
end $$;
grant execute on function public.start_note(text, public.channel, text) to authenticated;

-- What the page of a note needs: whose it is, the draft (null without one), what may be taken over, the open concerns it may
-- belong to, and who may promise something. The look is logged.
create function public.desk_note_draft(account text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
begin
  select * into c from public.customers u where u.account_number = account and u.withdrawn_at is null and u.erased_at is null;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, c.id, 'note');
  return private.desk_head(reader) || jsonb_build_object('accountNumber', c.account_number, 'customerName', private.customer_name(c.id),
    'customerKind', c.kind, 'today', private.today(),
    'draft', (select private.draft_json(d) from private.note_drafts d where d.staff_id = reader.id and d.customer_id = c.id),
    'leftDrafts', private.left_drafts(c.id),
    'concerns', (select coalesce(jsonb_agg(jsonb_build_object('reference', o.reference, 'subject', o.subject) order by o.created_at desc), '[]')
      from public.concerns o where o.customer_id = c.id and o.state <> 'closed'),
    'departments', private.departments_json(),
    'staff', (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name) from public.staff s where private.may_promise(s)));
end $$;
grant execute on function public.desk_note_draft(text) to authenticated;

-- A draft of the caller's own, locked; null where it was saved or discarded.
create function private.own_draft(draft uuid, agent public.staff) returns private.note_drafts
language plpgsql set search_path = '' as $$
declare
  d private.note_drafts;
begin
  select * into d from private.note_drafts o where o.id = draft and o.staff_id = agent.id for update;
  return d;
end $$;

-- Keeps what was typed in one page (`tab`) that had seen `version`. Returns {"status": "typed", "version"}; {"status": "gone"}
-- where the note was saved or discarded; and {"status": "behind", "draft"}, with nothing kept, where another page has typed
-- since. A page never stands behind itself: an answer may be lost on its way.
create function public.type_note(draft uuid, tab uuid, version int, channel public.channel, direction text, fields jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.require_staff('agent', 'supervisor', 'admin');
  d private.note_drafts := private.own_draft(draft, agent);
begin
  if d.id is null then return '{"status": "gone"}'; end if;
  if d.version <> type_note.version and d.typed_in is distinct from tab then
    return jsonb_build_object('status', 'behind', 'draft', private.draft_json(d));
  end if;
  if jsonb_typeof(fields) is distinct from 'object' or pg_column_size(fields) > 65536 or direction is null or direction not in ('in', 'out')
    or channel is null or channel not in ('phone', 'in_person', 'fax', 'letter', 'email', 'chat') then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  update private.note_drafts o set fields = type_note.fields, channel = type_note.channel, direction = type_note.direction,
    version = o.version + 1, typed_in = tab, typed_at = now()
  where o.id = d.id returning * into d;
  return jsonb_build_object('status', 'typed', 'version', d.version);
end $$;
grant execute on function public.type_note(uuid, uuid, int, public.channel, text, jsonb) to authenticated;

-- Notes a moment of the call: called, answered, held, resumed, ended, or reopened where it was ended by mistake. Each
-- counts once; pressed again it changes nothing. Returns the clock, or null where the note was saved or discarded.
create function public.time_note(draft uuid, act text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.require_staff('agent', 'supervisor', 'admin');
  d private.note_drafts := private.own_draft(draft, agent);
  moment timestamptz := clock_timestamp();
begin
  if d.id is null then return null; end if;
  if act is null or act not in ('called', 'answered', 'held', 'resumed', 'ended', 'reopened') then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  if act in ('resumed', 'ended') and d.held_since is not null then
    d.held_seconds := d.held_seconds + round(extract(epoch from moment - d.held_since))::int;
    d.held_since := null;
  end if;
  case act
    when 'called' then d.called_at := coalesce(d.called_at, moment);
    when 'answered' then d.called_at := coalesce(d.called_at, moment); d.answered_at := coalesce(d.answered_at, moment);
    when 'held' then
      if d.ended_at is null then
        d.called_at := coalesce(d.called_at, moment); d.answered_at := coalesce(d.answered_at, moment);
        d.held_since := coalesce(d.held_since, moment);
      end if;
    when 'ended' then d.ended_at := coalesce(d.ended_at, moment);
    when 'reopened' then d.ended_at := null;
    else null;
  end case;
  update private.note_drafts o set called_at = d.called_at, answered_at = d.answered_at, ended_at = d.ended_at,
    held_seconds = d.held_seconds, held_since = d.held_since
  where o.id = d.id;
  return private.clock_json(d);
end $$;
grant execute on function public.time_note(uuid, text) to authenticated;

-- Throws a draft away that was begun by mistake.
create function public.discard_note(draft uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  agent public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  delete from private.note_drafts d where d.id = draft and d.staff_id = agent.id;
end $$;
grant execute on function public.discard_note(uuid) to authenticated;

/* ---------------------------------------------------------------- drafts of those who have left */

-- What people who have left were writing about a customer, without the words, for whoever takes it over.
create function private.left_drafts(customer uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'by', s.name, 'startedAt', d.started_at) order by d.started_at), '[]')
    from private.note_drafts d join public.staff s on s.id = d.staff_id and not s.active where d.customer_id = customer);
end $$;

-- Makes the draft of somebody who has left the caller's own, unless they are writing about this customer already. Returns
-- the customer's account number; PT404 where there is no such draft, or somebody else was quicker.
create function public.take_over_note(draft uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  customer uuid := (select d.customer_id from private.note_drafts d where d.id = draft);
  agent public.staff := private.serve(customer, 'agent', 'supervisor', 'admin');
begin
  perform private.check_contacted(customer);
  if not exists (select from private.note_drafts d where d.customer_id = customer and d.staff_id = agent.id) then
    update private.note_drafts d set staff_id = agent.id, version = d.version + 1, typed_in = null, typed_at = now()
    where d.id = draft and exists (select from public.staff s where s.id = d.staff_id and not s.active);
    if not found then perform private.refuse('PT404', 'not_found'); end if;
  end if;
  return (select c.account_number from public.customers c where c.id = customer);
end $$;
grant execute on function public.take_over_note(uuid) to authenticated;

-- Deletes drafts in which nobody has typed for ninety days. Returns how many.
create function public.note_forget() returns int
language plpgsql security definer set search_path = '' as $$
declare
  forgotten int;
begin
  delete from private.note_drafts d where d.typed_at < now() - interval '90 days';
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
grant execute on function public.note_forget() to service_role;

/* ---------------------------------------------------------------- saving */

-- Refuses a text that may be missing but is there and not acceptable; returns it with line ends as the database keeps them.
create function private.checked_text(typed text, longest int) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if typed is null then return null; end if;
  perform private.check_text(replace(typed, E'\r\n', E'\n'), longest);
  return replace(typed, E'\r\n', E'\n');
end $$;

-- The people who took part, as they are kept: at most ten, each with a name.
create function private.checked_participants(people jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if coalesce(jsonb_typeof(people), 'array') <> 'array' or jsonb_array_length(coalesce(people, '[]')) > 10 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  perform private.check_text(p->>'name', 100), private.checked_text(p->>'spelling', 200) from jsonb_array_elements(people) p;
  return (select coalesce(jsonb_agg(jsonb_build_object('name', p->>'name', 'spelling', p->>'spelling') order by place), '[]')
    from jsonb_array_elements(people) with ordinality e(p, place));
end $$;

-- Saves a draft as a note with its promises, and opens the concern that it asks for. `note` is {"channel", "direction",
-- "reason", "done", "outcome", "satisfied", "internal", "shared", "participants", "promises", "concern": a reference,
-- "newConcern": {"kind", "subject", "department"}}. Returns {"status": saved|repeated}, or, with nothing saved,
-- {"status": "behind", "draft"} as type_note does. A draft that was discarded meanwhile: PT409.
create function public.save_note(draft uuid, tab uuid, version int, note jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  customer uuid := coalesce((select o.customer_id from private.note_drafts o where o.id = draft),
    (select n.customer_id from public.notes n where n.id = draft));
  agent public.staff := private.serve(customer, 'agent', 'supervisor', 'admin');
  d private.note_drafts := private.own_draft(draft, agent);
begin
  if d.id is null and exists (select from public.notes n where n.id = draft and n.staff_id = agent.id) then return '{"status": "repeated"}'; end if;
  if d.id is null then perform private.refuse('PT409', 'draft_is_over'); end if;
  perform private.check_contacted(customer);
  if d.version <> save_note.version and d.typed_in is distinct from tab then
    return jsonb_build_object('status', 'behind', 'draft', private.draft_json(d));
  end if;
  perform private.write_note(d, agent, note);
  perform private.make_promises(d.id, d.customer_id, agent.id, note->'promises');
  delete from private.note_drafts o where o.id = d.id;
  return '{"status": "saved"}';
end $$;
grant execute on function public.save_note(uuid, uuid, int, jsonb) to authenticated;

-- Keeps the note itself. What still runs ends now; what has no clock has none.
create function private.write_note(d private.note_drafts, agent public.staff, note jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  kept public.notes;
begin
  kept := jsonb_populate_record(null::public.notes, note - 'promises' - 'concern' - 'newConcern' - 'words' - 'participants');
  if num_nulls(kept.channel, kept.direction, kept.reason, kept.outcome, kept.satisfied, kept.done) > 0 then
    perform private.refuse('PT422', 'value_not_acceptable');
  end if;
  kept.id := d.id;
  kept.customer_id := d.customer_id;
  kept.staff_id := agent.id;
  kept.occurred_at := coalesce(d.called_at, d.started_at);
  kept.saved_at := now();
  kept.called_at := null; kept.answered_at := null; kept.ended_at := null; kept.held_seconds := null;
  if kept.channel in ('phone', 'chat', 'in_person') then
    kept.called_at := d.called_at;
    kept.answered_at := d.answered_at;
    kept.ended_at := coalesce(d.ended_at, clock_timestamp());
    kept.held_seconds := d.held_seconds + coalesce(round(extract(epoch from kept.ended_at - d.held_since))::int, 0);
  end if;
  kept.done := private.checked_text(kept.done, 4000);
  kept.internal := private.checked_text(kept.internal, 4000);
  kept.shared := private.checked_text(kept.shared, 2000);
  kept.participants := private.checked_participants(note->'participants');
  kept.words := array_to_tsvector(private.words(concat_ws(' ', kept.done, kept.internal, kept.shared,
    (select string_agg(p->>'name', ' ') from jsonb_array_elements(kept.participants) p),
    (select string_agg(p->>'what', ' ') from jsonb_array_elements(note->'promises') p))));
  kept.concern_id := private.concern_of_note(d.id, d.customer_id, agent, note);
  insert into public.notes select (kept).*;
exception when check_violation or invalid_text_representation then
  perform private.refuse('PT422', 'value_not_acceptable');
end $$;

-- The concern that a note belongs to: an open one of the customer's by its reference, a new one, or none.
create function private.concern_of_note(draft uuid, customer uuid, agent public.staff, note jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  wanted jsonb := nullif(note->'newConcern', 'null');
  department int := (select d.id from public.departments d where d.code = wanted->>'department');
  found_concern uuid;
begin
  if wanted is not null then
    perform private.check_text(wanted->>'subject', 150);
    if department is null or wanted->>'kind' is null or wanted->>'kind' not in ('question', 'complaint', 'suggestion', 'order_request')
      or wanted->>'subject' ~ '[\r\n]' then
      perform private.refuse('PT422', 'value_not_acceptable');
    end if;
    insert into public.concerns (reference, customer_id, kind, subject, department_id, owner_id, state, opened_by, request_id)
    values (private.next_reference(), customer, wanted->>'kind', trim(wanted->>'subject'), department,
      case when department = agent.department_id then agent.id end,
      case when department = agent.department_id then 'in_progress' else 'open' end, agent.id, draft)
    returning id into found_concern;
  elsif note->>'concern' is not null then
    select c.id into found_concern from public.concerns c
    where c.reference = note->>'concern' and c.customer_id = customer and c.state <> 'closed';
    if found_concern is null then perform private.refuse('PT409', 'concern_is_closed'); end if;
  end if;
  return found_concern;
end $$;

-- Adds to a saved note; with `shared` its customer reads it. A form sent twice adds once.
create function public.add_addendum(note uuid, body text, shared boolean, request uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  customer uuid := (select n.customer_id from public.notes n where n.id = note);
  agent public.staff := private.serve(customer, 'agent', 'supervisor', 'admin');
  typed text := private.checked_text(coalesce(body, ''), 4000);
begin
  perform private.check_contacted(customer);
  if shared is null or request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  insert into public.note_addenda (note_id, customer_id, staff_id, shared, text, words, request_id)
  values (note, customer, agent.id, add_addendum.shared, typed, array_to_tsvector(private.words(typed)), request)
  on conflict on constraint an_addendum_is_saved_once do nothing;
end $$;
grant execute on function public.add_addendum(uuid, text, boolean, uuid) to authenticated;

/* ---------------------------------------------------------------- reading */

create function private.addenda_json(note uuid, only_shared boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'shared', a.shared, 'at', a.at,
      'by', (select s.name from public.staff s where s.id = a.staff_id)) order by a.id), '[]')
    from public.note_addenda a where a.note_id = note and (a.shared or not only_shared));
end $$;

-- A note as staff read it, whole.
create function private.note_json(n public.notes) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('id', n.id, 'channel', n.channel, 'direction', n.direction, 'at', n.occurred_at,
    'answeredAt', n.answered_at, 'endedAt', n.ended_at, 'heldSeconds', n.held_seconds,
    'reason', n.reason, 'outcome', n.outcome, 'satisfied', n.satisfied, 'participants', n.participants,
    'done', n.done, 'internal', n.internal, 'shared', n.shared,
    'by', (select s.name from public.staff s where s.id = n.staff_id),
    'concern', (select jsonb_build_object('reference', c.reference, 'subject', c.subject) from public.concerns c where c.id = n.concern_id),
    'promises', private.promises_json(n.id), 'addenda', private.addenda_json(n.id, false));
end $$;

-- A note as its customer reads it: the facts, the promises, and what was shared.
create function private.contact_json(n public.notes) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('id', n.id, 'channel', n.channel, 'direction', n.direction, 'at', n.occurred_at, 'heldSeconds', n.held_seconds,
    'by', (select s.name from public.staff s where s.id = n.staff_id), 'shared', n.shared,
    'promises', private.promises_json(n.id), 'addenda', private.addenda_json(n.id, true));
end $$;

-- What words of notes must hold: all that were typed, each as it is or as a beginning; null for none.
create function private.words_wanted(typed text) returns tsquery
language plpgsql stable set search_path = '' as $$
begin
  return (select string_agg(quote_literal(w) || ':*', '&')::tsquery
    from regexp_split_to_table(extensions.unaccent(lower(typed)), '[^[:alnum:]]+') w where w <> '');
end $$;

-- A customer's notes, newest first, at most `most` before a moment; with a `query` those in which, or in whose addenda,
-- all its words stand.
create function private.record_notes(customer uuid, query text default null, before timestamptz default null, most int default 8) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  wanted tsquery := private.words_wanted(query);
begin
  if wanted is null then
    return (select coalesce(jsonb_agg(private.note_json(n) order by n.occurred_at desc), '[]')
      from (select * from public.notes o where o.customer_id = customer and o.occurred_at < coalesce(before, 'infinity')
        order by o.occurred_at desc limit most) n);
  end if;
  return (select coalesce(jsonb_agg(private.note_json(n) order by n.occurred_at desc), '[]')
    from (select * from public.notes o where o.id in (
        select m.id from public.notes m where m.customer_id = customer and m.words @@ wanted
        union select a.note_id from public.note_addenda a where a.customer_id = record_notes.customer and a.words @@ wanted)
      and o.occurred_at < coalesce(before, 'infinity')
      order by o.occurred_at desc limit most) n);
end $$;

-- The notes that belong to a concern, oldest first, as what was written on it.
create function private.concern_notes(concern uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(private.note_json(n) order by n.occurred_at), '[]') from public.notes n where n.concern_id = concern);
end $$;

-- The page of a customer's notes; the look is logged.
create function public.desk_notes(account text, query text default null, before timestamptz default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  c public.customers;
begin
  if length(query) > 200 then perform private.refuse('PT422', 'search_too_long'); end if;
  select * into c from public.customers u where u.account_number = account and u.withdrawn_at is null;
  if c.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, c.id, 'note');
  return private.desk_head(reader) || jsonb_build_object('accountNumber', c.account_number, 'customerName', private.customer_name(c.id),
    'notes', private.record_notes(c.id, query, before, 50));
end $$;
grant execute on function public.desk_notes(text, text, timestamptz) to authenticated;

-- One note; the look is logged.
create function public.desk_note(note uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  n public.notes;
begin
  select * into n from public.notes o where o.id = note;
  if n.id is null then perform private.refuse('PT404', 'not_found'); end if;
  insert into public.record_views (staff_id, customer_id, page) values (reader.id, n.customer_id, 'note');
  return private.desk_head(reader) || (select jsonb_build_object('accountNumber', c.account_number,
      'customerName', private.customer_name(c.id), 'erased', c.erased_at is not null, 'note', private.note_json(n))
    from public.customers c where c.id = n.customer_id);
end $$;
grant execute on function public.desk_note(uuid) to authenticated;

-- What was agreed, for the customer: contacts newest first, fifty before a moment.
create function public.account_contacts(customer uuid, before timestamptz default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
begin
  return private.portal_head(mine) || jsonb_build_object(
    'contacts', (select coalesce(jsonb_agg(private.contact_json(n) order by n.occurred_at desc), '[]')
      from (select * from public.notes o where o.customer_id = customer and o.occurred_at < coalesce(before, 'infinity')
        order by o.occurred_at desc limit 50) n));
end $$;
grant execute on function public.account_contacts(uuid, timestamptz) to authenticated;

/* ---------------------------------------------------------------- erasing */

-- Empties what notes say of a customer; who spoke with them, when and by which channel stays.
create function private.empty_notes(customer uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from private.note_drafts d where d.customer_id = customer;
  update public.notes n set participants = '[]', done = null, internal = null, shared = null, words = null where n.customer_id = customer;
  update public.note_addenda a set text = null, words = null from public.notes n where n.id = a.note_id and n.customer_id = customer;
end $$;

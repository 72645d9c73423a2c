-- "This was not me": taking an update back, by the link in its receipt, and stopping one before its day.

/* ---------------------------------------------------------------- taking an update back */

-- Whether nothing was saved over an update: each detail still has the version that it gave. A change of email address is
-- never taken back, but frozen.
create function private.may_be_undone(u public.updates) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from public.update_items i where i.update_id = u.id and i.op <> 'confirm')
    and not exists (select from public.update_items i join public.contact_details d on d.id = i.detail_id
      where i.update_id = u.id and i.op <> 'confirm' and (d.version <> i.version or i.kind = 'email' and i.op = 'change'));
end $$;

-- What takes an item back: what was added goes, what was removed comes back, a changed detail gets its value, label and site
-- back, what stood first does so again, what was planned is cancelled, and what was cancelled is planned again.
create function private.reverse(i public.update_items, customer uuid, request uuid) returns private.detail_change
language plpgsql stable set search_path = '' as $$
declare
  is_planned boolean := exists (select from private.moves m join public.contact_detail_values v on v.id = m.value_id
    where m.detail_id = i.detail_id and m.starts_on > private.today() and v.update_id = i.update_id);
begin
  return (customer, request, case i.op when 'add' then 'remove' when 'remove' then 'restore' when 'make_primary' then 'make_primary' else 'change' end,
    case i.op when 'make_primary' then i.replaces else i.detail_id end, i.kind, i.before,
    case when i.label_before is distinct from i.label then coalesce(i.label_before, '') end,
    case when i.site_before is distinct from i.site_id then coalesce(i.site_before, '00000000-0000-0000-0000-000000000000') end,
    case i.op when 'make_primary' then (select d.version from public.contact_details d where d.id = i.replaces) else i.version end,
    -- from the day for which it is planned, today's value is what stays
    case when is_planned or i.op = 'cancel' and i.valid_from > private.today() then i.valid_from end, false, null)::private.detail_change;
end $$;

-- Takes an update back as one of its own, whole or not at all. Returns its reference; null where it cannot be taken back.
create function private.undo_update(u public.updates, actor private.actor, channel public.channel, request uuid,
  identified_by text[] default null) returns text
language plpgsql set search_path = '' as $$
declare
  saved record;
begin
  perform from public.customers c where c.id = u.customer_id for no key update;
  if not private.may_be_undone(u) then return null; end if;
  begin
    select * into saved from private.write_update(actor, channel, array(select private.reverse(i, u.customer_id, request)
      from public.update_items i where i.update_id = u.id and i.op <> 'confirm' order by i.id),
      identified_by => undo_update.identified_by, undoes => u.id);
  -- something else stands in the way: what was added as a site has numbers of its own by now, the details would be too many
  exception when sqlstate 'PT404' or sqlstate 'PT422' then return null;
  end;
  if saved.status is distinct from 'saved' and saved.status is distinct from 'repeated' then return null; end if;
  -- evidence against a value comes back with it
  update public.contact_details d set hold_reason = i.was->>'hold'
  from public.update_items i where i.update_id = u.id and i.op in ('change', 'remove') and i.was ? 'hold' and d.id = i.detail_id;
  return saved.reference;
end $$;

-- Ends the session in which an update was made, or all of that login's where it is not known which. Whoever did it signs in
-- with a new code or not at all.
create function private.end_sessions(u public.updates) returns void
language plpgsql security definer set search_path = '' as $$
declare
  made_in uuid := (select l.session_id from private.links l where l.update_id = u.id and l.session_id is not null limit 1);
begin
  if made_in is not null then delete from auth.sessions s where s.id = made_in;
  else
    -- Auth keeps addresses in lower case and finds them by an index
    delete from auth.sessions s where s.user_id in (select a.id from auth.users a join public.logins l on l.email = a.email where l.id = u.actor_login);
  end if;
end $$;

/* ---------------------------------------------------------------- by the link in its receipt */

-- What became of an update that a link objected to: {"reference"} of the update that took it back, or null where somebody
-- is looking at it.
create function private.objection_outcome(l private.links) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return case when l.used_at is not null then jsonb_build_object('reference',
    (select u.reference from public.updates u where u.customer_id = l.customer_id and u.request_id = l.id)) end;
end $$;

-- What the page shows before anybody presses: the update (its values for masking) and, once the link has acted, what came of it.
create function public.undo_link(link uuid, token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'undo');
begin
  return (select jsonb_build_object('update', private.update_json(u), 'outcome', private.objection_outcome(l))
    from public.updates u where u.id = l.update_id);
end $$;
grant execute on function public.undo_link(uuid, text) to anon, authenticated;

-- Takes the update of a receipt back where nothing was saved over it; else nothing is taken back, and all of it is for an
-- agent. Either way its session ends and an agent looks at it. Pressing twice changes nothing more.
create function public.undo_by_link(link uuid, token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'undo');
  disputed public.updates;
begin
  perform from public.customers c where c.id = l.customer_id for no key update;
  update private.links set used_at = now() where id = l.id and used_at is null;
  if not found then return; end if;
  select * into disputed from public.updates u where u.id = l.update_id;
  perform private.dispute(disputed, private.undo_update(disputed, (null, null, l.id)::private.actor, 'online', l.id));
end $$;
grant execute on function public.undo_by_link(uuid, text) to anon, authenticated;

-- Ends the session of a disputed update and opens the task; `undone_by` is the reference of what took it back, or null.
create function private.dispute(u public.updates, undone_by text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.end_sessions(u);
  perform private.open_task('update_disputed', u.customer_id, 1, jsonb_build_object('reference', u.reference, 'undoneBy', undone_by));
end $$;

/* ---------------------------------------------------------------- before its day */

-- The details for which an update still plans something.
create function private.still_planned(update_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  select m.detail_id from public.update_items i
  join private.moves m on m.detail_id = i.detail_id and m.starts_on > (select private.today())
  join public.contact_detail_values v on v.id = m.value_id and v.update_id = i.update_id
  where i.update_id = still_planned.update_id order by i.id;
$$;

-- What the page shows before anybody presses: the update, whether anything of it is still to come, and what came of the link.
create function public.stop_link(link uuid, token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'stop');
begin
  return (select jsonb_build_object('update', private.update_json(u), 'outcome', private.objection_outcome(l),
      'planned', exists (select from private.still_planned(u.id)))
    from public.updates u where u.id = l.update_id);
end $$;
grant execute on function public.stop_link(uuid, text) to anon, authenticated;

-- Takes back what an update still plans, as an update of its own; like every objection it ends the session and opens a task.
-- Where nothing is to come any more, or pressed twice, it changes nothing.
create function public.stop_by_link(link uuid, token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l private.links := private.live_link(link, token, 'stop');
  disputed public.updates;
  result jsonb;
begin
  perform from public.customers c where c.id = l.customer_id for no key update;
  if not exists (select from private.still_planned(l.update_id)) then return; end if;
  update private.links set used_at = now() where id = l.id and used_at is null;
  if not found then return; end if;
  result := private.write_one((null, null, l.id)::private.actor, 'online',
    array(select private.cancellation(l.customer_id, p, l.id) from private.still_planned(l.update_id) p));
  select * into disputed from public.updates u where u.id = l.update_id;
  perform private.dispute(disputed, result->>'reference');
end $$;
grant execute on function public.stop_by_link(uuid, text) to anon, authenticated;

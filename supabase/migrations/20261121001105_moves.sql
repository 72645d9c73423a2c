-- Changes planned for a day ahead: taken back by the customer, or by whoever holds the link in the first notice.

-- The change that takes back what is planned for a detail, as it is now.
create function private.cancellation(customer uuid, detail uuid, request uuid) returns private.detail_change
language sql stable set search_path = '' as $$
  select (customer, request, 'cancel', detail, null, null, null, null,
    (select d.version from public.contact_details d where d.id = detail and d.customer_id = customer), null, false, null)::private.detail_change;
$$;

-- Takes back what is planned for a detail: an update of its own. Returns as save_details does; "unchanged" where nothing is
-- planned (any more).
create function public.cancel_move(customer uuid, detail uuid, request uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  mine public.logins := private.act_for(customer);
begin
  if request is null then perform private.refuse('PT422', 'value_not_acceptable'); end if;
  return private.write_one((mine.id, null, null)::private.actor, 'online', array[private.cancellation(customer, detail, request)]);
end $$;
grant execute on function public.cancel_move(uuid, uuid, uuid) to authenticated;

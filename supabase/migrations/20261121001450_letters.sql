-- Letters: what waits for a printer, who prints it, the codes on paper, and receipts as their customer sees them again.

-- Who took letters to a printer; `lease_token` names the batch that they were taken in.
alter table private.outbox add column printed_by uuid references public.staff;
-- serves the page of letters
create index letters_to_print on private.outbox (created_at) where medium = 'letter' and state = 'waiting';
create index letters_of_batch on private.outbox (lease_token) where medium = 'letter' and state = 'claimed';

-- Whether a letter may be printed: it waits, and its day has come.
create function private.is_printable(o private.outbox) returns boolean
language sql stable set search_path = '' as $$
  select o.medium = 'letter' and o.state = 'waiting' and o.due_at <= now();
$$;

-- The address that a letter goes to. Letters of one customer to one address share an envelope.
create function private.address_of_letter(o private.outbox) returns jsonb
language sql stable set search_path = '' as $$
  select v.value from public.contact_detail_values v where v.id = o.to_value;
$$;

/* ---------------------------------------------------------------- the desk */

-- What waits, as envelopes, oldest first (the first hundred), how many letters there are (up to 10,000), and what is at a
-- printer: for the reader to settle, and what somebody else has left lying, for anybody to decide on.
create function public.desk_letters() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  return private.desk_head(reader) || jsonb_build_object(
    'waiting', (select count(*) from (select from private.outbox o
      where o.medium = 'letter' and o.state = 'waiting' and o.due_at <= now() limit 10000) n),
    'envelopes', private.waiting_envelopes(100),
    'batches', (select coalesce(jsonb_agg(private.batch_json(b.lease_token, reader) order by b.since), '[]')
      from (select o.lease_token, min(o.lease_until) as since from private.outbox o
        where o.medium = 'letter' and o.state = 'claimed' group by o.lease_token) b));
end $$;
grant execute on function public.desk_letters() to authenticated;

-- The first `how_many` envelopes among the oldest thousand letters: which letters, to whom, and abroad or not.
-- An envelope is named by its oldest letter.
create function private.waiting_envelopes(how_many int) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(e.envelope order by e.since, e.id), '[]') from (
    select min(o.created_at) as since, (array_agg(o.id order by o.created_at, o.id))[1] as id,
      jsonb_build_object('id', (array_agg(o.id order by o.created_at, o.id))[1], 'since', min(o.created_at),
        'accountNumber', c.account_number, 'name', private.customer_name(c.id), 'country', o.address->>'country',
        'kinds', jsonb_agg(o.kind order by o.created_at, o.id)) as envelope
    from (select o.*, private.address_of_letter(o) as address from private.outbox o
      where o.medium = 'letter' and o.state = 'waiting' and o.due_at <= now()
      order by o.created_at limit 1000) o
    join public.customers c on c.id = o.customer_id
    group by c.id, o.address order by 1, 2 limit how_many) e);
end $$;

-- A batch at a printer: whose it is, how much, until when it counts as being printed, and whether `reader` may settle it.
create function private.batch_json(batch uuid, reader public.staff) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('id', batch, 'printedBy', s.name, 'mine', s.id = reader.id, 'until', min(o.lease_until),
      'over', bool_or(o.lease_until < now()), 'letters', count(*),
      'envelopes', count(distinct (o.customer_id, private.address_of_letter(o))))
    from private.outbox o join public.staff s on s.id = o.printed_by
    where o.medium = 'letter' and o.state = 'claimed' and o.lease_token = batch group by s.id);
end $$;

-- Takes the envelopes that the `letters` belong to (at most a hundred) for the caller to print: all that waits for the
-- same customer at the same address goes in. Of two people who take the same, one gets it. What has nothing to say any
-- more is cancelled. Returns {"batch": uuid or null, "envelopes"}.
create function public.claim_letters(letters uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  printer public.staff := private.require_staff('agent', 'supervisor', 'admin');
  batch uuid := gen_random_uuid();
  taken uuid[];
begin
  if coalesce(cardinality(letters), 0) not between 1 and 100 then perform private.refuse('PT422', 'nothing_selected'); end if;
  -- A customer's letters are taken as a whole, so that no envelope is torn apart; what somebody else has in hand stays theirs.
  taken := array(select c.id from public.customers c
    where c.id in (select o.customer_id from private.outbox o where o.id = any (letters))
    order by c.id for no key update skip locked);
  update private.outbox o set state = 'claimed', attempts = o.attempts + 1, lease_token = batch, printed_by = printer.id,
    lease_until = now() + interval '2 hours', first_claimed_at = coalesce(o.first_claimed_at, now())
  where o.customer_id = any (taken) and private.is_printable(o) and private.address_of_letter(o) in (
    select private.address_of_letter(chosen) from private.outbox chosen where chosen.id = any (letters) and chosen.customer_id = o.customer_id);
  update private.outbox o set state = 'cancelled', lease_token = null, lease_until = null
  where o.lease_token = batch and o.medium = 'letter' and o.state = 'claimed' and not private.has_something_to_say(o);
  return coalesce((select jsonb_build_object('batch', b->'id', 'envelopes', b->'envelopes')
    from private.batch_json(batch, printer) b where b is not null), '{"batch": null, "envelopes": 0}');
end $$;
grant execute on function public.claim_letters(uuid[]) to authenticated;

-- Whether a letter still says something: a reminder about details that are still due, a change that is still to come, a
-- code that can still be used.
create function private.has_something_to_say(o private.outbox) returns boolean
language plpgsql stable set search_path = '' as $$
declare
  content jsonb := private.outbox_content(o);
begin
  return content->'details' is distinct from 'null' and content->'items' is distinct from '[]'
    and coalesce((content->>'open')::boolean, true);
end $$;

-- A batch for its page: what is in it, and whether the reader may print and settle it.
create function public.letter_batch(batch uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
  found_batch jsonb := private.batch_json(batch, reader);
begin
  if found_batch is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.desk_head(reader) || jsonb_build_object('batch', found_batch);
end $$;
grant execute on function public.letter_batch(uuid) to authenticated;

-- All that a batch's PDF says, envelope by envelope, for whoever took it and for a supervisor. Through our own server
-- only, which adds the codes.
create function public.letters_to_print(batch uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  reader public.staff := private.require_staff('agent', 'supervisor', 'admin');
begin
  perform private.require_server();
  perform private.require_batch(batch, reader, false);
  return (select jsonb_agg(e.envelope order by e.since, e.number) from (
    select min(o.created_at) as since, c.account_number as number, jsonb_build_object('accountNumber', c.account_number,
      'name', coalesce(private.customer_name(c.id), ''), 'address', private.address_of_letter(o), 'locale', c.locale,
      'letters', jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'locale', o.locale,
          'content', private.outbox_content(o),
          'link', (select jsonb_build_object('id', l.id, 'purpose', l.purpose) from private.links l where l.id = o.link_id))
        order by o.created_at, o.id)) as envelope
    from private.outbox o join public.customers c on c.id = o.customer_id
    where o.medium = 'letter' and o.state = 'claimed' and o.lease_token = batch
    group by c.id, private.address_of_letter(o)) e);
end $$;
grant execute on function public.letters_to_print(uuid) to authenticated;

-- Refuses whoever may not touch a batch: it is its printer's and the supervisors'. When it has lain too long, anybody may
-- say what became of it (`settling`), since nobody else will.
create function private.require_batch(batch uuid, reader public.staff, settling boolean) returns void
language plpgsql stable set search_path = '' as $$
declare
  found_batch jsonb := private.batch_json(batch, reader);
begin
  if found_batch is null then perform private.refuse('PT409', 'letters_are_settled'); end if;
  if not (found_batch->>'mine')::boolean and reader.role = 'agent' and not (settling and (found_batch->>'over')::boolean) then
    perform private.refuse('PT403', 'not_allowed');
  end if;
end $$;

-- Keeps the hashes of what a batch's letters let their holders do, as the PDF is made: [{"letter", "tokenHash", "codeHash"}].
-- They work for thirty days (a stop, until its day comes). Our own server alone may say what a code is; an agent who
-- could, would open other people's accounts.
create function public.arm_letters(batch uuid, hashes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  printer public.staff := private.require_staff('agent', 'supervisor', 'admin');
  letter record;
begin
  perform private.require_server();
  perform private.require_batch(batch, printer, false);
  for letter in
    select o.kind, o.link_id, o.activation_id as activation, h."tokenHash" as token_hash, h."codeHash" as code_hash
    from jsonb_to_recordset(hashes) as h(letter uuid, "tokenHash" text, "codeHash" text)
    join private.outbox o on o.id = h.letter and o.lease_token = batch and o.state = 'claimed' order by o.id
  loop
    update private.links l set token_hash = letter.token_hash, code_hash = letter.code_hash,
      expires_at = case l.purpose when 'stop' then l.expires_at else greatest(l.expires_at, now() + interval '30 days') end
    where l.id = letter.link_id;
    if letter.kind = 'activation_code' then perform private.arm_activation(letter.activation, letter.code_hash); end if;
  end loop;
end $$;
grant execute on function public.arm_letters(uuid, jsonb) to authenticated;

-- "Printed and sent": the letters have left, and their thirty days begin. Returns how many.
create function public.letters_sent(batch uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  printer public.staff := private.require_staff('agent', 'supervisor', 'admin');
  settled int;
begin
  perform private.require_batch(batch, printer, true);
  update private.links l set expires_at = greatest(l.expires_at, now() + interval '30 days') from private.outbox o
  where o.lease_token = batch and o.state = 'claimed' and o.medium = 'letter' and l.id = o.link_id and l.purpose <> 'stop';
  update private.outbox set state = 'sent', sent_at = now(), lease_token = null, lease_until = null
  where lease_token = batch and state = 'claimed' and medium = 'letter';
  get diagnostics settled = row_count;
  if settled = 0 then perform private.refuse('PT409', 'letters_are_settled'); end if;
  return settled;
end $$;
grant execute on function public.letters_sent(uuid) to authenticated;

-- "Not printed": the letters wait again, in their old places. Returns how many.
create function public.letters_put_back(batch uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  printer public.staff := private.require_staff('agent', 'supervisor', 'admin');
  settled int;
begin
  perform private.require_batch(batch, printer, true);
  update private.outbox set state = 'waiting', printed_by = null, lease_token = null, lease_until = null
  where lease_token = batch and state = 'claimed' and medium = 'letter';
  get diagnostics settled = row_count;
  if settled = 0 then perform private.refuse('PT409', 'letters_are_settled'); end if;
  return settled;
end $$;
grant execute on function public.letters_put_back(uuid) to authenticated;

/* ---------------------------------------------------------------- codes typed from paper */

-- The link that a typed code stands for. Thirty tries an hour from one network: a code has 58 bits, and a whole company
-- may share a network. Returns {"state": "found", "link", "purpose"}, {"state": "unknown"} or {"state": "limited", "retryAt"}.
create function public.link_by_code(code_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  retry timestamptz;
begin
  perform private.require_server();
  retry := private.count_try('typed code', private.caller_network(), 30, interval '1 hour');
  if retry is not null then return jsonb_build_object('state', 'limited', 'retryAt', retry); end if;
  return coalesce((select jsonb_build_object('state', 'found', 'link', l.id, 'purpose', l.purpose)
    from private.links l where l.code_hash = link_by_code.code_hash), '{"state": "unknown"}');
end $$;
grant execute on function public.link_by_code(text) to anon, authenticated;

/* ---------------------------------------------------------------- receipts */

-- The receipt of an update once more, for its own customer, and where a letter to them goes. An update without a receipt
-- (an import's, a bare confirmation's) has none.
create function public.account_receipt(customer uuid, reference text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.logins := private.require_login(customer);
  told public.updates;
begin
  select u.* into told from public.updates u join public.receipts r on r.update_id = u.id
  where u.customer_id = customer and u.reference = account_receipt.reference;
  if told.id is null then perform private.refuse('PT404', 'not_found'); end if;
  return private.portal_head(mine) || jsonb_build_object(
    'update', private.update_json(told, mine.id),
    'address', (select d.value from private.current_details d where d.customer_id = customer and d.kind = 'billing_address'));
end $$;
grant execute on function public.account_receipt(uuid, text) to authenticated;

-- The ground that every room stands on: privileges, the company's settings, refusals,
-- and the check that a call came through our own server.

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists pgcrypto with schema extensions;

-- `private` is never exposed by PostgREST; what must not be reachable lives here.
create schema private;
grant usage on schema private to authenticated;

-- Hosted projects differ in what they grant by default; here nothing is granted but by name.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;

/* ---------------------------------------------------------------- words */

create type public.customer_kind as enum ('person', 'company');
create type public.detail_kind as enum ('name', 'billing_address', 'shipping_address', 'phone', 'fax', 'email');
create type public.channel as enum
  ('online', 'phone', 'invoice', 'form', 'letter', 'fax', 'email', 'chat', 'in_person', 'import');
create type public.staff_role as enum ('agent', 'outreach', 'supervisor', 'admin');

/* ---------------------------------------------------------------- settings */

create table private.settings (
  only_row boolean primary key default true check (only_row),
  time_zone text not null default 'Europe/Berlin',
  default_country text not null default 'DE',
  currency text not null default 'EUR',
  server_secret_hash text,
  -- whether staff must take a second step when they sign in
  second_step_required boolean not null default false
);
alter table private.settings enable row level security;
insert into private.settings default values;

-- Takes what `kartei.config.ts` and the environment say; called at every start.
create function public.configure(settings jsonb) returns void
language sql security definer set search_path = '' as $$
  update private.settings set
    time_zone = coalesce($1->>'timeZone', time_zone),
    default_country = coalesce($1->>'defaultCountry', default_country),
    currency = coalesce($1->>'currency', currency),
    server_secret_hash = coalesce($1->>'serverSecretHash', server_secret_hash);
$$;
grant execute on function public.configure(jsonb) to service_role;

-- The company's day, which decides what is current. In plpgsql, like whatever lists call for each row: it keeps its
-- plan for the session, where a function in sql is planned anew in each statement that calls it.
create function private.today() returns date
language plpgsql stable security definer set search_path = '' as $$
begin
  return (now() at time zone (select time_zone from private.settings))::date;
end $$;
grant execute on function private.today() to authenticated;

-- The moment at which a day of the company begins.
create function private.midnight(day date) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
begin
  return day::timestamp at time zone (select time_zone from private.settings);
end $$;

/* ---------------------------------------------------------------- refusals */

-- Raises `code` (a key of the error map in app/db/errors.ts) with an HTTP status, e.g. refuse('PT403', 'not_staff').
-- Whatever counts tries returns its refusal as a value instead: a raise would undo the count.
create function private.refuse(status text, code text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = status, message = code, detail = coalesce(detail::text, '');
end $$;

-- Refuses a call that did not come through our own server, which alone knows the header's secret.
-- It keeps strangers from spending other people's tries straight at PostgREST.
create function private.require_server() returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  sent text := nullif(current_setting('request.headers', true), '')::jsonb->>'x-kartei-server';
begin
  if not coalesce(
    encode(sha256(convert_to(sent, 'utf8')), 'hex') = (select server_secret_hash from private.settings), false)
  then perform private.refuse('PT403', 'not_the_server');
  end if;
end $$;

-- The network that a call comes from, as our server names it; who calls PostgREST directly shares one.
create function private.caller_network() returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  headers jsonb := nullif(current_setting('request.headers', true), '')::jsonb;
begin
  if encode(sha256(convert_to(headers->>'x-kartei-server', 'utf8')), 'hex') = (select server_secret_hash from private.settings)
  then return coalesce(headers->>'x-kartei-network', 'unknown');
  end if;
  return 'direct';
end $$;

/* ---------------------------------------------------------------- references */

-- An id for rows of which an import makes millions: a UUID of version 7 (RFC 9562), whose beginning is the time, so that
-- new rows stand together at the end of each index instead of touching a page each. It is as unguessable as a random one.
create function private.new_id() returns uuid
language plpgsql volatile set search_path = '' as $$
begin
  return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
end $$;

create sequence private.reference_numbers;

-- A reference that a person can read out: eight of 30 characters without look-alikes (no 0 O 1 I L U),
-- the last a check character. The sequence is spread by a multiplication modulo 30^7, which is one to one
-- because 30 and the factor share no divisor; so no two are ever equal and no retry is needed.
create function private.next_reference() returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  alphabet constant text := '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  rest bigint := mod(nextval('private.reference_numbers')::numeric * 13516402951 + 7919, 21870000000)::bigint;
  digit int;
  total int := 0;
  reference text := '';
begin
  for place in 1..7 loop
    digit := (rest % 30)::int;
    rest := rest / 30;
    total := total + digit * place;
    reference := reference || substr(alphabet, digit + 1, 1);
  end loop;
  return substr(reference, 1, 4) || '-' || substr(reference, 5) || substr(alphabet, total % 30 + 1, 1);
end $$;

-- Keeps a table append-only, also for the service role and for functions that run as the owner.
create function private.refuse_rewriting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.refuse('PT403', 'history_is_append_only');
  return null;
end $$;

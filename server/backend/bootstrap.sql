-- What Kartei expects of a PostgreSQL before its migrations: the roles that requests run as, and the
-- extensions in a schema of their own. Hosted Supabase has all of it. May be run again at any time.

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  if to_regnamespace('extensions') is null then
    create schema extensions;
  end if;
end $$;

create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists citext with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists btree_gist with schema extensions;

grant usage on schema extensions to anon, authenticated, service_role;

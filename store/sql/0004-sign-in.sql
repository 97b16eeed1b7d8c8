-- What proves who signs in. Its own schema and role: nothing that reads matters can read it, and the other way round.
-- Names and places of people stand in `account` (public); here are only user names, password hashes and sessions.

create schema auth;

create table auth."user" (
  id uuid primary key,
  name text not null default '',
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text collate "C" unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth."user" is 'One row for each account that signs in, under the same id. The library asks for an address; it is <id>@account.invalid.';

create table auth.credential (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index credential_user on auth.credential (user_id, provider_id);

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  token text collate "C" not null unique,
  user_id uuid not null references auth."user" (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  post uuid
);
comment on column auth.session.post is 'The post acted from; none: as a resident.';
comment on column auth.session.ip_address is 'Kept empty: no trail of where people sign in from.';
create index session_of on auth.session (user_id);
create index session_expires on auth.session (expires_at);

create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.failure (
  name bytea primary key,
  failures integer not null,
  last timestamptz not null,
  until timestamptz,
  held boolean not null default false
);
comment on table auth.failure is 'Wrong passwords in a row, by keyed digest of the user name, whether or not there is such a user.';
comment on column auth.failure.held is 'The last attempt was refused unseen, because it came before `until`.';

do $$ begin
  if not exists (select from pg_roles where rolname = 'shanzhi_auth') then
    create role shanzhi_auth nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  -- The application takes the role on for sign-in alone; without inheritance nothing of it is there otherwise.
  if exists (select from pg_roles where rolname = 'shanzhi_app' and rolinherit) then
    alter role shanzhi_app noinherit;
  end if;
  if not exists (select from pg_auth_members where roleid = 'shanzhi_auth'::regrole and member = 'shanzhi_app'::regrole) then
    grant shanzhi_auth to shanzhi_app;
  end if;
end $$;

grant usage on schema auth to shanzhi_auth;
grant select, insert, update, delete on all tables in schema auth to shanzhi_auth;

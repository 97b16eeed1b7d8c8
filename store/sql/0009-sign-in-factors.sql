-- A second factor, and whom a government's identity provider may sign in. They stand in sign-in's own schema, which its own role alone reads.

create table auth.factor (
  account uuid primary key references auth."user" (id) on delete cascade,
  secret bytea,
  since timestamptz,
  last_step bigint not null default -1,
  pending bytea,
  pending_since timestamptz,
  check ((secret is null) = (since is null)),
  check ((pending is null) = (pending_since is null))
);
comment on table auth.factor is 'The secret of an account’s codes by time (RFC 6238), encrypted under a key derived from the site’s secret.';
comment on column auth.factor.secret is 'In force; none until a first code has proved it.';
comment on column auth.factor.last_step is 'The last half minute whose code was taken: none before or of it is taken again.';
comment on column auth.factor.pending is 'Shown, and not proved by a code yet.';

create table auth.recovery (
  account uuid not null references auth.factor (account) on delete cascade,
  digest bytea not null,
  primary key (account, digest)
);
comment on table auth.recovery is 'Keyed digests of recovery codes not used yet; one that is used goes.';

create table auth.link (
  account uuid primary key references auth."user" (id) on delete cascade,
  subject bytea not null unique,
  since timestamptz not null
);
comment on table auth.link is 'Which account an identity of the provider may sign in to.';
comment on column auth.link.subject is 'Keyed digest of issuer, claim and value: who the person is to the provider is not kept.';

alter table auth.session add column means text not null default 'password' check (means in ('password', 'sso', 'demo', 'program'));
comment on column auth.session.means is 'How the sign-in was made.';
update auth.session set means = 'program' where program is not null;

alter table auth.session add column factor boolean not null default false;
comment on column auth.session.factor is 'A second factor was shown, here or to the provider. A program has what its maker had.';

grant select, insert, update, delete on auth.factor, auth.recovery, auth.link to shanzhi_auth;

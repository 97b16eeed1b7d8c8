-- Three separated administrators, accounts opened and posts given by procedure (Art. 20.2).

alter table account add column place text collate "C" references region (code);
comment on column account.place is 'The region its work lies in, given when it was opened; none: a resident’s, or of before there was the procedure.';
create index account_place on account (place, pinyin, id) where place is not null;
create index account_pinyin on account (pinyin, id);

alter table post add column ended timestamptz;
comment on column post.ended is 'When somebody ended it before its day, or closed its account. Whoever gives by a post looks here: two servers’ clocks may differ, what was committed may not.';
comment on column post.id is 'Of a post given by the procedure: the id of its appointment.';
create index post_place on post (region, coalesce(office, ''), id);

-- A post may be ended at the very moment it begins, or before: its time is then empty.
alter table post drop constraint post_check;
alter table post add constraint post_until check (until >= since);

-- An administrator reads by that post what is public and no more; but for one who rules on what is put to their own office, which alone they reach.
update post set clearance = case kind when 'securityAdmin' then 'internal' else 'public' end where kind in ('systemAdmin', 'securityAdmin', 'auditor');
alter table post add constraint post_administrator check (kind not in ('systemAdmin', 'securityAdmin', 'auditor') or clearance = case kind when 'securityAdmin' then 'internal' else 'public' end);
alter table post add constraint post_access check (split_part(office, '/', 2) <> 'access' or kind in ('systemAdmin', 'securityAdmin'));

-- No account holds two kinds of administrator at one time, whoever writes. The account's row is the lock: of two that come at once the
-- second waits and then sees the first. As the owner, so that what the writer may not see counts too.
create function post_one_administrator() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.kind not in ('systemAdmin', 'securityAdmin', 'auditor') then
    return new;
  end if;
  perform 1 from account where id = new.account for no key update;
  if exists (select from post p where p.account = new.account and p.id <> new.id and p.kind <> new.kind
      and p.kind in ('systemAdmin', 'securityAdmin', 'auditor') and tstzrange(p.since, p.until) && tstzrange(new.since, new.until)) then
    raise exclusion_violation using message = 'an account holds one kind of administrator at a time', constraint = 'post_one_administrator';
  end if;
  return new;
end $$;
create trigger post_one_administrator before insert or update of account, kind, since, until on post
  for each row execute function post_one_administrator();

-- Accounts of a place are known to who works there, also before they hold a post, and to those who administer them.
create policy account_administered on account for select to shanzhi_app using (
  place >= (select app_from()) and place < (select app_before())
  and ((select app_works_here()) or ((select app_acts()) and (select split_part(app_office(), '/', 2)) = 'access')));

create table auth.invitation (
  account uuid primary key references auth."user" (id) on delete cascade,
  act integer not null,
  digest bytea not null unique,
  until timestamptz not null
);
comment on table auth.invitation is 'A code by which a person sets their first password, or a new one. The code itself was shown once and is kept nowhere.';
comment on column auth.invitation.act is 'The entry of the account’s matter that it was made for: one code for each.';
grant select, insert, update, delete on auth.invitation to shanzhi_auth;

-- What the register does to sign-in, in the transaction of the step itself. The application's role sees nothing of that schema; only the
-- platform's own part of a step may call these.
create function sign_in_opens(of_account uuid, user_name text) returns boolean volatile security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'accounts are opened by procedure';
  end if;
  insert into auth."user" (id, email, username) values (of_account, of_account::text || '@account.invalid', user_name) on conflict do nothing;
  return found;
end $$;

-- `whole`: the account is closed and the user name is free again; else only what proves its holder goes, and every sign-in with it.
create function sign_in_ends(of_account uuid, whole boolean) returns void volatile security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'accounts are closed by procedure';
  end if;
  delete from auth.session where user_id = of_account;
  delete from auth.invitation where account = of_account;
  if whole then
    delete from auth."user" where id = of_account;
  else
    delete from auth.credential where user_id = of_account;
  end if;
end $$;

revoke execute on function sign_in_opens(uuid, text), sign_in_ends(uuid, boolean) from public;
grant execute on function sign_in_opens(uuid, text), sign_in_ends(uuid, boolean) to shanzhi_app;

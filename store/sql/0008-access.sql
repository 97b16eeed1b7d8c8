-- Graded, authorised access (Art. 20.2). What is internal of a matter stands in a row of its own, which only who reads it is given; what is
-- above internal is given out sealed, and only to a reading that was entered in the log first; grants open one matter or register for a time.

create function app_post() returns uuid stable parallel safe language sql return app_setting(7)::uuid;
create function app_has_grants() returns boolean stable parallel safe language sql return app_setting(8) = 'on';
-- Whether the reader's post is cleared for what is internal; and the rank of a class, as in kernel/post.ts.
create function app_cleared() returns boolean stable parallel safe language sql return app_setting(5) is distinct from 'public';
create function app_rank(class text) returns integer immutable parallel safe language sql
  return array_position(array['public', 'internal', 'sensitive', 'confidential'], class);
-- The auditor: sees an area and changes nothing.
create function app_audits() returns boolean stable parallel safe language sql return app_reach() = 'region' and app_acts() is not true;

create table matter_internal (
  county text collate "C" not null,
  id uuid not null,
  region text collate "C" not null,
  holder_office text collate "C",
  title text not null,
  facts jsonb not null,
  primary key (id, county)
);
comment on table matter_internal is 'What is internal of a matter. In `matter` itself it stands masked, for whoever sees the matter and no more.';
comment on column matter_internal.region is 'As in `matter`, so that a policy asks no other table about each row.';

create table access_grant (
  county text collate "C" not null,
  id uuid not null,
  account uuid not null,
  post uuid not null,
  target uuid,
  register text collate "C",
  region text collate "C",
  class text collate "C" not null check (class in ('internal', 'sensitive', 'confidential')),
  facts text[],
  emergency boolean not null default false,
  since timestamptz not null,
  until timestamptz not null check (until > since),
  ended timestamptz,
  primary key (county, id),
  check (num_nonnulls(target, register) = 1),
  check ((register is null) = (region is null))
);
comment on table access_grant is 'Leave to read above a clearance or outside a region, from one post, for a time. Its purpose and who gave it stand in the matter of its id.';
comment on column access_grant.target is 'The matter it opens.';
comment on column access_grant.facts is 'The facts it opens above internal; none: all of its class.';
comment on column access_grant.until is 'The instant from which it opens nothing, whether or not anybody ended it.';
create index access_grant_of on access_grant (account, until);

create table access_log (
  county text collate "C" not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  account uuid not null,
  post uuid,
  office text collate "C",
  kind text collate "C" not null,
  purpose text collate "C" not null check (purpose in ('duty', 'grant', 'emergency')),
  grant_id uuid,
  matter uuid,
  register text collate "C",
  region text collate "C" not null,
  facts text[] not null,
  people integer not null default 1,
  xact xid8 not null,
  mac bytea not null,
  primary key (county, id),
  check (num_nonnulls(matter, register) = 1),
  check ((purpose = 'duty') = (grant_id is null))
);
comment on table access_log is 'Each reading of what is above internal, or under a grant: written before the values are given out, in the same transaction, and by nobody changed.';
comment on column access_log.people is 'How many people the page was about.';
comment on column access_log.xact is 'The transaction it was written in: it opens values to that one alone.';
comment on column access_log.mac is 'A keyed digest of the row, so that one changed or invented by who only writes to the database is found.';
create index access_log_matter on access_log (county, matter, at desc) where matter is not null;
create index access_log_account on access_log (account, at desc);
create index access_log_region on access_log (county, region, at desc);
create index access_log_at on access_log (county, at);

create table access_deferral (
  county text collate "C" not null,
  id uuid not null,
  target uuid not null,
  account uuid,
  since timestamptz not null,
  until timestamptz not null check (until > since),
  ended timestamptz,
  primary key (county, id)
);
comment on table access_deferral is 'Showing readings of a matter to the person is put off for a stated investigation, by another’s decision, until a day. Grounds stand in the matter of its id.';
comment on column access_deferral.account is 'Whose readings; none: everybody’s.';
create index access_deferral_target on access_deferral (target);

-- A file belongs to the fact that names it, and is of its class. `opening`: given by whoever opened the matter, whose own it stays.
alter table file add column fact text collate "C", add column class text collate "C" not null default 'internal', add column opening boolean not null default false;

-- Matters kept until now: all that was internal then belongs to `request`; what reference-change holds is public.
do $$
declare
  inner_facts constant text[] := array['text', 'categoryReason', 'spot', 'point', 'photos', 'anonymous', 'supplement', 'route', 'dispatchReason', 'recallReason', 'returnReason', 'returnClause',
    'proposedOffice', 'ruling', 'colleague', 'progress', 'evidence', 'result', 'whyNot', 'whereTo', 'resolvedBy', 'verifyNote', 'reopenReason', 'ratingNote', 'revisitNote', 'main',
    'withdrawReason', 'handUpReason', 'urging', 'order', 'orderAnswer', 'extraDays', 'extensionBy', 'extensionGrounds', 'extensionAnswer', 'stopGrounds', 'stopNote'];
  texts constant text[] := array['text', 'categoryReason', 'spot', 'supplement', 'route', 'dispatchReason', 'recallReason', 'returnReason', 'returnClause', 'ruling', 'progress', 'result', 'whyNot',
    'whereTo', 'verifyNote', 'reopenReason', 'ratingNote', 'revisitNote', 'withdrawReason', 'handUpReason', 'urging', 'order', 'orderAnswer', 'extensionGrounds', 'extensionAnswer', 'stopNote'];
begin
  create function pg_temp.long(told text) returns text immutable language sql as $f$
    select case when told = '' then '' when char_length(told) <= 10 then '…(≤10)' when char_length(told) <= 50 then '…(≤50)' when char_length(told) <= 200 then '…(≤200)'
      when char_length(told) <= 1000 then '…(≤1000)' else '…(>1000)' end $f$;
  insert into matter_internal (county, id, region, holder_office, title, facts)
    select county, id, region, holder_office, title, coalesce((select jsonb_object_agg(key, value) from jsonb_each(facts) where procedure = 'request' and key = any (inner_facts)), '{}') from matter;
  update matter set title = pg_temp.long(title), facts = facts || coalesce((select jsonb_object_agg(key, case when key = any (texts) then to_jsonb(pg_temp.long(value #>> '{}'))
      when key in ('photos', 'evidence') then to_jsonb(jsonb_array_length(value)) else to_jsonb('***'::text) end) from jsonb_each(facts) where key = any (inner_facts)), '{}')
    where procedure = 'request';
  drop function pg_temp.long(text);
end $$;

grant select, insert, update on matter_internal to shanzhi_app;
grant select, insert, update on access_grant, access_deferral to shanzhi_app;
grant select, insert on access_log to shanzhi_app;

-- Values and salts are given out by `app_open` and `app_sealed` alone.
revoke select on sealed from shanzhi_app;
grant select (county, matter, seq, fact, class, masked, erased) on sealed to shanzhi_app;

do $$
declare name text;
begin
  foreach name in array array['matter_internal', 'access_grant', 'access_log', 'access_deferral'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)', name || '_owner', name);
  end loop;
end $$;

-- Nobody changes the log, not the owner of the tables either; what is older than the law asks to keep goes by `app_forget_log`.
create function access_log_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' and not exists (select from public.access_log) then
    return null;
  end if;
  -- Cybersecurity Law, Art. 21: kept for six months at least.
  if tg_op = 'DELETE' and old.at < now() - interval '6 months' then
    return old;
  end if;
  raise insufficient_privilege using message = 'the log of readings is not changed';
end $$;
-- Whatever the writer says: it opens values to the very transaction it is written in, and to none to come.
create function access_log_now() returns trigger language plpgsql as $$
begin
  new.xact := pg_current_xact_id();
  return new;
end $$;
create trigger access_log_now before insert on access_log for each row execute function access_log_now();
create trigger access_log_stays before update or delete on access_log for each row execute function access_log_stays();
create trigger access_log_whole before truncate on access_log for each statement execute function access_log_stays();

-- Whether the matter is the reader's own: they opened it, or it is about them.
create function app_owns(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account() and p.role in ('reporter', 'applicant'));
end $$;

-- Whether the reader reaches a matter: by their area, their office or having to do with it, as the policy on `matter` says, but not because
-- anybody may read what is public of it.
create function app_reaches(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.matter m where m.county = of_county and m.id = of_matter and (
    (public.app_reach() = 'region' and m.region >= public.app_from() and m.region < public.app_before())
    or m.holder_office = public.app_office() or public.app_takes_part(m.county, m.id)));
end $$;

-- The matters that grants open to the reader's post just now, and what one of them opens.
create function app_granted() returns uuid[] stable security definer language plpgsql as $$
begin
  return array(select g.target from public.access_grant g
    where g.account = public.app_account() and g.post = public.app_post() and g.target is not null and g.since <= now() and g.until > now() and g.ended is null);
end $$;
create function app_granted_internal() returns uuid[] stable security definer language plpgsql as $$
begin
  return array(select g.target from public.access_grant g
    where g.account = public.app_account() and g.post = public.app_post() and g.target is not null and g.facts is null and g.since <= now() and g.until > now() and g.ended is null);
end $$;
-- Whether a grant opens a fact of a class to the reader's post.
create function app_grants(of_matter uuid, of_class text, of_fact text) returns boolean stable security definer language plpgsql as $$
begin
  return public.app_has_grants() and exists (select from public.access_grant g
    where g.account = public.app_account() and g.post = public.app_post() and g.target = of_matter and g.since <= now() and g.until > now() and g.ended is null
      and public.app_rank(of_class) <= public.app_rank(g.class) and (g.facts is null or of_fact = any (g.facts)));
end $$;

-- The villages whose register stands open to the reader's post under a grant.
create function app_granted_villages(of_register text) returns text[] stable security definer language plpgsql as $$
begin
  return array(select r.code from public.access_grant g join public.region r on r.code >= g.region and r.code < g.region || ':' and r.level = 'village'
    where g.account = public.app_account() and g.post = public.app_post() and g.register = of_register and g.since <= now() and g.until > now() and g.ended is null);
end $$;

-- The sealed values of a matter that its reader is given: of classes they are cleared for where they reach the matter, their own, and what a
-- grant opens. Above internal only those facts that a row of the log of this very transaction names, but for one's own.
create function app_open(of_county text, of_matter uuid) returns table (seq integer, fact text, value bytea) stable security definer language plpgsql as $$
declare
  all_of_it constant boolean := public.app_reach() = 'all';
  own constant boolean := public.app_owns(of_county, of_matter);
  reach constant boolean := public.app_reaches(of_county, of_matter);
  cleared constant integer := public.app_rank(public.app_clearance());
  logged constant text[] := array(select unnest(l.facts) from public.access_log l
    where l.county = of_county and l.matter = of_matter and l.account = public.app_account() and l.xact = pg_current_xact_id());
begin
  return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
    and (all_of_it or (own and (s.seq = 1 or s.class = 'internal'))
      or ((s.class in ('public', 'internal') or s.fact = any (logged))
        and ((reach and public.app_rank(s.class) <= cleared) or public.app_grants(of_matter, s.class, s.fact))));
end $$;

-- Which matter a number names, for who asks leave to read it and does not see it yet: where it lies, and no more.
create function app_numbered(of_number text) returns table (id uuid, region text, procedure text, version text) stable security definer language plpgsql as $$
begin
  if public.app_acts() is not true or public.app_post() is null then
    return;
  end if;
  return query select m.id, m.region::text, m.procedure::text, m.version::text from public.matter m where m.county = split_part(of_number, '-', 1) and m.number = of_number;
end $$;

-- Binds files that the actor gave to a matter and the fact that names them; from then on a file names no giver. Returns their types. It runs as
-- the owner: whoever acts may not read again what they gave (a file of a class above theirs).
create function app_bind_files(of_county text, of_matter uuid, ids uuid[], of_fact text, of_class text, at_opening boolean) returns table (type text) volatile security definer language plpgsql as $$
begin
  if public.app_acts() is not true then
    raise insufficient_privilege using message = 'who only reads gives no files';
  end if;
  return query update public.file f set county = of_county, matter = of_matter, account = null, fact = of_fact, class = of_class, opening = at_opening
    where f.id = any (ids) and f.matter is null and f.account = public.app_account() returning f.type;
end $$;
revoke update on file from shanzhi_app;

-- Every sealed value of a range of matters, for the platform alone: to hold them against their entries.
create function app_sealed(of_county text, after_matter uuid, last_matter uuid) returns setof sealed stable security definer language plpgsql as $$
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'sealed values are given out one matter at a time';
  end if;
  return query select * from public.sealed s where s.county = of_county and s.matter > after_matter and s.matter <= last_matter order by s.matter, s.seq, s.fact;
end $$;

-- Whether showing a reading of a matter to the person is put off just now.
create function app_deferred(of_matter uuid, of_account uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.access_deferral d where d.target = of_matter and (d.account is null or d.account = of_account) and d.since <= now() and d.until > now() and d.ended is null);
end $$;

-- Rows of the log from before an instant go; the law asks for six months at least, and the trigger holds to it.
create function app_forget_log(of_county text, before timestamptz) returns integer volatile security definer language plpgsql as $$
declare gone integer;
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'only the platform forgets what the rules let go';
  end if;
  delete from public.access_log l where l.county = of_county and l.at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Whether the reader is given what is internal of a matter: asked as who reads, so that the policy answers.
create function app_sees_internal(of_county text, of_matter uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.matter_internal i where i.county = of_county and i.id = of_matter);
end $$;

drop policy household_select on household;
drop policy person_select on person;
drop policy precedent_select on precedent;
drop policy precedent_insert on precedent;

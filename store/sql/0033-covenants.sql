-- Covenants that villages give themselves, and what stays within a village (Art. 26).

-- What is confined to its village: no post above it, no program and no grant reaches it (`confined` of its procedure, decision 35).
alter table matter add column confined boolean not null default false;
alter table matter_internal add column confined boolean not null default false;
comment on column matter.confined is 'Open to the village’s own committee and to the people who take part, and to nobody else.';

-- Whether what is confined stands open to the reader: a member of the committee of that very village, or one who takes part in person.
create function app_stays(of_county text, of_matter uuid, of_region text) returns boolean stable security definer language plpgsql as $$
begin
  return public.app_reach() = 'all' or (public.app_setting(9) is distinct from 'on' and (
    (public.app_office() = left(of_region, 12) || '/committee' and exists (select from public.post p where p.id = public.app_post() and p.account = public.app_account() and p.kind = 'committee'))
    or exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account())));
end $$;

create function app_confined(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.matter m where m.county = of_county and m.id = of_matter and m.confined);
end $$;

create or replace function app_owns(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account() and p.role in ('reporter', 'applicant', 'person'));
end $$;

-- As before; what is confined is given whole to whom it stands open to, once the log names what they read, and to nobody under a grant.
create or replace function app_open(of_county text, of_matter uuid) returns table (seq integer, fact text, value bytea) stable security definer language plpgsql as $$
declare
  all_of_it constant boolean := public.app_reach() = 'all';
  own constant boolean := public.app_owns(of_county, of_matter);
  inside constant boolean := public.app_confined(of_county, of_matter);
  reach constant boolean := public.app_reaches(of_county, of_matter);
  cleared constant integer := public.app_rank(public.app_clearance());
  logged constant text[] := array(select unnest(l.facts) from public.access_log l
    where l.county = of_county and l.matter = of_matter and l.account = public.app_account() and l.xact = pg_current_xact_id());
  stays boolean;
begin
  if inside then
    select public.app_stays(m.county, m.id, m.region) into stays from public.matter m where m.county = of_county and m.id = of_matter;
    return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
      and (all_of_it or (stays and (own or s.class in ('public', 'internal') or s.fact = any (logged))));
    return;
  end if;
  return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
    and (all_of_it or (own and (s.seq = 1 or s.class = 'internal'))
      or ((s.class in ('public', 'internal') or s.fact = any (logged))
        and ((reach and public.app_rank(s.class) <= cleared) or public.app_grants(of_matter, s.class, s.fact))));
end $$;

-- No leave is asked to read what no leave opens.
create or replace function app_numbered(of_number text) returns table (id uuid, region text, procedure text, version text) stable security definer language plpgsql as $$
begin
  if public.app_acts() is not true or public.app_post() is null then
    return;
  end if;
  return query select m.id, m.region::text, m.procedure::text, m.version::text from public.matter m where m.county = split_part(of_number, '-', 1) and m.number = of_number and not m.confined;
end $$;

create table covenant (
  county text collate "C" not null,
  version uuid not null,
  village text collate "C" not null,
  number integer not null check (number > 0),
  title text not null,
  since date not null,
  until date check (until >= since),
  passed date not null,
  resolution uuid not null,
  primary key (county, version),
  unique (county, village, number)
);
comment on table covenant is 'Versions of a village’s covenant. One is in force from `since` until the next; two adopted at the same moment can’t both stand.';
comment on column covenant.version is 'The matter of the procedure covenant that carried it.';
comment on column covenant.until is 'First day no longer in force; null: no later version is adopted.';
comment on column covenant.resolution is 'The matter whose vote adopted it.';
create unique index covenant_last on covenant (county, village) where until is null;

create table covenant_clause (
  county text collate "C" not null,
  version uuid not null,
  number text not null,
  place integer not null,
  text text not null,
  kind text collate "C" not null check (kind in ('duty', 'ban', 'reward', 'penalty')),
  consequence text collate "C",
  points integer check (points > 0),
  concerns text collate "C",
  primary key (county, version, number),
  foreign key (county, version) references covenant
);
comment on column covenant_clause.consequence is 'What follows, of those that a village may attach; none: the clause asks or praises and attaches nothing.';
comment on column covenant_clause.points is 'Points of the household’s book that follow, given or taken by the points procedures alone.';
comment on column covenant_clause.concerns is 'Numbers of the clauses whose keeping or breaking it answers, with 、 between them.';

do $$ declare t text; begin
  foreach t in array array['covenant', 'covenant_clause'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
    -- A covenant is published: whoever asks may read it.
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null)', t || '_select', t);
  end loop;
end $$;

create table integrity_entry (
  county text collate "C" not null,
  matter uuid not null,
  village text collate "C" not null,
  account uuid references account (id),
  covenant uuid not null,
  clause text not null,
  direction text collate "C" not null check (direction in ('keeps', 'breaks')),
  measure text collate "C" not null,
  since date not null,
  until date not null check (until > since),
  ended date,
  why text collate "C" check (why in ('expired', 'removed')),
  primary key (county, matter),
  foreign key (county, covenant, clause) references covenant_clause (county, version, number)
);
create index integrity_entry_account on integrity_entry (account) where account is not null;
create index integrity_entry_village on integrity_entry (county, village);
comment on table integrity_entry is 'The integrity file (Art. 26.2): one row for each evaluation that was entered. It names nobody; who it is about stands sealed in its matter, and the account where there is one. No total is kept and none computed.';
comment on column integrity_entry.matter is 'The matter of the procedure credit-review that decided it.';
comment on column integrity_entry.until is 'Last legal day on which it counts.';
grant select, insert, update on integrity_entry to shanzhi_app;
alter table integrity_entry enable row level security;
alter table integrity_entry force row level security;
do $$ begin
  execute 'create policy integrity_entry_owner on integrity_entry to current_user using (true) with check (true)';
end $$;
-- Nobody outside the village: the person, and the members of its committee.
create policy integrity_entry_select on integrity_entry for select to shanzhi_app using (app_stays(county, matter, village));
create policy integrity_entry_insert on integrity_entry for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy integrity_entry_update on integrity_entry for update to shanzhi_app using ((select app_reach()) = 'all') with check ((select app_reach()) = 'all');

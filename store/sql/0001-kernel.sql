-- Matters and what hangs on them. `county` is the county of registration, never changes and stands first in every key.
-- Text keys compare by byte (COLLATE "C"). Instants are timestamptz.

-- Who is asking: one transaction-local setting `account|office|region|reach|clearance|acts`, so that a step opens with a single
-- SET. Empty reads as null, so an unset scope sees nothing.
create function app_setting(place integer) returns text stable parallel safe language sql
  return nullif(split_part(current_setting('app.who', true), '|', place), '');
create function app_account() returns uuid stable parallel safe language sql return app_setting(1)::uuid;
create function app_office() returns text stable parallel safe language sql return app_setting(2);
create function app_from() returns text stable parallel safe language sql return app_setting(3);
create function app_before() returns text stable parallel safe language sql return app_setting(3) || ':';
create function app_reach() returns text stable parallel safe language sql return app_setting(4);
create function app_clearance() returns text stable parallel safe language sql return app_setting(5);
create function app_acts() returns boolean stable parallel safe language sql return app_setting(6) = 'on';

create sequence matter_number;

create table matter (
  county text collate "C" not null,
  id uuid not null,
  number text collate "C" not null,
  procedure text collate "C" not null,
  version date not null,
  region text collate "C" not null,
  township text collate "C" not null generated always as (substr(region, 1, 9)) stored,
  stage text collate "C" not null,
  title text not null,
  holder_office text collate "C",
  holder_account uuid,
  opened timestamptz not null,
  updated timestamptz not null,
  -- 'infinity' where no clock runs, so that keyset paging compares rows without nulls.
  due timestamptz not null,
  late boolean not null default false,
  open boolean not null default true,
  published boolean not null default false,
  seq integer not null,
  facts jsonb not null,
  clocks jsonb not null,
  -- Parties and links as all who see the matter may see them; hidden parties stand in `party` alone.
  parties jsonb not null default '[]',
  links jsonb not null default '[]',
  head bytea not null,
  -- The id first: a matter is asked for by its id alone, which behind the county took a look at every key (3 ms of 100,000).
  primary key (id, county)
);
create unique index matter_number_key on matter (county, number);
-- The queues: open matters by what is due first, of an office, of a person, of a region.
create index matter_office_due on matter (county, holder_office, due, id) where open;
create index matter_mine_due on matter (holder_account, due, id) where open;
create index matter_township_due on matter (county, township, due, id) where open;
create index matter_region_due on matter (county, region, due, id) where open;
create index matter_due on matter (county, due, id) where open;
create index matter_region_opened on matter (county, region, opened desc, id);

create table party (
  county text collate "C" not null,
  matter uuid not null,
  role text collate "C" not null,
  account uuid,
  office text collate "C",
  hidden boolean not null default false,
  since timestamptz not null,
  check (num_nonnulls(account, office) = 1),
  foreign key (county, matter) references matter (county, id)
);
create unique index party_key on party (county, matter, role, coalesce(account::text, office));
create index party_account on party (account, since desc, matter) where account is not null;
create index party_office on party (county, office, since desc, matter) where office is not null;

create table entry (
  county text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  step text collate "C" not null,
  -- A keyed digest of account and act id: repeats are found, an anonymous reporter is not.
  act bytea not null,
  given bytea not null,
  actor jsonb not null,
  stage text collate "C" not null,
  version date not null,
  outcome jsonb not null,
  prev bytea not null,
  hash bytea not null,
  primary key (county, matter, seq),
  foreign key (county, matter) references matter (county, id)
);
-- The act first, so that a repeat is found in whichever county it was taken.
create unique index entry_act on entry (act, county);

-- Values above public, one row for each time one was given. Lawful erasure empties value and salt; the digest stays in the entry.
create table sealed (
  county text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  fact text collate "C" not null,
  class text collate "C" not null,
  value bytea,
  salt bytea,
  masked jsonb not null,
  erased timestamptz,
  -- No foreign key: checked a row at a time it costs a tenth of a step, and `verify` holds every value against its entry.
  primary key (county, matter, seq, fact)
);

-- Legal clocks that run. A row goes when its clock ends, stops or has fired; the matter keeps the clock itself.
create table deadline (
  county text collate "C" not null,
  matter uuid not null,
  clock text collate "C" not null,
  id uuid not null,
  due timestamptz not null,
  provisional boolean not null,
  step text collate "C" not null,
  attempts integer not null default 0,
  not_before timestamptz,
  primary key (county, matter, clock),
  foreign key (county, matter) references matter (county, id)
);
create index deadline_due on deadline (coalesce(not_before, due), county, matter);
create index deadline_provisional on deadline (due) where provisional;

create table link (
  county text collate "C" not null,
  matter uuid not null,
  kind text collate "C" not null,
  other uuid not null,
  primary key (county, matter, kind, other),
  foreign key (county, matter) references matter (county, id)
);
create index link_other on link (county, other, kind);

-- Search words and filterable facts as rows: only plain comparison may use an index under row-level security.
create table matter_term (
  county text collate "C" not null,
  term text collate "C" not null,
  opened timestamptz not null,
  matter uuid not null,
  primary key (county, term, opened, matter)
);

-- Counts that boards read: signed deltas, for whose rows nobody waits, moved from time to time into sums.
create table tally (
  county text collate "C" not null,
  region text collate "C" not null,
  procedure text collate "C" not null,
  measure text collate "C" not null,
  month date not null,
  n integer not null
);
create index tally_region on tally (county, procedure, region);

-- Deltas summed by place at each level that a board shows: `level` is the length of its codes, 15 the place itself. A city's board of a year
-- reads some hundred rows here; from the villages' own it would read two hundred thousand.
create table tally_sum (
  county text collate "C" not null,
  procedure text collate "C" not null,
  level smallint not null,
  region text collate "C" not null,
  measure text collate "C" not null,
  month date not null,
  n integer not null,
  primary key (county, procedure, level, region, measure, month)
);

create table notice (
  id uuid not null primary key,
  county text collate "C" not null,
  account uuid not null,
  matter uuid,
  at timestamptz not null,
  words jsonb not null,
  read_at timestamptz
);
create index notice_account on notice (account, at desc, id);
create index notice_unread on notice (account) where read_at is null;

-- A file is bound to one matter by the act that names it; until then only its giver sees it.
create table file (
  id uuid not null primary key,
  county text collate "C",
  matter uuid,
  account uuid,
  name text not null,
  type text not null,
  bytes integer not null,
  digest bytea not null,
  given timestamptz not null,
  erased timestamptz,
  foreign key (county, matter) references matter (county, id)
);
create index file_matter on file (county, matter) where matter is not null;
create index file_unbound on file (given) where matter is null;

-- Whether the reader takes part in a matter. It runs as the owner, so that the policy on `matter` may ask about parties
-- and the policy on parties about matters without going in circles.
-- In PL/pgSQL because its plan is kept for the session; as an SQL function it was planned anew in each statement.
create function app_takes_part(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.party p
    where p.county = of_county and p.matter = of_matter and (p.account = public.app_account() or p.office = public.app_office()));
end $$;

-- Whether the reader sees a matter, for the policies of its children: asked as who reads, so that the policy on `matter` answers.
-- In PL/pgSQL for the same reason: written out in each policy, that policy was set up anew up to nine times a statement.
create function app_sees(of_county text, of_matter uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.matter m where m.county = of_county and m.id = of_matter);
end $$;

-- Writes notices for an audience. It runs as the owner: whoever acts may reach people it can't see (an anonymous reporter).
-- orders: [{ to: { party | account | office, kinds | posts, region }, words }]
create function app_notify(of_county text, of_matter uuid, happened timestamptz, except_account uuid, orders jsonb) returns void
  volatile security definer language plpgsql as $$
declare
  audience jsonb;
  reached uuid[];
  told uuid[] := array[except_account];
begin
  if public.app_acts() is not true then
    raise insufficient_privilege using message = 'who only reads sends no notices';
  end if;
  for i in 0 .. jsonb_array_length(orders) - 1 loop
    audience := orders -> i -> 'to';
    if audience ? 'party' then
      reached := array(select p.account from public.party p
        where p.county = of_county and p.matter = of_matter and p.role = audience ->> 'party' and p.account is not null);
    elsif audience ? 'office' then
      reached := array(select p.account from public.post p where p.office = audience ->> 'office' and (p.until is null or p.until > happened)
        and (not audience ? 'kinds' or audience -> 'kinds' ? p.kind));
    elsif audience ? 'posts' then
      reached := array(select p.account from public.post p
        where p.kind = audience ->> 'posts' and p.region = audience ->> 'region' and (p.until is null or p.until > happened));
    else
      reached := array[(audience ->> 'account')::uuid];
    end if;
    insert into public.notice (id, county, account, matter, at, words)
    select gen_random_uuid(), of_county, r.account, of_matter, happened, orders -> i -> 'words'
    from unnest(reached) r(account) where array_position(told, r.account) is null group by r.account;
    told := told || reached;
  end loop;
end $$;

do $$ begin
  if not exists (select from pg_roles where rolname = 'shanzhi_app') then
    create role shanzhi_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;

grant usage on schema public to shanzhi_app;
grant usage on sequence matter_number to shanzhi_app;
grant select, insert, update on matter, notice, file to shanzhi_app;
grant select, insert on party, entry, sealed to shanzhi_app;
grant select, insert, update, delete on deadline to shanzhi_app;
grant select, insert, delete on link, tally, matter_term to shanzhi_app;
grant delete on file to shanzhi_app;
-- Locking rows on the way to folding them asks for the right to update; no policy lets an update through but the platform's.
grant update on tally to shanzhi_app;
grant select, insert, update on tally_sum to shanzhi_app;

-- The owner carries out migrations and the two functions above; nobody signs in as it.
do $$
declare name text;
begin
  foreach name in array array['matter', 'party', 'entry', 'sealed', 'deadline', 'link', 'matter_term', 'tally', 'tally_sum', 'notice', 'file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)', name || '_owner', name);
  end loop;
end $$;

-- Registers: the tree of regions, offices, who holds which post in them, the people and households of a village, and the reference
-- data that routing reads. Everything is dated and nothing is deleted: what ends gets an `until`, the first moment it no longer holds.

create table region (
  code text collate "C" not null primary key,
  level text collate "C" not null generated always as
    (case length(code) when 4 then 'city' when 6 then 'county' when 9 then 'township' when 12 then 'village' when 15 then 'grid' end) stored,
  parent text collate "C" generated always as
    (case length(code) when 6 then left(code, 4) when 9 then left(code, 6) when 12 then left(code, 9) when 15 then left(code, 12) end) stored
    references region (code),
  listed text not null check (listed <> ''),
  name text not null check (name <> '' and char_length(name) <= 50),
  kind text collate "C" not null
    check (kind in ('city', 'district', 'county', 'street', 'town', 'township', 'residents', 'village', 'grid', 'zone')),
  pinyin text collate "C" not null,
  since date not null,
  until date check (until > since),
  check (code ~ '^[0-9]+$')
);
comment on table region is 'City, counties, townships, villages and grids; a descendant’s code begins with its ancestor’s.';
comment on column region.listed is 'The name as the official list writes it (东关村委会).';
comment on column region.name is 'The plain name (东关村). Names repeat: show the full path.';
comment on column region.kind is 'zone: an industrial park or the like, listed for statistics; it has no committee of its own.';
comment on column region.pinyin is 'Reading in syllables, by which names sort.';
comment on column region.since is 'Legal day from which the list holds it.';
create index region_parent on region (parent);

create table region_successor (
  code text collate "C" not null references region (code),
  successor text collate "C" not null references region (code),
  since date not null,
  primary key (code, successor),
  check (code <> successor)
);
comment on table region_successor is 'What became of a region that ended: one row where renamed or merged, several where divided.';
create index region_successor_other on region_successor (successor);

create table office (
  code text collate "C" not null primary key,
  region text collate "C" not null generated always as (split_part(code, '/', 1)) stored references region (code),
  kind text collate "C" not null generated always as (split_part(code, '/', 2)) stored,
  zh text not null check (zh <> ''),
  en text not null check (en <> ''),
  superior text collate "C" references office (code),
  since date not null,
  until date check (until > since),
  check (code ~ '^[0-9]{4,15}/[a-zA-Z][a-zA-Z0-9-]{0,39}$'),
  check (superior <> code)
);
comment on table office is 'Bodies that answer for a region, named by region and kind: 630202/transport.';
comment on column office.superior is 'The office of the same line one level up; for a township the county’s government. A committee has none: it is guided, not led.';
create index office_region on office (region);
create index office_superior on office (superior) where superior is not null;

-- Distributed by county: every key begins with it.
create table household (
  county text collate "C" not null,
  id uuid not null,
  village text collate "C" not null references region (code),
  team text,
  address text not null,
  invented boolean not null default false,
  primary key (county, id),
  check (county = left(village, 6))
);
comment on table household is '户: the unit of points and of many village votes.';
comment on column household.team is 'The village team (社) or building it belongs to.';
create index household_village on household (village, address collate "C");

create table person (
  county text collate "C" not null,
  id uuid not null,
  village text collate "C" not null references region (code),
  household uuid,
  name text not null check (name <> '' and char_length(name) <= 50),
  pinyin text collate "C" not null,
  born_decade smallint check (born_decade % 10 = 0 and born_decade between 1900 and 2200),
  invented boolean not null default false,
  primary key (county, id),
  foreign key (county, household) references household (county, id),
  check (county = left(village, 6))
);
comment on table person is 'Who lives in a village: a name, a household and, where a service needs it, the decade of birth. No ethnicity, no faith, ever.';
create index person_village on person (village, pinyin);
create index person_household on person (county, household);

create table account (
  id uuid not null primary key,
  name text not null check (name <> '' and char_length(name) <= 50),
  pinyin text collate "C" not null,
  home text collate "C" references region (code),
  person uuid,
  phone bytea,
  created timestamptz not null,
  closed timestamptz,
  invented boolean not null default false
);
comment on table account is 'Who signs in. What proves it (password, code) lies in sign-in’s own schema.';
comment on column account.home is 'The village lived in, where it is known.';
comment on column account.person is 'The same human in `person` (in the county of `home`), once that was proved. No foreign key: accounts are not distributed by county.';
comment on column account.phone is 'Sealed; for notices only.';
create index account_home on account (home, pinyin) where home is not null;

create table post (
  id uuid not null primary key,
  account uuid not null references account (id),
  kind text collate "C" not null,
  office text collate "C" references office (code),
  region text collate "C" not null references region (code),
  clearance text collate "C" not null check (clearance in ('public', 'internal', 'sensitive', 'confidential')),
  since timestamptz not null,
  until timestamptz check (until > since),
  check (kind <> 'resident'),
  check (office is null or starts_with(region, split_part(office, '/', 1)))
);
comment on table post is 'A role held in an office, or in a place without one. An account may hold several and acts from one at a time.';
create index post_account on post (account);
create index post_office on post (office, kind) where office is not null;
create index post_region on post (kind, region);

create table category_group (
  code text collate "C" not null primary key,
  zh text not null,
  en text not null,
  place smallint not null
);
comment on column category_group.place is 'Order in which groups are listed.';

create table category (
  code text collate "C" not null,
  since date not null,
  until date check (until > since),
  "group" text collate "C" not null references category_group (code),
  zh text not null,
  en text not null,
  place smallint not null,
  limit_amount integer check (limit_amount > 0),
  limit_unit text collate "C" check (limit_unit in ('workingHours', 'workingDays', 'days', 'months')),
  source_kind text collate "C" check (source_kind in ('regulation', 'national', 'local', 'default')),
  source_zh text,
  source_en text,
  community boolean not null default false,
  primary key (code, since),
  check (code ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  check (num_nonnulls(limit_amount, limit_unit, source_kind, source_zh, source_en) in (0, 5))
);
comment on table category is 'What a request is about. A changed limit is a new row from its day on.';
comment on column category.limit_amount is 'Time limit for handling; without one the rule request.handle holds.';
comment on column category.source_kind is 'Where the limit stands; default: in this product only, it founds no breach.';
comment on column category.community is 'The community’s own affair (Art. 23): only these may be dispatched to a village committee.';

create table route (
  id text collate "C" not null primary key,
  category text collate "C",
  "group" text collate "C" references category_group (code),
  scope text collate "C" not null references region (code),
  urban boolean,
  "from" text collate "C" not null check ("from" in ('township', 'county', 'city')),
  level text collate "C" not null check (level in ('village', 'township', 'county', 'city')),
  kind text collate "C" not null,
  priority smallint not null default 0,
  zh text not null,
  en text not null,
  since date not null,
  until date check (until > since),
  check (category is null or "group" is null)
);
comment on table route is 'Which office a category goes to from which level of dispatch; the most specific rule wins and is said in its own words.';
comment on column route.scope is 'The region in which the rule holds.';
comment on column route.urban is 'True: only in communities and zones; false: only in villages; null: in both.';
comment on column route."from" is 'Level of the dispatching centre.';
comment on column route.level is 'Level of the office: its region is the matter’s own ancestor at this level.';

create table precedent (
  county text collate "C" not null,
  id uuid not null,
  category text collate "C",
  region text collate "C" not null references region (code),
  office text collate "C" not null references office (code),
  ruling text not null,
  matter uuid not null,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, matter) references matter (county, id)
);
comment on table precedent is 'Rulings on who handles a matter returned twice; routing shows the latest of the place.';
create index precedent_like on precedent (county, category, region, at desc);
create index precedent_matter on precedent (county, matter);

create table rule_row (
  id uuid not null primary key,
  name text collate "C" not null,
  unit text collate "C" not null,
  value jsonb not null,
  since date not null,
  until date check (until > since),
  kind text collate "C" not null check (kind in ('national', 'local')),
  article text collate "C",
  source_zh text not null,
  source_en text not null,
  checked date not null,
  confirmed boolean not null,
  adjustable boolean not null default false
);
comment on table rule_row is 'Figures adopted here: a local rule over a default, or a corrected national one. A shipped figure is data of the program.';
create index rule_row_name on rule_row (name, since);

-- Servers keep the reference data in memory and look at this one row to learn that it changed.
create table reference_version (
  one boolean not null primary key default true check (one),
  version bigint not null
);
insert into reference_version (version) values (1);

create function reference_changed() returns trigger language plpgsql as $$
begin
  update reference_version set version = version + 1;
  return null;
end $$;

grant select on region, region_successor, office, account, post, category_group, category, route, household, person, precedent, rule_row,
  reference_version to shanzhi_app;
grant insert, update on region, region_successor, office, account, post, category_group, category, route, household, person, rule_row to shanzhi_app;
grant insert on precedent to shanzhi_app;
grant update on reference_version to shanzhi_app;

-- Who may see what. Reference data is open to all; only the platform writes (imports, and the two-person procedure's outcome).
do $$
declare name text;
begin
  foreach name in array array['region', 'region_successor', 'office', 'account', 'post', 'category_group', 'category', 'route', 'household', 'person',
    'precedent', 'rule_row', 'reference_version'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)', name || '_owner', name);
    if name <> 'precedent' then
      execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', name || '_insert', name);
      execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'')', name || '_update', name);
    end if;
  end loop;
  foreach name in array array['region', 'region_successor', 'office', 'post', 'category_group', 'category', 'route', 'rule_row', 'reference_version'] loop
    execute format('create policy %I on %I for select to shanzhi_app using (true)', name || '_select', name);
  end loop;
  foreach name in array array['region', 'region_successor', 'office', 'category_group', 'category', 'route', 'rule_row'] loop
    execute format('create trigger %I after insert or update on %I for each statement execute function reference_changed()', name || '_changed', name);
  end loop;
end $$;

-- The rolls of a place are for those who work there: a post that reads its region and may act in it, above the public clearance.
create function app_works_here() returns boolean stable parallel safe language sql
  return app_reach() = 'region' and app_acts() and app_clearance() is distinct from 'public';

create policy household_select on household for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and village >= (select app_from()) and village < (select app_before())));
create policy person_select on person for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and village >= (select app_from()) and village < (select app_before())));

-- A name goes with its post, with one's own region, and with a matter both have to do with; a hidden party stays hidden.
create policy account_select on account for select to shanzhi_app using ((select app_reach()) = 'all'
  or id = (select app_account())
  or exists (select from post p where p.account = account.id)
  or ((select app_works_here()) and home >= (select app_from()) and home < (select app_before()))
  or ((select app_clearance()) <> 'public' and exists (select from party p where p.account = account.id and not p.hidden)));

create policy precedent_select on precedent for select to shanzhi_app using ((select app_reach()) in ('office', 'region', 'all'));
create policy precedent_insert on precedent for insert to shanzhi_app with check ((select app_reach()) = 'all');

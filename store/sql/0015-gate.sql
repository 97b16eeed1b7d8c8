-- The gate (Art. 23, 50.2): the lists in force, what was given under them, what was refused, and what records hold already.

create table work_list (
  county text collate "C" not null,
  version uuid not null,
  since date not null,
  until date check (until > since),
  primary key (county, version)
);
create unique index work_list_since on work_list (county, since);
comment on table work_list is 'Versions of a county’s two lists: the community’s own work and its assistance to government. One is in force from `since` until the next.';
comment on column work_list.version is 'The matter of the procedure work-list that adopted it.';
comment on column work_list.until is 'First day no longer in force; null: no later version is adopted.';

create table work_item (
  county text collate "C" not null,
  version uuid not null,
  code text collate "C" not null,
  place integer not null,
  kind text collate "C" not null check (kind in ('own', 'assist', 'entrust')),
  name text not null,
  basis text not null,
  office text collate "C" not null,
  part text not null,
  conditions text[] not null,
  standard text,
  season_from text collate "C",
  season_to text collate "C",
  minutes integer not null check (minutes >= 0),
  categories text[] not null,
  primary key (county, version, code),
  foreign key (county, version) references work_list
);
comment on table work_item is 'Items of a version. `office` is the kind of office that answers for it; `minutes` what one community is expected to spend each time; `categories` those of requests that are the community’s own affair under it.';

create table duty_list (
  county text collate "C" not null,
  version uuid not null,
  office text collate "C" not null,
  since date not null,
  until date check (until > since),
  primary key (county, version)
);
create unique index duty_list_since on duty_list (county, office, since);
comment on table duty_list is 'Versions of an office’s own duty list (职责事项清单), from `since` until the next.';

create table duty_item (
  county text collate "C" not null,
  version uuid not null,
  code text collate "C" not null,
  place integer not null,
  name text not null,
  basis text not null,
  primary key (county, version, code),
  foreign key (county, version) references duty_list
);
comment on table duty_item is 'Items of an office’s own duty list.';

create table given_work (
  county text collate "C" not null,
  matter uuid not null,
  number text not null,
  community text collate "C" not null,
  township text collate "C" not null,
  issuer text collate "C" not null,
  source uuid,
  item text collate "C",
  kind text collate "C" not null check (kind in ('assist', 'entrust', 'emergency', 'own', 'outside')),
  form text collate "C" not null,
  title text not null,
  since date not null,
  until date not null,
  minutes integer not null check (minutes >= 0),
  fields integer not null default 0 check (fields >= 0),
  promised integer not null default 0 check (promised >= 0),
  delivered integer not null default 0 check (delivered >= 0),
  state text collate "C" not null,
  open boolean not null,
  primary key (county, matter)
);
create index given_work_community on given_work (county, community, since);
create index given_work_issuer on given_work (county, issuer, item) where open;
comment on table given_work is 'What each community was given to do: one row for each task, kept in the step that moves it. `outside`: an order that came past the platform, as the community logged it.';
comment on column given_work.community is 'Region code of the community; of a township where the township itself was given the work.';
comment on column given_work.source is 'The commission it belongs to.';
comment on column given_work.minutes is 'Work expected of this community, minutes over the whole time.';
comment on column given_work.promised is 'Working conditions promised, and of these delivered as the community confirmed.';

create table refused_attempt (
  county text collate "C" not null,
  act text collate "C" not null,
  at timestamptz not null,
  office text collate "C" not null,
  code text collate "C" not null,
  step text collate "C" not null,
  item text collate "C",
  duty text collate "C",
  category text collate "C",
  communities text[] not null,
  primary key (county, act)
);
create index refused_attempt_office on refused_attempt (county, office, at);
comment on table refused_attempt is 'Work that the gate refused: which office tried to give it, to whom, under which rule. One row for each act, however often it was sent; it names no person.';

create table village_data (
  county text collate "C" not null,
  village text collate "C" not null,
  name text not null,
  value text not null,
  as_of date not null,
  until date not null,
  source uuid not null,
  primary key (county, village, name)
);
comment on table village_data is 'What a community gave once about itself as a whole, kept for it to reuse: nobody asks for it again before `until`. Figures of a village, never of a person.';

do $$ declare t text; begin
  foreach t in array array['work_list', 'work_item', 'duty_list', 'duty_item', 'given_work', 'refused_attempt', 'village_data'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
  -- Lists are published, and so is the burden: whoever signs in may ask.
  foreach t in array array['work_list', 'work_item', 'duty_list', 'duty_item', 'given_work', 'refused_attempt'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null)', t || '_select', t);
  end loop;
end $$;
grant delete on village_data to shanzhi_app;
create policy village_data_delete on village_data for delete to shanzhi_app using ((select app_reach()) = 'all');
create policy village_data_select on village_data for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and village >= (select app_from()) and village < (select app_before())));

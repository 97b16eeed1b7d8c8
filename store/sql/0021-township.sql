-- What townships do in villages (Art. 6.1, 6.6), and the targets of a year (Art. 5).

create table township_visit (
  county text collate "C" not null,
  matter uuid not null,
  township text collate "C" not null,
  village text collate "C" not null,
  kind text collate "C" not null check (kind in ('guidance', 'inspection')),
  day date not null,
  state text collate "C" not null check (state in ('planned', 'held', 'dropped')),
  primary key (county, matter)
);
create index township_visit_village on township_visit (county, village, kind, day);
comment on table township_visit is 'Guidance visits and inspections of villages by their townships: one row for each matter, kept in the step that moves it. It names no person.';
comment on column township_visit.day is 'The legal day it is planned for, or was held on.';

create table plan_target (
  county text collate "C" not null,
  plan uuid not null,
  region text collate "C" not null,
  year integer not null,
  code text collate "C" not null,
  place integer not null,
  office text collate "C" not null,
  duty text collate "C" not null,
  name text not null,
  unit text not null,
  target integer not null check (target > 0),
  how text collate "C" not null check (how in ('computed', 'stated')),
  measure text collate "C" check ((how = 'computed') = (measure is not null)),
  since timestamptz not null,
  primary key (county, plan, code)
);
create index plan_target_region on plan_target (county, region, year);
comment on table plan_target is 'Targets of a region’s plan for a year as adopted or last amended: which office owes how much under which duty of the regulation.';
comment on column plan_target.measure is 'Where progress is computed: procedure and measure, summed over the region and the year.';

create table plan_progress (
  county text collate "C" not null,
  plan uuid not null,
  code text collate "C" not null,
  at timestamptz not null,
  value integer not null check (value >= 0),
  evidence text not null,
  office text collate "C" not null,
  primary key (county, plan, code, at)
);
comment on table plan_progress is 'Progress stated by hand, with its evidence: appended, never changed.';

do $$ declare t text; begin
  foreach t in array array['township_visit', 'plan_target', 'plan_progress'] loop
    execute format('grant select, insert on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
  end loop;
  -- An adopted plan is public in itself.
  foreach t in array array['plan_target', 'plan_progress'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null)', t || '_select', t);
  end loop;
end $$;
grant update on township_visit to shanzhi_app;
create policy township_visit_update on township_visit for update to shanzhi_app using ((select app_reach()) = 'all') with check ((select app_reach()) = 'all');
-- Whoever holds a post over the village: a township's handler must know how often it was inspected.
create policy township_visit_select on township_visit for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_reach()) in ('office', 'region') and village >= (select app_from()) and village < (select app_before())));
grant delete on plan_target to shanzhi_app;
create policy plan_target_delete on plan_target for delete to shanzhi_app using ((select app_reach()) = 'all');

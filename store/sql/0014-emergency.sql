-- Emergency orders (Art. 24.2, 33.2): where one holds and until when, kept in the act that declares, confirms, extends or ends it.

create table emergency (
  county text collate "C" not null,
  id uuid not null,
  region text collate "C" not null,
  kind text collate "C" not null,
  since timestamptz not null,
  until timestamptz not null check (until >= since),
  matter uuid not null,
  primary key (county, id),
  unique (county, matter)
);
create index emergency_region on emergency (region, until);
comment on table emergency is 'Emergency orders and their places. One holds for its region and all inside it, from `since` until just before `until`.';
comment on column emergency.county is 'County of registration; the city’s own code for an order of the whole city.';
comment on column emergency.region is 'Where it holds: city, county, township or village.';
comment on column emergency.kind is 'Kind of emergency, as the procedure emergency-order names it.';
comment on column emergency.since is 'When it was declared.';
comment on column emergency.until is 'When it ends or ended: its last day, the time by which the county must confirm, or the moment it was ended early.';
comment on column emergency.matter is 'The matter in which it was declared.';

grant select, insert, update on emergency to shanzhi_app;
alter table emergency enable row level security;
alter table emergency force row level security;
do $$ begin
  execute 'create policy emergency_owner on emergency to current_user using (true) with check (true)';
end $$;
-- Published to everyone; whoever signs in may ask.
create policy emergency_select on emergency for select to shanzhi_app using ((select app_reach()) is not null);
create policy emergency_insert on emergency for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy emergency_update on emergency for update to shanzhi_app using ((select app_reach()) = 'all') with check ((select app_reach()) = 'all');

-- The summons (Art. 24.2): who was called and how they answered, who is on duty, and units outside the county's command.

create table summons_call (
  county text collate "C" not null,
  matter uuid not null,
  summons uuid not null,
  township text collate "C" not null,
  office text collate "C",
  unit text,
  grade text collate "C" not null,
  called timestamptz not null,
  state text collate "C" not null,
  answered timestamptz,
  answered_in_time boolean,
  arrived timestamptz,
  arrived_in_time boolean,
  reported timestamptz,
  released timestamptz,
  solved boolean,
  rating integer check (rating between 1 and 5),
  primary key (county, matter),
  check ((office is null) <> (unit is null))
);
create index summons_call_summons on summons_call (county, summons);
create index summons_call_called on summons_call (county, called);
comment on table summons_call is 'A unit called by a township’s summons: one row for each, kept in the step that moves it. Figures of offices are read off it; it names no person.';
comment on column summons_call.state is 'Stage of the matter: answering, attending, disputed, acting, reported, rating, closed, released.';
comment on column summons_call.arrived is 'When they were there, as they or the township stated it; no position is kept.';
comment on column summons_call.unit is 'Name of a unit outside the county’s command, whose answer the township records.';

create table duty_roster (
  county text collate "C" not null,
  matter uuid not null,
  place integer not null,
  office text collate "C" not null,
  since timestamptz not null,
  until timestamptz not null check (until > since),
  account uuid,
  phone text not null,
  primary key (county, matter, place)
);
create index duty_roster_office on duty_roster (office, until);
comment on table duty_roster is 'Who answers for an office outside its hours, shift by shift, as the office entered it. The phone is the office’s own line, never somebody’s mobile.';
comment on column duty_roster.account is 'Who is told of a summons in that shift; null where only the line is manned.';

create table outside_unit (
  county text collate "C" not null,
  name text collate "C" not null,
  phone text,
  until timestamptz,
  primary key (county, name)
);
comment on table outside_unit is 'Units outside the county’s command that townships call (utilities, vertical agencies): name and duty line, offered where a summons is raised.';
comment on column outside_unit.until is 'When it was struck off; listed again, it is null.';

do $$ declare t text; begin
  foreach t in array array['summons_call', 'duty_roster', 'outside_unit'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
    -- What is internal to the administration is for posts cleared for it.
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null and (select app_cleared()))', t || '_select', t);
  end loop;
end $$;
grant delete on duty_roster to shanzhi_app;
create policy duty_roster_delete on duty_roster for delete to shanzhi_app using ((select app_reach()) = 'all');

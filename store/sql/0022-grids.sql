-- Grids (Art. 21.2): areas of regions on the ground, and the households of a grid.

-- Distributed by county: every key begins with it.
create table region_shape (
  county text collate "C" not null,
  code text collate "C" not null references region (code),
  since date not null,
  until date check (until > since),
  shape text not null check (shape::json ->> 'type' in ('Polygon', 'MultiPolygon')),
  schematic boolean not null default false,
  source uuid not null,
  primary key (county, code, since),
  check (county = left(code, 6))
);
comment on table region_shape is 'The area of a region: of a grid as it was drawn, of a village, township or county as its known boundary. A redrawn one is a new row; none is deleted.';
comment on column region_shape.shape is 'GeoJSON Polygon or MultiPolygon, degrees WGS 84 (CGCS2000). As text: nothing is looked for inside, and read as jsonb ten thousand took twice as long; rows of json can’t be put in order for an export.';
comment on column region_shape.schematic is 'Not surveyed: it says about where, and no more.';
comment on column region_shape.source is 'The matter that adopted it, or the import it came in with.';
create unique index region_shape_one on region_shape (county, code) where until is null;

create table grid_household (
  county text collate "C" not null,
  grid text collate "C" not null references region (code),
  household uuid not null,
  since date not null,
  until date check (until > since),
  source uuid not null,
  primary key (county, household, grid, since),
  foreign key (county, household) references household (county, id),
  check (county = left(grid, 6))
);
comment on table grid_household is 'Which households a grid holds, where it is kept by households and not, or not only, by its area.';
create index grid_household_grid on grid_household (county, grid);

do $$ declare t text; begin
  foreach t in array array['region_shape', 'grid_household'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
end $$;
-- Where grids lie is for everybody to know: whose grid worker do I ask?
create policy region_shape_select on region_shape for select to shanzhi_app using ((select app_reach()) is not null);
-- Which household lies in which is a roll, for who works there.
create policy grid_household_select on grid_household for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and grid >= (select app_from()) and grid < (select app_before())));
create trigger region_shape_changed after insert or update on region_shape for each statement execute function reference_changed();

-- Households as one register (Art. 21, 25, 27): each by a code that stays its own, dated, with what it was and what became of it.
-- Visits, needs of care, grids, points and ballots of a village name a household by this code.

alter table household add column code text collate "C";
alter table household add column size smallint check (size between 0 and 99);
alter table household add column since date;
alter table household add column until date check (until >= since);
alter table household add column source uuid;
-- Households that stood before their days were kept bear the day from which the regulation holds.
update household h set since = date '2023-02-01', code = n.code
  from (select county, id, village || '-' || lpad((row_number() over (partition by village order by address collate "C", id))::text, 4, '0') as code from household) n
  where n.county = h.county and n.id = h.id;
alter table household alter column code set not null;
alter table household alter column since set not null;
alter table household add check (code ~ '^[0-9]{12}-[0-9]{4}$' and county = left(code, 6));
alter table household add check (address <> '' and char_length(address) <= 80);
create unique index household_code on household (county, code);
comment on column household.code is 'Code of the village in which it was first entered and four digits; stays its own when it moves, and is never given to another.';
comment on column household.address is 'The door: building, unit and number, or team and number.';
comment on column household.size is 'How many belong to it, where it was said; null: not known.';
comment on column household.since is 'Past or present legal day from which what stands here holds; what held before lies in `household_was`.';
comment on column household.until is 'First legal day on which it no longer stands; what became of it lies in `household_successor`. The day of `since`: it was entered by mistake and never stood.';
comment on column household.source is 'The matter that entered it last; null: loaded with the site.';

-- Distributed by county: every key begins with it.
create table household_was (
  county text collate "C" not null,
  household uuid not null,
  since date not null,
  until date not null check (until > since),
  village text collate "C" not null references region (code),
  team text,
  address text not null,
  size smallint,
  source uuid,
  primary key (county, household, since),
  foreign key (county, household) references household (county, id)
);
comment on table household_was is 'What a household was before a change: its village, door and size from a legal day until just before another.';

create table household_successor (
  county text collate "C" not null,
  household uuid not null,
  successor uuid not null,
  since date not null,
  source uuid not null,
  primary key (county, household, successor),
  foreign key (county, household) references household (county, id),
  foreign key (county, successor) references household (county, id),
  check (household <> successor)
);
comment on table household_successor is 'Which households came of one: split off, or the one it was joined to.';
create index household_successor_other on household_successor (county, successor);

alter table person add column head boolean not null default false;
comment on column person.head is 'The head of the household (户主).';
create unique index person_head on person (county, household) where head;

-- The household of whoever asks, where the account was proved to be somebody on the roll.
create function app_household() returns uuid stable security definer language plpgsql as $$
begin
  return (select p.household from public.account a join public.person p on p.county = left(a.home, 6) and p.id = a.person where a.id = public.app_account());
end $$;

-- The households of the one grid that a post is for.
create function app_grid_households() returns uuid[] stable security definer language plpgsql as $$
begin
  return array(select g.household from public.grid_household g where g.county = left(public.app_from(), 6) and g.grid = public.app_from()
    and g.since <= (now() at time zone 'Asia/Shanghai')::date and (g.until is null or g.until > (now() at time zone 'Asia/Shanghai')::date));
end $$;

do $$ declare t text; begin
  foreach t in array array['household_was', 'household_successor'] loop
    execute format('grant select, insert on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check (app_reach() = ''all'')', t || '_insert', t);
    -- What a household was is for whom it is to be seen.
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all'' or exists (select from household h where h.county = %I.county and h.id = %I.household))', t || '_select', t, t, t);
  end loop;
end $$;

-- Which grid a household lies in is for whoever reads its door.
drop policy grid_household_select on grid_household;
create policy grid_household_select on grid_household for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here() or (app_acts() and app_cleared() and length(app_from()) = 9 and app_office() = app_from() || '/gov')) and grid >= (select app_from()) and grid < (select app_before())));

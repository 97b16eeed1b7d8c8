-- Checkpoints over the heads of a county's chains, one a legal day. The lines are published as well (decision 18); the heads stand here alone, so that
-- what a published root covers can be shown, and what it no longer covers named. Nothing is changed or taken away.

create table checkpoint (
  county text collate "C" not null,
  day date not null,
  line text not null,
  primary key (county, day)
);
comment on table checkpoint is 'The line published for a county and a legal day (Asia/Shanghai), byte for byte.';

create table checkpoint_head (
  county text collate "C" not null,
  matter uuid not null,
  day date not null,
  seq integer not null,
  head bytea not null,
  primary key (county, matter, day)
);
comment on table checkpoint_head is 'The head of a matter’s chain from the checkpoint of this day on, until a later row. No foreign key: a matter that is gone must still be named.';

grant select, insert on checkpoint, checkpoint_head to shanzhi_app;
do $$
declare name text;
begin
  foreach name in array array['checkpoint', 'checkpoint_head'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)', name || '_owner', name);
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all'')', name || '_select', name);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', name || '_insert', name);
  end loop;
end $$;

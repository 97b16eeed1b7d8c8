-- The demo city of this database, if it holds one: whom the sign-in page offers, and whether its history was loaded to the end.

create table demo (
  one boolean not null primary key default true check (one),
  seed integer not null,
  counties jsonb not null,
  people jsonb not null,
  made timestamptz not null,
  finished timestamptz
);

grant select, insert, update on demo to shanzhi_app;
alter table demo enable row level security;
alter table demo force row level security;
do $$ begin
  execute 'create policy demo_owner on demo to current_user using (true) with check (true)';
end $$;
create policy demo_select on demo for select to shanzhi_app using ((select app_reach()) = 'all');
create policy demo_insert on demo for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy demo_update on demo for update to shanzhi_app using ((select app_reach()) = 'all');

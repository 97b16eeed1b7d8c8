-- Notices of criticism (Art. 50.2): which stand published, for everyone to find. Kept in the act that publishes or takes one down.

create table criticism (
  county text collate "C" not null,
  matter uuid not null,
  region text collate "C" not null,
  accused text collate "C" not null,
  since date not null,
  until date check (until >= since),
  primary key (county, matter)
);
create index criticism_region on criticism (region, since desc);
comment on table criticism is 'Notices of criticism that are final: the unit criticised and since when it is published. It names a unit, never a person.';
comment on column criticism.matter is 'The matter of the procedure breach-notice that publishes it; its text stands there.';
comment on column criticism.region is 'Place of the unit criticised.';
comment on column criticism.until is 'First day on which it is no longer published; null: it stands.';

grant select, insert, update on criticism to shanzhi_app;
alter table criticism enable row level security;
alter table criticism force row level security;
do $$ begin
  execute 'create policy criticism_owner on criticism to current_user using (true) with check (true)';
end $$;
-- Published to everyone; whoever signs in may ask.
create policy criticism_select on criticism for select to shanzhi_app using ((select app_reach()) is not null);
create policy criticism_insert on criticism for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy criticism_update on criticism for update to shanzhi_app using ((select app_reach()) = 'all') with check ((select app_reach()) = 'all');

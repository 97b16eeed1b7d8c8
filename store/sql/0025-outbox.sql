-- The field door without a signal: photos that arrive in parts, what a device's clock said, and copies that a device holds.

create table outbox_part (
  account uuid not null,
  photo uuid not null,
  at integer not null check (at >= 0),
  bytes bytea not null,
  given timestamptz not null,
  primary key (account, photo, at)
);
create index outbox_part_given on outbox_part (given);
comment on table outbox_part is 'Parts of sealed photos on their way from a device: gone as soon as the whole is a file, or after a week.';
alter table outbox_part enable row level security;
alter table outbox_part force row level security;
create policy outbox_part_owner on outbox_part to current_user using (true) with check (true);
grant select, insert, delete on outbox_part to shanzhi_app;
create policy outbox_part_select on outbox_part for select to shanzhi_app using (account = (select app_account()) or (select app_reach()) = 'all');
create policy outbox_part_insert on outbox_part for insert to shanzhi_app with check (account = (select app_account()));
create policy outbox_part_delete on outbox_part for delete to shanzhi_app using (account = (select app_account()) or (select app_reach()) = 'all');

create table capture (
  county text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  made timestamptz not null,
  skew_ms bigint not null,
  photos jsonb not null default '[]',
  primary key (county, matter, seq)
);
comment on table capture is 'When what an entry records was taken, as the device’s clock told it. No deadline is reckoned from it; it holds no place.';
comment on column capture.skew_ms is 'The server’s clock less the device’s, milliseconds, measured as the act came in.';
comment on column capture.photos is 'When each photo was taken by its camera’s clock: [{"file": id, "taken": local time}].';
alter table capture enable row level security;
alter table capture force row level security;
create policy capture_owner on capture to current_user using (true) with check (true);
grant select, insert on capture to shanzhi_app;

alter table auth.session add column copy uuid, add column synced timestamptz, add column unsent integer;
comment on column auth.session.copy is 'The encrypted copy of its area that this device holds, by the id the device gave it.';
create table auth.ended_copy (copy uuid primary key, ended timestamptz not null);
comment on table auth.ended_copy is 'Copies whose sign-in was ended from elsewhere: the device wipes its copy as soon as it learns of it.';
grant select, insert, delete on auth.ended_copy to shanzhi_auth;

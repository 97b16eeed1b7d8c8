-- A post moves when its grid is split, merged or ended (Art. 21.2, 21.3): decided, confirmed by another, and carried out on the day.

create table post_move (
  county text collate "C" not null,
  post uuid not null references post (id),
  source uuid not null,
  from_region text collate "C" not null references region (code),
  to_region text collate "C" references region (code),
  since date not null,
  decided uuid not null,
  confirmed uuid not null,
  done timestamptz,
  primary key (county, post, source),
  check (county = left(from_region, 6)),
  check (left(to_region, 12) = left(from_region, 12))
);
comment on table post_move is 'Where a post stood before it moved with its grid, and by which decision: the history of the place of a post. Never deleted.';
comment on column post_move.source is 'The change of grids that decided it.';
comment on column post_move.to_region is 'None: the post ends with its grid.';
comment on column post_move.decided is 'The post from which it was decided; `confirmed`: that of another person who confirmed it.';
comment on column post_move.done is 'When it moved. None: still to come, or it had ended before its day.';
create index post_move_source on post_move (county, source);

grant select, insert, update on post_move to shanzhi_app;
alter table post_move enable row level security;
alter table post_move force row level security;
create policy post_move_owner on post_move to current_user using (true) with check (true);
create policy post_move_insert on post_move for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy post_move_update on post_move for update to shanzhi_app using ((select app_reach()) = 'all');
-- Who holds which post is for everybody to know, and so where it stood.
create policy post_move_select on post_move for select to shanzhi_app using ((select app_reach()) is not null);

-- What could not be sent may be laid aside, with a reason that is kept as long as it would have been.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('waiting', 'sent', 'dead', 'discarded'));
alter table delivery add column discarded_by uuid;
alter table delivery add column reason text check (length(reason) between 2 and 200);
alter table delivery add constraint delivery_discarded check ((state = 'discarded') = (discarded_by is not null and reason is not null));
create index delivery_dead on delivery (settled desc, id desc) where state = 'dead';
comment on column delivery.discarded_by is 'The account of the system administrator who laid it aside, and why in `reason`.';

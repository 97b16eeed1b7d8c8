-- What goes out under open standards.

-- The list of published matters, the newest first: few are, so the index is small and most steps never touch it.
create index matter_published on matter (opened desc, id desc) where published;

-- A post's deadlines as a calendar that a program of the person's own reads: a secret address, of which only a digest is kept.
create table calendar_feed (
  id uuid not null primary key,
  account uuid not null references account (id),
  post uuid not null unique references post (id),
  digest bytea not null unique,
  language text collate "C" not null check (language in ('zh', 'en')),
  made timestamptz not null,
  used timestamptz
);
create index calendar_feed_account on calendar_feed (account);
comment on column calendar_feed.digest is 'SHA-256 of the token in the address, which is shown once.';
comment on column calendar_feed.used is 'When it was last read.';

-- What a feed has shown, so that what is done can be called off there: programs keep what they were once given.
create table calendar_shown (
  feed uuid not null references calendar_feed (id) on delete cascade,
  matter uuid not null,
  number text collate "C" not null,
  kind text not null,
  due timestamptz not null,
  seq integer not null,
  gone timestamptz,
  primary key (feed, matter)
);
comment on column calendar_shown.gone is 'Since when it is not due of the post any more; called off for a while, then forgotten.';

grant select, insert, update, delete on calendar_feed, calendar_shown to shanzhi_app;
do $$ declare t text; begin
  foreach t in array array['calendar_feed', 'calendar_shown'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for all to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_platform', t);
  end loop;
end $$;
-- One's own: seen, made and ended by its person, for the post acted from.
create policy calendar_feed_mine on calendar_feed for select to shanzhi_app using (account = (select app_account()));
create policy calendar_feed_make on calendar_feed for insert to shanzhi_app with check (account = app_account() and post = app_post());
create policy calendar_feed_end on calendar_feed for delete to shanzhi_app using (account = (select app_account()));

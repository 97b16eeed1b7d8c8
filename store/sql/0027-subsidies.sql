-- Subsidies of grid workers (Art. 21.3): the local rules they are paid by, and what was paid. Amounts are fen.

create table subsidy_scheme (
  county text collate "C" not null,
  matter uuid not null,
  region text collate "C" not null,
  mode text collate "C" not null check (mode in ('fixed', 'perItem', 'mixed')),
  fixed_full bigint not null check (fixed_full >= 0),
  fixed_part bigint not null check (fixed_part >= 0),
  most bigint check (most > 0),
  items jsonb not null,
  title text not null,
  since date not null,
  until date check (until >= since),
  primary key (county, matter),
  check (starts_with(region, county))
);
create index subsidy_scheme_region on subsidy_scheme (county, region, since);
comment on table subsidy_scheme is 'A local rule by which grid workers are paid, as adopted: so much a month, so much for each thing done, or both. The newest in force for the township goes before that of its county.';
comment on column subsidy_scheme.items is 'What is paid for each thing done: [{"item": "visits", "fen": 500}].';
comment on column subsidy_scheme.most is 'The most for the things done in one month, fen.';

create table subsidy_payment (
  county text collate "C" not null,
  account uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  matter uuid not null,
  township text collate "C" not null,
  fen bigint not null check (fen >= 0),
  at timestamptz not null,
  primary key (county, account, month)
);
comment on table subsidy_payment is 'What one worker was paid for one month: once, which its key sees to. Never changed.';

do $$ declare t text; begin
  foreach t in array array['subsidy_scheme', 'subsidy_payment'] loop
    execute format('grant select, insert on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
  end loop;
end $$;
grant update on subsidy_scheme to shanzhi_app;
create policy subsidy_scheme_update on subsidy_scheme for update to shanzhi_app using ((select app_reach()) = 'all') with check ((select app_reach()) = 'all');
-- An adopted rule is open to all; what was paid, to the worker and to who works for the township or above it.
create policy subsidy_scheme_select on subsidy_scheme for select to shanzhi_app using ((select app_reach()) is not null);
create policy subsidy_payment_select on subsidy_payment for select to shanzhi_app using ((select app_reach()) = 'all' or account = (select app_account())
  or ((select app_reach()) in ('office', 'region') and (select app_cleared()) and length((select app_from())) <= 9 and township >= (select app_from()) and township < (select app_before())));

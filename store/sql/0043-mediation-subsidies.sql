-- Subsidies of cases that ended in agreement (Art. 30.3): the local rules they are paid by, and one payment for one case. Amounts are fen.

create table mediation_subsidy_scheme (
  county text collate "C" not null,
  matter uuid not null,
  title text not null,
  amounts jsonb not null,
  performance boolean not null,
  staff_barred boolean not null,
  since date not null,
  until date check (until >= since),
  primary key (county, matter)
);
comment on table mediation_subsidy_scheme is 'A county’s rule as adopted; the newest in force on the day an agreement took effect is the one it is paid by.';
comment on column mediation_subsidy_scheme.amounts is 'Fen for a case by its class: {"oral": 5000, "ordinary": 20000}.';

create table mediation_subsidy (
  county text collate "C" not null,
  dispute uuid not null,
  claim uuid not null,
  mediator uuid not null,
  office text collate "C" not null,
  class text collate "C" not null check (class in ('oral', 'ordinary', 'hard', 'major')),
  fen bigint not null check (fen > 0),
  claimed timestamptz not null,
  paid_on date,
  voucher text,
  primary key (county, dispute),
  unique (county, claim)
);
comment on table mediation_subsidy is 'One case, one payment: its key sees to it, also where two claims are made at the same moment.';

do $$ declare t text; begin
  foreach t in array array['mediation_subsidy_scheme', 'mediation_subsidy'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
end $$;
grant delete on mediation_subsidy to shanzhi_app;
create policy mediation_subsidy_delete on mediation_subsidy for delete to shanzhi_app using ((select app_reach()) = 'all' and paid_on is null);
-- An adopted rule is open to all; what was paid, to the mediator and to the offices of the county that review and pay it.
create policy mediation_subsidy_scheme_select on mediation_subsidy_scheme for select to shanzhi_app using ((select app_reach()) is not null);
create policy mediation_subsidy_select on mediation_subsidy for select to shanzhi_app using ((select app_reach()) = 'all' or mediator = (select app_account())
  or (county = left((select app_from()), 6) and (select app_office()) in (county || '/justice', county || '/finance')));

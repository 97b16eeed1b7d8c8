-- Who mediates and who advises (Art. 30 to 32, 17.3): committees as filed, mediators, studios, advisers of villages. Days are legal days; `until` is the last one.

create table mediation_committee (
  county text collate "C" not null,
  matter uuid not null,
  office text collate "C" not null,
  place text collate "C" not null,
  name text not null,
  founder text collate "C" not null check (founder in ('committee', 'township', 'enterprise', 'organisation', 'association', 'social')),
  founded_by text not null,
  chosen text collate "C" not null check (chosen in ('elected', 'appointed')),
  members integer not null check (members > 0),
  contact text,
  filed date not null,
  since date not null,
  until date not null check (until >= since),
  dissolved date check (dissolved >= filed),
  successor text collate "C",
  primary key (county, matter),
  check (starts_with(place, county)),
  check ((dissolved is null) = (successor is null))
);
create unique index mediation_committee_office on mediation_committee (county, office) where dissolved is null;
create index mediation_committee_place on mediation_committee (county, place);
comment on table mediation_committee is 'Mediation committees filed with the county justice department. Who sits on one by sex or ethnicity is kept nowhere: the justice office attests that the composition is as the law asks.';
comment on column mediation_committee.until is 'Last day of the members’ term.';

create table mediation_guidance (
  county text collate "C" not null,
  matter uuid not null,
  guided date not null,
  primary key (county, matter, guided),
  foreign key (county, matter) references mediation_committee
);
comment on table mediation_guidance is 'Days on which a committee was guided (Art. 31.1).';

create table mediator (
  county text collate "C" not null,
  matter uuid not null,
  account uuid not null references account (id),
  office text collate "C" not null,
  place text collate "C" not null,
  kind text collate "C" not null check (kind in ('full', 'invited')),
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  languages jsonb not null check (jsonb_typeof(languages) = 'array'),
  since date not null,
  until date not null check (until >= since),
  ended date check (ended >= since),
  primary key (county, matter)
);
create unique index mediator_standing on mediator (county, account, office) where ended is null;
create index mediator_place on mediator (county, place);
comment on table mediator is 'Mediators (Art. 30): office, fields of dispute, languages, term. Nothing else of the person is kept.';
comment on column mediator.place is 'The area served.';
comment on column mediator.ended is 'First day no longer serving, where that is before the end of the term.';

create table mediator_training (
  county text collate "C" not null,
  matter uuid not null,
  account uuid not null,
  held date not null,
  hours integer not null check (hours > 0),
  primary key (county, matter, held),
  foreign key (county, matter) references mediator
);
comment on table mediator_training is 'Hours of training of a mediator by day.';

create table mediated (
  county text collate "C" not null,
  matter uuid not null,
  account uuid not null,
  office text collate "C" not null,
  took date not null,
  agreed date,
  failed date,
  kept date,
  gave_up date,
  primary key (county, matter, account)
);
create index mediated_account on mediated (county, account, took);
comment on table mediated is 'What came of the disputes that a mediator took, for figures with their denominators. Nobody is ranked by them.';
comment on column mediated.kept is 'The agreement was performed.';
comment on column mediated.gave_up is 'Another mediator took it over.';

create table studio (
  county text collate "C" not null,
  matter uuid not null,
  place text collate "C" not null,
  name text not null,
  kind text collate "C" not null check (kind in ('named', 'model')),
  account uuid references account (id),
  office text collate "C" not null,
  contact text,
  hours text,
  since date not null,
  reviewed date,
  ended date check (ended >= since),
  primary key (county, matter),
  check ((kind = 'named') = (account is not null))
);
create index studio_place on studio (county, place);
comment on table studio is 'Named studios and model mediation rooms (Art. 30.2), as recognised.';

create table adviser_contract (
  county text collate "C" not null,
  matter uuid not null,
  village text collate "C" not null,
  firm text not null,
  firm_kind text collate "C" not null check (firm_kind in ('firm', 'office')),
  contact text,
  since date not null,
  until date not null check (until >= since),
  evaluated date,
  ended date check (ended >= since),
  primary key (county, matter),
  check (starts_with(village, county))
);
create unique index adviser_contract_village on adviser_contract (county, village) where ended is null;
comment on table adviser_contract is 'Contracts of villages and communities with law firms and legal service offices (Art. 32.1), as published.';
comment on column adviser_contract.ended is 'First day no longer in force, where it was ended or its term ran out.';

create table adviser (
  county text collate "C" not null,
  contract uuid not null,
  account uuid not null references account (id),
  since date not null,
  until date check (until >= since),
  primary key (county, contract, account, since),
  foreign key (county, contract) references adviser_contract (county, matter)
);
create index adviser_account on adviser (account);
comment on table adviser is 'Who is sent as adviser under a contract, from when until when.';

create table adviser_clinic (
  county text collate "C" not null,
  contract uuid not null,
  day date not null,
  hours text not null,
  spot text not null,
  primary key (county, contract, day),
  foreign key (county, contract) references adviser_contract (county, matter)
);
comment on table adviser_clinic is 'Days on which the adviser sits in the village.';

do $$ declare t text; begin
  foreach t in array array['mediation_committee', 'mediation_guidance', 'mediator', 'mediator_training', 'mediated', 'studio', 'adviser_contract', 'adviser', 'adviser_clinic'] loop
    execute format('grant select, insert, update on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
  -- What is published: committees, mediators, studios, advisers and their days.
  foreach t in array array['mediation_committee', 'mediation_guidance', 'mediator', 'studio', 'adviser_contract', 'adviser', 'adviser_clinic'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null)', t || '_select', t);
  end loop;
  -- Hours and results of one person are theirs; who answers for mediation is given figures by the platform.
  foreach t in array array['mediator_training', 'mediated'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all'' or account = (select app_account()))', t || '_select', t);
  end loop;
end $$;
grant delete on adviser_clinic to shanzhi_app;
create policy adviser_clinic_delete on adviser_clinic for delete to shanzhi_app using ((select app_reach()) = 'all');

-- What is shared in a consultation is read by who asked and by the adviser, as by the sides of a dispute.
create or replace function app_shares(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account() and p.role in ('disputant', 'advised', 'adviser'));
end $$;

-- A person's rights in their own data: erasure that leaves the chain whole, how long things are kept, holds, and consent.
-- No table here refers to `matter` by a foreign key, for the reason given at `sealed`: `verify` holds what matters against the entries.

alter table file add column gone timestamptz;
comment on column file.gone is 'When the bytes of an erased file were found gone from their store; until then they are removed again.';
create index file_to_remove on file (erased) where erased is not null and gone is null;
grant update (gone) on file to shanzhi_app;
create policy file_gone on file for update to shanzhi_app using (erased is not null and (select app_reach()) = 'all');

create table retention_hold (
  county text collate "C" not null,
  id uuid not null,
  matter uuid not null,
  ground text collate "C" not null check (ground in ('litigation', 'investigation', 'audit', 'claim')),
  since timestamptz not null,
  until date not null,
  lifted timestamptz,
  primary key (county, id)
);
comment on table retention_hold is 'What must not be erased though its time is over: a row for each matter of the procedure retention-hold, under its id.';
comment on column retention_hold.until is 'Last legal day (Asia/Shanghai) on which it holds.';
create index retention_hold_matter on retention_hold (county, matter);

-- A hold keeps a matter's values on this instant.
create function app_held(of_county text, of_matter uuid, at timestamptz) returns text stable security definer language sql as $$
  select h.ground from public.retention_hold h
  where h.county = of_county and h.matter = of_matter and h.lifted is null and (at at time zone 'Asia/Shanghai')::date <= h.until
  order by h.until desc limit 1
$$;

create table retention (
  county text collate "C" not null,
  matter uuid not null,
  kind text collate "C" not null check (kind in ('contact', 'photos', 'text')),
  procedure text collate "C" not null,
  region text collate "C" not null,
  ended timestamptz not null,
  months integer not null check (months >= 0),
  due timestamptz not null generated always as
    ((date_trunc('day', ended at time zone 'Asia/Shanghai') + make_interval(months => months) + interval '1 day') at time zone 'Asia/Shanghai') stored,
  erased timestamptz,
  not_before timestamptz,
  primary key (county, matter, kind)
);
comment on table retention is 'Which kinds of personal data an ended matter holds, until when they are kept, and when they were erased.';
comment on column retention.months is 'The figure they were reckoned under; a row not yet erased is reckoned anew when it changes.';
comment on column retention.due is 'Behind the last day of keeping (24:00, Asia/Shanghai): the same date of the month due, or that month’s last day.';
comment on column retention.not_before is 'Not tried again before, after an attempt that failed.';
create index retention_due on retention (coalesce(not_before, due)) where erased is null;
create index retention_region on retention (county, region);

create table retention_run (
  day date not null primary key,
  enlisted integer not null default 0,
  erased integer not null default 0,
  failed integer not null default 0,
  updated timestamptz not null
);
comment on table retention_run is 'One row for each legal day on which the clock went through what is kept: what it found ended, erased and could not.';

create table consent (
  county text collate "C" not null,
  id uuid not null,
  account uuid,
  about uuid,
  purpose text collate "C" not null,
  child boolean not null,
  given timestamptz not null,
  until date,
  withdrawn timestamptz,
  primary key (county, id)
);
comment on table consent is 'Consent in force or once in force: a row for each matter of the procedure consent, under its id. What was said and signed stands there.';
comment on column consent.account is 'Whose consent, where given in an account; on paper there is none.';
comment on column consent.about is 'The matter it was given for, where it is bound to one.';
comment on column consent.child is 'Given by a guardian for a child.';
comment on column consent.until is 'Last legal day on which it holds; none: until withdrawn.';
create index consent_account on consent (account, purpose) where account is not null;
create index consent_about on consent (county, about, purpose) where about is not null;

-- Carries out what an entry says was erased: only what that entry names, and only for the platform. It runs as the owner, for nobody else may
-- change a sealed value, a party or another's notice.
create function app_erase(of_county text, of_matter uuid, of_seq integer, files uuid[]) returns integer volatile security definer language plpgsql as $$
declare
  said record;
  names text[];
  emptied integer;
begin
  if public.app_reach() is distinct from 'all' or public.app_acts() is not true then
    raise insufficient_privilege using message = 'only the platform erases';
  end if;
  select e.at, e.outcome into said from public.entry e
  where e.county = of_county and e.matter = of_matter and e.seq = of_seq and e.step = 'erase' and e.actor ->> 'kind' = 'system';
  if not found then
    raise invalid_parameter_value using message = 'no entry says that this was erased';
  end if;
  if public.app_held(of_county, of_matter, said.at) is not null then
    raise object_not_in_prerequisite_state using message = 'a hold keeps this matter';
  end if;
  names := array(select jsonb_array_elements_text(coalesce(said.outcome -> 'erased', '[]')));
  update public.sealed set value = null, salt = null, masked = 'null', erased = said.at
  where county = of_county and matter = of_matter and seq < of_seq and fact = any(names) and erased is null;
  get diagnostics emptied = row_count;
  update public.file set erased = said.at, name = '', digest = '\x'
  where county = of_county and matter = of_matter and id = any(files) and erased is null;
  if said.outcome ->> 'unlinked' = 'true' then
    update public.notice n set matter = null from public.party p
    where p.county = of_county and p.matter = of_matter and p.hidden and n.account = p.account and n.county = of_county and n.matter = of_matter;
    update public.party set account = '00000000-0000-0000-0000-000000000000'
    where county = of_county and matter = of_matter and hidden and account is not null;
  end if;
  return emptied;
end $$;

grant select, insert, update on retention_hold, retention, retention_run, consent to shanzhi_app;

do $$
declare name text;
begin
  foreach name in array array['retention_hold', 'retention', 'retention_run', 'consent'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)', name || '_owner', name);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', name || '_insert', name);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'')', name || '_update', name);
  end loop;
end $$;

create policy retention_hold_select on retention_hold for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_reach()) = 'region' and (select app_clearance()) <> 'public' and app_sees(county, matter)));
create policy retention_select on retention for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_reach()) = 'region' and ((select app_cleared()) or (select app_audits())) and region >= (select app_from()) and region < (select app_before())));
create policy retention_run_select on retention_run for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_reach()) = 'region' and ((select app_cleared()) or (select app_audits()))));
create policy consent_select on consent for select to shanzhi_app using ((select app_reach()) = 'all'
  or account = (select app_account()) or app_sees(county, id) or (about is not null and app_sees(county, about)));

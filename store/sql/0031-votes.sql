-- Rolls and ballots of self-government (Art. 25): who may vote, who took part, and what was chosen. A matter holds one roll and one vote.
-- What was chosen in secret stands apart from who took part: no id, order or time is shared once the vote is closed (decision 33).

create table roll (
  county text collate "C" not null,
  matter uuid not null,
  place text collate "C" not null,
  kind text collate "C" not null check (kind in ('adult', 'household', 'representative', 'member', 'owner')),
  source text collate "C" not null check (source in ('register', 'paper')),
  made timestamptz not null,
  frozen timestamptz,
  digest bytea check ((frozen is null) = (digest is null)),
  primary key (county, matter),
  check (starts_with(place, county))
);
comment on table roll is 'The roll of a vote: drafted from the household register or from paper, frozen when notice is given, then changed by objection alone and by nothing once voting has begun.';
comment on column roll.place is 'The village or grid it is the roll of.';
comment on column roll.digest is 'SHA-256 over its units as they stand, in the order of their numbers.';

create table roll_correction (
  county text collate "C" not null,
  matter uuid not null,
  no integer not null check (no > 0),
  at timestamptz not null,
  does text collate "C" not null check (does in ('add', 'strike', 'alter')),
  reason text collate "C" not null check (reason in ('death', 'moved', 'joined', 'split', 'merged', 'age', 'other')),
  number integer not null,
  asked text not null check (asked <> ''),
  why text not null check (why <> ''),
  decided_by text not null check (decided_by <> ''),
  primary key (county, matter, no),
  foreign key (county, matter) references roll (county, matter)
);
comment on table roll_correction is 'What an objection changed on a frozen roll: who objected, why, and who decided it. Never changed.';

create table roll_unit (
  county text collate "C" not null,
  matter uuid not null,
  number integer not null check (number > 0),
  name text not null check (name <> '' and char_length(name) <= 50),
  household text collate "C",
  door text,
  area bigint check (area > 0),
  ground text collate "C" not null,
  person uuid,
  age_unsure boolean not null default false,
  added integer,
  struck integer,
  primary key (county, matter, number),
  foreign key (county, matter) references roll (county, matter),
  foreign key (county, matter, added) references roll_correction (county, matter, no),
  foreign key (county, matter, struck) references roll_correction (county, matter, no)
);
comment on table roll_unit is 'Who or what has one vote, under the number printed on the roll. A correction adds or strikes; a line itself is never changed once the roll is frozen.';
comment on column roll_unit.area is 'Of owners: all their dwellings together, hundredths of a square metre.';
comment on column roll_unit.age_unsure is 'The register tells the decade of birth only: whether they are eighteen is to be looked at.';

create table roll_voter (
  county text collate "C" not null,
  matter uuid not null,
  number integer not null,
  account uuid not null,
  primary key (county, matter, number, account),
  foreign key (county, matter, number) references roll_unit (county, matter, number)
);
create index roll_voter_account on roll_voter (account, county, matter);
comment on table roll_voter is 'Whose account may cast the vote of a unit: the person themselves, or any of a household, of whom the first casts it.';

create table poll (
  county text collate "C" not null,
  matter uuid not null,
  place text collate "C" not null,
  question text not null,
  track text collate "C" not null,
  manner text collate "C" not null check (manner in ('open', 'secret')),
  online boolean not null,
  day date not null,
  opened timestamptz not null,
  until timestamptz not null check (until > opened),
  closed timestamptz,
  key bytea check (key is null or online and manner = 'secret'),
  result text,
  published timestamptz check ((published is null) = (result is null)),
  primary key (county, matter),
  foreign key (county, matter) references roll (county, matter)
);
comment on table poll is 'The vote over a roll: open from `opened`, by phone until `until`, closed when the urn is opened. `result` is the published file as it was written.';
comment on column poll.day is 'The legal day whose figures apply: that of the notice.';
comment on column poll.key is 'What phones seal their ballots to.';

create table poll_secret (
  county text collate "C" not null,
  matter uuid not null,
  secret bytea not null,
  primary key (county, matter),
  foreign key (county, matter) references poll (county, matter)
);
comment on table poll_secret is 'What opens the ballots of one vote, itself sealed. Gone when the urn is opened.';

create table attendance (
  county text collate "C" not null,
  matter uuid not null,
  number integer not null,
  way text collate "C" not null check (way in ('hall', 'proxy', 'paper', 'phone')),
  holder integer,
  holder_name text,
  check (way = 'proxy' or (holder is null and holder_name is null)),
  -- One vote for each unit, whichever way it comes.
  primary key (county, matter, number),
  foreign key (county, matter, number) references roll_unit (county, matter, number),
  foreign key (county, matter) references poll (county, matter)
);
comment on table attendance is 'The one attendance book of a vote: who took part and how. It holds no time, and of a secret ballot it is written anew by number when the urn is opened.';

create table urn (
  county text collate "C" not null,
  matter uuid not null,
  digest bytea not null check (length(digest) = 32),
  envelope bytea,
  primary key (county, matter, digest),
  foreign key (county, matter) references poll (county, matter)
);
comment on table urn is 'Sealed ballots from phones by SHA-256 of the envelope, which is the receipt. When the urn is opened the envelopes go and the digests are written anew in their own order.';

create table urn_choice (
  county text collate "C" not null,
  matter uuid not null,
  place integer not null,
  mark text collate "C" not null check (mark in ('for', 'against', 'abstain', 'spoilt')),
  primary key (county, matter, place),
  foreign key (county, matter) references poll (county, matter)
);
comment on table urn_choice is 'What lay in the urn, in a random order.';

create table named_ballot (
  county text collate "C" not null,
  matter uuid not null,
  number integer not null,
  mark text collate "C" not null check (mark in ('for', 'against', 'abstain', 'spoilt')),
  primary key (county, matter, number),
  foreign key (county, matter, number) references attendance (county, matter, number)
);
comment on table named_ballot is 'Votes by name in an open vote: from phones, and from signed papers once two have entered them alike.';

create table count_sheet (
  county text collate "C" not null,
  matter uuid not null,
  place text not null,
  turn smallint not null check (turn in (1, 2)),
  counter uuid not null,
  file uuid not null,
  totals jsonb,
  lines jsonb,
  check (num_nonnulls(totals, lines) = 1),
  primary key (county, matter, place, turn),
  unique (county, matter, place, counter),
  foreign key (county, matter) references poll (county, matter)
);
comment on table count_sheet is 'What each of two people entered from one signed sheet. The second is kept only where it says the same as the first.';

-- A frozen roll gains or loses lines by a correction alone, and none once voting has begun. Migrations and restores are the owner''s.
create function roll_unit_frozen() returns trigger language plpgsql as $$
declare
  line roll_unit := case when tg_op = 'DELETE' then old else new end;
begin
  if current_user <> 'shanzhi_app' or exists (select from roll r where r.county = line.county and r.matter = line.matter and r.frozen is null) then
    return line;
  end if;
  if exists (select from poll p where p.county = line.county and p.matter = line.matter) then
    raise check_violation using message = 'the roll is closed: voting has begun';
  end if;
  if tg_op = 'INSERT' and new.added is not null then
    return new;
  end if;
  -- Struck once; and who in the register it is, where that was not known.
  if tg_op = 'UPDATE' and to_jsonb(old) - 'struck' - 'person' = to_jsonb(new) - 'struck' - 'person'
    and (old.struck is null or old.struck is not distinct from new.struck) and (old.person is null or old.person is not distinct from new.person) then
    return new;
  end if;
  raise check_violation using message = 'the roll is frozen: it changes by a correction alone';
end $$;
create trigger roll_unit_frozen before insert or update or delete on roll_unit for each row execute function roll_unit_frozen();

do $$ declare t text; begin
  foreach t in array array['roll', 'roll_correction', 'roll_unit', 'roll_voter', 'poll', 'poll_secret', 'attendance', 'urn', 'urn_choice', 'named_ballot', 'count_sheet'] loop
    execute format('grant select, insert on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
  end loop;
  foreach t in array array['roll', 'roll_unit', 'poll', 'urn'] loop
    execute format('grant update on %I to shanzhi_app', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
  foreach t in array array['roll_unit', 'roll_voter', 'poll_secret', 'attendance', 'urn', 'count_sheet'] loop
    execute format('grant delete on %I to shanzhi_app', t);
    execute format('create policy %I on %I for delete to shanzhi_app using ((select app_reach()) = ''all'')', t || '_delete', t);
  end loop;
  -- Choices, envelopes, counts under way and who may vote by which account: for the platform alone.
  foreach t in array array['roll_voter', 'poll_secret', 'urn', 'urn_choice', 'named_ballot', 'count_sheet'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all'')', t || '_select', t);
  end loop;
  -- The roll and the attendance book: for who works for the place, up to the township; names are internal.
  foreach t in array array['roll', 'poll'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all''
      or ((select app_reach()) = ''region'' and (select app_cleared()) and (select length(app_from())) >= 9 and place >= (select app_from()) and place < (select app_before())))', t || '_select', t);
  end loop;
  foreach t in array array['roll_correction', 'roll_unit', 'attendance'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) = ''all'' or exists (select from roll r where r.county = %I.county and r.matter = %I.matter))', t || '_select', t, t, t);
  end loop;
end $$;

-- What opens the ballots of a vote is sealed under the ring too: the key that sealed it is in use until the urn is opened.
create or replace function sealed_heads() returns table (head smallint) stable security definer set search_path = pg_catalog, public language plpgsql as $$
declare
  last bytea := '';
begin
  perform app_platform_only();
  loop
    select x.byte into last from (
      (select substr(s.value, 1, 1) as byte from sealed s where s.value is not null and substr(s.value, 1, 1) > last order by 1 limit 1)
      union all (select substr(p.secret, 1, 1) from poll_secret p where substr(p.secret, 1, 1) > last order by 1 limit 1)) x order by x.byte limit 1;
    exit when last is null or last = '';
    head := get_byte(last, 0);
    return next;
  end loop;
end $$;

create or replace function sealed_count(of_head smallint) returns bigint stable security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return (select count(*) from sealed s where s.value is not null and substr(s.value, 1, 1) = substr(int2send(of_head), 2, 1))
    + (select count(*) from poll_secret p where substr(p.secret, 1, 1) = substr(int2send(of_head), 2, 1));
end $$;

-- What is deleted when an urn is opened is cleared away at the next round of the server, however little it is.
alter table poll_secret set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table urn set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table attendance set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

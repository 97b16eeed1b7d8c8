-- One double-entry ledger for whatever is counted in whole units: points of households (Art. 27) and the goods they are exchanged for; hours and money later.
-- A transfer moves an amount from one account to another, so that every ledger sums to nothing by construction. It is posted at once, or stands pending
-- until it is posted or voided, once. Nothing is changed or taken away: what was wrong is moved back, with the reason.

create table ledger_account (
  county text collate "C" not null,
  id uuid not null,
  ledger text collate "C" not null check (ledger ~ '^[a-z][a-z-]{0,39}$'),
  region text collate "C" not null check (starts_with(region, county)),
  kind text collate "C" not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  owner text collate "C" not null default '',
  side text collate "C" check (side in ('credit', 'debit')),
  posted bigint not null default 0,
  going bigint not null default 0 check (going >= 0),
  coming bigint not null default 0 check (coming >= 0),
  moves bigint not null default 0,
  primary key (county, id),
  unique (county, ledger, region, kind, owner),
  constraint ledger_account_floor check ((side is distinct from 'credit' or posted - going >= 0) and (side is distinct from 'debit' or posted + coming <= 0))
);
create index ledger_account_owner on ledger_account (county, owner, ledger);
comment on table ledger_account is 'What a household, a shelf or a village as a whole has in one ledger. Its place is the county, the ledger, the region, the kind and whose it is.';
comment on column ledger_account.side is 'credit: it never holds less than nothing. debit: it never holds more (what is owed). Such an account keeps its balance here, moved by its transfers under its own lock. The others, which every transfer of a village touches, keep none: theirs is summed when asked for.';
comment on column ledger_account.posted is 'Posted credits less posted debits.';
comment on column ledger_account.going is 'Debits pending: reserved, and spoken for already.';
comment on column ledger_account.coming is 'Credits pending: not to be spent yet.';
comment on column ledger_account.moves is 'How many transfers touched it.';

create table ledger_transfer (
  county text collate "C" not null,
  id uuid not null,
  ledger text collate "C" not null,
  region text collate "C" not null,
  debit uuid not null,
  credit uuid not null,
  amount bigint not null check (amount > 0),
  state text collate "C" not null check (state in ('posted', 'pending', 'post', 'void')),
  resolves uuid,
  reverses uuid,
  reason text check (reason <> ''),
  matter uuid not null,
  at timestamptz not null,
  mark text not null,
  primary key (county, id),
  foreign key (county, debit) references ledger_account (county, id),
  foreign key (county, credit) references ledger_account (county, id),
  constraint ledger_transfer_once unique (county, resolves),
  check (debit <> credit),
  check ((state in ('post', 'void')) = (resolves is not null)),
  check (reverses is null or (state = 'posted' and reason is not null)),
  check (state <> 'void' or reason is not null)
);
create index ledger_transfer_debit on ledger_transfer (county, debit, at) include (amount, state);
create index ledger_transfer_credit on ledger_transfer (county, credit, at) include (amount, state);
create index ledger_transfer_matter on ledger_transfer (county, matter);
create index ledger_transfer_reverses on ledger_transfer (county, reverses) where reverses is not null;
comment on table ledger_transfer is 'An amount from one account to another. Never changed, never deleted.';
comment on column ledger_transfer.state is 'posted: moved at once. pending: spoken for. post, void: what became of the pending one it resolves, of which each has one.';
comment on column ledger_transfer.matter is 'The matter whose step moved it.';
comment on column ledger_transfer.mark is 'A keyed digest over the row: who only writes to the database can’t make one (decision 36).';

-- The balances of accounts with a side follow their transfers, and nothing else writes them. Accounts are locked in the order of their ids, so that two transfers
-- between the same two wait for each other instead of standing crosswise.
create function ledger_move() returns trigger security definer language plpgsql as $$
declare
  other ledger_transfer;
  gone bigint;
  accounts integer;
  sided integer;
begin
  select count(*), count(a.side) into accounts, sided from ledger_account a where a.county = new.county and a.id in (new.debit, new.credit) and a.ledger = new.ledger;
  if accounts <> 2 then
    raise exception 'ledger_transfer_one_ledger: a transfer joins two accounts of one ledger' using errcode = '23514';
  end if;
  -- One account alone is locked by being written; two, or what must be looked at first, before.
  if sided = 2 or new.resolves is not null or new.reverses is not null then
    perform from ledger_account a where a.county = new.county and a.id in (new.debit, new.credit) and a.side is not null order by a.id for update;
  end if;
  if new.resolves is not null then
    select * into other from ledger_transfer t where t.county = new.county and t.id = new.resolves;
    if other.state is distinct from 'pending' or other.debit <> new.debit or other.credit <> new.credit or other.amount <> new.amount then
      raise exception 'ledger_transfer_resolves: only a pending transfer is posted or voided, and as it stands' using errcode = '23514';
    end if;
    if exists (select from ledger_transfer t where t.county = new.county and t.resolves = new.resolves) then
      raise exception 'ledger_transfer_once: a pending transfer is posted or voided once' using errcode = '23514';
    end if;
  end if;
  if new.reverses is not null then
    select * into other from ledger_transfer t where t.county = new.county and t.id = new.reverses for update;
    select coalesce(sum(t.amount), 0) into gone from ledger_transfer t where t.county = new.county and t.reverses = new.reverses;
    if other.state is null or other.state not in ('posted', 'pending') or other.reverses is not null
      or (other.state = 'pending' and not exists (select from ledger_transfer t where t.county = new.county and t.resolves = new.reverses and t.state = 'post'))
      or new.credit <> other.debit or gone + new.amount > other.amount then
      raise exception 'ledger_transfer_reverses: only what was posted is moved back, to where it came from, and no more of it' using errcode = '23514';
    end if;
  end if;
  update ledger_account a set moves = a.moves + 1,
    posted = a.posted - case when new.state in ('posted', 'post') then new.amount else 0 end,
    going = a.going + case new.state when 'pending' then new.amount when 'posted' then 0 else -new.amount end
    where a.county = new.county and a.id = new.debit and a.side is not null;
  update ledger_account a set moves = a.moves + 1,
    posted = a.posted + case when new.state in ('posted', 'post') then new.amount else 0 end,
    coming = a.coming + case new.state when 'pending' then new.amount when 'posted' then 0 else -new.amount end
    where a.county = new.county and a.id = new.credit and a.side is not null;
  return new;
end $$;
create trigger ledger_move before insert on ledger_transfer for each row execute function ledger_move();

-- Holds an account until the end of the transaction, for who must look at a balance before moving it.
create function app_lock_ledger(of_county text, of_ledger text, of_region text, of_kind text, of_owner text) returns void security definer language plpgsql as $$
begin
  perform public.app_platform_only();
  perform from public.ledger_account a where a.county = of_county and a.ledger = of_ledger and a.region = of_region and a.kind = of_kind and a.owner = of_owner for update;
end $$;

create function ledger_stands() returns trigger language plpgsql as $$
begin
  raise exception 'what stands in a ledger is neither changed nor deleted' using errcode = '42501';
end $$;
create trigger ledger_stands before update or delete on ledger_transfer for each row execute function ledger_stands();
create trigger ledger_account_stays before delete on ledger_account for each row execute function ledger_stands();

-- The household of whoever asks, as ledgers name it, and its accounts: its points are open to those who belong to it, and of households to nobody else without a post.
create function app_household_code() returns text stable security definer language plpgsql as $$
begin
  return (select h.county || '/' || h.code from public.household h where h.id = public.app_household());
end $$;
create function app_own_ledgers() returns uuid[] stable security definer language plpgsql as $$
begin
  return array(select a.id from public.ledger_account a where a.county = split_part(public.app_household_code(), '/', 1)
    and a.owner = split_part(public.app_household_code(), '/', 2) and a.kind in ('household', 'receivable'));
end $$;

create table points_catalogue (
  county text collate "C" not null,
  matter uuid not null,
  region text collate "C" not null check (starts_with(region, county)),
  title text not null,
  affairs jsonb not null,
  since date not null,
  until date check (until >= since),
  primary key (county, matter)
);
create index points_catalogue_region on points_catalogue (county, region, since);
comment on table points_catalogue is 'Affairs as a township quantified them (Art. 27.1), version by version: [{"code": "A01", "what": "…", "least": 1, "most": 10}].';

create table points_scheme (
  county text collate "C" not null,
  matter uuid not null,
  village text collate "C" not null check (starts_with(village, county)),
  title text not null,
  version integer not null check (version > 0),
  period text collate "C" not null check (period in ('month', 'quarter', 'year')),
  items jsonb not null,
  rewards jsonb not null,
  budget bigint not null check (budget >= 0),
  point_fen bigint not null check (point_fen >= 0),
  resolution uuid not null,
  since date not null,
  until date check (until >= since),
  primary key (county, matter),
  unique (county, village, version)
);
create index points_scheme_village on points_scheme (county, village, since);
comment on table points_scheme is 'Schemes of villages as their residents adopted them, version by version. In force from `since` to `until`, that day included.';
comment on column points_scheme.budget is 'What the village sets aside for rewards, fen. `point_fen`: what a point is reckoned to cost it.';

create table points_line (
  county text collate "C" not null,
  id uuid not null,
  village text collate "C" not null,
  household text collate "C" not null,
  kind text collate "C" not null check (kind in ('award', 'opening', 'deduction')),
  item text collate "C" not null,
  what text not null,
  points bigint not null check (points > 0),
  day date not null,
  scheme uuid not null,
  evidence text not null,
  matter uuid not null,
  scorer uuid,
  posting uuid,
  line integer,
  held uuid,
  state text collate "C" not null default 'pending' check (state in ('pending', 'posted', 'void', 'reversed')),
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, id) references ledger_transfer (county, id),
  check ((posting is null) = (line is null)),
  check (held is null or posting is not null)
);
create unique index points_line_posting on points_line (county, posting, line) where posting is not null;
create index points_line_household on points_line (county, household, day);
create index points_line_village on points_line (county, village, state, day);
create index points_line_matter on points_line (county, matter);
comment on table points_line is 'What a household was given or lost points for: item, version of the scheme, evidence. Its transfer has the same id; it stands pending until it was shown to the village and nobody objected.';
comment on column points_line.held is 'The objection that holds it.';

do $$ declare t text; begin
  foreach t in array array['ledger_account', 'ledger_transfer', 'points_catalogue', 'points_scheme', 'points_line'] loop
    execute format('grant select, insert on %I to shanzhi_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for insert to shanzhi_app with check ((select app_reach()) = ''all'')', t || '_insert', t);
  end loop;
  foreach t in array array['points_catalogue', 'points_scheme', 'points_line'] loop
    execute format('grant update on %I to shanzhi_app', t);
    execute format('create policy %I on %I for update to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_update', t);
  end loop;
  -- What was quantified and adopted is open to all.
  foreach t in array array['points_catalogue', 'points_scheme'] loop
    execute format('create policy %I on %I for select to shanzhi_app using ((select app_reach()) is not null)', t || '_select', t);
  end loop;
end $$;
create policy ledger_account_select on ledger_account for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and region >= (select app_from()) and region < (select app_before()))
  or id = any ((select app_own_ledgers())::uuid[]));
create policy ledger_transfer_select on ledger_transfer for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and region >= (select app_from()) and region < (select app_before()))
  or debit = any ((select app_own_ledgers())::uuid[]) or credit = any ((select app_own_ledgers())::uuid[]));
create policy points_line_select on points_line for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_here()) and village >= (select app_from()) and village < (select app_before()))
  or county || '/' || household = (select app_household_code()));

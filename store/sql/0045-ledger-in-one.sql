-- A posting in one statement, with less on the way. What a check of a table says is read anew by every statement that writes to it, and a foreign key locks, with
-- every posting, the account all of a village share: what they held is held where a transfer is looked at anyway, and where an account is opened.
alter table ledger_transfer
  drop constraint ledger_transfer_county_debit_fkey, drop constraint ledger_transfer_county_credit_fkey,
  drop constraint ledger_transfer_amount_check, drop constraint ledger_transfer_state_check, drop constraint ledger_transfer_reason_check,
  drop constraint ledger_transfer_check, drop constraint ledger_transfer_check1, drop constraint ledger_transfer_check2, drop constraint ledger_transfer_check3,
  drop constraint ledger_transfer_once;
-- Nothing looks a transfer up by its matter.
drop index ledger_transfer_matter;
create unique index ledger_transfer_once on ledger_transfer (county, resolves) where resolves is not null;

-- No account holds less, or owes less, than nothing. A function, which is read once; and room in every page for balances to change in place.
create function ledger_holds(side text, posted bigint, going bigint, coming bigint) returns boolean immutable language plpgsql as $$
begin
  return going >= 0 and coming >= 0 and (side is distinct from 'credit' or posted >= going) and (side is distinct from 'debit' or posted + coming <= 0);
end $$;
alter table ledger_account set (fillfactor = 70);
alter table ledger_account
  drop constraint ledger_account_ledger_check, drop constraint ledger_account_check, drop constraint ledger_account_kind_check, drop constraint ledger_account_side_check,
  drop constraint ledger_account_going_check, drop constraint ledger_account_coming_check, drop constraint ledger_account_floor,
  add constraint ledger_account_floor check (ledger_holds(side, posted, going, coming));

create function ledger_opens() returns trigger language plpgsql as $$
begin
  if new.ledger !~ '^[a-z][a-z-]{0,39}$' or new.kind !~ '^[a-z][a-z-]{0,39}$' or not starts_with(new.region, new.county) or new.side not in ('credit', 'debit') then
    raise exception 'ledger_account_opens: an account has a ledger, a kind, a place in its county, and a side or none' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger ledger_opens before insert on ledger_account for each row execute function ledger_opens();

create or replace function ledger_move() returns trigger security definer language plpgsql as $$
declare
  other ledger_transfer;
  gone bigint;
  accounts integer;
  pays boolean;
  gains boolean;
  moved bigint := case when new.state in ('posted', 'post') then new.amount else 0 end;
  waits bigint := case new.state when 'pending' then new.amount when 'posted' then 0 else -new.amount end;
begin
  if new.amount <= 0 or new.debit = new.credit or new.reason = '' or new.state not in ('posted', 'pending', 'post', 'void') or (new.state in ('post', 'void')) <> (new.resolves is not null)
    or (new.reverses is not null and (new.state <> 'posted' or new.reason is null)) or (new.state = 'void' and new.reason is null) then
    raise exception 'ledger_transfer_form: a transfer moves something from one account to another; what is void or moved back says why' using errcode = '23514';
  end if;
  select count(*), bool_or(a.id = new.debit and a.side is not null), bool_or(a.id = new.credit and a.side is not null) into accounts, pays, gains
    from ledger_account a where a.county = new.county and a.id in (new.debit, new.credit) and a.ledger = new.ledger;
  if accounts <> 2 then
    raise exception 'ledger_transfer_one_ledger: a transfer joins two accounts of one ledger' using errcode = '23514';
  end if;
  -- One account alone is locked by being written; two, or what must be looked at first, before.
  if (pays and gains) or new.resolves is not null or new.reverses is not null then
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
  if pays then
    update ledger_account a set moves = a.moves + 1, posted = a.posted - moved, going = a.going + waits where a.county = new.county and a.id = new.debit;
  end if;
  if gains then
    update ledger_account a set moves = a.moves + 1, posted = a.posted + moved, coming = a.coming + waits where a.county = new.county and a.id = new.credit;
  end if;
  return new;
end $$;

-- The one way in, for the platform: opens what accounts are not there yet, and posts, all or none. Both in the order given, so that two who move the same accounts wait for one another.
create function app_post_ledger(of_county text, accounts jsonb, transfers jsonb) returns void security definer language plpgsql as $$
declare
  account jsonb;
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'for the platform only';
  end if;
  for n in 0 .. jsonb_array_length(accounts) - 1 loop
    account := accounts -> n;
    if not exists (select from public.ledger_account a where a.county = of_county and a.id = (account ->> 'id')::uuid) then
      insert into public.ledger_account (county, id, ledger, region, kind, owner, side)
        values (of_county, (account ->> 'id')::uuid, account ->> 'ledger', account ->> 'region', account ->> 'kind', account ->> 'owner', account ->> 'side')
        on conflict do nothing;
    end if;
  end loop;
  insert into public.ledger_transfer (county, id, ledger, region, debit, credit, amount, state, resolves, reverses, reason, matter, at, mark)
    select of_county, r.* from jsonb_to_recordset(transfers) as r(id uuid, ledger text, region text, debit uuid, credit uuid, amount bigint, state text, resolves uuid, reverses uuid, reason text, matter uuid, at timestamptz, mark text);
end $$;
revoke insert on ledger_account, ledger_transfer from shanzhi_app;
drop policy ledger_account_insert on ledger_account;
drop policy ledger_transfer_insert on ledger_transfer;

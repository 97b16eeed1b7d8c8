-- A line of points that was moved back is shown to the village as that, with the posting after it.
alter table points_line add column reversed_by uuid, add column reversed_in uuid;
create index points_line_reversed on points_line (county, reversed_in) where reversed_by is not null;
comment on column points_line.reversed_by is 'The correction that moved it back.';
comment on column points_line.reversed_in is 'The posting in which the village was shown that it was moved back.';

-- A household reads what may go against it: what its points are to be taken for, and by which clause.
create or replace function app_owns(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account() and p.role in ('reporter', 'applicant', 'person', 'household'));
end $$;

-- What a household has is read in its village and by its township, and no further up.
create function app_works_near() returns boolean stable parallel safe language sql
  return app_works_here() and length(app_from()) >= 9;
drop policy ledger_account_select on ledger_account;
drop policy ledger_transfer_select on ledger_transfer;
drop policy points_line_select on points_line;
create policy ledger_account_select on ledger_account for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_near()) and region >= (select app_from()) and region < (select app_before()))
  or id = any ((select app_own_ledgers())::uuid[]));
create policy ledger_transfer_select on ledger_transfer for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_near()) and region >= (select app_from()) and region < (select app_before()))
  or debit = any ((select app_own_ledgers())::uuid[]) or credit = any ((select app_own_ledgers())::uuid[]));
create policy points_line_select on points_line for select to shanzhi_app using ((select app_reach()) = 'all'
  or ((select app_works_near()) and village >= (select app_from()) and village < (select app_before()))
  or county || '/' || household = (select app_household_code()));

-- What an office was told in confidence is read by that office and by no other, whatever clears them and whoever holds the matter next (`ofOffice` of a fact; decision 43).
alter table sealed add column office text collate "C";
comment on column sealed.office is 'Whose alone it is: the office that gave it; ''none'' where no office did. Null: goes by its class.';
grant select (office) on sealed to shanzhi_app;
update sealed s set office = coalesce(e.actor ->> 'office', 'none') from entry e
  where e.county = s.county and e.matter = s.matter and e.seq = s.seq and s.fact = 'apart' and exists (select from matter m where m.county = s.county and m.id = s.matter and m.procedure = 'dispute');

create or replace function app_open(of_county text, of_matter uuid) returns table (seq integer, fact text, value bytea) stable security definer language plpgsql as $$
declare
  all_of_it constant boolean := public.app_reach() = 'all';
  own constant boolean := public.app_owns(of_county, of_matter);
  side constant boolean := public.app_shares(of_county, of_matter);
  inside constant boolean := public.app_confined(of_county, of_matter);
  reach constant boolean := public.app_reaches(of_county, of_matter);
  cleared constant integer := public.app_rank(public.app_clearance());
  desk constant text := public.app_office();
  logged constant text[] := array(select unnest(l.facts) from public.access_log l
    where l.county = of_county and l.matter = of_matter and l.account = public.app_account() and l.xact = pg_current_xact_id());
  stays boolean;
begin
  if inside then
    select public.app_stays(m.county, m.id, m.region) into stays from public.matter m where m.county = of_county and m.id = of_matter;
    return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
      and (all_of_it or ((s.office is null or s.office = desk) and stays and (own or s.class in ('public', 'internal') or s.fact = any (logged))));
    return;
  end if;
  return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
    and (all_of_it or ((s.office is null or s.office = desk) and ((own and (s.seq = 1 or s.class = 'internal')) or (side and s.shared)
      or ((s.class in ('public', 'internal') or s.fact = any (logged))
        and ((reach and public.app_rank(s.class) <= cleared) or public.app_grants(of_matter, s.class, s.fact))))));
end $$;

-- Disputes (Art. 28 to 31): what both sides are to know is read by both, whatever its class.

alter table sealed add column shared boolean not null default false;
comment on column sealed.shared is 'Read by who stands in the matter as disputant, whatever its class (`shared` of the fact).';
grant select (shared) on sealed to shanzhi_app;
alter table file add column shared boolean not null default false;
comment on column file.shared is 'As `sealed.shared`, of the fact that names the file.';

-- Whether the reader is a side of the dispute.
create function app_shares(of_county text, of_matter uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.party p where p.county = of_county and p.matter = of_matter and p.account = public.app_account() and p.role = 'disputant');
end $$;

-- As before; what is shared is given to both sides as their own.
create or replace function app_open(of_county text, of_matter uuid) returns table (seq integer, fact text, value bytea) stable security definer language plpgsql as $$
declare
  all_of_it constant boolean := public.app_reach() = 'all';
  own constant boolean := public.app_owns(of_county, of_matter);
  side constant boolean := public.app_shares(of_county, of_matter);
  inside constant boolean := public.app_confined(of_county, of_matter);
  reach constant boolean := public.app_reaches(of_county, of_matter);
  cleared constant integer := public.app_rank(public.app_clearance());
  logged constant text[] := array(select unnest(l.facts) from public.access_log l
    where l.county = of_county and l.matter = of_matter and l.account = public.app_account() and l.xact = pg_current_xact_id());
  stays boolean;
begin
  if inside then
    select public.app_stays(m.county, m.id, m.region) into stays from public.matter m where m.county = of_county and m.id = of_matter;
    return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
      and (all_of_it or (stays and (own or s.class in ('public', 'internal') or s.fact = any (logged))));
    return;
  end if;
  return query select s.seq, s.fact, s.value from public.sealed s where s.county = of_county and s.matter = of_matter and s.value is not null
    and (all_of_it or (own and (s.seq = 1 or s.class = 'internal')) or (side and s.shared)
      or ((s.class in ('public', 'internal') or s.fact = any (logged))
        and ((reach and public.app_rank(s.class) <= cleared) or public.app_grants(of_matter, s.class, s.fact))));
end $$;

drop function app_bind_files(text, uuid, uuid[], text, text, boolean);
create function app_bind_files(of_county text, of_matter uuid, ids uuid[], of_fact text, of_class text, at_opening boolean, in_common boolean) returns table (type text) volatile security definer language plpgsql as $$
begin
  if public.app_acts() is not true then
    raise insufficient_privilege using message = 'who only reads gives no files';
  end if;
  return query update public.file f set county = of_county, matter = of_matter, account = null, fact = of_fact, class = of_class, opening = at_opening, shared = in_common
    where f.id = any (ids) and f.matter is null and f.account = public.app_account() returning f.type;
end $$;

-- Who joined a matter by mistake, or stood aside, leaves it: their part ends, and with it all that they read by it. Only the newest entry of a
-- matter takes anybody out, and only whom it names; nobody has a right to delete parties.
create function app_let_go(of_county text, of_matter uuid) returns void security definer language plpgsql as $$
begin
  delete from public.party p
    using public.matter m join public.entry e on e.county = m.county and e.matter = m.id and e.seq = m.seq
      cross join lateral jsonb_to_recordset(e.outcome -> 'gone') as g(role text, account uuid, office text)
    where m.county = of_county and m.id = of_matter and p.county = of_county and p.matter = of_matter
      and p.role = g.role and p.account is not distinct from g.account and p.office is not distinct from g.office;
end $$;

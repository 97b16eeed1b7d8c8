-- What one field worker did in a span of time (Art. 21.3, 21.4): their own week, and what a month’s subsidy is computed from. Only these look a person’s steps up:
-- an index over all entries would cost every step, and invite comparing people.
create index entry_field_worker on entry (county, (actor ->> 'account'), at) where actor ->> 'kind' in ('gridWorker', 'committee');

-- As the owner, for under the policies no index over an expression is used; so who may ask is said here: the platform, and the account of itself.
create function app_steps_of(of_county text, of_account uuid, since timestamptz, before timestamptz) returns table (matter uuid, step text, kind text, at timestamptz) stable security definer language plpgsql as $$
begin
  if public.app_reach() is distinct from 'all' and public.app_account() is distinct from of_account then
    raise insufficient_privilege using message = 'nobody looks up what another did';
  end if;
  return query select e.matter, e.step, e.actor ->> 'kind', e.at from public.entry e
    where e.county = of_county and e.actor ->> 'account' = of_account::text and e.actor ->> 'kind' in ('gridWorker', 'committee') and e.at >= since and e.at < before;
end $$;

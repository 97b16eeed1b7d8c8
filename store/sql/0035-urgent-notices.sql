-- A warning of danger to people, of an emergency in force or for who is on duty waits for no morning. What is urgent is said by the step that tells it.

alter table notice add column urgent boolean not null default false;
comment on column notice.urgent is 'Sent by night too, and beside the daily limit of text messages.';

-- orders: [{ to: { party | account | office, kinds | posts, region }, words, urgent }]
create or replace function app_notify(of_county text, of_matter uuid, happened timestamptz, except_account uuid, orders jsonb) returns void
  volatile security definer language plpgsql as $$
declare
  audience jsonb;
  reached uuid[];
  told uuid[] := array[except_account];
begin
  if public.app_acts() is not true then
    raise insufficient_privilege using message = 'who only reads sends no notices';
  end if;
  for i in 0 .. jsonb_array_length(orders) - 1 loop
    audience := orders -> i -> 'to';
    if audience ? 'party' then
      reached := array(select p.account from public.party p
        where p.county = of_county and p.matter = of_matter and p.role = audience ->> 'party' and p.account is not null);
    elsif audience ? 'office' then
      reached := array(select p.account from public.post p where p.office = audience ->> 'office' and (p.until is null or p.until > happened)
        and (not audience ? 'kinds' or audience -> 'kinds' ? p.kind));
    elsif audience ? 'posts' then
      reached := array(select p.account from public.post p
        where p.kind = audience ->> 'posts' and p.region = audience ->> 'region' and (p.until is null or p.until > happened));
    else
      reached := array[(audience ->> 'account')::uuid];
    end if;
    insert into public.notice (id, county, account, matter, at, words, urgent)
    select gen_random_uuid(), of_county, r.account, of_matter, happened, orders -> i -> 'words', coalesce((orders -> i ->> 'urgent')::boolean, false)
    from unnest(reached) r(account) where array_position(told, r.account) is null group by r.account;
    told := told || reached;
  end loop;
end $$;

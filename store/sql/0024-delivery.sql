-- What is sent out of the house, on one queue: events to programs (webhooks), notices to people by push, mail and text message. Rows are made in
-- the transaction of what they tell of, so that nothing is sent of what did not happen and nothing that happened is forgotten.

create table webhook (
  id uuid not null primary key,
  account uuid not null references account (id),
  -- The program's own sign-in (auth.session), by whose rights events are chosen; when it ends, so does this.
  program uuid not null,
  post uuid,
  region text collate "C",
  office text collate "C",
  url text not null,
  turn integer not null default 1,
  turned timestamptz not null,
  made timestamptz not null,
  ended timestamptz,
  why text collate "C"
);
create index webhook_account on webhook (account, made desc);
comment on column webhook.region is 'Where its post sees all; none where it sees what its office holds or its person takes part in.';
comment on column webhook.turn is 'Which secret it signs with, counted from 1; the secret itself derives from the site’s and is kept nowhere.';
comment on column webhook.turned is 'When that secret was made: for a day after it, what is sent is signed with the one before as well.';
comment on column webhook.why is 'Why it ended: ended by its person, program gone, or gone at its address (410).';

create table channel (
  id uuid not null primary key,
  account uuid not null references account (id),
  kind text collate "C" not null check (kind in ('push', 'email', 'sms')),
  address bytea not null,
  digest bytea not null,
  hint text not null,
  language text collate "C" not null check (language in ('zh', 'en')),
  wanted boolean not null default true,
  made timestamptz not null,
  verified timestamptz,
  code integer not null default 1,
  code_made timestamptz,
  tries integer not null default 0,
  day date,
  sent integer not null default 0,
  unique (account, digest)
);
comment on table channel is 'Where a person wants their notices sent beside the page itself, which always has them.';
comment on column channel.address is 'Sealed: a mail address, a phone, or a browser’s push subscription.';
comment on column channel.hint is 'The address masked, as its person sees it.';
comment on column channel.verified is 'Since when it is known to be theirs; before that nothing but the code is sent there.';
comment on column channel.sent is 'How many text messages went there on `day`.';
comment on column channel.code is 'Which code was sent to it, counted; the code derives from the site’s secret.';

create table delivery (
  id uuid not null primary key,
  kind text collate "C" not null check (kind in ('webhook', 'push', 'email', 'sms')),
  target uuid not null,
  what text collate "C" not null check (what in ('entry', 'notice', 'code', 'trial')),
  of_county text collate "C",
  matter uuid,
  seq integer,
  notice uuid,
  made timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  state text collate "C" not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  settled timestamptz,
  status integer,
  why text collate "C"
);
create index delivery_due on delivery (not_before, id) where state = 'waiting';
create index delivery_target on delivery (target, made desc, id);
create index delivery_settled on delivery (settled) where state <> 'waiting';
comment on table delivery is 'What is still to be sent, what could not be, and for some days what was sent to programs. It holds no text: that is made when it is sent, under the rights of that moment.';
comment on column delivery.status is 'Of the last try: what the other side answered.';
comment on column delivery.why is 'Of the last try: a word of ours for what went wrong.';

-- Who may read is judged again when it is sent, under row-level security; here only what can’t be theirs is left out. Restored rows tell nobody anything.
create function deliver_entries() returns trigger volatile security definer language plpgsql as $$
begin
  if public.app_reach() is null or not exists (select from public.webhook where ended is null) then return null; end if;
  insert into public.delivery (id, kind, target, what, of_county, matter, seq, made, not_before)
  select gen_random_uuid(), 'webhook', w.id, 'entry', f.county, f.matter, f.seq, f.at, f.at
  from fresh f join public.matter m on m.county = f.county and m.id = f.matter join public.webhook w on w.ended is null
  where m.published or starts_with(m.region, w.region) or m.holder_office = w.office
    or exists (select from public.party p where p.county = f.county and p.matter = f.matter and (p.account = w.account or p.office = w.office));
  return null;
end $$;
create trigger entry_deliver after insert on entry referencing new table as fresh for each statement execute function deliver_entries();

create function deliver_notices() returns trigger volatile security definer language plpgsql as $$
begin
  if public.app_reach() is null then return null; end if;
  insert into public.delivery (id, kind, target, what, notice, made, not_before)
  select gen_random_uuid(), c.kind, c.id, 'notice', f.id, f.at, f.at
  from fresh f join public.channel c on c.account = f.account join public.account a on a.id = c.account
  where c.wanted and c.verified is not null and a.closed is null;
  return null;
end $$;
create trigger notice_deliver after insert on notice referencing new table as fresh for each statement execute function deliver_notices();

grant select, insert, update, delete on webhook, channel, delivery to shanzhi_app;
do $$ declare t text; begin
  foreach t in array array['webhook', 'channel', 'delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for all to shanzhi_app using ((select app_reach()) = ''all'') with check ((select app_reach()) = ''all'')', t || '_platform', t);
  end loop;
end $$;
create policy webhook_mine on webhook for select to shanzhi_app using (account = (select app_account()));
create policy channel_mine on channel for select to shanzhi_app using (account = (select app_account()));

-- Names on a roll go when their time is over (Art. 20.2): its numbers, its digests and the published result stay.
alter table roll add column forgotten timestamptz;
comment on column roll.forgotten is 'When its names were erased, their time of keeping being over. What it was is then known by its digest alone.';
create index roll_to_forget on roll (made) where forgotten is null;

-- Only of a vote that is over, and of none that a hold keeps. What bears a number alone stays: who took part, and how where the vote was open.
create function app_forget_roll(of_county text, of_matter uuid, at timestamptz) returns void volatile security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  if exists (select from matter m where m.county = of_county and m.id = of_matter and m.open) or app_held(of_county, of_matter, at) is not null then
    raise object_not_in_prerequisite_state using message = 'the vote is not over, or a hold keeps it';
  end if;
  update roll set forgotten = at where county = of_county and matter = of_matter and forgotten is null;
  update roll_unit set name = '*', household = null, door = null, person = null where county = of_county and matter = of_matter;
  update roll_correction set asked = '*', why = '*' where county = of_county and matter = of_matter;
  update attendance set holder_name = null where county = of_county and matter = of_matter and holder_name is not null;
  delete from roll_voter where county = of_county and matter = of_matter;
end $$;

-- Representatives, members and owners stay for years: their roll may be taken over from the last one.
alter table roll drop constraint roll_source_check;
alter table roll add constraint roll_source_check check (source in ('register', 'before', 'paper'));

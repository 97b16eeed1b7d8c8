-- The attendance book decides a quorum: who entered it is known, and one of the counters, who did not, holds it against its signed pages (Art. 25).
create table book_hand (
  county text collate "C" not null,
  matter uuid not null,
  account uuid not null,
  primary key (county, matter, account),
  foreign key (county, matter) references poll (county, matter)
);
comment on table book_hand is 'Who entered or took back lines of the attendance book of a vote: none of them checks it.';
grant select, insert on book_hand to shanzhi_app;
alter table book_hand enable row level security;
alter table book_hand force row level security;
create policy book_hand_owner on book_hand to current_user using (true) with check (true);
create policy book_hand_insert on book_hand for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy book_hand_select on book_hand for select to shanzhi_app using ((select app_reach()) = 'all');

alter table poll add column checked uuid;
comment on column poll.checked is 'Which counter held the attendance book against its signed pages, as it stands since.';

-- Two count apart: nobody sees the photo of a signed sheet, with its figures, while its vote is being counted.
create policy file_counted_apart on file as restrictive for select to shanzhi_app using (
  fact is distinct from 'countSheet' or (select app_reach()) = 'all' or not exists (select from matter m where m.county = file.county and m.id = file.matter and m.stage = 'counting'));

-- A correction of a roll names the objection it answers and who decided it; one answer may change several lines.
alter table roll_correction drop column asked, add column objection integer;
comment on column roll_correction.objection is 'The number of the entry in which somebody objected; null of what was corrected before this was kept.';
comment on column roll_correction.decided_by is 'The account that decided; of what was corrected before this was kept, its office.';

create or replace function app_forget_roll(of_county text, of_matter uuid, at timestamptz) returns void volatile security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  if exists (select from matter m where m.county = of_county and m.id = of_matter and m.open) or app_held(of_county, of_matter, at) is not null then
    raise object_not_in_prerequisite_state using message = 'the vote is not over, or a hold keeps it';
  end if;
  update roll set forgotten = at where county = of_county and matter = of_matter and forgotten is null;
  update roll_unit set name = '*', household = null, door = null, person = null where county = of_county and matter = of_matter;
  update roll_correction set why = '*' where county = of_county and matter = of_matter;
  update attendance set holder_name = null where county = of_county and matter = of_matter and holder_name is not null;
  delete from roll_voter where county = of_county and matter = of_matter;
end $$;

-- A vote may be ordered to be counted again: its signed papers are entered anew.
grant delete on named_ballot to shanzhi_app;
create policy named_ballot_delete on named_ballot for delete to shanzhi_app using ((select app_reach()) = 'all');

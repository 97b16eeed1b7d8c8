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

-- Work that was begun and then taken back or let off was borne until then (Art. 23.2): its row ends on that day and keeps its share of the time.
alter table given_work add column begun date;
comment on column given_work.begun is 'Day on which the work was begun; null: not yet, or never.';
update given_work set begun = since where state in ('doing', 'accepting', 'done', 'over');

-- A scheme or a catalogue that was adopted for a day to come and fell before it was never in force: its last day is the one before its first (Art. 27.2).
alter table points_scheme drop constraint points_scheme_check1;
alter table points_scheme add constraint points_scheme_until check (until >= since - 1);
comment on table points_scheme is 'Schemes of villages as their residents adopted them, version by version. In force from `since` to `until`, that day included; where `until` lies before `since`, never. Of two for one day the later counts.';
alter table points_catalogue drop constraint points_catalogue_check1;
alter table points_catalogue add constraint points_catalogue_until check (until >= since - 1);

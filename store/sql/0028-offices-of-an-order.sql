-- An emergency order lets the offices it names task communities at once (Art. 24.2, 33.2), and the governments of its places.
alter table emergency add column offices text[] collate "C" not null default '{}';
comment on column emergency.offices is 'Departments that may give work to communities under it; governments need not be named.';

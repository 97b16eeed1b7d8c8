-- One version of a list has no end (Art. 23.1): two published at the same moment, each compared with the one before, can’t both stand. The second comes again and is told that it was overtaken.
create unique index work_list_last on work_list (county) where until is null;
create unique index duty_list_last on duty_list (county, office) where until is null;

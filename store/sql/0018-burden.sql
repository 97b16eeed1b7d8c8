-- The burden of communities (Art. 23, 50): reads of given work and of refused attempts by time.

-- What a span of months asks for ended on its first day or later, which leaves the years before it unread.
create index given_work_until on given_work (county, until);
-- Lists of a county show the newest first.
create index given_work_since on given_work (county, since desc, matter desc);
create index given_work_source on given_work (county, source) where source is not null;
create index refused_attempt_at on refused_attempt (county, at desc, act);

-- A sign-in of a program: made by a person for one of their posts, named, and ended at a day of its own.
alter table auth.session add column program text;
comment on column auth.session.program is 'What the program is called; none: a person’s own sign-in.';

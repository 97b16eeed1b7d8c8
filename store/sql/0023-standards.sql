-- What goes out under open standards.

-- The list of published matters, the newest first: few are, so the index is small and most steps never touch it.
create index matter_published on matter (opened desc, id desc) where published;

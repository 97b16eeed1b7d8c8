-- The official text of the regulation, read from a file that the site's own justice office vouches for and shown beside the duties.

create table official_text (
  article integer not null,
  "insert" integer not null default 0,
  paragraph integer not null,
  chapter integer not null,
  text text not null,
  items jsonb not null default '[]',
  source text not null,
  imported timestamptz not null,
  primary key (article, "insert", paragraph)
);
comment on column official_text."insert" is '1 for 第十条之一, which stands behind Article 10; else 0.';
comment on column official_text.items is 'Items （一）… of the paragraph, in order.';

grant select, insert, delete on official_text to shanzhi_app;
alter table official_text enable row level security;
alter table official_text force row level security;
do $$ begin
  execute 'create policy official_text_owner on official_text to current_user using (true) with check (true)';
end $$;
create policy official_text_select on official_text for select to shanzhi_app using (true);
create policy official_text_insert on official_text for insert to shanzhi_app with check ((select app_reach()) = 'all');
create policy official_text_delete on official_text for delete to shanzhi_app using ((select app_reach()) = 'all');

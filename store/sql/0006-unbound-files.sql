-- The platform must see files that no act named, to remove them after a day; nobody else sees them but their giver.
create policy file_unbound on file for select to shanzhi_app using (matter is null and (select app_reach()) = 'all');

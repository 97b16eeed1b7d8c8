-- What is handed in by file was never compared with our clock: of it there is only what the device itself had measured, and that is kept apart.

alter table capture alter column skew_ms drop not null;
alter table capture add column told_ms bigint;
comment on column capture.skew_ms is 'The server’s clock less the device’s, milliseconds, measured as the act came in; null where it came by file.';
comment on column capture.told_ms is 'The same as the device last measured it before it wrote, as the device says: kept, and never relied on.';

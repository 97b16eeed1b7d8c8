-- Which key sealed what, and sealing it anew. The application may not update sealed values, nor files that are bound, so these functions do,
-- for the platform alone, and only where the bytes are still those that were opened.

create index sealed_head on sealed (substr(value, 1, 1)) where value is not null;

alter table file add column sealed_by smallint not null default 0;
comment on column file.sealed_by is 'First byte of its sealed bytes: key (1 to 127), and 128 more for SM4; 0 where it was written before there was a ring of keys.';
create index file_sealed_by on file (sealed_by) where erased is null;

create function app_platform_only() returns void stable language plpgsql as $$
begin
  if public.app_reach() is distinct from 'all' then
    raise insufficient_privilege using message = 'for the platform only';
  end if;
end $$;

-- The first bytes in use, each looked up behind the one before: all values need not be read.
create function sealed_heads() returns table (head smallint) stable security definer set search_path = pg_catalog, public language plpgsql as $$
declare
  last bytea := '';
begin
  perform app_platform_only();
  loop
    select substr(s.value, 1, 1) into last from sealed s where s.value is not null and substr(s.value, 1, 1) > last order by 1 limit 1;
    exit when last is null or last = '';
    head := get_byte(last, 0);
    return next;
  end loop;
end $$;

create function sealed_count(of_head smallint) returns bigint stable security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return (select count(*) from sealed s where s.value is not null and substr(s.value, 1, 1) = substr(int2send(of_head), 2, 1));
end $$;

-- Some values under a key, locked until the transaction ends; those that another server has, or that did not open before, are passed over.
create function sealed_take(of_head smallint, most integer, left_out text[]) returns table (county text, matter uuid, seq integer, fact text, value bytea)
  volatile security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return query select s.county, s.matter, s.seq, s.fact, s.value from sealed s
    where s.value is not null and substr(s.value, 1, 1) = substr(int2send(of_head), 2, 1)
      and (s.county || '/' || s.matter || '/' || s.seq || '/' || s.fact) <> all (left_out)
    limit most for update skip locked;
end $$;

-- A few values under a key, to see that the key opens them. Nothing is locked.
create function sealed_probe(of_head smallint) returns table (matter uuid, seq integer, fact text, value bytea) stable security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return query select s.matter, s.seq, s.fact, s.value from sealed s where s.value is not null and substr(s.value, 1, 1) = substr(int2send(of_head), 2, 1) limit 5;
end $$;

-- Puts back values sealed anew, as hexadecimal text: [{ county, matter, seq, fact, was, value }]. Compared and swapped: one erased meanwhile stays so.
create function sealed_put(anew jsonb) returns integer volatile security definer set search_path = pg_catalog, public language plpgsql as $$
declare
  n integer;
begin
  perform app_platform_only();
  update sealed s set value = decode(a.value, 'hex')
    from jsonb_to_recordset(anew) as a(county text, matter uuid, seq integer, fact text, was text, value text)
    where s.county = a.county and s.matter = a.matter and s.seq = a.seq and s.fact = a.fact and s.value = decode(a.was, 'hex');
  get diagnostics n = row_count;
  return n;
end $$;

create function file_heads() returns table (head smallint) stable security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  head := -1;
  loop
    select f.sealed_by into head from file f where f.erased is null and f.sealed_by > head order by 1 limit 1;
    exit when head is null;
    return next;
  end loop;
end $$;

create function file_count(of_head smallint) returns bigint stable security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return (select count(*) from file f where f.erased is null and f.sealed_by = of_head);
end $$;

-- One file under a key, locked while its bytes are sealed anew: who sweeps it away waits.
create function file_take(of_head smallint, left_out uuid[]) returns table (id uuid) volatile security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  return query select f.id from file f where f.erased is null and f.sealed_by = of_head and f.id <> all (left_out) limit 1 for update skip locked;
end $$;

create function file_resealed(of_id uuid, new_head smallint) returns void volatile security definer set search_path = pg_catalog, public language plpgsql as $$
begin
  perform app_platform_only();
  update file set sealed_by = new_head where id = of_id;
end $$;

do $$
declare name text;
begin
  foreach name in array array['sealed_heads()', 'sealed_count(smallint)', 'sealed_probe(smallint)', 'sealed_take(smallint, integer, text[])', 'sealed_put(jsonb)',
    'file_heads()', 'file_count(smallint)', 'file_take(smallint, uuid[])', 'file_resealed(uuid, smallint)'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to shanzhi_app', name);
  end loop;
end $$;

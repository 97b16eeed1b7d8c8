set session authorization postgres;
with v as (select code, row_number() over (order by code) as n from region where length(code) = 12 and code like '6302%'),
o as (select * from (values (1,'transport','农村公路灾毁排查','task'),(2,'agriculture','秋播面积统计','form'),(3,'health','重点人群健康档案核对','form'),(4,'emergency','汛期值守和隐患排查','survey'),(5,'civil-affairs','低保对象入户核查','survey'),(6,'ecology','秸秆禁烧巡查','task'),(7,'gov','人居环境整治月','task')) as t(k, kind, title, form)),
g as (select v.code, o.*, s.n as sn, v.n as vn, date '2026-05-01' + ((v.n * 37 + o.k * 53 + s.n * 71) % 260)::int as since from v cross join o cross join generate_series(1,2) s(n) where (v.n * 7 + o.k * 3 + s.n * 5) % 4 < 2)
insert into given_work (county, matter, number, community, township, issuer, source, item, kind, form, title, since, until, minutes, fields, promised, delivered, state, open)
select left(code, 6), gen_random_uuid(), left(code,6) || '-26-' || lpad((90000 + row_number() over ())::text, 7, '0'), code, left(code, 9), left(code, 6) || '/' || kind, md5(left(code,6) || k || since)::uuid, 'zz-0' || k,
  case when k = 4 and sn = 2 then 'emergency' when k in (5) then 'entrust' else 'assist' end, form, title, since, since + (10 + (vn * 13 + k * 7) % 45)::int, case when vn % 11 = 3 then 2400 else ((vn * 17 + k * 29) % 12 + 1) * 60 end, case when form = 'form' then 12 else 0 end, k % 3, case when vn % 5 = 0 then 0 else k % 3 end,
  case when since < '2026-10-20' then 'done' else 'doing' end, since >= '2026-10-20' from g;
insert into refused_attempt (county, act, at, office, code, step, item, communities)
select '630202', 'seed' || n, timestamptz '2026-11-26 10:00+08' - n * interval '19 hours', '630202/' || (array['transport','agriculture','health','civil-affairs'])[1 + n % 4], (array['not-listed','no-conditions','own-duty','duplicate','already-held'])[1 + n % 5], 'propose', 'zz-0' || (1 + n % 7),
  (select array_agg(code) from (select code from region where length(code) = 12 and code like '630202%' order by code offset n limit 1 + n % 9) r) from generate_series(1, 60) n;
insert into village_data (county, village, name, value, as_of, until, source) select left(code,6), code, unnest(array['门面房数','留守老人数','大棚数']), unnest(array['86','41','120']), '2026-06-01', unnest(array['2027-06-01'::date,'2026-11-01'::date,'2027-06-01'::date]), gen_random_uuid() from region where length(code) = 12 and code like '630202%';

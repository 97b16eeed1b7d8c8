import type pg from 'pg'
import { wordTerm } from '../../store/act/terms.ts'
import { nextNumber } from '../../store/act/write.ts'
import type { Keys } from '../../store/seal.ts'
import { rareCharacters } from './rare.ts'
import { say } from './say.ts'

/** Days over which ended matters are spread, about three years. */
const history = 1035
/** Matters each invented resident has reported, on average. */
const perResident = 10
/** Real lives that each village gives to be copied. */
export const templatesPerVillage = 6
/** The share of matters on which work is still to be done or an answer awaited. */
const current = 0.05
const chunk = 50_000

/**
 * One row for each copy: a fresh id; a shift back in time (ended matters by whole days over three years; open ones by so little that
 * what was due is due still); a resident of the village as reporter; two rare characters that the text ends with.
 */
const plan = `
  create unlogged table bench_copy as
  with template as (
    select m.county, m.id, m.region, m.opened, m.due, m.open or m.stage in ('confirming', 'closed') as current, m.late,
      (select p.account from bench_party p where p.county = m.county and p.matter = m.id and p.role = 'reporter') as reporter
    from bench_matter m),
  copy as (
    select t.*, md5(t.id::text || k)::uuid as copy, setting.chars,
      case when not t.current then floor(random() * ${history}) * interval '1 day'
        when t.late then random() * interval '5 days'
        else random() * least(interval '36 hours', greatest(interval '0', t.due - now())) end as shift,
      floor(random() * $2::int)::int as resident, 1 + floor(random() * length(setting.chars))::int as a, 1 + floor(random() * length(setting.chars))::int as b
    from template t cross join lateral generate_series(1, case when t.current then $1::int else $4::int end) k cross join (select $3::text as chars) setting)
  select row_number() over (order by opened - shift)::int as n, county, id as template, copy as id, shift, region, reporter,
    exists (select from post where account = reporter) as keeps,
    md5(region || '/' || resident)::uuid as resident, substr(chars, a, 1) as a, substr(chars, b, 1) as b
  from copy`

/** The templates apart, under an index, so that no copy is read while copies are written. */
const templated = ['matter', 'matter_internal', 'entry', 'sealed', 'party', 'deadline', 'matter_term']
const setAside = templated.map(name => `create unlogged table bench_${name} as table ${name}; create index on bench_${name} (county, ${name.startsWith('matter') && name !== 'matter_term' ? 'id' : 'matter'}); analyze bench_${name};`).join('\n')
const putAway = `drop table bench_copy, bench_word, ${templated.map(name => `bench_${name}`).join(', ')}`

const who = 'case when c.keeps then c.reporter else c.resident end'
const tail = `'，靠近' || c.a || c.b || '家'`

/** What each chunk of copies writes: `c` is the plan, the other the template's own row. */
const writes: readonly string[] = [
  `insert into matter (county, id, number, procedure, version, region, stage, title, holder_office, holder_account, opened, updated, due, late, open, seq, facts, clocks, parties, links, head)
   select m.county, c.id, m.county || '-' || to_char(m.opened - c.shift, 'YY') || '-' || ${nextNumber}, m.procedure, m.version, m.region, m.stage,
     m.title, m.holder_office, m.holder_account, m.opened - c.shift, m.updated - c.shift, m.due - c.shift,
     m.late, m.open, m.seq, m.facts, m.clocks, replace(m.parties::text, c.reporter::text, (${who})::text)::jsonb, m.links, sha256(c.id::text::bytea)
   from bench_copy c join bench_matter m on m.county = c.county and m.id = c.template where c.n > $1 and c.n <= $2 order by c.n`,
  `insert into matter_internal (county, id, region, holder_office, title, facts)
   select i.county, c.id, i.region, i.holder_office, case when length(text) > 40 then left(text, 39) || '…' else text end, i.facts || jsonb_build_object('text', text)
   from bench_copy c join bench_matter_internal i on i.county = c.county and i.id = c.template cross join lateral (select (i.facts ->> 'text') || ${tail} as text) t
   where c.n > $1 and c.n <= $2 order by c.n`,
  `insert into entry (county, matter, seq, at, step, act, given, actor, stage, version, outcome, prev, hash)
   select e.county, c.id, e.seq, e.at - c.shift, e.step, sha256((c.id::text || e.seq)::bytea), e.given,
     case when e.actor ->> 'account' = c.reporter::text then e.actor || jsonb_build_object('account', ${who}) else e.actor end, e.stage, e.version, e.outcome, e.prev, e.hash
   from bench_copy c join bench_entry e on e.county = c.county and e.matter = c.template where c.n > $1 and c.n <= $2 order by e.at - c.shift`,
  `insert into sealed (county, matter, seq, fact, class, value, salt, masked)
   select s.county, c.id, s.seq, s.fact, s.class, s.value, s.salt, s.masked from bench_copy c join bench_sealed s on s.county = c.county and s.matter = c.template
   where c.n > $1 and c.n <= $2 order by c.n`,
  `insert into party (county, matter, role, account, office, hidden, since)
   select p.county, c.id, p.role, case when p.account = c.reporter then ${who} else p.account end, p.office, p.hidden, p.since - c.shift
   from bench_copy c join bench_party p on p.county = c.county and p.matter = c.template where c.n > $1 and c.n <= $2 order by c.n`,
  `insert into deadline (county, matter, clock, id, due, provisional, step)
   select d.county, c.id, d.clock, md5(c.id::text || d.clock)::uuid, d.due - c.shift, d.provisional, d.step
   from bench_copy c join bench_deadline d on d.county = c.county and d.matter = c.template where c.n > $1 and c.n <= $2 order by c.n`,
  `insert into matter_term (county, term, opened, matter)
   select t.county, t.term, t.opened - c.shift, c.id from bench_copy c join bench_matter_term t on t.county = c.county and t.matter = c.template where c.n > $1 and c.n <= $2
   union select c.county, w.term, m.opened - c.shift, c.id from bench_copy c join bench_matter m on m.county = c.county and m.id = c.template
     cross join lateral (values ('靠近'), ('近' || c.a), (c.a || c.b), (c.b || '家')) own(word) join bench_word w on w.word = own.word where c.n > $1 and c.n <= $2
   order by 3`,
  `insert into notice (id, county, account, matter, at, words, read_at)
   select gen_random_uuid(), e.county, ${who}, c.id, e.at - c.shift, '{"zh": "您的诉求已受理", "en": "Your request was accepted"}', e.at - c.shift + interval '2 hours'
   from bench_copy c join bench_entry e on e.county = c.county and e.matter = c.template where e.step in ('accept', 'verify') and c.n > $1 and c.n <= $2`,
]

const residents = `
  insert into account (id, name, pinyin, home, created, invented)
  select distinct resident, '居民' || left(resident::text, 4), 'ju min', region, timestamptz '2025-01-01', true from bench_copy where not keeps
  on conflict do nothing`

/** The counters a board reads, counted anew from the rows: what stands now, and by month what was reported, closed, in time, rated. */
const tallies = `
  insert into tally_sum (county, procedure, level, region, measure, month, n)
  select county, procedure, level, substr(region, 1, level), measure, month, count(*)
  from matter m cross join lateral (
    select 'open:' || stage as measure, date '2000-01-01' as month where stage not in ('finished', 'withdrawn')
    union all select 'late:' || stage, date '2000-01-01' where late
    union all select 'reported', date_trunc('month', opened)::date
    union all select unnest(array['due', facts ->> 'outcome']
        || case when (facts ->> 'inTime')::boolean then array['onTime'] else '{}' end || case when facts ? 'rating' then array['rated'] else '{}' end
        || case when (facts ->> 'rating')::int >= 4 then array['satisfied'] else '{}' end
        || case when facts ->> 'outcome' = 'notOurs' then array['excluded'] else '{}' end), date_trunc('month', updated)::date
      where facts ? 'confirmed') counted cross join (values (6), (9), (15)) levels(level)
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4`

/** Deltas of some minutes that are not folded yet; they cancel, so that the counters stay true. */
const unfolded = `
  insert into tally (county, region, procedure, measure, month, n)
  select county, region, 'request', 'open:triage', '2000-01-01', n from (select county, region from matter order by id limit 1000) m cross join (values (1), (-1)) delta(n)`

/** The words that copies add to their texts, with the keyed terms under which they are found. */
const keyWords = async (client: pg.Client, keys: Keys): Promise<void> => {
  await client.query('create unlogged table bench_word (word text not null, term text not null)')
  const { rows } = await client.query<{ word: string }>(`select distinct word from bench_copy cross join lateral (values ('靠近'), ('近' || a), (a || b), (b || '家')) own(word)`)
  for (let from = 0; from < rows.length; from += chunk) {
    const words = rows.slice(from, from + chunk).map(row => row.word)
    await client.query('insert into bench_word select * from unnest($1::text[], $2::text[])', [words, words.map(word => wordTerm(keys, word))])
  }
  await client.query('create index on bench_word (word); analyze bench_word')
}

/** Copies the matters of the database until there are about so many. Foreign keys must be off; triggers are none. */
export const copyMatters = async (client: pg.Client, keys: Keys, matters: number): Promise<void> => {
  await client.query(setAside)
  const { rows: [templates = { all: 1, open: 1 }] } = await client.query<{ all: number; open: number }>(
    `select count(*)::int as all, count(*) filter (where open or stage in ('confirming', 'closed'))::int as open from bench_matter`)
  const open = Math.max(1, Math.round(matters * current / templates.open))
  const ended = Math.max(1, Math.round((matters - open * templates.open) / (templates.all - templates.open)))
  await client.query('select setseed(0.42)')
  const made = await client.query(plan, [open - 1, Math.max(1, Math.round(ended * templatesPerVillage / perResident)), rareCharacters, ended - 1])
  const total = made.rowCount ?? 0
  await client.query('create index on bench_copy (n); analyze bench_copy')
  await keyWords(client, keys)
  await client.query(residents)
  for (let from = 0; from < total; from += chunk) {
    for (const write of writes) await client.query(write, [from, from + chunk])
    say(`写入 written ${Math.min(from + chunk, total)} / ${total}`)
  }
  await client.query(putAway)
  await client.query('truncate tally')
  await client.query(tallies)
  await client.query(unfolded)
}

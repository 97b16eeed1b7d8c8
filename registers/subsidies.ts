import { refuse, Refused } from '../kernel/refusal.ts'
import { ancestor, rangeOf } from '../kernel/region.ts'
import { words, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { asPlatform } from '../store/house.ts'

/** Enters a local rule as adopted, or ends it. */
export const recordSubsidyScheme = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['do'] === 'end') {
    await tx.query('update subsidy_scheme set until = greatest(since, $3::date) where county = $1 and matter = $2::uuid', [row['county'], row['matter'], row['until']])
    return
  }
  await tx.query(
    `insert into subsidy_scheme (county, matter, region, mode, fixed_full, fixed_part, most, items, title, since) values ($1, $2::uuid, $3, $4, $5::bigint, $6::bigint, $7::bigint, $8::text::jsonb, $9, $10::date)`,
    [row['county'], row['matter'], row['region'], row['mode'], row['full'], row['part'], row['most'] ?? null, JSON.stringify(row['items']), row['title'], row['since']])
}

/** What was paid for a month, once, and once more a difference that a dispute found (`because`): a further payment is refused by the key, also where two are made at the same moment. */
export const recordSubsidyPayment = async (tx: Tx, { county, account, month, matter, township, fen, because = null }: JsonObject, at: Date): Promise<void> => {
  const rows = await tx.query(
    `insert into subsidy_payment (county, account, month, matter, township, fen, at, part, because)
     values ($1, $2::uuid, $3, $4::uuid, $5, $6::bigint, $7::timestamptz, case when $8::text is null then 1 else 2 end, $8) on conflict do nothing returning month`,
    [county, account, month, matter, township, fen, at.toISOString(), because])
  const of = typeof month === 'string' ? month : ''
  if (rows.length === 0) throw new Refused(refuse('paid-already', words(`${of} 的补贴已经发放`, `The subsidy of ${of} was paid already`), { remedy: words('有出入的由网格员提出异议', 'Where it was wrong, the worker disputes it') }))
}

type SchemeRow = { readonly matter: string; readonly title: string; readonly mode: string; readonly full: string; readonly part: string; readonly most: string | null; readonly items: readonly JsonObject[] }

/** Which steps count under which item of a rule. */
const counted: readonly (readonly [item: string, procedure: string, step: string])[] = [
  ['requests', 'request', 'report'], ['hazards', 'hazard', 'find'], ['visits', 'visit', 'hold'], ['rounds', 'patrol', 'walk'], ['errands', 'errand', 'file'], ['verified', 'request', 'verify'],
]

const schemeOf = async (tx: Tx, { county, township, month, scheme }: { readonly county: string; readonly township: string; readonly month: string; readonly scheme: string | null }): Promise<SchemeRow | undefined> => {
  const [row] = await tx.query<SchemeRow>(
    `select matter, title, mode, fixed_full::text as full, fixed_part::text as part, most::text as most, items from subsidy_scheme
     where county = $1 and region in ($1, $2) and case when $4::uuid is null
       then since < ($3::text || '-01')::date + interval '1 month' and (until is null or until >= ($3::text || '-01')::date) else matter = $4::uuid end
     order by length(region) desc, since desc limit 1`, [county, township, month, scheme])
  return row
}

/** The moment a month begins in Haidong, and the one it is over, wherever the database stands. `month`: a parameter that holds `YYYY-MM`. */
const first = (month: string): string => `(${month}::text || '-01T00:00:00+08:00')::timestamptz`
const after = (month: string): string => `((((${month}::text || '-01')::date + interval '1 month')::timestamp) at time zone 'Asia/Shanghai')`

/**
 * What a month of one worker’s subsidy is computed from: `{ county, region, account, month, scheme? }`, `month` as `YYYY-MM`. Asked as the platform: the sum must not
 * depend on what whoever computes it may read. What was done from the post counts, of one matter once a day.
 */
export const subsidyBasis = asPlatform(async (own, { county, region, account, month, scheme }) => {
  if (typeof county !== 'string' || typeof region !== 'string' || typeof account !== 'string' || typeof month !== 'string' || !/^\d{4}-\d{2}$/.test(month)) return undefined
  const township = ancestor(region, 'township') ?? region
  const found = await schemeOf(own, { county, township, month, scheme: typeof scheme === 'string' ? scheme : null })
  const [held] = await own.query<{ duty: string }>(
    `select coalesce(m.facts ->> 'duty', 'full') as duty from post p
     left join link l on l.county = $1 and l.matter = p.id and l.kind = 'grid-appointment' left join matter m on m.county = l.county and m.id = l.other
     where p.account = $2::uuid and p.kind = 'gridWorker' and (starts_with($3, p.region) or starts_with(p.region, $3))
       and p.since < ${after('$4')} and (p.until is null or (p.until > ${first('$4')} and p.until > p.since)) order by p.since desc limit 1`, [county, account, region, month])
  const done = await own.query<{ item: string; count: number }>(
    `select c.item, count(distinct (m.id, (s.at at time zone 'Asia/Shanghai')::date))::integer as count
     from app_steps_of($1, $5::uuid, ${first('$4')}, ${after('$4')}) s
     join matter m on m.county = $1 and m.id = s.matter and m.region >= $2 and m.region < $3
     join jsonb_to_recordset($6::text::jsonb) as c(item text, procedure text, step text) on c.procedure = m.procedure and c.step = s.step
     where s.kind = 'gridWorker'
     group by c.item`, [county, ...rangeOf(township), month, account, JSON.stringify(counted.map(([item, procedure, step]) => ({ item, procedure, step })))])
  const [paid] = await own.query<{ fen: string | null }>('select sum(fen)::text as fen from subsidy_payment where county = $1 and account = $2::uuid and month = $3', [county, account, month])
  const fen = paid?.fen ?? null
  return {
    ...(found && { scheme: { matter: found.matter, title: found.title, mode: found.mode, full: Number(found.full), part: Number(found.part), ...(found.most !== null && { most: Number(found.most) }), items: found.items } }),
    ...(held && { duty: held.duty }), done: Object.fromEntries(done.map(({ item, count }) => [item, count])), paid: fen !== null, ...(fen !== null && { paidFen: Number(fen) }),
  }
})

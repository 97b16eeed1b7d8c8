import { isUuid } from '../../kernel/facts.ts'
import type { Json, JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform, type Loader } from '../../store/house.ts'
import { balanceOf } from '../ledger.ts'
import { places } from './places.ts'
import { catalogueOn, schemeOn, schemesOf } from './schemes.ts'

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const texts = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

/** Which of these codes are households of the village today. */
const knownIn = async (tx: Tx, village: string, codes: readonly string[]): Promise<readonly string[]> =>
  (await tx.query<{ code: string }>(
    `select code from household where county = left($1, 6) and village = $1 and until is null and code in (select jsonb_array_elements_text($2::text::jsonb))`, [village, JSON.stringify([...new Set(codes)])])).map(row => row.code)

const accountsOf = async (tx: Tx, county: string, household: string): Promise<readonly string[]> =>
  (await tx.query<{ id: string }>(
    `select a.id from household h join person p on p.county = h.county and p.household = h.id join account a on left(a.home, 6) = p.county and a.person = p.id
     where h.county = $1 and h.code = $2 order by a.id`, [county, household])).map(row => row.id)

const householdPoints = async (tx: Tx, ask: JsonObject) => {
  const [county, village, household, account] = [text(ask['county']), text(ask['village']), text(ask['household']), text(ask['account'])]
  const known = (await knownIn(tx, village, [household])).length > 0
  const place = places(village)
  const has = await balanceOf(tx, county, place.household(household))
  const owes = await balanceOf(tx, county, place.receivable(household))
  const members = known ? await accountsOf(tx, county, household) : []
  return { known, free: has.free, posted: has.posted, coming: has.coming, owed: 0 - owes.posted, member: members.includes(account), members }
}

const leftBehind = async (tx: Tx, ask: JsonObject) => {
  const found = await householdPoints(tx, ask)
  if (found.known || found.posted === 0) return found
  const members = await accountsOf(tx, text(ask['county']), text(ask['household']))
  return { ...found, known: true, member: members.includes(text(ask['account'])), members }
}

const awarding: Loader = async (tx, ask) => {
  const [county, village, today] = [text(ask['county']), text(ask['village']), text(ask['today'])]
  const rows = Array.isArray(ask['rows']) ? ask['rows'] as readonly JsonObject[] : []
  const households = rows.map(row => text(row['household']))
  // One table at a time for a village: what two give at once is counted together against the caps.
  await tx.query('select matter from points_scheme where county = $1 and village = $2 order by matter for update', [county, village])
  const days = rows.map(row => text(row['day'])).filter(day => /^\d{4}-\d{2}-\d{2}$/.test(day)).toSorted()
  const schemes = await schemesOf(tx, village)
  const now = await schemeOn(tx, village, today)
  const given = await tx.query<{ household: string; item: string; day: string; points: string }>(
    `select household, item, day::text as day, sum(points)::text as points from points_line
     where county = $1 and village = $2 and kind = 'award' and state in ('pending', 'posted') and day >= ($3 || '-01-01')::date and household in (select jsonb_array_elements_text($4::text::jsonb)) group by 1, 2, 3`,
    [county, village, (days[0] ?? today).slice(0, 4), JSON.stringify(households)])
  return { ...(now && { today: now }), schemes, known: await knownIn(tx, village, households), given: given.map(row => ({ ...row, points: Number(row.points) })) }
}

const waiting: Loader = async (tx, ask) => {
  const rows = await tx.query<{ matter: string; kind: string; scorer: string | null; household: string; points: string; lines: number }>(
    `select matter, kind, scorer, household, sum(points)::text as points, count(*)::int as lines from points_line
     where county = $1 and village = $2 and state = 'pending' and posting is null group by 1, 2, 3, 4`, [ask['county'], ask['village']])
  const most = (key: (row: { readonly scorer: string | null; readonly household: string }) => string | null): number => {
    const sums = new Map<string, number>()
    for (const row of rows) if (row.kind === 'award') sums.set(key(row) ?? '', (sums.get(key(row) ?? '') ?? 0) + Number(row.points))
    return Math.max(0, ...sums.values())
  }
  const corrections = await tx.query<{ matter: string }>('select distinct reversed_by as matter from points_line where county = $1 and village = $2 and reversed_by is not null and reversed_in is null order by 1', [ask['county'], ask['village']])
  return {
    lines: rows.reduce((n, row) => n + row.lines, 0), points: rows.filter(row => row.kind === 'award').reduce((n, row) => n + Number(row.points), 0), households: new Set(rows.map(row => row.household)).size,
    matters: [...new Set(rows.map(row => row.matter))].toSorted(), corrections: corrections.map(row => row.matter), byScorer: most(row => row.scorer), toHousehold: most(row => row.household),
  }
}

/** A line of a posting, with whoever had a part in the matter it stems from: everybody named in it but the household itself. */
const line: Loader = async (tx, ask) => {
  if (!isUuid(ask['posting']) || typeof ask['line'] !== 'number') return undefined
  const [row] = await tx.query<{ id: string; household: string; kind: string; what: string; points: string; state: string; held: string | null; matter: string; ended: boolean; posted: string | null; took: readonly string[] }>(
    `select l.id, l.household, l.kind, l.what, l.points::text as points, l.state, l.held, l.matter, coalesce(m.stage = 'settled', false) as ended,
       (select to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from ledger_transfer t where t.county = l.county and t.resolves = l.id and t.state = 'post') as posted,
       array(select p.account::text from party p where p.county = l.county and p.matter = l.matter and p.account is not null and p.role <> 'household' union select l.scorer::text where l.scorer is not null) as took
     from points_line l left join matter m on m.county = l.county and m.id = l.posting where l.county = $1 and l.posting = $2::uuid and l.line = $3::int and l.village = $4`, [ask['county'], ask['posting'], ask['line'], ask['village']])
  if (!row) return undefined
  const { points, held, posted, ...rest } = row
  return { ...rest, points: Number(points), held: held !== null, ...(posted !== null && { postedOn: posted }), members: await accountsOf(tx, text(ask['county']), rest.household) }
}

/** What is under way about a household’s points: deductions, corrections, and objections to its lines. */
const underWay: Loader = async (tx, ask) => (await tx.query<{ id: string }>(
  `select m.id from matter m join matter_internal i on i.county = m.county and i.id = m.id
   where m.county = $1 and m.region = $2 and m.open and m.procedure in ('points-deduction', 'points-correction') and i.facts ->> 'household' = $3
   union select l.held from points_line l where l.county = $1 and l.village = $2 and l.household = $3 and l.held is not null and l.state = 'pending' order by 1`, [ask['county'], ask['village'], ask['household']])).map(row => row.id)

const drafting: Loader = async (tx, ask) => {
  const [village, day] = [text(ask['village']), text(ask['day'])]
  // One draft of a village at a time goes before the residents.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('scheme ' || $1, 27))`, [village])
  const catalogue = await catalogueOn(tx, village, day)
  const [asked] = await tx.query<{ proposals: number; unanswered: number; latest: string | null; tabled: string | null }>(
    `select count(*)::int as proposals, (count(*) filter (where m.stage = 'waiting'))::int as unanswered,
       (select s.matter::text from points_scheme s where s.county = $1 and s.village = $3 and s.until is null order by s.version desc limit 1) as latest,
       (select o.title from matter o where o.county = $1 and o.region = $3 and o.procedure = 'points-scheme' and o.stage = 'tabled' and o.id <> $2::uuid limit 1) as tabled
     from link l join matter m on m.county = l.county and m.id = l.matter
     where l.county = $1 and l.other = $2::uuid and l.kind = 'on' and m.procedure = 'points-proposal'`, [ask['county'], ask['matter'], village])
  const { latest = null, tabled = null, proposals = 0, unanswered = 0 } = asked ?? {}
  return { ...(catalogue && { catalogue }), ...(latest !== null && { latest }), ...(tabled !== null && { tabled }), proposals, unanswered }
}

/** A draft, held until the asker's step is done, so that none is proposed on while it goes to the vote. */
const draft: Loader = async (tx, ask) => {
  if (!isUuid(ask['scheme'])) return undefined
  const [row] = await tx.query<{ stage: string; village: string; holder: string }>(
    `select stage, region as village, holder_office as holder from matter where county = $1 and id = $2::uuid and procedure = 'points-scheme' for share`, [ask['county'], ask['scheme']])
  return row
}

const carrying: Loader = async (tx, ask) => {
  const [county, village, household] = [text(ask['county']), text(ask['village']), text(ask['household'])]
  const place = places(village)
  const [has, owes] = [await balanceOf(tx, county, place.household(household)), await balanceOf(tx, county, place.receivable(household))]
  const [found] = await tx.query<{ stands: boolean; successors: readonly string[] }>(
    `select h.until is null and h.village = $3 as stands,
       array(select s.code from household_successor c join household s on s.county = c.county and s.id = c.successor where c.county = h.county and c.household = h.id and s.village = $3 and s.until is null order by s.code) as successors
     from household h where h.county = $1 and h.code = $2`, [county, household, village])
  if (!found) return undefined
  const heirs = found.stands ? [] : await Promise.all(found.successors.map(code => accountsOf(tx, county, code)))
  return { ...found, free: has.free, going: has.going, coming: has.coming, owed: 0 - owes.posted, members: [...new Set([...await accountsOf(tx, county, household), ...heirs.flat()])] }
}

/** One that moved away or ended may still exchange what it has here. */
const redeeming: Loader = async (tx, ask) => {
  const village = text(ask['village'])
  const scheme = await schemeOn(tx, village, text(ask['day']))
  const { free } = await balanceOf(tx, text(ask['county']), places(village).shelf(text(ask['reward'])))
  return { ...(scheme && { scheme }), stock: free, household: await leftBehind(tx, ask) }
}

const opening: Loader = async (tx, ask) => {
  const village = text(ask['village'])
  const scheme = await schemeOn(tx, village, text(ask['day']))
  // One at a time for a village, so that two never enter its balances twice.
  await tx.query('select matter from points_scheme where county = $1 and village = $2 order by matter for update', [ask['county'], village])
  const [before] = await tx.query(`select from points_line where county = $1 and village = $2 and kind = 'opening' and state <> 'void' limit 1`, [ask['county'], village])
  return { ...(scheme && { scheme }), before: before !== undefined, known: await knownIn(tx, village, texts(ask['households'])) }
}

/** What the ledgers tell a step of points. */
export const pointsLoaders: { readonly [name: string]: Loader } = {
  'points-scheme': asPlatform((tx, ask) => schemeOn(tx, text(ask['village']), text(ask['day']))),
  'points-drafting': asPlatform(drafting),
  'points-draft': asPlatform(draft),
  'points-awarding': asPlatform(awarding),
  'points-waiting': asPlatform(waiting),
  'points-line': asPlatform(line),
  'points-under-way': asPlatform(underWay),
  'points-household': asPlatform(householdPoints),
  'points-redeeming': asPlatform(redeeming),
  'points-carrying': asPlatform(carrying),
  'points-opening': asPlatform(opening),
}

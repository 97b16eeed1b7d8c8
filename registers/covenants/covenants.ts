import { isUuid } from '../../kernel/facts.ts'
import { countyOf } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import type { Loader } from '../../store/house.ts'

/** What may follow from keeping or breaking a clause, as the table's own check has it. */
export type Consequence = 'praise' | 'honour' | 'gift' | 'talk' | 'apology' | 'restore' | 'noHonour' | 'points'

/** A clause as versions have it; what is empty is absent. */
export type ClauseRow = { readonly number: string; readonly text: string; readonly kind: 'duty' | 'ban' | 'reward' | 'penalty'; readonly consequence?: Consequence; readonly points?: number; readonly concerns?: string }

type ClauseRead = { readonly number: string; readonly text: string; readonly kind: ClauseRow['kind']; readonly consequence: Consequence | null; readonly points: number | null; readonly concerns: string | null }

const asDrafted = ({ consequence, points, concerns, ...clause }: ClauseRead): ClauseRow =>
  ({ ...clause, ...(consequence !== null && { consequence }), ...(points !== null && { points }), ...(concerns !== null && { concerns }) })

/** The clauses of a version, in their order. */
export const clausesOf = async (tx: Tx, county: string, version: string): Promise<readonly ClauseRow[]> =>
  (await tx.query<ClauseRead>('select number, text, kind, consequence, points, concerns from covenant_clause where county = $1 and version = $2::uuid order by place', [county, version])).map(asDrafted)

/** A version with the matter that carried it; days are `YYYY-MM-DD`, `until` the first no longer in force. `clauses`: how many it has. */
export type CovenantRow = {
  readonly version: string; readonly village: string; readonly number: number; readonly title: string; readonly since: string; readonly until: string | null
  readonly passed: string; readonly clauses: number; readonly filed: string | null; readonly changes: string | null; readonly reason: string | null; readonly base: string | null; readonly readOut: boolean
}

/** All versions of a village's covenant, the newest first. */
export const covenantsOf = (tx: Tx, village: string): Promise<readonly CovenantRow[]> =>
  tx.query<CovenantRow>(
    `select c.version, c.village, c.number, c.title, c.since::text as since, c.until::text as until, c.passed::text as passed,
       (select count(*)::int from covenant_clause l where l.county = c.county and l.version = c.version) as clauses,
       m.facts ->> 'filedAs' as filed, m.facts ->> 'changes' as changes, m.facts ->> 'reason' as reason, m.facts ->> 'base' as base, coalesce((m.facts ->> 'readOut')::boolean, false) as "readOut"
     from covenant c left join matter m on m.county = c.county and m.id = c.version where c.county = $1 and c.village = $2 order by c.number desc`, [countyOf(village), village])

/** Drafts under way in a village: where each stands. */
export type DraftRow = { readonly id: string; readonly number: string; readonly title: string; readonly stage: string }

export const draftsOf = (tx: Tx, village: string): Promise<readonly DraftRow[]> =>
  tx.query<DraftRow>(
    `select id, number, title, stage from matter where county = $1 and region = $2 and procedure = 'covenant' and open and stage not in ('published') order by opened desc`, [countyOf(village), village])

type Version = { readonly county: string; readonly version: string; readonly number: number; readonly title: string; readonly since: string }

const whole = async (tx: Tx, found: Version | undefined): Promise<Omit<Version, 'county'> & { readonly clauses: readonly ClauseRow[] } | undefined> => {
  if (!found) return undefined
  const { county, ...version } = found
  return { ...version, clauses: await clausesOf(tx, county, version.version) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The version of a village's covenant in force on a day: `{ village, day }`. `undefined` where there was none. One that was annulled later counts for the days until then, and
 * the version before it for the days after.
 */
export const covenantInForce: Loader = async (tx, { village, day }) => {
  const [found] = await tx.query<Version>(
    `select county, version, number, title, since::text as since from covenant where county = $1 and village = $2 and since <= $3::date and (until is null or until > $3::date) order by number desc limit 1`,
    [countyOf(textOf(village)), textOf(village), textOf(day)])
  return whole(tx, found)
}

/** The version adopted last, in force or soon to be: `{ village }`. */
export const covenantLatest: Loader = async (tx, { village }) => {
  const [found] = await tx.query<Version>(
    'select county, version, number, title, since::text as since from covenant where county = $1 and village = $2 and until is null', [countyOf(textOf(village)), textOf(village)])
  return whole(tx, found)
}

/** The number for the next version, behind every one ever given: `{ village }`. */
export const covenantNext: Loader = async (tx, { village }) => {
  const [row] = await tx.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from covenant where county = $1 and village = $2', [countyOf(textOf(village)), textOf(village)])
  return row?.next
}

/** How many proposals to a draft wait for an answer: `{ county, covenant }`. They are published. */
export const covenantProposals: Loader = async (tx, { county, covenant }) => {
  if (!isUuid(covenant)) return 0
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from link l join matter m on m.county = l.county and m.id = l.matter
     where l.county = $1 and l.other = $2::uuid and l.kind = 'on' and m.procedure = 'covenant-proposal' and m.stage = 'waiting'`, [county, covenant])
  return row?.n ?? 0
}

/** Takes over an adopted version: in force from its day, and the one before until then. */
export const recordCovenant = async (tx: Tx, row: JsonObject): Promise<void> => {
  const { county, version, village, since } = row
  await tx.query('update covenant set until = $4::date where county = $1 and village = $2 and version <> $3::uuid and until is null and since < $4::date', [county, village, version, since])
  await tx.query(
    'insert into covenant (county, version, village, number, title, since, passed, resolution) values ($1, $2::uuid, $3, $4::int, $5, $6::date, $7::date, $8::uuid)',
    [county, version, village, row['number'], row['title'], since, row['passed'], row['resolution']])
  await tx.query(
    `insert into covenant_clause (county, version, number, place, text, kind, consequence, points, concerns)
     select $1, $2::uuid, i.number, i.place, i.text, i.kind, i.consequence, i.points, i.concerns
     from rows from (jsonb_to_recordset($3::text::jsonb) as (number text, text text, kind text, consequence text, points integer, concerns text)) with ordinality as i(number, text, kind, consequence, points, concerns, place)`,
    [county, version, JSON.stringify(row['clauses'] ?? [])])
}

/** A vote annulled after the covenant was published: in force no more from that day on, and the version it took the place of is, again. */
export const recordCovenantAnnulled = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const [fell] = await tx.query<{ village: string; number: number; since: string }>(
    `update covenant set until = greatest(since, ($3::timestamptz at time zone 'Asia/Shanghai')::date) where county = $1 and version = $2::uuid and until is null
     returning village, number, since::text as since`, [row['county'], row['version'], at.toISOString()])
  if (!fell) return
  await tx.query(
    `update covenant set until = null where county = $1 and version = (
       select version from covenant where county = $1 and village = $2 and number < $3::int and until = $4::date and until > since order by number desc limit 1)`, [row['county'], fell.village, fell.number, fell.since])
}

/** A version that the assembly ended is in force no more from the legal day of the step on, and none takes its place. */
export const recordCovenantEnded = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  await tx.query(`update covenant set until = greatest(since, ($3::timestamptz at time zone 'Asia/Shanghai')::date) where county = $1 and version = $2::uuid and until is null`, [row['county'], row['version'], at.toISOString()])
}

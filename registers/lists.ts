import type { ItemKind } from '../kernel/gate.ts'
import { isUuid } from '../kernel/facts.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'
import type { LiveDirectory } from './live-directory.ts'

/** An item of a county's list as drafts write it: several names stand in one text with 、 between them, what is empty is absent. */
export type WorkItem = {
  readonly code: string
  readonly kind: ItemKind
  readonly name: string
  readonly basis: string
  readonly office: string
  readonly part: string
  readonly conditions?: string
  readonly standard?: string
  readonly seasonFrom?: string
  readonly seasonTo?: string
  readonly minutes: number
  readonly categories?: string
}

/** An item of an office's duty list. */
export type DutyRow = { readonly code: string; readonly name: string; readonly basis: string }

type ItemRead = Pick<WorkItem, 'code' | 'kind' | 'name' | 'basis' | 'office' | 'part' | 'minutes'> & {
  readonly conditions: readonly string[]; readonly standard: string | null; readonly season_from: string | null; readonly season_to: string | null; readonly categories: readonly string[]
}

const asDrafted = ({ conditions, standard, season_from: from, season_to: to, categories, minutes, ...item }: ItemRead): WorkItem => ({
  ...item, ...(conditions.length > 0 && { conditions: conditions.join('、') }), ...(standard !== null && { standard }), ...(from !== null && { seasonFrom: from }), ...(to !== null && { seasonTo: to }),
  minutes, ...(categories.length > 0 && { categories: categories.join('、') }),
})

/** The items of a version of a county's lists, in their order. */
export const workItems = async (tx: Tx, county: string, version: string): Promise<readonly WorkItem[]> =>
  (await tx.query<ItemRead>(
    'select code, kind, name, basis, office, part, conditions, standard, season_from, season_to, minutes, categories from work_item where county = $1 and version = $2::uuid order by place', [county, version])).map(asDrafted)

/** The items of a version of an office's duty list, in their order. */
export const dutyItems = (tx: Tx, county: string, version: string): Promise<readonly DutyRow[]> =>
  tx.query<DutyRow>('select code, name, basis from duty_item where county = $1 and version = $2::uuid order by place', [county, version])

/** A version of a list with the matter that adopted it; days are `YYYY-MM-DD`, `until` the first no longer in force. `items`: how many it has. */
export type Version = { readonly version: string; readonly since: string; readonly until: string | null; readonly items: number; readonly number: string; readonly title: string; readonly facts: JsonObject }

const told = `coalesce(m.number, '') as number, coalesce(m.title, '') as title,
  coalesce((select jsonb_object_agg(key, value) from jsonb_each(m.facts) where key in ('instrument', 'changes', 'reason', 'base', 'draftedBy')), '{}') as facts`

/** All versions of a county's lists, the newest first. Ask as the platform. */
export const workLists = (tx: Tx, county: string): Promise<readonly Version[]> =>
  tx.query<Version>(
    `select l.version, l.since::text as since, l.until::text as until, (select count(*)::int from work_item i where i.county = l.county and i.version = l.version) as items, ${told}
     from work_list l left join matter m on m.county = l.county and m.id = l.version where l.county = $1 order by l.since desc`, [county])

export type DutyVersion = Version & { readonly office: string }

const dutyVersions = (tx: Tx, where: string, values: readonly string[]): Promise<readonly DutyVersion[]> =>
  tx.query<DutyVersion>(
    `select l.version, l.office, l.since::text as since, l.until::text as until, (select count(*)::int from duty_item i where i.county = l.county and i.version = l.version) as items, ${told}
     from duty_list l left join matter m on m.county = l.county and m.id = l.version where l.county = $1 and ${where} order by l.since desc`, values)

/** All versions of an office's duty list, the newest first. Ask as the platform. */
export const dutyLists = (tx: Tx, county: string, office: string): Promise<readonly DutyVersion[]> => dutyVersions(tx, 'l.office = $2', [county, office])

/** One version of a duty list. Ask as the platform. */
export const dutyVersion = async (tx: Tx, county: string, version: string): Promise<DutyVersion | undefined> => (await dutyVersions(tx, 'l.version = $2::uuid', [county, version]))[0]

/** The reasons that a version gives for single items, by code. Ask as the platform. */
export const reasonsOf = async (tx: Tx, county: string, version: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.query<{ code: string; why: string }>(
    `select r ->> 'code' as code, r ->> 'why' as why from matter m, jsonb_array_elements(coalesce(m.facts -> 'reasons', '[]')) r where m.county = $1 and m.id = $2::uuid`, [county, version])).map(row => [row.code, row.why]))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The version of a county's lists adopted last, asked for with `{ county }`. */
export const latestWorkList: Loader = async (tx, ask) => {
  const county = textOf(ask['county'])
  const [last] = await tx.query<{ version: string; since: string }>('select version, since::text as since from work_list where county = $1 order by since desc limit 1', [county])
  return last && { ...last, items: await workItems(tx, county, last.version) }
}

/** The version of an office's duty list adopted last, asked for with `{ office }`. */
export const latestDutyList: Loader = async (tx, ask) => {
  const office = textOf(ask['office'])
  const county = office.slice(0, 6)
  const [last] = await tx.query<{ version: string; since: string }>('select version, since::text as since from duty_list where county = $1 and office = $2 order by since desc limit 1', [county, office])
  return last && { ...last, items: await dutyItems(tx, county, last.version) }
}

/** A list's matter as it stood at an instant: `{ list, at }`. From its consultation on it is published, and anyone's to see. */
export const listAt: Loader = async (tx, { list, at }) => {
  if (!isUuid(list)) return undefined
  const [row] = await tx.query<{ procedure: string; county: string; holder: string | null; drafted: string | null; stage: string | null }>(
    `select m.procedure, m.county, m.holder_office as holder, m.facts ->> 'draftedBy' as drafted,
       (select e.stage from entry e where e.county = m.county and e.matter = m.id and e.at <= $2::timestamptz order by e.seq desc limit 1) as stage
     from matter m where m.id = $1::uuid`, [list, textOf(at)])
  return row && { procedure: row.procedure, county: row.county, stage: row.stage ?? '', holder: row.drafted ?? row.holder ?? '' }
}

/** What was said to a draft: how many comments wait for an answer, and of which items a change was asked for and adopted: who agrees asks for none. Asked for with `{ county, list }`; they are public. */
export const listComments: Loader = async (tx, { county, list }) => {
  if (!isUuid(list)) return undefined
  const rows = await tx.query<{ stage: string; item: string | null; stance: string | null; outcome: string | null }>(
    `select m.stage, m.facts ->> 'item' as item, m.facts ->> 'stance' as stance, m.facts ->> 'outcome' as outcome from link l join matter m on m.county = l.county and m.id = l.matter
     where l.county = $1 and l.other = $2::uuid and l.kind = 'on' and m.procedure = 'list-comment'`, [county, list])
  return {
    open: rows.filter(row => row.stage === 'waiting').length,
    adopted: [...new Set(rows.flatMap(row => (row.item !== null && row.stance !== 'agree' && (row.outcome === 'adopted' || row.outcome === 'partly') ? [row.item] : [])))],
  }
}

/** The township governments of a county and the committees of its communities: `{ region }`. */
export const communities = (live: LiveDirectory): Loader => async (_, ask) => {
  const towns = live.now.children(textOf(ask['region']))
  const standing = (region: string, kind: string): readonly string[] => live.now.officesIn(region).filter(office => office.ended !== true && office.kind === kind).map(office => office.code)
  return towns.flatMap(town => [...standing(town.code, 'gov'), ...live.now.children(town.code).flatMap(village => standing(village.code, 'committee'))])
}

const all = (rows: unknown): string => JSON.stringify(Array.isArray(rows) ? rows : [])

/** Takes over an adopted version of a county's lists: in force from its day, and the one before until then. */
export const recordWorkList = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['version'], row['since']]
  await tx.query('update work_list set until = $3::date where county = $1 and version <> $2::uuid and since < $3::date and until is null', key)
  await tx.query('insert into work_list (county, version, since) values ($1, $2::uuid, $3::date)', key)
  await tx.query(
    `insert into work_item (county, version, code, place, kind, name, basis, office, part, conditions, standard, season_from, season_to, minutes, categories)
     select $1, $2::uuid, i.code, i.place, i.kind, i.name, i.basis, i.office, i.part, coalesce(string_to_array(i.conditions, '、'), '{}'), i.standard, i."seasonFrom", i."seasonTo", i.minutes,
       coalesce(string_to_array(i.categories, '、'), '{}')
     from rows from (jsonb_to_recordset($3::text::jsonb) as (code text, kind text, name text, basis text, office text, part text, conditions text, standard text, "seasonFrom" text, "seasonTo" text, minutes integer, categories text))
       with ordinality as i(code, kind, name, basis, office, part, conditions, standard, "seasonFrom", "seasonTo", minutes, categories, place)`,
    [row['county'], row['version'], all(row['items'])])
}

/** The same of an office's duty list. */
export const recordDutyList = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['version'], row['since'], row['office']]
  await tx.query('update duty_list set until = $3::date where county = $1 and version <> $2::uuid and office = $4 and since < $3::date and until is null', key)
  await tx.query('insert into duty_list (county, version, since, office) values ($1, $2::uuid, $3::date, $4)', key)
  await tx.query(
    `insert into duty_item (county, version, code, place, name, basis) select $1, $2::uuid, i.code, i.place, i.name, i.basis
     from rows from (jsonb_to_recordset($3::text::jsonb) as (code text, name text, basis text)) with ordinality as i(code, name, basis, place)`,
    [row['county'], row['version'], all(row['items'])])
}

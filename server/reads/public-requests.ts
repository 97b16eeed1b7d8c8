import { request } from '../../procedures/2-foundations/request.ts'
import { openCategories } from '../../registers/data/open-categories.ts'
import { publicTerm } from '../../store/act/terms.ts'
import type { Tx } from '../../store/database.ts'
import type { MatterRow } from '../../store/matter-row.ts'
import { isOpen } from '../../kernel/procedure.ts'
import type { Key } from '../cursor.ts'

/** A request as everyone may know it: its public facts, where it stands and since when. Nothing that its reporter typed. */
export type PublicRequest = Pick<MatterRow, 'county' | 'id' | 'number' | 'region' | 'stage' | 'opened' | 'updated' | 'late' | 'clocks'> & {
  readonly category: string
  readonly office: string | null
  readonly outcome: string | null
  /** Its place in the list, to begin after. */
  readonly key: string
}

export type PublicAsk = {
  readonly counties: readonly string[]
  readonly categories?: readonly string[]
  /** Working on it goes on, or not. */
  readonly open?: boolean
  readonly from?: Date
  readonly before?: Date
  readonly after?: Key
  readonly updatedFrom?: Date
  readonly updatedBefore?: Date
  /** A place, or all places below it. */
  readonly region?: string
  /** In any of these villages. */
  readonly villages?: readonly string[]
  /** Whose own reports come too, public or not. */
  readonly reporter?: string
  readonly limit: number
  readonly offset: number
}

const stages = Object.keys(request.stages)
/** Until a dispatcher has looked at it, its category is only what somebody said; what was withdrawn is nobody's any more. */
const publicStages = stages.filter(stage => stage !== 'triage' && stage !== 'withdrawn')
const openStages = stages.filter(stage => isOpen(request, stage))

// The village and no nearer: a grid may be a dozen houses.
const columns = `m.county, m.id, m.number, left(m.region, 12) as region, m.stage, m.opened, m.updated, m.late, m.clocks,
  coalesce(m.facts ->> 'category', '') as category, m.facts ->> 'office' as office, m.facts ->> 'outcome' as outcome, m.opened::text as key`

const numbered = () => {
  const values: unknown[] = []
  return { values, $: (value: unknown): string => `$${values.push(value)}`, all: (list: readonly string[]): string => list.map(one => `$${values.push(one)}`).join(', ') }
}

/** Requests opened within a span, the newest first: those in open categories, and one's own. Asked as the platform: what is public is stated here. */
export const publicRequests = async (tx: Tx, ask: PublicAsk): Promise<readonly PublicRequest[]> => {
  const categories = (ask.categories ?? [...openCategories]).filter(code => openCategories.has(code))
  const { values, $, all } = numbered()
  const most = $(ask.offset + ask.limit)
  const within = (opened: string, id: string): string => [
    ...(ask.from ? [`and ${opened} >= ${$(ask.from.toISOString())}::timestamptz`] : []), ...(ask.before ? [`and ${opened} < ${$(ask.before.toISOString())}::timestamptz`] : []),
    ...(ask.after ? [`and (${opened}, ${id}) < (${$(ask.after.at)}::timestamptz, ${$(ask.after.id)}::uuid)`] : []),
  ].join(' ')
  const narrowed = [
    `m.procedure = 'request'`,
    ...(ask.open === undefined ? [] : [`m.stage ${ask.open ? 'in' : 'not in'} (${all(openStages)})`]),
    ...(ask.updatedFrom ? [`m.updated >= ${$(ask.updatedFrom.toISOString())}::timestamptz`] : []),
    ...(ask.updatedBefore ? [`m.updated < ${$(ask.updatedBefore.toISOString())}::timestamptz`] : []),
    ...(ask.region === undefined ? [] : [`m.region >= ${$(ask.region)} and m.region < ${$(`${ask.region}:`)}`]),
    ...(ask.villages === undefined ? [] : [`left(m.region, 12) = any(${$(`{${ask.villages.join(',')}}`)}::text[])`]),
  ].join(' and ')
  // Each category of each county is read off its own list of terms, the newest first, as far as a page needs.
  const lists = ask.counties.flatMap(county => categories.map(code => `(${$(county)}, ${$(publicTerm('category', code))})`))
  const open = lists.length === 0 ? [] : [`select page.* from (values ${lists.join(', ')}) c(county, term)
    cross join lateral (select ${columns} from matter_term d join matter m on m.county = d.county and m.id = d.matter
      where d.county = c.county collate "C" and d.term = c.term collate "C" ${within('d.opened', 'd.matter')}
        and m.stage in (${all(publicStages)}) and ${narrowed}
      order by d.opened desc, d.matter desc limit ${most}) page`]
  const own = ask.reporter === undefined ? [] : [`(select ${columns} from party d join matter m on m.county = d.county and m.id = d.matter
      where d.account = ${$(ask.reporter)}::uuid and d.role = 'reporter' ${within('d.since', 'd.matter')}
        ${ask.categories ? `and m.facts ->> 'category' in (${all(['', ...ask.categories])})` : ''} and m.county in (${all(['', ...ask.counties])}) and ${narrowed}
      order by d.since desc, d.matter desc limit ${most})`]
  const parts = [...open, ...own]
  if (parts.length === 0) return []
  return tx.query<PublicRequest>(
    `select * from (select distinct on (id) * from (${parts.join(' union all ')}) found order by id) once order by opened desc, id desc limit ${$(ask.limit)} offset ${$(ask.offset)}`, values)
}

/** Requests by their numbers, in those counties, where they are public or one's own. */
export const publicRequestsByNumber = async (tx: Tx, counties: readonly string[], numbers: readonly string[], reporter?: string): Promise<readonly PublicRequest[]> => {
  const asked = numbers.filter(number => counties.includes(number.split('-')[0] ?? ''))
  if (asked.length === 0) return []
  const { values, $, all } = numbered()
  const keys = asked.map(number => `(${$(number.split('-')[0])}, ${$(number)})`).join(', ')
  const own = reporter === undefined ? 'false' : `exists (select from party p where p.county = m.county and p.matter = m.id and p.role = 'reporter' and p.account = ${$(reporter)}::uuid)`
  return tx.query<PublicRequest>(
    `select ${columns} from matter m where (m.county, m.number) in (${keys}) and m.procedure = 'request'
       and ((m.facts ->> 'category' in (${all([...openCategories])}) and m.stage in (${all(publicStages)})) or ${own}) order by m.opened desc, m.id desc`, values)
}

/** The number of one's own report, by its id. */
export const ownNumber = async (tx: Tx, id: string, reporter: string): Promise<string | undefined> =>
  (await tx.query<{ number: string }>(
    `select m.number from party p join matter m on m.county = p.county and m.id = p.matter where p.account = $2::uuid and p.role = 'reporter' and p.matter = $1::uuid and m.procedure = 'request'`,
    [id, reporter]))[0]?.number

/** The first photo of one’s own reports, by matter. */
export const ownPhotos = async (tx: Tx, matters: readonly string[], reporter: string): Promise<ReadonlyMap<string, string>> =>
  new Map(matters.length === 0 ? [] : (await tx.query<{ id: string; photo: string }>(
    `select p.matter as id, i.facts -> 'photos' ->> 0 as photo from party p join matter_internal i on i.county = p.county and i.id = p.matter
     where p.account = $2::uuid and p.role = 'reporter' and p.matter = any($1::text::uuid[]) and i.facts -> 'photos' ->> 0 is not null`, [`{${matters.join(',')}}`, reporter])).map(({ id, photo }) => [id, photo]))

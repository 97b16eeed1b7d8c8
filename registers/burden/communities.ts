import type { Tx } from '../../store/database.ts'
import { areaParams, inArea, isForm, type Area } from './borne.ts'
import { daysOf, shareOf, type Month } from './months.ts'

/** What was given within a span: tasks whose time touches it, and the minutes that fall into it. `running` is as of today. */
export type Load = {
  readonly tasks: number
  readonly forms: number
  readonly fields: number
  readonly minutes: number
  /** Tasks by ground: assistance owed, entrusted, under an emergency order, of their own (mended after an inspection, a township’s duty), past the platform. */
  readonly assist: number
  readonly entrust: number
  readonly emergency: number
  readonly own: number
  readonly outside: number
  /** Of them without any estimate of their time. */
  readonly unestimated: number
  /** Working conditions promised, and of these confirmed by the community. */
  readonly promised: number
  readonly delivered: number
  readonly running: number
}

/** The counters of `Load` over rows `g`, as SQL; `$4`/`$5` are the days of the span. */
export const loadColumns = `count(*)::int as tasks, (count(*) filter (where ${isForm}))::int as forms, sum(g.fields)::int as fields, sum(${shareOf('$4::date', '$5::date')})::float8 as minutes,
  (count(*) filter (where g.kind = 'assist'))::int as assist, (count(*) filter (where g.kind = 'entrust'))::int as entrust, (count(*) filter (where g.kind = 'emergency'))::int as emergency,
  (count(*) filter (where g.kind = 'own'))::int as own, (count(*) filter (where g.kind = 'outside'))::int as outside, (count(*) filter (where g.minutes = 0))::int as unestimated,
  sum(g.promised)::int as promised, sum(g.delivered)::int as delivered, (count(*) filter (where g.open and g.since <= $7::date and g.until >= $7::date))::int as running`

export type CommunityLoad = Load & { readonly community: string }

/** What each place of an area was given in the days `[from, before)`; `width` digits of its code name the place (12: the community). */
export const loadByCommunity = (tx: Tx, area: Area, [from, before]: readonly [string, string], today: string, width = 12): Promise<readonly CommunityLoad[]> =>
  tx.query<CommunityLoad>(
    `select left(g.community, $8::int) as community, ${loadColumns} from given_work g where ${inArea(area)} group by 1 order by 1`, [...areaParams(area, from, before), today, width])

export type MonthLoad = { readonly month: Month; readonly community: string; readonly minutes: number; readonly forms: number; readonly tasks: number }

/** The load of each community in each month it was given anything; a task over several months counts in each, its minutes by days. */
export const loadByMonth = async (tx: Tx, area: Area, months: readonly Month[]): Promise<readonly MonthLoad[]> => {
  const [[from], [, before]] = [daysOf(months[0] ?? ''), daysOf(months.at(-1) ?? '')]
  return tx.query<MonthLoad>(
    `select m.month, g.community, count(*)::int as tasks, (count(*) filter (where ${isForm}))::int as forms, sum(${shareOf('m.start', 'm.before')})::float8 as minutes
     from given_work g join jsonb_to_recordset($7::jsonb) as m(month text, start date, before date) on g.since < m.before and g.until >= m.start
     where ${inArea(area)} group by 1, 2 order by 1, 2`,
    [...areaParams(area, from, before), JSON.stringify(months.map(month => ({ month, start: daysOf(month)[0], before: daysOf(month)[1] })))])
}

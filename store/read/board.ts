import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../database.ts'

/** One count of the board: a child region, a measure, and how many. */
export type BoardCell = { readonly region: string; readonly measure: string; readonly n: number }

/**
 * What stands open and late now, and what was counted since a month, by the regions `width` code digits long inside `region`.
 * Reads the counters only: the sums of that level, and the deltas not yet folded into them.
 */
export const board = (tx: Tx, ask: { readonly region: string; readonly counties: readonly string[]; readonly procedure: string; readonly width: number; readonly since: string }): Promise<readonly BoardCell[]> => {
  if (ask.counties.length === 0) return Promise.resolve([])
  const [from, before] = rangeOf(ask.region)
  const level = ask.width === 6 || ask.width === 9 ? ask.width : 15
  const counties = ask.counties.map((_, i) => `$${i + 7}`).join(', ')
  const wanted = `county in (${counties}) and procedure = $1 and region >= $2 and region < $3 and (month = '2000-01-01' or month >= $4::date)`
  return tx.query<BoardCell>(
    `select substr(region, 1, $5::int) as region, measure, sum(n)::int as n from (
       select region, measure, n from tally_sum where level = $6::smallint and ${wanted}
       union all select region, measure, n from tally where ${wanted}) counted
     group by 1, 2 having sum(n) <> 0`,
    [ask.procedure, from, before, ask.since, ask.width, level, ...ask.counties])
}

/** One count of a month, `YYYY-MM`. */
export type MonthCell = BoardCell & { readonly month: string }

/** What was counted by months since one, for the measures that begin so, by the regions `width` code digits long inside `region`. Reads the counters only. */
export const boardByMonth = (tx: Tx, ask: { readonly region: string; readonly county: string; readonly procedure: string; readonly width: 6 | 9 | 12; readonly since: string; readonly begins: string }): Promise<readonly MonthCell[]> => {
  const [from, before] = rangeOf(ask.region)
  const wanted = 'county = $1 and procedure = $2 and region >= $3 and region < $4 and month >= $5::date and starts_with(measure, $6)'
  return tx.query<MonthCell>(
    `select substr(region, 1, $7::int) as region, measure, to_char(month, 'YYYY-MM') as month, sum(n)::int as n from (
       select region, measure, month, n from tally_sum where level = $8::smallint and ${wanted}
       union all select region, measure, month, n from tally where ${wanted}) counted
     group by 1, 2, 3 having sum(n) <> 0`,
    [ask.county, ask.procedure, from, before, ask.since, ask.begins, ask.width, ask.width === 12 ? 15 : ask.width])
}

import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../database.ts'

type Asked = { readonly region: string; readonly counties: readonly string[]; readonly year: number; /** Names of procedures. */ readonly procedures: readonly string[] }

/** What was counted inside a region in a year, by `procedure.measure`. Reads the counters only, as the board does; ask as the platform for the whole of it. */
export const yearSums = async (tx: Tx, { region, counties, year, procedures }: Asked): Promise<ReadonlyMap<string, number>> => {
  if (counties.length === 0 || procedures.length === 0) return new Map()
  const [from, before] = rangeOf(region)
  const level = region.length <= 6 ? 6 : region.length === 9 ? 9 : 15
  const wanted = 'county = any($1::text[]) and procedure = any($2::text[]) and region >= $3 and region < $4 and month >= $5::date and month <= $6::date'
  const rows = await tx.query<{ name: string; n: number }>(
    `select procedure || '.' || measure as name, sum(n)::integer as n from (
       select procedure, measure, n from tally_sum where level = $7::smallint and ${wanted}
       union all select procedure, measure, n from tally where ${wanted}) counted
     group by 1`, [`{${counties.join(',')}}`, `{${procedures.join(',')}}`, from, before, `${year}-01-01`, `${year}-12-01`, level])
  return new Map(rows.map(({ name, n }) => [name, n]))
}

import type { Fact } from '../../kernel/fact.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { countyOf } from '../../kernel/region.ts'
import { householdsNamed } from '../../registers/households/read.ts'
import type { Tx } from '../../store/database.ts'
import type { Stranger } from './judge.ts'

const unknown = words('户册中没有这一户，或者不在您的地区', 'No household of your area has that code')

/**
 * Which households of a sheet on trial are none of the register, as far as its reader is shown it: columns that name one, on a legal day. `undefined` where no column does.
 */
export const strangeHouseholds = async (tx: Tx, { columns = {} }: Fact, rows: readonly JsonObject[], day: string): Promise<Stranger | undefined> => {
  const named = new Set(Object.entries(columns).flatMap(([name, column]) => (column.register === 'household' ? [name] : [])))
  if (named.size === 0) return undefined
  const codes = [...new Set(rows.flatMap(row => [...named].flatMap(name => (typeof row[name] === 'string' ? [row[name]] : []))))]
  const known = new Set<string>()
  for (const [county, own] of Map.groupBy(codes.filter(code => code.length > 6), countyOf)) for (const { code } of await householdsNamed(tx, county, own, day)) known.add(code)
  return (column, value) => (named.has(column) && typeof value === 'string' && !known.has(value) ? unknown : undefined)
}

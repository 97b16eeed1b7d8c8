import { terms } from '../../kernel/terms.ts'
import type { Tx } from '../database.ts'
import { columns, type MatterRow } from '../matter-row.ts'

/** How alike two texts are: shared search terms over all of both, 0 to 1. */
export const likeness = (a: readonly string[], b: readonly string[]): number => {
  const other = new Set(b)
  const shared = a.filter(term => other.has(term)).length
  return shared === 0 ? 0 : shared / (a.length + b.length - shared)
}

/** Below this two reports are not offered as alike; found by trying invented pairs, a product default. */
export const alike = 0.2

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Open matters of the same place opened since an instant whose heading text is like this one, the likest first. */
export const similar = async (tx: Tx, ask: { readonly procedure: string; readonly heading: string; readonly county: string; readonly region: string; readonly text: string; readonly since: Date; readonly most: number }): Promise<readonly { readonly row: MatterRow; readonly likeness: number }[]> => {
  const rows = await tx.query<MatterRow>(
    `select ${columns('m')} from matter m where m.county = $1 and m.region = $2 and m.opened >= $3::timestamptz and m.procedure = $4 and m.open
     order by m.opened desc limit 200`, [ask.county, ask.region, ask.since.toISOString(), ask.procedure])
  const wanted = terms(ask.text)
  return rows
    .map(row => ({ row, likeness: likeness(wanted, terms(textOf(row.facts[ask.heading]))) }))
    .filter(one => one.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, ask.most)
}

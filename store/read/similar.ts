import { terms } from '../../kernel/terms.ts'
import type { Tx } from '../database.ts'
import { columns, matters, type MatterRow } from '../matter-row.ts'

const sharedBy = (a: readonly string[], b: readonly string[]): number => {
  const other = new Set(b)
  return a.filter(term => other.has(term)).length
}

/** How alike two texts are: shared search terms over all of both, 0 to 1. */
export const likeness = (a: readonly string[], b: readonly string[]): number => {
  const shared = sharedBy(a, b)
  return shared === 0 ? 0 : shared / (a.length + b.length - shared)
}

/** Below this two reports are not offered as alike; found by trying invented pairs, a product default. */
export const alike = 0.2

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

type Ask = {
  readonly procedure: string
  readonly heading: string
  readonly county: string
  readonly region: string
  readonly text: string
  readonly since: Date
  readonly most: number
  /** Terms that both texts must hold; 1 where not said. */
  readonly sharing?: number
}

/** Open matters of the same place opened since an instant whose heading text is like this one, the likest first. */
export const similar = async (tx: Tx, ask: Ask): Promise<readonly { readonly row: MatterRow; readonly likeness: number }[]> => {
  const rows = await tx.query<MatterRow>(
    `select ${columns} from ${matters} where m.county = $1 and m.region = $2 and m.opened >= $3::timestamptz and m.procedure = $4 and m.open
     order by m.opened desc limit 200`, [ask.county, ask.region, ask.since.toISOString(), ask.procedure])
  const wanted = terms(ask.text)
  return rows
    .map(row => ({ row, held: terms(textOf(row.facts[ask.heading])) }))
    .filter(({ held }) => sharedBy(wanted, held) >= (ask.sharing ?? 1))
    .map(({ row, held }) => ({ row, likeness: likeness(wanted, held) }))
    .filter(one => one.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, ask.most)
}

import { isLate } from '../../kernel/fold.ts'
import type { Matter } from '../../kernel/matter.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { isFinal, type Procedure } from '../../kernel/procedure.ts'

/** A signed count under a name, in a place and month. */
export type Delta = { readonly region: string; readonly procedure: string; readonly measure: string; readonly month: string; readonly n: number }

/** What stands open now has no month of its own. */
const now = '2000-01-01'

const standing = (procedure: Procedure, matter: Matter, n: 1 | -1): readonly Delta[] => {
  if (matter.seq === 0 || matter.confined || isFinal(procedure, matter.stage)) return []
  const place = { region: matter.region, procedure: procedure.name, month: now, n }
  return [{ ...place, measure: `open:${matter.stage}` }, ...(isLate(matter) ? [{ ...place, measure: `late:${matter.stage}` }] : [])]
}

const key = (d: Delta): string => `${d.region} ${d.measure} ${d.month}`

/** The counts one entry changes; what goes out and comes in again cancels. */
export const deltas = (procedure: Procedure, before: Matter, after: Matter, counts: { readonly [measure: string]: number } | undefined, at: Date): readonly Delta[] => {
  const month = `${legalDay(at).slice(0, 7)}-01`
  const counted = Object.entries(counts ?? {}).map(([measure, n]) => ({ region: after.region, procedure: procedure.name, measure, month, n }))
  const sums = new Map<string, Delta>()
  for (const d of [...standing(procedure, before, -1), ...standing(procedure, after, 1), ...counted]) {
    sums.set(key(d), { ...d, n: d.n + (sums.get(key(d))?.n ?? 0) })
  }
  return [...sums.values()].filter(d => d.n !== 0)
}

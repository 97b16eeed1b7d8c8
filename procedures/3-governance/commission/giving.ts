import { gate, type Giving, type Known } from '../../../kernel/gate.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import { officeCode } from '../../../kernel/post.ts'
import { levelOf } from '../../../kernel/region.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { askedFacts } from './facts.ts'

/** Who takes on work in a place: a village's committee, a township's government. */
export const receiver = (place: string): string => officeCode(place, levelOf(place) === 'village' ? 'committee' : 'gov')

export type Asked = ValuesOf<typeof askedFacts> & { readonly duty?: string; readonly emergency?: boolean }

/** The work of a commission, or of a task that came of it, as the gate judges it (Art. 23). `of`: the commission. */
export const givingOf = (facts: Asked, to: readonly string[], by: string, of: string): Giving => ({
  to: to.map(receiver), by, of,
  ...(facts.item !== undefined && { item: facts.item }),
  ...(facts.duty !== undefined && { duty: facts.duty }),
  ...(facts.from !== undefined && { from: facts.from }),
  ...(facts.until !== undefined && { until: facts.until }),
  ...(facts.emergency === true && { emergency: true }),
  conditions: (facts.conditions ?? []).flatMap(row => row.name ?? []),
  fields: (facts.fields ?? []).map(({ name = '', filled = false }) => ({ name, filled })),
})

/** The same judgement where nobody tries to give anything: what bars it is told, and counts against nobody. */
export const stillBarred = (giving: Giving, known: Known | undefined, now: Date): Refusal | undefined => {
  const barred = gate(giving, known, now)
  if (!barred) return undefined
  const { keeps: _, ...said } = barred
  return said
}

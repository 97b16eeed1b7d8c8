import { legalDay } from '../../../kernel/calendar.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { lastDay, limitationClocks, noLimitation } from './limits.ts'
import { kindTraits, limitations as kinds, type DisputeKind } from './kinds.ts'
import type { Interruption } from './facts/limitation.ts'
import type { Moved, Now } from './parts.ts'

type Known = Pick<Now['facts'], 'about' | 'since' | 'employed' | 'employmentEnded' | 'interruptions'>
type When = Pick<Now, 'law' | 'now'>

export const interruptible = (about: DisputeKind | undefined): boolean => kindTraits(about).limitation !== 'reconsideration'

/** The last day of the limitation of a kind that began on a day. */
const lastOf = (about: DisputeKind | undefined, from: string | undefined, { law, now }: When): string | undefined => {
  const { limitation } = kindTraits(about)
  return limitation === undefined || from === undefined ? undefined : lastDay(law, kinds[limitation].rule, from, legalDay(now))
}

/** Since when it counts if nothing interrupted it: since it was known; of unpaid wages since the employment ended, and not at all while it lasts. */
const firstDay = ({ about, since, employed, employmentEnded }: Known, { law, now }: When): string | undefined => {
  const { fromEndOfEmployment: rule } = kindTraits(about)
  if (rule === undefined || law.figure(rule, legalDay(now)).value !== true) return since
  return employed === true ? undefined : employmentEnded ?? since
}

const inOrder = (list: readonly Interruption[]): readonly Interruption[] => list.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))

/**
 * From when the limitation counts, its interruptions taken in the order in which they happened: each only where it had not run out before, unless who owes
 * acknowledged it (Civil Code, Art. 192). Of proceedings it counts from their end (Art. 195): while they last, `kept`.
 */
const countsFrom = (known: Known, c: When): { readonly from: string | undefined; readonly kept: boolean } => {
  const list = inOrder(known.interruptions ?? [])
  const first = { from: firstDay(known, c), kept: false }
  const pending = list.some(one => one.how === 'filed' && one.until === undefined)
  if (!interruptible(known.about)) return { ...first, kept: pending }
  return list.reduce((so, one) => {
    const last = lastOf(known.about, so.from, c)
    const counts = so.kept || so.from === undefined || ((one.on ?? '') >= so.from && (one.how === 'acknowledged' || (one.on ?? '') <= (last ?? '')))
    if (!counts) return so
    return one.how === 'filed' ? { from: one.until ?? one.on, kept: one.until === undefined } : { ...so, from: one.on }
  }, first)
}

/** Limitations run while people talk: they are shown from the first day, and the sides warned. */
export const limitations = (c: Pick<Now, 'facts' | 'now' | 'law' | 'matter'>): Required<Pick<Moved, 'clocks' | 'set'>> => {
  const { from, kept } = countsFrom(c.facts, c)
  if (kept || from === undefined) return { clocks: noLimitation, set: { passed: null } }
  const { clocks, passed } = limitationClocks(c.facts.about, from, c.now, c.law, c.matter.clocks)
  return { clocks, set: { passed: passed === undefined ? null : keepWords(passed) } }
}

/** What interrupts it, added to what did before. */
export const interrupted = (c: Pick<Now, 'facts' | 'now' | 'law' | 'matter'>, more: Interruption): Required<Pick<Moved, 'clocks' | 'set'>> => {
  const interruptions = inOrder([...c.matter.facts.interruptions ?? [], more])
  const { clocks, set } = limitations({ ...c, facts: { ...c.facts, interruptions } })
  return { clocks, set: { ...set, interruptions } }
}

/** Proceedings that kept the claim are over without a decision: it counts anew from that day. */
export const proceedingsOver = (c: Pick<Now, 'facts' | 'now' | 'law' | 'matter'>): Required<Pick<Moved, 'clocks' | 'set'>> => {
  const interruptions = (c.matter.facts.interruptions ?? []).map(one => (one.how === 'filed' && one.until === undefined ? { ...one, until: legalDay(c.now) } : one))
  const { clocks, set } = limitations({ ...c, facts: { ...c.facts, interruptions } })
  return { clocks, set: { ...set, interruptions } }
}

/** The day on which the limitation ran out before another was to interrupt it; `undefined` where it had not, or who owes acknowledged it. */
export const ranOutBefore = ({ matter, law, now }: Pick<Now, 'matter' | 'law' | 'now'>, { on = '', how }: Interruption): string | undefined => {
  if (how === 'acknowledged') return undefined
  const before = (matter.facts.interruptions ?? []).filter(one => (one.on ?? '') <= on)
  const { from, kept } = countsFrom({ ...matter.facts, interruptions: before }, { law, now })
  const last = kept ? undefined : lastOf(matter.facts.about, from, { law, now })
  return last !== undefined && on > last ? last : undefined
}

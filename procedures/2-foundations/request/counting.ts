import { hasRunOut, limitOf, shorter, type Law, type Limit } from '../../../kernel/clock.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import type { Matter } from '../../../kernel/matter.ts'
import type { RequestFacts } from './facts.ts'
import type { Category } from './needs.ts'

type Situation = { readonly law: Law; readonly now: Date; readonly matter: Matter<RequestFacts>; readonly needs: { readonly category?: Category } }

/** The category's own limit, or that for any; handled again on a resident's word, the limit for that where it is the shorter. */
export const handlingLimit = ({ law, now, matter, needs }: Situation): Limit => {
  const first = needs.category?.limit ?? limitOf(law, 'request.handle', now)
  return matter.stage === 'confirming' ? shorter(law, now, limitOf(law, 'request.handle-again', now), first) : first
}

/** Whether the time to handle has run out just now, for the first time in the matter's life: from then on it is due, closed or not. */
export const turnsLate = ({ matter, now }: Pick<Situation, 'matter' | 'now'>): boolean =>
  matter.facts.inTime !== false && matter.clocks['stage'] !== undefined && hasRunOut(matter.clocks['stage'], now)

/** Resolved, a matter was handled in time if no round of it was late. */
export const judged = (c: Pick<Situation, 'matter' | 'now'>): { readonly inTime: boolean; readonly counts: { readonly counts?: { readonly due: 1 } } } => {
  const late = turnsLate(c)
  return { inTime: !late && c.matter.facts.inTime !== false, counts: late ? { counts: { due: 1 } } : {} }
}

/** To be handled again, it is no longer handled in time; what was late stays late. */
export const unjudged = (f: { readonly inTime?: boolean }): { readonly inTime?: null } => (f.inTime === true ? { inTime: null } : {})

/** What closing counts: the raw figures and those that the declared exclusions take out. What was late has been due since its time ran out. */
export const closing = (f: { readonly inTime?: boolean; readonly outcome?: ValuesOf<RequestFacts>['outcome'] }, sign: 1 | -1 = 1): Record<string, number> => {
  const inTime = f.inTime !== false
  const excluded = f.outcome === 'notOurs'
  return {
    ...(inTime && { due: sign, onTime: sign }), ...(f.outcome && { [f.outcome]: sign }),
    ...(excluded && { excluded: sign }), ...(excluded && inTime && { excludedOnTime: sign }),
  }
}

/** Closed, a resident's matter waits to be rated; what was reported in a post is no resident's to rate (Art. 48). */
export const closed = (f: Pick<ValuesOf<RequestFacts>, 'inPost'>): 'closed' | 'finished' => (f.inPost === true ? 'finished' : 'closed')

import type { JsonObject } from '../../kernel/words.ts'
import { dayOf } from '../parts/time.ts'

const starts: { readonly [begun: string]: () => JsonObject } = {
  // Two people who quarrelled and settled it today: of most cards nothing but their names is left to type.
  'dispute/settleOnSpot': () => ({ sides: [{ role: 'applicant', nature: 'person' }, { role: 'respondent', nature: 'person' }], agreedOn: dayOf(new Date()) }),
}

/** What is filled in already where something is begun on the spot. */
export const startOf = (procedure: string, step: string): JsonObject => starts[`${procedure}/${step}`]?.() ?? {}

import { isSharing, type Party } from './matter.ts'
import type { Procedure } from './procedure.ts'

/** What is left out of all that a reader is given of a matter, so that nothing tells that it is there. */
export type KeptBack = { fact(name: string): boolean; step(name: string): boolean }

/** All that a matter keeps from its sides (`notForSides`). */
export const ofSides = ({ facts, steps }: Pick<Procedure, 'facts' | 'steps'>): KeptBack =>
  ({ fact: name => facts[name]?.notForSides === true, step: name => steps[name]?.notForSides === true })

const nothing: KeptBack = { fact: () => false, step: () => false }

/** What is kept back from this reader: from who is a side in person, in whichever post they look, and also where it would be theirs to read otherwise. */
export const keptFrom = (procedure: Pick<Procedure, 'facts' | 'steps'>, parties: readonly Party[], account: string): KeptBack =>
  (isSharing(parties, account) ? ofSides(procedure) : nothing)

import type { Facts, ValuesOf } from '../../kernel/fact.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'

/** A fact as one reader may see it. */
export type Shown = { readonly fact: string; readonly value: Json; readonly masked: boolean }

/**
 * The facts of a matter as its row gave them to this reader: what is above internal stands there masked for everybody, what is internal for
 * whom the database did not give it (`inside`). Nothing is masked here, so nothing can be forgotten to be.
 */
export const shown = (procedure: Procedure, { facts, inside }: { readonly facts: ValuesOf<Facts>; readonly inside: boolean }, names = Object.keys(facts)): readonly Shown[] =>
  names.flatMap(name => {
    const fact = procedure.facts[name]
    const value = facts[name]
    if (!fact || value === undefined) return []
    return [{ fact: name, value, masked: fact.class !== 'public' && !(fact.class === 'internal' && inside) }]
  })

/** Whether a fact is given to its reader at all: one declared `hidden` only in the clear. */
export const isGiven = (procedure: Procedure) => ({ fact, masked }: Shown): boolean => !masked || procedure.facts[fact]?.hidden !== true

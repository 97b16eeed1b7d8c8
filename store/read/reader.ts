import type { Facts, ValuesOf } from '../../kernel/fact.ts'
import { reads, type Actor, type Class } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'

/** A fact as one reader may see it. */
export type Shown = { readonly fact: string; readonly value: Json; readonly masked: boolean }

/** Whether a reader sees a class in the clear: by clearance, or because the fact is their own. */
export const sees = (actor: Actor, wanted: Class, own: boolean): boolean => own || reads(actor.clearance, wanted)

/**
 * The open facts of a matter for this reader. What is above internal stands there already masked; what is internal
 * is masked here for readers without that clearance. The one place where lists and pages mask.
 */
export const shown = (procedure: Procedure, facts: ValuesOf<Facts>, actor: Actor, own: boolean, names = Object.keys(facts)): readonly Shown[] =>
  names.flatMap(name => {
    const fact = procedure.facts[name]
    const value = facts[name]
    if (!fact || value === undefined) return []
    const above = fact.class === 'sensitive' || fact.class === 'confidential'
    const clear = above || sees(actor, fact.class, own)
    return [{ fact: name, value: clear ? value : fact.mask(value), masked: above || !clear }]
  })

/** Whether a fact is given to its reader at all: one declared `hidden` only in the clear. */
export const isGiven = (procedure: Procedure) => ({ fact, masked }: Shown): boolean => !masked || procedure.facts[fact]?.hidden !== true

/** The title in the clear, or as masked as the fact it is taken from. */
export const titleFor = (procedure: Procedure, title: string, actor: Actor, own: boolean): string => {
  const heading = procedure.facts[procedure.heading]
  if (heading === undefined || sees(actor, heading.class, own)) return title
  const masked = heading.mask(title)
  return typeof masked === 'string' ? masked : '***'
}

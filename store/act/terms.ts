import type { Fact } from '../../kernel/fact.ts'
import type { Matter } from '../../kernel/matter.ts'
import { isFinal, type Procedure } from '../../kernel/procedure.ts'
import { ancestor, countyOf } from '../../kernel/region.ts'
import { queryTerms, terms } from '../../kernel/terms.ts'
import type { Json } from '../../kernel/words.ts'
import { mac, type Keys } from '../seal.ts'

/** The term under which an exact value of a public fact is found. */
export const publicTerm = (fact: string, value: Json): string => `${fact}=${typeof value === 'string' ? value : JSON.stringify(value)}`

/** The term under which an exact value of a fact is found: open where the fact is public, else keyed. */
export const exactTerm = (keys: Keys, name: string, fact: Pick<Fact, 'class'>, value: Json): string =>
  (fact.class === 'public' ? publicTerm(name, value) : keyedTerm(keys, 'exact', publicTerm(name, value)))

/** The keyed term of a word of a text: who reads the table alone learns no text from it. */
export const wordTerm = (keys: Keys, word: string): string => `~${mac(keys, 'word', word).toString('base64url').slice(0, 12)}`

/** The keyed term of a value above internal: it finds equals and tells nothing. */
export const keyedTerm = (keys: Keys, kind: string, value: string): string => `${kind}#${mac(keys, 'term', kind, value).toString('base64url').slice(0, 16)}`

/** The term under which stands what lies in a region or is held by an office: lists of ended matters are read off it, the newest first. */
export const standTerm = (code: string): string => `@${code}`

/** The term under which stands what ended in this final stage: among the newest of a city those begin weeks deep. */
export const endTerm = (stage: string): string => `@end/${stage}`

/** The same of a confined matter, which is told to who sees it and nobody else (`store/policies.ts`): by it retention finds what ended. It has no other term. */
export const confinedEndTerm = (stage: string): string => `!${endTerm(stage)}`

/** The keyed terms that all matters have in whose texts these words may be found. */
export const soughtTerms = (keys: Keys, words: string): readonly string[] => queryTerms(words).map(word => wordTerm(keys, word))

const stands = (procedure: Procedure, { seq, stage, region, holder, confined }: Matter): readonly string[] => {
  if (confined) return seq > 0 && isFinal(procedure, stage) ? [confinedEndTerm(stage)] : []
  const places = [countyOf(region), ...(['township', 'village', 'grid'] as const).flatMap(level => ancestor(region, level) ?? [])]
  const at = [...places, ...(holder === null ? [] : [holder.office])].map(standTerm)
  return seq === 0 ? [] : [...at, ...(isFinal(procedure, stage) ? [endTerm(stage)] : [])]
}

/** Where a matter came to stand by its last entry, and where it stands no more. */
export const moved = (procedure: Procedure, before: Matter, after: Matter): { readonly add: readonly string[]; readonly drop: readonly string[] } => {
  const [old, now] = [stands(procedure, before), stands(procedure, after)]
  return { add: now.filter(term => !old.includes(term)), drop: old.filter(term => !now.includes(term)) }
}

/** The terms under which one value of a fact is found. */
export const termsFor = (keys: Keys, name: string, fact: Fact, value: Json): readonly string[] => {
  const hidden = fact.class === 'sensitive' || fact.class === 'confidential'
  if (fact.search === undefined || value === null) return []
  if (fact.search === 'exact') return hidden ? [] : [exactTerm(keys, name, fact, value)]
  if (typeof value !== 'string') return []
  if (fact.search === 'digits') return [keyedTerm(keys, 'digits', value.slice(-4)), keyedTerm(keys, 'phone', value)]
  if (fact.search === 'name') return [keyedTerm(keys, 'name', value)]
  return hidden ? [] : terms(value).map(word => wordTerm(keys, word))
}

/** The search terms that facts given now add, and the exact ones that they put out of force. */
export const termsOf = (keys: Keys, procedure: Procedure, before: { readonly [fact: string]: Json | undefined }, set: { readonly [fact: string]: Json }): { readonly add: readonly string[]; readonly drop: readonly string[] } => {
  const add = new Set<string>()
  const drop = new Set<string>()
  for (const [name, value] of Object.entries(set)) {
    const fact = procedure.facts[name]
    if (!fact?.search) continue
    for (const term of termsFor(keys, name, fact, value)) add.add(term)
    const old = before[name]
    if (fact.search === 'exact' && old !== undefined && old !== value) drop.add(exactTerm(keys, name, fact, old))
  }
  return { add: [...add], drop: [...drop] }
}

import { canonical } from '../../kernel/canonical.ts'
import type { Fact } from '../../kernel/fact.ts'
import type { Json } from '../../kernel/words.ts'
import { digest, unseal, type Keys } from '../seal.ts'
import type { Sealed } from './read.ts'

/** A sealed value held against its entry: the value where it proved to be the one entered, whether it was erased, and what is wrong. */
export type Opened = { readonly value?: Json; readonly erased?: Date; readonly wrong: readonly string[] }

/**
 * Holds the row of a value against the digest its entry keeps and against the declaration. One erased bears the stamp of it and leaves
 * nothing: neither value nor salt, and no masked form that could be read in its place.
 */
export const openSealed = (keys: Keys, matter: string, fact: Fact | undefined, name: string, entered: string, kept: Sealed | undefined): Opened => {
  if (!kept) return { wrong: [`the value of ${name} is gone`] }
  const { value, salt, masked, erased } = kept
  const classed = fact && kept.class !== fact.class ? [`the class of ${name} is not the one declared`] : []
  if (value === null || salt === null) {
    if (erased === null) return { wrong: [`the value of ${name} is gone and bears no stamp of an erasure`] }
    const left = value === null && salt === null && masked === null ? [] : [`the value of ${name} is stamped as erased and is not wholly gone`]
    return { erased, wrong: [...classed, ...left] }
  }
  const stamped = erased === null ? [] : [`the value of ${name} is stamped as erased and is not wholly gone`]
  const opened = unsealed(keys, matter, kept, value)
  if (opened === undefined || digest(salt, opened) !== entered) return { wrong: [`the value of ${name} is not the one entered`, ...classed, ...stamped] }
  const mask = fact && canonical(fact.mask(opened)) !== canonical(masked) ? [`the masked form of ${name} is not that of its value`] : []
  return { value: opened, wrong: [...mask, ...classed, ...stamped] }
}

const unsealed = (keys: Keys, matter: string, { seq, fact }: Sealed, value: Uint8Array): Json | undefined => {
  try {
    return unseal(keys, { matter, seq, fact }, value)
  } catch {
    return undefined
  }
}

import { isUuid } from '../kernel/facts.ts'
import type { Json } from '../kernel/words.ts'
import { asPlatform, type House, type Loader } from './house.ts'
import { unseal } from './seal.ts'

/**
 * Every value that a fact of a matter was ever given, oldest first, whoever takes the step: for a rule that goes by what is sensitive, and says no
 * more of it than that it holds. Asked for as `{ county, matter, fact }`.
 */
export const everTold = (house: () => Pick<House, 'keys'>): Loader => asPlatform(async (tx, { county, matter, fact }): Promise<readonly Json[]> => {
  if (!isUuid(matter)) return []
  const kept = await tx.query<{ seq: number; fact: string; value: Uint8Array }>('select seq, fact, value from app_open($1, $2::uuid) where fact = $3 order by seq', [county, matter, fact])
  return kept.map(one => unseal(house().keys, { matter, seq: one.seq, fact: one.fact }, one.value))
})

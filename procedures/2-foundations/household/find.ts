import type { Fault } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { plainDoor } from './judge.ts'

/** A household of the register, as far as naming one needs it. */
export type HouseholdKnown = { readonly code: string; readonly address: string }

type Named = { readonly household?: string; readonly door?: string }

/** The household that a code or a door of the register names, or why none does. */
export const findHousehold = ({ household, door }: Named, known: readonly HouseholdKnown[]): HouseholdKnown | { readonly column: 'household' | 'door'; readonly why: Words } => {
  if (household !== undefined) {
    const named = known.find(one => one.code === household)
    if (!named) return { column: 'household', why: words('户册中没有这个编号，或该户已不在本村（社区）', 'No household of the village stands under this code') }
    return door === undefined || plainDoor(door) === plainDoor(named.address) ? named : { column: 'door', why: words(`${household} 的门牌是 ${named.address}`, `The door of ${household} is ${named.address}`) }
  }
  if (door === undefined) return { column: 'door', why: words('请填户册上的门牌，或户编号', 'Say the door as the register has it, or the code') }
  const there = known.filter(one => plainDoor(one.address) === plainDoor(door))
  const [only] = there
  if (only === undefined) return { column: 'door', why: words('户册中没有这个门牌；是新户的，请先提出户册变更', 'The register has no such door; a new household is entered by a change of households first') }
  return there.length === 1 ? only : { column: 'door', why: words('这个门牌有几户，请填户编号', 'Several households have this door: say the code') }
}

/** Rows that name households, each with code and door as the register has them; what names none is told at its cell. */
export const findHouseholds = <R extends Named>(rows: readonly R[], known: readonly HouseholdKnown[] | undefined, fact = 'households'): { readonly rows: readonly (R & { readonly household: string; readonly door: string })[]; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = []
  const found = rows.flatMap((row, at) => {
    const one = findHousehold(row, known ?? [])
    if ('why' in one) { faults.push({ fact, row: at, ...one }); return [] }
    return [{ ...row, household: one.code, door: one.address }]
  })
  return { rows: found, faults }
}

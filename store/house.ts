import type { Law } from '../kernel/clock.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Database, Tx } from './database.ts'
import type { Keys } from './seal.ts'

/** Fetches what a step needs to know, in the step's own transaction. */
export type Loader = (tx: Tx, ask: JsonObject) => Promise<unknown>

/** Takes a row handed over by a step into a register or ledger, in the same transaction, as the platform. */
export type Recorder = (tx: Tx, row: JsonObject, at: Date) => Promise<void>

/** What stands in the registers, asked before a value that refers to them is accepted. */
export type Known = {
  region(code: string): boolean
  office(code: string): boolean
  reference(register: string, code: string): boolean
}

/** All that acting and reading need, put together once at start-up. */
export type House = {
  readonly database: Database
  readonly law: Law
  readonly keys: Keys
  readonly procedures: readonly Procedure[]
  readonly loaders: { readonly [name: string]: Loader }
  readonly recorders: { readonly [name: string]: Recorder }
  readonly known: Known
}

/** The declaration of a name in force on a legal day; `undefined` where there is none. */
export const inForce = (house: Pick<House, 'procedures'>, name: string, day: string): Procedure | undefined =>
  house.procedures.findLast(p => p.name === name && p.since <= day)

/** The declaration a matter was opened under. Throws where it is gone: a version once used stays. */
export const versionOf = (house: Pick<House, 'procedures'>, name: string, since: string): Procedure => {
  const found = house.procedures.find(p => p.name === name && p.since === since)
  if (!found) throw new Error(`procedure ${name} of ${since} is not declared any more`)
  return found
}

/** Names what procedures ask for and nobody gives; serving starts only when this is empty. */
export const missing = (house: House): readonly string[] => house.procedures.flatMap(procedure => [
  ...Object.values(procedure.needs).filter(need => !house.loaders[need.load]).map(need => `${procedure.name}: loader ${need.load}`),
])


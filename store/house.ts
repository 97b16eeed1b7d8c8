import type { Law } from '../kernel/clock.ts'
import { system } from '../kernel/post.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { words, type JsonObject, type Words } from '../kernel/words.ts'
import type { Database, Tx } from './database.ts'
import type { Keys } from './seal.ts'

/** Fetches what a step needs to know, in the step's own transaction. `alone`: nothing else is asked for meanwhile. */
export type Loader = ((tx: Tx, ask: JsonObject) => Promise<unknown>) & { readonly alone?: true }

/** A loader that asks as the platform, where what is answered must not depend on who takes the step. */
export const asPlatform = (loader: (tx: Tx, ask: JsonObject) => Promise<unknown>): Loader =>
  Object.assign((tx: Tx, ask: JsonObject) => tx.as(system, own => loader(own, ask)), { alone: true as const })

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

/** Procedures name what nobody gives: the program was put together wrongly, and serving would fail on the day a step is taken. */
export class IncompleteHouse extends Error {
  constructor(absent: readonly Words[]) {
    super([
      '办理程序要用的部件不存在，拒绝启动：', ...absent.map(one => `  ${one.zh}`),
      'Procedures name parts that do not exist; refusing to start:', ...absent.map(one => `  ${one.en}`),
    ].join('\n'))
  }
}

type Named = { readonly procedure: string; readonly name: string }

const givesWork = (procedure: Procedure): boolean => Object.values(procedure.steps).some(step => step.gives !== undefined)

/** Every loader that a procedure needs and every recorder that one of its steps names. */
export const namedBy = (procedure: Procedure): { readonly loaders: readonly string[]; readonly recorders: readonly string[] } => ({
  loaders: [...new Set([...Object.values(procedure.needs).map(need => need.load), ...(givesWork(procedure) ? ['gate'] : [])])],
  recorders: [...procedure.records, ...(givesWork(procedure) ? ['refused-attempt'] : [])],
})

/** Says what procedures name and nobody gives. */
export const missing = (house: Pick<House, 'procedures' | 'loaders' | 'recorders'>): readonly Words[] => {
  const absent = (kind: 'loaders' | 'recorders'): readonly Named[] =>
    house.procedures.flatMap(procedure => namedBy(procedure)[kind].filter(name => !Object.hasOwn(house[kind], name)).map(name => ({ procedure: procedure.name, name })))
  return [
    ...absent('loaders').map(({ procedure, name }) => words(`${procedure}：读取“${name}”的 loader`, `${procedure}: loader ${name}`)),
    ...absent('recorders').map(({ procedure, name }) => words(`${procedure}：登记“${name}”的 recorder`, `${procedure}: recorder ${name}`)),
  ]
}

/** The house, once all that its procedures name is there; nothing is served or loaded without. Throws `IncompleteHouse`. */
export const complete = (house: House): House => {
  const absent = missing(house)
  if (absent.length > 0) throw new IncompleteHouse(absent)
  return house
}

import { randomUUID } from 'node:crypto'
import type { ErasureGround, KeptKind } from '../kernel/erasure.ts'
import { system } from '../kernel/post.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Json } from '../kernel/words.ts'
import { actIn } from '../store/act.ts'
import { factsOfKinds } from '../store/erase/kinds.ts'
import { eraseIn } from '../store/erase.ts'
import { settle } from '../store/retention.ts'
import { versionOf, type House, type Recorder } from '../store/house.ts'
import { consentsOf } from './consents.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/**
 * What a data request sets in motion on other matters, in its own transaction: all of it happens or none. `house` is asked for when a row
 * comes, for these are themselves part of it.
 */
export const rightsRecorders = (house: () => House): { readonly [name: string]: Recorder } => ({
  erasure: async (tx, row, at) => {
    const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
    const [found] = await tx.query<{ procedure: string; version: string }>('select procedure, version::text as version from matter where county = $1 and id = $2::uuid', [county, matter])
    if (!found) throw new Error(`no matter ${matter} to erase from`)
    const facts = factsOfKinds(versionOf(house(), found.procedure, found.version), row['kinds'] as readonly KeptKind[])
    await eraseIn(tx, house(), { county, matter, facts, ground: row['ground'] as ErasureGround, unlink: row['unlink'] === true }, at)
    await settle(tx, house(), { county, matter }, at)
  },
  correction: async (tx, row, at) => {
    await actIn(tx, house(), system, { id: randomUUID(), step: 'correct', matter: textOf(row['matter']), county: textOf(row['county']), input: { [textOf(row['field'])]: row['value'] } }, at)
      .catch((error: unknown) => { throw error instanceof Refused ? new Refused(atItsField(error, textOf(row['field']))) : error })
  },
  'consent-withdrawal': async (tx, row, at) => {
    for (const { county, id } of await consentsOf(tx, textOf(row['account']), textOf(row['purpose']))) {
      await actIn(tx, house(), system, { id: randomUUID(), step: 'withdraw', matter: id, county, input: {} }, at)
    }
  },
})

/** What is wrong with the corrected value is told at the field in which it was typed. */
const atItsField = ({ refusal }: Refused, field: string): Refused['refusal'] =>
  ({ ...refusal, ...(refusal.faults && { faults: refusal.faults.map(fault => (fault.fact === field ? { ...fault, fact: 'corrected' } : fault)) }) })

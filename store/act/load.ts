import type { Matter } from '../../kernel/matter.ts'
import type { Tx } from '../database.ts'
import { around, columns, toMatter, type Around, type MatterRow } from '../matter-row.ts'

/** A matter under lock and its chain's head. */
export type Loaded = { readonly matter: Matter; readonly number: string; readonly head: Uint8Array }

/** An act already taken: what it led to, and the keyed digest of what was given then. */
export type Repeat = { readonly county: string; readonly matter: string; readonly number: string; readonly seq: number; readonly stage: string; readonly given: Uint8Array }

/** Locks and reads one matter as this reader sees it; `undefined` where there is none or it is not theirs to see. */
export const load = async (tx: Tx, id: string, county?: string): Promise<Loaded | undefined> => {
  const [row] = await tx.query<MatterRow & Around & { head: Uint8Array }>(
    `select ${columns('m')}, m.head, ${around('m')} from matter m where m.id = $1 ${county === undefined ? '' : 'and m.county = $2'} for update of m`,
    county === undefined ? [id] : [id, county])
  return row && { matter: toMatter(row, row.parties, row.links), number: row.number, head: row.head }
}

/** An act already taken, in whichever county: asked again for another place, it is still the same act. */
export const takenBefore = async (tx: Tx, act: Buffer): Promise<Repeat | undefined> => {
  const [row] = await tx.query<Repeat>(
    `select e.county, e.matter, m.number, e.seq, e.stage, e.given from entry e join matter m on m.county = e.county and m.id = e.matter
     where e.act = decode($1, 'hex')`, [act.toString('hex')])
  return row
}

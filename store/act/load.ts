import { system } from '../../kernel/post.ts'
import type { Matter } from '../../kernel/matter.ts'
import type { Tx } from '../database.ts'
import { mac, type Keys } from '../seal.ts'
import { around, shownColumns, toMatter, type Around, type MatterRow } from '../matter-row.ts'

/** A matter under lock and its chain's head. `blind`: the actor is not given what is internal of it, which was read as the platform. */
export type Loaded = { readonly matter: Matter; readonly number: string; readonly head: Uint8Array; readonly blind: boolean }

/** An act already taken: what it led to, and the keyed digest of what was given then. */
export type Repeat = { readonly county: string; readonly matter: string; readonly number: string; readonly seq: number; readonly stage: string; readonly given: Uint8Array }

type Inside = Pick<MatterRow, 'title' | 'facts'>

const insideOf = async (tx: Tx, id: string): Promise<Inside | undefined> =>
  (await tx.query<Inside>('select title, facts from matter_internal where id = $1', [id]))[0]

/** Locks and reads one matter as this reader sees it; `undefined` where there is none or it is not theirs to see. */
export const load = async (tx: Tx, id: string, county?: string): Promise<Loaded | undefined> => {
  // What is internal is asked for behind the lock, in the same wait: joined to a row that was waited for, it would be that of before.
  const [[row], given] = await Promise.all([
    tx.query<Omit<MatterRow, 'inside'> & Around & { head: Uint8Array }>(
      `select ${shownColumns}, m.head, ${around} from matter m where m.id = $1 ${county === undefined ? '' : 'and m.county = $2'} for update of m`,
      county === undefined ? [id] : [id, county]),
    insideOf(tx, id),
  ])
  if (!row) return undefined
  // Who acts without reading it all: the rules of the step look at the whole, and give away nothing but their answer.
  const inside = given ?? await tx.as(system, own => insideOf(own, id))
  const matter = toMatter({ ...row, ...inside, facts: { ...row.facts, ...inside?.facts }, inside: true }, row.parties, row.links)
  return { matter, number: row.number, head: row.head, blind: given === undefined }
}

/** To which `seq` an act of an account’s own has led this matter; `undefined` where it was not taken, or on another. */
export const ledTo = async (tx: Tx, keys: Keys, { account, act, matter }: { readonly account: string; readonly act: string; readonly matter: string }): Promise<number | undefined> => {
  const before = await takenBefore(tx, mac(keys, 'act', account, act))
  return before?.matter === matter ? before.seq : undefined
}

/** An act already taken, in whichever county: asked again for another place, it is still the same act. */
export const takenBefore = async (tx: Tx, act: Buffer): Promise<Repeat | undefined> => {
  const [row] = await tx.query<Repeat>(
    `select e.county, e.matter, m.number, e.seq, e.stage, e.given from entry e join matter m on m.county = e.county and m.id = e.matter
     where e.act = decode($1, 'hex')`, [act.toString('hex')])
  return row
}

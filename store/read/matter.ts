import type { Matter } from '../../kernel/matter.ts'
import type { Actor, Class } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'
import type { Tx } from '../database.ts'
import { versionOf, type House } from '../house.ts'
import { around, columns, toMatter, type Around, type MatterRow } from '../matter-row.ts'
import { unseal } from '../seal.ts'
import { isGiven, sees, shown, type Shown } from './reader.ts'

export type EntryRow = {
  readonly seq: number
  readonly at: Date
  readonly step: string
  readonly actor: { readonly kind: string; readonly post?: string; readonly office?: string; readonly account?: string }
  readonly stage: string
  readonly version: string
  readonly facts: readonly Shown[]
}

export type FileRow = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }

/** One matter as this reader may see it; its files are those that a fact names which they may read. `own` says that the reader is the one who reported it. */
export type MatterPage = {
  readonly row: MatterRow
  readonly matter: Matter
  readonly procedure: Procedure
  readonly own: boolean
  readonly facts: readonly Shown[]
  readonly entries: readonly EntryRow[]
  readonly files: readonly FileRow[]
}

type SealedRow = { readonly seq: number; readonly fact: string; readonly class: Class; readonly value: Uint8Array | null; readonly masked: Json }

/** Reads a matter whole; `undefined` where there is none or it is not the reader's to see. */
export const readMatter = async (tx: Tx, house: House, actor: Actor, id: string): Promise<MatterPage | undefined> => {
  const [row] = await tx.query<MatterRow & Around>(`select ${columns('m')}, ${around('m')} from matter m where m.id = $1::uuid`, [id])
  if (!row) return undefined
  const key = [row.county, row.id]
  const [entries, sealed, files] = await Promise.all([
    tx.query<Omit<EntryRow, 'facts'> & { set: { readonly [fact: string]: Json } | null }>(
      `select seq, at, step, actor, stage, version::text as version, outcome -> 'set' as set from entry where county = $1 and matter = $2::uuid order by seq`, key),
    tx.query<SealedRow>('select seq, fact, class, value, masked from sealed where county = $1 and matter = $2::uuid order by seq', key),
    tx.query<FileRow>('select id, name, type, bytes from file where county = $1 and matter = $2::uuid and erased is null order by given', key),
  ])
  const procedure = versionOf(house, row.procedure, row.version)
  const matter = toMatter(row, row.parties, row.links)
  const own = matter.parties.some(party => party.role === 'reporter' && party.account === actor.account)
  const open = (s: SealedRow): Shown => {
    if (s.value === null) return { fact: s.fact, value: null, masked: true }
    // What a reporter gave is theirs to read; what officials wrote above internal is not.
    const mine = own && s.seq === 1
    return sees(actor, s.class, mine || (own && s.class === 'internal'))
      ? { fact: s.fact, value: unseal(house.keys, { matter: id, seq: s.seq, fact: s.fact }, s.value), masked: false }
      : { fact: s.fact, value: s.masked, masked: true }
  }
  const values = new Map(sealed.map(s => [`${s.seq} ${s.fact}`, s]))
  const latest = new Map(sealed.map(s => [s.fact, s]))
  const given = isGiven(procedure)
  const past = entries.map(({ set, ...entry }) => ({
    ...entry,
    facts: Object.entries(set ?? {}).filter(([, value]) => value !== null).map(([fact, value]) => {
      const kept = values.get(`${entry.seq} ${fact}`)
      return kept ? open(kept) : { fact, value, masked: false }
    }).filter(given),
  }))
  const named = new Set(past.flatMap(entry => entry.facts.flatMap(figure => filesIn(procedure, figure))))
  return {
    row, matter, procedure, own,
    facts: shown(procedure, matter.facts, actor, own).map(fact => {
      const kept = latest.get(fact.fact)
      return fact.masked && kept ? open(kept) : fact
    }).filter(given),
    entries: past,
    files: files.filter(file => named.has(file.id)),
  }
}

/** The files that a fact names, where its reader sees it in the clear. */
const filesIn = (procedure: Procedure, { fact, value, masked }: Shown): readonly Json[] =>
  !masked && procedure.facts[fact]?.kind === 'files' && Array.isArray(value) ? value as readonly Json[] : []

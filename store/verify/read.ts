import type { Outcome } from '../../kernel/fold.ts'
import type { Party } from '../../kernel/matter.ts'
import { system } from '../../kernel/post.ts'
import type { Json } from '../../kernel/words.ts'
import type { Database, Tx } from '../database.ts'
import { around, columns, matters, type Around, type MatterRow } from '../matter-row.ts'
import { readBeside, type Beside } from './beside.ts'
import type { FileRow } from './files.ts'

/** An outcome as its entry keeps it: what is not public as a digest, a hidden party veiled, and in the second entry the matter's number. */
export type Kept = Omit<Outcome, 'parties'> & { readonly parties?: readonly (Party & { readonly sealed?: string })[]; readonly number?: string }

/** An entry as the database gives it; bytes stand as hexadecimal text. */
export type Entry = {
  readonly matter: string; readonly seq: number; readonly at: Date; readonly step: string; readonly act: string; readonly given: string
  readonly actor: Json; readonly stage: string; readonly version: string; readonly outcome: Kept; readonly prev: string; readonly hash: string
}

export type Sealed = {
  readonly matter: string; readonly seq: number; readonly fact: string; readonly class: string
  readonly value: Uint8Array | null; readonly salt: Uint8Array | null; readonly masked: Json; readonly erased: Date | null
}

export type Row = MatterRow & Around & {
  readonly head: string; readonly open: boolean; readonly published: boolean
  /** What stands in the open, and where the row with what is internal says the matter is. */
  readonly shown_title: string; readonly shown_facts: Json; readonly inside_region: string | null; readonly inside_office: string | null; readonly inside_facts: Json
}

/** A matter with all that is held against its entries. */
export type Whole = { readonly row: Row; readonly entries: readonly Entry[]; readonly sealed: readonly Sealed[]; readonly files: readonly FileRow[]; readonly beside: Beside }

const batch = 200

/** Every matter of a county whole, some at a time, in the order of their ids. */
export async function* wholeMatters(database: Database, county: string): AsyncGenerator<readonly Whole[]> {
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined;) {
    const from: string = after
    const some = await database.scoped(system, tx => readBatch(tx, county, from))
    if (some.length > 0) yield some
    after = some.at(-1)?.row.id
  }
}

const readBatch = async (tx: Tx, county: string, after: string): Promise<readonly Whole[]> => {
  // One look at all of it: what is acted on meanwhile is no fault.
  await tx.query('set transaction isolation level repeatable read')
  const rows = await tx.query<Row>(
    `select ${columns}, ${around}, encode(m.head, 'hex') as head, m.open, m.published,
       m.title as shown_title, m.facts as shown_facts, i.region as inside_region, i.holder_office as inside_office, i.facts as inside_facts from ${matters} where m.county = $1 and m.id > $2::uuid order by m.id limit ${batch}`, [county, after])
  const last = rows.at(-1)
  if (!last) return []
  const range = [county, after, last.id]
  const within = 'county = $1 and matter > $2::uuid and matter <= $3::uuid'
  const entries = await tx.query<Entry>(
    `select matter, seq, at, step, encode(act, 'hex') as act, encode(given, 'hex') as given, actor, stage, version::text as version, outcome,
       encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from entry where ${within} order by matter, seq`, range)
  const sealed = await tx.query<Sealed>('select matter, seq, fact, class, value, salt, masked, erased from app_sealed($1, $2::uuid, $3::uuid)', range)
  const files = await tx.query<FileRow & { matter: string }>(`select matter, id, bytes, encode(digest, 'hex') as digest, erased from file where ${within} order by matter, id`, range)
  const [entriesOf, sealedOf, filesOf] = [Map.groupBy(entries, one => one.matter), Map.groupBy(sealed, one => one.matter), Map.groupBy(files, one => one.matter)]
  const beside = await readBeside(tx, county, after, last.id)
  return rows.map(row => ({
    row, entries: entriesOf.get(row.id) ?? [], sealed: sealedOf.get(row.id) ?? [], files: filesOf.get(row.id) ?? [], beside: beside(row.id),
  }))
}

import type { Matter } from '../../kernel/matter.ts'
import { isOwn } from '../../kernel/matter.ts'
import { keptFrom } from '../../kernel/kept-from-sides.ts'
import { groundFor } from '../../kernel/reach.ts'
import { reads, type Actor, type Class } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'
import type { Tx } from '../database.ts'
import { versionOf, type House } from '../house.ts'
import { around, columns, matters, toMatter, type Around, type MatterRow } from '../matter-row.ts'
import { unseal } from '../seal.ts'
import { grantsOn } from './grants.ts'
import { logReading, purposeOf } from './log.ts'
import { isGiven, shown, type Shown } from './reader.ts'

export type EntryRow = {
  readonly seq: number
  readonly at: Date
  readonly step: string
  readonly actor: { readonly kind: string; readonly post?: string; readonly office?: string; readonly account?: string }
  readonly stage: string
  readonly version: string
  readonly facts: readonly Shown[]
  /** Facts that it cleared. */
  readonly cleared: readonly string[]
  /** What the device told of when it was taken, where it was one without a signal. */
  readonly capture?: CaptureRow
}

export type CaptureRow = { readonly seq: number; readonly made: Date; readonly skew: number | null; readonly told: number | null; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }

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

type SealedRow = { readonly seq: number; readonly fact: string; readonly class: Class; readonly shared: boolean; readonly office: string | null; readonly masked: Json; readonly erased: Date | null }

export type Reading = {
  readonly now?: Date
  /** Without what is above internal: for answers that give nothing of it, and leave no reading in the log. */
  readonly plain?: true
  /** Of what is above internal these facts alone. */
  readonly only?: readonly string[]
}

const above = (wanted: Class): boolean => !reads('internal', wanted)

/**
 * Reads a matter whole; `undefined` where there is none or it is not the reader's to see. What is above internal is read by duty or under a
 * grant, and the reading entered in the log, one row a page and ground, before the values are asked for.
 */
export const readMatter = async (tx: Tx, house: House, actor: Actor, id: string, { now = new Date(), plain, only }: Reading = {}): Promise<MatterPage | undefined> => {
  const [[row], all, grants] = await Promise.all([
    tx.query<MatterRow & Around>(`select ${columns}, ${around} from ${matters} where m.id = $1::uuid`, [id]),
    tx.query<SealedRow>('select s.seq, s.fact, s.class, s.shared, s.office, s.masked, s.erased from matter m join sealed s on s.county = m.county and s.matter = m.id where m.id = $1::uuid order by s.seq', [id]),
    grantsOn(tx, actor, id),
  ])
  if (!row) return undefined
  const procedure = versionOf(house, row.procedure, row.version)
  const whole = toMatter(row, row.parties, row.links)
  const kept = keptFrom(procedure, whole.parties, actor.account)
  const matter = { ...whole, facts: Object.fromEntries(Object.entries(whole.facts).filter(([name]) => !kept.fact(name))) }
  const sealed = all.filter(one => !kept.fact(one.fact))
  const asked = (one: SealedRow): boolean => !above(one.class) || (plain !== true && (only?.includes(one.fact) ?? true))
  const grounds = sealed.map(one => ({ ...one, ground: asked(one) ? groundFor(actor, matter, grants, one) : undefined }))
  enterReadings(tx, house, actor, row, grounds, now)
  const key = [row.county, row.id]
  const [entries, values, files, captures] = await Promise.all([
    tx.query<Omit<EntryRow, 'facts' | 'cleared'> & { set: { readonly [fact: string]: Json } | null }>(
      `select seq, at, step, actor, stage, version::text as version, outcome -> 'set' as set from entry where county = $1 and matter = $2::uuid order by seq`, key),
    tx.query<{ seq: number; fact: string; value: Uint8Array }>('select seq, fact, value from app_open($1, $2::uuid)', key),
    tx.query<FileRow>('select id, name, type, bytes from file where county = $1 and matter = $2::uuid and erased is null order by given', key),
    tx.query<CaptureRow>('select seq, made, skew_ms::float8 as skew, told_ms::float8 as told, photos from capture where county = $1 and matter = $2::uuid', key),
  ])
  const told = new Map(captures.map(one => [one.seq, one]))
  const clear = isGiven(procedure)
  const given = (one: Shown): boolean => !kept.fact(one.fact) && clear(one)
  const bytes = new Map(values.map(one => [`${one.seq} ${one.fact}`, one.value]))
  const open = ({ seq, fact, masked, ground }: (typeof grounds)[number]): Shown => {
    const value = ground === undefined ? undefined : bytes.get(`${seq} ${fact}`)
    return value === undefined ? { fact, value: masked, masked: true } : { fact, value: unseal(house.keys, { matter: id, seq, fact }, value), masked: false }
  }
  const sealedAt = new Map(grounds.map(one => [`${one.seq} ${one.fact}`, one]))
  const latest = new Map(grounds.map(one => [one.fact, one]))
  const past = entries.filter(entry => !kept.step(entry.step)).map(({ set, ...entry }) => ({
    ...entry,
    facts: Object.entries(set ?? {}).filter(([, value]) => value !== null).map(([fact, value]) => {
      const one = sealedAt.get(`${entry.seq} ${fact}`)
      return one ? open(one) : { fact, value, masked: false }
    }).filter(given),
    cleared: Object.entries(set ?? {}).filter(([, value]) => value === null).map(([fact]) => fact).filter(fact => !kept.fact(fact)),
    ...captured(told.get(entry.seq)),
  }))
  const named = new Set(past.flatMap(entry => entry.facts.flatMap(figure => filesIn(procedure, figure))))
  return {
    row, matter, procedure, own: isOwn(matter.parties, actor.account),
    facts: shown(procedure, row).map(fact => {
      const one = latest.get(fact.fact)
      return fact.masked && one ? open(one) : fact
    }).filter(given),
    entries: past,
    files: files.filter(file => named.has(file.id)),
  }
}

const captured = (capture: CaptureRow | undefined): { readonly capture?: CaptureRow } => (capture ? { capture } : {})

type Grounded = SealedRow & { readonly ground: ReturnType<typeof groundFor> }

/** One row for what duty opens, and one for each grant, naming the facts. One's own is nobody's reading. */
const enterReadings = (tx: Tx, { keys }: House, actor: Actor, { county, id, region }: MatterRow, values: readonly Grounded[], at: Date): void => {
  if (actor.kind === 'clock' || actor.kind === 'system') return
  const opened = values.filter(({ class: wanted, erased, ground }) => erased === null && ground !== undefined && ground !== 'own' && (above(wanted) || ground !== 'duty'))
  for (const [ground, facts] of Map.groupBy(opened, one => (typeof one.ground === 'object' ? one.ground : undefined))) {
    logReading(tx, keys, actor, { county, at, matter: id, region, facts: [...new Set(facts.map(one => one.fact))].toSorted(), ...purposeOf(ground) })
  }
}

/** The files that a fact names, where its reader sees it in the clear. */
const filesIn = (procedure: Procedure, { fact, value, masked }: Shown): readonly Json[] =>
  !masked && procedure.facts[fact]?.kind === 'files' && Array.isArray(value) ? value as readonly Json[] : []

import { canonical } from '../kernel/canonical.ts'
import { apply, dueOf, embryo, isLate, type Outcome } from '../kernel/fold.ts'
import type { Matter } from '../kernel/matter.ts'
import { isOpen, type Procedure } from '../kernel/procedure.ts'
import { system } from '../kernel/post.ts'
import { isObject, type Json } from '../kernel/words.ts'
import type { Tx } from './database.ts'
import { versionOf, type House } from './house.ts'
import { around, columns, toMatter, type Around, type MatterRow } from './matter-row.ts'
import { chain, digest, unseal } from './seal.ts'
import { differsBeside, readBeside, type Beside } from './verify/beside.ts'
import { verifyCounters } from './verify/counters.ts'
import type { VerifyFault } from './verify/fault.ts'

export type VerifyReport = { readonly matters: number; readonly entries: number; readonly erased: number; readonly faults: readonly VerifyFault[] }

type Entry = {
  readonly matter: string; readonly seq: number; readonly at: Date; readonly step: string; readonly act: string; readonly given: string
  readonly actor: Json; readonly stage: string; readonly version: string; readonly outcome: Outcome; readonly prev: string; readonly hash: string
}
type Sealed = { readonly matter: string; readonly seq: number; readonly fact: string; readonly value: Uint8Array | null; readonly salt: Uint8Array | null; readonly masked: Json }

const batch = 200

/** Replays every chain of a county and holds it against the rows, then the counters against the matters. */
export const verifyCounty = async (house: House, county: string, progress: (matters: number) => void = () => undefined): Promise<VerifyReport> => {
  const faults: VerifyFault[] = []
  let [matters, entries, erased] = [0, 0, 0]
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await house.database.scoped(system, tx => readBatch(tx, county, after))
    for (const whole of rows) {
      const checked = verifyMatter(house, whole)
      faults.push(...checked.faults)
      matters += 1
      entries += whole.entries.length
      erased += checked.erased
    }
    progress(matters)
    const last = rows.at(-1)
    if (!last) break
    after = last.row.id
  }
  faults.push(...await house.database.scoped(system, tx => verifyCounters(tx, house, county)))
  return { matters, entries, erased, faults }
}

type Row = MatterRow & Around & { readonly head: string; readonly open: boolean; readonly published: boolean }
type Whole = { readonly row: Row; readonly entries: readonly Entry[]; readonly sealed: readonly Sealed[]; readonly beside: Beside }

const readBatch = async (tx: Tx, county: string, after: string): Promise<readonly Whole[]> => {
  // One look at all of it: what is acted on meanwhile is no fault.
  await tx.query('set transaction isolation level repeatable read')
  const rows = await tx.query<Row>(
    `select ${columns('m')}, ${around('m')}, encode(m.head, 'hex') as head, m.open, m.published from matter m where m.county = $1 and m.id > $2::uuid order by m.id limit ${batch}`, [county, after])
  const last = rows.at(-1)
  if (!last) return []
  const range = [county, after, last.id]
  const entries = await tx.query<Entry>(
    `select matter, seq, at, step, encode(act, 'hex') as act, encode(given, 'hex') as given, actor, stage, version::text as version, outcome,
       encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from entry where county = $1 and matter > $2::uuid and matter <= $3::uuid order by matter, seq`, range)
  const sealed = await tx.query<Sealed>(
    'select matter, seq, fact, value, salt, masked from sealed where county = $1 and matter > $2::uuid and matter <= $3::uuid', range)
  const entriesOf = Map.groupBy(entries, e => e.matter)
  const sealedOf = Map.groupBy(sealed, s => s.matter)
  const beside = await readBeside(tx, county, after, last.id)
  return rows.map(row => ({ row, entries: entriesOf.get(row.id) ?? [], sealed: sealedOf.get(row.id) ?? [], beside: beside(row.id) }))
}

const verifyMatter = (house: House, { row, entries, sealed, beside }: Whole): { readonly faults: readonly VerifyFault[]; readonly erased: number } => {
  const faults: VerifyFault[] = []
  const fault = (kind: VerifyFault['kind'], what: string, seq?: number): void => {
    faults.push({ kind, county: row.county, matter: row.id, number: row.number, what, ...(seq !== undefined && { seq }) })
  }
  const procedure = versionOf(house, row.procedure, row.version)
  const first = entries[0]
  let matter: Matter = { ...embryo(procedure, row.id, row.county, row.region, (first?.at ?? row.opened).toISOString()), region: placeOf(first, procedure.place) ?? row.region }
  let head = Buffer.alloc(32)
  let erased = 0
  let next = 1
  for (const entry of entries) {
    for (; next < entry.seq; next += 1) fault('gap', `entry ${next} is missing`, next)
    next += 1
    const { matter: _, prev, hash, version, at, ...rest } = entry
    const body = { ...rest, county: row.county, matter: row.id, at: at.toISOString(), version }
    const expected = chain(Buffer.from(prev, 'hex'), body).toString('hex')
    if (prev !== head.toString('hex')) fault('hash', 'does not follow the entry before it', entry.seq)
    if (expected !== hash) fault('hash', 'its content does not give its hash', entry.seq)
    head = Buffer.from(hash, 'hex')
    const set: { [fact: string]: Json } = {}
    for (const [name, value] of Object.entries(entry.outcome.set ?? {})) {
      if (!isObject(value) || typeof value['sealed'] !== 'string') {
        set[name] = value
        continue
      }
      const kept = sealed.find(s => s.seq === entry.seq && s.fact === name)
      if (kept?.value && kept.salt) {
        const opened = open(house, row.id, kept)
        if (opened === undefined || digest(kept.salt, opened) !== value['sealed']) fault('digest', `the value of ${name} is not the one entered`, entry.seq)
        else set[name] = opened
      } else if (kept) {
        erased += 1
        set[name] = kept.masked
      } else {
        fault('digest', `the value of ${name} is gone`, entry.seq)
      }
    }
    matter = apply(procedure, matter, at.toISOString(), { ...entry.outcome, ...(entry.outcome.set && { set }) })
  }
  if (head.toString('hex') !== row.head) fault('hash', 'the matter’s head is not its last entry')
  for (const column of differs(procedure, matter, row, erased > 0)) fault('projection', `the row’s ${column} is not what the entries give`)
  for (const table of differsBeside(matter, beside)) fault('projection', `its rows in ${table} are not what the entries give`)
  return { faults, erased }
}

const placeOf = (first: Entry | undefined, place: string): string | undefined => {
  const value = first?.outcome.set?.[place]
  return typeof value === 'string' ? value : undefined
}

const open = (house: House, matter: string, kept: Sealed): Json | undefined => {
  try {
    return kept.value === null ? undefined : unseal(house.keys, { matter, seq: kept.seq, fact: kept.fact }, kept.value)
  } catch {
    return undefined
  }
}

// The row's own parties are those shown; hidden ones stand in no entry. What was erased can't be folded again.
const differs = (procedure: Procedure, folded: Matter, row: Whole['row'], erased: boolean): readonly string[] => {
  const kept: { readonly [column: string]: unknown } = { ...toMatter(row, row.parties, row.links), due: row.due?.toISOString(), late: row.late, open: row.open, published: row.published }
  const wanted: { readonly [column: string]: unknown } = {
    ...folded, parties: folded.parties.filter(party => !party.hidden), due: dueOf(folded), late: isLate(folded),
    open: isOpen(procedure, folded.stage), published: procedure.stages[folded.stage]?.published === true,
  }
  return Object.keys(wanted).filter(column => !(erased && (column === 'facts' || column === 'title')) && canonical(kept[column]) !== canonical(wanted[column]))
}

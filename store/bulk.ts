import { randomUUID } from 'node:crypto'
import { isRunning } from '../kernel/clock.ts'
import { decide } from '../kernel/decide.ts'
import { apart, dueOf, embryo, isLate } from '../kernel/fold.ts'
import { legalDay } from '../kernel/calendar.ts'
import type { Known } from '../kernel/gate.ts'
import { sameParty, type Matter } from '../kernel/matter.ts'
import { clock, system, type Actor } from '../kernel/post.ts'
import { isOpen } from '../kernel/procedure.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { countyOf } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
import { makeEntry } from './act/entry.ts'
import type { Delta } from './act/tally.ts'
import { nextNumber, type Writing } from './act/write.ts'
import type { Tx } from './database.ts'
import { inForce, type House } from './house.ts'
import { mac } from './seal.ts'

/** One act of a life already lived: who did what, when, with what. */
export type PastAct = { readonly at: Date; readonly step: string; readonly actor: Actor; readonly input: JsonObject }

/** A whole life: the opening act, then the others in order of time. */
export type Life = { readonly id: string; readonly procedure: string; readonly acts: readonly PastAct[] }

/** A life that can't have been: the step refused and why. */
export class ImpossibleLife extends Error {}

type Lived = { readonly number: string; readonly last: Writing; readonly all: readonly Writing[]; readonly records: readonly Record[] }
type Record = { readonly register: string; readonly row: JsonObject; readonly at: Date }

/**
 * Loads lives as if they had been lived here: each act is decided by the declaration, clocks run out between the acts as
 * they would have, and entries, rows and counters are written together, many lives to a statement. For demo and
 * measurement; nobody is notified.
 */
export const loadLives = async (house: House, lives: readonly Life[], until: Date): Promise<{ readonly matters: number; readonly entries: number }> =>
  house.database.scoped(system, async tx => {
    const lived: Lived[] = []
    const numbers = await drawNumbers(tx, lives)
    for (const life of lives) lived.push(await live(tx, house, life, numbers.get(life) ?? '', until))
    await insertAll(tx, lived)
    for (const record of lived.flatMap(one => one.records)) await house.recorders[record.register]?.(tx, record.row, record.at)
    return { matters: lived.length, entries: lived.reduce((n, one) => n + one.all.length, 0) }
  })

/** The serial part of each life's number, in the order in which they were opened. */
const drawNumbers = async (tx: Tx, lives: readonly Life[]): Promise<ReadonlyMap<Life, string>> => {
  const drawn = await tx.query<{ n: string }>(`select ${nextNumber} as n from generate_series(1, $1::int)`, [lives.length])
  const opened = (life: Life): number => life.acts[0]?.at.getTime() ?? 0
  return new Map(lives.toSorted((a, b) => opened(a) - opened(b)).map((life, i) => [life, drawn[i]?.n ?? '']))
}

const live = async (tx: Tx, house: House, life: Life, serial: string, until: Date): Promise<Lived> => {
  const first = life.acts[0]
  const procedure = first && inForce(house, life.procedure, legalDay(first.at))
  if (!procedure) throw new ImpossibleLife(`no procedure ${life.procedure}`)
  const place = first.input[procedure.place]
  if (typeof place !== 'string') throw new ImpossibleLife('a life without a place')
  let matter: Matter = embryo(procedure, life.id, countyOf(place), place, first.at.toISOString())
  const number = `${matter.county}-${legalDay(first.at).slice(2, 4)}-${serial}`
  let head: Uint8Array = new Uint8Array(32)
  const all: Writing[] = []
  const records: Record[] = []

  const take = async (past: PastAct, fires?: string): Promise<void> => {
    const { at: now, step, actor, input } = past
    const facts = { ...matter.facts, ...input }
    const needs: { [name: string]: unknown } = {}
    for (const name of procedure.steps[step]?.needs ?? []) {
      const need = procedure.needs[name]
      if (need) needs[name] = await house.loaders[need.load]?.(tx, need.of({ matter, facts, actor, now }))
    }
    const giving = procedure.steps[step]?.gives?.({ matter, facts, actor, now })
    const gate = giving && await house.loaders['gate']?.(tx, { ...giving, county: matter.county, at: now.toISOString() }) as Known | undefined
    const event = decide({ procedure, matter, step, input, actor, now, law: house.law, needs, ...(gate && { gate }), ...(fires && { fires }) })
    if (isRefusal(event)) throw new ImpossibleLife(`${step} at ${matter.stage || 'start'}: ${JSON.stringify(event)}`)
    const id = matter.seq === 0 ? life.id : randomUUID()
    const writing = makeEntry(house, { procedure, matter, number, head, event, step, actor, now, token: mac(house.keys, 'act', actor.account, id), given: mac(house.keys, 'given', step, life.id, JSON.stringify(input)) })
    matter = writing.after
    head = Buffer.from(writing.hash, 'hex')
    all.push(writing)
    records.push(...event.effects.flatMap(e => (e.do === 'record' ? [{ register: e.register, row: e.row, at: now }] : [])))
  }
  const runOut = async (before: Date): Promise<void> => {
    for (;;) {
      const [next] = Object.entries(matter.clocks).filter(([, c]) => isRunning(c) && Date.parse(c.due) < before.getTime()).toSorted(([, a], [, b]) => a.due.localeCompare(b.due))
      if (!next) return
      // A clock that went on with its time spent is called at once, not on the day it first ran out.
      await take({ at: new Date(Math.max(Date.parse(next[1].due) + 1000, Date.parse(matter.updated))), step: next[1].then, actor: clock, input: {} }, next[0])
    }
  }
  for (const past of life.acts) {
    await runOut(past.at)
    await take(past)
  }
  await runOut(until)
  const last = all.at(-1)
  if (!last) throw new ImpossibleLife('a life without acts')
  return { number, last, all, records }
}

const insertAll = async (tx: Tx, lived: readonly Lived[]): Promise<void> => {
  const parts = lived.map(({ last: { after, procedure } }) => apart(procedure, after))
  const matters = lived.map(({ number, last: { after, procedure, hash } }, n) => ({
    county: after.county, id: after.id, number, procedure: procedure.name, version: procedure.since, region: after.region, stage: after.stage, title: parts[n]?.shown.title,
    holder_office: after.holder?.office ?? null, holder_account: after.holder?.account ?? null, opened: after.opened, updated: after.updated, due: dueOf(after) ?? 'infinity',
    late: isLate(after), open: isOpen(procedure, after.stage), published: procedure.stages[after.stage]?.published === true, confined: after.confined === true, seq: after.seq, facts: parts[n]?.shown.facts, clocks: after.clocks, parties: after.parties.filter(p => !p.hidden), links: after.links, head: hash,
  }))
  await insert(tx, 'matter', matters, `
    (county, id, number, procedure, version, region, stage, title, holder_office, holder_account, opened, updated, due, late, open, published, confined, seq, facts, clocks, parties, links, head)
    select county, id, number, procedure, version, region, stage, title, holder_office, holder_account, opened, updated, due, late, open, published, confined, seq, facts, clocks, parties, links, decode(head, 'hex')`,
  'county text, id uuid, number text, procedure text, version date, region text, stage text, title text, holder_office text, holder_account uuid, opened timestamptz, updated timestamptz, due timestamptz, late boolean, open boolean, published boolean, confined boolean, seq integer, facts jsonb, clocks jsonb, parties jsonb, links jsonb, head text')

  await insert(tx, 'matter_internal', lived.map(({ last: { after } }, n) => ({ county: after.county, id: after.id, region: after.region, holder_office: after.holder?.office ?? null, confined: after.confined === true, ...parts[n]?.internal })),
    '(county, id, region, holder_office, confined, title, facts) select county, id, region, holder_office, confined, title, facts', 'county text, id uuid, region text, holder_office text, confined boolean, title text, facts jsonb')

  const each = <T>(of: (w: Writing) => readonly T[]): readonly T[] => lived.flatMap(one => one.all.flatMap(of))
  await insert(tx, 'entry', each(w => [{
    county: w.after.county, matter: w.after.id, seq: w.after.seq, at: w.at, step: w.step, act: w.act, given: w.given, actor: w.actor, stage: w.after.stage,
    version: w.procedure.since, outcome: w.kept, prev: w.prev, hash: w.hash,
  }]), `(county, matter, seq, at, step, act, given, actor, stage, version, outcome, prev, hash)
    select county, matter, seq, at, step, decode(act, 'hex'), decode(given, 'hex'), actor, stage, version, outcome, decode(prev, 'hex'), decode(hash, 'hex')`,
  'county text, matter uuid, seq integer, at timestamptz, step text, act text, given text, actor jsonb, stage text, version date, outcome jsonb, prev text, hash text')
  await insert(tx, 'sealed', each(w => w.sealed.map(s => ({ county: w.after.county, matter: w.after.id, seq: w.after.seq, ...s }))),
    `(county, matter, seq, fact, class, shared, office, value, salt, masked) select county, matter, seq, fact, class, shared, office, decode(value, 'hex'), decode(salt, 'hex'), masked`,
    'county text, matter uuid, seq integer, fact text, class text, shared boolean, office text, value text, salt text, masked jsonb')
  await insert(tx, 'party', lived.flatMap(({ last, all }) => all.flatMap(w => (w.outcome.parties ?? []).filter(p => last.after.parties.some(left => sameParty(left, p))).map(p => ({ county: w.after.county, matter: w.after.id, role: p.role, account: p.account, office: p.office, hidden: p.hidden ?? false, since: w.at })))),
    '(county, matter, role, account, office, hidden, since) select county, matter, role, account, office, hidden, since',
    'county text, matter uuid, role text, account uuid, office text, hidden boolean, since timestamptz')
  await insert(tx, 'deadline', lived.flatMap(({ last: { after } }) => Object.entries(after.clocks).filter(([, c]) => isRunning(c)).map(([name, c]) => ({
    county: after.county, matter: after.id, clock: name, id: randomUUID(), due: c.due, provisional: c.provisional, step: c.then,
  }))), '(county, matter, clock, id, due, provisional, step) select county, matter, clock, id, due, provisional, step',
  'county text, matter uuid, clock text, id uuid, due timestamptz, provisional boolean, step text')
  await insert(tx, 'link', lived.flatMap(({ last: { after } }) => after.links.map(link => ({ county: after.county, matter: after.id, kind: link.kind, other: link.matter }))),
    '(county, matter, kind, other) select county, matter, kind, other', 'county text, matter uuid, kind text, other uuid')
  await insert(tx, 'matter_term', lived.flatMap(({ last, all }) => {
    const words = new Set<string>()
    for (const { terms } of all) {
      for (const gone of terms.drop) words.delete(gone)
      for (const term of terms.add) words.add(term)
    }
    return [...words].map(term => ({ county: last.after.county, term, opened: last.after.opened, matter: last.after.id }))
  }), '(county, term, opened, matter) select county, term, opened, matter', 'county text, term text, opened timestamptz, matter uuid')
  await insert(tx, 'tally', sum(each(w => w.deltas.map(d => ({ county: w.after.county, ...d })))),
    '(county, region, procedure, measure, month, n) select county, region, procedure, measure, month, n', 'county text, region text, procedure text, measure text, month date, n integer')
}

const sum = (list: readonly (Delta & { readonly county: string })[]): readonly (Delta & { readonly county: string })[] => {
  const sums = new Map<string, Delta & { readonly county: string }>()
  for (const d of list) {
    const key = `${d.region} ${d.procedure} ${d.measure} ${d.month}`
    sums.set(key, { ...d, n: d.n + (sums.get(key)?.n ?? 0) })
  }
  return [...sums.values()].filter(d => d.n !== 0)
}

const insert = async (tx: Tx, table: string, rows: readonly object[], into: string, shape: string): Promise<void> => {
  if (rows.length > 0) await tx.query(`insert into ${table} ${into} from jsonb_to_recordset($1::jsonb) as r(${shape})`, [JSON.stringify(rows)])
}

import { randomUUID } from 'node:crypto'
import { decide, parse, stepOf } from '../kernel/decide.ts'
import { notify, type Effect } from '../kernel/effect.ts'
import { canonical } from '../kernel/canonical.ts'
import { embryo, type Outcome } from '../kernel/fold.ts'
import { legalDay } from '../kernel/calendar.ts'
import type { Known } from '../kernel/gate.ts'
import { keptFrom } from '../kernel/kept-from-sides.ts'
import type { Link, Matter } from '../kernel/matter.ts'
import { system, type Actor } from '../kernel/post.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, Refused, type Refusal } from '../kernel/refusal.ts'
import { countyOf, rangeOf } from '../kernel/region.ts'
import { onlyReminds } from '../kernel/reminder.ts'
import { isObject, words } from '../kernel/words.ts'
import { makeEntry, type Taken } from './act/entry.ts'
import { load, takenBefore, type Loaded, type Repeat } from './act/load.ts'
import { bindFiles, danglingIn, strangerIn } from './act/refer.ts'
import { write } from './act/write.ts'
import { sqlState } from './connection.ts'
import type { Tx } from './database.ts'
import { inForce, versionOf, type House } from './house.ts'
import { mac } from './seal.ts'

/** A step asked for. `id` is the asker's own UUID: the same act again answers the same. */
export type Act = {
  readonly id: string
  readonly step: string
  readonly input: unknown
  /** The procedure, to open a matter; it then bears the act's id. */
  readonly procedure?: string
  /** The matter, to take a step on it, and the `seq` the asker saw. */
  readonly matter?: string
  readonly county?: string
  readonly seq?: number
  /** The clock that ran out, on the clock's own acts. */
  readonly fires?: string
  /** What a device that was away tells of when it was taken. No clock is reckoned from it. */
  readonly capture?: Capture
}

/** When an act was taken by its device's clock, and how far that stood from ours (ours less its, milliseconds): `skew` as we measured it when the act came in, `told` as the device did before it wrote. When its photos were taken, by their camera's. */
export type Capture = { readonly made: Date; readonly skew?: number; readonly told?: number; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }

/** When it was written by our clock: as we measured how far the device's stood from it, else as the device did. Never after now. */
const writtenAt = ({ made, skew, told }: Capture, now: Date): Date => new Date(Math.min(made.getTime() + (skew ?? told ?? 0), now.getTime()))

/** What an act led to. */
export type Receipt = {
  readonly county: string
  readonly id: string
  readonly number: string
  readonly seq: number
  readonly stage: string
  readonly repeated: boolean
  /** The registers to which it handed rows; of an act repeated, none. */
  readonly records: readonly string[]
}

const tries = 4

// Two acts that met: a repeat in flight (23505), a deadlock or a lost race (40…). Each is settled by asking again.
const meets = (error: unknown): boolean => ['23505', '40001', '40P01'].includes(sqlState(error) ?? '')

/**
 * Takes a step: the one way a matter is written. One transaction: the matter is locked and loaded, the step decided, and its
 * entry, row, clocks and effects written together, or nothing. Refusals are values and leave no trace.
 */
export const act = async (house: House, actor: Actor, asked: Act, now = new Date()): Promise<Receipt | Refusal> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await house.database.scoped(actor, tx => actIn(tx, house, actor, asked, now, { met: attempt > 1 }))
    } catch (error) {
      if (error instanceof Refused) return await keepAttempt(house, error.refusal, actor, asked, now)
      if (attempt < tries && meets(error)) continue
      // Still in the way, and not to be seen from here: the id was used for something else.
      if (sqlState(error) === '23505') return usedOtherwise
      throw error
    }
  }
}

/** A refusal leaves no trace but what it says is to be kept of the attempt: once for each act and what was given in it, however often it is sent. What the clock tries is nobody's attempt. */
const keepAttempt = async (house: House, { keeps, ...refusal }: Refusal, actor: Actor, asked: Act, now: Date): Promise<Refusal> => {
  if (keeps && actor.kind !== 'clock' && actor.kind !== 'system') {
    const row = { ...keeps.row, act: mac(house.keys, 'attempt', actor.account, asked.id, canonical(asked.input ?? {})).toString('hex'), step: asked.step }
    await house.database.scoped(system, tx => record(tx, house, keeps.register, row, now))
  }
  return refusal
}

type Within = {
  /** Links of the platform's own, beside those of the step. */
  readonly links?: readonly Link[]
  /** The same act was tried before and met another. */
  readonly met?: boolean
}

/**
 * The same inside a transaction already open. Throws `Refused`, so that the whole transaction is undone.
 *
 * Whether a step was taken before is asked only where something stands in its way: a refusal, or its own entry (the id is unique: 23505, and
 * it comes again as `met`). The look-up was a tenth of every step.
 */
export const actIn = async (tx: Tx, house: House, actor: Actor, asked: Act, now: Date, { links = [], met = false }: Within = {}): Promise<Receipt> => {
  const token = mac(house.keys, 'act', actor.account, asked.id)
  const given = mac(house.keys, 'given', asked.step, asked.matter ?? asked.procedure ?? '', canonical(asked.input ?? {}))
  const opens = asked.matter === undefined
  const before = met || opens ? await takenBefore(tx, token) : undefined
  if (before) return answerAgain(before, given)
  const by: Asker = { actor, asked, now }
  const ready = await prepare(tx, house, by, links).catch(async (error: unknown) => {
    // A repeat that waited for the first of its kind finds the matter moved on by it. Nothing is written yet that could be taken for it.
    const meanwhile = error instanceof Refused && !opens ? await takenBefore(tx, token) : undefined
    if (!meanwhile) throw error
    return meanwhile
  })
  if ('given' in ready) return answerAgain(ready, given)
  const receipt = await take(tx, house, { ...ready, step: asked.step, actor, now, token, given })
  if (asked.capture) keepCapture(tx, receipt, asked.capture)
  await carryOut(tx, house, receipt, ready.event.effects, by)
  return receipt
}

const keepCapture = (tx: Tx, { county, id, seq }: Receipt, { made, skew, told, photos }: Capture): void => {
  tx.send('insert into capture (county, matter, seq, made, skew_ms, told_ms, photos) values ($1, $2::uuid, $3::int, $4::timestamptz, $5::bigint, $6::bigint, $7::jsonb)', [county, id, seq, made.toISOString(), skew ?? null, told ?? null, JSON.stringify(photos)])
}

type Ready = Pick<Taken, 'procedure' | 'matter' | 'number' | 'head' | 'event'> & { readonly blind: boolean }

/** The matter locked and loaded, the step decided, and what it refers to found. Throws `Refused`; writes nothing. */
const prepare = async (tx: Tx, house: House, { actor, asked, now }: Asker, links: readonly Link[]): Promise<Ready> => {
  const start = asked.matter === undefined ? opening(house, asked, now) : await standing(tx, asked.matter, asked.county)
  const { matter, head, number, blind } = start
  const procedure = start.procedure ?? versionOf(house, matter.procedure, matter.version)
  if (matter.seq > 0 && actor.kind !== 'clock' && actor.kind !== 'system' && asked.seq !== matter.seq && !await onlyReminded(tx, procedure, matter, asked.seq)) throw new Refused(await stale(tx, procedure, matter, actor, asked.seq))
  const follows = links.length > 0
  const { needs, gate } = await fetchNeeds(tx, house, procedure, matter, asked, actor, now, follows)
  const decided = decide({ procedure, matter, step: asked.step, input: asked.input, actor, now, law: house.law, needs, follows, ...(asked.capture && { written: writtenAt(asked.capture, now) }), ...(gate && { gate }), ...(asked.fires && { fires: asked.fires }) })
  if (isRefusal(decided)) throw new Refused(decided)
  const { outcome } = decided
  const set = outcome.set ?? {}
  const unfit = danglingIn(procedure, set, house.known) ?? await strangerIn(tx, procedure, asked.step, set, outcome.holder?.office ?? matter.holder?.office, now)
  if (unfit) throw new Refused(unfit)
  const event = links.length === 0 ? decided : { ...decided, outcome: { ...outcome, links: [...(outcome.links ?? []), ...links] } }
  return { procedure, matter, head, number, blind, event }
}

const opening = (house: House, asked: Act, now: Date): Loaded & { readonly procedure: Procedure } => {
  const procedure = inForce(house, asked.procedure ?? '', legalDay(now))
  if (!procedure) throw new Refused(refuse('no-such-procedure', words('没有这种办理程序', 'There is no such procedure')))
  const place = isObject(asked.input) ? asked.input[procedure.place] : undefined
  if (typeof place !== 'string' || !house.known.region(place)) throw new Refused(nowhere(procedure, asked))
  return { matter: embryo(procedure, asked.id, countyOf(place), place, now.toISOString()), number: '', head: new Uint8Array(32), blind: false, procedure }
}

/** Without a place there is no county to register in; whatever else is wrong is told along with it. */
const nowhere = (procedure: Procedure, asked: Act): Refusal => {
  const step = stepOf(procedure, asked.step)
  const parsed = step && parse(procedure, step, asked.input)
  if (parsed && isRefusal(parsed)) return parsed
  return faultAt(procedure.place, '没有这个区划', 'There is no such place')
}

const standing = async (tx: Tx, id: string, county: string | undefined): Promise<Loaded & { readonly procedure?: never }> => {
  const loaded = await load(tx, id, county)
  if (loaded) return loaded
  throw new Refused(refuse('not-found', words('没有这个事项，或您无权查看', 'There is no such matter, or it is not yours to see')))
}

const usedOtherwise = refuse('repeated-other-input', words('同一编号的动作已提交过不同内容', 'An act of this id was already taken with other input'), {
  remedy: words('如需再次办理，请使用新的编号', 'To act again, use a new id'),
})

const answerAgain = (repeat: Repeat, given: Buffer): Receipt => {
  if (!given.equals(repeat.given)) throw new Refused(usedOtherwise)
  return { county: repeat.county, id: repeat.matter, number: repeat.number, seq: repeat.seq, stage: repeat.stage, repeated: true, records: [] }
}

/** Whether all that was entered since is the clock's own reminders: the act is then taken on what they left. Asked behind the lock on the matter, and as the platform: it must not depend on what the actor may read. */
const onlyReminded = async (tx: Tx, procedure: Procedure, matter: Matter, seen: number | undefined): Promise<boolean> => {
  const missed = matter.seq - (seen ?? 0)
  if (seen === undefined || seen < 1 || missed < 1 || missed > mostReminders) return false
  const since = await tx.as(system, own => own.query<{ kind: string; outcome: Outcome }>(
    `select actor ->> 'kind' as kind, outcome from entry where county = $1 and matter = $2::uuid and seq > $3::int`, [matter.county, matter.id, seen]))
  return since.length === missed && since.every(({ kind, outcome }) => kind === 'clock' && onlyReminds(procedure, outcome))
}

/** More than a year of reminders, one every third working day. */
const mostReminders = 100

const stale = async (tx: Tx, procedure: Procedure, matter: Matter, { account }: Actor, seen: number | undefined): Promise<Refusal> => {
  const kept = keptFrom(procedure, matter.parties, account)
  const since = await tx.query<{ seq: number; at: Date; step: string; stage: string }>(
    'select seq, at, step, stage from entry where county = $1 and matter = $2::uuid and seq > $3 order by seq limit 20', [matter.county, matter.id, seen ?? 0])
  return refuse('stale', words('您查看之后，事项已有新的办理记录', 'The matter has moved on since you looked'), {
    remedy: words('请查看变化后再决定；已填内容会保留', 'Look at what changed, then decide again; what you typed is kept'),
    detail: {
      seq: matter.seq,
      since: since.filter(e => !kept.step(e.step)).map(e => ({ seq: e.seq, at: e.at.toISOString(), step: words(procedure.steps[e.step]?.zh ?? e.step, procedure.steps[e.step]?.en ?? e.step), stage: e.stage })),
    },
  })
}

type Fetched = { readonly needs: { readonly [name: string]: unknown }; readonly gate?: Known }

const fetchNeeds = async (tx: Tx, house: House, procedure: Procedure, matter: Matter, asked: Act, actor: Actor, now: Date, follows: boolean): Promise<Fetched> => {
  const step = stepOf(procedure, asked.step)
  const parsed = step && parse(procedure, step, asked.input, follows)
  // Input that is not well formed is refused whatever the registers say; no loader meets it.
  if (!parsed || isRefusal(parsed)) return { needs: {} }
  const ask = { matter, facts: { ...matter.facts, ...parsed.values }, actor, now }
  const giving = step.gives?.(ask)
  // As the platform: whether work may be given must not depend on what the giver may read.
  const gate = giving && await tx.as(system, async own => house.loaders['gate']?.(own, { ...giving, county: matter.county, at: now.toISOString() }))
  const loaders = (step.needs ?? []).flatMap(name => { const need = procedure.needs[name]; const loader = need && house.loaders[need.load]; return loader ? [{ name, loader, asked: need.of(ask) }] : [] })
  // Asked for together: what comes from the database comes in one wait. Who is asked as the platform comes after, one by one.
  const fetched = await Promise.all(loaders.filter(one => one.loader.alone !== true).map(async one => [one.name, await one.loader(tx, one.asked)] as const))
  for (const one of loaders.filter(other => other.loader.alone === true)) fetched.push([one.name, await one.loader(tx, one.asked)])
  return { needs: Object.fromEntries(fetched.filter(([, value]) => value !== undefined)), ...(gate !== undefined && { gate: gate as Known }) }
}

/** Writes the entry and binds the files it names. */
const take = async (tx: Tx, house: House, taken: Taken & { readonly blind: boolean }): Promise<Receipt> => {
  const { procedure, matter, number, event: { outcome } } = taken
  const writing = makeEntry(house, taken)
  // Who is not given what is internal of a matter could not change it either.
  const opened = taken.blind ? await tx.as(system, own => write(own, writing)) : await write(tx, writing)
  const unbound = await bindFiles(tx, procedure, outcome.set ?? {}, matter)
  if (unbound) throw new Refused(unbound)
  return { county: matter.county, id: matter.id, number: opened ?? number, seq: writing.after.seq, stage: writing.after.stage, repeated: false, records: taken.event.effects.flatMap(effect => (effect.do === 'record' ? [effect.register] : [])) }
}

type Asker = { readonly actor: Actor; readonly asked: Act; readonly now: Date }

/** Effects in their order, in the same transaction. Notices go out together at the end, warnings first: nobody is told twice of one step, and what is urgent is what they are told. */
const carryOut = async (tx: Tx, house: House, receipt: Receipt, effects: readonly Effect[], by: Asker): Promise<void> => {
  const missed: Effect[] = []
  for (const effect of effects) {
    if (effect.do === 'record') await tx.as(system, own => record(own, house, effect.register, effect.row, by.now))
    if (effect.do === 'follow') await tx.as(system, own => follow(own, house, receipt, effect, by.now))
    if (effect.do === 'tell' && !await tx.as(system, own => tell(own, house, receipt, effect, by.now))) missed.push(...missedBy(effect))
    if (effect.do === 'open') await openAnother(tx, house, receipt, effect, by)
  }
  const notices = [...effects, ...missed].flatMap(effect => (effect.do === 'notify' ? [{ to: effect.to, words: effect.words, urgent: effect.urgent === true }] : [])).toSorted((a, b) => Number(b.urgent) - Number(a.urgent))
  if (notices.length > 0) {
    tx.send('select app_notify($1, $2::uuid, $3::timestamptz, $4::uuid, $5::jsonb)', [
      receipt.county, receipt.id, by.now.toISOString(), by.actor.kind === 'clock' || by.actor.kind === 'system' ? null : by.actor.account, JSON.stringify(notices),
    ])
  }
}

const missedBy = ({ missed }: Extract<Effect, { do: 'tell' }>): readonly Effect[] => (missed ? missed.to.map(to => notify(to, missed.words)) : [])

const record = async (tx: Tx, house: House, register: string, row: Extract<Effect, { do: 'record' }>['row'], now: Date): Promise<void> => {
  const recorder = house.recorders[register]
  if (!recorder) throw new Error(`no recorder ${register}`)
  await recorder(tx, row, now)
}

const follow = async (tx: Tx, house: House, receipt: Receipt, effect: Extract<Effect, { do: 'follow' }>, now: Date): Promise<void> => {
  // What the city decides is followed in each of its counties.
  const followers = await tx.query<{ county: string; matter: string }>(
    'select county, matter from link where county >= $1 and county < $2 and other = $3::uuid and kind = $4 order by county, matter', [...rangeOf(receipt.county), receipt.id, effect.link])
  for (const { county, matter } of followers) await move(tx, house, { step: effect.step, input: effect.input, matter, county }, now)
}

/** Whether all of them could be moved. */
const tell = async (tx: Tx, house: House, receipt: Receipt, effect: Extract<Effect, { do: 'tell' }>, now: Date): Promise<boolean> => {
  const told = await tx.query<{ other: string }>('select other from link where county = $1 and matter = $2::uuid and kind = $3 order by other', [receipt.county, receipt.id, effect.link])
  let all = true
  for (const { other } of told) all = await move(tx, house, { step: effect.step, input: effect.input, matter: other }, now) && all
  return all
}

/** The platform's own step on another matter; whether it was taken. */
const move = async (tx: Tx, house: House, asked: Omit<Act, 'id'>, now: Date): Promise<boolean> => {
  try {
    await actIn(tx, house, system, { id: randomUUID(), ...asked }, now)
    return true
  } catch (error) {
    // It has gone its own way since (withdrawn, handled by itself again): what it points to, or what points to it, no longer moves it. Nothing was written.
    if (!(error instanceof Refused && ['wrong-stage', 'closed'].includes(error.refusal.code))) throw error
    return false
  }
}

const openAnother = async (tx: Tx, house: House, receipt: Receipt, effect: Extract<Effect, { do: 'open' }>, by: Asker): Promise<void> => {
  const asked = { id: randomUUID(), procedure: effect.procedure, step: effect.step, input: effect.input }
  const opens = (own: Tx, actor: Actor) => actIn(own, house, actor, asked, by.now, { links: [{ kind: effect.link, matter: receipt.id }] })
  await (effect.by === 'platform' ? tx.as(system, own => opens(own, system)) : opens(tx, by.actor))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StepReply } from '../../../server/wire.ts'
import { offline, problem, Refused, unclear } from '../../parts/refused.ts'
import { backoff } from './backoff.ts'
import { drain, type Line, type Shelf, type Way } from './drain.ts'
import { afterLost, aside, goesAgain, isUnsent, takenUp, turnOf, unheard, unheld, type Item } from './item.ts'

const item = (at: number, more: Partial<Item> = {}): Item => ({ id: `a${at}`, account: 'w', matter: `a${at}`, at, made: '2026-11-20T00:00:00.000Z', photos: [], state: 'waiting', tries: 0, notBefore: 0, ...more })
const reply = (id: string, seq = 1): StepReply => ({ id, number: id, seq, stage: 'triage' })

test('acts go in the order they were taken, and one that waits holds up those behind it', () => {
  assert.deepEqual(turnOf([item(2), item(1)], 10), { send: item(1) })
  assert.deepEqual(turnOf([item(2), item(1, { notBefore: 50 })], 10), { wait: 40 })
  assert.equal(turnOf([item(1, { state: 'sent' }), item(2, { state: 'dropped' })], 10), 'nothing')
})

test('what was refused holds up only what was written on it; given up, that is asked about as well', () => {
  const on = item(2, { after: 'a1' })
  assert.deepEqual(turnOf([item(1, { state: 'refused' }), on, item(3)], 0), { send: item(3) })
  assert.deepEqual(turnOf([item(1, { state: 'dropped' }), on], 0), { orphan: on })
  assert.deepEqual(turnOf([on], 0), { orphan: on })
  assert.deepEqual(turnOf([item(1, { state: 'sent', reply: reply('m', 4) }), on], 0), { send: on, seq: 4 })
})

const broken = problem(500, 'internal', '', '', '', '')

test('an act that meets a fault of the server whenever it comes lets other matters pass; what is on its own matter waits behind it', () => {
  let stuck = item(1)
  for (let times = 0; times < 5; times += 1) {
    assert.deepEqual(turnOf([stuck, item(2)], stuck.notBefore - 1), { wait: 1 })
    stuck = afterLost(stuck, times === 2 ? unclear(403) : broken, stuck.notBefore + 1, 0)
  }
  const before = stuck.notBefore - 1
  assert.deepEqual(turnOf([stuck, item(2, { matter: 'a1' }), item(3, { after: 'a2' }), item(4)], before), { send: item(4) })
  assert.deepEqual(turnOf([stuck, item(2, { matter: 'a1' })], before), { wait: 1 })
  assert.deepEqual(turnOf([stuck, item(4)], stuck.notBefore), { send: stuck }, 'in its turn it is tried all the same')
  let away = item(1)
  for (let times = 0; times < 50; times += 1) away = afterLost(away, offline(), away.notBefore, 0)
  assert.deepEqual(turnOf([away, item(2)], away.notBefore - 1), { wait: 1 }, 'no signal is nobody’s fault')
})

test('set aside, it holds up nothing but what was written on it, and goes once it is taken up again', () => {
  const put = aside(afterLost(item(1), broken, 0, 0))
  assert.deepEqual(turnOf([put, item(2, { after: 'a1' }), item(3)], 0), { send: item(3) })
  assert.equal(isUnsent(put), true)
  const up = takenUp(put)
  assert.deepEqual(turnOf([up, item(3)], 0), { send: up })
})

test('an answer that is not the server’s refuses nothing and signs nobody out, whatever its number', () => {
  for (const status of [401, 403, 404, 413, 422, 502]) assert.deepEqual([goesAgain(unclear(status)), unheard(unclear(status))], [true, undefined], String(status))
  assert.equal(goesAgain(problem(403, 'no-right', '', '', '', '')), false)
  assert.equal(unheard(problem(403, 'factor-needed', '', '', '', '')), 'factor')
})

test('a phone whose clock was set back does not wait for a day that is far ahead', () => {
  const held = item(1, { notBefore: 2 * 86_400_000 })
  assert.deepEqual(turnOf([held], 0), { send: held })
})

test('waits double up to five minutes, half of them by chance, and heed what the server asks for', () => {
  fc.assert(fc.property(fc.nat(60), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (tries, random) => {
    const wait = backoff(tries, random)
    assert.ok(wait >= Math.min(300_000, 2000 * 2 ** tries) / 2 && wait <= 300_000)
  }))
  assert.equal(afterLost(item(1), offline(), 1000, 0, 60).notBefore, 61_000)
  assert.equal(unheld(afterLost(item(1), offline(), 1000, 0, 60)).notBefore, 0)
})

class Crash extends Error {}

/** A phone and a server whose line breaks, whose answers get lost, and which both stop at any moment. What is on the shelf and what the server took survive. */
const model = (chances: () => number) => {
  const items = new Map<string, Item>()
  const acts = new Map<string, Uint8Array<ArrayBuffer>>()
  const photos = new Map<string, Uint8Array<ArrayBuffer>>()
  const ways = new Map<string, Way>()
  const loose = new Set<string>()
  const parts = new Map<string, Uint8Array<ArrayBuffer>>()
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const taken: string[] = []
  const replies = new Map<string, StepReply>()
  let now = 0
  const mayCrash = (): void => { if (chances() < 0.06) throw new Crash() }
  const mayBreak = (): void => { if (chances() < 0.12) throw new Refused(offline()) }
  const stored = async <T>(work: () => T): Promise<T> => {
    mayCrash()
    const done = work()
    mayCrash()
    return done
  }
  const asked = async <T>(work: () => T): Promise<T> => {
    mayCrash()
    mayBreak()
    const answer = work()
    mayBreak()
    mayCrash()
    return answer
  }
  const shelf: Shelf = {
    items: () => stored(() => [...items.values()]),
    sealedAct: id => stored(() => acts.get(id)),
    sealedPhoto: id => stored(() => photos.get(id)),
    way: id => stored(() => ways.get(id)),
    holds: id => stored(() => photos.has(id)),
    mark: (id, way) => stored(() => {
      if (photos.has(id)) ways.set(id, way)
      return true
    }),
    loose: () => stored(() => [...loose].filter(id => photos.has(id) && (ways.get(id) ?? 'begun') === 'begun')),
    change: (one, was) => stored(() => { if (items.get(one.id)?.state === was) items.set(one.id, one) }),
    settle: one => stored(() => {
      items.set(one.id, one)
      acts.delete(one.id)
      for (const photo of one.photos) photos.delete(photo)
    }),
  }
  const line: Line = {
    standing: photo => asked(() => (files.has(photo) ? { at: 0, done: true } : { at: parts.get(photo)?.length ?? 0, done: false })),
    part: (photo, at, of, bytes) => asked(() => {
      if (files.has(photo)) return { at: of, done: true }
      const have = parts.get(photo) ?? new Uint8Array()
      if (have.length !== at) throw new Refused({ ...problem(409, 'wrong-offset', '', '', '', ''), detail: { at: have.length } })
      const whole = new Uint8Array([...have, ...bytes])
      if (whole.length < of) parts.set(photo, whole)
      else { files.set(photo, whole); parts.delete(photo) }
      return { at: whole.length, done: whole.length === of }
    }),
    letGo: photo => asked(() => { parts.delete(photo) }),
    act: (id, sealed, seq) => asked(() => {
      const before = replies.get(id)
      if (before) return before
      const wanted = items.get(id)
      for (const photo of wanted?.photos ?? []) assert.ok(files.has(photo), 'a photo goes before the act that names it')
      if (wanted?.after !== undefined) assert.equal(seq, replies.get(wanted.after)?.seq)
      // Some acts the server will never take.
      if (sealed[0] === 0) throw new Refused(problem(422, 'bad-input', '', '', '', ''))
      taken.push(id)
      const answer = reply(id, taken.length)
      replies.set(id, answer)
      return answer
    }),
  }
  const around = { shelf, line, now: () => now, random: chances }
  return {
    items, files, taken, replies, around, loose, photos, ways,
    put: (one: Item, sealed: Uint8Array<ArrayBuffer>, given: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]): void => {
      items.set(one.id, one)
      acts.set(one.id, sealed)
      for (const [id, bytes] of given) photos.set(id, bytes)
    },
    /** Opens the page once; several tabs at a time where no lock holds them apart. */
    wake: async (tabs: number): Promise<void> => {
      now += 400_000
      await Promise.all(Array.from({ length: tabs }, () => drain('w', around).catch((error: unknown) => { if (!(error instanceof Crash)) throw error })))
    },
  }
}

test('whatever breaks, and wherever it stops: nothing is lost, nothing is done twice, every photo arrives byte for byte, and acts keep their order', async () => {
  const acts = fc.array(fc.record({ photos: fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 2 }), good: fc.boolean(), follows: fc.boolean() }), { minLength: 1, maxLength: 7 })
  await fc.assert(fc.asyncProperty(acts, fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), fc.integer({ min: 1, max: 2 }), async (given, chances, tabs) => {
    let calm = false
    const world = model(() => (calm ? 0.999 : Number(chances.next().value)))
    const sent = new Map<string, Uint8Array<ArrayBuffer>>()
    given.forEach(({ photos, good, follows }, at) => {
      const files = photos.map((size, n) => [`p${at}.${n}`, new Uint8Array(size).fill(at * 7 + n + 1)] as const)
      for (const [id, bytes] of files) sent.set(id, bytes)
      world.put(item(at, { photos: files.map(([id]) => id), ...(follows && at > 0 && { after: `a${at - 1}` }) }), new Uint8Array([good ? 1 : 0, at]), files)
    })
    for (let opened = 0; opened < 12; opened += 1) await world.wake(tabs)
    calm = true
    for (let opened = 0; opened < 40; opened += 1) await world.wake(1)
    assert.equal(new Set(world.taken).size, world.taken.length, 'nothing twice')
    for (const one of world.items.values()) {
      assert.equal(one.state === 'sent', world.replies.has(one.id), `${one.id} stands as ${one.state}`)
      if (one.state === 'sent') for (const photo of one.photos) assert.deepEqual(world.files.get(photo), sent.get(photo))
      // What is not sent was refused, or rests on what was.
      if (one.state === 'waiting') assert.notEqual(world.items.get(one.after ?? '')?.state, 'sent')
      if (isUnsent(one)) assert.ok(one.state === 'refused' || one.after !== undefined)
    }
    const order = world.taken.map(id => world.items.get(id)?.at ?? -1)
    if (tabs === 1) assert.deepEqual(order, order.toSorted((a, b) => a - b), 'in the order they were taken')
  }), { numRuns: 60 })
})

test('a sign-in that ended stops the sending and takes nothing away', async () => {
  const world = model(() => 0.999)
  world.put(item(1), new Uint8Array([1]), [])
  const refuse = (): Promise<never> => Promise.reject(new Refused(problem(401, 'not-signed-in', '', '', '', '')))
  const shelf: Shelf = { items: async () => [...world.items.values()], sealedAct: async () => new Uint8Array([1]), sealedPhoto: async () => undefined, way: async () => undefined, holds: async () => true, mark: async () => true, loose: async () => [], change: async () => undefined, settle: async () => undefined }
  assert.deepEqual(await drain('w', { shelf, line: { standing: refuse, part: refuse, act: refuse, letGo: refuse }, now: () => 0, random: () => 0 }), { end: 'sign-in' })
  assert.equal(world.items.get('a1')?.tries, 0)
})

test('set aside while it is on its way and not answered, it stays aside', async () => {
  const world = model(() => 0.999)
  world.put(item(1), new Uint8Array([1]), [])
  const act: Line['act'] = async id => {
    world.items.set(id, aside(world.items.get(id) ?? item(1)))
    throw new Refused(offline())
  }
  assert.deepEqual(await drain('w', { ...world.around, line: { ...world.around.line, act } }), { end: 'empty' })
  assert.equal(world.items.get('a1')?.state, 'aside')
})

test('what one account wrote waits for that account for as long as another is signed in, and counts no tries', async () => {
  const world = model(() => 0.999)
  world.put(item(1, { photos: ['p'] }), new Uint8Array([1]), [['p', new Uint8Array(10).fill(3)]])
  const refuse = (): Promise<never> => Promise.reject(new Refused(problem(403, 'other-sign-in', '', '', '', '')))
  for (let times = 0; times < 50; times += 1) {
    assert.deepEqual(await drain('w', { ...world.around, line: { ...world.around.line, standing: refuse, part: refuse, act: refuse } }), { end: 'other-sign-in' })
    assert.deepEqual([world.items.get('a1')?.state, world.items.get('a1')?.tries], ['waiting', 0])
  }
  await world.wake(1)
  assert.equal(world.items.get('a1')?.state, 'sent')
})

test('a photo goes ahead of the act that is still being written, goes on where it broke off, and is not sent again with it', async () => {
  const world = model(() => 0.999)
  const bytes = new Uint8Array(400_000).fill(9)
  world.photos.set('p', bytes)
  world.loose.add('p')
  const sent: number[] = []
  let lines = 2
  const part: Line['part'] = async (photo, at, of, some) => {
    if (lines === 0) throw new Refused(offline())
    lines -= 1
    sent.push(some.length)
    return world.around.line.part(photo, at, of, some)
  }
  const line = { ...world.around.line, part }
  const first = await drain('w', { ...world.around, line })
  assert.equal(first.end, 'again')
  lines = Infinity
  assert.deepEqual(await drain('w', { ...world.around, line }), { end: 'empty' })
  assert.deepEqual(world.files.get('p'), bytes)
  assert.equal(sent.reduce((sum, n) => sum + n, 0), bytes.length, 'no byte twice')
  world.loose.delete('p')
  world.put(item(1, { photos: ['p'] }), new Uint8Array([1]), [])
  await drain('w', { ...world.around, line })
  assert.equal(world.items.get('a1')?.state, 'sent')
  assert.equal(sent.reduce((sum, n) => sum + n, 0), bytes.length, 'nor with its act')
})

test('acts go before photos that are in no hurry; one that is refused goes with its act alone, and one taken out of its form goes no further', async () => {
  const world = model(() => 0.999)
  for (const id of ['bad', 'gone']) { world.photos.set(id, new Uint8Array(300_000)); world.loose.add(id) }
  world.put(item(1), new Uint8Array([1]), [])
  const told: string[] = []
  const line: Line = {
    ...world.around.line,
    part: async (photo, at, of, some) => {
      assert.equal(world.items.get('a1')?.state, 'sent')
      if (photo === 'bad') throw new Refused(problem(422, 'metadata', '', '', '', ''))
      world.photos.delete(photo)
      return world.around.line.part(photo, at, of, some)
    },
    letGo: async photo => { told.push(photo) },
  }
  assert.deepEqual(await drain('w', { ...world.around, line }), { end: 'empty' })
  assert.deepEqual([world.ways.get('bad'), told, world.files.size], ['refused', ['gone'], 0])
})

import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { erasedTitle, keptKindOf, nobody } from '../kernel/erasure.ts'
import { system, type Actor } from '../kernel/post.ts'
import { isRefusal, Refused } from '../kernel/refusal.ts'
import { terms } from '../kernel/terms.ts'
import type { Json } from '../kernel/words.ts'
import { request } from '../procedures/2-foundations/request.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { everyRow } from '../test/helpers/everywhere.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { newHistory, open, same, step, wait, type History } from '../test/model/history.ts'
import { decideIn, matterOf, take } from '../test/model/model.ts'
import { choices, type Choices } from '../test/model/random.ts'
import { keyedTerm } from './act/terms.ts'
import { sqlState } from './connection.ts'
import { eraseIn, removeErased, type Erasure } from './erase.ts'
import type { House } from './house.ts'
import { notices } from './read/notices.ts'
import { readMatter } from './read/matter.ts'
import { unseal } from './seal.ts'
import { wordTerm } from './act/terms.ts'
import { verifyCounty } from './verify.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const erase = (wish: Omit<Erasure, 'county'>, now: Date) => database.scoped(system, tx => eraseIn(tx, house, { county: '630202', ...wish }, now))
const refusalOf = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return assert.fail('was not refused')
}

const giveFile = async (bytes: string): Promise<string> => {
  const id = randomUUID()
  await database.scoped(people.resident, tx => tx.query(
    `insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, '祁玉兰家门口.jpg', 'image/jpeg', 4, sha256($3::text::bytea), '2026-06-08T01:00:00Z')`, [id, people.resident.account, bytes]))
  return id
}

/** Everything by which a value might be told: itself, its masked form, and what anybody could work out from it without a key. */
const tellsOf = (value: Json): readonly string[] => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return [text, ...['sha256', 'md5', 'sha1'].map(name => createHash(name).update(text).digest('hex'))]
}

const closed = async (input: object): Promise<{ readonly id: string; readonly now: Date }> => {
  const city = live(house)
  const id = await city.opens('resident', input)
  await city.does('resident', 'supplement', id, { supplement: '补充：门牌是柳湾巷九号' })
  await city.does('resident', 'withdraw', id)
  return { id, now: city.now() }
}

test('what is erased by law is gone from every table, also for the owner of the database, and the chain reads erased, not broken', async () => {
  const photo = await giveFile('the bytes of a door')
  const { id, now } = await closed({ text: '柳湾巷口积水严重，老人出行不便', place: '630202001001', contactName: '祁玉兰', contactPhone: '13909725566', photos: [photo] })
  const salts = await database.owner(tx => tx.query<{ salt: string }>(`select encode(salt, 'hex') as salt from sealed where matter = $1::uuid`, [id]))
  const tells = ['柳湾巷', '祁玉兰', '祁**', '139****5566', ...['柳湾巷口积水严重，老人出行不便', '祁玉兰', '13909725566', 'the bytes of a door'].flatMap(tellsOf), ...salts.map(row => row.salt)]
  const seen = async () => (await everyRow(database)).filter(({ row }) => tells.some(tell => row.includes(tell)))
  assert.ok(new Set((await seen()).map(one => one.table)).size >= 3, 'before, several tables tell it')

  const erased = await erase({ matter: id, facts: ['text', 'supplement', 'contactName', 'contactPhone', 'photos'], ground: 'request' }, now)
  assert.deepEqual([erased.seq, erased.emptied, erased.files], [4, 5, 1])
  assert.deepEqual(await seen(), [])
  const left = await database.owner(tx => tx.query<{ term: string }>('select term from matter_term where matter = $1::uuid', [id]))
  const gone = new Set([...terms('柳湾巷口积水严重，老人出行不便'), keyedTerm(house.keys, 'name', '祁玉兰'), keyedTerm(house.keys, 'phone', '13909725566'), keyedTerm(house.keys, 'digits', '5566')])
  assert.deepEqual(left.filter(({ term }) => gone.has(term)), [])
  assert.ok(left.some(({ term }) => term === 'place=630202001001'), 'what is public is found as before')

  const report = await verifyCounty(house, '630202')
  assert.deepEqual(report.faults, [])
  assert.deepEqual(report.erased.map(one => `${one.seq} ${one.fact}`).toSorted(), ['1 contactName', '1 contactPhone', '1 photos', '1 text', '2 supplement'])
  const page = await database.scoped(people.dispatcher, tx => readMatter(tx, house, people.dispatcher, id))
  assert.equal(page?.matter.title, erasedTitle)
  assert.deepEqual(page.files, [])
  assert.deepEqual(page.facts.map(one => one.fact).filter(fact => ['text', 'photos', 'contactName'].includes(fact)), [])
  assert.deepEqual(page.facts.find(one => one.fact === 'erasureGround')?.value, 'request')
  assert.equal(page.facts.find(one => one.fact === 'erasedWhat')?.value, '诉求内容、补充内容、联系人、联系电话、照片\nWhat is the matter, What is added, Contact, Contact phone, Photos')

  assert.equal((await refusalOf(erase({ matter: id, facts: ['text'], ground: 'request' }, now))).code, 'nothing-to-erase')
})

test('a term that another value still needs stays; one that only the erased value had goes', async () => {
  const city = live(house)
  const id = await city.opens('resident', { text: '水管漏水需要维修', place: '630202001001', spot: '水管井旁' })
  await erase({ matter: id, facts: ['text'], ground: 'unlawful' }, city.now())
  const left = (await database.owner(tx => tx.query<{ term: string }>('select term from matter_term where matter = $1::uuid', [id]))).map(row => row.term)
  assert.ok(left.includes(wordTerm(house.keys, '水管')) && !left.includes(wordTerm(house.keys, '漏水')))
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
})

test('why a clock stands still is a fact like any other: the clock names its ground alone', async () => {
  const city = live(house)
  const id = await city.opens('resident', { text: '围墙倾斜有倒塌危险', place: '630202001001' })
  await city.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001/gov' })
  await city.does('handler', 'accept', id)
  await city.does('handler', 'stop', id, { stopGrounds: 'reporter', stopNote: '等住户祁玉兰从西宁回来' })
  await erase({ matter: id, facts: ['stopNote'], ground: 'unlawful' }, city.now())
  assert.deepEqual((await everyRow(database)).filter(({ row }) => row.includes('祁玉兰从西宁')), [])
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
})

test('an anonymous reporter is unlinked: nobody stands in their place, their notices point nowhere, and verify follows', async () => {
  const city = live(house)
  const id = await city.opens('neighbour', { text: '有人夜间倾倒建筑垃圾', place: '630202001001', anonymous: true, contactName: '马𠅤', contactPhone: '13997225678' })
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  const { account } = people.neighbour
  const naming = async () => (await everyRow(database)).filter(({ row }) => row.includes(id) && row.includes(account)).map(one => one.table)
  assert.deepEqual((await naming()).toSorted(), ['public.notice', 'public.party'])
  await erase({ matter: id, facts: ['keptName', 'keptPhone'], ground: 'request', unlink: true }, city.now())
  assert.deepEqual(await naming(), [])
  const [row] = await database.owner(tx => tx.query<{ account: string }>('select account from party where matter = $1::uuid and hidden', [id]))
  assert.equal(row?.account, nobody)
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  assert.equal(await database.scoped(people.neighbour, tx => readMatter(tx, house, people.neighbour, id)), undefined, 'it is theirs no more')
  assert.ok((await database.scoped(people.neighbour, tx => notices(tx, people.neighbour, 100))).every(one => one.matter !== id))
  await database.owner(tx => tx.query('update party set account = $2::uuid where matter = $1::uuid and hidden', [id, people.stranger.account]))
  assert.deepEqual((await verifyCounty(house, '630202')).faults.map(one => one.what), ['the hidden reporter in party is not the one entered'], 'another put in nobody’s place is named')
  await database.owner(tx => tx.query('update party set account = $2::uuid where matter = $1::uuid and hidden', [id, nobody]))
})

test('nobody put in a hidden party’s place without an entry that says so is named', async () => {
  const city = live(house)
  const id = await city.opens('neighbour', { text: '楼道堆放杂物影响通行', place: '630202001001', anonymous: true })
  await database.owner(tx => tx.query('update party set account = $2::uuid where matter = $1::uuid and hidden', [id, nobody]))
  assert.deepEqual((await verifyCounty(house, '630202')).faults.map(one => one.what), ['the hidden reporter in party is not the one entered'])
  await database.owner(tx => tx.query('update party set account = $2::uuid where matter = $1::uuid and hidden', [id, people.neighbour.account]))
})

test('what is public, made up or kept as a precedent is not erased; nothing is half done', async () => {
  const { id, now } = await closed({ text: '路面塌陷，车辆难行', place: '630202001001' })
  for (const [fact, code] of [['place', 'not-erasable'], ['ruling', 'not-erasable'], ['mood', 'no-such-fact']] as const) {
    assert.equal((await refusalOf(erase({ matter: id, facts: ['text', fact], ground: 'request' }, now))).code, code)
  }
  assert.equal((await refusalOf(erase({ matter: id, facts: [], ground: 'request' }, now))).code, 'nothing-to-erase')
  assert.equal((await refusalOf(erase({ matter: randomUUID(), facts: ['text'], ground: 'request' }, now))).code, 'not-found')
  const page = await database.scoped(people.dispatcher, tx => readMatter(tx, house, people.dispatcher, id))
  assert.equal(page?.matter.title, '路面塌陷，车辆难行')
})

test('20.2: nobody but the platform erases, and the platform only what an entry says was erased', async () => {
  const { id, now } = await closed({ text: '井盖破损，行人易摔', place: '630202001001' })
  const call = (actor: Actor, seq: number) => database.scoped(actor, tx => tx.query(`select app_erase('630202', $1::uuid, $2::integer, '{}'::uuid[])`, [id, seq]))
  for (const actor of [people.cityLead, people.countyLead, people.handler, people.auditor, people.resident]) {
    await assert.rejects(call(actor, 1), error => sqlState(error) === '42501')
  }
  await assert.rejects(call(system, 1), error => sqlState(error) === '22023', 'the opening erases nothing')
  const { seq } = await erase({ matter: id, facts: ['supplement'], ground: 'request' }, now)
  await call(system, seq)
  const rows = await database.owner(tx => tx.query<{ fact: string; gone: boolean }>('select fact, value is null as gone from sealed where matter = $1::uuid order by fact', [id]))
  assert.deepEqual(rows, [{ fact: 'supplement', gone: true }, { fact: 'text', gone: false }], 'and taken again it erases no more')
})

test('the bytes of an erased file are removed after the commit, and tried again until they are gone', async () => {
  const photo = await giveFile('bytes that linger')
  const { id, now } = await closed({ text: '路灯坏了好几天', place: '630202001001', photos: [photo] })
  await erase({ matter: id, facts: ['photos'], ground: 'retention' }, now)
  const asked: string[] = []
  const broken = async (file: string): Promise<void> => { asked.push(file); throw new Error('the store does not answer') }
  const first = await removeErased(house, broken, now)
  assert.ok(asked.includes(photo) && first.gone === 0 && first.owed > 0)
  const again = await removeErased(house, async file => { asked.push(file) }, now)
  assert.ok(again.gone === first.owed && again.owed === 0)
  assert.deepEqual(await removeErased(house, broken, now), { gone: 0, owed: 0 })
})

/** Erases some facts of some matter, in the house and in the model, and looks for them everywhere. Returns how many values it looked for. */
const eraseSome = async (history: History, chance: Choices): Promise<number> => {
  const matter = matterOf(history.model, chance.oneOf([...history.model.matters.keys()]))
  const kinds = Object.entries(request.facts).filter(([, fact]) => keptKindOf(fact) !== undefined).map(([name]) => name)
  const rows = await database.owner(tx => tx.query<{ seq: number; fact: string; value: Uint8Array }>('select seq, fact, value from sealed where matter = $1::uuid and value is not null', [matter.id]))
  const facts = kinds.filter(name => chance.once(2) && rows.some(row => row.fact === name))
  if (facts.length === 0) return 0
  await database.scoped(system, tx => eraseIn(tx, house, { county: matter.county, matter: matter.id, facts, ground: 'retention' }, history.now))
  const event = decideIn(history.model, matter, { step: 'erase', input: { erasedWhat: facts.join(' '), erasureGround: 'retention' }, actor: system, now: history.now })
  take(history.model, matter, isRefusal(event) ? assert.fail(JSON.stringify(event)) : event, history.now)
  await same(history, matter.id)

  const values = rows.map(row => ({ fact: row.fact, value: unseal(house.keys, { matter: matter.id, seq: row.seq, fact: row.fact }, row.value) }))
  const kept = JSON.stringify(values.filter(one => !facts.includes(one.fact)).map(one => one.value))
  const gone = values.flatMap(({ fact, value }) => (facts.includes(fact) && typeof value === 'string' && Array.from(value).length > 3 && !kept.includes(value) ? [value] : []))
  // Another matter that is joined to this one names it too, and may say the same.
  const its = (await everyRow(database)).filter(({ table, row }) => row.includes(matter.id) && (!['public.matter', 'public.matter_internal'].includes(table) || row.startsWith(`(${matter.county},${matter.id},`)))
  for (const tell of gone.flatMap(tellsOf)) assert.deepEqual(its.filter(({ row }) => row.includes(tell)).map(one => one.table), [], `${matter.id} still tells ${tell}`)
  return gone.length
}

test('random histories with erasures in between: model and house agree, the chain stays sound, and no erased value is left anywhere', async () => {
  const command = fc.record({ kind: fc.constantFrom('step', 'step', 'step', 'step', 'wait', 'erase'), seed: fc.nat() })
  let looked = 0
  await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 50, size: 'max' }), async commands => {
    await database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent'))
    const history = newHistory(house)
    for (const { kind, seed } of commands) {
      const chance = choices(seed)
      history.now = new Date(history.now.getTime() + chance.below(90) * 60_000)
      if (history.model.matters.size < 4) await open(history, chance)
      else if (kind === 'erase') looked += await eraseSome(history, chance)
      else await { step, wait }[kind](history, chance)
    }
    for (const county of ['630202', '630203', '6302']) assert.deepEqual((await verifyCounty(house, county)).faults, [])
  }), { numRuns: Number(process.env['MODEL_RUNS'] ?? 20), ...(process.env['MODEL_SEED'] !== undefined && { seed: Number(process.env['MODEL_SEED']) }) })
  assert.ok(looked > 0, 'values were erased and looked for')
})

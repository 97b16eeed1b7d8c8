import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { isObject } from '../../kernel/words.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live } from '../../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import type { House } from '../house.ts'
import { digest, unseal } from '../seal.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

type Entry = { readonly seq: number; readonly actor: object; readonly outcome: { readonly set?: Readonly<Record<string, unknown>> } }
type Sealed = { readonly seq: number; readonly fact: string; readonly class: string; readonly value: Uint8Array; readonly salt: Uint8Array; readonly masked: unknown }
const entriesOf = (id: string) => database.scoped(system, tx => tx.query<Entry>('select seq, actor, outcome from entry where matter = $1::uuid order by seq', [id]))
const sealedOf = (id: string) => database.owner(tx => tx.query<Sealed>('select seq, fact, class, value, salt, masked from sealed where matter = $1::uuid', [id]))

const told = { text: '村口路灯不亮，晚上看不见路', place: '630202001001', category: 'waste', contactName: '王小明', contactPhone: '13897221234' }

test('an entry keeps public values as they are, and of every other a digest that proves the value apart', async () => {
  const id = await live(house).opens('resident', told)
  const [entry] = await entriesOf(id)
  const set = entry?.outcome.set ?? {}
  assert.deepEqual([set['place'], set['category']], [told.place, told.category])
  const sealed = await sealedOf(id)
  assert.deepEqual(sealed.map(row => [row.fact, row.class]).toSorted(), [['contactName', 'sensitive'], ['contactPhone', 'sensitive'], ['text', 'internal']])
  for (const row of sealed) {
    const value = unseal(house.keys, { matter: id, seq: row.seq, fact: row.fact }, row.value)
    assert.equal(value, told[row.fact as keyof typeof told])
    const kept = set[row.fact]
    assert.deepEqual(isObject(kept) && kept['sealed'], digest(row.salt, value))
  }
  assert.deepEqual(sealed.find(row => row.fact === 'contactName')?.masked, '王**')
  for (const telling of ['王小明', '13897221234', '路灯']) assert.ok(!JSON.stringify(entry).includes(telling), telling)
})

test('a value sealed for one matter, entry or fact opens for no other', async () => {
  const id = await live(house).opens('resident', told)
  const [name] = (await sealedOf(id)).filter(row => row.fact === 'contactName')
  assert.ok(name)
  for (const slot of [{ matter: people.resident.account, seq: 1, fact: 'contactName' }, { matter: id, seq: 2, fact: 'contactName' }, { matter: id, seq: 1, fact: 'keptName' }]) {
    assert.throws(() => unseal(house.keys, slot, name.value))
  }
})

test('the same value is sealed and digested anew each time: two reports can’t be told alike', async () => {
  const city = live(house)
  const [one, two] = [await sealedOf(await city.opens('resident', told)), await sealedOf(await city.opens('resident', told))]
  for (const row of one) {
    const other = two.find(each => each.fact === row.fact)
    assert.ok(other && !Buffer.from(row.value).equals(Buffer.from(other.value)) && !Buffer.from(row.salt).equals(Buffer.from(other.salt)))
  }
})

test('who acts stands in the entry with post, office and account', async () => {
  const city = live(house)
  const id = await city.opens('resident', told)
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  const { post, office, account } = people.dispatcher
  assert.deepEqual((await entriesOf(id)).map(entry => entry.actor), [{ kind: 'resident', account: people.resident.account }, { kind: 'dispatcher', post, office, account }])
})

test('25.3: who asked to be anonymous stands there by kind alone, in every entry, a grid worker too', async () => {
  for (const who of ['resident', 'gridWorker'] as const) {
    const city = live(house)
    const id = await city.opens(who, { ...told, anonymous: true })
    await city.does(who, 'supplement', id, { supplement: '在小学门口' })
    assert.deepEqual((await entriesOf(id)).map(entry => entry.actor), [{ kind: people[who].kind }, { kind: people[who].kind }])
    assert.deepEqual((await sealedOf(id)).filter(row => row.fact.startsWith('contact')), [], 'the contact is kept under another class')
    const kept = (await sealedOf(id)).filter(row => row.fact.startsWith('kept'))
    assert.ok(kept.length === 2 && kept.every(row => row.class === 'confidential'))
  }
})

test('every fact above public that a request can hold is sealed when given', () => {
  const open = Object.entries(request.facts).filter(([, fact]) => fact.class === 'public').map(([name]) => name)
  for (const name of ['text', 'spot', 'point', 'photos', 'contactName', 'contactPhone', 'keptName', 'keptPhone', 'supplement', 'returnReason', 'progress', 'result', 'ratingNote', 'revisitNote']) {
    assert.ok(!open.includes(name), name)
  }
})

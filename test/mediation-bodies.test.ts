import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import type { JsonObject } from '../kernel/words.ts'
import { mediatorLoad, recordMediated } from '../registers/mediation/mediators.ts'
import { act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, refused } from './helpers/live.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

const place = '630202001001'
const office = `${place}/mediation`
const at = '2026-06-10T02:00:00Z'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  for (const [name, home] of [['neighbour', place], ['resident', place], ['stranger', '630202001002'], ['villager', place]] as const) await database.owner(tx => tx.query('update account set home = $1 where id = $2::uuid', [home, people[name].account]))
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const load = (name: string, ask: JsonObject, who: Name = 'committee'): Promise<unknown> => database.scoped(people[who], async tx => (house.loaders[name] ?? assert.fail(name))(tx, ask))
type Listed = readonly { readonly account: string; readonly name: string; readonly office: string; readonly fields: readonly string[]; readonly languages: readonly string[]; readonly open: number; readonly kin: boolean }[]
const mediators = async (ask: JsonObject): Promise<Listed> => (await load('mediators', { county: '630202', at, ...ask })) as Listed

const pointing = (id: string, link: string) => database.owner(tx => tx.query<{ id: string }>('select m.id from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and l.kind = $2', [id, link]))

const giveFile = async (who: Name): Promise<string> => {
  const id = randomUUID()
  await database.scoped(people[who], tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'contract.pdf', 'application/pdf', 4, '\\x00', '2026-06-08T01:00:00Z')`, [id, people[who].account]))
  return id
}

test('30.1, 31.1: a committee is filed and its mediator serves over the real database; whoever chooses finds them by place, field and language, with what is in their hands', async () => {
  const city = live(house)
  const id = await city.opens('committee', { place, office, name: '东关社区人民调解委员会', founder: 'committee', foundedBy: '东关社区居民委员会', members: 5, assembly: 'residents', metOn: '2026-06-05' }, 'establish', 'mediation-committee')
  await city.does('justiceOffice', 'attest', id, { sizeMet: true, womanMet: true, groupsMet: 'none' })
  assert.equal(await load('mediation-committee', { office, at }), undefined)
  await city.does('justice', 'file', id)
  assert.deepEqual(await load('mediation-committee', { office, at }, 'resident'), { matter: id, name: '东关社区人民调解委员会', chosen: 'elected', until: '2029-06-07' })
  const who = { place, office, candidate: people.neighbour.account, kind: 'full', how: 'elected', metOn: '2026-06-05', fields: [{ field: 'neighbours' }], languages: [{ language: 'zh' }, { language: 'bo' }], why: '在本社区调解多年，处事公道' }
  const service = await city.opens('committee', who, 'nominate', 'mediator')
  await city.does('neighbour', 'agree', service)
  await city.does('justice', 'review', service, { qualified: 'yes', note: '符合条件' })
  await city.does('townLead', 'appoint', service, { until: '2029-06-07' })
  const [given] = await pointing(service, 'mediator')
  await city.does('securityAdmin', 'confirm', given?.id ?? '')
  assert.equal((await city.matter(service)).stage, 'serving')
  const there = (list: Listed) => list.map(one => [one.account, one.fields, one.languages, one.open])
  assert.deepEqual(there(await mediators({ office })), [[people.neighbour.account, ['neighbours'], ['zh', 'bo'], 0]])
  assert.deepEqual([(await mediators({ office, kind: 'debt' })).length, (await mediators({ office, language: 'slr' })).length, (await mediators({ office, kind: 'neighbours', language: 'bo' })).length], [0, 0, 1])
  assert.ok((await mediators({ region: '630202001' })).map(one => one.account).includes(people.mediator.account), 'a post without an entry is offered, with nothing known against it')
  assert.deepEqual(await mediators({ county: '630203' }), [])

  // Who lives with a side is known to do so, and nothing more is said of it.
  const [household, ...persons] = [randomUUID(), randomUUID(), randomUUID()]
  await database.owner(async tx => {
    await tx.query(`insert into household (county, id, village, code, address, since) values ('630202', $1::uuid, $2, $2 || '-0901', '东关路九号', '2024-01-01')`, [household, place])
    for (const [at, who] of (['neighbour', 'resident'] as const).entries()) {
      await tx.query(`insert into person (county, id, village, household, name, pinyin, invented) values ('630202', $1::uuid, $2, $3::uuid, $4, $4, true)`, [persons[at], place, household, who])
      await tx.query('update account set person = $1::uuid where id = $2::uuid', [persons[at], people[who].account])
    }
  })
  const kin = async (...sides: readonly Name[]) => (await mediators({ office, sides: sides.map(name => people[name].account) })).map(one => one.kin)
  assert.deepEqual([await kin('resident'), await kin('stranger'), await kin()], [[true], [false], [false]])

  // What they take and what came of it: told by the dispute, in absolute figures, theirs and the platform's.
  const [first, second] = [randomUUID(), randomUUID()]
  const told = (what: JsonObject) => database.scoped(system, tx => recordMediated(tx, { county: '630202', account: people.neighbour.account, office, ...what }))
  for (const matter of [first, second]) await told({ do: 'take', matter, on: '2026-06-09' })
  await told({ do: 'agree', matter: first, on: '2026-06-10' })
  await told({ do: 'keep', matter: first, on: '2026-06-20' })
  await told({ do: 'fail', matter: second, on: '2026-06-11' })
  await city.does('justiceOffice', 'train', service, { trainedOn: '2026-06-08', hours: 4, topic: '相邻关系' })
  await city.does('justice', 'train', service, { trainedOn: '2026-06-08', hours: 2, topic: '藏语调解用语' })
  const [row] = (await database.scoped(system, tx => mediatorLoad(tx, { county: '630202', region: place, year: 2026, at: new Date(at) }))).filter(one => one.account === people.neighbour.account)
  assert.deepEqual([row?.took, row?.agreed, row?.failed, row?.kept, row?.open, row?.hours], [2, 1, 1, 1, 0, 6])
  await city.does('justiceOffice', 'evaluate', service, { rating: 'fit', evaluation: '处理得细，当事人认可' })
  const open = (await database.owner(tx => tx.query<{ facts: JsonObject }>('select facts from matter where id = $1::uuid', [service])))[0]?.facts ?? {}
  assert.deepEqual(['yearTook', 'yearHours', 'rating'].map(name => open[name]), ['***', '***', '***'], 'what is found of a person stands in no public fact')
  const seen = async (name: Name, table: string): Promise<number> => (await database.scoped(people[name], tx => tx.query(`select from ${table}`))).length
  assert.deepEqual([await seen('neighbour', 'mediated'), await seen('justice', 'mediated'), await seen('resident', 'mediated'), await seen('committee', 'mediator_training'), await seen('neighbour', 'mediator_training')], [2, 0, 0, 0, 1])
  assert.deepEqual([await seen('resident', 'mediator'), await seen('resident', 'mediation_committee')], [1, 1])
  // What steps decided is changed by nobody's hand.
  const changed = await database.scoped(people.justice, tx => tx.query('update mediator set until = until returning matter'))
  assert.deepEqual(changed, [])
  await assert.rejects(database.scoped(people.justice, tx => tx.query('delete from mediator')), /permission denied/)
  await assert.rejects(database.scoped(people.justice, tx => tx.query(`insert into mediated (county, matter, account, office, took) values ('630202', gen_random_uuid(), $1::uuid, $2, '2026-06-08')`, [people.justice.account, office])), /row-level security/)

  // Whose removal is decided is chosen no more, though the post still stands for some days.
  await city.does('justiceOffice', 'proposeRemoval', service, { ground: 'biased', statement: '两次调解中只听一方陈述' })
  await city.does('neighbour', 'speak', service, { answer: '另一方两次未到场' })
  await city.does('justice', 'decideRemoval', service, { verdict: 'removed', reasons: '查证属实，情节严重' })
  assert.deepEqual(await mediators({ office }), [])
  await city.does('townLead', 'end', given?.id ?? '', { endReason: '解聘' })
  assert.equal((await city.matter(service)).stage, 'over')
})

test('30.2: a model room stands in the register once recognised; a studio bears the name of none but a mediator of the register', async () => {
  const city = live(house)
  const away = '630202101201'
  const refusal = await act(house, people.villageCommittee, { id: randomUUID(), procedure: 'studio', step: 'propose', input: { place: away, kind: 'named', name: '荒滩村调解工作室', office: `${away}/mediation`, mediator: people.villageMediator.account, why: '群众信任，经验丰富' } }, city.now())
  assert.deepEqual(refused(refusal).faults?.map(one => one.fact), ['mediator'], 'one whose service is in no register has nothing named after them')
  const room = await city.opens('villageCommittee', { place: away, kind: 'model', name: '荒滩村品牌调解室', office: `${away}/mediation`, why: '场所规范，案卷齐全' }, 'propose', 'studio')
  await city.does('justice', 'recognise', room)
  assert.deepEqual(await database.scoped(people.resident, tx => tx.query('select name, kind, ended from studio')), [{ name: '荒滩村品牌调解室', kind: 'model', ended: null }])
})

test('32: a contract is signed, its adviser sent and replaced on a dated day; a consultation is read by who asked and the adviser, and by nobody else', async () => {
  const city = live(house)
  const id = await city.opens('justiceOffice', { village: place, firm: '青海河湟律师事务所', firmKind: 'firm', from: '2026-06-08', until: '2027-12-31', terms: '每月值守一天，解答咨询，审查公约' }, 'draft', 'adviser-contract')
  await city.does('committee', 'sign', id, { villageSigned: '2026-06-05', firmSigned: '2026-06-08', scan: [await giveFile('committee')] })
  await city.does('justiceOffice', 'name', id, { adviser: people.stranger.account })
  await city.does('justice', 'publish', id)
  const advisers = async (): Promise<readonly string[]> => ((await load('village-advisers', { village: place, at })) as { readonly advisers: readonly { readonly account: string }[] } | undefined)?.advisers.map(one => one.account) ?? []
  assert.deepEqual(await advisers(), [people.stranger.account])
  await city.does('stranger', 'clinics', id, { clinics: [{ day: '2026-07-01', hours: '9:00-11:30', spot: '居委会会议室' }] })
  const booked = await city.opens('resident', { village: place, about: '邻居翻建房屋挡住采光，该怎么办', channel: 'village' }, 'book', 'advice')
  await city.does('stranger', 'arrange', booked, { day: '2026-06-08', time: '上午十一点', channel: 'village' })
  await city.does('stranger', 'hold', booked, { heldOn: '2026-06-08', channel: 'village' })
  await city.does('stranger', 'writeDown', booked, { advice: '先看规划许可；可申请人民调解', next: 'mediation' })
  const opened = (name: Name) => database.scoped(people[name], tx => tx.query<{ fact: string }>(`select distinct fact from app_open('630202', $1::uuid) order by 1`, [booked])).then(rows => rows.map(row => row.fact))
  for (const name of ['resident', 'stranger'] as const) for (const fact of ['about', 'time', 'advice', 'next']) assert.ok((await opened(name)).includes(fact), `${name} ${fact}`)
  for (const name of ['neighbour', 'committee', 'villager'] as const) assert.deepEqual((await opened(name)).filter(fact => fact === 'about' || fact === 'advice'), [], name)
  await city.does('resident', 'rate', booked, { rating: 'good' })
  await city.until('2026-06-09 10:00')
  await city.does('justiceOffice', 'replace', id, { adviser: people.villager.account, replaced: '原顾问调离' })
  assert.deepEqual(await advisers(), [people.villager.account])
  assert.equal((await city.refused('justice', 'end', id, { ground: 'breach', reason: '三个月没有值守' })).code, 'hear-first')
  await city.does('justice', 'end', id, { ground: 'agreed', reason: '社区合并，双方同意' })
  assert.deepEqual(await advisers(), [])
  assert.equal((await city.refused('resident', 'rate', booked, { rating: 'good' })).code, 'closed')
})

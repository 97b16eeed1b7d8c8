import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { writeRegions } from '../../registers/grids/change.ts'
import { writeShapes } from '../../registers/grids/shapes.ts'
import { recordContract } from '../../registers/mediation/advisers.ts'
import { recordCommittee } from '../../registers/mediation/committees.ts'
import { recordMediated, recordMediator } from '../../registers/mediation/mediators.ts'
import { recordStudio } from '../../registers/mediation/studios.ts'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { idOf, people } from '../../test/helpers/world.ts'
import type { AdvisersMap, AdvisersView, LawHelpView, LoadView, MediationView } from '../wire/mediation.ts'

const village = '630202001001'
const town = '630202001'
const now = instant('2026-06-10 10:00')
const [service, contract] = [idOf('service'), idOf('contract')]
let world: TestSite
before(async () => {
  world = await openTestSite()
  world.setNow(now)
  const row = (more: JsonObject): JsonObject => ({ county: '630202', ...more })
  await world.database.scoped(system, async tx => {
    const committee = { do: 'file', founder: 'township', foundedBy: '碾伯街道办事处', chosen: 'appointed', members: 7, filed: '2026-06-01', since: '2026-06-01', until: '2029-05-31' }
    await recordCommittee(tx, row({ ...committee, matter: idOf('the town’s'), office: `${town}/mediation`, place: town, name: '碾伯街道人民调解委员会', contact: '0972-8622001' }))
    await recordCommittee(tx, row({ ...committee, matter: idOf('old'), office: `${village}/mediation`, place: village, name: '东关社区人民调解委员会', until: '2026-06-05' }))
    await recordMediator(tx, row({ do: 'serve', matter: service, account: people.mediator.account, office: `${town}/mediation`, place: town, kind: 'full', fields: ['neighbours', 'debt'], languages: ['zh', 'bo'], since: '2026-06-01', until: '2029-05-31' }))
    for (let n = 0; n < 10; n += 1) {
      const told = row({ matter: randomUUID(), account: people.mediator.account, office: `${town}/mediation`, on: '2026-06-02' })
      for (const what of ['take', 'agree', ...(n < 4 ? ['keep'] : [])]) await recordMediated(tx, { ...told, do: what })
    }
    const other = row({ matter: randomUUID(), account: people.otherMediator.account, office: `${town}/mediation`, on: '2026-06-02' })
    for (const what of ['take', 'fail']) await recordMediated(tx, { ...other, do: what })
    await recordStudio(tx, row({ do: 'recognise', matter: idOf('room'), place: village, name: '东关品牌调解室', kind: 'model', office: `${village}/mediation`, since: '2026-06-02' }))
    await recordContract(tx, row({ do: 'publish', matter: contract, village, firm: '青海河湟律师事务所', firmKind: 'firm', contact: '0972-8623003', since: '2026-06-01', until: '2027-12-31' }))
    await recordContract(tx, row({ do: 'send', matter: contract, account: people.stranger.account, since: '2026-06-01' }))
    await recordContract(tx, row({ do: 'clinics', matter: contract, from: '2026-06-01', clinics: [{ day: '2026-06-05', hours: '上午', spot: '居委会' }, { day: '2026-07-01', hours: '上午', spot: '居委会' }] }))
  })
})
after(() => world.close())

test('30, 31, 32: anyone reads who mediates and advises, without an account and without anything of a person but the name', async () => {
  const anybody = world.anybody()
  const { status, body, text } = await anybody.get<LawHelpView>(`/api/law-help?village=${village}`)
  assert.equal(status, 200, text)
  assert.deepEqual([body.adviser?.firm, body.adviser?.contact, body.adviser?.advisers.length, body.clinics.map(one => one.day)], ['青海河湟律师事务所', '0972-8623003', 1, ['2026-07-01']])
  const entered = body.mediators.find(one => one.id === service)
  assert.deepEqual([entered?.fields.map(one => one.en), entered?.languages.map(one => one.zh), entered?.kind?.zh], [['Neighbours', 'Debt'], ['汉语', '藏语'], '专职'])
  assert.deepEqual(body.committees.map(one => [one.place.code, one.over]), [[village, true], [town, false]], 'the nearest first; a term that is over shows')
  assert.equal(body.studios.length, 1)
  for (const { account } of [people.mediator, people.stranger]) assert.ok(!text.includes(account), 'no account stands in it')
  const county = (await anybody.get<MediationView>('/api/mediation?region=630202')).body
  assert.deepEqual([county.committees.length, county.studios.length, county.mediators.some(one => one.office.code === '630202101201/mediation')], [2, 1, true])
  assert.equal((await anybody.get('/api/law-help?village=639999999999')).status, 404)
  assert.equal((await anybody.get('/api/mediation?region=6302')).status, 404)
})

test('30.1: the load is for who answers for it, in absolute figures by place and name; ten of ten agreed raises a question', async () => {
  const { body } = await (await world.as('justice')).get<LoadView>(`/api/mediation/load?region=${town}&year=2026`)
  const of = (name: 'mediator' | 'otherMediator') => body.rows.find(row => row.name === name)
  assert.deepEqual([of('mediator')?.took, of('mediator')?.agreed, of('mediator')?.failed, of('mediator')?.kept, of('mediator')?.ask], [10, 10, 0, 4, true])
  assert.deepEqual([of('otherMediator')?.took, of('otherMediator')?.failed, of('otherMediator')?.ask, body.many], [1, 1, false, 10])
  assert.deepEqual((await (await world.as('justice')).get<LoadView>(`/api/mediation/load?region=${town}&year=2025`)).body.rows.map(row => row.took), body.rows.map(() => 0))
  for (const who of ['committee', 'mediator', 'transport', 'resident'] as const) assert.equal((await (await world.as(who)).get(`/api/mediation/load?region=${town}`)).status, 403, who)
  assert.equal((await (await world.as('justiceOffice')).get('/api/mediation/load?region=630202')).status, 403, 'nor beyond one’s own area')
  assert.equal((await (await world.as('justiceOffice')).get(`/api/mediation/load?region=${town}`)).status, 200)
})

test('32.1: coverage shows the villages with an adviser and those without, with the denominator', async () => {
  const { body } = await (await world.as('justice')).get<AdvisersView>('/api/advisers?region=630202')
  assert.deepEqual([body.villages, body.covered, body.ending, body.townships.map(one => [one.place.code, one.villages, one.covered, one.ending])], [3, 1, 0, [[town, 2, 1, 0], ['630202101', 1, 0, 0]]])
  assert.deepEqual(body.rows.map(row => [row.village.code, row.adviser?.firmKind.en]), [[village, 'Law firm'], ['630202001002', undefined], ['630202101201', undefined]])
  assert.equal((await (await world.as('resident')).get('/api/advisers?region=630202')).status, 403)
  assert.equal((await (await world.as('otherDispatcher')).get(`/api/advisers?region=${town}`)).status, 403)
})

test('32.1: a contract counts as ending from the day on which the matter brings it up, by the county’s own number of days where it adopted one', async () => {
  const justice = await world.as('justice')
  const on = async (day: string) => {
    world.setNow(instant(`${day} 10:00`))
    const { body } = await justice.get<AdvisersView>(`/api/advisers?region=${town}`)
    return [body.near, body.covered, body.ending, body.townships.map(one => one.ending), body.rows.map(row => row.ending)]
  }
  try {
    assert.deepEqual(await on('2027-11-30'), [30, 1, 0, [0], [false, false]])
    assert.deepEqual(await on('2027-12-01'), [30, 1, 1, [1], [true, false]], 'thirty days before its last day')
    assert.deepEqual(await on('2027-12-31'), [30, 1, 1, [1], [true, false]], 'its last day is one of the contract')
    assert.deepEqual(await on('2028-01-01'), [30, 0, 0, [0], [false, false]], 'then there is none')
    await world.database.owner(tx => tx.query(
      `insert into rule_row (id, name, since, value, unit, kind, source_zh, source_en, checked, confirmed) values (gen_random_uuid(), 'adviser-contract.near', '2026-01-01', '60', 'days', 'local', '县方案', 'a plan of the county', '2026-01-01', true)`))
    assert.deepEqual(await on('2027-11-30'), [60, 1, 1, [1], [true, false]])
  } finally {
    world.setNow(now)
    await world.database.owner(tx => tx.query(`delete from rule_row where name = 'adviser-contract.near'`))
  }
})

test('32.1: the map draws a village by its boundary, or by its grids together, and leaves out one of which nothing is drawn', async () => {
  const square = (x: number) => ({ type: 'Polygon' as const, coordinates: [[[x, 36.4], [x + 0.01, 36.4], [x + 0.01, 36.41], [x, 36.41], [x, 36.4]] as const] })
  const west = '630202001002'
  const began = { since: '2026-01-01', source: randomUUID() }
  assert.deepEqual((await (await world.as('justice')).get<AdvisersMap>('/api/advisers/map?region=630202')).body, { areas: [] }, 'nothing is drawn yet')
  await world.database.scoped(system, async tx => {
    await writeRegions(tx, [village, west].flatMap(code => [1, 2].map(n => ({ code: `${code}00${n}`, name: `第${n}网格` }))), began.since)
    await writeShapes(tx, '630202', [
      { code: village, shape: square(102.4), schematic: false }, { code: `${village}001`, shape: square(102.4), schematic: true },
      { code: `${west}001`, shape: square(102.5), schematic: false }, { code: `${west}002`, shape: square(102.51), schematic: true },
    ], began)
  })
  await world.site.directory.refresh(now)
  const { body } = await (await world.as('justice')).get<AdvisersMap>('/api/advisers/map?region=630202')
  assert.deepEqual(body.areas, [
    { village, shape: square(102.4) }, { village: west, shape: { type: 'MultiPolygon', coordinates: [square(102.5).coordinates, square(102.51).coordinates] }, schematic: true },
  ])
  assert.deepEqual((await (await world.as('westCommittee')).get<AdvisersMap>(`/api/advisers/map?region=${west}`)).body.areas.map(one => one.village), [west])
  for (const [who, region] of [['resident', '630202'], ['otherDispatcher', town], ['westCommittee', village], ['deputy', '630202']] as const) assert.equal((await (await world.as(who)).get(`/api/advisers/map?region=${region}`)).status, 403, who)
  for (const region of ['6302', '639999']) assert.equal((await (await world.as('justice')).get(`/api/advisers/map?region=${region}`)).status, 404, region)
})

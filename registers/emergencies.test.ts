import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { postKinds, system, type Actor } from '../kernel/post.ts'
import { verifyCounty } from '../store/verify.ts'
import type { House } from '../store/house.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { emergenciesAround, emergency } from './emergencies.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const [village, township, elsewhere] = ['630202001001', '630202001', '630202101201']
const order = { kind: 'snow', area: village, happened: '积雪压塌大棚，道路中断', scope: '抢通道路，转移危房住户', instrument: '防雪灾应急预案', until: '2026-06-10' }

/** What a step of the procedure would be told, as the person who takes it. */
const here = (region: string, at: string, who: Actor = people.gridWorker) =>
  database.scoped(who, tx => emergency(tx, { region, at: instant(at).toISOString() })) as Promise<{ readonly matter: string; readonly kind: string } | undefined>

test('24.2: an order holds for its place and all inside it, from its declaration until just before its end, and nowhere else', async () => {
  const city = live(house)
  const id = await city.opens('countyLead', { ...order, area: township }, 'declare', 'emergency-order')
  for (const region of [township, village, `${village}001`]) assert.equal((await here(region, '2026-06-08 10:00'))?.matter, id, region)
  for (const region of [elsewhere, '630202', '6302', '630203001001']) assert.equal(await here(region, '2026-06-08 12:00'), undefined, region)
  assert.equal(await here(village, '2026-06-08 09:59'), undefined, 'not before')
  assert.equal((await here(village, '2026-06-10 23:59'))?.kind, 'snow')
  assert.equal(await here(village, '2026-06-11 00:00'), undefined)
  assert.equal(await database.scoped(system, tx => emergency(tx, { region: null, at: '' })), undefined)

  await city.until('2026-06-09 08:00')
  await city.does('countyLead', 'endEarly', id, { endReason: '道路已抢通' })
  assert.equal((await here(village, '2026-06-09 07:59'))?.matter, id, 'what was in force then is known for ever')
  assert.equal(await here(village, '2026-06-09 08:00'), undefined)
})

test('a township’s order holds for a day; the register knows it over though no clock was called; confirmed, to its end', async () => {
  const city = live(house, '2026-07-06 10:00')
  const id = await city.opens('townLead', { ...order, until: '2026-07-08' }, 'declare', 'emergency-order')
  assert.deepEqual([(await here(village, '2026-07-07 09:59'))?.matter, await here(village, '2026-07-07 10:00')], [id, undefined])
  await city.does('countyLead', 'confirm', id)
  assert.equal((await here(village, '2026-07-08 23:59'))?.matter, id)
  const [rows] = await database.scoped(system, tx => tx.query<{ n: number }>('select count(*)::int as n from emergency where matter = $1::uuid', [id]))
  assert.equal(rows?.n, 1, 'one row an order')
  await city.until('2026-07-09 00:00')
  assert.equal((await city.matter(id)).stage, 'reviewing')
})

test('of several the nearest is told; the public is told of all that concern a place', async () => {
  const city = live(house, '2026-08-03 10:00')
  const all = await city.opens('cityLead', { ...order, kind: 'epidemic', area: '6302', until: '2026-08-10' }, 'declare', 'emergency-order')
  const near = await city.opens('countyLead', { ...order, until: '2026-08-05' }, 'declare', 'emergency-order')
  const at = instant('2026-08-03 12:00')
  assert.equal((await here(village, '2026-08-03 12:00'))?.matter, near)
  assert.equal((await here(elsewhere, '2026-08-03 12:00'))?.matter, all)
  const around = (region: string) => database.scoped(system, async tx => (await emergenciesAround(tx, region, at)).map(one => one.matter))
  assert.deepEqual([await around(village), await around('630202'), await around('630202001002'), await around('630203')], [[all, near], [all, near], [all], [all]])
  assert.deepEqual(await database.scoped(system, tx => emergenciesAround(tx, '6302', instant('2026-09-01 10:00'))), [])
})

test('whoever is signed in may ask, nobody but the platform writes, an unset scope sees nothing', async () => {
  for (const kind of Object.keys(postKinds) as (keyof typeof postKinds)[]) {
    const actor: Actor = { ...people.stranger, kind, clearance: postKinds[kind].clearance }
    assert.ok((await database.scoped(actor, tx => tx.query('select id from emergency'))).length >= 4, kind)
    await assert.rejects(database.scoped(actor, tx => tx.query(
      `insert into emergency (county, id, region, kind, since, until, matter) values ('630202', gen_random_uuid(), '630202', 'other', now(), now(), gen_random_uuid())`)), kind)
    assert.deepEqual(await database.scoped(actor, tx => tx.query(`update emergency set until = 'infinity' returning id`)), [], kind)
    await assert.rejects(database.scoped(actor, tx => tx.query('delete from emergency')), kind)
  }
  const unset = await database.owner(async tx => {
    await tx.simple('set local role shanzhi_app')
    const rows = await tx.query('select id from emergency')
    await tx.simple('reset role')
    return rows
  })
  assert.deepEqual(unset, [])
})

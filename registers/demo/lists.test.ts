import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { itemFaults } from '../../procedures/3-governance/lists/items.ts'
import { loadLives } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { houseOver } from '../../test/helpers/world.ts'
import { categories } from '../data/categories.ts'
import { gateLoader, itemOn } from '../gate.ts'
import { openDirectory } from '../live-directory.ts'
import { workLists } from '../lists.ts'
import { isOfficeKind, officeKinds } from '../office-kinds.ts'
import { installReference } from '../reference.ts'
import { knownIn, registerLoaders, registerRecorders } from '../serving.ts'
import { demoCity } from './city.ts'
import { dutiesOf, dutyKinds } from './lists/duties.ts'
import { amended, original, reasons } from './lists/items.ts'
import { demoListDays, planLists } from './lists.ts'
import { loadCity } from './load.ts'

const now = new Date('2026-11-20T07:00:00Z')
const city = demoCity({ counties: ['630203'], seed: 4, households: 3 })
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, async tx => { await installReference(tx); await loadCity(tx, city) })
})
after(() => database.close())

test('the demo’s lists are sound, and every category of a community’s own stands on them', () => {
  const codes = categories.map(category => category.code)
  for (const list of [amended, original]) {
    const wrong = itemFaults(list as Parameters<typeof itemFaults>[0], codes)
    assert.ok(!isRefusal(wrong), JSON.stringify(wrong))
    const covered = new Set(list.flatMap(item => item.categories?.split('、') ?? []))
    assert.deepEqual(categories.filter(category => category.community && !covered.has(category.code)), [])
  }
  assert.deepEqual([amended.filter(item => item.kind === 'own').length, amended.filter(item => item.kind !== 'own').length], [25, 30])
  const touched = new Set([...amended, ...original].map(item => item.code))
  for (const { code } of reasons) assert.ok(touched.has(code), code)
  for (const kind of dutyKinds) assert.ok(dutiesOf(kind).length >= 10 && dutiesOf(kind).length <= 15, kind)
  for (const { office } of amended) assert.ok(isOfficeKind(office) && officeKinds[office].levels.length > 0, office)
})

test('they were adopted as real ones are, every chain verifies, and the gate goes by them', async () => {
  const live = await openDirectory(database, now)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: registerRecorders, known: knownIn(live) }
  const turns = planLists(city, now)
  assert.deepEqual(turns, planLists(city, now), 'the same city, the same lists')
  for (const turn of turns) await loadLives(house, turn, now)
  const { faults, matters } = await verifyCounty(house, '630203')
  assert.deepEqual([faults, matters], [[], turns.flat().length])
  const stages = await database.scoped(system, tx => tx.query<{ procedure: string; stage: string; n: number }>('select procedure, stage, count(*)::int as n from matter group by 1, 2 order by 1, 2'))
  const offices = city.directory.officesIn('630203').filter(office => dutyKinds.some(kind => kind === office.kind)).length
  const towns = city.regions.filter(region => region.code.length === 9).length
  assert.deepEqual(stages, [
    { procedure: 'duty-list', stage: 'inForce', n: offices + towns }, { procedure: 'list-comment', stage: 'answered', n: 4 }, { procedure: 'work-list', stage: 'inForce', n: 1 }, { procedure: 'work-list', stage: 'superseded', n: 1 },
  ])
  await database.scoped(system, async tx => {
    assert.deepEqual((await workLists(tx, '630203')).map(({ since, until, items }) => [since, until, items]), [[demoListDays.amended, null, amended.length], [demoListDays.first, demoListDays.amended, original.length]])
    assert.deepEqual([(await itemOn(tx, '630203', 'zz-90', '2024-12-31'))?.until, await itemOn(tx, '630203', 'zz-90', '2025-01-01')], ['2025-01-01', undefined])
    const village = city.regions.find(region => region.code.length === 12)?.code ?? ''
    const known = async (category: string) => gateLoader(live)(tx, { to: [`${village}/committee`], by: `${village.slice(0, 9)}/centre`, category, county: '630203', at: now.toISOString() }) as Promise<{ readonly own?: boolean; readonly listed: boolean }>
    assert.deepEqual([(await known('neighbour-dispute')).own, (await known('road-damage')).own, (await known('village-affairs')).listed], [true, false, true])
  })
})

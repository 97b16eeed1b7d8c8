import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { openDirectory } from './live-directory.ts'
import { recordReferenceChange } from './reference-change.ts'
import { installReference } from './reference.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, installReference)
})
after(() => database.close())

const on = (day: string) => openDirectory(database, new Date(`${day}T04:00:00Z`))
const record = (row: { [key: string]: string | number }) => database.scoped(system, tx => recordReferenceChange(tx, row))

test('an adopted limit holds from its day, and names the instrument it rests on', async () => {
  const [category] = (await on('2026-06-01')).now.categories()
  assert.ok(category)
  await record({ change: 'limit', category: category.code, since: '2026-07-01', area: '6302', reason: '-', amount: 3, unit: 'workingDays', instrument: '乐政办〔2026〕1号' })
  const before = (await on('2026-06-30')).now.category(category.code)
  const later = (await on('2026-07-01')).now.category(category.code)
  assert.deepEqual(before?.limit, category.limit)
  assert.deepEqual(later?.limit?.period, { amount: 3, unit: 'workingDays' })
  assert.equal(later.limit.source.kind, 'local')
})

test('an adopted route takes the place of the shipped one in its area, from its day', async () => {
  const [category] = (await on('2026-06-01')).now.categories()
  assert.ok(category)
  const route = async (day: string, region: string) => (await on(day)).now.route({ category: category.code, region, from: '630202001' })?.office
  const shipped = await route('2026-06-30', '630202001001')
  const elsewhere = await route('2026-08-01', '630203001001')
  await record({ change: 'route', category: category.code, since: '2026-08-01', area: '630202', reason: '-', from: 'township', level: 'county', kind: 'urban-management', matter: randomUUID() })
  assert.equal(await route('2026-07-31', '630202001001'), shipped)
  assert.equal(await route('2026-08-01', '630202001001'), '630202/urban-management')
  assert.equal(await route('2026-08-01', '630203001001'), elsewhere)
  await record({ change: 'route', category: category.code, since: '2026-09-01', area: '630202', reason: '-', from: 'township', level: 'county', kind: 'housing', matter: randomUUID() })
  assert.equal(await route('2026-08-31', '630202001001'), '630202/urban-management')
  assert.equal(await route('2026-09-01', '630202001001'), '630202/housing')
})

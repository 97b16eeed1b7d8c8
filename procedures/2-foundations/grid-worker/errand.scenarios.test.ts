import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { errand } from './errand.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const insurance = { service: '城乡居民医保参保登记', place: '630202001001', name: '王小明', phone: '13897221234', agreed: '代为提交参保登记，身份证复印件用完归还' }
const filed = { channel: 'online', receipt: 'QH202606080123', filedOn: '2026-06-08', expected: '2026-06-15' }

const game = () => play(errand)

const until = (stage: string) => {
  const world = game()
  const id = world.opens('resident', insurance, 'ask')
  if (stage !== 'asked') world.does('gridWorker', 'file', id, filed)
  if (stage === 'confirming') world.does('gridWorker', 'tellResult', id, { result: 'granted', resultNote: '参保登记已办成' })
  return { world, id, at: () => world.matter(id).stage }
}

test('check finds nothing wrong', () => assert.deepEqual(check(errand), []))

test('21.4: a grid worker files a service for a resident, with consent and receipt, and tracks it to its result', () => {
  const world = game()
  assert.deepEqual(world.refusedToOpen('gridWorker', insurance, 'ask').faults?.map(one => one.fact), ['consent'], 'nothing is filed for anybody who did not agree')
  assert.deepEqual(world.refusedToOpen('gridWorker', { ...insurance, consent: 'online' }, 'ask').faults?.map(one => one.fact), ['consent'])
  const id = world.opens('gridWorker', { ...insurance, consent: 'self' }, 'ask')
  assert.equal(world.due(id), '2026-06-10 18:00')
  assert.equal(world.refused('otherGridWorker', 'file', id, filed).code, 'not-yours')
  for (const [more, fact] of [[{ filedOn: '2026-06-09' }, 'filedOn'], [{ filedOn: '2026-05-01' }, 'filedOn'], [{ expected: '2026-06-01' }, 'expected'], [{ expected: '2027-06-01' }, 'expected']] as const) {
    assert.deepEqual(world.refused('gridWorker', 'file', id, { ...filed, ...more }).faults?.map(one => one.fact), [fact])
  }
  world.does('gridWorker', 'file', id, filed)
  assert.equal(world.due(id), '2026-06-15 23:59', 'the day promised')
  world.does('gridWorker', 'tellResult', id, { result: 'granted', resultNote: '参保登记已办成' })
  assert.equal(world.refused('gridWorker', 'confirm', id).code, 'own-work', 'who filed it does not confirm in the resident’s place')
  world.until('2026-06-16 09:00')
  assert.deepEqual([world.matter(id).stage, world.counts], ['closed', { asked: 1, filed: 1, granted: 1 }], 'and it counts as no resident’s word')
})

test('21.4: a resident asks online, is told of each turn, confirms or says that nothing came', () => {
  const { world, id, at } = until('confirming')
  assert.equal(world.matter(id).facts['consent'], 'online')
  assert.deepEqual(world.heard().map(one => one.who), ['gridWorker', 'resident', 'resident'])
  world.does('resident', 'notReceived', id)
  assert.equal(at(), 'filed')
  world.does('gridWorker', 'tellResult', id, { result: 'granted', resultNote: '已短信告知参保成功' })
  world.does('resident', 'confirm', id)
  assert.equal(at(), 'closed')
  const mute = until('confirming')
  mute.world.until('2026-06-16 09:00')
  assert.equal(mute.at(), 'closed')
})

test('while papers are missing its time stands still; the resident adds them, and withdraws when they like', () => {
  const { world, id, at } = until('filed')
  world.until('2026-06-10 10:00')
  world.does('gridWorker', 'lack', id, { missing: '户口簿首页照片' })
  world.until('2026-06-12 10:00')
  world.does('resident', 'supplement', id, { added: '已补户口簿首页' })
  assert.deepEqual([at(), world.due(id)], ['filed', '2026-06-17 23:59'], 'two days stood still')
  world.heard()
  world.does('resident', 'withdraw', id)
  assert.deepEqual([at(), world.heard().map(one => one.who)], ['withdrawn', ['gridWorker']])
})

test('what can’t be filed is said with where to go; late, it climbs', () => {
  const { world, id, at } = until('asked')
  world.until('2026-06-11 09:00')
  assert.ok(world.heard().some(one => one.who === 'townLead'))
  world.does('gridWorker', 'decline', id, { whyNot: '须本人到窗口拍照', whereTo: '碾伯街道便民服务中心' })
  assert.deepEqual([at(), world.heard().some(one => one.who === 'resident')], ['closed', true])
})

test('20.2: who it is for is sensitive; no document and no document number is asked for', () => {
  assert.deepEqual([errand.facts.name.class, errand.facts.phone.class], ['sensitive', 'sensitive'])
  assert.deepEqual(Object.values(errand.facts).filter(fact => ['files', 'idNumber'].includes(fact.kind)), [])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(errand.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const faults = [...readFileSync(new URL('./errand.ts', import.meta.url), 'utf8').matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual(faults.filter(code => !met.refusals.has(code)), [])
})

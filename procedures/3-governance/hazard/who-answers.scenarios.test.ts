import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuedBy, type Doc } from '../../../kernel/document.ts'
import type { Item, Known } from '../../../kernel/gate.ts'
import type { Json } from '../../../kernel/words.ts'
import { play } from '../../../test/helpers/play.ts'
import { law, idOf } from '../../../test/helpers/world.ts'
import { hazard } from './hazard.ts'

// Monday, 8 June 2026, 10:00.
const place = '630202001001'
const own: Item = { code: 'zz-01', kind: 'own', name: '公共部位日常巡查', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const known: Known = { listed: true, running: [], held: [], items: [own] }
const requirement = '清空楼道杂物，贴禁止堆放标识'
const toFirm = { responsible: 'firm', firm: '和顺物业公司', requirement }
const toRoads = { responsible: 'office', office: '630202/transport', requirement }
const toWater = { responsible: 'office', office: '630202/water', requirement }
const toCommunity = { responsible: 'community', item: 'zz-01', requirement }

const graded = () => {
  const world = play(hazard, '2026-06-08 10:00', { gate: () => known })
  const id = world.opens('gridWorker', { what: '社区楼道堆放杂物', kind: 'exits', place }, 'find')
  world.does('handler', 'grade', id, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处安全出口' })
  return { world, id, facts: () => world.matter(id).facts }
}

const paper = (known: { readonly [fact: string]: Json | undefined }): Doc => {
  const { order } = hazard.documents
  assert.ok(order)
  const facts = Object.entries(known).flatMap(([fact, value]) => (value === undefined ? [] : [{ fact, value, masked: false }]))
  const shown = issuedBy(order, [{ seq: 1, at: '2026-06-08', step: 'order', cleared: [], facts }])
  assert.ok(shown)
  return order.make({ number: 'N', region: place, day: '2026-06-08', law, office: code => code, place: code => code, facts: shown.facts })
}

test('34.2: whoever is ordered now is the one addressed; nothing of an order before it is left', () => {
  const { world, id, facts } = graded()
  world.does('handler', 'order', id, toFirm)
  world.does('handler', 'worsen', id, { gradeReason: '通道内发现电动车充电', safety: '已断电并请住户改道' })
  assert.deepEqual([facts()['firm'], facts()['requirement']], [undefined, undefined], 'between two orders nobody answers for it')
  world.does('countyDispatcher', 'order', id, toRoads)
  assert.deepEqual([facts()['office'], facts()['firm']], ['630202/transport', undefined])
  assert.equal(paper(facts()).to, '630202/transport')
})

test('34.2: the order on paper names a community, and the day by which it is put right', () => {
  const { world, id, facts } = graded()
  world.does('handler', 'order', id, toCommunity)
  const doc = paper(facts())
  assert.equal(doc.to, `${place}/committee`)
  assert.match(JSON.stringify(doc.body), /2026年6月23日前/u)
})

test('an office objects once, also where others were ordered between; and in time, so that lateness buys no days', () => {
  const { world, id, facts } = graded()
  world.does('handler', 'order', id, toRoads)
  world.does('transport', 'contest', id, { contestReason: '楼道属物业管理区域，见物业合同' })
  world.does('handler', 'order', id, toWater)
  world.does('water', 'contest', id, { contestReason: '不属本单位职责，见权责清单' })
  world.does('handler', 'order', id, toRoads)
  assert.equal(world.refused('transport', 'contest', id, { contestReason: '仍然认为不属本单位' }).code, 'contested-before')
  world.does('handler', 'worsen', id, { gradeReason: '通道内发现电动车充电', safety: '已断电并请住户改道' })
  world.does('countyDispatcher', 'order', id, toRoads)
  assert.equal(world.refused('transport', 'contest', id, { contestReason: '仍然认为不属本单位' }).code, 'contested-before', 'nor once it is worse')
  assert.deepEqual(facts()['objectors'], ['630202/transport', '630202/water'])

  const late = graded()
  late.world.does('handler', 'order', late.id, toRoads)
  late.world.until('2026-06-25 09:00')
  assert.equal(late.world.refused('transport', 'contest', late.id, { contestReason: '楼道属物业管理区域，见物业合同' }).code, 'too-late')
})

test('23.3: a grid worker does not object in the committee’s place', () => {
  const { world, id } = graded()
  world.does('handler', 'order', id, toCommunity)
  assert.equal(world.refused('gridWorker', 'contest', id, { contestReason: '楼道属物业管理区域，见物业合同' }).code, 'not-yours')
  world.does('gridWorker', 'rectify', id, { done: '杂物已全部清走，通道畅通', proof: [idOf('photo')] })
})

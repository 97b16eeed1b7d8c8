import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import type { Item, Known } from '../../../kernel/gate.ts'
import type { Actor } from '../../../kernel/post.ts'
import { instant, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import { hazard } from './hazard.ts'

// Monday, 8 June 2026, 10:00.
const place = '630202001001'
const own: Item = { code: 'zz-01', kind: 'own', name: '公共部位日常巡查', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const known: Known = { listed: true, running: [], held: [], items: [own] }
const cleared = { done: '已回填压实，恢复通行', proof: [idOf('photo')] }
const passed = { verdict: 'passed', recheckNote: '已回填压实' }

const major = (responsible: object) => {
  const world = play(hazard, '2026-06-08 10:00', { gate: () => known })
  const id = world.opens('gridWorker', { what: '村道塌陷一米多', kind: 'road', place }, 'find')
  world.does('handler', 'grade', id, { grade: 'major', kind: 'road', gradeReason: '塌陷仍在扩大', safety: '已断行绕道，专人看守' })
  world.does('transport', 'order', id, { ...responsible, requirement: '三日内回填，设围挡' })
  return { world, id }
}

const may = (world: ReturnType<typeof major>['world'], id: string, actor: Actor) => offers(hazard, world.matter(id), 'recheck', actor, instant('2026-06-08 12:00'), law)?.code

test('34.2: a major hazard is checked again by the department that ordered it put right, or from above; the township checks where the department put it right itself', () => {
  const { world, id } = major({ responsible: 'firm', firm: '和顺物业公司' })
  world.does('gridWorker', 'rectify', id, cleared)
  assert.equal(world.refused('handler', 'recheck', id, passed).code, 'not-theirs', 'the township closes no major hazard in the department’s place')
  assert.equal(may(world, id, people.townLead), 'not-theirs')
  assert.equal(may(world, id, { ...people.countyLead, office: '630202/water' }), 'not-yours', 'nor whoever leads another department')
  assert.equal(may(world, id, people.countyLead), undefined)
  world.does('transport', 'recheck', id, passed)
  assert.equal(world.matter(id).stage, 'closed')

  const theirs = major({ responsible: 'office', office: '630202/transport' })
  theirs.world.does('transport', 'rectify', theirs.id, cleared)
  assert.equal(may(theirs.world, theirs.id, { ...people.countyLead, office: '630202/water' }), 'not-yours')
  theirs.world.does('handler', 'recheck', theirs.id, passed)
  assert.equal(theirs.world.matter(theirs.id).stage, 'closed')
})

test('23.3: a community is ordered as a community, so that its work is counted, and never as an office', () => {
  const world = play(hazard, '2026-06-08 10:00', { gate: () => known })
  const id = world.opens('gridWorker', { what: '社区楼道堆放杂物', kind: 'exits', place }, 'find')
  world.does('handler', 'grade', id, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处安全出口' })
  const asOffice = { responsible: 'office', office: `${place}/committee`, item: 'zz-01', requirement: '清空楼道杂物' }
  assert.deepEqual(world.refused('handler', 'order', id, asOffice).faults?.map(one => one.fact), ['office'])
  assert.deepEqual(world.precedents, [])
})

test('23.3: a community ordered again needs its ground named again; one named to another order is none', () => {
  const world = play(hazard, '2026-06-08 10:00', { gate: () => known })
  const id = world.opens('gridWorker', { what: '社区楼道堆放杂物', kind: 'exits', place }, 'find')
  world.does('handler', 'grade', id, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处安全出口' })
  world.does('handler', 'order', id, { responsible: 'community', item: 'zz-01', requirement: '清空社区楼道杂物' })
  world.does('committee', 'contest', id, { contestReason: '楼道属物业管理区域，见物业合同' })
  world.does('handler', 'order', id, { responsible: 'office', office: '630202/water', requirement: '清空社区楼道杂物' })
  world.does('water', 'contest', id, { contestReason: '不属本单位职责，见权责清单' })
  assert.equal(world.refused('handler', 'order', id, { responsible: 'community', requirement: '督促各户全部搬走' }).code, 'no-ground')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { workloadNote, type OwnWeek } from './workload-note.ts'

// Monday, 8 June 2026, 10:00.
const note = { place: '630202001001', what: '本周新增走访二十户，另有三次巡查，忙不过来' }
const week: OwnWeek = { from: '2026-06-02', to: '2026-06-08', done: [{ procedure: 'visit', name: '走访', count: 21 }], waiting: 34 }

const said = () => {
  const asked: object[] = []
  const world = play(workloadNote, '2026-06-08 10:00', { loads: { 'own-week': ask => { asked.push(ask); return week } } })
  return { world, id: world.opens('gridWorker', note, 'say'), asked }
}

test('check finds nothing wrong', () => assert.deepEqual(check(workloadNote), []))

test('21.2: a grid worker says “too much”; their own records go along; the township answers in time', () => {
  const { world, id, asked } = said()
  assert.equal(asked.length, 1)
  assert.equal((asked[0] as { account?: string }).account, world.matter(id).parties.find(one => one.role === 'reporter')?.account, 'their own figures, and nobody else’s')
  assert.deepEqual([world.matter(id).facts['waiting'], world.due(id)], [34, '2026-06-15 18:00'])
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'handler', 'townLead'])
  assert.equal(world.refused('committee', 'answer', id, { measure: 'fewer', answer: '减少走访户数' }).code, 'not-yours')
  world.does('townLead', 'answer', id, { measure: 'later', answer: '走访间隔改为十四天，巡查由巡防队承担' })
  assert.deepEqual(world.heard().map(one => one.who), ['gridWorker'])
  world.does('gridWorker', 'accept', id)
  assert.equal(world.matter(id).stage, 'closed')
})

test('21.1: still too much, it goes to the county; unanswered, it climbs; nothing more said, it closes; taken back, it is over', () => {
  const { world, id } = said()
  world.heard()
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'dispatcher'))
  world.does('handler', 'answer', id, { measure: 'explained', answer: '本周为专项排查' })
  world.does('gridWorker', 'stillTooMuch', id, { still: '专项排查已持续一个月' })
  assert.equal(world.matter(id).holder?.office, '630202/centre')
  world.does('countyDispatcher', 'answer', id, { measure: 'hands', answer: '增派两名兼职网格员' })
  world.until('2026-06-30 09:00')
  assert.equal(world.matter(id).stage, 'closed')
  const other = said()
  other.world.does('gridWorker', 'takeBack', other.id)
  assert.equal(other.world.matter(other.id).stage, 'closed')
})

test('what a worker says and did is shown to who answers, not to neighbours in other posts', () => {
  for (const name of ['what', 'week', 'still'] as const) assert.equal(workloadNote.facts[name].class, 'sensitive', name)
})

test('every step is taken in some scenario', () => {
  assert.deepEqual(Object.keys(workloadNote.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
})

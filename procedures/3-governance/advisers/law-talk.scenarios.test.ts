import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { lawTalk } from './law-talk.ts'

// Monday, 8 June 2026, 10:00.
const talk = { place: '630202001001', topic: '高空抛物与民法典', form: 'case', givers: ['630202/court', '630202/procuratorate', '630202001/police-station'], day: '2026-06-15', time: '下午三点', spot: '社区文化广场', language: '汉语、藏语' }

const planned = () => {
  const world = play(lawTalk, '2026-06-08 10:00')
  const id = world.opens('judge', talk, 'plan')
  return { world, id, at: () => world.matter(id).stage }
}

test('check finds nothing wrong', () => assert.deepEqual(check(lawTalk), []))

test('17.3: court, procuratorate and police explain the law together: announced before, published after with a count and no roll', () => {
  const { world, id, at } = planned()
  assert.deepEqual([lawTalk.stages.planned.published, world.heard().map(one => one.who).toSorted()], [true, ['committee', 'police', 'prosecutor']])
  assert.deepEqual(world.refused('judge', 'hold', id, { heldOn: '2026-06-15', came: 46, said: '讲了一起高空抛物案' }).faults?.map(one => one.fact), ['heldOn'])
  world.until('2026-06-15 17:00')
  world.does('judge', 'hold', id, { heldOn: '2026-06-15', came: 46, said: '讲了一起高空抛物案，隐去当事人' })
  assert.deepEqual([at(), world.counts], ['held', { planned: 1, held: 1, came: 46 }])
  assert.deepEqual(Object.values(lawTalk.facts).filter(fact => fact.kind === 'people' || fact.kind === 'personName'), [])
})

test('17.3: announced some days ahead, also when it is moved; given by those whose part it is; a committee may ask for one', () => {
  const { world, id } = planned()
  assert.deepEqual(world.refusedToOpen('judge', { ...talk, day: '2026-06-09' }, 'plan').faults?.map(one => one.fact), ['day'])
  assert.deepEqual(world.refusedToOpen('judge', { ...talk, givers: ['630202/transport'] }, 'plan').faults?.map(one => one.fact), ['givers'])
  assert.deepEqual(world.refused('judge', 'move', id, { day: '2026-06-09', time: '上午', moved: '场地冲突' }).faults?.map(one => one.fact), ['day'])
  world.does('judge', 'move', id, { day: '2026-06-16', time: '上午', moved: '场地冲突' })
  const own = world.opens('committee', { ...talk, givers: ['630202/justice'] }, 'plan')
  assert.equal(world.matter(own).holder?.office, '630202001001/committee')
})

test('cancelled with a reason; past its day and not recorded, it is told again and again', () => {
  const { world, id, at } = planned()
  world.heard()
  world.until('2026-06-23 09:00')
  assert.ok(world.heard().some(one => one.who === 'judge'))
  world.does('judge', 'cancel', id, { why: '主讲人临时开庭' })
  assert.equal(at(), 'cancelled')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(lawTalk.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  assert.deepEqual(codesOf(import.meta.url, 'law-talk.ts').filter(code => !met.refusals.has(code)), [])
})

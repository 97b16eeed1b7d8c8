import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play, type Play } from '../../../test/helpers/play.ts'
import { majorDecision } from './major-decision.ts'
import { riskAssessment } from './risk-assessment.ts'

const planned = { decision: '东关片区旧城改造', area: '630202001', kind: 'land', plan: '拆除危旧房屋三百户，原地安置', affected: '东关社区三百户居民、沿街二十家店铺' }
const heard = { heard: [{ who: '东关社区居民', way: 'meeting', on: '2026-06-01', people: 180, said: '担心过渡期租房费不够', answer: '提高过渡费标准' }] }
const fit = { lawful: 'yes', fair: 'yes', workable: 'yes', bearable: 'yes', disputes: '过渡费、安置房位置争议', measures: '设调解点，每周公布进度', grade: 'low' }
const conditions = [{ condition: '过渡费方案经居民会议通过', by: '街道办事处', until: '2026-07-01' }, { condition: '安置房选址公示', by: '住建局', until: '2026-07-15' }]

const begin = () => {
  const game: Play = play(riskAssessment, '2026-06-08 10:00', { others: [riskAssessment, majorDecision], loads: { assessment: ask => (typeof ask['id'] === 'string' ? game.matter(ask['id']) : undefined) } })
  return { game, id: game.opens('countyClerk', planned, 'begin') }
}

const submitted = (facts: JsonObject = fit) => {
  const begun = begin()
  begun.game.does('countyClerk', 'hear', begun.id, heard)
  begun.game.does('countyClerk', 'assess', begun.id, facts)
  return begun
}

const decision = { decision: planned.decision, area: planned.area, kind: 'land', decidedOn: '2026-06-08' }

test('28.1: nobody submits an assessment for which nobody was heard; what is not lawful is not decided', () => {
  const { game, id } = begin()
  assert.equal(game.refused('countyClerk', 'assess', id, fit).code, 'nobody-heard')
  game.does('countyClerk', 'hear', id, heard)
  assert.equal(game.refused('countyClerk', 'assess', id, { ...fit, lawful: 'no', grade: 'high' }).code, 'unlawful')
  assert.equal(game.refused('countyClerk', 'assess', id, { ...fit, bearable: 'no' }).code, 'bad-input', 'a grade is no better than the worst answer')
  assert.equal(game.refused('countyClerk', 'assess', id, { ...fit, fair: 'mend' }).code, 'bad-input')
  assert.equal(game.refusedToOpen('countyDispatcher', planned, 'begin').code, 'not-yours', 'who reviews assesses nothing')
  game.does('countyClerk', 'drop', id, { why: '方案另行研究' })
})

test('28.1: another office reviews it; low is cleared, medium on conditions that are tracked, high is not', () => {
  const low = submitted()
  assert.equal(low.game.matter(low.id).holder?.office, '630202/centre')
  low.game.does('countyDispatcher', 'sendBack', low.id, { reviewNote: '补充店铺经营户意见' })
  low.game.does('countyClerk', 'assess', low.id, fit)
  low.game.does('countyDispatcher', 'clear', low.id, { reviewNote: '同意' + '，风险可控' })
  assert.equal(low.game.matter(low.id).stage, 'cleared')

  const medium = submitted({ ...fit, bearable: 'mend', grade: 'medium' })
  const { game, id } = medium
  assert.deepEqual(game.refused('countyDispatcher', 'clear', id, { reviewNote: '同意，附条件' }).faults?.map(one => one.fact), ['conditions'])
  assert.deepEqual(game.refused('countyDispatcher', 'clear', id, { reviewNote: '同意，附条件', conditions: [{ ...conditions[0], doneOn: '2026-06-08' }] }).faults?.map(one => one.fact), ['conditions'])
  game.does('countyDispatcher', 'clear', id, { reviewNote: '同意，附条件', conditions })
  const meets = (conditionNumber: number, metOn = '2026-06-08') => game.tries('countyClerk', 'meet', id, { conditionNumber, metOn, metNote: '已经公示通过' })
  assert.equal(meets(3)?.code, 'bad-input')
  assert.equal(meets(1, '2026-07-08')?.code, 'bad-input')
  assert.equal(meets(1), undefined)
  assert.equal(meets(1)?.code, 'bad-input')
  assert.equal(game.matter(id).stage, 'conditions')
  assert.equal(meets(2), undefined)
  assert.equal(game.matter(id).stage, 'cleared')

  const high = submitted({ ...fit, workable: 'no', grade: 'high' })
  assert.equal(high.game.refused('countyDispatcher', 'clear', high.id, { reviewNote: '同意' + '，抓紧办' }).code, 'high-risk')
  high.game.does('countyDispatcher', 'refuse', high.id, { reviewNote: '不具备条件' })
})

test('28.1: no major decision is registered as made without its cleared assessment', () => {
  const { game, id } = begin()
  const tries = (more: JsonObject = {}) => { const { refused } = game.opensTrying(majorDecision, 'countyClerk', { ...decision, ...more }, 'register'); return refused?.code }
  assert.equal(tries(), 'no-assessment')
  assert.equal(tries({ assessment: id }), 'not-cleared')
  game.does('countyClerk', 'hear', id, heard)
  game.does('countyClerk', 'assess', id, fit)
  game.does('countyDispatcher', 'clear', id, { reviewNote: '风险可控，同意' })
  assert.equal(tries({ assessment: id, kind: 'price' }), 'bad-input', 'of that very decision')
  assert.equal(tries({ assessment: id, decidedOn: '2026-07-01' }), 'bad-input')
  assert.equal(tries({ assessment: id, decision: '另一条道路的征地方案' }), 'bad-input', 'of no other of the same office, place and kind')
  assert.equal(tries({ assessment: id, decidedOn: '2026-06-07' }), 'bad-input', 'assessed first, and then decided')
  assert.equal(tries({ assessment: id }), undefined)
  assert.equal(game.matter(id).stage, 'decided')
  assert.equal(tries({ assessment: id }), 'not-cleared', 'one decision on one assessment')
  game.does('countyClerk', 'follow', id, { after: '三起过渡费纠纷，均已调解' })
  game.until('2026-09-08 09:00')
  assert.equal(game.matter(id).stage, 'closed')
})

test('28.1: an assessment ages: after its time it founds nothing; late, it is told', () => {
  const old = submitted()
  old.game.does('countyDispatcher', 'clear', old.id, { reviewNote: '风险可控，同意' })
  old.game.until('2026-12-08 09:00')
  assert.equal(old.game.matter(old.id).stage, 'expired')
  const late = begin()
  late.game.heard()
  late.game.until('2026-07-09 09:00')
  assert.ok(late.game.heard().some(one => one.who === 'countyDispatcher'))
})

test('the declarations hold together, and every step is taken', () => {
  for (const one of [riskAssessment, majorDecision]) {
    assert.deepEqual(check(one), [])
    assert.deepEqual(Object.keys(one.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${one.name}.${name}`)), [], one.name)
  }
})

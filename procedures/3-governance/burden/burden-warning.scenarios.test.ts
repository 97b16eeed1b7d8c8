import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { burdenWarning } from './burden-warning.ts'

const month = { village: '630202001001', month: '2026-06-01', minutes: 2760, ceilingMinutes: 2400, forms: 4, ceilingForms: 10 }

const raised = () => {
  const game = play(burdenWarning)
  const id = game.opens('platform', month, 'raise')
  return { game, id, stage: () => game.matter(id).stage }
}

test('23.1: over its ceiling in a month, the county and the township are told, and the county is to answer', () => {
  assert.deepEqual(check(burdenWarning), [])
  const { game, id, stage } = raised()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['raised', { office: '630202/lead' }, '2026-06-23 18:00'], 'ten working days over the Dragon Boat holiday')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['countyDispatcher', 'countyLead', 'deputy', 'townLead'])
  assert.match(JSON.stringify(game.matter(id).facts['about']), /^"2026年6月交办工时 46 小时（上限 40）、表格 4 张（上限 10）（平台规则）\\n/)
  for (const [name, fact] of Object.entries(burdenWarning.facts)) assert.equal(fact.class, 'public', name)
  assert.throws(() => game.opens('countyLead', month, 'raise'), /not-yours/)
  assert.equal(game.refused('townLead', 'answer', id, { answer: '合并两张表' }).code, 'not-yours')
  game.does('countyLead', 'answer', id, { answer: '合并两张台账，一项排查推迟到下月' })
  assert.deepEqual([stage(), game.heard().map(one => one.who), game.counts], ['answered', ['committee'], { raised: 1, answered: 1 }])
})

test('unanswered, it says so', () => {
  const { game, stage } = raised()
  game.until('2026-06-23 18:00')
  assert.deepEqual([stage(), game.counts['unanswered']], ['unanswered', 1])
  assert.deepEqual(Object.keys(burdenWarning.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
})

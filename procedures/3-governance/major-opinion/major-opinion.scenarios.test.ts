import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import { majorOpinion } from './major-opinion.ts'

// Monday, 8 June 2026, 10:00.
const depot = { title: '东关货运场选址', kind: 'planning', area: '630202001', plan: '拟在东关社区北侧新建货运场，占地三十亩', respondBy: '2026-06-22' }
const points = [{ point: '出入口避开小学', reason: '每天八百名学生经过' }, { point: '夜间限时作业', reason: '距住宅楼不足百米' }]
const replies = [{ adopted: 'yes', how: '出入口改设在北侧' }, { adopted: 'no', how: '夜间作业由环评另行规定' }]

const asked = (more: object = {}) => {
  const game = play(majorOpinion)
  const id = game.opens('transport', { ...depot, ...more }, 'ask')
  return { game, id, stage: () => game.matter(id).stage, holder: () => game.matter(id).holder?.office, names: () => game.heard().map(one => one.who).toSorted() }
}

test('24.2: a county office asks the township before a major matter of its area; each point is answered: adopted, or why not', () => {
  const { game, id, stage, holder, names } = asked()
  assert.deepEqual([stage(), holder(), game.due(id), names()], ['asked', '630202001/gov', '2026-06-22 23:59', ['colleague', 'handler', 'townLead']])
  assert.deepEqual(game.refused('townLead', 'opine', id, { position: 'oppose' }).faults?.map(one => one.fact), ['points'], 'a position has its reasons')
  game.does('townLead', 'opine', id, { position: 'conditions', points })
  assert.deepEqual([stage(), holder(), game.due(id), game.counts['opinedInTime']], ['answering', '630202/transport', '2026-06-30 18:00', 1])
  assert.deepEqual(game.refused('transport', 'answer', id, { replies: replies.slice(0, 1) }).faults?.map(one => one.fact), ['replies'], 'point by point')
  assert.equal(game.refused('transport', 'answer', id, { replies: [replies[0] ?? {}, { adopted: 'no' }] }).code, 'bad-input', 'not adopted, and no reason')
  game.does('transport', 'answer', id, { replies })
  assert.deepEqual([stage(), holder()], ['reading', '630202001/gov'])
  game.does('handler', 'accept', id)
  assert.deepEqual([stage(), game.counts['points'], game.counts['adopted'], game.counts['notAdopted'], game.counts['answeredInTime']], ['closed', 2, 1, 1, 1])
})

test('the township proposes of its own motion, and is owed an answer as well; it may send one back, once, within what is left of the limit', () => {
  const game = play(majorOpinion)
  const id = game.opens('townLead', { title: '东关社区增设公交站', kind: 'facility', area: '630202001', office: '630202/transport', points }, 'propose')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office, game.due(id)], ['answering', '630202/transport', '2026-06-30 18:00'])
  game.does('transport', 'answer', id, { replies })
  game.until('2026-06-09 10:00')
  game.heard()
  game.does('townLead', 'dispute', id, { disputed: '第二条没有说明依据' })
  assert.deepEqual([game.matter(id).stage, game.due(id)], ['answering', '2026-07-01 18:00'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['countyDispatcher', 'countyLead', 'roads', 'transport'])
  game.does('transport', 'answer', id, { replies })
  assert.equal(game.refused('townLead', 'dispute', id, { disputed: '仍不清楚' }).code, 'disputed-already')
  game.until('2026-06-25 09:00')
  assert.equal(game.matter(id).stage, 'closed', 'not checked in time, the answer stands')
  const opens = (office: string) => () => game.opens('townLead', { title: '东关社区增设公交站', kind: 'facility', area: '630202001', office, points }, 'propose')
  for (const office of ['630203/transport', '630202001/gov', '630202/audit']) assert.throws(opens(office), /主管单位/, office)
  assert.throws(opens('630202/agriculture'), /没有可以受理/)
  met.refusals.add('bad-input office')
})

test('silence of either is told upward: of the township, who may be gone on without after the day alone; of the office, again and again', () => {
  const { game, id, stage, names } = asked()
  assert.equal(game.refused('transport', 'goOn', id, { outcome: '按原方案推进' }).code, 'not-yet')
  names()
  game.until('2026-06-23 09:00')
  assert.deepEqual(names(), ['colleague', 'countyDispatcher', 'countyLead', 'handler', 'roads', 'townLead', 'transport'])
  const other = { ...people.transport, office: '630202/urban-management' }
  for (const step of ['goOn', 'withdraw']) assert.equal(offers(majorOpinion, game.matter(id), step, other, instant('2026-06-23 09:00'), law)?.code, 'not-the-asker')
  met.refusals.add('not-the-asker')
  game.does('transport', 'goOn', id, { outcome: '按原方案推进，开工前再次告知' })
  assert.deepEqual([stage(), game.counts['silent']], ['unanswered', 1])
  const owed = asked()
  owed.game.does('handler', 'opine', owed.id, { position: 'support', points })
  owed.names()
  owed.game.until('2026-07-03 09:00')
  assert.equal(owed.names().filter(one => one === 'countyLead').length, 2)
  const back = asked()
  back.game.does('transport', 'withdraw', back.id, { withdrawReason: '项目暂缓' })
  assert.equal(back.stage(), 'withdrawn')
})

test('there is time enough to form an opinion, and an end to it; who watches plans nothing', () => {
  for (const respondBy of ['2026-06-12', '2026-08-08']) assert.throws(() => asked({ respondBy }), /respondBy/)
  met.refusals.add('bad-input respondBy')
  const game = play(majorOpinion)
  const audit = offers(majorOpinion, { ...asked().game.matter(asked().id), seq: 0 }, 'ask', { ...people.transport, office: '630202/audit' }, instant('2026-06-08 10:00'), law)
  assert.deepEqual([audit?.code, audit?.remedy !== undefined], ['plans-nothing', true])
  met.refusals.add('plans-nothing')
  assert.throws(() => game.opens('townLead', depot, 'ask'), /not-yours/)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(majorOpinion.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = readFileSync(new URL('./major-opinion.ts', import.meta.url), 'utf8')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})

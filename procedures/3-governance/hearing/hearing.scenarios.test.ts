import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { deliberation } from '../deliberation/deliberation.ts'
import { request } from '../../2-foundations/request.ts'
import { hearingOpinion } from './hearing-opinion.ts'
import { hearingRound } from './hearing-round.ts'

const village = '630202101201'
const round = { title: '六月听取意见日', village, where: '村委会议室', day: '2026-06-15', time: '上午九点', listeners: '村委会主任、监督委员会主任' }
const others = [hearingOpinion, request, deliberation]

/** How many that point here stand unanswered, and what a matter named is: as the registers would say. */
const hearing = (unanswered = 0) => {
  const game: ReturnType<typeof play> = play(hearingRound, '2026-06-08 10:00', {
    others: [...others, hearingRound],
    loads: {
      unanswered: () => unanswered,
      'deliberation-at': ask => { const found = [...game.all('hearing-round'), ...game.all('deliberation')].find(one => one.id === ask['matter']); return found && { procedure: found.procedure, stage: found.stage, region: found.region, number: '', place: { zh: '', en: '' } } },
    },
  })
  return game
}

test('the declarations hold', () => {
  for (const one of [hearingRound, hearingOpinion]) assert.deepEqual(check(one), [])
})

test('25.3: the committee goes out to hear residents on a day announced; each thing said is answered, without names, and the next day is set', () => {
  const game = hearing()
  const id = game.opens('villageCommittee', round, 'schedule')
  assert.deepEqual([game.matter(id).stage, game.due(id, 'day')], ['planned', '2026-06-18 23:59'])
  const before = game.opensAnother(hearingOpinion, 'villager', { round: id, village, concern: 'publicAffairs', said: '村口的路灯早点开' }, 'say')
  assert.deepEqual(new Set(game.heard().map(one => one.who)), new Set(['ruralLead', 'ruralClerk', 'villageCommittee', 'villageClerk', 'villageWorker']))
  game.until('2026-06-15 16:00')
  game.does('villageCommittee', 'hold', id, {
    heldOn: '2026-06-15', came: 14, next: '2026-07-15',
    heard: [{ said: '垃圾清运一周只来一次，不够', concern: 'publicAffairs', way: 'self' }, { said: '想把闲置小学改成养老点', concern: 'publicGood', way: 'onBehalf', speaker: '马文秀', phone: '13897221234' }],
  })
  const opinions = game.all('hearing-opinion')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['opinions'], opinions.length, game.all('hearing-round').length], ['held', 2, 3, 2])
  assert.ok(!JSON.stringify(game.matter(id).facts).includes('马文秀'), 'what was said stands in its own matters alone')
  const [, waste, school] = opinions
  game.does('villageCommittee', 'answer', before, { answer: '已请供电所调整开灯时间' })
  game.does('villageCommittee', 'toRequest', waste?.id ?? '', { answer: '已转为诉求，请乡镇增加清运' })
  game.does('villageCommittee', 'toTopic', school?.id ?? '', { topic: '闲置小学改建养老点', answer: '列入议题，请大家讨论' })
  assert.deepEqual(game.all('hearing-opinion').map(one => one.stage), ['answered', 'turned', 'turned'])
  assert.deepEqual(game.all('request').map(one => [one.facts['text'], one.region]), [['垃圾清运一周只来一次，不够', village]])
  assert.deepEqual(game.all('deliberation').map(one => [one.facts['topic'], one.facts['reason'], one.facts['raisedBy'], one.stage]), [['闲置小学改建养老点', '想把闲置小学改成养老点', 'residents', 'raised']])
  game.does('villageCommittee', 'close', id)
  assert.deepEqual([game.matter(id).stage, game.counts['answered'], game.counts['turned']], ['closed', 3, 2])
})

test('a round that was missed shows, and is told again until it is held, moved or called off with a reason', () => {
  const game = hearing()
  const id = game.opens('villageCommittee', round, 'schedule')
  game.heard()
  game.until('2026-06-19 09:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['missed'], game.counts['missed']], ['planned', true, 1])
  assert.ok(game.heard().some(one => one.who === 'ruralLead'))
  game.until('2026-06-26 09:00')
  assert.equal(game.counts['missed'], 1, 'counted once')
  game.does('villageCommittee', 'move', id, { day: '2026-06-30', reason: '雨天道路不通' })
  assert.deepEqual([game.matter(id).facts['missed'], game.due(id, 'day'), game.due(id, 'again')], [true, '2026-07-03 23:59', undefined])
  game.does('villageCommittee', 'cancel', id, { reason: '并入七月场次' })
  assert.equal(game.matter(id).stage, 'cancelled')
})

test('what is refused: another village’s round, a day past or far off, a round that is over, paper without the paper, closing with answers owed', () => {
  const game = hearing(2)
  assert.match(JSON.stringify(game.refusedToOpen('villageCommittee', { ...round, village: '630202001001' }, 'schedule')), /your own village|not-yours/)
  assert.match(JSON.stringify(game.refusedToOpen('villageCommittee', { ...round, day: '2026-06-07' }, 'schedule').faults), /past/)
  assert.match(JSON.stringify(game.refusedToOpen('villageCommittee', { ...round, day: '2027-06-07' }, 'schedule').faults), /180/)
  const id = game.opens('villageCommittee', round, 'schedule')
  game.until('2026-06-15 12:00')
  assert.equal(game.refused('villageCommittee', 'move', id, { day: '2026-06-01', reason: '改早一点' }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'hold', id, { heldOn: '2026-06-16', came: 1 }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'hold', id, { heldOn: '2026-06-01', came: 1 }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'hold', id, { heldOn: '2026-06-15', came: 1, next: '2026-06-15' }).code, 'bad-input')
  assert.equal(game.refused('villager', 'hold', id, { heldOn: '2026-06-15', came: 1 }).code, 'not-yours')
  game.does('villageCommittee', 'hold', id, { heldOn: '2026-06-15', came: 0 })
  assert.equal(game.refused('villageCommittee', 'close', id).code, 'unanswered')
  const said = { round: id, village, concern: 'governance', said: '夜里巡逻再多一次' }
  const late = (): string => game.opensAnother(hearingOpinion, 'villager', said, 'say')
  assert.throws(late, /round-over/)
  met.refusals.add('round-over')
  assert.throws(() => game.opensAnother(hearingOpinion, 'villager', { ...said, round: people.resident.account }, 'say'), /no hearing round/)
  assert.throws(() => game.opensAnother(hearingOpinion, 'villageWorker', { ...said, way: 'paper' }, 'hear'), /sheet the person signed/)
  game.until('2026-07-20 09:00')
  assert.ok(game.heard().some(one => one.words.includes('not all answered')))
})

test('what was said and is not answered in time is asked for; who said it may take it back', () => {
  const game = hearing()
  const id = game.opens('villageCommittee', round, 'schedule')
  const said = { round: id, village, concern: 'governance', said: '夜里巡逻再多一次' }
  const one = game.opensAnother(hearingOpinion, 'villager', said, 'say')
  const other = game.opensAnother(hearingOpinion, 'otherVillager', said, 'say')
  const paper = game.opensAnother(hearingOpinion, 'villageWorker', { ...said, way: 'paper', sheet: [people.resident.account] }, 'hear')
  game.does('otherVillager', 'takeBack', other)
  assert.equal(game.refused('villager', 'takeBack', paper).code, 'not-yours')
  game.heard()
  game.until('2026-06-26 09:00')
  assert.ok(game.heard().some(told => told.matter === one && told.who === 'ruralLead'))
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const { steps, name } of [hearingRound, hearingOpinion]) assert.deepEqual(Object.keys(steps).filter(step => !['recount', 'erase', 'correct', 'rezone'].includes(step) && !met.steps.has(`${name}.${step}`)), [])
  const text = ['./hearing-round.ts', './hearing-opinion.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  assert.deepEqual([...text.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => !met.refusals.has(code)), [])
})

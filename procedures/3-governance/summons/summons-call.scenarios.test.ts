import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import type { Duty } from './calls.ts'
import { summonsCall } from './summons-call.ts'

// Monday, 8 June 2026, 10:00.
const subsidence = { what: '东关路面塌陷，水管外露', place: '630202001001', grade: 'urgent', office: '630202/transport', caller: '630202001/gov', summons: idOf('summons') }

const called = (more: object = {}, from?: string, duty?: Duty) => {
  const game = play(summonsCall, from, { loads: { 'on-duty': () => duty } })
  const id = game.opens('platform', { ...subsidence, ...more }, 'call')
  const names = () => game.heard().map(one => one.who).toSorted()
  return { game, id, names, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts, news: () => game.toldOther.map(one => one.input['news']) }
}

const there = (at: string) => ({ arrivedAt: instant(at).toISOString(), arrivedPost: '养护科负责人' })

test('24.2: a department called answers, comes, reports, and is rated by the township once all is concluded', () => {
  const { game, id, stage, facts, names, news } = called()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['answering', { office: '630202/transport' }, '2026-06-08 11:00'], 'one hour by the clock')
  assert.deepEqual(names(), ['roads', 'transport'])
  game.until('2026-06-08 10:20')
  game.does('transport', 'answer', id, { answer: 'coming', eta: instant('2026-06-08 11:30').toISOString() })
  assert.deepEqual([stage(), facts()['answeredInTime'], game.due(id)], ['attending', true, '2026-06-08 12:20'])
  game.until('2026-06-08 11:40')
  game.does('transport', 'arrive', id, there('2026-06-08 11:35'))
  assert.deepEqual([stage(), facts()['arrivedInTime']], ['acting', true])
  game.until('2026-06-08 16:00')
  game.does('transport', 'report', id, { report: '已围挡塌陷处，待水务修复管道后回填' })
  assert.equal(stage(), 'reported')
  assert.deepEqual(news(), ['coming', 'arrived', 'reported'], 'the summons hears of each')
  game.does('townLead', 'rate', conclude(game, id), { rating: 5 })
  assert.deepEqual([stage(), game.counts['called'], game.counts['answeredInTime'], game.counts['arrivedInTime'], game.counts['solved'], game.counts['ratingSum']], ['closed', 1, 1, 1, 1, 5])
  assert.deepEqual(game.precedents.map(row => row['state']), ['answering', 'attending', 'acting', 'reported', 'rating', 'closed'])
})

/** The summons was concluded: the platform moves its calls. */
const conclude = (game: ReturnType<typeof called>['game'], id: string, ending = 'solved'): string => {
  game.platform('conclude', id, { ending })
  return id
}

test('silence goes to the county, again and again until it is answered', () => {
  const { game, id, names, stage } = called()
  names()
  game.until('2026-06-08 11:00')
  assert.deepEqual(names(), ['colleague', 'countyDispatcher', 'countyLead', 'handler', 'roads', 'townLead', 'transport'])
  game.until('2026-06-08 13:30')
  assert.equal(names().filter(one => one === 'countyLead').length, 2, 'every hour')
  game.does('countyLead', 'urge', id, { order: '交通局立即派人到场' })
  assert.deepEqual(names(), ['colleague', 'handler', 'roads', 'townLead', 'transport'])
  game.does('transport', 'answer', id, { answer: 'coming' })
  names()
  assert.deepEqual([game.matter(id).facts['answeredInTime'], game.counts['answeredInTime'], game.due(id, 'escalation')], [false, undefined, undefined])
  game.until('2026-06-08 15:29')
  assert.deepEqual([names(), stage()], [[], 'attending'], 'answered, its own limit runs')
  game.until('2026-06-08 15:30')
  assert.ok(names().includes('countyLead'), 'not there in time either')
})

test('who is not needed is let off with a reason; the township insists where a department says that it is not theirs, and the county rules', () => {
  const { game, id, stage, names, news } = called({ grade: 'serious' })
  assert.equal(game.due(id), '2026-06-08 14:00')
  assert.deepEqual(game.refused('transport', 'answer', id, { answer: 'notOurs' }).faults?.map(one => one.fact), ['whyNot'])
  game.does('transport', 'answer', id, { answer: 'notOurs', whyNot: '该路段为村道，不属县道养护范围' })
  assert.deepEqual([stage(), game.matter(id).holder, news()], ['disputed', { office: '630202001/gov' }, ['notOurs']])
  names()
  game.until('2026-06-08 14:00')
  assert.ok(names().includes('townLead'), 'the township owes its word as well')
  game.does('handler', 'insist', id, { insistReason: '塌陷处位于县道路基范围' })
  assert.deepEqual([stage(), game.matter(id).holder], ['attending', { office: '630202/transport' }])
  assert.ok(names().includes('countyLead'))
  assert.deepEqual(game.refused('countyLead', 'release', id).faults?.map(one => one.fact), ['releaseReason'])
  game.does('countyLead', 'release', id, { releaseReason: '经县裁定由水务局处置' })
  assert.deepEqual([stage(), game.counts['released'], game.counts['arrived']], ['released', 1, undefined])
  assert.ok(names().includes('handler'), 'the township is told of the ruling')
  const straight = called()
  straight.game.does('townLead', 'release', straight.id, { releaseReason: '现场已处置，不再需要' })
  assert.equal(straight.stage(), 'released')
  assert.equal(game.refused('transport', 'report', id, { report: '已到现场查看' }).code, 'closed')
})

test('“arrived” is stated: not ahead of now, not before the call; taken back it buys no time; a township may state it too', () => {
  const { game, id, stage, facts } = called({ grade: 'ordinary' })
  assert.equal(game.due(id), '2026-06-09 18:00')
  for (const at of ['2026-06-08 10:30', '2026-06-08 09:30']) assert.deepEqual(game.refused('transport', 'arrive', id, there(at)).faults?.map(one => one.fact), ['arrivedAt'])
  game.until('2026-06-08 11:00')
  game.does('transport', 'answer', id, { answer: 'coming' })
  const due = game.due(id)
  assert.equal(due, '2026-06-11 18:00')
  game.until('2026-06-09 09:00')
  game.does('transport', 'arrive', id, there('2026-06-08 16:00'))
  assert.deepEqual([stage(), facts()['arrivedInTime'], game.counts['arrived']], ['acting', true, 1])
  game.does('townLead', 'notThere', id, { notArrivedReason: '现场无人，电话未接' })
  assert.deepEqual([stage(), facts()['arrivedAt'], game.counts['arrived'], game.counts['arrivedInTime'], game.due(id)], ['attending', undefined, 0, 0, due], 'the limit goes on')
  game.until('2026-06-12 09:00')
  game.does('handler', 'arrive', id, there('2026-06-12 08:30'))
  assert.deepEqual([stage(), facts()['arrivedInTime'], game.matter(id).holder], ['acting', false, { office: '630202/transport' }])
  const late = called()
  late.game.until('2026-06-08 11:30')
  late.game.does('transport', 'arrive', late.id, there('2026-06-08 10:50'))
  assert.deepEqual([late.facts()['answeredInTime'], late.facts()['arrivedInTime'], late.game.counts['answered']], [true, true, 1], 'who came without a word has answered by coming')
  late.game.heard()
  late.game.until('2026-06-08 11:40')
  late.game.does('handler', 'notThere', late.id, { notArrivedReason: '现场无人，电话未接' })
  assert.deepEqual([late.stage(), late.facts()['answer'], late.game.counts['answered'], late.game.counts['answeredInTime'], late.game.counts['arrived'], late.game.precedents.at(-1)?.['answered']], ['answering', undefined, 0, 0, 0, null], 'and who did not come has said nothing')
  late.game.until('2026-06-08 11:41')
  assert.ok(late.game.heard().some(one => one.who === 'countyLead'), 'its silence goes to the county again')
})

test('at night whoever is on duty is told, and the line of the office is shown to who called', () => {
  const night = called({}, '2026-06-08 22:00', { phone: '0972-8622345', account: people.urban.account })
  assert.deepEqual([night.facts()['offHours'], night.facts()['dutyPhone'], night.game.due(night.id)], [true, '0972-8622345', '2026-06-08 23:00'])
  assert.deepEqual(night.names(), ['roads', 'transport', 'urban'])
  const nobody = called({}, '2026-06-07 10:00')
  assert.deepEqual([nobody.facts()['offHours'], nobody.names()], [true, ['countyDispatcher', 'countyLead', 'roads', 'transport']], 'nobody on the roster: the county is told at once')
  const day = called({}, undefined, { phone: '0972-8622345', account: people.urban.account })
  assert.deepEqual([day.facts()['offHours'], day.names()], [undefined, ['roads', 'transport']])
})

test('a unit outside the county’s command: the township records its answer, and no figure is kept of it', () => {
  const { game, id, stage, names } = called({ office: null, unit: '国网乐都供电公司', unitPhone: '95598' })
  assert.deepEqual([game.matter(id).holder, names()], [{ office: '630202001/gov' }, []])
  game.does('handler', 'answer', id, { answer: 'coming' })
  game.does('handler', 'arrive', id, there('2026-06-08 10:00'))
  game.does('handler', 'report', id, { report: '供电公司已断开裸露线路' })
  conclude(game, id, 'remains')
  game.does('townLead', 'rate', id, { rating: 1, ratingReason: '到场迟缓，未带工具' })
  assert.deepEqual([stage(), game.counts], ['closed', {}])
  assert.deepEqual(game.toldOther[0]?.input, { news: 'coming', newsUnit: '国网乐都供电公司' })
  assert.equal(game.precedents[0]?.['unit'], '国网乐都供电公司')
})

test('a low rating needs a reason; nobody rates for ever; a summons called off lets all off', () => {
  const { game, id, stage } = called()
  conclude(game, id, 'remains')
  assert.deepEqual([stage(), game.counts['concluded'], game.counts['solved'], game.due(id)], ['rating', 1, undefined, '2026-06-18 23:59'])
  assert.deepEqual(game.refused('townLead', 'rate', id, { rating: 2 }).faults?.map(one => one.fact), ['ratingReason'])
  game.until('2026-06-19 09:00')
  assert.deepEqual([stage(), game.counts['rated']], ['closed', undefined], 'no rating is counted')
  const off = called()
  off.game.platform('callOff', off.id, { releaseReason: '险情已排除' })
  assert.equal(off.stage(), 'released')
})

test('only the township that called says so: its police station does not, nor another department', () => {
  const { game, id } = called()
  const station = { ...people.handler, office: '630202001/police-station' }
  const refused = offers(summonsCall, game.matter(id), 'release', station, instant('2026-06-08 10:10'), law)
  assert.deepEqual([refused?.code, refused?.basis, refused?.remedy !== undefined], ['not-the-township', ['24.2'], true])
  met.refusals.add(refused?.code ?? '')
  assert.equal(game.refused('urban', 'answer', id, { answer: 'coming' }).code, 'not-yours')
  assert.equal(game.refused('otherDispatcher', 'release', id, { releaseReason: '不需要了' }).code, 'not-yours')
  assert.equal(offers(summonsCall, called({ office: '630202001/police-station' }).game.matter(id), 'arrive', station, instant('2026-06-08 10:10'), law), undefined, 'called itself, it says that it is there')
})

test('no fact of it is somebody’s name, phone or position', () => {
  for (const [name, fact] of Object.entries(summonsCall.facts)) assert.ok(!['personName', 'phone', 'point', 'account', 'people'].includes(fact.kind) || name in { erasedWhat: 1 }, name)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(summonsCall.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./summons-call.ts', './call-parts.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults, 'not-the-township'].filter(code => !met.refusals.has(code)), [])
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { met, play } from '../../test/helpers/play.ts'
import { guidance } from './guidance.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const visit = { village: '630202001001', about: '帮助社区健全议事协商', themes: [{ theme: 'deliberation' }, { theme: 'burden', note: '台账太多' }], day: '2026-06-10', visitors: '街道分管负责人、司法所所长' }
const told = { heldOn: '2026-06-10', seen: '列席了一次居民议事会，建议先定议题再开会' }
const lamp = { what: '巷道路灯由谁管', who: '630202/urban-management', by: '2026-06-18' }
const hall = { what: '议事场地不足', who: '630202001/gov', by: '2026-06-16' }

const planned = (from?: string) => {
  const game = play(guidance, from)
  const id = game.opens('handler', visit, 'plan')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

const held = (raised: readonly object[] = [lamp, hall]) => {
  const one = planned()
  one.game.until('2026-06-10 16:00')
  one.game.does('handler', 'hold', one.id, { ...told, raised: raised as never })
  return one
}

test('6.1: a township goes to support a village, and answers for what it raised until the village confirms', () => {
  const { game, id, stage, facts } = planned()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['planned', { office: '630202001/gov' }, '2026-06-15 18:00'], 'recorded within three working days of it')
  assert.deepEqual(game.heard().map(one => one.who), ['committee'])
  assert.deepEqual(game.precedents.at(-1), { county: '630202', matter: id, township: '630202001', village: '630202001001', kind: 'guidance', on: '2026-06-10', state: 'planned' })
  game.until('2026-06-10 16:00')
  game.does('handler', 'hold', id, { ...told, settled: '当场说明了积分兑换办法', raised: [lamp, hall] })
  assert.deepEqual([stage(), game.due(id), game.precedents.at(-1)?.['state']], ['answering', '2026-06-16 23:59', 'held'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'townLead', 'urban'])
  game.does('colleague', 'answer', id, { no: 2, answer: '可以使用街道文化站二楼，周末开放' })
  assert.deepEqual([stage(), game.due(id)], ['answering', '2026-06-18 23:59'], 'the clock is that of the next that is owed')
  game.does('urban', 'answer', id, { no: 1, answer: '由城管局养护，已列入六月检修' })
  assert.deepEqual([stage(), facts()['answers'], game.due(id)], ['confirming', [{ no: 1, answer: '由城管局养护，已列入六月检修', on: '2026-06-10' }, { no: 2, answer: '可以使用街道文化站二楼，周末开放', on: '2026-06-10' }], '2026-06-17 18:00'])
  game.does('committee', 'confirm', id, { help: 'much', comment: '希望每季度来一次' })
  assert.deepEqual([stage(), game.counts], ['closed', { planned: 1, held: 1, raised: 2, answered: 2, answeredInTime: 2, confirmed: 1 }])
})

test('6.1: a village asks for guidance itself; the township plans it, or is reminded', () => {
  const game = play(guidance)
  const { day, visitors: _, ...asked } = visit
  const id = game.opens('committee', asked, 'ask')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder, game.due(id)], ['asked', { office: '630202001/gov' }, '2026-06-15 18:00'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  game.until('2026-06-16 09:00')
  assert.equal(game.heard().length, 3, 'reminded')
  game.does('townLead', 'schedule', id, { day: '2026-06-17' })
  assert.deepEqual([game.matter(id).stage, game.heard().map(one => one.who)], ['planned', ['committee']])
  assert.throws(() => game.opens('otherDispatcher', { ...visit, day }, 'plan'), /not-yours/, 'not by a township that the village does not lie in')
  assert.throws(() => game.opens('gridWorker', asked, 'ask'), /not-yours/)
})

test('it is moved or dropped with a reason, and nobody forgets to record it', () => {
  const { game, id, stage } = planned()
  assert.deepEqual(game.refused('handler', 'move', id, { day: '2026-06-07', moved: '街道有会议' }).faults?.map(one => one.fact), ['day'])
  assert.deepEqual(game.refused('handler', 'move', id, { day: '2026-08-20', moved: '街道有会议' }).faults?.map(one => one.fact), ['day'])
  game.does('handler', 'move', id, { day: '2026-06-12', moved: '社区当天有换届会议' })
  assert.deepEqual([game.due(id), game.precedents.at(-1)?.['on']], ['2026-06-17 18:00', '2026-06-12'])
  game.heard()
  game.until('2026-06-18 09:00')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  game.does('handler', 'drop', id, { dropped: '社区要求改期，重新安排' })
  assert.deepEqual([stage(), game.precedents.at(-1)?.['state']], ['dropped', 'dropped'])
})

test('what is raised is answered by a government office, in reasonable time, and never by a community', () => {
  const { game, id } = planned()
  game.until('2026-06-10 16:00')
  const wrong = [{ ...lamp, who: '630202001002/committee' }, { ...lamp, who: '630203/centre' }, { ...lamp, by: '2026-07-11' }, { ...lamp, by: '2026-06-09' }]
  assert.deepEqual(game.refused('handler', 'hold', id, { ...told, raised: wrong }).faults?.map(one => `${one.row ?? ''} ${one.column ?? ''}`), ['0 who', '1 who', '2 by', '3 by'])
  assert.deepEqual(game.refused('handler', 'hold', id, { ...told, heldOn: '2026-06-11' }).faults?.map(one => one.fact), ['heldOn'])
})

test('an answer is given by who owes it, once, and a late one climbs to the county', () => {
  const { game, id, stage, facts } = held()
  assert.equal(game.refused('urban', 'answer', id, { no: 2, answer: '可以使用文化站' }).code, 'not-your-question')
  assert.deepEqual(game.refused('urban', 'answer', id, { no: 3, answer: '没有这个问题' }).faults?.map(one => one.fact), ['no'])
  game.heard()
  game.until('2026-06-17 00:00')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead', 'townLead', 'urban'])
  game.until('2026-06-19 00:00')
  assert.equal(game.heard().filter(one => one.who === 'countyLead').length, 1)
  // One that is answered while an earlier one is owed leaves the clock of the earlier one alone.
  game.does('urban', 'answer', id, { no: 1, answer: '由城管局养护，已列入六月检修' })
  assert.deepEqual([stage(), game.counts['answeredInTime']], ['answering', undefined], 'a day late')
  game.does('handler', 'answer', id, { no: 2, answer: '可以使用街道文化站二楼' })
  assert.deepEqual([stage(), facts()['escalated'], game.counts['answered'], game.counts['answeredInTime']], ['confirming', undefined, 2, undefined])
})

test('the village finds it unsettled: it is answered once more; its silence closes it and costs it nothing', () => {
  const { game, id, stage } = held([lamp])
  game.does('urban', 'answer', id, { no: 1, answer: '正在研究' })
  assert.deepEqual(game.refused('committee', 'notSettled', id, { unsettled: 2, why: '路灯仍然不亮' }).faults?.map(one => one.fact), ['unsettled'])
  game.heard()
  game.does('committee', 'notSettled', id, { unsettled: 1, why: '没有说什么时候修' })
  assert.deepEqual([stage(), game.due(id)], ['answering', '2026-06-17 23:59'])
  assert.ok(game.heard().some(one => one.who === 'urban'))
  game.does('urban', 'answer', id, { no: 1, answer: '6月20日前修好' })
  assert.equal(game.refused('committee', 'notSettled', id, { unsettled: 1, why: '还是没有修好' }).code, 'answered-again')
  game.until('2026-06-24 00:00')
  assert.deepEqual([stage(), game.counts['confirmed']], ['closed', undefined])
})

test('a visit at which nothing was raised waits for the village alone', () => {
  const { game, id, stage } = planned()
  game.until('2026-06-10 16:00')
  game.does('handler', 'hold', id, told)
  assert.equal(stage(), 'confirming')
  assert.equal(game.refused('committee', 'notSettled', id, { unsettled: 1, why: '路灯不亮' }).code, 'nothing-raised')
  game.does('committee', 'confirm', id)
})

test('23.3: it gives the village nothing to do: it never comes to hold the matter', () => {
  for (const step of Object.values(guidance.steps)) assert.equal('gives' in step, false)
  const { game, id } = held([lamp])
  assert.deepEqual(game.matter(id).parties.filter(party => party.office?.endsWith('/committee')), [])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(guidance.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./guidance.ts', './guidance-answers.ts', '../usual/township-visit.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.equal(new Set(codes).size, 3)
  assert.deepEqual([...codes, ...faults, 'bad-input raised'].filter(code => !met.refusals.has(code)), [])
})

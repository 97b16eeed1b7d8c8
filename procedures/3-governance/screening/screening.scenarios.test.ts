import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { request } from '../../2-foundations/request.ts'
import { dispute } from '../dispute/dispute.ts'
import { screeningFinding } from './finding.ts'
import { screening } from './screening.ts'

const zone = { zone: '东片', township: '630202001', places: ['630202001001', '630202001002'], responsible: people.dispatcher.account, partners: ['630202001/police-station', '630202001/justice-office', '630202001/mediation', '630202001001/committee'], every: 1, until: '2026-12-31' }
const others = [screening, screeningFinding, dispute, request]
const found = { headline: '两户因排水起争执', place: '630202001001', about: 'neighbours', grade: 'ordinary' }

const setUp = () => {
  const game = play(screening, '2026-06-08 10:00', { others })
  return { game, id: game.opens('dispatcher', zone, 'setUp') }
}

test('28.5: a township divides its villages into zones; each has somebody who answers, and its stations, justice office and mediators come along', () => {
  const { game, id } = setUp()
  assert.equal(game.matter(id).stage, 'watched')
  const refused = (more: object) => game.refusedToOpen('dispatcher', { ...zone, ...more }, 'setUp').faults?.map(one => one.fact)
  assert.deepEqual(refused({ places: ['630202101201'] }), ['places'])
  assert.deepEqual(refused({ partners: ['630202/transport'] }), ['partners'])
  assert.deepEqual(refused({ until: '2030-01-01' }), ['until'])
  game.does('dispatcher', 'handOver', id, { responsible: people.dispatcher.account })
  game.does('dispatcher', 'end', id, { why: '并入西片' })
})

test('28.5: walked day by day; one not walked in time shows, and is told again until it is', () => {
  const { game, id } = setUp()
  game.until('2026-06-10 09:00')
  assert.equal(game.matter(id).facts['missed'], 1)
  game.until('2026-06-15 19:00')
  assert.equal(game.matter(id).facts['missed'], 2)
  game.does('handler', 'round', id, { roundOn: '2026-06-15', joined: ['630202001/police-station'] })
  assert.deepEqual([game.matter(id).facts['missed'], game.matter(id).facts['rounds'], game.due(id)], [undefined, 1, '2026-06-16 23:59'])
  assert.equal(game.refused('handler', 'round', id, { roundOn: '2026-06-01' }).code, 'bad-input')
  assert.equal(game.refused('handler', 'round', id, { roundOn: '2026-06-15', findings: [{ ...found, place: '630202101201' }] }).code, 'bad-input')
  assert.equal(game.refused('handler', 'round', id, { roundOn: '2026-06-15', joined: ['630202/transport'] }).code, 'bad-input')
})

test('28.5: what a round finds is shared at once and becomes a dispute, a request or nothing, with the reason', () => {
  const { game, id } = setUp()
  game.heard()
  game.does('handler', 'round', id, { roundOn: '2026-06-08', findings: [found, { ...found, headline: '楼道长期堆物' }, { ...found, headline: '邻里口角已经和好' }] })
  const told = new Set<string>(game.heard().map(one => one.who))
  assert.deepEqual(['police', 'justiceOffice', 'mediator', 'committee', 'dispatcher'].filter(who => !told.has(who)), [])
  const [one, two, three] = game.all('screening-finding').map(matter => matter.id)
  assert.deepEqual(game.refused('dispatcher', 'toDispute', one ?? '').faults?.map(fault => fault.fact), ['reason'])
  game.does('dispatcher', 'toDispute', one ?? '', { reason: '双方争执未平息，需要调解' })
  const [began] = game.all('dispute')
  assert.deepEqual([began?.stage, began?.facts['source'], began?.facts['headline']], ['registered', 'found', found.headline])
  assert.equal(game.refused('dispatcher', 'accept', began?.id ?? '', { danger: 'none' }).code, 'bad-input', 'who quarrels is written down when it is accepted')
  game.does('dispatcher', 'accept', began?.id ?? '', { danger: 'none', sides: [{ role: 'applicant', name: '甲', nature: 'person' }, { role: 'respondent', name: '乙', nature: 'person' }], story: '排水沟堵塞' })
  assert.equal(game.refused('dispatcher', 'setAside', two ?? '', {}).code, 'bad-input')
  game.does('dispatcher', 'toRequest', two ?? '', { reason: '属于环境卫生诉求' })
  game.does('dispatcher', 'setAside', three ?? '', { reason: '双方已经和好，没有争议' })
  assert.equal(game.all('request').length, 1)
  assert.equal(game.counts['inTime'], 3)
})

test('28.5: what may get worse goes up to the county and comes back with its advice; what may end in a case is told there at once', () => {
  const game = play(screeningFinding, '2026-06-08 10:00', { others })
  const ordinary = game.opens('gridWorker', found, 'find')
  assert.equal(game.refused('dispatcher', 'reportUp', ordinary, { reason: '想请县里看看' }).code, 'settle-here')
  game.heard()
  const grave = game.opens('gridWorker', { ...found, grade: 'grave', detail: '双方纠集多人' }, 'find')
  assert.ok(game.heard().some(one => one.who === 'countyDispatcher'))
  game.does('dispatcher', 'reportUp', grave, { reason: '涉及多个乡镇，请协调' })
  assert.equal(game.matter(grave).holder?.office, '630202/centre')
  game.does('countyDispatcher', 'advise', grave, { advice: '请派出所到场，先行调解' })
  assert.equal(game.matter(grave).holder?.office, '630202001/centre')
  game.does('dispatcher', 'toDispute', grave, { reason: '双方矛盾可能激化' })
})

test('28.5: late, a finding is told level by level: the county, then the city', () => {
  const game = play(screeningFinding, '2026-06-08 10:00', { others })
  const id = game.opens('committee', { ...found, grade: 'grave' }, 'find')
  game.heard()
  game.until('2026-06-08 14:30')
  assert.ok(game.heard().some(one => one.who === 'countyDispatcher'))
  game.until('2026-06-12 19:00')
  assert.ok(game.heard().some(one => one.who === 'cityDispatcher'))
  game.does('dispatcher', 'setAside', id, { reason: '经核实没有争议' })
  assert.equal(game.counts['inTime'], 0)
})

test('the declarations hold together, and every step is taken', () => {
  for (const one of [screening, screeningFinding]) {
    assert.deepEqual(check(one), [])
    assert.deepEqual(Object.keys(one.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${one.name}.${name}`)), [], one.name)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { dutyRoster } from './duty-roster.ts'
import { outsideUnit } from './outside-unit.ts'

// Monday, 8 June 2026, 10:00.
const night = (day: string) => ({ from: `2026-06-${day}T18:00:00+08:00`, until: `2026-06-${String(Number(day) + 1).padStart(2, '0')}T08:30:00+08:00`, phone: '0972-8622345', who: people.transport.account })
const week = { title: '6 月第 2 周值班表', place: '630202', shifts: [night('08'), night('09')] }

const entered = () => {
  const game = play(dutyRoster, undefined, { loads: { 'working-in': () => [people.transport.account] } })
  return { game, id: game.opens('transport', week, 'enter') }
}

test('24.2: an office enters who answers for it outside its hours; it holds until its last shift, and is changed as a whole', () => {
  const { game, id } = entered()
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['office'], game.due(id, 'end')], ['inForce', '630202/transport', '2026-06-10 08:30'])
  const [row] = game.precedents
  assert.deepEqual([row?.['office'], Array.isArray(row?.['shifts']) && row['shifts'].length], ['630202/transport', 2])
  game.does('transport', 'change', id, { shifts: [night('08'), { from: '2026-06-09T10:00:00.000Z', until: '2026-06-10T00:30:00.000Z', phone: '8622345' }] })
  assert.equal(game.precedents.length, 2)
  game.until('2026-06-10 09:00')
  assert.equal(game.matter(id).stage, 'over')
})

test('the line is the office’s own, shifts lie in order and not too far off, and who is told works there; each cell is named', () => {
  const { game, id } = entered()
  const faults = (shift: object) => game.refused('transport', 'change', id, { shifts: [night('08'), { ...night('09'), ...shift }] }).faults?.filter(one => one.column !== undefined).map(one => [one.row, one.column])
  assert.deepEqual(faults({ phone: '13897221234' }), [[1, 'phone']], 'nobody’s mobile')
  assert.deepEqual(faults({ phone: '138 9722-1234' }), [[1, 'phone']])
  assert.deepEqual(faults({ phone: '值班室' }), [[1, 'phone']])
  assert.deepEqual(faults({ until: '2026-06-09T18:00:00+08:00' }), [[1, 'until']])
  assert.deepEqual(faults({ until: '2026-07-10T08:00:00+08:00' }), [[1, 'until']])
  assert.deepEqual(faults({ who: people.urban.account }), [[1, 'who']])
  assert.throws(() => game.opens('transport', { ...week, place: '630202001' }, 'enter'), /只能登记本单位/)
  assert.equal(game.refused('urban', 'change', id, { shifts: [night('08')] }).code, 'not-yours')
})

test('24.2: a unit outside the county’s command is listed with two fields, and struck off', () => {
  const game = play(outsideUnit)
  const id = game.opens('countyDispatcher', { name: '国网乐都供电公司', county: '630202', phone: '95598' }, 'add')
  assert.deepEqual(game.precedents, [{ county: '630202', matter: id, name: '国网乐都供电公司', phone: '95598' }])
  game.does('countyLead', 'strike', id)
  assert.deepEqual([game.matter(id).stage, game.precedents.at(-1)], ['struck', { county: '630202', name: '国网乐都供电公司' }])
  assert.throws(() => game.opens('transport', { name: '燃气公司', county: '630202' }, 'add'), /not-yours/)
})

test('every step is taken in some scenario', () => {
  for (const one of [dutyRoster, outsideUnit]) assert.deepEqual(Object.keys(one.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [], one.name)
})

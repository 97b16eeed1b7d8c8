import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayYears } from '../../regulation/holidays.ts'
import { makeCalendar } from '../../kernel/calendar.ts'
import { accepted, factsOf, inEffect, registered, wages, type Dispute } from './begin.ts'
import { law } from '../helpers/world.ts'

// Since when a claim runs out, what keeps it, and what both sides are told of it.

const toArbitration = ({ game, id }: Dispute, appliedOn = '2026-06-08'): void => {
  game.does('dispatcher', 'choose', id, { track: 'labourArbitration', body: '630202/human-resources' })
  game.does('resident', 'applied', id, { appliedOn })
}
const told = ({ game }: Dispute, of: RegExp): boolean => game.heard().some(one => of.test(one.words))
const runOut = /limitation (is about to run|has run) out/

test('29.1: who applied in time is not told that the claim has run out: while it is decided nothing runs; not taken up, it counts anew from then', () => {
  const begun = accepted({ ...wages, since: '2025-06-20' })
  const { game, id } = begun
  assert.equal(game.due(id, 'limit-labour'), '2026-06-22 23:59')
  toArbitration(begun)
  assert.deepEqual([game.due(id, 'limit-labour'), game.due(id, 'limit-warning'), factsOf(begun)['interruptions']], [undefined, undefined, [{ on: '2026-06-08', how: 'filed' }]])
  game.heard()
  game.until('2026-06-30 09:00')
  assert.ok(!told(begun, runOut))
  game.does('labourBureau', 'refuseApplication', id, { courseNote: '不属于劳动争议' })
  assert.equal(game.due(id, 'limit-labour'), '2027-06-30 23:59', 'from the end of the proceedings')

  const late = accepted({ ...wages, since: '2025-05-20' })
  toArbitration(late)
  assert.ok(factsOf(late)['passed'], 'applied for too late, it had run out')

  const act = accepted({ about: 'administrative' })
  act.game.does('dispatcher', 'choose', act.id, { track: 'reconsideration', body: '630202/justice' })
  act.game.does('resident', 'applied', act.id, { appliedOn: '2026-06-08' })
  act.game.heard()
  act.game.until('2026-07-10 09:00')
  assert.ok(!told(act, runOut), 'the time to ask for reconsideration was kept')
})

test('29.1: another way than the one that keeps the claim stops nothing; an agreement in effect acknowledges it', () => {
  const begun = accepted({ since: '2023-06-20' })
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'reconciliation' })
  assert.equal(begun.game.due(begun.id, 'limit-civil'), '2026-06-22 23:59')
  const agreed = inEffect('2026-06-08', { since: '2023-06-20' })
  assert.equal(agreed.game.due(agreed.id, 'limit-civil'), '2029-06-08 23:59')
  agreed.game.heard()
  agreed.game.until('2026-06-30 09:00')
  assert.ok(!told(agreed, runOut))
})

test('29.1: interruptions noted out of order count in the order in which they happened', () => {
  const begun = accepted({ ...wages, since: '2025-12-01' })
  const { game, id } = begun
  game.does('dispatcher', 'interrupt', id, { interruption: 'claimed', interruptedOn: '2026-06-01' })
  const due = game.due(id, 'limit-labour')
  game.does('dispatcher', 'interrupt', id, { interruption: 'claimed', interruptedOn: '2026-02-01' })
  assert.deepEqual([due, game.due(id, 'limit-labour')], ['2027-06-01 23:59', '2027-06-01 23:59'])
  const old = accepted({ ...wages, since: '2024-12-01' })
  assert.equal(old.game.refused('dispatcher', 'interrupt', old.id, { interruption: 'claimed', interruptedOn: '2026-02-01' }).code, 'ran-out-before')
  old.game.does('dispatcher', 'interrupt', old.id, { interruption: 'claimed', interruptedOn: '2025-06-03' })
  old.game.does('dispatcher', 'interrupt', old.id, { interruption: 'claimed', interruptedOn: '2026-02-02' })
  assert.equal(old.game.due(old.id, 'limit-labour'), '2027-02-02 23:59')
})

test('29.1: after a suit the claim counts from the end of the proceedings, and not while they last (Civil Code, Art. 195)', () => {
  const begun = accepted({ since: '2024-01-02' })
  const { game, id } = begun
  const filed = { interruption: 'filed', interruptedOn: '2025-03-03' }
  const faults = (more: object) => game.refused('dispatcher', 'interrupt', id, { ...filed, ...more }).faults?.map(one => one.fact)
  assert.deepEqual([faults({ proceedingsEnded: '2025-02-01' }), faults({ proceedingsEnded: '2025-04-01', interruption: 'claimed' })], [['proceedingsEnded'], ['proceedingsEnded']])
  game.does('dispatcher', 'interrupt', id, { ...filed, proceedingsEnded: '2026-03-09' })
  assert.equal(game.due(id, 'limit-civil'), '2029-03-09 23:59')
  game.does('dispatcher', 'interrupt', id, { interruption: 'filed', interruptedOn: '2026-05-06' })
  assert.equal(game.due(id, 'limit-civil'), undefined)
})

test('29.1: registered with twenty days left, both are warned at once and once', () => {
  const begun = registered({ ...wages, since: '2025-06-28' })
  const { game, id } = begun
  game.heard()
  game.until('2026-06-08 10:05')
  assert.ok(told(begun, /about to run out/))
  game.does('dispatcher', 'accept', id, { danger: 'none' })
  game.until('2026-06-08 11:00')
  assert.ok(!told(begun, /about to run out/), 'nothing changed')
})

test('29.1: of unpaid wages the one year counts from the end of the employment, and not while it lasts (Labour Dispute Mediation and Arbitration Law, Art. 27)', () => {
  const due = (more: object) => { const { game, id } = accepted({ ...wages, since: '2025-06-20', ...more }); return game.due(id, 'limit-labour') }
  assert.deepEqual([due({}), due({ employed: true }), due({ employmentEnded: '2026-04-30' })], ['2026-06-22 23:59', undefined, '2027-04-30 23:59'])
  assert.equal(due({ about: 'labour' }), '2026-06-22 23:59')
  const begun = accepted({ ...wages, employed: true })
  const { game, id } = begun
  const faults = (more: object) => game.refused('dispatcher', 'noteSince', id, { since: '2026-03-31', ...more }).faults?.map(one => one.fact)
  assert.deepEqual([faults({ employed: true, employmentEnded: '2026-05-01' }), faults({ employmentEnded: '2027-05-01' })], [['employmentEnded'], ['employmentEnded']])
  game.does('dispatcher', 'noteSince', id, { since: '2026-03-31', employmentEnded: '2026-05-29' })
  assert.deepEqual([game.due(id, 'limit-labour'), factsOf(begun)['employed']], ['2027-05-31 23:59', undefined])
  assert.deepEqual(accepted().game.refused('dispatcher', 'noteSince', id, { since: '2026-03-31', employed: true }).faults?.map(one => one.fact), ['employed'])
})

test('29.1: a limitation that ends in a year without published holidays says so, and is counted again from its first day', () => {
  const { game, id } = accepted({ since: '2026-05-01' })
  const before = game.matter(id).clocks['limit-civil']
  assert.deepEqual([before?.started, before?.period, before?.provisional, before?.last], ['2026-04-30T16:00:00.000Z', { amount: 36, unit: 'months' }, true, '2029-05-01'])
  const holidays = ['2029-05-01', '2029-05-02', '2029-05-03', '2029-05-04', '2029-05-05', '2029-05-06', '2029-05-07']
  game.published({ ...law, calendar: makeCalendar([...holidayYears, { year: 2029, holidays, workdays: [] }]) })
  game.platform('recount', id)
  assert.deepEqual([game.due(id, 'limit-civil'), game.matter(id).clocks['limit-civil']?.provisional], ['2029-05-08 23:59', false])
})

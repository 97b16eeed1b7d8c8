import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCalendar } from '../../kernel/calendar.ts'
import { decide, offers } from '../../kernel/decide.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { holidayYears } from '../../regulation/holidays.ts'
import { instant, play } from '../helpers/play.ts'
import { law, people } from '../helpers/world.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { township, lamp, until, powerCut, names } from './until.ts'

// When a request is due, what stops its clock and what never heals a lateness.

test('21.4: each stage has its time, and handling has that of its category from acceptance on', () => {
  const { game, id } = until('triage')
  assert.equal(game.due(id), '2026-06-09 11:00', 'eight working hours to dispatch')
  game.does('dispatcher', 'dispatch', id, { category: 'waste', office: township })
  assert.equal(game.due(id), '2026-06-09 18:00', 'one working day to accept')
  game.until('2026-06-09 09:30')
  game.does('handler', 'accept', id)
  assert.equal(game.due(id), '2026-06-10 10:30', 'eight working hours for waste')
  assert.equal(game.matter(id).clocks['stage']?.source.words.en, 'test', 'and it says where that limit stands')
})

test('21.4: a category without its own limit is handled within five working days, Dragon Boat Festival not counted', () => {
  const { game, id } = until('triage', {}, play(request, '2026-06-17 10:00'))
  game.does('dispatcher', 'dispatch', id, { category: 'neighbours', office: '630202001001/committee' })
  game.does('committee', 'accept', id)
  assert.equal(game.due(id), '2026-06-25 18:00')
})

test('a false “resolved” heals no lateness: found untrue, the matter is late at once, and the next round makes it no more timely', () => {
  const { game, id, facts } = until('handling')
  game.until('2026-06-17 18:00')
  assert.deepEqual([facts()['inTime'], game.counts['due'], game.counts['onTime']], [false, 1, undefined], 'late is due, closed or not')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: false })
  game.heard()
  game.until('2026-06-17 18:01')
  assert.equal(game.matter(id).clocks['stage']?.fired, true)
  assert.ok(names(game.heard()).includes('townLead'))
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '这次真的换了' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  assert.deepEqual([facts()['inTime'], game.counts], [false, { reported: 1, due: 1, fixed: 1 }], 'counted once')
})

test('48: what is never closed is due all the same, once, as soon as its time has run out; what is resolved in time and late confirmed is in time', () => {
  const { game } = until('handling')
  game.until('2026-07-31 10:00')
  assert.deepEqual(game.counts, { reported: 1, due: 1 }, 'however often it climbed')
  const fair = until('handling')
  fair.game.does('handler', 'resolve', fair.id, { outcome: 'fixed', result: '已更换灯泡' })
  fair.game.until('2026-07-31 10:00')
  assert.deepEqual(fair.game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1 })
  const mine = until('handling')
  mine.game.until('2026-06-17 18:00')
  mine.game.does('resident', 'withdraw', mine.id)
  assert.deepEqual(mine.game.counts, { reported: 1, due: 1, withdrawn: 1 }, 'to withdraw it heals nothing')
})

test('a date that has passed is missed, also where the clock has not come round to it yet', () => {
  const { game, id } = until('handling')
  const matter = game.matter(id)
  const event = decide({
    procedure: request, matter, step: 'resolve', input: { outcome: 'fixed', result: '已更换灯泡' }, actor: people.handler, now: instant('2026-06-17 18:01'), law, needs: {},
  })
  assert.ok(!isRefusal(event) && matter.clocks['stage']?.fired === undefined)
  assert.deepEqual([event.outcome.set?.['inTime'], event.outcome.counts], [false, { due: 1 }])
  assert.equal(offers(request, matter, 'stop', people.handler, instant('2026-06-17 18:01'), law)?.code, 'no-running-clock')
  assert.equal(offers(request, matter, 'askExtension', people.handler, instant('2026-06-17 18:01'), law)?.code, 'too-late')
})

test('25.3: what the resident finds unsettled has a limit of its own, never a longer one, and a late first round is not forgotten', () => {
  const { game, id, facts } = until('confirming')
  assert.equal(facts()['inTime'], true)
  game.does('resident', 'reopen', id, { reopenReason: '灯又灭了' })
  assert.deepEqual([game.due(id), facts()['inTime']], ['2026-06-11 18:00', undefined], 'three working days')
  game.until('2026-06-11 18:00')
  assert.deepEqual([facts()['inTime'], game.counts['due']], [false, 1])

  const waste = play(request)
  const smell = waste.opens('resident', lamp)
  waste.does('dispatcher', 'dispatch', smell, { category: 'waste', office: township })
  waste.does('handler', 'accept', smell)
  waste.until('2026-06-09 12:00')
  waste.does('handler', 'resolve', smell, { outcome: 'fixed', result: '垃圾已清运' })
  waste.does('gridWorker', 'verify', smell, { verified: true })
  waste.does('resident', 'reopen', smell, { reopenReason: '没清干净' })
  assert.equal(waste.due(smell), '2026-06-10 15:30', 'eight working hours, as at first')
  waste.does('handler', 'resolve', smell, { outcome: 'fixed', result: '垃圾已清运' })
  waste.does('gridWorker', 'verify', smell, { verified: true })
  waste.does('resident', 'confirm', smell)
  assert.deepEqual(waste.counts, { reported: 1, reopened: 1, due: 1, fixed: 1 })
})

test('25.3: a resident urges once a day, and no comment starts a clock afresh', () => {
  const { game, id } = until('handling')
  const clocks = game.matter(id).clocks
  game.heard()
  game.does('resident', 'urge', id, { urging: '请尽快' })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  game.until('2026-06-08 23:59')
  const refused = game.refused('resident', 'urge', id)
  assert.equal(refused.code, 'too-soon')
  assert.match(refused.remedy?.zh ?? '', /2026-06-09/)
  game.until('2026-06-09 00:00')
  game.does('resident', 'urge', id)
  game.does('resident', 'supplement', id, { supplement: '在小学门口' })
  game.does('handler', 'note', id, { progress: '已下单采购灯泡' })
  game.does('handler', 'assign', id, { colleague: people.colleague.account })
  assert.deepEqual(game.matter(id).clocks, clocks)
  assert.equal(game.matter(id).holder?.account, people.colleague.account)
})

test('an extension is decided by another than who asked, one at a time, for the work alone, and it does not outlive its stage', () => {
  const ask = { extraDays: 5, extensionGrounds: '配件需从西宁调运' }
  const { game, id, facts } = until('handling')
  game.does('townLead', 'askExtension', id, ask)
  assert.deepEqual([game.refused('handler', 'askExtension', id, { ...ask, extraDays: 30 }).code, facts()['extraDays']], ['already-asked', 5])
  assert.equal(game.refused('townLead', 'grantExtension', id).code, 'two-people')
  assert.equal(game.refused('townLead', 'refuseExtension', id, { extensionAnswer: '不同意' }).code, 'two-people')
  assert.equal(offers(request, game.matter(id), 'grantExtension', { ...people.countyLead, account: people.townLead.account }, instant('2026-06-08 10:00'), law)?.code, 'two-people', 'nor from another post')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.deepEqual([facts()['extraDays'], facts()['extensionBy']], [undefined, undefined])
  assert.equal(game.refused('countyLead', 'grantExtension', id).code, 'wrong-stage')
  game.does('gridWorker', 'verify', id, { verified: false })
  assert.equal(game.refused('countyLead', 'grantExtension', id).code, 'nothing-open', 'asked for before it was resolved, it is granted no more')
  for (const stage of ['triage', 'accepting', 'verifying', 'confirming'] as const) {
    const other = until(stage)
    const who = stage === 'triage' ? 'dispatcher' : 'handler'
    for (const step of ['askExtension', 'stop']) assert.equal(other.game.refused(who, step, other.id, ask).code, 'wrong-stage', `${step} in ${stage}`)
  }
})

test('21.4: the limit is extended once, before it has passed, with approval from above', () => {
  const { game, id } = until('handling')
  const ask = { extraDays: 5, extensionGrounds: '配件需从西宁调运' }
  assert.equal(game.due(id), '2026-06-17 18:00')
  assert.equal(game.refused('townLead', 'grantExtension', id).code, 'nothing-open')
  assert.equal(game.refused('townLead', 'refuseExtension', id, { extensionAnswer: '不同意' }).code, 'nothing-open')
  game.does('handler', 'askExtension', id, ask)
  assert.equal(game.due(id), '2026-06-17 18:00', 'asking moves nothing')
  assert.equal(game.refused('handler', 'grantExtension', id).code, 'not-yours')
  game.does('townLead', 'refuseExtension', id, { extensionAnswer: '请先调用库存' })
  game.does('handler', 'askExtension', id, ask)
  game.does('countyLead', 'grantExtension', id)
  assert.equal(game.due(id), '2026-06-25 18:00', 'five working days behind the date it had')
  assert.equal(game.refused('handler', 'askExtension', id, ask).code, 'once-only')

  const late = until('handling')
  late.game.does('handler', 'askExtension', late.id, ask)
  late.game.until('2026-06-17 18:01')
  assert.equal(late.game.refused('handler', 'askExtension', late.id, ask).code, 'too-late')
  assert.equal(late.game.refused('townLead', 'grantExtension', late.id).code, 'too-late', 'a missed date is not healed afterwards')
})

test('21.4: a clock stopped on stated grounds goes on with what was left', () => {
  const { game, id } = until('handling')
  assert.equal(game.refused('handler', 'resume', id).code, 'nothing-open')
  assert.deepEqual(game.refused('handler', 'stop', id, { stopGrounds: '忙', stopNote: '忙' }).faults?.map(f => f.fact), ['stopGrounds', 'stopNote'], 'one of those listed, and said in full')
  game.until('2026-06-10 10:00')
  game.heard()
  game.does('handler', 'stop', id, powerCut)
  assert.deepEqual(names(game.heard()), ['resident'])
  assert.equal(game.matter(id).clocks['stage']?.stopped?.grounds, '须先履行招标、审批、公示等程序')
  assert.equal(game.refused('handler', 'stop', id, powerCut).code, 'no-running-clock')
  game.until('2026-06-24 10:00')
  game.does('handler', 'resume', id)
  assert.equal(game.due(id), '2026-07-01 18:00', 'nine working days passed while it stood still')
  assert.equal(game.matter(id).clocks['pause'], undefined)
  game.does('handler', 'stop', id, powerCut)
  game.does('handler', 'resume', id)
  const third = game.refused('handler', 'stop', id, powerCut)
  assert.deepEqual([third.code, third.basis], ['stopped-enough', []])
  assert.match(third.why.en, /2 time/, 'twice, by rule data')
  assert.ok(third.remedy)
})

test('21.4: the longest stop ends by itself, and a stop ends with its stage', () => {
  const { game, id } = until('handling')
  game.does('handler', 'stop', id, powerCut)
  assert.equal(game.due(id, 'pause'), '2026-07-07 18:00', 'twenty working days')
  game.until('2026-07-07 17:59')
  assert.ok(game.matter(id).clocks['stage']?.stopped)
  game.until('2026-07-07 18:00')
  assert.equal(game.matter(id).clocks['stage']?.stopped, undefined)
  assert.equal(game.due(id), '2026-07-16 18:00')

  const other = until('handling')
  other.game.does('handler', 'stop', other.id, powerCut)
  other.game.does('handler', 'resolve', other.id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.deepEqual(Object.keys(other.game.matter(other.id).clocks), ['stage', 'handling'])

  const late = until('handling')
  late.game.until('2026-06-18 10:00')
  assert.equal(late.game.refused('handler', 'stop', late.id, powerCut).code, 'no-running-clock')
})

test('48: nobody verifies, nobody answers, nobody rates: the clock carries it to the end and says so', () => {
  const { game, id, facts } = until('verifying')
  game.until('2026-06-10 18:00')
  assert.deepEqual([game.matter(id).stage, facts()['verified']], ['confirming', false])
  game.until('2026-06-15 23:59')
  assert.equal(game.matter(id).stage, 'confirming', 'five days to confirm, to the end of the last')
  game.until('2026-06-16 00:00')
  assert.deepEqual([game.matter(id).stage, facts()['confirmed']], ['closed', 'unanswered'])
  assert.equal(game.refused('resident', 'confirm', id).code, 'wrong-stage')
  game.until('2026-07-02 00:00')
  assert.equal(game.matter(id).stage, 'finished')
  assert.equal(game.refused('resident', 'urge', id).code, 'closed')
  assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1 })
})

test('what is settled on the spot after its date was not in time', () => {
  const { game, id } = until('triage')
  game.until('2026-06-09 12:00')
  game.does('committee', 'settle', id, { result: '现场接好了线路' })
  game.does('resident', 'confirm', id)
  assert.deepEqual(game.counts, { reported: 1, due: 1, fixed: 1 })
})

test('a year’s holidays are published, and the platform counts the provisional date again', () => {
  const { game, id } = until('triage', {}, play(request, '2026-12-31 10:00'))
  assert.equal(game.matter(id).clocks['stage']?.provisional, true)
  const invented = { year: 2027, holidays: ['2027-01-01', '2027-01-04', '2027-01-05'], workdays: [] }
  game.published({ ...law, calendar: makeCalendar([...holidayYears, invented]) })
  game.platform('recount', id)
  assert.deepEqual([game.due(id), game.matter(id).clocks['stage']?.provisional], ['2027-01-06 11:00', false])
})

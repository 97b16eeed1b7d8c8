import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { makeCalendar } from '../../kernel/calendar.ts'
import { decide, offers } from '../../kernel/decide.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { holidayYears } from '../../regulation/holidays.ts'
import { instant, met, play, type Play } from '../../test/helpers/play.ts'
import { law, people, type Name } from '../../test/helpers/world.ts'
import { request } from './request.ts'

// Monday, 8 June 2026, 10:00. Offices work 08:30–12:00 and 14:30–18:00; Friday the 19th is Dragon Boat Festival.
const village = '630202001001'
const township = '630202001/gov'
const lamp = { text: '村口路灯不亮，晚上看不见路', place: village }

/** A play that has come to a stage by the usual way. */
const until = (stage: 'triage' | 'accepting' | 'handling' | 'verifying' | 'confirming' | 'closed', more: object = {}, game: Play = play(request)) => {
  const id = game.opens('resident', { ...lamp, ...more })
  const way: readonly (readonly [stage: string, who: Name, step: string, input?: object])[] = [
    ['accepting', 'dispatcher', 'dispatch', { category: 'road-damage', office: township }],
    ['handling', 'handler', 'accept'],
    ['verifying', 'handler', 'resolve', { outcome: 'fixed', result: '已更换灯泡' }],
    ['confirming', 'gridWorker', 'verify', { verified: true }],
    ['closed', 'resident', 'confirm'],
  ]
  for (const [reaches, who, step, input] of way) {
    if (game.matter(id).stage === stage) break
    game.does(who, step, id, { ...input })
    assert.equal(game.matter(id).stage, reaches)
  }
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

const powerCut = { stopGrounds: 'formalities', stopNote: '等待供电公司停电计划' }

const names = (told: readonly { readonly who: Name }[]): readonly Name[] => told.map(one => one.who).toSorted()

test('21.4: a report is dispatched, accepted, handled, verified, confirmed and rated, and at each step those it concerns are told', () => {
  const game = play(request)
  const id = game.opens('resident', lamp)
  assert.deepEqual(names(game.heard()), ['dispatcher'])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'resident', 'townLead'])
  game.does('handler', 'accept', id)
  assert.deepEqual(names(game.heard()), ['resident'])
  game.does('handler', 'note', id, { progress: '已联系电工' })
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.deepEqual(names(game.heard()), ['committee', 'gridWorker'])
  game.does('gridWorker', 'verify', id, { verified: true, verifyNote: '灯已亮' })
  assert.deepEqual(names(game.heard()), ['resident'])
  game.does('resident', 'confirm', id)
  game.does('resident', 'rate', id, { rating: 5 })
  assert.equal(game.matter(id).stage, 'finished')
  assert.deepEqual(game.matter(id).clocks, {}, 'what is finished has no clock')
  assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1, rated: 1, satisfied: 1 })
})

test('25.3: residents, grid workers, the village, the hotline and dispatchers may report; deputies and auditors may not', () => {
  for (const who of ['resident', 'gridWorker', 'committee', 'hotline', 'dispatcher'] as const) {
    const game = play(request)
    assert.equal(game.matter(game.opens(who, lamp)).stage, 'triage', who)
  }
  for (const who of ['deputy', 'auditor', 'handler'] as const) assert.throws(() => play(request).opens(who, lamp), /not-yours/, who)
})

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

test('21.2: an office that does not answer for the place is not chosen, whether to handle, to rule or to help', () => {
  const { game, id } = until('triage')
  for (const office of ['630203/centre', '630202001002/committee', '630202101/gov']) {
    const refused = game.refused('dispatcher', 'dispatch', id, { category: 'neighbours', office })
    assert.equal(refused.code, 'other-place', office)
    assert.deepEqual(refused.basis, ['21.2'])
  }
  game.does('dispatcher', 'dispatch', id, { category: 'neighbours', office: '630202/transport' })
  game.does('transport', 'accept', id)
  assert.equal(game.refused('transport', 'coHandle', id, { coHandlers: [township, '630203/centre'] }).code, 'other-place')
})

test('23.3 and 50.2: an office’s own duty is not passed down to a village committee, the community’s own affairs are', () => {
  const { game, id } = until('triage')
  const refused = game.refused('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001001/committee' })
  assert.deepEqual([refused.code, refused.basis], ['not-the-community’s', ['23.3', '50.2']])
  assert.ok(refused.remedy)
  game.does('dispatcher', 'dispatch', id, { category: 'neighbours', office: '630202001001/committee' })
  assert.equal(game.matter(id).holder?.office, '630202001001/committee')

  const other = until('handling')
  assert.deepEqual(other.game.refused('handler', 'coHandle', other.id, { coHandlers: ['630202001001/committee'] }).basis, ['23.3', '50.2'])
  const third = until('triage')
  third.game.does('dispatcher', 'dispatch', third.id, { category: 'neighbours', office: township })
  third.game.does('handler', 'accept', third.id)
  third.game.does('handler', 'coHandle', third.id, { coHandlers: ['630202001001/committee'] })
  assert.deepEqual(names(third.game.heard().filter(one => one.words === 'Your help is asked')), ['committee', 'gridWorker'])
  third.game.does('committee', 'note', third.id, { progress: '已到两家劝说' })
})

test('an office where nobody could accept is given nothing, to handle, to rule on or to help', () => {
  const { game, id } = until('triage')
  for (const office of ['6302/congress', '6302/audit', '630202/audit', '630202101/gov']) {
    const place = office === '630202101/gov' ? game.opens('resident', { ...lamp, place: '630202101201' }) : id
    const who = place === id ? 'dispatcher' : 'otherDispatcher'
    const refused = game.refused(who, 'dispatch', place, { category: 'road-damage', office })
    assert.deepEqual([refused.code, refused.faults?.map(f => f.fact)], ['nobody-there', ['office']], office)
    assert.ok(refused.remedy)
  }
  const other = until('handling')
  assert.deepEqual(other.game.refused('handler', 'coHandle', other.id, { coHandlers: ['630202/transport', '630202/audit'] }).faults?.map(f => f.fact), ['coHandlers'])
})

test('21.1: who dispatched, or those above, take a matter back and dispatch it anew; its holder and others do not', () => {
  const { game, id, stage } = until('accepting')
  const why = { recallReason: '该单位不承担此项职责' }
  assert.deepEqual(game.refused('dispatcher', 'recall', id).faults?.map(f => f.fact), ['recallReason'])
  assert.equal(game.refused('townLead', 'recall', id, why).code, 'not-yours-to-recall', 'whom it was given to returns it, and says by which clause')
  game.heard()
  game.does('dispatcher', 'recall', id, why)
  assert.deepEqual([stage(), game.matter(id).holder?.office], ['triage', '630202001/centre'])
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202/transport' })
  assert.equal(game.refused('townLead', 'recall', id, why).code, 'not-yours-to-recall', 'beside the centre is not above it')
  game.does('countyLead', 'recall', id, why)
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202/lead' })
  assert.equal(game.refused('countyLead', 'recall', id, why).code, 'not-yours-to-recall', 'nor does who is given it from below take it back')
  game.does('dispatcher', 'recall', id, why)
  assert.equal(game.matter(id).holder?.office, '630202001/centre')
  game.does('dispatcher', 'handUp', id, { handUpReason: '需县级协调办理' })
  game.does('countyDispatcher', 'dispatch', id, { category: 'road-damage', office: '630202/transport' })
  assert.equal(game.refused('dispatcher', 'recall', id, why).code, 'not-yours-to-recall', 'what the county dispatched the township leaves')
  game.does('transport', 'accept', id)
  assert.equal(game.refused('countyDispatcher', 'recall', id, why).code, 'wrong-stage')
})

test('23.3: another category is given with a reason, and alone opens no way to a community', () => {
  const committee = '630202001001/committee'
  const { game, id, facts } = until('triage', { category: 'road-damage' })
  assert.deepEqual(game.refused('dispatcher', 'dispatch', id, { category: 'waste', office: township }).faults?.map(f => f.fact), ['categoryReason'])
  const relabelled = { category: 'neighbours', categoryReason: '实为邻里通道纠纷', office: committee }
  const refused = game.refused('dispatcher', 'dispatch', id, relabelled)
  assert.deepEqual([refused.code, refused.basis], ['relabelled', ['23.3', '50.2']])
  assert.match(refused.remedy?.zh ?? '', /上报/)

  game.does('dispatcher', 'dispatch', id, { ...relabelled, office: township })
  game.does('dispatcher', 'recall', id, { recallReason: '改由社区办理' })
  assert.equal(game.refused('dispatcher', 'dispatch', id, relabelled).code, 'relabelled', 'nor in two steps')
  game.does('dispatcher', 'dispatch', id, { ...relabelled, office: township })
  game.does('handler', 'accept', id)
  assert.equal(game.refused('handler', 'coHandle', id, { coHandlers: [committee] }).code, 'relabelled', 'nor by asking it to help')

  const other = until('triage', { category: 'road-damage' })
  other.game.does('dispatcher', 'handUp', other.id, { handUpReason: '类别有误，请核定' })
  assert.deepEqual(other.game.refused('countyDispatcher', 'dispatch', other.id, { ...relabelled, categoryReason: '' }).faults?.map(f => f.fact), ['categoryReason'])
  other.game.does('countyDispatcher', 'dispatch', other.id, relabelled)
  assert.equal(other.game.matter(other.id).holder?.office, committee, 'two centres have looked at it')
  assert.equal(facts()['originalCategory'], 'road-damage', 'what the reporter said stays said')
})

test('what was ruled in a life is not carried into the next', () => {
  const back = { returnReason: '不属本单位职责', returnClause: '三定方案', proposedOffice: '630202/transport' }
  const ruled = () => {
    const { game, id, facts } = until('triage')
    for (const who of ['handler', 'colleague'] as const) {
      game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
      game.does(who, 'return', id, back)
    }
    game.does('countyDispatcher', 'rule', id, { office: township, ruling: '村道由街道办理' })
    return { game, id, facts }
  }
  const { game, id, facts } = ruled()
  game.does('handler', 'accept', id)
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  game.does('resident', 'rate', id, { rating: 1 })
  game.does('dispatcher', 'reopenAfterRevisit', id, { revisitNote: '确未修好，重新办理' })
  assert.deepEqual([facts()['ruled'], facts()['returns'], facts()['confirmed']], [undefined, undefined, undefined])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202/transport' })
  game.does('transport', 'return', id, back)
  assert.equal(game.matter(id).stage, 'triage', 'a first return again')

  const apart = ruled()
  apart.game.does('dispatcher', 'join', apart.id, { main: apart.game.opens('neighbour', lamp) })
  apart.game.does('dispatcher', 'unjoin', apart.id)
  assert.deepEqual([apart.facts()['ruled'], apart.facts()['returns'], apart.game.matter(apart.id).holder?.office], [undefined, undefined, '630202/centre'])

  const again = ruled()
  assert.equal(again.game.refused('dispatcher', 'recall', again.id, { recallReason: '不同意裁定' }).code, 'not-yours-to-recall', 'who is ruled over does not take the ruling back')
  again.game.does('countyDispatcher', 'recall', again.id, { recallReason: '裁定有误，重新研究' })
  assert.deepEqual([again.game.matter(again.id).holder?.office, again.facts()['ruled'], again.facts()['returns']], ['630202/centre', undefined, 2])
})

test('nobody verifies the work of their own hands or office; what the village handled is for the township centre to look at', () => {
  const { game, id } = until('triage')
  game.does('dispatcher', 'dispatch', id, { category: 'neighbours', office: '630202001001/committee' })
  game.does('committee', 'accept', id)
  game.heard()
  game.does('committee', 'resolve', id, { outcome: 'fixed', result: '两家已说开' })
  assert.deepEqual(names(game.heard()), ['dispatcher'])
  for (const who of ['committee', 'gridWorker'] as const) assert.equal(game.refused(who, 'verify', id, { verified: true }).code, 'own-work', who)
  assert.equal(game.refused('countyDispatcher', 'verify', id, { verified: true }).code, 'not-yours')
  game.does('dispatcher', 'verify', id, { verified: true })

  const other = until('verifying')
  const twoPosts = { ...people.gridWorker, account: people.handler.account }
  assert.equal(offers(request, other.game.matter(other.id), 'verify', twoPosts, instant('2026-06-08 10:00'), law)?.code, 'own-work', 'nor from another post')
})

test('48: only residents say whether residents are satisfied: what was reported in a post ends without a rating', () => {
  for (const who of ['gridWorker', 'committee', 'hotline', 'dispatcher'] as const) {
    const game = play(request)
    const id = game.opens(who, lamp)
    game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
    game.does('handler', 'accept', id)
    game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
    game.does('gridWorker', 'verify', id, { verified: true })
    game.does(who, 'confirm', id)
    assert.deepEqual([game.matter(id).stage, game.matter(id).facts['confirmed']], ['finished', 'inPost'], who)
    assert.equal(game.refused(who, 'rate', id, { rating: 5 }).code, 'closed')
    assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1 }, 'it was handled, and nobody was satisfied')
  }
  const game = play(request)
  const id = game.opens('gridWorker', lamp)
  game.does('gridWorker', 'settle', id, { result: '现场接好了线路' })
  assert.equal(game.matter(id).facts['verified'], undefined, 'who settled it did not verify it')
  game.until('2026-06-16 00:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['confirmed']], ['finished', 'unanswered'])
})

test('23.3, 50.2: what a dispatcher wrote down alone they do not hand to a community; what somebody told them they do', () => {
  const own = { category: 'neighbours', office: '630202001001/committee' }
  const game = play(request)
  const alone = game.opens('dispatcher', lamp)
  const barred = game.refused('dispatcher', 'dispatch', alone, own)
  assert.deepEqual([barred.code, barred.basis], ['own-task', ['23.3', '50.2']])
  assert.equal(game.matter(alone).stage, 'triage')
  game.does('dispatcher', 'dispatch', alone, { category: 'road-damage', office: township })
  const told = game.opens('dispatcher', { ...lamp, contactName: '王小明', contactPhone: '13897221234' })
  game.does('dispatcher', 'dispatch', told, own)
  const seen = game.opens('gridWorker', lamp)
  game.does('dispatcher', 'dispatch', seen, own)
})

test('what somebody reported as a resident they do not settle from their post', () => {
  const asResident = { ...people.resident, account: people.gridWorker.account }
  const { game, id } = until('triage')
  const own = { ...game.matter(id), parties: [{ role: 'reporter', account: asResident.account }] }
  assert.equal(offers(request, own, 'settle', people.gridWorker, instant('2026-06-08 10:00'), law)?.code, 'own-report')
  const handled = until('handling')
  const mine = { ...handled.game.matter(handled.id), parties: [{ role: 'reporter', account: people.handler.account, hidden: true as const }] }
  assert.equal(offers(request, mine, 'resolve', people.handler, instant('2026-06-08 10:00'), law)?.code, 'own-report', 'hidden or not')
  assert.equal(offers(request, mine, 'resolve', people.colleague, instant('2026-06-08 10:00'), law), undefined)
  met.refusals.add('own-report')
})

test('no step tells a figure in words: figures are dated data', () => {
  const told = Object.values(request.steps as Procedure['steps']).flatMap(step => (step.causes ? [step.causes.zh] : []))
  for (const words of told) assert.doesNotMatch(words, /[一二三四五六七八九十百\d]+个?(工作日|工作小时|天|日)/, words)
})

test('24.2 is the townships’ own: no step that counties and cities take rests on it', () => {
  for (const [name, step] of Object.entries(request.steps as Procedure['steps'])) assert.ok(!step.basis.includes('24.2'), name)
})

test('a dispatch to another office than the routing table names says why', () => {
  const game = play(request, undefined, { route: () => '630202/transport' })
  const id = game.opens('resident', lamp)
  assert.deepEqual(game.refused('dispatcher', 'dispatch', id, { category: 'road-damage', office: township }).faults?.map(f => f.fact), ['dispatchReason'])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township, dispatchReason: '村道由乡镇养护' })
  assert.equal(game.matter(id).facts['route'], 'the routing table', 'the rule that fired is kept')
  const plain = game.opens('resident', lamp)
  game.does('dispatcher', 'dispatch', plain, { category: 'road-damage', office: '630202/transport' })
})

test('21.1: returned twice, a matter goes one level up for a ruling; the ruling holds, and routing shows it next time', () => {
  const game = play(request, undefined, { route: () => township })
  const id = game.opens('resident', lamp)
  const back = { returnReason: '不属本单位职责', returnClause: '三定方案', proposedOffice: '630202/transport' }
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
  game.does('handler', 'return', id, back)
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['triage', '630202001/centre'], 'the first return is dispatched anew')
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
  game.heard()
  game.does('colleague', 'return', id, back)
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['ruling', '630202/centre'], 'the second goes one level up')
  assert.deepEqual(names(game.heard()), ['countyDispatcher'])
  assert.equal(game.refused('dispatcher', 'rule', id, { office: township, ruling: '由街道办理' }).code, 'not-yours')
  assert.equal(game.refused('countyDispatcher', 'rule', id, { office: '630203/centre', ruling: '由街道办理' }).code, 'other-place')
  game.does('countyDispatcher', 'rule', id, { office: township, ruling: '村道由街道办理' })
  const again = game.refused('handler', 'return', id, back)
  assert.deepEqual([again.code, again.basis], ['ruled', []], 'what was ruled is not returned a third time; that is the product’s rule, not an article’s')
  game.does('handler', 'accept', id)
  assert.equal(game.counts['returned'], 2)

  const next = game.opens('neighbour', lamp)
  game.does('dispatcher', 'dispatch', next, { category: 'road-damage', office: township })
  assert.equal(game.matter(next).facts['route'], 'the routing table；村道由街道办理', 'the ruling is a precedent')
})

test('21.1: a centre hands a matter up, once to each level, and at the top there is nowhere to go', () => {
  const { game, id } = until('triage')
  const why = { handUpReason: '需县级协调办理' }
  game.does('dispatcher', 'handUp', id, why)
  assert.equal(game.matter(id).holder?.office, '630202/centre')
  assert.equal(game.refused('dispatcher', 'handUp', id, why).code, 'not-yours', 'who handed it up no longer holds it, nor its clock')
  game.does('countyDispatcher', 'handUp', id, why)
  assert.equal(game.matter(id).holder?.office, '6302/centre')
  assert.equal(game.refused('cityDispatcher', 'handUp', id, why).code, 'at-the-top')
})

test('a matter never ends with a bare “closed”: what cannot be fixed says why, what is not ours says where to turn', () => {
  const { game, id } = until('handling')
  const result = '经现场勘查，无法改造'
  assert.deepEqual(game.refused('handler', 'resolve', id, { outcome: 'cannot', result }).faults?.map(f => f.fact), ['whyNot'])
  assert.deepEqual(game.refused('handler', 'resolve', id, { outcome: 'notOurs', result }).faults?.map(f => f.fact), ['whereTo'])
  assert.deepEqual(game.refused('handler', 'resolve', id, { result }).faults?.map(f => f.fact), ['outcome'])
  const both = game.refused('handler', 'resolve', id, { outcome: 'notOurs', result, whereTo: '供电公司 95598', whyNot: '需产权单位同意' })
  assert.deepEqual(both.faults, [{ fact: 'whyNot', why: words('仅在办理结论为“无法解决”时填写', 'Given only where Outcome is “Cannot be fixed”') }])
  game.does('handler', 'resolve', id, { outcome: 'notOurs', result, whereTo: '供电公司 95598' })
  game.does('committee', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, notOurs: 1, excluded: 1, excludedOnTime: 1 }, 'what is not ours is counted apart')
})

test('what was verified as untrue goes back to whoever handles it, and the limit runs on with what was left', () => {
  const { game, id } = until('handling')
  assert.equal(game.due(id), '2026-06-17 18:00')
  game.until('2026-06-12 10:00')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.ok(game.matter(id).clocks['handling']?.stopped, 'while it is verified the limit stands still')
  game.until('2026-06-15 10:00')
  game.heard()
  game.does('gridWorker', 'verify', id, { verified: false, verifyNote: '灯仍不亮' })
  assert.deepEqual(game.matter(id).holder, { office: township, account: people.handler.account })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  assert.deepEqual([game.due(id), Object.keys(game.matter(id).clocks)], ['2026-06-18 18:00', ['stage']], 'one working day stood still, none was given')
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

test('21.1: a late matter climbs from the township to the county to the city, and stays there', () => {
  const { game, id } = until('accepting')
  game.heard()
  game.until('2026-06-09 18:00')
  assert.deepEqual(names(game.heard()), ['colleague', 'dispatcher', 'handler', 'townLead', 'townLead'])
  assert.equal(game.matter(id).clocks['stage']?.fired, true)
  game.until('2026-06-11 18:00')
  assert.ok(names(game.heard()).includes('countyLead'))
  game.until('2026-06-15 18:00')
  assert.ok(names(game.heard()).includes('cityLead'))
  game.until('2026-06-17 18:00')
  const told = names(game.heard())
  assert.ok(told.includes('cityLead') && told.includes('cityDispatcher') && !told.includes('countyLead'))
  assert.equal(game.matter(id).facts['escalated'], 2)
  assert.equal(game.due(id), '2026-06-09 18:00', 'its date stays the one it missed')
  game.does('handler', 'accept', id)
  assert.deepEqual(Object.keys(game.matter(id).clocks), ['stage'], 'accepted, it climbs no further')
  assert.equal(game.matter(id).facts['escalated'], undefined)
  game.heard()
  game.until('2026-06-29 18:00')
  assert.deepEqual(names(game.heard()), ['colleague', 'dispatcher', 'handler', 'townLead', 'townLead'], 'late again, it climbs from the bottom again')
})

test('an order that climbed and was answered leaves the next lateness to begin at the bottom', () => {
  const { game, id, facts } = until('handling')
  game.does('countyLead', 'supervise', id, { order: '限期办结' })
  game.until('2026-06-10 18:00')
  assert.equal(facts()['escalated'], 1)
  assert.equal(game.counts['due'], undefined, 'an order left unanswered makes no matter late')
  game.does('handler', 'answerOrder', id, { orderAnswer: '灯泡已到货，明日更换' })
  assert.equal(facts()['escalated'], undefined)
})

test('what nobody has been given to climbs too, and so does a ruling that is not made', () => {
  const { game, id } = until('triage')
  game.heard()
  game.until('2026-06-09 11:00')
  assert.deepEqual(names(game.heard()), ['dispatcher', 'dispatcher', 'townLead'])
  assert.equal(game.matter(id).holder?.account, undefined)
})

test('an order from above is owed an answer; left without one it climbs, and answered it climbs no further', () => {
  const { game, id } = until('handling')
  assert.equal(game.refused('handler', 'answerOrder', id, { orderAnswer: '已办' }).code, 'nothing-open')
  assert.equal(game.refused('handler', 'supervise', id, { order: '限期办结' }).code, 'not-yours')
  game.heard()
  game.does('countyLead', 'supervise', id, { order: '限期办结' })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  assert.equal(game.due(id), '2026-06-17 18:00', 'the stage keeps its own date')
  assert.equal(game.refused('countyDispatcher', 'supervise', id, { order: '限期办结' }).code, 'already-supervised')
  game.until('2026-06-10 18:00')
  assert.ok(names(game.heard()).includes('townLead'))
  assert.equal(game.refused('countyDispatcher', 'supervise', id, { order: '限期办结' }).code, 'already-supervised', 'the answer is still owed')
  game.does('handler', 'answerOrder', id, { orderAnswer: '灯泡已到货，明日更换' })
  assert.deepEqual(Object.keys(game.matter(id).clocks), ['stage'])

  const closed = until('handling')
  closed.game.does('countyLead', 'supervise', closed.id, { order: '限期办结' })
  closed.game.does('handler', 'resolve', closed.id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.ok(closed.game.matter(closed.id).clocks['supervision'], 'resolving answers no order')
  closed.game.does('gridWorker', 'verify', closed.id, { verified: true })
  closed.game.does('resident', 'confirm', closed.id)
  assert.deepEqual(Object.keys(closed.game.matter(closed.id).clocks), ['stage'], 'a closed matter is under no order')
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

test('25.3: the resident finds it unsettled, and it goes back to who handled it, or to the centre where it was settled on the spot', () => {
  const { game, id } = until('confirming')
  game.heard()
  game.does('resident', 'reopen', id, { reopenReason: '灯又灭了' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['handling', township])
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  assert.deepEqual(game.counts, { reported: 1, reopened: 1 }, 'nothing is closed that is not confirmed')

  const spot = until('triage')
  spot.game.does('gridWorker', 'settle', spot.id, { result: '现场接好了线路' })
  assert.equal(spot.game.matter(spot.id).facts['inTime'], true)
  spot.game.does('resident', 'reopen', spot.id, { reopenReason: '又断了' })
  assert.deepEqual([spot.game.matter(spot.id).stage, spot.game.matter(spot.id).holder?.office], ['triage', '630202001/centre'])
})

test('what is settled on the spot after its date was not in time', () => {
  const { game, id } = until('triage')
  game.until('2026-06-09 12:00')
  game.does('committee', 'settle', id, { result: '现场接好了线路' })
  game.does('resident', 'confirm', id)
  assert.deepEqual(game.counts, { reported: 1, due: 1, fixed: 1 })
})

test('handled again with another outcome, a matter no longer stands under the old reasons', () => {
  const { game, id, facts } = until('handling')
  game.does('handler', 'resolve', id, { outcome: 'cannot', result: '线路权属不清', whyNot: '需产权单位同意' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'reopen', id, { reopenReason: '产权单位已同意' })
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.equal(facts()['whyNot'], undefined)
})

test('48: rated low, a matter is revisited; who finds it unsettled has it handled again and its counts taken back', () => {
  for (const rating of [3, 4, 5]) {
    const { game, id } = until('closed')
    game.does('resident', 'rate', id, { rating })
    assert.equal(game.matter(id).stage, 'finished', `${rating}`)
  }
  const { game, id } = until('closed')
  game.heard()
  game.does('resident', 'rate', id, { rating: 2, ratingNote: '修得太慢' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['revisiting', '630202001/centre'])
  assert.deepEqual(names(game.heard()), ['dispatcher'])
  game.does('dispatcher', 'reopenAfterRevisit', id, { revisitNote: '确未修好，重新办理' })
  assert.equal(game.matter(id).stage, 'triage')
  assert.deepEqual(game.counts, { reported: 1, due: 0, onTime: 0, fixed: 0, rated: 1, revisited: 1, reopened: 1 })

  const late = until('handling')
  late.game.until('2026-06-18 10:00')
  late.game.does('handler', 'resolve', late.id, { outcome: 'fixed', result: '已更换灯泡' })
  late.game.does('gridWorker', 'verify', late.id, { verified: true })
  late.game.does('resident', 'confirm', late.id)
  late.game.does('resident', 'rate', late.id, { rating: 1 })
  late.game.does('dispatcher', 'reopenAfterRevisit', late.id, { revisitNote: '确未修好，重新办理' })
  assert.deepEqual([late.game.counts['due'], late.game.counts['fixed']], [1, 0], 'what was late stays due')

  const settled = until('closed')
  settled.game.does('resident', 'rate', settled.id, { rating: 1 })
  settled.game.does('committee', 'revisit', settled.id, { revisitNote: '已当面说明并致歉' })
  assert.deepEqual([settled.game.matter(settled.id).stage, settled.game.counts['due']], ['finished', 1])
})

test('25.3: a resident withdraws what is not yet resolved', () => {
  const { game, id } = until('handling')
  game.heard()
  game.does('resident', 'withdraw', id, { withdrawReason: '自己修好了' })
  assert.equal(game.matter(id).stage, 'withdrawn')
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  const late = until('verifying')
  assert.equal(late.game.refused('resident', 'withdraw', late.id).code, 'wrong-stage')
})

test('like requests are handled once, and each reporter keeps their own clock, word and rating', () => {
  const { game, id } = until('handling')
  game.until('2026-06-09 10:00')
  const twin = game.opens('neighbour', { ...lamp, text: '路灯坏了好几天' })
  game.does('dispatcher', 'join', twin, { main: id })
  assert.deepEqual([game.matter(twin).stage, game.due(twin), game.due(id)], ['joined', '2026-06-16 18:00', '2026-06-17 18:00'])
  game.does('handler', 'resolve', id, { outcome: 'cannot', result: '线路权属不清', whyNot: '需产权单位同意' })
  game.heard()
  game.does('gridWorker', 'verify', id, { verified: true })
  assert.deepEqual(names(game.heard()), ['neighbour', 'resident'])
  assert.deepEqual([game.matter(twin).stage, game.matter(twin).facts['whyNot']], ['confirming', '需产权单位同意'], 'the reasons go with the outcome')
  game.does('resident', 'confirm', id)
  game.does('resident', 'rate', id, { rating: 5 })
  assert.equal(game.matter(twin).stage, 'confirming')
  game.does('neighbour', 'reopen', twin, { reopenReason: '仍未修好' })
  assert.deepEqual([game.matter(twin).stage, game.matter(id).stage], ['triage', 'finished'])
})

test('each reporter’s own time is counted once, however often the main matter is handled', () => {
  const { game, id } = until('handling')
  game.until('2026-06-09 10:00')
  const twin = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', twin, { main: id })
  game.until('2026-06-16 18:00')
  assert.deepEqual([game.matter(twin).facts['inTime'], game.matter(id).facts['inTime'], game.counts['due']], [false, undefined, 1], 'the neighbour’s time has run out, the resident’s has not')
  game.until('2026-06-17 10:00')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  game.does('neighbour', 'confirm', twin)
  assert.deepEqual(game.counts, { reported: 2, due: 2, onTime: 1, fixed: 2 })
})

test('what is joined to a matter itself joined, settled on the spot or not verified in time is resolved along with it', () => {
  const { game, id } = until('triage')
  const twin = game.opens('neighbour', lamp)
  const third = game.opens('resident', lamp)
  game.does('dispatcher', 'join', third, { main: twin })
  game.does('dispatcher', 'join', twin, { main: id })
  game.does('gridWorker', 'settle', id, { result: '现场接好了线路' })
  assert.deepEqual([id, twin, third].map(one => game.matter(one).stage), ['confirming', 'confirming', 'confirming'])

  const slow = until('verifying')
  const joined = slow.game.opens('neighbour', lamp)
  slow.game.does('dispatcher', 'join', joined, { main: slow.id })
  slow.game.until('2026-06-10 18:00')
  assert.equal(slow.game.matter(joined).stage, 'confirming')
})

test('a joined matter that has gone its own way no longer follows the other', () => {
  const { game, id } = until('handling')
  const twin = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', twin, { main: id })
  game.does('neighbour', 'withdraw', twin)
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: true })
  assert.deepEqual([game.matter(twin).stage, game.matter(id).stage], ['withdrawn', 'confirming'])
})

test('taken apart, or left alone by a withdrawn main matter, a matter goes back to whoever dispatched it', () => {
  for (const apart of ['unjoin', 'withdraw'] as const) {
    const { game, id } = until('handling')
    const twin = game.opens('neighbour', lamp)
    game.does('dispatcher', 'dispatch', twin, { category: 'road-damage', office: township })
    game.does('dispatcher', 'join', twin, { main: id })
    game.heard()
    if (apart === 'unjoin') game.does('countyDispatcher', 'unjoin', twin)
    else game.does('resident', 'withdraw', id)
    const { stage, holder, links, facts } = game.matter(twin)
    assert.deepEqual([stage, holder?.office, links, facts['main']], ['triage', '630202001/centre', [], undefined], apart)
    assert.ok(names(game.heard()).includes('dispatcher'))
    game.does('dispatcher', 'join', twin, { main: game.opens('resident', lamp) })
  }
})

test('a matter is joined neither to itself, nor to none, nor to one settled or joined', () => {
  const { game, id } = until('confirming')
  const twin = game.opens('neighbour', lamp)
  const open = game.opens('resident', lamp)
  const joined = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', joined, { main: open })
  for (const main of [twin, people.resident.account, id, joined]) {
    assert.deepEqual(game.refused('dispatcher', 'join', twin, { main }).faults?.map(f => f.fact), ['main'])
  }
  assert.deepEqual(game.refused('dispatcher', 'join', twin, { main: 'not an id' }).faults?.map(f => f.fact), ['main'])
})

test('25.3: who reports anonymously is told of everything and seen by nobody, and their name lies apart', () => {
  const { game, id, facts } = until('handling', { anonymous: true, contactName: '王小明', contactPhone: '13897221234' })
  assert.deepEqual(game.matter(id).parties.find(party => party.role === 'reporter')?.hidden, true)
  assert.deepEqual([facts()['contactName'], facts()['contactPhone']], [undefined, undefined], 'what handlers may read holds nothing')
  assert.deepEqual([facts()['keptName'], facts()['keptPhone']], ['***', '***'], 'of what is kept not even a masked form stands there')
  assert.deepEqual(names(game.heard()).filter(name => name === 'resident'), ['resident', 'resident'])
  game.does('resident', 'supplement', id, { supplement: '在小学门口' })
  game.does('resident', 'urge', id)
})

test('a year’s holidays are published, and the platform counts the provisional date again', () => {
  const { game, id } = until('triage', {}, play(request, '2026-12-31 10:00'))
  assert.equal(game.matter(id).clocks['stage']?.provisional, true)
  const invented = { year: 2027, holidays: ['2027-01-01', '2027-01-04', '2027-01-05'], workdays: [] }
  game.published({ ...law, calendar: makeCalendar([...holidayYears, invented]) })
  game.platform('recount', id)
  assert.deepEqual([game.due(id), game.matter(id).clocks['stage']?.provisional], ['2027-01-06 11:00', false])
})

test('whoever does not hold the post is told whose step it is, and what stands at another stage where it can be taken', () => {
  const { game, id } = until('handling')
  const other = game.refused('neighbour', 'urge', id)
  assert.equal(other.code, 'not-yours')
  assert.match(other.why.en, /the reporter/)
  assert.equal(game.refused('resident', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' }).code, 'not-yours')
  const early = game.refused('resident', 'rate', id, { rating: 5 })
  assert.equal(early.code, 'wrong-stage')
  assert.match(early.remedy?.en ?? '', /Closed, to be rated/)
  assert.equal(offers(request, game.matter(id), 'resolve', people.handler, instant('2026-06-08 10:00'), law), undefined)
})

test('every step of the declaration is taken by some scenario', () => {
  assert.deepEqual(Object.keys(request.steps).filter(name => !met.steps.has(name)), [])
})

test('every refusal of the declaration is met in some scenario', () => {
  const said = ['./request.ts', './request/offices.ts', './request/two-people.ts', '../usual/oversight.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\(\s*'([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  const faults = [...said.matchAll(/(?:needFault\('|\{ fact: ')([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.ok(codes.length >= 8 && faults.length >= 5)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import { instant, met, play } from '../helpers/play.ts'
import { law, people } from '../helpers/world.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { township, lamp, until, names } from './until.ts'

// Whose a request is: who may report, dispatch, accept and look at what was done.

test('25.3: residents, grid workers, the village, the hotline and dispatchers may report; deputies and auditors may not', () => {
  for (const who of ['resident', 'gridWorker', 'committee', 'hotline', 'dispatcher'] as const) {
    const game = play(request)
    assert.equal(game.matter(game.opens(who, lamp)).stage, 'triage', who)
  }
  for (const who of ['deputy', 'auditor', 'handler'] as const) assert.throws(() => play(request).opens(who, lamp), /not-yours/, who)
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
  for (const office of ['6302/congress', '6302/audit', '630202/audit', '630202101/police-station']) {
    const place = office === '630202101/police-station' ? game.opens('resident', { ...lamp, place: '630202101201' }) : id
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
  assert.equal(game.refused({ ...people.water, kind: 'lead' }, 'recall', id, why).code, 'not-yours', 'nor does a department of the county, though it stands higher')
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

test('a dispatch to another office than the routing table names says why', () => {
  const game = play(request, undefined, { route: () => '630202/transport' })
  const id = game.opens('resident', lamp)
  assert.deepEqual(game.refused('dispatcher', 'dispatch', id, { category: 'road-damage', office: township }).faults?.map(f => f.fact), ['dispatchReason'])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township, dispatchReason: '村道由乡镇养护' })
  assert.equal(game.matter(id).facts['route'], 'the routing table', 'the rule that fired is kept')
  const plain = game.opens('resident', lamp)
  game.does('dispatcher', 'dispatch', plain, { category: 'road-damage', office: '630202/transport' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { play } from '../helpers/play.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { township, lamp, until, names } from './until.ts'

// What goes one level up: for a ruling, or because it is late.

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

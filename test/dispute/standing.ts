import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf, inEffect, mediation, session, sheet, signs, stageOf, terms, type Dispute } from './begin.ts'

// What was agreed stands until something else takes its place, whichever way the dispute takes meanwhile.

const asks = { court: '630202/court', sheet }
const broken = { performedNote: '到期没有拆除', otherWays: '可以起诉，已确认的可以申请执行' }

const talksAgain = ({ game, id }: Dispute): void => {
  game.does('dispatcher', 'choose', id, { track: 'people', body: mediation })
  for (const seatNumber of [1, 2]) game.does('mediator', 'hearSide', id, { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  game.does('mediator', 'nameMediator', id, { mediator: game.matter(id).parties.find(one => one.role === 'mediator')?.account ?? '', chosenHow: 'chosen' })
  for (const seatNumber of [1, 2]) game.does('mediator', 'tellRights', id, { seatNumber, sheet })
  game.does('mediator', 'holdSession', id, { ...session, heldOn: '2026-06-10' })
}

test('29.3: broken and on another way, the time to ask the court is shown on, and the court asked before still answers', () => {
  const begun = inEffect('2026-06-10')
  const { game, id } = begun
  game.does('mediator', 'breach', id, broken)
  game.does('dispatcher', 'choose', id, { track: 'litigation', body: '630202/court' })
  assert.equal(game.due(id, 'confirmation'), '2026-07-10 23:59')
  game.does('dispatcher', 'askConfirmation', id, asks)
  game.does('resident', 'applied', id, { appliedOn: '2026-06-10' })
  assert.equal(game.due(id, 'court'), '2026-06-15 23:59')
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-10' })
  game.does('dispatcher', 'enforce', id, { enforcedOn: '2026-06-10' })
  assert.equal(stageOf(begun), 'pending')
})

test('29.3: who signed a broken agreement and when is kept', () => {
  const begun = inEffect('2026-06-10')
  const before = factsOf(begun)['seats']
  begun.game.does('mediator', 'breach', begun.id, broken)
  assert.deepEqual(factsOf(begun)['seats'], before)
})

test('29.3: a new text that is never signed by all takes nothing from what the court confirmed, and is not performed in its place', () => {
  const begun = inEffect('2026-06-10')
  const { game, id } = begun
  game.does('mediator', 'askConfirmation', id, asks)
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-10' })
  game.does('mediator', 'breach', id, broken)
  talksAgain(begun)
  game.does('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-10' })
  signs(begun, 'side', '2026-06-10', 1)
  game.until('2026-07-06 09:00')
  assert.equal(stageOf(begun), 'between')
  assert.equal(game.refused('dispatcher', 'resumePerformance', id, { performedNote: '按新文本履行' }).code, 'no-agreement')
  game.does('dispatcher', 'enforce', id, { enforcedOn: '2026-07-06' })
})

test('29.3: another agreement in effect takes the place of the one before, its signatures and what a court was asked of it', () => {
  const begun = inEffect('2026-06-10')
  const { game, id } = begun
  game.does('mediator', 'askConfirmation', id, asks)
  game.does('mediator', 'breach', id, broken)
  talksAgain(begun)
  game.heard()
  game.does('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-06-10', readAloud: true })
  const { confirmation, mediatorSigned, sealedOn, seats } = factsOf(begun)
  assert.deepEqual([confirmation, mediatorSigned, sealedOn, game.due(id, 'court')], [undefined, undefined, undefined, undefined])
  assert.ok((seats as readonly { readonly signedOn?: string }[]).every(seat => seat.signedOn === undefined))
  assert.ok(game.heard().some(one => one.who === 'judge'), 'the court is told')
  assert.equal(game.due(id, 'confirmation'), '2026-07-10 23:59')
})

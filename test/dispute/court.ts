import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../helpers/world.ts'
import { agreedToTalk, factsOf, inEffect, sheet, signs, stageOf, talked, terms } from './begin.ts'

// The court’s confirmation (Art. 29.3): asked together, in time, for what a court confirms.

const asks = { court: '630202/court', sheet }

test('29.3: asked together within thirty days; taken up, confirmed, and then it can be enforced', () => {
  const begun = inEffect('2026-06-10')
  const { game, id } = begun
  assert.equal(game.refused('mediator', 'askConfirmation', id, { ...asks, court: '630202/justice' }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'askConfirmation', id, { ...asks, court: '630203/court' }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'askConfirmation', id, { ...asks, sheet: [] }).code, 'bad-input')
  game.does('mediator', 'askConfirmation', id, asks)
  assert.deepEqual([game.due(id, 'confirmation'), game.due(id, 'court')], [undefined, '2026-06-15 23:59'], 'three days end on a Saturday, and so on the Monday after')
  assert.equal(game.refused('mediator', 'askConfirmation', id, asks).code, 'already-asked')
  assert.equal(game.refused('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-10' }).code, 'nothing-open', 'it is taken up first')
  game.heard()
  game.until('2026-06-16 09:00')
  assert.ok(game.heard().some(one => one.who === 'judge'), 'late, the court is reminded')
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-16' })
  assert.equal(factsOf(begun)['confirmation'], 'confirmed')
  game.does('mediator', 'breach', id, { performedNote: '仍不拆除', otherWays: '可以申请执行' })
  game.does('dispatcher', 'enforce', id, { enforcedOn: '2026-06-16' })
})

test('29.3: performed meanwhile, the dispute is closed; the court that was asked is told, answers all the same, and what it confirmed is enforced', () => {
  const begun = inEffect()
  const { game, id } = begun
  game.does('mediator', 'askConfirmation', id, asks)
  game.heard()
  game.does('mediator', 'perform', id, { performedOn: '2026-06-08', performedNote: '当天拆除，双方在场' })
  assert.equal(stageOf(begun), 'closed')
  assert.ok(game.heard().some(one => one.who === 'judge' && /still awaited/.test(one.words)))
  game.until('2026-06-12 09:00')
  assert.ok(game.heard().some(one => one.who === 'judge' && /late/.test(one.words)), 'its time runs on')
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-12' })
  game.does('mediator', 'enforce', id, { enforcedOn: '2026-06-12' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['confirmation'], game.due(id, 'court')], ['closed', 'confirmed', undefined])
})

test('29.3: a day late is too late, and both were shown the day', () => {
  const begun = inEffect('2026-06-10')
  const { game, id } = begun
  assert.equal(game.due(id, 'confirmation'), '2026-07-10 23:59')
  game.until('2026-07-10 23:00')
  const intime = inEffect('2026-06-10')
  intime.game.until('2026-07-10 23:00')
  intime.game.does('mediator', 'askConfirmation', intime.id, asks)
  game.heard()
  game.until('2026-07-11 00:30')
  assert.ok(game.heard().some(one => one.who === 'resident' && /is over/.test(one.words)))
  const refused = game.refused('mediator', 'askConfirmation', id, asks)
  assert.deepEqual([refused.code, refused.basis], ['window-closed', ['29.3']])
  assert.match(refused.why.en, /2026-07-10/)
  assert.equal(stageOf(begun), 'performing', 'the agreement stands')
})

test('29.3: no court confirms status, adoption, marriage or title to land', () => {
  for (const about of ['family', 'landTitle'] as const) {
    const { game, id } = inEffect('2026-06-08', { about })
    assert.equal(game.due(id, 'confirmation'), undefined, 'no clock runs for what is not asked')
    const told = game.heard().filter(one => one.who === 'resident').map(one => one.words).at(-1) ?? ''
    assert.match(told, /confirms no such agreement/)
    assert.doesNotMatch(told, /may be asked/)
    assert.equal(game.refused('mediator', 'askConfirmation', id, asks).code, 'not-confirmable', about)
  }
})

test('29.3: recorded when its time was over, an agreement promises no time to ask the court', () => {
  const begun = talked()
  const { game, id } = begun
  game.until('2026-07-07 10:00')
  game.does('mediator', 'extend', id, { extendUntil: '2026-07-31', sheet })
  game.until('2026-07-20 10:00')
  game.does('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' })
  for (const seatNumber of [1, 2]) signs(begun, 'side', '2026-06-08', seatNumber)
  signs(begun, 'mediator', '2026-06-08')
  game.heard()
  signs(begun, 'seal', '2026-06-08')
  assert.equal(game.due(id, 'confirmation'), undefined)
  assert.ok(game.heard().some(one => one.who === 'resident' && /ended on 2026-07-08/.test(one.words)))
})

test('29.3: what the court confirmed and a side broke is enforced in its time, which both are shown', () => {
  const begun = inEffect('2026-06-08', {}, { plan: [{ dueOn: '2026-06-10', yuan: 200 }] })
  const { game, id } = begun
  game.does('mediator', 'askConfirmation', id, asks)
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '（2026）司确 9 号', decidedOn: '2026-06-08' })
  assert.equal(game.due(id, 'enforcement'), undefined, 'nothing is broken')
  game.until('2026-06-12 10:00')
  game.does('mediator', 'breach', id, { performedNote: '到期没有付', otherWays: '可以申请执行' })
  assert.equal(game.due(id, 'enforcement'), '2028-06-12 23:59', 'two years from the day on which it was due end on a Saturday')
  game.does('dispatcher', 'close', id, { closing: 'leftToSides', why: '当事人自行申请执行', otherWays: '可以申请执行' })
  assert.equal(game.due(id, 'enforcement'), '2028-06-12 23:59', 'it runs on when the dispute is closed')
  game.heard()
  game.until('2028-06-13 09:00')
  assert.ok(game.heard().some(one => one.who === 'resident' && /enforced is over/.test(one.words)))
})

test('29.3: the court may not confirm it; asked again while there is time; enforced is only what it confirmed', () => {
  const begun = inEffect()
  const { game, id } = begun
  assert.equal(game.refused('mediator', 'enforce', id, { enforcedOn: '2026-06-08' }).code, 'not-confirmed')
  game.does('mediator', 'askConfirmation', id, asks)
  game.does('judge', 'rejectConfirmation', id, { why: '协议内容不明确', decidedOn: '2026-06-08' })
  assert.equal(factsOf(begun)['confirmation'], 'rejected')
  game.does('mediator', 'askConfirmation', id, asks)
  const none = agreedToTalk()
  none.game.does('resident', 'stopTalking', none.id, { why: '不再谈了' })
  assert.equal(none.game.refused('dispatcher', 'askConfirmation', none.id, asks).code, 'no-agreement')
})

test('29.3: broken and agreed anew, the new agreement has a window of its own', () => {
  const begun = inEffect()
  const { game, id } = begun
  game.does('mediator', 'askConfirmation', id, asks)
  game.does('judge', 'takeUpConfirmation', id)
  game.does('judge', 'confirmAgreement', id, { rulingNumber: '司确 9 号', decidedOn: '2026-06-08' })
  game.does('mediator', 'breach', id, { performedNote: '没有拆除', otherWays: '可以申请执行' })
  game.does('dispatcher', 'choose', id, { track: 'people', body: '630202001/mediation' })
  for (const seatNumber of [1, 2]) game.does('mediator', 'hearSide', id, { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'chosen' })
  for (const seatNumber of [1, 2]) game.does('mediator', 'tellRights', id, { seatNumber, sheet })
  game.does('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-06-08', readAloud: true })
  assert.deepEqual([factsOf(begun)['confirmation'], game.due(id, 'confirmation')], [undefined, '2026-07-08 23:59'])
})

test('29.3: an agreement recorded long after its effect has no window left to open', () => {
  const begun = talked()
  begun.game.until('2026-06-09 10:00')
  begun.game.does('mediator', 'agree', begun.id, { ...terms, agreedOn: '2026-06-08' })
  assert.equal(begun.game.due(begun.id, 'confirmation'), undefined)
})

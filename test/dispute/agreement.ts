import assert from 'node:assert/strict'
import { test } from 'node:test'
import { play } from '../helpers/play.ts'
import { people } from '../helpers/world.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { disputeHandoff } from '../../procedures/3-governance/dispute/handoff.ts'
import { agreedToTalk, asked, factsOf, inEffect, mediation, session, sheet, signs, stageOf, talked, talking, terms, toSign, village, wall } from './begin.ts'

// Mediation: with whom, in which language, until when; and when what was agreed takes effect.

test('30.1: the sides accept a mediator or challenge them; somebody else decides, and with another nothing starts over', () => {
  const begun = agreedToTalk()
  const { game, id } = begun
  for (const step of ['planSession', 'holdSession', 'challenge', 'replaceMediator'] as const) {
    const input = { planSession: { meetAt: '2026-06-10T02:00:00Z', meetWhere: '调解室', format: 'together' }, holdSession: session, challenge: { challenge: '与对方是亲戚' }, replaceMediator: { mediator: people.otherMediator.account, why: '生病' } }[step]
    assert.equal(game.refused('mediator', step, id, input).code, 'no-mediator', step)
  }
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'offered' })
  assert.equal(game.refused('mediator', 'nameMediator', id, { mediator: people.otherMediator.account, chosenHow: 'chosen' }).code, 'has-mediator')
  const before = game.due(id)
  assert.equal(game.refused('mediator', 'decideChallenge', id, { verdict: 'unfounded', why: '没有人申请' }).code, 'nothing-open')
  game.does('resident', 'challenge', id, { challenge: '调解员是对方的表哥' })
  assert.equal(game.refused('resident', 'challenge', id, { challenge: '再说一次' }).code, 'already-asked')
  assert.equal(game.refused('mediator', 'decideChallenge', id, { verdict: 'unfounded', why: '不影响公正' }).code, 'own-case')
  assert.equal(game.refused('otherMediator', 'decideChallenge', id, { verdict: 'upheld', why: '确有亲属关系', mediator: people.mediator.account }).code, 'bad-input')
  game.does('otherMediator', 'decideChallenge', id, { verdict: 'upheld', why: '确有亲属关系', mediator: people.otherMediator.account })
  assert.deepEqual([factsOf(begun)['mediator'], game.due(id)], [people.otherMediator.account, before])
  assert.deepEqual(game.precedents.map(row => [row['do'], row['account']]), [['take', people.mediator.account], ['giveUp', people.mediator.account], ['take', people.otherMediator.account]], 'the register of mediators hears of it')
  assert.deepEqual(game.refused('otherMediator', 'replaceMediator', id, { mediator: people.mediator.account, why: '另有任务' }).faults?.map(one => one.why.en), ['A challenge to them was upheld: choose somebody else'])
})

test('29.1: sessions are planned and recorded; not all who sit there speak Chinese, and nobody signs what they did not understand', () => {
  const begun = talking()
  const { game, id } = begun
  assert.equal(game.refused('mediator', 'planSession', id, { meetAt: '2026-06-01T02:00:00Z', meetWhere: '调解室', format: 'together' }).code, 'bad-input')
  game.does('mediator', 'planSession', id, { meetAt: '2026-06-10T02:00:00Z', meetWhere: '街道调解室', format: 'together', language: 'slr', interpreter: '韩梅' })
  assert.deepEqual(game.refused('mediator', 'holdSession', id, { ...session, language: 'bo', readAloud: false }).faults?.map(one => one.fact), ['interpreter'])
  game.does('mediator', 'holdSession', id, { ...session, language: 'bo', interpreter: '卓玛', apart: '被申请方愿意让步', readAloud: true })
  assert.equal(factsOf(begun)['sessions'], 1)
  assert.equal(game.refused('mediator', 'holdSession', id, { ...session, heldOn: '2026-06-01' }).code, 'bad-input', 'not before it was registered')
})

test('29.1: without minutes that were read aloud nothing is agreed in writing; nor does the reading of a notice make up for them', () => {
  const { game, id } = talking()
  assert.equal(game.refused('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' }).code, 'not-read', 'nobody sat together yet')
  game.does('mediator', 'holdSession', id, { ...session, readAloud: false })
  game.does('mediator', 'tellRights', id, { seatNumber: 2, sheet, noticeRead: true })
  assert.equal(game.refused('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' }).code, 'not-read')
  game.does('mediator', 'holdSession', id, session)
  game.does('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' })
})

test('28.2: after violence the sides are met apart, whoever wishes otherwise', () => {
  const { game, id } = talking()
  game.does('mediator', 'warnPolice', id, { danger: 'violence', warning: '调解中得知有家庭暴力' })
  assert.deepEqual(game.refused('mediator', 'planSession', id, { meetAt: '2026-06-10T02:00:00Z', meetWhere: '调解室', format: 'together' }).faults?.map(one => one.fact), ['format'])
  game.does('mediator', 'planSession', id, { meetAt: '2026-06-10T02:00:00Z', meetWhere: '调解室', format: 'apart' })
})

test('29.1: it is extended as all agree, so often and so far; run out, the ways that stay open are told', () => {
  const begun = talking()
  const { game, id } = begun
  assert.equal(game.due(id), '2026-07-08 23:59')
  assert.equal(game.refused('mediator', 'extend', id, { extendUntil: '2026-07-01', sheet }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'extend', id, { extendUntil: '2026-08-30', sheet }).code, 'bad-input')
  game.does('mediator', 'extend', id, { extendUntil: '2026-07-20', sheet })
  assert.equal(game.due(id), '2026-07-20 23:59')
  game.does('mediator', 'extend', id, { extendUntil: '2026-07-31', sheet })
  assert.equal(game.refused('mediator', 'extend', id, { extendUntil: '2026-08-10', sheet }).code, 'extended-enough')
  game.until('2026-08-04 09:00')
  assert.equal(stageOf(begun), 'between')
})

test('29.1: whoever no longer agrees ends it, from the phone or at the table', () => {
  const phone = talking()
  phone.game.does('resident', 'stopTalking', phone.id, { why: '不想再谈了' })
  assert.equal(stageOf(phone), 'between')
  const table = toSign()
  assert.equal(table.game.refused('mediator', 'stopTalking', table.id, { why: '对方离席' }).code, 'bad-input')
  table.game.does('mediator', 'stopTalking', table.id, { seatNumber: 2, why: '被申请方离席，明确不再同意' })
  assert.equal(table.game.refused('dispatcher', 'choose', table.id, { track: 'people', body: mediation }).code, 'side-refused')
})

test('30.1: nothing is agreed before there is a mediator and both were told their rights', () => {
  const { game, id } = agreedToTalk()
  assert.equal(game.refused('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' }).code, 'no-mediator')
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'chosen' })
  game.does('resident', 'acknowledge', id)
  assert.equal(game.refused('resident', 'acknowledge', id).code, 'told-already')
  assert.equal(game.refused('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' }).code, 'not-told')
  assert.equal(game.refused('mediator', 'tellRights', id, { seatNumber: 3, sheet }).code, 'bad-input')
  game.does('mediator', 'tellRights', id, { seatNumber: 2, sheet, language: 'mjg', noticeRead: true })
  game.does('mediator', 'holdSession', id, session)
  game.does('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' })
})

test('29.1: in effect on the day of the last signature or seal, never on the day somebody recorded it, and only once all are there', () => {
  const begun = toSign()
  const { game, id } = begun
  game.until('2026-06-15 10:00')
  signs(begun, 'side', '2026-06-09', 1)
  signs(begun, 'mediator', '2026-06-09')
  signs(begun, 'seal', '2026-06-10')
  assert.deepEqual([stageOf(begun), factsOf(begun)['effectiveOn']], ['signing', undefined], 'one side has not signed')
  assert.equal(game.refused('mediator', 'sign', id, { signer: 'side', seatNumber: 1, signedOn: '2026-06-09', sheet }).code, 'signed-already')
  assert.equal(game.refused('mediator', 'sign', id, { signer: 'side', seatNumber: 2, signedOn: '2026-06-01', sheet }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'sign', id, { signer: 'side', seatNumber: 2, signedOn: '2026-06-20', sheet }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'sign', id, { signer: 'side', seatNumber: 2, signedOn: '2026-06-11', sheet: [] }).code, 'bad-input')
  signs(begun, 'side', '2026-06-11', 2)
  assert.deepEqual([stageOf(begun), factsOf(begun)['effectiveOn']], ['performing', '2026-06-11'])
  assert.equal(game.due(id, 'confirmation'), '2026-07-13 23:59', 'thirty days from effect end on a Saturday, and so on the Monday after')
})

test('29.1: where no seal is asked, none is recorded: the agreement is in effect on the signatures alone', () => {
  const begun = asked({}, { track: 'administrative', body: '630202001/gov' })
  const { game, id } = begun
  for (const seatNumber of [1, 2]) game.does('handler', 'hearSide', id, { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  game.does('handler', 'nameMediator', id, { mediator: people.colleague.account, chosenHow: 'offered' })
  for (const seatNumber of [1, 2]) game.does('handler', 'tellRights', id, { seatNumber, sheet })
  game.does('handler', 'holdSession', id, session)
  game.does('handler', 'agree', id, { ...terms, agreedOn: '2026-06-08' })
  assert.deepEqual(game.refused('handler', 'sign', id, { signer: 'seal', signedOn: '2026-06-08', sheet }).faults?.map(one => one.fact), ['signer'])
  for (const more of [{ signer: 'side', seatNumber: 1 }, { signer: 'side', seatNumber: 2 }, { signer: 'mediator' }]) game.does('handler', 'sign', id, { ...more, signedOn: '2026-06-08', sheet })
  assert.deepEqual([stageOf(begun), factsOf(begun)['sealedOn']], ['performing', undefined])
})

test('29.1: a paper that all signed in time is in effect from that day, however late somebody records the seal', () => {
  const begun = toSign()
  const { game, id } = begun
  for (const seatNumber of [1, 2]) signs(begun, 'side', '2026-06-08', seatNumber)
  signs(begun, 'mediator', '2026-06-08')
  game.heard()
  game.until('2026-06-24 09:00')
  assert.equal(stageOf(begun), 'signing', 'it is asked first')
  const told = new Set<string>(game.heard().map(one => one.who))
  assert.ok(told.has('resident') && told.has('mediator'))
  game.until('2026-07-02 09:00')
  assert.equal(stageOf(begun), 'between')
  signs(begun, 'seal', '2026-06-08')
  assert.deepEqual([stageOf(begun), factsOf(begun)['effectiveOn'], game.matter(id).holder?.office, game.counts['failed']], ['performing', '2026-06-08', mediation, 0])
})

test('29.1: signatures wait until another way is chosen, and no longer', () => {
  const begun = toSign()
  const { game, id } = begun
  signs(begun, 'side', '2026-06-08', 1)
  game.until('2026-07-02 09:00')
  game.does('dispatcher', 'choose', id, { track: 'reconciliation' })
  game.does('resident', 'notSettled', id, { why: '对方反悔了' })
  assert.equal(game.refused('dispatcher', 'sign', id, { signer: 'seal', signedOn: '2026-06-08', sheet }).code, 'nothing-to-sign')
  assert.ok((factsOf(begun)['seats'] as readonly { readonly signedOn?: string }[]).every(seat => seat.signedOn === undefined))
})

test('29.1: the text is changed and signed anew, or not signed in time and no agreement at all', () => {
  const begun = toSign()
  signs(begun, 'side', '2026-06-08', 1)
  begun.game.does('mediator', 'reopen', begun.id, { why: '丈量数有误' })
  assert.equal(stageOf(begun), 'mediating')
  begun.game.does('mediator', 'agree', begun.id, { ...terms, agreedOn: '2026-06-08' })
  signs(begun, 'side', '2026-06-08', 1)
  begun.game.until('2026-07-02 09:00')
  assert.deepEqual([stageOf(begun), factsOf(begun)['effectiveOn']], ['between', undefined])
})

test('29.1: an oral agreement is read aloud, recorded by the mediator and in effect from its day', () => {
  const begun = talking()
  const { game, id } = begun
  assert.deepEqual(game.refused('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-06-08', readAloud: false }).faults?.map(one => one.fact), ['readAloud'])
  assert.deepEqual(game.refused('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-05-08', readAloud: true }).faults?.map(one => one.fact), ['agreedOn'])
  game.does('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-06-08', readAloud: true, sheet })
  assert.deepEqual([stageOf(begun), factsOf(begun)['form'], factsOf(begun)['effectiveOn']], ['performing', 'oral', '2026-06-08'])
})

test('28.1: settled where it arose, on one card, also days later from a phone that had no signal', () => {
  const card = { headline: wall.headline, place: village, about: 'neighbours', danger: 'none', sides: wall.sides, ...terms, agreedOn: '2026-06-05', readAloud: true }
  const game = play(dispute)
  const opens = (who: 'gridWorker' | 'committee' | 'mediator', more: object) => game.opens(who, JSON.parse(JSON.stringify({ ...card, ...more })) as never, 'settleOnSpot')
  assert.equal(game.matter(opens('gridWorker', { performedNow: 'atOnce' })).stage, 'closed')
  const later = opens('committee', { performedNow: 'later', plan: [{ dueOn: '2026-07-10' }] })
  assert.deepEqual([game.matter(later).stage, game.matter(later).holder?.office, game.due(later)], ['performing', '630202001001/committee', '2026-07-10 23:59'])
  const refused = (more: object) => game.refusedToOpen('mediator', JSON.parse(JSON.stringify({ ...card, performedNow: 'later', ...more })) as never, 'settleOnSpot')
  assert.equal(refused({ about: 'administrative' }).code, 'not-for-mediation')
  assert.equal(refused({ readAloud: false }).code, 'bad-input')
  assert.equal(refused({ plan: [{ dueOn: '2026-06-01' }] }).code, 'bad-input')
  assert.equal(refused({ agreedOn: '2026-04-01' }).code, 'bad-input')
})

test('28.2: a fight in a family is not settled on the spot: it comes to the one door, and the police are told, also when it shows later', () => {
  const card = { headline: '夫妻打架就地调和', place: village, about: 'family', sides: wall.sides, ...terms, agreedOn: '2026-06-08', readAloud: true, performedNow: 'atOnce' }
  const game = play(dispute, '2026-06-08 10:00', { others: [disputeHandoff] })
  const given = (more: object) => JSON.parse(JSON.stringify({ ...card, ...more })) as never
  assert.deepEqual(game.refusedToOpen('gridWorker', given({}), 'settleOnSpot').faults?.map(one => one.fact), ['danger'], 'it is asked')
  for (const danger of ['violence', 'crime', 'publicOrder']) assert.deepEqual([game.refusedToOpen('gridWorker', given({ danger }), 'settleOnSpot')].map(one => [one.code, one.basis]), [['register-it', ['28.2']]])
  const told = game.opens('gridWorker', JSON.parse(JSON.stringify({ ...wall, about: 'family', danger: 'violence' })) as never, 'register')
  assert.equal(game.matter(told).facts['police'], 'owed')
  game.does('dispatcher', 'accept', told, { danger: 'none' })
  assert.equal(game.refused('dispatcher', 'choose', told, { track: 'people', body: '630202001/mediation' }).code, 'police-first', 'what was seen at the door is not unseen at the desk')
  const closed = game.opens('gridWorker', given({ danger: 'none' }), 'settleOnSpot')
  game.does('gridWorker', 'warnPolice', closed, { danger: 'violence', warning: '妻子手臂有伤' })
  assert.deepEqual([game.matter(closed).stage, game.all('dispute-handoff').at(-1)?.holder?.office], ['closed', '630202001/police-station'])
})

test('29.3: performed by its plan, item by item; reminded when due; the last closes it', () => {
  const begun = inEffect('2026-06-08', {}, { plan: [{ dueOn: '2026-07-10', yuan: 100 }, { dueOn: '2026-08-10', yuan: 100 }] })
  const { game, id } = begun
  assert.equal(game.due(id), '2026-07-10 23:59')
  game.heard()
  game.until('2026-07-11 09:00')
  assert.ok(game.heard().some(one => one.who === 'resident'))
  assert.equal(game.refused('mediator', 'perform', id, { dueNumber: 3, performedOn: '2026-07-11', performedNote: '付清' }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'perform', id, { dueNumber: 1, performedOn: '2026-05-11', performedNote: '付清' }).code, 'bad-input')
  game.does('resident', 'sayPerformed', id, { performedNote: '收到一百元' })
  game.does('mediator', 'perform', id, { dueNumber: 1, performedOn: '2026-07-11', performedNote: '付一百元' })
  assert.deepEqual([stageOf(begun), game.due(id)], ['performing', '2026-08-10 23:59'])
  assert.equal(game.refused('mediator', 'perform', id, { dueNumber: 1, performedOn: '2026-07-11', performedNote: '再登记' }).code, 'bad-input')
  game.does('mediator', 'askAfter', id, { visitedOn: '2026-07-11', visitNote: '双方满意' })
  game.does('mediator', 'perform', id, { dueNumber: 2, performedOn: '2026-07-11', performedNote: '提前付清' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'performed'])
  const plain = inEffect()
  plain.game.does('mediator', 'perform', plain.id, { performedOn: '2026-06-08', performedNote: '当天拆除' })
  assert.equal(stageOf(plain), 'closed')
  assert.equal(toSign({}, { plan: [{ dueOn: '2026-07-10' }] }).game.all('dispute').length, 1)
  const early = talked()
  assert.deepEqual(early.game.refused('mediator', 'agree', early.id, { ...terms, agreedOn: '2026-06-08', plan: [{ dueOn: '2026-07-10', doneOn: '2026-06-08' }] }).faults?.map(one => one.column), ['doneOn'])
})

test('29.3: what falls due is reminded of before it is late, a week ahead and once more on the last day', () => {
  const begun = inEffect('2026-06-08', {}, { plan: [{ dueOn: '2026-07-10', yuan: 200 }, { dueOn: '2026-08-10' }] })
  const { game } = begun
  const reminded = (until: string): boolean => { game.heard(); game.until(until); return game.heard().some(one => one.who === 'resident' && /falls due soon/.test(one.words)) }
  assert.equal(reminded('2026-07-02 23:00'), false)
  assert.equal(reminded('2026-07-03 09:00'), true)
  assert.equal(reminded('2026-07-08 23:00'), false)
  assert.equal(reminded('2026-07-09 09:00'), true)
  assert.equal(reminded('2026-08-02 23:00'), false)
  assert.equal(reminded('2026-08-03 09:00'), true, 'the second item is reminded of, also where the first is late')
})

test('29.3: of one item a part is paid, the rest stays owed and is asked about on', () => {
  const begun = inEffect('2026-06-08', {}, { plan: [{ dueOn: '2026-07-10', yuan: 200 }] })
  const { game, id } = begun
  game.until('2026-07-11 09:00')
  const pays = (paidYuan: number, more: object = {}): object => ({ dueNumber: 1, paidYuan, performedOn: '2026-07-11', performedNote: '付了一部分', ...more })
  assert.deepEqual(game.refused('mediator', 'perform', id, pays(201) as never).faults?.map(one => one.fact), ['paidYuan'])
  game.does('mediator', 'perform', id, pays(150) as never)
  assert.deepEqual([stageOf(begun), factsOf(begun)['plan']], ['performing', [{ dueOn: '2026-07-10', yuan: 200, paid: 150 }]])
  game.heard()
  game.until('2026-07-22 09:00')
  assert.ok(game.heard().some(one => one.who === 'mediator' && /is due/.test(one.words)))
  game.does('mediator', 'perform', id, pays(50) as never)
  assert.deepEqual([stageOf(begun), factsOf(begun)['plan']], ['closed', [{ dueOn: '2026-07-10', yuan: 200, paid: 200, doneOn: '2026-07-11' }]])
  const plain = inEffect()
  assert.deepEqual(plain.game.refused('mediator', 'perform', plain.id, { paidYuan: 50, performedOn: '2026-06-08', performedNote: '付了一部分' }).faults?.map(one => one.fact), ['paidYuan'])
})

test('29.3: who mediated asks after it also when all was performed', () => {
  const begun = inEffect()
  const { game, id } = begun
  game.does('mediator', 'perform', id, { performedOn: '2026-06-08', performedNote: '当天拆除' })
  game.until('2026-07-08 09:00')
  game.does('mediator', 'askAfter', id, { visitedOn: '2026-07-08', visitNote: '双方已和好' })
  assert.deepEqual([stageOf(begun), game.counts['visits']], ['closed', 1])
})

test('29.3: broken, it stands: performed after all, or another way is taken', () => {
  const begun = inEffect()
  const { game, id } = begun
  game.does('mediator', 'breach', id, { performedNote: '到期没有拆除', otherWays: '可以起诉，已确认的可以申请执行' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['broken']], ['between', true])
  game.does('dispatcher', 'resumePerformance', id, { performedNote: '对方同意月底拆除' })
  assert.deepEqual([stageOf(begun), game.matter(id).holder?.office], ['performing', mediation])
  const other = asked()
  other.game.does('mediator', 'hearSide', other.id, { seatNumber: 1, answer: 'refuses', heardHow: 'phone' })
  assert.equal(other.game.refused('dispatcher', 'resumePerformance', other.id, { performedNote: '没有协议' }).code, 'not-broken')
})

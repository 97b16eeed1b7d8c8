import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../helpers/world.ts'
import { accepted, agreedToTalk, asked, factsOf, hears, mediation, registered, sheet, stageOf, talking, wages } from './begin.ts'

// The ways a dispute may take, and every switch from one to another: nothing is told twice.

const chooses = (kind: object, track: string, body?: string): string | undefined => {
  const { game, id } = accepted(kind)
  const refused = game.tries('dispatcher', 'choose', id, { track, ...(body !== undefined && { body }) })
  return refused && `${refused.code} ${refused.faults?.map(one => one.fact).join() ?? ''}`.trim()
}

test('29.1: labour goes to labour arbitration, title to land to a ruling, an act of an authority to reconsideration; not otherwise', () => {
  assert.equal(chooses(wages, 'labourArbitration', '630202/human-resources'), undefined)
  assert.equal(chooses({}, 'labourArbitration', '630202/human-resources'), 'bad-input track')
  assert.equal(chooses({ about: 'landTitle' }, 'ruling', '630202/natural-resources'), undefined)
  assert.equal(chooses({ about: 'farmland' }, 'ruling', '630202/natural-resources'), 'bad-input track')
  assert.equal(chooses({ about: 'administrative' }, 'reconsideration', '630202/justice'), undefined)
  assert.equal(chooses({ about: 'administrative' }, 'people', mediation), 'not-for-mediation')
  assert.equal(chooses({ about: 'expropriation' }, 'farmlandArbitration', '630202/natural-resources'), 'bad-input track', 'compensation for expropriation is no matter of farmland arbitration')
})

test('29.2, 31.1: a sector’s committee takes the disputes of its field; a body answers for the place and has somebody there', () => {
  assert.equal(chooses(wages, 'sector', '630202/mediation-labour'), undefined)
  assert.equal(chooses({ about: 'medical' }, 'sector', '630202/mediation-labour'), 'bad-input body')
  assert.equal(chooses({}, 'people'), 'bad-input body')
  assert.equal(chooses({}, 'people', '630202/court'), 'bad-input body')
  assert.equal(chooses({}, 'people', '630202101201/mediation'), 'bad-input body', 'of another town')
  assert.equal(chooses({}, 'people', '630202/mediation'), 'bad-input body', 'nobody is there')
  assert.equal(chooses({}, 'people', '630202001/mediation'), undefined)
  assert.equal(chooses({}, 'administrative', '630202001/police-station'), undefined)
  assert.equal(chooses({}, 'judicial', '630202/court'), undefined)
  assert.equal(chooses({}, 'reconciliation', mediation), 'bad-input body')
})

test('29.1: one side’s clear refusal bars mediation; agreed later, it is open again', () => {
  const begun = asked()
  hears(begun, 1)
  hears(begun, 2, 'refuses')
  const { game, id } = begun
  assert.equal(stageOf(begun), 'between')
  const refused = game.refused('dispatcher', 'choose', id, { track: 'judicial', body: '630202/court' })
  assert.deepEqual([refused.code, refused.basis], ['side-refused', ['29.1']])
  assert.equal(game.refused('dispatcher', 'takeBack', id, { seatNumber: 1, heardHow: 'paper', sheet }).code, 'not-refused')
  assert.equal(game.refused('dispatcher', 'takeBack', id, { seatNumber: 9, heardHow: 'paper', sheet }).code, 'bad-input')
  game.does('dispatcher', 'takeBack', id, { seatNumber: 2, heardHow: 'paper', sheet })
  game.does('dispatcher', 'choose', id, { track: 'people', body: mediation })
  assert.equal(stageOf(begun), 'consenting')
})

test('29.1: sides with an account say it themselves; who has joined as nobody does not', () => {
  const begun = asked()
  const { game, id } = begun
  game.platform('join', id, { seatNumber: 2, joiner: people.neighbour.account })
  game.does('resident', 'say', id, { answer: 'agrees' })
  game.does('neighbour', 'say', id, { answer: 'agrees' })
  assert.equal(stageOf(begun), 'mediating')
})

test('29.1: a silent side is tried by several ways, each recorded, and then another way is taken; never left open', () => {
  const begun = asked()
  const { game, id } = begun
  hears(begun, 1)
  const once = { seatNumber: 2, attemptOn: '2026-06-08', attemptNote: '没有人接' }
  for (const attemptWay of ['phone', 'message']) game.does('mediator', 'attempt', id, { ...once, attemptWay })
  assert.equal(game.refused('mediator', 'giveUp', id, { seatNumber: 2, why: '联系不上', otherWays: '可以起诉' }).code, 'try-again')
  game.does('mediator', 'attempt', id, { ...once, attemptWay: 'visit' })
  game.does('mediator', 'giveUp', id, { seatNumber: 2, why: '三次联系不上被申请方', otherWays: '可以向法院起诉' })
  assert.equal(stageOf(begun), 'between')
  game.does('dispatcher', 'choose', id, { track: 'litigation', body: '630202/court' })
  assert.equal(stageOf(begun), 'applying')

  const waited = asked()
  waited.game.until('2026-06-12 10:00')
  waited.game.does('mediator', 'attempt', waited.id, { ...once, attemptOn: '2026-06-12', attemptWay: 'phone' })
  assert.equal(waited.game.due(waited.id), '2026-06-29 23:59', 'fifteen days end on a Saturday, and so on the Monday after')
  waited.game.does('mediator', 'attempt', waited.id, { ...once, attemptOn: '2026-06-12', attemptWay: 'visit' })
  assert.equal(waited.game.due(waited.id), '2026-06-29 23:59', 'trying again buys no more time')

  const left = asked()
  left.game.until('2026-06-16 09:00')
  assert.equal(stageOf(left), 'between', 'nobody said anything: it goes back by itself')
})

test('29.1: silent is one side, counted for itself; who answers is silent no more', () => {
  const begun = asked()
  const { game, id } = begun
  const tries = (seatNumber: number): void => game.does('mediator', 'attempt', id, { seatNumber, attemptWay: 'phone', attemptOn: '2026-06-08', attemptNote: '没有人接' })
  const givesUp = (seatNumber: number): string | undefined => game.tries('mediator', 'giveUp', id, { seatNumber, why: '联系不上', otherWays: '可以起诉' })?.code
  for (const seatNumber of [1, 2, 1]) tries(seatNumber)
  assert.deepEqual([givesUp(1), givesUp(2), givesUp(3)], ['try-again', 'try-again', 'bad-input'])
  tries(1)
  hears(begun, 1)
  assert.equal(givesUp(1), 'try-again', 'it answered')
  for (let n = 0; n < 2; n += 1) tries(2)
  assert.equal(givesUp(2), undefined)
})

test('29.1: however mediation ends without agreement, both sides are told the other ways of their dispute and until when, and the register that it came to nothing', () => {
  const named = (): ReturnType<typeof asked> => { const begun = asked(wages, { track: 'sector', body: '630202/mediation-labour' }); begun.game.does('labourMediator', 'nameMediator', begun.id, { mediator: people.labourMediator.account, chosenHow: 'offered' }); return begun }
  const says = (begun: ReturnType<typeof asked>, seatNumber: number, answer: string): void => begun.game.does('labourMediator', 'hearSide', begun.id, { seatNumber, answer, heardHow: 'inPerson' })
  const ends: readonly ((begun: ReturnType<typeof asked>) => void)[] = [
    begun => says(begun, 2, 'refuses'),
    begun => begun.game.until('2026-06-16 09:00'),
    begun => { for (let n = 0; n < 3; n += 1) begun.game.does('labourMediator', 'attempt', begun.id, { seatNumber: 2, attemptWay: 'phone', attemptOn: '2026-06-08', attemptNote: '没有人接' }); begun.game.does('labourMediator', 'giveUp', begun.id, { seatNumber: 2, why: '联系不上', otherWays: '可以申请仲裁' }) },
    begun => { for (const side of [1, 2]) says(begun, side, 'agrees'); begun.game.does('labourMediator', 'stopTalking', begun.id, { seatNumber: 2, why: '不想再谈了' }) },
    begun => { for (const side of [1, 2]) says(begun, side, 'agrees'); begun.game.until('2026-07-20 09:00') },
  ]
  for (const [at, end] of ends.entries()) {
    const begun = named()
    begun.game.heard()
    end(begun)
    assert.equal(stageOf(begun), 'between', `${at}`)
    const told = begun.game.heard().filter(one => one.who === 'resident').map(one => one.words).find(one => one.startsWith('Ways that stay open')) ?? ''
    assert.match(told, /Labour arbitration \(asked for by 2027-03-31\)/, `${at}`)
    assert.doesNotMatch(told, /Farmland|Administrative ruling/)
    assert.match(String(factsOf(begun)['waysOpen']), /劳动仲裁/)
    assert.equal(begun.game.precedents.filter(row => row['do'] === 'fail').length, 1, `${at}`)
  }
  const gone = named()
  gone.game.does('resident', 'withdraw', gone.id, { why: '双方已和好' })
  assert.equal(gone.game.precedents.filter(row => row['do'] === 'fail').length, 1)
})

test('29.1: fifteen days of mediation bind nobody in a labour dispute: either side is told that arbitration is open, and mediation may go on', () => {
  const begun = agreedToTalk(wages)
  const { game, id } = begun
  assert.equal(game.due(id, 'arbitration'), '2026-06-23 23:59')
  game.heard()
  game.until('2026-06-24 09:00')
  assert.ok(game.heard().some(one => one.who === 'resident' && /labour arbitration/.test(one.words)))
  assert.equal(stageOf(begun), 'mediating')
  assert.equal(agreedToTalk().game.due(id, 'arbitration'), undefined)
})

test('29.1: mediation that fails tells the other ways, and the next begins with what was told before', () => {
  const begun = talking(wages)
  const { game, id } = begun
  game.does('mediator', 'holdSession', id, { heldOn: '2026-06-08', format: 'together', minutes: '双方对欠款数额没有一致', language: 'zh', readAloud: true })
  game.does('mediator', 'fail', id, { why: '数额差距太大', otherWays: '劳动仲裁时效至次年三月，可申请劳动仲裁' })
  assert.equal(stageOf(begun), 'between')
  assert.match(String(factsOf(begun)['tried']), /人民调解/)
  game.does('dispatcher', 'choose', id, { track: 'labourArbitration', body: '630202/human-resources' })
  game.does('resident', 'applied', id, { appliedOn: '2026-06-08', receipt: '劳仲 2026-77' })
  assert.equal(game.matter(id).clocks['stage']?.period.amount, 45)
  game.does('labourBureau', 'noteCourse', id, { courseNote: '已组庭' })
  game.does('labourBureau', 'prolong', id, { courseNote: '案情复杂，延期' })
  assert.equal(game.refused('labourBureau', 'prolong', id, { courseNote: '再延一次' }).code, 'once-only')
  game.does('labourBureau', 'recordResult', id, { result: 'granted', resultNote: '裁决支付六十一万二千元', decidedOn: '2026-06-08' })
  assert.equal(stageOf(begun), 'decided')
  assert.equal(game.due(id), '2026-06-23 23:59', 'fifteen days to go to court')
  assert.equal(factsOf(begun)['story'] !== undefined && game.past(id).filter(one => one.outcome.set?.['story'] !== undefined).length, 1, 'the story was told once')
  game.until('2026-06-24 09:00')
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'decided'])
})

test('29.1: contested in time, what was decided goes to court as the next way of the same dispute', () => {
  const begun = accepted({ about: 'landTitle' })
  const { game, id } = begun
  game.does('dispatcher', 'choose', id, { track: 'ruling', body: '630202/natural-resources' })
  game.does('landBureau', 'applied', id, { appliedOn: '2026-06-08' })
  assert.equal(game.refused('landBureau', 'prolong', id, { courseNote: '延期' }).code, 'no-extension')
  game.does('landBureau', 'recordResult', id, { result: 'refused', resultNote: '权属归集体', decidedOn: '2026-06-08' })
  game.does('resident', 'sayResult', id, { remark: '我不服，要起诉' })
  game.does('dispatcher', 'choose', id, { track: 'litigation', body: '630202/court' })
  assert.match(String(factsOf(begun)['tried']), /行政裁决/)
  game.does('resident', 'applied', id, { appliedOn: '2026-06-08' })
  game.does('judge', 'recordResult', id, { result: 'settled', resultNote: '庭前和解', decidedOn: '2026-06-08' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'settled'])
})

test('29.1: nobody applied, or the body did not take it up: the dispute comes back to be looked at', () => {
  const idle = accepted()
  idle.game.does('dispatcher', 'choose', idle.id, { track: 'litigation', body: '630202/court' })
  idle.game.until('2026-07-09 09:00')
  assert.equal(stageOf(idle), 'between')
  const turned = accepted()
  turned.game.does('dispatcher', 'choose', turned.id, { track: 'litigation', body: '630202/court' })
  turned.game.does('judge', 'refuseApplication', turned.id, { courseNote: '不属本院管辖' })
  assert.equal(stageOf(turned), 'between')
  const late = accepted()
  late.game.does('dispatcher', 'choose', late.id, { track: 'litigation', body: '630202/court' })
  late.game.does('resident', 'applied', late.id, { appliedOn: '2026-06-08' })
  late.game.heard()
  late.game.until('2026-12-09 09:00')
  assert.ok(late.game.heard().some(one => one.who === 'judge'), 'a late body is asked')
})

test('28.4, 29.1: the sides settle it themselves, or do not and go on', () => {
  const begun = accepted()
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'reconciliation' })
  assert.equal(stageOf(begun), 'pending')
  begun.game.does('resident', 'notSettled', begun.id, { why: '对方反悔了' })
  assert.equal(stageOf(begun), 'between')
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'reconciliation' })
  begun.game.does('dispatcher', 'recordResult', begun.id, { result: 'refused', resultNote: '没有谈成', decidedOn: '2026-06-08' })
  assert.equal(stageOf(begun), 'between', 'what they did not settle is not settled')
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'reconciliation' })
  begun.game.does('dispatcher', 'recordResult', begun.id, { result: 'granted', resultNote: '双方各让一步', decidedOn: '2026-06-08' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'settled'])
  const court = accepted()
  court.game.does('dispatcher', 'choose', court.id, { track: 'litigation', body: '630202/court' })
  court.game.does('resident', 'applied', court.id, { appliedOn: '2026-06-08' })
  assert.equal(court.game.refused('resident', 'notSettled', court.id, { why: '没有和解' }).code, 'not-that-way')
})

test('29.1: where no way is taken the centre ends it with the ways told that stay open', () => {
  const begun = accepted()
  begun.game.does('dispatcher', 'close', begun.id, { closing: 'leftToSides', why: '双方要自己先谈', otherWays: '可随时再来登记，或者起诉' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'leftToSides'])
})

test('29.1: limitations run beside whatever way is taken, and are shown and warned of', () => {
  const begun = accepted(wages, 'none', '2027-02-20 10:00')
  const { game, id } = begun
  assert.equal(game.due(id, 'limit-labour'), '2027-03-31 23:59')
  game.heard()
  game.until('2027-03-02 09:00')
  assert.ok(game.heard().some(one => one.who === 'resident' && /about to run out/.test(one.words)))
  game.does('dispatcher', 'interrupt', id, { interruption: 'claimed', interruptedOn: '2027-02-25' })
  assert.equal(game.due(id, 'limit-labour'), '2028-02-25 23:59', 'counted anew from the interruption')
  assert.equal(game.refused('dispatcher', 'interrupt', id, { interruption: 'claimed', interruptedOn: '2026-01-01' }).code, 'bad-input')
  game.does('dispatcher', 'noteSince', id, { since: '2026-03-20' })
  assert.equal(game.due(id, 'limit-labour'), '2028-02-25 23:59', 'an interruption in its year counts on')
  game.does('dispatcher', 'noteSince', id, { since: '2026-01-20' })
  assert.equal(game.due(id, 'limit-labour'), undefined, 'what had run out by then shows as passed')
  assert.ok(factsOf(begun)['passed'])

  const other = registered({ since: '2026-05-01' })
  other.game.does('dispatcher', 'accept', other.id, { danger: 'none', about: 'labour' })
  assert.deepEqual([other.game.due(other.id, 'limit-civil'), other.game.due(other.id, 'limit-labour')], [undefined, '2027-05-03 23:59'], 'another kind, another limitation; the first of May is a holiday and a Saturday')

  const act = accepted({ about: 'administrative' })
  assert.equal(act.game.refused('dispatcher', 'interrupt', act.id, { interruption: 'claimed', interruptedOn: '2026-06-08' }).code, 'not-interrupted')
  act.game.heard()
  act.game.until('2026-07-01 09:00')
  assert.ok(act.game.heard().some(one => /has run out/.test(one.words)), 'sixty days to ask for reconsideration')
})

test('29.2: another body mediates along, and notes its part', () => {
  const { game, id } = agreedToTalk(wages)
  assert.equal(game.refused('mediator', 'inviteBody', id, { joint: ['630203/centre'] }).code, 'bad-input')
  assert.equal(game.refused('mediator', 'inviteBody', id, { joint: ['630202/mediation'] }).code, 'bad-input')
  game.does('mediator', 'inviteBody', id, { joint: ['630202/human-resources', '630202001/justice-office'] })
  game.does('labourBureau', 'noteAlong', id, { courseNote: '已核对考勤和工资表' })
})

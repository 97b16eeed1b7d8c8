import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../helpers/play.ts'
import { idOf } from '../helpers/world.ts'
import type { MatterAt } from '../../procedures/3-governance/deliberation/needs.ts'
import { resolutionTask } from '../../procedures/3-governance/deliberation/resolution-task.ts'
import { begin, called, file, kept, meeting, resolution, topic, village, voted, works, type Begun } from './village.ts'

// Published, objected to, carried out, annulled.

test('25.3: a resolution is objected to on law and procedure; the township dismisses it, or holds it and nothing comes into force', () => {
  const objection = { objectionGround: 'procedure', objection: '通知没有送到三组' }
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  voted(begun, id, 30, 24)
  assert.equal(game.refused('villageCommittee', 'publish', id, { resolution, inForceOn: '2026-06-20' }).code, 'bad-input')
  game.does('villageCommittee', 'publish', id, { resolution, inForceOn: '2026-07-01' })
  assert.equal(game.refused('ruralLead', 'rule', id, { ruling: 'dismissed', rulingReason: '没有人提出' }).code, 'nothing-open')
  assert.equal(game.refused('resident', 'object', id, objection).code, 'not-this-village')
  game.does('villager', 'object', id, objection)
  game.does('ruralLead', 'rule', id, { ruling: 'dismissed', rulingReason: '三组张贴有照片，通知有效' })
  assert.equal(game.matter(id).stage, 'objecting')
  game.does('villageWorker', 'objectFor', id, { objectionGround: 'count', objection: '代村民提出：票数对不上', sheet: [file] })
  game.until('2026-06-26 09:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder], ['objected', { office: '630202101/gov' }])
  assert.equal(game.refused('otherVillager', 'object', id, objection).code, 'window-over')
  game.until('2026-07-06 09:00')
  assert.equal(game.matter(id).facts['late'], true)
  game.does('ruralClerk', 'rule', id, { ruling: 'dismissed', rulingReason: '重新清点，票数无误' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder, game.matter(id).facts['inForceOn']], ['carryingOut', { office: `${village}/committee` }, '2026-07-01'])
  game.heard()
  game.until('2026-07-20 09:00')
  assert.ok(game.heard().some(one => one.who === 'supervisor' && one.words.includes('carried out')), 'a resolution that nobody carries out is looked at')

  const other = begin(40)
  const held = called(other)
  voted(other, held, 30, 24)
  other.game.does('villageCommittee', 'publish', held, { resolution })
  other.game.does('villager', 'object', held, { objectionGround: 'rights', objection: '决议要求不出工的扣发低保' })
  other.game.does('ruralLead', 'rule', held, { ruling: 'held', rulingReason: '侵犯村民合法权利' })
  assert.deepEqual([other.game.matter(held).stage, other.game.counts['annulled'], /侵犯村民合法权利/.test(kept(other.game.matter(held), 'annulledBecause'))], ['annulled', 1, true])
})

test('a villager may go to court; what the court annuls ends, with the tasks that came of it', () => {
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  voted(begun, id, 30, 24)
  game.does('villageCommittee', 'publish', id, { resolution })
  game.until('2026-06-26 09:00')
  game.does('villageCommittee', 'assign', id, { tasks: [{ what: '测量放线', responsible: '村委会', until: '2026-07-30' }] })
  assert.equal(game.refused('villageCommittee', 'judge', id, { judgment: 'annulled', judgmentNumber: '（2026）青0202民初1号' }).code, 'nothing-open')
  assert.equal(game.refused('villager', 'sue', id, { court: '乐都区人民法院', suedOn: '2026-07-26' }).code, 'bad-input')
  game.does('villager', 'sue', id, { court: '乐都区人民法院', suedOn: '2026-06-26' })
  game.does('villageCommittee', 'judge', id, { judgment: 'upheld', judgmentNumber: '（2026）青0202民初1号' })
  assert.equal(game.matter(id).stage, 'carryingOut')
  game.does('ruralLead', 'judge', id, { judgment: 'annulled', judgmentNumber: '（2026）青02民终8号' })
  assert.deepEqual([game.matter(id).stage, game.all('resolution-task')[0]?.stage], ['annulled', 'dropped'])
})

test('a draft is adopted by nobody’s hand: passed and unopposed it is told so, else that it is not', () => {
  const draft = idOf('covenant draft')
  const tabled: MatterAt = { procedure: 'covenant', stage: 'tabled', region: village, number: 'GY-1', place: { zh: '荒滩村', en: 'Huangtan' } }
  const told = (one: Begun) => one.game.toldOther.map(({ link, step, input }) => [link, step, input['why'] ?? input['inForceOn']])
  const entered = { ...topic, raisedBy: 'committee', concern: 'governance', subject: 'covenant', adopts: draft }
  const ending = (present: number, inFavour: number): readonly [Begun, string] => {
    const begun = begin(40, { drafts: { [draft]: tabled } })
    const { game } = begun
    const id = game.opens('villageCommittee', entered, 'enter')
    assert.deepEqual(game.matter(id).links, [{ kind: 'adopts', matter: draft }])
    assert.equal(game.refused('villageCommittee', 'accept', id, { touches: 'nothing', body: 'representatives' }).code, 'wrong-body')
    assert.equal(game.refused('villageCommittee', 'accept', id, { ...works }).code, 'bad-input')
    game.does('villageCommittee', 'accept', id, { touches: 'nothing' })
    game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
    game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-06-18' })
    voted(begun, id, present, inFavour)
    return [begun, id]
  }
  const [passed, id] = ending(30, 20)
  passed.game.does('villageCommittee', 'publish', id, { resolution: '通过村规民约' })
  assert.deepEqual(told(passed), [])
  passed.game.until('2026-06-26 09:00')
  assert.deepEqual(told(passed), [['adopts', 'adopt', '2026-06-26']])
  assert.deepEqual(passed.game.toldOther[0]?.input, { resolution: id, passedOn: '2026-06-18', inForceOn: '2026-06-26' })
  const [failed, other] = ending(30, 15)
  failed.game.does('villageCommittee', 'publish', other, { resolution: '村规民约未通过' })
  failed.game.until('2026-06-26 09:00')
  assert.deepEqual([failed.game.matter(other).stage, told(failed)], ['notPassed', [['adopts', 'notAdopted', '表决未通过']]])
  const [few, third] = ending(12, 12)
  few.game.does('villageCommittee', 'letRest', third, { dropReason: '明年再议' })
  assert.deepEqual(told(few), [['adopts', 'notVoted', '未达到法定人数']], 'it was not voted down')
  const again = ending(12, 12)
  again[0].game.does('villageCommittee', 'reconvene', again[1])
  assert.deepEqual([told(again[0]), again[0].game.all('deliberation')[1]?.facts['adopts']], [[], draft], 'the draft waits for the next meeting')

  const [annulled, fifth] = ending(30, 20)
  annulled.game.does('villageCommittee', 'publish', fifth, { resolution: '通过村规民约' })
  annulled.game.does('villager', 'object', fifth, { objectionGround: 'rights', objection: '侵犯合法权利' })
  annulled.game.does('ruralLead', 'rule', fifth, { ruling: 'held', rulingReason: '侵'.repeat(900) })
  assert.deepEqual(annulled.game.toldOther.map(one => [one.step, Array.from(one.input['why'] as string).length]), [['notAdopted', 300]], 'a long reason holds nothing up')

  const two = begin(40, { drafts: { [draft]: tabled } })
  const [first] = [two.game.opens('villageCommittee', entered, 'enter')]
  assert.match(JSON.stringify(two.game.refusedToOpen('villageCommittee', entered, 'enter').faults), /puts this draft to the vote/, 'one topic for one draft')
  two.game.does('villageCommittee', 'withdraw', first)
  assert.deepEqual(told(two), [['adopts', 'notVoted', '议题已撤回']])
  two.game.opens('villageCommittee', entered, 'enter')

  const strange = begin(40, { drafts: { [draft]: { ...tabled, stage: 'drafting' } } })
  assert.match(JSON.stringify(strange.game.refusedToOpen('villageCommittee', entered, 'enter').faults), /not tabled/)
  assert.match(JSON.stringify(begin().game.refusedToOpen('villageCommittee', entered, 'enter').faults), /no draft of this village/)
})

test('23.3: tasks of a resolution are the village’s own and open no hole in the gate', () => {
  const begun = begin(40)
  const { game } = begun
  const task = { of: idOf('nothing'), village, what: '代收合作医疗费', responsible: '村委会', until: '2026-06-30' }
  const opening = (who: 'villageCommittee' | 'ruralLead' | 'ruralClerk' | 'countyClerk', more: object = {}): (() => string) => () => game.opensAnother(resolutionTask, who, { ...task, ...more }, 'set')
  for (const who of ['ruralLead', 'ruralClerk', 'countyClerk'] as const) assert.throws(opening(who), /not-yours/)
  assert.throws(opening('villageCommittee'), /no-resolution/)
  met.refusals.add('no-resolution')
  const id = called(begun)
  assert.throws(opening('villageCommittee', { of: id }), /no-resolution/, 'before it is decided')
  assert.throws(opening('villageCommittee', { of: id, village: '630202001001' }), /not-yours|no-resolution/)
  voted(begun, id, 30, 24)
  game.does('villageCommittee', 'publish', id, { resolution })
  game.until('2026-06-26 09:00')
  assert.equal(game.refused('villageCommittee', 'assign', id, { tasks: [{ what: '施工', responsible: '施工队', until: '2026-06-01' }] }).code, 'bad-input')
  game.does('villageCommittee', 'assign', id, { tasks: [{ what: '施工', responsible: '施工队', until: '2026-07-30' }] })
  const [first] = game.all('resolution-task')
  assert.equal(game.refused('ruralLead', 'drop', first?.id ?? '', { reason: '乡镇要求取消' }).code, 'not-yours')
  game.does('villageCommittee', 'drop', first?.id ?? '', { reason: '资金没有落实' })
})

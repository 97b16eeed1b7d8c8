import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../helpers/play.ts'
import { idOf, people } from '../helpers/world.ts'
import type { MatterAt } from '../../procedures/3-governance/deliberation/needs.ts'
import { resolutionTask } from '../../procedures/3-governance/deliberation/resolution-task.ts'
import { begin, called, file, kept, meeting, resolution, sheet, topic, village, voted, works, type Begun } from './village.ts'

// Published, objected to, carried out, annulled.

test('25.3: a resolution is objected to on law and procedure; the township dismisses it, or, of what is unlawful, annuls it: proposed by one, decided by its head', () => {
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
  const proposal = { annulWhy: '违反《社会救助暂行办法》，侵犯村民合法权利' }
  assert.equal(other.game.refused('ruralLead', 'annul', held).code, 'not-proposed')
  assert.equal(other.game.refused('ruralLead', 'proposeAnnul', held, proposal).code, 'not-yours')
  assert.equal(other.game.refused('ruralClerk', 'annul', held).code, 'not-yours', 'no clerk annuls what a village voted')
  assert.deepEqual(other.game.refused('ruralClerk', 'rule', held, { ruling: 'revote', rulingReason: '内容违法' }).faults?.map(one => one.fact), ['ruling'])
  other.game.does('ruralClerk', 'proposeAnnul', held, proposal)
  assert.equal(other.game.refused({ ...people.ruralLead, account: people.ruralClerk.account }, 'annul', held).code, 'two-people')
  other.game.does('ruralLead', 'annul', held)
  assert.deepEqual([other.game.matter(held).stage, other.game.counts['annulled'], /侵犯村民合法权利/.test(kept(other.game.matter(held), 'annulledBecause'))], ['annulled', 1, true])
})

test('25.3: on procedure and count the township annuls nothing: it has the votes counted again, or the meeting convened again', () => {
  const begun = begin(40)
  const { game, hall } = begun
  const id = called(begun)
  voted(begun, id, 30, 24)
  game.does('villageCommittee', 'publish', id, { resolution })
  game.does('villager', 'object', id, { objectionGround: 'count', objection: '票数对不上' })
  assert.equal(game.refused('ruralClerk', 'proposeAnnul', id, { annulWhy: '计票有误，提出撤销该决议' }).code, 'not-of-content')
  game.does('otherVillager', 'object', id, { objectionGround: 'unlawful', objection: '摊派没有依据' })
  game.does('ruralClerk', 'rule', id, { ruling: 'recount', rulingReason: '计票单与签到册不符' })
  const { stage, facts, holder } = game.matter(id)
  assert.deepEqual([stage, facts['outcome'], facts['objectionsOpen'], holder, hall.rows.at(-1)?.register, game.counts['passed']], ['counting', undefined, 1, { office: `${village}/committee` }, 'poll-recount', 0])
  for (const who of ['villageCommittee', 'supervisor'] as const) game.does(who, 'count', id, sheet)
  game.does('supervisor', 'checkBook', id)
  hall.counted(30, { for: 14, against: 16 })
  game.does('villageCommittee', 'declare', id)
  assert.equal(game.matter(id).facts['outcome'], 'failed')
  game.does('villageCommittee', 'publish', id, { resolution: '修建村口排水渠未通过' })
  game.does('villager', 'object', id, { objectionGround: 'procedure', objection: '通知没有送到三组' })
  game.does('ruralLead', 'rule', id, { ruling: 'revote', rulingReason: '三组没有收到通知' })
  assert.equal(game.refused('villageCommittee', 'letRest', id, { dropReason: '不想再开' }).code, 'revote-ordered')
  game.does('villageCommittee', 'reconvene', id)
  assert.deepEqual([game.matter(id).stage, game.all('deliberation').length], ['notHeld', 2])
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
  annulled.game.does('ruralClerk', 'proposeAnnul', fifth, { annulWhy: '侵'.repeat(900) })
  annulled.game.does('ruralLead', 'annul', fifth)
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

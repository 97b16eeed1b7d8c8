import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Procedure } from '../../kernel/procedure.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Actor } from '../../kernel/post.ts'
import { met } from '../helpers/play.ts'
import { people } from '../helpers/world.ts'
import { deliberation } from '../../procedures/3-governance/deliberation/deliberation.ts'
import { deliberationComment } from '../../procedures/3-governance/deliberation/deliberation-comment.ts'
import { hearingOpinion } from '../../procedures/3-governance/hearing/hearing-opinion.ts'
import { begin, called, file, meeting, raised, sheet, topic, village, voted, works } from './village.ts'

// Ways round the rules, each tried.

test('25.1: a topic is talked about through the four discussions as well, by who lives here; from elsewhere speak owners, firms and units alone', () => {
  const begun = begin()
  const { game } = begun
  const id = raised(begun)
  const comment = { topic: id, village, sort: 'comment', speaksAs: 'resident', comment: '先修三组那一段' }
  game.does('villageCommittee', 'accept', id, { ...works, course: 'four' })
  for (const next of [() => { game.does('villageCommittee', 'propose', id, { proposedOn: '2026-06-08', proposal: '提议修建村口排水渠' }) }, () => {
    game.until('2026-06-11 10:00')
    game.does('villageCommittee', 'confer', id, { conferredOn: '2026-06-11', conferred: '同意提请党员大会审议' })
  }, () => undefined]) {
    game.opensAnother(deliberationComment, 'villager', comment, 'comment')
    next()
  }
  assert.equal(game.matter(id).stage, 'party')
  assert.throws(() => game.opensAnother(deliberationComment, 'resident', comment, 'comment'), /not-this-village/)
  game.opensAnother(deliberationComment, 'resident', { ...comment, speaksAs: 'owner' }, 'comment')
})

test('a demand comes with its signed pages, to a body that may decide the matter; one that is unlawful ends with its reason and can be looked at again', () => {
  const { game } = begin()
  const demand = { ...topic, subject: 'publicWorks', demandBy: 'villagers', signers: 42, signatures: [file] }
  assert.deepEqual(game.refusedToOpen('villager', { ...demand, signatures: [] }, 'demand').faults?.map(one => one.fact), ['signatures'])
  assert.equal(game.refusedToOpen('villager', { ...demand, raisedBy: 'committee' }, 'demand').code, 'bad-input')
  const wrong = game.refusedToOpen('villager', { ...demand, subject: 'collectiveAssets' }, 'demand')
  assert.deepEqual([wrong.code, /成员大会/.test(wrong.remedy?.zh ?? '')], ['wrong-body', true])

  const id = game.opens('villager', demand, 'demand')
  assert.equal(game.refused('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 42, touches: 'personalRights' }).code, 'not-in-power')
  assert.deepEqual(game.refused('villageCommittee', 'decline', id, { declineGround: 'unclear', declineReason: '说得不清楚' }).faults?.map(one => one.fact), ['declineGround'], 'what enough have signed is not put off as unclear')
  game.does('villageCommittee', 'decline', id, { declineGround: 'unlawful', declineReason: '要求收回外嫁女的承包地，违反法律' })
  game.does('villager', 'askReview', id, { reviewReason: '我们要求的是修渠，不是收地' })
  game.does('ruralLead', 'overturn', id, { review: '要求召开会议的内容合法，应当核实签名' })
  assert.equal(game.matter(id).stage, 'demanded', 'it is still a demand')
  game.does('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 42, touches: 'nothing' })
  assert.equal(game.matter(id).facts['owed'], true)
})

test('a meeting that is owed is not put off until nobody remembers it', () => {
  const { game } = begin()
  const id = game.opens('villager', { ...topic, subject: 'publicWorks', demandBy: 'villagers', signers: 42, signatures: [file] }, 'demand')
  game.does('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 42, touches: 'nothing' })
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  const late = game.refused('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-08-20' })
  assert.deepEqual([late.code, /2026-07-23/.test(late.faults?.[0]?.why.zh ?? '')], ['bad-input', true])
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-07-20' })
  assert.equal(game.refused('villageCommittee', 'postpone', id, { meetingOn: '2026-07-24', postponeReason: '农忙，以后再说' }).code, 'bad-input')
  game.does('villageCommittee', 'postpone', id, { meetingOn: '2026-07-23', postponeReason: '与农忙冲突' })
  assert.ok(game.heard().some(one => one.who === 'ruralLead' && one.words.includes('put off')), 'the township hears of it')
  assert.equal(game.refused('villageCommittee', 'setDay', id, { owedBy: '2026-12-01', owedWhy: '农忙以后' }).code, 'not-yours')
  assert.equal((() => { const other = begin(); return other.game.refused('ruralLead', 'setDay', called(other), { owedBy: '2026-08-10', owedWhy: '逾期未召开' }) })().code, 'not-owed')
  assert.equal(game.refused('ruralLead', 'setDay', id, { owedBy: '2026-07-30', owedWhy: '与农忙冲突' }).code, 'in-time')
  game.until('2026-07-23 09:00')
  for (const day of ['2026-08-02', '2026-12-01']) assert.equal(game.refused('villageCommittee', 'postpone', id, { meetingOn: day, postponeReason: '农忙以后再说' }).code, 'owed-late', 'not once, and not day by day')
  for (const day of ['2026-07-24', '2026-12-01']) assert.deepEqual(game.refused('ruralLead', 'setDay', id, { owedBy: day, owedWhy: '村里逾期未召开' }).faults?.map(one => one.fact), ['owedBy'])
  game.does('ruralLead', 'setDay', id, { owedBy: '2026-08-05', owedWhy: '村里逾期未召开' })
  assert.equal(game.refused('villageCommittee', 'postpone', id, { meetingOn: '2026-08-06', postponeReason: '农忙以后再说' }).code, 'bad-input')
  game.does('villageCommittee', 'postpone', id, { meetingOn: '2026-08-04', postponeReason: '按乡镇确定的日期' })
  game.until('2026-08-04 09:00')
  assert.equal(game.refused('villageCommittee', 'postpone', id, { meetingOn: '2026-08-14', postponeReason: '再推一推' }).code, 'owed-late')
})

test('a vote begins on the day that was called, or is recorded soon after a meeting in the hall; later, notice is given anew', () => {
  const begun = begin(40)
  const { game } = begun
  const [soon, late] = [called(begun), called(begun)]
  game.until('2026-06-19 09:00')
  game.does('villageCommittee', 'openVote', soon)
  game.until('2026-07-01 09:00')
  const past = game.refused('villageCommittee', 'openVote', late)
  assert.deepEqual([past.code, /改期/.test(past.remedy?.zh ?? '')], ['day-past', true])
  assert.equal(game.refused('villageCommittee', 'postpone', late, { meetingOn: '2026-07-05', postponeReason: '当天下雨没有开成' }).code, 'short-notice')
  game.does('villageCommittee', 'postpone', late, { meetingOn: '2026-07-11', postponeReason: '当天下雨没有开成' })
  game.until('2026-07-11 09:00')
  game.does('villageCommittee', 'openVote', late)

  const phones = begin(30)
  const id = called(phones, { accept: { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' }, form: 'both' })
  phones.game.until('2026-06-19 09:00')
  assert.equal(phones.game.refused('villageCommittee', 'openVote', id).code, 'day-past', 'phones were told the day')
})

test('who speaks for somebody without a phone adds the sheet they signed, where a roll or a resolution is contested', () => {
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  assert.deepEqual(game.refused('villageCommittee', 'contestRollFor', id, { rollWrong: '二组有人漏登' }).faults?.map(one => one.fact), ['sheet'], 'the committee can’t contest its own roll to change it')
  game.does('villageWorker', 'contestRollFor', id, { rollWrong: '二组有人漏登', sheet: [file] })
  game.does('villageCommittee', 'keepRoll', id, { rollAnswer: '已核对，没有漏登' })
  voted(begun, id, 30, 24)
  game.does('villageCommittee', 'publish', id, { resolution: '同意修建村口排水渠' })
  assert.deepEqual(game.refused('villageWorker', 'objectFor', id, { objectionGround: 'count', objection: '票数对不上' }).faults?.map(one => one.fact), ['sheet'])
  game.until('2026-06-25 23:59')
  game.does('villageWorker', 'objectFor', id, { objectionGround: 'count', objection: '票数对不上', sheet: [file] })
})

test('a count without the photo of its signed sheet is none', () => {
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  game.until('2026-06-18 09:00')
  game.does('villageCommittee', 'openVote', id)
  game.does('villageCommittee', 'close', id)
  assert.deepEqual(game.refused('villageCommittee', 'count', id, { ...sheet, countSheet: [] }).faults?.map(one => one.fact), ['countSheet'])
})

test('what reads like the collective’s assets is not slipped past its members under another name', () => {
  const begun = begin()
  const { game } = begun
  const id = raised(begun, { topic: '机动地承包费怎么分配', reason: '去年的承包费还没有分，请村里议一议' })
  const slipped = game.refused('villageCommittee', 'accept', id, { subject: 'publicAffairs', touches: 'nothing' })
  assert.deepEqual([slipped.code, slipped.faults?.map(one => one.fact)], ['bad-input', ['screenNote']])
  game.does('villageCommittee', 'accept', id, { subject: 'publicAffairs', touches: 'nothing', screenNote: '只议分配表公示的地点，不涉及收益分配' })
  met.refusals.add('not-this-village')
})

test('who speaks for somebody hands in what they signed: a topic, an objection to the roll, an objection to the resolution; what follows from another matter has its paper there', () => {
  const { game } = begin()
  const faults = (who: 'villageCommittee' | 'villageWorker', input: JsonObject, step: string) => game.refusedToOpen(who, input, step).faults?.map(one => one.fact)
  assert.deepEqual(faults('villageWorker', topic, 'enterFor'), ['sheet'])
  assert.deepEqual(faults('villageWorker', { ...topic, sheet: [] }, 'enterFor'), ['sheet'])
  assert.deepEqual(faults('villageCommittee', topic, 'enter'), ['raisedBy'], 'what residents raise is not entered as if it were the committee’s own')
  assert.deepEqual(faults('villageCommittee', { ...topic, cameFrom: file }, 'enter'), ['cameFrom'], 'nor as if it followed from a matter')
  assert.deepEqual(faults('villageCommittee', { ...topic, raisedBy: 'committee', sheet: [file] }, 'enterFor'), ['raisedBy'])
  assert.equal(game.matter(game.opens('villageCommittee', { ...topic, raisedBy: 'committee' }, 'enter')).stage, 'raised')
  const inTheForm = ([deliberation, deliberationComment, hearingOpinion] as readonly Procedure[]).flatMap(one => Object.entries(one.steps)).filter(([, step]) => step.asks?.includes('sheet?')).map(([name]) => name)
  assert.deepEqual(inTheForm, [], 'no form says “optional” of a paper that is needed')
})

test('27.3: who declares themselves kin to those a vote concerns does not count it; where all are, the supervisory committee or a village of the same township does', () => {
  const begun = begin()
  const { game } = begun
  const id = called(begun)
  game.until('2026-06-18 09:00')
  game.does('villageCommittee', 'openVote', id)
  game.does('villageCommittee', 'close', id)
  assert.equal(game.refused('villageCommittee', 'count', id, { ...sheet, counterKin: 'some' }).code, 'kin')
  assert.deepEqual(game.refused('villageCommittee', 'count', id, { countPlace: sheet.countPlace, countTotals: sheet.countTotals, countSheet: sheet.countSheet }).faults?.map(one => one.fact), ['counterKin'], 'it is declared by each')
  game.does('supervisor', 'count', id, sheet)
  const next = '630202101202'
  const neighbour: Actor = { ...people.villageCommittee, account: people.westCommittee.account, region: next, office: `${next}/committee` }
  assert.equal(game.refused(neighbour, 'count', id, sheet).code, 'not-asked')
  for (const other of [village, '630202001001']) assert.deepEqual(game.refused('villageCommittee', 'askNeighbour', id, { neighbour: other, neighbourWhy: '本村能计票的都有亲属关系' }).faults?.map(one => one.fact), ['neighbour'])
  game.does('supervisor', 'askNeighbour', id, { neighbour: next, neighbourWhy: '本村能计票的都有亲属关系' })
  game.does(neighbour, 'count', id, sheet)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../helpers/play.ts'
import { idOf, people } from '../helpers/world.ts'
import { deliberationComment } from '../../procedures/3-governance/deliberation/deliberation-comment.ts'
import { begin, called, meeting, raised, village, works } from './village.ts'

// Called, enrolled, discussed; or only talked over.

test('short notice, no roll, a roll of others, online where it is not open: all refused before anybody is told', () => {
  const begun = begin()
  const { game, hall } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, works)
  const notice = { ...meeting, meetingOn: '2026-06-18' }
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, notice).code, 'no-roll')
  assert.equal(game.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'paper' }).code, 'bad-input')
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: [{ number: 1, name: '马有福' }] })
  assert.ok(!('units' in game.matter(id).facts), 'the roll stands in its register alone')
  hall.rollIs({ kind: 'household', units: 12, faults: [] })
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, notice).code, 'roll-of-others')
  hall.rollIs({ kind: 'adult', units: 12, faults: [{ zh: '第 3 号重复', en: 'Number 3 stands twice' }] })
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, notice).code, 'roll-faulty')
  hall.rollIs({ kind: 'adult', units: 12, faults: [{ zh: '一人只知出生年代', en: 'Of one only the decade is known' }] })
  const short = game.refused('villageCommittee', 'giveNotice', id, { ...notice, meetingOn: '2026-06-17', rollChecked: true })
  assert.deepEqual([short.code, /2026-06-18/.test(short.why.zh), /第二十一条/.test(short.remedy?.zh ?? '')], ['short-notice', true, true])
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, { ...notice, meetingOn: '2026-12-18', rollChecked: true }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, { ...notice, form: 'both' }).code, 'no-online')
  const fault = (more: object) => game.refused('villageCommittee', 'giveNotice', id, { where: '村委会院子', form: 'hall', meetingOn: '2026-06-18', rollChecked: true, ...more }).faults?.map(one => one.fact)
  assert.deepEqual([fault({}), fault({ question: '是否同意修建？', voteUntil: '2026-06-17' }), fault({ question: '是否同意修建？', voteUntil: '2026-12-31' })], [['question'], ['voteUntil'], ['voteUntil']], 'the notice says what is put to the vote, and until when')
  game.does('villageCommittee', 'giveNotice', id, { ...notice, rollChecked: true })
  assert.equal(game.refused('villageCommittee', 'postpone', id, { meetingOn: '2026-06-17', postponeReason: '提前一天' }).code, 'short-notice')
  game.does('villageCommittee', 'postpone', id, { meetingOn: '2026-06-20', postponeReason: '与农忙冲突' })
  assert.equal(game.due(id), '2026-06-20 23:59')
})

test('the roll is frozen at the notice: objected to it is corrected before the vote, never after, and nobody votes while an objection is open', () => {
  const begun = begin()
  const { game } = begun
  const id = called(begun)
  assert.equal(game.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'register' }).code, 'wrong-stage')
  assert.equal(game.refused('villageCommittee', 'correctRoll', id, { rollChanges: [{ does: 'strike', reason: 'death', number: 2 }], rollAnswer: '自己想改' }).code, 'nothing-open')
  assert.equal(game.refused('resident', 'contestRoll', id, { rollWrong: '我也要在名册上' }).code, 'not-this-village')
  game.does('villager', 'contestRoll', id, { rollWrong: '我哥哥漏了' })
  assert.equal(game.refused('villageCommittee', 'openVote', id).code, 'not-yet')
  game.until('2026-06-18 09:00')
  assert.equal(game.refused('villageCommittee', 'openVote', id).code, 'roll-contested')
  assert.deepEqual(game.refused('villageCommittee', 'correctRoll', id, { rollChanges: [{ does: 'add', reason: 'joined' }, { does: 'strike', reason: 'death' }], rollAnswer: '补入、划去' }).faults?.map(one => [one.row, one.column]), [[0, 'name'], [1, 'number']])
  game.does('villageCommittee', 'keepRoll', id, { rollAnswer: '户口已迁出，不补入' })
  game.does('villageCommittee', 'openVote', id)
  assert.equal(game.refused('villager', 'contestRoll', id, { rollWrong: '我哥哥还是漏了' }).code, 'wrong-stage')
})

test('25.3: one objection that names two is answered with two lines; each answer says which objection it was, and who decided', () => {
  const begun = begin()
  const { game, hall } = begun
  const id = called(begun)
  game.does('villager', 'contestRoll', id, { rollWrong: '三号、七号两人都漏登了' })
  game.does('otherVillager', 'contestRoll', id, { rollWrong: '九号已经去世' })
  const [first, second] = game.past(id).flatMap((one, at) => (one.step === 'contestRoll' ? [at + 1] : []))
  const both = [{ does: 'add', reason: 'other', name: '李存秀' }, { does: 'add', reason: 'other', name: '王存秀' }]
  assert.deepEqual(game.refused('villageCommittee', 'correctRoll', id, { objectionNo: 1, rollChanges: both, rollAnswer: '核实补入' }).faults?.map(one => one.fact), ['objectionNo'])
  game.does('villageCommittee', 'correctRoll', id, { objectionNo: second ?? 0, rollChanges: [{ does: 'strike', reason: 'death', number: 9 }], rollAnswer: '核实已去世' })
  game.does('villageCommittee', 'correctRoll', id, { rollChanges: both, rollAnswer: '核实补入' })
  const rows = hall.rows.filter(one => one.register === 'roll-correction').map(one => one.row)
  assert.deepEqual(rows.map(row => [row['objection'], (row['changes'] as readonly object[]).length, row['decidedBy']]), [[second, 1, people.villageCommittee.account], [first, 2, people.villageCommittee.account]])
  assert.equal(game.matter(id).facts['rollOpen'], 0)
})

test('nobody whose age is not settled stands on a roll that is frozen', () => {
  const begun = begin()
  const { game, hall } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, works)
  assert.equal(game.refused('villageCommittee', 'editRoll', id, { rollEdits: [{ edit: 'strike', number: 3 }] }).code, 'no-roll')
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  hall.rollIs({ kind: 'adult', units: 40, unsure: 2, faults: [] })
  assert.equal(game.refused('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-06-18', rollChecked: true }).code, 'age-unsure', 'one tick does not settle it')
  game.does('villageCommittee', 'editRoll', id, { rollEdits: [{ edit: 'strike', number: 3 }, { edit: 'ofAge', number: 7 }] })
  assert.deepEqual([hall.rows.at(-1)?.register, game.matter(id).facts['rollEdits']], ['roll-edit', undefined])
})

test('25.2: what is only talked over ends in words, is published, and is no vote', () => {
  const begun = begin()
  const { game } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, { subject: 'talk', touches: 'nothing' })
  assert.equal(game.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'register' }).code, 'no-voters')
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-06-11', form: 'both', invited: '物业企业、业主委员会' })
  assert.equal(game.refused('villager', 'contestRoll', id, { rollWrong: '我不在名册上' }).code, 'no-voters')
  game.until('2026-06-11 09:00')
  assert.equal(game.refused('villageCommittee', 'openVote', id).code, 'no-voters')
  const talk = { came: 23, resolution: '大家同意先清淤，再议修渠' }
  assert.equal(game.refused('villageCommittee', 'conclude', id, { ...talk, outcome: 'passed' }).code, 'bad-input')
  game.does('villageCommittee', 'conclude', id, { ...talk, outcome: 'agreed' })
  game.does('villageCommittee', 'publish', id, { resolution: talk.resolution })
  assert.deepEqual([game.matter(id).stage, game.counts['talked']], ['objecting', 1])
  const toVote = called(begun, { on: '2026-06-21' })
  game.until('2026-06-21 09:00')
  assert.equal(game.refused('villageCommittee', 'conclude', toVote, { ...talk, outcome: 'agreed' }).code, 'needs-vote')
})

test('a topic is given up with a reason; what was said of it falls with it, and comments close with the vote', () => {
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  const comment = { topic: id, village, sort: 'comment', speaksAs: 'resident', comment: '同意' }
  const said = game.opensAnother(deliberationComment, 'villager', comment, 'comment')
  const mine = game.opensAnother(deliberationComment, 'otherVillager', comment, 'comment')
  game.does('otherVillager', 'withdraw', mine)
  game.until('2026-06-16 09:00')
  assert.ok(game.heard().some(one => one.matter === said && one.who === 'ruralLead'), 'an answer owed is asked for')
  game.does('villageCommittee', 'giveUp', id, { dropReason: '上级已列入项目，不再由村里出资' })
  assert.deepEqual([game.matter(id).stage, game.matter(said).stage], ['dropped', 'moot'])
  assert.throws(() => game.opensAnother(deliberationComment, 'villager', comment, 'comment'), /not-discussed/)
  met.refusals.add('not-discussed')
  assert.throws(() => game.opensAnother(deliberationComment, 'villageWorker', { ...comment, topic: called(begun, { on: '2026-07-01' }), way: 'paper' }, 'record'), /sheet the person signed/)
  assert.throws(() => game.opensAnother(deliberationComment, 'villager', { ...comment, topic: idOf('nothing') }, 'comment'), /no topic of this village/)
})

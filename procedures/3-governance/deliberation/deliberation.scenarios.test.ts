import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { villageVote } from '../../../test/helpers/village-vote.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import { deliberation } from './deliberation.ts'
import { deliberationComment } from './deliberation-comment.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { MatterAt } from './needs.ts'
import { selectedOn } from './parts.ts'
import { resolutionTask } from './resolution-task.ts'

const village = '630202101201'
const file = people.resident.account
const topic = { topic: '村口修建排水渠', village, raisedBy: 'residents', concern: 'publicGood', reason: '雨季村口积水，出行不便，请村里议一议' }
const works = { subject: 'publicWorks', touches: 'nothing' }
const others = [deliberation, deliberationComment, resolutionTask]

/** Words that a step made, in both languages. */
const kept = ({ facts }: { readonly facts: object }, name: string): string => JSON.stringify((facts as { readonly [name: string]: unknown })[name] ?? '')

const begin = (size = 40, { area, drafts }: { readonly area?: number; readonly drafts?: { readonly [id: string]: MatterAt } } = {}) => {
  const hall = villageVote(size, area === undefined ? {} : { area })
  const game: ReturnType<typeof play> = play(deliberation, '2026-06-08 10:00', { others, records: hall.records, loads: hall.loads(procedure => game.all(procedure), drafts) })
  return { game, hall }
}

type Begun = ReturnType<typeof begin>

const raised = ({ game }: Begun, more: object = {}): string => game.opens('villager', { ...topic, ...more }, 'raise')

const meeting = { where: '村委会院子', form: 'hall' }

/** Taken up, enrolled and called for a day. */
const called = (begun: Begun, { accept = works, on = '2026-06-18', form = 'hall' }: { readonly accept?: object; readonly on?: string; readonly form?: string } = {}): string => {
  const { game } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, { ...accept })
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: on, form })
  return id
}

const sheet = { countPlace: '会场', countTotals: [{ for: 0, against: 0, abstain: 0, spoilt: 0 }], countSheet: [file] }

/** Opened, closed and counted with this many present and in favour. */
const voted = (begun: Begun, id: string, present: number, inFavour: number, on = '2026-06-18'): void => {
  const { game, hall } = begun
  game.until(`${on} 09:00`)
  game.does('villageCommittee', 'openVote', id, { question: '是否同意修建村口排水渠？' })
  game.does('villageWorker', 'attend', id, { attendance: [{ number: 1, way: 'hall' }] })
  game.does('villageCommittee', 'strike', id, { number: 1, strikeWhy: '登记到了别人的一行' })
  game.does('villageCommittee', 'close', id)
  game.does('villageCommittee', 'count', id, sheet)
  game.does('supervisor', 'count', id, sheet)
  hall.counted(present, { for: inFavour, against: present - inFavour })
  game.does('villageCommittee', 'declare', id)
}

const resolution = '同意修建村口排水渠，资金由村集体和筹资解决'

test('the declarations hold', () => {
  for (const one of others) assert.deepEqual(check(one), [])
})

test('25.1, 25.2: a resident raises a topic; it is screened, discussed, called, decided, published, carried out and reported back, and the supervisory committee sees every stage', () => {
  const begun = begin()
  const { game, hall } = begun
  const id = raised(begun)
  assert.deepEqual([game.matter(id).holder, game.due(id), new Set(game.heard().map(one => one.who))], [{ office: `${village}/committee` }, '2026-06-15 18:00', new Set(['villageCommittee', 'villageClerk', 'villageWorker', 'supervisor'])])
  game.does('villageCommittee', 'accept', id, works)
  const { body, unit, manner, chosen } = game.matter(id).facts as { readonly [name: string]: string }
  assert.deepEqual([body, unit, manner], ['assembly', 'adult', 'open'])
  assert.match(chosen ?? '', /由村民会议决定.*会前10日通知.*过半数参加方可表决.*《村民委员会组织法》/s)
  assert.deepEqual(new Set(game.heard().map(one => one.who)), new Set(['villager', 'supervisor']))

  const asks = game.opensAnother(deliberationComment, 'otherVillager', { topic: id, village, sort: 'question', speaksAs: 'household', comment: '每户要出多少钱？' }, 'comment')
  game.opensAnother(deliberationComment, 'villageWorker', { topic: id, village, sort: 'comment', speaksAs: 'propertyFirm', comment: '物业可以出挖机', way: 'onBehalf' }, 'record')
  game.does('villageCommittee', 'answer', asks, { outcome: 'explained', reply: '按户均摊不超过两百元，困难户减免' })
  assert.deepEqual(game.matter(asks).stage, 'answered')

  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-06-18', invited: '物业企业、驻村单位' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['rollUnits'], hall.rows.map(one => one.register)], ['noticed', 40, ['roll', 'roll-freeze']])

  game.does('otherVillager', 'contestRoll', id, { rollWrong: '我儿媳妇去年嫁来，名册上没有' })
  game.does('villager', 'contestRoll', id, { rollWrong: '二组老马已经去世' })
  game.does('villageCommittee', 'correctRoll', id, { correction: 'add', correctedFor: 'joined', oneUnit: [{ name: '马秀英' }], rollAnswer: '户口已迁入，补入' })
  game.does('villageCommittee', 'keepRoll', id, { rollAnswer: '核实仍健在，名册不变' })
  const correction = hall.rows.find(one => one.register === 'roll-correction')?.row
  assert.deepEqual([correction?.['does'], correction?.['unit'], correction?.['decidedBy'], game.matter(id).facts['oneUnit']], ['add', { name: '马秀英' }, `${village}/committee`, undefined])

  voted(begun, id, 30, 24)
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['outcome']], ['declared', 'passed'])
  assert.match(kept(game.matter(id), 'explained'), /名册共40人，须有21人参加（过半数），实际参加30人；通过须16票（参加表决的过半数），同意24票/)
  assert.deepEqual(hall.rows.slice(3).map(one => one.register), ['poll-open', 'attendance', 'attendance-strike', 'poll-close', 'count-sheet', 'count-sheet', 'poll-publish'])
  game.heard()
  game.does('villageCommittee', 'publish', id, { resolution })
  assert.ok(game.heard().some(one => one.who === 'supervisor'))

  game.until('2026-06-26 09:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['inForceOn']], ['carryingOut', '2026-06-26'])
  game.does('villageCommittee', 'assign', id, { tasks: [{ what: '测量放线', responsible: '村委会', until: '2026-06-30' }, { what: '施工', responsible: '施工队', until: '2026-08-30' }] })
  const [measure, build] = game.all('resolution-task')
  assert.deepEqual([measure?.holder, measure?.links, build?.facts['until']], [{ office: `${village}/committee` }, [{ kind: 'carries', matter: id }], '2026-08-30'])
  game.does('villageCommittee', 'note', measure?.id ?? '', { progress: '已请水利站测量' })
  game.until('2026-07-02 09:00')
  assert.deepEqual([game.matter(measure?.id ?? '').facts['late'], game.heard().some(one => one.who === 'supervisor' && one.matter === measure?.id)], [true, true])
  assert.equal(game.refused('villageCommittee', 'reportBack', id, { report: '排水渠已全部建成并验收' }).code, 'tasks-open')
  game.does('villageCommittee', 'finish', measure?.id ?? '', { report: '测量完成' })
  game.does('villageCommittee', 'extend', build?.id ?? '', { until: '2026-09-30', reason: '雨季停工半个月' })
  game.does('villageCommittee', 'finish', build?.id ?? '', { report: '建成 320 米' })
  game.does('villageCommittee', 'reportBack', id, { report: '排水渠已全部建成并验收' })
  game.does('otherVillager', 'contest', id, { contested: '三组那一段没有盖板' })
  game.does('supervisor', 'supervise', id, { supervision: '请补齐盖板后再报告' })
  game.does('villageCommittee', 'reportBack', id, { report: '三组盖板已补齐，全部完成' })
  game.until('2026-08-01 09:00')
  assert.deepEqual([game.matter(id).stage, game.counts['passed'], game.counts['closed'], game.counts['late']], ['closed', 1, 1, 1])
})

test('who discusses and who votes are different rolls: an owners’ committee and a firm raise a topic and speak, and none of it gives them a vote', () => {
  const { game, hall } = begin()
  const id = game.opens('villageCommittee', { ...topic, raisedBy: 'propertyFirm', sheet: [file] }, 'enter')
  assert.deepEqual([game.matter(id).parties.some(one => one.role === 'reporter'), hall.rows.length], [false, 0])
  assert.equal(game.refusedToOpen('villager', { ...topic, raisedBy: 'committee' }, 'raise').code, 'bad-input')
  assert.equal(game.refusedToOpen('resident', topic, 'raise').code, 'not-this-village')
})

test('the wrong body is refused and the right one named: a household vote on collective assets, a covenant by representatives, an urban community whose law is not confirmed', () => {
  const begun = begin()
  const { game } = begun
  const id = raised(begun)
  const assets = game.refused('villageCommittee', 'accept', id, { subject: 'collectiveAssets', touches: 'nothing', body: 'assembly', unit: 'household' })
  assert.deepEqual([assets.code, /成员大会/.test(assets.remedy?.zh ?? ''), /第二十七条/.test(assets.why.zh)], ['wrong-body', true, true])
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'covenant', touches: 'nothing', body: 'representatives' }).code, 'wrong-body')
  assert.equal(game.refused('villageCommittee', 'accept', id, { ...works, unit: 'owner' }).code, 'wrong-unit')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'governmentPower' }).code, 'not-in-power')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'law' }).code, 'against-law')
  const urban = game.opens('resident', { ...topic, village: '630202001001' }, 'raise')
  const blocked = game.refused('committee', 'accept', urban, { subject: 'residentsAffairs', touches: 'nothing' })
  assert.deepEqual([blocked.code, /司法行政部门/.test(blocked.remedy?.zh ?? '')], ['track-blocked', true])
})

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
  assert.equal(game.refused('villageCommittee', 'correctRoll', id, { correction: 'strike', correctedFor: 'death', number: 2, rollAnswer: '自己想改' }).code, 'nothing-open')
  assert.equal(game.refused('resident', 'contestRoll', id, { rollWrong: '我也要在名册上' }).code, 'not-this-village')
  game.does('villager', 'contestRoll', id, { rollWrong: '我哥哥漏了' })
  assert.equal(game.refused('villageCommittee', 'openVote', id, { question: '是否同意修建？' }).code, 'not-yet')
  game.until('2026-06-18 09:00')
  assert.equal(game.refused('villageCommittee', 'openVote', id, { question: '是否同意修建？' }).code, 'roll-contested')
  for (const wrong of [{ correction: 'add', correctedFor: 'joined', rollAnswer: '补入' }, { correction: 'strike', correctedFor: 'death', rollAnswer: '划去' }]) assert.equal(game.refused('villageCommittee', 'correctRoll', id, wrong).code, 'bad-input')
  game.does('villageCommittee', 'keepRoll', id, { rollAnswer: '户口已迁出，不补入' })
  assert.equal(game.refused('villageCommittee', 'openVote', id, { question: '是否同意修建？', voteUntil: '2026-06-17' }).code, 'bad-input')
  game.does('villageCommittee', 'openVote', id, { question: '是否同意修建？' })
  assert.equal(game.refused('villager', 'contestRoll', id, { rollWrong: '我哥哥还是漏了' }).code, 'wrong-stage')
})

test('the result is computed: over half of the roll must come, over half of those present agree; exactly half fails', () => {
  for (const [present, inFavour, outcome] of [[21, 11, 'passed'], [22, 11, 'failed'], [20, 20, 'noQuorum']] as const) {
    const begun = begin(40)
    const id = called(begun)
    voted(begun, id, present, inFavour)
    assert.equal(begun.game.matter(id).facts['outcome'], outcome, `${inFavour} of ${present}`)
  }
})

test('collective assets: members only, two thirds come and two thirds of all pass; exactly two thirds is enough, one fewer fails', () => {
  for (const [size, present, inFavour, outcome] of [[30, 20, 20, 'passed'], [30, 30, 19, 'failed'], [30, 19, 19, 'noQuorum']] as const) {
    const begun = begin(size)
    const id = called(begun, { accept: { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' } })
    assert.deepEqual([begun.game.matter(id).facts['body'], begun.game.matter(id).facts['unit']], ['collective', 'member'])
    voted(begun, id, present, inFavour)
    assert.equal(begun.game.matter(id).facts['outcome'], outcome, `${inFavour} of ${present} of ${size}`)
  }
})

test('what was announced can’t be cut short: online the vote runs to its hour and closes by itself', () => {
  const begun = begin(30)
  const { game, hall } = begun
  const id = called(begun, { accept: { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' }, form: 'both' })
  game.until('2026-06-18 09:00')
  game.does('villageCommittee', 'openVote', id, { question: '是否同意分配方案？', voteUntil: '2026-06-20' })
  assert.deepEqual(hall.rows.find(one => one.register === 'poll-open')?.row['online'], true)
  assert.equal(game.refused('villageCommittee', 'close', id).code, 'vote-runs')
  game.until('2026-06-21 08:00')
  assert.deepEqual([game.matter(id).stage, hall.rows.at(-1)?.register], ['counting', 'poll-close'])
  assert.equal(game.refused('villageCommittee', 'attend', id, { attendance: [{ number: 1, way: 'hall' }] }).code, 'wrong-stage')
  assert.equal(game.refused('villageCommittee', 'count', id, { countPlace: '会场', countSheet: [file] }).code, 'bad-input')
  game.does('villageClerk', 'count', id, sheet)
  game.does('villageClerk', 'withdrawCount', id, { countPlace: '会场' })
  assert.ok(!JSON.stringify(game.matter(id).facts).includes('"against"'), 'the second counter is not shown the first’s')
  assert.equal(game.refused('villageCommittee', 'declare', id).code, 'not-counted')
  hall.counted(25, { for: 15, against: 11 })
  assert.equal(game.refused('villageCommittee', 'declare', id).code, 'figures-conflict')
  game.until('2026-06-26 09:00')
  assert.equal(game.matter(id).facts['late'], true)
})

test('a resolution that nobody could pass for want of a quorum decides nothing: it is convened again with what is known, or let rest', () => {
  const begun = begin(40)
  const { game } = begun
  const id = called(begun)
  voted(begun, id, 12, 12)
  assert.equal(game.matter(id).stage, 'adjourned')
  assert.equal(game.refused('villageCommittee', 'publish', id, { resolution }).code, 'wrong-stage')
  game.does('villageCommittee', 'reconvene', id)
  const [, again] = game.all('deliberation')
  assert.deepEqual([game.matter(id).stage, again?.facts['topic'], again?.links, again?.facts['subject']], ['notHeld', topic.topic, [{ kind: 'again', matter: id }], 'publicWorks'])
  const other = begin(40)
  const rest = called(other)
  voted(other, rest, 3, 3)
  other.game.does('villageCommittee', 'letRest', rest, { dropReason: '明年再议' })
  assert.equal(other.game.matter(rest).stage, 'notHeld')
})

test('25.1: a tenth of the villagers, or a third of the representatives, have a meeting convened: it is owed, it has its clock, and it can’t be let rest', () => {
  const begun = begin()
  const { game } = begun
  const demand = { ...topic, subject: 'publicWorks', demandBy: 'villagers', signers: 42, signatures: [file] }
  const id = game.opens('villager', demand, 'demand')
  assert.equal(game.refused('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 43, touches: 'nothing' }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'confirmDemand', id, { entitled: 30, valid: 40, touches: 'nothing' }).code, 'bad-input')
  game.does('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 40, touches: 'nothing' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['owed'], game.due(id)], ['preparing', true, '2026-06-23 23:59'])
  assert.match(kept(game.matter(id), 'demandResult'), /有权要求的共400人，须40人（十分之一以上），有效签名40人：应当召开/)
  assert.ok(game.heard().some(one => one.who === 'ruralLead'))
  const refused = game.refused('villageCommittee', 'giveUp', id, { dropReason: '不想开会' })
  assert.deepEqual([refused.code, /应当召集/.test(refused.why.zh)], ['owed', true])
  game.until('2026-06-24 09:00')
  assert.deepEqual([game.matter(id).facts['late'], game.heard().some(one => one.who === 'ruralLead')], [true, true])

  const few = game.opens('villager', { ...demand, demandBy: 'representatives', signers: 12 }, 'demand')
  game.does('ruralClerk', 'confirmDemand', few, { entitled: 37, valid: 12, touches: 'nothing' })
  assert.deepEqual([game.matter(few).stage, game.matter(few).facts['owed']], ['raised', undefined])
  const enough = game.opens('villageWorker', { ...demand, demandBy: 'representativesMeeting', signers: 8 }, 'demand')
  game.does('villageCommittee', 'confirmDemand', enough, { entitled: 37, valid: 8, touches: 'nothing' })
  assert.deepEqual([game.matter(enough).facts['body'], game.matter(enough).facts['owed']], ['representatives', true])
})

test('25.3: a topic declined says why and where to turn; whoever raised it has the township look at it again', () => {
  const begun = begin()
  const { game } = begun
  const decline = { declineGround: 'notOurs', declineReason: '公路由县交通局管，已为您转为诉求' }
  const id = raised(begun)
  game.does('villageCommittee', 'decline', id, decline)
  game.does('villager', 'askReview', id, { reviewReason: '村口是村道，不是县道' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder], ['reviewing', { office: '630202101/gov' }])
  game.does('ruralClerk', 'overturn', id, { review: '村道由村里决定，应当受理' })
  assert.equal(game.refused('villageCommittee', 'decline', id, decline).code, 'found-lawful')
  assert.equal(game.refused('villageCommittee', 'refer', id, { doubt: '还是不确定' }).code, 'asked-before')
  game.does('villageCommittee', 'accept', id, works)
  const [upheld, silent, taken] = [raised(begun), raised(begun), raised(begun)]
  for (const one of [upheld, silent]) game.does('villageCommittee', 'decline', one, decline)
  game.does('villageWorker', 'askReview', upheld, { reviewReason: '代为提出：村口是村道' })
  game.until('2026-06-16 09:00')
  assert.equal(game.matter(upheld).facts['late'], true, 'a review not made in time shows')
  game.does('ruralLead', 'uphold', upheld, { review: '该路为县道，不予受理正确' })
  assert.equal(game.refused('villageCommittee', 'withdraw', taken).code, 'not-its-own')
  game.does('villager', 'withdraw', taken, { withdrawReason: '已经修好' })
  game.until('2026-06-20 09:00')
  assert.deepEqual([upheld, silent, taken].map(one => game.matter(one).stage), ['declinedForGood', 'declinedForGood', 'withdrawn'])
  assert.ok(game.matter(id).stage === 'preparing')
})

test('where it is doubtful whether a topic is lawful the township says so, and nothing else', () => {
  const begun = begin()
  const { game } = begun
  const [lawful, unlawful] = [raised(begun), raised(begun)]
  for (const one of [lawful, unlawful]) game.does('villageCommittee', 'refer', one, { doubt: '能否规定外嫁女不得分地？' })
  assert.equal(game.refused('villageCommittee', 'opine', lawful, { lawful: true, opinion: '可以' }).code, 'not-yours')
  game.does('ruralLead', 'opine', lawful, { lawful: true, opinion: '排水渠属于村公益事业，可以由村民决定' })
  game.does('ruralLead', 'opine', unlawful, { lawful: false, opinion: '侵害妇女合法权益，违反法律' })
  assert.deepEqual([game.matter(lawful).stage, game.matter(unlawful).stage, game.matter(unlawful).facts['declineGround']], ['raised', 'declined', 'unlawful'])
  game.until('2026-06-16 09:00')
  assert.equal(game.matter(lawful).facts['late'], true, 'a topic not screened in time shows')
})

test('四议两公开: proposed, talked over, reviewed by signed figures alone, decided, and both published', () => {
  const begun = begin(40)
  const { game } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, { ...works, course: 'four' })
  assert.equal(game.matter(id).stage, 'branch')
  game.does('villageCommittee', 'propose', id, { proposedOn: '2026-06-08', proposal: '提议修建村口排水渠' })
  assert.equal(game.refused('villageCommittee', 'confer', id, { conferredOn: '2026-06-09', conferred: '同意' }).code, 'bad-input')
  game.until('2026-06-11 10:00')
  assert.match(JSON.stringify(game.refused('villageCommittee', 'confer', id, { conferredOn: '2026-06-10', conferred: '同意提请党员大会审议' }).faults), /2026-06-11/)
  game.does('villageCommittee', 'confer', id, { conferredOn: '2026-06-11', conferred: '同意提请党员大会审议' })
  game.until('2026-06-14 10:00')
  const counts = (partyPresent: number, partyFor: number) => ({ partyOn: '2026-06-14', partyDue: 30, partyPresent, partyFor })
  assert.equal(game.refused('villageCommittee', 'review', id, counts(19, 19)).code, 'too-few-members')
  assert.equal(game.refused('villageCommittee', 'review', id, counts(31, 19)).code, 'figures-conflict')
  game.does('villageCommittee', 'review', id, counts(20, 15))
  assert.equal(game.matter(id).stage, 'conferring', 'exactly half of those due is not over half')
  game.until('2026-06-17 10:00')
  game.does('villageCommittee', 'confer', id, { conferredOn: '2026-06-17', conferred: '修改方案后再次提请审议' })
  game.until('2026-06-20 10:00')
  game.does('villageCommittee', 'review', id, { ...counts(20, 16), partyOn: '2026-06-20' })
  assert.deepEqual([game.matter(id).stage, /须16人同意/.test(kept(game.matter(id), 'partyResult'))], ['preparing', true])
  const gone = raised(begun)
  game.does('villageCommittee', 'accept', gone, { ...works, course: 'four' })
  game.does('villageCommittee', 'dropCourse', gone, { dropReason: '党组织未提议' })
  assert.equal(game.matter(gone).stage, 'dropped')
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
  assert.equal(game.refused('villageCommittee', 'openVote', id, { question: '是否同意修建？' }).code, 'no-voters')
  const talk = { came: 23, resolution: '大家同意先清淤，再议修渠' }
  assert.equal(game.refused('villageCommittee', 'conclude', id, { ...talk, outcome: 'passed' }).code, 'bad-input')
  game.does('villageCommittee', 'conclude', id, { ...talk, outcome: 'agreed' })
  game.does('villageCommittee', 'publish', id, { resolution: talk.resolution })
  assert.deepEqual([game.matter(id).stage, game.counts['talked']], ['objecting', 1])
  const toVote = called(begun, { on: '2026-06-21' })
  game.until('2026-06-21 09:00')
  assert.equal(game.refused('villageCommittee', 'conclude', toVote, { ...talk, outcome: 'agreed' }).code, 'needs-vote')
})

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
  game.does('villageWorker', 'object', id, { objectionGround: 'count', objection: '代村民提出：票数对不上', sheet: [file] })
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
  assert.deepEqual(told(few), [['adopts', 'notAdopted', '未达到法定人数']])
  const again = ending(12, 12)
  again[0].game.does('villageCommittee', 'reconvene', again[1])
  assert.deepEqual([told(again[0]), again[0].game.all('deliberation')[1]?.facts['adopts']], [[], draft], 'the draft waits for the next meeting')

  const [annulled, fifth] = ending(30, 20)
  annulled.game.does('villageCommittee', 'publish', fifth, { resolution: '通过村规民约' })
  annulled.game.does('villager', 'object', fifth, { objectionGround: 'rights', objection: '侵犯合法权利' })
  annulled.game.does('ruralLead', 'rule', fifth, { ruling: 'held', rulingReason: '侵'.repeat(900) })
  assert.deepEqual(annulled.game.toldOther.map(one => [one.step, Array.from(one.input['why'] as string).length]), [['notAdopted', 300]], 'a long reason holds nothing up')

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

test('a villagers’ group decides its own affairs, and no other body for it; a place that governs itself in neither way decides nothing', () => {
  const { game } = begin()
  const id = game.opens('villager', topic, 'raise')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'groupAffairs', touches: 'nothing', body: 'assembly' }).code, 'wrong-body')
  game.does('villageCommittee', 'accept', id, { subject: 'groupAffairs', touches: 'nothing' })
  assert.equal(game.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'register' }).code, 'bad-input')
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register', rollTeam: '二组' })
  const park = selectedOn({}, '630202101498', law, '2026-06-08')
  assert.ok(isRefusal(park))
  met.refusals.add(park.code)
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const { steps, name } of others) assert.deepEqual(Object.keys(steps).filter(step => !['recount', 'erase', 'correct', 'rezone'].includes(step) && !met.steps.has(`${name}.${step}`)), [], name)
  const folder = new URL('./', import.meta.url)
  const said = readdirSync(folder).filter(one => one.endsWith('.ts') && !one.includes('.test.')).map(one => readFileSync(new URL(one, folder), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual([...new Set(codes)].filter(code => !met.refusals.has(code)), [])
})

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { periodOf, type Awarding, type Drafting, type HouseholdPoints, type Line, type Redeeming, type Scheme, type Waiting } from './needs.ts'
import { householdClaim } from './household-claim.ts'
import { pointsAward } from './points-award.ts'
import { pointsCatalogue } from './points-catalogue.ts'
import { pointsCorrection } from './points-correction.ts'
import type { CovenantInForce } from '../covenant/clauses.ts'
import { pointsDeduction } from './points-deduction.ts'
import { pointsObjection } from './points-objection.ts'
import { pointsOpening, type Opening } from './points-opening.ts'
import { pointsPosting } from './points-posting.ts'
import { pointsProposal } from './points-proposal.ts'
import { pointsScheme } from './points-scheme.ts'
import { redemption } from './redemption.ts'
import { rewardStock } from './reward-stock.ts'

// Monday, 8 June 2026, 10:00. The village is 荒滩村, but where a neighbouring one is asked: 东关社区 and 西关社区 lie side by side.
const all: readonly Procedure[] = [pointsCatalogue, pointsScheme, pointsProposal, pointsAward, pointsPosting, pointsObjection, pointsCorrection, pointsDeduction, pointsOpening, redemption, rewardStock, householdClaim]
const village = '630202101201'
const [h1, h2, h3] = [`${village}-0001`, `${village}-0002`, `${village}-0003`]
const file = [idOf('file')]

const affairs = [{ code: 'A01', what: '环境卫生', least: 1, most: 10 }, { code: 'A02', what: '参加村民会议', least: 2, most: 5 }]
const items = [
  { code: '01', what: '庭院整洁', affair: 'A01', points: 5, most: 20, by: 'either', evidence: 'photo' },
  { code: '02', what: '参加村民会议', affair: 'A02', points: 3, most: 9, by: 'committee', evidence: 'record' },
] as const
const rewards = [{ code: 'R1', what: '洗衣粉', points: 10, fen: 800 }]
const scheme: Scheme = { matter: idOf('scheme'), title: '荒滩村积分办法', version: 1, period: 'month', items, rewards, budget: 500_000, pointFen: 80, since: '2026-06-01' }
const catalogue = { matter: idOf('catalogue'), title: '雨润镇积分事项目录', since: '2026-01-01', affairs }
const none = { kin: 'none' } as const

test('check finds nothing wrong', () => assert.deepEqual(all.flatMap(one => check(one).map(fault => `${one.name}: ${fault}`)), []))

test('27.1: the township quantifies its affairs: drafted by one, adopted by another, public, version by version, and never for days past', () => {
  const world = play(pointsCatalogue)
  const draft = { region: '630202101', title: '雨润镇积分事项目录', instrument: '雨政〔2026〕8号', affairs, since: '2026-06-10' }
  const refused = (more: object): readonly string[] | undefined => world.refusedToOpen('ruralClerk', { ...draft, ...more }, 'draft').faults?.map(one => one.column ?? one.fact)
  assert.deepEqual([refused({ since: '2026-06-01' }), refused({ affairs: [affairs[0], { ...affairs[0], most: 0 }] }), refused({ affairs: [affairs[0], { ...affairs[0], least: 9, most: 2 }] })], [['since'], ['affairs', 'most'], ['code', 'most']])
  assert.equal(world.refusedToOpen('handler', draft, 'draft').code, 'not-yours')
  const id = world.opens('ruralLead', draft, 'draft')
  assert.equal(world.refused('ruralLead', 'adopt', id).code, 'two-people')
  const other = world.opens('ruralClerk', draft, 'draft')
  world.until('2026-06-24 09:00')
  assert.ok(world.heard().some(one => one.who === 'ruralLead'))
  world.does('ruralLead', 'adopt', other)
  assert.deepEqual([world.matter(other).stage, world.precedents.at(-1)?.['since']], ['inForce', '2026-06-24'], 'adopted late, it begins on the day it is adopted')
  world.does('ruralLead', 'end', other, { reason: '另有新目录' })
  world.does('ruralLead', 'refuse', id, { reason: '分值偏高' })
  assert.equal(pointsCatalogue.stages.inForce.published, true)
})

const drafting = { title: '荒滩村积分办法', village, period: 'month', items: items.map(one => ({ ...one })), rewards, budget: 500_000, pointFen: 80 }

const designing = (known: Partial<Drafting> = {}) => {
  const now: { drafting: Drafting } = { drafting: { catalogue, unanswered: 0, proposals: 0, ...known } }
  const world = play(pointsScheme, '2026-06-08 10:00', {
    others: [pointsProposal],
    loads: { 'points-drafting': () => now.drafting, 'points-draft': ask => (ask['scheme'] === idOf('matter 0') ? { stage: world.matter(idOf('matter 0')).stage, village, holder: `${village}/committee` } : undefined) },
  })
  return { world, now }
}
const resolution = { resolution: idOf('deliberation'), passedOn: '2026-06-20', inForceOn: '2026-07-01' }

test('27.2: the scheme is designed with the residents: open to their proposals from the first day, each answered, and in force only once they adopted it', () => {
  const { world, now } = designing({ scheme })
  const id = world.opens('villageCommittee', drafting, 'begin')
  assert.equal(pointsScheme.stages.designing.published, true)
  const proposal = world.opensAnother(pointsProposal, 'villager', { scheme: id, village, proposal: '参加会议每次 4 分' }, 'propose')
  assert.deepEqual([world.matter(proposal).links, world.heard().map(one => one.who)], [[{ kind: 'on', matter: id }], ['villageCommittee', 'villageClerk', 'villageWorker']])
  assert.equal(world.refused('villageCommittee', 'table', id).code, 'too-early')
  world.until('2026-06-15 10:00')
  now.drafting = { ...now.drafting, unanswered: 1 }
  assert.equal(world.refused('villageCommittee', 'table', id).code, 'unanswered')
  world.does('villageCommittee', 'answer', proposal, { outcome: 'adopted', reply: '改为每次 4 分' })
  now.drafting = { ...now.drafting, unanswered: 0 }
  world.does('villageCommittee', 'revise', id, { items: [items[0], { ...items[1], points: 4 }], changed: '采纳建议，会议改为 4 分' })
  world.does('villageCommittee', 'table', id)
  assert.deepEqual([world.matter(id).stage, world.matter(id).links], ['tabled', [{ kind: 'replaces', matter: scheme.matter }]])
  world.does('villageCommittee', 'putToVote', id)
  assert.deepEqual([world.opened.at(-1)?.procedure, world.opened.at(-1)?.input['adopts']], ['deliberation', id])
  assert.equal(world.refused('villageCommittee', 'putToVote', id).code, 'vote-asked')
  assert.equal(world.refused('villageCommittee', 'adopt', id, resolution).code, 'not-yours', 'nobody’s hand adopts it')
  world.platform('adopt', id, resolution)
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['since'], world.precedents.at(-1)?.['resolution'], world.toldOther.at(-1)?.step], ['inForce', '2026-07-01', resolution.resolution, 'replace'])
  world.platform('replace', id)
})

test('27.2: it never reaches back, is no more than the catalogue has, and falls with its resolution', () => {
  const { world } = designing()
  const cells = (more: object): readonly string[] | undefined => world.refusedToOpen('villageCommittee', { ...drafting, ...more }, 'begin').faults?.map(one => `${String(one.row)} ${one.column ?? ''}`)
  assert.deepEqual(cells({ items: [{ ...items[0], affair: 'X9' }, { ...items[0], points: 11, most: 5 }] }), ['0 affair', '1 code', '1 points', '1 most'])
  assert.deepEqual(cells({ rewards: [rewards[0], rewards[0]] }), ['1 code'])
  assert.equal(designing({ catalogue: undefined } as never).world.refusedToOpen('villageCommittee', drafting, 'begin').code, 'no-catalogue')
  assert.equal(world.refusedToOpen('committee', drafting, 'begin').code, 'not-yours')
  const id = world.opens('villageCommittee', drafting, 'begin')
  world.until('2026-06-16 10:00')
  world.does('villageCommittee', 'table', id)
  world.until('2026-07-10 10:00')
  world.platform('adopt', id, resolution)
  assert.equal(world.precedents.at(-1)?.['since'], '2026-07-10', 'the day named is past: it begins today')
  world.platform('notAdopted', id, { resolution: idOf('deliberation'), why: '决议被撤销' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)], ['notAdopted', { do: 'end', county: '630202', matter: id, until: '2026-07-09' }])
  const second = world.opens('villageCommittee', drafting, 'begin')
  world.until('2026-09-10 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'), 'a draft that lies is asked for')
  world.does('villageCommittee', 'table', second)
  world.platform('notAdopted', second, { resolution: idOf('deliberation') })
  assert.equal(world.precedents.length, 2, 'what never was in force is not ended')
  const slip = pointsScheme.documents['scheme']?.make({ number: '1', region: village, day: '2026-06-08', office: one => one, place: () => '荒滩村', facts: drafting as never })
  assert.match(JSON.stringify(slip?.body), /草案.*庭院整洁.*洗衣粉/)
})

test('27.2: proposals come from the village’s own residents, or on their signed sheet; withdrawn with the draft', () => {
  const { world } = designing()
  const id = world.opens('villageCommittee', drafting, 'begin')
  const proposal = { scheme: id, village, proposal: '增加照料老人' }
  const refused = (who: 'resident') => { assert.throws(() => world.opensAnother(pointsProposal, who, proposal, 'propose'), /village you live in/); met.refusals.add('bad-input village') }
  refused('resident')
  assert.throws(() => world.opensAnother(pointsProposal, 'villageWorker', proposal, 'proposeFor'), /sheet/)
  assert.throws(() => world.opensAnother(pointsProposal, 'resident', { ...proposal, village: '630202001001' }, 'propose'), /no draft of this village/)
  const [mine, theirs, late] = [world.opensAnother(pointsProposal, 'villager', proposal, 'propose'), world.opensAnother(pointsProposal, 'villageWorker', { ...proposal, sheet: file }, 'proposeFor'), world.opensAnother(pointsProposal, 'otherVillager', proposal, 'propose')]
  world.does('villager', 'withdraw', mine)
  world.does('villageClerk', 'answer', theirs, { outcome: 'declined', reply: '目录没有这一项' })
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.matter === late && one.who === 'villageClerk'))
  world.does('villageCommittee', 'withdraw', id, { why: '目录将调整' })
  assert.deepEqual([world.matter(id).stage, world.matter(late).stage], ['dropped', 'moot'])
  assert.throws(() => world.opensAnother(pointsProposal, 'villager', proposal, 'propose'), /not-designing/)
  met.refusals.add('not-designing').add('bad-input scheme')
})

const awarding = (more: Partial<Awarding> = {}): Awarding => ({ today: scheme, schemes: [scheme], known: [h1, h2, h3], given: [], ...more })
const row = { household: h1, item: '02', times: 1, day: '2026-06-05', evidence: '会议签到表第 1 页' }
const sheet = (...rows: readonly object[]) => ({ village, title: '6 月村民会议', awards: rows as readonly JsonObject[], ...none })

const scoring = (known: Awarding | undefined = awarding(), where = pointsAward as Procedure) => {
  const now: { awarding: Awarding | undefined; waiting: Waiting } = { awarding: known, waiting: { lines: 0, points: 0, households: 0, matters: [], byScorer: 0, toHousehold: 0 } }
  const world = play(where, '2026-06-08 10:00', { others: [pointsAward], loads: { 'points-awarding': () => now.awarding, 'points-waiting': () => now.waiting } })
  return { world, now }
}

test('27.3: points are given line by line, for what the scheme in force names, with evidence; a table serves a whole meeting', () => {
  const { world } = scoring()
  const id = world.opens('villageCommittee', sheet(row, { ...row, household: h2, times: 2 }), 'record')
  assert.deepEqual([world.matter(id).stage, world.matter(id).facts['points'], world.matter(id).parties.map(one => one.role)], ['recorded', 9, ['scorer', 'held']])
  const handed = world.precedents.at(-1)?.['lines'] as readonly JsonObject[]
  assert.deepEqual(handed.map(line => [line['household'], line['points'], line['scheme'], line['evidence']]), [[h1, 3, scheme.matter, row.evidence], [h2, 6, scheme.matter, row.evidence]])
  world.until('2026-07-10 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'), 'what is not shown in time is asked for')
})

test('27.3: no scheme in force, an item it does not have, a day before it, a cap reached, or somebody else’s to give: refused, cell by cell', () => {
  const refused = (known: Awarding | undefined, input: object, who: 'villageCommittee' | 'villageWorker' = 'villageCommittee') => {
    const refusal = scoring(known).world.refusedToOpen(who, input as JsonObject, 'record')
    return [refusal.code, ...(refusal.faults ?? []).map(one => `${String(one.row)} ${one.column ?? ''}`)]
  }
  const { today: _, ...noneToday } = awarding({ schemes: [] })
  assert.deepEqual(refused(noneToday, sheet(row)), ['no-scheme'])
  assert.deepEqual(refused(awarding(), sheet(row, { ...row, item: '99' })), ['not-in-scheme', '1 item'])
  assert.deepEqual(refused(awarding(), sheet(row, { ...row, day: '2026-05-31' })), ['back-in-time', '1 day'])
  assert.deepEqual(refused(awarding(), sheet({ ...row, day: '2026-06-09' })), ['too-late', '0 day'])
  assert.deepEqual(refused(awarding({ known: [h1] }), sheet(row, { ...row, household: h2 })), ['no-household', '1 household'])
  assert.deepEqual(refused(awarding({ given: [{ household: h1, item: '02', day: '2026-06-02', points: 6 }] }), sheet(row, row, { ...row, household: h2 })), ['cap-reached', '1 times'])
  assert.deepEqual(refused(awarding(), sheet(row), 'villageWorker'), ['not-scorer', '0 item'])
  assert.deepEqual(refused(awarding(), sheet({ ...row, item: '01' })), ['evidence', '0 evidence'])
  scoring(awarding({ given: [{ household: h1, item: '02', day: '2026-05-30', points: 9 }] })).world.opens('villageCommittee', sheet(row), 'record')
  assert.deepEqual([periodOf('2026-06-30', 'month'), periodOf('2026-06-30', 'quarter'), periodOf('2026-07-01', 'quarter'), periodOf('2026-06-30', 'year')], ['2026-06', '2026-Q2', '2026-Q3', '2026'])
  const next: Scheme = { ...scheme, matter: idOf('next'), since: '2026-06-07', items: [{ ...items[1], points: 5, most: 50 }] }
  const { world } = scoring(awarding({ today: next, schemes: [next, { ...scheme, until: '2026-06-06' }] }))
  world.opens('villageCommittee', sheet(row, { ...row, day: '2026-06-07' }), 'record')
  assert.deepEqual((world.precedents.at(-1)?.['lines'] as readonly JsonObject[]).map(line => [line['points'], line['scheme']]), [[3, scheme.matter], [5, next.matter]], 'by the version in force on the day')
})

test('27.3: who is kin leaves it to others; where all are, the supervisory committee or a neighbouring village scores', () => {
  const { world } = scoring()
  const kin = world.refusedToOpen('villageCommittee', { ...sheet(row, { ...row, household: h2 }), kin: 'some', kinWith: [{ household: h2 }] }, 'record')
  assert.deepEqual([kin.code, kin.faults?.map(one => one.row)], ['kin', [1]])
  world.opens('villageCommittee', { ...sheet(row), kin: 'some', kinWith: [{ household: h2 }] }, 'record')
  const asked = world.opens('villageCommittee', { village, title: '庭院评比', askedTo: 'supervisors', askedWhy: '评分人与各户都有亲属关系' }, 'ask')
  assert.deepEqual(world.heard().map(one => one.who), ['supervisor'])
  assert.equal(world.refused('villageClerk', 'score', asked, { awards: [row], ...none }).code, 'not-asked')
  assert.equal(world.refused('villager', 'score', asked, { awards: [row], ...none }).code, 'not-yours')
  world.does('supervisor', 'score', asked, { awards: [row, { ...row, item: '01' }], photos: file, ...none })
  assert.deepEqual([world.matter(asked).stage, world.precedents.at(-1)?.['scorer']], ['recorded', people.supervisor.account])
  const east = '630202001001'
  const neighbours = world.opens('committee', { village: east, title: '庭院评比', askedTo: 'neighbour', askedWhy: '评分人与各户都有亲属关系' }, 'ask')
  assert.deepEqual(['committee', 'villageCommittee'].map(who => world.refused(who as 'committee', 'score', neighbours, { awards: [row], ...none }).code), ['not-asked', 'not-asked'])
  world.does('westCommittee', 'score', neighbours, { awards: [row], ...none })
  const lies = world.opens('committee', { village: east, title: '庭院评比', askedTo: 'neighbour', askedWhy: '评分人与各户都有亲属关系' }, 'ask')
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.matter === lies && one.who === 'committee'))
  world.does('committee', 'cancel', lies, { reason: '改为会上评分' })
  assert.equal(pointsAward.stages.asked.published, true, 'a neighbouring village can read what it is asked')
})

test('27.3: points wait until they were shown to the village; an objection holds its own line alone', () => {
  const { world, now } = scoring(awarding(), pointsPosting)
  const showing = { village, title: '2026 年 6 月积分公示' }
  assert.equal(world.refusedToOpen('villageCommittee', showing, 'show').code, 'nothing-to-show')
  const award = world.opensAnother(pointsAward, 'villageCommittee', sheet(row), 'record')
  now.waiting = { lines: 3, points: 10, households: 3, matters: [award], byScorer: 4, toHousehold: 1 }
  world.heard()
  const id = world.opens('villageCommittee', showing, 'show')
  assert.deepEqual([world.matter(award).stage, world.matter(id).facts['lines'], world.matter(id).facts['shares'], world.heard(), world.due(id)], ['shown', 3, undefined, [], '2026-06-15 18:00'])
  world.until('2026-06-16 09:00')
  assert.deepEqual([world.matter(id).stage, world.matter(award).stage, world.precedents.at(-1)?.['posting']], ['settled', 'settled', id])
  now.waiting = { lines: 3, points: 10, households: 3, matters: [], byScorer: 5, toHousehold: 7 }
  const alarmed = world.opens('villageCommittee', showing, 'show')
  assert.match(JSON.stringify(world.matter(alarmed).facts['shares']), /一人记分占 50%，一户得分占 70%，请监督\\nIn this period one person gave 50%/)
  assert.deepEqual(world.heard().map(one => one.who), ['villageClerk', 'villageWorker'])
})

test('points given can be taken back before they are shown', () => {
  const { world } = scoring()
  const id = world.opens('villageWorker', { ...sheet({ ...row, item: '01' }), photos: file }, 'record')
  world.does('villageWorker', 'takeBack', id, { reason: '记错了户' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)], ['takenBack', { county: '630202', matter: id, reason: '记错了户' }])
  const shown = world.opens('villageCommittee', sheet(row), 'record')
  world.platform('show', shown)
  assert.equal(world.refused('villageCommittee', 'takeBack', shown, { reason: '记错了户' }).code, 'wrong-stage')
  world.platform('settle', shown)
})

const line: Line = { id: idOf('line'), household: h1, kind: 'award', what: '参加村民会议', points: 3, state: 'pending', held: false, scorer: people.villageCommittee.account, matter: idOf('award'), own: true }
const objection = { village, posting: idOf('posting'), line: 1, grounds: '我家那天没有人参加' }

test('27.3: any resident may object while it is shown; somebody decides who neither gave the points nor is kin; late, the township is told', () => {
  const now: { line: Line | undefined } = { line }
  const world = play(pointsObjection, '2026-06-08 10:00', { loads: { 'points-line': () => now.line } })
  assert.deepEqual(world.refusedToOpen('resident', objection, 'object').faults?.map(one => one.fact), ['village'])
  assert.deepEqual(world.refusedToOpen('villageWorker', objection, 'objectFor').faults?.map(one => one.fact), ['sheet'])
  now.line = undefined
  assert.deepEqual(world.refusedToOpen('villager', objection, 'object').faults?.map(one => one.fact), ['line'])
  now.line = { ...line, state: 'posted' }
  assert.equal(world.refusedToOpen('villager', objection, 'object').code, 'window-closed')
  now.line = { ...line, held: true }
  assert.equal(world.refusedToOpen('villager', objection, 'object').code, 'held-already')
  now.line = line
  const id = world.opens('villager', objection, 'object')
  assert.deepEqual(world.precedents.at(-1), { county: '630202', matter: id, posting: objection.posting, line: 1 })
  assert.equal(world.refused('villageCommittee', 'decide', id, { outcome: 'stands', reply: '签到表有签名', ...none }).code, 'two-people')
  assert.equal(world.refused('villageClerk', 'decide', id, { outcome: 'stands', reply: '签到表有签名', kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  world.does('villageClerk', 'decide', id, { outcome: 'strikes', reply: '签到表没有签名', ...none })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['outcome'], world.heard().at(-1)?.who], ['struck', 'strikes', 'villager'])
  const sheetOnly = world.opens('villageWorker', { ...objection, sheet: file }, 'objectFor')
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.who === 'ruralLead'))
  world.does('ruralLead', 'decide', sheetOnly, { outcome: 'stands', reply: '核对属实', ...none })
  const back = world.opens('otherVillager', objection, 'object')
  world.does('otherVillager', 'withdraw', back)
  assert.deepEqual([world.matter(sheetOnly).stage, world.matter(back).stage], ['stood', 'withdrawn'])
})

test('27.3: what was posted wrongly is moved back with its reason, by two people; it stays to be seen', () => {
  const now: { line: Line } = { line: { ...line, state: 'posted' } }
  const world = play(pointsCorrection, '2026-06-08 10:00', { loads: { 'points-line': () => now.line } })
  const wrong = { village, posting: idOf('posting'), line: 1, reason: '记到了邻居户上' }
  assert.deepEqual(play(pointsCorrection, '2026-06-08 10:00', { loads: { 'points-line': () => undefined } }).refusedToOpen('villageCommittee', wrong, 'propose').faults?.map(one => one.fact), ['line'])
  const id = world.opens('villageCommittee', wrong, 'propose')
  assert.equal(world.refused('villageCommittee', 'confirm', id, none).code, 'two-people')
  assert.equal(world.refused('villageClerk', 'confirm', id, { kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('villageClerk', 'confirm', id, none)
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['reason']], ['reversed', wrong.reason])
  const kept = world.opens('villageCommittee', wrong, 'propose')
  world.does('ruralLead', 'refuse', kept, { note: '没有记错' })
  now.line = line
  assert.equal(world.refusedToOpen('villageCommittee', wrong, 'propose').code, 'not-posted')
})

const covenant: CovenantInForce = { version: idOf('covenant'), number: 1, title: '村规民约', since: '2026-01-01', clauses: [{ number: '12', text: '不乱倒垃圾', kind: 'penalty', consequence: 'points', points: 5 }, { number: '3', text: '邻里互助', kind: 'duty' }] }
const member: HouseholdPoints = { known: true, free: 8, posted: 8, coming: 0, owed: 0, member: true, members: [people.villager.account] }
const wrongdoing = { village, household: h1, clause: '12', points: 5, happenedOn: '2026-06-06', story: '在河边倾倒垃圾', evidence: file, told: '上门送达告知书', ...none }

const deducting = (more: { readonly covenant?: CovenantInForce | undefined; readonly household?: Partial<HouseholdPoints>; readonly scheme?: Scheme | undefined } = {}) => {
  const now = { household: { ...member, ...more.household } }
  const world = play(pointsDeduction, '2026-06-08 10:00', { loads: {
    covenantInForce: () => ('covenant' in more ? more.covenant : covenant), 'points-household': ask => ({ ...now.household, member: ask['account'] === people.villager.account }), 'points-scheme': () => ('scheme' in more ? more.scheme : scheme),
  } })
  return { world, now }
}

test('27.3, 26.2: points are deducted only by a clause of the covenant in force that says so, and no more than it says', () => {
  const refused = (more: Parameters<typeof deducting>[0], input: object = {}) => deducting(more).world.refusedToOpen('villageCommittee', { ...wrongdoing, ...input }, 'notice')
  assert.equal(refused({ covenant: undefined }).code, 'no-clause')
  assert.deepEqual([refused({}, { clause: '99' }).code, refused({}, { clause: '3' }).code, refused({}, { points: 6 }).code], ['no-clause', 'no-clause', 'no-clause'])
  assert.equal(refused({ scheme: undefined }).code, 'no-scheme')
  assert.deepEqual([refused({ household: { known: false } }).faults?.[0]?.fact, refused({}, { happenedOn: '2026-06-09' }).faults?.[0]?.fact, refused({}, { village: '630202001001' }).code], ['household', 'happenedOn', 'not-yours'])
  assert.equal(refused({}, { kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  assert.deepEqual(deducting().world.refusedToOpen('committee', wrongdoing, 'notice').code, 'not-yours')
})

test('27.3: the household is told, may speak and is heard where it asks to be; another decides; never below zero', () => {
  const { world, now } = deducting()
  const id = world.opens('villageCommittee', wrongdoing, 'notice')
  assert.deepEqual(world.heard().map(one => one.who), ['villager'])
  const decision = { outcome: 'deduct', grounds: '照片和证人都能证明', ...none }
  assert.equal(world.refused('villageClerk', 'decide', id, decision).code, 'not-heard')
  assert.deepEqual(world.refused('villageWorker', 'stateFor', id, { statement: '是亲戚倒的' }).faults?.map(one => one.fact), ['sheet'])
  world.does('villager', 'state', id, { statement: '是亲戚倒的', wantsHearing: true })
  world.until('2026-06-16 09:00')
  assert.equal(world.matter(id).stage, 'deciding')
  assert.equal(world.refused('villageClerk', 'decide', id, decision).code, 'hearing-owed')
  assert.deepEqual(world.refused('villageClerk', 'hear', id, { heardOn: '2026-06-30', heard: '当面听取' }).faults?.map(one => one.fact), ['heardOn'])
  world.does('villageClerk', 'hear', id, { heardOn: '2026-06-16', heard: '户主到场，认可照片' })
  assert.equal(world.refused('villageCommittee', 'decide', id, decision).code, 'two-people')
  assert.equal(world.refused('villageClerk', 'decide', id, { ...decision, kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  now.household = { ...now.household, free: 4 }
  assert.equal(world.refused('villageClerk', 'decide', id, decision).code, 'below-zero')
  now.household = { ...now.household, free: 5 }
  world.does('villageClerk', 'decide', id, decision)
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['points'], world.precedents.at(-1)?.['item']], ['deducted', 5, '12'])
  world.platform('show', id)
  world.platform('settle', id)
  const other = world.opens('villageCommittee', wrongdoing, 'notice')
  world.does('villageWorker', 'stateFor', other, { statement: '不是我家倒的', sheet: file })
  world.until('2026-07-20 09:00')
  assert.ok(world.heard().some(one => one.matter === other && one.who === 'villageClerk'))
  world.does('ruralLead', 'decide', other, { outcome: 'drop', grounds: '证据不足', ...none })
  assert.equal(world.matter(other).stage, 'dropped')
  const notice = pointsDeduction.documents['notice']?.make({ number: '1', region: village, day: '2026-06-08', office: one => one, place: () => '荒滩村', facts: { ...wrongdoing, covenant: '不乱倒垃圾' } })
  assert.match(JSON.stringify(notice?.body), /第12条（不乱倒垃圾）.*陈述申辩/)
})

test('a decision needs the clause to be in force still', () => {
  const now: { covenant: CovenantInForce | undefined } = { covenant }
  const world = play(pointsDeduction, '2026-06-08 10:00', { loads: { covenantInForce: () => now.covenant, 'points-household': () => member, 'points-scheme': () => scheme } })
  const id = world.opens('villageCommittee', wrongdoing, 'notice')
  world.until('2026-06-16 09:00')
  now.covenant = undefined
  assert.equal(world.refused('villageClerk', 'decide', id, { outcome: 'deduct', grounds: '照片可以证明', ...none }).code, 'no-clause')
})

const wish = { village, household: h1, reward: 'R1', pieces: 1 }
const redeeming = (more: Partial<Redeeming> = {}) => {
  const now: { redeeming: Redeeming } = { redeeming: { scheme, stock: 2, household: { ...member, free: 15 }, ...more } }
  return { world: play(redemption, '2026-06-08 10:00', { loads: { 'points-redeeming': () => now.redeeming } }), now }
}

test('27.3: a reward is kept for the household out of real stock, handed over once, or free again when nobody comes', () => {
  const { world } = redeeming()
  const id = world.opens('villager', wish, 'reserve')
  assert.deepEqual([world.matter(id).facts['points'], world.precedents.at(-1)?.['points'], world.due(id)], [10, 10, '2026-06-23 23:59'])
  world.does('villageWorker', 'handOver', id, { identity: 'known' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['as']], ['handedOver', 'post'])
  assert.equal(world.refused('villageCommittee', 'handOver', id, { identity: 'known' }).code, 'closed', 'never twice')
  const late = world.opens('villager', wish, 'reserve')
  world.until('2026-06-24 09:00')
  assert.deepEqual([world.matter(late).stage, world.precedents.at(-1)?.['as']], ['expired', 'void'])
  const back = world.opens('villager', wish, 'reserve')
  world.does('villager', 'cancel', back, { reason: '不需要了' })
  assert.equal(world.matter(back).stage, 'cancelled')
})

test('27.3: out of stock, too few points, no scheme, another’s household: refused; on behalf it takes their signed sheet and a receipt', () => {
  const refused = (more: Partial<Redeeming>, input: object = {}, who: 'villager' | 'villageWorker' = 'villager') => redeeming(more).world.refusedToOpen(who, { ...wish, ...input }, who === 'villager' ? 'reserve' : 'reserveFor')
  assert.deepEqual([refused({ stock: 0 }).code, refused({ household: { ...member, free: 9 } }).code, refused({ household: { ...member, member: false, free: 50 } }).code], ['out-of-stock', 'below-zero', 'not-your-household'])
  assert.equal(redeeming({ scheme: undefined } as never).world.refusedToOpen('villager', wish, 'reserve').code, 'no-scheme')
  assert.deepEqual([refused({}, { reward: 'R9' }).faults?.[0]?.fact, refused({ household: { ...member, known: false } }).faults?.[0]?.fact, refused({}, {}, 'villageWorker').faults?.[0]?.fact], ['reward', 'household', 'sheet'])
  const { world } = redeeming()
  const id = world.opens('villageWorker', { ...wish, sheet: file }, 'reserveFor')
  assert.deepEqual(world.refused('villageWorker', 'handOver', id, { identity: 'proxy' }).faults?.map(one => one.fact), ['receipt'])
  world.does('villageCommittee', 'handOver', id, { identity: 'proxy', receipt: file })
  const slip = redemption.documents['slip']?.make({ number: '海积2026-1', region: village, day: '2026-06-08', office: one => one, place: () => '荒滩村', facts: { ...wish, what: '洗衣粉', points: 10 } })
  assert.match(JSON.stringify(slip?.body), /海积2026-1.*洗衣粉.*家人可以代领/)
})

test('27.3: stock is entered by one and checked by another', () => {
  const now: { scheme: Scheme | undefined } = { scheme }
  const world = play(rewardStock, '2026-06-08 10:00', { loads: { 'points-scheme': () => now.scheme } })
  const bought = { village, title: '第二季度采购', way: 'in', goods: [{ reward: 'R1', pieces: 20 }], voucher: 'FP-2026-06' }
  assert.deepEqual(world.refusedToOpen('villageCommittee', { ...bought, goods: [{ reward: 'R9', pieces: 1 }] }, 'enter').faults?.map(one => one.column), ['reward'])
  assert.deepEqual(world.refusedToOpen('committee', bought, 'enter').code, 'not-yours')
  const id = world.opens('villageCommittee', bought, 'enter')
  assert.equal(world.refused('villageCommittee', 'confirm', id).code, 'two-people')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('villageClerk', 'confirm', id)
  assert.deepEqual(world.precedents.at(-1)?.['goods'], [{ reward: 'R1', pieces: 20 }])
  world.does('ruralLead', 'refuse', world.opens('villageCommittee', { ...bought, way: 'lost' }, 'enter'), { note: '没有清点单' })
  now.scheme = undefined
  assert.equal(world.refusedToOpen('villageCommittee', bought, 'enter').code, 'no-scheme')
})

test('27.3: a ledger kept in a sheet so far is brought in once: its balances must sum, every household must stand on the roll', () => {
  const now: { opening: Opening } = { opening: { known: [h1, h2], before: false, scheme } }
  const world = play(pointsOpening, '2026-06-08 10:00', { loads: { 'points-opening': () => now.opening } })
  const ledger = { village, title: '2025 年纸质台账', balances: [{ household: h1, points: 12 }, { household: h2, points: 8 }], total: 20, asOf: '2026-05-31' }
  const refused = (more: object) => world.refusedToOpen('villageCommittee', { ...ledger, ...more }, 'enter')
  const mismatch = refused({ total: 21 })
  assert.deepEqual([mismatch.code, mismatch.why.zh, mismatch.faults?.map(one => one.fact)], ['sum-mismatch', '各户合计 20 分，与原台账合计 21 分不符，相差 1 分', ['total']])
  assert.deepEqual(refused({ balances: [{ household: h1, points: 12 }, { household: h3, points: 4 }, { household: h1, points: 4 }] }).faults?.map(one => one.row), [1, 2])
  assert.deepEqual(refused({ asOf: '2026-07-01' }).faults?.map(one => one.fact), ['asOf'])
  assert.equal(world.refusedToOpen('committee', ledger, 'enter').code, 'not-yours')
  const id = world.opens('villageCommittee', ledger, 'enter')
  assert.equal(world.refused('villageCommittee', 'confirm', id).code, 'two-people')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  const twin = world.opens('villageCommittee', ledger, 'enter')
  world.does('villageClerk', 'confirm', id)
  assert.equal((world.precedents.at(-1)?.['lines'] as readonly unknown[]).length, 2)
  now.opening = { ...now.opening, before: true }
  assert.deepEqual([world.refused('villageClerk', 'confirm', twin).code, refused({}).code], ['opened-already', 'opened-already'])
  world.does('ruralLead', 'refuse', twin, { note: '已经导入' })
  world.platform('show', id)
  world.platform('settle', id)
  now.opening = { known: [h1, h2], before: false }
  assert.equal(refused({}).code, 'no-scheme')
})

test('27.3: a resident is linked to their household once the committee has confirmed it', () => {
  const now: { household: HouseholdPoints } = { household: member }
  const world = play(householdClaim, '2026-06-08 10:00', { loads: { 'points-household': () => now.household } })
  const claim = { village, door: '一社1号', name: '王小明' }
  assert.deepEqual(world.refusedToOpen('resident', claim, 'ask').faults?.map(one => one.fact), ['village'])
  const id = world.opens('villager', claim, 'ask')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('villageCommittee', 'confirm', id, { household: h1, name: '王小明' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['account'], world.precedents.at(-1)?.['household']], ['linked', people.villager.account, h1])
  const other = world.opens('villager', claim, 'ask')
  now.household = { ...member, known: false }
  assert.deepEqual(world.refused('villageCommittee', 'confirm', other, { household: h1, name: '王小明' }).faults?.map(one => one.fact), ['household'])
  world.does('villageCommittee', 'refuse', other, { reason: '不在该户' })
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const procedure of all) assert.deepEqual(Object.keys(procedure.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${procedure.name}.${name}`)), [], procedure.name)
  const files = readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const said = files.map(name => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/(?:refuse|told)\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/(?:fault|faultAt)\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...new Set([...codes, ...faults])].filter(code => !met.refusals.has(code)), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../kernel/words.ts'
import { pointsAward } from '../../procedures/3-governance/points/points-award.ts'
import { pointsCorrection } from '../../procedures/3-governance/points/points-correction.ts'
import { pointsObjection } from '../../procedures/3-governance/points/points-objection.ts'
import { pointsPosting } from '../../procedures/3-governance/points/points-posting.ts'
import { periodOf, type Awarding, type Line, type Scheme } from '../../procedures/3-governance/points/needs.ts'
import { play } from '../helpers/play.ts'
import { idOf, people } from '../helpers/world.ts'
import { awarding, row, sheet, scoring } from './scoring.ts'
import { village, h1, h2, file, items, scheme, none } from './village.ts'

// Points given, shown, contested and corrected (Art. 27.3).

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
  const own = play(pointsAward, '2026-06-08 10:00', { loads: { 'points-awarding': () => awarding(), household: ask => (ask['account'] === people.villageCommittee.account ? { code: h2 } : undefined) } })
  assert.deepEqual(own.refusedToOpen('villageCommittee', sheet(row, { ...row, household: h2 }), 'record').faults?.map(one => one.row), [1], 'one’s own household, whatever one declares')
  own.opens('villageClerk', sheet(row, { ...row, household: h2 }), 'record')
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
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)], ['takenBack', { county: '630202', village, matter: id, reason: '记错了户' }])
  const shown = world.opens('villageCommittee', sheet(row), 'record')
  world.platform('show', shown)
  assert.equal(world.refused('villageCommittee', 'takeBack', shown, { reason: '记错了户' }).code, 'wrong-stage')
  world.platform('settle', shown)
})

const line: Line = { id: idOf('line'), household: h1, kind: 'award', what: '参加村民会议', points: 3, state: 'pending', held: false, scorer: people.villageCommittee.account, matter: idOf('award'), ended: false }
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
  const late = world.opens('otherVillager', objection, 'object')
  now.line = { ...line, held: true, ended: true }
  assert.equal(world.refused('otherVillager', 'withdraw', late).code, 'window-over', 'others were refused because of it: it is decided')
  const home = play(pointsObjection, '2026-06-08 10:00', { loads: { 'points-line': () => line, household: ask => (ask['account'] === people.villageClerk.account ? { code: h1 } : undefined) } })
  const about = home.opens('villager', objection, 'object')
  assert.equal(home.refused('villageClerk', 'decide', about, { outcome: 'stands', reply: '签到表有签名', ...none }).code, 'kin', 'nobody decides about their own household')
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

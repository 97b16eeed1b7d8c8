import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../kernel/words.ts'
import { pointsAward } from '../../procedures/3-governance/points/points-award.ts'
import { pointsCorrection } from '../../procedures/3-governance/points/points-correction.ts'
import { pointsObjection } from '../../procedures/3-governance/points/points-objection.ts'
import { pointsPosting } from '../../procedures/3-governance/points/points-posting.ts'
import { periodOf, type Awarding, type Line, type Scheme } from '../../procedures/3-governance/points/needs.ts'
import { play } from '../helpers/play.ts'
import { idOf, law, people } from '../helpers/world.ts'
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
  now.waiting = { lines: 3, points: 10, households: 3, matters: [award], corrections: [], byScorer: 4, toHousehold: 1 }
  world.heard()
  const id = world.opens('villageCommittee', showing, 'show')
  assert.deepEqual([world.matter(award).stage, world.matter(id).facts['lines'], world.matter(id).facts['shares'], world.heard(), world.due(id)], ['shown', 3, undefined, [], '2026-06-15 18:00'])
  world.until('2026-06-16 09:00')
  assert.deepEqual([world.matter(id).stage, world.matter(award).stage, world.precedents.at(-1)?.['posting']], ['settled', 'settled', id])
  now.waiting = { lines: 3, points: 10, households: 3, matters: [], corrections: [], byScorer: 5, toHousehold: 7 }
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

const line: Line = { id: idOf('line'), household: h1, kind: 'award', what: '参加村民会议', points: 3, state: 'pending', held: false, took: [people.villageCommittee.account], members: [people.villager.account], matter: idOf('award'), ended: false }
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

test('27.3: whose points somebody else objects to is told, answers, and is not taken from unheard', () => {
  const now: { line: Line } = { line }
  const world = play(pointsObjection, '2026-06-08 10:00', { loads: { 'points-line': () => now.line } })
  const strikes = { outcome: 'strikes', reply: '签到表没有签名', ...none }
  const id = world.opens('otherVillager', objection, 'object')
  assert.ok(world.heard().some(one => one.who === 'villager'), 'as soon as the line is held')
  assert.equal(world.refused('villageClerk', 'decide', id, strikes).code, 'household-unasked')
  world.does('villager', 'answer', id, { statement: '我家是儿子去的' })
  world.does('villageClerk', 'decide', id, strikes)
  assert.deepEqual(world.heard().map(one => one.who).slice(-2), ['villager', 'otherVillager'])

  now.line = { ...line, members: [] }
  const silent = world.opens('villageWorker', { ...objection, sheet: file }, 'objectFor')
  assert.equal(world.refused('villageWorker', 'decide', silent, strikes).code, 'not-yours')
  world.does('villageClerk', 'tell', silent, { toldHow: 'handed', toldProof: file })
  assert.equal(world.refused('villageClerk', 'decide', silent, strikes).code, 'household-unasked')
  now.line = line
  world.platform('join', silent)
  world.until('2026-06-12 09:00')
  world.does('villageClerk', 'decide', silent, strikes)
  const onPaper = world.opens('otherVillager', objection, 'object')
  assert.deepEqual(world.refused('villageWorker', 'answerFor', onPaper, { statement: '是儿子去的' }).faults?.map(one => one.fact), ['statementSheet'])
  world.does('villageWorker', 'answerFor', onPaper, { statement: '是儿子去的', statementSheet: file })
  world.does('villageClerk', 'decide', onPaper, strikes)
  const own = world.opens('villager', objection, 'object')
  world.does('villageClerk', 'decide', own, strikes)
  now.line = { ...line, kind: 'deduction' }
  const good = world.opens('otherVillager', objection, 'object')
  world.does('villageClerk', 'decide', good, strikes)
  assert.equal(world.matter(good).stage, 'struck', 'what is to its good needs no answer')
})

test('27.3: an objection is decided by somebody without part in the line, as proposer, decider, enterer or checker, nor in the objection', () => {
  const world = play(pointsObjection, '2026-06-08 10:00', { loads: { 'points-line': () => ({ ...line, kind: 'opening', took: [people.villageClerk.account] }) } })
  const id = world.opens('villageCommittee', { ...objection, sheet: file }, 'objectFor')
  for (const who of ['villageClerk', 'villageCommittee'] as const) assert.equal(world.refused(who, 'decide', id, { outcome: 'stands', reply: '与原台账相符', ...none }).code, 'two-people', who)
  world.does('ruralLead', 'decide', id, { outcome: 'stands', reply: '与原台账相符', ...none })
})

const wrong = { village, posting: idOf('posting'), line: 1, reason: '记到了邻居户上' }
const correcting = (more: Partial<Line> = {}) => {
  const now: { line: Line | undefined } = { line: { ...line, state: 'posted', postedOn: '2026-06-01', ...more } }
  return { now, world: play(pointsCorrection, '2026-06-08 10:00', { loads: { 'points-line': () => now.line } }) }
}

test('27.3: points that were posted wrongly are taken back only once the household was told and could speak, by another than proposed it; it stays to be seen', () => {
  const { world, now } = correcting()
  const id = world.opens('villageCommittee', wrong, 'propose')
  assert.deepEqual([world.matter(id).stage, world.heard()], ['toTell', []])
  assert.equal(world.refused('villageClerk', 'confirm', id, none).code, 'wrong-stage')
  world.does('villageCommittee', 'tell', id, { toldHow: 'account' })
  assert.deepEqual(world.heard().map(one => one.who), ['villager'])
  assert.equal(world.refused('villageClerk', 'confirm', id, none).code, 'wrong-stage')
  world.does('villager', 'state', id, { statement: '那天是我家去的', wantsHearing: true })
  world.until('2026-06-16 10:00')
  assert.equal(world.refused('villageClerk', 'confirm', id, none).code, 'hearing-owed')
  assert.deepEqual(world.refused('villageClerk', 'hear', id, { heardOn: '2026-06-30', heard: '当面听取' }).faults?.map(one => one.fact), ['heardOn'])
  world.does('villageClerk', 'hear', id, { heardOn: '2026-06-16', heard: '户主到场，看了签到表' })
  assert.equal(world.refused('villageCommittee', 'confirm', id, none).code, 'two-people')
  assert.equal(world.refused('villageClerk', 'confirm', id, { kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  world.does('villageClerk', 'confirm', id, none)
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['reason'], world.heard().at(-1)?.who], ['reversed', wrong.reason, 'villager'])
  const paper = (name: string, facts: JsonObject): string => JSON.stringify(pointsCorrection.documents[name]?.make({ number: '1', region: village, day: '2026-06-08', office: one => one, law, place: () => '荒滩村', facts }))
  assert.match(paper('notice', { ...wrong, household: h1, what: line.what, points: 3, speakDays: 5 }), /公示第 1 条（参加村民会议，3 分）拟更正.*5个工作日内陈述/)
  assert.match(paper('result', { ...wrong, household: h1, what: line.what, points: 3, outcome: 'left', note: '签到表有签名' }), /不更正。签到表有签名/)

  now.line = { ...line, state: 'posted', postedOn: '2026-06-01', members: [] }
  const onPaper = world.opens('villageCommittee', wrong, 'propose')
  world.does('villageCommittee', 'tell', onPaper, { toldHow: 'witnessed', toldProof: file })
  world.does('villageWorker', 'stateFor', onPaper, { statement: '是我家去的', statementSheet: file })
  now.line = { ...now.line, members: [people.villager.account] }
  world.platform('join', onPaper)
  world.does('ruralLead', 'refuse', onPaper, { note: '没有记错' })
  assert.deepEqual(world.heard().filter(one => one.matter === onPaper).map(one => one.who).slice(-2).toSorted(), ['villageCommittee', 'villager'])
})

test('27.3: no points are taken back long after, nor by who had a part in the line; what was deducted wrongly is given back without waiting', () => {
  assert.deepEqual(correcting().now.line?.state, 'posted')
  assert.equal(correcting({ postedOn: '2025-06-01' }).world.refusedToOpen('villageCommittee', wrong, 'propose').code, 'too-old')
  const { world, now } = correcting({ kind: 'deduction', postedOn: '2025-06-01', took: [people.villageClerk.account] })
  const id = world.opens('villageCommittee', wrong, 'propose')
  assert.equal(world.matter(id).stage, 'deciding')
  assert.equal(world.refused('villageClerk', 'confirm', id, none).code, 'two-people', 'who decided the deduction')
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('ruralLead', 'confirm', id, none)
  now.line = line
  assert.equal(world.refusedToOpen('villageCommittee', wrong, 'propose').code, 'not-posted')
  now.line = undefined
  assert.deepEqual(world.refusedToOpen('villageCommittee', wrong, 'propose').faults?.map(one => one.fact), ['line'])
})

test('27.3: the household itself asks for a correction, by phone or on a signed paper, and is answered', () => {
  const { world } = correcting({ kind: 'deduction', postedOn: '2025-06-01' })
  assert.equal(world.refusedToOpen('otherVillager', wrong, 'ask').code, 'not-your-household')
  const id = world.opens('villager', wrong, 'ask')
  assert.equal(world.heard().some(one => one.who === 'villageCommittee'), true)
  world.does('villageCommittee', 'takeUp', id)
  world.does('villageClerk', 'confirm', id, none)
  assert.equal(world.matter(id).stage, 'reversed')
  assert.deepEqual(world.refusedToOpen('villageWorker', wrong, 'askFor').faults?.map(one => one.fact), ['sheet'])
  const onPaper = world.opens('villageWorker', { ...wrong, sheet: file }, 'askFor')
  world.does('villageClerk', 'refuse', onPaper, { note: '扣分有照片为证' })
  assert.equal(world.matter(onPaper).stage, 'dropped')
})

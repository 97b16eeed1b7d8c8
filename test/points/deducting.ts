import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../kernel/words.ts'
import type { CovenantInForce } from '../../procedures/3-governance/covenant/clauses.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { pointsObjection } from '../../procedures/3-governance/points/points-objection.ts'
import { pointsDeduction } from '../../procedures/3-governance/points/points-deduction.ts'
import type { HouseholdPoints, Scheme } from '../../procedures/3-governance/points/needs.ts'
import { play } from '../helpers/play.ts'
import { law, idOf, people } from '../helpers/world.ts'
import { village, h1, file, scheme, member, none } from './village.ts'

// Points deducted by a clause, after the household was told and heard (Art. 27.3, 26.2).

const covenant: CovenantInForce = { version: idOf('covenant'), number: 1, title: '村规民约', since: '2026-01-01', clauses: [{ number: '12', text: '不乱倒垃圾', kind: 'penalty', consequence: 'points', points: 5 }, { number: '3', text: '邻里互助', kind: 'duty' }] }
const wrongdoing = { village, household: h1, clause: '12', points: 5, happenedOn: '2026-06-06', story: '在河边倾倒垃圾', evidence: file, ...none }
const handed = { toldHow: 'handed', toldProof: file }

type Deducting = { readonly covenant?: CovenantInForce | undefined; readonly covenants?: (day: string) => CovenantInForce | undefined; readonly household?: Partial<HouseholdPoints>; readonly scheme?: Scheme | undefined; readonly schemes?: (day: string) => Scheme | undefined }

const dayOf = (ask: JsonObject): string => (typeof ask['day'] === 'string' ? ask['day'] : '')

const deducting = (more: Deducting = {}) => {
  const now = { household: { ...member, ...more.household } }
  const world = play(pointsDeduction, '2026-06-08 10:00', { loads: {
    covenantInForce: ask => (more.covenants ? more.covenants(dayOf(ask)) : 'covenant' in more ? more.covenant : covenant), 'points-household': ask => ({ ...now.household, member: ask['account'] === people.villager.account }), 'points-scheme': ask => (more.schemes ? more.schemes(dayOf(ask)) : 'scheme' in more ? more.scheme : scheme),
  } })
  return { world, now }
}

test('27.3, 26.2: points are deducted only by a clause of the covenant in force that says so, and no more than it says', () => {
  const refused = (more: Parameters<typeof deducting>[0], input: object = {}) => deducting(more).world.refusedToOpen('villageCommittee', { ...wrongdoing, ...input }, 'propose')
  assert.equal(refused({ covenant: undefined }).code, 'no-clause')
  assert.deepEqual([refused({}, { clause: '99' }).code, refused({}, { clause: '3' }).code, refused({}, { points: 6 }).code], ['no-clause', 'no-clause', 'no-clause'])
  assert.equal(refused({ scheme: undefined }).code, 'no-scheme')
  const changed = (then: CovenantInForce | undefined, today: CovenantInForce | undefined) => refused({ covenants: day => (day === '2026-06-08' ? today : then) }).code
  const milder: CovenantInForce = { ...covenant, clauses: [{ number: '12', text: '不乱倒垃圾', kind: 'penalty', consequence: 'points', points: 2 }] }
  const onlyAsks: CovenantInForce = { ...covenant, clauses: [{ number: '12', text: '不乱倒垃圾', kind: 'ban' }] }
  assert.deepEqual([changed(undefined, covenant), changed(covenant, undefined), changed(onlyAsks, covenant), changed(covenant, milder), changed(milder, covenant)], Array(5).fill('no-clause'), 'by what the clause says now and said then, whichever is milder')
  assert.equal(refused({ schemes: day => (day >= '2026-06-07' ? scheme : undefined) }).code, 'no-scheme', 'for a day on which no scheme was in force nothing is deducted')
  assert.equal(refused({}, { happenedOn: '2026-05-01' }).faults?.[0]?.fact, 'happenedOn')
  assert.equal(refused({}, { evidence: [] }).faults?.[0]?.fact, 'evidence')
  deducting().world.opens('villageCommittee', { ...wrongdoing, evidence: [], witness: '两名网格员在场，有巡查记录' }, 'propose')
  assert.deepEqual([refused({ household: { known: false } }).faults?.[0]?.fact, refused({}, { happenedOn: '2026-06-09' }).faults?.[0]?.fact, refused({}, { village: '630202001001' }).code], ['household', 'happenedOn', 'not-yours'])
  assert.equal(refused({}, { kin: 'some', kinWith: [{ household: h1 }] }).code, 'kin')
  assert.deepEqual(deducting().world.refusedToOpen('committee', wrongdoing, 'propose').code, 'not-yours')
})

test('27.3: the household is told, may speak and is heard where it asks to be; another decides; never below zero', () => {
  const { world, now } = deducting()
  const id = world.opens('villageCommittee', wrongdoing, 'propose')
  assert.deepEqual([world.heard(), world.matter(id).stage], [[], 'toTell'], 'the notice is printed before its time runs')
  assert.equal(world.refused('villager', 'state', id, { statement: '是亲戚倒的' }).code, 'wrong-stage')
  assert.deepEqual(world.refused('villageCommittee', 'tell', id, { toldHow: 'handed' }).faults?.map(one => one.fact), ['toldProof'])
  world.does('villageCommittee', 'tell', id, { toldHow: 'account' })
  assert.deepEqual(world.heard().map(one => one.who), ['villager'])
  const decision = { outcome: 'deduct', grounds: '照片和证人都能证明', ...none }
  assert.equal(world.refused('villageClerk', 'decide', id, decision).code, 'not-heard')
  assert.deepEqual(world.refused('villageWorker', 'stateFor', id, { statement: '是亲戚倒的' }).faults?.map(one => one.fact), ['statementSheet'])
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
  now.household = { ...now.household, members: [] }
  const other = world.opens('villageCommittee', wrongdoing, 'propose')
  world.until('2026-06-25 09:00')
  assert.ok(world.heard().some(one => one.matter === other && one.who === 'villageClerk'), 'who was not told in time is asked for')
  assert.deepEqual(world.refused('villageCommittee', 'tell', other, { toldHow: 'account' }).faults?.map(one => one.fact), ['toldHow'])
  world.does('villageCommittee', 'tell', other, handed)
  world.does('villageWorker', 'stateFor', other, { statement: '不是我家倒的', statementSheet: file })
  now.household = { ...now.household, members: [people.villager.account] }
  world.platform('join', other)
  assert.ok(world.heard().some(one => one.matter === other && one.who === 'villager'), 'who is linked meanwhile is told')
  world.does('villager', 'state', other, { statement: '我家那天没有人在' })
  world.until('2026-07-20 09:00')
  assert.ok(world.heard().some(one => one.matter === other && one.who === 'villageClerk'))
  world.does('ruralLead', 'decide', other, { outcome: 'drop', grounds: '证据不足', ...none })
  assert.equal(world.matter(other).stage, 'dropped')
  const notice = pointsDeduction.documents['notice']?.make({ number: '1', region: village, day: '2026-06-08', law, office: one => one, place: () => '荒滩村', facts: { ...wrongdoing, covenant: '不乱倒垃圾' } })
  assert.match(JSON.stringify(notice?.body), /第12条（不乱倒垃圾）.*陈述申辩/)
})

test('27.3: who has no phone is given the notice, the decision and the answer to an objection on paper, with the time the rules give', () => {
  const paper = (of: Procedure, name: string, facts: JsonObject): string => JSON.stringify(of.documents[name]?.make({ number: '1', region: village, day: '2026-06-08', law, office: one => one, place: () => '荒滩村', facts }))
  const { world } = deducting()
  const told = { ...wrongdoing, covenant: '不乱倒垃圾', speakDays: world.matter(world.opens('villageCommittee', wrongdoing, 'propose')).facts['speakDays'] ?? null }
  assert.match(paper(pointsDeduction, 'notice', told), /自收到本告知书起5个工作日内陈述申辩/)
  assert.match(paper(pointsDeduction, 'decision', { ...told, outcome: 'deduct', grounds: '照片可以证明', statement: '已经清走' }), /扣减积分决定书.*已经清走.*扣减你户积分 5 分.*公示期内到村（居）委会当面提出/)
  assert.match(paper(pointsDeduction, 'decision', { ...told, outcome: 'drop', grounds: '照片看不出是谁' }), /不予扣分告知书.*决定不扣减你户积分/)
  assert.match(paper(pointsObjection, 'answer', { village, line: 3, grounds: '没有打扫', outcome: 'strikes', reply: '签到表没有签名' }), /公示第 3 条.*异议成立，不入账.*签到表没有签名/)
})

test('a decision needs the clause to be in force still', () => {
  const now: { covenant: CovenantInForce | undefined } = { covenant }
  const world = play(pointsDeduction, '2026-06-08 10:00', { loads: { covenantInForce: () => now.covenant, 'points-household': () => member, 'points-scheme': () => scheme } })
  const id = world.opens('villageCommittee', wrongdoing, 'propose')
  world.does('villageCommittee', 'tell', id, handed)
  world.until('2026-06-16 09:00')
  now.covenant = undefined
  assert.equal(world.refused('villageClerk', 'decide', id, { outcome: 'deduct', grounds: '照片可以证明', ...none }).code, 'no-clause')
})

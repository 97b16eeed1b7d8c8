import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { offers } from '../../../kernel/decide.ts'
import type { Actor } from '../../../kernel/post.ts'
import { groundFor, reaches } from '../../../kernel/reach.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import type { CovenantInForce } from '../covenant/clauses.ts'
import { creditReview } from './credit-review.ts'
import type { Villager } from './people.ts'

const village = '630202001001'
const sheet = idOf('a sheet')
/** A member of the committee who evaluated nothing. */
const other: Actor = { ...people.committee, account: idOf('another member'), post: idOf('post another member') }
const third: Actor = { ...people.committee, account: idOf('a third member'), post: idOf('post a third member') }

const inForce: CovenantInForce = {
  version: idOf('covenant'), number: 1, title: '东关社区居民公约', since: '2026-01-01',
  clauses: [
    { number: '2', text: '不往水渠里倒垃圾', kind: 'ban' },
    { number: '3', text: '带头移风易俗的，由村委会表扬', kind: 'reward', consequence: 'praise', concerns: '1' },
    { number: '4', text: '往水渠里倒垃圾的，由调解员上门批评教育', kind: 'penalty', consequence: 'talk', concerns: '2' },
    { number: '5', text: '往水渠里倒垃圾的，扣积分', kind: 'penalty', consequence: 'points', points: 5, concerns: '2' },
  ],
}

const littering = {
  village, clause: '4', direction: 'breaks', happenedOn: '2026-06-01', whom: '马建国', door: '三社 12 号', account: people.resident.account, happened: '清晨把一车装修垃圾倒进主渠', evidence: [sheet],
  measure: 'talk', terms: '由调解员上门谈一次', kinship: 'none', second: people.gridWorker.account,
}

const supervisor: Actor = { ...people.supervisor, account: idOf('a supervisor of the east'), post: idOf('post of a supervisor of the east'), region: village, office: `${village}/supervisory` }
const secondSupervisor: Actor = { ...supervisor, account: idOf('another supervisor'), post: idOf('post of another supervisor') }
const thirdSupervisor: Actor = { ...supervisor, account: idOf('a third supervisor'), post: idOf('post of a third supervisor') }
const villagers: ReadonlyMap<string, Villager> = new Map<string, Villager>([
  ...[people.committee, people.gridWorker, other, third].map(one => [one.account, { name: '成员', committee: true, supervisory: false }] as const),
  ...[supervisor, secondSupervisor, thirdSupervisor].map(one => [one.account, { name: '监委会成员', committee: false, supervisory: true }] as const),
  [people.resident.account, { name: '马建国', committee: false, supervisory: false }],
])
const known = (ask: JsonObject): Villager | undefined => (typeof ask['account'] === 'string' ? villagers.get(ask['account']) : undefined)

const world = (covenants: (day: string) => CovenantInForce | undefined = day => (day >= '2026-01-01' ? inForce : undefined)) =>
  play(creditReview, '2026-06-08 10:00', { loads: { covenantInForce: ask => covenants(typeof ask['day'] === 'string' ? ask['day'] : ''), villager: known, namesakes: ask => [...villagers].flatMap(([account, one]) => (one.name === ask['name'] ? [account] : [])) } })

const refusedToOpen = (more: JsonObject, game = world()) => game.refusedToOpen('committee', JSON.parse(JSON.stringify({ ...littering, ...more })) as JsonObject, 'evaluate')

const evaluating = (more: object = {}) => {
  const game = world()
  const id = game.opens('committee', JSON.parse(JSON.stringify({ ...littering, ...more })) as JsonObject, 'evaluate')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

const toTell = (more: object = {}) => {
  const one = evaluating(more)
  one.game.does('gridWorker', 'concur', one.id, { secondKinship: 'none', secondSays: '看了监控，情况属实' })
  one.game.heard()
  return one
}

const told = (more: object = {}) => {
  const one = toTell(more)
  one.game.does('committee', 'tell', one.id, { toldHow: 'handed', toldProof: [sheet] })
  return one
}

const deciding = (more: object = {}) => {
  const one = told(more)
  one.game.until('2026-06-16 00:00')
  assert.equal(one.stage(), 'deciding')
  one.game.heard()
  return one
}

const entered = (more: object = {}) => {
  const one = deciding(more)
  one.game.does(other, 'decide', one.id, { deciderKinship: 'none', reasons: '事实清楚，本人没有提出异议' })
  one.game.heard()
  return one
}

test('26.2: evaluated on a clause in force by two people, told to the person first, decided by another, entered until a day and then ended by itself', () => {
  const { game, id, stage, facts } = evaluating()
  assert.deepEqual([stage(), game.matter(id).confined, facts()['says'], facts()['covenant']], ['evaluating', true, '往水渠里倒垃圾的，由调解员上门批评教育', inForce.version])
  assert.notEqual(facts()['whom'], '马建国', 'the name stands masked')
  assert.deepEqual(game.heard().map(one => one.who), ['gridWorker'], 'the second evaluator is asked; nobody else hears of it')
  game.does('gridWorker', 'concur', id, { secondKinship: 'none', secondSays: '看了监控，情况属实' })
  assert.equal(facts()['objectDays'], 7, 'as the printed notice says')
  game.does('committee', 'tell', id, { toldHow: 'handed', toldProof: [sheet] })
  assert.deepEqual([stage(), game.due(id), game.heard().map(one => one.who)], ['told', '2026-06-15 23:59', ['committee', 'resident']])
  game.until('2026-06-16 00:00')
  game.does(other, 'decide', id, { deciderKinship: 'none', reasons: '事实清楚，本人没有提出异议' })
  assert.deepEqual([stage(), facts()['until']], ['entered', '2027-06-16'])
  assert.deepEqual(game.precedents.at(-1), {
    county: '630202', matter: id, village, account: people.resident.account, covenant: inForce.version, clause: '4', direction: 'breaks', measure: 'talk', since: '2026-06-16', until: '2027-06-16',
  })
  game.does('committee', 'carryOut', id, { carriedOut: '6 月 18 日上门谈过，本人当场清走垃圾' })
  game.heard()
  game.until('2027-06-17 00:01')
  assert.deepEqual([stage(), game.precedents.at(-1), game.heard().map(one => one.who)], ['expired', { county: '630202', matter: id, why: 'expired' }, ['resident']])
})

test('26.2: who objects is heard in person, by somebody who did not evaluate, before anything is decided', () => {
  const { game, id, stage } = told()
  assert.equal(game.refused('neighbour', 'object', id, { objection: '不是我倒的' }).code, 'not-yours')
  game.does('resident', 'object', id, { objection: '那天我在西宁，车是借出去的' })
  assert.equal(stage(), 'hearing')
  assert.equal(game.refused(other, 'decide', id, { deciderKinship: 'none', reasons: '不必听了' }).code, 'wrong-stage')
  assert.equal(game.refused('committee', 'hear', id, { heardOn: '2026-06-09', attended: 'came', heard: '本人说车借给了亲戚' }).code, 'evaluated-it')
  assert.equal(game.refused(other, 'hear', id, { heardOn: '2026-07-09', attended: 'came', heard: '本人说车借给了亲戚' }).faults?.[0]?.fact, 'heardOn')
  game.does(other, 'hear', id, { heardOn: '2026-06-08', attended: 'came', heard: '本人说车借给了亲戚，有通话记录' })
  assert.equal(stage(), 'deciding')
  game.does(other, 'drop', id, { deciderKinship: 'none', dropWhy: '不能认定是本人所为' })
  assert.equal(stage(), 'dropped')
  assert.equal(game.precedents.length, 0, 'nothing stands in the file')
})

test('a clause not in force, then or now, founds nothing', () => {
  assert.equal(refusedToOpen({ clause: '9' }).code, 'clause-not-in-force')
  assert.equal(refusedToOpen({ clause: '4' }, world(() => undefined)).code, 'clause-not-in-force')
  assert.equal(refusedToOpen({}, world(day => (day >= '2026-06-05' ? inForce : undefined))).code, 'clause-not-in-force', 'never back in time')
  assert.equal(refusedToOpen({}, world(day => (day < '2026-06-05' ? inForce : undefined))).code, 'clause-not-in-force', 'no longer in force')
  const then: CovenantInForce = { ...inForce, clauses: [{ number: '4', text: '不往水渠里倒垃圾', kind: 'ban' }] }
  assert.equal(refusedToOpen({}, world(day => (day >= '2026-06-05' ? inForce : then))).code, 'clause-changed', 'under that number it only asked')
  const milder: CovenantInForce = { ...inForce, clauses: [{ number: '4', text: '往水渠里倒垃圾的，劝导恢复原状', kind: 'penalty', consequence: 'restore', concerns: '2' }] }
  assert.equal(refusedToOpen({}, world(day => (day >= '2026-06-05' ? inForce : milder))).code, 'clause-changed')
  assert.equal(refusedToOpen({ happenedOn: '2026-06-20' }).faults?.[0]?.fact, 'happenedOn')
  assert.equal(refusedToOpen({ happenedOn: '2025-06-20' }).faults?.[0]?.fact, 'happenedOn')
  const { game, id } = (() => {
    let now: CovenantInForce | undefined = inForce
    const play = world(() => now)
    const id = play.opens('committee', littering, 'evaluate')
    play.does('gridWorker', 'concur', id, { secondKinship: 'none', secondSays: '情况属实' })
    play.does('committee', 'tell', id, { toldHow: 'handed', toldProof: [sheet] })
    play.until('2026-06-16 00:00')
    now = undefined
    return { game: play, id }
  })()
  assert.equal(game.refused(other, 'decide', id, { deciderKinship: 'none', reasons: '事实清楚' }).code, 'clause-not-in-force', 'withdrawn meanwhile')
})

test('kin and who has a stake stand aside; two people evaluate, each once; nobody in their own case', () => {
  assert.equal(refusedToOpen({ kinship: 'kin' }).code, 'kin')
  assert.equal(refusedToOpen({ second: people.committee.account }).code, 'two-evaluators')
  assert.equal(refusedToOpen({ account: people.committee.account }).code, 'own-case')
  assert.equal(refusedToOpen({ second: people.resident.account }).faults?.[0]?.fact, 'second')
  for (const outside of ['townLead', 'westCommittee', 'neighbour'] as const) assert.equal(refusedToOpen({ second: people[outside].account }).faults?.[0]?.fact, 'second', `${outside} would see it`)
  assert.equal(refusedToOpen({ account: people.townLead.account }).faults?.[0]?.fact, 'account', 'nobody of the village')
  const { game, id, stage } = evaluating()
  assert.equal(game.refused('gridWorker', 'concur', id, { secondKinship: 'kin', secondSays: '是我表哥' }).code, 'kin')
  assert.equal(game.refused('committee', 'concur', id, { secondKinship: 'none', secondSays: '我再评一次' }).code, 'not-yours')
  assert.equal(game.refused('committee', 'replaceSecond', id, { second: people.committee.account }).code, 'two-evaluators')
  assert.equal(game.refused('committee', 'replaceSecond', id, { second: people.resident.account }).faults?.[0]?.fact, 'second')
  assert.equal(game.refused('committee', 'replaceSecond', id, { second: people.townLead.account }).faults?.[0]?.fact, 'second')
  game.does('committee', 'replaceSecond', id, { second: third.account })
  assert.equal(game.refused('gridWorker', 'concur', id, { secondKinship: 'none', secondSays: '情况属实' }).code, 'not-yours')
  assert.equal(reaches(people.gridWorker, game.matter(id)), false, 'who stood aside reads it no more')
  game.does(third, 'concur', id, { secondKinship: 'none', secondSays: '情况属实' })
  assert.equal(stage(), 'toTell')
  const late = deciding()
  assert.equal(late.game.refused(other, 'decide', late.id, { deciderKinship: 'kin', reasons: '事实清楚' }).code, 'kin')
  assert.equal(late.game.refused('committee', 'decide', late.id, { deciderKinship: 'none', reasons: '事实清楚' }).code, 'evaluated-it')
  const own: Actor = { ...other, account: people.resident.account }
  assert.equal(late.game.refused(own, 'decide', late.id, { deciderKinship: 'none', reasons: '事实清楚' }).code, 'own-case')
  assert.equal(late.game.refused(own, 'drop', late.id, { deciderKinship: 'none', dropWhy: '没有这回事' }).code, 'own-case')
  assert.equal(late.game.refused(other, 'drop', late.id, { deciderKinship: 'kin', dropWhy: '没有这回事' }).code, 'kin')
  assert.equal(late.game.refused(own, 'askSupervisors', late.id, { judge: supervisor.account, judgeWhy: '都要回避' }).code, 'own-case')
  const mine = evaluating()
  assert.equal(mine.game.refused(own, 'replaceSecond', mine.id, { second: third.account }).code, 'own-case')
  mine.game.does('gridWorker', 'concur', mine.id, { secondKinship: 'none', secondSays: '情况属实' })
  assert.equal(mine.game.refused(own, 'tell', mine.id, { toldHow: 'account' }).code, 'own-case')
  const differing = evaluating()
  differing.game.does('gridWorker', 'differ', differing.id, { secondKinship: 'none', secondSays: '证据看不出是谁' })
  assert.equal(differing.stage(), 'dropped', 'where the two differ nothing is entered')
})

test('26.2: nobody dodges their own case, or keeps somebody from their file, by leaving the account out; it can be linked later', () => {
  const { account: _, ...without } = littering
  const tries = (more: JsonObject) => { const refusal = world().refusedToOpen('committee', { ...without, ...more }, 'evaluate'); return refusal.faults?.[0]?.fact ?? refusal.code }
  assert.equal(tries({}), 'account', 'somebody of that name has one')
  assert.equal(tries({ whom: '成员', notThese: true }), 'own-case', 'the evaluator’s own name')
  assert.equal(tries({ whom: '监委会成员', second: supervisor.account, notThese: true }), 'second', 'the second’s')
  assert.equal(refusedToOpen({ whom: '祁生莲' }).faults?.[0]?.fact, 'account', 'an account of another name')
  const { game, id } = toTell({ account: undefined, notThese: true })
  assert.equal(reaches(people.resident, game.matter(id)), false)
  assert.equal(game.refused('committee', 'link', id, { account: people.townLead.account }).faults?.[0]?.fact, 'account')
  assert.equal(game.refused('committee', 'link', id, { account: third.account }).faults?.[0]?.fact, 'account', 'of another name')
  assert.equal(game.refused('committee', 'link', id, { account: people.gridWorker.account }).faults?.[0]?.fact, 'account', 'the second evaluator')
  assert.equal(game.refused('committee', 'link', id, { account: people.committee.account }).code, 'own-case')
  game.does('committee', 'link', id, { account: people.resident.account })
  assert.deepEqual([reaches(people.resident, game.matter(id)), game.heard().at(-1)?.who], [true, 'resident'])
  assert.equal(game.refused('committee', 'link', id, { account: people.resident.account }).code, 'linked-already')
  const late = deciding({ account: undefined, notThese: true })
  late.game.does(other, 'decide', late.id, { deciderKinship: 'none', reasons: '事实清楚，有监控' })
  late.game.does('committee', 'link', late.id, { account: people.resident.account })
  assert.deepEqual(late.game.precedents.at(-1), { county: '630202', matter: late.id, account: people.resident.account })
})

test('26.2: where all of the committee are kin, the supervisory committee evaluates, hears and decides, and it stays in the village', () => {
  const game = world()
  const elsewhere: Actor = { ...people.supervisor }
  assert.equal(game.refusedToOpen(elsewhere, { ...littering, second: supervisor.account }, 'evaluate').code, 'not-yours', 'the supervisors of another village')
  const id = game.opens(supervisor, { ...littering, second: secondSupervisor.account }, 'evaluate')
  game.does(secondSupervisor, 'concur', id, { secondKinship: 'none', secondSays: '看了监控，情况属实' })
  game.does(supervisor, 'tell', id, { toldHow: 'handed', toldProof: [sheet] })
  game.does('resident', 'object', id, { objection: '那天我在西宁' })
  assert.equal(game.refused(thirdSupervisor, 'hear', id, { heardOn: '2026-06-08', attended: 'came', heard: '本人说车借给了亲戚' }).code, 'not-yours', 'nobody who was not asked')
  const asks = (who: string) => game.refused('committee', 'askSupervisors', id, { judge: who, judgeWhy: '村委会成员都是近亲属' }).faults?.[0]?.fact
  assert.deepEqual([asks(supervisor.account), asks(other.account), asks(people.resident.account), asks(people.townLead.account)], Array(4).fill('judge'))
  game.does('committee', 'askSupervisors', id, { judge: thirdSupervisor.account, judgeWhy: '村委会成员都是近亲属' })
  game.does(thirdSupervisor, 'hear', id, { heardOn: '2026-06-08', attended: 'came', heard: '本人说车借给了亲戚' })
  game.does(thirdSupervisor, 'decide', id, { deciderKinship: 'none', reasons: '事实清楚，有监控' })
  assert.equal(game.matter(id).stage, 'entered')
  assert.deepEqual([supervisor, secondSupervisor, thirdSupervisor, elsewhere, people.townLead].map(one => reaches(one, game.matter(id))), [true, true, true, false, false])
  assert.deepEqual([game.matter(id).facts['account'], typeof game.matter(id).facts['accountOf']], [undefined, 'string'], 'whose account it is is said in words')
})

test('nothing is decided before the person was told, and told is shown', () => {
  const { game, id } = toTell()
  assert.equal(game.refused(other, 'decide', id, { deciderKinship: 'none', reasons: '事实清楚' }).code, 'wrong-stage')
  assert.equal(game.refused('committee', 'tell', id, { toldHow: 'handed' }).faults?.[0]?.fact, 'toldProof')
  const paper = toTell({ account: undefined, notThese: true })
  assert.equal(paper.game.refused('committee', 'tell', paper.id, { toldHow: 'account' }).faults?.[0]?.fact, 'toldHow', 'who has no account is told in person')
  game.does('committee', 'tell', id, { toldHow: 'account' })
  assert.equal(game.refused(other, 'decide', id, { deciderKinship: 'none', reasons: '事实清楚' }).code, 'wrong-stage', 'nor while they may object')
})

test('reward and penalty stay within the clause and the law; points and statutory rights are never touched', () => {
  assert.equal(refusedToOpen({ measure: 'apology' }).code, 'beyond-clause')
  assert.equal(refusedToOpen({ clause: '2' }).code, 'no-consequence')
  assert.equal(refusedToOpen({ clause: '5', measure: 'points' }).code, 'points-apart')
  assert.equal(refusedToOpen({ measure: 'points' }).code, 'points-apart')
  assert.equal(refusedToOpen({ direction: 'keeps' }).faults?.[0]?.fact, 'direction')
  for (const terms of ['罚款二百元', '停水三天', '取消低保', '村里不给盖章', '在广场曝光']) assert.equal(refusedToOpen({ terms }).code, 'statutory-right', terms)
  assert.equal(refusedToOpen({ evidence: [] }).faults?.[0]?.fact, 'evidence')
  const { game, id } = entered()
  assert.equal(game.refused('committee', 'carryOut', id, { carriedOut: '已扣发本季惠农补贴' }).code, 'statutory-right')
  const reward = evaluating({ clause: '3', direction: 'keeps', measure: 'praise', terms: undefined, happened: '女儿出嫁没有办席' })
  assert.equal(reward.facts()['headline'], '公约第 3 条：遵守（拟奖励）')
})

test('an objection comes in time, on paper too; a late one is refused, whether or not the clock was called', () => {
  const late = told()
  const stuck = late.game.matter(late.id)
  assert.equal(stuck.stage, 'told')
  assert.equal(offers(creditReview, stuck, 'object', people.resident, instant('2026-06-16 00:00'), law)?.code, 'objection-late')
  met.refusals.add('objection-late')
  late.game.until('2026-06-16 00:00')
  assert.equal(late.game.refused('resident', 'object', late.id, { objection: '不是我倒的' }).code, 'wrong-stage')
  const paper = told({ account: undefined, notThese: true })
  assert.equal(paper.game.refused('committee', 'objectFor', paper.id, { objection: '不是我倒的', objectionSheet: [] }).faults?.[0]?.fact, 'objectionSheet')
  paper.game.does('committee', 'objectFor', paper.id, { objection: '不是我倒的', objectionSheet: [sheet] })
  assert.equal(paper.stage(), 'hearing')
})

test('an entry is corrected or removed on being asked, by somebody who did not evaluate', () => {
  const { game, id, stage, facts } = entered()
  assert.equal(game.refused(other, 'answerCorrection', id, { correction: 'kept', reply: '维持原来的记录' }).code, 'not-asked')
  game.does('resident', 'askCorrection', id, { wish: '日期写错了，是六月二日' })
  assert.equal(game.due(id, 'correction'), '2026-06-26 23:59')
  assert.equal(game.refused('committee', 'answerCorrection', id, { correction: 'kept', reply: '维持原来的记录' }).code, 'evaluated-it')
  game.until('2026-06-27 09:00')
  assert.ok(game.heard().some(one => one.who === 'committee'), 'late, and asked for')
  game.does(other, 'answerCorrection', id, { correction: 'amended', corrected: '六月二日清晨把一车垃圾倒进主渠', reply: '已更正日期' })
  assert.deepEqual([stage(), facts()['asked'], game.due(id, 'correction'), facts()['until']], ['entered', undefined, undefined, '2027-06-16'])
  assert.equal(game.refused('committee', 'askCorrectionFor', id, { wish: '请移出记录', wishSheet: [] }).faults?.[0]?.fact, 'wishSheet')
  game.does('committee', 'askCorrectionFor', id, { wish: '请移出记录', wishSheet: [sheet] })
  game.does(other, 'answerCorrection', id, { correction: 'removed', reply: '同意移出记录' })
  assert.deepEqual([stage(), game.precedents.at(-1)], ['removed', { county: '630202', matter: id, why: 'removed' }])
})

test('nobody outside the village reaches it, nor a program or a grant; the person reads all of it', () => {
  const { game, id } = entered()
  const matter = game.matter(id)
  const fact = { fact: 'happened', class: 'sensitive', seq: 1 } as const
  const reading = (actor: Actor) => [reaches(actor, matter), groundFor(actor, matter, [], fact)]
  for (const name of ['townLead', 'handler', 'dispatcher', 'countyLead', 'countyDispatcher', 'cityLead', 'westCommittee', 'otherGridWorker', 'neighbour', 'deputy', 'auditor', 'securityAdmin'] as const) {
    assert.deepEqual(reading(people[name]), [false, undefined], name)
    assert.equal(groundFor(people[name], matter, [{ id: 'g', class: 'confidential', facts: null, emergency: false }], fact), undefined, `${name} under a grant`)
  }
  assert.deepEqual(reading(people.resident), [true, 'own'])
  assert.deepEqual([people.committee, other].map(reading), [[true, 'duty'], [true, 'duty']])
  for (const who of [people.committee, people.resident]) assert.deepEqual(reading({ ...who, program: true }), [false, undefined])
})

test('what is confined is neither published, searched nor counted: a declaration that does is no procedure', () => {
  assert.deepEqual(check(creditReview), [])
  const bad = { ...creditReview, measures: { n: { zh: '数', en: 'n' } }, stages: { ...creditReview.stages, told: { ...creditReview.stages.told, published: true as const } }, facts: { ...creditReview.facts, clause: { ...creditReview.facts.clause, search: 'exact' as const } } }
  assert.equal(check(bad as never).length, 3)
})

test('what is late is asked for', () => {
  const { game } = evaluating()
  game.heard()
  game.until('2026-07-20 09:00')
  assert.ok(game.heard().some(one => one.who === 'committee'))
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(creditReview.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./credit-review.ts', './people.ts', './within-the-clause.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...new Set([...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? ''))]
  assert.deepEqual([codes.length > 8, codes.filter(code => !met.refusals.has(code))], [true, []])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../helpers/world.ts'
import { system } from '../../kernel/post.ts'
import { accepted, agreedToTalk, asked, factsOf, hears, mediation, session, sheet, stageOf, talking, terms, wages } from './begin.ts'

// Whose word it is: each side speaks for itself, a body for the way that it has, and a day counts for what it was.

test('29.1: what a side said on paper is added, what it says on the platform it says itself', () => {
  const begun = asked()
  const { game, id } = begun
  const says = (more: object) => game.refused('mediator', 'hearSide', id, { seatNumber: 2, answer: 'refuses', ...more }).faults?.map(one => one.fact)
  assert.deepEqual(says({ heardHow: 'online' }), ['heardHow'])
  assert.deepEqual(says({ heardHow: 'paper' }), ['sheet'])
  game.does('mediator', 'hearSide', id, { seatNumber: 2, answer: 'agrees', heardHow: 'paper', sheet })
})

test('29.1: a refusal that a side never gave, the side itself takes back', () => {
  const begun = asked()
  const { game, id } = begun
  game.platform('join', id, { seatNumber: 2, joiner: people.neighbour.account })
  hears(begun, 2, 'refuses')
  assert.equal(game.refused('resident', 'agreeAfterAll', id).code, 'not-refused', 'nobody for another')
  game.does('neighbour', 'agreeAfterAll', id)
  game.does('dispatcher', 'choose', id, { track: 'people', body: mediation })
  assert.equal(stageOf(begun), 'consenting')
})

test('29.1: whoever joins, the sides there are told; who mediates does not join, and a side does not mediate', () => {
  const begun = agreedToTalk()
  const { game, id } = begun
  game.heard()
  game.platform('join', id, { seatNumber: 2, joiner: people.neighbour.account })
  assert.ok(game.heard().some(one => one.who === 'resident'))
  assert.deepEqual(game.refused('mediator', 'nameMediator', id, { mediator: people.neighbour.account, chosenHow: 'chosen' }).faults?.map(one => one.fact), ['mediator'])
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'chosen' })
  assert.deepEqual(game.refused('mediator', 'replaceMediator', id, { mediator: people.neighbour.account, why: '另有任务' }).faults?.map(one => one.fact), ['mediator'])
  assert.equal(game.refused(system, 'join', id, { seatNumber: 1, joiner: people.mediator.account }).code, 'mediates-it')
})

test('30.1: a challenge waits until it is decided, also when mediation begins meanwhile', () => {
  const begun = asked()
  const { game, id } = begun
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'offered' })
  game.does('resident', 'challenge', id, { challenge: '调解员是对方的表哥' })
  for (const seatNumber of [1, 2]) { hears(begun, seatNumber); game.does('mediator', 'tellRights', id, { seatNumber, sheet }) }
  assert.equal(stageOf(begun), 'mediating')
  for (const [step, more] of [['agree', {}], ['agreeOrally', { readAloud: true }]] as const) assert.equal(game.refused('mediator', step, id, { ...terms, agreedOn: '2026-06-08', ...more }).code, 'challenge-waits')
  game.does('otherMediator', 'decideChallenge', id, { verdict: 'unfounded', why: '没有亲属关系' })
  game.does('mediator', 'holdSession', id, session)
  game.does('mediator', 'agree', id, { ...terms, agreedOn: '2026-06-08' })
})

test('29.2: a body of an earlier way records nothing on the way taken since, and nothing it recorded is taken for that of another', () => {
  const begun = accepted(wages)
  const { game, id } = begun
  const labour = { track: 'labourArbitration', body: '630202/human-resources' }
  game.does('dispatcher', 'choose', id, labour)
  game.does('resident', 'applied', id, { appliedOn: '2026-06-08', receipt: '劳仲 12' })
  game.does('dispatcher', 'recordResult', id, { result: 'refused', resultNote: '仲裁请求不予支持', decidedOn: '2026-06-08' })
  game.does('dispatcher', 'choose', id, { track: 'sector', body: '630202/mediation-labour' })
  for (const fact of ['result', 'resultNote', 'decidedOn', 'appliedOn', 'receipt']) assert.equal(factsOf(begun)[fact], undefined, fact)
  const other = accepted(wages)
  other.game.does('dispatcher', 'choose', other.id, { track: 'litigation', body: '630202/court' })
  other.game.does('judge', 'refuseApplication', other.id, { courseNote: '劳动争议须先经仲裁' })
  other.game.does('dispatcher', 'choose', other.id, labour)
  other.game.does('resident', 'applied', other.id, { appliedOn: '2026-06-08' })
  assert.equal(other.game.refused('judge', 'recordResult', other.id, { result: 'refused', resultNote: '驳回起诉', decidedOn: '2026-06-08' }).code, 'earlier-way')
})

test('29.1: an interruption counts from the later day, and what ran out before is not interrupted', () => {
  const begun = accepted({ ...wages, since: '2025-12-01' })
  const { game, id } = begun
  game.does('dispatcher', 'interrupt', id, { interruption: 'claimed', interruptedOn: '2026-05-20' })
  const anew = game.due(id, 'limit-labour')
  game.does('dispatcher', 'noteSince', id, { since: '2025-11-01' })
  assert.equal(game.due(id, 'limit-labour'), anew, 'a corrected first day takes nothing from what came after')
  const late = accepted({ ...wages, since: '2024-01-02' })
  assert.equal(late.game.refused('dispatcher', 'interrupt', late.id, { interruption: 'claimed', interruptedOn: '2026-05-20' }).code, 'ran-out-before')
  late.game.does('dispatcher', 'interrupt', late.id, { interruption: 'acknowledged', interruptedOn: '2026-05-20' })
  assert.equal(late.game.due(late.id, 'limit-labour'), '2027-05-20 23:59')
})

test('29.1: an oral agreement is none of a day before the dispute was registered', () => {
  const { game, id } = talking()
  assert.deepEqual(game.refused('mediator', 'agreeOrally', id, { ...terms, agreedOn: '2026-06-05', readAloud: true }).faults?.map(one => one.fact), ['agreedOn'])
})

test('29.2: of two bodies asked along at different times both take part, until another way is taken', () => {
  const begun = talking()
  const { game, id } = begun
  for (const body of ['630202001/police-station', '630202001/justice-office']) game.does('mediator', 'inviteBody', id, { joint: [body] })
  assert.deepEqual(factsOf(begun)['joint'], ['630202001/police-station', '630202001/justice-office'])
  game.does('police', 'noteAlong', id, { courseNote: '到场维持秩序' })
  game.does('mediator', 'fail', id, { why: '差距太大', otherWays: '可以起诉' })
  game.does('dispatcher', 'choose', id, { track: 'judicial', body: '630202/court' })
  assert.equal(game.refused('police', 'noteAlong', id, { courseNote: '再次到场' }).code, 'earlier-way')
})

test('29.1, 30.1: nobody is told, nothing extended and no refusal taken back without the sheet that was signed', () => {
  const refused = asked()
  hears(refused, 2, 'refuses')
  const without = (begun: typeof refused, who: 'dispatcher' | 'mediator', step: string, more: object) => begun.game.refused(who, step, begun.id, { ...more, sheet: [] }).faults?.map(one => one.fact)
  assert.deepEqual(without(refused, 'dispatcher', 'takeBack', { seatNumber: 2, heardHow: 'inPerson' }), ['sheet'])
  assert.deepEqual(without(agreedToTalk(), 'mediator', 'tellRights', { seatNumber: 1 }), ['sheet'])
  assert.deepEqual(without(talking(), 'mediator', 'extend', { extendUntil: '2026-07-20' }), ['sheet'])
})

test('29.1: the clock of a body that decides counts from the day it took the case up, or was asked, whenever that is recorded and also before it was registered here', () => {
  const begun = accepted(wages)
  const { game, id } = begun
  game.does('dispatcher', 'choose', id, { track: 'labourArbitration', body: '630202/human-resources' })
  game.until('2026-06-30 10:00')
  const faults = (step: string, more: object) => game.refused('labourBureau', step, id, { appliedOn: '2026-06-08', ...more }).faults?.map(one => one.fact)
  assert.deepEqual(faults('applied', { takenUpOn: '2026-06-05' }), ['takenUpOn'])
  game.does('labourBureau', 'applied', id, { appliedOn: '2026-06-08' })
  assert.equal(game.due(id), '2026-07-23 23:59')
  game.does('labourBureau', 'takeUpApplication', id, { takenUpOn: '2026-06-12' })
  assert.equal(game.due(id), '2026-07-27 23:59')
  game.does('labourBureau', 'prolong', id, { courseNote: '案情复杂' })
  assert.equal(game.due(id), '2026-08-11 23:59')
  assert.equal(game.refused('labourBureau', 'takeUpApplication', id, { takenUpOn: '2026-06-15' }).code, 'prolonged-already')
  const early = accepted(wages)
  early.game.does('dispatcher', 'choose', early.id, { track: 'labourArbitration', body: '630202/human-resources' })
  early.game.does('labourBureau', 'applied', early.id, { appliedOn: '2026-06-01' })
  assert.equal(early.game.due(early.id), '2026-07-16 23:59')
  assert.deepEqual(early.game.refused('labourBureau', 'recordResult', early.id, { result: 'granted', resultNote: '结清工资', decidedOn: '2026-05-20' }).faults?.map(one => one.fact), ['decidedOn'])
  const alone = accepted()
  alone.game.does('dispatcher', 'choose', alone.id, { track: 'reconciliation' })
  assert.equal(alone.game.refused('dispatcher', 'takeUpApplication', alone.id, { takenUpOn: '2026-06-08' }).code, 'no-body')
})

test('29.1: a ruling on title to land is contested by the land law, one on water in the time of every administrative suit', () => {
  const contested = (about: string, body: string, who: 'water' | 'landBureau') => {
    const { game, id } = accepted({ about })
    game.does('dispatcher', 'choose', id, { track: 'ruling', body })
    game.does('resident', 'applied', id, { appliedOn: '2026-06-08' })
    game.does(who, 'recordResult', id, { result: 'granted', resultNote: '按原渠分水', decidedOn: '2026-06-08' })
    return [game.due(id), game.matter(id).clocks['stage']?.source.words.zh]
  }
  assert.deepEqual(contested('landTitle', '630202/natural-resources', 'landBureau'), ['2026-07-08 23:59', '《土地管理法》第十四条'])
  assert.deepEqual(contested('water', '630202/water', 'water'), ['2026-12-08 23:59', '《行政诉讼法》第四十六条'])
})

test('29.1: extended until a day is extended until that day, also where the last one had rolled off a weekend', () => {
  const begun = asked()
  const { game, id } = begun
  game.until('2026-06-11 10:00')
  for (const seatNumber of [1, 2]) hears(begun, seatNumber)
  assert.equal(game.due(id), '2026-07-13 23:59', 'the thirtieth day is a Saturday')
  game.does('mediator', 'extend', id, { extendUntil: '2026-07-14', sheet })
  assert.equal(game.due(id), '2026-07-14 23:59')
})

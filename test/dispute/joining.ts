import assert from 'node:assert/strict'
import { test } from 'node:test'
import { disputeHandoff } from '../../procedures/3-governance/dispute/handoff.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { play } from '../helpers/play.ts'
import { people } from '../helpers/world.ts'
import { agreedToTalk, asked, factsOf, hears, inEffect, registered, sheet, stageOf, talking, toSign, wall, type Dispute } from './begin.ts'

// Who is a side, who speaks for it, and who came by mistake.

const input = (facts: object) => JSON.parse(JSON.stringify(facts)) as never
const partsOf = ({ game, id }: Dispute, account: string) => game.matter(id).parties.filter(one => one.account === account).map(one => one.role)
const [applicant, respondent] = wall.sides

test('29.1: who joined by a code in wrong hands is taken out, told why, and the code of that side changes with them', () => {
  const begun = asked()
  const { game, id } = begun
  const out = { seatNumber: 2, leaveGround: 'stranger', why: '经核实不是李生海本人' }
  assert.equal(game.refused('mediator', 'removeJoined', id, out).code, 'nobody-joined')
  assert.equal(game.refused('mediator', 'removeJoined', id, { ...out, seatNumber: 1 }).code, 'nobody-joined', 'who registered it joined by no code')
  assert.deepEqual(game.refused('mediator', 'removeJoined', id, { ...out, seatNumber: 7 }).faults?.map(one => one.fact), ['seatNumber'])
  game.platform('join', id, { seatNumber: 2, joiner: people.stranger.account })
  game.does('stranger', 'say', id, { answer: 'agrees' })
  game.heard()
  game.does('mediator', 'removeJoined', id, out)
  assert.deepEqual(partsOf(begun, people.stranger.account), [])
  assert.deepEqual((factsOf(begun)['seats'] as readonly unknown[])[1], { number: 2, role: 'respondent', consent: 'open', informed: false, tried: 0, renewed: 1 }, 'nor does their word stand')
  assert.ok(game.heard().some(one => one.who === 'stranger' && /not that side/.test(one.words)))
  assert.equal(game.refused('stranger', 'addRemark', id, { remark: '我还想说' }).code, 'not-yours')
  game.platform('join', id, { seatNumber: 2, joiner: people.neighbour.account })
  assert.deepEqual(partsOf(begun, people.neighbour.account), ['disputant', 'seat-2'])
})

test('29.1: accepted, the sides keep their places, by which they joined and sign', () => {
  const begun = registered()
  const swapped = [respondent, applicant]
  assert.deepEqual(begun.game.refused('dispatcher', 'accept', begun.id, input({ danger: 'none', sides: swapped })).faults?.map(one => one.fact), ['sides'])
  begun.game.does('dispatcher', 'accept', begun.id, input({ danger: 'none', sides: [...wall.sides, { role: 'third', name: '东关社区', nature: 'firm', by: '赵明', stands: 'officer' }] }))
  assert.deepEqual((factsOf(begun)['seats'] as readonly { role: string }[]).map(one => one.role), ['applicant', 'respondent', 'third'])
})

test('29.1: who asked through an office and joins by the code may withdraw as well', () => {
  const game = play(dispute, '2026-06-08 10:00', { others: [disputeHandoff] })
  const id = game.opens('dispatcher', input(wall), 'register')
  game.platform('join', id, { seatNumber: 1, joiner: people.neighbour.account })
  game.does('neighbour', 'withdraw', id, { why: '双方已和好' })
  assert.equal(game.matter(id).facts['outcome'], 'withdrawn')
})

test('29.1: agents change and a third side shows: it is written down, in its place, with the paper that says so, and asked before it is mediated with', () => {
  const begun = agreedToTalk()
  const { game, id } = begun
  const agent = { ...respondent, by: '韩律师', stands: 'agent' }
  assert.deepEqual(game.refused('mediator', 'amendSides', id, input({ sides: [applicant, agent], why: '委托了代理人' })).faults?.map(one => one.fact), ['authority'])
  assert.deepEqual(play(dispute).refusedToOpen('committee', input({ ...wall, sides: [applicant, agent] }), 'register').faults?.map(one => one.fact), ['authority'])
  assert.deepEqual(game.refused('mediator', 'amendSides', id, input({ sides: [respondent, applicant], why: '写反了顺序' })).faults?.map(one => one.fact), ['sides'])
  game.does('mediator', 'amendSides', id, input({ sides: [applicant, agent], authority: sheet, why: '委托了代理人' }))
  assert.equal(stageOf(begun), 'mediating')
  game.does('mediator', 'amendSides', id, input({ sides: [...wall.sides, { role: 'third', name: '祁占福', nature: 'person' }], why: '界墙另一侧的住户' }))
  assert.equal(stageOf(begun), 'consenting')
  hears(begun, 3)
  assert.equal(stageOf(begun), 'mediating')
  const more = input({ sides: [...wall.sides, { role: 'third', name: '祁占福', nature: 'person' }], why: '界墙另一侧的住户' })
  const [signing, agreed] = [toSign(), inEffect()]
  assert.deepEqual([signing.game.refused('mediator', 'amendSides', signing.id, more).code, agreed.game.refused('mediator', 'amendSides', agreed.id, more).code], ['being-signed', 'agreed-already'])
})

test('30.1: another mediator settles a challenge that waits; who mediated decides on none, and where nobody else is there the centre does', () => {
  const begun = talking()
  const { game, id } = begun
  game.does('resident', 'challenge', id, { challenge: '他是对方的表哥' })
  game.does('mediator', 'replaceMediator', id, { mediator: people.otherMediator.account, why: '主动回避' })
  assert.equal(factsOf(begun)['challenged'], undefined)
  game.does('resident', 'challenge', id, { challenge: '也是对方的亲戚' })
  for (const who of ['mediator', 'otherMediator'] as const) assert.equal(game.refused(who, 'decideChallenge', id, { verdict: 'unfounded', why: '没有利害关系' }).code, 'own-case')
  game.does('dispatcher', 'decideChallenge', id, { verdict: 'unfounded', why: '没有利害关系' })
  assert.equal(factsOf(begun)['challenged'], undefined)
})

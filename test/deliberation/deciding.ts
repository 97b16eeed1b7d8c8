import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, called, file, resolution, sheet, topic, voted } from './village.ts'

// Voted on, counted, declared by the law’s figures.

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
  const id = called(begun, { accept: { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' }, form: 'both', until: '2026-06-20' })
  game.until('2026-06-18 09:00')
  game.does('villageCommittee', 'openVote', id)
  assert.deepEqual(hall.rows.find(one => one.register === 'poll-open')?.row['online'], true)
  assert.equal(game.refused('villageCommittee', 'close', id).code, 'vote-runs')
  game.until('2026-06-21 08:00')
  assert.deepEqual([game.matter(id).stage, hall.rows.at(-1)?.register], ['counting', 'poll-close'])
  assert.equal(game.refused('villageCommittee', 'attend', id, { attendance: [{ number: 1, way: 'hall' }], bookSheet: [file] }).code, 'book-closed')
  assert.equal(game.refused('villageCommittee', 'count', id, { counterKin: 'none', countPlace: '会场', countSheet: [file] }).code, 'bad-input')
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

test('a meeting on paper is kept: its attendance book is keyed in the next morning with its photo, or, where it can’t be counted, the vote is set aside and convened again', () => {
  const begun = begin(40)
  const { game, hall } = begun
  const id = called(begun)
  game.until('2026-06-18 15:00')
  game.does('villageCommittee', 'openVote', id)
  game.until('2026-06-19 08:30')
  assert.equal(game.matter(id).stage, 'counting', 'it closed at midnight')
  assert.deepEqual(game.refused('villageWorker', 'attend', id, { attendance: [{ number: 1, way: 'hall' }], bookSheet: [] }).faults?.map(one => one.fact), ['bookSheet'])
  game.does('villageWorker', 'attend', id, { attendance: [{ number: 1, way: 'hall' }], bookSheet: [file] })
  assert.deepEqual(game.refused('villageCommittee', 'strike', id, { number: 1, strikeWhy: '登记到了别人的一行' }).faults?.map(one => one.fact), ['bookSheet'])
  game.does('villageCommittee', 'strike', id, { number: 1, strikeWhy: '登记到了别人的一行', bookSheet: [file] })
  assert.equal(game.refused('villageCommittee', 'setAside', id, { setAsideWhy: '结果不如意' }).code, 'not-yours', 'those who run it do not set it aside')
  hall.counted(30, { for: 24 })
  assert.equal(game.refused('supervisor', 'setAside', id, { setAsideWhy: '结果不如意' }).code, 'counted', 'nor is what is counted')
  hall.uncounted()
  game.does('supervisor', 'setAside', id, { setAsideWhy: '签到册被雨水损毁，无法核对' })
  assert.deepEqual([game.matter(id).stage, game.heard().some(one => one.who === 'ruralLead')], ['setAside', true])
  game.does('villageCommittee', 'reconvene', id)
  const [, again] = game.all('deliberation')
  assert.deepEqual([game.matter(id).stage, again?.facts['topic']], ['notHeld', topic.topic])
})

test('who was marked as present and was not contests their own line; a counter looks at it, and no result is declared before', () => {
  const begun = begin(40)
  const { game, hall } = begun
  const id = called(begun)
  game.until('2026-06-18 09:00')
  game.does('villageCommittee', 'openVote', id)
  assert.equal(game.refused('villageCommittee', 'answerLine', id, { number: 1, lineAnswer: 'stands', lineNote: '没有人提出' }).code, 'nothing-open')
  assert.deepEqual(game.refused('villager', 'contestLine', id, { number: 2, lineWrong: '他没有到会' }).faults?.map(one => one.fact), ['number'], 'one’s own alone')
  const wrong = { number: 1, lineWrong: '我没有到会，也没有委托' }
  game.does('villager', 'contestLine', id, wrong)
  game.does('villager', 'contestLine', id, wrong)
  game.does('villageCommittee', 'close', id)
  hall.counted(30, { for: 24 })
  assert.equal(game.refused('villageCommittee', 'declare', id).code, 'line-contested')
  assert.deepEqual(game.refused('supervisor', 'answerLine', id, { number: 5, lineAnswer: 'struck', lineNote: '签名页上没有' }).faults?.map(one => one.fact), ['number'])
  game.does('supervisor', 'answerLine', id, { number: 1, lineAnswer: 'struck', lineNote: '签名页上没有本人签名' })
  assert.deepEqual([hall.rows.at(-1)?.register, hall.rows.at(-1)?.row['number']], ['attendance-strike', 1])
  game.does('villageCommittee', 'declare', id)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people, type Name } from '../helpers/world.ts'
import { agreedToTalk, asked, factsOf, type Dispute } from './begin.ts'

// Who mediates: the sides choose, the body settles it, and it is somebody who mediates for that body and is nobody's own.

const [one, other] = [people.mediator.account, people.otherMediator.account]

/** Both sides with an account, asked whether they agree. */
const both = (): Dispute => {
  const begun = asked()
  begun.game.platform('join', begun.id, { seatNumber: 2, joiner: people.neighbour.account })
  return begun
}

const prefers = ({ game, id }: Dispute, who: Name, preferred: string, more: object = {}): void => game.does(who, 'preferMediator', id, { preferred, ...more })
const chosen = (begun: Dispute): readonly unknown[] => (factsOf(begun)['seats'] as readonly { readonly prefers?: string }[]).map(seat => seat.prefers)
const faultsOf = ({ game, id }: Dispute, who: Name, step: string, input: object) => game.refused(who, step, id, { ...input }).faults?.map(fault => fact(fault))
const fact = ({ fact: name, why }: { readonly fact: string; readonly why: { readonly en: string } }): string => `${name}: ${why.en}`

test('30.1: each side chooses a mediator, also before it agreed and on paper at the body; where all chose the same, that is who mediates', () => {
  const begun = both()
  const { game, id } = begun
  game.heard()
  prefers(begun, 'resident', other)
  assert.ok(game.heard().some(told => told.who === 'neighbour' && /please choose too/.test(told.words)))
  prefers(begun, 'resident', one)
  prefers(begun, 'mediator', other, { seatNumber: 2 })
  assert.deepEqual(chosen(begun), [one, other], 'a choice may be changed, and each speaks for its own side')
  prefers(begun, 'neighbour', one)
  assert.ok(game.heard().some(told => told.who === 'mediator' && /All sides chose the same/.test(told.words)), 'the desk is told')
  game.does('mediator', 'nameMediator', id, { mediator: one, chosenHow: 'offered' })
  assert.deepEqual([factsOf(begun)['mediator'], factsOf(begun)['chosenHow'], chosen(begun)], [one, 'chosen', [undefined, undefined]])
  assert.equal(game.refused('resident', 'preferMediator', id, { preferred: other }).code, 'has-mediator')
  assert.equal(faultsOf(both(), 'mediator', 'preferMediator', { preferred: one })?.length, 1, 'the body says for which side')
})

test('30.1: whom all sides chose is passed over only on a reason that they read; where they chose differently, the body names', () => {
  const begun = both()
  const { game, id } = begun
  prefers(begun, 'resident', one)
  prefers(begun, 'neighbour', one)
  assert.deepEqual(faultsOf(begun, 'mediator', 'nameMediator', { mediator: other, chosenHow: 'offered' }), ['why: All sides chose the same mediator: say why it is to be somebody else'])
  game.does('mediator', 'nameMediator', id, { mediator: other, chosenHow: 'offered', why: '该调解员下周起培训' })
  const apart = both()
  prefers(apart, 'resident', one)
  prefers(apart, 'neighbour', other)
  apart.game.does('mediator', 'nameMediator', apart.id, { mediator: other, chosenHow: 'offered' })
})

test('30.1: nobody mediates who is a side, of the household of one, or had to stand aside; and the sides choose nobody who had it before', () => {
  const begun = both()
  const { game, id } = begun
  for (const [who, step, field] of [['resident', 'preferMediator', 'preferred'], ['mediator', 'nameMediator', 'mediator']] as const) {
    assert.deepEqual(faultsOf(begun, who, step, { [field]: people.neighbour.account, ...(field === 'mediator' && { chosenHow: 'offered' }) }), [`${field}: A side does not mediate its own dispute`])
  }
  game.does('mediator', 'nameMediator', id, { mediator: one, chosenHow: 'offered' })
  game.does('resident', 'challenge', id, { challenge: '调解员是对方的表哥' })
  assert.deepEqual(faultsOf(begun, 'neighbour', 'preferMediator', { preferred: one }), ['preferred: A challenge to them waits: choose somebody else'])
  prefers(begun, 'neighbour', other)
  game.does('otherMediator', 'decideChallenge', id, { verdict: 'upheld', why: '确有亲属关系', mediator: other })
  game.does('resident', 'challenge', id, { challenge: '说话偏向对方' })
  assert.deepEqual(faultsOf(begun, 'resident', 'preferMediator', { preferred: one }), ['preferred: They mediated this dispute before: choose somebody else, or tell the body if you think they should again'])
  assert.match(faultsOf(begun, 'mediator', 'replaceMediator', { mediator: one, why: '还是换回原来的调解员' })?.[0] ?? '', /upheld/)
})

test('30.1: whoever mediates is in post of the body that day: no resident of elsewhere, no policeman, nobody of another committee', () => {
  const begun = agreedToTalk()
  const { game, id } = begun
  for (const who of ['stranger', 'police', 'labourMediator', 'villageMediator'] as const) {
    const refused = game.refused('mediator', 'nameMediator', id, { mediator: people[who].account, chosenHow: 'chosen' })
    assert.deepEqual([refused.code, refused.basis, /appointed/.test(refused.remedy?.en ?? '')], ['not-in-post', ['30.1'], true], who)
  }
  assert.equal(game.refused('resident', 'preferMediator', id, { preferred: people.stranger.account }).code, 'not-in-post')
  game.does('mediator', 'nameMediator', id, { mediator: one, chosenHow: 'chosen' })
  assert.equal(game.refused('mediator', 'replaceMediator', id, { mediator: people.stranger.account, why: '因病住院' }).code, 'not-in-post')
  const court = asked({}, { track: 'judicial', body: '630202/court' })
  for (const seatNumber of [1, 2]) court.game.does('judge', 'hearSide', court.id, { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  court.game.does('judge', 'nameMediator', court.id, { mediator: people.judge.account, chosenHow: 'offered' })
})

test('30.1: what was chosen of one body says nothing of another, and falls with who joined by mistake', () => {
  const begun = both()
  prefers(begun, 'resident', one)
  prefers(begun, 'neighbour', one)
  begun.game.does('mediator', 'removeJoined', begun.id, { seatNumber: 2, leaveGround: 'stranger', why: '不是本人加入' })
  assert.deepEqual(chosen(begun), [one, undefined])
  begun.game.until('2026-06-17 09:00')
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'judicial', body: '630202/court' })
  assert.deepEqual(chosen(begun), [undefined, undefined])
})

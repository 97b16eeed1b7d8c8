import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../helpers/world.ts'
import { township, lamp, until, names } from './until.ts'

// Like requests handled once, each with a reporter of its own.

test('like requests are handled once, and each reporter keeps their own clock, word and rating', () => {
  const { game, id } = until('handling')
  game.until('2026-06-09 10:00')
  const twin = game.opens('neighbour', { ...lamp, text: '路灯坏了好几天' })
  game.does('dispatcher', 'join', twin, { main: id })
  assert.deepEqual([game.matter(twin).stage, game.due(twin), game.due(id)], ['joined', '2026-06-16 18:00', '2026-06-17 18:00'])
  game.does('handler', 'resolve', id, { outcome: 'cannot', result: '线路权属不清', whyNot: '需产权单位同意' })
  game.heard()
  game.does('gridWorker', 'verify', id, { verified: true })
  assert.deepEqual(names(game.heard()), ['neighbour', 'resident'])
  assert.deepEqual([game.matter(twin).stage, game.matter(twin).facts['whyNot']], ['confirming', '需产权单位同意'], 'the reasons go with the outcome')
  game.does('resident', 'confirm', id)
  game.does('resident', 'rate', id, { rating: 5 })
  assert.equal(game.matter(twin).stage, 'confirming')
  game.does('neighbour', 'reopen', twin, { reopenReason: '仍未修好' })
  assert.deepEqual([game.matter(twin).stage, game.matter(id).stage], ['triage', 'finished'])
})

test('each reporter’s own time is counted once, however often the main matter is handled', () => {
  const { game, id } = until('handling')
  game.until('2026-06-09 10:00')
  const twin = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', twin, { main: id })
  game.until('2026-06-16 18:00')
  assert.deepEqual([game.matter(twin).facts['inTime'], game.matter(id).facts['inTime'], game.counts['due']], [false, undefined, 1], 'the neighbour’s time has run out, the resident’s has not')
  game.until('2026-06-17 10:00')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  game.does('neighbour', 'confirm', twin)
  assert.deepEqual(game.counts, { reported: 2, due: 2, onTime: 1, fixed: 2 })
})

test('what is joined to a matter itself joined, settled on the spot or not verified in time is resolved along with it', () => {
  const { game, id } = until('triage')
  const twin = game.opens('neighbour', lamp)
  const third = game.opens('resident', lamp)
  game.does('dispatcher', 'join', third, { main: twin })
  game.does('dispatcher', 'join', twin, { main: id })
  game.does('gridWorker', 'settle', id, { result: '现场接好了线路' })
  assert.deepEqual([id, twin, third].map(one => game.matter(one).stage), ['confirming', 'confirming', 'confirming'])

  const slow = until('verifying')
  const joined = slow.game.opens('neighbour', lamp)
  slow.game.does('dispatcher', 'join', joined, { main: slow.id })
  slow.game.until('2026-06-10 18:00')
  assert.equal(slow.game.matter(joined).stage, 'confirming')
})

test('a joined matter that has gone its own way no longer follows the other', () => {
  const { game, id } = until('handling')
  const twin = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', twin, { main: id })
  game.does('neighbour', 'withdraw', twin)
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  game.does('gridWorker', 'verify', id, { verified: true })
  assert.deepEqual([game.matter(twin).stage, game.matter(id).stage], ['withdrawn', 'confirming'])
})

test('taken apart, or left alone by a withdrawn main matter, a matter goes back to whoever dispatched it', () => {
  for (const apart of ['unjoin', 'withdraw'] as const) {
    const { game, id } = until('handling')
    const twin = game.opens('neighbour', lamp)
    game.does('dispatcher', 'dispatch', twin, { category: 'road-damage', office: township })
    game.does('dispatcher', 'join', twin, { main: id })
    game.heard()
    if (apart === 'unjoin') game.does('countyDispatcher', 'unjoin', twin)
    else game.does('resident', 'withdraw', id)
    const { stage, holder, links, facts } = game.matter(twin)
    assert.deepEqual([stage, holder?.office, links, facts['main']], ['triage', '630202001/centre', [], undefined], apart)
    assert.ok(names(game.heard()).includes('dispatcher'))
    game.does('dispatcher', 'join', twin, { main: game.opens('resident', lamp) })
  }
})

test('a matter is joined neither to itself, nor to none, nor to one settled or joined', () => {
  const { game, id } = until('confirming')
  const twin = game.opens('neighbour', lamp)
  const open = game.opens('resident', lamp)
  const joined = game.opens('neighbour', lamp)
  game.does('dispatcher', 'join', joined, { main: open })
  for (const main of [twin, people.resident.account, id, joined]) {
    assert.deepEqual(game.refused('dispatcher', 'join', twin, { main }).faults?.map(f => f.fact), ['main'])
  }
  assert.deepEqual(game.refused('dispatcher', 'join', twin, { main: 'not an id' }).faults?.map(f => f.fact), ['main'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { advice } from './advice.ts'

// Monday, 8 June 2026, 10:00. The lawyers are people of the city who hold no post.
const village = '630202001001'
const [lawyer, other] = [people.stranger.account, people.villager.account]
const booking = { village, about: '邻居翻建房屋挡住采光，该怎么办', otherSide: '邻居', channel: 'village', wished: '2026-06-10' }

const game = (advisers: readonly { account: string; name: string }[] | 'none' = [{ account: lawyer, name: '李律师' }, { account: other, name: '马律师' }]) =>
  play(advice, '2026-06-08 10:00', { loads: { 'village-advisers': () => (advisers === 'none' ? undefined : { contract: 'one', firm: '青海河湟律师事务所', advisers }) } })

const until = (stage: 'booked' | 'arranged' | 'writing' | 'reading') => {
  const world = game()
  const id = world.opens('resident', booking, 'book')
  if (stage !== 'booked') world.does('stranger', 'arrange', id, { day: '2026-06-10', time: '上午十点，居委会会议室', channel: 'village' })
  if (stage === 'writing' || stage === 'reading') {
    world.until('2026-06-10 11:00')
    world.does('stranger', 'hold', id, { heldOn: '2026-06-10', channel: 'village' })
  }
  if (stage === 'reading') world.does('stranger', 'writeDown', id, { advice: '先看规划许可；可申请人民调解，调解不成再起诉', next: 'mediation' })
  return { world, id, at: () => world.matter(id).stage, facts: () => world.matter(id).facts }
}

test('check finds nothing wrong', () => assert.deepEqual(check(advice), []))

test('32.2: booked with the adviser of one’s village, held, written down, read and rated', () => {
  const { world, id, at, facts } = until('booked')
  assert.deepEqual([facts()['adviser'], facts()['heading'], world.matter(id).holder?.office, world.heard().map(one => one.who)], [lawyer, '法律咨询（在村（居）委会当面）', '630202001/justice-office', ['stranger']])
  world.does('stranger', 'arrange', id, { day: '2026-06-10', time: '上午十点，居委会会议室', channel: 'village' })
  assert.deepEqual(world.heard().map(one => one.who), ['resident'])
  world.until('2026-06-10 11:00')
  world.does('stranger', 'hold', id, { heldOn: '2026-06-10', channel: 'village' })
  world.does('stranger', 'writeDown', id, { advice: '先看规划许可；可申请人民调解', next: 'mediation' })
  world.does('resident', 'notRight', id, { wrong: '房屋在2024年已翻建' })
  world.does('stranger', 'writeDown', id, { advice: '2024年翻建的，先查规划许可；可申请人民调解', next: 'mediation' })
  world.does('resident', 'rate', id, { rating: 'good' })
  assert.deepEqual([at(), world.counts], ['closed', { booked: 1, held: 1, rated: 1, good: 1 }])
  world.platform('becameDispute', id)
  assert.equal(facts()['disputed'], true)
})

test('what is asked and advised is sensitive, and shared between who asked and the adviser alone', () => {
  for (const name of ['about', 'otherSide', 'advice', 'conflict'] as const) assert.deepEqual([advice.facts[name].class, advice.facts[name].shared], ['sensitive', true], name)
  const { world, id } = until('booked')
  assert.deepEqual(world.matter(id).parties.filter(one => one.account !== undefined).map(one => one.role), ['reporter', 'advised', 'adviser'])
  assert.ok(Object.values(advice.stages).every(stage => !('published' in stage)))
})

test('32.2: where the other side is a client the adviser says so and names another way, or passes it on', () => {
  const { world, id, at } = until('booked')
  world.does('stranger', 'declareConflict', id, { conflict: '对方是本所委托人', otherWay: '可联系县法律援助中心或拨打12348' })
  assert.deepEqual([at(), world.heard().map(one => one.who)], ['refused', ['stranger', 'resident']])
  const next = until('arranged')
  next.world.does('stranger', 'passOn', next.id)
  assert.deepEqual([next.at(), next.facts()['adviser'], next.world.refused('stranger', 'passOn', next.id).code, next.world.refused('villager', 'passOn', next.id).code], ['booked', other, 'not-yours', 'no-other'])
  assert.equal(next.world.refused('stranger', 'arrange', next.id, { day: '2026-06-11', time: '上午', channel: 'phone' }).code, 'not-yours')
  next.world.does('villager', 'arrange', next.id, { day: '2026-06-11', time: '电话联系', channel: 'phone' })
})

test('32.1: where a village has no adviser, who asks is told where else to go', () => {
  for (const world of [game('none'), game([])]) {
    const refused = world.refusedToOpen('resident', booking, 'book')
    assert.deepEqual([refused.code, refused.remedy?.zh.includes('12348')], ['no-adviser', true])
  }
})

test('a committee asks too; nobody is sent to themselves, nor booked for a day that is past', () => {
  const world = game()
  world.opens('committee', { village, about: '公约条款是否合法', channel: 'phone' }, 'book')
  const faults = (more: object) => world.refusedToOpen('resident', { ...booking, ...more }, 'book').faults?.map(one => one.fact)
  assert.deepEqual(faults({ wished: '2026-06-07' }), ['wished'])
  assert.equal(world.matter(world.opens('stranger', booking, 'book')).facts['adviser'], other, 'an adviser who lives there asks the other')
  const { world: arranged, id } = until('booked')
  assert.deepEqual([arranged.refused('stranger', 'arrange', id, { day: '2026-08-01', time: '上午', channel: 'phone' }).faults?.map(one => one.fact)], [['day']])
  arranged.does('stranger', 'arrange', id, { day: '2026-06-10', time: '上午', channel: 'phone' })
  assert.deepEqual(arranged.refused('stranger', 'hold', id, { heldOn: '2026-06-09', channel: 'phone' }).faults?.map(one => one.fact), ['heldOn'])
})

test('unanswered, past its day or not written down in time, the adviser and the justice office are told; what did not come about is arranged anew', () => {
  const late = until('booked')
  late.world.heard()
  late.world.until('2026-06-11 09:00')
  assert.deepEqual([...new Set(late.world.heard().map(one => one.who))].toSorted(), ['countyLead', 'justiceOffice', 'stranger'])
  const missed = until('arranged')
  missed.world.until('2026-06-15 09:00')
  assert.ok(missed.world.heard().some(one => one.who === 'justiceOffice'))
  missed.world.does('resident', 'notMet', missed.id, { reason: '顾问没有到' })
  assert.equal(missed.at(), 'booked')
  missed.world.does('resident', 'cancel', missed.id)
  assert.equal(missed.at(), 'cancelled')
  const unrated = until('reading')
  unrated.world.until('2026-06-18 09:00')
  assert.equal(unrated.at(), 'closed')
  const poor = until('reading')
  poor.world.heard()
  poor.world.does('resident', 'rate', poor.id, { rating: 'poor', remark: '没听明白' })
  assert.ok(poor.world.heard().some(one => one.who === 'justiceOffice'))
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(advice.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  assert.deepEqual(codesOf(import.meta.url, 'advice.ts').filter(code => !met.refusals.has(code)), [])
})

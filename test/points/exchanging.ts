import assert from 'node:assert/strict'
import { test } from 'node:test'
import { householdClaim } from '../../procedures/3-governance/points/household-claim.ts'
import { pointsOpening, type Opening } from '../../procedures/3-governance/points/points-opening.ts'
import { redemption } from '../../procedures/3-governance/points/redemption.ts'
import { rewardStock } from '../../procedures/3-governance/points/reward-stock.ts'
import { pointsCarry } from '../../procedures/3-governance/points/points-carry.ts'
import type { Carrying, HouseholdPoints, Redeeming, Scheme } from '../../procedures/3-governance/points/needs.ts'
import { play } from '../helpers/play.ts'
import { law, people } from '../helpers/world.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { village, h1, h2, h3, file, scheme, member } from './village.ts'

// Rewards, their stock, and the ledger kept before (Art. 27.3).

const wish = { village, household: h1, reward: 'R1', pieces: 1 }
const redeeming = (more: Partial<Redeeming> = {}) => {
  const now: { redeeming: Redeeming } = { redeeming: { scheme, stock: 2, household: { ...member, free: 15 }, ...more } }
  return { world: play(redemption, '2026-06-08 10:00', { loads: { 'points-redeeming': () => now.redeeming } }), now }
}

test('27.3: a reward is kept for the household out of real stock, handed over once, or free again when nobody comes', () => {
  const { world } = redeeming()
  const id = world.opens('villager', wish, 'reserve')
  assert.deepEqual([world.matter(id).facts['points'], world.precedents.at(-1)?.['points'], world.due(id)], [10, 10, '2026-06-23 23:59'])
  world.does('villageWorker', 'handOver', id, { identity: 'known' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['as']], ['handedOver', 'post'])
  assert.equal(world.refused('villageCommittee', 'handOver', id, { identity: 'known' }).code, 'closed', 'never twice')
  const late = world.opens('villager', wish, 'reserve')
  world.until('2026-06-24 09:00')
  assert.deepEqual([world.matter(late).stage, world.precedents.at(-1)?.['as']], ['expired', 'void'])
  const back = world.opens('villager', wish, 'reserve')
  world.does('villager', 'cancel', back, { reason: '不需要了' })
  assert.equal(world.matter(back).stage, 'cancelled')
})

test('27.3: out of stock, too few points, no scheme, another’s household: refused; on behalf it takes their signed sheet and a receipt', () => {
  const refused = (more: Partial<Redeeming>, input: object = {}, who: 'villager' | 'villageWorker' = 'villager') => redeeming(more).world.refusedToOpen(who, { ...wish, ...input }, who === 'villager' ? 'reserve' : 'reserveFor')
  assert.deepEqual([refused({ stock: 0 }).code, refused({ household: { ...member, free: 9 } }).code, refused({ household: { ...member, member: false, free: 50 } }).code], ['out-of-stock', 'below-zero', 'not-your-household'])
  assert.equal(redeeming({ scheme: undefined } as never).world.refusedToOpen('villager', wish, 'reserve').code, 'no-scheme')
  assert.deepEqual([refused({}, { reward: 'R9' }).faults?.[0]?.fact, refused({ household: { ...member, known: false } }).faults?.[0]?.fact, refused({}, {}, 'villageWorker').faults?.[0]?.fact], ['reward', 'household', 'sheet'])
  const { world } = redeeming()
  const id = world.opens('villageWorker', { ...wish, sheet: file }, 'reserveFor')
  assert.deepEqual(world.refused('villageWorker', 'handOver', id, { identity: 'proxy' }).faults?.map(one => one.fact), ['receipt'])
  world.does('villageCommittee', 'handOver', id, { identity: 'proxy', receipt: file })
  const slip = redemption.documents['slip']?.make({ number: '海积2026-1', region: village, day: '2026-06-08', law, office: one => one, place: () => '荒滩村', facts: { ...wish, what: '洗衣粉', points: 10 } })
  assert.match(JSON.stringify(slip?.body), /海积2026-1.*洗衣粉.*家人可以代领/)
})

test('27.3: stock is entered by one and checked by another', () => {
  const now: { scheme: Scheme | undefined } = { scheme }
  const world = play(rewardStock, '2026-06-08 10:00', { loads: { 'points-scheme': () => now.scheme } })
  const bought = { village, title: '第二季度采购', way: 'in', goods: [{ reward: 'R1', pieces: 20 }], voucher: 'FP-2026-06' }
  assert.deepEqual(world.refusedToOpen('villageCommittee', { ...bought, goods: [{ reward: 'R9', pieces: 1 }] }, 'enter').faults?.map(one => one.column), ['reward'])
  assert.deepEqual(world.refusedToOpen('committee', bought, 'enter').code, 'not-yours')
  const id = world.opens('villageCommittee', bought, 'enter')
  assert.equal(world.refused('villageCommittee', 'confirm', id).code, 'two-people')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('villageClerk', 'confirm', id)
  assert.deepEqual(world.precedents.at(-1)?.['goods'], [{ reward: 'R1', pieces: 20 }])
  world.does('ruralLead', 'refuse', world.opens('villageCommittee', { ...bought, way: 'lost' }, 'enter'), { note: '没有清点单' })
  now.scheme = undefined
  assert.equal(world.refusedToOpen('villageCommittee', bought, 'enter').code, 'no-scheme')
})

test('27.3: a ledger kept in a sheet so far is brought in once: its balances must sum, every household must stand on the roll', () => {
  const now: { opening: Opening } = { opening: { known: [h1, h2], before: false, scheme } }
  const world = play(pointsOpening, '2026-06-08 10:00', { loads: { 'points-opening': () => now.opening } })
  const ledger = { village, title: '2025 年纸质台账', balances: [{ household: h1, points: 12 }, { household: h2, points: 8 }], total: 20, asOf: '2026-05-31' }
  const refused = (more: object) => world.refusedToOpen('villageCommittee', { ...ledger, ...more }, 'enter')
  const mismatch = refused({ total: 21 })
  assert.deepEqual([mismatch.code, mismatch.why.zh, mismatch.faults?.map(one => one.fact)], ['sum-mismatch', '各户合计 20 分，与原台账合计 21 分不符，相差 1 分', ['total']])
  assert.deepEqual(refused({ balances: [{ household: h1, points: 12 }, { household: h3, points: 4 }] }).faults?.map(one => one.row), [1], 'on no roll')
  assert.deepEqual(refused({ balances: [{ household: h1, points: 12 }, { household: h2, points: 4 }, { household: h1, points: 4 }] }).faults?.map(one => one.row), [undefined, 2], 'twice')
  assert.deepEqual(refused({ asOf: '2026-07-01' }).faults?.map(one => one.fact), ['asOf'])
  assert.equal(world.refusedToOpen('committee', ledger, 'enter').code, 'not-yours')
  const id = world.opens('villageCommittee', ledger, 'enter')
  assert.equal(world.refused('villageCommittee', 'confirm', id).code, 'two-people')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  const twin = world.opens('villageCommittee', ledger, 'enter')
  world.does('villageClerk', 'confirm', id)
  assert.equal((world.precedents.at(-1)?.['lines'] as readonly unknown[]).length, 2)
  now.opening = { ...now.opening, before: true }
  assert.deepEqual([world.refused('villageClerk', 'confirm', twin).code, refused({}).code], ['opened-already', 'opened-already'])
  world.does('ruralLead', 'refuse', twin, { note: '已经导入' })
  world.platform('show', id)
  world.platform('settle', id)
  now.opening = { known: [h1, h2], before: false }
  assert.equal(refused({}).code, 'no-scheme')
})

test('27.3: a resident is linked to their household once the committee has confirmed it', () => {
  const now: { household: HouseholdPoints } = { household: member }
  const world = play(householdClaim, '2026-06-08 10:00', { loads: { 'points-household': () => now.household } })
  const claim = { village, door: '一社1号', name: '王小明' }
  assert.deepEqual(world.refusedToOpen('resident', claim, 'ask').faults?.map(one => one.fact), ['village'])
  const id = world.opens('villager', claim, 'ask')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  world.does('villageCommittee', 'confirm', id, { household: h1, name: '王小明' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['account'], world.precedents.at(-1)?.['household']], ['linked', people.villager.account, h1])
  const other = world.opens('villager', claim, 'ask')
  now.household = { ...member, known: false }
  assert.deepEqual(world.refused('villageCommittee', 'confirm', other, { household: h1, name: '王小明' }).faults?.map(one => one.fact), ['household'])
  world.does('villageCommittee', 'refuse', other, { reason: '不在该户' })
})

const carrying = (more: Partial<Carrying> = {}) => {
  const now: { carrying: Carrying | undefined } = { carrying: { free: 30, going: 0, coming: 0, owed: 0, stands: false, successors: [h2], members: [people.villager.account], ...more } }
  return { now, world: play(pointsCarry, '2026-06-08 10:00', { loads: { 'points-carrying': () => now.carrying } }) }
}
const joined = { village, household: h1, way: 'join' }

test('27.3: who joined another household takes its points along: proposed by one, done by another', () => {
  const { world, now } = carrying()
  const id = world.opens('villageCommittee', joined, 'propose')
  assert.deepEqual([world.matter(id).stage, world.heard().map(one => one.who)], ['proposed', ['villager']])
  assert.equal(world.refused('villageCommittee', 'confirm', id, { kin: 'none' }).code, 'two-people')
  assert.equal(world.refused('villageClerk', 'confirm', id, { kin: 'some', kinWith: [{ household: h2 }] }).code, 'kin')
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'))
  now.carrying = { ...carrying().now.carrying ?? assert.fail(), coming: 5 }
  assert.equal(world.refused('villageClerk', 'confirm', id, { kin: 'none' }).code, 'points-pending', 'what is still shown would be left behind')
  now.carrying = { ...now.carrying, coming: 0 }
  world.does('villageClerk', 'confirm', id, { kin: 'none' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['successor']], ['carried', h2])
  world.does('villager', 'object', world.opens('villageCommittee', joined, 'propose'), { statement: '我家没有并户' })
  world.does('ruralLead', 'refuse', world.opens('villageCommittee', joined, 'propose'), { note: '户册有误' })
  const refused = (more: Partial<Carrying>, input: object = joined) => { const one = carrying(more).world.refusedToOpen('villageCommittee', input as JsonObject, 'propose'); return one.faults?.[0]?.fact ?? one.code }
  assert.deepEqual([refused({ free: 0 }), refused({ stands: true }), refused({ successors: [] })], ['nothing-to-carry', 'way', 'way'])
  const none = carrying()
  none.now.carrying = undefined
  assert.deepEqual(none.world.refusedToOpen('villageCommittee', joined, 'propose').faults?.map(one => one.fact), ['household'])
})

test('27.3: who split divides as agreed, the rest stays with the code; who left the village exchanges in time, and what is left then is closed', () => {
  const split = { ...joined, way: 'split', agreed: file, shares: [{ household: h2, points: 12 }] }
  const { world } = carrying({ stands: true })
  assert.equal(world.refusedToOpen('villageCommittee', { ...split, shares: [{ household: h3, points: 12 }] }, 'propose').faults?.[0]?.fact, 'shares')
  assert.equal(world.refusedToOpen('villageCommittee', { ...split, shares: [{ household: h2, points: 31 }] }, 'propose').code, 'below-zero')
  const id = world.opens('villageCommittee', split, 'propose')
  world.does('villageClerk', 'confirm', id, { kin: 'none' })
  assert.deepEqual(world.precedents.at(-1)?.['shares'], [{ household: h2, points: 12 }])

  const left = { ...joined, way: 'close', toldHow: 'handed', toldProof: file }
  const leaving = carrying({ successors: [] })
  assert.deepEqual(leaving.world.refusedToOpen('villageCommittee', { ...left, toldProof: [] }, 'propose').faults?.map(one => one.fact), ['toldProof'])
  assert.equal(carrying({ stands: true }).world.refusedToOpen('villageCommittee', left, 'propose').faults?.[0]?.fact, 'way')
  const gone = leaving.world.opens('villageCommittee', left, 'propose')
  assert.equal(leaving.world.refused('villageClerk', 'confirm', gone, { kin: 'none' }).code, 'wrong-stage')
  leaving.world.until('2026-09-08 10:00')
  assert.equal(leaving.world.matter(gone).stage, 'proposed')
  leaving.world.does('villageClerk', 'confirm', gone, { kin: 'none' })
  assert.equal(leaving.world.precedents.at(-1)?.['way'], 'close')
  const slip = pointsCarry.documents['notice']?.make({ number: '1', region: village, day: '2026-06-08', office: one => one, law, place: () => '荒滩村', facts: { village, household: h1, way: 'close', free: 30 } })
  assert.match(JSON.stringify(slip?.body), /30 分.*期满仍未兑换的清零/)
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { daysAfter, legalDay } from '../kernel/calendar.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { communityTask } from '../procedures/3-governance/commission/community-task.ts'
import { commission } from '../procedures/3-governance/commission/commission.ts'
import { townshipTask } from '../procedures/3-governance/commission/township-task.ts'
import { act } from '../store/act.ts'
import { catchUp } from '../store/clock.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { rightly } from './gate/arrived.ts'
import { asks, drawing, everyone, given, nextVersion, oneOf, stepIn } from './gate/choices.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { fillLists, keptRows } from './helpers/lists-filled.ts'
import { rowOf } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, people } from './helpers/world.ts'
import type { Version } from './helpers/work-register.ts'

const procedures = { commission, 'township-task': townshipTask, 'community-task': communityTask } as const
const seeds = [7, 20260608]
const commands = 210

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  for (const county of ['630202', '630203']) assert.deepEqual((await verifyCounty(house, county)).faults, [])
  await database.close()
})

const open = () => keptRows<{ id: string; procedure: keyof typeof procedures; stage: string }>(database, `select id, procedure, stage from matter where open and procedure in ('commission', 'township-task', 'community-task') order by opened, id`)

// The same as in memory, over real registers, rows and clocks, and shorter.
test('23, 50.2: over the real database as well, nothing unlisted or without its conditions reaches a community', async () => {
  const seen = new Set<string>()
  let arrived = 0
  for (const seed of seeds) {
    const draw = drawing(seed)
    let now = instant(seed === 7 ? '2026-06-08 10:00' : '2026-09-07 10:00')
    let versions: readonly Version[] = nextVersion(draw, [], '2025-01-01')
    await fillLists(database, versions)
    const judge = async (): Promise<void> => {
      for (const { id } of await keptRows<{ id: string }>(database, `select id from matter where procedure = 'community-task'`)) {
        if (seen.has(id)) continue
        seen.add(id)
        arrived += 1
        const task = await rowOf(house, id)
        rightly(task.region, task.facts, { day: legalDay(new Date(task.opened)), now: task.opened, versions, orders: [] })
      }
    }
    for (let n = 0; n < commands; n += 1) {
      const what = draw(12)
      const today = legalDay(now)
      if (what < 4) {
        const { who, input } = asks(draw, versions, today)
        await act(house, people[who], { id: randomUUID(), procedure: 'commission', step: 'propose', input }, now)
      } else if (what === 4) {
        versions = nextVersion(draw, versions, daysAfter(today, 1 + draw(6)))
        await fillLists(database, versions)
      } else if (what < 7) {
        now = new Date(now.getTime() + oneOf(draw, [3, 20, 26]) * 3_600_000)
        assert.deepEqual((await catchUp(house, now)).failed, [])
      } else {
        const all = await open()
        if (all.length === 0) continue
        const matter = oneOf(draw, all)
        const step = stepIn(draw, procedures[matter.procedure], matter.stage)
        for (const who of everyone) {
          const { seq } = await rowOf(house, matter.id)
          const answer = await act(house, people[who], { id: randomUUID(), matter: matter.id, seq, step, input: given(draw, step, all.map(one => one.id), today) }, now)
          if (!isRefusal(answer)) break
        }
      }
      await judge()
    }
  }
  assert.ok(arrived > 2, `something reached communities: ${arrived} tasks`)
  const wrong = await keptRows(database, `select matter from given_work g join matter m on m.county = g.county and m.id = g.matter where g.state <> m.stage or g.open <> (m.open and m.stage not in ('done', 'declined', 'unowed', 'released', 'withdrawn', 'over'))`)
  assert.deepEqual(wrong, [], 'the register says of every task where it stands')
})

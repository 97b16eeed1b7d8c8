import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysAfter, legalDay } from '../kernel/calendar.ts'
import type { Matter } from '../kernel/matter.ts'
import { isOpen } from '../kernel/procedure.ts'
import { commission } from '../procedures/3-governance/commission/commission.ts'
import { communityTask } from '../procedures/3-governance/commission/community-task.ts'
import { townshipTask } from '../procedures/3-governance/commission/township-task.ts'
import { rightly, type World } from './gate/arrived.ts'
import { asks, drawing, everyone, given, nextVersion, oneOf, stepIn } from './gate/choices.ts'
import { commissioning, duties } from './helpers/commissioning.ts'
import { onTheWall } from './helpers/play.ts'
import { workRegister, type Version } from './helpers/work-register.ts'

const procedures = { commission, 'township-task': townshipTask, 'community-task': communityTask } as const
const names = Object.keys(procedures) as (keyof typeof procedures)[]

/** One history: offices ask, approve, pass on, object; lists are amended, orders begin and end, time passes. What reaches a community is judged by somebody who never saw the gate. */
const history = (seed: number, length: number): { readonly arrived: number; readonly refused: number } => {
  const draw = drawing(seed)
  let versions: readonly Version[] = draw(4) === 0 ? [] : nextVersion(draw, [], '2025-01-01')
  const register = workRegister({ versions, duties, held: ['户数'] })
  const worlds = new Map<unknown, World>()
  const { game } = commissioning('2026-06-08 10:00', {
    ...register,
    keep: (name, row) => {
      // The world as it stands at this very moment: the clock may bring something on between two commands.
      if (name === 'given-work' && row['title'] !== undefined) worlds.set(row['matter'], { day: legalDay(game.now()), now: game.now().toISOString(), versions, orders: [...register.orders] })
      register.keep(name, row)
    },
  })
  const seen = new Set<string>()
  let refused = 0

  const judge = (): void => {
    for (const task of game.all('community-task')) {
      const world = worlds.get(task.id) ?? assert.fail('a task arrived unregistered')
      if (!seen.has(task.id)) rightly(task.region, task.facts, world)
      seen.add(task.id)
      owed(task)
    }
  }
  /** Nobody is at work on what is neither taken on nor owed. */
  const owed = (task: Matter): void => {
    if (!['doing', 'accepting', 'done'].includes(task.stage) || task.facts['ground'] === 'emergency') return
    const steps = new Set(game.past(task.id).map(entry => entry.step))
    if (task.facts['ground'] === 'entrust') assert.ok(steps.has('accept'), 'entrusted and never taken on')
    if (((task.facts['conditions'] ?? []) as readonly unknown[]).length > 0) assert.ok(steps.has('confirmConditions') || (steps.has('conditionsRecorded') || task.facts['arrived'] !== undefined), 'owed without its conditions')
    assert.equal(register.given.get(task.id)?.state, task.stage, 'the register says where it stands')
  }

  for (let n = 0; n < length; n += 1) {
    const what = draw(20)
    const today = legalDay(game.now())
    if (what < 4) {
      const { who, input } = asks(draw, versions, today)
      refused += game.triesToOpen(who, input, 'propose') ? 1 : 0
    } else if (what === 4 && draw(2) === 0) { versions = nextVersion(draw, versions, daysAfter(legalDay(game.now()), 1 + draw(6))); register.amend(versions) }
    else if (what === 5) {
      if (draw(2) === 0) register.orders.push({ matter: '00000000-0000-4000-8000-000000000001', region: oneOf(draw, ['630202', '630202001', '630202001001']), until: `${daysAfter(legalDay(game.now()), draw(8))}T16:00:00.000Z`, offices: oneOf(draw, [[], ['630202/transport'], ['630202/transport', '630202/water']]) })
      else register.orders.length = 0
    } else if (what < 8) game.until(onTheWall(new Date(game.now().getTime() + oneOf(draw, [3, 20, 26, 70]) * 3_600_000).toISOString()))
    else {
      const name = oneOf(draw, names)
      const open = game.all(name).filter(matter => isOpen(procedures[name], matter.stage))
      if (open.length === 0) continue
      const matter = oneOf(draw, open)
      const step = stepIn(draw, procedures[name], matter.stage)
      for (const who of draw(3) === 0 ? [oneOf(draw, everyone)] : everyone) {
        if (game.tries(who, step, matter.id, given(draw, step, game.all('township-task').map(one => one.id), today)) === undefined) break
        refused += 1
      }
    }
    judge()
  }
  return { arrived: seen.size, refused }
}

test('23, 24.2, 50.2: no sequence of steps by any office brings a community what is not listed, or lacks its conditions', () => {
  const met = { arrived: 0, refused: 0, runs: 0 }
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 10, max: 200 }), (seed, length) => {
    const { arrived, refused } = history(seed, length)
    met.arrived += arrived
    met.refused += refused
    met.runs += 1
  }), { numRuns: 500 })
  assert.ok(met.arrived > 200, `the histories bring something to communities: ${met.arrived} tasks in ${met.runs} runs, ${met.refused} refusals`)
})

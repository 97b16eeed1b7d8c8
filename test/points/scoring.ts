import type { Procedure } from '../../kernel/procedure.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { pointsAward } from '../../procedures/3-governance/points/points-award.ts'
import type { Awarding, Waiting } from '../../procedures/3-governance/points/needs.ts'
import { play } from '../helpers/play.ts'
import { village, h1, h2, h3, scheme, none } from './village.ts'

export const awarding = (more: Partial<Awarding> = {}): Awarding => ({ today: scheme, schemes: [scheme], known: [h1, h2, h3], given: [], ...more })
export const row = { household: h1, item: '02', times: 1, day: '2026-06-05', evidence: '会议签到表第 1 页' }
export const sheet = (...rows: readonly object[]) => ({ village, title: '6 月村民会议', awards: rows as readonly JsonObject[], ...none })

export const scoring = (known: Awarding | undefined = awarding(), where = pointsAward as Procedure) => {
  const now: { awarding: Awarding | undefined; waiting: Waiting } = { awarding: known, waiting: { lines: 0, points: 0, households: 0, matters: [], corrections: [], byScorer: 0, toHousehold: 0 } }
  const world = play(where, '2026-06-08 10:00', { others: [pointsAward], loads: { 'points-awarding': () => now.awarding, 'points-waiting': () => now.waiting } })
  return { world, now }
}

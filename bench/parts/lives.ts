import type { Actor } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Directory } from '../../registers/directory.ts'
import { inventName } from '../../registers/demo/names.ts'
import type { Random } from '../../registers/demo/random.ts'
import type { Life, PastAct } from '../../store/bulk.ts'
import type { Cast } from './world.ts'
import { complaint, mobile, outcome, spot } from './words.ts'

const hour = 3_600_000

type Act = { readonly after: number; readonly step: string; readonly actor: Actor; readonly input: JsonObject }

const report = (random: Random, { village, residents, gridWorker }: Cast, about: string): { readonly actor: Actor; readonly input: JsonObject } => {
  const byWorker = random.chance(0.15)
  const contact = random.chance(0.6) ? { contactName: inventName(random), contactPhone: mobile(random) } : {}
  return {
    actor: byWorker ? gridWorker : random.pick(residents),
    input: {
      text: complaint(random, about), place: village, ...(random.chance(0.5) && { spot: spot(random) }),
      ...(byWorker ? {} : contact), ...(!byWorker && random.chance(0.05) && { anonymous: true }),
    },
  }
}

const resolved = (random: Random): JsonObject => {
  const how = random.weighted([['fixed', 92], ['cannot', 6], ['notOurs', 2]] as const)
  return { outcome: how, result: outcome(random), ...(how === 'cannot' && { whyNot: '受规划和资金所限' }), ...(how === 'notOurs' && { whereTo: '县政务服务大厅' }) }
}

/** The acts of one request in their order, each so many milliseconds after the one before; within every limit, so that none is overtaken by a clock. */
const acts = (random: Random, cast: Cast, directory: Directory): readonly Act[] | undefined => {
  const category = random.pick(directory.categories())
  const route = directory.route({ category: category.code, region: cast.village, from: cast.dispatcher.region })
  const handler = route && cast.handler(route.office)
  if (!route || !handler) return undefined
  const { actor, input } = report(random, cast, category.zh)
  const short = () => random.whole(20, 240) * 60_000
  const all: Act[] = [
    { after: 0, step: 'report', actor, input },
    { after: short(), step: 'dispatch', actor: cast.dispatcher, input: { category: category.code, office: route.office } },
    { after: short(), step: 'accept', actor: handler, input: {} },
    ...(random.chance(0.3) ? [{ after: short(), step: 'note', actor: handler, input: { progress: outcome(random) } }] : []),
    { after: random.whole(1, 20) * hour, step: 'resolve', actor: handler, input: resolved(random) },
    // What the village handled, the township's centre verifies.
    { after: short(), step: 'verify', actor: handler.office === cast.gridWorker.office ? cast.dispatcher : cast.gridWorker, input: { verified: true } },
  ]
  if (random.chance(0.75)) {
    all.push({ after: random.whole(1, 90) * hour, step: 'confirm', actor, input: {} })
    if (actor.kind === 'resident' && random.chance(0.7)) all.push({ after: random.whole(1, 200) * hour, step: 'rate', actor, input: { rating: random.weighted([[5, 60], [4, 25], [3, 15]]) } })
  }
  return all
}

/**
 * A life that came to its end within the last sixty days, or one that still stands at a stage: its last act was hours ago or, three times in
 * ten, days ago, when its clock may have run out. `undefined` where nobody in this village could live it.
 */
export const inventLife = (random: Random, cast: Cast, directory: Directory, until: Date, state: 'ended' | 'open'): Life | undefined => {
  const all = acts(random, cast, directory)
  const work = all?.findIndex(act => act.step === 'confirm') ?? -1
  if (!all) return undefined
  const kept = state === 'ended' ? all : all.slice(0, random.whole(1, work === -1 ? all.length : work))
  const length = kept.reduce((sum, act) => sum + act.after, 0)
  const since = state === 'ended' ? random.whole(1, 60 * 24) : random.chance(0.3) ? random.whole(20, 10 * 24) : random.whole(1, 20)
  let at = until.getTime() - since * hour - length
  return { id: random.uuid(), procedure: 'request', acts: kept.map(({ after, ...act }): PastAct => ({ ...act, at: new Date(at += after) })) }
}

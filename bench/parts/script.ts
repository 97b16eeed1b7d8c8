import type { Actor } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { randomFor } from '../../registers/demo/random.ts'
import { shippedDirectory } from '../../registers/reference.ts'
import { complaint, outcome } from './words.ts'
import type { Cast } from './world.ts'

export const lifeSteps = ['report', 'dispatch', 'accept', 'resolve', 'verify', 'confirm', 'rate'] as const
export type LifeStep = (typeof lifeSteps)[number]

/** One step of a life to be lived: who takes it, with what. */
export type Line = { readonly step: LifeStep; readonly actor: Actor; readonly input: JsonObject }

/** A whole life of a request, from report to rated, in one village. */
export type Script = readonly Line[]

/** Lives to be lived, spread at random over the villages, so that no two clients meet on one row and no person acts more often than people do. */
export const makeScripts = (casts: readonly Cast[], n: number): readonly Script[] => {
  const directory = shippedDirectory()
  const random = randomFor(11, 'scripts')
  const scripts: Script[] = []
  while (scripts.length < n) {
    const cast = random.pick(casts)
    const category = random.pick(directory.categories())
    const route = directory.route({ category: category.code, region: cast.village, from: cast.dispatcher.region })
    const handler = route && cast.handler(route.office)
    if (!route || !handler) continue
    const resident = random.pick(cast.residents)
    scripts.push([
      { step: 'report', actor: resident, input: { text: complaint(random, category.zh), place: cast.village } },
      { step: 'dispatch', actor: cast.dispatcher, input: { category: category.code, office: route.office } },
      { step: 'accept', actor: handler, input: {} },
      { step: 'resolve', actor: handler, input: { outcome: 'fixed', result: outcome(random) } },
      { step: 'verify', actor: handler.office === cast.gridWorker.office ? cast.dispatcher : cast.gridWorker, input: { verified: true } },
      { step: 'confirm', actor: resident, input: {} },
      { step: 'rate', actor: resident, input: { rating: 5 } },
    ])
  }
  return scripts
}

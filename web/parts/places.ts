import { ancestor, levels, type Level } from '../../kernel/region.ts'
import type { Fact } from '../../kernel/fact.ts'
import type { Json } from '../../kernel/words.ts'

/** Choosing several places: which levels may be chosen, and the areas around a place whose places are chosen all at once. */

const order = Object.keys(levels).filter((name): name is Level => Object.hasOwn(levels, name))

export const textsIn = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly Json[]).filter(one => typeof one === 'string') : [])

export const levelsOf = (fact: Fact): readonly Level[] => textsIn(fact.schema['x-levels']).filter((name): name is Level => Object.hasOwn(levels, name))

/** The township and the county of a place, the nearer first, as far as they stand above the level that is chosen. */
export const areasAround = (place: string | undefined, level: Level): readonly string[] =>
  (place === undefined || !/^\d{4,15}$/.test(place) ? [] : (['township', 'county'] as const).filter(above => order.indexOf(above) < order.indexOf(level)).flatMap(above => ancestor(place, above) ?? []))

/** More than a list shows at first. */
export const firstPlaces = 20

import { levels, levelOf, type Level } from '../../../kernel/region.ts'
import type { RegionRef } from '../../../server/wire.ts'

/** The places whose targets concern a post: its own and those that hold it, the nearest first; villages have none. */
export const placesOf = (region: RegionRef): readonly { readonly code: string; readonly name: string }[] =>
  (['city', 'county', 'township'] as const satisfies readonly Level[])
    .filter(level => levels[level].length <= region.code.length)
    .map((level, at) => ({ code: region.code.slice(0, levels[level].length), name: region.path[at] ?? (levelOf(region.code) === level ? region.name : '') }))
    .toReversed()

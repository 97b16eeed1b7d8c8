import { boxOf, type Box, type Shape } from '../../kernel/shape.ts'
import { villagesDrawn, type Grids } from '../../registers/grids/shapes.ts'
import { isInBox } from './in-box.ts'

/**
 * Where what is public lies, and no nearer: the area of each village, and of each region above, of which anything is drawn. A grid may be a dozen
 * houses, and a point somebody’s door.
 */
export type Areas = ReadonlyMap<string, Shape>

export const publicAreas = (grids: Grids): Areas => new Map([
  ...grids.inside('').filter(({ code }) => code.length < 12).map(({ code, shape }) => [code, shape] as const),
  ...[...villagesDrawn(grids, '')].map(([village, { shape }]) => [village, shape] as const),
])

/** The area of a place’s village, or of the place itself above one. */
export const areaOf = (areas: Areas, region: string): Shape | null => areas.get(region.slice(0, 12)) ?? null

/** Villages, and regions above, whose area has any point in a box. */
export const placesIn = (areas: Areas, box: Box): readonly string[] => [...areas].filter(([, shape]) => isInBox(shape, boxOf([shape]), box)).map(([code]) => code)

import type { Words } from './words.ts'

/**
 * Places in the tree by their statistical code: a descendant's code begins with its ancestor's.
 * city `6302`, county `630202`, township `630202001`, village `630202001001`, grid: village code + 3 digits.
 */
export const levels = {
  city: { zh: '市', en: 'City', length: 4 },
  county: { zh: '县（区）', en: 'County', length: 6 },
  township: { zh: '乡镇（街道）', en: 'Township', length: 9 },
  village: { zh: '村（社区）', en: 'Village', length: 12 },
  grid: { zh: '网格', en: 'Grid', length: 15 },
} as const satisfies Record<string, Words & { length: number }>

export type Level = keyof typeof levels

const byLength: ReadonlyMap<number, Level> = new Map(
  (Object.keys(levels) as Level[]).map(level => [levels[level].length, level]),
)

export const isRegionCode = (code: string): boolean => /^\d+$/.test(code) && byLength.has(code.length)

/** The level of a code. Throws on a string that is no region code. */
export const levelOf = (code: string): Level => {
  const level = byLength.get(code.length)
  if (level === undefined) throw new Error(`not a region code: ${code}`)
  return level
}

/** True where `inner` is `outer` or lies inside it. */
export const isWithin = (inner: string, outer: string): boolean => inner.startsWith(outer)

/** The ancestor (or the region itself) at a level; `undefined` where the region stands above that level. */
export const ancestor = (code: string, level: Level): string | undefined =>
  code.length >= levels[level].length ? code.slice(0, levels[level].length) : undefined

/** The county of registration: the region's county, or the city itself for what stands above counties. */
export const countyOf = (code: string): string => ancestor(code, 'county') ?? code

/** The next region up, `undefined` above the city. */
export const parentOf = (code: string): string | undefined => {
  const lengths = [...byLength.keys()].filter(length => length < code.length)
  return lengths.length === 0 ? undefined : code.slice(0, Math.max(...lengths))
}

/** The half-open range of codes inside a region, for indexed comparison in byte order (`:` follows `9`). */
export const rangeOf = (code: string): readonly [from: string, before: string] => [code, `${code}:`]

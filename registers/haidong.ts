import { readFileSync } from 'node:fs'
import { parseRegions, type RegionRow } from './regions.ts'

/** The day the statistical list of Haidong's regions was drawn up (June 2023); its regions stand in force from then on. */
export const haidongListed = '2023-06-30'

/** Haidong's regions as shipped: 1 city, 6 counties, 98 towns (3 of them zones), 1,665 villages (4 of them zones). Throws on a fault. */
export const haidongRegions = (): readonly RegionRow[] => {
  const { rows, faults } = parseRegions(readFileSync(new URL('./data/haidong-regions.csv', import.meta.url), 'utf8'))
  const [first] = faults
  if (first) throw new Error(`haidong-regions.csv, line ${first.line}, ${first.column}: ${first.why.en}`)
  return rows
}

import { regions } from '../../kernel/facts.ts'
import { need } from '../../kernel/procedure.ts'
import { isWithin, levelOf } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'

/** The grids that a point lies in or near the border of, the nearest first; for a procedure whose `point` says where it is. */
export const located = need<readonly string[]>('located', c => ({ point: c.facts['point'] ?? null, at: c.now.toISOString() }))

/** Those to choose from, kept beside what was chosen. */
export const borders = regions({ zh: '坐标所在或相邻的网格', en: 'Grids at the point', class: 'public', levels: ['grid'], max: 6, hint: words('位于边界附近，已选定所在地', 'It lies near a border; the place was chosen') })

/** Where a report with a point comes to stand: its place, and the grids that were to choose from. */
type Placed = { readonly region?: string; readonly set: { readonly place?: string; readonly borders?: readonly string[] } }

/**
 * A village named and a point inside one of its grids: the report stands in that grid. Near a border, or where the grid named is another than the
 * point's, what was chosen stands, and the grids that were to choose from are kept beside it.
 */
export const placing = (place: string, near: readonly string[] | undefined): Placed => {
  const [only, ...others] = near ?? []
  if (only === undefined) return { set: {} }
  if (others.length === 0 && levelOf(place) === 'village' && isWithin(only, place)) return { region: only, set: { place: only } }
  return others.length === 0 && only === place ? { set: {} } : { set: { borders: near ?? [] } }
}

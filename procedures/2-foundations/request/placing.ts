import { isWithin, levelOf } from '../../../kernel/region.ts'

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

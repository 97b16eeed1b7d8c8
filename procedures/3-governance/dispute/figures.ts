import { discreet, discreetTable } from '../../../kernel/discreet.ts'
import { disputeKinds } from './kinds.ts'

/** What is told to everybody: how many came, how they ended, and nothing by which somebody could be found. */
export const told = ['registered', 'accepted', 'begun', 'agreed', 'onSpot', 'confirmed', 'closed'] as const

export const kinds: readonly string[] = Object.keys(disputeKinds).map(kind => `kind-${kind}`)

/** How many of a measure were counted in a place in some month. */
type Cell = { readonly region: string; readonly measure: string; readonly n: number }

/** What is told by its measure; `undefined` where it is left out. */
export type Figures = ReadonlyMap<string, number | undefined>
type Counting = (places: readonly string[], cells: readonly Cell[], fewest: number) => Figures

const countOf = (cells: readonly Cell[]) => {
  const sums = new Map<string, number>()
  for (const { region, measure, n } of cells) sums.set(`${region} ${measure}`, (sums.get(`${region} ${measure}`) ?? 0) + n)
  return (place: string, measure: string): number => sums.get(`${place} ${measure}`) ?? 0
}

/** Of a county as a whole. */
export const countyFigures: Counting = (places, cells, fewest) => {
  const n = countOf(cells)
  const sum = (measure: string): number => places.reduce((total, place) => total + n(place, measure), 0)
  const given = discreet(kinds.map(sum), fewest)
  return new Map<string, number | undefined>([...told.map((measure): [string, number | undefined] => [measure, sum(measure) > 0 && sum(measure) < fewest ? undefined : sum(measure)]), ...kinds.map((kind, at): [string, number | undefined] => [kind, given[at]])])
}

/** Of a township, so that neither the county's figures nor those of the other townships, taken together, tell what is left out here; what lies in the county and in no township counts as one of them. */
export const townshipFigures = (region: string, places: readonly string[], cells: readonly Cell[], fewest: number): Figures => {
  const n = countOf(cells)
  const [county, here] = [countyFigures(places, cells, fewest), places.indexOf(region)]
  const among = (measure: string): readonly (number | undefined)[] => discreet(places.map(place => n(place, measure)), fewest, county.get(measure) === undefined ? new Set(places.keys()) : undefined)
  const totals = among('registered')
  // Where a total is left out, some kind is left out as well: else their sum would tell it.
  const besides = places.map((place, at) => new Set(kinds.flatMap((kind, which) => {
    const least = Math.min(...kinds.map(one => n(place, one)).filter(count => count > 0))
    return county.get(kind) === undefined || (totals[at] === undefined && n(place, kind) === least) ? [which] : []
  })))
  const table = discreetTable(places.map(place => kinds.map(kind => n(place, kind))), fewest, besides)
  return new Map<string, number | undefined>([...told.map((measure): [string, number | undefined] => [measure, among(measure)[here]]), ...kinds.map((kind, at): [string, number | undefined] => [kind, table[here]?.[at]])])
}

import type { RegionRef } from '../../server/wire.ts'

/** Names from the city down to the region itself: names repeat, paths don't. */
export const pathOf = ({ path, name }: Pick<RegionRef, 'path' | 'name'>): readonly string[] => (path.at(-1) === name ? path : [...path, name])

export const pathText = (region: Pick<RegionRef, 'path' | 'name'>): string => pathOf(region).join(' › ')

/** A place with its full path, the place itself in stronger type. `from` leaves out that many levels the reader stands in anyway. */
export const Place = ({ region, from = 0 }: { readonly region: RegionRef; readonly from?: number }) => {
  const names = pathOf(region)
  const above = names.slice(Math.min(from, names.length - 1), -1)
  return (
    <span className="place" title={names.join(' › ')}>
      {above.length > 0 && <span className="place-above">{above.join(' › ')} › </span>}
      <span className="place-self">{region.name}</span>
    </span>
  )
}

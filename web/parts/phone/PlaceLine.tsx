import type { RegionRef } from '../../../server/wire.ts'
import { pathOf } from '../Place.tsx'

/** A place with its full path; a line breaks between names, never inside one. */
export const PlaceLine = ({ region }: { readonly region: RegionRef }) => {
  const names = pathOf(region)
  return (
    <span className="place-line">
      {names.map((name, at) => (
        <span key={`${at}-${name}`} className={at === names.length - 1 ? 'place-self' : 'place-above'}>{name}{at < names.length - 1 && ' › '}</span>
      ))}
    </span>
  )
}

import { useId } from 'react'
import { markNames, marks, stroke, tile, type Mark } from './marks.ts'

const idOf = (base: string, mark: Mark): string => `${base}-${mark}`

/** What fills an area of a mark, once `MarkPatterns` of that base stand in the picture. */
export const fillOf = (base: string, mark: Mark): string => `url(#${idOf(base, mark)})`

/** The patterns of marks, for a still picture; `base` keeps those of several pictures of a page apart. */
export const MarkPatterns = ({ base }: { readonly base: string }) => (
  <defs>
    {markNames.map(mark => (
      <pattern key={mark} id={idOf(base, mark)} width={tile} height={tile} patternUnits="userSpaceOnUse">
        <rect width={tile} height={tile} fill={marks[mark].fill} />
        <path d={marks[mark].lines} stroke={marks[mark].line} strokeWidth={stroke} fill="none" />
      </pattern>
    ))}
  </defs>
)

/** A piece of what an area of a mark looks like, for a legend; its words stand beside it. */
export const Swatch = ({ mark }: { readonly mark: Mark }) => {
  const base = useId()
  return <svg className="map-swatch" viewBox="0 0 30 18" aria-hidden="true"><MarkPatterns base={base} /><rect x="0.5" y="0.5" width="29" height="17" fill={fillOf(base, mark)} stroke="#4a5a6b" /></svg>
}

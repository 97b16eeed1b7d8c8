import { useId } from 'react'
import { pointIn } from '../../../kernel/plane.ts'
import { ringsOf, type Position, type Shape } from '../../../kernel/shape.ts'
import './map.css'
import { fillOf, MarkPatterns } from './MarkPatterns.tsx'
import { boxAround, lateTones, tones, type ShownArea, type ShownDot } from './shown.ts'

type Props = {
  /** What the picture shows, in words. */
  readonly label: string
  readonly areas: readonly ShownArea[]
  readonly bounds?: readonly Shape[]
  readonly dots?: readonly ShownDot[]
  readonly chosen?: string | undefined
  /** What is chosen is outlined within the whole, and not shown alone. */
  readonly steady?: boolean
  readonly reds?: boolean
  readonly small?: boolean
}

/** A still picture of areas, north up: for papers and lists, and where the browser draws no maps. */
export const Sketch = ({ label, areas, bounds = [], dots = [], chosen, steady = false, reds = false, small = false }: Props) => {
  const base = useId()
  const focus = steady ? undefined : areas.find(one => one.code === chosen)
  const box = boxAround(focus ? [focus.shape] : [...areas.map(one => one.shape), ...bounds], focus ? [] : dots.map(one => one.at))
  if (!box) return null
  const [west, south, east, north] = box
  const narrow = Math.cos(((south + north) / 2 / 180) * Math.PI)
  const [wide, high] = [(east - west) * narrow, north - south]
  const unit = Math.max(wide, high) / 400
  const at = ([lon, lat]: Position): string => `${((lon - west) * narrow / unit).toFixed(1)},${((north - lat) / unit).toFixed(1)}`
  const path = (shape: Shape): string => ringsOf(shape).map(ring => `M${ring.map(at).join('L')}Z`).join('')
  const palette = reds ? lateTones : tones
  return (
    <svg className={small ? 'sketch sketch-small' : 'sketch'} viewBox={`0 0 ${(wide / unit).toFixed(1)} ${(high / unit).toFixed(1)}`} role="img" aria-label={label}>
      {areas.some(one => one.mark) && <MarkPatterns base={base} />}
      {bounds.map((shape, i) => <path key={i} className="sketch-bound" d={path(shape)} fillRule="evenodd" />)}
      {areas.map(one => (
        <path
          key={one.code} d={path(one.shape)} fillRule="evenodd" fill={one.mark ? fillOf(base, one.mark) : one.tone === undefined ? 'none' : palette[one.tone]}
          className={['sketch-area', ...(one.schematic ? ['sketch-schematic'] : []), ...(one.wrong ? ['sketch-wrong'] : []), ...(one.code === chosen ? ['sketch-chosen'] : [])].join(' ')}
        ><title>{one.name}{one.note === undefined ? '' : ` ${one.note}`}</title></path>
      ))}
      {!small && areas.length <= 40 && areas.map(one => { const [x, y] = at(pointIn(one.shape)).split(','); return <text key={one.code} x={x} y={y} className="sketch-name">{one.name}</text> })}
      {dots.map(one => { const [x, y] = at(one.at).split(','); return <circle key={one.id} cx={x} cy={y} r={3.2} className={one.late ? 'sketch-dot sketch-late' : 'sketch-dot'}><title>{one.title}</title></circle> })}
    </svg>
  )
}

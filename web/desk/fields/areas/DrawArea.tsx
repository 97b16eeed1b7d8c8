import { Button, InputNumber, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { areaOf } from '../../../../kernel/plane.ts'
import type { Position, Shape } from '../../../../kernel/shape.ts'
import { landOf } from '../../../parts/AreasValue.tsx'
import { useLang } from '../../../parts/lang.ts'
import { MapPane } from '../../../parts/map/MapPane.tsx'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { drawFaults, drawnShape, nameOfRing, partsOf, ringAt, withRing, without, type At, type Corners, type Part } from './rings.ts'

type Props = {
  readonly name: string
  readonly shape: Shape | undefined
  readonly place: string | undefined
  readonly others: readonly { readonly code: string; readonly name: string; readonly shape: Shape }[]
  readonly take: (shape: Shape | undefined) => void
}

const middle = (a: Position, b: Position): Position => [Math.round(((a[0] + b[0]) / 2) * 1e7) / 1e7, Math.round(((a[1] + b[1]) / 2) * 1e7) / 1e7]

/** One area, of several parts and with holes where there are: corners pressed, moved and put between on the map, or in the list by keyboard. What can’t be is drawn where it is. */
const DrawArea = ({ name, shape, place, others, take }: Props) => {
  const { t, say } = useLang()
  const [parts, setParts] = useState<readonly Part[]>(() => partsOf(shape))
  const [at, setAt] = useState<At>([0, 0])
  const around = useAsk(place === undefined ? undefined : paths.grids(place), { fresh: 60_000 })
  const corners = ringAt(parts, at)
  const put = (next: readonly Part[]): void => { setParts(next); take(drawnShape(next)) }
  const putRing = (next: Corners): void => put(withRing(parts, at, next))
  const move = (i: number, to: Position): void => putRing(corners.map((one, n) => (n === i ? to : one)))
  const insert = (i: number, to: Position): void => putRing([...corners.slice(0, i + 1), to, ...corners.slice(i + 1)])
  const begin = (next: readonly Part[], ring: At): void => { setParts(next); setAt(ring) }
  const drop = (): void => { put(without(parts, at)); setAt([0, 0]) }
  const areas = useMemo((): readonly ShownArea[] => [
    ...(around.data?.grids ?? []).flatMap(one => (one.shape ? [{ code: one.region.code, name: one.region.name, shape: one.shape, tone: 0, ...(one.schematic && { schematic: true }) }] : [])),
    ...others.map(one => ({ ...one, tone: 2 })),
  ], [around.data, others])
  const bounds = useMemo(() => (around.data?.bounds ?? []).map(one => one.shape), [around.data])
  const drawing = useMemo(() => parts.flatMap((part, p) => part.map((ring, r) => ({ corners: ring, active: p === at[0] && r === at[1] }))), [parts, at])
  const faults = useMemo(() => drawFaults(parts), [parts])
  const dots = useMemo(() => faults.map((one, i) => ({ id: `fault-${i}`, title: one.why.zh, at: one.at, late: true })), [faults])
  const rings = parts.flatMap((part, p) => part.map((ring, r): { readonly at: At; readonly n: number } => ({ at: [p, r], n: ring.length })))
  const drawn = drawnShape(parts)
  return (
    <div>
      <p className="hint">{t('在地图上依次点出各角；拖动角可移动，点在边上可插入一个角；靠近已有网格的角时自动对齐，不留缝隙。也可在下面填写经纬度。', 'Press the corners one after another; drag one to move it, press a line to put one between; near a corner of another grid it takes its place, so that no gap is left. Or type degrees below.')}</p>
      <MapPane label={t(`画出${name}的范围；各角列在下面`, `Draw the area of ${name}; its corners are listed below`)} areas={areas} bounds={bounds} dots={dots} tiles={around.data?.tiles} drawing={drawing} press={to => putRing([...corners, to])} move={move} insert={insert} />
      <div className="areas-rings">
        <Radio.Group
          aria-label={t('正在画的一圈', 'The ring being drawn')} optionType="button" value={at.join()} onChange={event => { const [p = 0, r = 0] = String(event.target.value).split(',').map(Number); setAt([p, r]) }}
          options={rings.map(one => ({ value: one.at.join(), label: t(`${nameOfRing(one.at).zh}（${one.n} 角）`, `${nameOfRing(one.at).en} (${one.n})`) }))}
        />
        <Button disabled={ringAt(parts, [at[0], 0]).length < 3} onClick={() => begin(parts.map((part, p) => (p === at[0] ? [...part, []] : part)), [at[0], parts[at[0]]?.length ?? 1])}>{t('在此块中挖空', 'Cut a hole in it')}</Button>
        <Button disabled={corners.length < 3 && at[1] === 0} onClick={() => begin([...parts, [[]]], [parts.length, 0])}>{t('再画一块', 'Another part')}</Button>
        <Button disabled={rings.length === 1 && corners.length === 0} onClick={drop}>{at[1] === 0 ? t('去掉此块', 'Remove this part') : t('去掉此空洞', 'Remove this hole')}</Button>
      </div>
      <p aria-live="polite">{corners.length < 3 ? t(`已有 ${corners.length} 个角，至少 3 个`, `${corners.length} corner(s), three at least`) : drawn && t(`${corners.length} 个角，${landOf(areaOf(drawn), t)}`, `${corners.length} corners, ${landOf(areaOf(drawn), t)}`)}</p>
      {faults.length > 0 && <ul className="areas-faults" role="alert">{faults.map((one, i) => <li key={i} className="fault"><span aria-hidden="true">✕ </span>{say(one.why)} <span className="quiet">{one.at[1].toFixed(5)}, {one.at[0].toFixed(5)}</span></li>)}</ul>}
      <ol className="areas-corners">
        {corners.map(([lon, lat], i) => (
          <li key={i}>
            <span>{i + 1}</span>
            <InputNumber aria-label={t(`第 ${i + 1} 角纬度`, `Latitude of corner ${i + 1}`)} value={lat} precision={7} step={0.0001} controls={false} onChange={value => move(i, [lon, value ?? lat])} />
            <InputNumber aria-label={t(`第 ${i + 1} 角经度`, `Longitude of corner ${i + 1}`)} value={lon} precision={7} step={0.0001} controls={false} onChange={value => move(i, [value ?? lon, lat])} />
            <Button type="text" disabled={corners.length < 2} aria-label={t(`在第 ${i + 1} 角后插入一个角`, `Put a corner behind corner ${i + 1}`)} onClick={() => insert(i, middle([lon, lat], corners[(i + 1) % corners.length] ?? [lon, lat]))}>＋</Button>
            <Button type="text" aria-label={t(`去掉第 ${i + 1} 角`, `Remove corner ${i + 1}`)} onClick={() => putRing(corners.filter((_, n) => n !== i))}>✕</Button>
          </li>
        ))}
      </ol>
      <div className="areas-fields">
        <Button onClick={() => putRing([...corners, corners.at(-1) ?? [102.4, 36.48]])}>{t('按经纬度加一个角', 'Add a corner by degrees')}</Button>
        <Button disabled={corners.length === 0} onClick={() => putRing(corners.slice(0, -1))}>{t('退一步', 'Undo one')}</Button>
        <Button disabled={corners.length === 0} onClick={() => putRing([])}>{t('重新画', 'Start again')}</Button>
      </div>
    </div>
  )
}

export default DrawArea

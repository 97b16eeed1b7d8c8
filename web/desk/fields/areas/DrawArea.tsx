import { Button, InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import { areaOf } from '../../../../kernel/plane.ts'
import { polygonsOf, type Position, type Shape } from '../../../../kernel/shape.ts'
import { landOf } from '../../../parts/AreasValue.tsx'
import { useLang } from '../../../parts/lang.ts'
import { MapPane } from '../../../parts/map/MapPane.tsx'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'

type Props = {
  readonly name: string
  readonly shape: Shape | undefined
  readonly place: string | undefined
  readonly others: readonly { readonly code: string; readonly name: string; readonly shape: Shape }[]
  readonly take: (shape: Shape) => void
}

const cornersOf = (shape: Shape | undefined): readonly Position[] => (shape ? polygonsOf(shape)[0]?.[0]?.slice(0, -1) ?? [] : [])

/** Corners pressed one after the other on a map of what lies around, or typed: each is in the list, to be moved or removed by keyboard as well. */
const DrawArea = ({ name, shape, place, others, take }: Props) => {
  const { t } = useLang()
  const [corners, setCorners] = useState<readonly Position[]>(() => cornersOf(shape))
  const around = useAsk(place === undefined ? undefined : paths.grids(place), { fresh: 60_000 })
  const put = (next: readonly Position[]): void => {
    setCorners(next)
    const [first] = next
    if (first && next.length >= 3) take({ type: 'Polygon', coordinates: [[...next, first]] })
  }
  const areas = useMemo((): readonly ShownArea[] => [
    ...(around.data?.grids ?? []).flatMap(one => (one.shape ? [{ code: one.region.code, name: one.region.name, shape: one.shape, tone: 0, ...(one.schematic && { schematic: true }) }] : [])),
    ...others.map(one => ({ ...one, tone: 2 })),
  ], [around.data, others])
  const bounds = useMemo(() => (around.data?.bounds ?? []).map(one => one.shape), [around.data])
  const [first] = corners
  return (
    <div>
      <p className="hint">{t('在地图上依次点出各角；靠近已有网格的角时自动对齐，不留缝隙。也可在下面填写经纬度。', 'Press the corners one after another; near a corner of another grid it takes its place, so that no gap is left. Or type degrees below.')}</p>
      <MapPane label={t(`画出${name}的范围；各角列在下面`, `Draw the area of ${name}; its corners are listed below`)} areas={areas} bounds={bounds} tiles={around.data?.tiles} drawing={corners} press={at => put([...corners, at])} />
      <p aria-live="polite">{corners.length < 3 ? t(`已有 ${corners.length} 个角，至少 3 个`, `${corners.length} corner(s), three at least`) : first && t(`${corners.length} 个角，${landOf(areaOf({ type: 'Polygon', coordinates: [[...corners, first]] }), t)}`, `${corners.length} corners, ${landOf(areaOf({ type: 'Polygon', coordinates: [[...corners, first]] }), t)}`)}</p>
      <ol className="areas-corners">
        {corners.map(([lon, lat], i) => (
          <li key={i}>
            <span>{i + 1}</span>
            <InputNumber aria-label={t(`第 ${i + 1} 角纬度`, `Latitude of corner ${i + 1}`)} value={lat} precision={7} step={0.0001} controls={false} onChange={value => put(corners.map((one, at) => (at === i ? [lon, value ?? lat] : one)))} />
            <InputNumber aria-label={t(`第 ${i + 1} 角经度`, `Longitude of corner ${i + 1}`)} value={lon} precision={7} step={0.0001} controls={false} onChange={value => put(corners.map((one, at) => (at === i ? [value ?? lon, lat] : one)))} />
            <Button type="text" aria-label={t(`去掉第 ${i + 1} 角`, `Remove corner ${i + 1}`)} onClick={() => put(corners.filter((_, at) => at !== i))}>✕</Button>
          </li>
        ))}
      </ol>
      <div className="areas-fields">
        <Button onClick={() => put([...corners, corners.at(-1) ?? [102.4, 36.48]])}>{t('按经纬度加一个角', 'Add a corner by degrees')}</Button>
        <Button disabled={corners.length === 0} onClick={() => put(corners.slice(0, -1))}>{t('退一步', 'Undo one')}</Button>
        <Button disabled={corners.length === 0} onClick={() => setCorners([])}>{t('重新画', 'Start again')}</Button>
      </div>
    </div>
  )
}

export default DrawArea

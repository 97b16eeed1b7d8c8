import { useMemo, useState } from 'react'
import type { CoverPatch, CoverView } from '../../../../server/wire/grids.ts'
import { landOf } from '../../../parts/AreasValue.tsx'
import { useLang } from '../../../parts/lang.ts'
import { Sketch } from '../../../parts/map/Sketch.tsx'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Failed, Loading } from '../../states.tsx'
import { Sizes } from './Sizes.tsx'

/** 覆盖检查: gaps, overlaps, what stands out, and households in no grid or in two: each named, measured and drawn. */
export const Cover = ({ place }: { readonly place: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.gridCover(place), { fresh: 30_000, keep: true })
  const map = useAsk(paths.grids(place), { fresh: 30_000, keep: true })
  const areas = useMemo((): readonly ShownArea[] => (map.data?.grids ?? []).flatMap(one => (one.shape ? [{ code: one.region.code, name: one.region.name, shape: one.shape, tone: 0, ...(one.schematic && { schematic: true }) }] : [])), [map.data])
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const view = found.data
  const percent = `${((view.covered / Math.max(1, view.area)) * 100).toFixed(1)}%`
  return (
    <section aria-labelledby="cover-title">
      <h2 id="cover-title">{t('覆盖检查', 'Coverage')} <Result view={view} /></h2>
      <p className="quiet">
        {view.bounded ? t(`总面积 ${landOf(view.area, t)}，已划入网格 ${landOf(view.covered, t)}（${percent}）。`, `${landOf(view.area, t)} in all, ${landOf(view.covered, t)} in grids (${percent}).`) : t('边界未知，只检查网格之间的缝隙和重叠。', 'The boundary is not known: only gaps and overlaps between grids are found.')}
        {view.schematic && t('含示意边界，结果仅供参考。', ' Some borders are schematic; take it as a hint.')}
        {view.slivers > 0 && t(`另有 ${view.slivers} 处不足 ${view.sliver} 平方米或极窄，属测绘误差，未列出（平台默认）。`, ` ${view.slivers} more up to ${view.sliver} m² or very thin are errors of survey and not listed (a product default).`)}
      </p>
      <Patches title={t('缝隙：不属于任何网格', 'Gaps: in no grid')} patches={view.gaps} areas={areas} />
      <Patches title={t('重叠：同属两个网格', 'Overlaps: in two grids')} patches={view.overlaps} areas={areas} />
      <Patches title={t('超出边界', 'Outside the boundary')} patches={view.outside} areas={areas} />
      {view.without.length > 0 && <><h3>{t(`没有划网格的村（社区） ${view.without.length}`, `Villages without grids: ${view.without.length}`)}</h3><p>{view.without.map(one => one.name).join(t('、', ', '))}</p></>}
      <Sizes band={view.band} sizes={view.sizes} />
      {view.households.length > 0 && (
        <>
          <h3>{t(`不在网格或在两个网格中的户 ${view.households.length}`, `Households in no grid or in two: ${view.households.length}`)}</h3>
          <div className="table-scroll"><table className="plain-table">
            <thead><tr><th scope="col">{t('村（社区）', 'Village')}</th><th scope="col">{t('地址', 'Address')}</th><th scope="col">{t('所在网格', 'Grids')}</th></tr></thead>
            <tbody>{view.households.map((one, i) => <tr key={i}><td>{one.village.name}</td><td>{one.address}</td><td>{one.grids.length === 0 ? t('没有', 'none') : one.grids.map(grid => grid.name).join(t('、', ', '))}</td></tr>)}</tbody>
          </table></div>
        </>
      )}
    </section>
  )
}

const Result = ({ view }: { readonly view: CoverView }) => {
  const { t } = useLang()
  const n = view.gaps.length + view.overlaps.length + view.outside.length + view.households.length + view.sizes.length
  return <span className={n === 0 ? 'quiet' : 'figure-late'}>{n === 0 ? t('没有发现问题', 'nothing found') : t(`! 发现 ${count(n)} 处问题`, `! ${count(n)} found`)}</span>
}

/** Pieces with their size and what they touch; each has its own small picture, and pressing one shows where it lies. */
export const Patches = ({ title, patches, areas }: { readonly title: string; readonly patches: readonly CoverPatch[]; readonly areas: readonly ShownArea[] }) => {
  const { t } = useLang()
  const [all, setAll] = useState(false)
  if (patches.length === 0) return null
  const shown = all ? patches : patches.slice(0, 12)
  return (
    <>
      <h3>{title} {patches.length}</h3>
      <ul className="cover-patches">
        {shown.map(one => {
          const beside = areas.filter(area => one.grids.some(grid => grid.code === area.code))
          return (
            <li key={one.name}>
              <Sketch small label={t(`${one.name}的位置`, `Where ${one.name} is`)} areas={[...beside, { code: one.name, name: one.name, shape: one.shape, wrong: true }]} />
              <div>
                <strong>{one.name}</strong>
                <p>{landOf(one.area, t)}</p>
                <p className="quiet">{one.grids.length === 0 ? '' : one.grids.map(grid => grid.name).join(t('、', ', '))}</p>
                <p className="quiet">{one.at[1].toFixed(5)}, {one.at[0].toFixed(5)}</p>
              </div>
            </li>
          )
        })}
      </ul>
      {patches.length > shown.length && <Button onMore={() => setAll(true)} n={patches.length} />}
    </>
  )
}

const Button = ({ onMore, n }: { readonly onMore: () => void; readonly n: number }) => {
  const { t } = useLang()
  return <button type="button" className="plain" onClick={onMore}>{t(`显示全部 ${n} 处`, `Show all ${n}`)}</button>
}

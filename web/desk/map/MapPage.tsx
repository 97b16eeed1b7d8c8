import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { postKinds, reads } from '../../../kernel/post.ts'
import { isWithin, levels, parentOf } from '../../../kernel/region.ts'
import type { Me } from '../../../server/wire.ts'
import type { GridMap, GridOnMap, MatterPoint } from '../../../server/wire/grids.ts'
import { useLang } from '../../parts/lang.ts'
import { MapPane } from '../../parts/map/MapPane.tsx'
import { lateTones, toneOf, tones, type ShownArea } from '../../parts/map/shown.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { pathOf } from '../../parts/Place.tsx'
import { procedureOf, stageOf } from '../../parts/procedures.ts'
import { count, stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { problemOf } from '../../parts/api.ts'
import { FilterBar } from '../list/FilterBar.tsx'
import { scopeNames, scopesOf } from '../list/scopes.ts'
import { useListFilter } from '../list/useListFilter.ts'
import { go, links, type ListFilter } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { Views } from '../Views.tsx'

/** 辖区地图: grids by load or lateness, open matters where they lie, and both as lists beside it. */
const MapPage = ({ me, region }: { readonly me: Me; readonly region: string | undefined }) => {
  const { t } = useLang()
  const post = actingPost(me)
  if (!post || postKinds[post.kind].reach !== 'region') {
    return <Empty page title={t('当前岗位不看辖区数据', 'This post does not see figures of an area')}><p>{t('请切换到辖区内的岗位。', 'Act from a post that has an area.')}</p></Empty>
  }
  return <OfArea me={me} own={post.region.code} region={region ?? post.region.code} points={reads(post.clearance, 'internal')} />
}

const OfArea = ({ own, region, points, me }: { readonly own: string; readonly region: string; readonly points: boolean; readonly me: Me }) => {
  const { t, say } = useLang()
  const [filter, change] = useListFilter()
  const { region: _, ...narrowed } = filter
  // Grids are coloured by one procedure’s counters; the others have none by grid.
  const procedure = filter.procedure ?? 'request'
  const found = useAsk(paths.grids(region, procedure), { every: 60_000, keep: true })
  const dots = useAsk(points ? paths.matterPoints({ ...narrowed, region }) : undefined, { every: 60_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const map = found.data
  const names = pathOf(map.region)
  return (
    <div className="map-page">
      <div className="page-head">
        <div>
          <h1>{t('辖区地图', 'Map of my area')}</h1>
          <nav aria-label={t('所在位置', 'Where you are')} className="crumbs">
            {names.map((name, i) => {
              const code = Array.from({ length: names.length - 1 - i }).reduce<string | undefined>(now => (now === undefined ? undefined : parentOf(now)), map.region.code)
              return <span key={name}>{i > 0 && ' › '}{code !== undefined && code !== map.region.code && isWithin(code, own) ? <a href={links.map(code)}>{name}</a> : <span>{name}</span>}</span>
            })}
          </nav>
        </div>
        <div className="page-actions">
          <a href={links.area(map.region.code)}>{t('看数据', 'Figures')}</a>
          <a href={links.registers('grids')}>{t('网格台账', 'Register of grids')}</a>
        </div>
      </div>
      {points && (
        <>
          <Views label={t('事项范围', 'Whose')} views={scopesOf(me).map(name => ({ to: links.mapOf(region, { ...narrowed, scope: name }), name: say(scopeNames[name]), shown: name === (filter.scope ?? 'region') }))} />
          <FilterBar filter={narrowed} change={change} />
        </>
      )}
      <Both map={map} dots={dots.data?.rows ?? []} more={dots.data?.more === true} procedure={procedure} filter={{ ...narrowed, region }} failed={dots.isError ? say(problemOf(dots.error).words) : undefined} />
    </div>
  )
}

/** On a township’s map a grid’s own name says little: its village stands above it. */
const labelOf = ({ region }: GridOnMap, inVillage: boolean, note: string): { readonly name: string; readonly note: string } =>
  region.level === 'grid' && !inVillage ? { name: region.path.at(-2) ?? region.name, note: `${region.name} ${note}` } : { name: region.name, note }

type By = 'load' | 'late'

const noteOf = ({ open, late }: GridOnMap, by: By): string => (by === 'load' ? String(open) : late === 0 ? '0' : `!${late}`)

const Both = ({ map, dots, more, procedure, filter, failed }: { readonly map: GridMap; readonly dots: readonly MatterPoint[]; readonly more: boolean; readonly procedure: string; readonly filter: ListFilter; readonly failed: string | undefined }) => {
  const { t, say } = useLang()
  const [by, setBy] = useState<By>('load')
  const [list, setList] = useState<'grids' | 'matters'>('grids')
  const [chosen, setChosen] = useState<string>()
  const most = Math.max(1, ...map.grids.map(one => (by === 'load' ? one.open : one.late)))
  const areas = useMemo(() => map.grids.flatMap((one): readonly ShownArea[] => (one.shape ? [{
    code: one.region.code, ...labelOf(one, map.region.level === 'village', noteOf(one, by)), shape: one.shape, tone: toneOf(by === 'load' ? one.open : one.late, most), ...(one.schematic && { schematic: true }),
  }] : [])), [map.grids, map.region.level, by, most])
  const bounds = useMemo(() => map.bounds.map(one => one.shape), [map.bounds])
  const shownDots = useMemo(() => dots.map(({ id, title, at, late }) => ({ id, title, at, late })), [dots])
  const schematic = map.grids.some(one => one.schematic)
  const level = map.grids[0]?.region.level ?? 'grid'
  return (
    <>
      <div className="map-bar">
        <Segmented aria-label={t('颜色表示', 'Colour shows')} value={by} onChange={setBy} options={[{ value: 'load' as const, label: t('按在办', 'By load') }, { value: 'late' as const, label: t('按超期', 'By lateness') }]} />
        <Legend most={most} reds={by === 'late'} />
        <span className="quiet">{say(procedureOf(procedure)?.title ?? { zh: procedure, en: procedure })}</span>
        <span className="quiet">{t('截至', 'As of')} {stamp(map.asOf)}{schematic && <> · {t('虚线为示意边界，未经测绘', 'Dashed borders are schematic, not surveyed')}</>}</span>
      </div>
      <div className="map-sides">
        <section aria-label={t('地图', 'Map')}>
          {areas.length === 0 && bounds.length === 0
            ? <Empty title={t('还没有网格范围', 'No area is drawn yet')}><p>{t('可在网格台账中导入测绘文件，或提出网格调整时画出。', 'Import a survey in the register of grids, or draw them in a change of grids.')}</p></Empty>
            : <MapPane label={t(`${map.region.name}网格地图，内容同右侧列表`, `Map of grids of ${map.region.name}; the list beside it says the same`)} areas={areas} bounds={bounds} dots={shownDots} tiles={map.tiles} chosen={chosen} reds={by === 'late'} pick={code => { setChosen(code); setList('grids') }} open={id => go(links.matter(id))} />}
        </section>
        <section className="map-list" aria-label={t('列表', 'List')}>
          <Segmented aria-label={t('列表内容', 'What the list shows')} value={list} onChange={setList} options={[{ value: 'grids' as const, label: `${say(levels[level])} ${map.grids.length}` }, { value: 'matters' as const, label: t(`有坐标的事项 ${dots.length}${more ? '+' : ''}`, `Matters with a point ${dots.length}${more ? '+' : ''}`) }]} />
          {list === 'grids' ? <GridRows grids={map.grids} by={by} chosen={chosen} choose={setChosen} procedure={procedure} /> : <DotRows dots={dots} more={more} filter={filter} failed={failed} />}
        </section>
      </div>
    </>
  )
}

const Legend = ({ most, reds }: { readonly most: number; readonly reds: boolean }) => {
  const { t } = useLang()
  const palette = reds ? lateTones : tones
  return <span className="map-legend"><span className="quiet">{reds ? t('超期', 'Late') : t('在办', 'Open')} 0</span>{palette.map(colour => <i key={colour} style={{ background: colour }} />)}<span className="quiet">{count(most)}</span></span>
}

const GridRows = ({ grids, by, chosen, choose, procedure }: { readonly grids: readonly GridOnMap[]; readonly by: By; readonly chosen: string | undefined; readonly choose: (code: string) => void; readonly procedure: string }) => {
  const { t } = useLang()
  const sorted = grids.toSorted((a, b) => (by === 'load' ? b.open - a.open : b.late - a.late) || a.region.code.localeCompare(b.region.code))
  const deeper = grids[0] && grids[0].region.level !== 'grid' && grids[0].region.level !== 'village'
  return (
    <div className="table-scroll map-rows" tabIndex={0} role="region" aria-label={t('网格列表', 'List of grids')}>
      <table className="figures">
        <thead><tr><th scope="col">{t('名称', 'Name')}</th><th scope="col" className="num">{t('在办', 'Open')}</th><th scope="col" className="num">{t('超期', 'Late')}</th></tr></thead>
        <tbody>
          {sorted.map(one => (
            <tr key={one.region.code} className={one.region.code === chosen ? 'map-chosen' : undefined}>
              <th scope="row">
                {deeper ? <a href={links.map(one.region.code)}>{one.region.name}</a>
                  : one.shape ? <button type="button" className="plain" aria-pressed={one.region.code === chosen} onClick={() => choose(one.region.code)}>{nameIn(one)}</button> : nameIn(one)}
                {!one.shape && <span className="quiet"> {t('未划范围', 'no area')}</span>}
              </th>
              <td className="num"><Opens n={one.open} region={one.region.code} procedure={procedure} /></td>
              <td className="num"><Opens n={one.late} region={one.region.code} procedure={procedure} late /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A grid’s own name says little without its village’s. */
const nameIn = ({ region }: GridOnMap): string => (region.level === 'grid' ? region.path.slice(-2).join(' › ') : region.name)

const Opens = ({ n, region, procedure, late = false }: { readonly n: number; readonly region: string; readonly procedure: string; readonly late?: boolean }) =>
  n === 0 ? <span className="zero">0</span> : <a className={late ? 'figure-late' : undefined} href={links.matters({ scope: 'region', region, procedure, ...(late && { due: 'late' }) })}>{late && <span aria-hidden="true">! </span>}{count(n)}</a>

const DotRows = ({ dots, more, filter, failed }: { readonly dots: readonly MatterPoint[]; readonly more: boolean; readonly filter: ListFilter; readonly failed: string | undefined }) => {
  const { t, say } = useLang()
  const inList = <a href={links.matters({ scope: 'region', ...filter })}>{t('在事项列表中查看，含没有坐标的', 'In the list of matters, with those that have no point')}</a>
  if (failed !== undefined) return <p className="fault map-none" role="alert"><span aria-hidden="true">✕ </span>{failed}</p>
  if (dots.length === 0) return <p className="quiet map-none">{t('没有符合条件且带坐标的事项。', 'No matter that matches has a point.')} {inList}</p>
  return (
    <div className="map-rows table-scroll" tabIndex={0} role="region" aria-label={t('有坐标的事项', 'Matters with a point')}>
      <ul className="map-matters">
        {dots.map(one => (
          <li key={one.id}>
            <a href={links.matter(one.id)}>{one.title}</a>
            <p className="quiet">{one.late && <span className="figure-late">! {t('已超期', 'late')} · </span>}{say(stageOf(one.procedure, one.stage))} · {one.region.path.slice(-2).join(' › ')}{one.due !== undefined && <> · {t('到期', 'due')} {stamp(one.due)}</>}</p>
          </li>
        ))}
      </ul>
      <p className="quiet">{more && t('只列出最急的一千件。', 'The thousand most urgent. ')}{inList}</p>
    </div>
  )
}

export default MapPage

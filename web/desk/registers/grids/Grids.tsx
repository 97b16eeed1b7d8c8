import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ancestor, isWithin, levelOf } from '../../../../kernel/region.ts'
import type { Me } from '../../../../server/wire.ts'
import type { GridOnMap } from '../../../../server/wire/grids.ts'
import { areaOf } from '../../../../kernel/plane.ts'
import { landOf } from '../../../parts/AreasValue.tsx'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { actorOf } from '../../list/asked.ts'
import { go, links } from '../../links.ts'
import { openings } from '../../new/openings.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { Cover } from './Cover.tsx'
import { ImportGrids } from './ImportGrids.tsx'
import { Manning } from './Manning.tsx'

/** 网格: the grids of a township or village, whether they cover it, and files of them on trial. The place stands in the address. */
export const Grids = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const own = actingPost(me)?.region.code ?? ''
  const start = levelOf(own) === 'township' || levelOf(own) === 'village' ? own : levelOf(own) === 'grid' ? ancestor(own, 'village') : undefined
  const asked = params.get('place')
  const place = asked !== null && isWithin(asked, own) ? asked : start
  const [importing, setImporting] = useState(false)
  const mayPropose = openings(actorOf(me)).some(way => way.procedure.name === 'grid-change')
  const mayAppoint = openings(actorOf(me)).some(way => way.procedure.name === 'grid-appointment' && way.name === 'recommend')
  return (
    <div className="grids">
      <p className="register-note quiet">{t('网格按地域相邻、人员相熟、规模适度、方便管理划分，界定清晰、全面覆盖；没有划网格的村（社区）按一个网格管理。', 'Grids adjoin, know each other, are of moderate size and easy to manage, clear and without gaps; a village without any counts as one.')} <Cites of={['21.2']} /></p>
      <div className="filters" role="group" aria-label={t('选择地点', 'Choose a place')}>
        <div className="filter-region"><RegionPicker id="grids-place" value={place} choose={code => setParams(before => { const next = new URLSearchParams(before); if (code === undefined) next.delete('place'); else next.set('place', code); return next })} label={t('乡镇（街道）或村（社区）', 'Township or village')} /></div>
        {place !== undefined && <a href={links.map(place)}>{t('看地图', 'On the map')}</a>}
        {mayPropose && <Button onClick={() => go(links.open('grid-change', 'propose'), { offered: { change: 'draw', place: place ?? own } })}>{t('提出网格调整', 'Propose a change')}</Button>}
        <Button aria-expanded={importing} onClick={() => setImporting(!importing)}>{t('导入文件（先试读）', 'Import a file (on trial)')}</Button>
      </div>
      {importing && <ImportGrids place={place ?? own} mayPropose={mayPropose} />}
      {place === undefined || !['township', 'village'].includes(levelOf(place))
        ? <Empty title={t('请选择乡镇（街道）或村（社区）', 'Choose a township or a village')} />
        : <><Listed place={place} mayPropose={mayPropose} /><Cover place={place} /><Manning place={place} mayAppoint={mayAppoint} /></>}
    </div>
  )
}

const Listed = ({ place, mayPropose }: { readonly place: string; readonly mayPropose: boolean }) => {
  const { t } = useLang()
  const found = useAsk(paths.grids(place), { fresh: 30_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const grids = found.data.grids.filter(one => one.region.level === 'grid')
  const redraw = (one: GridOnMap): void => go(links.open('grid-change', 'propose'), { offered: { change: 'redraw', place: one.region.code.slice(0, 12), grids: [{ code: one.region.code, name: one.region.name, ...(one.shape && { shape: one.shape }) }] } })
  return (
    <section aria-labelledby="grids-title">
      <h2 id="grids-title">{t('网格', 'Grids')} <span className="quiet">{t(`${grids.length} 个`, String(grids.length))}</span></h2>
      {grids.length === 0 ? <p className="quiet">{t('这里还没有划网格，每个村（社区）按一个网格管理。', 'No grid is drawn here; each village counts as one.')}</p> : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead><tr><th scope="col">{t('村（社区）', 'Village')}</th><th scope="col">{t('网格', 'Grid')}</th><th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('面积', 'Size')}</th><th scope="col">{t('范围', 'Area')}</th>{mayPropose && <th scope="col">{t('办理', 'Do')}</th>}</tr></thead>
            <tbody>
              {grids.map(one => (
                <tr key={one.region.code}>
                  <td>{one.region.path.at(-2)}</td><td>{one.region.name}</td><td><code>{one.region.code}</code></td>
                  <td className="num">{one.shape ? landOf(areaOf(one.shape), t) : '—'}</td>
                  <td>{one.shape ? `${one.schematic ? t('示意', 'schematic') : t('已划定', 'drawn')}${one.since === undefined ? '' : t(`，${one.since} 起`, `, from ${one.since}`)}` : t('按户划分', 'by households')}</td>
                  {mayPropose && <td><button type="button" className="plain" onClick={() => redraw(one)}>{t('调整边界', 'Redraw')}</button></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { isWithin, levelOf, type Level } from '../../../kernel/region.ts'
import type { GridWorkersView, Me } from '../../../server/wire.ts'
import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { count, stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { actorOf } from '../list/asked.ts'
import { go, links } from '../links.ts'
import { openings } from '../new/openings.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Row = GridWorkersView['rows'][number]

const choosable: readonly Level[] = ['county', 'township']

const wanting = ({ vacant, unmanned, ending, outside }: Row): boolean => vacant || unmanned > 0 || ending > 0 || outside.length > 0

/** 网格员配置: where hands are wanting, whose term ends, which grids are too large or too small; nobody is named and nobody ranked (Art. 21.2, 21.3). */
export const GridWorkers = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const own = actingPost(me)?.region.code ?? ''
  const asked = params.get('place')
  const place = asked !== null && isWithin(asked, own) ? asked : choosable.includes(levelOf(own)) ? own : undefined
  return (
    <div className="grid-workers">
      <p className="register-note quiet">{t('只列配置和空缺，不列姓名，不排名次，不看在线时长。', 'Posts and vacancies alone: nobody is named or ranked, and no time online is looked at.')} <Cites of={['21.2', '21.3']} /></p>
      <div className="filters">
        <div className="filter-region"><RegionPicker id="grid-workers-place" value={place} levels={choosable} label={t('乡镇（街道）或县（区）', 'Township or county')} choose={code => setParams(code === undefined ? {} : { place: code })} /></div>
      </div>
      {place === undefined ? <Empty title={t('请选择乡镇（街道）或县（区）', 'Choose a township or a county')} /> : <Listed key={place} place={place} me={me} />}
    </div>
  )
}

const Listed = ({ place, me }: { readonly place: string; readonly me: Me }) => {
  const { t } = useLang()
  const found = useAsk(paths.gridWorkers(place), { fresh: 30_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows, vacant, soon, band, asOf } = found.data
  const sum = (of: (row: Row) => number): number => rows.reduce((so, row) => so + of(row), 0)
  const may = openings(actorOf(me)).some(way => way.procedure.name === 'grid-appointment' && way.name === 'recommend')
  const sorted = rows.toSorted((a, b) => Number(wanting(b)) - Number(wanting(a)) || Number(b.vacant) - Number(a.vacant))
  const figures = [
    [t('村（社区）', 'Villages'), rows.length], [t('没有专职网格员', 'Without a full-timer'), vacant], [t('无人负责的网格', 'Grids without anybody'), sum(row => row.unmanned)],
    [t(`${soon} 天内任期届满`, `Terms ending in ${soon} days`), sum(row => row.ending)], [t('户数偏多或偏少的网格', 'Grids outside the band'), sum(row => row.outside.length)],
  ] as const
  return (
    <section aria-labelledby="grid-workers-title">
      <h2 id="grid-workers-title">{t('网格员配置', 'Grid workers')} <span className="quiet">{t('截至', 'as of')} {stamp(asOf)}</span></h2>
      <dl className="sums">{figures.map(([name, n]) => <div key={name}><dt>{name}</dt><dd>{count(n)}</dd></div>)}</dl>
      {rows.length === 0 ? <Empty title={t('此地没有村（社区）', 'There is no village here')} /> : (
        <div className="table-scroll">
          <table className="figures stacked">
            <thead><tr>
              <th scope="col">{t('村（社区）', 'Village')}</th><th scope="col" className="num">{t('专职', 'Full-time')}</th><th scope="col" className="num">{t('兼职', 'Part-time')}</th><th scope="col" className="num">{t('网格', 'Grids')}</th>
              <th scope="col" className="num">{t('无人网格', 'Unmanned')}</th><th scope="col" className="num">{t('任期将满', 'Term ends')}</th><th scope="col">{t('规模', 'Size')}</th>{may && <th scope="col">{t('办理', 'Do')}</th>}
            </tr></thead>
            <tbody>{sorted.map(row => <Village key={row.village.code} row={row} county={levelOf(place) === 'county'} band={band} may={may} />)}</tbody>
          </table>
        </div>
      )}
      <p className="exclusions">{t(`规模适度：一个网格 ${band.least}–${band.most} 户，任期届满前 ${soon} 天提醒，都是平台规则，可由本地规定替换。没有划网格的村（社区）按一个网格计；只按范围划分、没有户册的网格不判断规模。`, `Of moderate size: ${band.least}–${band.most} households a grid; a term is brought up ${soon} days before its end. Both are product rules which a local one may replace. A village without grids counts as one; where no households are listed nothing is said of size.`)}</p>
    </section>
  )
}

const Village = ({ row, county, band, may }: { readonly row: Row; readonly county: boolean; readonly band: GridWorkersView['band']; readonly may: boolean }) => {
  const { t } = useLang()
  const { village, full, part, vacant, grids, unmanned, ending, outside, households } = row
  const mark = (n: number) => (n === 0 ? <span className="zero">0</span> : <span className="figure-late"><span aria-hidden="true">! </span>{count(n)}</span>)
  const begin = (): void => go(links.open('grid-appointment', 'recommend'), { offered: { place: village.code, duty: full === 0 ? 'full' : 'part' } })
  return (
    <tr>
      <th scope="row"><a href={links.matters({ scope: 'region', region: village.code, procedure: 'grid-appointment' })}>{village.name}</a>{county && <span className="quiet sub"> {village.path.at(-2)}</span>}</th>
      <td className="num" data-label={t('专职', 'Full-time')}>{vacant ? <span className="figure-late"><span aria-hidden="true">! </span>{t('空缺', 'vacant')}</span> : count(full)}</td>
      <td className="num" data-label={t('兼职', 'Part-time')}>{part === 0 ? <span className="zero">0</span> : count(part)}</td>
      <td className="num" data-label={t('网格', 'Grids')}>{count(grids)}</td>
      <td className="num" data-label={t('无人网格', 'Unmanned')}>{mark(unmanned)}</td>
      <td className="num" data-label={t('任期将满', 'Term ends')}>{ending === 0 ? <span className="zero">0</span> : <a className="figure-late" href={links.matters({ scope: 'region', region: village.code, procedure: 'grid-appointment', stage: 'serving' })}><span aria-hidden="true">! </span>{count(ending)}</a>}</td>
      <td data-label={t('规模', 'Size')}>
        {outside.length > 0 ? outside.map(({ grid, households: n }) => <div key={grid.code} className="figure-late"><span aria-hidden="true">! </span>{grid.code === village.code ? t('全村', 'the village') : grid.name} {t(`${n} 户，${n > band.most ? '偏多' : '偏少'}`, `${n} households, ${n > band.most ? 'many' : 'few'}`)}</div>)
          : <span className="quiet">{households === undefined ? t('没有户册', 'no register') : t(`${households} 户`, `${households} households`)}</span>}
      </td>
      {may && <td data-label={t('办理', 'Do')}><Button size="small" onClick={begin}>{t('推荐人选', 'Recommend')}</Button></td>}
    </tr>
  )
}

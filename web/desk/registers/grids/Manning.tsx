import { levelOf } from '../../../../kernel/region.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { go, links } from '../../links.ts'
import { Failed, Loading } from '../../states.tsx'
import { Sizes } from './Sizes.tsx'

/** 网格员配置: which villages have no full-time grid worker, and which grids are too large or too small for one. Nobody is named. */
export const Manning = ({ place, mayAppoint }: { readonly place: string; readonly mayAppoint: boolean }) => {
  const { t } = useLang()
  const asked = levelOf(place) === 'township' || levelOf(place) === 'county'
  const found = useAsk(asked ? paths.gridWorkers(place) : undefined, { fresh: 30_000 })
  if (!asked) return null
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { villages, vacant, rows, band, sizes } = found.data
  return (
    <section aria-labelledby="manning-title">
      <h2 id="manning-title">{t('网格员配置', 'Grid workers')} <span className={vacant === 0 ? 'quiet' : 'figure-late'}>{vacant === 0 ? t('每村（社区）都有专职网格员', 'each village has one full-time') : t(`! ${count(vacant)} / ${count(villages)} 个村（社区）没有专职网格员`, `! ${count(vacant)} of ${count(villages)} villages have none full-time`)}</span> <Cites of={['21.3']} /></h2>
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('村（社区）', 'Village')}</th><th scope="col" className="num">{t('专职', 'Full-time')}</th><th scope="col" className="num">{t('兼职', 'Part-time')}</th>{mayAppoint && <th scope="col">{t('办理', 'Do')}</th>}</tr></thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.village.code}>
                <td>{row.village.name}</td><td className="num">{row.vacant ? <span className="figure-late">! 0</span> : row.full}</td><td className="num">{row.part}</td>
                {mayAppoint && <td><button type="button" className="plain" onClick={() => go(links.open('grid-appointment', 'recommend'), { offered: { place: row.village.code } })}>{t('推荐人选', 'Recommend somebody')}</button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sizes band={band} sizes={sizes} />
    </section>
  )
}

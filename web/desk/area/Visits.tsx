import { levelOf } from '../../../kernel/region.ts'
import type { VisitsView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { count } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Failed, Loading } from '../states.tsx'

type Row = VisitsView['rows'][number]

/** Where a township has been and where not for long, and how often each village was inspected (Art. 6.1, 6.6). Of a county, by township. */
export const Visits = ({ region }: { readonly region: string }) => {
  const { t } = useLang()
  const level = levelOf(region)
  const found = useAsk(level === 'county' || level === 'township' ? paths.visits(region) : undefined, { every: 60_000, keep: true })
  if (level !== 'county' && level !== 'township') return null
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows, cover, yearly } = found.data
  const due = rows.filter(row => row.due).length
  return (
    <section aria-labelledby="visits-title">
      <h2 id="visits-title">{t('指导走访和检查', 'Guidance visits and inspections')} <span className="quiet">{t(`${count(rows.length)} 个村（社区），其中 ${count(due)} 个超过 ${cover} 天未走访`, `${count(rows.length)} villages, ${count(due)} not visited for ${cover} days`)}</span></h2>
      {level === 'county' ? <ByTownship rows={rows} yearly={yearly} /> : <ByVillage rows={rows} yearly={yearly} />}
      <p className="exclusions">{t(`平台规则：每 ${cover} 天至少走访一次；同一村（社区）一年检查 ${yearly} 次，超过须说明理由。可由本地规定替换。`, `Product rules, which a local rule may replace: visited once in ${cover} days; inspected ${yearly} times a year, more with a reason.`)}</p>
    </section>
  )
}

type Props = { readonly rows: readonly Row[]; readonly yearly: number }

const ByVillage = ({ rows, yearly }: Props) => {
  const { t } = useLang()
  // Those to be visited stand first, the longest unvisited at the top.
  const sorted = rows.toSorted((a, b) => Number(b.due) - Number(a.due) || (a.last ?? '').localeCompare(b.last ?? ''))
  return (
    <div className="table-scroll">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('村（社区）', 'Village')}</th><th scope="col">{t('最近走访', 'Last visited')}</th><th scope="col">{t('下次走访', 'Next')}</th><th scope="col" className="num">{t('本年检查', 'Inspected this year')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ village, last, next, due, inspections }) => (
            <tr key={village.code}>
              <th scope="row"><a href={links.matters({ scope: 'region', region: village.code, procedure: 'guidance' })}>{village.name}</a></th>
              <td>{due ? <span className="figure-late"><span aria-hidden="true">! </span>{last ?? t('没有走访过', 'Never')}</span> : last}</td>
              <td>{next ?? <span className="quiet">{t('未安排', 'not planned')}</span>}</td>
              <td className="num">{inspections === 0 ? <span className="zero">0</span> : <a href={links.matters({ scope: 'region', region: village.code, procedure: 'village-inspection' })}>{inspections >= yearly && <span aria-hidden="true">! </span>}{inspections}/{yearly}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ByTownship = ({ rows, yearly }: Props) => {
  const { t } = useLang()
  const townships = [...Map.groupBy(rows, row => row.village.code.slice(0, 9))]
  return (
    <div className="table-scroll">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('乡镇（街道）', 'Township')}</th><th scope="col" className="num">{t('村（社区）', 'Villages')}</th><th scope="col" className="num">{t('逾期未走访', 'Not visited in time')}</th><th scope="col" className="num">{t('检查达到上限', 'At the yearly number')}</th>
          </tr>
        </thead>
        <tbody>
          {townships.map(([code, list]) => {
            const due = list.filter(row => row.due).length
            return (
              <tr key={code}>
                <th scope="row"><a href={links.area(code)}>{list[0]?.village.path.at(-2) ?? code}</a></th>
                <td className="num">{count(list.length)}</td>
                <td className="num">{due === 0 ? <span className="zero">0</span> : <a className="figure-late" href={links.area(code)}><span aria-hidden="true">! </span>{count(due)}</a>}</td>
                <td className="num">{count(list.filter(row => row.inspections >= yearly).length)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

import { levelOf } from '../../../kernel/region.ts'
import type { WarningsView } from '../../../server/wire/disputes.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { count } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Failed, Loading } from '../states.tsx'

/** Kinds of dispute that grow in a place beyond what is usual there, and a year of them (Art. 28.1): by place and kind, of no person. */
export const DisputeWarnings = ({ region }: { readonly region: string }) => {
  const level = levelOf(region)
  const found = useAsk(level === 'county' || level === 'township' ? paths.disputeWarnings(region) : undefined, { every: 60_000, keep: true })
  if (level !== 'county' && level !== 'township') return null
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return <><Early view={found.data} /><Year view={found.data} /></>
}

type Props = { readonly view: WarningsView }

const Early = ({ view: { month, warnings } }: Props) => {
  const { t, say } = useLang()
  return (
    <section aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t('纠纷预警', 'Early warning')} <span className="quiet">{month}</span></h2>
      {warnings.length === 0 ? <p className="quiet">{t('本月没有明显增多的类型。', 'No kind grows beyond the usual this month.')}</p> : (
        <div className="table-scroll">
          <table className="figures">
            <thead><tr><th scope="col">{t('地点', 'Place')}</th><th scope="col" className="kind">{t('类型', 'Kind')}</th><th scope="col" className="num">{t('本月', 'This month')}</th><th scope="col" className="num">{t('前三个月平均', 'Mean of the three months before')}</th></tr></thead>
            <tbody>
              {warnings.map(one => (
                <tr key={`${one.place.code} ${one.kind}`}>
                  <th scope="row"><a href={links.matters({ scope: 'region', region: one.place.code, procedure: 'dispute' })}>{one.place.name}</a></th><td>{say(one.words)}</td>
                  <td className="num"><span className="figure-late"><span aria-hidden="true">! </span>{count(one.n)}</span></td><td className="num">{one.before}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="exclusions">{t('只按地点、类型和月份计算，不涉及任何个人。起数和倍数为平台规则，可由本地规定替换。', 'By place, kind and month, of no person. The numbers that make a warning are product rules, which a local rule may replace.')}</p>
    </section>
  )
}

const [width, height, gap] = [44, 72, 12] as const

/** Twelve months: a small drawing over the table it is drawn from. */
const Year = ({ view: { trend } }: Props) => {
  const { t } = useLang()
  const most = Math.max(...trend.map(one => one.n))
  if (most === 0) return null
  const tall = (n: number): number => Math.max(1, (n / most) * height)
  return (
    <section aria-labelledby="dispute-year-title">
      <h2 id="dispute-year-title">{t('近十二个月登记的纠纷', 'Disputes registered, twelve months')}</h2>
      <div className="table-scroll" role="region" aria-labelledby="dispute-year-title" tabIndex={0}>
        <table className="figures trend">
          <thead>
            <tr aria-hidden="true"><td />{trend.map(one => <td key={one.month} className="num"><svg viewBox={`0 0 ${width} ${height + gap}`} width={width} height={height + gap} focusable="false"><rect x="0" y={height + gap - tall(one.n)} width={width} height={tall(one.n)} /></svg></td>)}</tr>
            <tr><th scope="col">{t('月份', 'Month')}</th>{trend.map(one => <th key={one.month} scope="col" className="num">{one.month}</th>)}</tr>
          </thead>
          <tbody><tr><th scope="row">{t('登记', 'Registered')}</th>{trend.map(one => <td key={one.month} className="num">{count(one.n)}</td>)}</tr></tbody>
        </table>
      </div>
    </section>
  )
}

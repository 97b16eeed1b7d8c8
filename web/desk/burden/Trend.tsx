import { hours } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import { count } from '../../parts/time.ts'
import type { Burden } from '../../../server/wire/burden.ts'
import { links } from '../links.ts'

const [width, height, gap] = [44, 72, 12] as const

/** Hours month by month: a small drawing over the table it is drawn from. */
export const Trend = ({ burden: { trend, region } }: { readonly burden: Burden }) => {
  const { t } = useLang()
  const most = Math.max(...trend.map(month => month.minutes))
  if (trend.length < 2 || most === 0) return null
  const of = (minutes: number): number => (minutes / most) * height
  return (
    <section aria-labelledby="trend-title">
      <h2 id="trend-title">{t('逐月工时', 'Hours by month')}</h2>
      <div className="table-scroll">
        <table className="figures trend">
          <thead>
            <tr aria-hidden="true">
              <td />
              {trend.map(month => (
                <td key={month.month} className="num">
                  <svg viewBox={`0 0 ${width} ${height + gap}`} width={width} height={height + gap} focusable="false"><rect x="0" y={height + gap - Math.max(1, of(month.minutes))} width={width} height={Math.max(1, of(month.minutes))} /></svg>
                </td>
              ))}
            </tr>
            <tr><th scope="col">{t('月份', 'Month')}</th>{trend.map(month => <th key={month.month} scope="col" className="num"><a href={links.burden('calendar', { region: region.code, month: month.month })}>{month.month}</a></th>)}</tr>
          </thead>
          <tbody>
            <tr><th scope="row">{t('工时', 'Hours')}</th>{trend.map(month => <td key={month.month} className="num">{hours(month.minutes)}</td>)}</tr>
            <tr><th scope="row">{t('任务（跨月的各月都计）', 'Tasks (in each month they touch)')}</th>{trend.map(month => <td key={month.month} className="num">{count(month.tasks)}</td>)}</tr>
            <tr><th scope="row">{t('表格', 'Forms')}</th>{trend.map(month => <td key={month.month} className="num">{count(month.forms)}</td>)}</tr>
            <tr><th scope="row">{t('超上限的村（社区）', 'Communities over')}</th>{trend.map(month => <td key={month.month} className="num">{count(month.over)}</td>)}</tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

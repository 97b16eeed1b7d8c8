import { Select } from 'antd'
import { useSearchParams } from 'wouter'
import { yuan } from '../../../../procedures/2-foundations/grid-worker/subsidy-items.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { count, dayOf, pastMonths } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { links } from '../../links.ts'
import { Empty, Failed, Loading } from '../../states.tsx'

/** 补贴发放: what mediations are to be paid, or were in a month, for justice and finance (Art. 30.3). The month stands in the address. */
export const Payments = ({ county }: { readonly county: string }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const month = params.get('month') ?? undefined
  const now = new Date()
  const months = [...new Set([...(month === undefined ? [] : [month]), dayOf(now).slice(0, 7), ...pastMonths(now)])].toSorted().toReversed()
  return (
    <>
      <div className="filters">
        <Select
          aria-label={t('待发放，或者发放月份', 'To be paid, or the month it was paid in')} value={month ?? ''} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('待发放', 'To be paid') }, ...months.map(value => ({ value, label: t(`${value.slice(0, 4)} 年 ${Number(value.slice(5))} 月已发放`, `Paid in ${value}`) }))]}
          onChange={next => setParams({ view: 'payments', ...(next !== '' && { month: next }) })}
        />
        <a href={links.matters({ scope: 'region', region: county, procedure: 'mediation-subsidy' })}>{t('各笔补贴的办理', 'How each is dealt with')}</a>
      </div>
      <p className="register-note quiet">{t('一件达成协议的调解一笔，司法行政部门审核，不重复发放。清单含个人金额，每次查看和导出都记入查看记录。', 'One for each mediation that ended in agreement, reviewed by the justice department, never paid twice. It holds sums of persons: each reading and export is logged.')} <Cites of={['30.3']} /></p>
      <List key={month ?? ''} county={county} month={month} />
    </>
  )
}

const List = ({ county, month }: { readonly county: string; readonly month: string | undefined }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.mediationPayments(county, month), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { lines, total } = found.data
  if (lines.length === 0) {
    return month === undefined
      ? <Empty title={t('没有待发放的调解补贴', 'No subsidy awaits payment')}><p>{t('审核同意的出现在这里；已发放的请选择月份。', 'What was approved stands here; for what was paid choose its month.')}</p></Empty>
      : <Empty title={t('这个月没有发放过调解补贴', 'None was paid in this month')} />
  }
  return (
    <>
      <div className="table-scroll">
        <table className="figures stacked">
          <thead><tr>
            <th scope="col">{t('调解员', 'Mediator')}</th><th scope="col">{t('调解组织', 'Body')}</th><th scope="col">{t('案件类别', 'Class of case')}</th><th scope="col">{t('纠纷', 'Dispute')}</th>
            <th scope="col">{t('补贴', 'Subsidy')}</th><th scope="col">{t('发放', 'Paid')}</th><th scope="col" className="num">{t('金额（元）', 'Yuan')}</th>
          </tr></thead>
          <tbody>{lines.map(line => (
            <tr key={line.claim}>
              <th scope="row">{line.mediator}</th>
              <td data-label={t('调解组织', 'Body')}>{line.office.name}</td>
              <td data-label={t('案件类别', 'Class of case')}>{say(line.words)}</td>
              <td data-label={t('纠纷', 'Dispute')}>{line.dispute === '' ? '—' : line.dispute}</td>
              <td data-label={t('补贴', 'Subsidy')}><a href={links.matter(line.claim)}>{line.number}</a></td>
              <td className="date" data-label={t('发放', 'Paid')}>{line.paidOn ?? '—'}{line.voucher !== undefined && <span className="quiet"> {line.voucher}</span>}</td>
              <td className="num" data-label={t('金额（元）', 'Yuan')}>{yuan(line.fen)}</td>
            </tr>
          ))}</tbody>
          <tfoot><tr><th scope="row">{t(`合计 ${count(lines.length)} 笔`, `${count(lines.length)} in all`)}</th><td /><td /><td /><td /><td /><td className="num">{yuan(total)}</td></tr></tfoot>
        </table>
      </div>
      <p><a href={paths.mediationPaymentSheet(county, month)} download>{t('导出 Excel', 'Export to Excel')}</a></p>
    </>
  )
}

import { Button, Select } from 'antd'
import { useSearchParams } from 'wouter'
import { isWithin, levelOf, type Level } from '../../../kernel/region.ts'
import type { Me, SubsidyLedger } from '../../../server/wire.ts'
import { yuan } from '../../../procedures/2-foundations/grid-worker/subsidy-items.ts'
import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { stageOf } from '../../parts/procedures.ts'
import { count, dayOf, pastMonths } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { actorOf } from '../list/asked.ts'
import { go, links } from '../links.ts'
import { openings } from '../new/openings.ts'
import { Empty, Failed, Loading } from '../states.tsx'

const choosable: readonly Level[] = ['county', 'township']

/** 补贴台账: a month of all workers of a place, or the months of one, as the ledger has them (Art. 21.3). Place and month stand in the address. */
export const Subsidies = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const own = actingPost(me)?.region.code ?? ''
  const asked = params.get('place')
  const place = asked !== null && isWithin(asked, own) ? asked : choosable.includes(levelOf(own)) ? own : undefined
  const month = params.get('month') ?? pastMonths(new Date())[0] ?? ''
  const worker = params.get('worker') ?? undefined
  const put = (next: { readonly [name: string]: string | undefined }): void => setParams(before => {
    const all = new URLSearchParams(before)
    for (const [name, value] of Object.entries(next)) if (value === undefined || value === '') all.delete(name); else all.set(name, value)
    return all
  })
  const ways = openings(actorOf(me))
  const may = (procedure: string, step: string): boolean => ways.some(way => way.procedure.name === procedure && way.name === step)
  return (
    <div className="subsidies">
      <p className="register-note quiet">{t('按补贴办法和记录计算，另一人审核，一人一月只发一次，本人可以提出异议。台账含个人金额，每次查看和导出都记入查看记录。', 'Computed by the rule and from records, reviewed by another, paid once a month to each, open to their dispute. It holds sums of persons: each reading and export is logged.')} <Cites of={['21.3']} /></p>
      <div className="filters" role="group" aria-label={t('选择地点和月份', 'Choose place and month')}>
        <div className="filter-region"><RegionPicker id="subsidies-place" value={place} levels={choosable} label={t('乡镇（街道）或县（区）', 'Township or county')} choose={code => put({ place: code, worker: undefined })} /></div>
        <Select aria-label={t('月份', 'Month')} value={month} options={[...new Set([month, ...pastMonths(new Date())])].toSorted().toReversed().map(value => ({ value, label: t(`${value.slice(0, 4)} 年 ${Number(value.slice(5))} 月`, value) }))} onChange={next => put({ month: next, worker: undefined })} />
        {may('subsidy', 'compute') && <Button onClick={() => go(links.open('subsidy', 'compute'), { offered: { monthDay: `${month}-01` } })}>{t('计算补贴', 'Compute one')}</Button>}
        <a href={links.matters({ scope: 'region', ...(place !== undefined && { region: place }), procedure: 'subsidy-scheme' })}>{t('补贴办法', 'Rules on subsidies')}</a>
        {may('subsidy-scheme', 'draft') && <a href={links.open('subsidy-scheme', 'draft')}>{t('起草办法', 'Draft a rule')}</a>}
      </div>
      {place === undefined ? <Empty title={t('请选择乡镇（街道）或县（区）', 'Choose a township or a county')} />
        : <Ledger key={`${place} ${month} ${worker ?? ''}`} filter={worker === undefined ? { region: place, month } : { region: place, worker }} ofWorker={id => put({ worker: id })} />}
    </div>
  )
}

type Row = SubsidyLedger['rows'][number]

const Ledger = ({ filter, ofWorker }: { readonly filter: paths.LedgerFilter; readonly ofWorker: (id: string | undefined) => void }) => {
  const { t } = useLang()
  const found = useAsk(paths.subsidies(filter), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows, totals, more } = found.data
  const byWorker = filter.worker !== undefined
  const name = byWorker ? rows[0]?.name : undefined
  const figures = [
    [t('人数', 'Workers'), count(totals.workers)], [t('已发', 'Paid'), t(`${count(totals.paid)} 笔`, count(totals.paid))], [t('已发合计', 'Paid in all'), t(`${yuan(totals.fen)} 元`, `¥${yuan(totals.fen)}`)],
    [t('未发', 'Not paid yet'), t(`${count(totals.open)} 笔`, count(totals.open))], [t('提出过异议', 'Disputed'), t(`${count(totals.disputed)} 笔`, count(totals.disputed))],
  ] as const
  return (
    <section aria-labelledby="ledger-title">
      <h2 id="ledger-title">{byWorker ? t(`${name ?? ''} 历月补贴`, `${name ?? ''}, month by month`) : t(`${filter.month.slice(0, 4)} 年 ${Number(filter.month.slice(5))} 月补贴`, `Subsidies of ${filter.month}`)}{byWorker && <> <button type="button" className="plain" onClick={() => ofWorker(undefined)}>{t('回到按月', 'Back to the month')}</button></>}</h2>
      {rows.length === 0 ? <Empty title={t('这个月还没有计算过补贴', 'No subsidy of this month is computed yet')}><p>{t('当月结束后，由乡镇（街道）承办人按补贴办法逐人计算。', 'Once a month is over, a handler of the township computes them one by one, by the rule.')}</p></Empty> : (
        <>
          <dl className="sums">{figures.map(([what, n]) => <div key={what}><dt>{what}</dt><dd>{n}</dd></div>)}</dl>
          <div className="table-scroll">
            <table className="figures stacked">
              <thead><tr>
                <th scope="col">{byWorker ? t('月份', 'Month') : t('网格员', 'Grid worker')}</th><th scope="col">{t('村（社区）、网格', 'Village, grid')}</th><th scope="col">{t('状态', 'State')}</th>
                <th scope="col" className="num">{t('已发（元）', 'Paid (yuan)')}</th><th scope="col">{t('登记发放', 'Entered')}</th><th scope="col">{t('事项', 'Matter')}</th>
              </tr></thead>
              <tbody>{rows.map(row => <Line key={row.id} row={row} byWorker={byWorker} ofWorker={ofWorker} />)}</tbody>
              <tfoot><tr><th scope="row">{t('合计', 'Total')}</th><td /><td /><td className="num">{yuan(totals.fen)}</td><td /><td /></tr></tfoot>
            </table>
          </div>
          <p><a href={paths.subsidySheet(filter)} download>{t('导出 Excel', 'Export to Excel')}</a>{more && <span className="quiet"> {t(`只显示前 ${rows.length} 笔，导出可得更多`, `The first ${rows.length}; the export has more`)}</span>}</p>
        </>
      )}
    </section>
  )
}

const Line = ({ row, byWorker, ofWorker }: { readonly row: Row; readonly byWorker: boolean; readonly ofWorker: (id: string) => void }) => {
  const { t, say } = useLang()
  const disputedNow = row.stage === 'disputed' || row.stage === 'disputedPaid'
  return (
    <tr>
      <th scope="row">{byWorker ? row.month : <button type="button" className="plain" onClick={() => ofWorker(row.worker)} title={t('看历月', 'Month by month')}>{row.name}</button>}</th>
      <td data-label={t('村（社区）、网格', 'Village, grid')}>{row.place.path.slice(row.place.level === 'grid' ? -2 : -1).join(' › ')}</td>
      <td data-label={t('状态', 'State')}><span className={disputedNow ? 'figure-late' : ''}>{say(stageOf('subsidy', row.stage))}</span>{row.disputed && !disputedNow && <span className="quiet"> {t('（提出过异议）', '(was disputed)')}</span>}</td>
      <td className="num" data-label={t('已发（元）', 'Paid (yuan)')}>{row.fen === undefined ? '—' : yuan(row.fen)}{row.difference !== undefined && <span className="quiet"> {t(`（含补发 ${yuan(row.difference)}）`, `(a difference of ${yuan(row.difference)} in it)`)}</span>}</td>
      <td className="date" data-label={t('登记发放', 'Entered')}>{row.paid === undefined ? '—' : dayOf(new Date(row.paid))}</td>
      <td data-label={t('事项', 'Matter')}><a href={links.matter(row.id)}>{row.number}</a></td>
    </tr>
  )
}

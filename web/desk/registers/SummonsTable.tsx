import type { SummonsBoard, SummonsCounts } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { count, share } from '../../parts/time.ts'
import { links } from '../links.ts'

/** Departments and their shares, each with its denominator; the ones called most stand first, none is ranked. */
export const SummonsTable = ({ board }: { readonly board: SummonsBoard }) => {
  const { t } = useLang()
  const columns = [
    [t('召集', 'Called'), ''], [t('未响应', 'Silent'), ''], [t('按时响应', 'Answered in time'), t('按时响应 / 召集', 'in time / called')], [t('到场', 'Came'), t('到场 / 未解除', 'came / not let off')],
    [t('按时到场', 'In time'), t('按时 / 到场', 'in time / came')], [t('已报告', 'Reported'), t('报告 / 未解除', 'reported / not let off')], [t('解决', 'Solved'), t('解决 / 有结论', 'solved / concluded')],
    [t('乡镇评价', 'Rating'), t('平均分（件数）', 'mean (rated)')],
  ] as const
  return (
    <div className="table-scroll">
      <table className="figures">
        <thead><tr><th scope="col">{t('部门', 'Department')}</th>{columns.map(([name, formula]) => <th key={name} scope="col" className="num">{name}{formula !== '' && <span className="formula">{formula}</span>}</th>)}</tr></thead>
        <tbody>{board.offices.map(row => <tr key={row.office.code}><th scope="row"><a title={t('看在办的报到', 'Its open calls')} href={links.matters({ procedure: 'summons-call', term: `office:${row.office.code}` })}>{row.office.name}</a></th><Cells of={row} /></tr>)}</tbody>
        <tfoot><tr><th scope="row">{t('合计', 'All')}</th><Cells of={board.total} /></tr></tfoot>
      </table>
    </div>
  )
}

const Cells = ({ of }: { readonly of: SummonsCounts }) => {
  const needed = of.called - of.released
  return (
    <>
      <td className="num">{count(of.called)}</td>
      <td className="num">{of.silent > 0 ? <span className="figure-late">{count(of.silent)}</span> : <span className="zero">0</span>}</td>
      <td className="num">{share({ of: of.answeredInTime, among: of.called })}</td>
      <td className="num">{share({ of: of.arrived, among: needed })}</td>
      <td className="num">{share({ of: of.arrivedInTime, among: of.arrived })}</td>
      <td className="num">{share({ of: of.reported, among: needed })}</td>
      <td className="num">{share({ of: of.solved, among: of.concluded })}</td>
      <td className="num">{of.rated === 0 ? '—' : `${(of.ratingSum / of.rated).toFixed(1)} (${count(of.rated)})`}</td>
    </>
  )
}

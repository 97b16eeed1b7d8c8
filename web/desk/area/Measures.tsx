import type { Procedure } from '../../../kernel/procedure.ts'
import type { Board, BoardRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { count } from '../../parts/time.ts'
import { RegionCell } from './RegionCell.tsx'

type Props = { readonly board: Board; readonly procedure: Procedure }

/** The counts of the period that the rates are made of, folded away. */
export const Measures = ({ board, procedure }: Props) => {
  const { t, say } = useLang()
  const measures = Object.entries(procedure.measures)
  if (measures.length === 0) return null
  const line = (row: BoardRow, total: boolean) => (
    <tr key={row.region.code}>
      <RegionCell region={row.region} total={total} />
      {measures.map(([name]) => <td key={name} className="num">{count(row.measures[name] ?? 0)}</td>)}
    </tr>
  )
  return (
    <details className="measures">
      <summary>{t('时段内各项计数', 'Counts of the period')}</summary>
      <div className="table-scroll">
        <table className="figures">
          <thead><tr><th scope="col">{t('地区', 'Region')}</th>{measures.map(([name, words]) => <th key={name} scope="col" className="num">{say(words)}</th>)}</tr></thead>
          <tbody>{board.rows.map(row => line(row, false))}</tbody>
          <tfoot>{line(board.total, true)}</tfoot>
        </table>
      </div>
    </details>
  )
}

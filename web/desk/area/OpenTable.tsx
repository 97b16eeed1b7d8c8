import type { Procedure } from '../../../kernel/procedure.ts'
import type { Board, BoardRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { count } from '../../parts/time.ts'
import { links, type ListFilter } from '../links.ts'
import { RegionCell } from './RegionCell.tsx'

type Props = { readonly board: Board; readonly procedure: Procedure }

/** What stands open now, by stage, and how much of it is late. */
export const OpenTable = ({ board, procedure }: Props) => {
  const { t, say } = useLang()
  const stages = board.stages.filter(stage => procedure.stages[stage]?.final !== true)
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{t('在办', 'Open now')} <span className="quiet">{t('点数字看对应事项', 'a figure opens its list')}</span></h2>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('地区', 'Region')}</th>
              <th scope="col" className="num">{t('在办合计', 'Open')}</th>
              <th scope="col" className="num">{t('已超期', 'Late')}</th>
              {stages.map(stage => <th key={stage} scope="col" className="num">{say(procedure.stages[stage] ?? { zh: stage, en: stage })}</th>)}
            </tr>
          </thead>
          <tbody>{board.rows.map(row => <Row key={row.region.code} row={row} stages={stages} procedure={procedure} />)}</tbody>
          <tfoot><Row row={board.total} stages={stages} procedure={procedure} total /></tfoot>
        </table>
      </div>
    </section>
  )
}

const Row = ({ row, stages, procedure, total = false }: { readonly row: BoardRow; readonly stages: readonly string[]; readonly procedure: Procedure; readonly total?: boolean }) => {
  const list = (filter: ListFilter): string => links.matters({ scope: 'region', region: row.region.code, procedure: procedure.name, ...filter })
  return (
    <tr>
      <RegionCell region={row.region} total={total} />
      <Figure value={row.openTotal} to={list({})} />
      <Figure value={row.late} to={list({ due: 'late' })} late />
      {stages.map(stage => <Figure key={stage} value={row.open[stage] ?? 0} to={list({ stage })} />)}
    </tr>
  )
}

const Figure = ({ value, to, late = false }: { readonly value: number; readonly to: string; readonly late?: boolean }) => (
  <td className="num">
    {value === 0 ? <span className="zero">0</span> : <a href={to} className={late ? 'figure-late' : undefined}>{late && <span aria-hidden="true">! </span>}{count(value)}</a>}
  </td>
)

import type { Procedure } from '../../../kernel/procedure.ts'
import type { Board, BoardRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { share } from '../../parts/time.ts'
import { RegionCell } from './RegionCell.tsx'

type Props = { readonly board: Board; readonly procedure: Procedure }

/** Shares of the period with their denominators: raw, and after the exclusions the procedure declares, with why. */
export const RateTable = ({ board, procedure }: Props) => {
  const { t, say } = useLang()
  const rates = Object.entries(procedure.rates)
  if (rates.length === 0) return null
  const excludes = rates.some(([, rate]) => rate.without !== undefined)
  const nameOf = (measure: string): string => say(procedure.measures[measure] ?? { zh: measure, en: measure })
  return (
    <section aria-labelledby="rates-title">
      <h2 id="rates-title">{t('比率', 'Rates')}</h2>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col" rowSpan={excludes ? 2 : 1}>{t('地区', 'Region')}</th>
              {rates.map(([name, rate]) => <th key={name} scope={excludes ? 'colgroup' : 'col'} colSpan={rate.without ? 2 : 1} className="num">{say(rate)}<span className="formula">{nameOf(rate.of)} / {nameOf(rate.among)}</span></th>)}
            </tr>
            {excludes && <tr>
              {rates.flatMap(([name, rate]) => [
                <th key={`${name}-raw`} scope="col" className="num sub">{t('原始', 'raw')}</th>,
                ...(rate.without ? [<th key={`${name}-after`} scope="col" className="num sub">{t('剔除后', 'after exclusions')}</th>] : []),
              ])}
            </tr>}
          </thead>
          <tbody>{board.rows.map(row => <Row key={row.region.code} row={row} procedure={procedure} />)}</tbody>
          <tfoot><Row row={board.total} procedure={procedure} total /></tfoot>
        </table>
      </div>
      <ul className="exclusions">
        {rates.flatMap(([name, rate]) => (rate.without ? [<li key={name}>{say(rate)}{t('剔除：', ' excludes: ')}{say(rate.without.why)}</li>] : []))}
      </ul>
    </section>
  )
}

const Row = ({ row, procedure, total = false }: { readonly row: BoardRow; readonly procedure: Procedure; readonly total?: boolean }) => (
  <tr>
    <RegionCell region={row.region} total={total} />
    {Object.entries(procedure.rates).flatMap(([name, rate]) => {
      const found = row.rates[name]
      return [
        <td key={`${name}-raw`} className={found?.raw.among === 0 ? 'num zero' : 'num'}>{found ? share(found.raw) : '—'}</td>,
        ...(rate.without ? [<td key={`${name}-after`} className="num">{found?.after ? share(found.after) : '—'}</td>] : []),
      ]
    })}
  </tr>
)

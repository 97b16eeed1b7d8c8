import { hours, kindsInOrder, kindWords } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { count, share } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { BurdenIssuer } from '../../../server/wire/burden.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

/** Offices by what they gave, what was refused to them, and what they promised and did not deliver. */
export const Issuers = ({ region, months }: { readonly region: string; readonly months: number }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.burdenIssuers(region, months), { every: 60_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows } = found.data
  if (rows.length === 0) return <Empty title={t('这段时间没有单位派任务', 'No office gave anything in this period')} />
  return (
    <section aria-label={t('派出单位', 'Issuers')}>
      <p className="quiet">{t('比较的是单位，不是人；工时多的在前。点数字看任务。', 'Offices are compared, not persons; most hours first. A figure opens its list.')}</p>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('派出单位', 'Office')}</th><th scope="col" className="num">{t('工时', 'Hours')}</th><th scope="col" className="num">{t('任务', 'Tasks')}</th><th scope="col" className="num">{t('涉及村（社区）', 'Communities')}</th><th scope="col" className="num">{t('表格', 'Forms')}</th>
              {kindsInOrder.map(kind => <th key={kind} scope="col" className="num">{say(kindWords[kind])}</th>)}
              <th scope="col" className="num">{t('条件到位', 'Conditions there')}</th><th scope="col">{t('被拒交办', 'Refused')}</th>
            </tr>
          </thead>
          <tbody>{rows.map(row => <Row key={row.office?.code ?? ''} row={row} region={region} months={months} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

const Row = ({ row, region, months }: { readonly row: BurdenIssuer; readonly region: string; readonly months: number }) => {
  const { t, say } = useLang()
  const { office, figures, refusedBy, disowned } = row
  const of = { region, months, issuer: office?.code ?? 'none' }
  const figure = (value: number, to: string) => <td className="num">{value === 0 ? <span className="zero">0</span> : <a href={to}>{count(value)}</a>}</td>
  return (
    <tr>
      <th scope="row">{office?.name ?? t('未指明单位', 'Not named')}{disowned > 0 && <span className="sub">{t(`否认平台外派单 ${disowned} 件`, `disowns ${disowned} past the platform`)}</span>}</th>
      <td className="num">{hours(figures.minutes)}</td>
      {figure(figures.tasks, links.burden('tasks', of))}
      <td className="num">{count(row.communities)}</td>
      {figure(figures.forms, links.burden('tasks', { ...of, only: 'forms' }))}
      {kindsInOrder.map(kind => <Kind key={kind} value={figures[kind]} to={links.burden('tasks', { ...of, kind })} />)}
      <td className="num">{figures.promised === 0 ? <span className="zero">—</span> : <a href={links.burden('tasks', { ...of, only: 'lacking' })}>{share({ of: figures.delivered, among: figures.promised })}</a>}</td>
      <td>{figures.refused === 0 ? <span className="zero">0</span> : <><a href={links.burden('refused', of)}>{count(figures.refused)}</a> <span className="quiet">{refusedBy.map(one => `${say(one.rule)} ${one.n}`).join(t('、', ', '))}</span></>}</td>
    </tr>
  )
}

const Kind = ({ value, to }: { readonly value: number; readonly to: string }) => <td className="num">{value === 0 ? <span className="zero">0</span> : <a href={to}>{count(value)}</a>}</td>

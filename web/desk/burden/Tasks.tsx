import { Button, Select } from 'antd'
import { hours, kindsInOrder, kindWords } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { usePages } from '../../parts/usePages.ts'
import type { BurdenTask, WorkKind } from '../../../server/wire/burden.ts'
import { go, links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Only = NonNullable<paths.TaskFilter['only']>

const isKind = (value: string | null): value is WorkKind => value !== null && Object.hasOwn(kindWords, value)
const onlyOf = (value: string | null): Only | undefined => (value === 'forms' || value === 'lacking' || value === 'running' ? value : undefined)

/** The tasks behind a figure, narrowed as the figure was. */
export const Tasks = ({ region, months, search }: { readonly region: string; readonly months: number; readonly search: URLSearchParams }) => {
  const { t, say } = useLang()
  const asked = search.get('kind')
  const kind = isKind(asked) ? asked : undefined
  const only = onlyOf(search.get('only'))
  const issuer = search.get('issuer') ?? undefined
  const filter = { region, months, ...(issuer !== undefined && { issuer }), ...(kind && { kind }), ...(only && { only }) }
  const { kind: _, ...anyKind } = filter
  const { only: __, ...any } = filter
  const { issuer: ___, ...anyIssuer } = filter
  const onlyWords: { readonly [O in Only]: string } = { forms: t('表格', 'Forms'), lacking: t('条件未到位', 'Conditions lacking'), running: t('进行中', 'Under way') }
  return (
    <section aria-label={t('任务清单', 'Tasks')}>
      <div className="filters" role="group" aria-label={t('筛选', 'Filters')}>
        <Select allowClear placeholder={t('性质', 'Ground')} aria-label={t('性质', 'Ground')} value={kind ?? null} popupMatchSelectWidth={false} options={kindsInOrder.map(name => ({ value: name, label: say(kindWords[name]) }))} onChange={(value: WorkKind | undefined) => go(links.burden('tasks', value === undefined ? anyKind : { ...filter, kind: value }))} />
        <Select allowClear placeholder={t('只看', 'Only')} aria-label={t('只看', 'Only')} value={only ?? null} popupMatchSelectWidth={false} options={Object.entries(onlyWords).map(([value, label]) => ({ value, label }))} onChange={(value: Only | undefined) => go(links.burden('tasks', value === undefined ? any : { ...filter, only: value }))} />
        {issuer !== undefined && <Button onClick={() => go(links.burden('tasks', anyIssuer))}>{t('只看一个单位', 'Only one office')} ✕</Button>}
      </div>
      <List key={JSON.stringify(filter)} filter={filter} />
    </section>
  )
}

const List = ({ filter }: { readonly filter: paths.TaskFilter }) => {
  const { t } = useLang()
  const found = usePages(cursor => paths.burdenTasks({ ...filter, ...(cursor !== undefined && { cursor }) }))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.rows.length === 0) return <Empty title={t('没有这样的任务', 'There is no such task')} />
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table wide">
          <thead>
            <tr>
              <th scope="col">{t('任务', 'Task')}</th><th scope="col">{t('村（社区）', 'Community')}</th><th scope="col">{t('派出单位', 'Given by')}</th><th scope="col">{t('性质', 'Ground')}</th><th scope="col">{t('起止', 'Days')}</th>
              <th scope="col">{t('工时', 'Hours')}</th><th scope="col">{t('条件到位', 'Conditions')}</th><th scope="col">{t('现状', 'State')}</th>
            </tr>
          </thead>
          <tbody>{found.rows.map(row => <Line key={row.matter} row={row} />)}</tbody>
        </table>
      </div>
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更多', 'More')}</Button>}
    </>
  )
}

const Line = ({ row }: { readonly row: BurdenTask }) => {
  const { t, say } = useLang()
  return (
    <tr>
      <td><a href={links.matter(row.matter)}>{say(row.title)}</a><span className="sub">{row.number} · {say(row.manner)}{row.fields > 0 && t(`，${row.fields} 个字段`, `, ${row.fields} fields`)}</span></td>
      <td>{row.community.name}</td>
      <td>{row.issuer?.name ?? t('未指明', 'not named')}</td>
      <td>{say(kindWords[row.kind])}</td>
      <td className="date">{row.since}<span className="sub">{row.until}</span></td>
      <td>{row.minutes === 0 ? t('未估', 'no estimate') : hours(row.minutes)}</td>
      <td>{row.promised === 0 ? '—' : `${row.delivered}/${row.promised}`}</td>
      <td>{say(row.state)}</td>
    </tr>
  )
}

import { Button } from 'antd'
import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'
import { usePages } from '../../parts/usePages.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Props = { readonly filter: Pick<paths.TaskFilter, 'region' | 'months' | 'issuer'> }

/** What the gate refused, with the rule in words. A refused attempt is no breach by itself: it did not reach anybody. */
export const RefusedList = ({ filter }: Props) => {
  const { t, say } = useLang()
  const found = usePages(cursor => paths.burdenRefused({ ...filter, ...(cursor !== undefined && { cursor }) }))
  return (
    <section aria-label={t('被拒交办', 'Refused')}>
      <p className="quiet">{t('这些交办没有送到村（社区）；被拒本身不是违规。', 'None of these reached a community; being refused is no breach by itself.')}{filter.issuer !== undefined && <> <a href={links.burden('refused', { region: filter.region, ...(filter.months !== undefined && { months: filter.months }) })}>{t('看所有单位', 'All offices')}</a></>}</p>
      {found.isPending ? <Loading />
        : found.isError ? <Failed error={found.error} again={() => void found.refetch()} />
          : found.rows.length === 0 ? <Empty title={t('这段时间没有被拒的交办', 'Nothing was refused in this period')} />
            : (
              <div className="table-scroll">
                <table className="plain-table wide">
                  <thead><tr><th scope="col">{t('时间', 'When')}</th><th scope="col">{t('单位', 'Office')}</th><th scope="col">{t('为什么被拒', 'Why')}</th><th scope="col">{t('原要派给', 'Meant for')}</th><th scope="col">{t('清单事项', 'Item')}</th></tr></thead>
                  <tbody>
                    {found.rows.map(row => (
                      <tr key={row.id}>
                        <td className="date">{stamp(row.at)}</td>
                        <td>{row.office.name}</td>
                        <td>{say(row.rule)}<span className="sub"><Cites of={row.basis} /></span></td>
                        <td>{row.names.map(one => one.name).join(t('、', ', '))}{row.communities > row.names.length && t(` 等 ${row.communities} 个`, ` and ${row.communities - row.names.length} more`)}</td>
                        <td>{row.item ?? '—'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更早的', 'Earlier')}</Button>}
    </section>
  )
}

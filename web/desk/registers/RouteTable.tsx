import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { levels } from '../../../kernel/region.ts'
import type { Page, RouteRule } from '../../../server/wire.ts'
import { ask } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Place } from '../../parts/Place.tsx'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Props = { readonly category: string | undefined; readonly region: string | undefined }

/** The rules of the routing table in force today: all of them, or those that may fire for a category and a place. */
export const RouteTable = ({ category, region }: Props) => {
  const { t, say, lang } = useLang()
  const found = useInfiniteQuery({
    queryKey: [paths.routes({ category, region }).path, lang],
    queryFn: ({ pageParam, signal }): Promise<Page<RouteRule>> => ask(paths.routes({ category, region, ...(pageParam !== '' && { cursor: pageParam }) }), signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    staleTime: 60_000,
  })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const rows = found.data.pages.flatMap(page => page.rows)
  if (rows.length === 0) return <Empty title={t('没有这样的规则', 'There is no such rule')} />
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table wide">
          <caption className="quiet">{t('有效规则；同时适用的，越具体的越优先', 'Rules in force; of those that fit, the most specific goes first')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('类别', 'Category')}</th><th scope="col">{t('规则', 'Rule')}</th><th scope="col">{t('分派层级', 'Dispatched from')}</th><th scope="col">{t('承办单位', 'Office')}</th>
              <th scope="col">{t('适用范围', 'Area')}</th><th scope="col">{t('施行日期', 'In force from')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(rule => (
              <tr key={rule.id}>
                <td>{rule.category ? <a href={links.matters({ term: `category:${rule.category.code}` })}>{say(rule.category)}</a> : rule.group ? say(rule.group) : t('其他', 'Anything else')}</td>
                <td>{say(rule.words)}</td>
                <td>{say(levels[rule.from])}</td>
                <td>{rule.office?.name ?? say(rule.bearer)}</td>
                <td><Place region={rule.scope} /></td>
                <td className="date">{rule.change === undefined ? rule.since : <a href={links.matter(rule.change)}>{rule.since}</a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('更多规则', 'More rules')}</Button>}
    </>
  )
}

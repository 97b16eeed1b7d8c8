import { Input } from 'antd'
import { useState } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { ProposeChange } from './ProposeChange.tsx'

/** The categories in force, with the handling limit of each. */
export const Categories = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [typed, setTyped] = useState('')
  const found = useAsk(paths.categories(), { fresh: 60_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const q = typed.trim().toLowerCase()
  const rows = found.data.filter(row => q === '' || [row.code, row.zh, row.en, row.group.zh, row.group.en].some(text => text.toLowerCase().includes(q)))
  return (
    <>
      <div className="filters">
        <Input className="filter-text" allowClear value={typed} onChange={event => setTyped(event.target.value)} aria-label={t('在类别中查找', 'Find a category')} placeholder={t('在类别中查找', 'Find a category')} />
        <span className="quiet">{rows.length}/{found.data.length}</span>
      </div>
      <ProposeChange me={me} />
      {rows.length === 0 ? <Empty title={t('没有找到', 'Nothing found')} /> : (
        <div className="table-scroll">
          <table className="plain-table wide">
            <thead>
              <tr>
                <th scope="col">{t('大类', 'Group')}</th><th scope="col">{t('类别', 'Category')}</th><th scope="col">{t('办理时限', 'Handling limit')}</th>
                <th scope="col">{t('由谁负责', 'Whose affair')}</th><th scope="col">{t('编码', 'Code')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.code}>
                  <td>{say(row.group)}</td>
                  <td><a href={links.matters({ term: `category:${row.code}` })}>{say(row)}</a></td>
                  <td>{row.limit ? say(row.limit) : <span className="quiet">{t('未另定，按默认', 'none of its own; the default holds')}</span>}</td>
                  <td>{row.community ? t('社区自治事项', 'the community’s own') : t('部门、乡镇（街道）', 'offices and townships')}</td>
                  <td><code>{row.code}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

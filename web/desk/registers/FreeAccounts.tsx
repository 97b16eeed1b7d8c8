import { Button } from 'antd'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Place } from '../../parts/Place.tsx'
import { stageOf } from '../../parts/procedures.ts'
import { dayOf } from '../../parts/time.ts'
import { usePages } from '../../parts/usePages.ts'
import { links } from '../links.ts'
import { Failed, Loading } from '../states.tsx'

/** Accounts of a region that hold no post. A phone comes masked. */
export const FreeAccounts = ({ region }: { readonly region: string }) => {
  const { t, say } = useLang()
  const found = usePages(cursor => paths.freeAccounts(region, cursor))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.rows.length === 0) return <p className="quiet">{t('没有这样的账号。', 'There is no such account.')}</p>
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('姓名', 'Name')}</th><th scope="col">{t('手机号', 'Phone')}</th><th scope="col">{t('工作所在地', 'Place of work')}</th>
              <th scope="col">{t('状态', 'Stage')}</th><th scope="col">{t('开立日期', 'Opened')}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map(account => (
              <tr key={account.id}>
                <td>{account.stage === undefined ? account.name : <a href={links.matter(account.id)}>{account.name}</a>}</td>
                <td>{account.phone ?? '—'}</td>
                <td>{account.place ? <Place region={account.place} from={1} /> : '—'}</td>
                <td>{account.stage === undefined ? '—' : say(stageOf('account-opening', account.stage))}</td>
                <td className="date">{dayOf(new Date(account.created))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={found.more}>{t('更多账号', 'More accounts')}</Button>}
    </>
  )
}

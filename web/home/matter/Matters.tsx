import { Link } from 'wouter'
import type { MatterRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { isClosed } from '../../parts/stages.ts'
import { Failed, WaitingList } from '../../parts/phone/Trouble.tsx'
import { useUnread } from '../../parts/phone/useUnread.ts'
import { useMatters } from '../../parts/useMatters.ts'
import { waitsForMe } from '../waits.ts'
import { MatterLine } from './MatterLine.tsx'

const Matters = () => <Gate>{() => <Mine />}</Gate>
export default Matters

const Mine = () => {
  const { t } = useLang()
  const { rows, more, ...found } = useMatters({ scope: 'party' }, 60_000)
  const waiting = rows.filter(waitsForMe)
  const over = rows.filter(row => isClosed(row.procedure, row.stage))
  const going = rows.filter(row => !waiting.includes(row) && !over.includes(row))
  return (
    <Page title={t('我的事项', 'My matters')}>
      <div className="stack wide">
        <Link href="/report" className="button main large">{t('报一件新的事', 'Report something new')}</Link>
        {found.isPending && <WaitingList />}
        {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
        {found.isSuccess && rows.length === 0 && <p className="soft">{t('您还没有报过事。', 'You have not reported anything yet.')}</p>}
        <Group title={t('等您办', 'Waiting for you')} rows={waiting} />
        <Group title={t('正在办', 'Under way')} rows={going} />
        <Group title={t('已结束', 'Over')} rows={over} />
        {found.hasNextPage && <button type="button" className="button" onClick={more}>{t('更早的事项', 'Earlier matters')}</button>}
      </div>
    </Page>
  )
}

const Group = ({ title, rows }: { readonly title: string; readonly rows: readonly MatterRow[] }) => {
  const unread = useUnread(true)
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <div className="group-head"><h2>{title}</h2><span>{rows.length}</span></div>
      <ul className="list">{rows.map(row => <li key={row.id}><MatterLine row={row} unread={unread.has(row.id)} /></li>)}</ul>
    </section>
  )
}

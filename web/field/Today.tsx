import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { MatterRow, Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import { Fold } from '../parts/phone/Fold.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { Failed, WaitingList } from '../parts/phone/Trouble.tsx'
import { useUnread } from '../parts/phone/useUnread.ts'
import { clockTime } from '../parts/time.ts'
import { useMatters } from '../parts/useMatters.ts'
import { useNow } from '../parts/useNow.ts'
import { groupNames, groupOf, type Group } from './groups.ts'
import { MatterLine } from './MatterLine.tsx'
import { useLock } from './offline/useLock.ts'
import { onShown, shownSince } from './outbox/answers.ts'
import { communityOf, logs, seesGrids, workScope } from './place.ts'
import { beginsAny } from './offered.ts'
import { maySummon } from '../parts/summoning.ts'

const first: readonly Group[] = ['verify', 'late', 'today', 'week']
const folded: readonly Group[] = ['later', 'reporter']

/** Where do I go today: what waits for my look first, then by deadline. */
export const Today = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const now = useNow()
  const { rows, more, ...found } = useMatters({ scope: workScope(me), limit: 50 }, 60_000)
  const unread = useUnread(true)
  const { lock } = useLock()
  const heldSince = useSyncExternalStore(onShown, shownSince)
  const groups = new Map<Group, MatterRow[]>()
  for (const row of rows) {
    const group = groupOf(row, now)
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), row])
  }
  const list = (group: Group) => <ul className="list">{(groups.get(group) ?? []).map(row => <li key={row.id}><MatterLine row={row} me={me} unread={unread.has(row.id)} /></li>)}</ul>
  const size = (group: Group): number => groups.get(group)?.length ?? 0
  const pressing = first.reduce((sum, group) => sum + size(group), 0)
  return (
    <Page
      title={t('今天', 'Today')}
      lead={found.dataUpdatedAt > 0 && heldSince === undefined && <span className="small">{t('更新于', 'As of')} {clockTime(new Date(found.dataUpdatedAt).toISOString())}</span>}
    >
      <div className="stack wide">
        <nav className="buttons" aria-label={t('常用', 'What is often begun')}>
          {beginsAny(me) && <Link className="button" href="/work">{t('走访与隐患', 'Visits, hazards, errands')}</Link>}
          {seesGrids(me) && <Link className="button" href="/map">{t('网格地图', 'Map of my grids')}</Link>}
          {communityOf(me) !== undefined && <Link href="/burden" className="button">{t('本月任务', 'This month’s tasks')}</Link>}
          {logs(me) && <Link href="/outside" className="button">{t('登记平台外派单', 'Log an order')}</Link>}
          {maySummon(me) && <Link className="button" href="/summon">{t('吹哨', 'Summon departments')}</Link>}
          {lock === 'none' && <Link className="button" href="/outbox">{t('没有信号也能用', 'Work without a signal')}</Link>}
        </nav>
        {found.isPending && <WaitingList />}
        {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
        {found.isSuccess && pressing === 0 && (
          <p>{t('没有到期或待核实的事项。', 'Nothing is due or waits to be verified.')} <Link href="/report">{t('路上看到什么，随手报一下', 'Saw something on the way? Report it')}</Link></p>
        )}
        {first.filter(group => size(group) > 0).map(group => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <div className={`group-head ${group}`}><h2 id={`group-${group}`}>{say(groupNames[group])}</h2><span>{size(group)}</span></div>
            {list(group)}
          </section>
        ))}
        {folded.filter(group => size(group) > 0).map(group => <Fold key={group} title={`${say(groupNames[group])} ${size(group)}`}>{list(group)}</Fold>)}
        {found.hasNextPage && <button type="button" className="button" onClick={more}>{t('取更多', 'More')}</button>}
      </div>
    </Page>
  )
}

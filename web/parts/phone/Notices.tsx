import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { NoticeView, Page as Rows } from '../../../server/wire.ts'
import { ask, send } from '../api.ts'
import { useLang } from '../lang.ts'
import { meKey } from '../me.ts'
import * as paths from '../paths.ts'
import { shortStamp } from '../time.ts'
import { refresh } from '../useAsk.ts'
import { useNow } from '../useNow.ts'
import { Page } from './Page.tsx'
import { Failed, Waiting } from './Trouble.tsx'

/** What one was told, newest first; opening a notice's matter marks it read. `matter` makes the address of a matter in this door. */
export const Notices = ({ matter }: { readonly matter: (id: string) => string }) => {
  const { t } = useLang()
  const client = useQueryClient()
  const now = useNow()
  const notices = useInfiniteQuery({
    queryKey: [paths.notices().path],
    queryFn: ({ pageParam, signal }): Promise<Rows<NoticeView>> => ask(paths.notices(pageParam === '' ? undefined : pageParam), signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
  })
  const rows = notices.data?.pages.flatMap(page => page.rows) ?? []
  const read = async (ids?: readonly string[]): Promise<void> => {
    await send(paths.readNotices(ids))
    await Promise.all([client.invalidateQueries({ queryKey: meKey }), refresh(client, '/api/notices')])
  }
  return (
    <Page title={t('通知', 'Notices')}>
      <div className="stack">
        {notices.isPending && <Waiting />}
        {notices.isError && <Failed error={notices.error} again={() => void notices.refetch()} />}
        {notices.isSuccess && rows.length === 0 && <p className="soft">{t('还没有通知。您的事项有进展时，会在这里告诉您。', 'No notices yet. When something happens in your matters, you read it here.')}</p>}
        {rows.some(row => !row.read) && (
          <div><button type="button" className="button" onClick={() => void read()}>{t('全部标为已读', 'Mark all as read')}</button></div>
        )}
        {rows.length > 0 && (
          <ul className="list">
            {rows.map(row => (
              <li key={row.id}><Line notice={row} now={now} href={row.matter === undefined ? undefined : matter(row.matter)} read={() => void read([row.id])} /></li>
            ))}
          </ul>
        )}
        {notices.hasNextPage && <button type="button" className="button" onClick={() => void notices.fetchNextPage()}>{t('更早的通知', 'Earlier notices')}</button>}
      </div>
    </Page>
  )
}

type LineProps = { readonly notice: NoticeView; readonly now: Date; readonly href: string | undefined; readonly read: () => void }

const Line = ({ notice, now, href, read }: LineProps) => {
  const { lang, t, say } = useLang()
  const inside = (
    <>
      <span className="line-title">{say(notice.words)}</span>
      {notice.title !== undefined && <span>{notice.title}</span>}
      <span className="row small soft">
        {!notice.read && <span className="tag">{t('未读', 'Unread')}</span>}
        <time dateTime={notice.at}>{shortStamp(notice.at, lang, now)}</time>
        {notice.number !== undefined && <span className="number">{notice.number}</span>}
      </span>
    </>
  )
  const look = notice.read ? 'line' : 'line unread'
  if (href !== undefined) return <Link className={look} href={href} onClick={() => { if (!notice.read) read() }}>{inside}</Link>
  return notice.read ? <div className={look}>{inside}</div> : <button type="button" className={`${look} line-button`} onClick={read}>{inside}</button>
}

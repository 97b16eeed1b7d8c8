import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import type { NoticeView, Page } from '../../../server/wire.ts'
import { ask, problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { meKey } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { shortStamp } from '../../parts/time.ts'
import { useNow } from '../../parts/useNow.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Props = { readonly open: boolean; readonly close: () => void }

const Notices = ({ open, close }: Props) => {
  const { lang, t, say } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const found = useInfiniteQuery({
    queryKey: [paths.notices().path, lang],
    queryFn: ({ pageParam, signal }): Promise<Page<NoticeView>> => ask(paths.notices(pageParam === '' ? undefined : pageParam), signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    enabled: open,
    staleTime: 0,
  })
  const rows = found.data?.pages.flatMap(page => page.rows) ?? []
  const read = async (ids?: readonly string[]): Promise<void> => {
    try {
      await send(paths.readNotices(ids))
      await Promise.all([client.invalidateQueries({ queryKey: meKey }), found.refetch()])
    } catch (error) {
      void message.error(say(problemOf(error).words))
    }
  }
  return (
    <Drawer
      open={open} onClose={close} size={440} title={t('消息', 'Notices')}
      extra={<Button size="small" disabled={rows.every(row => row.read)} onClick={() => void read()}>{t('全部标为已读', 'Mark all read')}</Button>}
    >
      {found.isPending ? <Loading /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : rows.length === 0
        ? <Empty title={t('没有消息', 'No notices')} />
        : (
          <ul className="notices">
            {rows.map(row => <Notice key={row.id} row={row} opened={() => { close(); if (!row.read) void read([row.id]) }} />)}
          </ul>
        )}
      {found.hasNextPage && <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('更早的消息', 'Earlier notices')}</Button>}
    </Drawer>
  )
}

const Notice = ({ row, opened }: { readonly row: NoticeView; readonly opened: () => void }) => {
  const { lang, t, say } = useLang()
  const now = useNow()
  const body = (
    <>
      <span className="notice-what">{!row.read && <span className="notice-unread">{t('未读', 'unread')}</span>}{say(row.words)}</span>
      {row.number !== undefined && <span className="notice-matter">{row.number} {row.title}</span>}
      <time dateTime={row.at}>{shortStamp(row.at, lang, now)}</time>
    </>
  )
  return (
    <li className={row.read ? 'notice' : 'notice is-unread'}>
      {row.matter === undefined ? <div>{body}</div> : <a href={links.matter(row.matter)} onClick={opened}>{body}</a>}
    </li>
  )
}

export default Notices

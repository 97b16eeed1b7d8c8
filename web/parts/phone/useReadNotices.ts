import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { send } from '../api.ts'
import { meKey } from '../me.ts'
import * as paths from '../paths.ts'
import { refresh } from '../useAsk.ts'
import { useUnread } from './useUnread.ts'

/** Whoever looks at a matter has been told: its unread notices count as read. */
export const useReadNotices = (matter: string): void => {
  const client = useQueryClient()
  const ids = (useUnread(true).get(matter) ?? []).map(notice => notice.id).join()
  useEffect(() => {
    if (ids === '') return
    send(paths.readNotices(ids.split(',')))
      .then(() => Promise.all([client.invalidateQueries({ queryKey: meKey }), refresh(client, '/api/notices')]))
      // They simply stay unread, and are marked at the next look.
      .catch(() => undefined)
  }, [ids, client])
}

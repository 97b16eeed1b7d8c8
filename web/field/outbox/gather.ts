import type { Page } from '../../../server/wire.ts'

/** What is to be taken along, and how many had no room; `more`: there are others beyond these that were not even looked at. */
export type Gathered<T> = { readonly rows: readonly T[]; readonly left: number; readonly more: boolean }

/** Pages through a list until it ends or what is wanted of it fills the room. */
export const gather = async <T>(page: (cursor: string | undefined) => Promise<Page<T>>, wanted: (row: T) => boolean, room: number): Promise<Gathered<T>> => {
  const rows: T[] = []
  let cursor: string | undefined
  do {
    const found = await page(cursor)
    rows.push(...found.rows.filter(wanted))
    cursor = found.next
  } while (cursor !== undefined && rows.length <= room)
  return { rows: rows.slice(0, room), left: Math.max(0, rows.length - room), more: cursor !== undefined }
}

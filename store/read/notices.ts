import type { Words } from '../../kernel/words.ts'
import type { Actor } from '../../kernel/post.ts'
import type { Tx } from '../database.ts'

export type NoticeRow = { readonly id: string; readonly at: Date; readonly words: Words; readonly matter: string | null; readonly number: string | null; readonly title: string | null; readonly procedure: string | null; readonly read: boolean; readonly key: string }

/** The reader's notices, newest first; a matter no longer theirs to see stands without number and title. */
export const notices = (tx: Tx, actor: Actor, limit: number, after?: { readonly at: string; readonly id: string }): Promise<readonly NoticeRow[]> =>
  tx.query<NoticeRow>(
    `select n.id, n.at, n.words, n.matter, m.number, coalesce(i.title, m.title) as title, m.procedure, n.read_at is not null as read, n.at::text as key
     from notice n left join matter m on m.county = n.county and m.id = n.matter left join matter_internal i on i.id = m.id and i.county = m.county
     where n.account = $1::uuid and ($3::timestamptz is null or (n.at, n.id) < ($3::timestamptz, $4::uuid))
     order by n.at desc, n.id desc limit $2`,
    [actor.account, limit, after?.at ?? null, after?.id ?? null])

export const unread = async (tx: Tx, actor: Actor): Promise<number> => {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from (select from notice where account = $1::uuid and read_at is null limit 1000) x', [actor.account])
  return row?.n ?? 0
}

/** Marks notices read: those named, or all. */
export const markRead = async (tx: Tx, actor: Actor, now: Date, ids?: readonly string[]): Promise<void> => {
  await tx.query(
    `update notice set read_at = $2::timestamptz where account = $1::uuid and read_at is null
       and ($3::text is null or id = any($3::text::uuid[]))`,
    [actor.account, now.toISOString(), ids === undefined ? null : `{${ids.join(',')}}`])
}

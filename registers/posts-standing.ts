import { refuse, Refused } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Class, PostKind } from '../kernel/post.ts'
import type { Tx } from '../store/database.ts'

/** A post held at this moment, as far as what it may give. */
export type StandingPost = { readonly id: string; readonly account: string; readonly kind: PostKind; readonly region: string; readonly clearance: Class }

const gone = (): Refused =>
  new Refused(refuse('post-ended', words('提出人或办理人的岗位已结束', 'The post of who proposed this or of who acts has ended'), { remedy: words('请由在任者重新提出', 'Have it proposed anew by somebody who holds such a post') }))

/**
 * The posts of these ids, each held at this moment, and held fast until the transaction is done: who ends one waits, and who waited for its
 * end reads that it ended. `ended` counts whatever the clocks of two servers say. Throws `Refused` where one does not stand.
 */
export const standFast = async (tx: Tx, ids: readonly string[], at: Date): Promise<ReadonlyMap<string, StandingPost>> => {
  const wanted = [...new Set(ids)]
  const rows = await tx.query<StandingPost>(
    `select id, account, kind, region, clearance from post
     where id = any($1::text::uuid[]) and ended is null and since <= $2::timestamptz and (until is null or until > $2::timestamptz) order by id for share`,
    [`{${wanted.join(',')}}`, at.toISOString()])
  if (rows.length !== wanted.length) throw gone()
  return new Map(rows.map(row => [row.id, row]))
}

/** The one post of this id, held fast. */
export const standsFast = async (tx: Tx, id: string, at: Date): Promise<StandingPost> => {
  const found = (await standFast(tx, [id], at)).get(id)
  if (!found) throw gone()
  return found
}

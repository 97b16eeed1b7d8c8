import { rangeOf } from '../kernel/region.ts'
import type { Class, PostKind } from '../kernel/post.ts'
import type { Tx } from '../store/database.ts'
import { personKey } from './pinyin.ts'

/** A page's last key: the sort key as text, and the row's id. */
type Key = { readonly at: string; readonly id: string }

/** An account as lists show it. `phone` stands masked in its matter; there is none where it was not opened by the procedure. */
export type AccountRow = { readonly id: string; readonly name: string; readonly pinyin: string; readonly place: string | null; readonly created: Date; readonly stage: string | null; readonly phone: string | null; readonly at: string }

const columns = `a.id, a.name, a.pinyin, a.place, a.created, (select m.stage from matter m where m.id = a.id) as stage, (select m.facts ->> 'phone' from matter m where m.id = a.id) as phone`

const holds = (at: string): string => `exists (select from post p where p.account = a.id and p.ended is null and (p.until is null or p.until > ${at}::timestamptz))`

/**
 * Accounts opened for a place within the region that hold no post and will hold none, by place and name, as far as the reader may see them.
 * The range of places and its index are the list's own predicate.
 */
export const accountsWithoutPost = (tx: Tx, region: string, now: Date, limit: number, after?: Key): Promise<readonly AccountRow[]> => {
  const [place = '', pinyin = ''] = after?.at.split('\n') ?? []
  return tx.query<AccountRow>(
    `select ${columns}, a.place || E'\\n' || a.pinyin as at from account a
     where a.place >= $1 and a.place < $2 and a.closed is null and not ${holds('$3')} and (a.place, a.pinyin, a.id) > ($5, $6, $7::uuid)
     order by a.place, a.pinyin, a.id limit $4`,
    [...rangeOf(region), now.toISOString(), limit, place, pinyin, after?.id ?? '00000000-0000-0000-0000-000000000000'])
}

/** Open accounts of a region by the beginning of a name or of its pinyin: of those who work there, hold a post there or live there. */
export const accountsNamed = (tx: Tx, region: string, typed: string, now: Date, limit: number): Promise<readonly AccountRow[]> => {
  const inHan = /\p{sc=Han}/u.test(typed)
  const begins = inHan ? personKey(typed) : typed.toLowerCase().replace(/\s+/g, ' ')
  return tx.query<AccountRow>(
    `select ${columns}, '' as at from account a
     where a.pinyin >= $3 and a.pinyin < $4 and a.closed is null and ($5 = '' or starts_with(a.name, $5))
       and ((a.place >= $1 and a.place < $2) or (a.home >= $1 and a.home < $2)
         or exists (select from post p where p.account = a.id and p.region >= $1 and p.region < $2 and p.ended is null and (p.until is null or p.until > $6::timestamptz)))
     order by a.pinyin, a.id limit $7`,
    [...rangeOf(region), begins, `${begins}~`, inHan ? typed : '', now.toISOString(), limit])
}

export type PostRow = { readonly id: string; readonly account: string; readonly name: string; readonly kind: PostKind; readonly office: string | null; readonly region: string; readonly clearance: Class; readonly since: Date; readonly until: Date | null; readonly appointed: boolean }

/** Who holds which post within a region, by place and office. That anyone may know. `appointed`: the reader finds its appointment under the same id. */
export const postsIn = (tx: Tx, region: string, now: Date, limit: number, after?: Key): Promise<readonly (PostRow & { readonly at: string })[]> => {
  const [place = '', office = ''] = after?.at.split('\n') ?? []
  return tx.query<PostRow & { readonly at: string }>(
    `select p.id, p.account, a.name, p.kind, p.office, p.region, p.clearance, p.since, p.until, p.region || E'\\n' || coalesce(p.office, '') as at, exists (select from matter m where m.id = p.id) as appointed
     from post p join account a on a.id = p.account
     where p.region >= $1 and p.region < $2 and p.ended is null and (p.until is null or p.until > $3::timestamptz) and (p.region, coalesce(p.office, ''), p.id) > ($5, $6, $7::uuid)
     order by p.region, coalesce(p.office, ''), p.id limit $4`,
    [...rangeOf(region), now.toISOString(), limit, place, office, after?.id ?? '00000000-0000-0000-0000-000000000000'])
}

import type { Tx } from '../../store/database.ts'
import type { Key } from '../cursor.ts'
import type { Kind } from './queue.ts'

/** What could not be sent, with as much of its address as says whose fault it may be: a host, or an address masked. Nothing of what it tells of. */
export type Dead = {
  readonly id: string; readonly kind: Kind; readonly what: string; readonly name: string; readonly url: string | null; readonly hint: string | null; readonly made: Date; readonly settled: Date
  readonly attempts: number; readonly status: number | null; readonly why: string | null; readonly ended: boolean; readonly at: string
}

export type DeadAsk = { readonly kind?: Kind; readonly why?: string; readonly after?: Key; readonly limit: number }

/** Those that are dead, the latest first. Ask as the platform. */
export const deadOnes = (tx: Tx, { kind, why, after, limit }: DeadAsk): Promise<readonly Dead[]> => tx.query<Dead>(
  `select d.id, d.kind, d.what, coalesce(a.name, '') as name, w.url, c.hint, d.made, d.settled, d.attempts, d.status, d.why, coalesce(w.ended is not null, not c.wanted, true) as ended, d.settled::text as at
   from delivery d left join webhook w on w.id = d.target left join channel c on c.id = d.target left join account a on a.id = coalesce(w.account, c.account)
   where d.state = 'dead' and ($1::text is null or d.kind = $1) and ($2::text is null or d.why = $2) and ($3::text is null or (d.settled, d.id) < ($3::timestamptz, $4::uuid))
   order by d.settled desc, d.id desc limit $5::int`, [kind ?? null, why ?? null, after?.at ?? null, after?.id ?? null, limit])

export type DeadSum = { readonly kind: Kind; readonly why: string | null; readonly n: number }

/** How many are dead of each kind, for each reason. */
export const deadSums = (tx: Tx): Promise<readonly DeadSum[]> => tx.query<DeadSum>(`select kind, why, count(*)::int as n from delivery where state = 'dead' group by 1, 2 order by 1, 3 desc, 2`)

/** Has them sent again from the first try. How many were still dead. */
export const retryDead = async (tx: Tx, ids: readonly string[], now: Date): Promise<number> => (await tx.query(
  `update delivery set state = 'waiting', attempts = 0, not_before = $2::timestamptz, settled = null, status = null, why = null where state = 'dead' and id = any($1::text::uuid[]) returning id`,
  [`{${ids.join(',')}}`, now.toISOString()])).length

/** Lays them aside for a reason; they are sent no more. How many were still dead. */
export const discardDead = async (tx: Tx, ids: readonly string[], by: string, reason: string): Promise<number> => (await tx.query(
  `update delivery set state = 'discarded', discarded_by = $2::uuid, reason = $3 where state = 'dead' and id = any($1::text::uuid[]) returning id`, [`{${ids.join(',')}}`, by, reason])).length

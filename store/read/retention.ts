import type { KeptKind } from '../../kernel/erasure.ts'
import type { Tx } from '../database.ts'

/** Of one kind of personal data in ended matters of a procedure: how many matters wait for their day, are erased, are due and held (by ground), are due and not yet erased. */
export type Kept = {
  readonly procedure: string
  readonly kind: KeptKind
  readonly waiting: number
  readonly erased: number
  readonly late: number
  readonly held: { readonly [ground: string]: number }
}

/** What fell due, what was erased, what is held and why, of a region, as far as the reader may see it. Row-level security narrows it further. */
export const kept = async (tx: Tx, now: Date, region: string): Promise<readonly Kept[]> => {
  const rows = await tx.query<{ procedure: string; kind: KeptKind; state: string; n: number }>(
    `select procedure, kind, state, count(*)::int as n from (
       select r.procedure, r.kind, case when r.erased is not null then 'erased' when r.due > $1::timestamptz then 'waiting'
         else coalesce('held ' || app_held(r.county, r.matter, $1::timestamptz), 'late') end as state
       from retention r where r.region >= $2 and r.region < $2 || ':') x group by 1, 2, 3 order by 1, 2, 3`, [now.toISOString(), region])
  return [...Map.groupBy(rows, row => `${row.procedure} ${row.kind}`).values()].map(own => {
    const [{ procedure, kind } = { procedure: '', kind: 'text' as const }] = own
    const of = (state: string): number => own.find(row => row.state === state)?.n ?? 0
    return {
      procedure, kind, waiting: of('waiting'), erased: of('erased'), late: of('late'),
      held: Object.fromEntries(own.filter(row => row.state.startsWith('held ')).map(row => [row.state.slice(5), row.n])),
    }
  })
}

/** The days on which the clock went through what is kept, the latest first. */
export const runs = (tx: Tx, most = 30): Promise<readonly { readonly day: string; readonly enlisted: number; readonly erased: number; readonly failed: number }[]> =>
  tx.query(`select day::text as day, enlisted, erased, failed from retention_run order by day desc limit ${most}`)

export type HoldRow = { readonly id: string; readonly matter: string; readonly number: string; readonly ground: string; readonly since: Date; readonly until: string }

/** The holds in force on an instant, those that end first in front. */
export const holds = (tx: Tx, now: Date, region: string, most = 200): Promise<readonly HoldRow[]> =>
  tx.query<HoldRow>(
    `select h.id, h.matter, m.number, h.ground, h.since, h.until::text as until from retention_hold h join matter m on m.county = h.county and m.id = h.matter
     where h.lifted is null and ($1::timestamptz at time zone 'Asia/Shanghai')::date <= h.until and m.region >= $2 and m.region < $2 || ':'
     order by h.until, h.id limit ${most}`, [now.toISOString(), region])

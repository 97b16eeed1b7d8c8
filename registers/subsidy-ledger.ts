import { rangeOf } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'

/** A month of one worker: where its matter stands, whether it was ever disputed, and what was paid, in fen. */
export type LedgerRow = {
  readonly id: string
  readonly number: string
  readonly stage: string
  readonly region: string
  readonly month: string
  readonly worker: string
  readonly name: string
  readonly disputed: boolean
  readonly fen: string | null
  /** Of that a difference paid after a dispute. */
  readonly difference: string | null
  readonly paid: Date | null
}

/** Of a month, or of a worker. */
export type LedgerAsk = { readonly county: string; readonly region: string; readonly limit: number } & ({ readonly term: string; readonly worker?: never } | { readonly worker: string; readonly term?: never })

/** Subsidies of grid workers in a region, those of one month by place and name, or those of one worker, the newest month first. What was dropped is left out. Asked as whoever reads it. */
export const subsidyLedger = (tx: Tx, { county, region, limit, term, worker }: LedgerAsk): Promise<readonly LedgerRow[]> =>
  tx.query<LedgerRow>(
    `select m.id, m.number, m.stage, m.region, m.facts ->> 'month' as month, w.account as worker, a.name,
       exists (select from entry e where e.county = m.county and e.matter = m.id and e.step = 'dispute') as disputed, p.fen::text as fen, p.difference::text as difference, p.paid
     from ${term === undefined ? 'party o join matter m on m.county = o.county and m.id = o.matter' : 'matter_term t join matter m on m.county = t.county and m.id = t.matter'}
       join party w on w.county = m.county and w.matter = m.id and w.role = 'worker' join account a on a.id = w.account
       left join lateral (select sum(s.fen) as fen, sum(s.fen) filter (where s.part = 2) as difference, min(s.at) as paid from subsidy_payment s where s.county = m.county and s.matter = m.id) p on true
     where ${term === undefined ? `o.account = $4::uuid and o.role = 'worker' and o.county = $1` : 't.county = $1 and t.term = $4'}
       and m.procedure = 'subsidy' and m.region >= $2 and m.region < $3 and m.stage <> 'dropped'
     order by ${term === undefined ? 'month desc' : 'm.region, a.pinyin'}, m.id limit $5`, [county, ...rangeOf(region), term ?? worker, limit])

import type { Tx } from '../database.ts'
import { postingMark, type Marked } from '../posting-mark.ts'
import type { Keys } from '../seal.ts'
import type { VerifyFault } from './fault.ts'

type Row = Omit<Marked, 'amount' | 'at'> & { readonly amount: string; readonly at: Date; readonly mark: string }

const batch = 5_000

/** Every transfer of a county against its mark, then every kept balance against the transfers it follows from. */
export const verifyLedgers = async (tx: Tx, keys: Keys, county: string): Promise<readonly VerifyFault[]> =>
  [...await forged(tx, keys, county), ...await unbalanced(tx, county)]

const forged = async (tx: Tx, keys: Keys, county: string): Promise<readonly VerifyFault[]> => {
  const faults: VerifyFault[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.query<Row>(
      `select county, id, ledger, region, debit, credit, amount::text as amount, state, resolves, reverses, reason, matter, at, mark from ledger_transfer
       where county = $1 and id > $2::uuid order by id limit $3`, [county, after, batch])
    for (const { mark, ...row } of rows) {
      if (postingMark(keys, { ...row, amount: Number(row.amount), at: row.at.toISOString() }) !== mark) {
        faults.push({ kind: 'ledger', county, matter: row.matter, what: `transfer ${row.id} of the ${row.ledger} ledger was changed, or is none of this site’s` })
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return faults
    after = last.id
  }
}

const unbalanced = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const rows = await tx.query<{ id: string; ledger: string; kind: string; owner: string }>(
    `with moved as (
       select account, sum(posted) as posted, sum(going) as going, sum(coming) as coming, sum(moves) as moves from (
         select debit as account, case when state in ('posted', 'post') then -amount else 0 end as posted, case state when 'pending' then amount when 'posted' then 0 else -amount end as going, 0 as coming, 1 as moves
           from ledger_transfer where county = $1
         union all
         select credit, case when state in ('posted', 'post') then amount else 0 end, 0, case state when 'pending' then amount when 'posted' then 0 else -amount end, 1
           from ledger_transfer where county = $1) sides group by account)
     select a.id, a.ledger, a.kind, a.owner from ledger_account a left join moved m on m.account = a.id
     where a.county = $1 and case when a.side is null then (a.posted, a.going, a.coming, a.moves) <> (0, 0, 0, 0)
       else (a.posted, a.going, a.coming, a.moves) <> (coalesce(m.posted, 0), coalesce(m.going, 0), coalesce(m.coming, 0), coalesce(m.moves, 0)) end
     order by a.id limit 1000`, [county])
  return rows.map(({ id, ledger, kind, owner }) => ({ kind: 'ledger', county, what: `account ${id} (${ledger}, ${kind}${owner === '' ? '' : ` ${owner}`}) does not hold what its transfers give` }))
}

import type { Tx } from '../database.ts'
import { olderLineId, pointsLineId } from '../points-line-id.ts'
import { postingMark, type Marked } from '../posting-mark.ts'
import type { Keys } from '../seal.ts'
import type { VerifyFault } from './fault.ts'

type Row = Omit<Marked, 'amount' | 'at'> & { readonly amount: string; readonly at: Date; readonly mark: string }

const batch = 5_000

/** Every transfer of a county against its mark and its accounts, then every kept balance against the transfers it follows from, and every line of points against its transfer and its own id. */
export const verifyLedgers = async (tx: Tx, keys: Keys, county: string): Promise<readonly VerifyFault[]> =>
  [...await forged(tx, keys, county), ...await astray(tx, county), ...await unbalanced(tx, county), ...await misread(tx, county), ...await reworded(tx, county)]

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

/** Transfers between accounts of which one is not there, or is of another ledger. */
const astray = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const rows = await tx.query<{ id: string; matter: string; ledger: string }>(
    `select t.id, t.matter, t.ledger from ledger_transfer t
     left join ledger_account d on d.county = t.county and d.id = t.debit and d.ledger = t.ledger left join ledger_account c on c.county = t.county and c.id = t.credit and c.ledger = t.ledger
     where t.county = $1 and (d.id is null or c.id is null) order by t.id limit 1000`, [county])
  return rows.map(({ id, matter, ledger }) => ({ kind: 'ledger', county, matter, what: `transfer ${id} of the ${ledger} ledger is between accounts that are not there` }))
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

/** Lines of points that name another amount, household, direction, matter or state than their transfers. */
const misread = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const rows = await tx.query<{ id: string; matter: string }>(
    `select l.id, l.matter from points_line l join ledger_transfer t on t.county = l.county and t.id = l.id
       join ledger_account a on a.county = t.county and a.id = case when l.kind = 'deduction' then t.debit else t.credit end
       left join ledger_transfer r on r.county = t.county and r.resolves = t.id
     where l.county = $1 and (l.points <> t.amount or l.matter <> t.matter or l.village <> t.region or a.kind <> 'household' or a.owner <> l.household
       or l.state <> case when r.state is null then 'pending' when r.state = 'void' then 'void' when exists (select from ledger_transfer b where b.county = t.county and b.reverses = t.id) then 'reversed' else 'posted' end)
     order by l.id limit 1000`, [county])
  return rows.map(({ id, matter }) => ({ kind: 'ledger', county, matter, what: `line ${id} of points does not say what its transfer moved` }))
}

type Line = { readonly id: string; readonly matter: string; readonly kind: string; readonly household: string; readonly item: string; readonly what: string; readonly points: string; readonly day: string; readonly scheme: string; readonly evidence: string; readonly scorer: string | null }

/** Lines of points whose words (item, scheme, evidence, day, scorer) are not those their id was made from. */
const reworded = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const faults: VerifyFault[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const matters = await tx.query<{ matter: string }>('select distinct matter from points_line where county = $1 and matter > $2::uuid order by matter limit 200', [county, after])
    const [first, last] = [matters[0]?.matter, matters.at(-1)?.matter]
    if (first === undefined || last === undefined) return faults
    const lines = await tx.query<Line>(
      `select id, matter, kind, household, item, what, points::text as points, day::text as day, scheme, evidence, scorer from points_line
       where county = $1 and matter >= $2::uuid and matter <= $3::uuid order by matter, id`, [county, first, last])
    for (const [matter, own] of Map.groupBy(lines, line => line.matter)) {
      for (const line of own) {
        const said = { ...line, points: Number(line.points) }
        if (!own.some((_, n) => line.id === pointsLineId(said, n) || line.id === olderLineId(matter, n))) faults.push({ kind: 'ledger', county, matter, what: `line ${line.id} of points does not say what it was entered with` })
      }
    }
    after = last
  }
}

import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'

/**
 * 诚信档案: the integrity file of a village (Art. 26.2). Nobody outside the village is shown it: the database answers to the person and to the members of
 * its committee. No loader reads it, so that no procedure can; nothing is totalled or ranked. `credit-review` alone writes to it.
 */
export const recordIntegrity = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    `insert into integrity_entry (county, matter, village, account, covenant, clause, direction, measure, since, until)
     values ($1, $2::uuid, $3, $4::uuid, $5::uuid, $6, $7, $8, $9::date, $10::date)`,
    [row['county'], row['matter'], row['village'], row['account'] ?? null, row['covenant'], row['clause'], row['direction'], row['measure'], row['since'], row['until']])
}

/** The account of whom an entry is about, found later. */
export const recordIntegrityLink = async (tx: Tx, { county, matter, account }: JsonObject): Promise<void> => {
  await tx.query('update integrity_entry set account = $3::uuid where county = $1 and matter = $2::uuid', [county, matter, account])
}

/** An entry ends: expired, or removed on being asked. */
export const recordIntegrityEnd = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  await tx.query(
    `update integrity_entry set ended = ($3::timestamptz at time zone 'Asia/Shanghai')::date, why = $4 where county = $1 and matter = $2::uuid and ended is null`,
    [row['county'], row['matter'], at.toISOString(), row['why']])
}

/** One evaluation as its person, or the village's committee, is shown it: where it stands, and its entry where there is one. `person`: the name, masked. */
export type Evaluation = {
  readonly id: string; readonly number: string; readonly stage: string; readonly opened: Date; readonly due: Date | null
  readonly person: string | null; readonly clause: string | null; readonly says: string | null; readonly direction: string | null
  readonly measure: string | null; readonly since: string | null; readonly until: string | null; readonly ended: string | null; readonly why: string | null
}

const columns = `m.id, m.number, m.stage, m.opened, nullif(m.due, 'infinity') as due, m.facts ->> 'whom' as person, i.facts ->> 'clause' as clause, i.facts ->> 'says' as says, i.facts ->> 'direction' as direction,
  e.measure, e.since::text as since, e.until::text as until, e.ended::text as ended, e.why
  from matter m join matter_internal i on i.county = m.county and i.id = m.id left join integrity_entry e on e.county = m.county and e.matter = m.id`

/** What the reader is the person of, newest first. Ask as the reader: row-level security answers. */
export const ownEvaluations = (tx: Tx): Promise<readonly Evaluation[]> =>
  tx.query<Evaluation>(
    `select ${columns} join party p on p.county = m.county and p.matter = m.id and p.account = (select app_account()) and p.role = 'person' where m.procedure = 'credit-review' order by m.opened desc, m.id`)

/**
 * What counts in a village on a legal day, or is under way, by the day each began: what expired, was removed or came to nothing is in no file, whether or not the clock was
 * called yet. Ask as the reader: who is not of its committee gets those they take part in and no other.
 */
export const evaluationsOf = (tx: Tx, county: string, village: string, day: string): Promise<readonly Evaluation[]> =>
  tx.query<Evaluation>(
    `select ${columns} where m.county = $1 and m.region = $2 and m.procedure = 'credit-review' and m.confined
       and m.stage not in ('expired', 'removed', 'dropped') and e.ended is null and (e.until is null or e.until >= $3::date) order by m.opened desc, m.id`, [county, village, day])

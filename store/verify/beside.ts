import { isRunning } from '../../kernel/clock.ts'
import type { Matter } from '../../kernel/matter.ts'
import type { Tx } from '../database.ts'

/** The rows beside a matter's own that follow from its entries, each as one line. A hidden party's account stands in no entry. */
export type Beside = { readonly party: readonly string[]; readonly link: readonly string[]; readonly deadline: readonly string[] }

type Row = { readonly matter: string; readonly line: string }

const none: Beside = { party: [], link: [], deadline: [] }

/** Those of the matters of a county behind `after` up to `last`. */
export const readBeside = async (tx: Tx, county: string, after: string, last: string): Promise<(matter: string) => Beside> => {
  const read = async (table: keyof Beside, line: string): Promise<readonly Row[]> =>
    tx.query<Row>(`select matter, ${line} as line from ${table} where county = $1 and matter > $2::uuid and matter <= $3::uuid`, [county, after, last])
  const party = Map.groupBy(await read('party', `concat_ws(' ', role, case when hidden then 'hidden' else coalesce(account::text, office) end)`), r => r.matter)
  const link = Map.groupBy(await read('link', `concat_ws(' ', kind, other)`), r => r.matter)
  const deadline = Map.groupBy(await read('deadline', `concat_ws(' ', clock, step, to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`), r => r.matter)
  const lines = (rows: readonly Row[] = []): readonly string[] => rows.map(r => r.line).toSorted()
  return matter => ({ party: lines(party.get(matter)), link: lines(link.get(matter)), deadline: lines(deadline.get(matter)) })
}

/** What should stand there. */
const besideOf = (matter: Matter): Beside => ({
  party: matter.parties.map(p => `${p.role} ${p.hidden ? 'hidden' : p.account ?? p.office ?? ''}`).toSorted(),
  link: matter.links.map(l => `${l.kind} ${l.matter}`).toSorted(),
  deadline: Object.entries(matter.clocks).filter(([, clock]) => isRunning(clock)).map(([name, clock]) => `${name} ${clock.then} ${clock.due}`).toSorted(),
})

/** The tables whose rows are not those the entries give. */
export const differsBeside = (folded: Matter, found: Beside): readonly (keyof Beside)[] => {
  const wanted = besideOf(folded)
  return (Object.keys(none) as (keyof Beside)[]).filter(table => wanted[table].join('\n') !== found[table].join('\n'))
}

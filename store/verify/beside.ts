import { isRunning } from '../../kernel/clock.ts'
import type { Matter, Party } from '../../kernel/matter.ts'
import type { Tx } from '../database.ts'

/** The rows beside a matter's own that follow from its entries, each as one line, and its hidden parties. */
export type Beside = { readonly lines: Lines; readonly hidden: readonly Hidden[] }

type Lines = { readonly party: readonly string[]; readonly link: readonly string[]; readonly deadline: readonly string[] }

/** A hidden party as its row has it: an account or an office. */
export type Hidden = { readonly role: string; readonly who: string }

type Found = { readonly matter: string; readonly line: string }

const tables = ['party', 'link', 'deadline'] as const

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const lineOf = {
  party: `concat_ws(' ', role, coalesce(account::text, office), case when hidden then 'hidden' end, ${instant('since')})`,
  link: `concat_ws(' ', kind, other)`,
  deadline: `concat_ws(' ', clock, step, ${instant('due')}, case when provisional then 'provisional' end)`,
} as const satisfies Record<keyof Lines, string>

/** Those of the matters of a county behind `after` up to `last`. */
export const readBeside = async (tx: Tx, county: string, after: string, last: string): Promise<(matter: string) => Beside> => {
  const within = 'county = $1 and matter > $2::uuid and matter <= $3::uuid'
  const read = async (table: keyof Lines): Promise<ReadonlyMap<string, readonly Found[]>> =>
    Map.groupBy(await tx.query<Found>(`select matter, ${lineOf[table]} as line from ${table} where ${within}`, [county, after, last]), row => row.matter)
  const hidden = Map.groupBy(await tx.query<Hidden & { matter: string }>(
    `select matter, role, coalesce(account::text, office) as who from party where ${within} and hidden`, [county, after, last]), row => row.matter)
  const found = { party: await read('party'), link: await read('link'), deadline: await read('deadline') }
  const lines = (table: keyof Lines, matter: string): readonly string[] => (found[table].get(matter) ?? []).map(row => row.line).toSorted()
  return matter => ({
    lines: { party: lines('party', matter), link: lines('link', matter), deadline: lines('deadline', matter) },
    hidden: hidden.get(matter) ?? [],
  })
}

/** A party as one name; `since` is kept by it. */
export const partyKey = ({ role, account, office }: Party): string => `${role} ${account ?? office ?? ''}`

/** What should stand there. */
const wantedOf = (matter: Matter, since: ReadonlyMap<string, string>): Lines => ({
  party: matter.parties.map(party => `${partyKey(party)}${party.hidden ? ' hidden' : ''} ${since.get(partyKey(party)) ?? ''}`).toSorted(),
  link: matter.links.map(link => `${link.kind} ${link.matter}`).toSorted(),
  deadline: Object.entries(matter.clocks).filter(([, clock]) => isRunning(clock))
    .map(([name, clock]) => `${name} ${clock.then} ${clock.due}${clock.provisional ? ' provisional' : ''}`).toSorted(),
})

/** The tables whose rows are not those the entries give. `since`: when each party came to the matter. */
export const differsBeside = (folded: Matter, since: ReadonlyMap<string, string>, { lines }: Beside): readonly (keyof Lines)[] => {
  const wanted = wantedOf(folded, since)
  return tables.filter(table => wanted[table].join('\n') !== lines[table].join('\n'))
}

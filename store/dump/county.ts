import type { OwnerTx } from '../database.ts'
import { tablesOf } from './tables.ts'

/**
 * How tables that belong to no county go along with one: `whole` (reference data, open to all), not at all, or the rows for which this holds. Sign-in
 * stays behind: whoever works in the other city signs in there. A new table without a county is to be named here; until it is, no county can be exported.
 */
const shared: { readonly [table: string]: 'whole' | 'none' | ((county: string) => string) } = {
  'public.region': 'whole', 'public.region_successor': 'whole', 'public.office': 'whole', 'public.category_group': 'whole', 'public.category': 'whole',
  'public.route': 'whole', 'public.rule_row': 'whole', 'public.official_text': 'whole', 'public.reference_version': 'none', 'public.demo': 'none', 'public.retention_run': 'none',
  'public.calendar_feed': 'none', 'public.calendar_shown': 'none', 'public.webhook': 'none', 'public.channel': 'none', 'public.delivery': 'none', 'public.outbox_part': 'none',
  // Who lives or works there, and whoever the county's own records name.
  'public.account': county => `t.id in (
    select id from account where starts_with(home, ${county}) union select account from post where starts_with(region, ${county})
    union select account from party where county = ${county} union select (actor ->> 'account')::uuid from entry where county = ${county}
    union select holder_account from matter where county = ${county} union select account from notice where county = ${county} union select account from file where county = ${county})`,
  'public.post': county => `starts_with(t.region, ${county}) or (starts_with(${county}, t.region) and t.account in (
    select account from party where county = ${county} union select (actor ->> 'account')::uuid from entry where county = ${county}))`,
}

/** A table and which of its rows go into an export: a condition over `t` in SQL. */
export type Part = { readonly table: string; readonly where: string }

const isShared = (table: string): boolean => table.startsWith('auth.') || Object.hasOwn(shared, table)

/** The tables that hold a county of registration. */
export const countyTables = async (tx: OwnerTx): Promise<ReadonlySet<string>> =>
  new Set((await tx.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns where table_schema = 'public' and column_name = 'county'`)).map(row => row.name))

/** What goes along with a county, in an order in which it can be put back. Throws where a table says nothing of it. */
export const partsOf = async (tx: OwnerTx, county: string): Promise<readonly Part[]> => {
  if (!/^\d{4}(\d{2})?$/.test(county)) throw new Error(`no county: ${county}`)
  const counted = await countyTables(tx)
  return (await tablesOf(tx)).flatMap(table => {
    if (counted.has(table)) return [{ table, where: `t.county = '${county}'` }]
    if (!isShared(table)) throw new Error(`${table} does not say how it goes along with a county (store/dump/county.ts)`)
    const how = shared[table] ?? 'none'
    return how === 'none' ? [] : [{ table, where: how === 'whole' ? 'true' : how(`'${county}'`) }]
  })
}

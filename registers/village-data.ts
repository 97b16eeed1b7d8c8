import { legalDay } from '../kernel/calendar.ts'
import { alwaysHeld } from './gate.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

export type HeldRow = { readonly name: string; readonly value: string }

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

/** Figures of a village as the registers have them, by the names that forms use; `$1` its code, `$2` and `$3` the range of codes in it. */
const counted: { readonly [name: string]: string } = {
  户数: 'select count(*) from household where village = $1 and until is null',
  人口数: 'select count(*) from person p left join household h on h.county = p.county and h.id = p.household where p.village = $1 and h.until is null',
  // Until its grids are drawn a village is one.
  网格数: `select greatest(1, count(*)) from region where code >= $2 and code < $3 and length(code) = 15 and until is null`,
  网格员人数: `select count(distinct account) from post where region >= $2 and region < $3 and kind = 'gridWorker' and until is null`,
  诉求件数: `select count(*) from matter where county = left($1, 6) and region >= $2 and region < $3 and procedure = 'request'`,
  诉求办结件数: `select count(*) from matter where county = left($1, 6) and region >= $2 and region < $3 and procedure = 'request' and not open`,
  任务件数: 'select count(*) from given_work where county = left($1, 6) and community = $1',
}

/** What records say of a village, for the fields of a form: `{ village, names, at }`. What the village gave once, while it holds good, goes before what registers count. Asked as the platform, which alone gives tasks. */
export const villageKnown: Loader = async (tx, ask): Promise<readonly HeldRow[]> => {
  const village = typeof ask['village'] === 'string' ? ask['village'] : ''
  const names = textsIn(ask['names'])
  if (names.length === 0) return []
  const given = await tx.query<HeldRow>(
    'select name, value from village_data where county = left($1, 6) and village = $1 and name = any($2::text[]) and until >= $3::date', [village, `{${names.map(name => JSON.stringify(name)).join(',')}}`, legalDay(new Date(typeof ask['at'] === 'string' ? ask['at'] : ''))])
  const rest = names.filter(name => alwaysHeld.includes(name) && !given.some(row => row.name === name))
  const figures = await Promise.all(rest.map(async name => {
    const [row] = await tx.query<{ value: string }>(`select (${counted[name] ?? 'select 0'})::text as value where $1 <= $2 and $2 < $3`, [village, village, `${village}:`])
    return { name, value: row?.value ?? '0' }
  }))
  return names.flatMap(name => [...given, ...figures].find(row => row.name === name) ?? [])
}

/** Another matter, as far as merging two tasks needs it: what is public of it. */
export const besideLoader: Loader = async (tx, { county, id }) => {
  if (typeof county !== 'string' || typeof id !== 'string') return undefined
  const [row] = await tx.query<{ procedure: string; stage: string; region: string; number: string; facts: JsonObject }>(
    'select procedure, stage, region, number, facts from matter where county = $1 and id = $2::uuid', [county, id])
  return row
}

/** Keeps what a community gave once, for it to reuse: nobody asks for it again before `until`. What is given anew replaces what stood. */
export const recordVillageData = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    `insert into village_data (county, village, name, value, as_of, until, source)
     select $1, $2, r.name, r.value, $3::date, $4::date, $5::uuid from jsonb_to_recordset($6::text::jsonb) as r(name text, value text)
     on conflict (county, village, name) do update set value = excluded.value, as_of = excluded.as_of, until = excluded.until, source = excluded.source`,
    [row['county'], row['village'], row['asOf'], row['until'], row['source'], JSON.stringify(row['rows'])])
}

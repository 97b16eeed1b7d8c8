import { working } from '../kernel/who.ts'
import { isObject, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

/** A call as a summons asks for it: an office, or a unit outside by name; `state` is the stage it stands in. */
type Call = { readonly matter: string; readonly office?: string; readonly unit?: string; readonly state: string }
type Duty = { readonly phone: string; readonly account?: string }

const columns = ['answered', 'arrived', 'reported', 'released'] as const

/** Enters a call, or moves it on; what is left out of the row stays as it is. */
export const recordSummonsCall = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['called'] !== undefined) {
    await tx.query(
      `insert into summons_call (county, matter, summons, township, office, unit, grade, called, state) values ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::timestamptz, $9)`,
      [row['county'], row['matter'], row['summons'], row['township'], row['office'] ?? null, row['unit'] ?? null, row['grade'], row['called'], row['state']])
    return
  }
  const given: readonly (readonly [column: string, type: string])[] = [
    ['state', 'text'], ...columns.map(name => [name, 'timestamptz'] as const), ['answered_in_time', 'boolean'], ['arrived_in_time', 'boolean'], ['solved', 'boolean'], ['rating', 'integer'],
  ]
  const moved = given.filter(([name]) => row[name] !== undefined)
  await tx.query(
    `update summons_call set ${moved.map(([name, type], at) => `${name} = $${at + 3}::${type}`).join(', ')} where county = $1 and matter = $2::uuid`,
    [row['county'], row['matter'], ...moved.map(([name]) => row[name] ?? null)])
}

/** The calls of a summons, in the order they went out. Asked for with `{ county, summons }`. */
export const summonsCalls: Loader = async (tx, { county, summons }): Promise<readonly Call[]> => {
  const rows = await tx.query<{ matter: string; office: string | null; unit: string | null; state: string }>(
    'select matter, office, unit, state from summons_call where county = $1 and summons = $2::uuid order by called, matter', [county, summons])
  return rows.map(({ matter, office, unit, state }) => ({ matter, state, ...(office !== null && { office }), ...(unit !== null && { unit }) }))
}

type Shift = { readonly from?: unknown; readonly until?: unknown; readonly phone?: unknown; readonly who?: unknown }

/** Replaces the shifts of a roster. */
export const recordDutyRoster = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query('delete from duty_roster where county = $1 and matter = $2::uuid', [row['county'], row['matter']])
  const shifts: readonly Shift[] = Array.isArray(row['shifts']) ? row['shifts'].filter(isObject) : []
  await tx.query(
    `insert into duty_roster (county, matter, place, office, since, until, account, phone)
     select $1, $2::uuid, place::integer, $3, since, until, who, phone from rows from (jsonb_to_recordset($4::text::jsonb) as (since timestamptz, until timestamptz, who uuid, phone text)) with ordinality as r(since, until, who, phone, place)`,
    [row['county'], row['matter'], row['office'], JSON.stringify(shifts.map(({ from, until, phone, who }) => ({ since: from, until, phone, who })))])
}

/** Who answers for an office at an instant, by the roster entered last. Asked for with `{ office, at }`. */
export const onDuty: Loader = async (tx, { office, at }): Promise<Duty | undefined> => {
  if (typeof office !== 'string') return undefined
  const [row] = await tx.query<{ phone: string; account: string | null }>(
    `select d.phone, d.account from duty_roster d join matter m on m.county = d.county and m.id = d.matter
     where d.office = $1 and d.since <= $2::timestamptz and d.until > $2::timestamptz order by m.updated desc, d.since desc limit 1`, [office, at])
  return row && { phone: row.phone, ...(row.account !== null && { account: row.account }) }
}

/** Accounts that work in an office at an instant. Asked for with `{ office, at }`. */
export const workingIn: Loader = async (tx, { office, at }): Promise<readonly string[]> => {
  const rows = await tx.query<{ account: string }>(
    'select account from post where office = $1 and kind = any($3::text[]) and since <= $2::timestamptz and (until is null or until > $2::timestamptz)', [office ?? '', at, `{${working.join(',')}}`])
  return rows.map(row => row.account)
}

/** Lists a unit outside, or brings its line up to date where one is given. */
export const recordOutsideUnit = async (tx: Tx, { county, name, phone }: JsonObject): Promise<void> => {
  await tx.query(
    `insert into outside_unit (county, name, phone) values ($1, $2, $3)
     on conflict (county, name) do update set phone = coalesce(excluded.phone, outside_unit.phone), until = null`, [county, name, phone ?? null])
}

export const recordOutsideUnitEnd = async (tx: Tx, { county, name }: JsonObject, at: Date): Promise<void> => {
  await tx.query('update outside_unit set until = $3::timestamptz where county = $1 and name = $2', [county, name, at.toISOString()])
}

export type OutsideUnit = { readonly name: string; readonly phone?: string }

/** Units outside a county's command that stand listed, by name. */
export const outsideUnits = async (tx: Tx, county: string): Promise<readonly OutsideUnit[]> =>
  (await tx.query<{ name: string; phone: string | null }>('select name, phone from outside_unit where county = $1 and until is null order by name', [county]))
    .map(({ name, phone }) => ({ name, ...(phone !== null && { phone }) }))

export type Shiftline = { readonly office: string; readonly until: string; readonly phone: string }

/** Who answers now for the offices of a county and its townships: the line and until when; nobody is named. */
export const dutyNow = async (tx: Tx, county: string, at: Date): Promise<readonly Shiftline[]> => {
  const rows = await tx.query<{ office: string; until: Date; phone: string }>(
    `select distinct on (d.office) d.office, d.until, d.phone from duty_roster d where d.county = $1 and d.since <= $2::timestamptz and d.until > $2::timestamptz order by d.office, d.until desc`,
    [county, at.toISOString()])
  return rows.map(({ office, until, phone }) => ({ office, phone, until: until.toISOString() }))
}

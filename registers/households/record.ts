import { refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, words, type JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { personKey } from '../pinyin.ts'

/** What a household is to be from a legal day on. A new one bears no code: it is given the next of its village. `of`: those it came of. */
export type Entered = {
  readonly code?: string
  readonly village: string
  readonly team?: string
  readonly address: string
  readonly size?: number
  readonly grid?: string
  /** 户主: entered in the roll of people, for who may read it. */
  readonly head?: string
  readonly of?: readonly string[]
}

/** A dated change of the register: households entered or changed, and codes of those that end. `since`: the legal day of the change, today at the latest. */
export type HouseholdChange = { readonly county: string; readonly since: string; readonly source: string; readonly enter: readonly Entered[]; readonly end: readonly string[] }

const textIn = (row: JsonObject, name: string): string => { const value = row[name]; return typeof value === 'string' ? value : '' }
const objectsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [])
const list = (codes: readonly string[]): string => `{${codes.join(',')}}`

const changedMeanwhile = (): Refused => new Refused(refuse('household-changed', words('其中有户已另行变更或已注销', 'One of the households was changed or ended otherwise'), { remedy: words('请核对后重新提出', 'Look at it again and propose it anew') }))

/** Waits for whoever else changes households of these villages, and keeps others waiting until the transaction ends. */
export const holdVillages = async (tx: Tx, villages: readonly string[]): Promise<void> => {
  for (const village of villages.toSorted()) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 30))', [village])
}

/** The next numbers of a village, `n` of them, behind every one that was ever given. */
const numbers = async (tx: Tx, village: string, n: number): Promise<readonly string[]> => {
  const [row] = await tx.query<{ last: number }>(`select coalesce(max(right(code, 4)::int), 0) as last from household where county = left($1, 6) and code >= $1 || '-' and code < $1 || '.'`, [village])
  const last = row?.last ?? 0
  if (last + n > 9999) throw new Refused(refuse('too-many', words('该村户编号已用完', 'The village has no numbers left for households'), { remedy: words('请联系平台管理员', 'Ask the administrators of the platform') }))
  return Array.from({ length: n }, (_, i) => `${village}-${String(last + i + 1).padStart(4, '0')}`)
}

/** What stood is kept with its days; a change on the very day of one before takes its place. */
const keepAsItWas = (tx: Tx, { county, since }: HouseholdChange, codes: readonly string[]): Promise<readonly { readonly code: string }[]> =>
  tx.query<{ code: string }>(
    `with held as (select * from household where county = $1 and code = any($2::text[]) and until is null and since <= $3::date for update),
       kept as (insert into household_was (county, household, since, until, village, team, address, size, source)
         select county, id, since, $3::date, village, team, address, size, source from held where since < $3::date)
     select code from held`, [county, list(codes), since])

/**
 * Carries a change into the register: what stood before keeps its days in `household_was`, codes are never given twice, and what comes of a household
 * names it. Throws `Refused` where one was changed meanwhile. Returns the codes given to new households, in their order.
 */
export const recordHouseholds = async (tx: Tx, change: HouseholdChange): Promise<readonly string[]> => {
  const { county, since, source, enter, end } = change
  const [anew, standing] = [enter.filter(one => one.code === undefined), enter.filter(one => one.code !== undefined)]
  const touched = [...new Set([...standing.map(one => one.code ?? ''), ...end])]
  if ((await keepAsItWas(tx, change, touched)).length !== touched.length) throw changedMeanwhile()
  const given = new Map<Entered, string>()
  await holdVillages(tx, [...new Set(anew.map(one => one.village))])
  for (const [village, own] of Map.groupBy(anew, one => one.village)) (await numbers(tx, village, own.length)).forEach((code, i) => { const one = own[i]; if (one) given.set(one, code) })
  const rows = enter.map(one => ({ ...one, code: one.code ?? given.get(one) ?? '', key: one.head === undefined ? undefined : personKey(one.head) }))
  await tx.query(
    `insert into household (county, id, code, village, team, address, size, since, source)
     select $1, gen_random_uuid(), r.code, r.village, r.team, r.address, r.size, $2::date, $3::uuid from jsonb_to_recordset($4::text::jsonb) as r(code text, village text, team text, address text, size smallint)
     on conflict (county, code) do update set village = excluded.village, team = excluded.team, address = excluded.address, size = excluded.size, since = excluded.since, source = excluded.source`,
    [county, since, source, JSON.stringify(rows)])
  await tx.query('update household set until = $3::date, source = $4::uuid where county = $1 and code = any($2::text[])', [county, list(end), since, source])
  await tx.query(
    `insert into household_successor (county, household, successor, since, source)
     select $1, o.id, s.id, $2::date, $3::uuid from jsonb_to_recordset($4::text::jsonb) as r(code text, of jsonb) cross join lateral jsonb_array_elements_text(r.of) as c(code)
     join household o on o.county = $1 and o.code = c.code join household s on s.county = $1 and s.code = r.code on conflict do nothing`,
    [county, since, source, JSON.stringify(rows.filter(one => one.of !== undefined))])
  // Who belonged to one that joined another belongs there; its head is head no more.
  await tx.query(
    `update person p set household = s.id, head = false from jsonb_to_recordset($2::text::jsonb) as r(code text, of jsonb) join household s on s.county = $1 and s.code = r.code
     join household o on o.county = $1 and r.of ? o.code and o.code = any($3::text[]) where p.county = $1 and p.household = o.id`, [county, JSON.stringify(rows.filter(one => one.of !== undefined)), list(end)])
  await writeGrids(tx, change, rows)
  await writeHeads(tx, county, rows)
  return enter.flatMap(one => given.get(one) ?? [])
}

type Row = Entered & { readonly code: string; readonly key: string | undefined }

/** Grids that hold households by name: where a row says one, it is that from the day on; one that ended or moved away lies in none. Who then lies in none goes with their team. */
const writeGrids = async (tx: Tx, { county, since, source, end }: HouseholdChange, rows: readonly Row[]): Promise<void> => {
  const [named, moved] = [rows.filter(one => one.grid !== undefined), rows.map(one => ({ code: one.code, village: one.village }))]
  await tx.query(
    `update grid_household g set until = greatest($2::date, g.since + 1) from household h
     where g.county = $1 and h.county = $1 and h.id = g.household and (g.until is null or g.until > $2::date) and (h.code = any($3::text[])
       or exists (select from jsonb_to_recordset($4::text::jsonb) as r(code text, village text) where r.code = h.code and left(g.grid, 12) <> r.village)
       or exists (select from jsonb_to_recordset($5::text::jsonb) as r(code text, grid text) where r.code = h.code and r.grid <> g.grid))`,
    [county, since, list(end), JSON.stringify(moved), JSON.stringify(named)])
  await tx.query(
    `insert into grid_household (county, grid, household, since, source)
     select $1, r.grid, h.id, $2::date, $3::uuid from jsonb_to_recordset($4::text::jsonb) as r(code text, grid text) join household h on h.county = $1 and h.code = r.code
     where not exists (select from grid_household g where g.county = $1 and g.household = h.id and g.grid = r.grid and g.until is null)
     on conflict (county, household, grid, since) do update set until = null`, [county, since, source, JSON.stringify(named)])
  await joinTeams(tx, { county, since, source }, rows)
}

/** A grid named its teams once: who joins one later stands where a neighbour of it stands, now and by what is decided for later days. Where a team stands in several grids, in that of most of it. */
const joinTeams = async (tx: Tx, { county, since, source }: Pick<HouseholdChange, 'county' | 'since' | 'source'>, rows: readonly Row[]): Promise<void> => {
  await tx.query(
    `with held as (select household, grid, since, until from grid_household where county = $1 and (until is null or until > $2::date)),
       joined as (select distinct on (h.id) h.id, t.id as neighbour from jsonb_to_recordset($4::text::jsonb) as r(code text, village text, team text)
         join household h on h.county = $1 and h.code = r.code and not exists (select from held where held.household = h.id)
         join household t on t.county = $1 and t.village = r.village and t.team = r.team and t.until is null join held on held.household = t.id
         order by h.id, count(*) over (partition by h.id, held.grid) desc, t.code)
     insert into grid_household (county, grid, household, since, until, source)
     select $1, held.grid, joined.id, greatest(held.since, $2::date), held.until, $3::uuid from joined join held on held.household = joined.neighbour
     on conflict (county, household, grid, since) do update set until = excluded.until`, [county, since, source, JSON.stringify(rows)])
}

/** The head where one is named: somebody of the household by that name, or a person entered anew. Who was head before stays a member. */
const writeHeads = async (tx: Tx, county: string, rows: readonly Row[]): Promise<void> => {
  const named = JSON.stringify(rows.filter(one => one.head !== undefined))
  await tx.query(
    `update person p set head = false from household h, jsonb_to_recordset($2::text::jsonb) as r(code text, head text)
     where h.county = $1 and h.code = r.code and p.county = $1 and p.household = h.id and p.head and p.name <> r.head`, [county, named])
  await tx.query(
    `update person p set head = true from household h, jsonb_to_recordset($2::text::jsonb) as r(code text, head text)
     where h.county = $1 and h.code = r.code and p.county = $1 and not p.head
       and p.id = (select o.id from person o where o.county = $1 and o.household = h.id and o.name = r.head order by o.id limit 1)`, [county, named])
  await tx.query(
    `insert into person (county, id, village, household, name, pinyin, head)
     select $1, gen_random_uuid(), h.village, h.id, r.head, r.key, true from jsonb_to_recordset($2::text::jsonb) as r(code text, head text, key text)
     join household h on h.county = $1 and h.code = r.code where not exists (select from person o where o.county = $1 and o.household = h.id and o.head)`, [county, named])
  // Who belongs to a household goes where it goes.
  await tx.query(
    `update person p set village = h.village from household h where h.county = $1 and h.code = any($2::text[]) and p.county = $1 and p.household = h.id and p.village <> h.village`, [county, list(rows.map(one => one.code))])
}

/** Takes back every household that one change entered, `of` of them, as if none had stood; what lay in a grid leaves it on the legal day `day`. Throws `Refused` where one of them was changed or ended since. */
export const undoHouseholds = async (tx: Tx, county: string, source: string, day: string, of: number): Promise<void> => {
  const [row] = await tx.query<{ touched: number }>(
    `select (select count(*) from household_was where county = $1 and source = $2::uuid)::int + (select count(*) from household where county = $1 and source = $2::uuid and until is not null)::int as touched`, [county, source])
  if (row?.touched !== 0) throw changedMeanwhile()
  const codes = (await tx.query<{ code: string }>('select code from household where county = $1 and source = $2::uuid order by code for update', [county, source])).map(one => one.code)
  if (codes.length !== of) throw changedMeanwhile()
  await tx.query('update household set until = since where county = $1 and code = any($2::text[])', [county, list(codes)])
  await writeGrids(tx, { county, since: day, source, enter: [], end: codes }, [])
}

/** The recorder: `{ county, since, source, enter, end }` as a step hands it over; or with `undo`, that whole change taken back. */
export const recordHouseholdChange = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['undo'] === true) { await undoHouseholds(tx, textIn(row, 'county'), textIn(row, 'source'), textIn(row, 'since'), typeof row['of'] === 'number' ? row['of'] : 0); return }
  await recordHouseholds(tx, {
    county: textIn(row, 'county'), since: textIn(row, 'since'), source: textIn(row, 'source'), enter: objectsIn(row['enter']) as readonly Entered[],
    end: (Array.isArray(row['end']) ? row['end'] : []).filter((one): one is string => typeof one === 'string'),
  })
}

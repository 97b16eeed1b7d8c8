import type { Area } from '../../kernel/shape.ts'
import type { Tx } from '../../store/database.ts'

/** Households by the teams that grids name; those of grids that end or are redrawn by an area alone end. Legal day `since`; until the grid is redrawn on a later one they hold. */
export const writeHouseholds = async (tx: Tx, county: string, grids: readonly Area[], { since, source }: { readonly since: string; readonly source: string }): Promise<void> => {
  await endHouseholds(tx, county, grids.map(grid => grid.code), since)
  const rows = grids.flatMap(grid => (grid.teams ?? []).map(team => ({ grid: grid.code, team })))
  if (rows.length === 0) return
  await tx.query(
    `with later as (select code, since from region_shape where county = $1 and since > $2::date union all select grid, since from grid_household where county = $1 and since > $2::date)
     insert into grid_household (county, grid, household, since, until, source)
     select h.county, r.grid, h.id, $2::date, (select min(later.since) from later where later.code = r.grid), $4::uuid from jsonb_to_recordset($3::text::jsonb) as r(grid text, team text)
     join household h on h.county = $1 and h.village = left(r.grid, 12) and h.team = r.team and h.until is null on conflict (county, household, grid, since) do update set until = excluded.until`, [county, since, JSON.stringify(rows), source])
}

export const endHouseholds = async (tx: Tx, county: string, grids: readonly string[], since: string): Promise<void> => {
  await tx.query(
    `update grid_household set until = $3::date where county = $1 and grid = any($2::text[]) and since < $3::date and (until is null or until > $3::date)`, [county, `{${grids.join(',')}}`, since])
}

/** The teams of villages with how many households each holds. Seen by who works there. */
export const teamsOf = (tx: Tx, county: string, villages: readonly string[]): Promise<readonly { readonly village: string; readonly team: string; readonly n: number }[]> =>
  tx.query(
    `select village, coalesce(team, '') as team, count(*)::int as n from household where county = $1 and village = any($2::text[]) and until is null group by 1, 2 order by 1, 2`, [county, `{${villages.join(',')}}`])

/** Households of villages that stand in no grid or in two on a legal day, where any grid of their village is kept by households. */
export type Unplaced = { readonly village: string; readonly household: string; readonly address: string; readonly team: string | null; readonly grids: readonly string[] }

export const misplaced = (tx: Tx, county: string, [from, before]: readonly [string, string], day: string, limit: number): Promise<readonly Unplaced[]> =>
  tx.query<Unplaced>(
    `with held as (select distinct household, grid from grid_household where county = $1 and grid >= $2 and grid < $3 and since <= $4::date and (until is null or until > $4::date)),
       kept as (select distinct left(grid, 12) as village from held)
     select h.village, h.code as household, h.address, h.team, coalesce(jsonb_agg(held.grid order by held.grid) filter (where held.grid is not null), '[]') as grids
     from household h join kept on kept.village = h.village left join held on held.household = h.id
     where h.county = $1 and h.until is null group by h.village, h.id, h.code, h.address, h.team having count(held.grid) <> 1 order by h.village, h.address collate "C", h.id limit $5`, [county, from, before, day, limit])

export type Sized = { readonly code: string; readonly households: number }

/** How many households each grid holds on a legal day, of those kept by households. What left the register is none. */
export const sizesIn = (tx: Tx, county: string, [from, before]: readonly [string, string], day: string): Promise<readonly Sized[]> =>
  tx.query<Sized>(
    `select g.grid as code, count(distinct g.household)::int as households from grid_household g join household h on h.county = g.county and h.id = g.household and h.until is null
     where g.county = $1 and g.grid >= $2 and g.grid < $3 and g.since <= $4::date and (g.until is null or g.until > $4::date) group by 1 order by 1`, [county, from, before, day])

/** How many households each village has. */
export const villageSizesIn = (tx: Tx, county: string, [from, before]: readonly [string, string]): Promise<readonly Sized[]> =>
  tx.query<Sized>('select village as code, count(*)::int as households from household where county = $1 and village >= $2 and village < $3 and until is null group by 1 order by 1', [county, from, before])

/** Grids below or above the band within which one is of moderate size (Art. 21.2), the furthest off first. */
export const beyond = (sizes: readonly Sized[], { least, most }: { readonly least: number; readonly most: number }): readonly (Sized & { readonly side: 'below' | 'above' })[] =>
  sizes.filter(one => one.households < least || one.households > most).map(one => ({ ...one, side: one.households < least ? 'below' : 'above' }))

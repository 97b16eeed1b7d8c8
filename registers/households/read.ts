import type { Tx } from '../../store/database.ts'

/**
 * A household as it stood on a legal day. `code` stays its own for good; `address` is its door; `grid` the one grid that holds it by its list, where exactly one
 * does; `until` the first day on which it stands no more, where that is fixed. Nobody who lives there is named.
 */
export type Household = {
  readonly id: string
  readonly code: string
  readonly village: string
  readonly team: string | null
  readonly address: string
  readonly size: number | null
  readonly grid: string | null
  readonly since: string
  readonly until: string | null
}

/** Households as they stood on the day `$1`, of those for which a condition over `h` holds; a change from that day on is not yet seen. */
const asOn = (where: string): string =>
  `select h.id, h.code, coalesce(w.village, h.village) as village, case when w.household is null then h.team else w.team end as team, coalesce(w.address, h.address) as address,
     case when w.household is null then h.size else w.size end as size, g.grid, coalesce(w.since, h.since)::text as since, case when w.household is null then h.until::text else w.until::text end as until
   from household h
   left join household_was w on w.county = h.county and w.household = h.id and w.since <= $1::date and w.until > $1::date
   left join lateral (select min(g.grid) as grid from grid_household g where g.county = h.county and g.household = h.id and g.since <= $1::date and (g.until is null or g.until > $1::date) having count(distinct g.grid) = 1) g on true
   where (w.household is not null or (h.since <= $1::date and (h.until is null or h.until > $1::date))) and ${where}`

/** The households of a village on a legal day, by code; those that are the asker’s to see. */
export const householdsIn = (tx: Tx, village: string, day: string): Promise<readonly Household[]> =>
  tx.query<Household>(
    `${asOn('h.county = left($2, 6) and coalesce(w.village, h.village) = $2')} order by h.code`, [day, village])

/** Households of one county by their codes, on a legal day, by code; one that does not stand then, or is not the asker’s to see, is left out. */
export const householdsNamed = (tx: Tx, county: string, codes: readonly string[], day: string): Promise<readonly Household[]> =>
  tx.query<Household>(`${asOn('h.county = $2 and h.code = any($3::text[])')} order by h.code`, [day, county, `{${codes.filter(isHouseholdCode).join(',')}}`])

/** One household by its code on a legal day; `undefined` where none stands then. */
export const householdNamed = async (tx: Tx, county: string, code: string, day: string): Promise<Household | undefined> =>
  (await householdsNamed(tx, county, [code], day))[0]

/** The household of whoever has an account that was proved to be somebody on the roll. Asked as the platform. */
export const householdOf = async (tx: Tx, account: string, day: string): Promise<Household | undefined> => {
  const [found] = await tx.query<Household>(
    asOn('(h.county, h.id) = (select p.county, p.household from account a join person p on p.county = left(a.home, 6) and p.id = a.person where a.id = $2::uuid)'), [day, account])
  return found
}

/** The household of whoever asks. */
export const ownHousehold = async (tx: Tx, day: string): Promise<Household | undefined> => (await tx.query<Household>(asOn('h.id = (select app_household())'), [day]))[0]

/** Village and four digits: `630202001001-0007`. */
export const isHouseholdCode = (code: string): boolean => /^\d{12}-\d{4}$/.test(code)

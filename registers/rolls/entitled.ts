import { asPlatform } from '../../store/house.ts'

/**
 * What the registers know of who may demand a meeting of a village: `{ village, day, demandBy }`. Villagers by the register of households: how many it names by the decade they were
 * born in (null: not known), and how many more its households number whom it does not name. Representatives by the last roll of them that was frozen. `undefined` where nothing is known.
 */
export const entitledLoader = asPlatform(async (tx, { village, day, demandBy }) => {
  if (typeof village !== 'string' || typeof day !== 'string') return undefined
  if (demandBy !== 'villagers') {
    const [roll] = await tx.query<{ units: number }>(
      `select (select count(*)::int from roll_unit u where u.county = r.county and u.matter = r.matter and u.struck is null) as units
       from roll r where r.county = left($1, 6) and r.place = $1 and r.kind = 'representative' and r.frozen is not null and r.forgotten is null order by r.frozen desc limit 1`, [village])
    return roll && roll.units > 0 ? roll : undefined
  }
  const standing = 'h.county = left($1, 6) and h.village = $1 and h.since <= $2::date and (h.until is null or h.until > $2::date)'
  const born = await tx.query<{ decade: number | null; people: number }>(
    `select p.born_decade::int as decade, count(*)::int as people from household h join person p on p.county = h.county and p.household = h.id where ${standing} group by 1 order by 1`, [village, day])
  const [more] = await tx.query<{ unnamed: number }>(
    `select coalesce(sum(greatest(coalesce(h.size, 0) - (select count(*) from person p where p.county = h.county and p.household = h.id), 0)), 0)::int as unnamed from household h where ${standing}`, [village, day])
  const unnamed = more?.unnamed ?? 0
  return born.length > 0 || unnamed > 0 ? { born, unnamed } : undefined
})

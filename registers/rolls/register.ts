import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'
import type { RollLine } from './unit.ts'

type Wish = { readonly county: string; readonly place: string; readonly team: string | null; readonly day: string }

/** Households of the place that stand on the day: of a grid, those on its list; of a team, those that belong to it. */
const standing = `h.county = $1 and h.village = left($2, 12) and ($3::text is null or h.team = $3) and h.since <= $4::date and (h.until is null or h.until > $4::date)
  and (length($2) = 12 or exists (select from grid_household g where g.county = h.county and g.household = h.id and g.grid = $2 and g.since <= $4::date and (g.until is null or g.until > $4::date)))`

/** One line for each household, by door, under the name of its head; where none is entered, of the eldest. */
export const householdLines = async (tx: Tx, { county, place, team, day }: Wish): Promise<readonly RollLine[]> => {
  const rows = await tx.query<{ code: string; address: string; name: string | null }>(
    `select h.code, h.address, (select p.name from person p where p.county = h.county and p.household = h.id order by p.head desc, p.born_decade, p.pinyin, p.id limit 1) as name
     from household h where ${standing} order by h.address collate "C", h.code`, [county, place, team, day])
  return rows.map(({ code, address, name }, at) => ({ number: at + 1, name: name ?? Array.from(address).slice(0, 50).join(''), household: code, door: address, area: null, ground: 'registered' }))
}

/**
 * One line for each person old enough, by door and name. The register holds a decade of birth: who may be younger than `age` is entered and marked,
 * for the village to look at; who can’t be that old is left out.
 */
export const adultLines = async (tx: Tx, { county, place, team, day }: Wish, age: number): Promise<readonly RollLine[]> => {
  const year = Number(day.slice(0, 4))
  const rows = await tx.query<{ id: string; name: string; code: string; address: string; decade: number | null }>(
    `select p.id, p.name, h.code, h.address, p.born_decade::int as decade from person p join household h on h.county = p.county and h.id = p.household
     where ${standing} and (p.born_decade is null or p.born_decade + $5::int <= $6::int) order by h.address collate "C", h.code, p.pinyin, p.id`, [county, place, team, day, age, year])
  return rows.map(({ id, name, code, address, decade }, at) => ({
    number: at + 1, name, household: code, door: address, area: null, ground: 'registered', person: id, ageUnsure: decade === null || decade + 9 + age >= year,
  }))
}

/** Who of the village’s own people the lines of a paper roll are: by a name that occurs once on the roll and once in the register, and the household where the roll tells it. */
export const findPersons = async (tx: Tx, county: string, matter: string): Promise<void> => {
  await tx.query(
    `update roll_unit u set person = f.id from (
       select o.number, (array_agg(p.id))[1] as id from roll r join roll_unit o on o.county = r.county and o.matter = r.matter and o.person is null and o.struck is null
         join person p on p.county = r.county and p.village = left(r.place, 12) and p.name = o.name left join household h on h.county = p.county and h.id = p.household
       where r.county = $1 and r.matter = $2::uuid and r.kind <> 'household' and (o.household is null or o.household = h.code)
         and not exists (select from roll_unit s where s.county = o.county and s.matter = o.matter and s.name = o.name and s.number <> o.number and s.struck is null)
       group by o.number having count(*) = 1) f
     where u.county = $1 and u.matter = $2::uuid and u.number = f.number`, [county, matter])
}

/**
 * Whose accounts may cast the vote of each line: the person's own; of a household those of its head and of all in it who, by their decade of birth, are surely
 * `age` on the day. Only accounts that were proved to be that person.
 */
export const linkVoters = async (tx: Tx, county: string, matter: string, age: number, day: string): Promise<void> => {
  await tx.query(
    `insert into roll_voter (county, matter, number, account)
     select u.county, u.matter, u.number, a.id from roll r join roll_unit u on u.county = r.county and u.matter = r.matter and u.struck is null
       join person p on p.county = u.county and case when r.kind = 'household'
         then p.household = (select h.id from household h where h.county = u.county and h.code = u.household) and (p.head or p.born_decade + 9 + $5::int < $6::int) else p.id = u.person end
       join account a on a.person = p.id and a.home >= $3 and a.home < $4 and a.closed is null
     where r.county = $1 and r.matter = $2::uuid on conflict do nothing`, [county, matter, ...rangeOf(county), age, Number(day.slice(0, 4))])
}

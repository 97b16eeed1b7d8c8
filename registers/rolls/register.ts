import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import { linesOf, type RollLine } from './unit.ts'

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

type Person = { readonly id: string; readonly name: string; readonly household: string | null; readonly head: boolean; readonly decade: number | null }

/** The people of a roll's village; put together here, since the planner knows nothing of a roll made a moment ago (3,000 lines took it a minute). */
const peopleOf = (tx: Tx, county: string, matter: string): Promise<readonly Person[]> =>
  tx.query<Person>(
    `select p.id, p.name, h.code as household, p.head, p.born_decade::int as decade from person p left join household h on h.county = p.county and h.id = p.household
     where p.county = $1 and p.village = (select left(place, 12) from roll where county = $1 and matter = $2::uuid)`, [county, matter])

const byName = <T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> => Map.groupBy(list, one => one.name)

/** Who of the village’s own people the lines of a paper roll are: by a name that occurs once on the roll and once in the register, and the household where the roll tells it. */
const namedOn = (lines: readonly RollLine[], people: readonly Person[]): readonly { readonly number: number; readonly person: string }[] => {
  const [onRoll, inVillage] = [byName(lines), byName(people)]
  return lines.filter(line => line.person === null && onRoll.get(line.name)?.length === 1).flatMap(({ number, name, household }) => {
    const [found, other] = (inVillage.get(name) ?? []).filter(person => household === null || person.household === household)
    return found && !other ? [{ number, person: found.id }] : []
  })
}

/**
 * Finds who the lines of a roll are, and whose accounts may cast the vote of each: the person's own; of a household those of its head and of all in it who, by their
 * decade of birth, are surely `age` on the day. Only accounts that were proved to be that person.
 */
export const linkVoters = async (tx: Tx, county: string, matter: string, kind: RollUnit, age: number, day: string): Promise<void> => {
  const people = await peopleOf(tx, county, matter)
  const lines = await linesOf(tx, county, matter)
  // A tenant may bear an owner's name: of owners the household has to agree as well.
  const found = kind === 'household' ? [] : namedOn(kind === 'owner' ? lines.filter(line => line.household !== null) : lines, people)
  if (found.length > 0) {
    await tx.query(
      `update roll_unit u set person = f.person from jsonb_to_recordset($3::text::jsonb) as f(number int, person uuid) where u.county = $1 and u.matter = $2::uuid and u.number = f.number`, [county, matter, JSON.stringify(found)])
  }
  const grown = people.filter(one => one.head || (one.decade !== null && one.decade + 9 + age < Number(day.slice(0, 4))))
  const households = Map.groupBy(grown, one => one.household)
  const known = new Map(found.map(one => [one.number, one.person]))
  const voters = lines.flatMap(({ number, household, person }) =>
    (kind === 'household' ? (household === null ? [] : households.get(household) ?? []).map(one => one.id) : [person ?? known.get(number)].filter(one => typeof one === 'string')).map(one => ({ number, person: one })))
  const accounts = await tx.query<{ id: string; person: string }>(
    'select id, person from account where home >= $1 and home < $2 and closed is null and person = any($3::text::uuid[])', [...rangeOf(county), `{${voters.map(one => one.person).join(',')}}`])
  const held = Map.groupBy(accounts, one => one.person)
  await tx.query(
    `insert into roll_voter (county, matter, number, account) select $1, $2::uuid, number, account from jsonb_to_recordset($3::text::jsonb) as v(number int, account uuid) on conflict do nothing`,
    [county, matter, JSON.stringify(voters.flatMap(({ number, person }) => (held.get(person) ?? []).map(account => ({ number, account: account.id }))))])
}

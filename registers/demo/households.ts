import { personKey } from '../pinyin.ts'
import type { RegionRow } from '../regions.ts'
import { inventName, inventSurname } from './names.ts'
import { randomFor, type Random } from './random.ts'
import type { HouseholdRow, PersonRow } from './rows.ts'

const teams = ['一社', '二社', '三社', '四社', '五社', '六社', '七社', '八社']

const rural = (random: Random, most: number, house: number): { team: string; address: string } => {
  const team = teams[random.whole(0, most - 1)] ?? '一社'
  return { team, address: `${team}${house}号` }
}

const flat = (random: Random, most: number): { team: string; address: string } => {
  const team = `${random.whole(1, most)}号楼`
  return { team, address: `${team}${random.whole(1, 4)}单元${random.whole(1, 6)}0${random.whole(1, 3)}室` }
}

/** Grandparents, parents, children: decades of birth that can live under one roof. */
const roof = (random: Random): readonly number[] => {
  const middle = random.pick([1970, 1980, 1990])
  const grown = random.chance(0.8) ? [middle, middle] : [middle]
  const old = random.chance(0.4) ? random.some([middle - 30, middle - 20], random.whole(1, 2)) : []
  const young = Array.from({ length: random.weighted([[0, 3], [1, 4], [2, 4], [3, 1]]) }, () => Math.min(2020, middle + random.pick([20, 30])))
  return [...grown, ...old, ...young]
}

type Household = Omit<HouseholdRow, 'size'>

const inventPerson = (random: Random, household: Household, born: number, surname: string, head: boolean): PersonRow => {
  const name = inventName(random, random.chance(0.6) ? surname : undefined)
  return { county: household.county, id: random.uuid(), village: household.village, household: household.id, name, pinyin: personKey(name), born_decade: born, head }
}

/** Doors as long as some are, so that no field is made for short ones only. */
const longDoors = ['新农村示范点二期易地搬迁安置区南侧第三排虚构一号院', '老庙坡以北二百米原粮站家属院东侧平房虚构六号']

/** The invented households of a village and who lives in them. The same seed gives the same village, whatever else is made. */
export const inventHouseholds = (seed: number, village: RegionRow, count: number): { readonly households: readonly HouseholdRow[]; readonly people: readonly PersonRow[] } => {
  const random = randomFor(seed, 'households', village.code)
  const most = random.whole(3, 8)
  const households: HouseholdRow[] = []
  const people: PersonRow[] = []
  for (let i = 0; i < count; i++) {
    const place = village.kind === 'village' ? rural(random, most, i + 1) : flat(random, most * 2)
    const made: Household = { county: village.code.slice(0, 6), id: random.uuid(), code: `${village.code}-${String(i + 1).padStart(4, '0')}`, village: village.code, ...place }
    const long = i > 7 ? longDoors[i - 8] : undefined
    const household = long === undefined ? made : { ...made, address: `${made.team}${long}` }
    const surname = inventSurname(random)
    const members = roof(random).map((born, n) => inventPerson(random, household, born, surname, n === 0))
    households.push({ ...household, size: members.length })
    people.push(...members)
  }
  return { households, people }
}

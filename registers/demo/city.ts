import { ancestor, isWithin } from '../../kernel/region.ts'
import type { Directory } from '../directory.ts'
import { haidongRegions } from '../haidong.ts'
import { shippedDirectory } from '../reference.ts'
import type { RegionRow } from '../regions.ts'
import { inventHouseholds } from './households.ts'
import { randomFor } from './random.ts'
import type { Account, HouseholdRow, PersonRow, Post } from './rows.ts'
import { inventAccount, inventStaff } from './staff.ts'

/** An invented city: who lives there, who signs in and who holds which post. Everything in it is marked as invented. */
export type DemoCity = {
  readonly seed: number
  readonly counties: readonly string[]
  readonly directory: Directory
  /** The regions that are peopled: the city itself, the counties asked for and what lies in them. */
  readonly regions: readonly RegionRow[]
  readonly households: readonly HouseholdRow[]
  readonly people: readonly PersonRow[]
  readonly accounts: readonly Account[]
  readonly posts: readonly Post[]
  /** The town and village around which the one-click persons stand; peopled more densely. */
  readonly focus: { readonly county: string; readonly township: string; readonly village: string }
}

export type CityWish = {
  readonly counties: readonly string[] | 'all'
  readonly seed: number
  /** Households for each village; 24 in the focus town. */
  readonly households?: number
  readonly regions?: readonly RegionRow[]
}

const preferredTown = '630202103'

const focusOf = (regions: readonly RegionRow[]): DemoCity['focus'] => {
  const towns = regions.filter(region => region.code.length === 9 && region.kind !== 'zone')
  const town = towns.find(region => region.code === preferredTown) ?? towns[0]
  const village = regions.find(region => town !== undefined && region.kind === 'village' && isWithin(region.code, town.code))
  if (!town || !village) throw new Error('a demo city needs a town with a village')
  return { county: town.code.slice(0, 6), township: town.code, village: village.code }
}

const isGrown = (person: PersonRow): boolean => person.born_decade <= 2000

/** How many of a village's residents sign in. */
const signingIn = (seed: number, village: string, focus: DemoCity['focus']): number => {
  if (village === focus.village) return 10
  return isWithin(village, focus.township) ? 4 : randomFor(seed, 'sign-in', village).weighted([[0, 2], [1, 3], [2, 3], [3, 2]])
}

/**
 * Invents a city from a seed: pure, and the same village comes out whichever counties stand beside it. Throws on a county that is not listed.
 *
 * @example demoCity({ counties: ['630202'], seed: 1 })
 */
export const demoCity = ({ counties: asked, seed, households = 10, regions: all = haidongRegions() }: CityWish): DemoCity => {
  const listed = all.filter(region => region.code.length === 6).map(region => region.code)
  const counties = asked === 'all' ? listed : [...new Set(asked)].toSorted()
  const stranger = counties.find(county => !listed.includes(county))
  if (stranger !== undefined) throw new Error(`no county ${stranger} among ${listed.join(', ')}`)
  const regions = all.filter(region => region.code.length === 4 || counties.includes(ancestor(region.code, 'county') ?? ''))
  const focus = focusOf(regions)
  const staff = regions.map(region => inventStaff(seed, region))
  const homes = regions.filter(region => region.code.length === 12).map(village => {
    const { households: made, people } = inventHouseholds(seed, village, isWithin(village.code, focus.township) ? Math.max(24, households) : households)
    const random = randomFor(seed, 'residents', village.code)
    const residents = random.some(people.filter(isGrown), signingIn(seed, village.code, focus))
    return { households: made, people, accounts: residents.map(({ name, pinyin, id }) => inventAccount(random, { name, pinyin, home: village.code, person: id })) }
  })
  return {
    seed, counties, directory: shippedDirectory(all), regions, focus,
    households: homes.flatMap(home => home.households),
    people: homes.flatMap(home => home.people),
    accounts: [...staff.flatMap(one => one.accounts), ...homes.flatMap(home => home.accounts)],
    posts: staff.flatMap(one => one.posts),
  }
}

import { system, type Actor } from '../../kernel/post.ts'
import { demoCity, type DemoCity } from '../../registers/demo/city.ts'
import { randomFor } from '../../registers/demo/random.ts'
import { inventAccount } from '../../registers/demo/staff.ts'
import { loadCity } from '../../registers/demo/load.ts'
import { actorOf } from '../../registers/posts.ts'
import { installReference } from '../../registers/reference.ts'
import type { Database } from '../../store/database.ts'

/** The secret of a measured site; it seals invented data only. */
export const secret = 'a secret for benchmarks only, of more than thirty-two characters'

/** The invented city of every benchmark: all six counties, staffed and peopled from one seed, with somebody who signs in in every village. */
export const benchCity = (): DemoCity => {
  const city = demoCity({ counties: 'all', seed: 7, households: 4 })
  const homes = new Set(city.accounts.filter(account => account.person !== undefined).map(account => account.home))
  const added = city.regions.filter(region => region.code.length === 12 && !homes.has(region.code)).map(({ code }) => {
    const random = randomFor(7, 'one more', code)
    return inventAccount(random, { home: code, person: random.uuid() })
  })
  return { ...city, accounts: [...city.accounts, ...added] }
}

/** Reference data, offices, people and posts of the city. Into an empty database. */
export const settle = (database: Database, city: DemoCity): Promise<void> => database.scoped(system, async tx => {
  await installReference(tx)
  await loadCity(tx, city)
})

/** Who acts in one village: its own people, those of its town, and of the offices above. */
export type Cast = {
  readonly village: string
  readonly residents: readonly Actor[]
  readonly gridWorker: Actor
  readonly dispatcher: Actor
  /** Somebody who may handle in an office; `undefined` where nobody sits there. */
  handler(office: string): Actor | undefined
}

/** Casts of all villages that have everybody a request needs, in the order of their codes. */
export const castsOf = (city: DemoCity): readonly Cast[] => {
  const accounts = new Map(city.accounts.map(account => [account.id, account]))
  const byOffice = Map.groupBy(city.posts, post => post.office ?? '')
  const homes = Map.groupBy(city.accounts.filter(account => account.person !== undefined), account => account.home ?? '')
  const from = (office: string, ...kinds: readonly string[]): Actor | undefined => {
    const post = byOffice.get(office)?.find(one => kinds.includes(one.kind))
    const account = post && accounts.get(post.account)
    return account && actorOf(account, post)
  }
  // A park has a grid worker and no committee.
  const without = (region: string): Actor | undefined => {
    const post = city.posts.find(one => one.region === region && one.kind === 'gridWorker')
    const account = post && accounts.get(post.account)
    return account && actorOf(account, post)
  }
  return city.regions.filter(region => region.code.length === 12).flatMap(({ code }) => {
    const residents = (homes.get(code) ?? []).map(account => actorOf(account))
    const gridWorker = from(`${code}/committee`, 'gridWorker') ?? without(code)
    const dispatcher = from(`${code.slice(0, 9)}/centre`, 'dispatcher')
    return gridWorker && dispatcher && residents.length > 0
      ? [{ village: code, residents, gridWorker, dispatcher, handler: (office: string) => from(office, 'handler', 'committee') }] : []
  })
}

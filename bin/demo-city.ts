import { system } from '../kernel/post.ts'
import { demoCity } from '../registers/demo/city.ts'
import { planHistory, type PlannedLife } from '../registers/demo/history.ts'
import { loadCity } from '../registers/demo/load.ts'
import { demoPeople } from '../registers/demo/people.ts'
import { installReference } from '../registers/reference.ts'
import { makeHouse } from '../server/assemble.ts'
import { noteDemo, noteDemoFinished } from '../server/demo.ts'
import { loadLives } from '../store/bulk.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import type { Place } from './place.ts'
import { progress, say } from './say.ts'
import { Stop } from './stop.ts'

/** Which city to invent: counties, the seed that makes it the same each time, and how many matters its last ninety days held. */
export type DemoWish = { readonly counties: readonly string[] | 'all'; readonly seed: number; readonly matters: number }

/** What a first start makes: one county, in well under a minute. */
export const usualWish: DemoWish = { counties: ['630202'], seed: 1, matters: 1500 }

/** Lives loaded in one transaction. */
const batch = 100

const loadHistory = async (house: House, lives: readonly PlannedLife[], now: Date): Promise<void> => {
  const tell = progress('近九十天的事项', 'matters of the last ninety days')
  let done = 0
  // A life that was joined to another is loaded once that other stands.
  for (const some of [lives.filter(life => life.joins === undefined), lives.filter(life => life.joins !== undefined)]) {
    for (let at = 0; at < some.length; at += batch) {
      const part = some.slice(at, at + batch)
      await loadLives(house, part, now)
      tell(done += part.length, lives.length)
    }
  }
}

const check = async (house: House, counties: readonly string[], matters: number): Promise<void> => {
  const tell = progress('核验', 'verifying')
  let before = 0
  for (const county of counties) {
    const report = await verifyCounty(house, county, done => tell(Math.min(before + done, matters), matters))
    before += report.matters
    const [first] = report.faults
    if (first) throw new Error(`the demo's history does not verify: ${county} ${first.kind} ${first.what}`)
  }
}

/** Invents a city with its people, posts and history, writes it, and verifies what was written. Refuses where one stands already. */
export const makeDemo = async ({ database, secret }: Place, wish: DemoWish, now = new Date()): Promise<void> => {
  const taken = await database.scoped(system, async tx => (await tx.query('select from demo union all select from account limit 1')).length > 0)
  if (taken) throw new Stop('已有账号或演示城市；请换一个空的数据目录或数据库。', 'There are accounts or a demo city already: use an empty data folder or database.')
  say('区划、机构、目录与路由……', 'Regions, offices, categories and routes …')
  const { regions, offices } = await database.scoped(system, installReference)
  say(`区划 ${regions.added + regions.same}，机构 ${offices.added + offices.same}`, `${regions.added + regions.same} regions, ${offices.added + offices.same} offices`)
  const city = demoCity(wish)
  const tell = progress('虚构的户、人和岗位', 'invented households, people and posts')
  await database.scoped(system, async tx => {
    await loadCity(tx, city, tell)
    await noteDemo(tx, { seed: wish.seed, counties: city.counties, people: demoPeople(city) }, now)
  })
  const { house } = await makeHouse(database, secret)
  const lives = planHistory({ city, seed: wish.seed, now, count: wish.matters, calendar: house.law.calendar })
  await loadHistory(house, lives, now)
  await check(house, city.counties, lives.length)
  await database.scoped(system, tx => noteDemoFinished(tx, now))
}

import { system } from '../kernel/post.ts'
import { demoCity, type DemoCity } from '../registers/demo/city.ts'
import { planCovenants } from '../registers/demo/covenants.ts'
import { planDisputeYear } from '../registers/demo/dispute-year.ts'
import { playOffices } from '../registers/demo/play.ts'
import { loadGrids } from '../registers/demo/grids.ts'
import { planHistory } from '../registers/demo/history.ts'
import { planLists } from '../registers/demo/lists.ts'
import { planTownships } from '../registers/demo/townships.ts'
import { loadCity } from '../registers/demo/load.ts'
import { demoPeople } from '../registers/demo/people.ts'
import { installReference } from '../registers/reference.ts'
import { makeHouse } from '../server/assemble.ts'
import { demoIn, noteDemo, noteDemoFinished, type DemoRecord } from '../server/demo.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { loadHistory, loadLists } from './demo-history.ts'
import type { Place } from './place.ts'
import { keepPapers } from './demo-papers.ts'
import { progress, say } from './say.ts'
import { Stop } from './stop.ts'

/** Which city to invent: counties, the seed that makes it the same each time, and how many matters its last ninety days held. */
export type DemoWish = { readonly counties: readonly string[] | 'all'; readonly seed: number; readonly matters: number }

/** What a first start makes: one county, in well under a minute. */
export const usualWish: DemoWish = { counties: ['630202'], seed: 1, matters: 1500 }

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

/** The history of a city whose people stand, as of the day it was begun, verified when it is whole. */
const makeHistory = async (place: Place, city: DemoCity, begun: Date, matters: number): Promise<void> => {
  const { database, keys } = place
  const { house } = await makeHouse(database, keys)
  say('事项清单和职责事项清单……', 'Lists of communities’ work and of offices’ duties …')
  const lists = [...planLists(city, begun), planTownships(city, begun), ...planCovenants(city, begun), planDisputeYear(city, begun)]
  await loadLists(house, city.counties, lists, begun)
  const lives = planHistory({ city, seed: city.seed, now: begun, count: matters, calendar: house.law.calendar })
  await loadHistory(house, city.counties, lives, begun)
  say('委托协助、吹哨、专项行动和网格日常工作……', 'Work asked of communities, summonses, a campaign and field work …')
  await playOffices(house, city, begun, keepPapers(place))
  await check(house, city.counties, lives.length + lists.flat().length)
  await database.scoped(system, tx => noteDemoFinished(tx, new Date()))
}

const commandFor = ({ seed, counties }: DemoRecord): string => `shanzhi demo --county ${counties.join(',')} --seed ${seed}`

/**
 * Invents a city with its people, posts and history, writes it, and verifies what was written. One that was left half made is made to its
 * end; where another stands, or there are accounts, it refuses.
 */
export const makeDemo = async (place: Place, wish: DemoWish, now = new Date()): Promise<void> => {
  const { database } = place
  const city = demoCity(wish)
  const before = await demoIn(database)
  if (before && !before.finished) {
    if (before.seed !== city.seed || before.counties.join() !== city.counties.join()) {
      throw new Stop(`这里有一座没有建完的演示城市，请先运行 ${commandFor(before)}，或换一个空的数据目录或数据库。`, `A demo city stands here unfinished: run ${commandFor(before)} first, or use an empty data folder or database.`)
    }
    await finishDemo(place, before, wish.matters)
    return
  }
  const taken = before !== undefined || await database.scoped(system, async tx => (await tx.query('select from account limit 1')).length > 0)
  if (taken) throw new Stop('已有账号或演示城市；请换一个空的数据目录或数据库。', 'There are accounts or a demo city already: use an empty data folder or database.')
  // In one transaction: whoever ends the program here finds an empty database again, and what is later missing is history alone.
  await database.scoped(system, async tx => {
    say('区划、机构、目录与路由……', 'Regions, offices, categories and routes …')
    const { regions, offices } = await installReference(tx)
    say(`区划 ${regions.added + regions.same}，机构 ${offices.added + offices.same}`, `${regions.added + regions.same} regions, ${offices.added + offices.same} offices`)
    await loadCity(tx, city, progress('虚构的户、人和岗位', 'invented households, people and posts'))
    say('示意网格……', 'Schematic grids …')
    await loadGrids(tx, city)
    await noteDemo(tx, { seed: wish.seed, counties: city.counties, people: demoPeople(city), made: now })
  })
  await makeHistory(place, city, now, wish.matters)
}

/**
 * Makes the rest of a city that was left half made. The same seed and the instant at which it was begun give the same plan, and each
 * planned matter bears its id beforehand: what stands is left as it is.
 */
export const finishDemo = async (place: Place, before: DemoRecord, matters: number): Promise<void> => {
  say('演示城市上次没有建完，现在补齐……', 'The demo city was left unfinished; making the rest of it …')
  const city = demoCity(before)
  if (demoPeople(city).map(seat => seat.account).join() !== before.people.map(seat => seat.account).join()) {
    throw new Stop(
      '演示城市由另一版本开始建立，无法补齐。请换一个空的数据目录或数据库，或删除原有的，然后重新启动。',
      'The demo city was begun by another version and can’t be finished. Use an empty data folder or database, or remove this one, and start again.')
  }
  await makeHistory(place, city, before.made, matters)
}

/** What to say of a city left half made to whoever does not have it finished here. */
export const unfinished = (before: DemoRecord): readonly [zh: string, en: string] =>
  [`演示城市没有建完，请运行 ${commandFor(before)} 补齐。`, `The demo city is unfinished: run ${commandFor(before)} to make the rest of it.`]

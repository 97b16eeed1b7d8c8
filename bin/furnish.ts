import { system } from '../kernel/post.ts'
import { demoIn } from '../server/demo.ts'
import type { Database } from '../store/database.ts'
import { finishDemo, makeDemo, unfinished, usualWish, type DemoWish } from './demo-city.ts'
import type { Place } from './place.ts'
import { say } from './say.ts'
import { Stop } from './stop.ts'

const isEmpty = (database: Database): Promise<boolean> =>
  database.scoped(system, async tx => (await tx.query('select from region limit 1')).length === 0)

/**
 * Before serving: an empty embedded database in demo mode becomes the demo city, and one left half made is finished; any other says what
 * it lacks. `wish` is what a first start makes.
 */
export const furnish = async (place: Place, wish: DemoWish = usualWish): Promise<void> => {
  const { database, settings } = place
  const byItself = database.kind === 'pglite' && settings.DEMO
  const demo = await demoIn(database)
  if (demo && !demo.finished) {
    if (!byItself) { say(...unfinished(demo)); return }
    await finishDemo(place, demo, wish.matters).catch((error: unknown) => {
      if (!(error instanceof Stop)) throw error
      say(error.zh, error.en)
    })
  } else if (await isEmpty(database)) {
    if (byItself) await makeDemo(place, wish)
    else say('尚无区划，请运行 shanzhi import regions 或 shanzhi demo。', 'There are no regions yet: run shanzhi import regions, or shanzhi demo.')
  }
}

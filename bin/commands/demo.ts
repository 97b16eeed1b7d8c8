import { countiesIn, wholeIn } from '../arguments.ts'
import type { Command, Given } from '../command.ts'
import { makeDemo, usualWish, type DemoWish } from '../demo-city.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const wishOf = (given: Given): DemoWish => {
  const counties = countiesIn(given)
  const all = given.values['all'] === true
  if (all && counties) throw new Stop('--county 与 --all 只能选一个', 'Give --county or --all, not both', 2)
  return {
    counties: all ? 'all' : counties ?? usualWish.counties, seed: wholeIn(given, 'seed', 2 ** 31 - 1) ?? usualWish.seed,
    matters: wholeIn(given, 'matters', 1_000_000) ?? usualWish.matters,
  }
}

/** Fills an empty database with the demo city. */
export const demo: Command = {
  usage: 'demo [--county CODE[,CODE] | --all] [--seed N] [--matters N]',
  zh: '在空数据库中建立演示城市：同一种子总是同一城市，人物均为虚构', en: 'fill an empty database with the demo city: the same seed, the same city; all people are invented',
  options: { county: { type: 'string' }, all: { type: 'boolean' }, seed: { type: 'string' }, matters: { type: 'string' } },
  run: async given => {
    const wish = wishOf(given)
    const place = await openPlace()
    try {
      await makeDemo(place, wish).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith('no county')) throw new Stop('名单中没有这个县（区）', error.message, 2)
        throw error
      })
      say('演示城市已就绪', 'The demo city stands')
    } finally {
      await place.database.close()
    }
  },
}

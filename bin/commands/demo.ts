import { textOf, type Command, type Given } from '../command.ts'
import { makeDemo, usualWish, type DemoWish } from '../demo-city.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const whole = (given: Given, name: 'seed' | 'matters', most: number): number => {
  const text = textOf(given, name)
  if (text === undefined) return usualWish[name]
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new Stop(`--${name} 须为不大于 ${most} 的整数`, `--${name} must be a whole number up to ${most}`, 2)
  return value
}

const wishOf = (given: Given): DemoWish => {
  const counties = textOf(given, 'county')?.split(',').filter(code => code !== '')
  if (counties?.some(code => !/^\d{6}$/.test(code))) throw new Stop('--county 须为六位区划代码', '--county takes codes of six digits', 2)
  return { counties: given.values['all'] === true ? 'all' : counties ?? usualWish.counties, seed: whole(given, 'seed', 2 ** 31 - 1), matters: whole(given, 'matters', 1_000_000) }
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

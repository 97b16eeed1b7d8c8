import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { Life } from '../../store/bulk.ts'
import type { DemoCity } from './city.ts'
import { castOf } from './history/cast.ts'
import { inventName } from './names.ts'
import { randomFor, type Random } from './random.ts'

/** A year of quarrels that committees settled where they arose, so that a board has a trend to show; of one kind there are more of late. Invented. */

const stories = [
  ['neighbours', '楼道堆物争吵', '各自清走，楼道不再堆放'], ['neighbours', '音响太吵', '晚上十点以后不放音响'], ['homestead', '滴水檐高低', '檐口加一道水槽'],
  ['family', '婆媳拌嘴分家', '先分灶，互相照应'], ['debt', '借钱没打条', '补写借条，年底前还清'], ['property', '物业费争执', '修好门禁后补交'],
  ['contract', '工钱按天还是按活', '按天算，当面点清'], ['neighbours', '鸡进菜地', '赔菜苗，鸡圈起来'],
] as const

const ofLate = ['water', '浇水先后争吵', '按牌子轮流浇'] as const

const monthsBack = 12

/** The days on which they were settled: four or five a month, and six more of the kind that grows in this one. */
const daysOf = (random: Random, now: Date): readonly (readonly [day: string, story: typeof stories[number] | typeof ofLate])[] => {
  const today = legalDay(now)
  const soFar = Number(today.slice(8))
  const usual = Array.from({ length: Math.floor(monthsBack * 30 / 7) }, (_, week) => [daysAfter(today, -7 * week - random.whole(1, 6)), stories[week % stories.length] ?? stories[0]] as const)
  const grown = Array.from({ length: 6 }, () => [daysAfter(today, -random.whole(0, soFar - 1)), ofLate] as const)
  return [...usual, ...grown]
}

/** A first year of it in each county, in the towns of the one-click people and one other. Pure; the same city and day give the same lives. */
export const planDisputeYear = (city: DemoCity, now: Date): readonly Life[] => {
  const cast = castOf(city)
  return city.counties.flatMap(county => {
    const manned = city.regions.map(region => region.code).filter(code => code.length === 12 && code.startsWith(county) && cast.committee(code) !== undefined)
    const towns = [...new Set([...(city.focus.county === county ? [city.focus.township] : []), ...manned.map(code => code.slice(0, 9))])].slice(0, 2)
    return towns.flatMap((town, turn) => {
      const villages = manned.filter(code => code.startsWith(town))
      const random = randomFor(city.seed, 'dispute-year', town)
      const days = daysOf(random, now)
      return (turn === 0 ? days : days.slice(0, 30)).flatMap(([day, [about, headline, terms]], n): readonly Life[] => {
        const village = random.pick(villages)
        const committee = cast.committee(village)
        // Of today’s, the minutes before now: nothing lies ahead.
        const at = new Date(Math.min(Date.parse(`${day}T10:00:00+08:00`) + n * 60_000, now.getTime() - (n + 1) * 60_000))
        if (!committee || legalDay(at) < '2023-02-01') return []
        const sides = [{ role: 'applicant', name: inventName(random), nature: 'person' }, { role: 'respondent', name: inventName(random), nature: 'person' }]
        return [{ id: random.uuid(), procedure: 'dispute', acts: [{ at, step: 'settleOnSpot', actor: committee, input: {
          headline: `${headline}（演示）`, place: village, about, danger: 'none', sides, issues: headline, terms: `${terms}（演示）`, agreedOn: legalDay(at), performedNow: 'atOnce', readAloud: true,
        } }] }]
      })
    })
  })
}

import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { officeCode, type Actor } from '../../kernel/post.ts'
import type { Life, PastAct } from '../../store/bulk.ts'
import type { DemoCity } from './city.ts'
import { castOf, type Cast } from './history/cast.ts'
import { randomFor } from './random.ts'

/** Visits and inspections of villages by their townships, and each county’s targets of the year. Invented; the village committees’ own items are those of the demo’s lists. */

type Acts = readonly (readonly [daysAgo: number, step: string, actor: Actor | undefined, input?: PastAct['input']])[]

type Wish = { readonly city: DemoCity; readonly now: Date }

const dayAt = (now: Date, ago: number): string => daysAfter(legalDay(now), -ago)
const at = (now: Date, ago: number, turn: number): Date => new Date(`${dayAt(now, ago)}T${String(9 + turn).padStart(2, '0')}:00:00+08:00`)

const lived = ({ city, now }: Wish, procedure: string, of: readonly string[], acts: Acts): readonly Life[] => {
  if (acts.some(([, , actor]) => actor === undefined)) return []
  const past = acts.flatMap(([ago, step, actor, input = {}], turn) => (actor && at(now, ago, turn) < now ? [{ at: at(now, ago, turn), step, actor, input }] : []))
  return past.length === 0 ? [] : [{ id: randomFor(city.seed, procedure, ...of).uuid(), procedure, acts: past }]
}

const abouts = [
  ['帮助健全议事协商机制', 'deliberation', '列席了一次议事会，建议先定议题再开会'],
  ['指导积分方案征求意见', 'covenant', '积分项目偏多，建议先从保洁和邻里互助做起'],
  ['了解矛盾纠纷化解情况', 'disputes', '走访了两户纠纷当事人，协助村里约定下次调解时间'],
  ['了解经费使用和公开情况', 'funds', '经费台账清楚，公开栏更新及时'],
] as const

const raised = ['文化活动室冬季取暖费没有来源', '村口道路会车困难，请求协调拓宽', '便民服务点打印机损坏', '老年人活动场地不足'] as const

const visitsOf = (wish: Wish, cast: Cast, township: string, villages: readonly string[]): readonly Life[] => {
  const { now } = wish
  const handler = cast.inOffice(officeCode(township, 'gov'), 'handler')[0]
  return villages.flatMap((village, i): readonly Life[] => {
    const [about, theme, seen] = abouts[i % abouts.length] ?? abouts[0]
    const committee = cast.committee(village)
    const of = [village]
    const start = { village, about, themes: [{ theme }], visitors: '分管负责人、驻村干部' }
    const question = [{ what: raised[i % raised.length] ?? '', who: officeCode(township, 'gov'), by: dayAt(now, -12) }]
    switch (i % 5) {
      // Held and confirmed; held with an answer owed; planned; asked for by the village; never visited.
      case 0: return lived(wish, 'guidance', of, [
        [40, 'plan', handler, { ...start, day: dayAt(now, 36) }], [36, 'hold', handler, { heldOn: dayAt(now, 36), seen, settled: '当场说明了场地使用办法' }], [34, 'confirm', committee, { help: 'much' }]])
      case 1: return lived(wish, 'guidance', of, [[9, 'plan', handler, { ...start, day: dayAt(now, 6) }], [6, 'hold', handler, { heldOn: dayAt(now, 6), seen, raised: question }]])
      case 2: return lived(wish, 'guidance', of, [[1, 'plan', handler, { ...start, day: dayAt(now, -4) }]])
      case 3: return lived(wish, 'guidance', of, [[2, 'ask', committee, { village, about, themes: [{ theme }] }]])
      default: return []
    }
  })
}

const checklist = [
  { what: '公开栏是否按季更新', item: 'own-02', standard: '财务、补助、项目每季度公开一次' },
  { what: '是否建立议事机制并形成记录', provision: '25.1', standard: '有代表、户代表参加，结果公布' },
]

const inspectionsOf = (wish: Wish, cast: Cast, township: string, villages: readonly string[]): readonly Life[] => {
  const { now } = wish
  const [handler, colleague] = cast.inOffice(officeCode(township, 'gov'), 'handler')
  return villages.slice(0, 3).flatMap((village, i): readonly Life[] => {
    const committee = cast.committee(village)
    const start = { village, subject: i === 1 ? 'funds' : 'service', about: '村（居）务公开和议事协商情况', inspectors: '纪检干部、社会事务办负责人', checklist }
    const found = { results: [{ no: 1, result: 'not', note: '上季度没有更新' }, { no: 2, result: 'ok' }], findings: [{ what: '上季度收支没有公开', item: 'own-02', by: dayAt(now, -20) }] }
    switch (i) {
      case 0: return lived(wish, 'village-inspection', [village], [
        [32, 'plan', handler, { ...start, day: dayAt(now, 30) }], [30, 'record', handler, { heldOn: dayAt(now, 30), results: [{ no: 1, result: 'ok' }, { no: 2, result: 'ok' }] }]])
      case 1: return lived(wish, 'village-inspection', [village], [
        [10, 'plan', handler, { ...start, day: dayAt(now, 8) }], [8, 'record', handler, { heldOn: dayAt(now, 8), ...found }], [7, 'agree', committee], [2, 'rectify', committee, { done: '已公开上季度收支明细' }]])
      default: return lived(wish, 'village-inspection', [village], [
        [4, 'plan', colleague, { ...start, day: dayAt(now, 3) }], [3, 'record', colleague, { heldOn: dayAt(now, 3), ...found }], [2, 'object', committee, { objection: '上季度在村民群公告过，有记录' }]])
    }
  })
}

const targetsOf = (county: string) => [
  { code: '1', office: officeCode(county, 'centre'), duty: '6.4-2', name: '受理居民诉求', unit: '件', target: 1200, how: 'computed', measure: 'request.reported' },
  { code: '2', office: officeCode(county, 'lead'), duty: '6.1', name: '指导走访村（社区）', unit: '次', target: 120, how: 'computed', measure: 'guidance.held' },
  { code: '3', office: officeCode(county, 'urban-management'), duty: '5.2', name: '背街小巷路灯改造', unit: '盏', target: 300, how: 'stated' },
  { code: '4', office: officeCode(county, 'civil-affairs'), duty: '5.2', name: '新建居家养老服务点', unit: '处', target: 12, how: 'stated' },
  { code: '5', office: officeCode(county, 'justice'), duty: '5.2', name: '村（居）法律顾问培训', unit: '场', target: 20, how: 'stated' },
]

const planOf = (wish: Wish, cast: Cast, county: string): readonly Life[] => {
  const { city, now } = wish
  const year = Number(legalDay(now).slice(0, 4))
  const [dispatcher] = cast.inOffice(officeCode(county, 'centre'), 'dispatcher')
  const [lead] = cast.inOffice(officeCode(county, 'lead'), 'lead')
  const since = Math.round((Date.parse(legalDay(now)) - Date.parse(`${year}-01-20`)) / 86_400_000)
  const urban = cast.inOffice(officeCode(county, 'urban-management'), 'handler')[0]
  const civil = cast.inOffice(officeCode(county, 'civil-affairs'), 'handler')[0]
  if (since < 10) return []
  return lived(wish, 'annual-plan', [county, String(year)], [
    [since, 'draft', dispatcher, { region: county, year, title: `${city.directory.region(county)?.name ?? county}${year}年基层社会治理目标（演示）`, instrument: '演示数据，并非正式目标', targets: targetsOf(county) }],
    [since - 4, 'adopt', lead, { opinion: '同意' }],
    [Math.min(since - 5, 30), 'stateProgress', urban, { code: '3', value: 212, evidence: '第一至三批验收单' }],
    [Math.min(since - 5, 20), 'stateProgress', civil, { code: '4', value: 12, evidence: '十二处均已挂牌开放' }],
  ])
}

/** What townships did in their villages lately and what counties set out to do this year. Pure; the same city and day give the same lives. The lists must stand before. */
export const planTownships = (city: DemoCity, now: Date): readonly Life[] => {
  const cast = castOf(city)
  const wish: Wish = { city, now }
  const inside = (place: string, length: number): readonly string[] => city.regions.filter(region => region.code.length === length && region.code.startsWith(place)).map(region => region.code)
  return city.counties.flatMap(county => {
    const others = inside(county, 9).filter(township => township !== city.focus.township).slice(0, 2)
    const townships = [...(city.focus.township.startsWith(county) ? [city.focus.township] : []), ...others]
    return [...planOf(wish, cast, county), ...townships.flatMap(township => {
      const villages = inside(township, 12)
      const first = villages.includes(city.focus.village) ? [city.focus.village, ...villages.filter(one => one !== city.focus.village)] : villages
      return [...visitsOf(wish, cast, township, [...first.slice(1, 2), ...first.slice(0, 1), ...first.slice(2)]), ...inspectionsOf(wish, cast, township, [...first.slice(1, 2), ...first.slice(0, 1), ...first.slice(2)])]
    })]
  })
}

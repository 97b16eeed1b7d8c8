import { officeCode, regionOfOffice, system, type Actor } from '../../kernel/post.ts'
import type { PastAct, Life } from '../../store/bulk.ts'
import type { DemoCity } from './city.ts'
import { castOf, type Cast } from './history/cast.ts'
import { amended, original, reasons } from './lists/items.ts'
import { dutiesOf, dutyKinds } from './lists/duties.ts'
import { randomFor } from './random.ts'

/** First day on which the demo’s first lists, and the amended ones, are in force. The procedure exists from 2023-02-01, so the first were made that spring. */
export const demoListDays = { first: '2023-05-01', amended: '2025-01-01' } as const

const invented = '演示数据，并非正式清单'

const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+08:00`)

type Acts = readonly (readonly [day: string, step: string, actor: Actor | undefined, input?: PastAct['input']])[]

/** What people did up to the present; nothing where one of them is not there. */
const lived = (id: string, procedure: string, acts: Acts, now: Date): readonly Life[] => {
  const past = acts.flatMap(([day, step, actor, input = {}]) => (actor && at(day) < now ? [{ at: at(day), step, actor, input }] : []))
  return past.length === 0 || acts.some(([, , actor]) => actor === undefined) ? [] : [{ id, procedure, acts: past }]
}

const name = (city: DemoCity, region: string): string => city.directory.region(region)?.name ?? region

type Makers = { readonly clerk: Actor | undefined; readonly justice: Actor | undefined; readonly lead: Actor | undefined }

const makers = (cast: Cast, county: string): Makers => ({
  clerk: cast.inOffice(officeCode(county, 'gov'), 'handler')[0], justice: cast.inOffice(officeCode(county, 'justice'), 'handler')[0], lead: cast.inOffice(officeCode(county, 'lead'), 'lead')[0],
})

const idOf = (city: DemoCity, ...of: readonly string[]): string => randomFor(city.seed, 'list', ...of).uuid()

const firstLists = (city: DemoCity, county: string, { clerk, justice, lead }: Makers, now: Date): readonly Life[] =>
  lived(idOf(city, county, 'first'), 'work-list', [
    ['2023-02-06', 'draft', clerk, { county, title: `${name(city, county)}事项清单（2023 年版，演示）`, since: demoListDays.first, items: original, reason: `首次制定。${invented}` }],
    ['2023-02-08', 'consult', clerk],
    ['2023-02-28', 'toReview', clerk],
    ['2023-03-07', 'pass', justice, { opinion: '制定程序合法，内容与上位法不抵触。' }],
    ['2023-03-13', 'publish', lead, { instrument: `${name(city, county)}政发〔2023〕11 号（演示）` }],
    [demoListDays.amended, 'supersede', system],
  ], now)

const amendedLists = (city: DemoCity, county: string, { clerk, justice, lead }: Makers, now: Date): readonly Life[] =>
  lived(idOf(city, county, 'amended'), 'work-list', [
    ['2024-09-18', 'draft', clerk, { county, title: `${name(city, county)}事项清单（2025 年修订，演示）`, since: demoListDays.amended, items: amended, reason: `根据村（社区）意见和工作变化动态调整，减轻负担。${invented}`, reasons }],
    ['2024-09-20', 'consult', clerk],
    ['2024-10-15', 'toReview', clerk],
    ['2024-10-22', 'pass', justice, { opinion: '修订程序合法，退出事项理由充分。' }],
    ['2024-10-29', 'publish', lead, { instrument: `${name(city, county)}政发〔2024〕38 号（演示）` }],
  ], now)

const said = [
  ['zz-01', 'conditions', '入户核查须有民政干部同行，社区单独去群众不认。', 'adopted', '采纳，工作条件增加“人员”。'],
  ['zz-90', 'remove', '报刊订阅不是社区的事，建议退出清单。', 'adopted', '采纳，已退出清单。'],
  ['zz-09', 'amend', '值守从五月一日开始太早，建议按汛期调整。', 'partly', '时段改为五月十五日起，险情预警时另行通知。'],
  ['zz-13', 'amend', '防疫入户次数多，建议合并到每年两次。', 'declined', '次数由防疫规程规定，不能减少；已安排经费补助。'],
] as const

const comments = (city: DemoCity, county: string, cast: Cast, clerk: Actor | undefined, now: Date): readonly Life[] => {
  const villages = city.regions.filter(region => region.code.length === 12 && region.code.startsWith(county) && cast.committee(region.code) !== undefined)
  const list = idOf(city, county, 'amended')
  return said.flatMap(([item, stance, comment, outcome, reply], i) => {
    const village = villages[Math.floor((i + 0.5) * villages.length / said.length)]?.code
    return village === undefined ? [] : lived(idOf(city, county, 'comment', item), 'list-comment', [
      [`2024-09-2${4 + i}`, 'comment', cast.committee(village), { list, place: village, item, stance, comment }],
      ['2024-10-10', 'answer', clerk, { outcome, reply }],
    ], now)
  })
}

/** County departments and townships with somebody to draft their list. */
const duties = (city: DemoCity, county: string, cast: Cast, { justice, lead }: Makers, now: Date): readonly Life[] => {
  const towns = city.regions.filter(region => region.code.length === 9 && region.code.startsWith(county)).map(region => officeCode(region.code, 'gov'))
  return [...dutyKinds.map(kind => officeCode(county, kind)), ...towns].flatMap(office => {
    const kind = dutyKinds.find(one => office.endsWith(`/${one}`))
    const [drafter, colleague] = cast.inOffice(office, 'handler')
    const title = `${city.directory.office(office)?.zh ?? office}职责事项清单（演示）`
    return kind === undefined || drafter === undefined ? [] : lived(idOf(city, office, 'duties'), 'duty-list', [
      ['2023-03-01', 'draft', drafter, { place: regionOfOffice(office), title, since: demoListDays.first, duties: dutiesOf(kind), reason: invented }],
      ['2023-03-10', 'toReview', drafter],
      ['2023-03-20', 'pass', justice?.account === drafter.account ? colleague : justice, { opinion: '职责依据充分，表述清楚。' }],
      ['2023-03-28', 'publish', lead, { instrument: `${name(city, county)}政办〔2023〕20 号（演示）` }],
    ], now)
  })
}

/**
 * The lists of an invented city, adopted as real ones are: in turns, each to be loaded once those before it stand. Pure; the same city gives
 * the same lives.
 */
export const planLists = (city: DemoCity, now: Date): readonly (readonly Life[])[] => {
  const cast = castOf(city)
  const each = (of: (county: string, who: Makers) => readonly Life[]): readonly Life[] => city.counties.flatMap(county => of(county, makers(cast, county)))
  return [
    each((county, who) => [...firstLists(city, county, who, now), ...duties(city, county, cast, who, now)]),
    each((county, who) => amendedLists(city, county, who, now)),
    each((county, who) => comments(city, county, cast, who.clerk, now)),
  ]
}

import { legalDay } from '../../../kernel/calendar.ts'
import { day, rows, text, whole, type RowOf } from '../../../kernel/facts.ts'
import type { Actor } from '../../../kernel/post.ts'
import type { Law } from '../../../kernel/clock.ts'
import { refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words, type JsonObject, type Words } from '../../../kernel/words.ts'
import { inForceOn, periodOf, periods, scorers, type Awarding, type Item, type Scheme } from './needs.ts'
import { householdCode, noHousehold, someScheme, tooLongAgo } from './parts.ts'

export const awardColumns = {
  household: householdCode({ zh: '户编码', en: 'Household' }),
  item: text({ zh: '积分事项', en: 'Item', max: 12, suggests: 'points-item', hint: words('施行中的积分办法里的编码', 'Its code in the scheme in force') }),
  times: whole({ zh: '次数', en: 'Times', min: 1, max: 100 }),
  day: day({ zh: '哪一天', en: 'On which day' }),
  evidence: text({ zh: '依据', en: 'Evidence', min: 2, max: 200, hint: words('如：会议签到表第 3 页、照片 2', 'Such as: attendance sheet, page 3; photo 2') }),
}

export const awards = rows(awardColumns, { zh: '记分表', en: 'Points given', basis: ['27.3'], max: 500, hint: words('一户一事一行；可从表格整体填入', 'One line for each household and thing; a sheet fills it') })

export type Award = RowOf<typeof awardColumns>

type Found = { readonly award: Award; readonly row: number; readonly scheme: Scheme; readonly item: Item; readonly points: number }

const at = (row: number, column: string, why: Words): Fault => ({ fact: 'awards', row, column, why })

const told = (code: string, why: Words, faults: readonly Fault[], remedy: Words): Refusal | undefined => (faults.length === 0 ? undefined : refuse(code, why, { basis: [], faults: faults.slice(0, 200), remedy }))

const outOfTime = ({ today, schemes }: Awarding, list: readonly Award[], law: Law, now: Date): Refusal | undefined => {
  const first = schemes.map(one => one.since).toSorted()[0] ?? today?.since ?? ''
  return told('back-in-time', words('有的事发生在积分办法施行以前，不溯及既往', 'Some of it was done before any scheme was in force: a scheme never reaches back'),
    list.flatMap((one, row) => (inForceOn(schemes, one.day ?? '') ? [] : [at(row, 'day', words(`积分办法自 ${first} 起施行`, `The scheme is in force since ${first}`))])), words('删去这些行', 'Leave these lines out'))
    ?? told('too-late', words('有的事过了记分期限，或者日期在今天以后', 'Some of it lies too far back, or is still to come'),
      list.flatMap((one, row) => ((one.day ?? '') > legalDay(now) || tooLongAgo(law, 'points.award-late', one.day ?? '', now) ? [at(row, 'day', words('超出可以记分的日期', 'Outside the days points may be given for'))] : [])), words('只记期限内的事', 'Give points for what is within the days'))
}

const found = (schemes: readonly Scheme[], list: readonly Award[]): readonly (Found | Fault)[] => list.map((award, row) => {
  const scheme = inForceOn(schemes, award.day ?? '')
  const item = scheme?.items.find(one => one.code === award.item)
  return scheme && item ? { award, row, scheme, item, points: item.points * (award.times ?? 1) } : at(row, 'item', words('积分办法里没有这个事项', 'The scheme has no such item'))
})

const isFound = (one: Found | Fault): one is Found => 'scheme' in one

/** More to one household for one thing in one period than the scheme has it, with what was given before. */
const overCap = ({ given }: Awarding, lines: readonly Found[]): readonly Fault[] => {
  const sums = new Map<string, number>()
  return lines.flatMap(({ award, row, scheme, item, points }) => {
    const period = periodOf(award.day ?? '', scheme.period)
    const key = `${award.household ?? ''} ${item.code} ${period}`
    const before = sums.get(key) ?? given.filter(one => one.household === award.household && one.item === item.code && periodOf(one.day, scheme.period) === period).reduce((sum, one) => sum + one.points, 0)
    sums.set(key, before + points)
    return before + points <= item.most ? [] : [at(row, 'times', words(`${periods[scheme.period].zh}上限 ${item.most} 分，已记 ${before} 分`, `${item.most} at the most, ${before} given already`))]
  })
}

/** Who may give points for an item: as the scheme says; where others were asked to, they may for all. */
const mayScore = (item: Item, { kind }: Actor, asked: boolean): boolean => asked || item.by === 'either' || item.by === kind

/** The lines of a table as they go to the ledger, or why not. Asked of who scores; `asked` where the supervisory committee or a neighbouring village does. */
export const linesOf = (awarding: Awarding | undefined, list: readonly Award[], { law, now, actor, photos, asked = false }: { readonly law: Law; readonly now: Date; readonly actor: Actor; readonly photos: number; readonly asked?: boolean }): readonly JsonObject[] | Refusal => {
  if (!awarding || (!awarding.today && awarding.schemes.length === 0)) return someScheme('本村（社区）没有施行中的积分办法，不能记分', 'This village has no scheme in force: no points can be given')
  const strange = list.flatMap((one, row) => (awarding.known.includes(one.household ?? '') ? [] : [at(row, 'household', noHousehold)]))
  const refused = told('no-household', words('有的户不在名册中', 'Some households are not on the roll'), strange, words('核对户编码', 'Look the codes up')) ?? outOfTime(awarding, list, law, now)
  if (refused) return refused
  const lines = found(awarding.schemes, list)
  const good = lines.filter(isFound)
  const barred = told('not-in-scheme', words('有的事项不在积分办法里', 'Some items are not in the scheme'), lines.filter((one): one is Fault => !isFound(one)), words('只能按办法里的事项记分；需要增加的，提议修改办法', 'Points are given for what the scheme names; to add to it, propose a change'))
    ?? told('not-scorer', words('有的事项不由您记分', 'Some items are not yours to give points for'), good.filter(one => !mayScore(one.item, actor, asked)).map(one => at(one.row, 'item', words(`由${scorers[one.item.by].zh}记分`, `${scorers[one.item.by].en} give these`))), words('请由办法规定的人记分', 'Leave it to whom the scheme names'))
    ?? told('evidence', words('有的事项须附照片或签字材料', 'Some items need a photo or a signed paper'), photos > 0 ? [] : good.filter(one => one.item.evidence !== 'record').map(one => at(one.row, 'evidence', words('须附照片或签字材料', 'It needs a photo or a signed paper'))), words('上传后再提交', 'Upload it, then send'))
    ?? told('cap-reached', words('有的户本期已到上限', 'Some households have reached the most of this period'), overCap(awarding, good), words('减少次数或者删去这些行', 'Lower the times, or leave these lines out'))
  if (barred) return barred
  return good.map(({ award, row, scheme, item, points }) => ({ row, household: award.household ?? '', item: item.code, what: item.what, points, day: award.day ?? '', scheme: scheme.matter, evidence: award.evidence ?? '' }))
}

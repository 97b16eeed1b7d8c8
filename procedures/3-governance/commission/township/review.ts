import { legalDay } from '../../../../kernel/calendar.ts'
import { notify } from '../../../../kernel/effect.ts'
import { faultAt, type Refusal } from '../../../../kernel/refusal.ts'
import { holder, theClock, thePlatform } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import { isOver } from '../../../usual/end-date.ts'
import { givenAsks } from '../work/give.ts'
import { endClock, toIssuer } from '../work/parts.ts'
import { centreOf, goesOn, saidOfAll, type Beside, type Now, type TownshipStep } from './parts.ts'

const theCentre = { ...holder('dispatcher', 'lead', 'handler'), ...words('乡镇（街道）治理中心', 'the township’s centre') }

/** A narrower window than the issuer’s is the township’s to set; a wider one is not. */
const narrowed = (c: Now): Refusal | undefined => {
  const { from = '', until = '' } = c.facts
  const before = c.matter.facts
  if (from < (before.from ?? '') || from > (before.until ?? '')) return faultAt('from', '须在原起止日期之内', 'It has to lie within the dates given')
  if (until > (before.until ?? '')) return faultAt('until', '不能晚于原结束日期', 'It can’t end later than the issuer said')
  if (until < legalDay(c.now)) return faultAt('until', '不能早于今天', 'It can’t lie in the past')
  return until < from ? faultAt('until', '结束日期不能早于开始日期', 'It can’t end before it begins') : undefined
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const namesIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value as readonly unknown[] : []).flatMap(row => (typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? [row.name] : []))

/** Done together with another task in the same villages: what that one asks for already is dropped, and the days are those both have. */
const merged = (c: Now): Refusal | ReturnType<typeof goesOn> => {
  const { beside } = c.needs
  const { places = [], from = '', until = '', fields = [] } = c.matter.facts
  const fits = (other: Beside): boolean => other.procedure === 'township-task' && other.stage === 'passed' && other.region === c.matter.region && places.every(place => (other.facts['places'] as readonly unknown[] | undefined)?.includes(place))
  if (!beside || c.input.into === c.matter.id || !fits(beside)) return faultAt('into', '须为本乡镇（街道）已下达、覆盖相同村（社区）的任务', 'It has to be a task given in this township to the same villages')
  const theirs = { from: textOf(beside.facts['from']), until: textOf(beside.facts['until']) }
  const window = { from: theirs.from > from ? theirs.from : from, until: theirs.until < until ? theirs.until : until }
  if (window.until < window.from || window.until < legalDay(c.now)) return faultAt('into', '两项任务没有共同的时间', 'The two have no days in common')
  const asked = namesIn(beside.facts['fields'])
  return goesOn(c, { ...window, fields: fields.filter(field => !asked.includes(field.name ?? '')), mergedWith: beside.number })
}

/** The township sees every task of the county before its villages do: to schedule, merge or object (Art. 24.2). */
export const reviewing = {
  review: {
    zh: '送乡镇（街道）审看', en: 'To the township', opens: 'reviewing', basis: ['24.2'], by: [thePlatform], asks: ['township', 'places', ...givenAsks],
    then: c => ({
      holder: { office: centreOf(c.matter) }, parties: [{ role: 'issuer', office: c.facts.issuer ?? '' }], clocks: [endClock(c.facts.until ?? '', c.now)], counts: { reviewed: 1 },
      effects: [notify({ office: centreOf(c.matter) }, words('县级任务待审看，逾期视为同意', 'Work of the county awaits your review; silence lets it pass')), notify({ posts: 'lead', region: c.matter.region }, words('县级任务待审看', 'Work of the county awaits review'))],
    }),
  },
  pass: {
    zh: '同意下达', en: 'Pass it on', from: ['reviewing'], to: ['passed', 'stopped'], basis: ['24.2'], primary: true, by: [theCentre], asks: ['from?', 'until?', 'passNote?'], needs: ['onward'],
    causes: words('可以缩短、错开时间；再经清单核对后下达到村（社区）', 'Its days may be narrowed; held against the list once more, it goes to the villages'),
    only: isOver,
    then: c => narrowed(c) ?? goesOn(c),
  },
  merge: {
    zh: '合并下达', en: 'Merge with another', from: ['reviewing'], to: ['passed', 'stopped'], basis: ['24.2'], by: [theCentre], asks: ['into', 'passNote?'], needs: ['onward', 'beside'],
    causes: words('另一任务已经要的字段不再要，时间取两者共同的日期，用时重新计算', 'What the other asks for is dropped, its days are those both have, and its hours are counted anew'),
    only: isOver,
    then: merged,
  },
  passSilently: {
    zh: '逾期未审看，视为同意', en: 'Passed by silence', from: ['reviewing'], to: ['passed', 'stopped'], basis: [], by: [theClock], needs: ['onward'],
    then: c => goesOn(c),
  },
  objectHere: {
    zh: '提出异议', en: 'Object', from: ['reviewing'], to: 'answering', basis: ['24.2'], by: [theCentre], asks: ['townshipObjection', 'townshipText'],
    causes: words('暂不下达，由发文单位答复；逾期未答复视为撤回（平台规则）', 'Nothing is given meanwhile; the issuer answers, and its silence takes it back (a product rule)'),
    only: isOver,
    then: c => ({
      holder: { office: c.matter.facts.issuer ?? '' }, counts: { townshipObjected: 1 },
      effects: [saidOfAll(c, 'objected'), toIssuer(c.matter, '乡镇（街道）对任务有异议，请按时答复', 'A township objects to your work; please answer in time')],
    }),
  },
} as const satisfies Readonly<Record<string, TownshipStep>>

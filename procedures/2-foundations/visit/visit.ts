import { dueAt, legalDay } from '../../../kernel/calendar.ts'
import { choice, day, files, reference, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Limit } from '../../../kernel/clock.ts'
import type { Effect } from '../../../kernel/effect.ts'
import type { RowOf } from '../../../kernel/facts.ts'
import { faultAt, faulty, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { need, procedure, type Glance } from '../../../kernel/procedure.ts'
import { post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { careKinds } from '../../4-services/care-kinds.ts'
import { ofTownship, toGridWorkers, toTownship, townshipOf, villageOf } from '../../usual/field-work.ts'
import { findingFaults, findingRows, followUps } from '../../usual/findings.ts'
import { doneDay, everyDays, missedTold, remindAgain } from '../../usual/rounds.ts'
import type { HouseholdKnown } from '../household/find.ts'
import { consents, needs as why } from './needs.ts'

const met = {
  met: { zh: '见到住户', en: 'Somebody was met' },
  absent: { zh: '上门未遇', en: 'Nobody was in' },
  declined: { zh: '住户不愿再走访', en: 'They wish no more visits' },
} as const

const endings = {
  declined: { zh: '住户不再同意', en: 'Consent ended' },
  moved: { zh: '已搬离', en: 'Moved away' },
  noNeed: { zh: '不再需要', en: 'No longer needed' },
  planOver: { zh: '计划结束', en: 'The plan ended' },
} as const

const careColumns = {
  kind: choice(careKinds, { zh: '需要什么', en: 'What is needed' }),
  need: text({ zh: '具体情况', en: 'More exactly', min: 2, max: 500 }),
  consent: choice(consents, { zh: '谁同意提出', en: 'Who agreed to ask' }),
}

const facts = {
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  household: reference('household', { zh: '户编号', en: 'Household', search: 'exact' }),
  door: text({ zh: '门牌', en: 'Door', min: 2, max: 80, search: 'words' }),
  need: choice(why, { zh: '走访需要', en: 'Why it is visited' }),
  consent: choice(consents, { zh: '谁同意', en: 'Who agreed' }),
  every: whole({ zh: '每隔', en: 'Every', min: 1, max: 180, unit: words('天', 'days') }),
  wanted: whole({ zh: '建议每隔', en: 'Proposed: every', min: 1, max: 180, unit: words('天', 'days') }),
  reason: text({ zh: '理由', en: 'Reason', min: 4, max: 300, lines: 2 }),
  until: day({ zh: '计划止于', en: 'The plan runs until' }),
  heldOn: day({ zh: '走访日期', en: 'Visited on' }),
  met: choice(met, { zh: '走访情况', en: 'How it went' }),
  seen: text({ zh: '看到、听到什么', en: 'What was seen and heard', min: 2, max: 1000, lines: 3, hint: words('写需要和问题，不写病情、信仰、家庭隐私', 'Needs and problems; no illness, faith or family privacy') }),
  findings: findingRows,
  cares: rows(careColumns, { zh: '关爱需求', en: 'Needs of care', class: 'sensitive', max: 6, hint: words('经本人或家属同意，自动转为关爱需求', 'With the person’s consent; each becomes a need of care') }),
  photos: files({ zh: '照片', en: 'Photos', max: 3, hint: words('最多三张，不拍人脸、证件', 'Three at most; no faces, no papers') }),
  missed: yesNo({ zh: '已过走访日期', en: 'Past its day', class: 'public', ofStage: true }),
  why: choice(endings, { zh: '结束原因', en: 'Why it ends' }),
}

/** Who was not met agreed to nothing: a need of care waits for them, unless family or a guardian spoke. */
const unspoken = (met: string | undefined, cares: readonly RowOf<typeof careColumns>[]): Refusal | undefined => {
  const faults = met !== 'absent' ? [] : cares.flatMap(({ consent }, row): readonly Fault[] => (consent === 'guardian' || consent === 'family' ? [] : [{ fact: 'cares', row, column: 'consent', why: words('上门未遇，本人没有表示同意；请下次当面征求', 'Nobody was in, so the person agreed to nothing: ask them on the next visit') }]))
  return faults.length === 0 ? undefined : faulty(faults)
}

type Household = HouseholdKnown & { readonly village: string }

/** The household as the register has it now: since it was planned its door may have changed, or it may have left. */
const needs = { household: need<Household>('household', c => ({ county: c.matter.county, code: textIn(c.facts['household']), day: legalDay(c.now) })) }
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Of whom the village’s register knows no more, no need is asked under this code. */
const gone = (cares: readonly unknown[], place: string, household: Household | undefined): Refusal | undefined => (cares.length === 0 || household?.village === villageOf(place) ? undefined
  : faultAt('cares', '该户已不在本村（社区）户册：人还在的，请在“关爱需求”中按现在的户提出；已搬离的，请登记“不再走访”', 'This household has left the village’s register: for who is still here, ask for care under their household of now; where they moved away, visit no more'))

/** The code says who it is for; the door is the register’s to tell. */
const careAsked = (cares: readonly RowOf<typeof careColumns>[], place: string, household = ''): readonly Effect[] => cares.map(({ kind, need, consent }) => ({
  do: 'open', procedure: 'care-need', step: 'ask', link: 'visit', input: { place, household, kind: kind ?? 'other', need: need ?? '', consent: consent ?? 'self' },
}))

const workers = [post('gridWorker'), post('committee')]

const next = (days: number | undefined): Limit => everyDays(days ?? 1, words('走访计划的间隔', 'the interval of the plan'))

/** Whether counting from today brings the next day forward: a worker puts none off, and one that was missed stays missed. */
const comesSooner = (every: number, { matter, law, now }: Glance<typeof facts>): boolean => dueAt(law.calendar, now, next(every).period).at.toISOString() < (matter.clocks['stage']?.due ?? '')

/**
 * 走访: one household of a plan, visited again and again (Art. 21.4). What is seen is typed once and starts requests, hazards and needs of care, each
 * linked back. The day alone is kept: no time, no place on a map, no trail; a missed visit is work to do, and counts against nobody.
 */
export const visit = procedure('visit', {
  title: words('入户走访', 'Visit'),
  since: '2023-02-01',
  basis: ['21.4', '40.2'],
  facts,
  heading: 'door',
  place: 'place',
  needs,
  stages: {
    due: {
      zh: '待走访', en: 'To visit',
      due: { then: 'miss', limit: c => (c.facts.met === 'absent' ? 'visit.again' : next(c.facts.every)) },
    },
    over: { zh: '已结束', en: 'Over', final: true },
  },
  steps: {
    plan: {
      zh: '列入走访', en: 'To be visited', opens: 'due', basis: ['21.4'], by: [thePlatform], asks: ['place', 'household', 'door', 'need', 'consent', 'every', 'until'],
      then: c => ({ holder: { office: townshipOf(c.matter.region) } }),
    },
    hold: {
      zh: '登记走访', en: 'Record a visit', from: ['due'], to: ['due', 'over'], basis: ['21.4'], primary: true, by: workers,
      asks: ['heldOn', 'met', { fact: 'seen', where: 'met', is: 'met' }, 'findings?', 'cares?', 'photos?'], needs: ['household'],
      causes: words('填一次：问题自动转为诉求、隐患或关爱需求；下次走访日期重新计算', 'Typed once: what was found becomes a request, a hazard or a need of care; the next day is counted anew'),
      then: c => {
        const { heldOn = '', findings = [], cares = [] } = c.input
        const refused = doneDay('heldOn', heldOn, c) ?? findingFaults(findings) ?? unspoken(c.input.met, cares) ?? gone(cares, c.matter.region, c.needs.household)
        if (refused) return refused
        const spot = c.needs.household?.address ?? c.matter.facts.door ?? ''
        const effects = [...followUps(findings, { place: c.matter.region, spot, source: 'visit', link: 'visit' }), ...careAsked(cares, c.matter.region, c.matter.facts.household)]
        // What was typed before belongs to that visit; its entry keeps it.
        const anew = { ...(c.input.seen === undefined && { seen: null }), ...(c.input.findings === undefined && { findings: null }), ...(c.input.cares === undefined && { cares: null }) }
        if (c.input.met === 'declined') return { to: 'over', set: { ...anew, why: 'declined' }, counts: { held: 1 }, effects: [...effects, toTownship(c.matter.region, words('有住户不再同意走访', 'A household wishes no more visits'))] }
        return { to: 'due', set: anew, counts: c.input.met === 'met' ? { held: 1 } : {}, clocks: [{ clock: 'again', end: true }], effects }
      },
    },
    miss: {
      zh: '已过走访日期，提醒', en: 'Past its day', from: ['due'], basis: [], by: [theClock],
      then: c => ({ set: { missed: true }, clocks: [remindAgain('miss')], effects: missedTold(c.matter.region, words('有住户已过走访日期', 'A household is past its day of visit')) }),
    },
    shorten: {
      zh: '缩短间隔', en: 'Visit more often', from: ['due'], to: ['due'], basis: ['21.4'], by: workers, asks: ['need', 'every'],
      causes: words('下次日期可以提前，不会推后；告知乡镇（街道）', 'The next day may come sooner and never later; the township is told'),
      then: c => {
        const { every = 1 } = c.input
        const now = c.matter.facts.every ?? 1
        if (every > now) return faultAt('every', `现为每 ${now} 天，只能缩短；需要延长的，请“建议延长间隔”`, `It is every ${now} days and can be made shorter only; to have it longer, propose so`)
        return { ...(comesSooner(every, c) && { to: 'due', clocks: [{ clock: 'again', end: true }] }), effects: [toTownship(c.matter.region, words('有住户的走访间隔缩短', 'A household is visited more often'))] }
      },
    },
    proposeLonger: {
      zh: '建议延长间隔', en: 'Propose fewer visits', from: ['due'], basis: ['21.4'], by: workers, asks: ['wanted', 'reason'],
      causes: words('由乡镇（街道）决定，决定前不变', 'The township decides; until then nothing changes'),
      then: c => ({ effects: [toTownship(c.matter.region, words('有住户建议延长走访间隔，请决定', 'Fewer visits to a household are proposed: please decide'))] }),
    },
    change: {
      zh: '调整需要和间隔', en: 'Change need or interval', from: ['due'], to: 'due', basis: ['21.2', '21.4'], by: ofTownship, asks: ['need', 'every', 'reason'],
      causes: words('从今天起重新计算下次日期，告知网格员', 'The next day counts from today; workers are told'),
      then: c => ({ set: { wanted: null }, clocks: [{ clock: 'again', end: true }], effects: toGridWorkers(c.matter.region, words('有住户的走访间隔有调整', 'How often a household is visited was changed')) }),
    },
    leave: {
      zh: '不再走访', en: 'Visit no more', from: ['due'], to: 'over', basis: ['21.4'], by: [...workers, ...ofTownship], asks: ['why'],
      causes: words('住户随时可以不同意', 'A household may withdraw its consent at any time'),
      then: c => ({ effects: [toTownship(c.matter.region, words('有住户不再走访', 'A household is visited no more'))] }),
    },
    planEnds: { zh: '计划结束', en: 'The plan ended', from: ['due'], to: 'over', basis: [], by: [thePlatform], then: () => ({ set: { why: 'planOver' } }) },
  },
  measures: { held: words('走访到户', 'Households visited') },
  list: { columns: ['place', 'missed'] },
  notCovered: [{ basis: '21.4', why: words('不记录网格员位置、轨迹、上线和打卡时间', 'No worker’s place, trail, time online or check-in is kept') }],
})

import { legalDay } from '../../../kernel/calendar.ts'
import { day, region, text, told, whole } from '../../../kernel/facts.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Law } from '../../../kernel/clock.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { reaches } from '../../../regulation/fraction.ts'
import type { Waiting } from './needs.ts'
import { toCommittee } from './parts.ts'

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'], search: 'exact' }),
  title: text({ zh: '公示期次', en: 'Which period', class: 'public', min: 2, max: 80, hint: words('如：2026 年 11 月积分公示', 'Such as: points of November 2026') }),
  lines: whole({ zh: '公示条数', en: 'Lines', class: 'public', unit: words('条', 'lines') }),
  households: whole({ zh: '涉及户数', en: 'Households', class: 'public', unit: words('户', 'households') }),
  points: whole({ zh: '合计', en: 'In all', class: 'public', unit: words('分', 'points') }),
  shownOn: day({ zh: '公示日期', en: 'Shown on', class: 'public' }),
  shares: told({ zh: '集中提醒', en: 'Told of concentration', class: 'public' }),
}

const share = (part: number, of: number): string => `${Math.floor((part * 100) / of)}%`

/** What the village is told where one person gave, or one household got, more than the figures let pass unsaid. */
const concentrated = ({ points, byScorer, toHousehold, households }: Waiting, law: Law, now: Date): Words | undefined => {
  const over = (rule: 'points.scorer-share' | 'points.household-share', part: number): boolean => {
    const figure = law.figure(rule, legalDay(now))
    return figure.unit === 'fraction' && reaches(part, points, figure.value)
  }
  const said = [
    ...(over('points.scorer-share', byScorer) ? [words(`一人记分占 ${share(byScorer, points)}`, `one person gave ${share(byScorer, points)} of the points`)] : []),
    ...(toHousehold * households >= points * Number(law.figure('points.household-times', legalDay(now)).value) && over('points.household-share', toHousehold) ? [words(`一户得分占 ${share(toHousehold, points)}`, `one household got ${share(toHousehold, points)} of them`)] : []),
  ]
  return said.length === 0 ? undefined : words(`${said.map(one => one.zh).join('，')}，请监督`, `In this period ${said.map(one => one.en).join(' and ')}: please look at it`)
}

/** 积分公示: what was given and taken in a period, shown to the village line by line; posted once the time for objections is over, but for lines that an objection holds (Art. 27.3). */
export const pointsPosting = procedure('points-posting', {
  title: words('积分公示', 'Public posting of points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'title',
  place: 'village',
  records: ['points-shown', 'points-posted'],
  needs: { waiting: need<Waiting>('points-waiting', c => ({ county: c.matter.county, village: c.matter.region })) },
  stages: {
    shown: { zh: '公示中', en: 'Shown', published: true, settled: true, due: within('points.objection-window', 'settle') },
    settled: { zh: '公示期满，已入账', en: 'Posted', final: true, published: true },
  },
  steps: {
    show: {
      zh: '公示', en: 'Show to the village', opens: 'shown', basis: ['27.3'], by: [post('committee', 'village')], asks: ['village', 'title'], needs: ['waiting'],
      causes: words('待公示的记分、扣分和已办的更正全部列入；不公布总分排名；期满没有异议的入账', 'All that waits is shown; no total ranking; what nobody objects to is posted at the end'),
      then: c => {
        const { waiting } = c.needs
        if (!waiting || waiting.lines + waiting.corrections.length === 0) return refuse('nothing-to-show', words('没有待公示的记分', 'There is nothing to show'), { remedy: words('记分后再公示', 'Give points first') })
        const shares = waiting.points === 0 ? undefined : concentrated(waiting, c.law, c.now)
        return {
          holder: { office: c.actor.office ?? '' }, links: waiting.matters.map(matter => ({ kind: 'shows', matter })), counts: { shown: 1, lines: waiting.lines },
          set: { lines: waiting.lines + waiting.corrections.length, households: waiting.households, points: waiting.points, shownOn: legalDay(c.now), ...(shares && { shares: keepWords(shares) }) },
          effects: [
            { do: 'record', register: 'points-shown', row: { county: c.matter.county, village: c.matter.region, posting: c.matter.id, matters: [...waiting.matters], corrections: [...waiting.corrections] } }, { do: 'tell', link: 'shows', step: 'show', input: {} },
            ...(shares ? [toCommittee(c.matter.region, `本期积分${shares.zh}`, shares.en)] : []),
          ],
        }
      },
    },
    settle: {
      zh: '公示期满入账', en: 'Post it', from: ['shown'], to: 'settled', basis: ['27.3'], by: [theClock],
      then: c => ({
        counts: { settled: 1 },
        effects: [{ do: 'record', register: 'points-posted', row: { county: c.matter.county, village: c.matter.region, posting: c.matter.id } }, { do: 'tell', link: 'shows', step: 'settle', input: {} }],
      }),
    },
  },
  measures: { shown: words('公示期次', 'Postings'), lines: words('公示条数', 'Lines shown'), settled: words('期满入账', 'Posted') },
  list: { columns: ['village', 'lines', 'points', 'shownOn'] },
  notCovered: [{ basis: '27.3', why: words('不公布各户总分排名：公示的是每条记分', 'No ranking of totals is published: what is shown is each line') }],
})

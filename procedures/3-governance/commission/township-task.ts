import { procedure, within } from '../../../kernel/procedure.ts'
import { thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { townshipFacts } from './township/facts.ts'
import { centreOf, notGiven, townshipNeeds } from './township/parts.ts'
import { reviewing } from './township/review.ts'
import { townshipRuling } from './township/ruling.ts'
import { awaiting } from './work/conditions.ts'
import { delivering } from './work/deliver.ts'
import { disputing } from './work/dispute.ts'
import { arrivesAt, givenAsks, givesThis } from './work/give.ts'
import { workMeasures, workRates, workStages } from './work/stages.ts'

const before = ['reviewing', 'answering', 'ruling'] as const
const isBefore = (stage: string): boolean => before.some(one => one === stage)

const { accepted: _, declined: __, ...measures } = workMeasures

/**
 * 乡镇（街道）经手: what a county gives to villages is seen by their township first, to schedule, merge or object (Art. 24.2); and what the county
 * gives the township itself, out of the township's own duty list and nothing else.
 */
export const townshipTask = procedure('township-task', {
  title: words('乡镇（街道）任务', 'Township task'),
  since: '2023-02-01',
  basis: ['23.2', '24.1', '24.2'],
  facts: townshipFacts,
  heading: 'title',
  place: 'township',
  needs: townshipNeeds,
  records: ['given-work', 'village-data'],
  stages: {
    reviewing: { zh: '待乡镇（街道）审看', en: 'For the township to review', due: within('gate.township-review', 'passSilently') },
    answering: { zh: '乡镇（街道）有异议，待发文单位答复', en: 'Objected to, the issuer to answer', due: within('gate.issuer-answer', 'answerLate') },
    ruling: { zh: '待县（区）裁定是否下达', en: 'The county to rule whether it is given', due: within('gate.ruling', 'fallsForTownship') },
    passed: { zh: '已下达到村（社区）', en: 'Given to the villages', final: true },
    notPassed: { zh: '没有下达', en: 'Not given', final: true },
    stopped: { zh: '清单核对未通过，没有下达', en: 'Stopped at the list', final: true },
    ...workStages,
  },
  steps: {
    ...reviewing, ...townshipRuling,
    assign: {
      zh: '下达乡镇（街道）', en: 'Give to the township', opens: 'awaiting', to: ['doing'], basis: ['24.1'], by: [thePlatform], asks: ['township', ...givenAsks],
      gives: givesThis,
      then: c => {
        const { to, ...move } = arrivesAt(c, [])
        return { ...move, to: to === 'awaiting' ? 'awaiting' : 'doing' }
      },
    },
    ...awaiting, ...delivering, ...disputing,
    conditionsRecorded: {
      ...awaiting.conditionsRecorded, from: [...before, ...awaiting.conditionsRecorded.from],
      // Recorded before it is passed on, the villages find it recorded.
      then: c => (isBefore(c.matter.stage) ? {} : awaiting.conditionsRecorded.then(c)),
    },
    takenBack: {
      ...disputing.takenBack, from: [...before, ...disputing.takenBack.from],
      then: c => (isBefore(c.matter.stage) ? { holder: { office: centreOf(c.matter) } } : disputing.takenBack.then(c)),
    },
    endOver: {
      ...disputing.endOver, from: [...before, ...disputing.endOver.from],
      then: c => (isBefore(c.matter.stage) ? notGiven(c, 'over', words('到结束日期，没有下达', 'Its last day has passed before it was given')) : disputing.endOver.then(c)),
    },
  },
  measures: {
    ...measures, reviewed: words('送审看', 'Reviewed'), passed: words('同意下达', 'Passed on'), townshipObjected: words('乡镇（街道）异议', 'Objected to by the township'), townshipUpheld: words('支持乡镇（街道）', 'Township upheld'),
  },
  rates: { ...workRates, passedRate: { ...words('下达率', 'Passed on'), of: 'passed', among: 'reviewed' } },
  list: { columns: ['issuer', 'from', 'until'] },
})

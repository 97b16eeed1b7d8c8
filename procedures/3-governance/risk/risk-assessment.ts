import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { kindOfOffice, officeCode } from '../../../kernel/post.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { countyOf, levelOf } from '../../../kernel/region.ts'
import { holder, officeIn, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { facts as all } from './facts.ts'

const { assessment: _, decidedOn: __, document: ___, ...facts } = all
type Facts = typeof facts
type Risk = Matter<Facts>
const fault: FaultOf<Facts> = faultAt

const planner = officeIn('planner', words('决策单位', 'who plans it'))
const planners = [post('handler', 'city'), post('lead', 'city'), post('handler', 'county'), post('lead', 'county'), post('handler', 'township'), post('lead', 'township')]
const toPlanner = ({ facts: { office } }: Risk, zh: string, en: string): Effect => notify({ office: office ?? '' }, words(zh, en))

/** The centre of the county, or of the city for what is the city’s, looks over what others assessed. */
const reviewerOf = (area: string): string => officeCode(levelOf(area) === 'city' ? area : countyOf(area), 'centre')

/** What the four questions come to cannot be better than the worst of them (Art. 28.1). */
const gradeFault = ({ lawful, fair, workable, bearable, grade }: ValuesOf<Facts>): Refusal | undefined => {
  const said = [lawful, fair, workable, bearable]
  if (lawful === 'no') return refuse('unlawful', words('不合法的决策不能提交', 'What is not lawful is not decided'), { basis: ['28.1'], remedy: words('请修改或者放弃', 'Change it, or give it up') })
  if (said.includes('no') && grade !== 'high') return fault('grade', '有一项“不可以”的，为高风险', 'Where one of them is “no” the risk is high')
  return said.includes('mend') && grade === 'low' ? fault('grade', '有一项“有条件”的，至少为中风险', 'Where one of them is “on conditions” it is medium at least') : undefined
}

/**
 * 矛盾纠纷风险评估: who plans a major decision says beforehand whom it touches, how they were heard and what disputes it may cause; another office reviews it,
 * and its conditions are met before anything is decided (Art. 28.1).
 */
export const riskAssessment = procedure('risk-assessment', {
  title: words('重大决策矛盾纠纷风险评估', 'Assessment of the disputes a decision may cause'),
  since: '2023-02-01',
  basis: ['28.1'],
  facts,
  heading: 'decision',
  place: 'area',
  stages: {
    assessing: { zh: '评估中', en: 'Being assessed', due: within('risk.assess', 'remind') },
    reviewing: { zh: '待审核', en: 'To be reviewed', due: within('risk.review', 'remind') },
    conditions: { zh: '落实条件中', en: 'Conditions to meet', due: within('risk.conditions', 'remind') },
    cleared: { zh: '可以决策', en: 'Cleared', due: within('risk.valid', 'expire') },
    decided: { zh: '已决策，跟踪中', en: 'Decided, being followed', settled: true, due: within('risk.follow', 'close') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    refused: { zh: '不宜决策', en: 'Not to be decided', final: true },
    dropped: { zh: '已放弃', en: 'Given up', final: true },
    expired: { zh: '评估已失效', en: 'Out of date', final: true },
  },
  steps: {
    begin: {
      zh: '开始评估', en: 'Begin', opens: 'assessing', basis: ['28.1'], by: planners, asks: ['decision', 'area', 'kind', 'plan', 'affected', 'papers?'],
      causes: words('没有通过评估的重大决策不能登记为已作出', 'A major decision is not registered as made without it'),
      only: c => (kindOfOffice(c.actor.office ?? '') === 'centre' ? refuse('reviews-it', words('综治中心审核评估，不自己评估', 'The centre reviews, and assesses nothing itself'), { basis: ['28.1'] }) : undefined),
      then: c => ({ holder: { office: c.actor.office ?? '' }, set: { office: c.actor.office ?? '' }, parties: [{ role: 'planner', office: c.actor.office ?? '' }], counts: { begun: 1 } }),
    },
    hear: { zh: '登记听取意见', en: 'Record how people were heard', from: ['assessing'], basis: ['28.1'], by: [planner], asks: ['heard'], causes: words('逐条说明如何采纳', 'With what was taken up, or why not') },
    assess: {
      zh: '提交评估', en: 'Submit it', from: ['assessing'], to: 'reviewing', basis: ['28.1'], primary: true, by: [planner], asks: ['lawful', 'fair', 'workable', 'bearable', 'disputes', 'measures', 'grade'],
      only: c => ((c.matter.facts.heard ?? []).length > 0 ? undefined : refuse('nobody-heard', words('还没有听取受影响群众的意见', 'Nobody who is affected was heard yet'), { basis: ['28.1'], remedy: words('请先“登记听取意见”', 'Take “Record how people were heard” first') })),
      then: c => gradeFault(c.facts) ?? { holder: { office: reviewerOf(c.matter.region) }, counts: { assessed: 1, [`grade-${c.input.grade ?? 'low'}`]: 1 }, effects: [notify({ office: reviewerOf(c.matter.region) }, words('有重大决策风险评估待审核', 'An assessment awaits your review'))] },
    },
    sendBack: { zh: '退回补充', en: 'Send it back', from: ['reviewing'], to: 'assessing', basis: ['28.1'], by: [holder('dispatcher', 'lead')], asks: ['reviewNote'], then: c => ({ holder: { office: c.matter.facts.office ?? '' }, effects: [toPlanner(c.matter, '风险评估被退回补充', 'The assessment came back')] }) },
    clear: {
      zh: '审核通过', en: 'Clear it', from: ['reviewing'], to: ['cleared', 'conditions'], basis: ['28.1'], primary: true, by: [holder('dispatcher', 'lead')], asks: ['reviewNote', 'conditions?'],
      causes: words('低风险可以决策；中风险须先落实条件；高风险不能通过', 'Low may be decided; medium only once its conditions are met; high is not cleared'),
      then: c => {
        const { grade } = c.matter.facts
        const { conditions = [] } = c.input
        if (grade === 'high') return refuse('high-risk', words('高风险的不能通过', 'High risk is not cleared'), { basis: ['28.1'], remedy: words('请退回修改方案，或者不予通过', 'Send it back to be changed, or refuse it') })
        if (grade === 'medium' && conditions.length === 0) return fault('conditions', '中风险的须写明条件', 'A medium risk needs conditions')
        if (conditions.some(one => one.doneOn !== undefined)) return fault('conditions', '落实日期以后登记', 'When it was met is recorded later')
        const back = { holder: { office: c.matter.facts.office ?? '' }, effects: [toPlanner(c.matter, '风险评估已审核', 'The assessment was reviewed')] }
        return conditions.length > 0 ? { ...back, to: 'conditions', counts: { withConditions: 1 } } : { ...back, to: 'cleared', set: { clearedOn: legalDay(c.now) }, counts: { cleared: 1 } }
      },
    },
    refuse: { zh: '不予通过', en: 'Refuse it', from: ['reviewing'], to: 'refused', basis: ['28.1'], by: [holder('dispatcher', 'lead')], asks: ['reviewNote'], then: c => ({ counts: { refused: 1 }, effects: [toPlanner(c.matter, '风险评估未通过，不宜决策', 'It is not to be decided')] }) },
    meet: {
      zh: '登记条件已落实', en: 'Record that a condition is met', from: ['conditions'], to: ['conditions', 'cleared'], basis: ['28.1'], primary: true, by: [planner], asks: ['conditionNumber', 'metOn', 'metNote', 'papers?'],
      then: c => {
        const { conditionNumber = 0, metOn = '' } = c.input
        const before = c.matter.facts.conditions ?? []
        const one = before[conditionNumber - 1]
        if (!one) return fault('conditionNumber', `共 ${before.length} 项条件`, `There are ${before.length}`)
        if (one.doneOn !== undefined) return fault('conditionNumber', '该项已登记落实', 'That one is met already')
        if (metOn > legalDay(c.now)) return fault('metOn', '不能晚于今天', 'It can’t lie ahead')
        const conditions = before.map((row, at) => (at + 1 === conditionNumber ? { ...row, doneOn: metOn } : row))
        return conditions.every(row => row.doneOn !== undefined) ? { to: 'cleared', set: { conditions, clearedOn: legalDay(c.now) }, counts: { cleared: 1 } } : { to: 'conditions', set: { conditions } }
      },
    },
    decide: { zh: '已作出决策', en: 'Decided', from: ['cleared'], to: 'decided', basis: ['28.1'], by: [thePlatform], then: c => ({ counts: { decided: 1 }, effects: [toPlanner(c.matter, '决策已登记，请跟踪矛盾纠纷情况', 'The decision is registered; please follow what it causes')] }) },
    follow: { zh: '登记跟踪情况', en: 'Record what it caused', from: ['decided'], basis: ['28.1'], by: [planner], asks: ['after'] },
    drop: { zh: '放弃决策', en: 'Give it up', from: ['assessing', 'conditions', 'cleared'], to: 'dropped', basis: ['28.1'], by: [planner], asks: ['why'] },
    expire: { zh: '评估失效', en: 'Out of date', from: ['cleared'], to: 'expired', basis: [], by: [theClock], then: c => ({ effects: [toPlanner(c.matter, '风险评估已失效，须重新评估', 'The assessment is out of date; assess it anew')] }) },
    close: { zh: '跟踪期满', en: 'Followed long enough', from: ['decided'], to: 'closed', basis: [], by: [theClock] },
    remind: {
      zh: '逾期提醒', en: 'Late', from: ['assessing', 'reviewing', 'conditions'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ office: c.matter.holder?.office ?? '' }, words('风险评估逾期', 'An assessment is late')), notify({ office: reviewerOf(c.matter.region) }, words('有风险评估逾期', 'An assessment is late'))] }),
    },
  },
  measures: { begun: words('开始评估', 'Begun'), assessed: words('提交', 'Submitted'), 'grade-low': words('低风险', 'Low'), 'grade-medium': words('中风险', 'Medium'), 'grade-high': words('高风险', 'High'), withConditions: words('附条件', 'With conditions'), cleared: words('可以决策', 'Cleared'), refused: words('不予通过', 'Refused'), decided: words('已决策', 'Decided') },
  list: { columns: ['kind', 'area', 'office', 'grade'] },
})

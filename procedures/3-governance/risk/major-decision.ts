import { legalDay } from '../../../kernel/calendar.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { facts as all } from './facts.ts'

const { decision, area, kind, office, assessment, decidedOn, document, papers } = all
const facts = { decision, area, kind, office, assessment, decidedOn, document, papers }
const fault: FaultOf<typeof facts> = faultAt

/** What a decision needs to know of the assessment it rests on. */
export type Assessed = { readonly procedure: string; readonly stage: string; readonly region: string; readonly facts: { readonly office?: string; readonly kind?: string; readonly decision?: string; readonly clearedOn?: string } }

/** 重大决策登记: a major decision is registered as made only on an assessment that was cleared, of the same office and place (Art. 28.1). */
export const majorDecision = procedure('major-decision', {
  title: words('重大决策登记', 'Register of major decisions'),
  since: '2023-02-01',
  basis: ['28.1'],
  facts,
  heading: 'decision',
  place: 'area',
  needs: { assessed: need<Assessed>('assessment', c => ({ id: c.facts['assessment'] ?? null })) },
  stages: {
    made: { zh: '已作出，跟踪中', en: 'Made, being followed', settled: true, due: within('risk.follow', 'close') },
    closed: { zh: '已归档', en: 'On file', final: true },
  },
  steps: {
    register: {
      zh: '登记重大决策', en: 'Register a major decision', opens: 'made', basis: ['28.1'], by: [post('handler', 'city'), post('lead', 'city'), post('handler', 'county'), post('lead', 'county'), post('handler', 'township'), post('lead', 'township')],
      asks: ['decision', 'area', 'kind', 'decidedOn', 'document?', 'papers?', 'assessment?'], needs: ['assessed'],
      causes: words('须有通过审核的矛盾纠纷风险评估', 'On a cleared assessment of the disputes it may cause'),
      then: c => {
        const { assessed } = c.needs
        const how = { basis: ['28.1'] as const, remedy: words('请先评估并通过审核，再登记决策', 'Assess it and have it cleared first') }
        if (c.input.assessment === undefined || assessed?.procedure !== 'risk-assessment') return refuse('no-assessment', words('没有经过矛盾纠纷风险评估的重大决策，不能登记为已作出', 'A major decision is not registered as made without an assessment of the disputes it may cause'), how)
        if (assessed.stage !== 'cleared') return refuse('not-cleared', words('所依据的评估没有通过、条件没有落实或者已经失效', 'That assessment is not cleared, its conditions are not met, or it is out of date'), how)
        if (assessed.facts.office !== c.actor.office || assessed.region !== c.matter.region || assessed.facts.kind !== c.input.kind) return fault('assessment', '不是本单位对这一决策的评估', 'It is not this office’s assessment of this decision')
        if (assessed.facts.decision !== c.input.decision) return fault('decision', `该评估针对的是“${assessed.facts.decision ?? ''}”，请按评估时的名称登记`, `That assessment is of “${assessed.facts.decision ?? ''}”: register it by the name it was assessed by`)
        if ((c.input.decidedOn ?? '') < (assessed.facts.clearedOn ?? '')) return fault('decidedOn', '不能早于评估通过之日：先评估，后决策', 'Not before the assessment was cleared: it is assessed first, and then decided')
        if ((c.input.decidedOn ?? '') > legalDay(c.now)) return fault('decidedOn', '不能晚于今天', 'It can’t lie ahead')
        return { holder: { office: c.actor.office ?? '' }, set: { office: c.actor.office ?? '' }, links: [{ kind: 'assessed', matter: c.input.assessment }], counts: { made: 1 }, effects: [{ do: 'tell', link: 'assessed', step: 'decide', input: {} }] }
      },
    },
    close: { zh: '跟踪期满', en: 'Followed long enough', from: ['made'], to: 'closed', basis: [], by: [theClock] },
  },
  measures: { made: words('重大决策', 'Major decisions') },
  list: { columns: ['kind', 'area', 'office', 'decidedOn'] },
})

import { within, type Stage } from '../../../../kernel/procedure.ts'
import { words } from '../../../../kernel/words.ts'
import type { WorkFacts } from './facts.ts'
import { conditionsUntil, type WorkNeeds, type OwedStage } from './parts.ts'

type Reached = 'conditionsDue' | 'acceptBySilence' | 'fallsForThoseBelow'

/** Where a task may stand, with a community or with a township whose own it is. */
export const workStages = {
  awaiting: { zh: '待工作条件到位', en: 'Awaiting its conditions', due: { then: 'conditionsDue', limit: c => (c.facts.arrived === undefined ? conditionsUntil(c) : 'gate.condition-check'), standsStillIn: ['disputed'] } },
  doing: { zh: '办理中', en: 'Under way', waits: words('到结束日期自动结束', 'It ends by itself on its last day') },
  accepting: { zh: '待验收', en: 'To be accepted', due: within('gate.delivery-check', 'acceptBySilence') },
  disputed: { zh: '有异议，待县（区）裁定', en: 'Disputed, the county to rule', due: within('gate.ruling', 'fallsForThoseBelow') },
  done: { zh: '已完成', en: 'Done', final: true },
  unowed: { zh: '条件未到位，已终止', en: 'Ended: no conditions', final: true },
  released: { zh: '已免除', en: 'Released', final: true },
  withdrawn: { zh: '已撤回', en: 'Taken back', final: true },
  over: { zh: '到期结束', en: 'Ended on its day', final: true },
} as const satisfies { readonly [S in OwedStage]: Stage<WorkFacts, Reached, WorkNeeds, OwedStage> }

/** Before it is taken on. */
export const offerStages = {
  offered: { zh: '待答复是否承担', en: 'To be taken on or not', due: within('gate.acceptance', 'notTakenOn') },
  declined: { zh: '不承担', en: 'Not taken on', final: true },
} as const

/** What is counted of tasks, and the shares shown. */
export const workMeasures = {
  given: words('下达', 'Given'), accepted: words('承担', 'Taken on'), declined: words('不承担', 'Not taken on'), delivered: words('交付', 'Delivered'), done: words('完成', 'Done'),
  objected: words('提出异议', 'Objected to'), upheld: words('异议成立', 'Objections upheld'), overruled: words('异议不成立', 'Objections overruled'), unowed: words('条件未到位终止', 'Ended without conditions'),
  conditionsPromised: words('承诺工作条件', 'Conditions promised'), conditionsDelivered: words('到位工作条件', 'Conditions delivered'),
} as const

export const workRates = {
  doneRate: { ...words('完成率', 'Done'), of: 'done', among: 'given' },
  objectedRate: { ...words('异议率', 'Objected to'), of: 'objected', among: 'given' },
  conditionsRate: { ...words('工作条件到位率', 'Conditions delivered'), of: 'conditionsDelivered', among: 'conditionsPromised' },
} as const

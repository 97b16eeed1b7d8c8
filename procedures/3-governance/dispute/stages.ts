import { courseLimit } from './limits.ts'
import { within, type Stage as Declared } from '../../../kernel/procedure.ts'
import type { DisputeFacts } from './facts.ts'
import { performedBy } from './plan.ts'
import type { Needed } from './needs.ts'
import { contestOf } from './tracks.ts'

export type Stage =
  | 'registered' | 'completing' | 'declined' | 'triaging' | 'consenting' | 'mediating' | 'signing' | 'performing' | 'between' | 'applying' | 'pending' | 'decided' | 'closed'

type Reached = 'escalate' | 'lapse' | 'noConsent' | 'runOut' | 'askSigned' | 'remindPerformance' | 'notApplied' | 'courseLate' | 'becomesFinal'

/** Where a dispute may stand. Whatever the way it takes, it is one matter: its sides tell their story once. */
export const stages = {
  registered: { zh: '已登记，待受理', en: 'Registered', due: within('dispute.acceptance', 'escalate') },
  completing: { zh: '待补正', en: 'To be completed', due: within('dispute.complete', 'lapse') },
  declined: { zh: '不予受理', en: 'Declined', final: true },
  triaging: { zh: '已受理，待定途径', en: 'Accepted, a way to be chosen', due: within('dispute.triage', 'escalate') },
  consenting: { zh: '征求调解意愿', en: 'Asked whether they agree', due: within('mediation.consent', 'noConsent') },
  mediating: { zh: '调解中', en: 'In mediation', due: { then: 'runOut', limit: c => (c.facts.track === 'judicial' ? 'diversion.period' : 'mediation.period'), standsStillIn: ['signing'] } },
  signing: { zh: '待签署', en: 'To be signed', due: within('mediation.sign', 'askSigned') },
  performing: { zh: '履行中', en: 'Being performed', due: { then: 'remindPerformance', limit: c => performedBy(c.facts.plan, c.now) } },
  between: { zh: '待定下一步', en: 'Next way to be chosen', due: within('dispute.next', 'escalate') },
  applying: { zh: '待当事人申请', en: 'For a side to apply', due: within('course.apply', 'notApplied') },
  pending: { zh: '裁决、裁判或和解中', en: 'Before that body', due: { then: 'courseLate', limit: c => courseLimit(c.facts, c) } },
  decided: { zh: '已有结果，可依法不服', en: 'Decided, open to contest', due: { then: 'becomesFinal', limit: c => contestOf(c.facts.track, c.facts.about) ?? 'course.apply' } },
  closed: { zh: '办结', en: 'Closed', final: true },
} as const satisfies { readonly [S in Stage]: Declared<DisputeFacts, Reached, Needed, Stage> }

/** Where work is still to be done; what a court says of an agreement, and what became of it, is noted after the end as well (`ever`). */
export const open = ['registered', 'completing', 'triaging', 'consenting', 'mediating', 'signing', 'performing', 'between', 'applying', 'pending', 'decided'] as const satisfies readonly Stage[]
export const ever = [...open, 'closed'] as const satisfies readonly Stage[]

/** Where the sides are asked, or talk: who mediates is settled in either. */
export const talking = ['consenting', 'mediating'] as const satisfies readonly Stage[]

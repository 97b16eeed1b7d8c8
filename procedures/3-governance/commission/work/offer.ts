import { legalDay } from '../../../../kernel/calendar.ts'
import type { Move } from '../../../../kernel/procedure.ts'
import { words } from '../../../../kernel/words.ts'
import { theClock } from '../../../../kernel/who.ts'
import { isOver } from '../../../usual/end-date.ts'
import type { WorkFacts } from './facts.ts'
import { endsAs, kept, lapsedItem, promised, said, theReceiver, toIssuer, type Now, type OfferStep } from './parts.ts'

const notTakenOn = (c: Now, zh: string, en: string): Move<WorkFacts, 'declined'> => ({ ...endsAs(c, 'declined', words(zh, en), [toIssuer(c.matter, '村（社区）不承担委托事项', 'The community does not take on what you entrusted')], 'declined'), counts: { declined: 1 } })

/** What is entrusted is taken on freely, or not (Art. 7.2). */
export const offering = {
  accept: {
    zh: '承担', en: 'Take it on', from: ['offered'], to: ['awaiting', 'doing'], basis: ['7.2'], primary: true, by: [theReceiver], needs: ['standing'],
    causes: words('自愿承担后按期办理；约定了工作条件的，条件到位后开始', 'Freely taken on; where conditions were promised, it begins once they are there'),
    only: isOver,
    then: c => {
      const stage = promised(c) > 0 ? 'awaiting' : 'doing'
      return lapsedItem(c) ?? {
        to: stage, counts: { accepted: 1 }, set: { ...(stage === 'doing' && { began: legalDay(c.now) }) },
        effects: [kept(c.matter, stage, stage === 'doing' ? { begun: legalDay(c.now) } : {}), said('accepted'), toIssuer(c.matter, '村（社区）同意承担委托事项', 'The community takes on what you entrusted')],
      }
    },
  },
  decline: {
    zh: '不承担', en: 'Don’t take it on', from: ['offered'], to: 'declined', basis: ['7.2'], by: [theReceiver], asks: ['declineReason?'],
    causes: words('委托事项由村（社区）自主决定', 'What is entrusted is for the community to decide'),
    then: c => notTakenOn(c, '村（社区）决定不承担', 'The community decided not to take it on'),
  },
  notTakenOn: {
    zh: '逾期未答复，视为不承担', en: 'No answer: not taken on', from: ['offered'], to: 'declined', basis: ['7.2'], by: [theClock],
    then: c => notTakenOn(c, '逾期未答复，视为不承担（平台规则）', 'No answer in time: not taken on (a product rule)'),
  },
} as const satisfies Readonly<Record<string, OfferStep>>

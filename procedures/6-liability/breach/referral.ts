import { refuse } from '../../../kernel/refusal.ts'
import { holder, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { NoNeeds, Step } from '../../../kernel/procedure.ts'
import { tellReporter, toDecider, toUnit } from './course.ts'
import type { Facts } from './facts.ts'

type Stage = 'deciding' | 'correcting' | 'rechecking' | 'standing' | 'appealed' | 'referred' | 'closed'

const noneOpen = refuse('nothing-referred', words('没有等待结果的移送', 'Nothing is referred that awaits an answer'))

/** Handing on what is serious, or what another law governs: persons are for those it is handed to, here stand the hand-off and what became of it (Art. 49, 50, 51). */
export const referralSteps = {
  refer: {
    zh: '移送', en: 'Refer', from: ['deciding', 'correcting', 'rechecking', 'standing'], to: ['referred'], basis: ['49', '50.1', '50.2', '51'], by: [holder('lead')], asks: ['authority', 'authorityName', 'referReason', 'handOff'],
    causes: words('对个人的处理由受移送机关依法作出；平台记录移送和结果，逾期再询问', 'Persons are dealt with by that authority under the law; the hand-off and its outcome are kept here, and asked for again'),
    only: ({ matter }) => (matter.clocks['referral'] ? refuse('already-referred', words('已移送，正在等待结果', 'It is referred already and awaits an answer'), { remedy: words('结果到后先登记结果', 'Record that answer first') }) : undefined),
    then: c => ({
      // Before a decision it ends here; beside one the decision goes its own way.
      ...(c.matter.stage === 'deciding' && { to: 'referred' as const }), counts: { referred: 1 }, set: { referralOutcome: null, asked: null },
      clocks: [{ clock: 'referral', start: 'breach.referral', then: 'askAgain' }], effects: [toUnit(c.matter, '有关事项已移送有权机关', 'The matter was referred to the competent authority')],
    }),
  },
  askAgain: {
    zh: '逾期未回，再次询问', en: 'Ask again', from: ['correcting', 'rechecking', 'standing', 'appealed', 'referred'], basis: [], by: [theClock],
    then: ({ matter }) => ({
      set: { asked: (matter.facts.asked ?? 0) + 1 }, clocks: [{ clock: 'referral', start: 'breach.referral', then: 'askAgain' }],
      effects: [toDecider(matter, '移送结果逾期未回，请再次询问并登记', 'No answer on a referral: ask again and record it')],
    }),
  },
  referralResult: {
    zh: '登记移送结果', en: 'Record what became of it', from: ['correcting', 'rechecking', 'standing', 'appealed', 'referred'], to: ['closed'], basis: ['49', '50.1', '50.2', '51'], by: [holder('lead', 'handler')], asks: ['referralOutcome'],
    only: ({ matter }) => (matter.clocks['referral'] ? undefined : noneOpen),
    then: ({ matter }) => (matter.stage === 'referred'
      ? { to: 'closed', clocks: [{ clock: 'referral', end: true }], effects: [tellReporter('referred'), toUnit(matter, '责任追究事项已办结', 'The matter of liability is closed')] }
      : { clocks: [{ clock: 'referral', end: true }] }),
  },
} as const satisfies Readonly<Record<string, Step<Facts, Stage, NoNeeds>>>

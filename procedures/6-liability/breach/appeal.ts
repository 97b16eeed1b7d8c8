import { legalDay } from '../../../kernel/calendar.ts'
import { hasRunOut } from '../../../kernel/clock.ts'
import type { Glance, NoNeeds, Step } from '../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { holder, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { aboveIt, toCompetent } from '../competence.ts'
import { correctionLimit, measureAsks, measured, onward, published, replaced, tellReporter, theUnit, toDecider, toUnit, type Case } from './course.ts'
import type { Facts } from './facts.ts'

type Stage = 'correcting' | 'rechecking' | 'standing' | 'appealed' | 'referred' | 'closed' | 'unfounded'

/** Within its time, and to a level above: the city’s decisions have none here. */
const mayAppeal = ({ matter, now }: Glance<Facts>): Refusal | undefined => {
  const window = matter.clocks['appeal']
  if (!window || hasRunOut(window, now)) {
    return refuse('appeal-over', words('申诉期已过，或者已经申诉过', 'The time for appeal is over, or it was appealed already'), { remedy: words('可依法向有关机关反映', 'You may turn to other authorities under the law') })
  }
  return aboveIt(matter.facts.decider ?? '') === undefined
    ? refuse('none-above', words('平台内没有上一级', 'There is no level above here'), { remedy: words('请依法向省级有关机关申诉', 'Appeal to the province under the law') })
    : undefined
}

/** Back with whoever decided, and to where it stood; the decision is final from now on. */
const back = (matter: Case) => {
  const stood = matter.facts.appealedIn
  const { to, effects } = onward(matter, true)
  return { holder: { office: matter.facts.decider ?? '' }, to: stood === 'correcting' || stood === 'rechecking' ? stood : to, effects: stood === 'correcting' || stood === 'rechecking' ? [] : effects } as const
}

const decides = [holder('lead')]

/** The unit may have the level above judge what was decided, once and in time; until then nothing is published. */
export const appealSteps = {
  appeal: {
    zh: '申诉', en: 'Appeal', from: ['correcting', 'rechecking', 'standing', 'referred'], to: 'appealed', basis: [], by: [theUnit], asks: ['appealGrounds'],
    causes: words('由上一级按时作出决定；其间不公开，改正期限暂停（平台规则）', 'The level above decides in time; meanwhile nothing is published and the time to correct stands still (a product rule)'),
    only: mayAppeal,
    then: ({ matter }) => {
      const above = aboveIt(matter.facts.decider ?? '') ?? ''
      return {
        holder: { office: above }, set: { appealedIn: matter.stage, appealBy: above }, clocks: [{ clock: 'appeal', end: true }], counts: { appealed: 1 },
        effects: [toCompetent(above, '有责任决定的申诉待办理', 'An appeal awaits decision'), toDecider(matter, '当事单位已申诉', 'The unit concerned appealed')],
      }
    },
  },
  uphold: {
    zh: '维持原决定', en: 'Uphold', from: ['appealed'], to: ['correcting', 'rechecking', 'standing', 'referred', 'closed'], basis: [], primary: true, by: decides, asks: ['appealReason'],
    causes: words('原决定生效，有通报批评的即公开', 'The decision is final; a notice of criticism is published'),
    then: c => {
      const { effects, ...move } = back(c.matter)
      return { ...move, set: { appealResult: 'upheld', settled: true }, effects: [...effects, ...published(c.matter, c.now), toUnit(c.matter, '申诉已决定：维持', 'Your appeal was decided: upheld'), toDecider(c.matter, '申诉已决定：维持', 'The appeal was decided: upheld')] }
    },
  },
  change: {
    zh: '变更决定', en: 'Change it', from: ['appealed'], to: ['correcting', 'referred', 'closed'], basis: ['50.2'], by: decides, asks: ['appealReason', ...measureAsks],
    causes: words('以变更后的决定为准，即时生效', 'What is decided now takes its place, and is final'),
    then: c => measured(c) ?? (() => {
      const facts = { ...c.matter.facts, ...c.input }
      const matter = { ...c.matter, facts }
      const { to, effects } = onward(c.matter, true)
      return {
        holder: { office: facts.decider ?? '' }, set: { appealResult: 'changed' as const, settled: true, ...replaced(c) },
        ...(c.input.orders === 'yes' ? { to: 'correcting' as const, clocks: [{ clock: 'stage', start: correctionLimit(c.input.correctBy, c.now), then: 'overdue' }] } : { to: to === 'closed' || to === 'referred' ? to : 'closed' as const }),
        effects: [...(c.input.orders === 'yes' ? [] : effects), ...published(matter, c.now), toUnit(c.matter, '申诉已决定：变更', 'Your appeal was decided: changed'), toDecider(c.matter, '申诉已决定：变更', 'The appeal was decided: changed')],
      }
    })(),
  },
  annul: {
    zh: '撤销决定', en: 'Annul', from: ['appealed'], to: 'unfounded', basis: [], by: decides, asks: ['appealReason'],
    causes: words('责任不成立，不公开；已移送的须告知受移送机关', 'Nothing is founded and nothing published; an authority it was referred to has to be told'),
    then: ({ matter }) => ({
      holder: { office: matter.facts.decider ?? '' }, set: { appealResult: 'annulled' }, counts: { annulled: 1 },
      effects: [
        tellReporter('unfounded'), toUnit(matter, '申诉已决定：撤销', 'Your appeal was decided: annulled'),
        toDecider(matter, matter.clocks['referral'] ? '申诉已决定：撤销，请告知受移送机关' : '申诉已决定：撤销', matter.clocks['referral'] ? 'The appeal annulled it; tell the authority it was referred to' : 'The appeal was decided: annulled'),
      ],
    }),
  },
  settle: {
    zh: '申诉期满', en: 'The time for appeal ends', from: ['correcting', 'rechecking', 'standing', 'referred'], to: ['referred', 'closed'], basis: [], by: [theClock],
    then: c => {
      const done = onward(c.matter, true)
      const stands = c.matter.stage === 'standing' && (done.to === 'closed' || done.to === 'referred') ? { to: done.to, effects: done.effects } : { effects: [] }
      return { ...stands, set: { settled: true }, effects: [...stands.effects, ...published(c.matter, c.now), toUnit(c.matter, '责任决定已生效', `The decision is final as of ${legalDay(c.now)}`)] }
    },
  },
} as const satisfies Readonly<Record<string, Step<Facts, Stage, NoNeeds>>>

import type { ClockChange } from '../../../kernel/procedure.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { aSide, ownNumber, pastDay, sideFault, theBody, theCentre, toHolder, toOffice, toSides, triedSoFar, type DisputeStep, type Moved, type Now } from './parts.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { allAgreed, changed, seatOf, someRefused, unchosen, unsigned, type Seat } from './sides.ts'
import { legalDay } from '../../../kernel/calendar.ts'
import { fault, type Dispute } from './facts.ts'
import { kindTraits, type DisputeKind } from './kinds.ts'
import { trackOf, wayFault } from './tracks.ts'
import { unagreed } from './unagreed.ts'

/** Who agreed to one body’s mediation is asked anew for another’s; a refusal stands until it is taken back. */
const askedAnew = (seats: readonly Seat[] | undefined): readonly Seat[] => unchosen(seats).map(seat => ({ ...seat, consent: seat.consent === 'refused' ? 'refused' : 'open', informed: false, tried: 0 }))

/** What another body decided, and when it was asked, was said of the way before and not of this one; the days of the court that confirms an agreement are no such thing. */
const leftBehind = ({ facts: { confirmation } }: Dispute) => ({
  appliedOn: null, takenUpOn: null, receipt: null, courseNote: null, courseExtensions: null, result: null, resultNote: null, joint: null, challenged: null, challenge: null,
  ...(confirmation === undefined && { decidedOn: null, resultPapers: null }),
})

/** Mediation keeps nobody from labour arbitration: some days after the body had the application, either side may go there (Labour Dispute Law, Art. 14). */
const arbitrationAfter = (about: DisputeKind | undefined): readonly ClockChange[] =>
  (kindTraits(about).limitation === 'labour' ? [{ clock: 'arbitration', start: 'labour.mediation', then: 'arbitrationOpen' }] : [])

/** A text that not all had signed by then waits no longer. */
const textLeft = ({ facts: { lateToSign, seats } }: Dispute) => (lateToSign === true ? { lateToSign: null, seats: unsigned(seats), mediatorSigned: null, sealedOn: null } as const : {})

/** What a side said of mediation: clearly refused, it is barred; agreed by all, it begins. */
const heard = (c: Now, number: number): Moved => {
  const seats = changed(c.matter.facts.seats, number, { consent: c.input.answer === 'agrees' ? 'agreed' : 'refused', tried: 0 })
  if (c.input.answer === 'refuses') return unagreed(c, '有一方明确拒绝，不再调解', 'One side clearly refused: there is no mediation', { set: { seats }, counts: { refused: 1 } })
  if (!allAgreed(seats)) return { set: { seats } }
  return { to: 'mediating', set: { seats, silent: null }, counts: { begun: 1 }, effects: [toSides('各方同意，调解开始', 'All agree; mediation begins'), ...toHolder(c.matter, '各方同意，请安排调解', 'All agree; please plan the session')] }
}

/** What is said on the platform a side says itself; what was written is there to be seen. */
const heardFault = ({ input: { heardHow, sheet = [] } }: Now) => (heardHow === 'online' ? fault('heardHow', '在平台上的表态由当事人自己作出', 'On the platform a side says so itself')
  : heardHow === 'paper' && sheet.length === 0 ? fault('sheet', '请附书面表态', 'Add what was written') : undefined)

/** Which way, by which body, and whether the sides want it (Art. 28.4, 29.1, 29.2). */
export const choosing = {
  choose: {
    zh: '确定途径', en: 'Choose the way', from: ['triaging', 'between', 'decided'], to: ['consenting', 'applying', 'pending'], basis: ['29.1', '29.2'], primary: true, by: [theCentre], needs: ['staffed'],
    asks: ['track', 'body?', 'grade?'],
    causes: words('调解须各方同意；其他途径由当事人申请，其时限并行显示', 'Mediation takes the consent of all; for other ways a side applies, and their limits run side by side'),
    then: c => {
      const { track = 'people', body } = c.input
      const { about, police, lateToSign } = c.matter.facts
      const seats = lateToSign === true ? unsigned(c.matter.facts.seats) : c.matter.facts.seats
      const refused = wayFault({ track, kind: about, region: c.matter.region, staffed: c.needs.staffed, refused: someRefused(seats), danger: police === 'owed' || police === 'sent', warned: police === 'told', ...(body !== undefined && { body }) })
      if (refused) return refused
      const traits = trackOf(track)
      const counts = { [`way-${track}`]: 1 }
      const before = { ...leftBehind(c.matter), ...textLeft(c.matter), ...(c.matter.stage === 'decided' && { tried: triedSoFar(c.matter) }) }
      if (traits.mediation) {
        return {
          to: 'consenting', holder: { office: body ?? '' }, counts, set: { ...before, seats: askedAnew(seats), mediator: null, chosenHow: null, silent: null, mediationExtensions: null }, clocks: arbitrationAfter(about),
          effects: [...toOffice(body, '有纠纷待调解，请征求各方意愿', 'A dispute awaits you; please ask the sides'), toSides('已确定调解途径，请表明是否同意', 'A way of mediation was chosen; please say whether you agree')],
        }
      }
      const alone = traits.bodies === undefined
      return {
        to: alone ? 'pending' : 'applying', counts, ...(body !== undefined && { parties: [{ role: 'body', office: body }] }), set: { ...before, body: body ?? null },
        effects: [toSides(alone ? '由各方自行和解，请按时告知结果' : '请在期限内向办理机构申请', alone ? 'The sides settle it themselves; please say in time what came of it' : 'Please apply to that body in time'), ...toOffice(body, '有纠纷当事人将向你单位申请', 'The sides of a dispute are to apply to you')],
      }
    },
  },
  hearSide: {
    zh: '记录意愿', en: 'Record what a side says', from: ['consenting'], to: ['consenting', 'mediating', 'between'], basis: ['29.1'], primary: true, by: [theBody], asks: ['seatNumber', 'answer', 'heardHow', 'sheet?'],
    causes: words('任何一方明确拒绝，就不得调解', 'If any side clearly refuses, there is no mediation'),
    then: c => sideFault(c.matter, c.input.seatNumber) ?? heardFault(c) ?? heard(c, c.input.seatNumber ?? 0),
  },
  say: {
    zh: '表明意愿', en: 'Say whether you agree', from: ['consenting'], to: ['consenting', 'mediating', 'between'], basis: ['29.1'], primary: true, by: [aSide], asks: ['answer'],
    then: c => heard(c, ownNumber(c.matter, c.actor) ?? 0),
  },
  /** Consent may come later than the refusal: then the way is open again (People’s Mediation Law, Art. 17). */
  takeBack: {
    zh: '记录重新同意', en: 'Record that a side agrees after all', from: ['between', 'triaging', 'applying', 'pending', 'decided'], basis: ['29.1'], by: [theCentre, theBody], asks: ['seatNumber', 'heardHow', 'sheet'],
    causes: words('可以再次选择调解', 'Mediation may be chosen again'),
    then: c => {
      const refused = sideFault(c.matter, c.input.seatNumber) ?? heardFault(c)
      if (refused) return refused
      return seatOf(c.matter.facts.seats, c.input.seatNumber)?.consent === 'refused' ? { set: { seats: changed(c.matter.facts.seats, c.input.seatNumber, { consent: 'open' }) } }
        : refuse('not-refused', words('该方没有拒绝调解', 'That side has not refused'))
    },
  },
  /** The side itself, also where somebody recorded a refusal that it never gave. */
  agreeAfterAll: {
    zh: '改为同意调解', en: 'Agree to mediation after all', from: ['between', 'triaging', 'applying', 'pending', 'decided'], basis: ['29.1'], by: [aSide], asks: [],
    causes: words('可以再次选择调解', 'Mediation may be chosen again'),
    // Asked as the step is taken: what is internal stands masked to a side before.
    then: c => {
      const { seats } = c.matter.facts
      const number = ownNumber(c.matter, c.actor)
      return seatOf(seats, number)?.consent === 'refused' ? { set: { seats: changed(seats, number, { consent: 'open' }) }, effects: toHolder(c.matter, '一方改为同意调解，可以再次选择调解', 'A side agrees to mediation after all; it may be chosen again') }
        : refuse('not-refused', words('该方没有拒绝调解', 'That side has not refused'))
    },
  },
  attempt: {
    zh: '记录一次联系', en: 'Record an attempt to reach a side', from: ['consenting', 'mediating'], basis: ['29.1'], by: [theBody], asks: ['seatNumber', 'attemptWay', 'attemptOn', 'attemptNote'],
    then: c => sideFault(c.matter, c.input.seatNumber) ?? pastDay('attemptOn', c.input.attemptOn ?? '', c, 'registered') ?? {
      set: { silent: true, seats: changed(c.matter.facts.seats, c.input.seatNumber, { tried: (seatOf(c.matter.facts.seats, c.input.seatNumber)?.tried ?? 0) + 1 }) },
      // Once, and no further: who is silent is waited for, not for ever.
      ...(c.matter.stage === 'consenting' && c.matter.facts.silent !== true && { clocks: [{ clock: 'stage', start: 'dispute.silent', then: 'noConsent' }] }),
    },
  },
  giveUp: {
    zh: '联系不上，转其他途径', en: 'A side stays silent: another way', from: ['consenting', 'mediating'], to: 'between', basis: ['29.1'], by: [theBody], asks: ['seatNumber', 'why', 'otherWays'],
    causes: words('按联系不上的那一方计算次数；其间有答复的重新计算', 'Counted for the side that is silent, and anew once it answered'),
    then: c => {
      const least = Number(c.law.figure('dispute.attempts', legalDay(c.now)).value)
      return sideFault(c.matter, c.input.seatNumber) ?? ((seatOf(c.matter.facts.seats, c.input.seatNumber)?.tried ?? 0) >= least
        ? unagreed(c, '有一方联系不上，改走其他途径', 'One side stays silent: another way is chosen', { counts: { silent: 1 } })
        : refuse('try-again', words(`该方至少联系 ${least} 次并留下记录（平台规则）`, `Try that side at least ${least} times, each recorded (a product rule)`), { remedy: words('请换一种方式再联系该方', 'Try it once more, by another way') }))
    },
  },
  arbitrationOpen: {
    zh: '劳动争议调解满期', en: 'Labour arbitration is open', from: ['consenting', 'mediating', 'signing'], basis: ['29.1'], by: [theClock],
    then: c => ({ effects: [toSides('调解期限内没有达成协议，任何一方可以申请劳动仲裁；也可以继续调解', 'Nothing was agreed in the time that the law gives mediation: either side may ask for labour arbitration, or mediation goes on'), ...toHolder(c.matter, '劳动争议调解期限已满，请告知当事人可以申请仲裁', 'The time for mediating a labour dispute is over; please tell the sides that they may go to arbitration')] }),
  },
  noConsent: {
    zh: '到期没有得到各方同意', en: 'Not all agreed in time', from: ['consenting'], to: 'between', basis: [], by: [theClock],
    then: c => unagreed(c, '到期没有得到各方同意，调解没有开始', 'Not all agreed in time: mediation did not begin'),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

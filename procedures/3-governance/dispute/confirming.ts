import { legalDay } from '../../../kernel/calendar.ts'
import { kindOfOffice, regionOfOffice } from '../../../kernel/post.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { notConfirmable } from './confirmable.ts'
import { enforcementRuns } from './enforcing.ts'
import { pastDay, theBody, theCentre, theCourt, toOffice, toSides, type DisputeStep, type Seen } from './parts.ts'
import { ever, open } from './stages.ts'

/** Where an agreement may stand in effect: it is asked for nowhere else. */
const where = ['performing', 'between', 'applying', 'pending', 'decided'] as const

/** Whether the court may still be asked: both together, within thirty days of effect, and of what a court confirms at all. */
const notToConfirm = ({ matter: { facts }, now, law }: Seen): Refusal | undefined => {
  const { effectiveOn, confirmation, about } = facts
  if (effectiveOn === undefined) return refuse('no-agreement', words('没有生效的调解协议', 'There is no agreement in effect'), { basis: ['29.3'] })
  if (confirmation !== undefined && confirmation !== 'rejected') return refuse('already-asked', words('已申请司法确认', 'The court was asked already'))
  return notConfirmable({ about, effectiveOn }, law, legalDay(now))
}

const nothingAsked = (state: readonly string[]) => ({ matter: { facts } }: Seen): Refusal | undefined =>
  (state.includes(facts.confirmation ?? '') ? undefined : refuse('nothing-open', words('没有待办的司法确认申请', 'No confirmation is asked for')))

/** The court’s confirmation of what was agreed, its clock shown to both whichever way the dispute takes meanwhile (Art. 29.3). */
export const confirming = {
  askConfirmation: {
    zh: '共同申请司法确认', en: 'Ask the court together', from: where, basis: ['29.3'], by: [theBody, theCentre], needs: ['staffed'], asks: ['court', 'sheet'],
    causes: words('附各方共同签字的申请；法院依法审查', 'With the application both signed; the court examines it by law'),
    only: notToConfirm,
    then: c => {
      const { court = '' } = c.input
      if (kindOfOffice(court) !== 'court' || !isWithin(c.matter.region, regionOfOffice(court))) return fault('court', '请选择当地人民法院', 'Choose the court of the place')
      if (!c.needs.staffed?.includes(court)) return fault('court', '该法院没有可以接收的人员', 'Nobody there could accept it')
      return {
        set: { confirmation: 'asked' }, parties: [{ role: 'court', office: court }], counts: { confirmationAsked: 1 },
        clocks: [{ clock: 'confirmation', end: true }, { clock: 'court', start: 'judicial-confirmation.accept', then: 'courtLate' }],
        effects: [...toOffice(court, '有调解协议司法确认申请', 'An agreement is to be confirmed'), toSides('已共同申请司法确认', 'The court was asked together')],
      }
    },
  },
  takeUpConfirmation: {
    zh: '受理司法确认', en: 'Take it up', from: ever, basis: ['29.3'], primary: true, by: [theCourt], asks: [], only: nothingAsked(['asked']),
    then: () => ({ set: { confirmation: 'accepted' }, clocks: [{ clock: 'court', start: 'judicial-confirmation.decide', then: 'courtLate' }], effects: [toSides('法院已受理司法确认申请', 'The court took it up')] }),
  },
  confirmAgreement: {
    zh: '裁定协议有效', en: 'Confirm the agreement', from: ever, basis: ['29.3'], primary: true, by: [theCourt], asks: ['rulingNumber', 'decidedOn', 'resultPapers?'], only: nothingAsked(['accepted']),
    causes: words('一方不履行的，对方可以申请强制执行', 'If one side does not perform it, the other may have it enforced'),
    then: c => pastDay('decidedOn', c.input.decidedOn ?? '', c) ?? { set: { confirmation: 'confirmed' }, counts: { confirmed: 1 }, clocks: [{ clock: 'court', end: true }, ...enforcementRuns(c, { ...c.facts, confirmation: 'confirmed' })], effects: [toSides('调解协议经法院裁定有效', 'The court confirmed the agreement')] },
  },
  rejectConfirmation: {
    zh: '不予受理或者驳回', en: 'Not taken up, or rejected', from: ever, basis: ['29.3'], by: [theCourt], asks: ['why', 'decidedOn', 'resultPapers?'], only: nothingAsked(['asked', 'accepted']),
    then: c => pastDay('decidedOn', c.input.decidedOn ?? '', c) ?? { set: { confirmation: 'rejected' }, clocks: [{ clock: 'court', end: true }], effects: [toSides('司法确认申请未获支持，理由见详情；可以变更协议或者起诉', 'The court did not confirm it; why stands in it. The agreement may be changed, or a side may sue')] },
  },
  courtLate: {
    zh: '司法确认逾期', en: 'The court is late', from: ever, basis: [], by: [theClock],
    then: c => ({ clocks: [{ clock: 'court', start: 'judicial-confirmation.extension', then: 'courtLate' }], effects: toOffice(c.matter.facts.court, '司法确认申请逾期未办', 'A confirmation is late') }),
  },
  closeWindow: {
    zh: '司法确认申请期满', en: 'The time to ask the court is over', from: open, basis: ['29.3'], by: [theClock],
    then: () => ({ effects: [toSides('共同申请司法确认的期限已过；协议仍然有效', 'The time to ask the court together is over; the agreement stands')] }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

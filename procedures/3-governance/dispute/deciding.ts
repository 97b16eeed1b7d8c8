import { limitOf } from '../../../kernel/clock.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { officeIn, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { kindTraits } from './kinds.ts'
import { interrupted, proceedingsOver } from './limitation.ts'
import { courseLimit, isPast, limitFrom } from './limits.ts'
import { aSide, formerBody, pastDay, theCentre, toBetween, toClosed, toOffice, toSides, type DisputeStep, type Moved, type Now } from './parts.ts'
import { contestOf, trackOf } from './tracks.ts'

/** An application keeps the claim: its limitation is interrupted, and counts again once the proceedings are over without a decision. */
const keptBy = (c: Now): Moved => {
  const { limitation } = kindTraits(c.matter.facts.about)
  return limitation !== undefined && trackOf(c.matter.facts.track).keeps?.includes(limitation) === true ? interrupted(c, { on: c.input.appliedOn ?? '', how: 'filed' }) : {}
}

/** A day on which it was taken up that was, and not before somebody asked. */
const takenUpFault = (c: Now, appliedOn = ''): Refusal | undefined => {
  const { takenUpOn } = c.input
  return takenUpOn === undefined ? undefined : pastDay('takenUpOn', takenUpOn, c) ?? (takenUpOn < appliedOn ? fault('takenUpOn', '不能早于申请日期', 'Not before it was asked') : undefined)
}

const thatBody = officeIn('body', words('办理机构', 'the body that decides'))

/** Ways on which somebody else decides, or the sides settle it themselves: their limits run here, their work is that body’s own (Art. 28.4, 29.1). */
export const deciding = {
  applied: {
    zh: '登记已申请', en: 'Record that a side applied', from: ['applying'], to: 'pending', basis: ['29.1'], primary: true, by: [aSide, theCentre, thatBody], asks: ['appliedOn', 'takenUpOn?', 'receipt?'],
    causes: words('从该机构受理之日（未受理的，从申请之日）起，按其法定期限显示', 'That body’s own limit counts from the day it took it up; until then, from the application'),
    only: formerBody,
    then: c => pastDay('appliedOn', c.input.appliedOn ?? '', c) ?? takenUpFault(c, c.input.appliedOn) ?? { ...keptBy(c), counts: { applied: 1 }, effects: toOffice(c.matter.facts.body, '有纠纷当事人向你单位申请', 'A side of a dispute applied to you') },
  },
  takeUpApplication: {
    zh: '登记受理日期', en: 'Record when it was taken up', from: ['pending'], basis: ['29.1'], by: [theCentre, thatBody], asks: ['takenUpOn', 'receipt?'],
    causes: words('该机构的期限从这天起算', 'That body’s limit counts from this day'),
    only: c => formerBody(c) ?? (trackOf(c.matter.facts.track).bodies === undefined ? refuse('no-body', words('自行和解没有办理机构', 'No body decides where the sides settle it themselves'))
      : (c.matter.facts.courseExtensions ?? 0) > 0 ? refuse('prolonged-already', words('已登记延期，不能再改受理日期', 'It was prolonged already'), { remedy: words('请在“记录进展”中说明', 'Say so under “Note progress”') }) : undefined),
    then: c => takenUpFault(c, c.matter.facts.appliedOn) ?? { clocks: [{ clock: 'stage', start: courseLimit(c.facts, c), then: 'courseLate' }], effects: [toSides('办理机构已受理', 'That body took it up')] },
  },
  refuseApplication: {
    zh: '登记未被受理', en: 'Record that it was not taken up', from: ['applying', 'pending'], to: 'between', basis: ['29.1'], by: [theCentre, thatBody], asks: ['courseNote'],
    only: formerBody,
    then: c => toBetween(c, '该机构没有受理', 'That body did not take it up', proceedingsOver(c)),
  },
  notApplied: { zh: '逾期没有申请', en: 'Nobody applied in time', from: ['applying'], to: 'between', basis: [], by: [theClock], then: c => toBetween(c, '在期限内没有人申请', 'Nobody applied in time') },
  noteCourse: { zh: '记录进展', en: 'Note progress', from: ['pending'], basis: ['29.1'], by: [theCentre, thatBody], asks: ['courseNote'], only: formerBody, then: () => ({ effects: [toSides('办理有新进展', 'There is news')] }) },
  prolong: {
    zh: '登记该机构延期', en: 'Record that body’s extension', from: ['pending'], basis: ['29.1'], by: [theCentre, thatBody], asks: ['courseNote'],
    only: c => formerBody(c) ?? (trackOf(c.matter.facts.track).longer === undefined ? refuse('no-extension', words('该途径的规则中没有登记延期', 'No extension of it stands in the rules'))
      : (c.matter.facts.courseExtensions ?? 0) > 0 ? refuse('once-only', words('只能延期一次', 'It is extended once only')) : undefined),
    then: c => {
      const { longer } = trackOf(c.matter.facts.track)
      return longer === undefined ? {} : { set: { courseExtensions: 1 }, clocks: [{ clock: 'stage', extend: limitOf(c.law, longer, c.now).period }], effects: [toSides('该机构依法延期', 'That body extended its time, by law')] }
    },
  },
  courseLate: {
    zh: '该机构逾期', en: 'That body is late', from: ['pending'], basis: [], by: [theClock],
    then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'courseLate' }], effects: [...toOffice(c.matter.facts.body, '一起纠纷逾期未办结', 'A dispute before you is late'), ...toOffice(c.matter.holder?.office, '一起纠纷在办理机构逾期，请了解情况', 'A dispute is late before its body; please ask'), toSides('该机构逾期未办结', 'That body is late')] }),
  },
  recordResult: {
    zh: '登记结果', en: 'Record the result', from: ['pending'], to: ['decided', 'closed', 'between'], basis: ['29.1'], primary: true, by: [theCentre, thatBody], asks: ['result', 'resultNote', 'decidedOn', 'resultPapers?'],
    causes: words('可以不服的，其期限对各方显示；期满办结', 'Where it can be contested, the time for it is shown; then it closes'),
    only: formerBody,
    then: c => {
      const { decidedOn = '', result } = c.input
      const refused = pastDay('decidedOn', decidedOn, c) ?? (decidedOn < (c.matter.facts.appliedOn ?? '') ? fault('decidedOn', '不能早于申请日期', 'Not before it was asked') : undefined)
      if (refused) return refused
      const contest = contestOf(c.matter.facts.track, c.matter.facts.about)
      if (result === 'refused' && c.matter.facts.track === 'reconciliation') return toBetween(c, '各方没有和解', 'The sides did not settle it')
      if (result === 'settled') return toClosed(c, 'settled', { counts: { settledThere: 1 } })
      if (contest === undefined) return toClosed(c, 'settled')
      const limit = limitFrom(c.law, contest, decidedOn, c.now)
      return isPast(c.law, limit, c.now) ? toClosed(c, 'decided') : { to: 'decided', counts: { decided: 1 }, clocks: [{ clock: 'stage', start: limit, then: 'becomesFinal' }], effects: [toSides('已有结果；不服的，可在期限内依法起诉', 'There is a result; who contests it goes to court in time')] }
    },
  },
  sayResult: {
    zh: '告知结果', en: 'Say what came of it', from: ['pending', 'decided'], basis: ['29.1'], by: [aSide], asks: ['remark', 'resultPapers?'],
    then: c => ({ effects: toOffice(c.matter.holder?.office, '当事人告知了结果，请核实登记', 'A side told of the result; please check and record it') }),
  },
  notSettled: {
    zh: '没有和解', en: 'Not settled', from: ['pending'], to: 'between', basis: ['29.1'], by: [aSide, theCentre], asks: ['why'],
    only: c => (c.matter.facts.track === 'reconciliation' ? undefined : refuse('not-that-way', words('只用于自行和解', 'Only where the sides settle it themselves'))),
    then: c => toBetween(c, '各方没有和解', 'The sides did not settle it'),
  },
  becomesFinal: { zh: '期满没有不服', en: 'Not contested in time', from: ['decided'], to: 'closed', basis: [], by: [theClock], then: c => toClosed(c, 'decided') },
} as const satisfies Readonly<Record<string, DisputeStep>>


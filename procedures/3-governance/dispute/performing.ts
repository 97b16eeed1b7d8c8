import { refuse } from '../../../kernel/refusal.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { enforcementRuns } from './enforcing.ts'
import { fault } from './facts.ts'
import { aSide, mediated, pastDay, theBody, theCentre, toBetween, toClosed, toHolder, toSides, type DisputeStep } from './parts.ts'
import { allDone, comingUp, performedBy, stillOwed } from './plan.ts'
import { trackOf } from './tracks.ts'

const watched = { clock: 'again', end: true } as const

/** The body follows what was agreed until it is performed (People’s Mediation Law, Art. 31); broken, the sides get to know what they can do. */
export const performing = {
  perform: {
    zh: '登记履行', en: 'Record performance', from: ['performing'], to: ['performing', 'closed'], basis: ['29.3'], primary: true, by: [theBody], asks: ['dueNumber?', 'paidYuan?', 'performedOn', 'performedNote', 'proof?'],
    causes: words('按计划逐项登记，一项只付了一部分的填写金额；全部履行的办结', 'Item by item of the plan, with the sum where only a part of one was paid; with the last it closes'),
    then: c => {
      const { dueNumber, paidYuan, performedOn = '' } = c.input
      const { plan = [], agreedOn = '' } = c.matter.facts
      const refused = pastDay('performedOn', performedOn, c) ?? (performedOn < agreedOn ? fault('performedOn', '不能早于达成日期', 'Not before it was agreed') : undefined)
      if (refused) return refused
      if (plan.length === 0 && paidYuan !== undefined) return fault('paidYuan', '没有分项的履行计划；部分履行的，用“回访”记录', 'There is no plan of items; note a part of it by “Ask how it stands”')
      if (plan.length === 0) return toClosed(c, 'performed', { clocks: [watched], effects: mediated(c, 'keep') })
      const row = plan[(dueNumber ?? 0) - 1]
      if (!row) return fault('dueNumber', `请填写履行计划的第几项（1 至 ${plan.length}）`, `Which item of the plan, 1 to ${plan.length}`)
      if (row.doneOn !== undefined) return fault('dueNumber', '该项已登记履行', 'That item is recorded already')
      if (paidYuan !== undefined && paidYuan > stillOwed(row)) return fault('paidYuan', `该项还应付 ${stillOwed(row)} 元`, `${stillOwed(row)} yuan of that item are owed`)
      const done = paidYuan === undefined || paidYuan === stillOwed(row)
      const after = plan.map((one, at) => (at + 1 === dueNumber ? { ...one, ...(paidYuan !== undefined && { paid: (one.paid ?? 0) + paidYuan }), ...(done && { doneOn: performedOn }) } : one))
      // What is late and paid in part is asked about on.
      return allDone(after) ? toClosed(c, 'performed', { set: { plan: after }, clocks: [watched], effects: mediated(c, 'keep') }) : { to: 'performing', set: { plan: after }, clocks: [...(done ? [watched] : []), comingUp(after, c.law, c.now)] }
    },
  },
  sayPerformed: {
    zh: '告知履行情况', en: 'Say whether it was performed', from: ['performing'], basis: ['29.3'], by: [aSide], asks: ['performedNote', 'proof?'],
    then: c => ({ effects: toHolder(c.matter, '当事人告知了履行情况，请核实登记', 'A side told of performance; please check and record it') }),
  },
  askAfter: {
    zh: '回访', en: 'Ask how it stands', from: ['performing', 'closed'], basis: ['29.3'], by: [theBody], asks: ['visitedOn', 'visitNote'],
    causes: words('履行完、办结后也可以回访', 'Also after it was performed and closed'),
    then: c => pastDay('visitedOn', c.input.visitedOn ?? '', c, 'registered') ?? {
      counts: { visits: 1 }, ...(c.matter.stage === 'performing' && { clocks: [watched, { clock: 'stage', start: performedBy(c.matter.facts.plan, c.now), then: 'remindPerformance' }] }),
    },
  },
  remindAhead: {
    zh: '即将到期', en: 'Due soon', from: ['performing'], basis: [], by: [theClock],
    then: c => ({ clocks: [comingUp(c.matter.facts.plan, c.law, c.now)], effects: [toSides('协议约定的履行期限将至，请按时履行', 'Something agreed falls due soon: please perform it in time')] }),
  },
  remindPerformance: {
    zh: '到期提醒', en: 'Due', from: ['performing'], basis: [], by: [theClock],
    then: c => ({
      clocks: [{ clock: 'again', start: 'mediation.perform-again', then: 'remindPerformance' }],
      effects: [toSides('协议履行到期，请履行或者说明情况', 'What was agreed is due: please perform it, or say how it stands'), ...toHolder(c.matter, '协议履行到期，请回访登记', 'What was agreed is due: please ask and record it')],
    }),
  },
  breach: {
    zh: '登记没有履行', en: 'Record that it was broken', from: ['performing'], to: 'between', basis: ['29.3'], by: [theBody], asks: ['performedNote', 'otherWays'],
    causes: words('协议仍然有效；已司法确认的可以申请执行，未确认的可以起诉', 'The agreement still stands: confirmed, it can be enforced; else a side may sue on it'),
    then: c => toBetween(c, '协议没有履行；协议仍然有效，途径见详情', 'It was not performed; the agreement stands, and the ways open to you are told in it', { set: { broken: true, seats: c.matter.facts.seats ?? null }, counts: { broken: 1 }, clocks: [watched, ...enforcementRuns(c, { ...c.facts, broken: true })] }),
  },
  resumePerformance: {
    zh: '恢复履行', en: 'Performance goes on', from: ['between'], to: 'performing', basis: ['29.3'], by: [theCentre], asks: ['performedNote'],
    only: c => (c.matter.facts.broken !== true ? refuse('not-broken', words('没有未履行的协议', 'No agreement was broken'))
      : c.matter.facts.effectiveOn === undefined ? refuse('no-agreement', words('现有文本没有签署生效', 'The text that stands here was never signed by all'), { basis: ['29.3'], remedy: words('请选择其他途径；原协议仍然有效，可以执行或者起诉', 'Choose another way; the agreement before still stands and may be enforced or sued on') }) : undefined),
    then: c => ({ set: { broken: null }, clocks: [{ clock: 'enforcement', end: true }, comingUp(c.matter.facts.plan, c.law, c.now)], effects: [toSides('协议恢复履行', 'Performance goes on')], ...(c.matter.facts.body !== undefined && trackOf(c.matter.facts.track).mediation && { holder: { office: c.matter.facts.body } }) }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

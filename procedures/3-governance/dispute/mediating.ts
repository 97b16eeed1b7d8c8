import { daysAfter, daysBetween, legalDay } from '../../../kernel/calendar.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { noMediator } from './naming.ts'
import { alongside, aSide, formerJoint, ownNumber, pastDay, sideFault, theBody, toHolder, toOffice, toSides, type DisputeStep, type Now } from './parts.ts'
import { changed, seatOf } from './sides.ts'
import { talking } from './stages.ts'
import { bodyStaffed } from './tracks.ts'
import { unagreed } from './unagreed.ts'

/** Sessions of who fled from violence are held apart, whoever wishes otherwise; why, who asks may read and nobody else is told. */
const together = (c: Now) => (c.needs.dangers?.includes('violence') === true && c.input.format === 'together' ? fault('format', '涉及家庭暴力的，须分别进行', 'After violence each is met apart') : undefined)

/** Mediation itself: with a mediator the sides accept, who told them their rights, in a language they know (Art. 29.1, 30.1). */
export const mediating = {
  tellRights: {
    zh: '告知权利义务', en: 'Tell a side its rights and duties', from: talking, basis: ['30.1'], by: [theBody], asks: ['seatNumber', 'sheet', 'language?', 'noticeRead?'],
    causes: words('当事人签收告知书；不识字的宣读并确认', 'The side signs for the notice; it is read to who does not read'),
    then: c => sideFault(c.matter, c.input.seatNumber) ?? { set: { seats: changed(c.matter.facts.seats, c.input.seatNumber, { informed: true }) } },
  },
  acknowledge: {
    zh: '确认已知权利义务', en: 'Confirm that you know your rights and duties', from: talking, basis: ['30.1'], by: [aSide], asks: [],
    then: c => (seatOf(c.matter.facts.seats, ownNumber(c.matter, c.actor))?.informed === true ? refuse('told-already', words('您已确认过', 'You confirmed it already')) : { set: { seats: changed(c.matter.facts.seats, ownNumber(c.matter, c.actor), { informed: true }) } }),
  },
  inviteBody: {
    zh: '邀请共同调解', en: 'Ask another body to mediate along', from: talking, basis: ['29.2'], by: [theBody], needs: ['staffed'], asks: ['joint'],
    then: c => {
      const { joint = [] } = c.input
      return bodyStaffed('joint', joint, c.matter.region, c.needs.staffed) ?? { set: { joint: [...new Set([...c.matter.facts.joint ?? [], ...joint])] }, parties: joint.map(office => ({ role: 'joint', office })), effects: joint.flatMap(office => toOffice(office, '请共同参加一起纠纷的调解', 'Please mediate a dispute along')) }
    },
  },
  noteAlong: { zh: '记录参与情况', en: 'Note what was done along', from: talking, basis: ['29.2'], by: [alongside], asks: ['courseNote'], only: formerJoint, then: c => ({ effects: toHolder(c.matter, '共同调解单位有新记录', 'A body that mediates along noted something') }) },
  planSession: {
    zh: '安排调解', en: 'Plan a session', from: ['mediating'], basis: ['29.1'], by: [theBody], needs: ['dangers'], asks: ['meetAt', 'meetWhere', 'format', 'language?', 'interpreter?'],
    only: c => (c.matter.facts.mediator === undefined ? noMediator : undefined),
    then: c => ((c.input.meetAt ?? '') <= c.now.toISOString() ? fault('meetAt', '请选择以后的时间', 'A time to come') : together(c)) ?? { effects: [toSides('调解已安排，时间地点见详情', 'A session is planned; when and where stands in it')] },
  },
  holdSession: {
    zh: '记录调解', en: 'Record a session', from: ['mediating'], basis: ['29.1'], primary: true, by: [theBody], needs: ['dangers'],
    asks: ['heldOn', 'format', 'minutes', 'apart?', 'language', 'interpreter?', 'readAloud', 'sheet?', 'papers?'],
    causes: words('没有宣读并确认理解的，不能据此达成书面协议', 'Where they were not read aloud and understood, nothing is agreed in writing on them'),
    only: c => (c.matter.facts.mediator === undefined ? noMediator : undefined),
    then: c => pastDay('heldOn', c.input.heldOn ?? '', c, 'registered') ?? together(c) ?? (c.input.language !== 'zh' && c.input.interpreter === undefined && c.input.readAloud !== true
      ? fault('interpreter', '不是各方都懂汉语的，请写明翻译人员或者用当事人语言宣读', 'Name the interpreter, or say that it was read in the side’s own language') : undefined) ?? { set: { sessions: (c.matter.facts.sessions ?? 0) + 1 }, counts: { sessions: 1 } },
  },
  extend: {
    zh: '各方同意延长', en: 'Extend it, as all agree', from: ['mediating'], basis: ['29.1'], by: [theBody], asks: ['extendUntil', 'sheet'],
    causes: words('须有各方同意的签字；次数有限', 'With everybody’s signature; not without end'),
    only: c => {
      const most = Number(c.law.figure('mediation.extensions', legalDay(c.now)).value)
      return (c.matter.facts.mediationExtensions ?? 0) < most ? undefined : refuse('extended-enough', words(`最多延长 ${most} 次`, `It is extended ${most} time(s) at most`), { remedy: words('请达成协议或者结束调解，告知其他途径', 'Agree, or end it and tell them the other ways') })
    },
    then: c => {
      const { extendUntil = '' } = c.input
      // From the day it ends on by itself: a last day that rolled off a holiday is no longer a period.
      const { last = legalDay(c.now), due = c.now.toISOString() } = c.matter.clocks['stage'] ?? {}
      const longest = daysAfter(last, Number(c.law.figure('mediation.extend-longest', legalDay(c.now)).value))
      if (extendUntil <= legalDay(new Date(due)) || extendUntil > longest) return fault('extendUntil', `须晚于现在的期限，不晚于 ${longest}`, `Later than the limit now, ${longest} at the latest`)
      return { set: { mediationExtensions: (c.matter.facts.mediationExtensions ?? 0) + 1 }, clocks: [{ clock: 'stage', extend: { amount: daysBetween(last, extendUntil), unit: 'days' } }], effects: [toSides('调解期限经各方同意延长', 'The mediation goes on for longer, as all agreed')] }
    },
  },
  stopTalking: {
    zh: '不再同意调解', en: 'No longer agree to it', from: ['mediating', 'signing'], to: 'between', basis: ['29.1'], by: [aSide, theBody], asks: ['seatNumber?', 'why'],
    causes: words('调解结束，可以走其他途径', 'Mediation ends; other ways stay open'),
    then: c => {
      const own = ownNumber(c.matter, c.actor)
      const number = own ?? c.input.seatNumber
      return (own === undefined ? sideFault(c.matter, number) : undefined) ?? unagreed(c, '有一方不再同意，调解结束', 'One side no longer agrees: mediation ends', { set: { seats: changed(c.matter.facts.seats, number, { consent: 'refused' }) }, counts: { refused: 1 } })
    },
  },
  fail: {
    zh: '调解不成', en: 'No agreement', from: ['mediating'], to: 'between', basis: ['29.1'], by: [theBody], asks: ['why', 'otherWays'],
    causes: words('须告知仲裁、行政、司法等其他途径（《人民调解法》第二十六条）', 'The sides are told of arbitration, authority and court (People’s Mediation Law, Art. 26)'),
    then: c => unagreed(c, '调解不成，已告知其他途径', 'No agreement; the other ways were told', { counts: { failed: 1 } }),
  },
  runOut: {
    zh: '调解期满', en: 'Its time is over', from: ['mediating'], to: 'between', basis: [], by: [theClock],
    then: c => unagreed(c, '调解期满没有达成协议，可以走其他途径', 'No agreement in time; other ways stay open', { counts: { failed: 1 } }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

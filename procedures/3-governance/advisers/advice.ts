import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, reference, region, text, yesNo } from '../../../kernel/facts.ts'
import { need, procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { guideOf, lateAgain, toGuides } from '../mediation-bodies/parts.ts'
import type { VillageAdvisers } from './adviser-contract.ts'

const channels = { phone: { zh: '电话', en: 'By phone' }, village: { zh: '在村（居）委会当面', en: 'At the committee' }, online: { zh: '网上', en: 'Online' } } as const

const ways = {
  enough: { zh: '已经解答', en: 'That answers it' },
  mediation: { zh: '申请人民调解', en: 'Ask for mediation' },
  legalAid: { zh: '申请法律援助', en: 'Ask for legal aid' },
  arbitration: { zh: '申请仲裁', en: 'Ask for arbitration' },
  reconsideration: { zh: '申请行政复议', en: 'Ask for reconsideration' },
  court: { zh: '向法院起诉', en: 'Go to court' },
} as const

const ratings = { good: { zh: '解答清楚', en: 'Clear' }, partly: { zh: '部分清楚', en: 'Clear in part' }, poor: { zh: '没有解决疑问', en: 'It did not answer my question' } } as const

const between = words('只有咨询人和法律顾问看得到内容；司法所监督时查看有记录', 'Read by who asks and the adviser; the justice office’s readings are logged')

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  heading: text({ zh: '事项', en: 'Matter', class: 'public', max: 40 }),
  about: text({ zh: '想问什么', en: 'What to ask', class: 'sensitive', shared: true, min: 4, max: 2000, lines: 4, hint: between }),
  otherSide: text({ zh: '对方是谁', en: 'The other side', class: 'sensitive', shared: true, max: 100, hint: words('有对方的请填，顾问先看是否有利益冲突', 'Where there is one, so that the adviser sees whether there is a conflict of interest') }),
  channel: choice(channels, { zh: '咨询方式', en: 'How', class: 'public', search: 'exact' }),
  wished: day({ zh: '希望日期', en: 'Wished for', class: 'internal', shared: true }),
  adviser: reference('account', { zh: '法律顾问', en: 'Adviser' }),
  day: day({ zh: '约定日期', en: 'Arranged for', class: 'internal', shared: true }),
  time: text({ zh: '约定时间地点', en: 'Time and place', class: 'internal', shared: true, max: 80, hint: words('网上的，会议链接只告诉咨询人', 'Online: the link is for who asks') }),
  conflict: text({ zh: '利益冲突', en: 'Conflict of interest', class: 'sensitive', shared: true, min: 2, max: 300, hint: words('只说明对方是委托人等，不写案情', 'Such as: the other side is a client. Nothing of the case') }),
  otherWay: text({ zh: '其他途径', en: 'Another way', class: 'internal', shared: true, min: 4, max: 300, hint: words('如：县法律援助中心、12348、另一位顾问', 'Such as: the legal aid centre, 12348, another adviser') }),
  heldOn: day({ zh: '咨询日期', en: 'Held on', class: 'public' }),
  advice: text({ zh: '咨询意见', en: 'The advice', class: 'sensitive', shared: true, min: 6, max: 3000, lines: 6, hint: between }),
  next: choice(ways, { zh: '建议途径', en: 'Way advised', class: 'internal', shared: true, search: 'exact' }),
  wrong: text({ zh: '哪里不对', en: 'What is not right', class: 'sensitive', shared: true, min: 2, max: 500, lines: 2 }),
  rating: choice(ratings, { zh: '评价', en: 'Rating', class: 'public', search: 'exact' }),
  remark: text({ zh: '评价说明', en: 'Remark', shared: true, max: 300 }),
  reason: text({ zh: '原因', en: 'Why', shared: true, max: 300 }),
  disputed: yesNo({ zh: '已转入纠纷化解', en: 'A dispute came of it', class: 'internal', search: 'exact' }),
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const asker = party('advised', words('咨询人', 'who asked'))
const adviser = party('adviser', words('法律顾问', 'the adviser'))
const toAsker = (zh: string, en: string): Effect => notify({ party: 'advised' }, words(zh, en))
const toAdviser = (zh: string, en: string): Effect => notify({ party: 'adviser' }, words(zh, en))

/** Passed on, it is the other adviser's alone. */
const whoHasIt = ({ matter, actor }: Glance<Facts>): Refusal | undefined => (matter.facts.adviser === actor.account ? undefined
  : refuse('not-yours', words('已由另一位法律顾问承办', 'Another adviser has it'), { remedy: words('请由承办的法律顾问办理', 'Ask the adviser who has it') }))

const elsewhere = words('请拨打 12348 公共法律服务热线，或者到乡镇（街道）司法所', 'Call the legal service line 12348, or go to the justice office of your township')
const arranged = words('约定的日期', 'the day arranged')

/**
 * 法律咨询: booked with the adviser of one's village, held by phone, at the committee or online, written down, read and rated by who asked (Art. 17.3, 32.2). Where the
 * other side is a client the adviser says so and names another way. A dispute may come of it, which points back here with the link `dispute`.
 */
export const advice = procedure('advice', {
  title: words('法律咨询', 'Legal advice'),
  since: '2023-02-01',
  basis: ['17.3', '32.2'],
  facts,
  heading: 'heading',
  place: 'village',
  needs: { advisers: need<VillageAdvisers>('village-advisers', c => ({ village: c.matter.region, at: c.now.toISOString() })) },
  stages: {
    booked: { zh: '待法律顾问答复', en: 'For the adviser to answer', due: within('advice.take', 'remind') },
    arranged: { zh: '已约定', en: 'Arranged', due: { then: 'notRecorded', limit: c => untilDay(daysAfter(c.facts.day ?? legalDay(c.now), Number(c.law.figure('advice.hold', legalDay(c.now)).value)), c.now, arranged) } },
    writing: { zh: '待写下意见', en: 'To be written down', due: within('advice.write', 'remind') },
    reading: { zh: '待咨询人阅读评价', en: 'For who asked to read and rate', due: within('advice.rate', 'closeUnrated') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    refused: { zh: '因利益冲突未受理', en: 'Not taken: a conflict of interest', final: true },
    cancelled: { zh: '已取消', en: 'Cancelled', final: true },
  },
  steps: {
    book: {
      zh: '预约法律咨询', en: 'Book legal advice', opens: 'booked', basis: ['32.2'], by: [anyResident, post('committee', 'village')], asks: ['village', 'about', 'otherSide?', 'channel', 'wished?'], needs: ['advisers'],
      causes: words('免费；内容只给法律顾问看', 'Free of charge; the adviser alone reads it'),
      then: c => {
        const { advisers } = c.needs
        const { wished, channel } = c.input
        const [chosen] = (advisers?.advisers ?? []).filter(one => one.account !== c.actor.account)
        if (chosen === undefined) return refuse('no-adviser', words('本村（社区）目前没有法律顾问', 'This village has no legal adviser now'), { basis: ['32.1'], remedy: elsewhere })
        if (wished !== undefined && wished < legalDay(c.now)) return fault('wished', '不能是过去的日期', 'It can’t be a day that is past')
        return {
          holder: { office: guideOf(c.matter.region) }, set: { adviser: chosen.account, heading: `法律咨询（${channels[channel ?? 'phone'].zh}）` }, counts: { booked: 1 },
          parties: [{ role: 'reporter', account: c.actor.account }, { role: 'advised', account: c.actor.account }, { role: 'adviser', account: chosen.account }],
          effects: [toAdviser('有人预约法律咨询，请答复', 'Somebody books legal advice: please answer')],
        }
      },
    },
    arrange: {
      zh: '约定时间', en: 'Arrange it', from: ['booked', 'arranged'], to: 'arranged', basis: ['32.2'], primary: true, by: [adviser], asks: ['day', 'time', 'channel'], only: whoHasIt,
      then: c => {
        const { day: on = '' } = c.input
        return endTooFar({ until: on, now: c.now, law: c.law, from: legalDay(c.now), longest: 'advice.ahead', fact: 'day' }) ?? { effects: [toAsker('法律咨询已约定，时间地点见详情', 'Your consultation is arranged; when and where stands in it')] }
      },
    },
    declareConflict: {
      zh: '有利益冲突，不能受理', en: 'A conflict of interest', from: ['booked', 'arranged'], to: 'refused', basis: ['32.2'], by: [adviser], asks: ['conflict', 'otherWay'], only: whoHasIt,
      causes: words('告诉咨询人其他途径', 'Who asked is told another way'),
      then: () => ({ counts: { conflicts: 1 }, effects: [toAsker('法律顾问因利益冲突不能受理，其他途径见详情', 'The adviser can’t take it for a conflict of interest; another way stands in it')] }),
    },
    passOn: {
      zh: '转给另一位顾问', en: 'Pass on to another adviser', from: ['booked', 'arranged'], to: 'booked', basis: ['32.2'], by: [adviser], needs: ['advisers'],
      only: whoHasIt,
      then: c => {
        const asked = new Set(c.matter.parties.flatMap(one => (one.account === undefined ? [] : [one.account])))
        const [other] = (c.needs.advisers?.advisers ?? []).filter(one => !asked.has(one.account))
        return other === undefined ? refuse('no-other', words('本村（社区）没有另一位法律顾问', 'This village has no other adviser'), { basis: ['32.1'], remedy: words('请登记利益冲突，并告诉其他途径', 'Say that there is a conflict, and name another way') })
          : { set: { adviser: other.account }, parties: [{ role: 'adviser', account: other.account }], effects: [notify({ account: other.account }, words('一件法律咨询转给您，请答复', 'A consultation was passed on to you: please answer')), toAsker('您的咨询已转给另一位法律顾问', 'Your consultation was passed on to another adviser')] }
      },
    },
    hold: {
      zh: '登记已咨询', en: 'Say it was held', from: ['arranged'], to: 'writing', basis: ['32.2'], primary: true, by: [adviser], asks: ['heldOn', 'channel'], only: whoHasIt,
      then: c => ((c.input.heldOn ?? '') > legalDay(c.now) ? fault('heldOn', '不能晚于今天', 'It can’t be a day to come') : { counts: { held: 1 } }),
    },
    notMet: { zh: '没有见到', en: 'It did not come about', from: ['arranged'], to: 'booked', basis: ['32.2'], by: [adviser, asker], asks: ['reason'], then: () => ({ effects: [toAsker('这次咨询没有进行，将另行约定', 'The consultation did not come about; another time is arranged'), toAdviser('这次咨询没有进行，请另行约定', 'The consultation did not come about: please arrange another time')] }) },
    writeDown: {
      zh: '写下咨询意见', en: 'Write down the advice', from: ['writing'], to: 'reading', basis: ['32.2'], primary: true, by: [adviser], asks: ['advice', 'next'], only: whoHasIt,
      then: () => ({ effects: [toAsker('咨询意见已写下，请阅读并评价', 'The advice is written down: please read and rate it')] }),
    },
    notRight: { zh: '记录不对', en: 'It is not right', from: ['reading'], to: 'writing', basis: ['32.2'], by: [asker], asks: ['wrong'], then: () => ({ effects: [toAdviser('咨询人认为记录不对，请更正', 'Who asked finds it is not right: please mend it')] }) },
    rate: {
      zh: '评价', en: 'Rate', from: ['reading'], to: 'closed', basis: ['32.2'], primary: true, by: [asker], asks: ['rating', 'remark?'],
      then: c => ({ counts: { rated: 1, [c.input.rating ?? 'good']: 1 }, effects: [toAdviser('咨询人已评价', 'The consultation was rated'), ...(c.input.rating === 'poor' ? toGuides(c.matter.region, '一件法律咨询没有解决疑问，请了解情况', 'A consultation did not answer the question: please look into it') : [])] }),
    },
    closeUnrated: { zh: '逾期未评价，办结', en: 'Closed unrated', from: ['reading'], to: 'closed', basis: [], by: [theClock] },
    cancel: { zh: '取消预约', en: 'Cancel', from: ['booked', 'arranged'], to: 'cancelled', basis: [], by: [asker], asks: ['reason?'], then: () => ({ counts: { cancelled: 1 }, effects: [toAdviser('预约已取消', 'The booking was cancelled')] }) },
    becameDispute: { zh: '转入纠纷化解', en: 'A dispute came of it', from: ['writing', 'reading', 'closed'], basis: ['29.1'], by: [thePlatform], then: () => ({ set: { disputed: true } }) },
    notRecorded: { zh: '约定日期已过，提醒', en: 'Past its day', from: ['arranged'], basis: [], by: [theClock], then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'notRecorded' }], effects: [toAdviser('约定的咨询已过日期，请登记情况', 'A consultation is past its day: please record it'), ...toGuides(c.matter.region, '法律咨询已过约定日期', 'A consultation is past its day')] }) },
    remind: { zh: '逾期未办，提醒', en: 'Not done in time', from: ['booked', 'writing'], basis: [], by: [theClock], then: c => { const late = lateAgain(c.matter, 'remind', '法律咨询逾期未办，请督促', 'A consultation is late: please see to it'); return { ...late, effects: [toAdviser('法律咨询逾期未办', 'A consultation is late'), ...late.effects] } } },
  },
  measures: {
    booked: words('预约', 'Booked'), held: words('已咨询', 'Held'), rated: words('已评价', 'Rated'), good: words('解答清楚', 'Clear'), partly: words('部分清楚', 'Clear in part'), poor: words('没有解决疑问', 'Not answered'),
    conflicts: words('利益冲突', 'Conflicts of interest'), cancelled: words('取消', 'Cancelled'),
  },
  rates: { heldRate: { ...words('咨询率', 'Held'), of: 'held', among: 'booked' } },
  list: { columns: ['village', 'channel', 'heldOn', 'rating'] },
  notCovered: [{ basis: '32.2', why: words('代理诉讼、法律援助由法律服务机构和法律援助机构另行办理', 'Representation in court and legal aid are taken on elsewhere') }],
})

import { legalDay, workingMinutesBetween } from '../../../kernel/calendar.ts'
import { warn } from '../../../kernel/effect.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { regionOfOffice } from '../../../kernel/post.ts'
import { holder, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { callFacts } from './call-facts.ts'
import { answering, caller, counted, inTime, register, tellSummons, toCalled, toCaller } from './call-parts.ts'
import type { Duty } from './calls.ts'
import { limitFor } from './grades.ts'
import { countyLead, ofTheTownship, toTheCounty, township } from './offices.ts'

const minute = 60_000
/** An instant is typed to the minute. */
const toTheMinute = 16

const underWay = ['answering', 'attending', 'disputed', 'acting'] as const

/**
 * 报到: one unit called by a township's summons (Art. 24.2): it answers, comes, says what it did, is let off where it is not needed, and is rated. Silence
 * goes to the county, again and again. For a unit outside the county's command the township itself records the answer.
 */
export const summonsCall = procedure('summons-call', {
  title: words('报到', 'Answer to a summons'),
  since: '2023-02-01',
  basis: ['24.2'],
  facts: callFacts,
  heading: 'what',
  place: 'place',
  needs: { duty: need<Duty>('on-duty', c => ({ office: c.facts['office'] ?? null, at: c.now.toISOString() })) },
  records: ['summons-call'],
  stages: {
    // A false “there” buys no time: taken back, the limit goes on with what was left.
    answering: { zh: '待响应', en: 'To answer', due: { then: 'escalate', limit: c => limitFor('answer', c.facts.grade), standsStillIn: ['acting'] } },
    disputed: { zh: '待核定职责', en: 'Whose it is', due: { then: 'escalate', limit: c => limitFor('answer', c.facts.grade) } },
    attending: { zh: '待到场', en: 'To come', due: { then: 'escalate', limit: c => limitFor('attend', c.facts.grade), standsStillIn: ['acting'] } },
    acting: { zh: '已到场，处置中', en: 'There, acting', due: { then: 'escalate', limit: c => limitFor('report', c.facts.grade) } },
    reported: { zh: '已报告，待联合结论', en: 'Reported; conclusion awaited', settled: true, waits: words('联合处置结论由牵头单位按时作出', 'The leading office concludes within its own limit') },
    rating: { zh: '待评价', en: 'To be rated', due: within('summons.rate', 'endRating') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    released: { zh: '已解除', en: 'Let off', final: true },
  },
  steps: {
    call: {
      zh: '召集', en: 'Call', opens: 'answering', basis: ['24.2'], by: [thePlatform], needs: ['duty'],
      asks: ['what', 'place', 'spot?', 'grade', 'office?', 'unit?', 'unitPhone?', 'caller', 'summons'],
      then: c => {
        const matter = { ...c.matter, facts: c.facts }
        const offHours = workingMinutesBetween(c.law.calendar, c.now, new Date(c.now.getTime() + minute)) === 0
        const { duty } = c.needs
        const { office, unit, grade = 'ordinary' } = c.facts
        return {
          holder: { office: answering(matter) }, parties: [{ role: 'caller', office: caller(matter) }],
          set: { ...(offHours && { offHours }), ...(office !== undefined && duty && { dutyPhone: duty.phone }) }, ...counted(matter, { called: 1 }),
          effects: [
            register(matter, { summons: c.facts.summons ?? '', township: regionOfOffice(caller(matter)), office: office ?? null, unit: unit ?? null, grade, called: c.now.toISOString(), state: 'answering' }),
            ...(office === undefined ? [] : [
              toCalled(matter, offHours ? '乡镇（街道）在非工作时间吹哨，请按时响应' : '乡镇（街道）吹哨，请按时响应并到场', 'A township summons you; answer in time and come'),
              ...(offHours && duty?.account !== undefined ? [warn({ account: duty.account }, words('您正在值班：乡镇（街道）吹哨，请立即响应', 'You are on duty: a township summons your office'))] : []),
              ...(offHours && duty === undefined && grade !== 'ordinary' ? toTheCounty(matter.region, '非工作时间吹哨，被召集单位没有登记值班，请协调', 'A summons outside office hours, and that office has nobody on its duty roster; please see to it') : []),
            ]),
          ],
        }
      },
    },
    answer: {
      zh: '响应', en: 'Answer', from: ['answering'], to: ['attending', 'disputed'], basis: ['24.2'], primary: true, by: [holder()],
      asks: ['answer', { fact: 'whyNot', where: 'answer', is: 'notOurs' }, 'eta?'],
      causes: words('到场参加的，到场时限自响应起算；认为不属本单位职责的，由乡镇（街道）核定', 'Coming, the limit for being there starts now; not yours, the township settles it'),
      then: c => {
        const coming = c.input.answer === 'coming'
        const answeredInTime = inTime(c.matter, c.now)
        return {
          to: coming ? 'attending' : 'disputed', holder: { office: coming ? answering(c.matter) : caller(c.matter) }, set: { answeredInTime },
          ...counted(c.matter, { answered: 1, ...(answeredInTime && { answeredInTime: 1 }) }),
          effects: [register(c.matter, { state: coming ? 'attending' : 'disputed', answered: c.now.toISOString(), answered_in_time: answeredInTime }), tellSummons(c.matter, coming ? 'coming' : 'notOurs')],
        }
      },
    },
    insist: {
      zh: '仍须到场', en: 'You are needed', from: ['disputed'], to: 'attending', basis: ['24.2'], primary: true, by: [...township, countyLead], asks: ['insistReason'],
      causes: words('到场时限自现在起算，同时告知县（区）；仍有异议的由县（区）负责人裁定', 'The limit for being there starts now and the county is told; a lead of the county rules where it is still disputed'),
      only: ofTheTownship,
      then: c => ({
        holder: { office: answering(c.matter) },
        effects: [register(c.matter, { state: 'attending' }), toCalled(c.matter, '经核定仍须到场，理由见详情', 'You are needed all the same; the reason stands in it'), ...toTheCounty(c.matter.region, '部门与乡镇（街道）对职责有不同意见，已要求到场', 'A department and a township differ on whose it is; it was told to come')],
      }),
    },
    release: {
      zh: '解除', en: 'Let off', from: underWay, to: 'released', basis: ['24.2'], by: [...township, countyLead], asks: ['releaseReason'],
      causes: words('该单位不再需要到场和报告', 'That unit need not come or report any more'),
      only: ofTheTownship,
      then: c => ({
        ...counted(c.matter, { released: 1, ...(c.matter.facts.arrivedAt !== undefined && { releasedThere: 1 }) }),
        effects: [
          register(c.matter, { state: 'released', released: c.now.toISOString() }), toCalled(c.matter, '已解除召集，理由见详情', 'You are let off; the reason stands in it'), tellSummons(c.matter, 'released'),
          ...(c.actor.region.length < 9 ? [toCaller(c.matter, '县（区）裁定解除对一个单位的召集', 'The county let a unit off')] : []),
        ],
      }),
    },
    arrive: {
      zh: '已到场', en: 'There', from: ['answering', 'attending'], to: 'acting', basis: ['24.2'], primary: true, by: [holder(), ...township], asks: ['arrivedAt', 'arrivedPost'],
      causes: words('到场不等于解决：还须报告做了什么', 'Being there is not having solved it: what was done is still to be reported'),
      only: c => (c.actor.office === c.matter.holder?.office ? undefined : ofTheTownship(c)),
      then: c => {
        const { arrivedAt = '' } = c.input
        if (arrivedAt > c.now.toISOString()) return faultAt('arrivedAt', '不能晚于现在', 'It can’t lie ahead')
        if (arrivedAt.slice(0, toTheMinute) < c.matter.opened.slice(0, toTheMinute)) return faultAt('arrivedAt', '不能早于召集时间', 'It can’t lie before the call')
        const silent = c.matter.stage === 'answering'
        const punctual = inTime(c.matter, new Date(arrivedAt))
        return {
          holder: { office: answering(c.matter) }, set: { arrivedInTime: punctual, ...(silent && { answer: 'coming', answeredInTime: punctual }) },
          ...counted(c.matter, { arrived: 1, ...(punctual && { arrivedInTime: 1 }), ...(silent && { answered: 1, ...(punctual && { answeredInTime: 1 }) }) }),
          effects: [
            register(c.matter, { state: 'acting', arrived: arrivedAt, arrived_in_time: punctual, ...(silent && { answered: arrivedAt, answered_in_time: punctual }) }), tellSummons(c.matter, 'arrived'),
            ...(c.actor.office === c.matter.facts.office ? [] : [toCalled(c.matter, '乡镇（街道）记录了你单位到场', 'The township recorded that you came')]),
          ],
        }
      },
    },
    notThere: {
      zh: '未到场', en: 'Not there', from: ['acting'], to: ['attending', 'answering'], basis: ['24.2'], by: township, asks: ['notArrivedReason'],
      causes: words('退回到场以前，时限继续计算；没有响应就到场的，仍须响应', 'It stands as before, and the limit goes on; who never answered is still to answer'),
      only: ofTheTownship,
      then: c => {
        // Nothing was said but “there”: that was no answer either.
        const unanswered = c.matter.clocks['answering'] !== undefined
        const to = unanswered ? 'answering' : 'attending'
        const { arrivedInTime, answeredInTime } = c.matter.facts
        return {
          to, set: { arrivedAt: null, arrivedPost: null, arrivedInTime: null, ...(unanswered && { answer: null, answeredInTime: null }) },
          ...counted(c.matter, { arrived: -1, ...(arrivedInTime && { arrivedInTime: -1 }), ...(unanswered && { answered: -1, ...(answeredInTime && { answeredInTime: -1 }) }) }),
          effects: [register(c.matter, { state: to, arrived: null, arrived_in_time: null, ...(unanswered && { answered: null, answered_in_time: null }) }), toCalled(c.matter, '乡镇（街道）反映你单位未到场，请尽快到场', 'The township says that you are not there; please come'), tellSummons(c.matter, 'notArrived')],
        }
      },
    },
    report: {
      zh: '报告', en: 'Report', from: ['acting'], to: 'reported', basis: ['24.2'], primary: true, by: [holder()], asks: ['report', 'evidence?'],
      then: c => ({ ...counted(c.matter, { reported: 1 }), effects: [register(c.matter, { state: 'reported', reported: c.now.toISOString() }), tellSummons(c.matter, 'reported')] }),
    },
    urge: {
      zh: '督促', en: 'Urge', from: underWay, basis: [], by: [countyLead], asks: ['order'],
      causes: words('通知被召集单位和召集的乡镇（街道），时限不变', 'The unit called and the township are told; no limit changes'),
      then: c => ({ effects: [toCalled(c.matter, '县（区）督促响应吹哨，意见见详情', 'The county urges you to answer a summons'), toCaller(c.matter, '县（区）已督促', 'The county has urged it')] }),
    },
    conclude: {
      zh: '联合处置结束', en: 'Jointly concluded', from: [...underWay, 'reported'], to: 'rating', basis: ['24.2'], by: [thePlatform], asks: ['ending'],
      then: c => ({
        holder: { office: caller(c.matter) }, ...counted(c.matter, { concluded: 1, ...(c.input.ending === 'solved' && { solved: 1 }) }),
        effects: [register(c.matter, { state: 'rating', solved: c.input.ending === 'solved' }), toCaller(c.matter, '请评价被召集单位', 'Please rate the units that were called')],
      }),
    },
    callOff: {
      zh: '召集取消', en: 'Called off', from: [...underWay, 'reported'], to: 'released', basis: ['24.2'], by: [thePlatform], asks: ['releaseReason'],
      then: c => ({
        ...counted(c.matter, { released: 1, ...(c.matter.facts.arrivedAt !== undefined && { releasedThere: 1 }) }),
        effects: [register(c.matter, { state: 'released', released: c.now.toISOString() }), toCalled(c.matter, '召集已取消', 'The summons was called off')],
      }),
    },
    rate: {
      zh: '评价', en: 'Rate', from: ['rating'], to: 'closed', basis: [], primary: true, by: township, asks: ['rating', 'ratingReason?'],
      causes: words('计入该部门的响应数据，只评价单位（平台规则）', 'It goes into the department’s figures; offices are rated, nobody in them (a product rule)'),
      only: ofTheTownship,
      then: c => {
        const { rating = 0, ratingReason } = c.input
        const low = Number(c.law.figure('summons.low-rating', legalDay(c.now)).value)
        if (rating <= low && ratingReason === undefined) return faultAt('ratingReason', `${low} 分及以下请说明理由`, `Say why, at ${low} or below`)
        return {
          ...counted(c.matter, { rated: 1, ratingSum: rating, ...(rating <= low && { ratedLow: 1 }) }),
          effects: [register(c.matter, { state: 'closed', rating }), ...(c.matter.facts.office === undefined ? [] : [toCalled(c.matter, '乡镇（街道）已作出评价', 'The township has rated your answer')])],
        }
      },
    },
    endRating: { zh: '逾期未评价', en: 'Not rated', from: ['rating'], to: 'closed', basis: [], by: [theClock], then: c => ({ effects: [register(c.matter, { state: 'closed' })] }) },
    escalate: {
      zh: '逾期上报', en: 'Told upward', from: underWay, basis: ['24.2'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: limitFor('again', c.matter.facts.grade), then: 'escalate' }], ...counted(c.matter, { toldUpward: 1 }),
        effects: [
          ...(c.matter.stage === 'disputed' ? [toCaller(c.matter, '部门认为不属其职责，请尽快核定', 'A department says it is not theirs; please settle it')] : [toCalled(c.matter, '吹哨逾期未办，请立即响应、到场或报告', 'You are late on a summons; answer, come or report'), toCaller(c.matter, '被召集单位逾期，可拨打其值班电话', 'A unit called is late; ring its duty line')]),
          ...toTheCounty(c.matter.region, '吹哨有单位逾期未响应、未到场或未报告，请协调', 'A unit is late on a summons: please see to it'),
        ],
      }),
    },
  },
  measures: {
    called: words('召集', 'Called'), answered: words('已响应', 'Answered'), answeredInTime: words('按时响应', 'Answered in time'), arrived: words('到场', 'Came'), arrivedInTime: words('按时到场', 'Came in time'),
    reported: words('已报告', 'Reported'), released: words('解除', 'Let off'), releasedThere: words('到场后解除', 'Let off once there'), concluded: words('有结论', 'Concluded'), solved: words('已解决', 'Solved'),
    toldUpward: words('逾期上报次数', 'Times told upward'), rated: words('已评价', 'Rated'), ratingSum: words('评分合计', 'Sum of ratings'), ratedLow: words('低分', 'Rated low'),
  },
  rates: {
    inTime: { ...words('按时响应率', 'Answered in time'), of: 'answeredInTime', among: 'called' },
    came: { ...words('到场率', 'Came'), of: 'arrived', among: 'called', without: { of: 'releasedThere', among: 'released', why: words('不计被解除的', 'without those let off') } },
    solved: { ...words('解决率', 'Solved'), of: 'solved', among: 'concluded' },
  },
  list: { columns: ['grade', 'office', 'unit', 'place'] },
  notCovered: [{ basis: '24.2', why: words('到场只凭说明和现场核对，不采集人员位置', 'Being there is stated and seen; nobody’s position is taken') }],
})

import { legalDay, daysAfter } from '../../../kernel/calendar.ts'
import { hasRunOut } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { countyOf, isWithin } from '../../../kernel/region.ts'
import { holder, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { ofTheTownship, toTheCounty } from '../summons/offices.ts'
import { facts, type OpinionFacts } from './facts.ts'

type Opinion = Matter<OpinionFacts>

const county = [post('lead', 'county'), post('dispatcher', 'county'), post('handler', 'county')] as const
const townshipHead = [post('lead', 'township'), post('handler', 'township')] as const
const gov = (area: string): string => officeCode(area, 'gov')
const theDay = words('征求意见载明的反馈日期', 'the day the question states')

const toOffice = ({ facts: { office } }: Opinion, zh: string, en: string): Effect => notify({ office: office ?? '' }, words(zh, en))
const toTownship = ({ region }: Opinion, zh: string, en: string): Effect => notify({ office: gov(region) }, words(zh, en))

/** Offices that watch, count or administer plan nothing. */
const plansNothing: ReadonlySet<string> = new Set(['audit', 'access', 'congress', 'court', 'procuratorate'])

/**
 * 重大事项意见: what concerns a township as a whole is not settled without it (Art. 24.2): a county office asks with papers and a date, or the township
 * proposes of its own motion; each point is answered: adopted, or why not. Silence of either is told upward.
 */
export const majorOpinion = procedure('major-opinion', {
  title: words('重大事项意见', 'Opinion on a major matter'),
  since: '2023-02-01',
  basis: ['24.2'],
  facts,
  heading: 'title',
  place: 'area',
  needs: { staffed: need<readonly string[]>('staffed', c => ({ offices: typeof c.facts['office'] === 'string' ? [c.facts['office']] : [], at: c.now.toISOString() })) },
  stages: {
    asked: { zh: '待反馈意见', en: 'Opinion awaited', due: { then: 'silent', limit: c => untilDay(c.facts.respondBy ?? '', c.now, theDay) } },
    answering: { zh: '待逐条答复', en: 'Answer owed', due: { then: 'escalate', limit: () => 'major-opinion.answer', standsStillIn: ['reading'] } },
    reading: { zh: '待核对答复', en: 'Answer to check', due: within('major-opinion.read', 'takeAsRead') },
    closed: { zh: '已答复', en: 'Answered', final: true },
    unanswered: { zh: '未反馈意见', en: 'No opinion given', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    ask: {
      zh: '征求意见', en: 'Ask for an opinion', opens: 'asked', basis: ['24.2'], by: county, asks: ['title', 'kind', 'area', 'plan', 'papers?', 'respondBy'],
      causes: words('乡镇（街道）按日期反馈，意见须逐条答复', 'The township answers by that day; each of its points is then answered'),
      only: c => (plansNothing.has(kindOfOffice(c.actor.office ?? '')) ? refuse('plans-nothing', words('由事项主管单位征求意见', 'The office whose matter it is asks'), { remedy: words('请由主管单位办理', 'Let that office ask') }) : undefined),
      then: c => {
        const { respondBy = '' } = c.input
        const today = legalDay(c.now)
        const least = daysAfter(today, Number(c.law.figure('major-opinion.least', today).value))
        if (respondBy < least) return faultAt('respondBy', `请留出足够时间，不早于 ${least}（平台规则）`, `Leave time enough: ${least} at the earliest (a product rule)`)
        return endTooFar({ until: respondBy, now: c.now, law: c.law, from: today, longest: 'major-opinion.longest', fact: 'respondBy' }) ?? {
          holder: { office: gov(c.matter.region) }, set: { office: c.actor.office ?? '' }, parties: [{ role: 'asker', office: c.actor.office ?? '' }], counts: { asked: 1 },
          effects: [toTownship(c.matter, '重大事项征求意见，请按时反馈', 'Your opinion on a major matter is asked')],
        }
      },
    },
    opine: {
      zh: '反馈意见', en: 'Give the opinion', from: ['asked'], to: 'answering', basis: ['24.2'], primary: true, by: [holder('lead', 'handler')], asks: ['position', 'points', 'pointPapers?'],
      causes: words('主管单位须按时逐条答复', 'The office owes an answer to each point'),
      then: c => ({
        holder: { office: c.matter.facts.office ?? '' }, counts: { opined: 1, ...(c.matter.clocks['stage'] && !hasRunOut(c.matter.clocks['stage'], c.now) && { opinedInTime: 1 }) },
        effects: [toOffice(c.matter, '乡镇（街道）已反馈意见，请逐条答复', 'The township gave its opinion; answer each point')],
      }),
    },
    propose: {
      zh: '主动提出建议', en: 'Propose of one’s own motion', opens: 'answering', basis: ['24.2'], by: townshipHead, needs: ['staffed'], asks: ['title', 'kind', 'area', 'office', 'points', 'pointPapers?'],
      causes: words('主管单位须按时逐条答复', 'The office owes an answer to each point'),
      only: ofTheTownship,
      then: c => {
        const { office = '' } = c.input
        if (!isWithin(c.matter.region, regionOfOffice(office)) || regionOfOffice(office).length > 6 || plansNothing.has(kindOfOffice(office))) return faultAt('office', '请选择县（区）或市的主管单位', 'Choose an office of the county or the city')
        if (c.needs.staffed?.includes(office) !== true) return faultAt('office', '该单位没有可以受理的人员', 'Nobody there could accept it')
        return {
          holder: { office }, parties: [{ role: 'proposer', office: c.actor.office ?? '' }, { role: 'proposer', office: gov(c.matter.region) }], counts: { proposed: 1 },
          effects: [notify({ office }, words('乡镇（街道）对重大事项提出建议，请逐条答复', 'A township proposes on a major matter; answer each point'))],
        }
      },
    },
    answer: {
      zh: '逐条答复', en: 'Answer each point', from: ['answering'], to: 'reading', basis: ['24.2'], primary: true, by: [holder()], asks: ['replies', 'outcome?'],
      causes: words('采纳的说明如何采纳，不采纳的说明理由', 'How, where adopted; why, where not'),
      then: c => {
        const [asked, given] = [c.matter.facts.points?.length ?? 0, c.input.replies?.length ?? 0]
        if (asked !== given) return faultAt('replies', `共 ${asked} 条意见建议，须逐条答复（现有 ${given} 条）`, `There are ${asked} point(s), each to be answered; ${given} given`)
        return {
          holder: { office: gov(c.matter.region) }, counts: { answered: 1, ...(c.matter.clocks['stage'] && !hasRunOut(c.matter.clocks['stage'], c.now) && { answeredInTime: 1 }) },
          effects: [toTownship(c.matter, '意见建议已逐条答复，请核对', 'Your points were answered; please check')],
        }
      },
    },
    accept: {
      zh: '确认答复', en: 'Take the answer', from: ['reading'], to: 'closed', basis: ['24.2'], primary: true, by: townshipHead,
      only: ofTheTownship,
      then: c => ({ counts: tally(c.matter), effects: [toOffice(c.matter, '答复已确认', 'Your answer was taken')] }),
    },
    dispute: {
      zh: '答复不清，退回', en: 'Send the answer back', from: ['reading'], to: 'answering', basis: ['24.2'], by: townshipHead, asks: ['disputed'],
      causes: words('退回重新答复，时限继续计算，同时告知县（区）；只能退回一次', 'It is to be answered again within what is left of the limit, and the county is told; once only'),
      only: c => ofTheTownship(c) ?? (c.matter.facts.disputed === undefined ? undefined : refuse('disputed-already', words('已退回一次（平台规则）', 'It went back once already (a product rule)'), { remedy: words('请确认；仍有异议的，报县（区）协调', 'Take it; bring what is still disputed to the county') })),
      then: c => ({ holder: { office: c.matter.facts.office ?? '' }, effects: [toOffice(c.matter, '答复被退回，请就所列问题重新答复', 'Your answer came back; please answer again'), ...toTheCounty(c.matter.region, '乡镇（街道）认为重大事项意见没有答复清楚', 'A township says that its opinion was not answered')] }),
    },
    takeAsRead: { zh: '逾期未核对', en: 'Not checked in time', from: ['reading'], to: 'closed', basis: [], by: [theClock], then: c => ({ counts: tally(c.matter) }) },
    silent: {
      zh: '逾期未反馈', en: 'No opinion in time', from: ['asked'], basis: ['24.2'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'silent' }],
        effects: [toTownship(c.matter, '重大事项意见逾期未反馈，请尽快反馈', 'Your opinion on a major matter is late'), toOffice(c.matter, '乡镇（街道）逾期未反馈意见', 'The township gave no opinion in time'), ...toTheCounty(c.matter.region, '重大事项征求意见，乡镇（街道）逾期未反馈', 'A township gave no opinion on a major matter in time')],
      }),
    },
    goOn: {
      zh: '逾期未反馈，继续推进', en: 'Go on without', from: ['asked'], to: 'unanswered', basis: [], by: county, asks: ['outcome'],
      causes: words('记录为未反馈意见', 'It stands as asked and unanswered'),
      only: ({ matter, actor, now }) => (actor.office !== matter.facts.office
        ? refuse('not-the-asker', words('由征求意见的单位办理', 'This is for the office that asked'), { remedy: words('请该单位办理', 'Let that office do it') })
        : matter.clocks['stage'] && hasRunOut(matter.clocks['stage'], now) ? undefined
          : refuse('not-yet', words('反馈日期未到', 'The day for the opinion has not passed'), { remedy: words('请等到反馈日期以后', 'Wait until that day is over') })),
      then: c => ({ counts: { silent: 1 }, effects: [toTownship(c.matter, '重大事项未收到反馈意见，已继续推进', 'A major matter goes on without your opinion')] }),
    },
    withdraw: {
      zh: '撤回', en: 'Withdraw', from: ['asked'], to: 'withdrawn', basis: [], by: county, asks: ['withdrawReason'],
      only: ({ matter, actor }) => (actor.office === matter.facts.office ? undefined : refuse('not-the-asker', words('由征求意见的单位办理', 'This is for the office that asked'), { remedy: words('请该单位办理', 'Let that office do it') })),
      then: c => ({ effects: [toTownship(c.matter, '重大事项征求意见已撤回', 'The question on a major matter was withdrawn')] }),
    },
    escalate: {
      zh: '逾期上报', en: 'Told upward', from: ['answering'], basis: ['24.2'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'escalate' }], counts: { toldUpward: 1 },
        effects: [toOffice(c.matter, '乡镇（街道）意见逾期未答复，请尽快答复', 'Your answer to a township is late'), toTownship(c.matter, '意见建议逾期未答复，已上报县（区）', 'The answer is late; the county was told'), notify({ posts: 'lead', region: countyOf(c.matter.region) }, words('重大事项意见逾期未答复，请督促', 'An answer to a township is late: please see to it'))],
      }),
    },
  },
  measures: {
    asked: words('征求意见', 'Asked'), opined: words('已反馈', 'Opinions given'), opinedInTime: words('按时反馈', 'Given in time'), silent: words('未反馈', 'None given'), proposed: words('主动建议', 'Proposed'),
    answered: words('答复次数', 'Answers'), answeredInTime: words('按时答复', 'Answered in time'), adopted: words('采纳条数', 'Points adopted'), partly: words('部分采纳条数', 'Points partly adopted'), notAdopted: words('不采纳条数', 'Points not adopted'), points: words('意见建议条数', 'Points'), toldUpward: words('逾期上报次数', 'Times told upward'),
  },
  rates: {
    inTime: { ...words('按时答复率', 'Answered in time'), of: 'answeredInTime', among: 'answered' },
    adoption: { ...words('采纳率', 'Adopted'), of: 'adopted', among: 'points' },
  },
  list: { columns: ['kind', 'area', 'position'] },
  notCovered: [{ basis: '24.2', why: words('重大事项本身的决定程序由法律法规规定，平台只保证乡镇（街道）的意见有答复', 'How the matter itself is decided is for the laws; the platform sees that the township is heard and answered') }],
})

/** How the points fared, counted once the answer stands. */
function tally({ facts: { replies = [] } }: Opinion): { readonly [measure: string]: number } {
  const n = (how: string): number => replies.filter(reply => reply.adopted === how).length
  return { points: replies.length, adopted: n('yes'), partly: n('partly'), notAdopted: n('no') }
}

import { legalDay } from '../../kernel/calendar.ts'
import { notify } from '../../kernel/effect.ts'
import { procedure, within } from '../../kernel/procedure.ts'
import { coHandler, holder, ofGovernment, post, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { heldDay, plannedDay, visiting } from '../usual/township-visit.ts'
import { answered, askedAgain, notFarOff, notYetReturned, recordBy, stillLate } from './guidance-answers.ts'
import { firstOwed, guidanceFacts, owed, townshipOf, toTownship, toVillage, untilAnswered } from './guidance-facts.ts'

const township = [ofGovernment('handler', 'township'), ofGovernment('lead', 'township'), ofGovernment('dispatcher', 'township')]
const village = [post('committee', 'village')]

/**
 * 指导走访: a township goes to a village to support it (Art. 6.1): what the village raises is answered one by one by government offices, each by a day.
 * It gives the village nothing to do: confirming is its right, and its silence costs it nothing.
 */
export const guidance = procedure('guidance', {
  title: words('指导走访', 'Guidance visit'),
  since: '2023-02-01',
  basis: ['6.1'],
  facts: guidanceFacts,
  heading: 'about',
  place: 'village',
  records: ['township-visit'],
  stages: {
    asked: { zh: '村（社区）已申请，待安排', en: 'Asked for, to be planned', due: within('guidance.schedule', 'notPlanned') },
    planned: { zh: '已安排', en: 'Planned', due: { then: 'notRecorded', limit: c => recordBy(c.facts.day ?? legalDay(c.now), c) } },
    answering: { zh: '待答复', en: 'Answers owed', due: { then: 'late', limit: c => untilAnswered(firstOwed(c.facts) ?? legalDay(c.now), c.now) } },
    confirming: { zh: '待村（社区）确认', en: 'For the village to confirm', settled: true, due: within('guidance.confirm', 'closeUnconfirmed') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '已取消', en: 'Dropped', final: true },
  },
  steps: {
    ask: {
      zh: '申请指导', en: 'Ask for guidance', opens: 'asked', basis: ['6.1'], by: village, asks: ['village', 'about', 'themes'],
      causes: words('乡镇（街道）会安排走访', 'The township plans a visit'),
      then: c => ({ holder: { office: townshipOf(c.matter.region) }, counts: { asked: 1 }, effects: [toTownship(c.matter, '村（社区）申请指导，请安排走访', 'A village asks for guidance; please plan a visit')] }),
    },
    plan: {
      zh: '安排走访', en: 'Plan a visit', opens: 'planned', basis: ['6.1'], by: township, asks: ['village', 'about', 'themes', 'day', 'visitors?'],
      causes: words('村（社区）会收到通知，不需要准备材料', 'The village is told; it need not prepare anything'),
      then: c => plannedDay(c.input.day ?? '', c.now, c.law) ?? {
        holder: { office: townshipOf(c.matter.region) }, counts: { planned: 1 },
        effects: [visiting(c.matter, 'guidance', c.input.day ?? '', 'planned'), toVillage(c.matter, '乡镇（街道）将来走访指导，不需要准备材料', 'The township is coming to support you; nothing need be prepared')],
      },
    },
    schedule: {
      zh: '安排走访', en: 'Plan the visit', from: ['asked'], to: 'planned', basis: ['6.1'], primary: true, by: township, asks: ['day', 'visitors?'],
      then: c => plannedDay(c.input.day ?? '', c.now, c.law) ?? {
        counts: { planned: 1 }, effects: [visiting(c.matter, 'guidance', c.input.day ?? '', 'planned'), toVillage(c.matter, '您申请的指导走访已安排', 'The visit you asked for is planned')],
      },
    },
    notPlanned: {
      zh: '逾期未安排，提醒', en: 'Not planned in time', from: ['asked'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'notPlanned' }],
        effects: [toTownship(c.matter, '村（社区）申请的指导走访逾期未安排', 'A visit that a village asked for is not planned yet')],
      }),
    },
    move: {
      zh: '调整日期', en: 'Move it', from: ['planned'], to: 'planned', basis: [], by: township, asks: ['day', 'moved'],
      then: c => plannedDay(c.input.day ?? '', c.now, c.law) ?? {
        effects: [visiting(c.matter, 'guidance', c.input.day ?? '', 'planned'), toVillage(c.matter, '走访日期有调整，理由见详情', 'The visit was moved; the reason stands in it')],
      },
    },
    drop: {
      zh: '取消', en: 'Drop it', from: ['asked', 'planned'], to: 'dropped', basis: [], by: township, asks: ['dropped'],
      then: c => ({ effects: [visiting(c.matter, 'guidance', c.matter.facts.day ?? legalDay(c.now), 'dropped'), toVillage(c.matter, '走访已取消，理由见详情', 'The visit was dropped; the reason stands in it')] }),
    },
    notRecorded: {
      zh: '逾期未登记，提醒', en: 'Not recorded in time', from: ['planned'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'notRecorded' }],
        effects: [toTownship(c.matter, '走访已过计划日期，请登记情况或取消', 'A visit is past its day; record or drop it')],
      }),
    },
    hold: {
      zh: '登记走访', en: 'Record the visit', from: ['planned'], to: ['answering', 'confirming'], basis: ['6.1'], primary: true, by: township, asks: ['heldOn', 'seen', 'settled?', 'raised?'],
      causes: words('村（社区）提出的问题由所列单位按期答复', 'What the village raised is answered by the offices named, in time'),
      then: c => heldDay(c.input.heldOn ?? '', c.now) ?? notFarOff(c) ?? {
        to: c.input.raised === undefined ? 'confirming' : 'answering',
        parties: [...new Set(owed(c.facts).map(one => one.who))].filter(office => office !== c.matter.holder?.office).map(office => ({ role: 'co-handler', office })),
        counts: { held: 1, raised: c.input.raised?.length ?? 0 },
        effects: [
          visiting(c.matter, 'guidance', c.input.heldOn ?? '', 'held'),
          ...[...new Set(owed(c.facts).map(one => one.who))].map(office => notify({ office }, words('村（社区）在走访中提出问题，请按期答复', 'A village raised something at a visit; please answer in time'))),
          ...(c.input.raised === undefined ? [toVillage(c.matter, '走访情况已登记，请确认', 'The visit is recorded; please confirm')] : []),
        ],
      },
    },
    answer: {
      zh: '答复一个问题', en: 'Answer one', from: ['answering'], to: ['confirming'], basis: ['6.1'], primary: true, by: [holder(), coHandler], asks: ['no', 'answer'],
      causes: words('全部答复后由村（社区）确认', 'Once all are answered the village confirms'),
      then: answered,
    },
    late: { zh: '逾期未答复，逐级提醒', en: 'Answers late', from: ['answering'], basis: [], by: [theClock], then: stillLate },
    notSettled: {
      zh: '没有解决，请再答复', en: 'Not settled', from: ['confirming'], to: 'answering', basis: [], by: village, asks: ['unsettled', 'why'],
      causes: words('由原单位再答复一次（平台规则）', 'The same office answers once more (a product rule)'),
      only: notYetReturned,
      then: askedAgain,
    },
    confirm: {
      zh: '确认', en: 'Confirm', from: ['confirming'], to: 'closed', basis: ['6.1'], primary: true, by: village, asks: ['help?', 'comment?'],
      then: () => ({ counts: { confirmed: 1 } }),
    },
    closeUnconfirmed: { zh: '未确认，自动办结', en: 'Closed unconfirmed', from: ['confirming'], to: 'closed', basis: [], by: [theClock] },
  },
  measures: {
    asked: words('村（社区）申请', 'Asked for'), planned: words('安排', 'Planned'), held: words('走访', 'Held'), raised: words('提出问题', 'Raised'),
    answered: words('已答复', 'Answered'), answeredInTime: words('按期答复', 'Answered in time'), confirmed: words('经确认', 'Confirmed'),
  },
  rates: { answeredInTime: { ...words('按期答复率', 'Answered in time'), of: 'answeredInTime', among: 'answered' }, confirmed: { ...words('确认率', 'Confirmed'), of: 'confirmed', among: 'held' } },
  list: { columns: ['village', 'day', 'heldOn'] },
  notCovered: [{ basis: '6.1', why: words('支持和促进自治组织的其他方式不经平台', 'Other ways of supporting self-government take place outside the platform') }],
})

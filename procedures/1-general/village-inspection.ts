import { legalDay } from '../../kernel/calendar.ts'
import { procedure, within } from '../../kernel/procedure.ts'
import { faultAt, refuse } from '../../kernel/refusal.ts'
import { holder, ofGovernment, post, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { endTooFar } from '../usual/end-date.ts'
import { workMoved } from '../usual/given-work.ts'
import { bodyAbove, decidesAbove, noMoreRounds, noSecondLast, notYetRaised, toBodyAbove } from '../usual/raised.ts'
import { plannedDay, visiting } from '../usual/township-visit.ts'
import { inspectionFacts, inspectionNeeds, lastDay, townshipOf, toTownship, toVillage } from './inspection-facts.ts'
import { anotherDecides, climb, decided, fallen, findingsGiven, fixed, handedOn, onceMore, planned, recordBy, recorded, rectifyBy } from './inspection-moves.ts'

const township = [ofGovernment('handler', 'township'), ofGovernment('lead', 'township')]
const village = [post('committee', 'village')]

/**
 * 村居监督检查: a township inspects one of its villages on targets, management and service, or use of funds (Art. 6.6). Each check rests on an item
 * of the list or a provision; findings pass the gate as the village’s own; the village may object, and another decides.
 */
export const villageInspection = procedure('village-inspection', {
  title: words('村居监督检查', 'Inspection of a village'),
  since: '2023-02-01',
  basis: ['6.6'],
  facts: inspectionFacts,
  heading: 'about',
  place: 'village',
  needs: inspectionNeeds,
  records: ['township-visit', 'given-work'],
  stages: {
    planned: { zh: '已安排', en: 'Planned', due: { then: 'notRecorded', limit: c => recordBy(c.facts.day ?? legalDay(c.now), c) } },
    answering: { zh: '待村（社区）答复', en: 'For the village to answer', due: within('inspection.answer', 'takenAsAgreed') },
    disputed: { zh: '有异议，待决定', en: 'Objected to', due: within('inspection.rule', 'notDecided') },
    rectifying: { zh: '整改中', en: 'Being put right', due: { then: 'late', limit: rectifyBy } },
    rechecking: { zh: '待复查', en: 'To be checked again', due: within('inspection.recheck', 'notRechecked') },
    raised: { zh: '待上级决定', en: 'With the level above', due: within('inspection.raised', 'notDecidedAbove') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '已取消', en: 'Dropped', final: true },
  },
  steps: {
    plan: {
      zh: '安排检查', en: 'Plan an inspection', opens: 'planned', basis: ['6.6'], by: township, needs: ['inspections', 'listed'],
      asks: ['village', 'subject', 'about', 'day', 'inspectors?', 'checklist', 'overReason?'],
      causes: words('村（社区）会收到通知；检查由乡镇（街道）自行核对，村（社区）不另行填表', 'The village is told; the township checks by itself, and the village fills in nothing'),
      then: planned,
    },
    move: {
      zh: '调整日期', en: 'Move it', from: ['planned'], to: 'planned', basis: [], by: township, asks: ['day', 'moved'],
      then: c => plannedDay(c.input.day ?? '', c.now, c.law) ?? {
        effects: [visiting(c.matter, 'inspection', c.input.day ?? '', 'planned'), toVillage(c.matter, '检查日期有调整，理由见详情', 'The inspection was moved; the reason stands in it')],
      },
    },
    drop: {
      zh: '取消', en: 'Drop it', from: ['planned'], to: 'dropped', basis: [], by: township, asks: ['dropped'],
      then: c => ({ effects: [visiting(c.matter, 'inspection', c.matter.facts.day ?? '', 'dropped'), toVillage(c.matter, '检查已取消', 'The inspection was dropped')] }),
    },
    notRecorded: { zh: '逾期未登记，提醒', en: 'Not recorded in time', from: ['planned'], basis: [], by: [theClock], then: climb('notRecorded', '检查已过计划日期，请登记情况或取消', 'An inspection is past its day; record or drop it') },
    record: {
      zh: '登记检查情况', en: 'Record the inspection', from: ['planned'], to: ['answering', 'closed'], basis: ['6.6'], primary: true, by: township, asks: ['heldOn', 'results', 'findings?', 'remarks?'],
      causes: words('需整改的，交村（社区）答复；可以提出异议', 'What is to be put right goes to the village, which may object'),
      gives: findingsGiven,
      then: recorded,
    },
    agree: {
      zh: '同意整改', en: 'Agree', from: ['answering'], to: 'rectifying', basis: [], primary: true, by: village, asks: ['answer?'],
      then: c => ({ effects: [workMoved(c.matter, 'rectifying', { open: true }), toTownship(c.matter, '村（社区）同意整改', 'The village agrees')] }),
    },
    object: {
      zh: '提出异议', en: 'Object', from: ['answering'], to: 'disputed', basis: ['23.3'], by: village, asks: ['objection', 'objectionFiles?'],
      causes: words('由乡镇（街道）另一位负责人或县（区）决定，期间不计整改时间；逾期不决定的，异议成立（平台规则）', 'Another lead of the township, or the county, decides; meanwhile nothing is owed, and without a decision in time the objection stands (a product rule)'),
      then: c => ({
        holder: { office: townshipOf(c.matter.region) }, counts: { objected: 1 },
        effects: [workMoved(c.matter, 'disputed', { open: true }), toTownship(c.matter, '村（社区）对检查发现有异议，请按时决定', 'A village objects to findings; please decide in time')],
      }),
    },
    takenAsAgreed: {
      zh: '未答复，进入整改', en: 'No answer: it is put right', from: ['answering'], to: 'rectifying', basis: [], by: [theClock],
      then: c => ({ effects: [workMoved(c.matter, 'rectifying', { open: true }), toVillage(c.matter, '检查发现的问题未见答复，进入整改', 'No answer came: the findings are to be put right')] }),
    },
    decide: {
      zh: '决定异议', en: 'Decide on the objection', from: ['disputed'], to: ['rectifying', 'closed'], basis: [], primary: true,
      by: [ofGovernment('lead', 'township', 'county'), ofGovernment('dispatcher', 'county')], asks: ['ruling', { fact: 'fallen', where: 'ruling', is: 'partly' }, 'rulingReason'],
      only: anotherDecides,
      then: decided,
    },
    notDecided: { zh: '逾期未决定，异议成立', en: 'Not decided: the objection stands', from: ['disputed'], to: 'closed', basis: [], by: [theClock], then: c => fallen(c.matter) },
    withdrawFindings: {
      zh: '撤销问题', en: 'Withdraw the findings', from: ['answering', 'disputed', 'rectifying'], to: 'closed', basis: [], by: township, asks: ['rulingReason'],
      then: c => fallen(c.matter),
    },
    extend: {
      zh: '延长整改期限', en: 'Give more time', from: ['rectifying'], basis: [], by: township, asks: ['until', 'moreWhy'],
      only: ({ matter }) => (matter.facts.extended ? refuse('once-only', words('只延长一次（平台规则）', 'It is extended once only (a product rule)'), { remedy: words('请按现有情况复查', 'Check it as it stands') }) : undefined),
      then: c => {
        const { until = '' } = c.input
        const before = c.matter.facts.until ?? lastDay(c.matter.facts.findings ?? [])
        if (until <= before) return faultAt('until', `须晚于原期限 ${before}`, `It must lie after ${before}`)
        return endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'inspection.rectify-longest' }) ?? {
          set: { extended: true, escalated: null }, clocks: [{ clock: 'stage', start: rectifyBy(c), then: 'late' }, { clock: 'escalation', end: true }],
          effects: [workMoved(c.matter, 'rectifying', { open: true, until }), toVillage(c.matter, '整改期限已延长', 'There is more time to put it right')],
        }
      },
    },
    rectify: {
      zh: '提交整改情况', en: 'Say what was put right', from: ['rectifying'], to: 'rechecking', basis: [], primary: true, by: village, asks: ['done', 'proof?'],
      then: c => ({ holder: { office: townshipOf(c.matter.region) }, effects: [workMoved(c.matter, 'rechecking', { open: true }), toTownship(c.matter, '村（社区）已整改，请复查', 'A village has put findings right; please check')] }),
    },
    late: { zh: '逾期未整改，逐级提醒', en: 'Not put right in time', from: ['rectifying'], basis: [], by: [theClock], then: climb('late', '检查发现的问题逾期未整改', 'Findings are not put right in time') },
    recheck: {
      zh: '复查', en: 'Check again', from: ['rechecking'], to: ['closed', 'rectifying'], basis: ['6.6'], primary: true, by: [holder('handler', 'lead')],
      asks: ['verdict', 'recheckNote', { fact: 'until', where: 'verdict', is: 'again' }],
      then: c => {
        if (c.input.verdict === 'passed') return fixed(c.matter)
        const { until = '' } = c.input
        return noMoreRounds(c) ?? endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'inspection.rectify-longest' }) ?? { ...onceMore(c.matter, until), set: { rounds: (c.matter.facts.rounds ?? 0) + 1 } }
      },
    },
    raise: {
      zh: '报县（区）决定', en: 'Raise it to the county', from: ['rechecking'], to: 'raised', basis: ['6.6'], by: [holder('handler', 'lead')], asks: ['recheckNote'],
      causes: words('复查未通过已达次数上限，由县（区）领导小组决定（平台规则）', 'Found not put right as often as may be: the county’s lead group decides (a product rule)'),
      only: notYetRaised,
      then: c => ({
        holder: { office: bodyAbove(townshipOf(c.matter.region)) }, set: { rounds: (c.matter.facts.rounds ?? 0) + 1 }, counts: { raised: 1 },
        effects: [workMoved(c.matter, 'raised', { open: true }), toBodyAbove(townshipOf(c.matter.region)), toVillage(c.matter, '复查仍未通过，已报县（区）决定', 'Still not put right: the county decides')],
      }),
    },
    decideAbove: {
      zh: '上级决定', en: 'Decide on it', from: ['raised'], to: ['rectifying', 'closed'], basis: [], primary: true, by: decidesAbove,
      asks: ['aboveRuling', 'aboveReason', { fact: 'until', where: 'aboveRuling', is: 'last' }, { fact: 'handedTo', where: 'aboveRuling', is: 'handOn' }],
      only: anotherDecides,
      then: c => {
        const { aboveRuling, until = '' } = c.input
        if (aboveRuling === 'accept') return fixed(c.matter)
        if (aboveRuling === 'falls') return fallen(c.matter)
        if (aboveRuling === 'handOn') return handedOn(c.matter)
        return noSecondLast(c) ?? endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'inspection.rectify-longest' }) ?? { ...onceMore(c.matter, until), set: { lastTime: true } }
      },
    },
    notDecidedAbove: { zh: '逾期未决定，提醒', en: 'Not decided in time', from: ['raised'], basis: [], by: [theClock], then: climb('notDecidedAbove', '多次复查未通过的问题逾期未决定', 'Findings raised are not decided on in time') },
    notRechecked: { zh: '逾期未复查，提醒', en: 'Not checked again in time', from: ['rechecking'], basis: [], by: [theClock], then: climb('notRechecked', '村（社区）整改后逾期未复查', 'A rectification is not checked in time') },
  },
  measures: {
    planned: words('安排', 'Planned'), held: words('检查', 'Held'), clean: words('没有问题', 'Nothing found'), beyondCeiling: words('超过年度次数', 'Beyond the yearly number'), ordered: words('要求整改', 'To be put right'), findings: words('发现问题', 'Findings'),
    objected: words('提出异议', 'Objected to'), withdrawn: words('撤销', 'Findings fell'), raised: words('报上级决定', 'Raised'), handedOn: words('转由其他处理', 'Went on with others'), putRight: words('整改完成', 'Put right'),
  },
  rates: { putRight: { ...words('整改完成率', 'Put right'), of: 'putRight', among: 'ordered' } },
  list: { columns: ['village', 'subject', 'day', 'outcome'] },
  notCovered: [
    { basis: '6.6', why: words('检查村（社区）以外单位由其主管部门办理', 'Inspecting others than villages is for the authorities over them') },
  ],
})

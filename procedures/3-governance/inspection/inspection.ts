import { legalDay } from '../../../kernel/calendar.ts'
import type { Effect } from '../../../kernel/effect.ts'
import { procedure, within, type Move } from '../../../kernel/procedure.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { holder, ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { recordBy } from '../../1-general/inspection-moves.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { escalationStep, toTownship } from '../../usual/field-work.ts'
import { workMoved, workOrdered } from '../../usual/given-work.ts'
import { followUps } from '../../usual/findings.ts'
import { bodyAbove, decidesAbove, noMoreRounds, noSecondLast, notYetRaised, toBodyAbove } from '../../usual/raised.ts'
import { heldDay, plannedDay } from '../../usual/township-visit.ts'
import { facts, type InspectionFacts } from './facts.ts'
import { anotherDecides, findingFaults, givenBy, inspected, inspectorOf, lastDay, notOwnFinding, notOwnWork, resultFaults, scored, toInspected, toInspector, unfit, type Inspection } from './parts.ts'

/** Who answers for an office or a community; a grid worker does not speak for the committee. */
const answerers = [holder('handler', 'lead', 'dispatcher', 'committee')]

/** Who checks again whether it was put right. */
const checkers = [holder('handler', 'lead'), ofGovernment('lead', 'township', 'county')]

const inspectors = [post('handler', 'township', 'county'), post('lead', 'township', 'county')]

const moved = (matter: Inspection, state: string, open: boolean, until?: string): readonly Effect[] => (matter.facts.target === 'community' ? [workMoved(matter, state, { open, ...(until !== undefined && { until }) })] : [])

const fallen = (matter: Inspection): Move<InspectionFacts, 'closed'> => ({
  to: 'closed', holder: { office: inspectorOf(matter) }, set: { outcome: 'withdrawn' }, counts: { withdrawn: 1 },
  effects: [...moved(matter, 'withdrawn', false), ...toInspected(matter, '检查发现的问题已撤销', 'The findings fell'), toInspector(matter, '检查发现的问题已撤销', 'The findings fell')],
})

const fixed = (matter: Inspection): Move<InspectionFacts, 'closed'> => ({
  to: 'closed', holder: { office: inspectorOf(matter) }, set: { outcome: 'fixed' }, counts: { putRight: 1 }, effects: [...moved(matter, 'done', false), ...toInspected(matter, '复查通过', 'It was found put right')],
})

/** It is to be put right by a new day. */
const onceMore = (matter: Inspection, until: string) => ({
  to: 'rectifying', holder: { office: inspected(matter) ?? inspectorOf(matter) },
  effects: [...moved(matter, 'rectifying', true, until), ...toInspected(matter, '复查后仍需整改', 'Not yet put right'), ...(inspected(matter) === undefined ? [toInspector(matter, '复查后仍需整改', 'Not yet put right')] : [])],
} as const)

/**
 * 清单检查: a department or township inspects a place by a checklist with points, has what is amiss put right and checks again (Art. 18, 34.2, 34.4, 35.3).
 * Hazards go their own way. A community is ordered only what is its own, and only by its township: the gate says so.
 */
export const inspection = procedure('inspection', {
  title: words('清单检查', 'Inspection by checklist'),
  since: '2023-02-01',
  basis: ['18', '34.2', '34.4', '35.3'],
  facts,
  heading: 'about',
  place: 'place',
  records: ['given-work'],
  stages: {
    planned: { zh: '已安排', en: 'Planned', due: { then: 'escalate', limit: c => recordBy(c.facts.day ?? legalDay(c.now), c) } },
    answering: { zh: '待被检查单位答复', en: 'For who was inspected to answer', due: within('inspection.answer', 'takenAsAgreed') },
    disputed: { zh: '有异议，待决定', en: 'Objected to', due: within('inspection.rule', 'notDecided') },
    rectifying: { zh: '整改中', en: 'Being put right', due: { then: 'escalate', limit: c => untilDay(c.facts.until ?? lastDay(c.facts), c.now, words('检查确定的整改期限', 'the day the inspection set')) } },
    rechecking: { zh: '待复查', en: 'To be checked again', due: within('inspection.recheck', 'escalate') },
    raised: { zh: '待上级决定', en: 'With the level above', due: within('inspection.raised', 'escalate') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '已取消', en: 'Dropped', final: true },
  },
  steps: {
    plan: {
      zh: '安排检查', en: 'Plan an inspection', opens: 'planned', basis: ['18', '34.2'], by: inspectors,
      asks: ['place', 'subject', 'about', 'target', { fact: 'firm', where: 'target', is: 'firm' }, { fact: 'office', where: 'target', is: 'office' }, 'day', 'checklist', 'inspectors?'],
      causes: words('检查人员自行核对填写；被检查的村（社区）不另行填表', 'Filled in by who inspects; a community prepares no forms for it'),
      then: c => plannedDay(c.input.day ?? '', c.now, c.law) ?? unfit(c.input, c.matter.region) ?? {
        holder: { office: c.actor.office ?? '' }, set: { inspector: c.actor.office ?? '' }, counts: { planned: 1 },
        effects: [toTownship(c.matter.region, words('辖区将有检查', 'An inspection is planned in your area'))],
      },
    },
    drop: { zh: '取消', en: 'Drop it', from: ['planned'], to: 'dropped', basis: [], by: [holder('handler', 'lead')], asks: ['dropped'] },
    record: {
      zh: '登记检查情况', en: 'Record the inspection', from: ['planned'], to: ['answering', 'rectifying', 'closed'], basis: ['18', '34.2'], primary: true, by: [holder('handler', 'lead')],
      asks: ['heldOn', 'results', 'findings?', 'photos?', 'remarks?'],
      causes: words('自动计算得分；隐患另立事项，其余限期整改', 'The score is computed; hazards go their own way, the rest is put right by its day'),
      gives: givenBy,
      then: c => {
        const { heldOn = '', results = [], findings = [] } = c.input
        const { checklist = [] } = c.matter.facts
        const refused = heldDay(heldOn, c.now) ?? resultFaults(results, checklist) ?? findingFaults(c.input, c.now, c.law)
        if (refused) return refused
        const { got, full, score } = scored(results, checklist)
        const until = lastDay(c.input)
        const hazards = followUps(findings.filter(one => one.as === 'hazard'), { place: c.matter.region, source: 'inspection', link: 'inspection', ...(c.matter.facts.firm !== undefined && { spot: c.matter.facts.firm }) })
        const kept = { score, recordedBy: c.actor.account }
        const counts = { held: 1, points: got, full, hazards: hazards.length }
        if (until === '') return { to: 'closed', set: { ...kept, outcome: hazards.length > 0 ? 'hazards' : 'none' }, counts, effects: [...hazards, ...(hazards.length > 0 ? toInspected(c.matter, '检查发现的问题转为安全隐患办理', 'What was found goes on as a hazard') : toInspected(c.matter, '检查没有需整改的问题', 'Nothing has to be put right'))] }
        const office = inspected(c.matter)
        const told = [...hazards, ...toInspected(c.matter, '检查发现问题，可以同意整改，也可以提出异议', 'The inspection found something; agree to put it right, or object'), toTownship(c.matter.region, words('辖区检查发现问题，请督促整改', 'An inspection in your area found something; please see to it'))]
        if (office === undefined) return { to: 'rectifying', set: { ...kept, until }, counts: { ...counts, ordered: 1 }, effects: told }
        return {
          to: 'answering', holder: { office }, set: { ...kept, until }, counts: { ...counts, ordered: 1 },
          effects: [
            ...told,
            ...(c.matter.facts.target === 'community' ? [workOrdered(c.matter, { issuer: inspectorOf(c.matter), title: c.matter.facts.about ?? '', since: legalDay(c.now), until, state: 'answering', item: findings.find(one => one.item !== undefined)?.item })] : []),
          ],
        }
      },
    },
    agree: {
      zh: '同意整改', en: 'Agree', from: ['answering'], to: 'rectifying', basis: [], primary: true, by: answerers,
      then: c => ({ effects: [...moved(c.matter, 'rectifying', true), toInspector(c.matter, '被检查单位同意整改', 'Who was inspected agrees')] }),
    },
    object: {
      zh: '提出异议', en: 'Object', from: ['answering'], to: 'disputed', basis: [], by: answerers, asks: ['objection'],
      causes: words('由检查单位另一人或上级决定，逾期不决定的异议成立（平台规则）', 'Another of the inspecting office, or one above, decides; without a decision in time the objection stands (a product rule)'),
      then: c => ({ holder: { office: inspectorOf(c.matter) }, counts: { objected: 1 }, effects: [...moved(c.matter, 'disputed', true), toInspector(c.matter, '被检查单位有异议，请按时决定', 'Who was inspected objects; please decide in time')] }),
    },
    takenAsAgreed: {
      zh: '未答复，进入整改', en: 'No answer: it is put right', from: ['answering'], to: 'rectifying', basis: [], by: [theClock],
      then: c => ({ effects: [...moved(c.matter, 'rectifying', true), ...toInspected(c.matter, '检查发现的问题未见答复，进入整改', 'No answer came: the findings are to be put right')] }),
    },
    decide: {
      zh: '决定异议', en: 'Decide on the objection', from: ['disputed'], to: ['rectifying', 'closed'], basis: [], primary: true, by: [holder('handler', 'lead'), ofGovernment('lead', 'township', 'county')], asks: ['ruling', 'rulingReason'],
      only: anotherDecides,
      then: c => (c.input.ruling === 'falls' ? fallen(c.matter) : {
        to: 'rectifying', holder: { office: inspected(c.matter) ?? inspectorOf(c.matter) }, effects: [...moved(c.matter, 'rectifying', true), ...toInspected(c.matter, '对异议已有决定，请整改', 'The objection is decided on; please put it right')],
      }),
    },
    notDecided: { zh: '逾期未决定，异议成立', en: 'Not decided: the objection stands', from: ['disputed'], to: 'closed', basis: [], by: [theClock], then: c => fallen(c.matter) },
    rectify: {
      zh: '登记整改', en: 'Say what was put right', from: ['rectifying'], to: 'rechecking', basis: [], primary: true, by: [holder(), post('gridWorker'), post('committee')], asks: ['done', 'proof'],
      only: ({ matter, actor }) => (actor.office === matter.holder?.office || matter.facts.target === 'firm' ? undefined
        : refuse('not-theirs', words('由被检查单位登记整改', 'Who was inspected says what was put right'), { remedy: words('请告知被检查单位', 'Tell them') })),
      then: c => ({
        holder: { office: inspectorOf(c.matter) }, set: { rectifiedBy: c.actor.account },
        effects: [...moved(c.matter, 'rechecking', true), toInspector(c.matter, '已整改，请复查', 'It was put right; please check')],
      }),
    },
    recheck: {
      zh: '复查', en: 'Check again', from: ['rechecking'], to: ['closed', 'rectifying'], basis: ['34.2'], primary: true, by: checkers,
      asks: ['verdict', 'recheckNote', { fact: 'until', where: 'verdict', is: 'again' }],
      only: notOwnWork,
      then: c => {
        if (c.input.verdict === 'passed') return fixed(c.matter)
        const { until = '' } = c.input
        return noMoreRounds(c) ?? endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'inspection.rectify-longest' }) ?? {
          ...onceMore(c.matter, until), set: { rectifiedBy: null, rounds: (c.matter.facts.rounds ?? 0) + 1 },
        }
      },
    },
    raise: {
      zh: '报上一级决定', en: 'Raise it', from: ['rechecking'], to: 'raised', basis: ['34.2'], by: checkers, asks: ['recheckNote'],
      causes: words('复查未通过已达次数上限，由县（区）或市领导小组决定（平台规则）', 'Found not put right as often as may be: the lead group of the county or the city decides (a product rule)'),
      only: c => notOwnWork(c) ?? notYetRaised(c),
      then: c => ({
        holder: { office: bodyAbove(inspectorOf(c.matter)) }, set: { rounds: (c.matter.facts.rounds ?? 0) + 1 }, counts: { raised: 1 },
        effects: [...moved(c.matter, 'raised', true), toBodyAbove(inspectorOf(c.matter)), ...toInspected(c.matter, '复查仍未通过，已报上级决定', 'Still not put right: the level above decides')],
      }),
    },
    decideAbove: {
      zh: '上级决定', en: 'Decide on it', from: ['raised'], to: ['rectifying', 'closed'], basis: [], primary: true, by: decidesAbove,
      asks: ['aboveRuling', 'aboveReason', { fact: 'until', where: 'aboveRuling', is: 'last' }, { fact: 'handedTo', where: 'aboveRuling', is: 'handOn' }],
      only: notOwnFinding,
      then: c => {
        const { aboveRuling, until = '' } = c.input
        if (aboveRuling === 'accept') return fixed(c.matter)
        if (aboveRuling === 'falls') return fallen(c.matter)
        if (aboveRuling === 'handOn') return {
          to: 'closed', holder: { office: inspectorOf(c.matter) }, set: { outcome: 'handedOn' }, counts: { handedOn: 1 },
          effects: [...moved(c.matter, 'handedOn', false), ...toInspected(c.matter, '检查发现的问题转由其他单位或程序处理', 'What was found goes on with others'), toInspector(c.matter, '上级决定转由其他单位或程序处理', 'The level above decided that it goes on with others')],
        }
        return noSecondLast(c) ?? endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'inspection.rectify-longest' }) ?? { ...onceMore(c.matter, until), set: { rectifiedBy: null, lastTime: true } }
      },
    },
    escalate: escalationStep,
  },
  measures: {
    planned: words('安排', 'Planned'), held: words('检查', 'Held'), points: words('得分', 'Points'), full: words('满分', 'Points possible'), hazards: words('发现隐患', 'Hazards found'),
    ordered: words('要求整改', 'To be put right'), objected: words('提出异议', 'Objected to'), withdrawn: words('撤销', 'Findings fell'), raised: words('报上级决定', 'Raised'), handedOn: words('转由其他处理', 'Went on with others'), putRight: words('整改完成', 'Put right'),
  },
  rates: { score: { ...words('得分率', 'Score'), of: 'points', among: 'full' }, putRight: { ...words('整改完成率', 'Put right'), of: 'putRight', among: 'ordered' } },
  list: { columns: ['place', 'subject', 'score', 'outcome'] },
  notCovered: [
    { basis: '6.6', why: words('乡镇（街道）对村（社区）目标、服务、经费的检查见“村居监督检查”', 'A township’s inspection of a village on targets, service and funds is its own procedure') },
    { basis: '34.2', why: words('行政处罚由部门依法办理', 'Penalties are for departments under their own laws') },
  ],
})

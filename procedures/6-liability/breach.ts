import { legalDay } from '../../kernel/calendar.ts'
import { hasRunOut } from '../../kernel/clock.ts'
import { notify } from '../../kernel/effect.ts'
import { procedure, within } from '../../kernel/procedure.ts'
import { endTooFar } from '../usual/end-date.ts'
import { holder, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { appealSteps } from './breach/appeal.ts'
import { correctionLimit, measureAsks, measured, onward, tellReporter, theUnit, toDecider, toUnit } from './breach/course.ts'
import { documents } from './breach/documents.ts'
import { facts } from './breach/facts.ts'
import { referralSteps } from './breach/referral.ts'
import { toCompetent } from './competence.ts'
import { late } from './late.ts'

const decides = [holder('lead')]

/**
 * 违规责任: a unit that did not carry out its duty, or put its own on communities, is heard and then ordered to correct it, criticised, or referred
 * to who deals with persons (Art. 49 to 51). It holds nothing of who reported it: that stands apart in the report it came from. A time limit of this product founds none.
 */
export const breach = procedure('breach', {
  title: words('违规责任', 'Breach'),
  since: '2023-02-01',
  basis: ['49', '50.1', '50.2', '51'],
  facts,
  heading: 'allegation',
  place: 'place',
  stages: {
    hearing: { zh: '待陈述申辩', en: 'To be heard', due: within('breach.answer', 'silent') },
    deciding: { zh: '待决定', en: 'To decide', due: within('breach.decide', 'escalate') },
    correcting: { zh: '改正中', en: 'Being corrected', due: { then: 'overdue', limit: c => correctionLimit(c.facts.correctBy, c.now), standsStillIn: ['appealed'] } },
    rechecking: { zh: '待复核', en: 'To check', due: { ...within('breach.recheck', 'escalate'), standsStillIn: ['appealed'] } },
    standing: { zh: '申诉期内', en: 'May be appealed', waits: words('申诉期满后决定生效', 'The decision is final once the time for appeal is over') },
    appealed: { zh: '申诉办理中', en: 'Appealed', due: within('breach.appeal-decide', 'escalate') },
    referred: { zh: '已移送，待结果', en: 'Referred', waits: words('等待受移送机关的结果，逾期再询问', 'The authority’s answer is awaited, and asked for again') },
    unfounded: { zh: '责任不成立', en: 'Not founded', final: true },
    closed: { zh: '已办结', en: 'Closed', final: true },
  },
  steps: {
    open: {
      zh: '立案', en: 'Open', opens: 'hearing', basis: ['50.1', '50.2', '51'], by: [thePlatform], asks: ['place', 'accused', 'decider', 'kind', 'allegation', 'ground', 'provision?', 'otherLaw?', 'limit?'],
      then: c => ({
        holder: { office: c.input.decider ?? '' }, parties: [{ role: 'accused', office: c.input.accused ?? '' }], counts: { opened: 1 },
        effects: [notify({ office: c.input.accused ?? '' }, words('涉嫌违规，请按时陈述申辩', 'A breach is alleged; answer in time')), toCompetent(c.input.decider ?? '', '已立案，待当事单位陈述申辩', 'A case was opened; the unit is to be heard')],
      }),
    },
    answer: {
      zh: '陈述申辩', en: 'Answer', from: ['hearing'], to: 'deciding', basis: ['50.2'], primary: true, by: [theUnit], asks: ['answer', 'answerFiles?'],
      causes: words('决定前必须听取；逾期未答复的记录在案', 'It is heard before anything is decided; silence is recorded'),
      then: c => ({ effects: [toDecider(c.matter, '当事单位已陈述申辩，请按时决定', 'The unit answered; decide in time')] }),
    },
    silent: {
      zh: '逾期未陈述申辩', en: 'Silent', from: ['hearing'], to: 'deciding', basis: [], by: [theClock],
      then: c => ({ set: { silent: true }, counts: { silent: 1 }, effects: [toDecider(c.matter, '当事单位逾期未陈述申辩，请按时决定', 'The unit did not answer in time; decide'), toUnit(c.matter, '逾期未陈述申辩，已记录', 'No answer in time; this is recorded')] }),
    },
    decide: {
      zh: '作出决定', en: 'Decide', from: ['deciding'], to: ['correcting', 'standing'], basis: ['50.2'], primary: true, by: decides, asks: measureAsks,
      causes: words('制发文书；当事单位可按时申诉，期满后通报批评向社会公开', 'Documents are issued; the unit may appeal in time; after it a notice of criticism is published'),
      then: c => measured(c) ?? {
        to: c.input.orders === 'yes' ? 'correcting' : 'standing', counts: { founded: 1, ...(c.input.orders === 'yes' && { ordered: 1 }), ...(c.input.criticises === 'yes' && { criticised: 1 }) },
        clocks: [{ clock: 'appeal', start: 'breach.appeal', then: 'settle' }], effects: [toUnit(c.matter, '已作出责任决定，可按时申诉，文书见详情', 'It was decided; you may appeal in time; the documents stand in it')],
      },
    },
    unfound: {
      zh: '责任不成立', en: 'Not founded', from: ['deciding'], to: 'unfounded', basis: ['50.2'], by: decides, asks: ['unfoundedReason'],
      causes: words('理由告知当事单位和反映人；不公开', 'The unit and the reporter are told; nothing is published'),
      then: c => ({ counts: { unfounded: 1 }, effects: [tellReporter('unfounded'), toUnit(c.matter, '经核实责任不成立', 'Nothing was founded')] }),
    },
    reportCorrection: {
      zh: '报告改正情况', en: 'Report the correction', from: ['correcting'], to: 'rechecking', basis: ['50.2'], primary: true, by: [theUnit], asks: ['correction', 'correctionFiles?'],
      // By its clock, which an appeal made stand still, not by the day first set.
      then: ({ matter, now }) => ({ set: { inTime: matter.clocks['stage'] === undefined || !hasRunOut(matter.clocks['stage'], now) }, effects: [toDecider(matter, '当事单位已报告改正情况，请复核', 'The unit reports it corrected; check it')] }),
    },
    overdue: {
      zh: '逾期未改正', en: 'Not corrected in time', from: ['correcting'], basis: [], by: [theClock],
      then: c => { const told = late(c.matter, 'overdue'); return { ...told, effects: [...(told.effects ?? []), toUnit(c.matter, '责令改正已逾期，请立即改正并报告', 'It was not corrected in time: correct it at once and report')] } },
    },
    recheck: {
      zh: '复核', en: 'Check', from: ['rechecking'], to: ['correcting', 'standing', 'referred', 'closed'], basis: ['50.2'], primary: true, by: [holder('lead', 'handler')], asks: ['passed', 'recheck', { fact: 'correctBy', where: 'passed', is: 'no' }],
      then: c => {
        if (c.input.passed === 'no') {
          const tooFar = endTooFar({ until: c.input.correctBy ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'breach.correct-longest', fact: 'correctBy' })
          return tooFar ?? { to: 'correcting', set: { inTime: null }, effects: [toUnit(c.matter, '复核未通过，请在新的期限内改正', 'Not corrected yet: do so by the new day')] }
        }
        const { to, effects } = onward(c.matter, c.matter.facts.settled === true)
        return { to: to === 'standing' || to === 'referred' ? to : 'closed', counts: { corrected: 1, ...(c.matter.facts.inTime && { correctedInTime: 1 }) }, effects: [toUnit(c.matter, '改正复核通过', 'It was found corrected'), ...effects] }
      },
    },
    ...referralSteps,
    ...appealSteps,
    escalate: { zh: '逾期，提醒上级', en: 'Late', from: ['deciding', 'rechecking', 'appealed'], basis: [], by: [theClock], then: c => late(c.matter, 'escalate') },
  },
  documents,
  measures: {
    opened: words('立案', 'Opened'), silent: words('逾期未申辩', 'Silent'), founded: words('查实', 'Founded'), unfounded: words('责任不成立', 'Not founded'), ordered: words('责令改正', 'Ordered to correct'),
    criticised: words('通报批评', 'Criticised'), corrected: words('改正到位', 'Corrected'), correctedInTime: words('按期改正', 'Corrected in time'), referred: words('移送', 'Referred'), appealed: words('申诉', 'Appealed'), annulled: words('申诉撤销', 'Annulled on appeal'),
  },
  rates: {
    foundedRate: { ...words('查实率', 'Founded'), of: 'founded', among: 'opened' },
    inTimeRate: { ...words('按期改正率', 'Corrected in time'), of: 'correctedInTime', among: 'ordered' },
  },
  list: { columns: ['accused', 'kind'] },
  notCovered: [
    { basis: '49', why: words('其他法律法规已规定法律责任的，由其规定的机关处理，平台记录移送和结果', 'Where another law sets the liability its authority deals with it; the hand-off and the outcome are kept') },
    { basis: '50.1', why: words('对责任人的处分由任免机关、监察机关依法作出，平台不作出、不保存个人处分', 'Sanctions of persons are for the appointing and supervisory authorities: none is made or kept here') },
    { basis: '50.2', why: words('情节较重的，对主管人员和责任人员的处理由有权机关作出', 'In serious cases officers are dealt with by the competent authority') },
    { basis: '51', why: words('截留、挪用等资金行为的查处和刑事责任由财政、审计、监察和司法机关负责', 'Misuse of funds and crimes are for finance, audit, supervisory and judicial authorities') },
  ],
})

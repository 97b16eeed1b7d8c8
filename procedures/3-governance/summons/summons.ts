import { need, procedure, within, type Ask } from '../../../kernel/procedure.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { holder, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Giving } from '../../../kernel/gate.ts'
import { untilDay } from '../../usual/end-date.ts'
import { calledNow, callsOf, departmentsThere, mayLead } from './calls.ts'
import { facts, type SummonsFacts } from './facts.ts'
import { limitFor } from './grades.ts'
import { mayBeCalled, ofTheTownship, toTheCounty, township } from './offices.ts'
import { calling, carriedFault, tell, tooEarly, unfit } from './raising.ts'

/** Whoever is called is asked to come; a community can't be: that would be tasking it directly (Art. 23.3, 50.2). */
const givesTo = (c: Ask<SummonsFacts>, to: readonly string[] | undefined): Giving => ({ to: to ?? [], by: c.actor.office ?? '' })

const officesIn = (...values: readonly unknown[]): readonly string[] => values.flat().filter((one): one is string => typeof one === 'string')

const theEnd = words('联合处置结论载明的办结期限', 'the day the joint conclusion states')

/**
 * 吹哨报到: a township calls the departments it needs on a matter, each in time (Art. 24.2). Being there is not having solved it: one of them is
 * named to lead, they conclude jointly, and it closes with each one's report or with what remains and who carries it on.
 */
export const summons = procedure('summons', {
  title: words('吹哨报到', 'Summons'),
  since: '2023-02-01',
  basis: ['24.1', '24.2'],
  facts,
  heading: 'what',
  place: 'place',
  needs: {
    calls: callsOf,
    staffed: need<readonly string[]>('staffed', c => ({ offices: officesIn(c.facts['offices'], c.facts['more'], c.facts['carriedBy']), at: c.now.toISOString() })),
    about: need<{ readonly id: string }>('matter', c => ({ id: c.facts['about'] ?? null, county: c.matter.county })),
  },
  records: ['outside-unit'],
  stages: {
    gathering: { zh: '召集中', en: 'Gathering', due: { then: 'remind', limit: c => limitFor('lead', c.facts.grade) } },
    // Sent back, the limit goes on with what was left: a poor conclusion buys no time.
    joint: { zh: '联合处置中', en: 'Acting jointly', due: { then: 'remind', limit: c => limitFor('conclude', c.facts.grade), standsStillIn: ['confirming'] } },
    confirming: { zh: '待核定结论', en: 'Conclusion to settle', due: within('summons.confirm', 'remind') },
    carrying: { zh: '遗留事项办理中', en: 'The rest carried on', due: { then: 'remind', limit: c => untilDay(c.facts.carriedUntil ?? '', c.now, theEnd) } },
    closed: { zh: '已办结', en: 'Closed', final: true },
    calledOff: { zh: '已取消', en: 'Called off', final: true },
  },
  steps: {
    raise: {
      zh: '吹哨', en: 'Summon', opens: 'gathering', basis: ['24.2'], by: township, needs: ['staffed', 'about'], asks: ['what', 'place', 'grade', 'offices?', 'spot?', 'outside?', 'photos?', 'about?'],
      causes: words('各单位立即收到通知，须按等级限时响应、到场、报告；逾期自动上报县（区）', 'Each is told at once and has to answer, come and report in time; lateness goes to the county by itself'),
      gives: c => givesTo(c, c.facts.offices),
      only: ofTheTownship,
      then: c => {
        const { what = '', place = '', grade = 'ordinary', spot, offices = [], outside = [], about } = c.input
        const called = { offices, units: outside, fact: 'offices' } as const
        const fault = unfit(called, place, c.needs.staffed, new Set()) ?? (about !== undefined && !c.needs.about ? faultAt('about', '找不到该事项', 'There is no such matter') : undefined)
        if (fault) return fault
        const caller = c.actor.office ?? ''
        return {
          holder: { office: caller }, set: { caller }, counts: { raised: 1 }, parties: offices.map(office => ({ role: 'summoned', office })),
          ...(about !== undefined && { links: [{ kind: 'about', matter: about }] }),
          effects: [
            ...calling(c.matter, called, { what, place, grade, caller, ...(spot !== undefined && { spot }) }),
            ...outside.map(unit => ({ do: 'record', register: 'outside-unit', row: { county: c.matter.county, matter: c.matter.id, name: unit.name ?? '', phone: unit.phone ?? null } }) as const),
            ...(grade === 'urgent' ? toTheCounty(c.matter.region, '乡镇（街道）紧急吹哨，请关注', 'A township raised an urgent summons') : []),
          ],
        }
      },
    },
    callMore: {
      zh: '增加召集', en: 'Call more', from: ['gathering', 'joint'], basis: ['24.2'], by: township, needs: ['staffed', 'calls'], asks: ['more?', 'moreOutside?'],
      gives: c => givesTo(c, c.facts.more),
      only: ofTheTownship,
      then: c => {
        const { what = '', place = '', grade = 'ordinary', spot, caller = '', offices = [] } = c.matter.facts
        const called = { offices: c.input.more ?? [], units: c.input.moreOutside ?? [], fact: 'more' } as const
        return unfit(called, c.matter.region, c.needs.staffed, calledNow(c.needs.calls ?? [])) ?? {
          set: { more: null, moreOutside: null, offices: [...new Set([...offices, ...called.offices])] }, parties: called.offices.map(office => ({ role: 'summoned', office })),
          effects: calling(c.matter, called, { what, place, grade, caller, ...(spot !== undefined && { spot }) }),
        }
      },
    },
    hear: {
      zh: '单位进展', en: 'News of a unit', from: ['gathering', 'joint', 'confirming', 'carrying'], basis: ['24.2'], by: [thePlatform], asks: ['news', 'newsOffice?', 'newsUnit?'],
      then: c => ({
        set: { ...(c.input.newsOffice === undefined ? { newsOffice: null } : { newsUnit: null }) },
        effects: c.input.news === 'released' || c.input.news === 'notArrived' ? [] : tell(c.matter.facts.caller, '吹哨有新进展：有单位响应、到场或报告', 'News of a summons: a unit answered, came or reported'),
      }),
    },
    nameLead: {
      zh: '明确牵头单位', en: 'Name who leads', from: ['gathering'], to: 'joint', basis: ['24.2'], primary: true, by: township, needs: ['calls'], asks: ['lead'],
      causes: words('从已到场的部门中明确；只有外部单位到场的，由本乡镇（街道）牵头', 'One of the departments that are there; where only units outside came, the township itself'),
      only: ofTheTownship,
      then: c => leads(c.input.lead ?? '', c) ?? { holder: { office: c.input.lead ?? '' }, effects: tell(c.input.lead, '请牵头联合处置，按时提出结论', 'You lead: conclude jointly, in time') },
    },
    changeLead: {
      zh: '更换牵头单位', en: 'Let another lead', from: ['joint'], basis: ['24.2'], by: township, needs: ['calls'], asks: ['lead'],
      causes: words('时限不变', 'The limit does not change'),
      only: ofTheTownship,
      then: c => leads(c.input.lead ?? '', c) ?? { holder: { office: c.input.lead ?? '' }, effects: [...tell(c.input.lead, '请牵头联合处置，按时提出结论', 'You lead: conclude jointly, in time'), ...tell(c.matter.facts.lead, '牵头单位已更换', 'Another leads now')] },
    },
    conclude: {
      zh: '提出联合处置结论', en: 'Conclude jointly', from: ['joint'], to: 'confirming', basis: ['24.2'], primary: true, by: [holder()], needs: ['calls', 'staffed'],
      asks: ['ending', 'conclusion', { fact: 'remains', where: 'ending', is: 'remains' }, { fact: 'carriedBy', where: 'ending', is: 'remains' }, { fact: 'carriedUntil', where: 'ending', is: 'remains' }, 'papers?'],
      causes: words('由乡镇（街道）核定；各单位都已报告才能认定已解决', 'The township settles it; solved only once each unit has reported'),
      gives: c => givesTo(c, c.facts.ending === 'remains' && c.facts.carriedBy !== undefined ? [c.facts.carriedBy] : []),
      then: c => (c.input.ending === 'solved' ? tooEarly(c.needs.calls ?? []) : mayCarry(c.input.carriedBy, c) ?? carriedFault(c.input.carriedUntil, c.now, c.law)) ?? {
        holder: { office: c.matter.facts.caller ?? '' }, set: c.input.ending === 'solved' ? { remains: null, carriedBy: null, carriedUntil: null } : {},
        effects: tell(c.matter.facts.caller, '联合处置结论待核定', 'A joint conclusion awaits you'),
      },
    },
    sendBack: {
      zh: '退回结论', en: 'Send back', from: ['confirming'], to: 'joint', basis: ['24.2'], by: township, asks: ['sendBackReason'],
      causes: words('牵头单位继续处置，时限继续计算', 'Who leads goes on, and so does its limit'),
      only: ofTheTownship,
      then: c => ({ holder: { office: c.matter.facts.lead ?? '' }, effects: tell(c.matter.facts.lead, '联合处置结论被退回，理由见详情', 'The joint conclusion came back; the reason stands in it') }),
    },
    confirm: {
      zh: '核定结论', en: 'Settle', from: ['confirming'], to: ['closed', 'carrying'], basis: ['24.2'], primary: true, by: township, needs: ['calls'], asks: ['takeOn?'],
      causes: words('已解决的办结；有遗留的转由继续办理的单位；各被召集单位进入评价', 'Solved, it closes; what remains goes to who carries it on; each unit is then rated'),
      gives: c => givesTo(c, c.facts.ending === 'remains' && c.facts.takeOn !== true && c.facts.carriedBy !== undefined ? [c.facts.carriedBy] : []),
      only: ofTheTownship,
      then: c => {
        const { ending = 'remains' } = c.matter.facts
        const over = { do: 'follow', link: 'summons', step: 'conclude', input: { ending } } as const
        if (ending === 'solved') return tooEarly(c.needs.calls ?? []) ?? { to: 'closed', counts: { solved: 1 }, set: { takeOn: null }, effects: [over] }
        const carriedBy = (c.input.takeOn === true ? c.matter.facts.caller : c.matter.facts.carriedBy) ?? ''
        return { to: 'carrying', holder: { office: carriedBy }, counts: { remained: 1 }, set: { carriedBy }, effects: [over, ...tell(carriedBy, '吹哨遗留事项由你单位继续办理', 'You carry on what remains of a summons')] }
      },
    },
    finish: {
      zh: '遗留事项办结', en: 'Finish the rest', from: ['carrying'], to: 'closed', basis: ['24.2'], primary: true, by: [holder()], asks: ['finished'],
      then: c => ({ counts: { finished: 1 }, effects: tell(c.matter.facts.caller, '吹哨遗留事项已办结', 'What remained of a summons is done') }),
    },
    callOff: {
      zh: '取消', en: 'Call off', from: ['gathering', 'joint'], to: 'calledOff', basis: ['24.2'], by: township, asks: ['callOffReason'],
      causes: words('各单位不再需要到场', 'Nobody need come any more'),
      only: ofTheTownship,
      then: c => ({ counts: { calledOff: 1 }, effects: [{ do: 'follow', link: 'summons', step: 'callOff', input: { releaseReason: c.input.callOffReason ?? '' } }, ...tell(c.matter.facts.lead, '召集已取消', 'The summons was called off')] }),
    },
    remind: {
      zh: '逾期上报', en: 'Told upward', from: ['gathering', 'joint', 'confirming', 'carrying'], basis: ['24.2'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: limitFor('again', c.matter.facts.grade), then: 'remind' }],
        effects: [...tell(c.matter.holder?.office, '吹哨事项逾期，请尽快办理', 'A summons is late; please act on it'), ...tell(c.matter.facts.caller, '吹哨事项逾期', 'A summons is late'), ...toTheCounty(c.matter.region, '吹哨事项逾期，请协调', 'A summons is late: please see to it')],
      }),
    },
  },
  measures: { raised: words('吹哨', 'Raised'), solved: words('核定已解决', 'Solved'), remained: words('核定有遗留', 'Something remained'), finished: words('遗留已办结', 'The rest finished'), calledOff: words('取消', 'Called off') },
  rates: { solvedRate: { ...words('解决率', 'Solved'), of: 'solved', among: 'raised', without: { among: 'calledOff', why: words('不计取消的', 'without those called off') } } },
  list: { columns: ['grade', 'place', 'lead'] },
  notCovered: [{ basis: '24.2', why: words('应急处置见应急决定；重大事项的参与和建议另有程序', 'Emergencies go by an emergency order; a say in major matters has its own procedure') }],
})

type Carrying = { readonly matter: { readonly region: string; readonly facts: { readonly caller?: string } }; readonly needs: { readonly staffed?: readonly string[] } }

/** What remains is carried on by the township that called, or by a department that answers for the place and has somebody to do it. */
const mayCarry = (office: string | undefined, { matter, needs }: Carrying) =>
  (office === undefined || office === matter.facts.caller ? undefined : mayBeCalled('carriedBy', matter.region, office, needs.staffed))

type Naming = { readonly matter: { readonly facts: { readonly caller?: string } }; readonly needs: { readonly calls?: Parameters<typeof mayLead>[0] } }

/** Who leads is there: a department, or the township where none came. */
const leads = (office: string, { matter, needs: { calls = [] } }: Naming) =>
  (mayLead(calls, office) || (office === matter.facts.caller && departmentsThere(calls).length === 0 && calls.some(call => call.unit !== undefined && ['acting', 'reported'].includes(call.state)))
    ? undefined : faultAt('lead', '请从已到场的部门中选择；只有外部单位到场的，选择本乡镇（街道）', 'Choose a department that is there; the township itself where only units outside came'))

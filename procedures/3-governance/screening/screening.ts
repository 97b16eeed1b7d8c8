import { ancestor, isWithin } from '../../../kernel/region.ts'
import { choice, day, offices, region, regions, rows, text, whole, account } from '../../../kernel/facts.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../../kernel/post.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { need, procedure, type Ask } from '../../../kernel/procedure.ts'
import { faultAt, type FaultOf } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { doneDay, everyDays, planEnd, remindAgain } from '../../usual/rounds.ts'
import { ofTheTownship } from '../summons/offices.ts'
import { disputeKinds } from '../dispute/kinds.ts'
import { screeningGrades } from './grades.ts'

const findingColumns = {
  headline: text({ zh: '发现什么', en: 'What was found', min: 4, max: 100 }),
  place: region({ zh: '哪个村（社区）或网格', en: 'Where', levels: ['village', 'grid'] }),
  about: choice(disputeKinds, { zh: '类型', en: 'Kind' }),
  grade: choice(screeningGrades, { zh: '分级', en: 'Grade' }),
}

const facts = {
  zone: text({ zh: '片区名称', en: 'Zone', class: 'public', min: 2, max: 40 }),
  township: region({ zh: '乡镇（街道）', en: 'Township', class: 'public', search: 'exact', levels: ['township'] }),
  places: regions({ zh: '包含的村（社区）', en: 'Villages in it', class: 'public', max: 60 }),
  responsible: account({ zh: '责任人', en: 'Who answers for it' }),
  partners: offices({ zh: '参加单位', en: 'Bodies that take part', class: 'public', max: 8 }),
  every: whole({ zh: '每隔', en: 'Every', class: 'public', min: 1, max: 31, unit: words('天巡查一次', 'days a round') }),
  until: day({ zh: '止于', en: 'Until', class: 'public' }),
  roundOn: day({ zh: '巡查日期', en: 'Round on', class: 'public' }),
  joined: offices({ zh: '本次参加的单位', en: 'Who came along', class: 'public', max: 8 }),
  findings: rows(findingColumns, { zh: '发现的纠纷苗头', en: 'What was found', max: 30, hint: words('没有发现就不填；不写姓名', 'Left out where nothing was found; no names') }),
  rounds: whole({ zh: '已巡查次数', en: 'Rounds so far', class: 'public' }),
  missed: whole({ zh: '本次已逾期提醒', en: 'Told late this time', class: 'public', ofStage: true }),
  why: text({ zh: '结束原因', en: 'Why it ends', min: 2, max: 300 }),
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const partnersHere: readonly string[] = ['police-station', 'justice-office', 'mediation', 'committee', 'gov', 'centre']
const township = [post('lead', 'township'), post('dispatcher', 'township')]
const walkers = [...township, post('handler', 'township')]

const centre = (place: string): string => officeCode(ancestor(place, 'township') ?? place, 'centre')
const named = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
const told = (offices: readonly string[] | undefined, zh: string, en: string): readonly Effect[] => (offices ?? []).map(office => notify({ office }, words(zh, en)))

/** Stations, justice office, mediators and committees of that town are asked along (Art. 28.5); none of them is given the round as work. */
const partnerFault = (c: Ask<Facts>, list: readonly string[], fact: 'partners' | 'joined') => (list.every(office => partnersHere.includes(kindOfOffice(office)) && isWithin(regionOfOffice(office), c.matter.region))
  ? undefined : fault(fact, '请选择本乡镇（街道）的派出所、司法所、调解组织和村（居）委会', 'Police station, justice office, mediators and committees of that town'))

/** 排查片区: a township divides what it watches over into zones with somebody who answers for each, walked by so many days, and what is found goes up level by level (Art. 28.5). */
export const screening = procedure('screening', {
  title: words('矛盾纠纷排查片区', 'Screening zone'),
  since: '2023-02-01',
  basis: ['28.5'],
  facts,
  heading: 'zone',
  place: 'township',
  needs: { staffed: need<readonly string[]>('staffed', c => ({ offices: [...named(c.facts['partners']), ...named(c.facts['joined'])], at: c.now.toISOString() })) },
  stages: {
    watched: { zh: '排查中', en: 'Watched', due: { then: 'missed', limit: c => everyDays(c.facts.every ?? 1, words('片区的巡查间隔', 'the interval of the zone')) } },
    over: { zh: '已结束', en: 'Over', final: true },
  },
  steps: {
    setUp: {
      zh: '划定片区', en: 'Set up a zone', opens: 'watched', basis: ['28.5'], by: township, asks: ['zone', 'township', 'places', 'responsible', 'partners', 'every', 'until'],
      causes: words('每片有一名责任人；漏巡的片区看得见', 'Each zone has somebody who answers for it; one not walked shows'),
      only: ofTheTownship,
      then: c => {
        const strange = (c.input.places ?? []).find(place => !isWithin(place, c.matter.region))
        if (strange !== undefined) return fault('places', '只能划本乡镇（街道）的村（社区）', 'Villages of that town alone')
        return partnerFault(c, c.input.partners ?? [], 'partners') ?? planEnd(c.input.until ?? '', c.now, c.law) ?? {
          holder: { office: c.actor.office ?? '' }, counts: { zones: 1 }, effects: told(c.input.partners, '已划入矛盾纠纷排查片区，请按约参加', 'A screening zone counts on you; please come along as agreed'),
        }
      },
    },
    round: {
      zh: '登记巡查', en: 'Record a round', from: ['watched'], to: 'watched', basis: ['28.5'], primary: true, by: walkers, asks: ['roundOn', 'joined?', 'findings?'],
      causes: words('每条发现转为一条排查线索，按时限逐级报告，并告知参加单位', 'Each finding becomes a lead of its own, reported level by level in time, and shared with who takes part'),
      only: ofTheTownship,
      then: c => {
        const { roundOn = '', findings = [], joined = [] } = c.input
        const outside = findings.findIndex(one => !(c.matter.facts.places ?? []).some(place => isWithin(one.place ?? '', place)))
        const refused = doneDay('roundOn', roundOn, c) ?? partnerFault(c, joined, 'joined')
          ?? (outside < 0 ? undefined : fault('findings', `第 ${outside + 1} 条不在本片区`, `Row ${outside + 1} is not in this zone`))
        if (refused) return refused
        return {
          set: { rounds: (c.matter.facts.rounds ?? 0) + 1, ...(c.input.findings === undefined && { findings: null }), ...(c.input.joined === undefined && { joined: null }) },
          counts: { rounds: 1, found: findings.length, ...(joined.length > 0 && { together: 1 }) }, clocks: [{ clock: 'again', end: true }],
          effects: [
            ...findings.map(({ headline = '', place = '', about = 'other', grade = 'ordinary' }): Effect => ({ do: 'open', procedure: 'screening-finding', step: 'find', link: 'round', input: { headline, place, about, grade } })),
            ...(findings.length > 0 ? told(c.matter.facts.partners, '片区排查有新发现', 'Something was found in a zone you take part in') : []),
          ],
        }
      },
    },
    missed: {
      zh: '逾期未巡查', en: 'Not walked in time', from: ['watched'], basis: [], by: [theClock],
      then: c => ({ set: { missed: (c.matter.facts.missed ?? 0) + 1 }, counts: { missed: 1 }, clocks: [remindAgain('missed')], effects: told([centre(c.matter.region)], '有排查片区逾期未巡查', 'A zone was not walked in time') }),
    },
    handOver: {
      zh: '更换责任人', en: 'Let another answer for it', from: ['watched'], basis: ['28.5'], by: township, asks: ['responsible'], only: ofTheTownship,
      then: () => ({}),
    },
    end: { zh: '结束片区', en: 'End the zone', from: ['watched'], to: 'over', basis: ['28.5'], by: township, asks: ['why'], only: ofTheTownship },
  },
  measures: { zones: words('片区', 'Zones'), rounds: words('巡查', 'Rounds'), together: words('多单位参加的巡查', 'Rounds with others'), found: words('发现', 'Found'), missed: words('逾期未巡查', 'Not walked in time') },
  list: { columns: ['zone', 'township', 'rounds', 'missed'] },
})

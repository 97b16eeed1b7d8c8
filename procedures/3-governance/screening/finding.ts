import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, region, text, whole } from '../../../kernel/facts.ts'
import { hasRunOut } from '../../../kernel/clock.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'
import { holder, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { disputeKinds } from '../dispute/kinds.ts'
import { screeningGrades } from './grades.ts'

const ends = {
  dispute: { zh: '转为纠纷', en: 'A dispute' },
  request: { zh: '转为诉求', en: 'A request' },
  nothing: { zh: '不需要办理', en: 'Nothing to be done' },
} as const

const facts = {
  headline: text({ zh: '发现什么', en: 'What was found', min: 4, max: 100, search: 'words', hint: words('一句话，不写姓名', 'One line, no names') }),
  place: region({ zh: '地点', en: 'Where', class: 'public', search: 'exact' }),
  about: choice(disputeKinds, { zh: '类型', en: 'Kind', class: 'public', search: 'exact' }),
  grade: choice(screeningGrades, { zh: '分级', en: 'Grade', class: 'public', search: 'exact' }),
  detail: text({ zh: '具体情况', en: 'More exactly', class: 'sensitive', min: 4, max: 2000, lines: 3 }),
  became: choice(ends, { zh: '处理', en: 'What became of it', class: 'public', search: 'exact' }),
  reason: text({ zh: '理由', en: 'Why', min: 4, max: 500, lines: 2 }),
  advice: text({ zh: '上级意见', en: 'What the level above says', min: 4, max: 1000, lines: 2 }),
  level: whole({ zh: '已报告到', en: 'Reported up', class: 'public', unit: words('级', 'levels') }),
}

type Finding = Matter<typeof facts>

const centreOf = (region: string): string => officeCode(ancestor(region, 'township') ?? region, 'centre')
/** The village’s committee, which sees what lies in its village; knowing of it gives it no work. */
const committeeOf = (region: string): readonly string[] => { const village = ancestor(region, 'village'); return village === undefined ? [] : [officeCode(village, 'committee')] }
const toCentre = ({ region }: Finding, zh: string, en: string): Effect => notify({ office: centreOf(region) }, words(zh, en))

/** Who screens together knows of it together: station, justice office, mediators (Art. 28.5), and the committee, which is told. Sharing gives nobody work. */
const sharedWith = (region: string): readonly string[] => {
  const town = ancestor(region, 'township') ?? region
  return [officeCode(town, 'police-station'), officeCode(town, 'justice-office'), officeCode(town, 'mediation')]
}

const inTime = ({ clocks: { stage } }: Finding, now: Date): number => (stage === undefined || !hasRunOut(stage, now) ? 1 : 0)

const limitOf = { ordinary: 'screening.decide', pressing: 'screening.pressing', grave: 'screening.grave' } as const

/** 排查线索: what screening found, reported level by level within its time, shared, and made a dispute, a request or nothing, with the reason (Art. 28.5). */
export const screeningFinding = procedure('screening-finding', {
  title: words('排查线索', 'Finding of screening'),
  since: '2023-02-01',
  basis: ['28.5'],
  facts,
  heading: 'headline',
  place: 'place',
  stages: {
    found: { zh: '待处理', en: 'To be dealt with', due: { then: 'late', limit: c => limitOf[c.facts.grade ?? 'ordinary'] } },
    above: { zh: '已上报，待上级意见', en: 'Reported up', due: { then: 'late', limit: () => 'screening.advise' } },
    closed: { zh: '已处理', en: 'Dealt with', final: true },
  },
  steps: {
    find: {
      zh: '报告线索', en: 'Report a finding', opens: 'found', basis: ['28.5'], by: [post('gridWorker'), post('committee'), post('dispatcher'), post('lead'), post('handler'), post('mediator')], asks: ['headline', 'place', 'about', 'grade', 'detail?'],
      causes: words('同时告知派出所、司法所、调解组织和村（居）委会；可能引发案件的立即报县（区）', 'Police station, justice office, mediators and the village’s committee know at once; what may end in a case goes to the county at once'),
      then: c => {
        const shared = sharedWith(c.matter.region)
        const grave = c.input.grade === 'grave'
        return {
          holder: { office: centreOf(c.matter.region) }, parties: [...shared.map(office => ({ role: 'shared', office })), ...(c.actor.office === undefined ? [] : [{ role: 'finder', office: c.actor.office }])].filter(one => one.office !== c.actor.office || one.role === 'finder'), counts: { found: 1, [`found-${c.input.grade ?? 'ordinary'}`]: 1 },
          effects: [notify({ office: centreOf(c.matter.region) }, words('有新的排查线索', 'A new finding')), ...[...shared, ...committeeOf(c.matter.region)].map(office => notify({ office }, words('共享一条排查线索', 'A finding was shared with you'))), ...(grave ? [notify({ office: officeCode(countyOf(c.matter.region), 'centre') }, words('有可能引发案件或者群体性事件的线索', 'A finding may end in a case or a crowd'))] : [])],
        }
      },
    },
    toDispute: {
      zh: '转为纠纷', en: 'Make it a dispute', from: ['found'], to: 'closed', basis: ['28.5', '29.1'], primary: true, by: [holder('dispatcher', 'lead')], asks: ['reason'],
      then: c => ({ set: { became: 'dispute' }, counts: { decided: 1, dispute: 1, inTime: inTime(c.matter, c.now) }, effects: [{ do: 'open', procedure: 'dispute', step: 'registerFound', link: 'found', input: { headline: c.matter.facts.headline ?? '', place: c.matter.region, about: c.matter.facts.about ?? 'other' } }] }),
    },
    toRequest: {
      zh: '转为诉求', en: 'Make it a request', from: ['found'], to: 'closed', basis: ['28.5'], by: [holder('dispatcher', 'lead')], asks: ['reason'],
      then: c => ({ set: { became: 'request' }, counts: { decided: 1, request: 1, inTime: inTime(c.matter, c.now) }, effects: [{ do: 'open', procedure: 'request', step: 'report', link: 'found', input: { text: c.matter.facts.headline ?? '', place: c.matter.region } }] }),
    },
    setAside: {
      zh: '不需要办理', en: 'Nothing to be done', from: ['found'], to: 'closed', basis: ['28.5'], by: [holder('dispatcher', 'lead')], asks: ['reason'],
      then: c => ({ set: { became: 'nothing' }, counts: { decided: 1, nothing: 1, inTime: inTime(c.matter, c.now) } }),
    },
    reportUp: {
      zh: '上报县（区）', en: 'Report to the county', from: ['found'], to: 'above', basis: ['28.5'], by: [holder('dispatcher', 'lead')], asks: ['reason'],
      only: c => (c.matter.facts.grade === 'ordinary' ? refuse('settle-here', words('一般线索在本级处理', 'An ordinary finding is dealt with here'), { basis: ['28.5'], remedy: words('请转为纠纷、诉求，或者说明不需要办理', 'Make it a dispute or a request, or say that nothing is to be done') }) : undefined),
      then: c => ({ holder: { office: officeCode(countyOf(c.matter.region), 'centre') }, set: { level: 1 }, counts: { reportedUp: 1 }, effects: [notify({ office: officeCode(countyOf(c.matter.region), 'centre') }, words('有排查线索上报，请提出意见', 'A finding was reported to you: please say what is to be done'))] }),
    },
    advise: { zh: '提出意见', en: 'Say what is to be done', from: ['above'], to: 'found', basis: ['28.5'], primary: true, by: [holder('dispatcher', 'lead')], asks: ['advice'], then: c => ({ holder: { office: centreOf(c.matter.region) }, effects: [toCentre(c.matter, '上级对排查线索提出了意见', 'The level above says what is to be done')] }) },
    late: {
      zh: '逾期，逐级上报', en: 'Late: told level by level', from: ['found', 'above'], basis: [], by: [theClock],
      then: c => {
        const level = c.matter.facts.level ?? 0
        const up = level === 0 ? countyOf(c.matter.region) : countyOf(c.matter.region).slice(0, 4)
        return { set: { level: Math.min(2, level + 1) }, counts: { late: 1 }, clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'late' }], effects: [toCentre(c.matter, '排查线索逾期未处理', 'A finding is late'), notify({ office: officeCode(up, 'centre') }, words('有排查线索逾期未处理，请督促', 'A finding is late: please see to it'))] }
      },
    },
  },
  measures: {
    found: words('线索', 'Found'), ...{ 'found-ordinary': words('一般', 'Ordinary'), 'found-pressing': words('可能激化', 'May get worse'), 'found-grave': words('可能引发案件', 'May end in a case') },
    decided: words('已处理', 'Dealt with'), inTime: words('按时处理', 'In time'), dispute: words('转为纠纷', 'Made a dispute'), request: words('转为诉求', 'Made a request'), nothing: words('不需要办理', 'Nothing to be done'), reportedUp: words('上报', 'Reported up'), late: words('逾期', 'Late'),
  },
  rates: { inTimeRate: { ...words('按时处理率', 'In time'), of: 'inTime', among: 'decided' } },
  list: { columns: ['about', 'grade', 'place', 'became'] },
  notCovered: [{ basis: '28.2', why: words('公安机关的重点管控在公安系统内进行；平台不建立人员名单，不给人打分', 'What the police keep watch on stays with them; the platform keeps no list of persons and scores nobody') }],
})

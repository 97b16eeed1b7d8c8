import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { day, region, rows, text, whole } from '../../../kernel/facts.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

const affairColumns = {
  code: text({ zh: '编码', en: 'Code', class: 'public', max: 12 }),
  what: text({ zh: '治理事务', en: 'Affair', class: 'public', min: 2, max: 120 }),
  least: whole({ zh: '最低分', en: 'Least', class: 'public', min: 1, max: 1000 }),
  most: whole({ zh: '最高分', en: 'Most', class: 'public', min: 1, max: 1000 }),
}

const facts = {
  region: region({ zh: '适用地区', en: 'Where it applies', class: 'public', levels: ['township'], search: 'exact' }),
  title: text({ zh: '目录名称', en: 'Name of the catalogue', class: 'public', min: 4, max: 120, search: 'words' }),
  instrument: text({ zh: '文号', en: 'Instrument', class: 'public', min: 4, max: 80 }),
  affairs: rows(affairColumns, { zh: '量化事项', en: 'Affairs and their points', class: 'public', basis: ['27.1'], max: 300, hint: words('只写治理事务，不涉及法定权利、补贴、公共服务', 'Affairs of the community; never legal rights, benefits or public services') }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '意见', en: 'Opinion', class: 'public', min: 2, max: 300, lines: 2 }),
}

const fault: FaultOf<typeof facts> = faultAt

const unfit = (affairs: readonly { readonly code?: string; readonly least?: number; readonly most?: number }[]): readonly Fault[] => [
  ...affairs.flatMap(({ code }, row) => (affairs.findIndex(one => one.code === code) < row ? [{ fact: 'affairs', row, column: 'code', why: words('编码重复', 'This code stands twice') }] : [])),
  ...affairs.flatMap(({ least = 0, most = 0 }, row) => (most < least ? [{ fact: 'affairs', row, column: 'most', why: words('不能低于最低分', 'It can’t be below the least') }] : [])),
]

/** 积分事项目录: the affairs of a township, quantified (Art. 27.1): drafted by one, adopted by another, version by version. Villages draw their schemes from it. */
export const pointsCatalogue = procedure('points-catalogue', {
  title: words('积分事项目录', 'Catalogue of affairs and points'),
  since: '2023-02-01',
  basis: ['27.1'],
  facts,
  heading: 'title',
  place: 'region',
  records: ['points-catalogue'],
  stages: {
    drafted: { zh: '待审定', en: 'To be adopted', due: within('points.catalogue-review', 'remind') },
    inForce: { zh: '施行中', en: 'In force', settled: true, published: true, waits: words('到废止为止', 'Until it is ended') },
    over: { zh: '已废止', en: 'Ended', final: true, published: true },
    refused: { zh: '未通过', en: 'Not adopted', final: true },
  },
  steps: {
    draft: {
      zh: '起草', en: 'Draft', opens: 'drafted', basis: ['27.1'], by: [post('handler', 'township'), post('lead', 'township')], asks: ['region', 'title', 'instrument', 'affairs', 'since'],
      causes: words('由另一位负责人审定后施行并公开，村（社区）据以制定积分办法', 'Another lead adopts it; then it is public, and villages draw their schemes from it'),
      then: c => {
        if ((c.input.since ?? '') < legalDay(c.now)) return fault('since', '不能早于今天：目录不溯及既往', 'It can’t be a day that is past: it never reaches back')
        const faults = unfit(c.input.affairs ?? [])
        return faults.length > 0 ? faulty(faults) : {
          holder: { office: c.actor.office ?? '' }, parties: [{ role: 'drafter', account: c.actor.account }],
          effects: [notify({ posts: 'lead', region: c.matter.region }, words('有积分事项目录待审定', 'A catalogue of affairs and points awaits you'))],
        }
      },
    },
    adopt: {
      zh: '审定施行', en: 'Adopt', from: ['drafted'], to: 'inForce', basis: ['27.1'], primary: true, by: [ofGovernment('lead', 'township')], asks: ['reason?'],
      only: ({ matter, actor }) => (matter.parties.some(one => one.role === 'drafter' && one.account === actor.account)
        ? refuse('two-people', words('起草人不能审定（平台规则）', 'Who drafted it can’t adopt it (a product rule)'), { remedy: words('请由另一位负责人审定', 'Ask another lead to') }) : undefined),
      then: c => {
        const { title = '', affairs = [], since = '' } = c.matter.facts
        // Adopted after the day it was drafted for, it begins on the day it is adopted.
        const from = since < legalDay(c.now) ? legalDay(c.now) : since
        return { set: { since: from }, effects: [{ do: 'record', register: 'points-catalogue', row: { do: 'adopt', county: c.matter.county, matter: c.matter.id, region: c.matter.region, title, affairs: affairs.map(one => ({ ...one })), since: from } }] }
      },
    },
    refuse: { zh: '不予通过', en: 'Do not adopt', from: ['drafted'], to: 'refused', basis: ['27.1'], by: [ofGovernment('lead', 'township')], asks: ['reason'], then: () => ({ effects: [notify({ party: 'drafter' }, words('积分事项目录未通过，意见见详情', 'The catalogue was not adopted; why stands in it'))] }) },
    remind: { zh: '逾期未审定，提醒', en: 'Not adopted in time', from: ['drafted'], basis: [], by: [theClock], then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ posts: 'lead', region: c.matter.region }, words('积分事项目录逾期未审定', 'A catalogue is not adopted in time'))] }) },
    end: {
      zh: '废止', en: 'End it', from: ['inForce'], to: 'over', basis: ['27.1'], by: [ofGovernment('lead', 'township')], asks: ['reason'],
      then: c => ({ effects: [{ do: 'record', register: 'points-catalogue', row: { do: 'end', county: c.matter.county, matter: c.matter.id, until: legalDay(c.now) } }] }),
    },
  },
  list: { columns: ['region', 'since'] },
})


import { notify } from '../../kernel/effect.ts'
import { choice, day, office, reference, region, text, told, whole } from '../../kernel/facts.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { need, procedure, within } from '../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal, type FaultOf } from '../../kernel/refusal.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../kernel/post.ts'
import { levelOf } from '../../kernel/region.ts'
import { ofGovernment, party, post, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import type { JsonObject } from '../../kernel/words.ts'

const kinds = {
  limit: { zh: '类别办理时限', en: 'Handling limit of a category' },
  route: { zh: '分派路由', en: 'Routing rule' },
} as const

const units = {
  workingHours: { zh: '工作小时', en: 'working hours' },
  workingDays: { zh: '工作日', en: 'working days' },
} as const

const froms = {
  township: { zh: '乡镇（街道）中心', en: 'township centre' },
  county: { zh: '县（区）中心', en: 'county centre' },
  city: { zh: '市中心', en: 'city centre' },
} as const

const facts = {
  change: choice(kinds, { zh: '变更内容', en: 'What changes', class: 'public', search: 'exact' }),
  area: region({ zh: '适用范围', en: 'Area', class: 'public', levels: ['city', 'county'] }),
  category: reference('category', { zh: '类别', en: 'Category', class: 'public', search: 'exact' }),
  limitAmount: whole({ zh: '时限数值', en: 'Limit', class: 'public', min: 1, max: 366 }),
  limitUnit: choice(units, { zh: '时限单位', en: 'Unit', class: 'public' }),
  instrument: text({ zh: '依据文件', en: 'Instrument relied on', class: 'public', min: 2, max: 200 }),
  from: choice(froms, { zh: '分派层级', en: 'Dispatched from', class: 'public' }),
  office: office({ zh: '改派单位', en: 'New office', class: 'public' }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '变更理由', en: 'Reason', class: 'public', min: 4, max: 500, lines: 3 }),
  affects: told({ zh: '影响预览', en: 'What it touches', class: 'public' }),
  opinion: text({ zh: '审核意见', en: 'Opinion', class: 'public', min: 2, max: 500, lines: 2 }),
}

const fault: FaultOf<typeof facts> = faultAt

type Given = { readonly change?: keyof typeof kinds; readonly limitAmount?: number; readonly limitUnit?: string; readonly instrument?: string; readonly from?: string; readonly office?: string; readonly since?: string; readonly area?: string }

/** It takes effect on a day to come, and a limit holds for the whole city. */
const untimely = (given: Given, today: string): Refusal | undefined => {
  if ((given.since ?? '') <= today) return fault('since', '须自明日或以后施行', 'It takes effect tomorrow at the earliest')
  return given.change === 'limit' && given.area !== undefined && levelOf(given.area) !== 'city' ? fault('area', '类别时限全市统一', 'The limit of a category is one for the whole city') : undefined
}

const row = (f: Given & { readonly category?: string; readonly reason?: string }): JsonObject => ({
  change: f.change ?? '', category: f.category ?? '', since: f.since ?? '', area: f.area ?? '', reason: f.reason ?? '',
  ...(f.change === 'limit'
    ? { amount: f.limitAmount ?? 0, unit: f.limitUnit ?? '', instrument: f.instrument ?? '' }
    : { from: f.from ?? '', level: levelOf(regionOfOffice(f.office ?? '6302/x')), kind: kindOfOffice(f.office ?? '') }),
})

const proposer = party('proposer', words('提出人', 'who proposed it'))
const lead = ofGovernment('lead', 'county', 'city')

/**
 * 参考数据变更: limits and routes change only by a dated decision of two people, one who proposes and another who adopts,
 * with a preview of what it touches. Keeps four-level grid management clear and answerable (Art. 21.1).
 */
export const referenceChange = procedure('reference-change', {
  title: words('参考数据变更', 'Change of reference data'),
  since: '2023-02-01',
  basis: ['21.1'],
  facts,
  heading: 'reason',
  place: 'area',
  needs: {
    touched: need<string>('touched', c => ({ category: c.facts['category'] ?? null, area: c.facts['area'] ?? null, at: c.now.toISOString() })),
  },
  records: ['reference'],
  stages: {
    proposed: { zh: '待审核', en: 'To review', due: within('reference.review', 'lapse') },
    adopted: { zh: '已采纳', en: 'Adopted', final: true },
    refused: { zh: '未采纳', en: 'Refused', final: true },
    lapsed: { zh: '逾期失效', en: 'Lapsed', final: true },
  },
  steps: {
    propose: {
      zh: '提出变更', en: 'Propose', opens: 'proposed', basis: ['21.1'], by: [post('dispatcher', 'county', 'city'), lead],
      asks: [
        'change', 'area', 'category', { fact: 'limitAmount', where: 'change', is: 'limit' }, { fact: 'limitUnit', where: 'change', is: 'limit' }, { fact: 'instrument', where: 'change', is: 'limit' },
        { fact: 'from', where: 'change', is: 'route' }, { fact: 'office', where: 'change', is: 'route' }, 'since', 'reason',
      ],
      causes: words('由另一位负责人审核后，自施行日起生效', 'Takes effect from its day once another lead has adopted it'),
      needs: ['touched'],
      then: c => untimely(c.input, legalDay(c.now)) ?? {
        holder: { office: officeCode(c.matter.region, 'lead') }, ...(c.needs.touched !== undefined && { set: { affects: c.needs.touched } }),
        parties: [{ role: 'proposer', account: c.actor.account }],
        effects: [notify({ posts: 'lead', region: c.matter.region }, words('有参考数据变更待审核', 'A change of reference data awaits review'))],
      },
    },
    adopt: {
      zh: '采纳', en: 'Adopt', from: ['proposed'], to: 'adopted', basis: ['21.1'], primary: true, by: [lead], asks: ['opinion?'],
      causes: words('自施行日起按新数据执行；在办事项的时限不变', 'The new data holds from its day; limits already running stay'),
      only: c => twoPeople(c.matter.parties, c.actor.account),
      then: c => legalDay(c.now) >= (c.facts.since ?? '')
        ? refuse('too-late', words('施行日期已过', 'Its day has already come'), { remedy: words('请重新提出，另定施行日期', 'Propose it anew with a later day') })
        : {
          effects: [{ do: 'record', register: 'reference', row: { ...row(c.facts), matter: c.matter.id } }, notify({ party: 'proposer' }, words('变更已采纳', 'Your change was adopted'))],
        },
    },
    refuse: {
      zh: '不采纳', en: 'Refuse', from: ['proposed'], to: 'refused', basis: ['21.1'], by: [lead], asks: ['opinion'],
      only: c => twoPeople(c.matter.parties, c.actor.account),
      then: () => ({ effects: [notify({ party: 'proposer' }, words('变更未采纳，意见见详情', 'Your change was refused; the opinion stands in the matter'))] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['proposed'], to: 'refused', basis: ['21.1'], by: [proposer] },
    lapse: {
      zh: '逾期失效', en: 'Lapse', from: ['proposed'], to: 'lapsed', basis: ['21.1'], by: [theClock],
      then: () => ({ effects: [notify({ party: 'proposer' }, words('变更逾期未审核，已失效', 'Nobody reviewed your change in time; it lapsed'))] }),
    },
  },
  list: { columns: ['change', 'category', 'since'] },
})

const twoPeople = (parties: readonly { readonly role: string; readonly account?: string }[], account: string): Refusal | undefined =>
  parties.some(p => p.role === 'proposer' && p.account === account)
    ? refuse('two-people', words('提出人不能审核自己的变更（平台规则）', 'Who proposed a change can’t adopt it (a product rule)'), { remedy: words('请由另一位负责人审核', 'Ask another lead to review it') })
    : undefined

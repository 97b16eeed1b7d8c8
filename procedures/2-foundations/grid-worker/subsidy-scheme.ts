import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, day, region, rows, text, whole } from '../../../kernel/facts.ts'
import { procedure, within, type Context, type NoNeeds } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { items, modes } from './subsidy-items.ts'

const fen = words('分', 'fen')

const facts = {
  region: region({ zh: '适用地区', en: 'Where it applies', class: 'public', levels: ['county', 'township'], search: 'exact' }),
  title: text({ zh: '补贴办法名称', en: 'Name of the rule', class: 'public', min: 4, max: 120, search: 'words' }),
  instrument: text({ zh: '文号', en: 'Instrument', class: 'public', min: 4, max: 80 }),
  mode: choice(modes, { zh: '计发方式', en: 'How it is paid', class: 'public', search: 'exact', basis: ['21.3'] }),
  full: whole({ zh: '专职月定额', en: 'Full-time, a month', class: 'public', max: 100_000_000, unit: fen }),
  part: whole({ zh: '兼职月定额', en: 'Part-time, a month', class: 'public', max: 100_000_000, unit: fen }),
  items: rows({ item: choice(items, { zh: '计酬事项', en: 'What is paid for', class: 'public' }), fen: whole({ zh: '每件（分）', en: 'Each, fen', class: 'public', min: 1, max: 1_000_000 }) }, { zh: '按件标准', en: 'For each thing done', class: 'public', max: 6 }),
  most: whole({ zh: '当月按件上限', en: 'The most for things done in a month', class: 'public', min: 1, max: 100_000_000, unit: fen }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '意见', en: 'Opinion', class: 'public', min: 2, max: 300, lines: 2 }),
}

type Facts = typeof facts

/** A rule on pay is the government’s, whoever drafted it. */
const adopters = [ofGovernment('lead', 'county', 'township')]
const fault: FaultOf<Facts> = faultAt

/** Each way of paying has what it needs, and nothing of the other. */
const unfit = ({ input }: Context<Facts, NoNeeds>): Refusal | undefined => {
  const { mode, full, part, items: paid = [], most } = input
  const missing: readonly Fault[] = [
    ...(mode !== 'perItem' && full === undefined ? [{ fact: 'full', why: words('请填专职月定额', 'Say how much a month, full-time') }] : []),
    ...(mode !== 'perItem' && part === undefined ? [{ fact: 'part', why: words('请填兼职月定额，没有的填 0', 'Say how much a month, part-time; 0 where none') }] : []),
    ...(mode !== 'fixed' && paid.length === 0 ? [{ fact: 'items', why: words('请填按件标准', 'Say what is paid for each thing') }] : []),
    ...(mode === 'fixed' && paid.length > 0 ? [{ fact: 'items', why: words('按月定额的不填按件标准', 'Nothing is paid for each thing by this rule') }] : []),
    ...(mode === 'fixed' && most !== undefined ? [{ fact: 'most', why: words('按月定额的不填按件上限', 'No most is needed by this rule') }] : []),
    ...paid.flatMap(({ item }, row) => (paid.findIndex(one => one.item === item) < row ? [{ fact: 'items', row, column: 'item', why: words('同一事项只填一次', 'Each is named once') }] : [])),
  ]
  return missing.length === 0 ? undefined : faulty(missing)
}

/** 网格员补贴办法: how grid workers of a county or township are paid, kept as data: drafted by one, adopted by another (Art. 21.3). */
export const subsidyScheme = procedure('subsidy-scheme', {
  title: words('网格员补贴办法', 'Rule on subsidies'),
  since: '2023-02-01',
  basis: ['21.3'],
  facts,
  heading: 'title',
  place: 'region',
  records: ['subsidy-scheme'],
  stages: {
    drafted: { zh: '待审定', en: 'To be adopted', due: within('subsidy.review', 'remind') },
    inForce: { zh: '施行中', en: 'In force', settled: true, published: true, waits: words('到废止为止', 'Until it is ended') },
    over: { zh: '已废止', en: 'Ended', final: true },
    refused: { zh: '未通过', en: 'Not adopted', final: true },
  },
  steps: {
    draft: {
      zh: '起草', en: 'Draft', opens: 'drafted', basis: ['21.3'], by: [post('handler', 'county', 'township'), post('lead', 'county', 'township')], asks: ['region', 'title', 'instrument', 'mode', 'full?', 'part?', 'items?', 'most?', 'since'],
      causes: words('由另一位负责人审定后施行并公开', 'Another lead adopts it; then it is in force and public'),
      then: c => {
        if (c.input.region !== c.actor.region) return fault('region', '只能起草本县（区）或本乡镇（街道）的办法', 'A rule is drafted for one’s own county or township')
        if ((c.input.since ?? '') < legalDay(c.now)) return fault('since', '不能早于今天', 'It can’t be a day that is past')
        return unfit(c) ?? {
          holder: { office: c.actor.office ?? '' }, parties: [{ role: 'drafter', account: c.actor.account }],
          effects: [notify({ posts: 'lead', region: c.matter.region }, words('有补贴办法待审定', 'A rule on subsidies awaits you'))],
        }
      },
    },
    adopt: {
      zh: '审定施行', en: 'Adopt', from: ['drafted'], to: 'inForce', basis: ['21.3'], primary: true, by: adopters, asks: ['reason?'],
      only: ({ matter, actor }) => (matter.parties.some(one => one.role === 'drafter' && one.account === actor.account)
        ? refuse('two-people', words('起草人不能审定（平台规则）', 'Who drafted it can’t adopt it (a product rule)'), { remedy: words('请由另一位负责人审定', 'Ask another lead to') }) : undefined),
      then: c => {
        const { title = '', mode = 'fixed', full = 0, part = 0, items: paid = [], most, since: wished = '' } = c.matter.facts
        // Adopted late, it is in force from its adoption: nobody’s pay is changed backwards.
        const since = [wished, legalDay(c.now)].toSorted().at(-1) ?? wished
        return {
          set: { since },
          effects: [{ do: 'record', register: 'subsidy-scheme', row: { do: 'adopt', county: c.matter.county, matter: c.matter.id, region: c.matter.region, title, mode, full, part, most: most ?? null, items: paid.map(one => ({ item: one.item ?? '', fen: one.fen ?? 0 })), since } }],
        }
      },
    },
    refuse: { zh: '不予通过', en: 'Do not adopt', from: ['drafted'], to: 'refused', basis: ['21.3'], by: adopters, asks: ['reason'], then: () => ({ effects: [notify({ party: 'drafter' }, words('补贴办法未通过，意见见详情', 'The rule was not adopted; why stands in it'))] }) },
    remind: { zh: '逾期未审定，提醒', en: 'Not adopted in time', from: ['drafted'], basis: [], by: [theClock], then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ posts: 'lead', region: c.matter.region }, words('补贴办法逾期未审定', 'A rule on subsidies is not adopted in time'))] }) },
    end: {
      zh: '废止', en: 'End it', from: ['inForce'], to: 'over', basis: ['21.3'], by: adopters, asks: ['reason'],
      then: c => ({ effects: [{ do: 'record', register: 'subsidy-scheme', row: { do: 'end', county: c.matter.county, matter: c.matter.id, until: legalDay(c.now) } }] }),
    },
  },
  list: { columns: ['region', 'mode', 'since'] },
})

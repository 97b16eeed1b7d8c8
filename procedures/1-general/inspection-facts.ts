import { labelOf } from '../../regulation/citation.ts'
import { owedByCommunities } from '../../regulation/communities.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { choice, day, files, reference, region, rows, text, whole, yesNo } from '../../kernel/facts.ts'
import type { Shortfall } from '../../kernel/gate.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode } from '../../kernel/post.ts'
import { need, type Context } from '../../kernel/procedure.ts'
import { ancestor } from '../../kernel/region.ts'
import { words, type Words } from '../../kernel/words.ts'
import { raisedFacts } from '../usual/raised.ts'

const subjects = {
  targets: { zh: '治理目标完成情况', en: 'Governance targets' },
  service: { zh: '管理与服务效能', en: 'Management and service' },
  funds: { zh: '经费使用', en: 'Use of funds' },
} as const

const results = {
  ok: { zh: '符合', en: 'In order' },
  not: { zh: '不符合', en: 'Not in order' },
  na: { zh: '不适用', en: 'Does not apply' },
} as const

const rulings = {
  stands: { zh: '维持，继续整改', en: 'The findings stand' },
  partly: { zh: '部分撤销', en: 'Some of them fall' },
  falls: { zh: '全部撤销', en: 'All of them fall' },
} as const

const verdicts = {
  passed: { zh: '复查通过', en: 'Put right' },
  again: { zh: '仍需整改', en: 'Not yet' },
} as const

const provisions: Readonly<Record<string, Words>> = Object.fromEntries(owedByCommunities.map(one => [one, labelOf(one)]))

const item = reference('work-item', { zh: '清单事项', en: 'Item of the list' })
const provision = choice(provisions, { zh: '或条例条款', en: 'Or provision' })

const checked = {
  what: text({ zh: '检查内容', en: 'What is checked', max: 200 }),
  item, provision,
  standard: text({ zh: '标准', en: 'Standard', max: 300 }),
}

const found = {
  what: text({ zh: '发现的问题', en: 'Finding', max: 500 }),
  item, provision,
  by: day({ zh: '整改期限', en: 'Put right by' }),
}

const ourselves = words('检查人员自行核对记录和现场填写；不得要求村（社区）另行填表、准备材料，确需的按清单提出协助', 'Filled in by who inspects, from records and on the spot; the village prepares no forms for it: where it should, ask for assistance by the list')

export const inspectionFacts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  subject: choice(subjects, { zh: '检查类别', en: 'Subject', class: 'public', search: 'exact', basis: ['6.6'] }),
  about: text({ zh: '检查事项', en: 'What is inspected', min: 4, max: 200, search: 'words' }),
  day: day({ zh: '计划日期', en: 'Planned for', search: 'exact' }),
  inspectors: text({ zh: '检查人员', en: 'Who inspects', max: 200, hint: words('写职务，不写姓名', 'Posts, not names') }),
  checklist: rows(checked, { zh: '检查清单', en: 'Checklist', max: 60, optional: ['item', 'provision'], hint: words('每一项注明清单事项或条例条款', 'Each row names an item of the list or a provision') }),
  overReason: text({ zh: '超过年度检查次数的理由', en: 'Why more often than usual', min: 6, max: 300, hint: words('本年检查次数已达上限时填写', 'Where the year’s usual number is reached') }),
  moved: text({ zh: '调整理由', en: 'Why it is moved', min: 4, max: 300 }),
  dropped: text({ zh: '取消理由', en: 'Why it is dropped', min: 4, max: 300 }),
  heldOn: day({ zh: '检查日期', en: 'Held on', search: 'exact' }),
  results: rows({
    no: whole({ zh: '第几项', en: 'Row', min: 1, max: 60 }), result: choice(results, { zh: '结果', en: 'Result' }), note: text({ zh: '说明', en: 'Note', max: 300 }),
  }, { zh: '检查结果', en: 'Results', max: 60, optional: ['note'], hint: ourselves }),
  findings: rows(found, { zh: '需整改的问题', en: 'Findings', max: 30, optional: ['item', 'provision'], hint: words('没有问题的不填', 'Left empty where there are none') }),
  remarks: text({ zh: '总体情况', en: 'Overall', max: 2000, lines: 3 }),
  answer: text({ zh: '答复', en: 'Answer', max: 1000, lines: 2 }),
  objection: text({ zh: '异议和理由', en: 'Objection and reasons', min: 6, max: 2000, lines: 4 }),
  objectionFiles: files({ zh: '异议材料', en: 'Papers', accept: 'any' }),
  ruling: choice(rulings, { zh: '对异议的决定', en: 'Decision on the objection' }),
  fallen: rows({ no: whole({ zh: '撤销第几个问题', en: 'Which finding falls', min: 1, max: 30 }) }, { zh: '撤销的问题', en: 'Findings that fall', max: 30 }),
  rulingReason: text({ zh: '理由', en: 'Reasons', min: 4, max: 1000, lines: 3 }),
  done: text({ zh: '整改情况', en: 'What was put right', min: 6, max: 2000, lines: 4 }),
  proof: files({ zh: '整改证明', en: 'Proof', accept: 'any', hint: words('照片或已有的文件；没有的不必另做', 'Photos or papers that are there already; none need be made') }),
  verdict: choice(verdicts, { zh: '复查结论', en: 'Verdict' }),
  recheckNote: text({ zh: '复查情况', en: 'What was seen', min: 4, max: 1000, lines: 2 }),
  until: day({ zh: '新的整改期限', en: 'New day' }),
  moreWhy: text({ zh: '延长理由', en: 'Why it takes longer', min: 4, max: 500, lines: 2 }),
  extended: yesNo({ zh: '已延长', en: 'Extended' }),
  outcome: choice({
    none: { zh: '没有发现问题', en: 'No findings' }, fixed: { zh: '整改完成', en: 'Put right' }, withdrawn: { zh: '问题已撤销', en: 'Findings fell' },
    handedOn: { zh: '转由其他单位或程序处理', en: 'Goes on with others' },
  }, { zh: '结果', en: 'Outcome', search: 'exact' }),
  ...raisedFacts,
  escalated: whole({ zh: '已升级层级', en: 'Levels escalated', max: 9, ofStage: true }),
}

export type InspectionFacts = typeof inspectionFacts
export type Inspection = Matter<InspectionFacts>
export type Finding = Shortfall & { readonly what?: string; readonly by?: string }

export const inspectionNeeds = {
  inspections: need<number>('inspections', c => ({ county: c.matter.county, village: c.facts['village'] ?? null, day: c.facts['day'] ?? null })),
  listed: need<readonly string[]>('listed-items', c => ({ county: c.matter.county, at: c.now.toISOString(), rows: c.facts['checklist'] ?? [] })),
}

export type InspectionNow = Context<InspectionFacts, typeof inspectionNeeds>

export const townshipOf = (village: string): string => officeCode(ancestor(village, 'township') ?? village, 'gov')
export const committeeOf = (village: string): string => officeCode(village, 'committee')

export const toTownship = (matter: Inspection, zh: string, en: string): Effect => notify({ office: townshipOf(matter.region) }, words(zh, en))
export const toVillage = (matter: Inspection, zh: string, en: string): Effect => notify({ posts: 'committee', region: matter.region }, words(zh, en))

/** The last day by which what was found is to be put right. */
export const lastDay = (findings: readonly Finding[]): string => findings.map(one => one.by ?? '').toSorted().at(-1) ?? ''

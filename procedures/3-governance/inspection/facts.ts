import { account, choice, day, files, office, reference, region, rows, text, whole } from '../../../kernel/facts.ts'
import { labelOf } from '../../../regulation/citation.ts'
import { owedByCommunities } from '../../../regulation/communities.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { escalationFacts } from '../../usual/field-work.ts'
import { raisedFacts } from '../../usual/raised.ts'
import { kinds } from '../hazard/kinds.ts'

export const subjects = {
  environment: { zh: '社区环境（绿化、垃圾分类）', en: 'Community environment: greening, waste sorting' },
  exits: { zh: '疏散标识、安全出口、救援通道', en: 'Evacuation signs, exits, rescue lanes' },
  overhang: { zh: '高空搁置物、悬挂物', en: 'Things laid or hung high up' },
  safety: { zh: '场所安全', en: 'Safety of premises' },
  estate: { zh: '住宅小区（治安、卫生、消防）', en: 'Housing estate: security, sanitation, fire' },
} as const

const targets = {
  firm: { zh: '企业、物业、经营单位', en: 'A firm or property manager' },
  office: { zh: '机关部门及其场所', en: 'An office and its premises' },
  community: { zh: '村（社区）自身场所和事务', en: 'A community’s own premises and affairs' },
} as const

const results = {
  ok: { zh: '符合', en: 'In order' },
  part: { zh: '部分符合', en: 'Partly' },
  not: { zh: '不符合', en: 'Not in order' },
  na: { zh: '不适用', en: 'Does not apply' },
} as const

const becomes = {
  rectify: { zh: '限期整改', en: 'Put right by a day' },
  hazard: { zh: '转为安全隐患', en: 'A hazard' },
} as const

const verdicts = { passed: { zh: '复查通过', en: 'Put right' }, again: { zh: '仍需整改', en: 'Not yet' } } as const

const provisions: Readonly<Record<string, Words>> = Object.fromEntries(owedByCommunities.map(one => [one, labelOf(one)]))

export const facts = {
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  subject: choice(subjects, { zh: '检查类别', en: 'Subject', class: 'public', search: 'exact', basis: ['18', '34.4', '35.3'] }),
  about: text({ zh: '检查事项', en: 'What is inspected', min: 4, max: 200, search: 'words' }),
  target: choice(targets, { zh: '检查谁', en: 'Who is inspected', class: 'public', search: 'exact' }),
  firm: text({ zh: '企业、物业、经营单位名称', en: 'Name of the firm', min: 2, max: 80 }),
  office: office({ zh: '被检查部门', en: 'Office inspected', class: 'public' }),
  day: day({ zh: '计划日期', en: 'Planned for', search: 'exact' }),
  checklist: rows({
    what: text({ zh: '检查内容', en: 'What is checked', max: 200 }), standard: text({ zh: '标准', en: 'Standard', max: 300 }), points: whole({ zh: '满分', en: 'Points', min: 1, max: 100 }),
  }, { zh: '检查清单', en: 'Checklist', max: 60 }),
  inspector: office({ zh: '检查单位', en: 'Inspecting office', class: 'public', search: 'exact' }),
  inspectors: text({ zh: '检查人员', en: 'Who inspects', max: 200, hint: words('写职务，不写姓名', 'Posts, not names') }),
  dropped: text({ zh: '取消理由', en: 'Why it is dropped', min: 4, max: 300 }),
  heldOn: day({ zh: '检查日期', en: 'Held on', search: 'exact' }),
  results: rows({
    no: whole({ zh: '第几项', en: 'Row', min: 1, max: 60 }), result: choice(results, { zh: '结果', en: 'Result' }), points: whole({ zh: '得分', en: 'Points', min: 0, max: 100 }), note: text({ zh: '说明', en: 'Note', max: 300 }),
  }, { zh: '检查结果', en: 'Results', max: 60, optional: ['points', 'note'], hint: words('“部分符合”填得分；符合为满分，不符合为零，不适用不计', 'Points where partly; in order is full, not in order none, what does not apply is left out') }),
  findings: rows({
    what: text({ zh: '发现的问题', en: 'Finding', min: 4, max: 500 }), as: choice(becomes, { zh: '如何处理', en: 'What becomes of it' }), kind: choice(kinds, { zh: '隐患类型', en: 'Kind of hazard' }),
    by: day({ zh: '整改期限', en: 'Put right by' }), item: reference('work-item', { zh: '清单事项', en: 'Item of the list' }), provision: choice(provisions, { zh: '或条例条款', en: 'Or provision' }),
  }, { zh: '问题', en: 'Findings', max: 30, optional: ['kind', 'by', 'item', 'provision'] }),
  photos: files({ zh: '照片', en: 'Photos', max: 9 }),
  remarks: text({ zh: '总体情况', en: 'Overall', max: 2000, lines: 3 }),
  score: whole({ zh: '得分（百分制）', en: 'Score of 100', class: 'public', max: 100 }),
  until: day({ zh: '整改期限', en: 'Put right by', class: 'public' }),
  objection: text({ zh: '异议和理由', en: 'Objection and reasons', min: 6, max: 1000, lines: 3 }),
  ruling: choice({ stands: { zh: '维持', en: 'They stand' }, falls: { zh: '撤销', en: 'They fall' } }, { zh: '对异议的决定', en: 'Decision on the objection' }),
  rulingReason: text({ zh: '理由', en: 'Reasons', min: 4, max: 500, lines: 2 }),
  done: text({ zh: '整改情况', en: 'What was put right', min: 6, max: 2000, lines: 3 }),
  proof: files({ zh: '整改证明', en: 'Proof', max: 6, accept: 'any' }),
  rectifiedBy: account({ zh: '整改登记人', en: 'Who put it right' }),
  recordedBy: account({ zh: '检查登记人', en: 'Who recorded it' }),
  verdict: choice(verdicts, { zh: '复查结论', en: 'Verdict' }),
  recheckNote: text({ zh: '复查情况', en: 'What was seen', min: 4, max: 1000, lines: 2 }),
  outcome: choice({
    none: { zh: '没有需整改的问题', en: 'Nothing to put right' }, hazards: { zh: '问题转为安全隐患', en: 'What was found goes on as hazards' }, fixed: { zh: '整改完成', en: 'Put right' }, withdrawn: { zh: '问题已撤销', en: 'Findings fell' },
    handedOn: { zh: '转由其他单位或程序处理', en: 'Goes on with others' },
  }, { zh: '结果', en: 'Outcome', class: 'public', search: 'exact' }),
  ...raisedFacts,
  ...escalationFacts,
}

export type InspectionFacts = typeof facts

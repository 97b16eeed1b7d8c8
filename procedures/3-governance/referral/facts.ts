import { choice, files, office, region, text, whole, day } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

const results = {
  punished: { zh: '已作出处罚', en: 'Punished' },
  ordered: { zh: '已责令改正', en: 'Ordered to put right' },
  noViolation: { zh: '不构成违法', en: 'No violation' },
  transferred: { zh: '已转有权机关', en: 'Passed to the competent authority' },
} as const

export const facts = {
  what: text({ zh: '移送事由', en: 'What is referred', min: 4, max: 300, lines: 2, search: 'words', hint: words('发现了什么违法线索；当事人填在下一项', 'What looks unlawful; whose doing it is goes into the next field') }),
  place: region({ zh: '发生地点', en: 'Where', class: 'public', search: 'exact', levels: ['township', 'village', 'grid'] }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200 }),
  against: text({ zh: '当事人', en: 'Whose doing', class: 'sensitive', max: 200, hint: words('单位或个人名称，只有接收部门可见', 'A firm or a person; shown to the department alone') }),
  office: office({ zh: '移送至', en: 'Referred to', class: 'public', search: 'exact' }),
  provision: text({ zh: '涉嫌违反的规定', en: 'What it seems to violate', min: 4, max: 300, hint: words('法律法规名称和条款', 'The law and its article') }),
  observed: text({ zh: '已做工作', en: 'What the township did', min: 4, max: 2000, lines: 3, hint: words('现场检查、劝导、取证情况', 'Inspection, warnings, evidence taken') }),
  evidence: files({ zh: '证据材料', en: 'Evidence', class: 'sensitive', max: 12, accept: 'any' }),
  more: files({ zh: '补充证据', en: 'More evidence', class: 'sensitive', max: 12, accept: 'any' }),
  caller: office({ zh: '移送单位', en: 'Referred by', class: 'public' }),
  acceptNote: text({ zh: '接收意见', en: 'Note on acceptance', max: 500, lines: 2 }),
  returnReason: text({ zh: '退回理由', en: 'Why it is returned', min: 4, max: 500, lines: 2 }),
  returnGround: text({ zh: '退回依据', en: 'On what ground', min: 4, max: 300, hint: words('权责清单或法律法规条款', 'The list of powers, or the article') }),
  resubmitNote: text({ zh: '补充说明', en: 'What was added', min: 4, max: 1000, lines: 2 }),
  giveUpReason: text({ zh: '撤回理由', en: 'Why it is dropped', min: 4, max: 500, lines: 2 }),
  progress: text({ zh: '办理进展', en: 'Progress', min: 4, max: 1000, lines: 2 }),
  result: choice(results, { zh: '处理结果', en: 'Result', class: 'public', search: 'exact' }),
  resultNote: text({ zh: '结果说明', en: 'What came of it', min: 6, max: 2000, lines: 3 }),
  transferredTo: text({ zh: '转往机关', en: 'Passed to', class: 'public', min: 2, max: 60, hint: words('机关名称', 'Name of the authority') }),
  document: text({ zh: '文书文号', en: 'Number of the document', max: 80 }),
  decidedOn: day({ zh: '作出日期', en: 'Decided on', class: 'public' }),
  resultPapers: files({ zh: '结果材料', en: 'Papers of the result', class: 'sensitive', max: 9, accept: 'any' }),
  question: text({ zh: '对结果的疑问', en: 'What is unclear about it', min: 4, max: 500, lines: 2 }),
  returns: whole({ zh: '退回次数', en: 'Returns', class: 'public' }),
}

export type ReferralFacts = typeof facts

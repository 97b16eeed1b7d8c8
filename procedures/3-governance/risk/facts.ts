import { choice, day, files, office, region, rows, text, whole, matterRef } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

export const decisionKinds = {
  planning: { zh: '规划、政策', en: 'A plan or policy' },
  project: { zh: '重大项目', en: 'A major project' },
  land: { zh: '征地、拆迁、补偿', en: 'Land taken, houses cleared, compensation' },
  price: { zh: '收费、定价', en: 'Fees and prices' },
  reform: { zh: '机构、企业改革', en: 'Reform of a body or enterprise' },
  other: { zh: '其他', en: 'Other' },
} as const

export const verdicts = { yes: { zh: '可以', en: 'Yes' }, mend: { zh: '有条件', en: 'On conditions' }, no: { zh: '不可以', en: 'No' } } as const

export const riskGrades = {
  low: { zh: '低风险', en: 'Low' },
  medium: { zh: '中风险', en: 'Medium' },
  high: { zh: '高风险', en: 'High' },
} as const

const ways = {
  meeting: { zh: '座谈会', en: 'Meeting' },
  hearing: { zh: '听证会', en: 'Hearing' },
  posted: { zh: '公示征求意见', en: 'Posted for comment' },
  door: { zh: '入户走访', en: 'Door to door' },
  experts: { zh: '专家论证', en: 'Experts' },
} as const

const heardColumns = {
  who: text({ zh: '听取了谁', en: 'Who was heard', min: 2, max: 100 }),
  way: choice(ways, { zh: '方式', en: 'How' }),
  on: day({ zh: '日期', en: 'On' }),
  people: whole({ zh: '人数', en: 'How many', min: 1, max: 100_000 }),
  said: text({ zh: '主要意见', en: 'What they said', min: 2, max: 500 }),
  answer: text({ zh: '如何采纳、说明', en: 'Taken up, or why not', min: 2, max: 500 }),
}

const conditionColumns = {
  condition: text({ zh: '条件', en: 'Condition', min: 4, max: 300 }),
  by: text({ zh: '由谁落实', en: 'By whom', min: 2, max: 60 }),
  until: day({ zh: '期限', en: 'By' }),
  doneOn: day({ zh: '落实日期', en: 'Met on' }),
}

const verdict = (zh: string, en: string) => choice(verdicts, { zh, en })

export const facts = {
  decision: text({ zh: '拟作决策', en: 'Decision planned', min: 4, max: 120, search: 'words' }),
  area: region({ zh: '影响范围', en: 'Where', class: 'public', search: 'exact', levels: ['city', 'county', 'township'] }),
  kind: choice(decisionKinds, { zh: '类型', en: 'Kind', class: 'public', search: 'exact' }),
  plan: text({ zh: '主要内容', en: 'What is planned', min: 10, max: 3000, lines: 4 }),
  papers: files({ zh: '材料', en: 'Papers', max: 9, accept: 'any' }),
  office: office({ zh: '决策单位', en: 'Who plans it', class: 'public', search: 'exact' }),
  affected: text({ zh: '影响到谁', en: 'Who is affected', min: 4, max: 1000, lines: 3, hint: words('写人群和户数，不写姓名', 'Groups and numbers of households; no names') }),
  heard: rows(heardColumns, { zh: '听取意见', en: 'How they were heard', max: 30 }),
  lawful: verdict('是否合法', 'Is it lawful?'),
  fair: verdict('是否公平合理', 'Is it fair?'),
  workable: verdict('是否可行', 'Is it workable?'),
  bearable: verdict('是否可控、各方能否承受', 'Is it bearable, and can what it causes be kept in hand?'),
  disputes: text({ zh: '可能引发的矛盾纠纷', en: 'Disputes it may cause', min: 4, max: 2000, lines: 3 }),
  measures: text({ zh: '防范化解措施', en: 'What is done about them', min: 4, max: 2000, lines: 3 }),
  grade: choice(riskGrades, { zh: '风险等级', en: 'Grade', class: 'public', search: 'exact' }),
  reviewNote: text({ zh: '审核意见', en: 'What the review says', min: 4, max: 1000, lines: 3 }),
  conditions: rows(conditionColumns, { zh: '决策前须落实的条件', en: 'Conditions to meet before', max: 20, optional: ['doneOn'] }),
  conditionNumber: whole({ zh: '第几项条件', en: 'Which condition', min: 1, max: 20 }),
  metOn: day({ zh: '落实日期', en: 'Met on' }),
  metNote: text({ zh: '落实情况', en: 'How it was met', min: 4, max: 500, lines: 2 }),
  clearedOn: day({ zh: '可以决策之日', en: 'Cleared on', class: 'public' }),
  why: text({ zh: '理由', en: 'Why', min: 4, max: 500, lines: 2 }),
  after: text({ zh: '决策后矛盾纠纷情况', en: 'Disputes since', min: 2, max: 1000, lines: 2 }),
  assessment: matterRef({ zh: '依据的风险评估', en: 'Assessment it rests on' }),
  decidedOn: day({ zh: '决策日期', en: 'Decided on', class: 'public' }),
  document: text({ zh: '文号', en: 'Number', max: 80 }),
}

export type RiskFacts = typeof facts

import { choice, day, files, office, region, rows, text } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

const kinds = {
  planning: { zh: '规划和选址', en: 'Plans and sites' },
  project: { zh: '重大项目', en: 'A major project' },
  demolition: { zh: '征收和搬迁', en: 'Taking and relocation' },
  facility: { zh: '公共设施建设和撤并', en: 'Public facilities built or merged' },
  policy: { zh: '涉及本区域的政策措施', en: 'A policy for the area' },
  other: { zh: '其他重大事项', en: 'Another major matter' },
} as const

const positions = {
  support: { zh: '同意', en: 'In favour' },
  conditions: { zh: '附条件同意', en: 'In favour, on conditions' },
  oppose: { zh: '不同意', en: 'Against' },
} as const

const adopted = {
  yes: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Partly adopted' },
  no: { zh: '不采纳', en: 'Not adopted' },
} as const

const point = { point: text({ zh: '意见建议', en: 'The point', min: 4, max: 300, lines: 2 }), reason: text({ zh: '理由', en: 'Why', min: 4, max: 500, lines: 2 }) }
const reply = {
  adopted: choice(adopted, { zh: '是否采纳', en: 'Adopted or not' }),
  how: text({ zh: '如何采纳，或为何不采纳', en: 'How it is adopted, or why not', min: 4, max: 500, lines: 2 }),
}

const inOrder = words('与意见建议一一对应，顺序相同', 'One for each point, in the same order')

export const facts = {
  title: text({ zh: '事项名称', en: 'What it is about', min: 4, max: 200, search: 'words' }),
  kind: choice(kinds, { zh: '事项类型', en: 'Kind', class: 'public', search: 'exact' }),
  area: region({ zh: '涉及的乡镇（街道）', en: 'Which township', class: 'public', search: 'exact', levels: ['township'] }),
  plan: text({ zh: '方案内容', en: 'The plan', min: 10, max: 4000, lines: 5 }),
  papers: files({ zh: '方案材料', en: 'Papers', max: 12, accept: 'any' }),
  respondBy: day({ zh: '请于何日前反馈（含当日）', en: 'Answer by (that day included)', class: 'public' }),
  office: office({ zh: '事项主管单位', en: 'Whose matter it is', class: 'public', search: 'exact' }),
  position: choice(positions, { zh: '意见', en: 'Position', class: 'public', search: 'exact' }),
  points: rows(point, { zh: '意见建议', en: 'Points', max: 30 }),
  pointPapers: files({ zh: '意见材料', en: 'Papers with it', max: 9, accept: 'any' }),
  replies: rows(reply, { zh: '逐条答复', en: 'Answer to each', max: 30, hint: inOrder }),
  disputed: text({ zh: '哪一条没有答复清楚', en: 'Which point is unanswered', min: 4, max: 500, lines: 2 }),
  outcome: text({ zh: '事项办理情况', en: 'How it goes on', min: 4, max: 500, lines: 2 }),
  withdrawReason: text({ zh: '撤回理由', en: 'Why it is withdrawn', min: 4, max: 500, lines: 2 }),
}

export type OpinionFacts = typeof facts
